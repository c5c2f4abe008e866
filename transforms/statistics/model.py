"""What a data set of the department is declared as, and what is read from one of its files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from transforms.model import Reject

Timing = Literal[
    "on_31_march", "year_to_31_march", "on_30_september", "year_to_30_september", "on_30_june_of_the_year_before"
]
"""How the days of a value follow from its reporting year."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A column of a data set, under one value of each of the data set's filters.

    ``metric`` is the metric of ours that it is, None where there is none: it is kept all the same. ``definition`` says
    what the department counts, ``difference`` in what a figure of that metric in the press may differ from it.
    ``only`` are the filter values that it is for.
    """

    column: str
    unit: str
    timing: Timing
    definition: str
    metric: str | None = None
    difference: str | None = None
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DataSet:
    """A data set: its name without years, the columns that it is known by, its indicators.

    ``constants`` are columns that hold one value throughout, ``filters`` those that split the rows, with their values.
    """

    name: str
    title: str
    known_by: tuple[str, ...]
    indicators: tuple[Indicator, ...]
    constants: tuple[tuple[str, str], ...] = ()
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the indicators' columns, each once, in the order of their declaration."""
        return tuple(dict.fromkeys(indicator.column for indicator in self.indicators))


@dataclass(frozen=True, slots=True)
class Issue:
    """What the meta file beside a data file says: which issue of the data set it is, and where it was published."""

    vintage: str | None = None
    published_on: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Statistic:
    """A published value, or the symbol in its place (``status``); fields as in the table ``official_statistics``."""

    indicator: str
    breakdown: str | None
    metric: str | None
    geographic_level: str
    geography_code: str
    authority: str | None
    time_period: str
    time_identifier: str
    period_start: date
    period_end: date
    value: float | None
    status: str | None
    unit: str


@dataclass(frozen=True, slots=True)
class RefusedCells:
    """A cell, line or column that was refused, and how many cells of indicators went with it."""

    reject: Reject
    cells: int


@dataclass(frozen=True, slots=True)
class DataFile:
    """A data file as read: every cell of an indicator is one of ``statistics`` or in one of ``refused``.

    ``newest`` is the newest time in the file as published, None where it holds no line that could be read.
    """

    dataset: str
    newest: str | None
    statistics: tuple[Statistic, ...]
    refused: tuple[RefusedCells, ...]
    cells: int
