"""Patterns of phrases as raw bytes of a page hold them: apostrophes and spaces as characters, entities and escapes.

The syntax is the part that hyperscan and ``re`` share, so that each can be tested against the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from transforms.relevance.words import Words

# ' ` ’ ‘ ʼ ´ in UTF-8, ’ ‘ in Windows-1252, any short entity, JSON's \u2019 and \'; left out in "childrens services"
_APOSTROPHE = rb"(?:['`\x91\x92]|\xe2\x80[\x98\x99]|\xca\xbc|\xc2\xb4|&(?:amp;)?#?\w{2,6};|\\u\w{4}|\\+')?"
# white space, hyphens and the no-break and narrow spaces; "&nbsp;", "&#8209;", "\u00a0", "\n" of JSON. Bounded, a line
# break with its indentation fits: behind a word as common as "in" an unbounded run costs a quarter of the scan
_SPACE = rb"(?:\s{1,24}|[\-\xa0]|\xc2\xa0|\xe2\x80[\x80-\x91\xaf]|&(?:amp;)?#?\w{2,6};|\\u00a0|\\[nrt]){1,3}"
# a phrase may stand right behind "\n" or "\u003e" of JSON, so its start is no word's start; an acronym's must be
_ENDINGS = rb"(?:e?s)?\b"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression on bytes; ``points`` of the phrase, ``caseless`` unless it is an acronym."""

    phrase: str
    expression: bytes
    points: int
    caseless: bool

    def compiled(self) -> re.Pattern[bytes]:
        """Return it as Python reads it: what the fast scan must agree with."""
        return re.compile(self.expression, re.IGNORECASE if self.caseless else 0)


def topic_patterns(words: Words) -> tuple[Pattern, ...]:
    """Return the patterns of the topic's phrases, in the order of the words."""
    return tuple(_patterns(words))


def _patterns(words: Words) -> Iterable[Pattern]:
    for group in words.topic:
        for phrase in group.phrases:
            yield Pattern(phrase, _phrase(phrase), group.points, caseless=True)
        for acronym in group.acronyms:
            yield Pattern(acronym, rb"\b" + re.escape(acronym.encode("ascii")) + rb"\b", group.points, caseless=False)


def _phrase(phrase: str) -> bytes:
    tokens = [_APOSTROPHE.join(re.escape(part.encode("ascii")) for part in word.split("'")) for word in phrase.split()]
    return _SPACE.join(tokens) + _ENDINGS
