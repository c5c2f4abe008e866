"""The source kind ``ofsted_providers``: the reports that Ofsted's page of each authority links.

Pages are found by the authority's unique reference number (URN, ``transforms/codelists/authorities.csv``). An authority
that ended without a page of its own has its reports on its successor's. Everything about the site's layout is declared
in the source; what does not fit the declaration is refused with its reason.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from flows import files
from flows.codelists import for_real_sources, load_codelists
from flows.errors import WrongUseError
from flows.fetch.opening import EnoughError, Fetcher, open_fetcher
from flows.fetch.outcome import Refused
from flows.fetch.provider_page import MONTHS, Report, Unclear, read_provider_page
from flows.fetch.session import Session
from flows.fetch.sniff import HTML, PDF
from flows.intake import Intake, Pulled
from flows.sources import Source
from transforms.codelists import Authority

log = logging.getLogger("turnaround.pull")

PUBLISHER = "Ofsted"
# under this name a provider's page is refused where it cannot be read
PAGE = "provider page.html"
MOST_PAGES = 20
LONGEST_TITLE = 150
# nothing else is got from the site in this run either
_SITE_FAILS = frozenset({"host_failing", "robots_unknown"})
# published so soon after a reorganisation, a report may be on the authority that ended
_SETTLED = timedelta(days=366)
_VISIT = re.compile(r"\bvisit", re.I)
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')


class _SiteFailsError(Exception):
    """Nothing more is got from the site in this run."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """The declaration of the source, ready for use."""

    url: str
    files: re.Pattern[str]
    titles: re.Pattern[str]
    other_titles: re.Pattern[str]
    page_every: timedelta
    file_every: timedelta


@dataclass(frozen=True, slots=True)
class _Listed:
    """What the pages of a provider list, or why they are not known."""

    reports: tuple[Report, ...] = ()
    unclear: tuple[Unclear, ...] = ()
    fault: Refused | None = None


def pull_ofsted_providers(into: Intake, without: Collection[Path], session: Session | None = None) -> Pulled:
    """Take the reports of every authority that has a URN; a ``session`` of one's own is for tests.

    Raises:
        WrongUseError: the source does not say where its operator is reached, or a pattern is none.
        MachineError: the store or what was fetched before cannot be read or written.
    """
    del without
    layout = _layout(into.source)
    authorities = for_real_sources(load_codelists()).authorities
    with open_fetcher(into.source, into.store, into.moment.at, session) as fetcher:
        return _Pull(into, fetcher, layout, authorities).run()


class _Pull:
    def __init__(self, into: Intake, fetcher: Fetcher, layout: _Layout, authorities: Sequence[Authority]) -> None:
        self._into, self._fetcher, self._layout, self._authorities = into, fetcher, layout, authorities
        self._ignored: list[str] = []

    def run(self) -> Pulled:
        """Take the reports of provider after provider; stop where the site fails, or enough was asked for."""
        source = self._into.source.id
        providers = _providers(self._authorities)
        for place, (urn, authority) in enumerate(providers):
            try:
                self._provide(f"{urn}_{_name(authority.name)}", urn, authority)
            except (EnoughError, _SiteFailsError) as stop:
                log.warning("%s: %s; stopped at provider %d of %d", source, stop, place + 1, len(providers))
                return self._into.finish(self._ignored, complete=False)
            if (place + 1) % 10 == 0 or place + 1 == len(providers):
                log.info("%s: provider %d of %d, %d requests", source, place + 1, len(providers), self._fetcher.asked)
        return self._into.finish(self._ignored)

    def _provide(self, folder: str, urn: str, authority: Authority) -> None:
        """Take the reports of one provider.

        Raises:
            EnoughError: as many addresses were asked for as one run may.
            _SiteFailsError: the site does not answer any more.
        """
        listed = self._list(urn)
        if listed.fault is None:
            self._take_all(folder, authority, listed)
            return
        self._keep(folder)
        self._refuse(f"{folder}/{PAGE}", listed.fault)

    def _refuse(self, doc: str, fault: Refused) -> None:
        self._into.refuse(doc, fault.reason, fault.message)
        if fault.reason in _SITE_FAILS:
            raise _SiteFailsError(fault.message)

    def _list(self, urn: str) -> _Listed:
        """Read the page of a provider and those that follow on it."""
        reports: dict[str, Report] = {}
        unclear: dict[str, Unclear] = {}
        address: str | None = self._layout.url.replace("{urn}", urn)
        seen: set[str] = set()
        while address is not None:
            if address in seen or len(seen) == MOST_PAGES:
                return _Listed(fault=_misread(address, f"is not the last of {len(seen)} pages, no end is seen"))
            seen.add(address)
            content = self._fetcher.listing(address, (HTML,), self._layout.page_every)
            if isinstance(content, Refused):
                return _Listed(fault=content)
            page = read_provider_page(content.data, content.final_url, urn, self._layout.files)
            if page.fault is not None:
                return _Listed(fault=_misread(address, page.fault))
            reports |= {report.url: report for report in page.reports}
            unclear |= {link.url: link for link in page.unclear}
            address = page.next_url
        return _Listed(tuple(reports.values()), tuple(unclear[url] for url in unclear.keys() - reports.keys()))

    def _keep(self, folder: str, told: Collection[str] = ()) -> None:
        """Leave the documents of a provider that were not told of as they were last seen."""
        for document in self._into.still_there:
            if document.doc.startswith(f"{folder}/") and document.doc not in {f"{folder}/{PAGE}", *told}:
                self._into.keep(document.doc)

    def _take_all(self, folder: str, authority: Authority, listed: _Listed) -> None:
        told: list[str] = []
        for link in sorted(listed.unclear, key=lambda link: link.url):
            told.append(f"{folder}/{_file_id(link.url)}.pdf")
            message = f"{link.url}: this link to a report {link.why}; look at the page and mend the source"
            self._into.refuse(told[-1], "unknown_layout", message)
        for name, report in _named(listed.reports):
            if not self._layout.titles.search(report.title) and self._layout.other_titles.search(report.title):
                self._ignored.append(f"{folder}/{name}")
                continue
            told.append(f"{folder}/{name}.pdf")
            if self._layout.titles.search(report.title):
                self._take(told[-1], report, authority)
            else:
                message = f"{report.url}: the title {report.title!r} is not known; add it to titles or other_titles"
                self._into.refuse(told[-1], "unknown_title", message)
        if listed.unclear:
            # any of them may be the link that is not clear today
            self._keep(folder, told)

    def _take(self, doc: str, report: Report, authority: Authority) -> None:
        content = self._fetcher.document(report.url, (PDF,), self._layout.file_every)
        if isinstance(content, Refused):
            self._refuse(doc, content)
            return
        self._fetcher.keep(content)
        self._into.take(doc, content.data, PDF, self._meta(report, authority), report.url)

    def _meta(self, report: Report, authority: Authority) -> bytes:
        """Return what the listing says of a report, as the meta file beside a document of a folder would."""
        facts: Mapping[str, str | None] = {
            "url": report.url,
            "title": report.title,
            "publisher": PUBLISHER,
            "published_on": report.published_on.isoformat(),
            "doc_type": "visit_letter" if _VISIT.search(report.title) else "inspection_report",
            "authority": _code_on(report.published_on, authority, self._authorities),
        }
        return files.json_bytes(facts)


def _layout(source: Source) -> _Layout:
    return _Layout(
        url=str(source.settings["url"]),
        files=_pattern(source, "files"),
        titles=_pattern(source, "titles"),
        other_titles=_pattern(source, "other_titles"),
        page_every=timedelta(days=float(source.settings["page_days"])),
        file_every=timedelta(days=float(source.settings["file_days"])),
    )


def _pattern(source: Source, key: str) -> re.Pattern[str]:
    try:
        return re.compile(str(source.settings[key]), re.I)
    except re.error as error:
        raise WrongUseError(f"source {source.id}, {key}: no regular expression ({error}); mend it") from error


def _providers(authorities: Iterable[Authority]) -> list[tuple[str, Authority]]:
    """Return each URN with its newest authority: a code may change while the provider stays."""
    newest: dict[str, Authority] = {}
    for authority in sorted(authorities, key=lambda row: (row.valid_to is None, row.valid_to or date.min)):
        if authority.ofsted_urn is not None:
            newest[authority.ofsted_urn] = authority
    return sorted(newest.items())


def _code_on(day: date, authority: Authority, authorities: Iterable[Authority]) -> str | None:
    """Return the GSS code that a report of this provider, published on ``day``, is about; None where it is not certain.

    A report from before the provider's present code was in use is about the code of the same URN, or of the same name,
    that was in use then; the document itself tells where there is none, or where a change was shortly before.
    """
    same = [row for row in authorities if authority.ofsted_urn == row.ofsted_urn or authority.name == row.name]
    fits = [row.gss_code for row in same if row.valid_on(day) and row.valid_on(day - _SETTLED)]
    return fits[0] if len(fits) == 1 else None


def _named(reports: Iterable[Report]) -> Iterator[tuple[str, Report]]:
    """Give each report the name of its document: title and date, and its file's id where two would have the same."""
    ordered = sorted(reports, key=lambda report: (report.published_on, report.title, report.url))
    names = [_name(f"{report.title[:LONGEST_TITLE]} - {_written(report.published_on)}") for report in ordered]
    times = Counter(names)
    for name, report in zip(names, ordered, strict=True):
        yield (name if times[name] == 1 else f"{name} ({_file_id(report.url)})"), report


def _name(text: str) -> str:
    """Return a text as a part of a document's name: the site may change its apostrophes, the name must not."""
    return " ".join(_NOT_IN_NAMES.sub(" ", text.replace("’", "'")).split()).lower().strip(". ")


def _written(day: date) -> str:
    return f"{day.day:02} {MONTHS[day.month - 1]} {day.year}"


def _file_id(url: str) -> str:
    return _name(url.rstrip("/").rpartition("/")[2])[-60:].removesuffix(".pdf") or "report"


def _misread(url: str, what: str) -> Refused:
    return Refused(url, "unknown_layout", f"{url}: {what}; look at the page and mend the source", for_now=False)
