"""What was fetched from where, so that it is asked for again seldom, and then only for something newer.

One SQLite file in the raw store. No release depends on it: it can be deleted at any time, and every address is then
fetched once more. Remember an address as known only when its bytes are in
the store.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flows.fetch.outcome import Fetched, Known
from flows.sqlite_file import opened

_TABLES = """
CREATE TABLE IF NOT EXISTS known (
    url TEXT PRIMARY KEY, final_url TEXT NOT NULL, sha256 TEXT NOT NULL, media_type TEXT NOT NULL,
    etag TEXT, last_modified TEXT, checked_at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS left_alone (url TEXT PRIMARY KEY, why TEXT NOT NULL, at TEXT NOT NULL) WITHOUT ROWID;
"""
# runs so near each other are one night's: a killed one and the next
NIGHT = timedelta(hours=6)
# a validator longer than this is not worth sending back
_LONGEST_VALIDATOR = 1000


class Memory:
    """An open memory; may be used by several threads at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection, self._lock = connection, threading.Lock()

    def get(self, url: str) -> Known | None:
        """Return what is known of an address, or None."""
        with self._lock:
            row = self._connection.execute("SELECT * FROM known WHERE url = ?", [url]).fetchone()
        if row is None:
            return None
        url, final_url, sha256, media_type, etag, last_modified, checked_at = row
        return Known(url, final_url, sha256, media_type, etag, last_modified, datetime.fromisoformat(checked_at))

    def put(self, known: Known) -> None:
        """Remember an address; it is there after a kill."""
        row = (known.url, known.final_url, known.sha256, known.media_type, known.etag, known.last_modified)
        with self._lock, self._connection:
            self._connection.execute(
                "INSERT OR REPLACE INTO known VALUES (?, ?, ?, ?, ?, ?, ?)", (*row, known.checked_at.isoformat())
            )

    def leave(self, url: str, why: str, at: datetime) -> None:
        """Remember for a night that what was fetched from an address was not kept, and why."""
        row = (url, why, at.astimezone(UTC).isoformat())
        with self._lock, self._connection:
            self._connection.execute("INSERT OR REPLACE INTO left_alone VALUES (?, ?, ?)", row)

    def why_left(self, url: str) -> str | None:
        """Return why the content of an address was not kept this night; None where it was, or was not fetched."""
        with self._lock:
            row = self._connection.execute("SELECT why FROM left_alone WHERE url = ?", [url]).fetchone()
        return None if row is None else str(row[0])

    def begin_night(self, at: datetime) -> None:
        """Forget what was left in an earlier night: it may have become another document."""
        before = (at - NIGHT).astimezone(UTC).isoformat()
        with self._lock, self._connection:
            self._connection.execute("DELETE FROM left_alone WHERE at < ?", [before])


def known_of(fetched: Fetched, sha256: str) -> Known:
    """Return what to remember of something that was fetched and is in the store under ``sha256``."""
    etag, modified = (_validator(fetched.header(name)) for name in ("etag", "last-modified"))
    return Known(fetched.url, fetched.final_url, sha256, fetched.media_type, etag, modified, fetched.retrieved_at)


def _validator(value: str | None) -> str | None:
    usable = value is not None and value.isascii() and value.isprintable() and len(value) <= _LONGEST_VALIDATOR
    return value if usable and value else None


@contextmanager
def open_memory(path: Path) -> Iterator[Memory]:
    """Open the memory at ``path``.

    Raises:
        MachineError: it cannot be read or written.
    """
    with opened(path, _TABLES, "everything is then fetched once more") as connection:
        yield Memory(connection)
