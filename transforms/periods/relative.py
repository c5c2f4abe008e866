"""Periods that are counted from another: "a year earlier", "the following year", "the same month of 2018"."""

from __future__ import annotations

import re
from datetime import date

from transforms.periods import days
from transforms.periods.days import Days
from transforms.periods.kinds import RELATIVE_MONTHS
from transforms.periods.points import number_of

_COUNTED = re.compile(
    r"(?:\b([a-z]+|\d+)\s{1,3})?\b(year|month|quarter|twelvemonth)s?\s{1,3}(earlier|before|previously|later)\b",
    re.IGNORECASE,
)
# "In the previous year" beside a month may be a month, a year or a financial year.
_WHOLE_YEARS = frozenset({"previous_year", "following_year"})
_COUNTED_KINDS = {months: kind for kind, months in RELATIVE_MONTHS.items() if kind.endswith(("earlier", "later"))}
_UNIT = re.compile(r"\b(year|month|quarter)\b")


def relative_kind(words: str) -> str:
    """The kind of a relative expression by its words; ``relative`` where no rule counts it ("five months earlier")."""
    lowered = words.lower()
    unit = _UNIT.search(lowered)
    if "following" in lowered and unit:
        return f"following_{unit[1]}"
    if re.search(r"\b(?:previous|preceding|prior)\s", lowered) and unit:
        return f"previous_{unit[1]}"
    counted = _COUNTED.search(lowered)
    if counted is None:
        return "relative"
    count = 1 if counted[1] in (None, "the") else number_of(counted[1]) or 0
    sign = 1 if counted[3] == "later" else -1
    return _COUNTED_KINDS.get(
        sign * count * {"year": 12, "twelvemonth": 12, "quarter": 3, "month": 1}[counted[2].lower()], "relative"
    )


def resolve_relative(kind: str, anchor_start: date, anchor_end: date) -> Days | None:
    """The days of a relative kind, counted from the days of its anchor.

    A month is counted only from a day or a month, a quarter only from a day or a span of up to three months, and
    "the previous year" only from a day or a year; anything else is nothing, as is a kind without a count.
    """
    count = RELATIVE_MONTHS.get(kind)
    if count is None:
        return None
    length = (anchor_end - anchor_start).days + 1
    if (
        (length > 31 and count in (1, -1))
        or (length > 92 and count in (3, -3))
        or (kind in _WHOLE_YEARS and 1 < length < 365)
    ):
        return None
    return days.shift((anchor_start, anchor_end), count)
