"""Expressions that point back to a time named before."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.model import DocumentFacts
from transforms.periods import find_periods
from transforms.periods.anaphora import settle_back, settle_previous_one, settle_the_year

PUBLISHED = date(2020, 1, 15)


def last_period(text: str) -> tuple[str, str | None]:
    period = find_periods(text, DocumentFacts(published_on=PUBLISHED))[-1]
    return period.text, f"{period.date_start}/{period.date_end}" if period.date_start else None


CASES = [
    ("It took 90 in 2017-18. In the same year it closed 80.", "In the same year", "2017-04-01/2018-03-31"),
    ("It took 90 in 2017-18 and closed 80 that year.", "that year", "2017-04-01/2018-03-31"),
    ("At 30 June 2019 it had 12. The town had 9 on the same date.", "on the same date", "2019-06-30/2019-06-30"),
    (
        "In the quarter to September 2019 it took 90. Over those three months it closed 80.",
        "Over those three months",
        "2019-07-01/2019-09-30",
    ),
    (
        "In the first half of 2017-18 it took 90, and 40 in the same six months.",
        "in the same six months",
        "2017-04-01/2017-09-30",
    ),
    (
        "At 31 December 2019 it had 12. In the nine months to that date 30 left.",
        "In the nine months to that date",
        "2019-04-01/2019-12-31",
    ),
    (
        "They came between November 25 and December 6. Over that fortnight they read 200.",
        "Over that fortnight",
        "2019-11-25/2019-12-06",
    ),
    (
        "They came on 3 and 4 September 2019. They read 32 over the two days.",
        "over the two days",
        "2019-09-03/2019-09-04",
    ),
    (
        "In the six months to 30 September 2019 it took 90. It closed 80 over the half-year.",
        "over the half-year",
        "2019-04-01/2019-09-30",
    ),
    ("It took 90 in June 2019. During the month 12 were closed.", "During the month", "2019-06-01/2019-06-30"),
    (
        "At 31 March 2019 it had 12. Over the year to that date 30 left.",
        "Over the year to that date",
        "2018-04-01/2019-03-31",
    ),
    (
        "It had 12 on 12 June 2019. At the end of that month it had 15.",
        "At the end of that month",
        "2019-06-30/2019-06-30",
    ),
    (
        "It took 90 in 2017-18. At the start of that year it had 15.",
        "At the start of that year",
        "2017-04-01/2017-04-01",
    ),
    ("It took 90 from April to June 2019. At the end of that month it had 15.", "At the end of that month", None),
    ("It took 90 in 2017-18. Over the period 12 left.", "Over the period", "2017-04-01/2018-03-31"),
    ("It had 12 in June 2019. Two years before that they had 15.", "Two years before", "2017-06-01/2017-06-30"),
    # what the level is held against is not what the words point back to
    (
        "It had 12 in June 2019, compared with 9 in June 2018. In the same month 4 left.",
        "In the same month",
        "2019-06-01/2019-06-30",
    ),
    (
        "At 30 September 2019 it had 12. A year earlier it had 9. On the same date 4 were empty.",
        "On the same date",
        "2019-09-30/2019-09-30",
    ),
    ("There were 12 at 30 June 2019. At that point 9 were full.", "At that point", "2019-06-30/2019-06-30"),
    ("There were 12 in June 2019. At that point 9 were full.", "At that point", None),
    (
        "It took 90 between July and September 2019. In the previous three months it took 80.",
        "In the previous three months",
        "2019-04-01/2019-06-30",
    ),
    ("It took 90 in June 2019. In the previous three months it took 80.", "In the previous three months", None),
    ("It took 2,600 in February 2019 and 1,700 that April.", "that April", "2019-04-01/2019-04-30"),
    (
        "It took 90 between April and December 2019, up from 70 in the same months of 2018.",
        "in the same months of 2018",
        "2018-04-01/2018-12-31",
    ),
    (
        "It has £34m this financial year, having gone £2m over in the last one.",
        "in the last one",
        "2018-04-01/2019-03-31",
    ),
    ("For 2019-20 it has £90m. The forecast for the year is £93m.", "for the year", "2019-04-01/2020-03-31"),
    ("On 31 March 2019 it had 90. A twelvemonth earlier it had 71.", "A twelvemonth earlier", "2018-03-31/2018-03-31"),
    ("It took 90 in 2018-19. The year before it had been 70.", "The year before", "2017-04-01/2018-03-31"),
    (
        "In October 93 were done, whereas two years previously the count was 61.",
        "two years previously",
        "2017-10-01/2017-10-31",
    ),
    # the unit must fit
    ("It took 90 in 2017-18. On that date it had 80.", "On that date", None),
    ("In June 2019 it took 90. In the same year it closed 80.", "In the same year", None),
]


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_points_back(text: str, words: str, expected: str | None) -> None:
    assert last_period(text) == (words, expected)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("It took 1,000 in the last quarter of 2018.", "in the last quarter of 2018", "2018-10-01/2018-12-31"),
        ("In the year that ended in March it took 1,000.", "In the year that ended in March", "2018-04-01/2019-03-31"),
        ("It had 390 on March 31 last year.", "on March 31 last year", "2019-03-31/2019-03-31"),
        ("It was 30; as recently as July it was none.", "as recently as July", "2019-07-01/2019-07-31"),
        ("By December I'll be glad if it is 10.", "By December", None),
    ],
)
def test_other_new_forms(text: str, words: str, expected: str | None) -> None:
    assert last_period(text) == (words, expected)


def test_a_multiple_does_not_share_its_year() -> None:
    periods = find_periods(
        "It was 927 on October 19, nearly treble the 315 it had in October 2017.", DocumentFacts(published_on=PUBLISHED)
    )
    assert [period.date_start for period in periods] == [date(2019, 10, 19), date(2017, 10, 1)]


YEAR = (date(2018, 4, 1), date(2019, 3, 31))
MONTH = (date(2019, 6, 1), date(2019, 6, 30))


def test_nothing_named_nothing_settled() -> None:
    assert settle_back("same year", []) is None
    assert settle_back("that April", []) is None
    assert settle_previous_one([]) is None
    assert settle_the_year([MONTH]) is None


def test_the_nearest_that_fits() -> None:
    assert settle_back("same year", [MONTH, YEAR]) == YEAR
    assert settle_back("same month", [YEAR, MONTH]) == MONTH
    assert settle_back("same period", [MONTH, YEAR]) == MONTH
    assert settle_previous_one([MONTH, YEAR]) == (date(2017, 4, 1), date(2018, 3, 31))
