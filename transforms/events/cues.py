"""Which readers a sentence is for: plain words, for which a text is searched once for all readers.

A plain word is found in a text far faster than a pattern. A sentence without a cue of a reader is not shown to it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from transforms.mentions.dating import Calendar
from transforms.mentions.layout import Layout

Readers = frozenset[str]

VISITS, GRADES, MEASURES, COMMISSIONERS, TRUSTS, REVIEWS, REPORTS, FUNDING, REFERRING = READERS = (
    "visits", "grades", "measures", "commissioners", "trusts", "reviews", "reports", "funding", "referring"
)  # fmt: skip
# what goes on about the sentence before: "It was lifted in March", "The latest took place in May"
FOLLOWING: Readers = frozenset({REFERRING, REVIEWS, REPORTS, VISITS})


def _by_cue(words: Mapping[str, Sequence[str]]) -> Mapping[str, Readers]:
    """The readers of each cue."""
    readers: dict[str, set[str]] = {}
    for reader, cues in words.items():
        for cue in cues:
            readers.setdefault(cue, set()).add(reader)
    return MappingProxyType({cue: frozenset(names) for cue, names in readers.items()})


_IN_PRESS = _by_cue(
    {
        VISITS: ("inspect", "visit", "ofsted", "jtai", "ilacs", "joint targeted", "watchdog", "regulator", "hmi",
        "judged", "graded"),
        GRADES: (
            "adequate", "outstanding", " good", "'good", '"good', "\u2018good", "\u201cgood", "improvement",
            "failing",
            "failed", "failure", "wanting", "rating", "grade", "judgement", "mark", "score",
        ),
        MEASURES: (
            "notice", "special measures", "direct", "interven", "control", "oversight", "supervision", "commissioner",
            "minister", "government", "whitehall", "department for education", "secretary of state", "dfe",
            "obliged to", "ordered to", "forced to", "instructed to", "compelled to",
        ),
        COMMISSIONERS: ("commissioner", "appointed", "named", "installed"),
        TRUSTS: (
            "trust", "company", "alternative delivery", "in-house", "in house", "council control", "council hands",
            "to the council", "to council", "authority control", "into council", "took on ", "took over", "taken on",
            " back to ",
        ),
        REVIEWS: (
            "review", "inquiry", "peer", "peers", "scr", "lga", "local government association", "team from",
            "colleagues from", "officers from", "experts from", "managers from",
        ),
        REPORTS: (
            "report", "letter", "findings", "verdict", "publish", "released", "made public", "wrote", "writing to",
            "judgement", "outcome", "results", "review",
        ),
        FUNDING: ("\u00a3",),
        REFERRING: ("notice", "direction", "the trust", "the company", "the first", "the second"),
    }
)  # fmt: skip
# a report of an inspection says "inspectors found" in every sentence; there these alone open one to reading
_IN_REPORT = _by_cue(
    {
        GRADES: ("judged", "overall effectiveness", "children's services in "),
        VISITS: ("monitoring visit",),
        MEASURES: (
            "improvement notice", "notice to improve", "special measures", "direction", "intervention by the dep",
        ),
        COMMISSIONERS: ("commissioner",),
        TRUSTS: (" trust ",),
        FUNDING: ("\u00a3",),
    }
)  # fmt: skip
# and these where the sentence names a time: of inspections, with their grades and reports, and of reviews
_INSPECTIONS = ("inspection", "inspected", "focused visit", "focussed visit", "assurance visit", " visited ")
_REVIEWS = (
    "peer review", "peer challenge", "independent review", "external review", "case review", "practice review",
    "diagnostic review",
)  # fmt: skip
_OF_INSPECTION: Readers = frozenset({VISITS, GRADES, REPORTS})
_AFTER_INSPECTION: Readers = frozenset({GRADES})  # "The previous inspection was in May. The authority was inadequate."
# "Two visits were made. The first was in May", "They had been with us for most of June"
_OF_NEXT: Mapping[str, Readers] = MappingProxyType(
    {
        "visits": FOLLOWING,
        "inspectors": frozenset({VISITS}),
        "direction": frozenset({REFERRING}),
        "notice": frozenset({REFERRING}),
        "commissioner": frozenset({REFERRING}),
    }
)


def find_places(layout: Layout, calendar: Calendar, named: Sequence[int], *, in_report: bool) -> dict[int, set[str]]:
    """The sentences to read, by index, each with its readers; ``named`` are the offsets of the names of trusts."""
    starts = [sentence.start for sentence in layout.sentences]
    places: dict[int, set[str]] = {}
    for cue, readers in (_IN_REPORT if in_report else _IN_PRESS).items():
        for index in _sentences_with(cue, layout, starts):
            places.setdefault(index, set()).update(readers)
    for place in named:
        places.setdefault(bisect_right(starts, place) - 1, set()).add(TRUSTS)
    if in_report:
        _add_dated(places, layout, calendar, starts)
    else:
        for cue, readers in _OF_NEXT.items():
            for index in _sentences_with(cue, layout, starts):
                places.setdefault(index + 1, set()).update(readers)
    places.pop(-1, None)
    places.pop(len(starts), None)
    return places


def _add_dated(places: dict[int, set[str]], layout: Layout, calendar: Calendar, starts: Sequence[int]) -> None:
    text = layout.lower
    dated = {
        bisect_right(starts, period.start) - 1
        for period in calendar.within(0, len(text))
        if period.date_start is not None or period.kind == "since"
    }
    for index in dated - {-1}:
        words = text[starts[index] : layout.sentences[index].end]
        if any(cue in words for cue in _INSPECTIONS):
            places.setdefault(index, set()).update(_OF_INSPECTION)
            places.setdefault(index + 1, set()).update(_AFTER_INSPECTION)
        if any(cue in words for cue in _REVIEWS):
            places.setdefault(index, set()).add(REVIEWS)


def in_order(
    places: Mapping[int, Collection[str]], told: Mapping[int, object], count: int
) -> Iterator[tuple[int, Readers]]:
    """The sentences to read, in order; after one that told an event (in ``told`` by then) also the one that follows."""
    for index, after in pairwise([*sorted(places), count]):
        is_after = index - 1 in told
        yield index, frozenset(places[index]) | (FOLLOWING if is_after else frozenset())
        while index in told and index + 1 < after:
            index += 1
            yield index, FOLLOWING


def _sentences_with(cue: str, layout: Layout, starts: Sequence[int]) -> Iterator[int]:
    text = layout.lower
    place = text.find(cue)
    while place >= 0:
        index = bisect_right(starts, place) - 1
        yield index
        following = starts[index + 1] if index + 1 < len(starts) else len(text)
        place = text.find(cue, max(following, place + 1))
