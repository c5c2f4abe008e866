"""The columns of small flattened tables: which time, authority or target stands above a cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from transforms.authorities import AuthorityMention
from transforms.mentions.dated import Dated
from transforms.mentions.dating import Calendar
from transforms.mentions.passage import Passage

_TARGET = re.compile(r"\b(?:target|goal|aim|benchmark|standard)\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^()]{2,40}?) in brackets\)|([^().;:]{4,30}?) in brackets", re.IGNORECASE)
_MEASURES = frozenset({"national", "comparator", "region"})
_DELIMITERS = ("|", ";")
_TITLE = 110  # code points that the title of a table may have
_SENTENCE_END = (".", "!", "?")


@dataclass(frozen=True, slots=True)
class Cell:
    """What the header says of one cell; None where it says nothing. ``owner`` is the authority or measure above it."""

    dated: Dated | None = None
    role: str | None = None
    owner: AuthorityMention | None = None


def read_columns(passage: Passage, calendar: Calendar, names: Sequence[AuthorityMention]) -> dict[int, Cell]:
    """The time, role and owner of each cell of a table row, by slot; a cell of which no header speaks is left out."""
    if not passage.is_row:
        return {}
    masked = passage.masked
    cells = [index for index in sorted(passage.bound) if masked.slots[index].own]
    bracketed = [index for index in cells if masked.text[: masked.slots[index].at].rstrip().endswith("(")]
    plain = [index for index in cells if index not in bracketed]
    found = _by_header(passage, calendar, names, plain)
    lead = _bracket_heading(passage, calendar)
    for index in bracketed:
        beside = max((other for other in plain if other < index), default=None)
        owner = found[beside].owner if beside in found else None
        found[index] = Cell(lead[1] if lead else None, "previous", owner)
    common = lead[0] if lead else _title_time(passage, calendar)
    if common is not None:
        for index in plain:
            cell = found.get(index, Cell())
            found[index] = cell if cell.dated is not None else replace(cell, dated=common)
    return found


def _by_header(
    passage: Passage, calendar: Calendar, names: Sequence[AuthorityMention], plain: list[int]
) -> dict[int, Cell]:
    """What the nearest line above that names columns says of each cell, matched by column and not by count."""
    row = passage.sentence
    delimiter = next((mark for mark in _DELIMITERS if mark in calendar.flat[row.start : row.end]), None)
    if delimiter is None:
        return _in_order(passage, calendar, names, plain)
    columns = {
        index: _column(calendar.flat, row.start, passage.masked.slots[index].quantity.start, delimiter)
        for index in plain
    }
    for start, end in passage.above:
        line = calendar.flat[start:end]
        if delimiter not in line:
            break
        # "Indicator: A; B; C" parts the label with a colon, "Indicator; A; B" with the mark of the columns
        shift = int(delimiter == ";" and ":" in line) - int(
            delimiter == ";" and ":" in calendar.flat[row.start : row.end]
        )
        header = _header_cells(calendar, names, (start, end), delimiter)
        found = {index: header[column - shift] for index, column in columns.items() if column - shift in header}
        if found:
            return found
    return {}


def _column(flat: str, start: int, place: int, delimiter: str) -> int:
    return flat.count(delimiter, start, place)


def _header_cells(
    calendar: Calendar, names: Sequence[AuthorityMention], line: tuple[int, int], delimiter: str
) -> dict[int, Cell]:
    """The columns that a line names, by their number from 0, which is that of the labels."""
    start, end = line
    found: dict[int, Cell] = {}
    for place, dated in calendar.marks(start, end, _TARGET):
        found[_column(calendar.flat, start, place, delimiter)] = Cell(dated, "target" if dated is None else None)
    for name in names:
        if start <= name.start < end and (name.gss is not None or name.kind in _MEASURES):
            column = _column(calendar.flat, start, name.start, delimiter)
            found[column] = replace(found.get(column, Cell()), owner=name)
    labels = 0 if delimiter == "|" or ":" not in calendar.flat[start:end] else -1
    found.pop(labels, None)
    return found


def _in_order(
    passage: Passage, calendar: Calendar, names: Sequence[AuthorityMention], plain: list[int]
) -> dict[int, Cell]:
    """The marks of the nearest line above that has one for each cell, for a table without marks between columns."""
    if len(plain) < 2:
        return {}
    for start, end in passage.above:
        marks = calendar.marks(start, end, _TARGET)
        if len(marks) == len(plain):
            pairs = zip(plain, marks, strict=True)
            return {index: Cell(dated, "target" if dated is None else None) for index, (_, dated) in pairs}
        owners = [
            name for name in names if start <= name.start < end and (name.gss is not None or name.kind in _MEASURES)
        ]
        if len(owners) == len(plain):
            return {index: Cell(owner=owner) for index, owner in zip(plain, owners, strict=True)}
    return {}


def _title_time(passage: Passage, calendar: Calendar) -> Dated | None:
    """The one time that the corner of a table or its title gives for all cells: "Placements on 30 June | Number"."""
    flat = calendar.flat
    for start, end in passage.above:
        line = flat[start:end]
        delimiter = next((mark for mark in _DELIMITERS if mark in line), None)
        if delimiter == "|" or (delimiter and not line.rstrip().endswith((*_SENTENCE_END, ":"))):
            inside = calendar.within(start, start + line.index(delimiter))
        elif line.rstrip().endswith(_SENTENCE_END) or len(line) > _TITLE:
            return None
        else:
            inside = calendar.within(start, end)
        dated = [period for period in inside if period.date_start is not None]
        if len(dated) == 1:
            return calendar.dated(dated[0])
        if delimiter is None:
            return None
    return None


def _bracket_heading(passage: Passage, calendar: Calendar) -> tuple[Dated | None, Dated | None] | None:
    """The times of plain and of bracketed figures: "Indicators, 2017/18 (2016/17 in brackets)"."""
    for start, end in (*passage.sentence.lead, *passage.above):
        match = _IN_BRACKETS.search(calendar.flat, start, end)
        if match is None:
            continue
        inside = calendar.within(match.start(), match.end())
        outside = [period for period in calendar.within(start, end) if period not in inside]
        return (calendar.dated(outside[0]) if outside else None, calendar.dated(inside[0]) if inside else None)
    return None
