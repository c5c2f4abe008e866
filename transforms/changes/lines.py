"""A text as the search for movements sees it: sentences in lower case with every mention blotted out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.mentions.layout import Layout
from transforms.model import Mention, Quantity

LEVEL_ROLES = frozenset({"current", "previous", "projected"})
AMOUNT_KINDS = frozenset({"count", "percent", "points", "money", "factor", "rate"})
_CLAUSE = re.compile(r"[;|]|, (?:while|whilst|whereas|although|though|but)\b|\) (?=and\b)")


@dataclass(slots=True)
class Line:
    """One sentence: ``words`` has its length, with ``#`` for each character of a mention."""

    index: int
    start: int
    end: int
    block: int
    kind: str
    words: str
    mentions: list[int] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)

    def before(self, offset: int) -> str:
        """The words of the sentence up to an offset of the text."""
        return self.words[: max(0, offset - self.start)]

    def after(self, offset: int) -> str:
        """The words of the sentence from an offset of the text."""
        return self.words[max(0, offset - self.start) :]

    def between(self, start: int, end: int) -> str:
        """The words between two offsets of the text."""
        return self.words[max(0, start - self.start) : max(0, end - self.start)]

    def clause(self, offset: int) -> tuple[int, int]:
        """The offsets of the clause around an offset of the text."""
        at = offset - self.start
        begin, stop = 0, len(self.words)
        for match in _CLAUSE.finditer(self.words):
            if match.start() < at:
                begin = match.end()
            else:
                stop = match.start()
                break
        return self.start + begin, self.start + stop


@dataclass(slots=True)
class Page:
    """The lines of a text with its mentions."""

    layout: Layout
    mentions: Sequence[Mention]
    lines: list[Line]
    line_of: dict[int, int]  # index of a mention -> index of its line

    def line(self, mention: int) -> Line:
        """The line in which a mention stands."""
        return self.lines[self.line_of[mention]]


def read_lines(layout: Layout, mentions: Sequence[Mention], quantities: Sequence[Quantity]) -> Page:
    """Spread mentions and quantities over the sentences of a text."""
    chars = list(layout.lower)
    for mention in mentions:
        chars[mention.char_start : mention.char_end] = "#" * (mention.char_end - mention.char_start)
    blotted = "".join(chars)
    lines = [
        Line(index, sentence.start, sentence.end, sentence.block, sentence.kind, blotted[sentence.start : sentence.end])
        for index, sentence in enumerate(layout.sentences)
    ]
    starts = [line.start for line in lines]
    page = Page(layout, mentions, lines, {})
    for index, mention in enumerate(mentions):
        at = bisect_right(starts, mention.char_start) - 1
        if at < 0 or mention.char_start >= lines[at].end:
            continue  # a number outside every sentence (a page number that stands alone) tells no movement
        lines[at].mentions.append(index)
        page.line_of[index] = at
    for quantity in quantities:
        at = bisect_right(starts, quantity.start) - 1
        if quantity.kind in AMOUNT_KINDS and at >= 0 and quantity.end <= lines[at].end:
            lines[at].quantities.append(quantity)
    return page
