"""What is compared: a number, a movement or an event, as annotated or as read, and when one row answers another.

Of each: ``accepts`` says whether a row that was read answers this annotated one, ``agreement`` which attributes of
the answer are right, ``shown`` an attribute in words. What is invented is as wrong as what is missing.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

LEVEL_ATTRIBUTES = ("unit", "qualifier", "authority", "role", "period")
MOVEMENT_ATTRIBUTES = ("direction", "authority", "amount")
EVENT_ATTRIBUTES = ("authority", "number", "detail", "dates")


@dataclass(frozen=True, slots=True)
class Level:
    """A number that states a metric. ``also`` are other metrics that are right too; ``confidence`` is the reading's."""

    doc: str
    metric: str
    also: tuple[str, ...]
    low: float | None
    high: float | None
    unit: str | None
    qualifier: str | None
    authority: str | None
    role: str | None
    period: tuple[date | None, date | None]
    words: str
    confidence: float | None = None

    @property
    def code(self) -> str:
        """What the row is of."""
        return self.metric

    @property
    def bounds(self) -> tuple[float | None, ...]:
        """The values that must agree before anything else is compared."""
        return (self.low, self.high)

    def accepts(self, read: Level) -> bool:
        """Whether ``read`` has the metric, or one that is right too, and the bounds."""
        return read.metric in (self.metric, *self.also) and all(map(same_number, self.bounds, read.bounds))

    def agreement(self, read: Level) -> dict[str, bool]:
        """Which attributes of an answer are right."""
        return {name: (getattr(self, name) or None) == (getattr(read, name) or None) for name in LEVEL_ATTRIBUTES}

    def figures(self) -> str:
        """Return the bounds in words."""
        return _bounds(self.bounds)

    def shown(self, name: str) -> str:
        """Return an attribute in words."""
        return _span(self.period) if name == "period" else str(getattr(self, name))


@dataclass(frozen=True, slots=True)
class Movement:
    """A stated change of a metric between two times, with the bounds of both levels (None where not stated)."""

    doc: str
    metric: str
    also: tuple[str, ...]
    bounds: tuple[float | None, ...]
    direction: str | None
    authority: str | None
    amount: float | None
    amount_unit: str | None
    words: str

    @property
    def code(self) -> str:
        """What the row is of."""
        return self.metric

    def accepts(self, read: Movement) -> bool:
        """Whether ``read`` has the metric, or one that is right too, and all four bounds."""
        return read.metric in (self.metric, *self.also) and all(map(same_number, self.bounds, read.bounds))

    def agreement(self, read: Movement) -> dict[str, bool]:
        """Which attributes of an answer are right."""
        return {
            "direction": self.direction == read.direction,
            "authority": self.authority == read.authority,
            "amount": same_number(self.amount, read.amount) and self.amount_unit == read.amount_unit,
        }

    def figures(self) -> str:
        """Return the bounds in words."""
        return _bounds(self.bounds)

    def shown(self, name: str) -> str:
        """Return an attribute in words."""
        return f"{self.amount} {self.amount_unit}" if name == "amount" else str(getattr(self, name))


@dataclass(frozen=True, slots=True)
class Happening:
    """An event. ``also`` are other kinds that are right too, ``dates`` its first and last day."""

    doc: str
    kind: str
    also: tuple[str, ...]
    authority: str | None
    dates: tuple[date | None, date | None]
    number: int | None
    detail: str | None
    words: str
    confidence: float | None = None

    @property
    def code(self) -> str:
        """What the row is of."""
        return self.kind

    def accepts(self, read: Happening) -> bool:
        """Whether ``read`` has the kind, or one that is right too, and the dates.

        Where none are annotated, the number or the detail decides; where neither is, the kind alone.
        """
        if read.kind not in (self.kind, *self.also):
            return False
        if any(self.dates):
            return self.dates == read.dates
        if self.number is None and self.detail is None:
            return True
        same_detail = self.detail is not None and plain(self.detail) == plain(read.detail)
        return same_detail or (self.number is not None and self.number == read.number)

    def agreement(self, read: Happening) -> dict[str, bool]:
        """Which attributes of an answer are right; dates are wrong only where some were invented."""
        return {
            "authority": self.authority == read.authority,
            "number": self.number == read.number,
            "detail": plain(self.detail) == plain(read.detail),
            "dates": self.dates == read.dates,
        }

    def scored(self) -> tuple[object, ...]:
        """All that is compared: two rows of a document that agree in it are one event."""
        return (self.kind, self.authority, self.dates, self.number, plain(self.detail))

    def figures(self) -> str:
        """Return dates, number and detail in words."""
        return f"{_span(self.dates)} {self.number} {self.detail}"

    def shown(self, name: str) -> str:
        """Return an attribute in words."""
        return _span(self.dates) if name == "dates" else str(getattr(self, name))


Row = TypeVar("Row", Level, Movement, Happening)


def same_number(one: float | None, other: float | None) -> bool:
    """Whether two values are equal within a millionth; None equals None only."""
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-6, abs_tol=1e-9)


def plain(detail: str | None) -> str | float | None:
    """Return the detail of an event as it is compared: money as a number, a grade or name without case."""
    if not detail:
        return None
    try:
        return float(detail)
    except ValueError:
        return detail.replace("’", "'").casefold().strip()


def _bounds(bounds: tuple[float | None, ...]) -> str:
    return " ".join("?" if bound is None else f"{bound:g}" for bound in bounds)


def _span(days: tuple[date | None, date | None]) -> str:
    return "..".join(str(day) for day in days)
