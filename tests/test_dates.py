from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.dates import parse_printed_date, parse_stamp


@pytest.mark.parametrize(
    "printed",
    ["24 August 2017", "24th August, 2017", "24 Aug 2017", "August 24, 2017", "24/08/2017", "24.8.2017", "2017-08-24"],
)
def test_printed_dates_are_british(printed: str) -> None:
    assert parse_printed_date(printed) == date(2017, 8, 24)


@pytest.mark.parametrize("printed", ["31 February 2017", "24 August 1017", "August 2017", "13 of 33", "99/99/2017", ""])
def test_what_is_no_date_is_none(printed: str) -> None:
    assert parse_printed_date(printed) is None


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2017-08-23T23:01:00Z", date(2017, 8, 24)),
        ("2017-12-23T23:01:00Z", date(2017, 12, 23)),
        ("2024-03-31T00:30:00+00:00", date(2024, 3, 31)),
        ("2024-10-26T23:30:00Z", date(2024, 10, 27)),
        ("2024-10-27T23:30:00Z", date(2024, 10, 27)),
        ("2017-08-24T00:30:00+01:00", date(2017, 8, 24)),
        ("2017-08-24T23:30:00", date(2017, 8, 24)),
        ("2017-08-24", date(2017, 8, 24)),
        ("24 August 2017 at 10:00", date(2017, 8, 24)),
    ],
)
def test_stamps_give_the_day_in_london(stamp: str, day: date) -> None:
    assert parse_stamp(stamp) == day


@pytest.mark.parametrize(
    "stamp", ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00", "today"]
)
def test_placeholders_are_no_dates(stamp: str) -> None:
    assert parse_stamp(stamp) is None


@given(st.text())
def test_no_text_raises(text: str) -> None:
    assert parse_stamp(text) is None or parse_stamp(text) is not None
    assert parse_printed_date(text) == parse_printed_date(text)


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert parse_printed_date(day.isoformat()) == day
    assert parse_printed_date(f"{day.day} {day:%B} {day.year}") == day
    assert parse_printed_date(f"{day:%d/%m/%Y}") == day
