"""Arithmetic of calendar days: months, years, financial and school years, shifts.

Every function is pure and gives the first and the last day as a pair, or None where the calendar has no such days.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

Days = tuple[date, date]

FIRST_YEAR, LAST_YEAR = 1900, 2100
FINANCIAL_YEAR_START = 4
SCHOOL_YEAR_START = 9
ONE_DAY = timedelta(days=1)


def day(year: int, month: int, number: int) -> Days | None:
    """One day twice; None for a day that is not in the calendar ("31 June") or a year out of range."""
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12:
        return None
    if not 1 <= number <= calendar.monthrange(year, month)[1]:
        return None
    found = date(year, month, number)
    return found, found


def months(year: int, month: int, count: int = 1) -> Days | None:
    """First day of a month and last day of the ``count``-th month from it; ``month`` may lie outside 1 to 12."""
    first, last = _month_of(year, month), _month_of(year, month + count - 1)
    if count < 1 or not (FIRST_YEAR <= first[0] <= LAST_YEAR and FIRST_YEAR <= last[0] <= LAST_YEAR):
        return None
    return date(*first, 1), date(*last, calendar.monthrange(*last)[1])


def calendar_year(year: int) -> Days | None:
    """1 January to 31 December."""
    return months(year, 1, 12)


def financial_year(year: int) -> Days | None:
    """1 April of ``year`` to 31 March of the next, as English councils count."""
    return months(year, FINANCIAL_YEAR_START, 12)


def school_year(year: int) -> Days | None:
    """1 September of ``year`` to 31 August of the next."""
    return months(year, SCHOOL_YEAR_START, 12)


def year_that_holds(when: date, start_month: int) -> int:
    """The year in which the twelve months that begin in ``start_month`` and hold ``when`` began."""
    return when.year if when.month >= start_month else when.year - 1


def months_ending(end: date, count: int) -> Days | None:
    """The ``count`` months that end with ``end``: 30 September 2022 and 12 give 1 October 2021 to 30 September 2022."""
    following = _shift_day(end + ONE_DAY, -count) if end < date.max else None
    return (following, end) if following is not None else None


def shift(days: Days, count: int) -> Days | None:
    """The same days ``count`` months later (earlier if negative); a span that ends with a month still does."""
    start, end = _shift_day(days[0], count), _shift_day(days[1], count)
    if start is None or end is None:
        return None
    if days[0] != days[1] and _is_month_end(days[1]):
        end = end.replace(day=calendar.monthrange(end.year, end.month)[1])
    return start, end


def week(when: date) -> Days:
    """Monday to Sunday of the week that holds ``when``."""
    monday = when - timedelta(days=when.weekday())
    return monday, monday + timedelta(days=6)


def _is_month_end(when: date) -> bool:
    return when.day == calendar.monthrange(when.year, when.month)[1]


def _month_of(year: int, month: int) -> tuple[int, int]:
    return year + (month - 1) // 12, (month - 1) % 12 + 1


def _shift_day(when: date, count: int) -> date | None:
    year, month = _month_of(when.year, when.month + count)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return date(year, month, min(when.day, calendar.monthrange(year, month)[1]))
