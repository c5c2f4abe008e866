"""Intake: what one source gives, taken into the raw store, with news told from what is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal

from flows.inventory import Document
from flows.sources import Source
from flows.store import Event, RawStore

# a file this long is no article, report or data file; it is refused before it is read into memory
MOST_BYTES = 256 * 1024 * 1024
# events are written this often, so that a kill loses little
BATCH = 64


@dataclass(slots=True)
class Pulled:
    """What one source held. ``ignored`` are paths of files that are no documents."""

    source: str
    seen: int = 0
    new: int = 0
    changed: int = 0
    refused: int = 0
    gone: int = 0
    ignored: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Moment:
    """When a pull happens: the date that the release is for, and the moment for the store's records."""

    as_of: date
    at: datetime


class Intake:
    """The way of one source's documents into the store; the store's lock is held meanwhile.

    ``known`` are the source's documents as the journal has them. Tell of each document that the source has now once
    (``take``, ``refuse`` or ``keep``), then ``finish``.
    """

    def __init__(self, source: Source, store: RawStore, moment: Moment, known: Iterable[Document]) -> None:
        self.source = source
        self.store, self.moment = store, moment
        self._known = {document.doc: document for document in known}
        self._listed: set[str] = set()
        self._pulled = Pulled(source.id)
        self._batch: list[Event] = []

    @property
    def still_there(self) -> list[Document]:
        """The documents that the source had when it was last pulled."""
        return [document for document in self._known.values() if document.withdrawn_on is None]

    def document(self, doc: str) -> Document | None:
        """Return a document as the journal has it; None where it was never seen."""
        return self._known.get(doc)

    def take(
        self,
        doc: str,
        data: bytes,
        media_type: str,
        meta: bytes | None = None,
        origin: str | None = None,
        at: datetime | None = None,
    ) -> None:
        """Take a document's bytes, and its meta file's.

        ``origin`` is the address that they are from, if they have one; ``at`` when they were retrieved, where that was
        not in this pull (a capture in an archive).
        """
        self.note(self.put(doc, data, media_type, meta, origin, at))

    def put(
        self,
        doc: str,
        data: bytes,
        media_type: str,
        meta: bytes | None = None,
        origin: str | None = None,
        at: datetime | None = None,
    ) -> Event:
        """Store what ``take`` takes and return what is to be noted of it; several threads may put at once."""
        place = origin or f"{self.source.id}:{doc}"
        at = at or self.moment.at
        digest = self.store.put(data, place, media_type, at)
        meta_digest = None
        if meta is not None:
            meta_digest = self.store.put(meta, f"{place} (meta)", "application/json", at)
        event = self._event("seen", doc, sha256=digest, meta_sha256=meta_digest, media_type=media_type)
        return replace(event, at=at.isoformat())

    def note(self, event: Event) -> None:
        """Note what was seen of a document; it reaches the journal with others."""
        known = self._known.get(event.doc)
        self._listed.add(event.doc)
        self._pulled.seen += 1
        if event.event == "refused":
            self._pulled.refused += 1
        elif known is None or known.current is None:
            self._pulled.new += 1
        elif known.current.sha256 != event.sha256:
            self._pulled.changed += 1
        if _is_news(event, known):
            self._batch.append(event)
        if len(self._batch) >= BATCH:
            self._write()

    def refuse(self, doc: str, reason: str, message: str) -> None:
        """Note that a document could not be taken, for ``reason``; what was seen of it before stays."""
        self.note(self._event("refused", doc, reason=reason, message=message))

    def keep(self, doc: str) -> None:
        """Note that the source still has a document as it was last seen."""
        self._listed.add(doc)
        self._pulled.seen += 1

    def finish(self, ignored: Iterable[str] = (), *, complete: bool = True) -> Pulled:
        """Write what is not yet written, and return what the source held.

        Where ``complete``, documents that were not told of are gone from the source; else nothing is known of them.
        """
        gone = sorted(doc.doc for doc in self.still_there if doc.doc not in self._listed) if complete else []
        self._batch += [self._event("gone", doc) for doc in gone]
        self._write()
        self._pulled.gone = len(gone)
        self._pulled.ignored = list(ignored)
        return self._pulled

    def _event(self, event: Literal["seen", "gone", "refused"], doc: str, **facts: str | None) -> Event:
        on, at = self.moment.as_of.isoformat(), self.moment.at.isoformat()
        return Event(event, self.source.id, doc, on, at, **facts)

    def _write(self) -> None:
        self.store.append(self._batch)
        self._batch = []


def _is_news(event: Event, known: Document | None) -> bool:
    if known is None or known.withdrawn_on is not None:
        return True
    if event.event == "refused":
        last = known.refused
        return last is None or (last.reason, last.message) != (event.reason, event.message)
    current = known.current
    if current is None or known.refused is not None:
        return True
    return (current.sha256, current.meta_sha256) != (event.sha256, event.meta_sha256)
