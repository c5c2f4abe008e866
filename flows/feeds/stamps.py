"""Dates as feeds, sitemaps and pages of links state them: RFC 822, ISO 8601 and its short forms, and as printed.

What has no time zone is British time, since the sites are. 03/06/2025 is 3 June.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import parsedate_tz

from flows.job import HOME_ZONE
from transforms.dates import DATE_PATTERN, FIRST_YEAR, LAST_YEAR, parse_printed_date

# hours ahead of UTC; a library of feeds reads "09:00 BST" an hour off
_ZONES = {
    "BST": 1, "GMT": 0, "UTC": 0, "UT": 0, "Z": 0, "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip
_OFFSET = re.compile(r"[+-]\d{4}\s*(?:\([^()]*\))?\s*\Z")
_ZONE = re.compile(r"([A-Za-z]{1,5})\s*(?:\([^()]*\))?\s*\Z")
_WEEKDAY = re.compile(r"\s*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.I)
_NUMERIC_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_PRINTED = re.compile(rf"(?<![\w/.-]){DATE_PATTERN}", re.I)
_LONGEST = 100


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """A moment that a list states, and the calendar day in London that it falls on."""

    moment: datetime
    day: date


def read_stamp(text: str | None) -> Stamp | None:
    """Return what a date states; None where it is no date, or one that nothing here can have."""
    if text is None or not text.strip() or len(text) > _LONGEST:
        return None
    text = " ".join(text.split())
    try:
        return _iso(text) or _rfc822(text) or _printed(text)
    except (ValueError, OverflowError, IndexError):
        # numbers that make up no day, hour or zone
        return None


def find_stamp(text: str) -> Stamp | None:
    """Return the one date that a text prints ("Published: Tuesday 3 June 2025"); None where there are more or none."""
    days = {day for match in _PRINTED.finditer(text) if (day := parse_printed_date(match[0])) is not None}
    return _of_day(days.pop()) if len(days) == 1 else None


def _stamp(moment: datetime) -> Stamp | None:
    """Take a moment with or without a zone."""
    moment = moment.replace(tzinfo=HOME_ZONE) if moment.tzinfo is None else moment
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    return Stamp(moment.astimezone(UTC), moment.astimezone(HOME_ZONE).date())


def _of_day(day: date) -> Stamp:
    return Stamp(datetime.combine(day, time(), HOME_ZONE).astimezone(UTC), day)


def _iso(text: str) -> Stamp | None:
    try:
        if len(text) == len("2025-06-03"):
            day = date.fromisoformat(text)
            return _of_day(day) if FIRST_YEAR <= day.year <= LAST_YEAR else None
        return _stamp(datetime.fromisoformat(text))
    except ValueError:
        return None


def _rfc822(text: str) -> Stamp | None:
    if _NUMERIC_DATE.match(text):
        return None
    parsed = parsedate_tz(text)
    if parsed is None:
        return None
    moment = datetime(*parsed[:6])
    named = _ZONE.search(text)
    if named is not None and named[1].upper() in _ZONES:
        return _stamp(moment.replace(tzinfo=timezone(timedelta(hours=_ZONES[named[1].upper()]))))
    # without a zone, or with a word that is none, parsedate_tz says UTC
    if parsed[9] is not None and _OFFSET.search(text) is not None:
        return _stamp(moment.replace(tzinfo=timezone(timedelta(seconds=parsed[9]))))
    return _stamp(moment)


def _printed(text: str) -> Stamp | None:
    day = parse_printed_date(_WEEKDAY.sub("", text, count=1))
    return None if day is None else _of_day(day)
