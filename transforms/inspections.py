"""Inspections and visits: one row each, from Ofsted's own report or letter where there is one, else from what is told.

A visit that three articles tell is three events and one inspection. An event belongs to an inspection that is known
where authority, kind, days and number fit exactly one; where several fit it belongs to none, for a guess would be
printed. Events that fit none make an inspection of their own, whose days are the window in which it took place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from transforms.model import Event, InspectionReport, Judgement, Reject

VISITS = frozenset({"monitoring_visit", "focused_visit"})
UNSPECIFIED = "inspection"
# a visit that is told by its number alone is one that other documents of these months tell by that number
SAME_SERIES = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Document:
    """An article as far as inspections are concerned; ``doc`` is what its source calls it."""

    article_id: str
    doc: str
    published_on: date | None
    published_on_basis: str
    url: str | None
    sample: bool
    report: InspectionReport | None
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """An inspection or visit, and the document that it is known by.

    ``basis`` is report where the document is Ofsted's own, else article; then the days are the first and the last on
    which it can have taken place.
    """

    document: Document
    basis: str
    authority: str
    framework: str | None
    kind: str
    number: int | None
    start: date | None
    end: date | None
    lead_inspector: str | None = None
    published_on: date | None = None
    published_on_basis: str = "none"
    judgements: tuple[Judgement, ...] = ()
    documents: frozenset[str] = frozenset()

    @property
    def is_visit(self) -> bool:
        """Whether it is a visit without grades."""
        return self.kind in VISITS

    @property
    def key(self) -> tuple[bool, str, str, date | None, date | None, int | None]:
        """What tells it from others."""
        return (self.document.sample, self.authority, self.kind, self.start, self.end, self.number)


@dataclass(slots=True)
class Merged:
    """Inspections, the place in them of each event that belongs to one, and the refusals with their documents."""

    inspections: list[Known] = field(default_factory=list)
    of_event: dict[tuple[str, int], int] = field(default_factory=dict)
    rejects: list[tuple[Document, Reject]] = field(default_factory=list)


def merge_inspections(documents: Iterable[Document]) -> Merged:
    """Return one inspection per report or told visit, in a fixed order, and which event belongs to which.

    ``documents`` are the newest versions, whatever their order.
    """
    ordered = sorted(documents, key=lambda each: (each.published_on or date.max, each.article_id))
    merged = Merged()
    _add_reports(merged, ordered)
    reported = _by_authority(merged.inspections)
    alone: list[_Telling] = []
    for telling in (_Telling(document, at, event) for document in ordered for at, event in enumerate(document.events)):
        fitting = [at for at in reported.get(telling.whose, ()) if _fits(merged.inspections[at], telling)]
        if len(fitting) == 1:
            _join(merged, fitting[0], telling)
        elif not fitting and telling.event.kind in (UNSPECIFIED, *VISITS):
            alone.append(telling)
    told: dict[tuple[bool, str | None], list[int]] = {}
    # the most exact first, so that "in October" joins "on 16 and 17 October" and not the other way round
    for telling in sorted(alone, key=lambda each: _width(each.event)):
        _add_told(merged, told.setdefault(telling.whose, []), telling)
    return merged


@dataclass(frozen=True, slots=True)
class _Telling:
    """An event, the document that tells it, and its place among the document's events."""

    document: Document
    place: int
    event: Event

    @property
    def whose(self) -> tuple[bool, str | None]:
        return self.document.sample, self.event.authority


def _by_authority(inspections: Sequence[Known]) -> dict[tuple[bool, str | None], list[int]]:
    places: dict[tuple[bool, str | None], list[int]] = {}
    for at, known in enumerate(inspections):
        places.setdefault((known.document.sample, known.authority), []).append(at)
    return places


def _add_reports(merged: Merged, documents: Sequence[Document]) -> None:
    places: dict[object, int] = {}
    for document in documents:
        report = document.report
        if report is None:
            continue
        merged.rejects += [(document, replace(reject, doc=document.doc)) for reject in report.rejects]
        known = _known(document, report)
        if known is None:
            if report.inspection is not None:
                merged.rejects.append((document, _nowhere(document)))
        elif known.key in places:
            at = places[known.key]
            merged.rejects += [(document, reject) for reject in _contradictions(merged.inspections[at], known)]
            merged.inspections[at] = _with(merged.inspections[at], document)
        else:
            places[known.key] = len(merged.inspections)
            merged.inspections.append(known)


def _known(document: Document, report: InspectionReport) -> Known | None:
    told = report.inspection
    if told is None or told.authority is None:
        return None
    # a day that the report prints goes before one that a list or a meta file states
    printed = told.published_on is not None
    return Known(
        document=document,
        basis="report",
        authority=told.authority,
        framework=told.framework,
        kind=told.kind,
        number=told.number,
        start=told.inspection_start,
        end=told.inspection_end,
        lead_inspector=told.lead_inspector,
        published_on=told.published_on if printed else document.published_on,
        published_on_basis="document" if printed else document.published_on_basis,
        judgements=report.judgements,
        documents=frozenset({document.article_id}),
    )


def _nowhere(document: Document) -> Reject:
    message = (
        "the report names no authority that is known: state it in the document's meta file (authority, a GSS code)"
    )
    return Reject("extract", "no_authority", document.doc, "front page", f"{document.doc}: {message}")


def _contradictions(first: Known, second: Known) -> list[Reject]:
    """Return a refusal per area to which a second report of one inspection gives another grade."""
    grades = {judgement.area: judgement.grade for judgement in first.judgements}
    doc = second.document.doc
    return [
        Reject(
            "extract",
            "contradicting_grade",
            doc,
            f"characters {each.char_start} to {each.char_end}",
            f"{doc}: {each.area} is {each.grade} here and {grades[each.area]} in {first.document.doc}, of one "
            "inspection; the first was kept: withdraw the wrong one",
            each.quote,
        )
        for each in second.judgements
        if grades.get(each.area, each.grade) != each.grade
    ]


def _with(known: Known, document: Document) -> Known:
    return replace(known, documents=known.documents | {document.article_id})


def _join(merged: Merged, at: int, telling: _Telling) -> None:
    merged.inspections[at] = _with(merged.inspections[at], telling.document)
    merged.of_event[telling.document.article_id, telling.place] = at


def _window(event: Event) -> tuple[date, date] | None:
    if event.date_start is None:
        return None
    return event.date_start, event.date_end or event.date_start


def _width(event: Event) -> timedelta:
    window = _window(event)
    return timedelta.max if window is None else window[1] - window[0]


def _days(known: Known) -> tuple[date, date] | None:
    first, last = known.start or known.end, known.end or known.start
    return None if first is None or last is None else (first, last)


def _overlap(one: tuple[date, date] | None, other: tuple[date, date] | None) -> bool:
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]


def _fits(known: Known, telling: _Telling) -> bool:
    """Return whether the event can be part of an inspection that is ``known`` by its own report."""
    event = telling.event
    if event.kind in VISITS and None is not event.number != known.number:
        return False
    window, published = _window(event), known.published_on
    out = published is not None and _overlap(window, (published, published))
    held = _overlap(window, _days(known))
    if event.kind == "report_published":
        return out
    if event.kind == "judgement":
        return bool(known.judgements) and (out or held)
    if event.kind == UNSPECIFIED:
        return not known.is_visit and held
    return event.kind in VISITS and known.is_visit and (held or _by_number(known, telling))


def _by_number(known: Known, telling: _Telling) -> bool:
    """Return whether a visit told without days is ``known`` by its number and the time of telling."""
    days, event, published = _days(known), telling.event, telling.document.published_on
    return (
        event.date_start is None
        and event.number is not None
        and event.number == known.number
        and days is not None
        and published is not None
        and timedelta(0) <= published - days[1] <= SAME_SERIES
    )


def _add_told(merged: Merged, told: list[int], telling: _Telling) -> None:
    """Add the event to the one of ``told`` that it fits, or make an inspection where its days or its number tell it."""
    document, event = telling.document, telling.event
    fitting = [at for at in told if _same_telling(merged.inspections[at], telling)]
    if len(fitting) == 1:
        known = merged.inspections[fitting[0]]
        merged.inspections[fitting[0]] = replace(known, number=known.number or event.number)
        _join(merged, fitting[0], telling)
        return
    window = _window(event)
    numbered = event.number is not None and document.published_on is not None
    if fitting or event.authority is None or (window is None and not numbered):
        return
    start, end = window or (None, None)
    told.append(len(merged.inspections))
    merged.inspections.append(Known(document, "article", event.authority, None, event.kind, event.number, start, end))
    _join(merged, told[-1], telling)


def _same_telling(known: Known, telling: _Telling) -> bool:
    """Return whether the event may be the told inspection ``known``: same sort, no other number, a day in common."""
    event = telling.event
    if known.is_visit != (event.kind in VISITS):
        return False
    if None not in (event.number, known.number) and event.number != known.number:
        return False
    window = _window(event)
    if window is not None:
        return _overlap(window, _days(known))
    first, second = known.document.published_on, telling.document.published_on
    in_series = first is not None and second is not None and abs(second - first) <= SAME_SERIES
    return event.number is not None and event.number == known.number and in_series
