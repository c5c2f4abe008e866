"""Points in time: what the words of one say, and the days it means once its year is known.

A point is a day, a month, a quarter, a calendar, financial or school year, or the end or the start of one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from transforms.periods import days
from transforms.periods.days import Days
from transforms.periods.fragments import DASH, MONTH, QUARTER_NAME, WEEKDAY, YEAR, S
from transforms.periods.words import MONTH_NUMBER, NUMBERS, ORDINALS, WEEKDAYS

_EDGE = re.compile(
    rf"(?:the{S})?(?:very{S})?(end|close|start|beginning|(?:first|last|final){S}day){S}of{S}(?:the{S})?|^year[\s-]end"
)
_STARTS = ("start", "beginning", "first")
_FISCAL = re.compile(rf"({YEAR})(?:\s?(?:{DASH}|/)\s{{0,2}}|{S}to{S})({YEAR}|\d\d)")
_ISO = re.compile(rf"({YEAR})-(\d\d)-(\d\d)")
_NUMERIC = re.compile(rf"(\d{{1,2}})[/.](\d{{1,2}})[/.]({YEAR}|\d\d)")
_DAY_MONTH = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?{S}(?:of{S})?({MONTH})(?![a-z])")
_MONTH_DAY = re.compile(rf"({MONTH}){S}(\d{{1,2}})(?:st|nd|rd|th)?(?!\d)")
_MONTH = re.compile(rf"(?<![A-Za-z])({MONTH})(?![a-z])")
_YEAR = re.compile(rf"(?<!\d){YEAR}")
_SHORT_YEAR = re.compile(r"(?:-|\s[’'])(\d\d)(?!\d)")
_WEEKDAY = re.compile(WEEKDAY)
_QUARTER = re.compile(QUARTER_NAME)
_RELATIVE_YEAR = re.compile(rf"\b(last|this|next|current|previous|coming){S}(?:[a-z]{{5,9}}{S})?year\b", re.IGNORECASE)
_SCHOOL = re.compile(r"\b(?:school|academic)\b")
_FINANCIAL = re.compile(r"\b(?:financial|fiscal|municipal|business)\b")

STEP_OF = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


@dataclass(frozen=True, slots=True)
class Point:
    """What a point in time says of itself; ``year`` is None where it says none.

    ``grain`` is day, month, quarter (of a financial year), year_quarter (of a calendar year), year, financial_year,
    school_year or years ("2011–14", which no rule dates).
    ``step`` is the year as counted from the document's own (last -1, this 0, next 1); ``edge`` is end, start or None;
    ``weekday`` counts from Monday as 0.
    """

    grain: str
    year: int | None = None
    month: int | None = None
    number: int | None = None
    edge: str | None = None
    step: int | None = None
    weekday: int | None = None

    @property
    def explicit(self) -> bool:
        """Whether the words name the year."""
        return self.year is not None


def parse_point(text: str) -> Point | None:
    """Read the words of one point; None where they are none (a season, a bare "the year")."""
    edge_match = _EDGE.search(text)
    rest = text[edge_match.end() :] if edge_match else text
    point = _parse_plain(rest)
    if point is None or edge_match is None or point.grain == "day":
        return point
    return replace(point, edge="start" if (edge_match[1] or "").startswith(_STARTS) else "end")


def _parse_plain(text: str) -> Point | None:
    step_match = _RELATIVE_YEAR.search(text)
    step = STEP_OF[step_match[1].lower()] if step_match else None
    if quarter := _QUARTER.search(text):
        return _quarter(text, quarter, step)
    if match := _ISO.search(text):
        return Point("day", int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.search(text):
        return Point("day", _full_year(match[3]), int(match[2]), int(match[1]))
    if match := _DAY_MONTH.search(text):
        year = _year_after(text, match.end())
        return Point("day", year, _month(match[2]), int(match[1]), step=step, weekday=_weekday(text))
    if match := _FISCAL.search(text):
        return _fiscal(match, text)
    if match := _MONTH_DAY.search(text):
        year = _year_after(text, match.end())
        return Point("day", year, _month(match[1]), int(match[2]), step=step, weekday=_weekday(text))
    if match := _MONTH.search(text):
        short = _SHORT_YEAR.match(text, match.end())
        year = _full_year(short[1]) if short else _year_after(text, match.end())
        return Point("month", year, _month(match[1]), step=step)
    year = _year_after(text, 0)
    if year is None and step is None:
        return None
    if year is not None and (_FINANCIAL.search(text) or _SCHOOL.search(text)):
        return Point("years", year)
    return Point(_year_grain(text), year, step=step)


def point_days(point: Point, year: int) -> Days | None:
    """The days of a point in ``year``: the year in which a financial or school year begins."""
    whole = _whole(point, year)
    if whole is None or point.edge is None:
        return whole
    when = whole[1] if point.edge == "end" else whole[0]
    return when, when


def _whole(point: Point, year: int) -> Days | None:
    if point.grain == "day" and point.month and point.number:
        return days.day(year, point.month, point.number)
    if point.grain == "month" and point.month:
        return days.months(year, point.month)
    if point.grain == "year_quarter" and point.number:
        return days.months(year, 3 * point.number - 2, 3)
    if point.grain == "quarter" and point.number:
        return days.months(year, days.FINANCIAL_YEAR_START + 3 * (point.number - 1), 3)
    whole_years: dict[str, Callable[[int], Days | None]] = {
        "year": days.calendar_year,
        "financial_year": days.financial_year,
        "school_year": days.school_year,
    }
    return whole_years[point.grain](year) if point.grain in whole_years else None


def year_by_step(point: Point, published: date) -> int:
    """The year that "last", "this" or "next" means in a document of ``published``."""
    starts = {"financial_year": days.FINANCIAL_YEAR_START, "quarter": days.FINANCIAL_YEAR_START}
    starts["school_year"] = days.SCHOOL_YEAR_START
    return days.year_that_holds(published, starts.get(point.grain, 1)) + (point.step or 0)


def latest_year(point: Point, published: date) -> int:
    """The year of the most recent such point that is over, or for a month has begun, by ``published``."""
    whole = point_days(point, published.year)
    if whole is None:
        return published.year
    begun = whole[0] if point.edge is None else whole[1]
    return published.year if begun <= published else published.year - 1


def next_year(point: Point, published: date) -> int:
    """The year of the first such point that is not over by ``published``."""
    whole = point_days(point, published.year)
    return published.year if whole is None or whole[1] >= published else published.year + 1


def year_by_weekday(point: Point, published: date) -> int | None:
    """The year next to ``published`` in which a day falls on its weekday: "Thursday, September 5" is in 2019."""
    for year in (published.year, published.year - 1, published.year + 1):
        found = point_days(point, year)
        if found and found[0].weekday() == point.weekday:
            return year
    return None


def number_of(words: str) -> int | None:
    """A small number in figures or words; None for "few" and the like."""
    return int(words) if words.isdecimal() else NUMBERS.get(words.lower())


def _weekday(text: str) -> int | None:
    match = _WEEKDAY.search(text)
    return WEEKDAYS.index(match[0]) if match else None


def _month(word: str) -> int:
    return MONTH_NUMBER[word[:3].lower()]


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _year_after(text: str, position: int) -> int | None:
    match = _YEAR.search(text, position)
    return int(match[0]) if match else None


def _year_grain(text: str) -> str:
    if _SCHOOL.search(text):
        return "school_year"
    return "financial_year" if _FINANCIAL.search(text) else "year"


def _fiscal(match: re.Match[str], text: str) -> Point:
    first, second = int(match[1]), match[2]
    follows = int(second) == (first + 1 if len(second) == 4 else (first + 1) % 100)
    if not follows:
        return Point("years", first)
    return Point("school_year" if _SCHOOL.search(text) else "financial_year", first)


def _quarter(text: str, match: re.Match[str], step: int | None) -> Point | None:
    word = match[0].lower().replace("quarter", "").strip().removeprefix("q")
    number = int(word) if word.isdecimal() else ORDINALS.get(word) or NUMBERS.get(word)
    fiscal = _FISCAL.search(text, match.end())
    if fiscal is None:
        if step is not None and _FINANCIAL.search(text):
            return Point("quarter", None, number=number, step=step)
        if step is None and word in ("last", "final") and (named := _year_after(text, match.end())) is not None:
            return Point("year_quarter", named, number=4)
        # A quarter of a calendar year: councils count from April, others from January.
        return (
            Point("years", _year_after(text, match.end()))
            if step is not None or _YEAR.search(text)
            else Point("quarter", number=number)
        )
    year = _fiscal(fiscal, text)
    return Point("quarter", year.year, number=number) if year.grain == "financial_year" else Point("years", year.year)
