"""Dates, years, periods and clock times: numbers that say when."""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.quantities.numbers import GAP
from transforms.quantities.words import MONTHS, vocabulary


class Label(NamedTuple):
    """A number that is no amount: its kind, extent and value."""

    kind: str
    start: int
    end: int
    value: float


_MONTH = "(?:" + "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:19|20)[0-9]{2}"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"

# "3 to 14 October 2022", "16 and 17 October", "Thursday, 11th May 2023"; a footnote digit may hang on the year.
_DAY_MONTH = re.compile(
    rf"{_DAY}(?:(?:{GAP}(?:to|and|or|until|-|–|—|&){GAP}|[-–—/]|,{GAP})(?:{_WEEKDAY},?{GAP})?{_DAY}){{0,4}}"
    rf"(?:{GAP}of)?(?:{GAP}|-){_MONTH}(?:,?{GAP}{_YEAR})?"
)
# "March 31, 2014" and "September 5, from 5pm" once the month stands before.
_AFTER_MONTH = re.compile(
    rf"{_DAY}(?:[-–]{_DAY})?(?:,?{GAP}{_YEAR}\b|(?={GAP}?(?:[,.;:)]|$|\n|and\b|to\b|at\b|for\b|from\b|with\b|when\b)))"
)
# "On June 30 there were": no year, but a word that goes with a day
_ON_MONTH = re.compile(rf"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Bb]efore|[Aa]fter|[Aa]t){GAP}{_MONTH}{GAP}\Z")
_BARE_DAY = re.compile(rf"{_DAY}\b(?![.,]?[0-9]|%)")
_ON_REACH = 24
_NUMERIC = re.compile(
    rf"(?:{_DAY}[/.](?:1[0-2]|0?[1-9])[/.](?:{_YEAR}|[0-9]{{2}})|{_YEAR}-[01][0-9]-[0-3][0-9])(?![0-9])"
)
_SPAN = re.compile(
    rf"(?P<first>{_YEAR})(?:[-–—−─‐‑/](?P<last>{_YEAR}|[0-9]{{2}})|{GAP}to{GAP}(?P<later>{_YEAR}))(?![0-9]*%|[0-9]|,[0-9])"
)
_TIME = re.compile(
    rf"(?:2[0-3]|[01]?[0-9])(?:[.:][0-5][0-9])?(?:{GAP})?(?:[ap](?:\.m\.|m\b)|o[’']clock\b|hrs?\b(?=\.))"
    rf"|(?:2[0-3]|[01]?[0-9]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:])"
)
_TIME_RANGE = re.compile(
    rf"(?:2[0-3]|[01]?[0-9])(?:[.:][0-5][0-9])?(?:{GAP}?[-–]{GAP}?|{GAP}to{GAP})(?=(?:2[0-3]|[01]?[0-9])(?:[.:][0-5][0-9])?{GAP}?[ap]\.?m\b)"
)
_MONTH_NAMES = frozenset(name.capitalize() for name in MONTHS)

_YEAR_NEEDS = vocabulary(
    """
    children people pupils families cases referrals contacts young social places homes staff households jobs
    posts visits users patients residents homes miles metres assessments reviews hours vehicles units sq
    """
)
_AFTER_YEAR = re.compile(r"\s?([a-z]+)")
_YEAR_LEADS = vocabulary(
    """
    in since by of from during until till before after and to the early mid late for around spring summer autumn
    winter
    """
)


def is_month(word: str) -> bool:
    """Return whether a word as printed is the name of a month."""
    return word.rstrip(".,") in _MONTH_NAMES


def read_day(text: str, start: int, last_word: str) -> Label | None:
    """Read a date whose day of the month begins at ``start``; ``last_word`` is the word before, as printed."""
    found = _DAY_MONTH.match(text, start) or _NUMERIC.match(text, start)
    if found is None and last_word.rstrip(".,") in _MONTH_NAMES:
        found = _AFTER_MONTH.match(text, start)
        if found is None and _ON_MONTH.search(text, max(0, start - _ON_REACH), start):
            found = _BARE_DAY.match(text, start)
    if found is None:
        return None
    return Label("date", start, found.end(), float(re.match(r"[0-9]+", found.group()).group()))  # type: ignore[union-attr]


def read_year(text: str, start: int, end: int, last_word: str) -> Label | None:
    """Read four digits as a year or as a span of years ("2013–14", "2016/17"), unless they count something."""
    value = float(text[start:end])
    span = _SPAN.match(text, start)
    if span is not None:
        last = span["last"] or span["later"]
        full = int(last) if len(last) == 4 else int(value) // 100 * 100 + int(last)
        if span["later"] is None and value < full <= value + 20:
            return Label("period_label", start, span.end(), value)
    if last_word == "Act":
        return Label("reference", start, end, value)  # "Children Act 1989"
    numeric = _NUMERIC.match(text, start)
    if numeric is not None:
        return Label("date", start, numeric.end(), value)
    following = _AFTER_YEAR.match(text, end)
    if following is not None and following[1] in _YEAR_NEEDS and last_word.lower() not in _YEAR_LEADS:
        return None
    if text[end : end + 1] == "%" or text.startswith((" per cent", "\nper cent"), end):
        return None
    if text.startswith("s", end) and not text[end + 1 : end + 2].isalnum():
        return Label("year", start, end + 1, value)
    return Label("year", start, end, value)


def read_time(text: str, start: int) -> Label | None:
    """Read a clock time: "2.00pm", "11 a.m.", "6:30", "9am to 5pm" (one label per end)."""
    found = _TIME.match(text, start)
    if found is None:
        found = _TIME_RANGE.match(text, start)
        if found is None:
            return None
        digits = re.match(r"[0-9]+(?:[.:][0-9]{2})?", found.group())
        return Label("time", start, start + digits.end(), _hours(digits.group())) if digits else None
    return Label("time", start, found.end(), _hours(found.group()))


def _hours(surface: str) -> float:
    numbers = re.findall(r"[0-9]+", surface)
    hours = float(numbers[0]) + (float(numbers[1]) / 60 if len(numbers) > 1 else 0.0)
    return hours + 12 if re.search(r"p\.?m", surface) and hours < 12 else hours
