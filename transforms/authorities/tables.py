"""Cells of a table printed in a text: which header and which row label a number stands under."""

from __future__ import annotations

import re

_BAR = re.compile(r"[|\t]")
_LISTED = re.compile(r"(?P<label>(?:[^:;.\n]{2,90}:)?)(?P<cells>[^:;\n]{1,40}(?:;[^:;\n]{1,40})+)\s*")
_FIGURE = re.compile(
    r"\s*(?:£?\d[\d,.]*\s*(?:%|m|bn|k|per\s+cent|pc)?|[–—-]|n/a|none|nil)(?:\s*\([^()]{1,20}\))?\s*\.?", re.IGNORECASE
)
_HEADING = re.compile(r"\s*[A-Z][A-Za-z&,'’. -]+(?:\([^()]{1,20}\))?\s*")
_REACH = 4000


def _line(text: str, position: int) -> tuple[int, int]:
    """Bounds of the line at ``position``, looked for within reach only."""
    low, high = max(0, position - _REACH), min(len(text), position + _REACH)
    start = text.rfind("\n", low, position)
    end = text.find("\n", position, high)
    return (low if start < 0 else start + 1), (high if end < 0 else end)


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cells of a line with bars or tabs, the label first; a bar at either end of the line sets nothing apart."""
    cuts = [start, *(match.start() for match in _BAR.finditer(text, start, end)), end]
    spans = [(cuts[i] + (1 if i else 0), cuts[i + 1]) for i in range(len(cuts) - 1)]
    if spans and not text[spans[-1][0] : spans[-1][1]].strip():
        spans = spans[:-1]
    return spans


def _listed_cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cells of a line such as "Referrals: 12 (9); 8 (7); 5" or "Measure: Leeds; York", the label first."""
    match = _LISTED.match(text, start, end)
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


def _split(text: str, line: tuple[int, int], *, barred: bool) -> list[tuple[int, int]]:
    if not barred:
        return _listed_cells(text, *line)
    return _cells(text, *line) if _BAR.search(text, *line) else []


def _header(text: str, row: list[tuple[int, int]], column: int, start: int, *, barred: bool) -> tuple[int, int] | None:
    """The cell of the topmost line of the table that stands over a cell of ``row``."""
    top: list[tuple[int, int]] = []
    position = start
    while position > 0 and start - position < _REACH:
        above = _line(text, position - 1)
        cells = _split(text, above, barred=barred)
        blank = not text[above[0] : above[1]].strip()
        if (not cells and not blank) or (blank and not text[_line(text, above[0] - 1)[0] : above[0]].strip()):
            break
        top = cells or top
        position = above[0]
    if not top:
        return None
    if barred:
        row, top, column = _stripped(text, row, top, column)
    if len(top) == len(row):
        return top[column]
    # a header line that leaves the place above the labels out altogether
    return top[column - 1] if barred and len(top) == len(row) - 1 else None


def _stripped(
    text: str, row: list[tuple[int, int]], top: list[tuple[int, int]], column: int
) -> tuple[list[tuple[int, int]], list[tuple[int, int]], int]:
    """Both lines without the empty cell that a bar at the head of the line makes, where both have one."""
    lead = not text[row[0][0] : row[0][1]].strip()
    if lead:
        row, column = row[1:], column - 1
        if not text[top[0][0] : top[0][1]].strip():
            top = top[1:]
    return row, top, column


def cell_labels(text: str, position: int) -> list[tuple[int, int]]:
    """Spans of the column header and the row label for a number in a table with bars, tabs or semicolons.

    Empty outside of a table.
    """
    start, end = _line(text, position)
    if end - start > _REACH:
        return []
    barred = _BAR.search(text, start, end) is not None
    row = _split(text, (start, end), barred=barred)
    column = next((number for number, (low, high) in enumerate(row) if low <= position < high), None)
    if column is None or column == 0:
        return []
    label = next((cell for cell in row if text[cell[0] : cell[1]].strip()), row[0])
    if label[0] <= position < label[1]:
        return []
    header = _header(text, row, column, start, barred=barred)
    return [label] if header is None else [header, label]
