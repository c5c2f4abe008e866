"""Runs of dated values of one metric: the last is current, the earlier ones previous."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from transforms.mentions.dating import order_key

if TYPE_CHECKING:
    from transforms.mentions.settling import Settled

_WAS = re.compile(r"\b(?:was|were|had|had been|stood at|averaged)\b[^,;]{0,20}\Z")
_PAST_TENSE = re.compile(r"\b(?:was|were|had)\b")
_PRESENT = re.compile(r"\b(?:remains?|are|is|has|have)\b")
_NEAR = 700  # code points within which values of one metric make a run


def previous_levels(settled: list[Settled]) -> list[Settled]:
    """The current values that a later value of the same metric, authority and scope near by makes previous."""
    runs: dict[tuple[str, str | None, str | None], list[Settled]] = defaultdict(list)
    for each in settled:
        if each.role in ("current", "previous"):
            runs[(each.binding.metric, each.resolved.gss, each.resolved.scope)].append(each)
    earlier: list[Settled] = []
    for run in runs.values():
        for each in run:
            if each.role == "current" and (_is_outdone(each, settled) or any(_is_later(other, each) for other in run if other is not each)):
                earlier.append(each)
    return earlier


def _is_outdone(each: Settled, settled: list[Settled]) -> bool:
    """"overspent by £3.1m in 2020-21 and is heading for £5m": a dated sum beside a forecast is an earlier level."""
    if each.binding.metric != "overspend" or each.dated.start is None:
        return False
    return any(other.passage is each.passage and other.role == "projected" and other.binding.metric == each.binding.metric for other in settled)


def _is_later(other: Settled, each: Settled) -> bool:
    if other.role != "current" or abs(other.quantity.start - each.quantity.start) > _NEAR:
        return False
    if other.passage.is_row != each.passage.is_row:
        return False  # a table has its own columns of now and then
    mine = order_key(each.dated)
    theirs = order_key(other.dated)
    after = other.quantity.start > each.quantity.start
    if mine is None:
        # "Back in the spring only 58 per cent …. By September that was up to 83 per cent"
        return after and each.dated.kind in ("season", "vague_past") and (theirs is not None or other.dated.kind == "vague_now")
    if theirs is not None:
        return theirs > mine
    # "In 2019 we had 12 teams. We have 19 teams now"
    if other.dated.kind == "vague_now":
        return True
    # "where a dozen posts were vacant in April, just two remain unfilled"
    if after and other.dated.kind is None and other.passage is each.passage:
        mine_words = each.passage.masked.right(each.index)[:70]
        theirs_words = other.passage.masked.left(other.index)[-25:] + other.passage.masked.right(other.index)[:25]
        return bool(_PAST_TENSE.search(mine_words) and _PRESENT.search(theirs_words))
    # "is responsible for about 95 cases; in 2021 it was more than 150"
    return other.dated.start is None and other.dated.kind not in ("season", "event", "relative") and not other.dated.is_past and not after and bool(_WAS.search(each.passage.masked.left(each.index)))
