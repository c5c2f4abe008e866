"""Which annotated rows were found, what of them is right, and the figures of that. Pure.

A row that was read answers an annotated one of the same document where code and bounds (of an event: code and dates)
are right; each answers one at most, those that agree on most first. From the answers come precision, recall and F1.
For numbers: level 1 asks no more, level 2 also for the authority and the role, level 3 also for the qualifier and the
period. For movements and events: found, and found with every attribute right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from flows.accuracy.records import Happening, Level, Row

_ASKED = {1: (), 2: ("authority", "role"), 3: ("authority", "role", "qualifier", "period")}


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of rows read, annotated and right, and the shares that follow. A share of nothing is 0."""

    right: int
    read: int
    annotated: int

    @property
    def precision(self) -> float:
        """Share of the rows read that are right."""
        return self.right / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotated rows that were read right."""
        return self.right / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.read + self.annotated
        return 2 * self.right / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Pair(Generic[Row]):
    """An annotated row with the row that answers it, and which attributes are right."""

    gold: Row
    read: Row
    right: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Score(Generic[Row]):
    """One document judged: answered rows, annotated rows without an answer, rows read that answer none."""

    doc: str
    pairs: tuple[Pair[Row], ...]
    missed: tuple[Row, ...]
    spurious: tuple[Row, ...]


def score_document(doc: str, golds: Sequence[Row], reads: Sequence[Row]) -> Score[Row]:
    """Judge the rows read from one document against those annotated in it."""
    possible = []
    for g, gold in enumerate(golds):
        for r, read in enumerate(reads):
            if gold.accepts(read):
                right = sum(gold.agreement(read).values())
                # of two equal answers to a movement or an event the one with the first code goes first
                second = not isinstance(gold, Level) and gold.code != read.code
                possible.append((-right, second, g, r))
    pairs: list[tuple[int, int]] = []
    used_golds: set[int] = set()
    used_reads: set[int] = set()
    for _, _, g, r in sorted(possible):
        if g not in used_golds and r not in used_reads:
            pairs.append((g, r))
            used_golds.add(g)
            used_reads.add(r)
    return Score(
        doc=doc,
        pairs=tuple(Pair(golds[g], reads[r], golds[g].agreement(reads[r])) for g, r in sorted(pairs)),
        missed=tuple(gold for g, gold in enumerate(golds) if g not in used_golds),
        spurious=tuple(read for r, read in enumerate(reads) if r not in used_reads),
    )


def distinct(reads: Iterable[Happening]) -> list[Happening]:
    """Return events without those that a document tells again: an event is annotated once for each document."""
    first: dict[tuple[object, ...], Happening] = {}
    for read in reads:
        first.setdefault((read.doc, *read.scored()), read)
    return list(first.values())


def is_right(pair: Pair[Level], level: int) -> bool:
    """Whether an answer is right at ``level`` (1, 2 or 3)."""
    return all(pair.right[name] for name in _ASKED[level])


def level_figures(scores: Iterable[Score[Level]], level: int) -> Figures:
    """The figures of numbers at ``level``."""
    return _figures((score, sum(is_right(pair, level) for pair in score.pairs)) for score in scores)


def found_figures(scores: Iterable[Score[Row]], *, whole: bool) -> Figures:
    """The figures of movements or events: found, or (``whole``) found with every attribute right."""
    return _figures((score, sum(not whole or all(pair.right.values()) for pair in score.pairs)) for score in scores)


def _figures(counted: Iterable[tuple[Score[Row], int]]) -> Figures:
    right = read = annotated = 0
    for score, hits in counted:
        right += hits
        read += len(score.pairs) + len(score.spurious)
        annotated += len(score.pairs) + len(score.missed)
    return Figures(right, read, annotated)


def share_right(scores: Iterable[Score[Row]], attribute: str) -> tuple[int, int]:
    """Of the answers: how many have ``attribute`` right, and how many there are."""
    flags = [pair.right[attribute] for score in scores for pair in score.pairs]
    return sum(flags), len(flags)
