"""Lines of annotation and rows of the extraction, brought into the form in which they are compared."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from flows.accuracy.records import Happening, Level, Movement
from transforms.model import Change, Event, Mention


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


def annotated_event(row: Mapping[str, Any]) -> Happening:
    """Return the event of one line of a gold file.

    Raises:
        KeyError: a field is missing.
        ValueError: a date is none.
    """
    return Happening(
        doc=row["doc"],
        kind=row["kind"],
        also=tuple(row.get("kind_alt", ())),
        authority=row["authority"],
        dates=(_day(row["date_start"]), _day(row["date_end"])),
        number=row["number"],
        detail=None if row["detail"] is None else str(row["detail"]),
        words=row["context"],
    )


def read_event(doc: str, event: Event) -> Happening:
    """Return an event that was read from ``doc``."""
    return Happening(
        doc=doc,
        kind=event.kind,
        also=(),
        authority=event.authority,
        dates=(event.date_start, event.date_end),
        number=event.number,
        detail=event.detail,
        words=event.quote,
        confidence=event.confidence,
    )


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value[:10])
