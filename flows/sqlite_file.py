"""Files of SQLite beside the store and the output: what is written is there after a kill, each can be deleted."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.errors import MachineError


def connect(path: Path, tables: str, *, threads: bool = False) -> sqlite3.Connection:
    """Open the file at ``path`` and make its ``tables`` where they are missing; ``threads`` may share the connection.

    Raises:
        sqlite3.DatabaseError: the file is damaged, or cannot be read or written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, check_same_thread=not threads)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(tables)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


@contextmanager
def opened(path: Path, tables: str, lost: str) -> Iterator[sqlite3.Connection]:
    """Open a file that threads share; ``lost`` says what deleting it costs.

    Raises:
        MachineError: it cannot be read or written, now or while it is open.
    """
    connection = None
    try:
        connection = connect(path, tables, threads=True)
        yield connection
    except sqlite3.DatabaseError as error:
        mend = f"check disk and permissions, or delete the file ({lost})"
        raise MachineError(f"{path}: {error}; {mend}") from error
    finally:
        if connection is not None:
            connection.close()
