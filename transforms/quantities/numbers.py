"""Bare numbers: digits with thousands and decimals, and number words up to trillions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from transforms.quantities.words import SCALES, TEENS, TENS, UNITS

# A gap inside a quantity: one blank, or the end of a line that was wrapped there.
GAP = r"(?:[ \t\xa0]?\r?\n[ \t\xa0]?|[ \t\xa0\u2009\u202f]{1,2})"

# A hyphen as printed; PDF text has U+0002 for one at a line's end.
HYPHEN = "[-‐‑\x02]"

# Nothing to backtrack to, whatever follows; a lookahead says so where a group repeats, as possessive groups are broken
# in Python before 3.11.5. "56,2002" is 56,200 with a footnote mark.
# "1,00,000" groups as India does.
DIGITS = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?!,[0-9]{3})(?:\.[0-9]++|(?!\.[0-9]))"
    r"|[0-9]{1,2}(?:,[0-9]{2}(?=,))+,[0-9]{3}(?![0-9])"
    r"|[0-9]++(?:\.[0-9]++|(?!\.[0-9])))"
)

MAX_DIGITS = 30
"""Longer runs of digits are no numbers (and their value would not fit a float's precision by far)."""


def alternation(words: Iterable[str]) -> str:
    """Return a regular expression that matches any of the words, longest first, as a prefix tree.

    The first letter matches in either case. A tree is three times as fast as a list of alternatives, and a branch
    that begins with a letter, not with a set of two, is passed over without a call.
    """
    return _tree(sorted(set(words)), first=True)


def _tree(words: list[str], *, first: bool = False) -> str:
    branches: list[str] = []
    for letter in sorted({word[0] for word in words if word}):
        rest = [word[1:] for word in words if word and word[0] == letter]
        heads = (letter, letter.upper()) if first and letter.isalpha() else (re.escape(letter),)
        tail = _tree(rest) if any(rest) else ""
        branches.extend(head + tail for head in heads)
    joined = "|".join(branches)
    return f"(?:{joined})?" if "" in words else (joined if len(branches) == 1 else f"(?:{joined})")


SMALL_WORDS = {**UNITS, **TEENS, **TENS}
NUMBER_WORDS = frozenset({*SMALL_WORDS, "hundred", *SCALES})
_WORD = alternation(NUMBER_WORDS)
_RUN = re.compile(
    rf"(?:{_WORD}|[aA](?={GAP}(?:hundred|thousand|million|billion)\b))\b"
    rf"(?:(?:{HYPHEN}|{GAP}(?:and{GAP})?){_WORD}\b){{0,24}}"
)
_TOKEN = re.compile(r"[A-Za-z]+")


class WordNumber(NamedTuple):
    """The value of a run of number words and the offset at which it ends."""

    value: float
    end: int


def digits_value(surface: str) -> float:
    """Return the value of digits as printed, with thousands separators."""
    return float(surface.replace(",", "") if "," in surface else surface)


def read_words(text: str, start: int) -> WordNumber | None:
    """Read the longest well-formed number in words that begins at ``start``: "two hundred and eighty-one"."""
    run = _RUN.match(text, start)
    if run is None:
        return None
    surface = run.group()
    single = SMALL_WORDS.get(surface.lower())
    if single is not None:
        return WordNumber(float(single), run.end())
    return _read_run(surface, start)


def _read_run(surface: str, start: int) -> WordNumber | None:
    total = current = 0
    last, last_scale, joined = "", 10**15, False
    end = 0
    for token in _TOKEN.finditer(surface):
        word = token.group().lower()
        if word == "and":
            if last not in ("hundred", "scale"):
                break
            joined = True
            continue
        kind = _kind(word)
        if not _may_follow(kind, last, current, joined):
            break
        if kind == "scale":
            scale = SCALES[word]
            if scale >= last_scale or not current:
                break
            total, current, last_scale = total + current * scale, 0, scale
        elif kind == "hundred":
            current *= 100
        else:
            current += 1 if kind == "article" else SMALL_WORDS[word]
        last, joined, end = kind, False, token.end()
    return WordNumber(float(total + current), start + end) if end else None


def _kind(word: str) -> str:
    if word in UNITS:
        return "unit"
    if word in TEENS:
        return "teen"
    if word in TENS:
        return "tens"
    if word in SCALES:
        return "scale"
    return "article" if word == "a" else "hundred"


def _may_follow(kind: str, last: str, current: int, joined: bool) -> bool:
    if kind in ("unit", "teen", "tens"):
        return last in ("", "hundred", "scale") or (kind == "unit" and last == "tens" and not joined)
    if kind == "hundred":
        return last in ("unit", "teen", "article") and 0 < current < 100
    return kind == "article" or last not in ("", "scale")
