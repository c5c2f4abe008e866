"""Two numbers that are the ends of one range: "110-120", "five to six", "between £1m and £1.5m"."""

from __future__ import annotations

import re

from transforms.quantities.amounts import Amount, read_amount
from transforms.quantities.numbers import GAP
from transforms.quantities.shares import read_share
from transforms.quantities.words import FALLING, RISING, vocabulary

_JOINT = re.compile(
    rf"(?:(?P<dash>[-–—‑‐−─]|{GAP}[-–]{GAP}?(?=[0-9£$€])|[-–]{GAP}(?=[0-9£$€]))|-?{GAP}(?P<word>to|"
    rf"and|or){GAP})(?=[0-9A-Za-z£$€])"
)
# Movement before the first number: "from 140 to 85", "rose 12 per cent to 34" are two numbers.
_FILLERS = vocabulary("about around nearly almost just over under some approximately roughly a an the its average of")
_SPANNING = vocabulary(
    """
    range ranges ranged ranging vary varies varied varying anywhere anything aged ages somewhere
    """
)
_OVERSPENDING = frozenset(("overspend", "overspent", "overspending"))
_MOVING = RISING | FALLING | frozenset(("by", "at"))


def read_range(text: str, first: Amount, lead: list[str]) -> Amount | None:
    """Return the second end of the range that ``first`` begins, or None. ``first`` may take the second's unit.

    ``lead`` holds the words before the first number.
    """
    if text[first.end : first.end + 1] not in "-–—‑‐−─ \n\xa0":
        return None
    joint = _JOINT.match(text, first.end)
    if joint is None:
        return None
    words = [word.lower().lstrip("([“‘\"'") for word in lead[-6:]]
    word = joint["word"]
    if word == "and" and not (words and "between" in words):
        return None
    second = read_amount(text, joint.end())
    if second is None:
        return None
    if word == "to" and _is_movement(words):
        _read_rate(text, second)
        _share_unit(first, second)
        return None
    if word == "or" and second.value != first.value + 1 and first.kind != "age":
        return None
    if joint["dash"] and "\n" in joint["dash"]:
        return None
    _read_rate(text, second)
    _share_unit(first, second)
    if first.kind != second.kind or first.unit != second.unit or first.value >= second.value:
        return None
    return second


def _read_rate(text: str, second: Amount) -> None:
    share = read_share(text, second) if second.kind == "count" else None
    if share is not None and share.kind == "rate":
        second.kind, second.unit, second.end = share.kind, share.unit, share.end


def _is_movement(words: list[str]) -> bool:
    while words and words[-1] in _FILLERS:
        words.pop()
    if words and words[-1] == "from":
        return len(words) < 2 or words[-2] not in _SPANNING
    if words[-2:-1] and words[-2] in _OVERSPENDING:
        return False  # "expect to overspend by £3m to £4m"
    return bool(words) and words[-1] in _MOVING


def _share_unit(first: Amount, second: Amount) -> None:
    if first.kind == "count" and second.kind != "count" and first.end == first.numeral_end:
        first.kind, first.unit = second.kind, second.unit
        if second.scale != 1 and first.scale == 1 and first.value * second.scale <= second.value:
            first.value, first.scale = first.value * second.scale, second.scale
    if first.kind == "money" and second.kind == "count":
        second.kind, second.unit = first.kind, first.unit
    is_alike = first.kind == second.kind and first.kind in ("money", "count")
    if is_alike and first.scale == 1 < second.scale and first.value < 1000:
        first.value, first.scale = round(first.value * second.scale, 6), second.scale
