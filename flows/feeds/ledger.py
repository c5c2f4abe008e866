"""The ledger: what sources listed before and how it went, so that nothing is asked for twice.

One SQLite file in the raw store. No release depends on it: it can be deleted at any time, and what was fetched is then
known by the memory of the fetcher. An entry is written when the journal has the document, never before.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from flows.sqlite_file import opened

_TABLES = """
CREATE TABLE IF NOT EXISTS listed (
    source TEXT NOT NULL, identity TEXT NOT NULL, mark TEXT NOT NULL, outcome TEXT NOT NULL, asked_at TEXT NOT NULL,
    PRIMARY KEY (source, identity)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lists (
    source TEXT NOT NULL, url TEXT NOT NULL, mark TEXT NOT NULL, sha256 TEXT NOT NULL, rules TEXT NOT NULL,
    PRIMARY KEY (source, url)) WITHOUT ROWID;
"""
TAKEN, REFUSED = "taken", "refused"


@dataclass(frozen=True, slots=True)
class Dealt:
    """How it went with a document: taken or refused, when it was last asked for, and the mark that it had then."""

    mark: str
    outcome: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class ListState:
    """A list as it was when all that it lists was dealt with: its mark in the index, its bytes, and by which rules."""

    mark: str
    sha256: str
    rules: str


class Ledger:
    """An open ledger; may be used by several threads at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection, self._lock = connection, threading.Lock()

    def of(self, source: str) -> dict[str, Dealt]:
        """Return what is known of the documents of a source, by their identity."""
        query = "SELECT identity, mark, outcome, asked_at FROM listed WHERE source = ?"
        with self._lock:
            rows = self._connection.execute(query, [source]).fetchall()
        return {identity: Dealt(mark, outcome, datetime.fromisoformat(at)) for identity, mark, outcome, at in rows}

    def lists_of(self, source: str) -> dict[str, ListState]:
        """Return the states in which the lists of a source were dealt with to the end, by their address."""
        query = "SELECT url, mark, sha256, rules FROM lists WHERE source = ?"
        with self._lock:
            rows = self._connection.execute(query, [source]).fetchall()
        return {url: ListState(*state) for url, *state in rows}

    def write(
        self, source: str, dealt: Mapping[str, Dealt], lists: Mapping[str, ListState], stale: Iterable[str]
    ) -> None:
        """Add what was dealt with, documents and lists; ``stale`` lists are forgotten. All of it or nothing."""
        rows = [(source, name, one.mark, one.outcome, one.asked_at.isoformat()) for name, one in sorted(dealt.items())]
        with self._lock, self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO listed VALUES (?, ?, ?, ?, ?)", rows)
            self._connection.executemany(
                "DELETE FROM lists WHERE source = ? AND url = ?", [(source, url) for url in sorted(stale)]
            )
            self._connection.executemany(
                "INSERT OR REPLACE INTO lists VALUES (?, ?, ?, ?, ?)",
                [(source, url, state.mark, state.sha256, state.rules) for url, state in sorted(lists.items())],
            )


@contextmanager
def open_ledger(path: Path) -> Iterator[Ledger]:
    """Open the ledger at ``path``.

    Raises:
        MachineError: it cannot be read or written.
    """
    with opened(path, _TABLES, "every list is then gone through once more") as connection:
        yield Ledger(connection)
