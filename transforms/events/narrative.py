"""The year that a story is in: "that April", "on 2 December that year", "a notice followed in May"."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from transforms.events.lines import Line
from transforms.mentions.dating import Calendar
from transforms.model import DocumentFacts, Period
from transforms.periods import find_periods, inner_days

Days = tuple[date, date | None]

_REACH = 300  # code points back to the time that a story tells before
_LEAD = re.compile(r"(?:since|from|following|after|before|starting)\b", re.IGNORECASE)
_THAT_MONTH = re.compile(r"\b[Tt]hat (?P<month>[A-Z][a-z]+)\b")
_THAT_YEAR = re.compile(r",? (?:of )?(?:that|the same) year\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TURN = re.compile(r"\b(?:but|while|now|until|whereas|although|since|before|today)\b|;")
# a month that is told from the day of the text and not from the story
_OF_NOW = re.compile(r"\b(?:last|this|next|year|ago|week)\b|\d{4}", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\b(?:followed|later|eventually|(?<!since )then|soon after\w*|afterwards|subsequently|duly|in turn|before "
    r"long)\b"
)


def told_days(period: Period, line: Line, calendar: Calendar, facts: DocumentFacts) -> Days | None:
    """The days of a time that takes its year from what the text told before; None where it needs none, or has none."""
    month = _THAT_MONTH.search(period.text)
    if period.kind == "same_time" and month is not None:
        return _in_year(f"in {month[1]}", _year_before(period.start, calendar, facts), facts)
    if period.kind not in ("day", "month"):
        return None
    if _THAT_YEAR.match(line.words, line.place_of(period.end)):
        return _in_year(period.text, _year_before(period.start, calendar, facts), facts)
    return _carried(period, line, calendar, facts)


def _in_year(words: str, year: int | None, facts: DocumentFacts) -> Days | None:
    found = find_periods(f"{words} {year}", facts) if year is not None else []
    return (found[0].date_start, found[0].date_end) if found and found[0].date_start else None


def _year_before(place: int, calendar: Calendar, facts: DocumentFacts) -> int | None:
    """The year that a text named last before a place."""
    for earlier in reversed(calendar.within(max(0, place - _REACH), place)):
        days = began(earlier, facts) if earlier.kind == "since" else (earlier.date_start, earlier.date_end)
        if days is not None and days[0] is not None:
            return days[0].year
    return None


def _carried(period: Period, line: Line, calendar: Calendar, facts: DocumentFacts) -> Days | None:
    """The days of a month without a year in a story of some years ago: the first such after the time told before."""
    if period.date_start is None or _OF_NOW.search(period.text):
        return None
    earlier = next(
        (each for each in reversed(calendar.within(max(0, period.start - _REACH), period.start)) if each.date_start),
        None,
    )
    if earlier is None or earlier.date_start is None or _YEAR.search(earlier.text) is None or _LEAD.match(earlier.text):
        return None
    between = line.words[line.place_of(max(earlier.end, line.sentence.start)) : line.place_of(period.start)]
    if _TURN.search(between) or (earlier.start < line.sentence.start and _GOES_ON.search(line.words) is None):
        return None
    for year in (earlier.date_start.year, earlier.date_start.year + 1):
        days = _in_year(period.text, year, facts)
        if days is not None and days[0] >= earlier.date_start and days[0] < period.date_start:
            return days
    return None


@lru_cache(maxsize=256)
def began(period: Period, facts: DocumentFacts) -> Days | None:
    """The days of the date in "since March" or "since the focused visit in 2019", None where it holds none."""
    return inner_days(period, facts) or next(
        (
            (found.date_start, found.date_end)
            for found in find_periods(_LEAD.sub("in", period.text, count=1), facts)
            if found.date_start is not None
        ),
        None,
    )
