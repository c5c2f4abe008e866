"""Runs of dated values of one metric: the last is current, the earlier ones previous."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from transforms.mentions.dating import order_key

if TYPE_CHECKING:
    from transforms.mentions.settling import Settled

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
            if each.role == "current" and any(_is_later(other, each) for other in run if other is not each):
                earlier.append(each)
    return earlier


def _is_later(other: Settled, each: Settled) -> bool:
    if other.role != "current" or abs(other.quantity.start - each.quantity.start) > _NEAR:
        return False
    mine = order_key(each.dated)
    if mine is None:
        return False
    theirs = order_key(other.dated)
    if theirs is not None:
        return theirs > mine
    # "In 2019 we had 12 teams. We have 19 teams now"
    return other.dated.kind == "vague_now" and other.passage is not each.passage or other.dated.kind == "vague_now"
