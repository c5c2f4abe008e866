"""Cells of a table printed in a text: which header and which row label a number stands under."""

from __future__ import annotations

import re
from bisect import bisect_right

from transforms.authorities.occurrences import occurrences

_BAR = re.compile(r"[|\t]")
_MARKS = "|\t;"
_LISTED = re.compile(r"(?P<label>(?:[^:;.\n]{2,90}:)?)(?P<cells>[^:;\n]{1,40}(?:;[^:;\n]{1,40})+)\s*")
_FIGURE = re.compile(
    r"\s*(?:£?\d[\d,.]*\s*(?:%|m|bn|k|per\s+cent|pc)?|[–—-]|n/a|none|nil)(?:\s*\([^()]{1,20}\))?\s*\.?", re.IGNORECASE
)
_HEADING = re.compile(r"\s*[A-Z][A-Za-z&,'’. -]+(?:\([^()]{1,20}\))?\s*")
_LONGEST_LINE = 4000

Span = tuple[int, int]


def _cells(text: str, start: int, end: int) -> list[Span]:
    """Cells of a line with bars or tabs, the label first; a bar at either end of the line sets nothing apart."""
    cuts = [start, *(match.start() for match in _BAR.finditer(text, start, end)), end]
    spans = [(cuts[i] + (1 if i else 0), cuts[i + 1]) for i in range(len(cuts) - 1)]
    if spans and not text[spans[-1][0] : spans[-1][1]].strip():
        spans = spans[:-1]
    return spans


def _listed_cells(text: str, start: int, end: int) -> list[Span]:
    """Cells of a line such as "Referrals: 12 (9); 8 (7); 5" or "Measure: Leeds; York", the label first."""
    match = _LISTED.match(text, start, end) if text.find(";", start, end) >= 0 else None
    if match is None:
        return []
    low, high = match.span("cells")
    cuts = [low - 1, *(at for at in range(low, high) if text[at] == ";"), high]
    cells = [(cuts[i] + 1, cuts[i + 1]) for i in range(len(cuts) - 1)]
    if any(_FIGURE.fullmatch(text, *cell) is None for cell in cells) and any(
        _HEADING.fullmatch(text, *cell) is None for cell in cells
    ):
        return []
    return [match.span("label"), *cells]


def _label(text: str, row: list[Span], top: list[Span], column: int, *, barred: bool) -> Span | None:
    """The cell of the topmost line of a table that stands over a cell of ``row``."""
    if barred and not text[row[0][0] : row[0][1]].strip():
        # a bar at the head of the line sets an empty cell before the label
        row, column = row[1:], column - 1
        top = top if text[top[0][0] : top[0][1]].strip() else top[1:]
    if len(top) == len(row):
        return top[column]
    # a header line that leaves the place above the labels out altogether
    return top[column - 1] if barred and column and len(top) == len(row) - 1 else None


class Tables:
    """The tables of a text: lines with bars, tabs or semicolons, at most one blank line between two of them."""

    def __init__(self, text: str) -> None:
        """Take every row with the first line of its table; one pass over the lines with such a mark."""
        self._text = text
        self._starts: list[int] = []
        self._rows: list[tuple[list[Span], list[Span] | None, bool]] = []
        self._read()

    def _read(self) -> None:
        text = self._text
        top: list[Span] | None = None
        kind: bool | None = None
        done = 0
        for mark in occurrences(text, _MARKS):  # most lines hold no mark and are never looked at
            if mark < done:
                continue
            start = text.rfind("\n", 0, mark) + 1
            end = text.find("\n", mark)
            end = len(text) if end < 0 else end
            skipped = text[done:start]
            broken = skipped.count("\n") > 1 or bool(skipped.strip(" \n\r"))
            barred = _BAR.search(text, mark, end) is not None
            short = end - start <= _LONGEST_LINE
            row = (_cells(text, start, end) if barred else _listed_cells(text, start, end)) if short else []
            if not row or broken or barred is not kind:
                top = None
            if row:
                self._starts.append(start)
                self._rows.append((row, top, barred))
            top, kind, done = (top or row) if row else None, barred, end + 1

    def labels(self, position: int) -> list[Span]:
        """Spans of the column header and the row label for the number at an offset; empty outside of a table."""
        at = bisect_right(self._starts, position) - 1
        if at < 0 or position >= self._rows[at][0][-1][1]:
            return []
        row, top, barred = self._rows[at]
        column = next((number for number, (low, high) in enumerate(row) if low <= position < high), 0)
        label = next((cell for cell in row if self._text[cell[0] : cell[1]].strip()), row[0])
        if column == 0 or label[0] <= position < label[1]:
            return []
        header = _label(self._text, row, top, column, barred=barred) if top else None
        return [label] if header is None else [header, label]
