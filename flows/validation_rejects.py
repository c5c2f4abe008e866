"""Rows of ``rejects`` for the rows that validation refuses."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pyarrow as pa

from expectations.rules import Rule
from expectations.schema import Table
from expectations.sql import columns_of
from expectations.tables import TABLES

SHOWN = 60
"""Most characters of a value that a message shows."""

MENDS = {
    "articles": "correct the document's meta file, or remove the document",
    "mentions": "read the sentence: if it was misread mend the extraction, if it is itself wrong the number stays out",
    "changes": "read the sentence: if it was misread mend the extraction, if it is itself wrong the movement stays out",
    "observations": "look at the mentions that it was built from",
    "rejects": "mend the stage that wrote it",
}
MEND_ELSEWHERE = "mend the stage that made the row"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that breaks rules, in the order of their declaration; ``cascade`` where it only went along."""

    table: Table
    row: Mapping[str, Any]
    rules: Sequence[Rule]
    cascade: bool


@dataclass(frozen=True, slots=True)
class Origins:
    """Where rows come from: document and source of each article, refused ones too, and the sources there are."""

    articles: Mapping[str, tuple[str | None, str | None]]
    sources: frozenset[str]

    def of(self, table: Table, row: Mapping[str, Any]) -> tuple[str | None, str | None]:
        """Return document and source of a row; a source that is not declared is None."""
        if "doc" in table.names:
            doc, source = row["doc"], row.get("source_id")
        else:
            doc, source = self.articles.get(row.get("article_id") or "", (None, row.get("source_id")))
        return doc or None, source if source in self.sources else None


def reject_rows(refusals: Iterable[Refusal], origins: Origins, taken: Iterable[str]) -> pa.Table:
    """Return one row of ``rejects`` per refusal; ``taken`` are the reject ids that are in use."""
    used, seen = set(taken), Counter[str]()
    rows = []
    for refusal in refusals:
        row = _reject(refusal, origins)
        content = json.dumps(row, sort_keys=True)
        while (reject_id := _hash(content, seen[content])) in used:
            seen[content] += 1
        used.add(reject_id)
        rows.append({"reject_id": reject_id, **row})
    return pa.Table.from_pylist(rows, schema=TABLES["rejects"].arrow_schema())


def show(value: object) -> str:
    """Return a value for a message: short, on one line."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    text = repr(value) if isinstance(value, str) else "null" if value is None else str(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _hash(content: str, occurrence: int) -> str:
    return hashlib.sha256(f"{content}\n{occurrence}".encode()).hexdigest()[:32]


def _reject(refusal: Refusal, origins: Origins) -> dict[str, str | None]:
    table, row = refusal.table, refusal.row
    doc, source = origins.of(table, row)
    quote = row.get("quote")
    start, end = row.get("char_start"), row.get("char_end")
    longest = TABLES["rejects"].column("text").max_length
    return {
        "stage": "validate",
        "reason": "reference_removed" if refusal.cascade else "rule_failed",
        "doc": doc,
        "source_id": source,
        "table": table.name,
        "row_key": row[table.key] or None,
        "rule": refusal.rules[0].name,
        "place": None if start is None or end is None else f"characters {start} to {end}",
        "message": _message(refusal),
        "text": quote[:longest] if quote else None,
    }


def _message(refusal: Refusal) -> str:
    table, row, rule = refusal.table, refusal.row, refusal.rules[0]
    values = ", ".join(f"{name} {show(row[name])}" for name in columns_of(rule) if name in row)
    others = "".join(f"; also breaks {other.name}" for other in refusal.rules[1:])
    mend = "it returns with the row that it refers to" if refusal.cascade else MENDS.get(table.name, MEND_ELSEWHERE)
    return f"{table.name} {show(row[table.key])} breaks {rule.name} ({rule.description}): {values}{others}; {mend}"
