"""A document with its numbers marked, for the terminal."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

import click
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.errors import WrongUseError
from flows.layout import Layout
from flows.release import find_release
from flows.texts import read_text

Row = dict[str, Any]


def shown(layout: Layout, doc: str, release: str | None) -> str:
    """Return the document's text with its numbers marked, and a line for each row read from it.

    Raises:
        WrongUseError: the release holds no such document; the message names the nearest.
    """
    folder = find_release(layout, release)
    article = _article(folder, doc)
    mentions = pq.read_table(folder / "mentions.parquet")
    own = mentions.filter(pc.equal(mentions["article_id"], article["article_id"])).sort_by("char_start").to_pylist()
    text = read_text(layout.texts, article["text_sha256"])
    head = f"{article['doc']}  {article['title'] or ''}  {article['published_on'] or 'undated'}"
    lines = [_line(number, row) for number, row in enumerate(own, 1)]
    return "\n\n".join(
        [click.style(head, bold=True), _marked(text, own), "\n".join(lines) or "no number states a metric"]
    )


def _article(folder: Path, doc: str) -> Row:
    articles = pq.read_table(folder / "articles.parquet").to_pylist()
    found = [row for row in articles if doc in (row["doc"], row["article_id"])]
    if not found:
        near = difflib.get_close_matches(doc, [row["doc"] for row in articles], n=3, cutoff=0.3)
        mend = f"did you mean {' or '.join(near)}?" if near else "`turnaround export articles` lists them"
        raise WrongUseError(f"release {folder.name} holds no document {doc}; {mend}")
    return max(found, key=lambda row: (row["newest"], row["article_id"]))


def _marked(text: str, rows: list[Row]) -> str:
    parts, at = [], 0
    for number, row in enumerate(rows, 1):
        if row["char_start"] < at:
            continue
        parts.append(text[at : row["char_start"]])
        parts.append(click.style(text[row["char_start"] : row["char_end"]], fg="green", bold=True))
        parts.append(click.style(f"[{number}]", fg="cyan"))
        at = row["char_end"]
    return "".join([*parts, text[at:]])


def _line(number: int, row: Row) -> str:
    low, high = (_figure(row[end]) for end in ("value_low", "value_high"))
    value = _figure(row["value"]) if low == high else f"{low}..{high}"
    period = (
        f"{row['period_start'] or ''}..{row['period_end'] or ''}" if row["period_start"] or row["period_end"] else "-"
    )
    facts = [row["metric"], f"{value} {row['unit']}", row["qualifier"], row["role"], row["authority"] or "-", period]
    extra = [text for text in (row["scope"], row["speaker"]) if text]
    return f"[{number}] " + "  ".join([*facts, *extra, f"{row['confidence']:.2f}", row["rule"]])


def _figure(value: float | None) -> str:
    return "?" if value is None else f"{value:,.6f}".rstrip("0").rstrip(".")
