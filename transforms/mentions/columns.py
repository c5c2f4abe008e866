"""The columns of small flattened tables: which time, and whether a target, stands above a cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.authorities import AuthorityMention
from transforms.mentions.dating import Calendar, Dated
from transforms.mentions.passage import Passage

_TARGET = re.compile(r"\b(?:target|goal|aim|benchmark|standard)\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^()]{2,40}?) in brackets\)|([^().;:]{4,30}?) in brackets", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """What the header says of one cell; None where it says nothing. ``owner`` is the authority or measure above it."""

    dated: Dated | None
    role: str | None
    owner: AuthorityMention | None = None


def read_columns(passage: Passage, calendar: Calendar, names: Sequence[AuthorityMention]) -> dict[int, Cell]:
    """The time and role of each cell of a table row, by slot; empty where the passage is no row or no header helps."""
    if not passage.is_row:
        return {}
    masked = passage.masked
    cells = [index for index in sorted(passage.bound) if masked.slots[index].own]
    bracketed = {index for index in cells if masked.text[: masked.slots[index].at].rstrip().endswith("(")}
    plain = [index for index in cells if index not in bracketed]
    found = _by_header(passage, calendar, names, plain)
    lead = _bracket_heading(passage, calendar)
    for index in bracketed:
        beside = max((other for other in plain if other < index), default=None)
        owner = found[beside].owner if beside in found else None
        found[index] = Cell(lead[1] if lead else None, "previous", owner)
    if lead:
        for index in plain:
            cell = found.get(index)
            if cell is None or cell.dated is None:
                found[index] = Cell(lead[0], cell.role if cell else None, cell.owner if cell else None)
    return found


def _by_header(passage: Passage, calendar: Calendar, names: Sequence[AuthorityMention], plain: list[int]) -> dict[int, Cell]:
    """What the nearest line above with one mark for each cell says: times and targets, or authorities and measures."""
    if len(plain) < 2:
        return {}
    for start, end in passage.above:
        marks = calendar.marks(start, end, _TARGET)
        if len(marks) == len(plain):
            return {index: Cell(dated, "target" if dated is None else None) for index, dated in zip(plain, marks, strict=True)}
        owners = [name for name in names if start <= name.start < end and (name.gss is not None or name.kind in _MEASURES)]
        if len(owners) == len(plain):
            return {index: Cell(None, None, owner) for index, owner in zip(plain, owners, strict=True)}
    return {}


_MEASURES = frozenset({"national", "comparator", "region"})


def _bracket_heading(passage: Passage, calendar: Calendar) -> tuple[Dated | None, Dated | None] | None:
    """"Selected indicators, 2017/18 (2016/17 in brackets)": the times of plain and of bracketed figures."""
    for start, end in (*passage.sentence.lead, *passage.above):
        match = _IN_BRACKETS.search(calendar.flat, start, end)
        if match is None:
            continue
        inside = calendar.within(match.start(), match.end())
        outside = [period for period in calendar.within(start, end) if period not in inside]
        return (calendar.dated(outside[0]) if outside else None, calendar.dated(inside[0]) if inside else None)
    return None
