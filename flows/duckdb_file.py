"""The DuckDB file of a release, written so that the same tables give the same bytes.

DuckDB 2.0 writes different bytes for the same rows, for three reasons, and each has its mend here. Threads: one is
used. Compressions: FSST and ALP choose by a random sample, and bit-packing keeps what happened to lie in the place of
a null; they are left out. Unused space in blocks shows whatever was in memory before: the allocator hands out zeroed
memory, which it can only be told before it starts, so the file is written by a process of its own. Clients from 1.1.3
on read storage version v1.0.0.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import duckdb

from expectations.tables import TABLES
from flows.errors import MachineError
from flows.facts import View

STORAGE_VERSION = "v1.0.0"
_SETTINGS = (
    "SET checkpoint_threshold = '1TB'",
    "SET disabled_compression_methods = 'alp,alprd,bitpacking,chimp,dict_fsst,fsst,patas,zstd'",
)


def write_in_own_process(folder: Path, target: Path, views: Sequence[View]) -> None:
    """Write ``target`` from the Parquet files in ``folder``, with comments, keys and views.

    Raises:
        MachineError: the process failed; the message ends with what it said.
    """
    environment = {**os.environ, "DUCKDB_JE_MALLOC_CONF": "zero:true"}
    request = json.dumps({"folder": str(folder), "target": str(target), "views": [view.record() for view in views]})
    command = [sys.executable, "-m", "flows.duckdb_file"]
    done = subprocess.run(command, input=request, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        said = done.stderr.strip().splitlines()[-1:] or [f"exit code {done.returncode}"]
        raise MachineError(f"{target}: the DuckDB file could not be written: {said[0]}")


def write(folder: Path, target: Path, views: Sequence[View]) -> None:
    """Write the DuckDB file in this process (see ``write_in_own_process``)."""
    target.unlink(missing_ok=True)
    with duckdb.connect(config={"threads": 1}) as connection:
        for setting in _SETTINGS:
            connection.execute(setting)
        connection.execute(f"ATTACH {_text(str(target))} AS release (STORAGE_VERSION {_text(STORAGE_VERSION)})")
        # views keep the name of an attached database unless it is the one in use
        connection.execute("USE release")
        # one transaction: hundreds of statements would each wait for the disk
        connection.execute("BEGIN")
        for table in TABLES.values():
            connection.execute(table.duckdb_ddl())
        for name in TABLES:
            source = _text(str(folder / f"{name}.parquet"))
            connection.execute(f'INSERT INTO "{name}" SELECT * FROM read_parquet({source})')
        for view in views:
            connection.execute(view.sql)
            if view.comment is not None:
                connection.execute(f'COMMENT ON VIEW "{view.name}" IS {_text(view.comment)}')
        connection.execute("COMMIT")
        connection.execute("CHECKPOINT release")
        connection.execute("USE memory")
        connection.execute("DETACH release")


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def main() -> None:
    """Write the file that standard input asks for."""
    request = json.load(sys.stdin)
    views = [View(**view) for view in request["views"]]
    write(Path(request["folder"]), Path(request["target"]), views)


if __name__ == "__main__":
    main()
