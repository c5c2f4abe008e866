"""A text as the search for movements sees it: sentences in lower case with every mention blotted out.

A character of a mention becomes ``#`` where the mention is a level of this place, ``@`` where it is one to compare
with (England, another place, a target).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from transforms.mentions.layout import Layout, Sentence
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
        if isinstance(self.offsets, range):  # most sentences: no search is needed
            return min(max(offset - self.start, 0), len(self.offsets))
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


class Lines(dict[int, Line]):
    """The sentences of a text as lines by index, each taken apart when it is first asked for: most hold no number."""

    def __init__(self, layout: Layout, blotted: str) -> None:
        """Take the sentences, and the text in lower case with every mention blotted out."""
        super().__init__()
        self._sentences = layout.sentences
        self._blotted = blotted

    def __missing__(self, index: int) -> Line:
        line = self[index] = _read_line(self._sentences[index], index, self._blotted)
        return line


@dataclass(slots=True)
class Page:
    """The lines of a text with its mentions."""

    layout: Layout
    mentions: Sequence[Mention]
    lines: Lines
    starts: list[int]  # of the lines
    line_of: dict[int, int] = field(default_factory=dict)  # index of a mention -> index of its line
    quantified: set[int] = field(default_factory=set)  # indices of the lines with quantities

    def line(self, mention: int) -> Line:
        """The line in which a mention stands."""
        return self.lines[self.line_of[mention]]

    def mentioning(self) -> Iterator[Line]:
        """The lines with mentions, in order."""
        return (self.lines[index] for index in sorted(set(self.line_of.values())))


def read_lines(layout: Layout, mentions: Sequence[Mention], quantities: Sequence[Quantity]) -> Page:
    """Spread mentions, which are in the order of the text, and quantities over the sentences of a text."""
    lines = Lines(layout, _blotted(layout.lower, mentions))
    starts = [sentence.start for sentence in layout.sentences]
    page = Page(layout, mentions, lines, starts)
    for index, mention in enumerate(mentions):
        at = bisect_right(starts, mention.char_start) - 1
        if at < 0 or mention.char_start >= layout.sentences[at].end:
            continue  # a number outside every sentence (a page number that stands alone) tells no movement
        lines[at].mentions.append(index)
        lines[at].starts.append(mention.char_start)
        page.line_of[index] = at
    for quantity in quantities:
        if quantity.kind not in AMOUNT_KINDS:
            continue
        at = bisect_right(starts, quantity.start) - 1
        if at >= 0 and quantity.end <= layout.sentences[at].end:
            lines[at].quantities.append(quantity)
            page.quantified.add(at)
    return page


def _blotted(lower: str, mentions: Sequence[Mention]) -> str:
    """The text with every mention blotted out; of two mentions of one number the later one tells the mark."""
    pieces: list[str] = []
    done = len(lower)
    for mention in reversed(mentions):
        end = min(mention.char_end, done)
        mark = "#" if mention.role in LEVEL_ROLES else "@"
        pieces += (lower[end:done], mark * (end - mention.char_start))
        done = min(mention.char_start, done)
    pieces.append(lower[:done])
    return "".join(reversed(pieces))


def _read_line(sentence: Sentence, index: int, blotted: str) -> Line:
    start, end = sentence.start, sentence.end
    words = blotted[start:end]
    offsets: Sequence[int] = range(start, end + 1)
    if "  " in words:
        kept = [at for at in offsets[:-1] if blotted[at] != " " or at == start or blotted[at - 1] != " "]
        words = "".join([blotted[at] for at in kept])
        offsets = [*kept, end]
    return Line(index, start, end, sentence.block, sentence.kind, words, offsets)
