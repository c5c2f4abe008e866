"""What was read and extracted, as JSON for the cache: dates as ISO text, a record as the list of its fields."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple, fields
from datetime import date
from typing import Any, TypeVar, get_type_hints

from transforms.model import Change, DocumentFacts, Extraction, Mention, Reject

Record = TypeVar("Record", Mention, Change, Reject)
FACTS = tuple(field.name for field in fields(DocumentFacts))


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} is no value of a record")


def dump(value: object) -> str:
    """Return compact JSON of ``value``; the same value gives the same text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=_iso)


def _dates(kind: type) -> tuple[int, ...]:
    hints = get_type_hints(kind)
    return tuple(i for i, field in enumerate(fields(kind)) if date in getattr(hints[field.name], "__args__", ()))


_DATES = {kind: _dates(kind) for kind in (Mention, Change, Reject, DocumentFacts)}


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


def dump_extraction(extraction: Extraction) -> str:
    """Return an extraction as JSON; ``load_extraction`` gives it back."""
    return dump(
        {
            "mentions": [astuple(mention) for mention in extraction.mentions],
            "changes": [astuple(change) for change in extraction.changes],
            "numbers_read": extraction.numbers_read,
            "numbers_without_metric": extraction.numbers_without_metric,
            "rejects": [astuple(reject) for reject in extraction.rejects],
        }
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
    )


def facts_values(facts: DocumentFacts) -> list[Any]:
    """Return the facts as the list of their fields."""
    return list(astuple(facts))
