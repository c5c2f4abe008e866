"""A document with its numbers marked, for the terminal."""

from __future__ import annotations

import os
from collections.abc import Iterable

import click

from flows.show_model import Mark, Note, Shown, printable

NO_METRIC = "no number states a metric"


def shown(document: Shown) -> str:
    """Return the text with its numbers marked, and below each paragraph a line for each row that was read from it.

    Holds ANSI colours: ``click.echo`` takes them out where they are not wanted.
    """
    article = document.article
    head = printable(f"{article['doc']}  {article['title'] or ''}  {article['published_on'] or 'undated'}")
    parts = [click.style(head, bold=True)]
    for block in document.blocks:
        words = "".join(_piece(text, mark) for text, mark in block.pieces(document.text)).strip("\n")
        lines = [_line(note) for mark in block.marks for note in mark.notes]
        parts.append("\n".join([words, *lines]))
    if not document.notes:
        parts.append(NO_METRIC)
    return "\n\n".join(part for part in parts if part.strip())


def colour() -> bool | None:
    """Whether to print colours: never where NO_COLOR is set, else (None) as the stream that is printed to can."""
    return False if os.environ.get("NO_COLOR") else None


def _piece(text: str, mark: Mark | None) -> str:
    text = printable(text)
    if mark is None:
        return text
    if not mark.notes:
        return click.style(text, dim=True, underline=True)
    return click.style(text, fg="green", bold=True) + click.style(_numbers(mark.notes), fg="cyan")


def _numbers(notes: Iterable[Note]) -> str:
    return f"[{','.join(str(note.number) for note in notes)}]"


def _line(note: Note) -> str:
    row = note.row
    facts = [f"{note.value} {row['unit']}", row["qualifier"], row["role"], note.period or "undated"]
    named = [printable(text) for text in (note.authority or "no authority", row["scope"], row["speaker"]) if text]
    head = click.style(f"  [{note.number}] ", fg="cyan") + click.style(row["metric"], bold=True)
    return f"{head}  {'  '.join([*facts, *named])}  " + click.style(f"{row['confidence']:.2f}  {row['rule']}", dim=True)
