"""Which values of a run are earlier levels. The sentences are made up."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.codelists import Codelists
from transforms.extraction import extract
from transforms.model import DocumentFacts


def roles(text: str, codelists: Codelists) -> list[tuple[str, str]]:
    """The numbers of a text about Rutland with their roles, in order."""
    facts = DocumentFacts(published_on=date(2019, 11, 14), authority="E06000017")
    return [(mention.surface, mention.role) for mention in extract(text, facts, codelists).mentions]


CASES: list[tuple[str, list[tuple[str, str]]]] = [
    # the last of a run is current
    (
        "Reviews on time: 71% in 2016-17, 80% in 2017-18 and 92% in 2018-19.",
        [("71%", "previous"), ("80%", "previous"), ("92%", "current")],
    ),
    # a season that goes on is later than any date
    (
        "In 2017 the average caseload was 24. This autumn the average caseload is 17.",
        [("24", "previous"), ("17", "current")],
    ),
    # a sum that is over, beside the forecast for the next
    (
        "The children's services overspend is forecast to be £6m in 2019-20. In 2018-19 the overspend was £4m.",
        [("£6m", "projected"), ("£4m", "previous")],
    ),
    # a sentence that goes on about the same sum
    (
        "The children's services budget was £72m in 2017-18. In 2019-20 it is £90m.",
        [("£72m", "previous"), ("£90m", "current")],
    ),
    # "now" is later than any date
    ("In 2016 the service had 12 teams. It now has 19 teams.", [("12", "previous"), ("19", "current")]),
    (
        "The re-referral rate was 24% in 2017/18 and is 19% so far this year.",
        [("24%", "previous"), ("19%", "current")],
    ),
    # an earlier level told after the one of today
    ("The council has 180 foster carers. In 2014 there were 150.", [("180", "current"), ("150", "previous")]),
    # what one day counts is not outdone by a headline
    (
        "The council looks after 300 children\n\nThe council was looking after 304 children on 1 October.",
        [("300", "current"), ("304", "current")],
    ),
    # a move told in the perfect
    (
        "In the last quarter 55% of reviews were on time and this has increased to 61%.",
        [("55%", "previous"), ("61%", "current")],
    ),
    (
        "The vacancy rate stood at 18 per cent in the summer, but has since fallen to 12 per cent.",
        [("18 per cent", "previous"), ("12 per cent", "current")],
    ),
    # things that add up
    (
        "Two serious case reviews were published in 2018 and one more serious case review is under way.",
        [("Two", "current"), ("one", "current")],
    ),
    # a later date that is counted from the first
    (
        "The number of children in need, 1,764 at the end of March 2018, was 1,602 a year later.",
        [("1,764", "previous"), ("1,602", "current")],
    ),
    # two in one breath
    ("There used to be four teams of six social workers.", [("four", "previous"), ("six", "previous")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_levels_of_a_run(text: str, expected: list[tuple[str, str]], codelists: Codelists) -> None:
    assert roles(text, codelists) == expected


def test_the_rate_of_an_earlier_count_is_earlier(codelists: Codelists) -> None:
    text = (
        "There are now 450 children subject to child protection plans. This is an increase since 31 March 2018, when "
        "there were 412. The March 2018 figure represents 37.9 children per 10,000."
    )
    assert roles(text, codelists)[1:] == [("412", "previous"), ("37.9 children per 10,000", "previous")]


def test_values_of_two_authorities_are_no_run(codelists: Codelists) -> None:
    text = "Rutland's vacancy rate was 12 per cent in June 2018. In Herefordshire the vacancy rate is now 20 per cent."
    facts = DocumentFacts(published_on=date(2019, 11, 14))
    first, *_ = extract(text, facts, codelists).mentions
    assert first.role == "current"
