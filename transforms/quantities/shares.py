"""Shares and rates in words: "a third", "one in five", "nineteen out of every 20", "67 per 10,000"."""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.model import Quantity
from transforms.quantities.amounts import Amount
from transforms.quantities.numbers import DIGITS, GAP, HYPHEN, digits_value, read_words
from transforms.quantities.words import DURATIONS, PARTS, vocabulary

_PART = re.compile(
    rf"(?:{GAP}|{HYPHEN})(?P<part>{'|'.join(sorted(PARTS, key=len, reverse=True))})(?P<plural>s?)\b(?!-)"
)
_IN = re.compile(
    rf"{GAP}(?P<joint>in{GAP}every|in{GAP}each|out{GAP}of{GAP}every|out{GAP}of{GAP}each|for{GAP}every|"
    rf"for{GAP}each|of{GAP}every|in|out{GAP}of|per){GAP}(?=[0-9a-z])"
)
_PER_LATER = re.compile(
    rf"{GAP}(?:[a-z’'-]++{GAP}){{1,4}}?(?:per|for{GAP}every|in{GAP}every){GAP}(?P<base>1,?000|10,?000|"
    rf"100,?000|million)\b"
)
_ONE_NOUN_IN = re.compile(rf"{GAP}(?:[a-z’'-]++{GAP}){{1,3}}?in{GAP}(?=[a-z])")
_SMALL_BASE = re.compile(
    r"(?:[2-9]|1[0-9]|20)\b(?![.,]?[0-9]|%)(?= (?:had|have|has|is|are|was|were|lives?|grows?|said|"
    r"left)\b)"
)
# "nine times out of ten", "in at least nine cases out of ten", "three reviews in every four"
_CASES_OUT_OF = re.compile(
    rf"{GAP}(?:times|cases|occasions|instances|visits|reviews){GAP}(?:out{GAP}of|"
    rf"in{GAP}every){GAP}(?:every{GAP})?(?=[a-z])"
)
_PERCENT_SIGN = re.compile(r"%|cent\b|pct\b|pc$")
_BASE = re.compile(rf"(?P<digits>{DIGITS})(?![0-9%])")
_PER_SLASH = re.compile(r"[/⁄](1,?000|10,?000|100,?000)(?![0-9])")  # "67/10,000"
_SLASH = re.compile(r"[/⁄]([1-9][0-9]{0,2})(?![0-9/⁄])")
_AFTER_PART = re.compile(rf"(?:{GAP}|,)?[“‘\"']?(?P<word>[A-Za-z]+)?")
_TIME_AFTER = re.compile(rf"{GAP}(?P<word>[a-z]+)")

# After these a part of a whole is a share: "a third of", "a quarter are"; before a noun it is an ordinal.
_SHARE_FOLLOWERS = vocabulary(
    """
    of are is was were have had has in to from since by more less fewer higher lower on live lives at and or but
    as below above up down over under with who that which while when per than compared came come were worked
    would could did do for twelve between during against this last the their its remain left said not no also
    now still being will can may must should might cannot need needed leave feel felt say said receive received
    become became wait waited waiting living work move moved go went get got fail failed report reported stay
    stayed take took make made want twice
    """
)
_PARTS = frozenset((3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0, 16.0, 32.0, 64.0, 100.0))  # not "9/11"
RATE_BASES = (1000.0, 10_000.0, 100_000.0, 1_000_000.0)
"""What rates are counted per: "67 per 10,000"."""


class Share(NamedTuple):
    """A share or rate: kind and unit, its value, and the offset after its words."""

    kind: str
    unit: str
    value: float
    end: int


def percent(numerator: float, denominator: float) -> float:
    """Return a fraction as per cent, to six decimals: 33.333333."""
    return round(100 * numerator / denominator, 6)


def is_fraction(text: str, quantity: Quantity) -> bool:
    """Return whether a percent was stated as a fraction ("a third", "one in five") and not as per cent."""
    surface = text[quantity.number_start : quantity.number_end].lower()
    return quantity.kind == "percent" and _PERCENT_SIGN.search(surface) is None


def read_part(text: str, end: int, numerator: float) -> Share | None:
    """Read a part after a cardinal or an article: "two-thirds", "a quarter". None where it is an ordinal."""
    found = _PART.match(text, end)
    if found is None:
        return None
    part = PARTS[found["part"]]
    if part < numerator or (numerator > 1) != (found["plural"] == "s" or found["part"] == "halves"):
        return None
    following = _AFTER_PART.match(text, found.end())
    word = following["word"] if following is not None else None
    is_hyphenated = text[end] == "-"
    is_noun = not is_hyphenated and word is not None and word not in _SHARE_FOLLOWERS and word[0].islower()
    if numerator == 1 and is_noun and text[found.end()] not in ",;.":
        return None  # "a third visit"
    return Share("percent", "percent", percent(numerator, part), found.end())


def read_share(text: str, amount: Amount) -> Share | None:
    """Read what makes a count a share or a rate: "one in five", "191 in every 10,000", "67 per 10,000"."""
    end = amount.end
    following = text[end : end + 1]
    if following in ("/", "⁄"):
        base = _PER_SLASH.match(text, end)
        if base is not None:
            return Share("rate", f"per_{base[1].replace(',', '')}", amount.value, base.end())
        slash = _SLASH.match(text, end)
        if slash is not None and amount.value < float(slash[1]) and (amount.value == 1 or float(slash[1]) in _PARTS):
            return Share("percent", "percent", percent(amount.value, float(slash[1])), slash.end())
        return None
    if following not in (" ", "\n", "\xa0", "-"):
        return None
    if amount.worded and amount.value <= 20:
        part = read_part(text, end, amount.value)
        if part is not None:
            return part
    found = _IN.match(text, end)
    if found is not None:
        return _share_of(text, amount, found)
    return _share_later(text, amount)


def _share_later(text: str, amount: Amount) -> Share | None:
    """Read a base after the noun: "37.9 children per 10,000", "one child in five is"."""
    later = _PER_LATER.match(text, amount.end)
    if later is not None:
        base = later["base"].replace(",", "").replace("million", "1000000")
        return Share("rate", f"per_{base}", amount.value, later.end())
    said = _CASES_OUT_OF.match(text, amount.end) if amount.worded else None
    if said is not None:
        base = read_words(text, said.end())
        if base is not None and 1 < amount.value < base.value <= 20:
            return Share("percent", "percent", percent(amount.value, base.value), base.end)
    if amount.value != 1 or not amount.worded:
        return None
    later = _ONE_NOUN_IN.match(text, amount.end)
    digits = _SMALL_BASE.match(text, later.end()) if later is not None else None
    if digits is not None:
        return Share("percent", "percent", percent(1, float(digits[0])), digits.end())
    words = read_words(text, later.end()) if later is not None else None
    if words is None or not 2 <= words.value <= 20:
        return None
    following = _TIME_AFTER.match(text, words.end)
    if following is not None and following["word"] not in _SHARE_FOLLOWERS:
        return None
    return Share("percent", "percent", percent(1, words.value), words.end)


def _share_of(text: str, amount: Amount, found: re.Match[str]) -> Share | None:
    start = found.end()
    digits = _BASE.match(text, start)
    if digits is not None:
        base, end = digits_value(digits["digits"]), digits.end()
    else:
        words = read_words(text, start)
        if words is None:
            return None
        base, end = words.value, words.end
    joint = found["joint"].split()
    if base in RATE_BASES and joint[0] in ("per", "for", "in", "out", "of") and "." not in text[start:end]:
        return Share("rate", f"per_{base:.0f}", amount.value, end)
    if joint[0] == "per" or (
        joint == ["out", "of"] and base not in (10.0, 100.0) and not _in_words(text, amount, start, end)
    ):
        return None  # "13 out of 33 areas" are two counts
    every = joint[-1] in ("every", "each")
    if not 0 < amount.value < base <= 100 or amount.kind != "count":
        return None
    if not every and not _is_ratio(text, amount, base, end):
        return None
    return Share("percent", "percent", percent(amount.value, base), end)


def _in_words(text: str, amount: Amount, start: int, end: int) -> bool:
    """Return whether "A out of B" is a share as people say it, "four out of five visits", and no count of things."""
    base = text[start:end].lower()
    if not amount.worded or base not in _SAID or amount.value < 2:
        return False
    return _COUNTED_THINGS.match(text, end) is None


# of these a text counts the very ones: "four out of five homes are good"
_COUNTED_THINGS = re.compile(
    rf"(?:{GAP}(?:the|its|their|our|of|council(?:’s|'s)?|local|children[’']s|residential)){{0,3}}{GAP}"
    r"(?:homes?|areas?|judge?ments|categories|aspects|teams|councils|authorities|boroughs|counties|cases|files|records|"
    r"inspections|schools|young|children|care|posts|social|managers)\b"
)
_SAID = frozenset(("four", "five", "six", "eight", "nine", "twelve", "twenty"))


def _is_ratio(text: str, amount: Amount, base: float, end: int) -> bool:
    """Return whether "A in B" is a share and not a count within a time or among things: "12 in 10 days"."""
    if (amount.value > 10 and not amount.worded) or (base > 30 and base not in (50.0, 100.0)):
        return False
    following = _TIME_AFTER.match(text, end)
    if following is None:
        return True
    if following["word"] in DURATIONS or following["word"] == "working":
        return amount.worded and amount.value == 1
    return following["word"] != "of" or amount.worded
