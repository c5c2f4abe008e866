"""The role of a number: current, previous, national, comparator, target or projected."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.mentions import role_words as words
from transforms.mentions.grammar.vocabulary import AUTHORITY
from transforms.mentions.masking import Masked

_TARGET_REACH = 110  # code points before a number in which a word may make it a target
_TARGET_NEAR = 45
_FORMER_REACH = 90
_NATIONAL_REACH = 75
_NATIONAL_AFTER = 48
_COMPARATOR_AFTER = 60
_NEVER_PREVIOUS = frozenset({"savings_required", "investment"})
_OWN_TALES = ("caseload", "unallocated", "teams", "agency", "vacanc")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of a number besides the words around it.

    ``named_kind`` is the kind of the name that the number is bound to: authority, national, comparator, region;
    ``is_other`` tells that this authority is another than the document's, ``several`` that the document is about
    several (then another one is no comparator), ``elsewhere`` that the number before in the sentence is another
    authority's; ``past`` that its own expression of time lies before another ("two years ago"), ``to_come`` that it
    is a deadline; ``undated`` that no days are settled; ``after_forecast`` that the number before is projected;
    ``said`` is the number as printed, with the words that qualify it.
    """

    metric: str
    named_kind: str = "authority"
    is_other: bool = False
    several: bool = False
    elsewhere: bool = False
    past: bool = False
    to_come: bool = False
    undated: bool = True
    after_forecast: bool = False
    said: str = ""


def role_of(masked: Masked, index: int, known: Circumstances) -> str:
    """The role of a bound number by the words around it and by what is ``known`` of it."""
    left, right = _words_around(masked, index)
    clause = left[max(left.rfind(";"), left.rfind("|")) + 1 :]
    return (
        _paired(masked, index)
        or _than_average(masked, index)
        or _yardstick(masked, index, left, right, clause, known)
        or _earlier_in_move(masked, index, left, right, clause, known)
        or _to_come(masked, index, left, right, clause, known)
        or _other_place(known)
        or _earlier(masked, index, left, right, clause, known)
        or "current"
    )


def _words_around(masked: Masked, index: int) -> tuple[str, str]:
    left = masked.left(index)
    right = masked.right(index)
    following = masked.right(index + 1) if right.strip() == "and" and index + 1 < len(masked.slots) else ""
    if words.RESPECTIVELY.match(following):
        right = following
    if masked.own_start and (index == 0 or not masked.slots[index - 1].own):
        left = masked.text[masked.own_start : masked.slots[index].at]  # a lead-in says nothing of the role
    return left, right


def _than_average(masked: Masked, index: int) -> str | None:
    """The own level, then the average's, of "more than the national average had … (13% compared with 11%)"."""
    slots = masked.slots
    if words.COMPARED_WITH.fullmatch(masked.right(index)) and words.THAN_AVERAGE.search(masked.left(index)):
        return "current"
    if index and words.COMPARED_WITH.fullmatch(masked.left(index)):
        found = words.THAN_AVERAGE.search(masked.text, masked.own_start, slots[index - 1].at)
        if found is not None:
            return "national" if found["whose"].startswith(("national", "eng")) else "comparator"
    return None


def _yardstick(masked: Masked, index: int, left: str, right: str, clause: str, known: Circumstances) -> str | None:
    """National, comparator or target, what a level is held against."""
    near_left, near_right = _reach_left(left), _reach_right(right)
    before = masked.text[masked.own_start : masked.slots[index].at]
    if words.TARGET_SAID.search(known.said) or _is_target(near_left[-_TARGET_NEAR:]):
        return "target"
    if known.named_kind == "national" or _is_national(near_left, near_right):
        return "national"
    if known.named_kind in ("comparator", "region") or words.COMPARATOR.search(near_left):
        return "comparator"
    if words.COMPARATOR.search(near_right[:_COMPARATOR_AFTER]):
        return "comparator"
    if _opens_nationally(masked):
        return "national"
    if _is_target(clause[-_TARGET_REACH:]) or words.TARGET_AFTER.search(right) or words.RULE.search(before):
        return "target"
    return None


def _opens_nationally(masked: Masked) -> bool:
    own = masked.text[masked.own_start :]
    return AUTHORITY not in own and words.NATIONAL_OPENS.match(own) is not None


def _earlier_in_move(
    masked: Masked, index: int, left: str, right: str, clause: str, known: Circumstances
) -> str | None:
    """The first of "from five to eight", and "had been eight"."""
    if re.search(r"\bhad been (?:an? |the |about |around )?\Z", left) and known.metric not in _NEVER_PREVIOUS:
        return "previous"
    if not left.rstrip().endswith("from") or words.NOT_EARLIER.search(left):
        return None
    if not re.search(r"\bto(?: an average of| a| about| around| the| current [\w ]{2,20} (?:of|in))?\s*\Z", right):
        return None
    return "current" if words.MOVES_TO_COME.search(clause) else "previous"


def _to_come(masked: Masked, index: int, left: str, right: str, clause: str, known: Circumstances) -> str | None:
    """What is forecast, planned or due by a day; a forecast that a later one replaces is an earlier level."""
    if words.STARTS_MOVE.match(right):
        return "current"
    if words.FOLLOWED.match(right):
        return "previous"
    told = words.PROJECTED.search(words.PROJECTED_BREAK.split(clause)[-1]) or words.PROJECTED_AFTER.search(right)
    if told and words.ONCE_SET.search(masked.text[masked.own_start :]):
        return "previous"
    if told:
        replaced = words.SUPERSEDED.search(left) and words.FORECAST.search(masked.text)
        return "previous" if replaced or words.FORMER_FORECAST.search(clause) else "projected"
    if known.metric == "savings_required":
        return "projected"
    if re.match(r" to (?:about |some )?\Z", left) and index and words.MOVES_TO_COME.search(masked.left(index - 1)):
        return "projected"
    if known.to_come:
        return "target" if words.PROMISED.search(clause) else "projected"
    return None


def _other_place(known: Circumstances) -> str | None:
    return "comparator" if known.is_other and not known.several else None


def _earlier(masked: Masked, index: int, left: str, right: str, clause: str, known: Circumstances) -> str | None:
    """An earlier level that the text compares with or tells of."""
    if known.metric in _NEVER_PREVIOUS:
        return None
    if known.after_forecast and words.FROM_NOW.search(left):
        return "current"  # "will be 18, not 27"
    if known.past or words.FORMER.search(clause[-_FORMER_REACH:]) or words.FORMER_AFTER.match(right):
        return "previous"
    if words.COMPARED.search(left) and not words.NOT_EARLIER.search(left) and not known.elsewhere:
        return "previous"
    before = masked.text[masked.own_start : masked.slots[index].at]
    if words.WHEN_CAME.search(before[-_TARGET_REACH:]) or words.THERE_WAS.search(before):
        return "previous"
    if words.IN_RESPONSE.match(before):
        return "previous"
    if known.undated and known.metric.startswith(_OWN_TALES) and words.I_HAD.search(left):
        return "previous"
    return None


def _reach_left(left: str) -> str:
    """The words before a number that can speak of it: after the last break."""
    left = words.OF_BEFORE.sub("", left)
    if left.rstrip().endswith("("):
        left = left.rstrip()[:-1]  # "lower than that for the South East (17%)"
    breaks = list(words.BREAK.finditer(left))
    return left[breaks[-1].start() :] if breaks else left


def _reach_right(right: str) -> str:
    match = words.BREAK.search(right)
    return right[: match.start()] if match else right


def _is_target(left: str) -> bool:
    return bool(words.TARGET.search(words.TARGET_BREAK.split(left)[-1]))


def _paired(masked: Masked, index: int) -> str | None:
    """The first of "the regional and national rates of 40.3 and 42.1" is the region's, the second England's."""
    for offset in (0, 1):
        first = index - offset
        if first < 0 or not masked.slots[first].own or first + 1 >= len(masked.slots):
            continue
        match = words.PAIRED.search(masked.left(first)[-_FORMER_REACH:])
        if match and re.match(r"[\w ]{0,14}(?:,|and|/)[\w ]{0,14}\Z", masked.right(first).strip() or "and"):
            word = match["one"] if offset == 0 else match["two"]
            return "national" if word.startswith(("national", "eng")) else "comparator"
    return None


def _is_national(left: str, right: str) -> bool:
    if words.NATIONAL_NOT.search(left) or words.NATIONAL_NOT.search(right):
        return False
    named = list(words.NATIONAL.finditer(left))
    if named and "." not in left[named[-1].end() :] and len(left) - named[-1].end() < _NATIONAL_REACH:
        return True
    found = words.NATIONAL.search(right)
    return bool(found and found.start() < _NATIONAL_AFTER and not re.search(r"[.,:]", right[: found.start()]))
