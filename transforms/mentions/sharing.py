"""Which time a number takes from another one: its total, its sum, what it is put beside, what it refers back to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from transforms.mentions.carrying import carried
from transforms.mentions.dated import UNDATED, Dated, from_anchor
from transforms.mentions.groups import group_of
from transforms.mentions.settled import Settled
from transforms.mentions.totals import of_total, of_total_in_lead
from transforms.model import DocumentFacts, Period
from transforms.periods import RELATIVE, inner_days, two_ends

_REACH = 200  # numbers back to which words may refer
_NEAR = 6  # numbers back to which "a year earlier" may count
_UNDATED_ROLES = frozenset({"national", "comparator", "target", "projected", "previous"})
_OF_A_YEAR = 365
_YARDSTICKS = frozenset({"national", "comparator", "previous"})
# "contacts in December, of which 1,012 became referrals", "in need at the end of 2016, and that 322 had a plan"
_SHARES_TIME = re.compile(
    r"[^;.]{0,60}\b(?:of which|of whom|of them|of these|of those|including|and that|among them|with|or)\b[^;.]{0,30}\Z"
)
# "was with 99% of its care leavers at 31 March; 95% lived": the same group on the same day
_GOES_ON = re.compile(r"[^;]{0,40};\s*\Z|[^;:]{0,60}: [^;:.]{0,60}\Z")
# "214 plans at 31 March and 398 children in care"
_AND = re.compile(
    r"\A[\w' ]{0,50},? and (?:(?:it|they|we) )?(?:(?:was|were|had) (?:[\w' ]{0,20} )?)?(?:about |around |some )?\Z"
)
# "58% in England and 74% in comparable authorities", "93% and the English average was 88%"
_AND_YARDSTICK = re.compile(r"\A(?: in [\w ]{2,20})? and (?:(?:the|an?) [\w' ]{2,40} (?:was|of) )?\Z")
# "where the average is 336", "while the England average was 77.4pc"
_ASIDE = re.compile(r"\b(?:where|while|whilst|whereas|but|compared|against)\b")
# "For children in care the figure was 80%": the same measure at the same time
_FIGURE_WAS = re.compile(
    r"\b(?:figure|rate|proportion|share|number|average|total|percentage)s? (?:was|were|had been)\b"
)
# "There were 228 with a plan" right after a sentence that gives the day
_THERE_WERE = re.compile(r"\A\W*there (?:was|were)\b")
_FORECAST = re.compile(r"\b(?:forecast|projection|prediction|estimate)s?\b")
# "eight per cent of the 176"
_SAID_BEFORE = re.compile(r"\b(?:the|those|these|its|their)\s*\Z")
_PRESENT = re.compile(r"\b(?:is|are|has|have|live|stands?|holds?)\b")
_PAST = re.compile(r"\b(?:was|were|had|\w{3,}ed|took|left|went)\b")
_MONEY = frozenset({"overspend", "budget"})
_SUMS = ("budget", "overspend")
_FOLLOWS_SUM = re.compile(r"\A\W*(?:it|this|that|the (?:latest|previous|last|earlier)|an? )\b")


def share_time(
    each: Settled, here: Sequence[Settled], settled: Sequence[Settled], sum_year: Dated | None, *, now: bool = False
) -> Dated:
    """The time of a number once the others of the text are known.

    Args:
        each: the number with the time that its own sentence gives it.
        here: the numbers before it in its sentence.
        settled: the numbers before it in the text.
        sum_year: the one financial year that its sentence names.
        now: whether its sentence tells of now.

    Returns:
        Its own time, counted from an anchor if it is relative; else that of a number which it belongs to; a time
        that only opens the sentence is dropped for a role that it does not reach.
    """
    dated = _from_same(each, here, settled)
    if each.binding.metric in _MONEY and (year := _year_of_sum(each, dated, here, settled, sum_year)) is not None:
        return year
    if dated.own and not dated.settles_nothing:
        return dated
    shared = of_total_in_lead(each, settled) or _of_group(each, here)
    if shared is not None:
        return shared
    if each.role in _UNDATED_ROLES:
        return _of_yardstick(each, here) or (dated if _reaches(each, dated, here) else UNDATED)
    if not dated.settles_nothing:
        return dated
    shared = _of_neighbour(each, here) or _of_earlier(each, settled) or of_total(each, settled)
    shared = shared or _of_list(each, here, settled)
    if shared is None and not now:
        shared = carried(each, settled)
    return dated if shared is None else shared


def _from_same(each: Settled, here: Sequence[Settled], settled: Sequence[Settled]) -> Dated:
    metric = each.binding.metric
    same = [one for one in here if one.binding.metric == metric]
    same = same or [one for one in settled[-_NEAR:] if one.binding.metric == metric]
    if not same:
        return each.dated
    beside = same[-1].passage is each.passage and same[-1].role == "current" and same[-1].dated.start is None
    if beside and each.role == "previous" and each.dated.own and each.dated.kind in RELATIVE:
        return replace(each.dated, start=None, end=None)  # "an average of 76, compared with 81 a year before"
    return from_anchor(each.dated, same[-1].dated)


def _year_of_sum(
    each: Settled, dated: Dated, here: Sequence[Settled], settled: Sequence[Settled], sum_year: Dated | None
) -> Dated | None:
    """The year of the budget, for a sum: "£64.7m this financial year and will miss that by £5.9m"."""
    if each.role not in ("current", "projected", "previous") or (dated.own and _days(dated) >= _OF_A_YEAR):
        return None
    if each.role == "previous":
        return _year_of_forecast(each, dated, here, settled)
    if dated.own and dated.start is None and not dated.settles_nothing:
        return None
    if sum_year is not None:
        return replace(sum_year, own=False)
    return _year_of_forecast(each, dated, here, settled)


def _year_of_forecast(each: Settled, dated: Dated, here: Sequence[Settled], settled: Sequence[Settled]) -> Dated | None:
    """The year of the budget, for forecasts: "The latest was for £9.1m; that of September £7.4m"."""
    if each.binding.metric != "overspend" or (each.role == "current" and not here):
        return None
    block = each.passage.sentence.block
    sums = [one for one in settled[-_REACH:] if one.passage.sentence.block == block and one.binding.metric in _SUMS]
    last = sums[-1].dated if sums else UNDATED
    if _days(last) < _OF_A_YEAR or not (dated.start is None or _days(dated) < _OF_A_YEAR):
        return None
    told = each.passage.masked.text[each.passage.masked.own_start :]
    return replace(last, own=False) if _FORECAST.search(told) else None


def _days(dated: Dated) -> int:
    return (dated.end - dated.start).days + 1 if dated.start is not None and dated.end is not None else 0


def _of_group(each: Settled, here: Sequence[Settled]) -> Dated | None:
    """The time of the number that prints the same thing: "1,931 (70 per 10,000)"."""
    first = group_of(each.passage.masked, each.index)
    if each.role == "target":
        return None  # "10.5% had three moves in the year (target: no more than 9%)"
    return (
        next((replace(one.dated, own=False) for one in here if one.index == first), None)
        if first != each.index
        else None
    )


def _reaches(each: Settled, dated: Dated, here: Sequence[Settled]) -> bool:
    """Whether a time that opens the sentence reaches a number that is not the current one."""
    if dated.kind is None or not dated.opens:
        return False
    if each.role == "previous":
        return not here
    if each.role in ("national", "comparator"):
        return not each.resolved.is_other and not _ASIDE.search(each.passage.masked.left(each.index))
    return each.role == "projected"


def _of_yardstick(each: Settled, here: Sequence[Settled]) -> Dated | None:
    """The time of the number before, where a national or comparator figure runs on from it."""
    if each.role not in ("national", "comparator") or not here or here[-1].dated.start is None:
        return None
    last, between = here[-1], each.passage.masked.left(each.index)
    same_place = last.role == each.role and last.resolved.gss == each.resolved.gss and each.resolved.gss is not None
    if same_place and re.match(r"\A,? and \Z", between):
        return replace(last.dated, own=False)
    return replace(last.dated, own=False) if _AND_YARDSTICK.match(between) and last.role in _YARDSTICKS else None


def _of_neighbour(each: Settled, here: Sequence[Settled]) -> Dated | None:
    """The time of the current number right before in the sentence, where the words put both together."""
    if not here or here[-1].role != "current":
        return None
    last, masked = here[-1], each.passage.masked
    compared = each.binding.rule.endswith((".beside", ".from_to")) and last.binding.metric == each.binding.metric
    if compared and last.resolved.gss != each.resolved.gss:
        return replace(last.dated, own=False)
    if last.dated.start is None:
        return None
    between = masked.left(each.index)
    if _SHARES_TIME.match(between + masked.right(each.index)[:9]):
        return replace(last.dated, own=False)
    if last.dated.own and _AND.match(between) and not _PRESENT.search(masked.right(each.index)):
        return replace(last.dated, own=False)
    family = each.binding.metric.split("_")[:2] == last.binding.metric.split("_")[:2]
    if family and _GOES_ON.match(between) and not _PRESENT.search(masked.right(each.index)):
        return replace(last.dated, own=False)
    return None


def _of_earlier(each: Settled, settled: Sequence[Settled]) -> Dated | None:
    """The time of a number of the same metric in a sentence before, to which the words refer back."""
    same = [one for one in settled[-_REACH:] if one.binding.metric == each.binding.metric]
    rule, passage = each.binding.rule, each.passage
    elsewhere = [one for one in same if one.passage is not passage]
    if rule.endswith(".corresponding") and elsewhere:
        return replace(elsewhere[-1].dated, own=False)
    if rule.endswith(".refers_back") and same and same[-1].passage is not passage:
        last = same[-1]
        words = passage.masked.left(each.index)
        if last.dated.start is None or last.role != "current":
            return None
        if each.resolved.gss not in (None, last.resolved.gss) and not _PRESENT.search(words):
            return replace(last.dated, own=False)  # "Rotherham took 4,102": put beside a dated one
        if _FIGURE_WAS.search(words) and passage.sentence.block == last.passage.sentence.block:
            return replace(last.dated, own=False)
    if _SAID_BEFORE.search(passage.masked.left(each.index)):
        said = (one for one in reversed(elsewhere) if one.quantity.value == each.quantity.value and one.dated.start)
        return _first(one.dated for one in said if one.resolved.gss == each.resolved.gss)
    return None


def _of_list(each: Settled, here: Sequence[Settled], settled: Sequence[Settled]) -> Dated | None:
    """The day of the sentence before, which "There were …" goes on counting for."""
    passage = each.passage
    if not _THERE_WERE.match(passage.masked.text[passage.masked.own_start :]):
        return None
    if here:
        return replace(here[-1].dated, own=False) if here[-1].role == "current" and here[-1].dated.start else None
    block = passage.sentence.block
    near = (one for one in reversed(settled[-_NEAR:]) if one.passage.sentence.block == block and one.role == "current")
    last = next(near, None)
    return replace(last.dated, own=False) if last is not None and _days(last.dated) == 1 else None


def _first(found: Iterable[Dated]) -> Dated | None:
    first = next(iter(found), None)
    return replace(first, own=False) if first is not None else None


def share_span(settled: Sequence[Settled], facts: DocumentFacts) -> None:
    """Give each level its end of the span: "up from 90 to 120 between 2016/17 and 2017/18"."""
    for before, each in pairwise(settled):
        dated = each.dated
        if (
            before.passage is not each.passage
            or before.binding.metric != each.binding.metric
            or before.role != "previous"
        ):
            continue
        if before.dated.start is not None or dated.kind != "span" or not dated.own or dated.text is None:
            continue
        ends = two_ends(Period(0, len(dated.text), dated.text, "span", dated.start, dated.end), facts)
        if ends is not None and ends.left is not None and ends.right is not None:
            before.dated = replace(dated, start=ends.left[0], end=ends.left[1])
            each.dated = replace(dated, start=ends.right[0], end=ends.right[1])


def date_bounds(settled: Sequence[Settled], facts: DocumentFacts) -> None:
    """Give an earlier level the day that it is told from: "unchanged from the ten from 31 March 2012"."""
    for each in settled:
        dated = each.dated
        if each.role != "previous" or dated.start is not None or dated.kind != "since" or not dated.own:
            continue
        if dated.text is None or not dated.text.lower().startswith("from "):
            continue
        days = inner_days(Period(0, len(dated.text), dated.text, "since", None, None), facts)
        if days is not None:
            each.dated = replace(dated, start=days[0], end=days[1])
