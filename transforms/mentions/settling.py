"""What belongs to a bound number besides its metric: authority, period, role, scope, evidence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from transforms.authorities import AuthorityMention, AuthorityResolver, Resolved
from transforms.codelists import Codelists, Metric
from transforms.mentions.binding import Binding
from transforms.mentions.columns import read_columns
from transforms.mentions.confidence import confidence_of
from transforms.mentions.dating import MONEY_YEARS, UNDATED, Calendar, Dated, from_anchor, group_of
from transforms.mentions.layout import Layout
from transforms.mentions.passage import Passage
from transforms.mentions.roles import role_of
from transforms.mentions.sequences import previous_levels
from transforms.mentions.totals import TOTAL_OF, refers_to_total, says_part
from transforms.mentions.vetoes import is_amount
from transforms.mentions.vetoes import is_amount
from transforms.model import DocumentFacts, Mention, Period, Quantity
from transforms.periods import two_ends

# "contacts in December, of which 1,012 became referrals", "in need at the end of 2016, and that 322 had a plan"
_SHARES_TIME = re.compile(r"[^;.]{0,60}\b(?:of which|of whom|of them|of these|of those|including|and that|among them|with|or)\b[^;.]{0,30}\Z")
_ALONGSIDE = re.compile(r"\A(?:,| and|, and| or)?\s*\Z")
# when money was decided is not what it is for: "In May the council committed an extra £6m"
_LIST = 40  # numbers that a list under one total may hold
# "the forecast for the year at quarter 3": the sum is the year's, whenever it was forecast
_WITHIN_YEAR = frozenset({"quarter", "month", "end_of_month", "day"})
_SHARE = 0.14  # of the numbers, from which on an authority is one of those that a text compares
_MAIN, _MAIN_NAMED = 0.75, 0.62
_QUOTE_LIMIT = 300
_UNDATED_ROLES = frozenset({"national", "comparator", "target", "projected", "previous"})


@dataclass(slots=True)
class Settled:
    """A bound number with all that was found to belong to it."""

    passage: Passage
    index: int
    binding: Binding
    resolved: Resolved
    dated: Dated
    role: str

    @property
    def quantity(self) -> Quantity:
        """The number."""
        return self.passage.masked.slots[self.index].quantity


def settle(
    layout: Layout,
    passages: list[Passage],
    calendar: Calendar,
    resolver: AuthorityResolver,
    facts: DocumentFacts,
    codelists: Codelists,
    page_starts: tuple[int, ...],
    *,
    names: Sequence[AuthorityMention],
    document: str | None,
) -> list[Mention]:
    """The mentions of a text, in its order."""
    settled: list[Settled] = []
    blocks = _block_spans(layout)
    main = _main_authority(passages, resolver, blocks, document)
    several = main is None

    for passage in passages:
        _settle_passage(passage, settled, calendar, resolver, several, main, blocks, names, codelists)
    for each in previous_levels(settled):
        each.role = "previous"
    _share_past(settled)
    _share_span(settled, facts)
    return [_mention(layout, each, facts, codelists.metrics[each.binding.metric], page_starts) for each in settled if _fits(each, codelists)]


# "there used to be two teams of 10 social workers", "we had 12 teams and 12 team managers"
_SAME_BREATH = re.compile(r" [a-z][\w' -]{2,40}\b(?:of|and|with|each with) (?:a total of )?\Z")


def _share_past(settled: list[Settled]) -> None:
    """Make a number previous that is said in one breath with a previous one of another metric."""
    for before, each in pairwise(settled):
        if (
            before.passage is each.passage
            and each.index == before.index + 1
            and before.role == "previous"
            and each.role == "current"
            and before.binding.metric != each.binding.metric
            and _SAME_BREATH.match(each.passage.masked.left(each.index))
        ):
            each.role = "previous"
            if each.dated.start is None and before.dated.start is not None:
                each.dated = replace(before.dated, own=False)


def _share_span(settled: list[Settled], facts: DocumentFacts) -> None:
    """"edged up from 1,101 to 1,176 between 2016/17 and 2017/18": each level takes its end of the span."""
    for before, each in pairwise(settled):
        dated = each.dated
        if before.passage is not each.passage or before.binding.metric != each.binding.metric or before.role != "previous":
            continue
        if before.dated.start is not None or dated.kind != "span" or not dated.own or dated.text is None:
            continue
        ends = two_ends(Period(0, len(dated.text), dated.text, "span", dated.start, dated.end), facts)
        if ends is not None and ends.left is not None and ends.right is not None:
            before.dated = replace(dated, start=ends.left[0], end=ends.left[1])
            each.dated = replace(dated, start=ends.right[0], end=ends.right[1])


def _block_spans(layout: Layout) -> dict[int, tuple[int, int]]:
    spans: dict[int, tuple[int, int]] = {}
    for sentence in layout.sentences:
        start, _ = spans.get(sentence.block, (sentence.start, sentence.end))
        spans[sentence.block] = (start, sentence.end)
    return spans


def _resolve(passage: Passage, index: int, resolver: AuthorityResolver, blocks: dict[int, tuple[int, int]]) -> Resolved:
    quantity = passage.masked.slots[index].quantity
    sentence = passage.sentence
    return resolver.resolve(quantity.start, quantity.end, (sentence.start, sentence.end), blocks[sentence.block])


def _main_authority(
    passages: list[Passage], resolver: AuthorityResolver, blocks: dict[int, tuple[int, int]], document: str | None
) -> str | None:
    """The authority that most numbers of a text are about, where no other comes near; None for a text on several."""
    counts = Counter(
        _resolve(passage, index, resolver, blocks).gss for passage in passages if not passage.is_row for index in passage.bound
    )
    del counts[None]
    if not counts:
        return document
    total = sum(counts.values())
    if sum(count >= _SHARE * total for count in counts.values()) > 2:
        return None
    (first, most), *rest = counts.most_common(2)
    needed = _MAIN_NAMED if first == document else _MAIN
    return first if most >= needed * (most + (rest[0][1] if rest else 0)) else None


def _settle_passage(
    passage: Passage,
    settled: list[Settled],
    calendar: Calendar,
    resolver: AuthorityResolver,
    several: bool,
    main: str | None,
    blocks: dict[int, tuple[int, int]],
    names: Sequence[AuthorityMention],
    codelists: Codelists,
) -> None:
    masked = passage.masked
    here: dict[int, Settled] = {}
    columns = read_columns(passage, calendar, names)
    barriers = set(passage.bound) | {index for index in range(len(masked.slots)) if is_amount(masked, index)}
    for index in sorted(passage.bound):
        binding = passage.bound[index]
        resolved = _resolve(passage, index, resolver, blocks)
        dated = calendar.choose(masked, index, passage.sentence, barriers, binding.metric)
        if codelists.metrics[binding.metric].unit == "gbp" and dated.kind in _WITHIN_YEAR:
            dated = calendar.only_year(passage.sentence) or dated
        role = role_of(
            masked,
            index,
            metric=binding.metric,
            named_kind=resolved.kind,
            is_other=resolved.gss not in (None, main),
            past=dated.is_past,
            several=several,
        )
        first = group_of(masked, index)
        if first != index and first in here and role == "current" and here[first].role in ("previous", "current", "comparator"):
            role = here[first].role
            if here[first].resolved.gss is not None:
                resolved = here[first].resolved
        if index - 1 in here and here[index - 1].role in ("national", "comparator") and role == "current" and _ALONGSIDE.match(masked.left(index)):
            role, resolved = here[index - 1].role, here[index - 1].resolved
        cell = columns.get(index) if columns else None
        if cell is not None:
            dated = cell.dated if cell.dated is not None else dated
            role = cell.role or ("current" if role in ("previous", "comparator") else role)
            if cell.owner is not None:
                resolved = Resolved(cell.owner.gss, "table", False, cell.owner.kind if cell.owner.kind in ("national", "comparator", "region") else "authority")
                role = {"national": "national", "comparator": "comparator", "region": "comparator"}.get(cell.owner.kind, role)
        if binding.metric == "investment" and not (dated.own and dated.kind in MONEY_YEARS):
            dated = UNDATED if dated.start is not None else dated
        each = Settled(passage, index, binding, resolved, dated, role)
        _date(each, here, settled)
        here[index] = each
        settled.append(each)


def _date(each: Settled, here: dict[int, Settled], settled: list[Settled]) -> None:
    """Count relative times from their anchor, drop a shared time that does not reach, carry a total's."""
    before = [here[index] for index in sorted(here)]
    same = [one for one in before if one.binding.metric == each.binding.metric] or [
        one for one in reversed(settled[-6:]) if one.binding.metric == each.binding.metric
    ][:1]
    if same:
        each.dated = from_anchor(each.dated, same[-1].dated)
    if each.dated.own:
        return
    if _part_of_total(each, settled):
        return
    first = group_of(each.passage.masked, each.index)
    if first != each.index and first in here:
        each.dated = replace(here[first].dated, own=False)
        return
    if each.role in _UNDATED_ROLES:
        opens = each.dated.kind is not None and each.dated.opens
        if not (opens and (each.role == "projected" or (each.role == "previous" and not before) or (each.role in ("national", "comparator") and not each.resolved.is_other))):
            each.dated = UNDATED
        return
    if each.dated.kind is not None:
        return
    if before and each.binding.rule.endswith((".beside", ".from_to")) and before[-1].role == "current" and before[-1].binding.metric == each.binding.metric:
        if before[-1].resolved.gss != each.resolved.gss:
            each.dated = replace(before[-1].dated, own=False)
            return
    if before and before[-1].role == "current" and before[-1].dated.start is not None and _SHARES_TIME.match(each.passage.masked.left(each.index) + each.passage.masked.right(each.index)[:9]):
        each.dated = replace(before[-1].dated, own=False)
        return
    if each.binding.rule.endswith(".corresponding"):
        for one in reversed(settled):
            if one.passage is not each.passage and one.binding.metric == each.binding.metric:
                each.dated = replace(one.dated, own=False)
                return
    if each.binding.rule.endswith(".refers_back") and same and same[-1].passage is not each.passage and _carries(each, same[-1]):
        each.dated = replace(same[-1].dated, own=False)
        return
    total = TOTAL_OF.get(each.binding.metric)
    if total is not None:
        for one in reversed(settled[-_LIST:]):
            if one.binding.metric in total and one.role == "current" and refers_to_total(each.passage, one.passage):
                each.dated = replace(one.dated, own=False)
                return


def _part_of_total(each: Settled, settled: list[Settled]) -> bool:
    """Date a part under "Of this number:" like the total, whatever other time its lead-in holds."""
    passage = each.passage
    if each.role != "current" or not passage.sentence.lead or not says_part(passage.masked.text[: passage.masked.own_start]):
        return False
    totals = TOTAL_OF.get(each.binding.metric, ())
    for one in reversed(settled[-_LIST:]):
        if one.binding.metric in totals and one.role == "current" and not one.passage.sentence.lead:
            each.dated = replace(one.dated, own=False)
            return True
    return False


def _carries(each: Settled, one: Settled) -> bool:
    """"Rotherham took 4,102": another authority's figure put beside a dated one shares its time."""
    return each.resolved.gss != one.resolved.gss and each.resolved.gss is not None and one.dated.start is not None and one.role == "current"


def _fits(each: Settled, codelists: Codelists) -> bool:
    metric = codelists.metrics[each.binding.metric]
    quantity = each.quantity
    return all(metric.min <= end <= metric.max for end in (quantity.low, quantity.high) if end is not None)


def _mention(layout: Layout, each: Settled, facts: DocumentFacts, metric: Metric, page_starts: tuple[int, ...]) -> Mention:
    quantity, sentence = each.quantity, each.passage.sentence
    dated = each.dated
    authority = None if each.role == "national" or (each.role == "comparator" and each.resolved.kind != "authority") else each.resolved.gss
    if dated.end is not None:
        as_of, basis = dated.end, "period_end"
    elif facts.published_on is not None:
        as_of, basis = facts.published_on, "published_on"
    else:
        as_of, basis = None, None
    return Mention(
        metric=metric.code,
        value=quantity.value,
        value_low=quantity.low,
        value_high=quantity.high,
        qualifier=quantity.qualifier,
        unit=metric.unit,
        authority=authority,
        role=each.role,
        period_start=dated.start,
        period_end=dated.end,
        period_text=dated.text,
        as_of=as_of,
        as_of_basis=basis,
        scope=each.resolved.scope,
        speaker=None,
        quote=_quote(layout, quantity, sentence.start, sentence.end),
        surface=layout.text[quantity.start : quantity.end],
        char_start=quantity.start,
        char_end=quantity.end,
        page=bisect_right(page_starts, quantity.start) if page_starts else None,
        rule=each.binding.rule,
        confidence=confidence_of(each.binding, each.role),
    )


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
