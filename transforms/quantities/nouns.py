"""The noun phrase that a number counts, by a pattern over the next words: no parser."""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.quantities.noun_words import COMPARATIVES, DETERMINERS, NOUN_STOPS
from transforms.quantities.numbers import GAP, NUMBER_WORDS

# A word with the gap before it; hyphens and apostrophes belong to a word.
_LETTERS = "[A-Za-zÀ-ÖØ-öø-ɏ]++"  # "½" and "²" count as letters elsewhere
_WORD = re.compile(rf"{GAP}?({_LETTERS}(?:[’'‘-]{_LETTERS})*)")
_LABEL = re.compile(r"([A-Za-z][A-Za-z’' -]{2,60})(?::|[ ]\|)[ ]$")
_STOPS = NOUN_STOPS | NUMBER_WORDS
_IRREGULAR_PLURALS = frozenset(("children", "people", "men", "women", "police", "staff"))
_NO_ADVERBS = frozenset(
    ("family", "early", "elderly", "daily", "weekly", "monthly", "quarterly", "yearly", "supply", "assembly")
)
_SKIPPED = frozenset(("of", "other", "more", "further", "additional", "extra", "such"))
MAX_WORDS = 5


class Noun(NamedTuple):
    """A counted noun phrase as printed and where it stands."""

    text: str
    start: int
    end: int


def noun_after(text: str, end: int) -> Noun | None:
    """Return the noun phrase after a number: "agency social workers", and "areas" of "four of the areas"."""
    first = last = -1
    plural = False
    for _ in range(MAX_WORDS + 2):
        word = _WORD.match(text, end)
        if word is None:
            break
        lower = word[1].lower()
        if first < 0 and (lower in _SKIPPED or lower in DETERMINERS):
            end = word.end()
            continue
        if lower in _STOPS and not (lower == "after" and text[end - 6 : end].lower().endswith("looked")):
            break
        if lower.endswith("ly") and lower not in _NO_ADVERBS:
            if first >= 0:
                break
            end = word.end()
            continue  # "100 newly qualified social workers"
        if plural and not is_plural(lower):
            break  # "16 young people undertaking apprenticeships"
        if first < 0:
            first = word.start(1)
        elif lower.endswith("ed") and text[last - 2 : last] != "ed" and len(lower) > 4:
            break  # "one adopter praised"
        plural = plural or is_plural(lower)
        last = end = word.end()
    if first < 0 or text[last - 2 : last] in ("’s", "'s") or text[first:last].split()[-1].lower() in COMPARATIVES:
        return None
    if not plural and text[last - 2 : last] == "ed" and last - first > 4 and " " not in text[first:last]:
        return None  # "40 injured"
    return Noun(text[first:last], first, last)


def is_plural(word: str) -> bool:
    """Return whether a lower-case word looks like the plural of a noun."""
    if word in _IRREGULAR_PLURALS:
        return True
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "su'’i"


def label_before(text: str, start: int) -> Noun | None:
    """Return the label of a number that ends its cell or line: "Number of vacancies: 143", "With parents | 12"."""
    if text[start - 1 : start] != " " or text[start - 2 : start - 1] not in (":", "|"):
        return None
    line = max(text.rfind("\n", max(0, start - 64), start) + 1, start - 64, 0)
    found = _LABEL.search(text, line, start)
    if found is None:
        return None
    end = found.start(1) + len(found[1].rstrip())
    return Noun(text[found.start(1) : end], found.start(1), end)
