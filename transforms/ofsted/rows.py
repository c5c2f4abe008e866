"""Rows of a table of judgements: a label, over one line or more, and its grade beside or below it.

Rows are found by their labels, never by their place, and a label must fill its lines: prose that speaks of an area is
no row. The grade of a row is what its lines end with, together with the lines below that hold nothing but a grade.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from transforms.ofsted.grades import grade_words
from transforms.ofsted.lines import Line, read_lines
from transforms.ofsted.vocabulary import AREAS, HEADING_END, HEADINGS, Area

_MOST_LINES = 6  # of one label in a narrow column, lines that hold only its grade among them
_FIRST_WORDS = re.compile(
    r"(?:the|impact|experiences?|children|those|looked|care|young|overall|leadership|adoption|performance|capacity|"
    r"outcomes|quality|key|child)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A label and the words beside it.

    ``grade`` is None where they are no known grade; ``first`` and ``last`` are the places of its lines.
    """

    area: str
    grade: str | None
    start: int
    end: int
    first: int
    last: int


@lru_cache(maxsize=16)
def _labels(framework: str, headings: bool) -> re.Pattern[str]:
    areas: Sequence[Area] = HEADINGS[framework] if headings else AREAS[framework]
    end = HEADING_END if headings else r" ?[:-]?\d?"
    return re.compile("|".join(rf"(?P<{area.code}>(?:{area.label}){end})" for area in areas) or r"(?!)", re.IGNORECASE)


def find_rows(text: str, start: int, end: int, framework: str, headings: bool = False) -> tuple[list[Row], list[Line]]:
    """Return the rows of a framework's table in ``text[start:end]``, in the order of the text, and its lines.

    ``headings`` looks for the headings of the report's parts instead.
    """
    grades = grade_words(framework)
    lines = read_lines(text, start, end, grades)
    pattern = _labels(framework, headings)
    rows = []
    at = 0
    while at < len(lines):
        found = _label_at(lines, at, pattern, headings)
        if found is None:
            at += 1
            continue
        area, last = found
        while last + 1 < len(lines) and not lines[last + 1].label and lines[last + 1].grade_start is not None:
            last += 1
        printed = [text[line.grade_start : line.end] for line in lines[at : last + 1] if line.grade_start is not None]
        rows.append(Row(area, grades.code(" ".join(printed)), lines[at].start, lines[last].end, at, last))
        at = last + 1
    return rows, lines


def _label_at(lines: Sequence[Line], at: int, pattern: re.Pattern[str], headings: bool) -> tuple[str, int] | None:
    """Return the area whose label begins with the line ``at``, and its last line; the longest label counts."""
    if not _FIRST_WORDS.match(lines[at].label) or (headings and lines[at].bulleted):
        return None
    longest: tuple[str, int] | None = None
    joined = ""
    for last in range(at, min(at + _MOST_LINES, len(lines))):
        if not lines[last].label:
            continue
        if last > at and lines[last].bulleted:
            break
        joined = f"{joined} {lines[last].label}".strip()
        match = pattern.fullmatch(joined)
        if match and match.lastgroup:
            longest = match.lastgroup, last
    return longest


def label_place(text: str, start: int, end: int, framework: str, area: str) -> tuple[int, int] | None:
    """Return where a label of ``area`` begins a line in ``text[start:end]``, and where the words beside it end."""
    labels = [re.compile(rf"(?:{each.label})(?![a-z])", re.I) for each in AREAS[framework] if each.code == area]
    lines = read_lines(text, start, end, grade_words(framework))
    for at, first in enumerate(lines):
        near = [line for line in lines[at : at + _MOST_LINES] if line.label]
        joined = " ".join(line.label for line in near)
        match = next((found for label in labels if (found := label.match(joined))), None)
        if match is None or not first.label:
            continue
        length = -1
        for line in near:
            length += 1 + len(line.label)
            if length > match.end() or (length == match.end() and line.grade_start is not None) or line is near[-1]:
                return first.start, line.end
    return None
