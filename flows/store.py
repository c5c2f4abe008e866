"""The raw store: every byte that was ever pulled, written once, named by its hash, and a journal of what was seen.

    objects/ab/abcdef...        the bytes
    objects/ab/abcdef....json   when, where from, media type, hash, size
    journal.jsonl               one line per thing that a source was seen to do, in order

A release is a function of the journal and the objects. Objects are on disk before the journal names them, and a line
that a kill cut short is dropped when the journal is next opened for writing.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Literal

from flows import files
from flows.errors import MachineError

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
    """The raw store below ``root``; made when it is first written."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.journal = root / "journal.jsonl"
        # folders with names that are not yet on disk for sure; no line of the journal speaks of them before
        self._unsynced: set[Path] = set()

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
        path = self.path(digest)
        sidecar = path.with_name(f"{digest}.json")
        if not (sidecar.exists() and path.exists() and path.stat().st_size == len(data)):
            files.write_bytes(path, data, sync_name=False)
            facts = {"at": at.isoformat(), "media_type": media_type, "origin": origin}
            described = {**facts, "sha256": digest, "size": len(data)}
            files.write_bytes(sidecar, files.json_bytes(described), sync_name=False)
            self._unsynced.add(path.parent)
        return digest

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
    """Read an object of a store and check that it is what was stored.

    Raises:
        MachineError: it is missing or damaged.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise MachineError(f"{path}: missing from the raw store; restore it from a copy") from None
    if files.sha256(data) != digest:
        raise MachineError(f"{path}: damaged, its bytes no longer match its name; restore it from a copy")
    return data


def _without_nulls(record: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value is not None}
