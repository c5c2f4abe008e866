"""Whether a source has collapsed since the last release."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb
import pyarrow as pa

from expectations.rules import Volume
from expectations.schema import Table
from expectations.tables import TABLES
from flows.validation_model import OWN, Check

_QUERIES = {
    "articles": "SELECT source_id, count(*) FROM articles GROUP BY source_id ORDER BY source_id",
    "mentions": "SELECT source_id, count(*) FROM mentions JOIN articles USING (article_id) GROUP BY ALL ORDER BY ALL",
}
"""Rows by source of each table whose volume is watched."""


def count_rows_by_source(tables: Mapping[str, pa.Table]) -> dict[str, dict[str, int]]:
    """Return the rows of each source in each table whose volume is watched, sources without rows left out.

    This is what the next release takes as ``previous_counts``.
    """
    counts: dict[str, dict[str, int]] = {}
    with duckdb.connect() as con:
        for name in _QUERIES:
            con.register(name, tables[name])
        for name, query in _QUERIES.items():
            for source, rows in con.execute(query).fetchall():
                counts.setdefault(source, {})[name] = rows
    return counts


def volume_checks(now: Mapping[str, Mapping[str, int]], before: Mapping[str, Mapping[str, int]]) -> list[Check]:
    """Return a table check and a warning per watched table: ``failed`` counts the sources that fell too far."""
    checks = []
    for table in TABLES.values():
        if table.volume is None:
            continue
        counts = {
            source: (rows.get(table.name, 0), now.get(source, {}).get(table.name, 0))
            for source, rows in sorted(before.items())
        }
        stopped = {source: pair for source, pair in counts.items() if _collapsed(*pair, table.volume)}
        warned = {
            source: (last, new)
            for source, (last, new) in counts.items()
            if source not in stopped and new < last * table.volume.warn_below
        }
        checks.append(_check(table, "volume_not_collapsed", stopped, len(counts), table.volume.stop_below))
        checks.append(_check(table, "volume_not_fallen", warned, len(counts), table.volume.warn_below))
    return checks


def _collapsed(last: int, new: int, volume: Volume) -> bool:
    if last > 0 and new == 0:
        return True
    return last >= volume.smallest and new < last * volume.stop_below


def _check(table: Table, rule: str, fallen: Mapping[str, tuple[int, int]], sources: int, share: float) -> Check:
    stops = rule == "volume_not_collapsed"
    words = "the release is refused" if stops else "the run warns"
    detail = "; ".join(
        f"{source} has {new} {table.name}, the last release had {last}" for source, (last, new) in fallen.items()
    )
    return Check(
        table=table.name,
        rule=rule,
        description=f"no source has less than {share:.0%} of the last release's rows, else {words}",
        level="table" if stops else "warning",
        engine=OWN,
        checked=sources,
        failed=len(fallen),
        examples=tuple(fallen),
        detail=detail or None,
    )
