"""The expressions of time in a line that can date an event."""

from __future__ import annotations

import re

from transforms.events.lines import Line
from transforms.mentions.dating import Calendar
from transforms.model import Period

Placed = tuple[int, int, Period]
_NO_TIME = frozenset(
    {"duration", "duration_rate", "years", "to_date", "running_head", "deadline", "until", "event", "rolling"}
)
_TODAY = re.compile(r"(?:today|this (?:morning|afternoon|evening)|tonight)\Z", re.IGNORECASE)
_AGO = re.compile(r"\bago\b")


def periods_by(line: Line, calendar: Calendar) -> list[Placed]:
    """The expressions of time in a line that can date an event, with their places in its words."""
    return [
        (line.place_of(each.start), line.place_of(each.end), each)
        for each in calendar.within(line.sentence.start, line.sentence.end)
        if _is_time(each)
    ]


def _is_time(period: Period) -> bool:
    if period.kind in _NO_TIME:
        return False
    if period.kind == "vague_now":
        return _TODAY.match(period.text) is not None
    if period.kind == "vague_past":
        return _AGO.search(period.text) is not None
    return True
