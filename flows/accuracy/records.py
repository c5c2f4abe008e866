"""What is compared: a number as annotated or as read, and a movement as annotated or as read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from transforms.model import Change, Mention


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
    def bounds(self) -> tuple[float | None, ...]:
        """The values that must agree before anything else is compared."""
        return (self.low, self.high)


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


def annotated_level(row: Mapping[str, Any]) -> Level:
    """Return the number of one line of a gold file.

    Raises:
        KeyError: a field is missing.
        ValueError: a date is none.
    """
    return Level(
        doc=row["doc"],
        metric=row["metric"],
        also=tuple(row.get("metric_alt", ())),
        low=row["value_low"],
        high=row["value_high"],
        unit=row["unit"],
        qualifier=row["qualifier"],
        authority=row["authority"],
        role=row["role"],
        period=(_day(row["period_start"]), _day(row["period_end"])),
        words=f"{row['surface']} | {row['context']}",
    )


def read_level(doc: str, mention: Mention) -> Level:
    """Return a mention that was read from ``doc``."""
    return Level(
        doc=doc,
        metric=mention.metric,
        also=(),
        low=mention.value_low,
        high=mention.value_high,
        unit=mention.unit,
        qualifier=mention.qualifier,
        authority=mention.authority,
        role=mention.role,
        period=(mention.period_start, mention.period_end),
        words=f"{mention.surface} | {mention.quote}",
        confidence=mention.confidence,
    )


def annotated_movement(row: Mapping[str, Any]) -> Movement:
    """Return the movement of one line of a gold file.

    Raises:
        KeyError: a field is missing.
    """
    return Movement(
        doc=row["doc"],
        metric=row["metric"],
        also=tuple(row.get("metric_alt", ())),
        bounds=(row["from_low"], row["from_high"], row["to_low"], row["to_high"]),
        direction=row["direction"],
        authority=row["authority"],
        amount=row["amount"],
        amount_unit=row["amount_unit"],
        words=row["context"],
    )


def read_movement(doc: str, change: Change) -> Movement:
    """Return a change that was read from ``doc``."""
    return Movement(
        doc=doc,
        metric=change.metric,
        also=(),
        bounds=(change.from_low, change.from_high, change.to_low, change.to_high),
        direction=change.direction,
        authority=change.authority,
        amount=change.amount,
        amount_unit=change.amount_unit,
        words=change.quote,
    )


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value[:10])
