"""An event while it is being read: the words that tell it and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from transforms.events.lines import Line

FAMILY = frozenset({"inspection", "monitoring_visit", "focused_visit"})  # the kinds that inspectors make


@dataclass(slots=True)
class Draft:
    """An event as its sentence tells it; ``start`` and ``end`` are places in the words of ``line``.

    ``has_time`` says that the sentence gives it a time of its own, settled or not: then none is carried to it.
    ``passing`` marks what is only referred to ("following a monitoring visit"), which another telling replaces.
    ``unnamed`` marks a visit that the text calls neither monitoring nor focused, which any other telling may name.
    """

    kind: str
    line: Line
    start: int
    end: int
    rule: str
    number: int | None = None
    detail: str | None = None
    date_start: date | None = None
    date_end: date | None = None
    has_time: bool = False
    day_without_year: tuple[int, int] | None = None  # month and day, where the words name no year and none is known
    dated_by_words: bool = True  # whether the words of the sentence may give it a time
    authority: str | None = None
    passing: bool = False
    unnamed: bool = False
    confidence: float = 0.9

    @property
    def is_dated(self) -> bool:
        """Whether the event has a day on which it began, at the earliest."""
        return self.date_start is not None

    @property
    def place(self) -> tuple[int, int]:
        """Its span in the document's text."""
        return self.line.begin(self.start), self.line.finish(self.end)
