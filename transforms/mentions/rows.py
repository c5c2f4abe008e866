"""From a settled number to the row that is published."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from transforms.codelists import Metric
from transforms.mentions.confidence import confidence_of
from transforms.mentions.dated import Dated
from transforms.mentions.layout import Layout
from transforms.mentions.scopes import scope_of
from transforms.mentions.settled import Settled
from transforms.model import DocumentFacts, Mention, Quantity
from transforms.speakers import find_speaker

_QUOTE_LIMIT = 300


def fits(quantity: Quantity, metric: Metric) -> bool:
    """Whether a number lies within the bounds of its metric."""
    return all(metric.min <= end <= metric.max for end in (quantity.low, quantity.high) if end is not None)


def mention_of(
    layout: Layout,
    each: Settled,
    facts: DocumentFacts,
    metric: Metric,
    page_starts: tuple[int, ...],
    paragraph: tuple[int, int],
    *,
    alone: bool,
) -> Mention:
    """The row of a settled number, with its sentence as evidence.

    ``alone`` says that every number of the document belongs to one authority, which makes a reading surer.
    """
    quantity, sentence, dated = each.quantity, each.passage.sentence, each.dated
    as_of, basis = _as_of(dated, facts)
    return Mention(
        metric=metric.code,
        value=quantity.value,
        value_low=quantity.low,
        value_high=quantity.high,
        qualifier=quantity.qualifier,
        unit=metric.unit,
        authority=authority_of(each),
        role=each.role,
        period_start=dated.start,
        period_end=dated.end,
        period_text=dated.text,
        as_of=as_of,
        as_of_basis=basis,
        scope=scope_of(layout, each.passage, each.index, metric.code, each.resolved.scope),
        speaker=find_speaker(layout.text, quantity.start, quantity.end, (sentence.start, sentence.end), paragraph),
        quote=_quote(layout, quantity, sentence.start, sentence.end),
        surface=layout.text[quantity.start : quantity.end],
        char_start=quantity.start,
        char_end=quantity.end,
        page=bisect_right(page_starts, quantity.start) if page_starts else None,
        rule=each.binding.rule,
        confidence=confidence_of(each.binding.rule, each.role, alone=alone),
    )


def _as_of(dated: Dated, facts: DocumentFacts) -> tuple[date | None, str | None]:
    """The day by which a number can be ordered, and where it comes from."""
    if dated.end is not None:
        return dated.end, "period_end"
    return (facts.published_on, "published_on") if facts.published_on is not None else (None, None)


def authority_of(each: Settled) -> str | None:
    """The code of the authority; none for an average of many."""
    unnamed = each.role == "comparator" and each.resolved.kind != "authority"
    return None if each.role == "national" or unnamed else each.resolved.gss


def _quote(layout: Layout, quantity: Quantity, start: int, end: int) -> str:
    """The stating sentence on one line; of a long one, the words around the number."""
    words = " ".join(layout.text[start:end].split())
    if len(words) <= _QUOTE_LIMIT:
        return words
    surface = " ".join(layout.text[quantity.start : quantity.end].split())
    before = " ".join(layout.text[start : quantity.start].split())
    at = len(before) + (1 if before else 0)
    room = max((_QUOTE_LIMIT - len(surface)) // 2, 0)
    begin = max(0, min(at - room, len(words) - _QUOTE_LIMIT))
    return words[begin : begin + _QUOTE_LIMIT]
