"""Runs of dated values of one metric: the last is current, the earlier ones previous."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from transforms.mentions.dated import order_key
from transforms.mentions.settled import Settled

# "in 2021 it was more than 150", told after the level of today
_WAS = re.compile(r"\b(?:was|were|had|had been|stood at|averaged)\b[^,;]{0,20}\Z")
_PAST_TENSE = re.compile(r"\b(?:was|were|had)\b")
_PRESENT = re.compile(r"\b(?:remains?|are|is|has|have)\b")
# "and this has increased to 61%"
_HAS_MOVED_TO = re.compile(
    r"\b(?:has|have) (?:since |now )?"
    r"(?:increased|risen|fallen|improved|decreased|dropped|reduced|grown|declined|gone up|gone down|tumbled|plunged"
    r"|soared|climbed|shrunk|slipped|crept up|doubled|halved|come down|jumped)"
    r" to\s*\Z"
)
# "two were published in 2016 and one more is under way": they add up
_ADDED = re.compile(r"\A\s*(?:more|further|others?|another|additional)\b|\b(?:another|a further|an additional)\s*\Z")
# "there used to be four teams of six", "we had nine teams and nine team managers"
_SAME_BREATH = re.compile(r" [a-z][\w' -]{2,40}\b(?:of|and|with|each with) (?:a total of )?\Z")
_IT_IS = re.compile(r"\A\W*(?:and |now )?(?:it|that|this) (?:is|was|stands at) \Z")
_NEAR = 700  # code points within which values of one metric make a run
_WORDS = 70
_NOW = frozenset({"vague_now", "to_date"})
_POINT = 31  # days that a point in time may last
_NAMES_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def previous_levels(settled: Sequence[Settled]) -> list[Settled]:
    """The current values that a later value of the same metric, authority and scope near by makes previous."""
    runs: dict[tuple[str, str | None, str | None], list[Settled]] = defaultdict(list)
    for each in settled:
        if each.role in ("current", "previous"):
            runs[(each.binding.metric, each.resolved.gss, each.resolved.scope)].append(each)
    earlier: list[Settled] = []
    forecast = [one for one in settled if one.binding.metric == "overspend" and one.role == "projected"]
    for run in runs.values():
        for place, each in enumerate(run):
            if each.role != "current":
                continue
            if _is_outdone(each, forecast) or any(_is_later(other, each) for other in _neighbours(run, place)):
                earlier.append(each)
    return earlier


def _neighbours(run: list[Settled], place: int) -> Iterator[Settled]:
    """The others of a run within reach, those before first."""
    start = run[place].quantity.start
    for step in (-1, 1):
        other = place + step
        while 0 <= other < len(run) and abs(run[other].quantity.start - start) <= _NEAR:
            yield run[other]
            other += step


def rates_of_previous(settled: Sequence[Settled]) -> list[Settled]:
    """The rates that are for the day of an earlier count: "412 in March 2014 …. That is 37.9 per 10,000"."""
    roles: dict[tuple[str, date | None, str | None], set[str]] = defaultdict(set)
    for one in settled:
        roles[(one.binding.metric, one.dated.start, one.resolved.gss)].add(one.role)
    found: list[Settled] = []
    for each in settled:
        if each.role != "current" or not each.binding.metric.endswith("_rate") or each.dated.start is None:
            continue
        count = each.binding.metric.removesuffix("_rate")
        if roles.get((count, each.dated.start, each.resolved.gss)) == {"previous"}:
            found.append(each)
    return found


def _is_outdone(each: Settled, forecasts: Sequence[Settled]) -> bool:
    """Whether a dated sum stands beside a forecast: "£2m over in 2017-18, and heading for £4m"."""
    if each.dated.end is None or each.binding.metric != "overspend":
        return False
    for one in forecasts:
        if one.passage is each.passage:
            return True
        near = abs(one.quantity.start - each.quantity.start) <= _NEAR and one.resolved.gss == each.resolved.gss
        if near and one.dated.start is not None and each.dated.end < one.dated.start:
            return True
    return False


def _is_later(other: Settled, each: Settled) -> bool:
    """Whether ``other`` tells the same measure at a later time than ``each``."""
    if other.role != "current":
        return False
    if other.passage.is_row != each.passage.is_row or _adds(other) or _adds(each):
        return False  # a table has its own columns of now and then
    # the budgets of two years are two levels only where one sentence compares them
    if each.binding.metric == "budget" and other.passage is not each.passage and not _takes_up(other):
        return False
    if _moves_on(other, each):
        return True
    mine, theirs = order_key(each.dated), order_key(other.dated)
    if mine is not None and theirs is not None:
        return theirs > mine
    after = other.quantity.start > each.quantity.start
    if mine is None:
        return after and _undated_is_earlier(other, each, theirs is not None)
    return _undated_is_later(other, each, after)


def _takes_up(other: Settled) -> bool:
    """Whether a sentence goes on about the sum before: "In 2019 it was £72m. This financial year it is £118m"."""
    masked = other.passage.masked
    return bool(_IT_IS.match(masked.text[masked.own_start : masked.slots[other.index].at]))


def _adds(each: Settled) -> bool:
    masked = each.passage.masked
    return bool(_ADDED.search(masked.right(each.index)[:12]) or _ADDED.search(masked.left(each.index)))


def _moves_on(other: Settled, each: Settled) -> bool:
    """Whether the words tell a move on to the other: "55% were in time, and this has increased to 61%"."""
    same = other.passage is each.passage and other.index == each.index + 1
    return same and bool(_HAS_MOVED_TO.search(other.passage.masked.left(other.index)))


def _undated_is_earlier(other: Settled, each: Settled, dated: bool) -> bool:
    """Whether an undated value is the earlier: "In the spring only 58 per cent …. By September it was 83"."""
    if each.dated.kind in ("season", "vague_past"):
        return dated or other.dated.kind in _NOW
    if each.dated.kind is not None or other.passage is not each.passage or other.dated.kind not in _NOW:
        return False
    return bool(_PAST_TENSE.search(each.passage.masked.left(each.index)[-_WORDS:]))


def _undated_is_later(other: Settled, each: Settled, after: bool) -> bool:
    """Whether an undated value tells of today, when the dated ``each`` was."""
    near = other.passage is each.passage
    same_block = each.passage.sentence.block == other.passage.sentence.block
    # "In 2019 we had 12 teams. We have 19 teams now"; but "18.6 in December" stands beside one worker's "30 now"
    if _says_now(other):
        return same_block or not _is_recent(each)
    # "where a dozen posts were vacant in April, just two remain unfilled"
    if after and other.dated.kind is None and near:
        mine_words = each.passage.masked.left(each.index)[-25:] + each.passage.masked.right(each.index)[:_WORDS]
        words = other.passage.masked
        their_words = words.left(other.index)[-25:] + words.right(other.index)[:25]
        return bool(_PAST_TENSE.search(mine_words) and _PRESENT.search(their_words))
    if (
        after
        or other.dated.start is not None
        or other.dated.kind in ("season", "event", "relative")
        or other.dated.is_past
    ):
        return False
    # "There were 800 in 2013"; but "was looking after 927 on October 19" stands under a headline
    return (same_block or not _is_recent(each)) and bool(_WAS.search(each.passage.masked.left(each.index)))


def _says_now(each: Settled) -> bool:
    """Whether a value is told of now: "today", "This autumn it is 16.9"."""
    season = each.dated.kind == "season" and (each.dated.text or "").lower().startswith("this ")
    return season or each.dated.kind in _NOW


def _is_recent(each: Settled) -> bool:
    """Whether a value is for a day or month whose year goes without saying: "on October 19"."""
    dated = each.dated
    if dated.start is None or dated.end is None or (dated.end - dated.start).days >= _POINT:
        return False
    return _NAMES_YEAR.search(dated.text or "") is None


def share_past(settled: Sequence[Settled]) -> None:
    """Make a number previous that is said in one breath with a previous one of another metric."""
    for before, each in pairwise(settled):
        if (
            before.passage is each.passage
            and each.index == before.index + 1
            and before.role == "previous"
            and each.role == "current"
            and each.binding.metric not in ("budget", before.binding.metric)
            and _SAME_BREATH.match(each.passage.masked.left(each.index))
        ):
            each.role = "previous"
            if each.dated.start is None and before.dated.start is not None:
                each.dated = replace(before.dated, own=False)
