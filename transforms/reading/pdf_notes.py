"""Raised digits and footnotes of a PDF page, told from numbers by the size of their type.

A digit that is raised is set at 0.57 to 0.67 of the size of the letter before it; every other digit at 1.00 (measured
on all of Ofsted's reports). Some writers of PDF raise a digit without making it smaller. Left in place it changes a
number ("56,2002 children" is 56,200 and note 2).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from transforms.reading.pdf_glyphs import Glyphs
from transforms.reading.pdf_pages import PageText

RAISED = 0.85
HIGH = 0.2
SMALL_PRINT = 0.95
MAX_MARK = 3
# "[2]" or digits; begins with a set, which the engine of ``re`` looks for at once, and then asks which it was
_MARK = re.compile(r"[\[0-9](?:(?<=[0-9])[0-9]*|(?<=\[)[0-9]{1,2}\])")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_VISIBLE = re.compile(r"\S")
_LONE_NUMBER = re.compile(r"\s*\d{1,4}\s*\Z")
# PDFium breaks the line behind a raised digit: "special schools3\r\n, of whom"
_BROKEN_AFTER = re.compile(r"[ ]*\r?\n[ ]*(?=[,.;:)])")
_REST_OF_LINE = re.compile(r"[ ]*(?:\r\n|\r|\n)?")
SIZE_SAMPLES = 40

Span = tuple[int, int]


def split_notes(raw: str, glyphs: Glyphs) -> PageText:
    """Return the lines of a page and, apart from them, its footnotes; the marks of the notes are cut.

    ``raw`` is the page as PDFium gives it, ``glyphs`` tells of each of its characters how it is drawn.
    """
    cuts: list[Span] = []
    starts: list[Span] = []
    for match in _MARK.finditer(raw):
        span = _raised(raw, match.start(), match.end(), glyphs)
        opens = _opens_line(raw, match.start())
        if span is not None:
            cuts.append(span)
        if opens and (span is not None or _may_open_note(raw, match.start(), match.end(), glyphs)):
            starts.append(span or match.span())
    if not cuts and not starts:
        return PageText(tuple(raw.splitlines()), ())
    notes = _notes(raw, starts, set(cuts), glyphs) if starts else []
    cuts = sorted({*cuts, *(span for span in starts if any(span[0] == note[0] for note in notes))})
    return _apart(raw, [_widen(raw, span) for span in cuts], notes)


def _opens_line(raw: str, at: int) -> bool:
    """Return whether only spaces stand before ``at`` in its line."""
    at -= 1
    while at >= 0 and raw[at] == " ":
        at -= 1
    return at < 0 or raw[at] in "\r\n"


def _raised(raw: str, start: int, end: int, glyphs: Glyphs) -> Span | None:
    """Return the part of the mark or number ``raw[start:end]`` that is raised, or None."""
    if end - start > 1 and raw[start] != "[" and _is_above(start, end - 1, glyphs):
        start = next((at for at in range(start + 1, end) if _is_above(at - 1, at, glyphs)), end)
    elif start > 0 and not raw[start - 1].isspace():
        if not _is_above(start - 1, end - 1, glyphs):
            return None
    elif not _stands_small(raw, start, end, glyphs):
        return None
    is_fraction = raw[end : end + 1] in ("/", "\u2044") and end < len(raw)
    longest = MAX_MARK + 1 if raw[start : start + 1] == "[" else MAX_MARK
    return (start, end) if 0 < end - start <= longest and not is_fraction else None


def _is_above(before: int, at: int, glyphs: Glyphs) -> bool:
    """Return whether the character at ``at`` is smaller than the one at ``before``, or drawn above its line."""
    size = glyphs.size(before)
    return glyphs.size(at) < RAISED * size or HIGH * size < glyphs.rise(at, before) < size


def _stands_small(raw: str, start: int, end: int, glyphs: Glyphs) -> bool:
    """Return whether digits between spaces or at a line's start are smaller than the text on each side of them."""
    last = glyphs.size(end - 1)
    after = _VISIBLE.search(raw, end)
    if after is None or not last < RAISED * glyphs.size(after.start()):
        return False
    before = start - 1
    while before >= 0 and raw[before] == " ":
        before -= 1
    return before < 0 or raw[before] in "\r\n" or last < RAISED * glyphs.size(before)


def _above(raw: str, start: int) -> int | None:
    """Return the offset of the last visible character before ``start``, or None."""
    before = start - 1
    while before >= 0 and raw[before].isspace():
        before -= 1
    return before if before >= 0 else None


def _may_open_note(raw: str, start: int, end: int, glyphs: Glyphs) -> bool:
    """Return whether digits at a line's start that are not raised, but smaller than the line before, may be a mark."""
    text = _VISIBLE.search(raw, end)
    before = _above(raw, start)
    return (
        end - start <= 2
        and text is not None
        and text.start() > end
        and text.group().isupper()
        and before is not None
        and glyphs.size(start) < SMALL_PRINT * glyphs.size(before)
    )


def _notes(raw: str, starts: list[Span], raised: set[Span], glyphs: Glyphs) -> list[Span]:
    """Return the footnotes: each from its mark to the next one, or to where larger print goes on.

    Small print is smaller than most of the page or, on a page with more notes than text, than what stands above the
    first note. A note that only the latter tells, or whose mark is not raised, must close its page, or it is a table
    in small print.
    """
    body = _body_size(raw, glyphs)
    notes: list[Span] = []
    above = body
    limits = [*(start for start, _ in starts[1:]), len(raw)]
    for (start, end), limit in zip(starts, limits, strict=True):
        if not notes or notes[-1][1] != start:
            before = _above(raw, start)
            above = body if before is None else max(body, glyphs.size(before))
        text = _VISIBLE.search(raw, end, limit)
        if text is None or not glyphs.size(text.start()) < SMALL_PRINT * above:
            continue
        is_small = glyphs.size(text.start()) < SMALL_PRINT * body
        stop = _note_end(raw, text.start(), limit, SMALL_PRINT * (body if is_small else above), glyphs)
        if ((start, end) in raised and is_small) or (text.group().isupper() and _closes_page(raw, stop, limit)):
            notes.append((start, stop))
    return notes


def _closes_page(raw: str, stop: int, limit: int) -> bool:
    """Return whether nothing but a page number or the next note follows ``stop``."""
    return stop == limit or not raw[stop:].strip() or _LONE_NUMBER.match(raw, stop) is not None


def _note_end(raw: str, start: int, limit: int, below: float, glyphs: Glyphs) -> int:
    """Return where the lines of small print from ``start`` end: at a page number, larger type or ``limit``."""
    while start < limit:
        line = _LINE.match(raw, start, limit)
        stop = line.end() if line else limit
        first = _VISIBLE.search(raw, start, stop)
        if first is not None and (_LONE_NUMBER.match(raw, start, stop) or not glyphs.size(first.start()) < below):
            return start
        start = max(stop, start + 1)
    return limit


def _body_size(raw: str, glyphs: Glyphs) -> float:
    """Return the commonest size of type among letters sampled over the page."""
    letters = [match.start() for match in re.finditer(r"[A-Za-z]{3}", raw)]
    sample = letters[:: max(1, len(letters) // SIZE_SAMPLES)]
    counted = Counter(round(glyphs.size(at), 1) for at in sample)
    return max(counted.items(), key=lambda item: (item[1], item[0]))[0] if counted else 0.0


def _widen(raw: str, span: Span) -> Span:
    """Return ``span`` with the white space that stood there for the mark's sake."""
    start, end = span
    if _opens_line(raw, start):
        rest = _REST_OF_LINE.match(raw, end)
        return start, rest.end() if rest else end
    broken = _BROKEN_AFTER.match(raw, end)
    return start, broken.end() if broken else end


def _apart(raw: str, cuts: list[Span], notes: list[Span]) -> PageText:
    """Return the page without ``cuts``, its ``notes`` apart from the flow."""
    flow: list[str] = []
    apart: list[str] = []
    at = 0
    for start, stop in notes:
        flow.append(_cut(raw, at, start, cuts))
        apart.append(" ".join(_cut(raw, start, stop, cuts).split()))
        at = stop
    flow.append(_cut(raw, at, len(raw), cuts))
    return PageText(tuple("".join(flow).splitlines()), tuple(filter(None, apart)))


def _cut(raw: str, start: int, stop: int, cuts: list[Span]) -> str:
    """Return ``raw[start:stop]`` without the spans of ``cuts`` (in order of their starts)."""
    kept: list[str] = []
    first = bisect_left(cuts, (start, start))
    for begin, end in cuts[first:]:
        if begin >= stop:
            break
        kept.append(raw[start : max(start, begin)])
        start = max(start, end)
    return "".join([*kept, raw[start:stop]])
