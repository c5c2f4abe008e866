"""Which listed documents a source takes, and which of them are still to be asked for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from flows.feeds.address import PAGE_SUFFIX, PDF_SUFFIX, identity, stem
from flows.feeds.declared import Declared
from flows.feeds.entry import Entry
from flows.feeds.ledger import REFUSED, Dealt
from flows.feeds.subject import LEFT, Subject
from flows.fetch.opening import SLACK
from flows.intake import Intake
from flows.inventory import Document

# what is refused for good is asked for again after this, once its list has changed
REFUSED_EVERY = timedelta(days=7)
# what was fetched once is at hand, for this source or another
_EVER = timedelta(days=36500)
_NOW = timedelta(0)


@dataclass(slots=True)
class Choice:
    """The choice of one source at one moment; ``known`` is how it went before, by identity, ``left`` what it left."""

    declared: Declared
    known: dict[str, Dealt]
    into: Intake
    subject: Subject
    left: Counter[str] = field(default_factory=Counter)

    @property
    def _at(self) -> datetime:
        return self.into.moment.at

    def takes(self, entry: Entry) -> bool:
        """Whether the declaration takes an entry; what it leaves is counted by reason."""
        reason = self.declared.why_left(entry, self.into.moment.at)
        if reason is not None:
            self.left[reason] += 1
        return reason is None

    def is_open(self, entry: Entry) -> bool:
        """Whether a document is still to be asked for, or for a new version of it.

        The ledger says so only together with the journal: what a kill kept from the journal is taken again.
        """
        known = self.known.get(identity(entry.url))
        if known is None:
            return True
        if known.outcome.startswith(LEFT):
            return known.outcome != self.subject.outcome or entry.mark not in ("", known.mark)
        if not self.documents(entry):
            return True
        age = self._at - known.asked_at
        if known.outcome == REFUSED and age >= REFUSED_EVERY - SLACK:
            return True
        is_due = self.declared.recheck is not None and age >= self.declared.recheck - SLACK
        return is_due or entry.mark not in ("", known.mark)

    def is_new(self, entry: Entry) -> bool:
        """Whether the source never dealt with an entry."""
        return identity(entry.url) not in self.known and not self.documents(entry)

    def every(self, entry: Entry) -> timedelta:
        """Return for how long the content is good that was fetched before; for a new version not at all."""
        known = self.known.get(identity(entry.url))
        if known is None:
            return _EVER
        if known.outcome.startswith(LEFT):
            return _EVER if entry.mark in ("", known.mark) else _NOW
        return _NOW if self.documents(entry) else _EVER

    def documents(self, entry: Entry) -> list[Document]:
        """Return the documents that the journal has of an entry: one, or two where it was a page and a PDF file."""
        found = [self.into.document(stem(entry.url) + suffix) for suffix in (PAGE_SUFFIX, PDF_SUFFIX)]
        return [document for document in found if document is not None]
