"""Which expression of time a number takes. The sentences are made up."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.codelists import Codelists
from transforms.extraction import extract
from transforms.mentions.dated import UNDATED, Dated, for_school, from_anchor, order_key
from transforms.model import DocumentFacts

PUBLISHED = date(2019, 11, 14)


def days(text: str, codelists: Codelists) -> dict[str, str | None]:
    """The days of each number of a text about Rutland, by its surface."""
    facts = DocumentFacts(published_on=PUBLISHED, authority="E06000017")
    return {
        mention.surface: f"{mention.period_start}/{mention.period_end}" if mention.period_start else None
        for mention in extract(text, facts, codelists).mentions
    }


JUNE = "2019-06-01/2019-06-30"
MARCH_31 = "2019-03-31/2019-03-31"
YEAR_19 = "2018-04-01/2019-03-31"
CASES: list[tuple[str, dict[str, str | None]]] = [
    ("In June 88 per cent of reviews were on time.", {"88 per cent": JUNE}),
    ("There were 214 child protection plans at 31 March 2019.", {"214": MARCH_31}),
    ("There were 214 child protection plans at 31 March 2019, or 48 per 10,000.", {"214": MARCH_31}),
    # a time inside a relative clause that is over
    (
        "The trust, which took over in April 2016, had 48 vacant posts at 31 March 2019.",
        {"48": MARCH_31},
    ),
    ("A campaign that began in June has brought in 12 new social workers.", {"12": None}),
    # a target in brackets is for no month
    ("In June 88 per cent of reviews were on time (target 95 per cent).", {"88 per cent": JUNE, "95 per cent": None}),
    # a change and its level are of one time
    ("Referrals rose by 8% in June to 415.", {"415": JUNE}),
    # the plan is current, not the number
    ("In June 88 per cent of children in care had a current personal education plan.", {"88 per cent": JUNE}),
    # two ways of printing one thing share its time
    (
        "At 31 March 2019 the council looked after 320 children (48 per 10,000).",
        {"320": MARCH_31, "48 per 10,000": MARCH_31},
    ),
    (
        "On 31 March 208 social workers were in post, and 52 of those were agency staff – 25 per cent.",
        {"25 per cent": MARCH_31},
    ),
    # two of a kind in brackets are two times
    ("Adopted: 38 children in 2018/19 (31 in 2017/18).", {"38": YEAR_19, "31": "2017-04-01/2018-03-31"}),
    # the time of one clause is not that of the next
    (
        "Visits were up to date in 98 per cent of cases in June, and nine in ten reviews are on time.",
        {"nine in ten": None},
    ),
    ("The council has 129 agency workers, at a cost last year of £11.9m.", {"129": None}),
    ("There are 33 agency workers, where in 2017 there were 60.", {"33": None, "60": "2017-01-01/2017-12-31"}),
    # the time of what a level is held against
    ("Nineteen children are privately fostered, the same as in June.", {"Nineteen": None}),
    (
        "72 per cent of initial child protection conferences were in time in June, short of 77 per cent in England.",
        {"72 per cent": JUNE, "77 per cent": None},
    ),
    # when something was told is not when it was so
    ("The council has nine vacant social work posts, councillors heard on Monday.", {"nine": None}),
    ("This morning there are 12 children without a social worker.", {"12": None}),
    # a time in the definition of a measure
    (
        "In June 24 per cent of referrals were about families who had been referred in the previous 12 months.",
        {"24 per cent": JUNE},
    ),
    # words that point back
    (
        "There were 3,020 referrals in 2018-19. In the same year 18 per cent were re-referrals.",
        {"18 per cent": YEAR_19},
    ),
    # "of the" so many, with a time: the time is for all that follows
    (
        "Of the 71 young people who left care in 2018-19, four have returned to care.",
        {"four": YEAR_19},
    ),
    # a comparison counts from its own sentence
    (
        "In June 88 per cent of reviews were on time. Caseloads average 19, compared with 24 a year earlier.",
        {"19": None, "24": None},
    ),
    # an open range settles nothing
    ("Between the start of 2016 and the time of the inspection, 18 serious case reviews were completed.", {"18": None}),
    # a time at the end of a list holds for all of it
    (
        "Some 92 per cent of care leavers were in touch and 88 per cent were in suitable accommodation in June.",
        {"Some 92 per cent": JUNE, "88 per cent": JUNE},
    ),
    # what members will hear of is past
    ("Members will be told on Tuesday that 512 children were in care on 31 October.", {"512": "2019-10-31/2019-10-31"}),
    # attendance runs by the school year
    (
        "School attendance of children looked after was 95 per cent in 2018/19.",
        {"95 per cent": "2018-09-01/2019-08-31"},
    ),
    # an end that is still to come settles nothing
    ("The average caseload will be 17 by January 2021.", {"17": None}),
    # the days that are stated in brackets hold
    ("In the last 12 months (between 1 April 2018 and 31 March 2019) there were 12 adoptions.", {"12": YEAR_19}),
    ("Now (at 31 March 2019) 214 children have a child protection plan.", {"214": MARCH_31}),
    # the time of a yardstick in brackets is not that of the level
    (
        "Free school meals go to 16% of primary pupils (the national average in June was 17%).",
        {"16%": None, "17%": JUNE},
    ),
    # an earlier level is told from its day
    ("Now 10 children are privately fostered, unchanged from the 12 from 31 March 2019.", {"10": None, "12": MARCH_31}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_time_of_a_number(text: str, expected: dict[str, str | None], codelists: Codelists) -> None:
    found = days(text, codelists)
    assert {surface: found[surface] for surface in expected} == expected


def test_cases_are_read_on_the_days_of_the_visit(codelists: Codelists) -> None:
    text = "Inspectors spent two days with the council last month. They read 36 case files."
    assert days(text, codelists)["36"] == "2019-10-01/2019-10-31"


def test_a_lead_in_may_date_something_else(codelists: Codelists) -> None:
    text = (
        "The board, which was set up after the inspection in March 2012, was told that:\n\n"
        "• 404 children are looked after\n• 103 referrals came last month\n"
    )
    assert days(text, codelists) == {"404": None, "103": "2019-10-01/2019-10-31"}


def dated(kind: str, text: str, start: date | None = None, end: date | None = None) -> Dated:
    return Dated(start, end, text, kind, True)


@pytest.mark.parametrize(
    ("chosen", "past", "to_come", "nothing"),
    [
        (UNDATED, False, False, True),
        (dated("vague_past", "two years ago"), True, False, False),
        (dated("year_later", "a year later"), False, False, False),
        (dated("month", "as recently as July", date(2019, 7, 1), date(2019, 7, 31)), True, False, False),
        (dated("deadline", "by December"), False, True, False),
        (dated("season", "by next summer"), False, True, True),
        (dated("vague_now", "now"), False, False, True),
    ],
)
def test_what_the_words_say(chosen: Dated, past: bool, to_come: bool, nothing: bool) -> None:
    assert (chosen.is_past, chosen.to_come, chosen.settles_nothing) == (past, to_come, nothing)


def test_order_key_takes_the_end_or_a_year_that_is_named() -> None:
    assert order_key(dated("month", "in June", date(2019, 6, 1), date(2019, 6, 30))) == (2019, 6)
    assert order_key(dated("since", "since 2015")) == (2015, 6)
    assert order_key(UNDATED) is None


def test_a_year_earlier_counts_from_its_anchor() -> None:
    anchor = dated("day", "at 31 March 2019", date(2019, 3, 31), date(2019, 3, 31))
    counted = from_anchor(dated("year_earlier", "a year earlier"), anchor)
    assert (counted.start, counted.end) == (date(2018, 3, 31), date(2018, 3, 31))
    assert from_anchor(dated("vague_now", "now"), anchor).start is None


def test_for_school_leaves_other_kinds_alone() -> None:
    june = dated("month", "in June", date(2019, 6, 1), date(2019, 6, 30))
    assert for_school(june) is june
