"""The blocks of a text: paragraphs, bullets, headings and table rows, put together from its lines.

Lines that a PDF wraps are joined, page numbers that stand alone on a line are passed over, and footnotes at the foot of
a page are marked as such, so that a list may go on behind them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from operator import add

BULLETS = "•●▪■◼◦‣∙·*\uf06e\uf02d\uf0a7\uf0b7\uf0be\uf0d8\uf0fc\uf076o"
UNMARKED = " "  # stands for the glyph of an item that has none
_STRONG_BULLETS = BULLETS.replace("o", "").replace("*", "").replace("·", "")
_BULLET = re.compile(
    rf"[ \t]*(?:(?P<glyph>[{re.escape(_STRONG_BULLETS)}\ue000-\uf8ff])[ \t]*"
    r"|(?P<weak>[-–—\u2212*·o])[ \t]+(?=\S))"
)
# "72. The quality of", "33.1 At 31 October", "(a) Demand."; "09/19 Apologies"; but "120 (31%) live outside"
_NUMBERED = re.compile(
    r"[ \t]*(?:\d{1,3}(?:\.\d{1,2}){0,2}[.)]?[ \t]+(?=[A-Z\"'“‘£\d]|\((?!(?:or |about )?\d))|\([a-z]{1,3}\)[ \t]+|"
    r"\d{1,3}/\d\d[ \t]+(?=[A-Z]))"
)
_NUMBER_ALONE = re.compile(r"[ \t]*(?:Page[ \t]+)?\d{1,3}(?:[ \t]+of[ \t]+\d{1,3})?[ \t]*\Z", re.IGNORECASE)
# "2 The local authority was given", "[1] These are": the mark that opens a footnote
_NOTE_MARK = re.compile(r"[ \t]*(?:\d{1,2}|\[\d{1,2}\])[ \t]*(?=[A-Z])")
_RUNNING_HEAD = re.compile(r".*\bInspection of .{4,90}? [ \t]*\d{0,3}[ \t]*\Z")
# "|---|---|": the line under the header of a table
_RULER = re.compile(r"[ \t]*\|[ \t|:+=-]*\Z")
TERMINAL = re.compile(r"[.?!:;][\"')\]”’]*\d{0,2}[ \t]*\Z")
_LEADS_IN = re.compile(r":\d{0,2}[ \t]*\Z")
_INDENTED = re.compile(r" (?=\S)")
_INSPECTION = "Inspection of "
_WRAPPED_WIDTH = 112
_STUB, _FEWEST = 30, 4  # code points of a line that says nothing of the width, longer lines that do
_SHORT = 14  # code points of a line that may be a page number
_ITEM_LINES = 3  # lines within which the first item of a list without marks ends with a semicolon

_Line = tuple[int, int, str, str]  # where it begins and ends, as printed, without the white space around it


@dataclass(slots=True)
class Block:
    """Lines that belong together. ``glyph`` is that of a bullet, else empty."""

    start: int
    end: int
    kind: str  # paragraph, bullet, row
    glyph: str
    content: int  # where the words begin, after a bullet or number
    apart: bool  # whether a blank line or a number of its own sets it apart from the block before
    note: bool = False  # whether it is a footnote


def read_blocks(text: str) -> list[Block]:
    """The blocks of a text in its order. Linear in the text; never raises."""
    lines = _lines(text)
    reader = _Reader(text, lines)
    for number, line in enumerate(lines):
        reader.read(number, line)
    return reader.blocks


def _lines(text: str) -> list[_Line]:
    raws = text.splitlines()
    starts = list(accumulate(map(len, text.splitlines(keepends=True)), initial=0))[:-1]
    return list(zip(starts, map(add, starts, map(len, raws)), raws, map(str.strip, raws), strict=True))


def _ninth_tenth(lengths: list[int]) -> int:
    """The length, of sorted ones, that nine in ten do not pass."""
    return lengths[(len(lengths) * 9) // 10]


def _is_running_head(line: str) -> bool:
    return _RUNNING_HEAD.match(line) is not None and line.rstrip()[-1:].isdigit()


def _unbarred(text: str, start: int, end: int) -> tuple[int, int]:
    """A row without the bars that open and close it, where both do: "| Vacancy rate | 12% |"."""
    row = text[start:end].strip()
    if not (row.startswith("|") and row.endswith("|") and len(row) > 1):
        return start, end
    return text.index("|", start) + 1, text.rindex("|", start, end)


def _unmarked_items(lines: list[_Line]) -> frozenset[int]:
    """The lines that open an item of a list whose bullets were lost.

    After a colon such items are told by one space before each, or by the semicolons that end them.
    """
    items: set[int] = set()
    listing, waiting, gap, before = False, False, False, ""
    for number, (_, _, raw, body) in enumerate(lines):
        if not body or (len(raw) < _SHORT and _NUMBER_ALONE.match(raw)):
            gap = gap or not body
            continue
        led = ":" in before[-3:] and _LEADS_IN.search(before) is not None
        if led or listing or waiting:
            indented = _INDENTED.match(raw) is not None
            if _BULLET.match(raw):
                listing = waiting = False
            elif led:
                listing = indented or _ends_items(lines[number : number + _ITEM_LINES])
                waiting = gap and not listing  # a footnote may stand before the first item
            elif waiting and indented:
                listing = True
            if listing and (led or indented or before.endswith(";")):
                items.add(number)
        before, gap = body, False
    return frozenset(items)


def _ends_items(lines: list[_Line]) -> bool:
    """Whether one of the lines of a first item ends with a semicolon."""
    for _, _, raw, body in lines:
        if not body or _BULLET.match(raw):
            return False
        if body.endswith(";"):
            return True
    return False


class _Reader:
    """Puts the lines of one text together, one after the other."""

    def __init__(self, text: str, lines: list[_Line]) -> None:
        self._text = text
        lengths = sorted(len(raw) for _, _, raw, _ in lines if raw)
        long = lengths[bisect_right(lengths, _STUB) :]
        self._wrapped = len(long) >= _FEWEST and _ninth_tenth(long) <= _WRAPPED_WIDTH
        self._items = _unmarked_items(lines) if self._wrapped else frozenset()
        self._width = _ninth_tenth(lengths) if lengths else 0
        self._headed = self._wrapped and _INSPECTION in text
        self._before: str | None = None  # the line before, without the white space at its end
        self._gap = False
        self._marked = False  # whether a number alone on the line before may be the mark of a footnote
        self.blocks: list[Block] = []

    def read(self, number: int, line: _Line) -> None:
        """Read the next line."""
        start, end, raw, body = line
        if not body:
            self._gap = True
            return
        # most lines open with a letter and are spared the patterns
        opening = body[0] if raw[0] == body[0] else raw.lstrip(" \t")[0]
        if self._is_passed_over(raw, opening):
            return
        item = number in self._items
        bullet = None if item or (opening.isalpha() and opening != "o") else _BULLET.match(raw)
        opens_number = bullet is None and not item and (opening == "(" or opening.isdecimal())
        numbered = _NUMBERED.match(raw) if opens_number else None
        if not bullet and not item and self._joins(raw, body, numbered=numbered is not None):
            self.blocks[-1].end = end
        elif item:
            content = start + len(raw) - len(raw.lstrip())
            self.blocks.append(Block(start, end, "bullet", UNMARKED, content, self._gap))
        else:
            self._open(line, bullet, numbered)
        self._before, self._gap, self._marked = raw.rstrip(), False, False

    def _is_passed_over(self, raw: str, opening: str) -> bool:
        """Whether a line is the ruler of a table, a running head, a page number or a raised mark on its own."""
        if opening == "|" and _RULER.match(raw):
            return True
        if not self._wrapped:
            return False
        if len(raw) < _SHORT and _NUMBER_ALONE.match(raw):
            self._marked = True
            return True
        return self._headed and len(raw) < 130 and _INSPECTION in raw and _is_running_head(raw)

    def _joins(self, raw: str, body: str, *, numbered: bool) -> bool:
        """Whether a line goes on in the block before."""
        before = self._before
        if not self._wrapped or before is None or not self.blocks:
            return False
        goes_on = body[0].islower()
        if self.blocks[-1].kind == "row" or " | " in raw or (self._gap and not goes_on):
            return False
        if numbered and TERMINAL.search(before):
            return False
        if goes_on or body[0] in "(%,;" or before.endswith((",", "(", "-", "–", "\x02", "’")):
            return True
        return len(before) > self._width * 0.8 if TERMINAL.search(before) else len(before) >= self._width * 0.6

    def _open(self, line: _Line, bullet: re.Match[str] | None, numbered: re.Match[str] | None) -> None:
        """Begin a block."""
        start, end, raw, _ = line
        glyph, content, kind, stop = "", start, "paragraph", end
        if bullet:
            glyph, content, kind = bullet["glyph"] or bullet["weak"], start + bullet.end(), "bullet"
        elif numbered:
            content = start + numbered.end()
        if " | " in raw:
            kind = "row"
            content, stop = _unbarred(self._text, content, end)
        note = kind == "paragraph" and self._is_note(raw)
        self.blocks.append(Block(start, stop, kind, glyph, content, self._gap or numbered is not None, note))

    def _is_note(self, raw: str) -> bool:
        """Whether a paragraph has the mark of a footnote, below a blank line or another footnote."""
        below = self._gap or (bool(self.blocks) and self.blocks[-1].note)
        return below and (self._marked or _NOTE_MARK.match(raw) is not None)
