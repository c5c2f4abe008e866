"""Rows of inspections, judgements and events: from what each document tells to one row per thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from flows.records import hashed, record_row
from transforms.inspections import Document, Known, Merged, merge_inspections
from transforms.model import Event, Reject

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class InspectionRows:
    """Rows of the three tables, and each refusal with the article that it is of."""

    inspections: list[Row]
    judgements: list[Row]
    events: list[Row]
    rejects: list[tuple[str, Reject]]


def inspection_rows(documents: Iterable[Document], replaced: Iterable[Document]) -> InspectionRows:
    """Return the rows of ``documents``, the newest versions, and the events of versions that were ``replaced``.

    Only the newest version of a document makes or meets an inspection.
    """
    newest = list(documents)
    merged = merge_inspections(newest)
    ids = [inspection_id(known) for known in merged.inspections]
    events = [_event(each, at, event, _of(merged, ids, each, at)) for each in newest for at, event in _told(each)]
    events += [_event(each, at, event, None) for each in replaced for at, event in _told(each)]
    rejects = [(document.article_id, reject) for document, reject in merged.rejects]
    return InspectionRows(
        inspections=[_inspection(known, own) for known, own in zip(merged.inspections, ids, strict=True)],
        judgements=[row for known, own in zip(merged.inspections, ids, strict=True) for row in _judgements(known, own)],
        events=events,
        rejects=rejects,
    )


def inspection_id(known: Known) -> str:
    """Return the id of an inspection: a hash of authority, kind, dates and number."""
    return hashed("i", *known.key)


def _told(document: Document) -> Iterable[tuple[int, Event]]:
    return enumerate(document.events)


def _of(merged: Merged, ids: Sequence[str], document: Document, at: int) -> str | None:
    place = merged.of_event.get((document.article_id, at))
    return None if place is None else ids[place]


def _inspection(known: Known, own: str) -> Row:
    return {
        "inspection_id": own,
        "authority": known.authority,
        "framework": known.framework,
        "kind": known.kind,
        "number": known.number,
        "basis": known.basis,
        "inspection_start": known.start,
        "inspection_end": known.end,
        "lead_inspector": known.lead_inspector,
        "published_on": known.published_on,
        "published_on_basis": known.published_on_basis,
        "article_id": known.document.article_id,
        "n_documents": len(known.documents),
        "url": known.document.url,
        "sample": known.document.sample,
    }


def _judgements(known: Known, own: str) -> Iterable[Row]:
    for judgement in known.judgements:
        yield {
            "judgement_id": hashed("j", own, judgement.area),
            "inspection_id": own,
            "article_id": known.document.article_id,
            "authority": known.authority,
            "framework": known.framework,
            **record_row(judgement),
            "sample": known.document.sample,
        }


def _event(document: Document, at: int, event: Event, inspection: str | None) -> Row:
    scored = _scored(event)
    # told twice with the same facts is one row by the extraction's own rule; the place keeps a fault there visible
    same = sum(_scored(other) == scored for other in document.events[:at])
    return {
        "event_id": hashed("e", document.article_id, *scored, same),
        "article_id": document.article_id,
        **record_row(event),
        "inspection_id": inspection,
        "sample": document.sample,
    }


def _scored(event: Event) -> tuple[object, ...]:
    return (event.kind, event.authority, event.date_start, event.date_end, event.number, event.detail)
