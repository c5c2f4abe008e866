"""Near copies: texts that tell one story in nearly the same words, as retellings of a press release do.

Two texts are near copies where enough of their runs of four words agree, enough of the numbers that they print are the
same, and they were published within weeks of each other. The words are compared by MinHash (Broder 1997), candidates
are found by locality-sensitive hashing (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3). A
quarterly statement in last quarter's words has other numbers, and so is another story.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from rensa import RMinHash

from transforms.model import Sketch

SHINGLE = 4
PERMUTATIONS = 128
SEED = 42
ROWS_PER_BAND = 2
"""Two texts that share half of their runs meet in one of 64 bands but for a chance of (1 - 0.5 ** 2) ** 64: 1e-8."""

FEWEST_WORDS, MOST_WORDS = 30, 3000
"""Shorter texts are alike by chance; longer ones are reports, whose copies are exact."""

JACCARD, CONTAINED, SHARED_NUMBERS = 0.4, 0.75, 0.6
"""Least share of all runs, of those of the shorter text (a cut one), and of the fewer numbers, that two must share."""

ALIKE = 0.2
"""Below this share of all runs the estimate is too rough to say what the shorter text shares."""

FEW_NUMBERS = 3
APART = timedelta(days=60)
MOST_COMPARED = 64
# letters that a word of a long text has at most on average, with the space; spares counting those of a report
_LONGEST_MEAN = 10
_WORD = re.compile(r"[a-z0-9£]+(?:[.,'][a-z0-9]+)*")
_NUMBER = re.compile(r"(?<![a-z0-9])\d+(?:,\d{3})*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Sketched:
    """A document by its key, its day of publication and the sketch of its text; samples meet samples only."""

    key: str
    published_on: date | None
    sample: bool
    sketch: Sketch


def sketch(text: str) -> Sketch | None:
    """Return the sketch of ``text``; None where it is too short or too long to be told apart from chance or report."""
    if len(text) > MOST_WORDS * _LONGEST_MEAN:
        return None
    lower = text.lower().replace("’", "'")
    words = _WORD.findall(lower)
    if not FEWEST_WORDS <= len(words) <= MOST_WORDS:
        return None
    runs = {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    minhash.update(sorted(runs))
    return Sketch(len(runs), tuple(minhash.digest()), frozenset(_NUMBER.findall(lower)))


def near_copies(documents: Iterable[Sketched]) -> dict[str, str]:
    """Return for each document that has near copies the key of the first of them, by day of publication and key.

    A copy of a copy is one: retellings drift. Documents without near copies are left out.
    """
    ordered = sorted(documents, key=lambda each: (each.published_on or date.max, each.key))
    parents = list(range(len(ordered)))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    for one, other in _candidates(ordered):
        first, second = sorted((root(one), root(other)))
        if first != second and are_near_copies(ordered[one], ordered[other]):
            parents[second] = first
    roots = [root(at) for at in range(len(ordered))]
    sizes = Counter(roots)
    return {ordered[at].key: ordered[top].key for at, top in enumerate(roots) if sizes[top] > 1}


def _candidates(documents: Sequence[Sketched]) -> Iterable[tuple[int, int]]:
    """Yield pairs of places that agree in a band, each with the first and with the one before it in the band."""
    if len(documents) < 2:
        return
    minima = np.array([document.sketch.minima for document in documents], dtype=np.uint64)
    seen: set[tuple[int, int]] = set()
    for band in range(0, PERMUTATIONS, ROWS_PER_BAND):
        keys = minima[:, band] << np.uint64(32) | minima[:, band + 1]
        order = np.argsort(keys, kind="stable")
        starts = np.flatnonzero(np.diff(keys[order], prepend=~keys[order[:1]]))
        for group in np.split(order, starts[1:]):
            for pair in _pairs(group.tolist()):
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _pairs(group: Sequence[int]) -> Iterable[tuple[int, int]]:
    for at, later in enumerate(group):
        for earlier in group[max(0, at - MOST_COMPARED) : at]:
            yield earlier, later


def are_near_copies(one: Sketched, other: Sketched) -> bool:
    """Return whether the words, the numbers and the days of two documents are near enough."""
    if one.sample != other.sample:
        return False
    days = [each.published_on for each in (one, other) if each.published_on is not None]
    if len(days) == 2 and abs(days[0] - days[1]) > APART:
        return False
    first, second = one.sketch, other.sketch
    alike = sum(a == b for a, b in zip(first.minima, second.minima, strict=True)) / PERMUTATIONS
    # of two sets with a Jaccard index j the shorter shares this of its own runs
    contained = alike * (first.runs + second.runs) / ((1 + alike) * min(first.runs, second.runs))
    if alike < JACCARD and (alike < ALIKE or contained < CONTAINED):
        return False
    fewer = min(len(first.numbers), len(second.numbers))
    return fewer < FEW_NUMBERS or len(first.numbers & second.numbers) >= SHARED_NUMBERS * fewer
