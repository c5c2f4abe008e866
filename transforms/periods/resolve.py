"""From a form of time to its kind and its days.

Each reader takes one form and says which kind it is and which days it means, None where nothing settles them. What
depends on other periods of the text (a year earlier, the quarter, these months) is settled by ``anchors`` afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from transforms.periods import days
from transforms.periods.context import Reference, told_as_future, year_of
from transforms.periods.days import Days
from transforms.periods.fragments import MONTH, SMALL_NUMBER, S
from transforms.periods.grammar import Found
from transforms.periods.points import Point, number_of, parse_point, point_days
from transforms.periods.relative import relative_kind
from transforms.periods.words import MONTH_NUMBER, WEEKDAYS


class Reading(NamedTuple):
    """A kind, its days, and the point that was read, for those whose year may yet come from another date."""

    kind: str
    days: Days | None = None
    point: Point | None = None


_GRAIN_KINDS = {
    "years": "years",
    "day": "day",
    "month": "month",
    "quarter": "quarter",
    "year_quarter": "quarter",
    "financial_year": "financial_year",
}
_GRAIN_KINDS |= {"year": "year", "school_year": "school_year"}
_LAST_THIS = re.compile(rf"^(last|this|next){S}({MONTH})", re.IGNORECASE)
_MODIFIER = re.compile(r"\b(last|this|next|previous|current|coming|past)\b", re.IGNORECASE)
_LENGTH = re.compile(rf"(?:({SMALL_NUMBER})[\s-]{{1,3}})?(year|quarter|month|week|half-year)", re.IGNORECASE)
_UNIT_MONTHS = {"year": 12, "half-year": 6, "quarter": 3, "month": 1}
_ENDING = re.compile(r"\b(?:to|ending|ended|until)\b")
_THIRDS = {"early": (1, 4), "mid": (5, 4), "late": (9, 4)}
_THIRD = re.compile(rf"^(early|mid|late)[\s-]{{1,3}}(?:in{S}|part{S}of{S})?", re.IGNORECASE)
_PIECE = re.compile(
    rf"^(first|second|latter|last|final){S}(?:half|({SMALL_NUMBER})[\s-]{{1,3}}months?){S}of{S}", re.IGNORECASE
)
_TWELVE = re.compile(r"(?:last|past|previous|preceding)\s{1,3}(?:(?:12|twelve)[\s-]{1,3}months?|year)$", re.IGNORECASE)
_WITHIN = frozenset({"in", "over", "during", "within", "for", ""})


def read_point(found: Found, text: str, reference: Reference) -> Reading:
    """A day, month, quarter or year, or the end or start of one."""
    if match := _LAST_THIS.match(found.body):
        return _modified_month(match, reference)
    point = parse_point(found.body)
    if point is None:
        return Reading("end_of_period" if found.form == "edge" else "years")
    if point.grain == "quarter" and not point.explicit and found.body.lower().startswith(("last", "final")):
        return Reading("quarter")
    year = _year(point, found, text, reference)
    return Reading(_point_kind(point), point_days(point, year) if year is not None else None, point)


def _year(point: Point, found: Found, text: str, reference: Reference) -> int | None:
    """The year of a point, with an eye on what is still to come only where the point does not name it."""
    return point.year if point.explicit else year_of(point, reference, told_as_future(text, found))


def _point_kind(point: Point) -> str:
    if point.edge == "end":
        return "end_of_month" if point.grain == "month" else "end_of_period"
    if point.edge == "start":
        return "start_of_period"
    return "calendar_year_relative" if point.grain == "year" and not point.explicit else _GRAIN_KINDS[point.grain]


def _modified_month(match: re.Match[str], reference: Reference) -> Reading:
    """Read "last March", the most recent before the month of publication, or "next April", the first after it."""
    month, known = MONTH_NUMBER[match[2][:3].lower()], reference.published
    if known is None:
        return Reading("month")
    word = match[1].lower()
    year = known.year
    if word == "last" and month >= known.month:
        year -= 1
    if word == "next" and month <= known.month:
        year += 1
    return Reading("month", days.months(year, month))


def read_year_ending(found: Found, text: str, reference: Reference) -> Reading:
    """Read "the year to March 2012": the twelve months that end with that day or month."""
    split = _ENDING.search(found.body)
    length = _LENGTH.search(found.body, 0, split.start()) if split else None
    point = parse_point(found.body[split.end() :]) if split else None
    if length is None or point is None:
        return Reading("year_ending")
    year = _year(point, found, text, reference)
    end = point_days(point, year) if year is not None else None
    count = number_of(length[1]) if length[1] else 1
    if end is None or not count:
        return Reading("year_ending", None, point)
    unit = length[2].lower()
    if unit == "week":
        return Reading("year_ending", (end[1] - timedelta(days=7 * count - 1), end[1]), point)
    return Reading("year_ending", days.months_ending(end[1], count * _UNIT_MONTHS[unit]), point)


def read_part(found: Found, text: str, reference: Reference) -> Reading:
    """Read "early 2018", 1 January to 30 April, or "the last three months of 2014–15", 1 January to 31 March 2015."""
    if match := _THIRD.match(found.body):
        point = parse_point(found.body[match.end() :])
        if point is None or point.grain != "year":
            return Reading("part_of_year")
        year = year_of(point, reference, False)
        first, count = _THIRDS[match[1].lower()]
        return Reading("part_of_year", days.months(year, first, count) if year is not None else None)
    match = _PIECE.match(found.body)
    point = parse_point(found.body[match.end() :]) if match else None
    if match is None or point is None or point.grain not in ("year", "financial_year", "school_year"):
        return Reading("part_of_year")
    year = year_of(point, reference, False)
    whole = point_days(point, year) if year is not None else None
    if whole is None:
        return Reading("part_of_year")
    counted = number_of(match[2]) if match[2] else 6
    if counted is None or not 0 < counted <= 12:
        return Reading("part_of_year")
    skipped = 0 if match[1].lower() == "first" else 12 - counted
    return Reading("part_of_year", days.months(whole[0].year, whole[0].month + skipped, counted))


def read_calendar_word(found: Found, text: str, reference: Reference) -> Reading:
    """Read "last year", "this month", "last week", "yesterday", counted from the day of publication."""
    body, known = found.body.lower(), reference.published
    if body.startswith(("yesterday", "last night", "tomorrow", "this morning", "this afternoon", "this evening")):
        step = {"y": -1, "l": -1, "t": 0}[body[0]] if body != "tomorrow" else 1
        return Reading("day", _one_day(known, step))
    word = _MODIFIER.match(body)
    step_word = word[1] if word else ""
    unit = body.split()[-1]
    named = "calendar" in body or not found.determiner
    if not named or step_word not in ("last", "this", "next"):
        return read_rolling(found, text, reference)
    step = {"last": -1, "this": 0, "next": 1}[step_word]
    if unit == "year":
        if step == 0 and known and reference.inspection and reference.inspection[1].year != known.year:
            return Reading("calendar_year_relative")
        return Reading("calendar_year_relative", days.calendar_year(known.year + step) if known else None)
    if unit == "month":
        return Reading("month", days.months(known.year, known.month + step) if known else None)
    return Reading("week", days.week(known + timedelta(days=7 * step)) if known else None)


def _one_day(known: date | None, step: int) -> Days | None:
    if known is None:
        return None
    when = known + timedelta(days=step)
    return when, when


def read_weekday(found: Found, text: str, reference: Reference) -> Reading:
    """A weekday counts back from the day of publication; one to come is left open."""
    words = found.body.split()
    known = reference.published
    if known is None or words[0].lower() in ("next", "this") or told_as_future(text, found):
        return Reading("day")
    back = (known.weekday() - WEEKDAYS.index(words[-1])) % 7
    if back == 0 and words[0].lower() == "last":
        back = 7
    return Reading("day", _one_day(known, -back))


def read_rolling(found: Found, text: str, reference: Reference) -> Reading:
    """Read "in the last 12 months", which end with the inspection where its dates are known; no other is dated."""
    inspection = reference.inspection
    if inspection is None or _TWELVE.search(found.body) is None or found.lead not in _WITHIN:
        return Reading("rolling")
    return Reading("rolling", days.months_ending(inspection[1], 12))


def read_relative_year(found: Found, text: str, reference: Reference) -> Reading:
    """Read "2013–14", or "last financial year" and "this school year" counted from the day of publication."""
    point = parse_point(found.body)
    if point is None:
        return Reading("years")
    year = year_of(point, reference, False)
    return Reading(_point_kind(point), point_days(point, year) if year is not None else None, point)


def read_undated(kind: str) -> Callable[[Found, str, Reference], Reading]:
    """A reader for a form that never settles days."""

    def reader(found: Found, text: str, reference: Reference) -> Reading:
        return Reading(kind)

    return reader


def read_relative(found: Found, text: str, reference: Reference) -> Reading:
    """Read "a year earlier": only its kind; the days come from an anchor."""
    return Reading(relative_kind(found.body))


def read_other_month(found: Found, text: str, reference: Reference) -> Reading:
    """Read "the following March": the month, whose year comes from an anchor."""
    return Reading("month", None, parse_point(found.body))


READERS: dict[str, Callable[[Found, str, Reference], Reading]] = {
    "day": read_point,
    "month": read_point,
    "year": read_point,
    "edge": read_point,
    "quarter": read_point,
    "financial_year": read_relative_year,
    "school_year": read_relative_year,
    "year_ending": read_year_ending,
    "part": read_part,
    "calendar_word": read_calendar_word,
    "weekday": read_weekday,
    "rolling": read_rolling,
    "relative": read_relative,
    "other_month": read_other_month,
    "same_time": read_undated("same_time"),
    "points_back": read_undated("same_time"),
    "previous_one": read_undated("same_time"),
    "the_year": read_undated("same_time"),
    "the_quarter": read_undated("quarter"),
    "these_months": read_undated("list_of_months"),
    "before_visit": read_undated("rolling"),
    "season": read_undated("season"),
    "ago": read_undated("vague_past"),
    "to_date": read_undated("to_date"),
    "duration": read_undated("duration"),
    "rate": read_undated("duration_rate"),
    "event": read_undated("event"),
    "now": read_undated("vague_now"),
    "then": read_undated("vague_past"),
}
