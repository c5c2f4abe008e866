"""The sentences that can tell an event, as words with single spaces and the places that they have in the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from transforms.mentions.layout import Layout, Sentence

_DOUBLE = re.compile(r"  +")


@dataclass(slots=True)
class Line:
    """A sentence.

    Attributes:
        index: its place among the sentences of the text.
        sentence: its span and kind.
        words: its words in lower case with plain quotes and single spaces.
        raw: the same in the case of the text.
        offsets: the place in the text of each of its code points; None where they follow each other.
    """

    index: int
    sentence: Sentence
    words: str
    raw: str
    offsets: list[int] | None

    def begin(self, place: int) -> int:
        """The offset in the text of the code point at a place in the words."""
        return self.sentence.start + place if self.offsets is None else self.offsets[place]

    def finish(self, place: int) -> int:
        """The offset in the text right after the code point that ends at a place in the words."""
        return self.sentence.start + place if self.offsets is None else self.offsets[place - 1] + 1

    def place_of(self, offset: int) -> int:
        """The place in the words of an offset in the text."""
        if self.offsets is None:
            return offset - self.sentence.start
        return bisect_left(self.offsets, offset)


def read_line(layout: Layout, index: int) -> Line:
    """A sentence of a text as a line."""
    sentence = layout.sentences[index]
    raw = layout.flat[sentence.start : sentence.end]
    if "  " not in raw:
        return Line(index, sentence, layout.lower[sentence.start : sentence.end], raw, None)
    kept: list[int] = []
    place = 0
    for gap in _DOUBLE.finditer(raw):
        kept.extend(range(place, gap.start() + 1))
        place = gap.end()
    kept.extend(range(place, len(raw)))
    lower = layout.lower
    words = "".join(lower[sentence.start + each] for each in kept)
    return Line(index, sentence, words, "".join(raw[each] for each in kept), [sentence.start + each for each in kept])
