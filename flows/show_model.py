"""A document of a release made ready to be shown: its text in blocks, its numbers marked, a note for each row read."""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.errors import WrongUseError
from flows.layout import Layout
from flows.release import find_release
from flows.texts import read_text
from transforms.mentions.layout import Layout as Sentences
from transforms.mentions.layout import read_layout
from transforms.mentions.masking import KIND_OF
from transforms.quantities import read_quantities

Row = dict[str, Any]

# a document may not steer the terminal that shows it
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# what PDF files use as bullets has no glyph elsewhere
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Note:
    """A row that was read, with the words for its codes. ``number`` counts through the document."""

    number: int
    row: Row
    label: str
    topic: str
    authority: str | None

    @property
    def value(self) -> str:
        """The number as it counts: one figure, or both bounds with ``?`` on an open side."""
        low, high = (figure(self.row[end]) for end in ("value_low", "value_high"))
        return low if low == high else f"{low}..{high}"

    @property
    def period(self) -> str | None:
        """The days that the number is for, as one day or first..last; None where they are not settled."""
        start, end = self.row["period_start"], self.row["period_end"]
        if start is None and end is None:
            return None
        return str(end) if start == end else f"{start or ''}..{end or ''}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A number in the text; without notes it states no metric."""

    start: int
    end: int
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, bullet, heading or table row with its marks; blocks cover the text without gap or overlap.

    ``leads`` tells that bullets or rows below cannot be understood without it.
    """

    start: int
    end: int
    marks: tuple[Mark, ...]
    leads: bool

    def pieces(self, text: str) -> Iterable[tuple[str, Mark | None]]:
        """The block's words in order, each with its mark where it is a number."""
        at = self.start
        for mark in self.marks:
            yield text[at : mark.start], None
            yield text[mark.start : mark.end], mark
            at = mark.end
        yield text[at : self.end], None


@dataclass(frozen=True, slots=True)
class Shown:
    """A document to show: its row of ``articles``, its text, the text's blocks, all notes."""

    article: Row
    text: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]


def figure(value: float | None) -> str:
    """Return a number for people: thousands apart, no needless digits, ``?`` for an open side."""
    return "?" if value is None else f"{value:,.6f}".rstrip("0").rstrip(".")


def printable(text: str) -> str:
    """Return a text without control characters: a soft hyphen as a hyphen, a private glyph as a bullet."""
    return _CONTROLS.sub("\ufffd", _PRIVATE.sub("•", text.replace("\x02", "-")))


def load_shown(layout: Layout, doc: str, release: str | None) -> Shown:
    """Return the document ``doc`` (path or article_id) of a release.

    Raises:
        WrongUseError: there is no such release or document; the message names the nearest.
        MachineError: its text is missing.
    """
    folder = find_release(layout, release)
    article = find_article(folder, doc)
    mentions = pq.read_table(folder / "mentions.parquet")
    own = mentions.filter(pc.equal(mentions["article_id"], article["article_id"])).sort_by("char_start").to_pylist()
    metrics = {row["code"]: row for row in pq.read_table(folder / "metrics.parquet").to_pylist()}
    names = {row["gss_code"]: row["name"] for row in pq.read_table(folder / "authorities.parquet").to_pylist()}
    notes = [
        Note(
            number,
            row,
            metrics[row["metric"]]["label"],
            metrics[row["metric"]]["topic"],
            names.get(row["authority"], row["authority"]),
        )
        for number, row in enumerate(own, 1)
    ]
    return show_text(article, read_text(layout.texts, article["text_sha256"]), notes)


def find_article(folder: Path, doc: str) -> Row:
    """Return the row of ``articles`` of a document given by path or article_id; of several versions the newest.

    Raises:
        WrongUseError: the release holds no such document; the message names the nearest.
    """
    articles = pq.read_table(folder / "articles.parquet").to_pylist()
    found = [row for row in articles if doc in (row["doc"], row["article_id"])]
    if not found:
        near = difflib.get_close_matches(doc, [row["doc"] for row in articles], n=3, cutoff=0.3)
        mend = f"did you mean {' or '.join(near)}?" if near else "`turnaround export articles` lists them"
        raise WrongUseError(f"release {folder.name} holds no document {doc}; {mend}")
    return max(found, key=lambda row: (row["newest"], row["article_id"]))


def show_text(article: Row, text: str, notes: Sequence[Note]) -> Shown:
    """Return a text with its notes ready to show."""
    layout = read_layout(text)
    marks = _marks(text, notes)
    starts = _block_starts(layout, marks)
    held: list[list[Mark]] = [[] for _ in starts]
    for mark in marks:
        held[bisect_right(starts, mark.start) - 1].append(mark)
    leading = {bisect_right(starts, at) - 1 for sentence in layout.sentences for at, _ in sentence.lead}
    blocks = tuple(
        Block(start, end, tuple(own), place in leading)
        for place, ((start, end), own) in enumerate(zip(pairwise([*starts, len(text)]), held, strict=True))
    )
    return Shown(article, text, blocks, tuple(notes))


def _marks(text: str, notes: Sequence[Note]) -> list[Mark]:
    """Marks in order and apart: rows on overlapping numbers share one, numbers without a row have one of their own."""
    marks: list[Mark] = []
    for note in sorted(notes, key=lambda each: (each.row["char_start"], each.number)):
        start, end = note.row["char_start"], note.row["char_end"]
        if marks and start < marks[-1].end:
            last = marks.pop()
            marks.append(Mark(last.start, max(last.end, end), (*last.notes, note)))
        else:
            marks.append(Mark(start, end, (note,)))
    taken = [mark.start for mark in marks]
    for quantity in read_quantities(text):
        place = bisect_right(taken, quantity.end - 1) - 1
        if quantity.kind in KIND_OF and (place < 0 or marks[place].end <= quantity.start):
            marks.append(Mark(quantity.start, quantity.end))
    return sorted(marks, key=lambda mark: mark.start)


def _block_starts(layout: Sentences, marks: Sequence[Mark]) -> list[int]:
    """Where blocks begin, at the beginning of a line wherever there is one; never inside a mark."""
    starts = [0]
    earlier = None
    inside = [mark.start for mark in marks]
    for sentence in layout.sentences:
        if earlier is not None and sentence.block != earlier.block:
            line = layout.text.rfind("\n", earlier.end, sentence.start) + 1
            start = line or sentence.start
            place = bisect_right(inside, start) - 1
            if start > starts[-1] and (place < 0 or marks[place].end <= start or marks[place].start == start):
                starts.append(start)
        earlier = sentence
    return starts
