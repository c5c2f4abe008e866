"""Days of an inspection or visit as a front page or a letter prints them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from transforms.dates import FIRST_YEAR, LAST_YEAR, MONTHS

_NUMBERS = {name: number for number, month in enumerate(MONTHS, 1) for name in (month, month[:3])}
_NUMBERS["sept"] = 9
# as front pages have misspelt them, or may
_NUMBERS |= {"janaury": 1, "januray": 1, "febuary": 2, "feburary": 2, "febraury": 2, "agust": 8, "septmber": 9,
             "setember": 9, "ocotber": 10, "novmber": 11, "novemeber": 11, "decemeber": 12, "decmber": 12}  # fmt: skip
_MONTH = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?"
_DAY = re.compile(
    rf"(?:{_WEEKDAY}\s*)?(?:the\s+)?(?:"
    r"(?P<day_n>\d{1,2})[/.](?P<month_n>\d{1,2})[/.](?P<year_n>\d{4}|\d{2})(?!\d)"
    r"|(?P<day>\d{1,2})(?!\d)(?:\s?(?:st|nd|rd|th)(?![a-z]))?"
    rf"(?:\s*(?:of\s+)?(?P<month>{_MONTH})(?![a-z])\.?,?(?:\s*(?P<year>(?:19|20)\d\d)(?!\d{{2}}))?)?"
    rf"|(?P<month_us>{_MONTH})\b\.?\s+(?P<day_us>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<year_us>(?:19|20)\d\d))?"
    r")",
    re.IGNORECASE,
)
# a word or sign that carries on with a further day; a line break alone does not
_JOIN = re.compile(
    r"\s*(?:,\s*)?(?:to|until|till|and|then|through|&|[-–—−/;,])(?:\s+(?:from|on|between))?\s*", re.IGNORECASE
)
_SPACES = re.compile(r"[ \t]+")
_LEAD_IN = re.compile(r"[\s:–—-]*(?:\([^)\d]{0,40}\)[\s:–—-]*)?(?:(?:from|on|between|the)\s+)*", re.IGNORECASE)
# What is longer was misread or misprinted; two periods of one inspection may lie months apart.
_LONGEST = timedelta(days=120)
_LONGEST_OF_TWO = timedelta(days=800)


@dataclass(frozen=True, slots=True)
class _Printed:
    """A day with what is printed of its month and year."""

    day: int
    month: int | None
    year: int | None


def read_days(text: str, start: int) -> tuple[tuple[date | None, date | None], int]:
    """Return the first and the last day that ``text`` prints at ``start``, and where they end.

    Of two periods ("3 to 7 and 17 to 21 May 2021") the first day of the first and the last of the second. Month and
    year that a day lacks come from the next day that has them. One day alone is the last, the first is None; both are
    None where a year is missing, a day does not exist or the days are out of order.
    """
    lead = _LEAD_IN.match(text, start)
    at = lead.end() if lead else start
    printed: list[_Printed] = []
    end = start
    while match := _DAY.match(text, at):
        printed.append(_printed(match))
        end = match.end()
        join = _JOIN.match(text, end) or _lost_dash(text, end)
        if join is None:
            break
        at = join.end()
    return _bounds([_day(each) for each in _filled(printed)]), end


def _lost_dash(text: str, end: int) -> re.Match[str] | None:
    """Return the spaces before a further day with its month: "6 July 30 July 2015", the dash lost with its font."""
    spaces = _SPACES.match(text, end)
    day = _DAY.match(text, spaces.end()) if spaces else None
    return spaces if day and (day["month"] or day["month_us"]) else None


def _printed(match: re.Match[str]) -> _Printed:
    if match["day_n"]:
        year = int(match["year_n"])
        return _Printed(int(match["day_n"]), int(match["month_n"]), year if year > 99 else 2000 + year)
    day, month, year_words = match["day"], match["month"], match["year"]
    if day is None:
        day, month, year_words = match["day_us"], match["month_us"], match["year_us"]
    return _Printed(int(day), _month(month), int(year_words) if year_words else None)


def _month(name: str | None) -> int | None:
    return None if name is None else _NUMBERS[name.lower()]


def _filled(printed: list[_Printed]) -> list[_Printed]:
    """Return the days with months and years: from the next day that has them, a year else from the day before."""
    filled: list[_Printed] = []
    later: _Printed | None = None
    for each in reversed(printed):
        if each.month is None and later is not None:
            each = replace(each, month=later.month)
        if each.year is None and later is not None and later.year is not None and each.month and later.month:
            each = replace(each, year=later.year - (each.month > later.month))
        filled.insert(0, each)
        later = each
    for at in range(1, len(filled)):
        before = filled[at - 1]
        if filled[at].year is None and filled[at].month and before.year is not None and before.month:
            filled[at] = replace(filled[at], year=before.year + ((filled[at].month or 0) < before.month))
    return filled


def _day(printed: _Printed) -> date | None:
    if printed.month is None or printed.year is None or not FIRST_YEAR <= printed.year <= LAST_YEAR:
        return None
    try:
        return date(printed.year, printed.month, printed.day)
    except ValueError:
        return None


def _bounds(days: list[date | None]) -> tuple[date | None, date | None]:
    known = [day for day in days if day is not None]
    if not known or len(known) < len(days):
        return None, None
    if len(known) == 1:
        return None, known[0]
    longest = _LONGEST if len(known) == 2 else _LONGEST_OF_TWO
    if known != sorted(known) or known[-1] - known[0] > longest:
        return None, None
    return known[0], known[-1]
