"""A form of time on its way to a period: where it was found, how it reads, where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from transforms.periods.context import Surroundings
from transforms.periods.days import Days
from transforms.periods.grammar import Found
from transforms.periods.resolve import Reading


@dataclass(frozen=True, slots=True)
class Step:
    """A form with its reading and where it stands; the periods of a text are a list of these.

    ``tied`` says that the year came from a date beside it.
    """

    found: Found
    reading: Reading
    place: Surroundings
    tied: bool = False

    def dated(self, settled: Days | None) -> Step:
        """The same with other days."""
        return replace(self, reading=self.reading._replace(days=settled))

    @property
    def has_year(self) -> bool:
        """Whether the text gives the year, here or beside it."""
        return self.tied or (self.reading.point is not None and self.reading.point.explicit)

    @property
    def small(self) -> bool:
        """Whether it is a day or a month."""
        return self.reading.kind in ("day", "month", "end_of_month")
