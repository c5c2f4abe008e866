"""Cells of a table printed in a text: which header and which row label a number stands under."""

from __future__ import annotations

import re

_BAR = re.compile(r"[|\t]")
_REACH = 4000


def _line(text: str, position: int) -> tuple[int, int]:
    """Bounds of the line at ``position``, looked for within reach only."""
    low, high = max(0, position - _REACH), min(len(text), position + _REACH)
    start = text.rfind("\n", low, position)
    end = text.find("\n", position, high)
    return (low if start < 0 else start + 1), (high if end < 0 else end)


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start, *(match.start() for match in _BAR.finditer(text, start, end)), end]
    spans = [(cuts[i] + (1 if i else 0), cuts[i + 1]) for i in range(len(cuts) - 1)]
    if spans and not text[spans[0][0] : spans[0][1]].strip():
        spans = spans[1:]
    if spans and not text[spans[-1][0] : spans[-1][1]].strip():
        spans = spans[:-1]
    return spans


def cell_labels(text: str, position: int) -> list[tuple[int, int]]:
    """Spans of the column header and the row label for a number in a table with bars or tabs; empty outside of one."""
    start, end = _line(text, position)
    if end - start > _REACH or not _BAR.search(text, start, end):
        return []
    row = _cells(text, start, end)
    column = next((number for number, (low, high) in enumerate(row) if low <= position < high), None)
    if column is None or column == 0:
        return []
    labels = [row[0]]
    top = start
    while top > 0 and start - top < _REACH:
        above = _line(text, top - 1)
        if not _BAR.search(text, *above):
            break
        top = above[0]
    if top != start:
        header = _cells(text, *_line(text, top))
        if len(header) == len(row):
            labels.insert(0, header[column])
    return labels
