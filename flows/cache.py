"""What is kept between runs: the reading of each file and the extraction of each text, by digests of what made them.

One SQLite file; what is written is there after a kill. It can be deleted at any time: everything is then read anew.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from flows.errors import MachineError
from flows.sqlite_file import connect

log = logging.getLogger("turnaround.cache")

_TABLES = "CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, digest TEXT NOT NULL, payload TEXT NOT NULL)"
_AT_ONCE = 500


class Cache:
    """An open cache. Keys already hold the digest of the code; ``digest`` is kept to forget what is out of date."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, keys: Sequence[str]) -> dict[str, str]:
        """Return the payloads of those keys that are known."""
        found: dict[str, str] = {}
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            found.update(self._connection.execute(f"SELECT key, payload FROM entries WHERE key IN ({marks})", some))
        return found

    def put(self, entries: Iterable[tuple[str, str, str]]) -> None:
        """Keep entries of key, digest and payload, all or none of them."""
        with self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", entries)

    def forget_except(self, digests: Sequence[str]) -> None:
        """Drop what other code made than that with these digests."""
        marks = ",".join("?" * len(digests))
        with self._connection:
            self._connection.execute(f"DELETE FROM entries WHERE digest NOT IN ({marks})", digests)


@contextmanager
def open_cache(path: Path) -> Iterator[Cache]:
    """Open the cache at ``path``; one that is damaged is replaced by an empty one.

    Raises:
        MachineError: it cannot be written.
    """
    try:
        connection = connect(path, _TABLES)
    except sqlite3.OperationalError as error:
        raise MachineError(f"{path}: {error}; check disk and permissions, or delete the file") from error
    except sqlite3.DatabaseError as error:
        log.warning("%s is damaged (%s): everything is read anew", path, error)
        path.unlink()
        connection = connect(path, _TABLES)
    try:
        yield Cache(connection)
    except sqlite3.DatabaseError as error:
        raise MachineError(f"{path}: {error}; check disk and permissions, or delete the file") from error
    finally:
        connection.close()
