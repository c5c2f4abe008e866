"""Numbers that print one thing in two ways: "1,931 (70 per 10,000 children)"."""

from __future__ import annotations

import re

from transforms.mentions.masking import Masked

_GROUP = re.compile(
    r"\A[\s,]*[(–-]\s*(?:or |about |around |a rate of |that is |which is |i\.e\. |equivalent to |equal to |up from "
    r"|down from )?\Z|\A,? (?:or|a rate of|at a rate of|equivalent to|which is|that is|giving a rate of|, or)"
    r"(?: (?:a rate of|about|some|around))?\s*\Z|\A (?:\w+ ){0,6}\((?:or |a rate of |equivalent to |at a rate of )?\Z"
)
# "57 of those came through an agency – 27.4 per cent", "six posts amounted to 8%"
_SHARE_OF_COUNT = re.compile(r"\A (?:[\w']+ ){0,7}(?:[–-]|amount(?:s|ed|ing)? to|represent(?:s|ed|ing)?) \Z")


def _joins(masked: Masked, index: int) -> bool:
    """Whether a number prints the same thing as the one before it, in another way."""
    words, kinds = masked.left(index), (masked.slots[index - 1].kind, masked.slots[index].kind)
    if _SHARE_OF_COUNT.match(words) and kinds == ("N", "P"):
        return True
    # "38 children in 2018/19 (31 in 2017/18)": two of a kind are two times
    in_brackets = words.rstrip().endswith("(") and kinds[0] == kinds[1] and bool(words.strip(" ("))
    return bool(_GROUP.match(words)) and not in_brackets


def group_span(masked: Masked, index: int) -> tuple[int, int]:
    """The run of slots that print one thing in two ways: "1,931 (70 per 10,000 children)"."""
    first = last = index
    while first > 0 and masked.slots[first - 1].own and _joins(masked, first):
        first -= 1
    while last + 1 < len(masked.slots) and _joins(masked, last + 1):
        last += 1
    return first, last


def group_of(masked: Masked, index: int) -> int:
    """The first slot of the run in which a number prints the same thing as another."""
    return group_span(masked, index)[0]
