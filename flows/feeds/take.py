"""One source that lists addresses: what is new or changed there is fetched and handed to its intake.

A document is known by its address, however often it is listed and under whatever GUID. It is asked for when it is
listed first, when its list states another change (a new version), and where the source says so after some days. It is
gone when its address says so, not when its list no longer names it: lists are short.
"""

from __future__ import annotations

import hashlib
import json
import logging
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from flows import files
from flows.codelists import code_digest
from flows.errors import WrongUseError
from flows.feeds.address import PAGE_SUFFIX, PDF_SUFFIX, host_of, identity, likely_suffix, stem
from flows.feeds.choice import Choice
from flows.feeds.declared import declared
from flows.feeds.entry import Entry, ListFaultError
from flows.feeds.facts import facts_of
from flows.feeds.ledger import REFUSED, TAKEN, Dealt, Ledger, ListState
from flows.feeds.subject import Subject
from flows.feeds.urls import read_url_list
from flows.feeds.walk import Step, Walk
from flows.fetch.opening import Content, EnoughError, Fetcher
from flows.fetch.outcome import Refused
from flows.fetch.sniff import PDF
from flows.intake import Intake, Pulled
from flows.sources import Source

log = logging.getLogger("turnaround.pull")

# under names in this folder a list is refused where it cannot be read
LISTS_FOLDER = "list/"
# faults of a host, not of the address
_HOST_FAILS = frozenset({"host_failing", "robots_unknown"})
# fewer documents than this may well have changed at one moment
_FEW = 5
# so often a long pull says how far it is, in seconds
_TOLD_EVERY = 15.0


class StoppedError(Exception):
    """Whoever started the pull wants it to end now."""


@dataclass(slots=True)
class _Listed:
    """What the lists of a source hold: entries by identity, the list that names each, and why not all were read."""

    entries: dict[str, Entry] = field(default_factory=dict)
    named_in: dict[str, str] = field(default_factory=dict)
    states: dict[str, ListState] = field(default_factory=dict)
    indexes: set[str] = field(default_factory=set)
    unusable: list[str] = field(default_factory=list)
    faults: list[Refused] = field(default_factory=list)
    cut: str | None = None


class Take:
    """Takes one source; ``stopped`` is asked before each request and says why no more may be made, or None."""

    def __init__(self, into: Intake, fetcher: Fetcher, ledger: Ledger, stopped: Callable[[], str | None]) -> None:
        self._into, self._fetcher, self._ledger, self._stopped = into, fetcher, ledger, stopped
        self._source = into.source
        self._declared = declared(into.source)
        self._choice = Choice(self._declared, ledger.of(into.source.id), into, Subject(into.source))
        self._subject = self._choice.subject
        self._most_lists = int(into.source.settings["requests_per_run"]) // 2
        self._dealt: dict[str, Dealt] = {}
        self._told: set[str] = set()
        self._gone: set[str] = set()
        self._dead: set[str] = set()

    def run(self) -> Pulled:
        """Take what is new or changed.

        Raises:
            WrongUseError: a file of addresses is missing.
            MachineError: the store, the memory or the ledger cannot be read or written.
        """
        listed = self._list()
        chosen = [entry for entry in listed.entries.values() if self._choice.takes(entry)]
        todo = sorted((entry for entry in chosen if self._choice.is_open(entry)), key=_newest, reverse=True)
        cut = self._take_all(todo) or listed.cut
        for fault in listed.faults:
            self._refuse(f"{LISTS_FOLDER}{stem(fault.url)}{PAGE_SUFFIX}", fault)
        self._keep_the_rest(whole=cut is None)
        pulled = self._into.finish(listed.unusable)
        self._note(listed, todo, whole=cut is None and not listed.faults)
        self._tell(listed, len(todo), cut)
        return pulled

    def _list(self) -> _Listed:
        listed = _Listed()
        try:
            for step in self._steps():
                self._add(listed, step)
        except (EnoughError, StoppedError) as stop:
            listed.cut = str(stop)
        return listed

    def _steps(self) -> Iterable[Step]:
        rules = _rules(self._source)
        if self._declared.read is None:
            yield _read_file(self._source, rules)
            return
        if self._declared.recheck is not None:
            # a list that did not change may name documents whose turn it is
            rules = f"{rules} {self._into.moment.at.isoformat()}"
        known = self._ledger.lists_of(self._source.id)
        walk = Walk(self._declared, self._fetcher, known, rules, self._most_lists, self._choice.is_open)
        steps = walk.over(str(self._source.settings["url"]))
        while True:
            self._demand_time()
            step = next(steps, None)
            if step is None:
                return
            yield step

    def _demand_time(self) -> None:
        reason = self._stopped()
        if reason is not None:
            raise StoppedError(reason)

    def _add(self, listed: _Listed, step: Step) -> None:
        if isinstance(step.found, Refused):
            listed.faults.append(step.found)
            return
        listed.states[step.url] = step.state
        if step.found is None:
            return
        for remark in step.found.remarks:
            log.warning("%s: %s: %s", self._source.id, step.url, remark)
        listed.unusable += [f"{step.url}, {what}" for what in step.found.unusable]
        if step.found.further:
            listed.indexes.add(step.url)
        for entry in _with_telling_marks(step.found.entries):
            name = identity(entry.url)
            known = listed.entries.get(name)
            # listed twice: the later change counts
            if known is None or _newest(entry) > _newest(known):
                listed.entries[name], listed.named_in[name] = entry, step.url

    def _take_all(self, todo: Sequence[Entry]) -> str | None:
        """Take documents in turn, newest first; return why the rest waits for the next run, or None."""
        begun = told = time.monotonic()
        for place, entry in enumerate(todo):
            if place == self._declared.most:
                return f"{place} documents were asked for, the next run goes on"
            try:
                self._demand_time()
                self._take(entry)
            except (EnoughError, StoppedError) as stop:
                return str(stop)
            if time.monotonic() - told >= _TOLD_EVERY:
                told = time.monotonic()
                rate = (place + 1) / (told - begun)
                log.info("%s: document %d of %d, %.1f a second", self._source.id, place + 1, len(todo), rate)
        return None if not self._dead else f"{', '.join(sorted(self._dead))}: no answer, the next run goes on"

    def _take(self, entry: Entry) -> None:
        if host_of(entry.url) in self._dead:
            return
        if self._was_left(entry):
            self._leave(entry)
            return
        content = self._fetcher.document(entry.url, self._declared.types, self._choice.every(entry))
        if isinstance(content, Refused):
            self._took_not(entry, content)
            return
        host = host_of(content.final_url)
        if not self._declared.takes_host(host):
            message = f"{entry.url}: leads to {host}, which is none of the source's hosts; add it, or leave the link"
            self._took_not(entry, Refused(entry.url, "other_host", message, for_now=False))
            return
        self._took(entry, content)

    def _took(self, entry: Entry, content: Content) -> None:
        if not self._choice.documents(entry) and not self._subject.passes(content):
            self._fetcher.leave(entry.url, self._subject.outcome)
            self._leave(entry)
            return
        self._fetcher.keep(content)
        is_pdf = content.media_type == PDF
        doc = stem(entry.url) + (PDF_SUFFIX if is_pdf else PAGE_SUFFIX)
        self._into.take(doc, content.data, content.media_type, facts_of(entry, doc, self._into), entry.url)
        self._told.add(doc)
        # the name that it had as the other kind of file, or before its kind was known
        self._gone.add(stem(entry.url) + (PAGE_SUFFIX if is_pdf else PDF_SUFFIX))
        self._deal(entry, TAKEN)

    def _was_left(self, entry: Entry) -> bool:
        """Whether a document that is new here was looked at this night in vain: one page is in the lists of many."""
        sifted_as_new = self._subject.is_asked and self._choice.is_new(entry)
        return sifted_as_new and self._fetcher.why_left(entry.url) == self._subject.outcome

    def _leave(self, entry: Entry) -> None:
        self._choice.left["not about children's services"] += 1
        self._deal(entry, self._subject.outcome)

    def _took_not(self, entry: Entry, fault: Refused) -> None:
        there = [known.doc for known in self._choice.documents(entry) if known.current and not known.withdrawn_on]
        doc = there[0] if there else stem(entry.url) + likely_suffix(entry.url)
        host_fails = fault.reason in _HOST_FAILS
        if host_fails:
            self._dead.add(host_of(entry.url))
        if fault.reason == "not_found" and there:
            self._gone |= set(there)
            self._deal(entry, REFUSED)
        elif not (fault.for_now or host_fails):
            self._refuse(doc, fault)
            self._deal(entry, REFUSED)
        elif not there:
            # what was taken before is kept as it was, and asked for again in the next run
            self._refuse(doc, fault)

    def _refuse(self, doc: str, fault: Refused) -> None:
        self._into.refuse(doc, fault.reason, fault.message)
        self._told.add(doc)

    def _deal(self, entry: Entry, outcome: str) -> None:
        self._dealt[identity(entry.url)] = Dealt(entry.mark, outcome, self._into.moment.at)

    def _keep_the_rest(self, *, whole: bool) -> None:
        """Leave all documents as they were seen last but those that are gone, and lists that can be read again."""
        for document in self._into.still_there:
            read_again = whole and document.doc.startswith(LISTS_FOLDER)
            if document.doc not in self._told and document.doc not in self._gone and not read_again:
                self._into.keep(document.doc)

    def _note(self, listed: _Listed, todo: Sequence[Entry], *, whole: bool) -> None:
        """Write the ledger; the journal has all of it by now. A list counts when nothing that it names is waiting."""
        waiting = {identity(entry.url) for entry in todo} - self._dealt.keys()
        unfinished = {listed.named_in[name] for name in waiting}
        if waiting or not whole:
            # an index is where the lists are found that wait, and the pages of a list hang together
            unfinished |= listed.states.keys() if self._declared.pages > 1 else listed.indexes
        lists = {url: state for url, state in listed.states.items() if url not in unfinished}
        self._ledger.write(self._source.id, self._dealt, lists, listed.states.keys() - lists.keys())

    def _tell(self, listed: _Listed, todo: int, cut: str | None) -> None:
        left = "".join(f", {count} {reason}" for reason, count in sorted(self._choice.left.items()))
        log.info(
            "%s: %d lists, %d documents listed%s, %d new or changed, %d requests",
            self._source.id, len(listed.states), len(listed.entries), left, todo, self._fetcher.asked,
        )  # fmt: skip
        if cut is not None:
            log.warning("%s: %s", self._source.id, cut)


def _rules(source: Source) -> str:
    """Return a digest of how a source's lists are read: by which settings and which code."""
    given = json.dumps([source.kind, dict(source.settings)], sort_keys=True)
    return hashlib.sha256(f"{given}{code_digest()}".encode()).hexdigest()


def read_list_file(source: Source) -> bytes:
    """Return the bytes of a source's file of addresses.

    Raises:
        WrongUseError: there is none.
    """
    if source.path is None or not source.path.is_file():
        raise WrongUseError(f"source {source.id}: {source.path}: no such file; mend its path or set enabled = false")
    return source.path.read_bytes()


def _read_file(source: Source, rules: str) -> Step:
    data, place = read_list_file(source), str(source.location)
    state = ListState("", files.sha256(data), rules)
    try:
        return Step(place, state, read_url_list(data))
    except ListFaultError as fault:
        return Step(place, state, Refused(place, fault.reason, f"{place}: {fault.what}", for_now=False))


def _with_telling_marks(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Return the entries without a mark that all of them have: it says when the list was made, not the documents."""
    if len(entries) < _FEW or len({entry.mark for entry in entries}) > 1:
        return entries
    return [replace(entry, mark="") for entry in entries]


def _newest(entry: Entry) -> datetime:
    """Return the latest date of an entry for ordering; one without comes last."""
    return datetime.min.replace(tzinfo=UTC) if entry.newest is None else entry.newest.moment
