"""A text as the search for movements sees it: sentences in lower case with every mention blotted out.

A character of a mention becomes ``#`` where the mention is a level of this place, ``@`` where it is one to compare
with (England, another place, a target).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.mentions.layout import Layout
from transforms.model import Mention, Quantity

LEVEL_ROLES = frozenset({"current", "previous", "projected"})
AMOUNT_KINDS = frozenset({"count", "percent", "points", "money", "factor", "rate"})
REACH = 400  # characters on either side of a number that can speak of it
_LONGEST_CUT = 12  # what parts two clauses is no longer
_CLAUSE = re.compile(r"[;|]|, (?:while|whilst|whereas|although|though|but)\b|\) (?=and\b)")


@dataclass(slots=True)
class Line:
    """One sentence: ``words`` has single spaces, and ``#`` or ``@`` for each character of a mention.

    ``offsets`` are the offsets in the text of the characters of ``words``, and of its end.
    """

    index: int
    start: int
    end: int
    block: int
    kind: str
    words: str
    offsets: Sequence[int]
    mentions: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)  # of the mentions
    quantities: list[Quantity] = field(default_factory=list)

    def at(self, offset: int) -> int:
        """The place in ``words`` of an offset of the text."""
        return bisect_left(self.offsets, offset)

    def before(self, offset: int) -> str:
        """The words of the sentence up to an offset of the text, as far as they can matter."""
        at = self.at(offset)
        return self.words[max(0, at - REACH) : at]

    def back(self, offset: int, words: str, place: int) -> int:
        """The offset in the text of a place in ``words``, which are those before ``offset``."""
        return self.offsets[self.at(offset) - len(words) + place]

    def after(self, offset: int) -> str:
        """The words of the sentence from an offset of the text, as far as they can matter."""
        at = self.at(offset)
        return self.words[at : at + REACH]

    def between(self, start: int, end: int) -> str:
        """The words between two offsets of the text."""
        return self.words[self.at(start) : self.at(end)]

    def clause(self, offset: int) -> tuple[int, int]:
        """The offsets of the clause around an offset of the text, as far as they can matter."""
        at = self.at(offset)
        begin, stop = max(0, at - REACH), min(len(self.words), at + REACH)
        for match in _CLAUSE.finditer(self.words, begin, min(len(self.words), stop + _LONGEST_CUT)):
            if match.start() < at:
                begin = match.end()
            else:
                stop = min(stop, match.start())
                break
        return self.offsets[begin], self.offsets[stop]

    def near(self, offset: int) -> list[int]:
        """The mentions of the sentence that lie within reach of an offset of the text."""
        return self.mentions[bisect_left(self.starts, offset - REACH) : bisect_right(self.starts, offset + REACH)]


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
        mark = "#" if mention.role in LEVEL_ROLES else "@"
        chars[mention.char_start : mention.char_end] = mark * (mention.char_end - mention.char_start)
    blotted = "".join(chars)
    lines: list[Line] = []
    for index, sentence in enumerate(layout.sentences):
        span: Sequence[int] = range(sentence.start, sentence.end + 1)
        shown = blotted[sentence.start : sentence.end]
        if "  " in shown:
            kept = [at for at in span[:-1] if blotted[at] != " " or at == sentence.start or blotted[at - 1] != " "]
            shown = "".join([blotted[at] for at in kept])
            span = [*kept, sentence.end]
        lines.append(
            Line(
                index,
                sentence.start,
                sentence.end,
                sentence.block,
                sentence.kind,
                shown,
                span,
            )
        )
    starts = [line.start for line in lines]
    page = Page(layout, mentions, lines, {})
    for index, mention in enumerate(mentions):
        at = bisect_right(starts, mention.char_start) - 1
        if at < 0 or mention.char_start >= lines[at].end:
            continue  # a number outside every sentence (a page number that stands alone) tells no movement
        lines[at].mentions.append(index)
        lines[at].starts.append(mention.char_start)
        page.line_of[index] = at
    for quantity in quantities:
        at = bisect_right(starts, quantity.start) - 1
        if quantity.kind in AMOUNT_KINDS and at >= 0 and quantity.end <= lines[at].end:
            lines[at].quantities.append(quantity)
    return page
