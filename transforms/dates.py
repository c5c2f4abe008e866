"""Dates as documents print them or carry them in their markup."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip
# Nothing that the project reads is older; a date outside is a wrong reading ("0001-01-01", "1970-01-01").
FIRST_YEAR, LAST_YEAR = 1990, 2099

_MONTH = "|".join([*MONTHS, *(name[:3] for name in MONTHS), "sept"])
DATE_PATTERN = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})\.?,?\s+\d{{4}}"
    rf"|(?:{_MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})"
)
_DAY_FIRST = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_MONTH})\.?,?\s+(\d{{4}})", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.IGNORECASE)
_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")


def _day(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where there is no such day or it is out of range."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parse_printed_date(text: str) -> date | None:
    """Return the date that ``text`` begins with ("24th August 2017", "24/08/2017": British order), or None."""
    if match := _ISO.match(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.match(text):
        return _day(int(match[3]), _month_number(match[2]), int(match[1]))
    if match := _MONTH_FIRST.match(text):
        return _day(int(match[3]), _month_number(match[1]), int(match[2]))
    if match := _NUMERIC.match(text):
        return _day(int(match[3]), int(match[2]), int(match[1]))
    return None


def _month_number(name: str) -> int:
    """Return 1 to 12 for a month's name or its abbreviation."""
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3].lower()))


def parse_stamp(stamp: str) -> date | None:
    """Return the day in London of an ISO 8601 time stamp as markup carries it; else what is printed, or None.

    Embargoes end at midnight: "2017-08-23T23:01:00Z" was published on 24 August.
    """
    stamp = stamp.strip()
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return parse_printed_date(stamp)
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    if moment.tzinfo is not None:
        moment = _london(moment)
    return _day(moment.year, moment.month, moment.day)


def _last_sunday(year: int, month: int) -> datetime:
    """Return 01:00 UTC on the last Sunday of a month of 31 days."""
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=last.isoweekday() % 7)


def _london(moment: datetime) -> datetime:
    """Return ``moment`` in British time by the rule in force since 1996 (a time zone file would be input)."""
    moment = moment.astimezone(UTC)
    summer = _last_sunday(moment.year, 3) <= moment < _last_sunday(moment.year, 10)
    return moment + timedelta(hours=1) if summer else moment
