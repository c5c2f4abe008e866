"""The kinds of rule that a table can declare. Plain data: the engines in suites.py and sql.py read it.

A rule that compares columns passes where one of them is null, unless it says otherwise: whether a column may be null
is a rule of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Scalar = str | float | bool
Level = Literal["row", "warning"]


@dataclass(frozen=True, slots=True)
class Where:
    """A condition on the rows that a rule is for: ``column`` in ``values``, or null, or not null."""

    column: str
    is_a: Literal["in", "null", "not_null"] = "in"
    values: tuple[Scalar, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What must hold of every row. ``level`` row refuses the row that breaks it, warning only tells."""

    name: str
    description: str
    where: tuple[Where, ...] = ()
    level: Level = "row"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotNull(Rule):
    """``column`` is not null."""

    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IsNull(Rule):
    """``column`` is null."""

    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unique(Rule):
    """No two rows share a value of ``column``; every row of a shared value breaks the rule."""

    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf(Rule):
    """``column`` is one of ``values``."""

    column: str
    values: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Between(Rule):
    """``minimum`` <= ``column`` <= ``maximum``; the lower end excluded if ``above_minimum``; NaN and infinity fail."""

    column: str
    minimum: float | None = None
    maximum: float | None = None
    above_minimum: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAfterAsOf(Rule):
    """The date in ``column`` is not after the day that the release is for."""

    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches(Rule):
    """``pattern`` is found in ``column`` (a regular expression that Python and RE2 read alike)."""

    column: str
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Length(Rule):
    """``column`` has ``minimum`` to ``maximum`` code points."""

    column: str
    minimum: int
    maximum: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole(Rule):
    """The number in ``column`` is whole."""

    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered(Rule):
    """``low`` <= ``high``."""

    low: str
    high: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Equal(Rule):
    """The two columns are equal."""

    left: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Holds(Rule):
    """The text in ``column`` holds the text in ``part``; a run of white space counts as one space in both."""

    column: str
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanFits(Rule):
    """``end`` - ``start`` is the number of code points of ``text``."""

    text: str
    start: str
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolves(Rule):
    """``column`` is null or the key of a row of ``table``."""

    column: str
    table: str
    key: str


@dataclass(frozen=True, slots=True)
class Volume:
    """How far a source's rows may fall against the last release before the run warns, or refuses the release.

    ``warn_below`` and ``stop_below`` are shares of the last count. A source that had fewer than ``smallest`` rows can
    only warn, unless nothing of it is left.
    """

    warn_below: float
    stop_below: float
    smallest: int


def some_given(name: str, description: str, columns: tuple[str, ...]) -> NotNull:
    """Return the rule that one of ``columns`` is not null: the last is not, where all others are."""
    others = tuple(Where(column, "null") for column in columns[:-1])
    return NotNull(name=name, description=description, column=columns[-1], where=others)
