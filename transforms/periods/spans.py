"""Spans of time: "between April and September 2022", "3 to 14 October 2022", and the two ends of one."""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.periods.context import Reference, told_as_future, year_of
from transforms.periods.days import Days
from transforms.periods.fragments import DASH, DAY, DAY_RANGE, LONG_MONTH, MONTH, MONTH_DAY, OF, POINT, TO, WEEKDAY, S
from transforms.periods.grammar import Found
from transforms.periods.points import Point, parse_point, point_days
from transforms.periods.words import MONTH_NUMBER

_JOINT = rf"(?:,?{S}and{S}|/|{TO}|{S}&{S})"
_POINT = rf"(?:{MONTH_DAY}|{POINT}|{MONTH})"
_PAIR = re.compile(rf"(?P<left>{_POINT}){_JOINT}(?:the{S})?(?P<right>{_POINT})")
_DAYS = re.compile(
    rf"(?P<left>{DAY})(?:{S}(?:to|and|until|&){S}(?:the{S})?|\s?{DASH}\s?)(?:{WEEKDAY},?{S})?"
    rf"(?P<right>{DAY}{OF}{MONTH}.*)$",
    re.DOTALL,
)
_DAY_RANGE = re.compile(DAY_RANGE)
_TWO_MONTHS = re.compile(rf"({LONG_MONTH})({S}and{S}|/)({LONG_MONTH})(.*)$", re.DOTALL)
# The running head of a report repeats its dates on every page: "17 to 28 January 2022 10" on a line of its own.
_HEAD_BEFORE = re.compile(r"\n[ \t]{0,4}$")
_HEAD_AFTER = re.compile(r"[ \t]{1,3}\d{1,3}[ \t]{0,3}(?:\n|$)")
_SHORT_LEAD = re.compile(rf"^(?:[Bb]etween|[Ff]rom|[Pp]eriod){S}")


class Ends(NamedTuple):
    """The two points that a span names, the later as it stands and the earlier with the year that this gives it."""

    left: Days
    right: Days


def span_points(words: str) -> tuple[Point, Point] | None:
    """The two points of a span as its words name them."""
    if _DAY_RANGE.search(words) and (match := _DAYS.search(words)):
        right = parse_point(match["right"])
        number = re.match(r"\d{1,2}", match["left"])
        if right is None or number is None:
            return None
        return Point("day", right.year, right.month, int(number[0]), step=right.step), right
    match = _PAIR.search(words)
    if match is None:
        return None
    left, right = parse_point(match["left"]), parse_point(match["right"])
    if left is None or right is None:
        return None
    return left, right


def span_ends(words: str, reference: Reference, future: bool) -> Ends | None:
    """The days of the two points of a span; a year that one lacks comes from the other, else from the document."""
    points = span_points(words)
    if points is None:
        return None
    left, right = points
    right_year = (
        year_of(right, reference, future) if right.explicit or right.step is not None or not left.explicit else None
    )
    if right_year is None and left.year is not None:
        right_year = _year_not_before(right, left)
    right_days = point_days(right, right_year) if right_year is not None else None
    if right_days is None:
        return None
    left_year = left.year
    if left_year is None and left.step is not None:
        left_year = year_of(left, reference, future)
    if left_year is None:
        left_year = _year_not_after(left, right_days)
    left_days = point_days(left, left_year) if left_year is not None else None
    if left_days is None or left_days[0] > right_days[1]:
        return None
    return Ends(left_days, right_days)


def separate_months(found: Found) -> list[Found]:
    """Two months joined by "and" that do not follow each other are two periods ("in July and October 2021")."""
    match = _TWO_MONTHS.match(found.body) if found.form == "span" else None
    if match is None:
        return [found]
    if MONTH_NUMBER[match[3][:3].lower()] - MONTH_NUMBER[match[1][:3].lower()] in (1, -11):
        return [found]
    start = found.end - len(found.body)
    first = found._replace(end=start + match.end(1), form="month", body=match[1] + match[4])
    return [
        first,
        found._replace(start=start + match.start(3), form="month", lead="", determiner="", body=match[3] + match[4]),
    ]


def is_running_head(found: Found, text: str) -> bool:
    """Whether the span is the date line of a page head and says nothing of the numbers around it."""
    before = text[max(0, found.start - 5) : found.start]
    return _HEAD_BEFORE.search(before) is not None and _HEAD_AFTER.match(text, found.end) is not None


def read_span(found: Found, text: str, reference: Reference) -> Days | None:
    """First day of the first point to last day of the last."""
    ends = span_ends(_SHORT_LEAD.sub("", found.body), reference, told_as_future(text, found))
    return (ends.left[0], ends.right[1]) if ends else None


def _year_not_before(point: Point, left: Point) -> int | None:
    start = point_days(left, left.year) if left.year is not None else None
    if start is None:
        return None
    for year in (start[0].year, start[0].year + 1):
        found = point_days(point, year)
        if found and found[1] >= start[1]:
            return year
    return None


def _year_not_after(point: Point, right: Days) -> int | None:
    for year in (right[0].year, right[0].year - 1):
        found = point_days(point, year)
        if found and found[0] <= right[0]:
            return year
    return None
