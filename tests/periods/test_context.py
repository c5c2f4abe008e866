"""What the words around an expression of time do to it: leads, neighbours, anchors, the future, names and counts."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.model import DocumentFacts
from transforms.periods import find_periods

Dated = tuple[str, str | None]


def read(text: str, published: str | None = None, inspection: tuple[date, date] | None = None) -> list[Dated]:
    """Each expression with its days as "first/last", or None."""
    facts = DocumentFacts(published_on=date.fromisoformat(published) if published else None)
    return [
        (period.text, f"{period.date_start}/{period.date_end}" if period.date_start else None)
        for period in find_periods(text, facts, inspection)
    ]


MARCH_14 = "2014-03-31/2014-03-31"

CASES: list[tuple[str, str | None, list[Dated]]] = [
    # A month takes the year of a date that it runs on from, whatever the day of publication says.
    (
        "In June 2013 there were 40, and in July 44.",
        "2016-02-01",
        [("In June 2013", "2013-06-01/2013-06-30"), ("in July", "2013-07-01/2013-07-31")],
    ),
    (
        "In December 2012 it was 40 and in January 31.",
        None,
        [("In December 2012", "2012-12-01/2012-12-31"), ("in January", "2013-01-01/2013-01-31")],
    ),
    (
        "In April 34 were done; in September 2018, 81.",
        None,
        [("In April", "2018-04-01/2018-04-30"), ("in September 2018", "2018-09-01/2018-09-30")],
    ),
    # A comparison ties nothing.
    (
        "It was 88 in January, compared with 67 in February 2020.",
        "2022-03-17",
        [("in January", "2022-01-01/2022-01-31"), ("in February 2020", "2020-02-01/2020-02-29")],
    ),
    (
        "It was 31 in January, down from 40 in December 2019.",
        "2022-03-17",
        [("in January", "2022-01-01/2022-01-31"), ("in December 2019", "2019-12-01/2019-12-31")],
    ),
    # Months in brackets lie in the year before the bracket.
    (
        "Quarter 3 of 2018-19 (October to December)",
        None,
        [("Quarter 3 of 2018-19", "2018-10-01/2018-12-31"), ("October to December", "2018-10-01/2018-12-31")],
    ),
    # A list of months, and what sums it up.
    (
        "Visits on time: May 84%, June 81%, July 88%. Reviews too in each of these months.",
        "2022-11-28",
        [
            ("May", "2022-05-01/2022-05-31"),
            ("June", "2022-06-01/2022-06-30"),
            ("July", "2022-07-01/2022-07-31"),
            ("in each of these months", "2022-05-01/2022-07-31"),
        ],
    ),
    # Counted from an anchor: in the sentence, after it, in the sentence before.
    (
        "There were 90 at the end of March 2023, against 95 a year earlier.",
        None,
        [("at the end of March 2023", "2023-03-31/2023-03-31"), ("a year earlier", "2022-03-31/2022-03-31")],
    ),
    (
        "It had 97 on 1 January 2020, up from 85 a year before.",
        None,
        [("on 1 January 2020", "2020-01-01/2020-01-01"), ("a year before", "2019-01-01/2019-01-01")],
    ),
    (
        "There were 56 in the year to March 2012 and 48 the year before.",
        None,
        [("in the year to March 2012", "2011-04-01/2012-03-31"), ("the year before", "2010-04-01/2011-03-31")],
    ),
    (
        "In 2016-17 it was 9. The following year it was 12.",
        None,
        [("In 2016-17", "2016-04-01/2017-03-31"), ("The following year", "2017-04-01/2018-03-31")],
    ),
    (
        "It was 9 in 2016-17 and 12 the following year.",
        None,
        [("in 2016-17", "2016-04-01/2017-03-31"), ("the following year", "2017-04-01/2018-03-31")],
    ),
    (
        "Against 95 a year earlier, there were 90 on 31 March 2014.",
        None,
        [("a year earlier", "2013-03-31/2013-03-31"), ("on 31 March 2014", MARCH_14)],
    ),
    (
        "It was 18 in February 2020 and 20 a month earlier.",
        None,
        [("in February 2020", "2020-02-01/2020-02-29"), ("a month earlier", "2020-01-01/2020-01-31")],
    ),
    (
        "It was 18 in February 2021 and 20 a year earlier.",
        None,
        [("in February 2021", "2021-02-01/2021-02-28"), ("a year earlier", "2020-02-01/2020-02-29")],
    ),
    (
        "It was 18 at 30 June 2014 and 20 two years earlier.",
        None,
        [("at 30 June 2014", "2014-06-30/2014-06-30"), ("two years earlier", "2012-06-30/2012-06-30")],
    ),
    (
        "18 did so in December 2019, against 31 in the same month of 2018.",
        None,
        [("in December 2019", "2019-12-01/2019-12-31"), ("in the same month of 2018", "2018-12-01/2018-12-31")],
    ),
    (
        "It was 25 in the second quarter of 2015–16, and 30 in the same quarter of 2014–15.",
        None,
        [
            ("in the second quarter of 2015–16", "2015-07-01/2015-09-30"),
            ("in the same quarter of 2014–15", "2014-07-01/2014-09-30"),
        ],
    ),
    (
        "It was 9 in May, compared with 12 in the same month last year.",
        "2018-06-21",
        [("in May", "2018-05-01/2018-05-31"), ("in the same month last year", "2017-05-01/2017-05-31")],
    ),
    # No anchor, or one that is not settled: nothing.
    ("This is better than 85% in the previous year.", "2015-07-20", [("in the previous year", None)]),
    (
        "At 31 March 2014 it had 9. It now has 12, up from 10 a year earlier.",
        None,
        [("At 31 March 2014", MARCH_14), ("now", None), ("a year earlier", None)],
    ),
    (
        "In May 2014 it was 9, worse than in the previous year.",
        None,
        [("In May 2014", "2014-05-01/2014-05-31"), ("in the previous year", None)],
    ),
    # The quarter that was named, and a quarter that takes its year.
    (
        "Performance, quarter 3 of 2018-19. In the quarter 90 were done.",
        None,
        [("quarter 3 of 2018-19", "2018-10-01/2018-12-31"), ("In the quarter", "2018-10-01/2018-12-31")],
    ),
    (
        "In quarter one of 2015–16 it took 90 days. In quarter two it took 40.",
        None,
        [("In quarter one of 2015–16", "2015-04-01/2015-06-30"), ("In quarter two", "2015-07-01/2015-09-30")],
    ),
    # "Since" opens, but not with "when" after it; nor "from" after a source.
    ("up since 31 March 2014, when it had 40, to 50", None, [("since 31 March 2014", MARCH_14)]),
    ("There have been 20 approvals since its launch in April 2014.", None, [("since its launch in April 2014", None)]),
    ("There have been 20 since the last inspection in 2014.", None, [("since the last inspection in 2014", None)]),
    ("about 30 during the last full inspection in early 2018", None, [("in early 2018", "2018-01-01/2018-04-30")]),
    ("Data from January 2015 show 44.", None, [("from January 2015", "2015-01-01/2015-01-31")]),
    ("Caseloads have risen from April 2015 on.", None, [("from April 2015", None)]),
    # "By" is a date only when it is past.
    ("By September that was up to 83 per cent.", "2012-11-01", [("By September", "2012-09-01/2012-09-30")]),
    ("The bill will reach £7m by March.", "2021-12-02", [("by March", None)]),
    ("It must find £88m by 2014.", "2012-11-01", [("by 2014", None)]),
    (
        "By the end of September 2016, 740 had gone.",
        "2017-01-24",
        [("By the end of September 2016", "2016-09-30/2016-09-30")],
    ),
    ("It aims to have 15 by March 2016.", "2017-01-24", [("by March 2016", None)]),
    # What will be is still to come.
    ("Council tax will rise by 3.5 per cent in April.", "2022-03-17", [("in April", "2022-04-01/2022-04-30")]),
    ("In April the cap will fall to 15.", "2022-03-17", [("In April", "2022-04-01/2022-04-30")]),
    ("The group meets next on Thursday and will hear of 9 cases.", None, [("on Thursday", None)]),
    # A school year beside another; a month that stands for its day.
    (
        "It was 95% in the 2017/18 school year and 94% in 2016/17.",
        None,
        [("in the 2017/18 school year", "2017-09-01/2018-08-31"), ("in 2016/17", "2016-09-01/2017-08-31")],
    ),
    (
        "up since 31 March 2014, when it had 412. The March 2014 figure is 37.9.",
        None,
        [("since 31 March 2014", MARCH_14), ("The March 2014", MARCH_14)],
    ),
    # Two months that do not follow each other are two periods.
    (
        "two cases in July and October 2021",
        None,
        [("in July", "2021-07-01/2021-07-31"), ("October 2021", "2021-10-01/2021-10-31")],
    ),
    (
        "12 in March 2014 and March 2015",
        None,
        [("in March 2014", "2014-03-01/2014-03-31"), ("March 2015", "2015-03-01/2015-03-31")],
    ),
    (
        "In the last 12 months (to 18 November): 16",
        "2015-02-03",
        [("In the last 12 months (to 18 November", "2013-11-19/2014-11-18")],
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), CASES)
def test_period_in_context(text: str, published: str | None, expected: list[Dated]) -> None:
    assert read(text, published) == expected


NO_DATE = [
    "Mr May added that it was 12.",
    "April Jones holds 12 cases and June Smith 14.",
    "Staff may hold 12 cases; they march on.",
    "under section 20 of the Children Act 1989",
    "the Review Regulations 2013",
    "© Crown copyright 2015",
    "about 2016 children were seen",
    "It costs £2014 a head.",
    "Call 0191 555 2014 or 01632 960 1999.",
    "There were 2,014 of them, or 1,998.",
    "up-to-date plans, kept up to date",
    "looked after reviews, after reviews",
    "second-hand, second reading, third place",
]


@pytest.mark.parametrize("text", NO_DATE)
def test_names_laws_and_counts_are_no_dates(text: str) -> None:
    assert [words for words, dates in read(text, "2018-05-05") if dates] == []
    assert not [words for words, _ in read(text, "2018-05-05") if words not in ("a head",)]


def test_last_twelve_months_end_with_the_inspection() -> None:
    inspection = (date(2015, 1, 20), date(2015, 2, 11))
    assert read("In the last 12 months:", "2015-03-27", inspection) == [
        ("In the last 12 months", "2014-02-12/2015-02-11")
    ]
    assert read("over the past year", "2015-03-27", inspection) == [("over the past year", "2014-02-12/2015-02-11")]
    assert read("in the last six months", "2015-03-27", inspection) == [("in the last six months", None)]
    assert read("At the time of the inspection", None, inspection) == [("At the time of the inspection", None)]


def test_a_broken_line_is_a_space() -> None:
    assert read("At 31\nMarch 2014 and in the\nyear to March\n2012") == [
        ("At 31\nMarch 2014", MARCH_14),
        ("in the\nyear to March\n2012", "2011-04-01/2012-03-31"),
    ]


def test_an_impossible_day_of_publication_settles_nothing() -> None:
    assert read("in March, last week, yesterday", "9999-12-31") == [
        ("in March", None),
        ("last week", None),
        ("yesterday", None),
    ]


def test_the_head_of_a_page_says_nothing_of_the_numbers_beside_it() -> None:
    text = "There were\nInspection of Westmere\n17 to 28 January 2022 10\n12 teams between 17 and 28 January 2022."
    assert read(text) == [
        ("17 to 28 January 2022", None),
        ("between 17 and 28 January 2022", "2022-01-17/2022-01-28"),
    ]
