"""The days that a value is for, from the time that the department prints beside it."""

from __future__ import annotations

import re
from datetime import date

from transforms.statistics.model import Timing

_YEAR = re.compile(r"20\d\d")
_TWO_YEARS = re.compile(r"(20\d\d)(\d\d)")


def reporting_year(period: str, identifier: str) -> int | None:
    """Return the year in which a reporting or financial year ends; None for a time that is neither.

    "2025" of a reporting year is 2025, "202425" of a financial year too.
    """
    if identifier == "Reporting year" and _YEAR.fullmatch(period):
        return int(period)
    both = _TWO_YEARS.fullmatch(period)
    if identifier == "Financial year" and both and (int(both[1]) + 1) % 100 == int(both[2]):
        return int(both[1]) + 1
    return None


def days(timing: Timing, year: int) -> tuple[date, date]:
    """Return first and last day of a value of the reporting year ``year``; a count on a day has both equal."""
    match timing:
        case "on_31_march":
            return date(year, 3, 31), date(year, 3, 31)
        case "year_to_31_march":
            return date(year - 1, 4, 1), date(year, 3, 31)
        case "on_30_september":
            return date(year, 9, 30), date(year, 9, 30)
        case "year_to_30_september":
            return date(year - 1, 10, 1), date(year, 9, 30)
        case "on_30_june_of_the_year_before":
            return date(year - 1, 6, 30), date(year - 1, 6, 30)
