"""The shape of a text: blocks, bullets, headings, table rows and sentences.

Works on a flat copy of the text that has the same length (one code point for one code point), so that every offset
holds in both. Lines that a PDF wraps are joined, page numbers that stand alone on a line are passed over, and a
bullet knows the words that lead it in ("Of this number:").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

BULLETS = "•●▪■◼◦‣∙·*\uf06e\uf02d\uf0a7\uf0b7\uf0be\uf0d8\uf0fc\uf076o"
_STRONG_BULLETS = BULLETS.replace("o", "").replace("*", "").replace("·", "")
# one code point for another, so that offsets hold; str.replace is several times faster than str.translate
_SAME_LENGTH = (
    *((char, " ") for char in "\n\r\t\f\v\u00a0\u2009\u202f"),
    *((char, "'") for char in "\u2019\u2018\u02bc"),
    *((char, '"') for char in "\u201c\u201d"),
    *((char, "-") for char in "\u2010\u2011\x02\ufffe\u00ad"),
)
_BULLET = re.compile(
    rf"[ \t]*(?:(?P<glyph>[{re.escape(_STRONG_BULLETS)}\ue000-\uf8ff])[ \t]*|(?P<weak>[-–—*·o])[ \t]+(?=\S))"
)
# "72. The quality of", "33.1 At 31 October", "(a) Demand."; "09/19 Apologies"; but "120 (31%) live outside"
_NUMBERED = re.compile(
    r"[ \t]*(?:\d{1,3}(?:\.\d{1,2}){0,2}[.)]?[ \t]+(?=[A-Z\"'“‘£\d]|\((?!(?:or |about )?\d))|\([a-z]{1,3}\)[ \t]+|"
    r"\d{1,3}/\d\d[ \t]+(?=[A-Z]))"
)
_NUMBER_ALONE = re.compile(r"[ \t]*(?:Page[ \t]+)?\d{1,3}(?:[ \t]+of[ \t]+\d{1,3})?[ \t]*\Z", re.IGNORECASE)
_RUNNING_HEAD = re.compile(r".*\bInspection of .{4,90}? [ \t]*\d{0,3}[ \t]*\Z")
# "|---|---|": the line under the header of a table
_RULER = re.compile(r"[ \t]*\|[ \t|:+=-]*\Z")
_TERMINAL = re.compile(r"[.?!:;][\"')\]”’]*\d{0,2}[ \t]*\Z")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Cllrs?|Coun|Mr|Mrs|Ms|Dr|Prof|Rev|Sir|St|Hon|Gen|Lt|Col|Sgt|No|Nos|Fig|figs?|para|"
    r"paras|pp?|approx|eg|ie|etc|vs|cf|al|Inc|Ltd|Co|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)"
    r"|\b[A-Z]|\be\.g|\bi\.e|\ba\.m|\bp\.m)\.\Z"
)
# a full stop may be glued to the next sentence or to a footnote mark: "averaged 18.The target", "area.2 The"
# ("17.2 (18.9)" is a number with its decimals)
_SENTENCE_END = re.compile(r"[.?!]+[\"')\]]*(?:(?<!\d\.)\d{1,2})?(?:\s+(?=[\"'(\[]*[A-Z0-9£\"'])|(?=[A-Z][a-z]))")
_WRAPPED_WIDTH = 112
_LONGEST_SENTENCE = 2000


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


@dataclass(slots=True)
class _Block:
    start: int
    end: int
    kind: str  # paragraph, bullet, heading, row
    glyph: str
    content: int  # where the words begin, after a bullet or number
    apart: bool  # whether a blank line or a number of its own sets it apart from the block before


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


def _is_wrapped(lines: list[tuple[int, int]]) -> bool:
    lengths = sorted(end - start for start, end in lines if end - start > 30)
    if len(lengths) < 4:
        return False
    return lengths[(len(lengths) * 9) // 10] <= _WRAPPED_WIDTH


def _continues(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether a wrapped line goes on in the next one."""
    body = text[line[0] : line[1]].rstrip()
    after = text[following[0] : following[1]].lstrip()
    if not after:
        return False
    if after[0].islower() or after[0] in "(%" or body.endswith((",", "(", "-", "–", "\x02", "’")):
        return True
    length = len(body)
    if _TERMINAL.search(body):
        return length > width * 0.8
    return length >= width * 0.6


def _blocks(text: str) -> list[_Block]:
    lines: list[tuple[int, int]] = []
    position = 0
    for line in text.splitlines(keepends=True):
        lines.append((position, position + len(line.rstrip("\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029"))))
        position += len(line)
    wrapped = _is_wrapped(lines)
    lengths = sorted(end - start for start, end in lines if end > start)
    width = lengths[(len(lengths) * 9) // 10] if lengths else 0
    blocks: list[_Block] = []
    current: _Block | None = None
    last: tuple[int, int] | None = None
    gap = False
    for span in lines:
        start, end = span
        raw = text[start:end]
        if not raw.strip():
            gap = True
            continue
        opening = raw.lstrip(" \t")[0]  # most lines open with a letter and are spared the patterns
        if opening == "|" and _RULER.match(raw):
            continue
        if wrapped and len(raw) < 14 and _NUMBER_ALONE.match(raw):
            continue  # a page number or a raised footnote mark on a line of its own
        if wrapped and len(raw) < 130 and "Inspection of " in raw and _is_running_head(raw):
            continue
        bullet = None if opening.isalpha() and opening != "o" else _BULLET.match(raw)
        numbered = _NUMBERED.match(raw) if bullet is None and (opening == "(" or opening.isdecimal()) else None
        joins = (
            wrapped
            and current is not None
            and last is not None
            and current.kind != "row"
            and " | " not in raw
            and not bullet
            and (not gap or text[start:end].lstrip()[:1].islower())
            and not (numbered and _TERMINAL.search(text[last[0] : last[1]].rstrip()))
            and _continues(text, last, span, width)
        )
        if joins and current is not None:
            current.end = end
        else:
            glyph = ""
            content = start
            kind = "paragraph"
            if bullet:
                glyph, content, kind = bullet["glyph"] or bullet["weak"], start + bullet.end(), "bullet"
            elif numbered:
                content = start + numbered.end()
            stop = end
            if " | " in raw:
                kind = "row"
                content, stop = _unbarred(text, content, end)
            current = _Block(start, stop, kind, glyph, content, gap or numbered is not None)
            blocks.append(current)
        last, gap = span, False
    return blocks


def _is_running_head(line: str) -> bool:
    return _RUNNING_HEAD.match(line) is not None and line.rstrip()[-1:].isdigit()


def _unbarred(text: str, start: int, end: int) -> tuple[int, int]:
    """A row without the bars that open and close it, where both do: "| Vacancy rate | 12% |"."""
    row = text[start:end].strip()
    if not (row.startswith("|") and row.endswith("|") and len(row) > 1):
        return start, end
    return text.index("|", start) + 1, text.rindex("|", start, end)


def _split(flat: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _SENTENCE_END.finditer(flat, start, end):
        stop = match.start() + 1
        if _ABBREVIATED.search(flat, max(begin, match.start() - 8), stop):
            continue
        cut = match.end()
        if flat[begin:cut].strip():
            spans.append((begin, _rstrip(flat, begin, cut)))
        begin = cut
    if flat[begin:end].strip():
        spans.append((begin, _rstrip(flat, begin, end)))
    return [(_lstrip(flat, low, high), high) for a, b in spans for low, high in _chopped(flat, a, b)]


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


def read_layout(text: str) -> Layout:
    """Take a text apart into sentences with their lead-ins. Linear in the text; never raises."""
    flat = flatten(text)
    layout = Layout(text, flat, lower(flat))
    blocks = _blocks(text)
    leads: list[tuple[str, tuple[tuple[int, int], ...]]] = []  # glyph of the leading block, spans
    suspended: list[tuple[str, tuple[tuple[int, int], ...]]] = []
    glyph, paragraphs = "", 0
    for number, block in enumerate(blocks):
        spans = _split(flat, block.content, block.end)
        if not spans:
            continue
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if block.kind == "paragraph" and not block.apart and number and blocks[number - 1].kind == "row":
            pass  # words right below a table go on under its heading
        elif block.kind == "paragraph":
            suspended, leads = leads or suspended, []
            paragraphs += 1
        elif block.kind == "bullet" and suspended:
            # a footnote at the foot of a page stands between two bullets of one list
            if paragraphs <= 2 and block.glyph == glyph and not leads:
                leads = suspended
            suspended = []
        if block.kind == "bullet":
            glyph, paragraphs = block.glyph, 0
        if block.kind == "paragraph":
            pass
        elif block.kind == "bullet":
            # back to the level of an earlier bullet of the same kind: what that one led in has ended
            leads = leads[: next((place for place, (mark, _) in enumerate(leads) if mark == block.glyph), len(leads))]
        elif block.kind == "row" and leads and leads[-1][0] not in ("", "row"):
            leads = []
        inherited = tuple(span for _, lead in leads for span in lead)
        for position, (start, end) in enumerate(spans):
            kind = "sentence" if block.kind == "paragraph" else block.kind
            if (
                kind == "sentence"
                and len(spans) == 1
                and not _TERMINAL.search(flat[max(start, end - 6) : end])
                and end - start < 110
            ):
                kind = "heading"
            is_last = position == len(spans) - 1
            layout.sentences.append(Sentence(start, end, number, kind, inherited))
            if is_last and following is not None and following.kind in ("bullet", "row"):
                tail = flat[max(start, end - 5) : end]
                nested = following.glyph != block.glyph or following.kind != block.kind
                verbless = end - start < 64 and _VERBLESS_LEAD.match(flat, start, end)
                if nested and (_LEAD_END.search(tail) or verbless or (kind == "heading" and following.kind == "row")):
                    leads.append((block.glyph, ((start, end),)))
    return layout
