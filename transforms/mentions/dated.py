"""The time of a number: the days that its words settle, and what else they say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from transforms.model import Period
from transforms.periods import RELATIVE, resolve_relative

# periods that money can be for
MONEY_YEARS = frozenset(
    {"financial_year", "year", "calendar_year_relative", "school_year", "span", "year_ending", "same_time"}
)
_PAST = (frozenset({"vague_past", "relative"}) | RELATIVE) - {
    kind for kind in RELATIVE if kind.startswith("following") or kind.endswith("later")
}
_OPEN = frozenset({"vague_now", "to_date", "same_time"})
# "since 2016, when it was 28 per cent"
_SINCE = re.compile(r"since\b", re.IGNORECASE)
# "as recently as July there were none"
_AS_PAST = re.compile(r"as (?:recently|late) as\b|back in\b", re.IGNORECASE)
_THIS_DAY = re.compile(r"this (?:morning|afternoon|evening)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Dated:
    """A period as chosen for a number. ``own`` tells that it stands beside the number itself."""

    start: date | None
    end: date | None
    text: str | None
    kind: str | None
    own: bool
    opens: bool = False  # whether it opens the sentence and so holds for all its numbers

    @property
    def is_past(self) -> bool:
        """Whether its words place it before now: "two years ago", "a year earlier"."""
        if self.own and self.start is not None and _SINCE.match(self.text or ""):
            return True
        return self.own and (self.kind in _PAST or bool(_AS_PAST.match(self.text or "")))

    @property
    def settles_nothing(self) -> bool:
        """Whether there is no expression, or one that only says "now" or "so far"."""
        if self.start is not None:
            return False
        return self.kind is None or self.kind in _OPEN or (self.kind == "season" and self.is_end)

    @property
    def is_end(self) -> bool:
        """Whether its words set an end: "by this summer"."""
        return (self.text or "").lower().startswith("by ")

    @property
    def to_come(self) -> bool:
        """Whether it is an end that is still to come: "by December", "by next summer"."""
        return self.own and (self.kind == "deadline" or (self.is_end and " next " in (self.text or "")))


UNDATED = Dated(None, None, None, None, False)


def dated_by(period: Period, *, own: bool) -> Dated:
    """A period as the time of a number, its own or one that it shares."""
    text = " ".join(period.text.split())
    if _THIS_DAY.match(text):
        return Dated(None, None, text, "vague_now", own)  # "This morning there are none" says how things stand
    return Dated(period.date_start, period.date_end, text, period.kind, own)


def order_key(dated: Dated) -> tuple[int, int] | None:
    """A rough place in time to order by: the end of the period, else a year that its words name."""
    if dated.end is not None:
        return dated.end.year, dated.end.month
    if dated.text and (years := _YEAR.findall(dated.text)):
        return int(years[-1]), 6
    return None


def from_anchor(dated: Dated, anchor: Dated) -> Dated:
    """Count "a year earlier" from the period of the number that it is held against."""
    if dated.kind not in RELATIVE or dated.start is not None or anchor.start is None or anchor.end is None:
        return dated
    resolved = resolve_relative(dated.kind, anchor.start, anchor.end)
    return dated if resolved is None else replace(dated, start=resolved[0], end=resolved[1])


def for_school(dated: Dated) -> Dated:
    """The same years as school years, for attendance "in 2013/14"."""
    if dated.kind != "financial_year" or dated.start is None or dated.end is None:
        return dated
    return replace(dated, start=date(dated.start.year, 9, 1), end=date(dated.end.year, 8, 31))
