"""The shape of a text: its blocks taken apart into sentences, headings, bullets and table rows.

Works on a flat copy of the text that has the same length (one code point for one code point), so that every offset
holds in both. A bullet knows the words that lead it in ("Of this number:").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from transforms.mentions.blocks import TERMINAL, Block, read_blocks

# one code point for another, so that offsets hold; str.replace is several times faster than str.translate
_SAME_LENGTH = (
    *((char, " ") for char in "\n\r\t\f\v\u00a0\u2009\u202f"),
    *((char, "'") for char in "\u2019\u2018\u02bc"),
    *((char, '"') for char in "\u201c\u201d"),
    *((char, "-") for char in "\u2010\u2011\x02\ufffe\u00ad"),
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:Cllrs?|Coun|Mr|Mrs|Ms|Dr|Prof|Rev|Sir|St|Hon|Gen|Lt|Col|Sgt|No|Nos|Fig|figs?|para|"
    r"paras|pp?|approx|eg|ie|etc|vs|cf|al|Inc|Ltd|Co|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)"
    r"|\b[A-Z]|\be\.g|\bi\.e|\ba\.m|\bp\.m)\.\Z"
)
# a full stop may be glued to the next sentence or to a footnote mark: "averaged 18.The target", "area.2 The"
# ("17.2 (18.9)" is a number with its decimals)
# (the set without a repeat in front lets the engine look for its characters at once)
_SENTENCE_END = re.compile(r"[.?!][.?!]*[\"')\]]*(?:(?<!\d\.)\d{1,2})?(?:\s+(?=[\"'(\[]*[A-Z0-9£\"'])|(?=[A-Z][a-z]))")
_LONGEST_SENTENCE = 2000

_Span = tuple[int, int]


@dataclass(slots=True)
class Sentence:
    """A stretch of text that says one thing. ``lead`` are the spans of the words that lead a bullet or row in."""

    start: int
    end: int
    block: int
    kind: str  # sentence, heading, bullet, row
    lead: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class Layout:
    """A text taken apart."""

    text: str
    flat: str
    lower: str
    sentences: list[Sentence] = field(default_factory=list)


def flatten(text: str) -> str:
    """The text with line breaks as spaces and typographic quotes as plain ones; the length stays."""
    for char, plain in _SAME_LENGTH:
        text = text.replace(char, plain)
    return text


def lower(flat: str) -> str:
    """Lower case of the same length (a few letters such as İ grow when lowered; those stay)."""
    result = flat.lower()
    if len(result) == len(flat):
        return result
    return "".join(low if len(low := char.lower()) == 1 else char for char in flat)


def _split(flat: str, start: int, end: int) -> list[_Span]:
    spans: list[_Span] = []
    begin = start
    for match in _SENTENCE_END.finditer(flat, start, end):
        stop, cut = match.start() + 1, match.end()
        if flat[stop - 1] == "." and _ABBREVIATED.search(flat, max(begin, stop - 9), stop):
            continue
        spans.append((begin, _rstrip(flat, begin, cut)))
        begin = cut
    if flat[begin:end].strip():
        spans.append((begin, _rstrip(flat, begin, end)))
    if any(high - low > _LONGEST_SENTENCE for low, high in spans):
        spans = [piece for low, high in spans for piece in _chopped(flat, low, high)]
    return [(_lstrip(flat, low, high), high) for low, high in spans]


def _chopped(flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch without sentence ends in pieces that a person could read, cut at spaces where there are any."""
    while end - start > _LONGEST_SENTENCE:
        cut = flat.rfind(" ", start + _LONGEST_SENTENCE // 2, start + _LONGEST_SENTENCE)
        stop = cut if cut > start else start + _LONGEST_SENTENCE
        yield start, stop
        start = stop
    yield start, end


def _rstrip(flat: str, start: int, end: int) -> int:
    while end > start and flat[end - 1] == " ":
        end -= 1
    return end


def _lstrip(flat: str, start: int, end: int) -> int:
    while start < end and flat[start] == " ":
        start += 1
    return start


_LEAD_END = re.compile(r"[:–-]\d{0,2}\s*\Z")
_VERBLESS_LEAD = re.compile(r"(?:in|over|during|at|as at|between|since|of|for) [^.]{3,60}\Z", re.IGNORECASE)
# "19% are eligible for a free school meal. For children … this breaks down as follows:"
_BROKEN_DOWN = re.compile(r"\b(?:this|these|that|it|they) (?:breaks?|is broken|are broken) down\b", re.IGNORECASE)
_NOTES = 2  # paragraphs that may stand between two bullets of one list
_HEADING, _SHORT_LEAD = 110, 64  # code points of a heading, of a lead-in without a verb


class _Leads:
    """The words that lead in the bullets and rows to come, from the outermost list to the innermost."""

    def __init__(self) -> None:
        self._open: list[tuple[str, _Span]] = []  # glyph of the leading block, its last sentence
        self._suspended: list[tuple[str, _Span]] = []
        self._waiting: list[tuple[str, _Span]] = []  # led in nothing yet: a footnote came first
        self._glyph, self._paragraphs = "", 0

    @property
    def spans(self) -> tuple[_Span, ...]:
        """The leads that hold now."""
        return tuple(span for _, span in self._open)

    def enter(self, block: Block, before: Block | None) -> None:
        """Come to the next block: a paragraph breaks a list off, a bullet goes on with one or ends it."""
        if block.kind == "paragraph":
            self._enter_paragraph(block, before)
        elif block.kind == "bullet":
            self._enter_bullet(block.glyph)
        elif self._open and self._open[-1][0] not in ("", "row"):
            self._open = []

    def _enter_paragraph(self, block: Block, before: Block | None) -> None:
        if not block.note:
            self._waiting = []
        if not block.apart and before is not None and before.kind == "row":
            return  # words right below a table go on under its heading
        self._suspended, self._open = self._open or self._suspended, []
        self._paragraphs += 1

    def _enter_bullet(self, glyph: str) -> None:
        if self._waiting and self._waiting[-1][0] != glyph:
            self._open = self._waiting
        elif self._suspended and self._paragraphs <= _NOTES and glyph == self._glyph and not self._open:
            self._open = self._suspended  # a footnote at the foot of a page stands between two bullets of one list
        self._suspended, self._waiting = [], []
        self._glyph, self._paragraphs = glyph, 0
        # back to the level of an earlier bullet of the same kind: what that one led in has ended
        marks = [mark for mark, _ in self._open]
        self._open = self._open[: marks.index(glyph)] if glyph in marks else self._open

    def lead_in(self, block: Block, following: Block, span: _Span) -> None:
        """Let the last sentence of a block lead in what follows, or what follows the footnote between."""
        if following.note:
            self._waiting = [*self._open, (block.glyph, span)]
        else:
            self._open = [*self._open, (block.glyph, span)]


def read_layout(text: str) -> Layout:
    """Take a text apart into sentences with their lead-ins. Linear in the text; never raises."""
    flat = flatten(text)
    layout = Layout(text, flat, lower(flat))
    blocks = read_blocks(text)
    leads = _Leads()
    before: Block | None = None
    for number, block in enumerate(blocks):
        spans = _split(flat, block.content, block.end)
        if spans:
            leads.enter(block, before)
            inherited = leads.spans
            kind = _kind(flat, block, spans)
            layout.sentences += [Sentence(start, end, number, kind, inherited) for start, end in spans]
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            if following is not None and _leads_in(flat, block, kind, following, spans[-1]):
                leads.lead_in(block, following, _lead(flat, spans))
        before = block
    return layout


def _lead(flat: str, spans: list[_Span]) -> _Span:
    """The last sentence of a block; with the one before, where it only says how that one is broken down."""
    start, end = spans[-1]
    whole = len(spans) > 1 and _BROKEN_DOWN.search(flat, start, end) is not None
    return (spans[-2][0] if whole else start), end


def _kind(flat: str, block: Block, spans: list[_Span]) -> str:
    """The kind of the sentences of a block."""
    if block.kind != "paragraph":
        return block.kind
    start, end = spans[0]
    short = len(spans) == 1 and end - start < _HEADING
    return "heading" if short and not TERMINAL.search(flat[max(start, end - 6) : end]) else "sentence"


def _leads_in(flat: str, block: Block, kind: str, following: Block, span: _Span) -> bool:
    """Whether the last sentence of a block leads in the bullets or rows that follow, a footnote set aside."""
    start, end = span
    ends_open = bool(_LEAD_END.search(flat[max(start, end - 5) : end]))
    if following.note:
        return ends_open and not block.note
    if following.kind not in ("bullet", "row") or (following.glyph == block.glyph and following.kind == block.kind):
        return False
    verbless = end - start < _SHORT_LEAD and _VERBLESS_LEAD.match(flat, start, end) is not None
    return ends_open or verbless or (kind == "heading" and following.kind == "row")
