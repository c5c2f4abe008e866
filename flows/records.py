"""What was read and extracted, as JSON for the cache: dates as ISO text, a record as the list of its fields."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar, get_type_hints

from transforms.model import (
    Change,
    DocumentFacts,
    Event,
    Extraction,
    Inspection,
    InspectionReport,
    Judgement,
    Mention,
    Reject,
    Sketch,
)

Record = TypeVar("Record", Mention, Change, Reject, Event, Inspection, Judgement)
FACTS = tuple(field.name for field in fields(DocumentFacts))


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} is no value of a record")


def dump(value: object) -> str:
    """Return compact JSON of ``value``; the same value gives the same text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=_iso)


def hashed(letter: str, *parts: object) -> str:
    """Return an id: a letter and the first 20 hexadecimal digits of the SHA-256 of the parts.

    The letter tells ids of different tables apart, and keeps a spreadsheet from reading "12e34" as a number.
    """
    return letter + hashlib.sha256(dump(list(parts)).encode("utf-8")).hexdigest()[:20]


def _dates(kind: type) -> tuple[int, ...]:
    hints = get_type_hints(kind)
    return tuple(i for i, field in enumerate(fields(kind)) if date in getattr(hints[field.name], "__args__", ()))


_DATES = {kind: _dates(kind) for kind in (Mention, Change, Reject, DocumentFacts, Event, Inspection, Judgement)}


def _load(kind: type[Record], rows: Iterable[Sequence[Any]]) -> tuple[Record, ...]:
    places = _DATES[kind]
    found = []
    for row in rows:
        values = list(row)
        for place in places:
            if values[place] is not None:
                values[place] = date.fromisoformat(values[place])
        found.append(kind(*values))
    return tuple(found)


def record_values(record: object) -> list[Any]:
    """Return the values of a record's fields, as they are: ``dataclasses.astuple`` copies each of them in depth."""
    return [getattr(record, name) for name in record.__slots__]  # type: ignore[attr-defined]


def record_row(record: object) -> dict[str, Any]:
    """Return a record's fields by name, their values as they are."""
    return {name: getattr(record, name) for name in record.__slots__}  # type: ignore[attr-defined]


def dump_extraction(extraction: Extraction) -> str:
    """Return an extraction as JSON; ``load_extraction`` gives it back."""
    return dump(
        {
            "mentions": [record_values(mention) for mention in extraction.mentions],
            "changes": [record_values(change) for change in extraction.changes],
            "numbers_read": extraction.numbers_read,
            "numbers_without_metric": extraction.numbers_without_metric,
            "rejects": [record_values(reject) for reject in extraction.rejects],
            "events": [record_values(event) for event in extraction.events],
            "report": None if extraction.report is None else _report_values(extraction.report),
            "sketch": None if extraction.sketch is None else _sketch_values(extraction.sketch),
        }
    )


def _sketch_values(sketch: Sketch) -> list[Any]:
    return [sketch.runs, sketch.minima, sorted(sketch.numbers)]


def _load_sketch(runs: int, minima: list[int], numbers: list[str]) -> Sketch:
    return Sketch(runs, tuple(minima), frozenset(numbers))


def _report_values(report: InspectionReport) -> dict[str, Any]:
    return {
        "inspection": [] if report.inspection is None else [record_values(report.inspection)],
        "judgements": [record_values(judgement) for judgement in report.judgements],
        "rejects": [record_values(reject) for reject in report.rejects],
    }


def _load_report(data: dict[str, Any]) -> InspectionReport:
    return InspectionReport(
        inspection=next(iter(_load(Inspection, data["inspection"])), None),
        judgements=_load(Judgement, data["judgements"]),
        rejects=_load(Reject, data["rejects"]),
    )


def load_extraction(text: str) -> Extraction:
    """Return what ``dump_extraction`` was given."""
    data = json.loads(text)
    return Extraction(
        mentions=_load(Mention, data["mentions"]),
        changes=_load(Change, data["changes"]),
        numbers_read=data["numbers_read"],
        numbers_without_metric=data["numbers_without_metric"],
        rejects=_load(Reject, data["rejects"]),
        events=_load(Event, data["events"]),
        report=None if data["report"] is None else _load_report(data["report"]),
        sketch=None if data["sketch"] is None else _load_sketch(*data["sketch"]),
    )


def facts_values(facts: DocumentFacts) -> list[Any]:
    """Return the facts as the list of their fields."""
    return record_values(facts)
