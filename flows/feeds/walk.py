"""From the address of a list to all that it lists: the pages that follow on it, and the lists that an index names."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from flows.feeds.address import host_of
from flows.feeds.declared import Declared
from flows.feeds.entry import Entry, Further, ListFaultError, Listing
from flows.feeds.ledger import ListState
from flows.fetch.opening import EnoughError, Fetcher
from flows.fetch.outcome import Refused

log = logging.getLogger("turnaround.pull")

MOST_SITEMAPS = 1000
_NOW = timedelta(0)


@dataclass(frozen=True, slots=True)
class Step:
    """A list as it was met: what it lists, why it could not be read, or (None) that it is as it was dealt with."""

    url: str
    state: ListState
    found: Listing | Refused | None


@dataclass(frozen=True, slots=True)
class Walk:
    """How to walk.

    ``known`` are the lists that were dealt with to the end, ``rules`` names how lists are read now. ``most`` requests
    may be made for lists, so that documents are asked for too. ``open_entry`` says whether an entry is still to be
    dealt with.
    """

    declared: Declared
    fetcher: Fetcher
    known: Mapping[str, ListState]
    rules: str
    most: int
    open_entry: Callable[[Entry], bool]

    def over(self, url: str) -> Iterator[Step]:
        """Give the list at ``url`` and all that follow on it, each once.

        A list of pages is followed as far as there is something new, and to its end where it never was. A list of an
        index is passed over where the index says that it did not change, or where its bytes did not.

        Raises:
            EnoughError: as many lists were asked for as one run may.
            MachineError: the store or the memory is damaged or cannot be written.
        """
        waiting = deque([Further(url)])
        seen: set[str] = set()
        pages = 0
        to_the_end = url not in self.known
        listed: set[str] = set()
        while waiting:
            at = waiting.popleft()
            if at.url in seen:
                continue
            seen.add(at.url)
            step = self._step(at)
            yield step
            if not isinstance(step.found, Listing):
                continue
            waiting.extend(self._further(step, seen))
            pages += 1
            fresh = {entry.url for entry in step.found.entries} - listed
            listed |= fresh
            wanted = to_the_end or any(self.open_entry(entry) for entry in step.found.entries)
            # a calendar has a next month for ever, and each may show the same
            if step.found.next_url is not None and pages < self.declared.pages and fresh and wanted:
                waiting.append(Further(step.found.next_url))

    def _step(self, at: Further) -> Step:
        last = self.known.get(at.url)
        if at.mark and last is not None and (last.mark, last.rules) == (at.mark, self.rules):
            return Step(at.url, last, None)
        if self.fetcher.asked >= self.most:
            raise EnoughError(f"{self.fetcher.asked} requests were made for lists, the next run goes on")
        # an index that names a new mark is believed, whenever the list was asked for last
        every = _NOW if at.mark else self.declared.every
        content = self.fetcher.listing(at.url, self.declared.list_types, every)
        if isinstance(content, Refused):
            return Step(at.url, ListState(at.mark, "", self.rules), content)
        state = ListState(at.mark, content.sha256, self.rules)
        if last is not None and (last.sha256, last.rules) == (state.sha256, state.rules):
            return Step(at.url, state, None)
        return Step(at.url, state, self.read(content.data, at.url, content.final_url))

    def read(self, data: bytes, url: str, final_url: str) -> Listing | Refused:
        """Read the list that was fetched from ``url`` and lay at ``final_url``."""
        if self.declared.read is None:
            raise TypeError(f"{url}: a list in a file is not fetched")
        try:
            return self.declared.read(data, final_url)
        except ListFaultError as fault:
            return Refused(url, fault.reason, f"{url}: {fault.what}", for_now=False)

    def _further(self, step: Step, seen: set[str]) -> list[Further]:
        if not isinstance(step.found, Listing):
            return []
        room = MOST_SITEMAPS - len(seen)
        further = [one for one in step.found.further if one.url not in seen and self._is_wanted(one)]
        if len(further) > room:
            log.warning("%s: names more than %d lists, the rest is left", step.url, MOST_SITEMAPS)
        # those that were never dealt with first: a run may not get to all of them
        return sorted(further, key=lambda one: one.url in self.known)[: max(room, 0)]

    def _is_wanted(self, further: Further) -> bool:
        return self.declared.takes_host(host_of(further.url))
