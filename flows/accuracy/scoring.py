"""Which annotated rows were found, what of them is right, and the figures of that. Pure.

A row that was read answers an annotated one of the same document where the metric is right (or one of those that are
right too) and the bounds are equal; each answers one at most, those that agree on most first. From the answers come
precision, recall and F1. For numbers: level 1 asks no more, level 2 also for the authority and the role, level 3 also
for the qualifier and the period. For movements: found, and found with direction, authority and amount right.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from flows.accuracy.records import Level, Movement

Row = TypeVar("Row", Level, Movement)

LEVEL_ATTRIBUTES = ("unit", "qualifier", "authority", "role", "period")
MOVEMENT_ATTRIBUTES = ("direction", "authority", "amount")
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


def same_number(one: float | None, other: float | None) -> bool:
    """Whether two values are equal within a millionth; None equals None only."""
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-6, abs_tol=1e-9)


def agreement(gold: Row, read: Row) -> dict[str, bool]:
    """Which attributes of an answer are right. What is invented is as wrong as what is missing."""
    if isinstance(gold, Level) and isinstance(read, Level):
        return {name: (getattr(gold, name) or None) == (getattr(read, name) or None) for name in LEVEL_ATTRIBUTES}
    if isinstance(gold, Movement) and isinstance(read, Movement):
        amount = same_number(gold.amount, read.amount) and gold.amount_unit == read.amount_unit
        return {
            "direction": gold.direction == read.direction,
            "authority": gold.authority == read.authority,
            "amount": amount,
        }
    raise TypeError(f"{type(gold).__name__} and {type(read).__name__} cannot be compared")


def score_document(doc: str, golds: Sequence[Row], reads: Sequence[Row]) -> Score[Row]:
    """Judge the rows read from one document against those annotated in it."""
    possible = []
    for g, gold in enumerate(golds):
        for r, read in enumerate(reads):
            if _answers(gold, read):
                right = sum(agreement(gold, read).values())
                # of two equal answers to a movement the one with the first metric goes first
                second = isinstance(gold, Movement) and gold.metric != read.metric
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
        pairs=tuple(Pair(golds[g], reads[r], agreement(golds[g], reads[r])) for g, r in sorted(pairs)),
        missed=tuple(gold for g, gold in enumerate(golds) if g not in used_golds),
        spurious=tuple(read for r, read in enumerate(reads) if r not in used_reads),
    )


def _answers(gold: Row, read: Row) -> bool:
    if read.metric != gold.metric and read.metric not in gold.also:
        return False
    return all(map(same_number, gold.bounds, read.bounds))


def is_right(pair: Pair[Level], level: int) -> bool:
    """Whether an answer is right at ``level`` (1, 2 or 3)."""
    return all(pair.right[name] for name in _ASKED[level])


def level_figures(scores: Iterable[Score[Level]], level: int) -> Figures:
    """The figures of numbers at ``level``."""
    return _figures((score, sum(is_right(pair, level) for pair in score.pairs)) for score in scores)


def movement_figures(scores: Iterable[Score[Movement]], *, whole: bool) -> Figures:
    """The figures of movements: found, or (``whole``) found with every attribute right."""
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
