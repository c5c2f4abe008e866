"""The sentences that can tell an event, as words with single spaces and the places that they have in the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.mentions.dating import Calendar
from transforms.mentions.layout import Layout, Sentence

_DOUBLE = re.compile(r"  +")
# the sentences that hold one of these are read; plain words, which a text is searched for faster than for a pattern
_CUES = (
    "inspect", "ofsted", "visit", "watchdog", "regulator", "judged", "judgement", "rated", "rating", "graded",
    "rates ", "inadequate", "outstanding", "improvement to be", "require improvement", "requires improvement",
    "failing", "failed", " good", "'good", "overall effectiveness", "notice", "special measures", "direct",
    "interven", "stepped in", "took over", "taken over", "control", "in-house", "commissioner", "trust", "company",
    "review", "inquiry", "peer challenge", "£", "publish", "released", "made public", "took place", "was held",
    " lifted", "revoked", "withdrew", "withdrawn", "wound up", "the first ", "the second ", " report",
    "letter", "peers ", "oversight", "supervision of", "children's services to ", "local government association",
)  # fmt: skip
# a report of an inspection says "inspectors found" in every sentence; there these alone open one to reading
_CUES_IN_REPORT = (
    "judged", "overall effectiveness", "children's services in ", "monitoring visit", "improvement notice",
    "notice to improve", "special measures", "direction", "intervention by the dep", "commissioner", " trust ", "£",
)  # fmt: skip
# and these where the sentence names a time
_DATED_CUES_IN_REPORT = (
    "inspection", "inspected", "focused visit", "focussed visit", "assurance visit", " visited ", "peer review",
    "peer challenge", "independent review", "external review", "case review", "practice review", "diagnostic review",
)  # fmt: skip


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


def cued_lines(layout: Layout, calendar: Calendar, named: Sequence[int], *, in_report: bool) -> Iterator[Line]:
    """The sentences that hold a word of an event or the name of a trust (at the offsets ``named``), in order."""
    starts = [sentence.start for sentence in layout.sentences]
    places = {bisect_right(starts, place) - 1 for place in named}
    for cue in _CUES_IN_REPORT if in_report else _CUES:
        places.update(_sentences_with(cue, layout, starts))
    if in_report:
        dated = {index for cue in _DATED_CUES_IN_REPORT for index in _sentences_with(cue, layout, starts)}
        dated = {index for index in dated if _is_dated(layout.sentences[index], calendar)}
        # "The previous inspection was in January 2013. The local authority was inadequate."
        places |= dated | {index + 1 for index in dated if index + 1 < len(starts)}
    for index in sorted(places - {-1}):
        yield read_line(layout, index)


def _sentences_with(cue: str, layout: Layout, starts: Sequence[int]) -> Iterator[int]:
    place = layout.lower.find(cue)
    while place >= 0:
        index = bisect_right(starts, place) - 1
        yield index
        following = starts[index + 1] if index + 1 < len(starts) else len(layout.lower)
        place = layout.lower.find(cue, max(following, place + 1))


def _is_dated(sentence: Sentence, calendar: Calendar) -> bool:
    return any(
        period.date_start is not None or period.kind == "since"
        for period in calendar.within(sentence.start, sentence.end)
    )
