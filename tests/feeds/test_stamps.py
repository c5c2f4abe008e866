"""Dates of every zone and form, as the day in London."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from flows.feeds.stamps import find_stamp, read_stamp


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Fri, 30 Jan 2026 09:00:00 GMT", "2026-01-30"),
        ("Tue, 03 Jun 2025 23:30:00 BST", "2025-06-03"),
        ("Tue, 03 Jun 2025 23:30:00 GMT", "2025-06-04"),
        ("Tue, 03 Jun 2025 23:30:00 +0100", "2025-06-03"),
        ("Tue, 03 Jun 2025 20:30:00 EDT", "2025-06-04"),
        ("Tue, 3 Jun 25 09:00 Z", "2025-06-03"),
        ("3 Jun 2025 23:30:00", "2025-06-03"),
        ("Tue, 03 Jun 2025 23:30:00 NOWHERE", "2025-06-03"),
        ("Tue, 03 Jun 2025 00:30:00 CEST (Central Europe)", "2025-06-02"),
        ("Wed, 04 Jun 2025 09:00:00 +1200", "2025-06-03"),
        ("2025-06-03", "2025-06-03"),
        ("2025-06-03T23:30:00Z", "2025-06-04"),
        ("2025-06-03T23:30:00.123+01:00", "2025-06-03"),
        ("2025-12-31T23:30:00Z", "2025-12-31"),
        ("2025-06-03T23:30:00", "2025-06-03"),
        ("2025-06-03 23:30:00", "2025-06-03"),
        ("03/06/2025", "2025-06-03"),
        ("03/06/2025 09:15", "2025-06-03"),
        ("3 June 2025", "2025-06-03"),
        ("Tuesday 3rd June 2025", "2025-06-03"),
        ("Tue, 03 Sept 2025 09:00:00 GMT", "2025-09-03"),
        ("June 3, 2025", "2025-06-03"),
        ("2099-01-01", "2099-01-01"),
    ],
)
def test_a_date_is_the_day_in_london(text, day):
    assert read_stamp(text).day == date.fromisoformat(day)


def test_summer_time_is_an_hour_ahead():
    assert read_stamp("Tue, 03 Jun 2025 09:00:00 BST").moment == datetime(2025, 6, 3, 8, tzinfo=UTC)
    assert read_stamp("2025-06-03T09:00:00").moment == datetime(2025, 6, 3, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [None, "", "  ", "yesterday", "13/13/2025", "31/02/2025", "06/13/2025", "2025-02-30", "0001-01-01", "1970-01-01",
     "9999-12-31T23:59:59-12:00", "Tue, 99 Jun 2025 99:99:99 GMT", "2025",
     "Tue, 03 Jun 2025 09:00:00 +9999", "1" * 200],
)  # fmt: skip
def test_what_is_no_date_is_none(text):
    assert read_stamp(text) is None


def test_one_date_in_a_text_is_found_and_two_are_none():
    assert find_stamp("Published: Tuesday 3 June 2025 at 09:00").day == date(2025, 6, 3)
    assert find_stamp("From 3 June 2025 to 4 June 2025") is None
    assert find_stamp("no date") is None
