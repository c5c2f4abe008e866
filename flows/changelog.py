"""What differs between two releases: rows added, removed and changed, per table.

A release says nothing of the one before it: it is a function of the store, the codelists, the code and the day, and the
same inputs must give the same bytes whatever was published earlier. So this is told by the run that published (its log
and status), and can be had at any time of any two releases that are there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from expectations.tables import TABLES
from flows.errors import MachineError

# it says which code read a row, not what was read: with new code it differs in every row
_NOT_COMPARED = frozenset({"extractor_digest"})


@dataclass(frozen=True, slots=True)
class Differences:
    """Rows of a table, known by its key: those only in the later release, only in the earlier, other in the later."""

    added: int
    removed: int
    changed: int

    def __bool__(self) -> bool:
        """Return whether there are any."""
        return bool(self.added or self.removed or self.changed)


@dataclass(frozen=True, slots=True)
class Since:
    """What a release has otherwise than the one called ``release``; tables without differences are left out."""

    release: str
    tables: Mapping[str, Differences]

    def record(self) -> dict[str, object]:
        """Return it as a record for JSON."""
        return asdict(self)

    def lines(self) -> list[str]:
        """Return it for people: one line per table."""
        return [
            f"{name}: {one.added:,} rows added, {one.removed:,} removed, {one.changed:,} changed"
            for name, one in self.tables.items()
        ]


def since(earlier: Path, later: Path) -> Since:
    """Compare two releases by their Parquet files.

    A table or column that only one of them has counts as added or removed rows, or not at all.

    Raises:
        MachineError: a file is missing or damaged.
    """
    try:
        with duckdb.connect(config={"threads": 1}) as connection:
            found = {name: _differences(connection, name, earlier, later) for name in TABLES}
    except (duckdb.Error, pa.ArrowException, OSError) as error:
        raise MachineError(f"{earlier} and {later}: cannot be compared ({error}); check the disk") from error
    return Since(earlier.name, {name: one for name, one in found.items() if one})


def _differences(connection: duckdb.DuckDBPyConnection, name: str, earlier: Path, later: Path) -> Differences:
    before, after = (folder / f"{name}.parquet" for folder in (earlier, later))
    if not (before.is_file() and after.is_file()):
        return Differences(_rows(after), _rows(before), 0)
    known = pq.read_schema(before).names
    shared = [column for column in pq.read_schema(after).names if column in known and column not in _NOT_COMPARED]
    key = TABLES[name].key
    otherwise = " OR ".join(f'o."{column}" IS DISTINCT FROM n."{column}"' for column in shared)
    found = connection.execute(
        f"""
        SELECT
            count(*) FILTER (o."{key}" IS NULL),
            count(*) FILTER (n."{key}" IS NULL),
            count(*) FILTER (o."{key}" = n."{key}" AND ({otherwise}))
        FROM read_parquet($earlier) AS o FULL JOIN read_parquet($later) AS n ON o."{key}" = n."{key}"
        """,
        {"earlier": str(before), "later": str(after)},
    ).fetchall()
    return Differences(*found[0])


def _rows(file: Path) -> int:
    return int(pq.read_metadata(file).num_rows) if file.is_file() else 0
