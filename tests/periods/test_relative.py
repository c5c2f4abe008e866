"""Counting from an anchor, the date inside an open time, the two ends of a span, the arithmetic of days."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.model import DocumentFacts
from transforms.periods import days, find_periods, inner_days, resolve_relative, two_ends

COUNTED = [
    ("year_earlier", "2023-03-31", "2023-03-31", "2022-03-31", "2022-03-31"),
    ("year_earlier", "2019-12-01", "2019-12-31", "2018-12-01", "2018-12-31"),
    ("year_earlier", "2021-02-01", "2021-02-28", "2020-02-01", "2020-02-29"),
    ("year_earlier", "2020-02-29", "2020-02-29", "2019-02-28", "2019-02-28"),
    ("year_later", "2019-06-01", "2019-06-30", "2020-06-01", "2020-06-30"),
    ("two_years_earlier", "2014-06-30", "2014-06-30", "2012-06-30", "2012-06-30"),
    ("six_months_earlier", "2014-03-31", "2014-03-31", "2013-09-30", "2013-09-30"),
    ("previous_year", "2016-04-01", "2017-03-31", "2015-04-01", "2016-03-31"),
    ("following_year", "2016-04-01", "2017-03-31", "2017-04-01", "2018-03-31"),
    ("previous_year", "2014-03-31", "2014-03-31", "2013-03-31", "2013-03-31"),
    ("month_earlier", "2014-03-01", "2014-03-31", "2014-02-01", "2014-02-28"),
    ("previous_quarter", "2014-04-01", "2014-06-30", "2014-01-01", "2014-03-31"),
]


@pytest.mark.parametrize(("kind", "start", "end", "first", "last"), COUNTED)
def test_counted_from_an_anchor(kind: str, start: str, end: str, first: str, last: str) -> None:
    found = resolve_relative(kind, date.fromisoformat(start), date.fromisoformat(end))
    assert found == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("kind", "start", "end"),
    [
        ("month_earlier", "2014-04-01", "2015-03-31"),
        ("previous_quarter", "2014-04-01", "2015-03-31"),
        ("previous_year", "2014-05-01", "2014-05-31"),
        ("day", "2014-05-01", "2014-05-31"),
        ("relative", "2014-05-01", "2014-05-31"),
    ],
)
def test_not_counted(kind: str, start: str, end: str) -> None:
    assert resolve_relative(kind, date.fromisoformat(start), date.fromisoformat(end)) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("since December 2018", "2018-12-01", "2018-12-31"),
        ("Since the last inspection in 2014", "2014-01-01", "2014-12-31"),
        ("until July 2015", "2015-07-01", "2015-07-31"),
        ("must save £8m by March 2026", "2026-03-01", "2026-03-31"),
    ],
)
def test_the_date_inside_an_open_time(text: str, first: str, last: str) -> None:
    facts = DocumentFacts(published_on=date(2022, 1, 1))
    (period,) = find_periods(text, facts)
    assert period.date_start is None
    assert inner_days(period, facts) == (date.fromisoformat(first), date.fromisoformat(last))


def test_an_open_time_without_a_date_has_none_inside() -> None:
    facts = DocumentFacts()
    (period,) = find_periods("since last summer", facts)
    assert inner_days(period, facts) is None


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("between 2016/17 and 2017/18", ("2016-04-01", "2017-03-31"), ("2017-04-01", "2018-03-31")),
        ("between June 2014 and June 2015", ("2014-06-01", "2014-06-30"), ("2015-06-01", "2015-06-30")),
        ("from April to September 2022", ("2022-04-01", "2022-04-30"), ("2022-09-01", "2022-09-30")),
    ],
)
def test_the_two_ends_of_a_span(text: str, left: tuple[str, str], right: tuple[str, str]) -> None:
    (period,) = find_periods(text, DocumentFacts())
    ends = two_ends(period, DocumentFacts())
    assert ends is not None
    assert [tuple(map(str, end)) for end in ends] == [left, right]


def test_a_month_is_no_span() -> None:
    (period,) = find_periods("in June 2014", DocumentFacts())
    assert two_ends(period, DocumentFacts()) is None


def test_days_out_of_the_calendar_are_none() -> None:
    assert days.day(2014, 2, 29) is None
    assert days.day(2014, 13, 1) is None
    assert days.day(12014, 1, 1) is None
    assert days.months(2100, 12, 2) is None
    assert days.months_ending(date.max, 12) is None
    assert days.shift((date(1900, 1, 1), date(1900, 1, 31)), -12) is None


def test_months_ending_keeps_twelve_whole_months() -> None:
    assert days.months_ending(date(2015, 2, 11), 12) == (date(2014, 2, 12), date(2015, 2, 11))
    assert days.months_ending(date(2016, 2, 29), 12) == (date(2015, 3, 1), date(2016, 2, 29))


def test_a_week_runs_from_monday_to_sunday() -> None:
    assert days.week(date(2022, 3, 13)) == (date(2022, 3, 7), date(2022, 3, 13))
