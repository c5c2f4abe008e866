"""From a document's text to the numbers that it states for a metric, and to what it tells: the stages in order.

``extract`` is the whole path: layout, quantities, periods and names are found once for the text; each sentence that
holds a number is masked and its numbers bound to metrics by the grammar (so far ``lay_open``); then each bound number
gets its authority, period, role, scope and speaker. Movements, events and the judgements of a report follow.
"""

from __future__ import annotations

from dataclasses import dataclass

from transforms.authorities import AuthorityMention, AuthorityResolver, authority_index, document_authority
from transforms.changes import find_changes
from transforms.codelists import Codelists
from transforms.events import find_events
from transforms.mentions.dating import Calendar
from transforms.mentions.layout import Layout, read_layout
from transforms.mentions.masking import KIND_OF, Masker
from transforms.mentions.passage import Passage
from transforms.mentions.passages import read_passages
from transforms.mentions.settling import settle
from transforms.model import DocumentFacts, Extraction, Mention, Period, Quantity
from transforms.near_copies import sketch
from transforms.ofsted import read_report
from transforms.periods import find_inspection_dates, find_periods
from transforms.quantities import read_quantities

_KEPT_IN_MASK = frozenset({"duration", "duration_rate", "years", "event"})


@dataclass(frozen=True, slots=True)
class Workings:
    """What was found in one text before its numbers were settled.

    Attributes:
        layout: the text taken apart.
        quantities: every number, of every kind.
        counted: those among them that can state a metric: counts, shares, money and rates.
        periods: the expressions of time.
        calendar: the same, by their places.
        names: the names of authorities, and of what stands for England or a group.
        document: the code of the authority that the document is about, if any.
        resolver: tells whose a number is.
        passages: the sentences that hold a counted number, with the metrics that were bound.
    """

    layout: Layout
    quantities: list[Quantity]
    counted: list[Quantity]
    periods: list[Period]
    calendar: Calendar
    names: list[AuthorityMention]
    document: str | None
    resolver: AuthorityResolver
    passages: list[Passage]


def lay_open(text: str, facts: DocumentFacts, codelists: Codelists) -> Workings:
    """Find all that a text holds and bind its numbers to metrics."""
    layout = read_layout(text)
    quantities = read_quantities(text)
    counted = [quantity for quantity in quantities if quantity.kind in KIND_OF]
    periods = find_periods(text, facts, find_inspection_dates(text))
    index = authority_index(codelists)
    names = index.find(text, facts.published_on)
    document = document_authority(text, facts, index, names)
    resolver = AuthorityResolver(text, names, document, index, [(each.start, each.end) for each in counted])
    masker = Masker(
        layout.lower,
        counted,
        [(period.start, period.end) for period in periods if period.kind not in _KEPT_IN_MASK],
        [(name.start, name.end) for name in names if name.gss is not None or name.candidates],
    )
    passages = read_passages(layout, masker, counted)
    calendar = Calendar(text, layout.flat, periods)
    return Workings(layout, quantities, counted, periods, calendar, names, document, resolver, passages)


def extract(text: str, facts: DocumentFacts, codelists: Codelists, page_starts: tuple[int, ...] = ()) -> Extraction:
    """Read every number of ``text`` that states a metric, the events that it tells, and what a report of Ofsted grades.

    Args:
        text: the stored normalised text.
        facts: what is known of the document besides its text.
        codelists: metrics and authorities.
        page_starts: offsets at which the pages of the document begin.

    Returns:
        Mentions in the order of the text with ``text[char_start:char_end] == surface``; numbers_read counts the
        counts, shares, money and rates that were read, numbers_without_metric those that state no metric.
    """
    found = lay_open(text, facts, codelists)
    mentions = _mentions(text, found, facts, codelists, page_starts) if found.counted else []
    changes = find_changes(found.layout, mentions, found.quantities) if mentions else []
    events = find_events(
        found.layout, mentions, found.calendar, found.names, found.resolver, found.document, facts, page_starts,
        found.quantities,
    )  # fmt: skip
    return Extraction(
        mentions=tuple(mentions),
        changes=tuple(changes),
        numbers_read=len(found.counted),
        numbers_without_metric=len(found.counted) - len(mentions),
        events=tuple(events),
        report=read_report(text, facts, codelists, page_starts),
        sketch=sketch(text),
    )


def _mentions(
    text: str, found: Workings, facts: DocumentFacts, codelists: Codelists, page_starts: tuple[int, ...]
) -> list[Mention]:
    return settle(
        found.layout,
        found.passages,
        found.calendar,
        found.resolver,
        facts,
        codelists,
        page_starts,
        names=found.names,
        document=found.document,
    )
