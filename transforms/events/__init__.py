"""Events: what a text tells as having happened to a council's services for children.

``find_events`` is the whole path: the sentences with a word of an event are read kind by kind, each event gets the
time that stands by it and its authority, a judgement takes the days of the inspection told before it, and what is
told twice becomes one row.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from transforms.authorities import AuthorityMention, AuthorityResolver
from transforms.events import cues
from transforms.events.commissioners import find_commissioners
from transforms.events.confidence import of_event
from transforms.events.draft import Draft
from transforms.events.funding_times import settle_funding
from transforms.events.giving import name_inspections
from transforms.events.grades import find_judgements
from transforms.events.heads import is_own_report, read_head
from transforms.events.lines import Line, read_line
from transforms.events.measures import find_measures
from transforms.events.merging import carry_dates, merged, settle_own, settle_publication
from transforms.events.money import find_funding
from transforms.events.page import Page
from transforms.events.referring import find_referred
from transforms.events.reports import find_reports
from transforms.events.reviews import find_reviews
from transforms.events.times import settle_times
from transforms.events.trusts import find_trusts, name_fits
from transforms.events.visits import find_visits
from transforms.mentions.dating import Calendar
from transforms.mentions.layout import Layout
from transforms.model import DocumentFacts, Event, Mention, Quantity

_QUOTE_LIMIT = 300
_OF_TRUSTS = frozenset({"trust_established", "trust_ended"})
_BESIDE = 6  # code points between a verb and the name that follows it ("visited the city of" is none)
_READERS: Mapping[str, Callable[[Line, Page], Iterator[Draft]]] = MappingProxyType(
    {
        cues.VISITS: find_visits,
        cues.GRADES: find_judgements,
        cues.MEASURES: find_measures,
        cues.COMMISSIONERS: find_commissioners,
        cues.TRUSTS: find_trusts,
        cues.REVIEWS: find_reviews,
        cues.REPORTS: find_reports,
        cues.FUNDING: find_funding,
        cues.REFERRING: find_referred,
    }
)


def find_events(
    layout: Layout,
    mentions: Sequence[Mention],
    calendar: Calendar,
    names: Sequence[AuthorityMention],
    resolver: AuthorityResolver,
    document: str | None,
    facts: DocumentFacts,
    page_starts: tuple[int, ...] = (),
    quantities: Sequence[Quantity] = (),
) -> list[Event]:
    """The events that a text tells, in its order, each once.

    Args:
        layout: the text taken apart into sentences.
        mentions: its numbers that state a metric: the sums of funding are among them.
        calendar: its expressions of time.
        names: the names of authorities and trusts in it.
        resolver: tells whose an event is.
        document: the code of the authority that the document is about, if any.
        facts: what is known of the document besides its text.
        page_starts: offsets at which its pages begin.
        quantities: its numbers of every kind: funding can be money that states no metric.

    Returns:
        Events with ``quote`` the telling sentence, at most 300 characters of it, and the span of the telling words.
    """
    in_report = is_own_report(layout.text, facts.doc_type)
    money = [quantity for quantity in quantities if quantity.unit == "gbp"]
    page = Page(layout, calendar, resolver, facts, names, in_report, mentions, money)
    drafts = read_head(page) if in_report else []
    for draft in drafts:
        draft.authority = document
    trusts = [name.start for name in page.trusts]
    places = cues.find_places(layout, calendar, trusts, in_report=in_report)
    for index, readers in cues.in_order(places, page.told, len(layout.sentences)):
        line = read_line(layout, index)
        found = _told_once([draft for name, read in _READERS.items() if name in readers for draft in read(line, page)])
        if not found:
            continue
        settle_times(found, calendar, facts, in_report=in_report)
        settle_funding(found, page)
        carry_dates(found, page.told_before(line) or page.told_in_lead(line))
        for draft in found:
            if draft.authority is None:
                draft.authority = _authority_of(draft, page)
        page.told[line.index] = found
        drafts.extend(found)
    if in_report:
        drafts = settle_own(drafts)
    else:
        name_inspections(drafts, page)
    settle_publication(drafts)
    return [_event(draft, layout, page_starts) for draft in merged(drafts)]


def _told_once(drafts: list[Draft]) -> list[Draft]:
    """Without the inspection whose finding is told as a judgement: "inspectors found failings"."""
    if any(draft.kind == "judgement" for draft in drafts):
        return [draft for draft in drafts if draft.rule != "inspection_alarm"]
    return drafts


def _authority_of(draft: Draft, page: Page) -> str | None:
    """The authority that an event is told of: of a trust its own, else the council named beside the telling words."""
    start, end = draft.place
    sentence = draft.line.sentence
    if draft.kind in _OF_TRUSTS and draft.detail is not None:
        own = {name.gss for name in page.trusts if name_fits(name.surface, draft.detail)}
        if len(own) == 1:
            return next(iter(own))
    if draft.rule.endswith("_verb"):
        # "When Ofsted visited Kent in 2010": the name right after the verb is whom it was done to
        beside = {
            name.gss
            for name in page.names
            if 0 <= name.start - end <= _BESIDE and name.kind in ("authority", "district") and name.gss
        }
        if len(beside) == 1:
            return next(iter(beside))
    return page.resolver.resolve(start, end, (sentence.start, sentence.end)).gss


def _event(draft: Draft, layout: Layout, page_starts: tuple[int, ...]) -> Event:
    start, end = draft.place
    return Event(
        kind=draft.kind,
        authority=draft.authority,
        date_start=draft.date_start,
        date_end=draft.date_end,
        number=draft.number,
        detail=draft.detail,
        quote=_quote(draft.line, layout, start, end),
        char_start=start,
        char_end=end,
        page=bisect_right(page_starts, start) if page_starts else None,
        rule=draft.rule,
        confidence=round(of_event(draft.kind, draft.rule, is_dated=draft.is_dated, stated=draft.confidence), 3),
    )


def _quote(line: Line, layout: Layout, start: int, end: int) -> str:
    """The telling sentence on one line; of a long one, the words around the telling."""
    words = " ".join(layout.text[line.sentence.start : line.sentence.end].split())
    if len(words) <= _QUOTE_LIMIT:
        return words
    told = " ".join(layout.text[start:end].split())
    at = len(" ".join(layout.text[line.sentence.start : start].split()))
    room = max((_QUOTE_LIMIT - len(told)) // 2, 0)
    begin = max(0, min(at - room, len(words) - _QUOTE_LIMIT))
    return words[begin : begin + _QUOTE_LIMIT]
