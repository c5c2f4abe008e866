"""Where a number may begin: the one regular expression that runs over the whole text.

It starts with a class of single characters (no letter), which the engine skips to quickly, so that text without
numbers costs next to nothing. A word that begins the text has no such character before it: ``AT_START``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from transforms.quantities.numbers import SMALL_WORDS, alternation
from transforms.quantities.words import DECADES, FACTORS, FOLDS, ORDINALS, VULGAR_FRACTIONS

ZEROS = ("no", "none", "nil")
PLURALS: Mapping[str, tuple[int, int]] = {
    "tens": (10, 100),
    "dozens": (12, 120),
    "hundreds": (100, 1000),
    "thousands": (1000, 10_000),
    "millions": (10**6, 10**7),
    "billions": (10**9, 10**10),
}

# Which reader a first word belongs to.
WORD_CLASS: Mapping[str, str] = {
    **dict.fromkeys(SMALL_WORDS, "number"),
    **dict.fromkeys(ORDINALS, "ordinal"),
    **dict.fromkeys(DECADES, "decade"),
    **dict.fromkeys(FACTORS, "factor"),
    **dict.fromkeys(FOLDS, "factor"),
    **dict.fromkeys(ZEROS, "zero"),
    **dict.fromkeys(PLURALS, "plural"),
    "half": "half",
    "a": "article",
}
_ARTICLE = (
    r"[aA](?=\s{1,3}(?:dozen|hundred|thousand|million|billion|half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"twelfth|twentieth)\b)"
)
_WORD = rf"(?P<word>{alternation([word for word in WORD_CLASS if word != 'a'])}|{_ARTICLE})(?![A-Za-z])"
_CURRENCY = "£$€¥₹₩₽₪฿₺₦"
_VULGAR = "".join(VULGAR_FRACTIONS)

SCAN = re.compile(
    # most characters between words are these, of which only a word can begin a number
    rf"[^A-Za-z](?:(?<![\s,.])(?:(?<=[0-9])(?P<digits>)|(?<=[{_CURRENCY}])"
    rf"(?P<money>(?:US|NZ|HK|A|C|S)?[ \xa0]?[-−]?)(?=[0-9])|(?<=[{_VULGAR}])(?P<vulgar>))|{_WORD})"
)
AT_START = re.compile(_WORD)
NUMERALS = re.compile(rf"[0-9]++|[{_VULGAR}]|[^A-Za-z]{_WORD.replace('?P<word>', '?:')}")
"""Counts roughly how many numbers a stretch holds."""
