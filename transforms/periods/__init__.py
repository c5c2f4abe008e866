"""Periods: every expression of time in a text that could be the period of a number, with the days it settles.

``find_periods`` is pure: it knows the day of publication and, where given, the days of the inspection, and no clock.
A day that neither settles stays None: an invented date costs as much as a missing one.
"""

from __future__ import annotations

from datetime import date

from transforms.model import DocumentFacts, Period
from transforms.periods import days
from transforms.periods.anchors import settle_from_others, tie_years
from transforms.periods.bounds import bounded
from transforms.periods.context import Reference, Surroundings, next_surroundings
from transforms.periods.days import Days
from transforms.periods.grammar import Found, scan
from transforms.periods.inspection import find_inspection_dates
from transforms.periods.kinds import BOUNDED, DATED, KINDS, RELATIVE, VAGUE
from transforms.periods.relative import resolve_relative
from transforms.periods.resolve import READERS, Reading
from transforms.periods.spans import Ends, is_running_head, read_span, separate_months, span_ends
from transforms.periods.steps import Step

__all__ = [
    "BOUNDED",
    "DATED",
    "KINDS",
    "RELATIVE",
    "VAGUE",
    "find_inspection_dates",
    "find_periods",
    "inner_days",
    "resolve_relative",
    "two_ends",
]


def find_periods(text: str, facts: DocumentFacts, inspection: tuple[date, date] | None = None) -> list[Period]:
    """Find the expressions of time in a text, in order and not overlapping, with the days each one settles.

    ``facts.published_on`` gives a year to "in March" and days to "last month"; ``inspection``, its first and last
    day, dates "in the last 12 months". Relative kinds ("a year earlier") are dated from the nearest dated period
    of their sentence or of the sentence before; ``resolve_relative`` counts them from another. Raises nothing.
    """
    reference = _reference(facts, inspection)
    steps: list[Step] = []
    place, before = Surroundings(0, 0), None
    for whole in scan(text):
        for found in separate_months(whole):
            place = next_surroundings(text, before, found, place)
            steps.append(Step(found, _read(found, text, reference), place))
            before = found
    tie_years(text, steps, reference)
    settle_from_others(text, steps)
    return [_period(text, step) for step in bounded(text, steps, reference)]


def inner_days(period: Period, facts: DocumentFacts) -> Days | None:
    """The days of the date inside a period that it opens or ends ("since December 2018"), None where there is none."""
    inside = [found for found in find_periods(period.text[_lead_length(period) :], facts) if found.date_start]
    if not inside or inside[-1].date_start is None or inside[-1].date_end is None:
        return None
    return inside[-1].date_start, inside[-1].date_end


def two_ends(period: Period, facts: DocumentFacts) -> Ends | None:
    """The two points of a span, for a change told between them ("from 40 to 50 between 2016/17 and 2017/18")."""
    return span_ends(period.text, _reference(facts, None), False) if period.kind == "span" else None


def _reference(facts: DocumentFacts, inspection: tuple[date, date] | None) -> Reference:
    """The dates to count from; one outside the years that this module knows is as none."""
    known = (days.FIRST_YEAR + 1, days.LAST_YEAR - 1)
    published = facts.published_on
    if published is not None and not known[0] <= published.year <= known[1]:
        published = None
    if inspection is not None and not all(known[0] <= when.year <= known[1] for when in inspection):
        inspection = None
    return Reference(published, inspection)


def _read(found: Found, text: str, reference: Reference) -> Reading:
    if found.form in ("span", "between"):
        if is_running_head(found, text):
            return Reading("running_head")
        return Reading("span", read_span(found, text, reference))
    return READERS[found.form](found, text, reference)


def _lead_length(period: Period) -> int:
    return len(period.text) - len(period.text.split(maxsplit=1)[-1]) if period.kind in BOUNDED else 0


def _period(text: str, step: Step) -> Period:
    found, reading = step.found, step.reading
    start, end = reading.days if reading.days else (None, None)
    return Period(found.start, found.end, text[found.start : found.end], reading.kind, start, end)
