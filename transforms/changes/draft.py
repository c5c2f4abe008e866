"""A movement under reading, and what two levels must share to be one movement."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from transforms.changes.words import PERSONAL
from transforms.model import Mention

_WORD = re.compile(r"[a-z]{4,}")
# words that every scope may hold
_COMMON = frozenset({"team", "teams", "children", "with", "those", "service", "services", "reviews", "their"})


@dataclass(slots=True)
class Draft:
    """A movement: indices of the mentions of its two levels, its evidence and what is stated of it."""

    metric: str
    source: int | None
    target: int | None
    start: int
    end: int
    direction: str | None = None
    amount: float | None = None
    amount_unit: str | None = None
    words_disagree: bool = False
    authority: str | None = None
    told: bool = False  # whether the direction was read with the level or amount and needs no further look


@dataclass(slots=True)
class Book:
    """The movements found so far, by level and by the line in which they begin."""

    drafts: list[Draft] = field(default_factory=list)
    by_level: dict[int, list[Draft]] = field(default_factory=lambda: defaultdict(list))
    by_line: dict[int, list[Draft]] = field(default_factory=lambda: defaultdict(list))

    def add(self, draft: Draft, line: int) -> None:
        """Enter a movement; ``line`` is that of its first level, or of its words where it has none."""
        self.drafts.append(draft)
        self.by_line[line].append(draft)
        for index in (draft.source, draft.target):
            if index is not None:
                self.by_level[index].append(draft)


def same_place(one: Mention, other: Mention) -> bool:
    """Whether two mentions are of one authority, as far as both say."""
    return one.authority == other.authority or one.authority is None or other.authority is None


def same_part(one: Mention, other: Mention) -> bool:
    """Whether two mentions are of one part of the service, as far as both say."""
    if one.scope is None and other.scope is None:
        return True
    if one.scope is None or other.scope is None:
        scope = (one.scope or other.scope or "").lower()
        return not (one.metric.startswith("caseload") and PERSONAL.search(scope))
    mine, theirs = one.scope.lower(), other.scope.lower()
    if mine in theirs or theirs in mine:
        return True
    return bool((set(_WORD.findall(mine)) & set(_WORD.findall(theirs))) - _COMMON)
