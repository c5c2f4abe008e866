"""The dates of an inspection, from the header of its report."""

from __future__ import annotations

import re

from transforms.periods.context import Reference
from transforms.periods.days import Days
from transforms.periods.fragments import DAY_POINT, DAY_RANGE, TO, S
from transforms.periods.points import parse_point, point_days
from transforms.periods.spans import span_ends

HEADER_LENGTH = 3000

_LABEL = re.compile(
    r"[Ii]nspection\s{1,3}dates?\s{0,3}:?\s{0,3}|[Dd]ates?\s{1,3}of\s{1,3}(?:the\s{1,3})?(?:inspection|visit)\s{0,3}:?\s{0,3}"
)
_RANGE = rf"(?:{DAY_RANGE}|{DAY_POINT}{TO}{DAY_POINT})"
_RANGES = re.compile(rf"{_RANGE}(?:,?{S}(?:and{S})?{_RANGE})?|{DAY_POINT}")
_RANGE_ONE = re.compile(_RANGE)
# The running head of newer reports: the title, a line break, the dates and a page number.
_RUNNING_HEAD = re.compile(
    rf"Inspection of [^\n]{{3,90}}\n(?:[^\n]{{1,60}}\n)?\s{{0,3}}(?P<dates>{_RANGE})\s{{1,3}}\d{{1,3}}\b"
)


def find_inspection_dates(text: str) -> Days | None:
    """First and last day of the inspection that a report prints in its header, None where it prints none.

    Only header-like places count: a label ("Inspection dates: 17 to 28 January 2022") in the first 3,000 characters,
    or the running head of a page. Of two periods the first day of the first and the last of the second; a lone date
    is both. A past inspection told in running text is never taken.
    """
    for label in _LABEL.finditer(text[:HEADER_LENGTH]):
        match = _RANGES.match(text, label.end())
        if match and (found := _dates(match[0])):
            return found
    head = _RUNNING_HEAD.search(text)
    return _dates(head["dates"]) if head else None


def _dates(words: str) -> Days | None:
    ranges = [span_ends(match[0], Reference(None, None), False) for match in _RANGE_ONE.finditer(words)]
    known = [ends for ends in ranges if ends is not None]
    if known:
        return min(ends.left[0] for ends in known), max(ends.right[1] for ends in known)
    point = parse_point(words)
    if point is None or point.grain != "day" or point.year is None:
        return None
    return point_days(point, point.year)
