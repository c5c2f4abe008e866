"""Trying a source: what stands there now, and whether it is what the declaration says. Nothing is stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from flows.errors import WrongUseError
from flows.feeds.address import PAGE_SUFFIX, PDF_SUFFIX, host_of
from flows.feeds.declared import LISTS, Declared, declared
from flows.feeds.entry import Entry, ListFaultError, Listing
from flows.feeds.take import read_list_file
from flows.feeds.urls import read_url_list
from flows.fetch.opening import manners_of
from flows.fetch.outcome import Fetched, Refused
from flows.fetch.session import Manners, Session
from flows.fetch.sniff import PDF
from flows.listing import DATA_MEDIA_TYPES, MEDIA_TYPES, list_folder
from flows.sources import Source
from transforms.model import ReadDocument
from transforms.reading import read_document

MakeSession = Callable[[Manners], Session]

SHOWN = 3
# more or less than the declaration expects by this factor is told
_FACTOR = 4.0
_MONTH = timedelta(days=30)
_ROBOTS = {"robots_forbid": "forbids it", "robots_unknown": "cannot be read"}


@dataclass(frozen=True, slots=True)
class Item:
    """A document that a list names: day of publication or None, title or None, address."""

    published_on: str | None
    title: str | None
    url: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a source was found to be.

    ``fault`` is why nothing can be pulled from it as declared, None where all is well; ``notes`` is what else an
    operator should know. ``listed`` counts documents, ``chosen`` those that the declaration takes, ``a_month`` is
    what their dates amount to in 30 days. ``page`` is what reading the newest of them gave.
    """

    source: str
    kind: str
    location: str | None
    enabled: bool
    robots: str | None = None
    form: str | None = None
    listed: int | None = None
    chosen: int | None = None
    a_month: float | None = None
    expected_a_month: int | None = None
    newest: tuple[Item, ...] = ()
    page: str | None = None
    notes: tuple[str, ...] = ()
    fault: str | None = None


def check_source(source: Source, make_session: MakeSession, at: datetime) -> Finding:
    """Try one source; ``at`` is now.

    Raises:
        WrongUseError: a pattern or selector in its declaration is none.
    """
    finding = Finding(source.id, source.kind, source.location, source.enabled)
    if source.kind not in LISTS and source.path is not None:
        return _check_path(source.path, finding)
    if source.kind in LISTS:
        try:
            rules = declared(source)
            if rules.read is None:
                return _check_file(source, rules, finding, at)
            return _check_list(source, rules, make_session(manners_of(source)), finding, at)
        except WrongUseError as error:
            return replace(finding, fault=str(error))
    return _check_site(source, make_session, finding)


def _check_path(path: Path, finding: Finding) -> Finding:
    if path.is_file():
        return replace(finding, form="file", listed=1)
    if not path.is_dir():
        return replace(finding, fault=f"{path}: not there; mend its path")
    types = DATA_MEDIA_TYPES if finding.kind == "statistics" else MEDIA_TYPES
    listing = list_folder(path, (), types)
    count = len(listing.documents) if finding.kind in ("folder", "statistics") else len(listing.ignored)
    return replace(finding, form="folder", listed=count, fault=None if count else f"{path}: empty")


def _check_file(source: Source, rules: Declared, finding: Finding, at: datetime) -> Finding:
    try:
        listing = read_url_list(read_list_file(source))
    except ListFaultError as fault:
        return replace(finding, fault=f"{source.location}: {fault.what}")
    return _with_entries(finding, source, listing, _chosen(rules, listing.entries, at))


def _check_site(source: Source, make_session: MakeSession, finding: Finding) -> Finding:
    """Say whether a site whose pages are found by a number can be asked: its pages tell the rest when it is pulled."""
    address = str(source.settings["url"]).partition("{")[0]
    try:
        outcome = make_session(manners_of(source)).get(address)
    except WrongUseError as error:
        return replace(finding, fault=str(error))
    if isinstance(outcome, Refused) and outcome.reason != "not_found":
        return _refused(finding, outcome)
    return replace(finding, robots="allows it", notes=("only the site was tried; its pages are read in a pull",))


def _check_list(source: Source, rules: Declared, session: Session, finding: Finding, at: datetime) -> Finding:
    got = _listing(str(source.settings["url"]), rules, session)
    if isinstance(got, Refused):
        return _refused(finding, got)
    finding = replace(finding, robots="allows it")
    listing, form = got, got.form
    wanted = [one for one in listing.further if rules.takes_host(host_of(one.url))]
    if wanted:
        # of an index the list that changed last is tried
        newest = max(wanted, key=lambda one: (one.mark, one.url))
        inner = _listing(newest.url, rules, session)
        if isinstance(inner, Refused):
            return _refused(replace(finding, form=form), inner)
        listing, form = inner, f"{form} ({len(listing.further)}), of which {newest.url}"
    chosen = _chosen(rules, listing.entries, at)
    finding = replace(_with_entries(finding, source, listing, chosen), form=form)
    if not chosen:
        return finding
    first = _ordered(chosen)[0]
    page, fault = _page(first, rules, session)
    return replace(finding, page=page, fault=finding.fault or fault)


def _listing(url: str, rules: Declared, session: Session) -> Listing | Refused:
    outcome = session.get(url, rules.list_types)
    if isinstance(outcome, Refused):
        return outcome
    if not isinstance(outcome, Fetched) or rules.read is None:
        raise TypeError(f"{url}: nothing is known of it, and the server says that it did not change")
    try:
        return rules.read(outcome.body, outcome.final_url)
    except ListFaultError as fault:
        return Refused(url, fault.reason, f"{url}: {fault.what}", for_now=False)


def _refused(finding: Finding, refused: Refused) -> Finding:
    return replace(finding, robots=_ROBOTS.get(refused.reason), fault=f"{refused.reason}: {refused.message}")


def _chosen(rules: Declared, entries: Iterable[Entry], at: datetime) -> list[Entry]:
    return [entry for entry in entries if rules.why_left(entry, at) is None]


def _with_entries(finding: Finding, source: Source, listing: Listing, chosen: list[Entry]) -> Finding:
    expected = int(source.settings["documents_per_month"])
    rate = _a_month(chosen)
    notes = list(listing.remarks)
    if listing.unusable:
        notes.append(f"{len(listing.unusable)} entries without a usable link")
    dated = sum(entry.newest is not None for entry in chosen)
    if dated < len(chosen):
        notes.append(f"{len(chosen) - dated} of {len(chosen)} documents without a date in the list")
    if rate is not None and not expected / _FACTOR <= rate <= expected * _FACTOR:
        notes.append(f"about {rate:.0f} documents a month, the declaration expects {expected}")
    fault = None if chosen else "lists nothing that the declaration takes; look at hosts, include and exclude"
    return replace(
        finding, form=listing.form, listed=len(listing.entries), chosen=len(chosen), a_month=rate,
        expected_a_month=expected, newest=tuple(_item(entry) for entry in _ordered(chosen)[:SHOWN]),
        notes=tuple(notes), fault=fault,
    )  # fmt: skip


def _ordered(entries: list[Entry]) -> list[Entry]:
    """Return the newest first, those without a date last, in the order of the list."""
    dated = [entry for entry in entries if entry.newest is not None]
    dated.sort(key=lambda entry: entry.newest.moment if entry.newest else datetime.min, reverse=True)
    return [*dated, *(entry for entry in entries if entry.newest is None)]


def _a_month(entries: list[Entry]) -> float | None:
    """Return how many documents come in 30 days, by the dates of these; None where two days are not known."""
    moments = [entry.newest.moment for entry in entries if entry.newest is not None]
    span = max(moments) - min(moments) if moments else timedelta(0)
    return None if span < timedelta(days=1) else round((len(moments) - 1) * (_MONTH / span), 1)


def _item(entry: Entry) -> Item:
    return Item(entry.published.day.isoformat() if entry.published else None, entry.title, entry.url)


def _page(entry: Entry, rules: Declared, session: Session) -> tuple[str, str | None]:
    """Return what reading a document gives, and the fault where it gives nothing."""
    outcome = session.get(entry.url, rules.types)
    if not isinstance(outcome, Fetched):
        told = f"{outcome.reason}: {outcome.message}" if isinstance(outcome, Refused) else entry.url
        return "not fetched", told
    if not rules.takes_host(host_of(outcome.final_url)):
        return "not fetched", f"{entry.url} leads to {host_of(outcome.final_url)}; add it to hosts"
    suffix = PDF_SUFFIX if outcome.media_type == PDF else PAGE_SUFFIX
    read = read_document(outcome.body, f"document{suffix}")
    if not isinstance(read, ReadDocument):
        return "not read", f"{entry.url}: {read.reason}: {read.text or 'no text'}"
    day = "no date" if read.published_on is None else read.published_on.isoformat()
    return f"{len(read.text.split())} words, {day}, {read.title or 'no title'}", None
