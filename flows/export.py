"""Rows of a release as JSON lines or CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TextIO

import pyarrow as pa
import pyarrow.parquet as pq

from expectations.tables import TABLES
from flows.layout import Layout
from flows.release import find_release
from flows.texts import read_text

_AT_ONCE = 10_000


def write_rows(layout: Layout, name: str, release: str | None, form: str, out: TextIO) -> None:
    """Write the table ``name``, or ``texts``, of a release to ``out`` as ``jsonl`` or ``csv``.

    Raises:
        WrongUseError: there is no such release.
        MachineError: a text is missing.
    """
    folder = find_release(layout, release)
    if name == "texts":
        columns: tuple[str, ...] = ("doc", "text")
        rows: Iterable[dict[str, Any]] = _texts(folder, layout)
    else:
        columns, rows = _table(folder, name)
    if form == "jsonl":
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False, default=_iso) + "\n")
        return
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(
        {name: _iso(value) if isinstance(value, date) else value for name, value in row.items()} for row in rows
    )


def _iso(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"{value!r} cannot be written as JSON")


# a judgement is read beside the inspection that made it
OF_INSPECTION = (
    "inspection_start",
    "inspection_end",
    "published_on",
    "published_on_basis",
    "lead_inspector",
    "gss_code",
)


def _table(folder: Path, name: str) -> tuple[tuple[str, ...], Iterator[dict[str, Any]]]:
    table = pq.read_table(folder / f"{name}.parquet")
    columns = TABLES[name].names
    if name == "judgements":
        inspections = pq.read_table(folder / "inspections.parquet").rename_columns({"authority": "gss_code"})
        table = _joined(table, inspections, "inspection_id", OF_INSPECTION)
        columns = (*columns, *OF_INSPECTION)
    if "doc" in columns or "article_id" not in columns:
        return columns, _rows(table)
    articles = pq.read_table(folder / "articles.parquet", columns=["article_id", "doc"])
    return ("doc", *columns), _rows(_joined(table, articles, "article_id", ("doc",), at=0))


def _joined(table: pa.Table, other: pa.Table, key: str, columns: Sequence[str], at: int | None = None) -> pa.Table:
    """Return ``table`` with ``columns`` of the rows of ``other`` that its ``key`` names, in place ``at`` or last."""
    rows = other.select([key, *columns]).to_pylist()
    found = {row[key]: row for row in rows}
    for place, column in enumerate(columns):
        values = [found[value][column] for value in table[key].to_pylist()]
        where = table.num_columns if at is None else at + place
        table = table.add_column(where, column, pa.array(values, other.schema.field(column).type))
    return table


def _rows(table: pa.Table) -> Iterator[dict[str, Any]]:
    for batch in table.to_batches(max_chunksize=_AT_ONCE):
        yield from batch.to_pylist()


def _texts(folder: Path, layout: Layout) -> Iterator[dict[str, Any]]:
    articles = pq.read_table(folder / "articles.parquet", columns=["doc", "text_sha256"]).sort_by("doc")
    for row in _rows(articles):
        yield {"doc": row["doc"], "text": read_text(layout.texts, row["text_sha256"])}
