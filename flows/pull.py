"""Pull: take into the raw store what the sources hold now."""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from flows import files
from flows.errors import WrongUseError
from flows.inventory import Document, take_stock
from flows.listing import Found, list_folder
from flows.lock import hold
from flows.sources import Source
from flows.store import Event, RawStore

log = logging.getLogger("turnaround.pull")

# a file this long is no article or report; it is refused before it is read into memory
MOST_BYTES = 256 * 1024 * 1024
# events are written this often, so that a kill loses little
BATCH = 64
STORE_PATIENCE_SECONDS = 60.0


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


def pull(sources: Sequence[Source], store: RawStore, moment: Moment, without: Collection[Path] = ()) -> list[Pulled]:
    """Take new, changed and gone documents of the enabled sources into ``store``.

    Args:
        sources: the sources; those that are not enabled are left alone.
        store: the raw store; locked meanwhile.
        moment: the as-of date and the time.
        without: folders that are no part of a source even where they lie in it (the output).

    Raises:
        WrongUseError: a source's folder is missing, or is empty although documents came from it before.
        OSError: the store cannot be written, or a folder cannot be listed.
    """
    with hold(store.lock, f"the raw store {store.root}", STORE_PATIENCE_SECONDS):
        files.remove_parts(store.root)
        enabled = [source for source in sources if source.enabled]
        known = take_stock(store.events(), {source.id for source in enabled})
        return [
            _pull_folder(source, store, moment, [doc for doc in known if doc.source == source.id], without)
            for source in enabled
        ]


def _pull_folder(
    source: Source, store: RawStore, moment: Moment, known: Iterable[Document], without: Collection[Path]
) -> Pulled:
    if not source.path.is_dir():
        raise WrongUseError(f"source {source.id}: {source.path}: no such folder; mend its path or set enabled = false")
    listing = list_folder(source.path, without)
    present = {document.doc: document for document in known}
    still_there = [doc for doc in present.values() if doc.withdrawn_on is None]
    if not listing.documents and still_there:
        raise WrongUseError(
            f"source {source.id}: {source.path} is empty although {len(still_there)} documents came from it: "
            "is it mounted? Nothing was changed"
        )
    result = Pulled(source.id, seen=len(listing.documents), ignored=list(listing.ignored))
    batch: list[Event] = []
    for found in listing.documents:
        event = _look(source, found, store, moment)
        _count(result, event, present.get(found.doc))
        if _is_news(event, present.get(found.doc)):
            batch.append(event)
        if len(batch) >= BATCH:
            store.append(batch)
            batch = []
    listed = {found.doc for found in listing.documents}
    gone = sorted(document.doc for document in still_there if document.doc not in listed)
    result.gone = len(gone)
    batch += [Event("gone", source.id, doc, moment.as_of.isoformat(), moment.at.isoformat()) for doc in gone]
    store.append(batch)
    return result


def _look(source: Source, found: Found, store: RawStore, moment: Moment) -> Event:
    on, at = moment.as_of.isoformat(), moment.at.isoformat()
    try:
        data = _read(found.path)
        meta = None if found.meta is None else _read(found.meta)
    except _UntakenError as error:
        return Event("refused", source.id, found.doc, on, at, reason=error.reason, message=str(error))
    digest = store.put(data, f"{source.id}:{found.doc}", found.media_type, moment.at)
    meta_digest = None
    if meta is not None:
        meta_digest = store.put(meta, f"{source.id}:{found.doc} (meta)", "application/json", moment.at)
    return Event("seen", source.id, found.doc, on, at, digest, meta_digest, found.media_type)


class _UntakenError(Exception):
    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


def _read(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _UntakenError("unreadable", f"{path.name} is no regular file; put the file itself there")
        if status.st_size > MOST_BYTES:
            size = f"{status.st_size // 2**20} MB"
            raise _UntakenError(
                "too_large", f"{path.name} has {size}, at most {MOST_BYTES // 2**20} MB are read; split it"
            )
        return path.read_bytes()
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise _UntakenError("unreadable", f"{path.name} cannot be read ({reason}); mend its link or rights") from error


def _count(result: Pulled, event: Event, known: Document | None) -> None:
    if event.event == "refused":
        result.refused += 1
    elif known is None or known.current is None:
        result.new += 1
    elif known.current.sha256 != event.sha256:
        result.changed += 1


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
