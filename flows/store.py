"""The raw store: every document that was ever pulled, written once, named by its hash, and a journal of what was seen.

    objects/ab/abcdef....json   when, where from, media type, hash, size; for what came over the web the record's place
    objects/ab/abcdef...        the bytes of all else
    warc/SOURCE/....warc.gz     what came over the web, as it was sent (see ``flows.fetch.archive``)
    journal.jsonl               one line per thing that a source was seen to do, in order

A release is a function of the journal and the objects. Objects are on disk before the journal names them, and a line
that a kill cut short is dropped when the journal is next opened for writing. Content is kept once: a page of 193 KB
takes 39 KB as a record alone, and took 238 KB as record and object.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Literal

from flows import files
from flows.errors import MachineError
from flows.fetch.archive import Place
from flows.fetch.record import RecordError, read_at

_TAIL = 64 * 1024


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the journal.

    ``seen``: the document has these bytes (``sha256``) and this meta file. ``gone``: its source no longer has it.
    ``refused``: its bytes could not be taken, for ``reason``; what was seen before stays. ``on`` is the as-of date of
    the run, ``at`` the moment.
    """

    event: Literal["seen", "gone", "refused"]
    source: str
    doc: str
    on: str
    at: str
    sha256: str | None = None
    meta_sha256: str | None = None
    media_type: str | None = None
    reason: str | None = None
    message: str | None = None


class RawStore:
    """The raw store below ``root``; made when it is first written. Several threads may write one."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.journal = root / "journal.jsonl"
        # folders with names that are not yet on disk for sure; no line of the journal speaks of them before
        self._unsynced: set[Path] = set()
        self._lock = threading.Lock()

    @property
    def lock(self) -> Path:
        """The lock file of whoever writes the store."""
        return self.root / "lock"

    def path(self, digest: str) -> Path:
        """Where the bytes with this SHA-256 lie, or would lie."""
        return self.root / "objects" / digest[:2] / digest

    def put(self, data: bytes, origin: str, media_type: str, at: datetime) -> str:
        """Keep ``data`` and return its SHA-256; bytes that are there already are left as they are."""
        digest = files.sha256(data)
        if not self.holds(digest, len(data)):
            files.write_bytes(self.path(digest), data, sync_name=False)
            self._describe(
                digest, {"at": at.isoformat(), "media_type": media_type, "origin": origin, "size": len(data)}
            )
        return digest

    def refer(self, data: bytes, place: Place, origin: str, media_type: str, at: datetime) -> str:
        """Keep ``data``, which is the content of the WARC record at ``place`` below the root; return its SHA-256.

        Only the place is written, if reading the record gives the very bytes; else they are put.
        """
        digest = files.sha256(data)
        if self.holds(digest, len(data)):
            return digest
        record = {"file": place.path.relative_to(self.root).as_posix(), "offset": place.offset, "length": place.length}
        try:
            whole = read_at(place.path, place.offset).body == data
        except RecordError:
            whole = False
        if not whole:
            return self.put(data, origin, media_type, at)
        facts = {"at": at.isoformat(), "media_type": media_type, "origin": origin, "size": len(data)}
        self._describe(digest, {**facts, "record": record})
        return digest

    def _describe(self, digest: str, facts: Mapping[str, Any]) -> None:
        sidecar = _sidecar(self.path(digest))
        files.write_bytes(sidecar, files.json_bytes({**facts, "sha256": digest}), sync_name=False)
        with self._lock:
            self._unsynced.add(sidecar.parent)

    def holds(self, digest: str, size: int | None = None) -> bool:
        """Return whether the bytes with this SHA-256 are there, by the size of what holds them."""
        path = self.path(digest)
        facts = _facts(path)
        if facts is None or size not in (None, facts["size"]):
            return False
        if "record" not in facts:
            return path.exists() and path.stat().st_size == int(facts["size"])
        file, end = self.root / str(facts["record"]["file"]), int(facts["record"]["offset"] + facts["record"]["length"])
        return file.exists() and file.stat().st_size >= end

    def size(self, digest: str) -> int:
        """Return how many bytes an object has.

        Raises:
            MachineError: it is not there.
        """
        facts = _facts(self.path(digest))
        if facts is None or not self.holds(digest):
            raise _missing(self.path(digest), facts)
        return int(facts["size"])

    def get(self, digest: str) -> bytes:
        """Return the bytes with this SHA-256.

        Raises:
            MachineError: they are not there, or are no longer what was stored.
        """
        return read_object(self.path(digest), digest)

    def events(self) -> list[Event]:
        """Return the journal, oldest first; a last line that a kill cut short is left out.

        Raises:
            MachineError: a line in the journal is no event.
        """
        try:
            data = self.journal.read_bytes()
        except FileNotFoundError:
            return []
        lines = data[: data.rfind(b"\n") + 1].splitlines()
        return [self._event(number, line) for number, line in enumerate(lines, 1)]

    def _event(self, number: int, line: bytes) -> Event:
        try:
            return Event(**json.loads(line))
        except (ValueError, TypeError) as error:
            raise MachineError(
                f"{self.journal}, line {number}: no event ({error}); restore it from a copy or move the store away"
            ) from error

    def append(self, events: Iterable[Event]) -> None:
        """Add events to the journal; they are on disk when this returns. Call it with the store's lock held."""
        lines = "".join(json.dumps(_without_nulls(asdict(event)), ensure_ascii=False) + "\n" for event in events)
        if not lines:
            return
        self.root.mkdir(parents=True, exist_ok=True)
        with self._lock:
            for folder in sorted(self._unsynced):
                files.sync_folder(folder)
            self._unsynced.clear()
            self._drop_torn_line()
            with self.journal.open("ab") as handle:
                handle.write(lines.encode("utf-8"))
                handle.flush()
            files.sync_file(self.journal)

    def _drop_torn_line(self) -> None:
        if not self.journal.exists():
            files.write_bytes(self.journal, b"")
            return
        with self.journal.open("r+b") as handle:
            size = handle.seek(0, os.SEEK_END)
            whole = _end_of_last_line(handle, size)
            if whole != size:
                handle.truncate(whole)


def _end_of_last_line(handle: BinaryIO, size: int) -> int:
    """Return the offset behind the last line break, read from the end: a journal of years is long."""
    end = size
    while end > 0:
        start = max(0, end - _TAIL)
        handle.seek(start)
        at = handle.read(end - start).rfind(b"\n")
        if at >= 0:
            return start + at + 1
        end = start
    return 0


def read_object(path: Path, digest: str) -> bytes:
    """Read an object of a store, whose place is ``path``, and check that it is what was stored.

    Raises:
        MachineError: it is missing or damaged.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        facts = _facts(path)
        if facts is None or "record" not in facts:
            raise _missing(path, facts) from None
        data = _read_record(path, facts["record"])
    if files.sha256(data) != digest:
        raise MachineError(f"{path}: damaged, its bytes no longer match its name; restore it from a copy")
    return data


def _read_record(path: Path, record: Mapping[str, Any]) -> bytes:
    file, offset = path.parents[2] / record["file"], int(record["offset"])
    try:
        return read_at(file, offset).body
    except (FileNotFoundError, RecordError) as error:
        where = f"{file}, record at byte {offset}"
        raise MachineError(f"{where}: missing or damaged ({error}); restore the file from a copy") from error


def _sidecar(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")


def _facts(path: Path) -> dict[str, Any] | None:
    """Return what is noted of an object; None where nothing is, or the note is damaged: it is then written again."""
    try:
        return files.read_json(_sidecar(path))
    except ValueError:
        return None


def _missing(path: Path, facts: Mapping[str, Any] | None) -> MachineError:
    held = path if facts is None or "record" not in facts else path.parents[2] / facts["record"]["file"]
    return MachineError(
        f"{held}: missing from the raw store, or cut off; restore it from a copy (it holds {path.name})"
    )


def _without_nulls(record: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value is not None}
