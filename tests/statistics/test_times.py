"""Reporting years, and the days of a value."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from transforms.statistics.model import Timing
from transforms.statistics.times import days, reporting_year


@pytest.mark.parametrize(
    ("period", "identifier", "year"),
    [
        ("2025", "Reporting year", 2025),
        ("202425", "Financial year", 2025),
        ("209900", "Financial year", 2100),
        ("202426", "Financial year", None),
        ("202425", "Reporting year", None),
        ("2024", "Financial year", None),
        ("2024", "Calendar year", None),
        ("2024Q1", "Reporting year", None),
        ("1999", "Reporting year", None),
        ("", "", None),
    ],
)
def test_the_year_in_which_a_time_ends(period, identifier, year):
    assert reporting_year(period, identifier) == year


@pytest.mark.parametrize(
    ("timing", "start", "end"),
    [
        ("on_31_march", date(2025, 3, 31), date(2025, 3, 31)),
        ("year_to_31_march", date(2024, 4, 1), date(2025, 3, 31)),
        ("on_30_september", date(2025, 9, 30), date(2025, 9, 30)),
        ("year_to_30_september", date(2024, 10, 1), date(2025, 9, 30)),
        ("on_30_june_of_the_year_before", date(2024, 6, 30), date(2024, 6, 30)),
    ],
)
def test_the_days_of_a_value(timing, start, end):
    assert days(timing, 2025) == (start, end)


@pytest.mark.parametrize("timing", get_args(Timing))
def test_every_timing_has_days_in_order(timing):
    start, end = days(timing, 2024)
    assert start <= end
