"""Words that point back to a time named before: "in the same year", "on that date", "over those three months"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from transforms.periods import days
from transforms.periods.days import Days
from transforms.periods.fragments import COUNT, LONG_MONTH, SMALL_NUMBER, S
from transforms.periods.points import number_of, parse_point, point_days

# shortest and longest of a named time, in days
_LENGTHS = {
    "day": (1, 1),
    "date": (1, 1),
    "point": (1, 1),
    "week": (5, 7),
    "fortnight": (8, 16),
    "month": (28, 31),
    "quarter": (89, 92),
    "half-year": (180, 185),
    "year": (365, 366),
    "period": (2, 3660),
    "months": (59, 366),
}
_SLACK = 3
_DAYS_IN = {"day": 1.0, "week": 7.0, "month": 30.44, "quarter": 91.3, "year": 365.25}
_TO_DATE = re.compile(
    rf"(?:({SMALL_NUMBER})[\s-]{{1,3}})?\b(month|year|quarter|week)s?{S}(?:up{S})?to{S}that{S}", re.IGNORECASE
)
_EDGE = re.compile(rf"(end|start){S}of{S}that{S}(month|year)")
_COUNTED = re.compile(rf"\b({SMALL_NUMBER})[\s-]{{1,3}}(day|week|month|quarter|year)s?\b", re.IGNORECASE)
_UNIT = re.compile(r"\b(months|day|date|point|week|fortnight|month|quarter|half-year|year|period)\b")
_MONTH = re.compile(rf"that{S}({LONG_MONTH})")
_MONTHS_OF_UNIT = {"month": 1, "quarter": 3, "year": 12}

# "that year", "the same six months", "those three months", "the nine months to that date"
POINTS_BACK = (
    rf"(?:(?:{SMALL_NUMBER}[\s-]{{1,3}})?(?:months?|years?|quarters?|weeks?){S}(?:up{S})?to{S}that{S}(?:date|day|point|month)\b"
    rf"|[Ss]ame{S}(?:(?:{COUNT}|\d{{1,2}})[\s-]{{1,3}}(?:days|weeks|months|years)|(?:financial|school|calendar){S}year"
    rf"|day|date|month|months|quarter|year|period|fortnight|week)\b"
    rf"|[Tt]hat{S}(?:same{S})?(?:(?:financial|school|calendar){S}year|day|date|month|quarter|year|fortnight|week|period)\b"
    r"(?!-|'s\b|’s\b)"
    rf"|(?:end|start){S}of{S}that{S}(?:month|year)\b"
    rf"|[Tt]hat{S}{LONG_MONTH}(?![a-z])"
    rf"|[Tt]hose{S}(?:same{S})?(?:{COUNT}|\d{{1,2}}){S}(?:days|weeks|years)\b"
    rf"|(?<=the\s)(?:(?:{COUNT}|\d{{1,2}}){S}days|fortnight|half-year(?!{S}(?:to|end|ended|ending)\b))\b"
    rf"|(?:(?<=[Oo]ver\sthe\s)|(?<=[Dd]uring\sthe\s))(?:month|quarter|period)\b"
    rf"(?!-|{S}(?:to|end|ended|ending|before|after|of|from|between|since|covered|under|in|up)\b))"
)
# "the budget for the year": the financial year that was named
THE_YEAR = (
    rf"(?<=[Ff]or\sthe\s)(?:(?:current|full|whole){S})?year\b"
    rf"(?!-|{S}(?:to|end|ended|ending|before|after|of|up)\b|{S}\d)"
)
PREVIOUS_ONE = rf"(?:last|previous){S}one\b"


def settle_back(words: str, earlier: Sequence[Days]) -> Days | None:
    """The days that ``words`` point back to among the days named before, the nearest first; None where none fits.

    The unit of the words decides which fits: "that date" needs a single day, "the same six months" six months.
    """
    if match := _MONTH.match(words):
        return _month_within_reach(match[1], earlier)
    if match := _TO_DATE.search(words):
        return _ending(match, earlier)
    if match := _EDGE.match(words):
        return _edge_of(match, earlier)
    bounds = _bounds(words)
    if bounds is None:
        return None
    return next((known for known in earlier if bounds[0] <= _length(known) <= bounds[1]), None)


def settle_previous_one(earlier: Sequence[Days]) -> Days | None:
    """The year before the nearest year: "this financial year …, in the last one"."""
    known = next((each for each in earlier if 365 <= _length(each) <= 366), None)
    return days.shift(known, -12) if known else None


def settle_the_year(earlier: Sequence[Days]) -> Days | None:
    """The latest of the financial years named near by: "the budget for the year"."""
    named = [each for each in earlier if each == days.financial_year(each[0].year)]
    return max(named, default=None)


def settle_counted(words: str, earlier: Sequence[Days]) -> Days | None:
    """The span that "those three months" mean where the months were not listed one by one."""
    return settle_back(words, earlier) if _COUNTED.search(words) else None


def _bounds(words: str) -> tuple[int, int] | None:
    if match := _COUNTED.search(words):
        count = number_of(match[1])
        if not count:
            return None
        length = count * _DAYS_IN[match[2].lower()]
        slack = _SLACK if match[2].lower() != "day" else 0
        return round(length) - slack, round(length) + slack
    unit = _UNIT.search(words.lower())
    return _LENGTHS[unit[1]] if unit else None


def _edge_of(match: re.Match[str], earlier: Sequence[Days]) -> Days | None:
    """The first or last day of the month that holds the time named last, or of the year named last."""
    known = earlier[0] if earlier else None
    if known is None:
        return None
    if match[2] == "month" and known[0].month == known[1].month and known[0].year == known[1].year:
        known = days.months(known[0].year, known[0].month)
    elif match[2] == "month" or not _LENGTHS["year"][0] <= _length(known) <= _LENGTHS["year"][1]:
        return None
    when = known[1 if match[1] == "end" else 0] if known else None
    return (when, when) if when else None


def _ending(match: re.Match[str], earlier: Sequence[Days]) -> Days | None:
    """So many months that end with the nearest day: "the nine months to that date"."""
    count, unit = number_of(match[1]) if match[1] else 1, match[2].lower()
    known = next((each for each in earlier if each[0] == each[1]), None)
    if not count or known is None:
        return None
    if unit == "week":
        return known[1] - timedelta(days=7 * count - 1), known[1]
    return days.months_ending(known[1], count * _MONTHS_OF_UNIT[unit])


def _month_within_reach(name: str, earlier: Sequence[Days]) -> Days | None:
    """The month of that name that is not before the time named last: "that April"."""
    point = parse_point(name)
    if point is None or not earlier:
        return None
    for year in (earlier[0][0].year, earlier[0][0].year + 1):
        found = point_days(point, year)
        if found and found[1] >= earlier[0][0]:
            return found
    return None


def _length(known: Days) -> int:
    return (known[1] - known[0]).days + 1
