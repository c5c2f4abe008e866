"""The records that the stages hand to each other.

Offsets are code points of the stored normalised text, so ``text[start:end]`` is the surface.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Reject:
    """A thing that was refused, with all that is needed to mend it.

    ``stage`` is pull, read, extract or validate; ``reason`` a code of the reject codelist; ``doc`` the document's
    path; ``place`` where in it (a key, a line, a row id); ``message`` says in one line what is wrong and how to mend
    it; ``text`` at most 300 characters of the input, None where a whole document was refused.
    """

    stage: str
    reason: str
    doc: str
    place: str | None
    message: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is known of a document besides its text. ``authority`` is a GSS code."""

    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    doc_type: str | None = None
    authority: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document after reading: one normalised text and what the document says of itself.

    ``page_starts`` are the offsets at which pages begin (empty for a text without pages). ``modified_on`` is the day of
    a later change, never that of publication; ``url`` the address that a page gives for itself, ``language`` a code
    such as en-GB.
    """

    text: str
    media_type: str
    title: str | None = None
    published_on: date | None = None
    publisher: str | None = None
    page_starts: tuple[int, ...] = ()
    modified_on: date | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that a text states, in base units.

    ``start``/``end`` span the number with its qualifier words ("almost 30", "250 or more", "between 15 and 20");
    ``number_start``/``number_end`` the bare number with its unit sign ("30", "£6m", "66 per cent"). ``low`` or
    ``high`` is None on the open side of a bound. ``kind`` is one of transforms.quantities.KINDS, ``unit`` the unit as
    normalised (percent, gbp, per_10000, year, hour, …) or None, ``noun`` the counted noun phrase as printed.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: float
    low: float | None
    high: float | None
    qualifier: str
    kind: str
    unit: str | None = None
    noun: str | None = None
    noun_start: int | None = None
    noun_end: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """An expression of time in a text and the days that it settles.

    ``date_start``/``date_end`` are None where neither the text nor the document's date settles them.
    ``kind`` is one of transforms.periods.KINDS.
    """

    start: int
    end: int
    text: str
    kind: str
    date_start: date | None
    date_end: date | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A number that a sentence states for a metric (columns of the table ``mentions`` without keys)."""

    metric: str
    value: float
    value_low: float | None
    value_high: float | None
    qualifier: str
    unit: str
    authority: str | None
    role: str
    period_start: date | None
    period_end: date | None
    period_text: str | None
    as_of: date | None
    as_of_basis: str | None
    scope: str | None
    speaker: str | None
    quote: str
    surface: str
    char_start: int
    char_end: int
    page: int | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Change:
    """A stated movement of a metric; ``from_mention``/``to_mention`` index the document's mentions."""

    metric: str
    authority: str | None
    from_mention: int | None
    to_mention: int | None
    from_low: float | None
    from_high: float | None
    to_low: float | None
    to_high: float | None
    direction: str | None
    amount: float | None
    amount_unit: str | None
    words_disagree: bool
    quote: str
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class Event:
    """A thing that a text tells as having happened (columns of the table ``events`` without keys).

    ``detail`` is the grade code of a judgement, the pounds of a funding ("6000000"), the name of a trust.
    """

    kind: str
    authority: str | None
    date_start: date | None
    date_end: date | None
    number: int | None
    detail: str | None
    quote: str
    char_start: int
    char_end: int
    page: int | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Inspection:
    """An inspection or visit as its own report or letter prints it.

    ``framework`` is None for a visit whose letter does not say under which framework it was made; ``published_on`` is
    given only where the document itself prints it; ``authority`` is valid on the first day of the inspection.
    """

    framework: str | None
    kind: str
    number: int | None
    inspection_start: date | None
    inspection_end: date | None
    lead_inspector: str | None
    published_on: date | None
    authority: str | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A grade that a report gives to an area; the span is the label and the grade, as printed."""

    area: str
    grade: str
    quote: str
    char_start: int
    char_end: int
    page: int | None


@dataclass(frozen=True, slots=True)
class InspectionReport:
    """What a report or letter of Ofsted says of its own inspection; ``rejects`` are labels and grades unknown to us."""

    inspection: Inspection | None
    judgements: tuple[Judgement, ...] = ()
    rejects: tuple[Reject, ...] = ()


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text to compare it: count of its runs of words, their MinHash, the numbers that it prints."""

    runs: int
    minima: tuple[int, ...]
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one text; numbers_read = len(mentions) + numbers_without_metric.

    ``report`` is None for a text that is no report or letter of Ofsted, ``sketch`` for one that is too short or too
    long to be another's near copy.
    """

    mentions: tuple[Mention, ...] = ()
    changes: tuple[Change, ...] = ()
    numbers_read: int = 0
    numbers_without_metric: int = 0
    rejects: tuple[Reject, ...] = field(default=())
    events: tuple[Event, ...] = ()
    report: InspectionReport | None = None
    sketch: Sketch | None = None
