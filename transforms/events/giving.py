"""The visit that gave the judgement which a text is about: inspectors grade in an inspection and on no other visit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta

from transforms.events.draft import Draft
from transforms.events.page import Page

_LEAD = 4  # sentences in which a text says what is new: headline, standfirst, first paragraphs
_LATELY = timedelta(days=200)  # a report is out within some months of its inspection
# "Kent, which is rated inadequate", "the inadequate-rated council", "remains inadequate": a grade that was there before
_STANDING = re.compile(
    r"\b(?:which|who|that|whose|since|after|still|already|remains?|previously|before|following|when|despite|because|"
    r"if|until)\b[^.;]*\Z"
)
# a text on a visit between inspections
_OTHER_VISIT = re.compile(
    r"\bmonitoring\b|\bfocused visit|\bre-?visit|\breturn(?:ed|ing)? (?:to|for)\b|\bprogress (?:since|after|made)\b|"
    r"\b(?:latest|second|third|fourth|fifth|sixth|next) visit\b"
)


# what the government does where an inspection found a service failing
_MEASURES = frozenset({"improvement_notice", "direction", "commissioner_appointed"})
_BESIDE = 1  # sentences


def name_inspections(drafts: Sequence[Draft], page: Page) -> None:
    """Let a visit without a name be an inspection where it led to a measure or to the judgement that is the news."""
    _become_inspections(draft for draft in drafts if _led_to_measure(draft, drafts))
    published = page.facts.published_on
    if _OTHER_VISIT.search(page.layout.lower) or not any(_is_new(draft, page) for draft in drafts):
        return
    if any(draft.kind == "inspection" and draft.is_dated and _is_late(draft, page) for draft in drafts):
        return
    visits = [draft for draft in drafts if draft.unnamed and draft.number is None and draft.date_start is not None]
    late = [draft for draft in visits if published is None or _is_late(draft, page)]
    if len({(draft.date_start, draft.date_end) for draft in late}) == 1:
        _become_inspections(late)


def _led_to_measure(visit: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether what inspectors did ("visited in November") stands beside the measure that followed."""
    if not visit.unnamed or visit.number is not None or visit.date_start is None or not visit.rule.endswith("_verb"):
        return False
    return any(
        each.kind in _MEASURES
        and abs(each.line.index - visit.line.index) <= _BESIDE
        and (each.date_start is None or each.date_start >= visit.date_start)
        for each in drafts
    )


def _become_inspections(visits: Iterable[Draft]) -> None:
    for draft in visits:
        draft.kind, draft.unnamed = "inspection", False


def _is_new(draft: Draft, page: Page) -> bool:
    """Whether a judgement is what the text tells as news: in its opening, without a time or of these days."""
    if draft.kind != "judgement" or draft.detail is None or draft.line.index >= _LEAD:
        return False
    if _STANDING.search(draft.line.words, 0, draft.start):
        return False
    return _is_late(draft, page) if draft.is_dated else not draft.has_time


def _is_late(draft: Draft, page: Page) -> bool:
    published = page.facts.published_on
    if draft.date_start is None or published is None:
        return False
    return published - _LATELY <= draft.date_start <= published
