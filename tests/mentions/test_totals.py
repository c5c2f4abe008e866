"""Parts and rates that take the time of their total. The sentences are made up."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.codelists import Codelists
from transforms.extraction import extract
from transforms.mentions.totals import TOTAL_OF, says_part
from transforms.model import DocumentFacts

MARCH_31 = date(2019, 3, 31)


def last_days(text: str, codelists: Codelists) -> dict[str, date | None]:
    """The last day of the period of each number of a text about Rutland."""
    facts = DocumentFacts(published_on=date(2019, 11, 14), authority="E06000017")
    return {mention.surface: mention.period_end for mention in extract(text, facts, codelists).mentions}


def test_every_total_is_a_metric(codelists: Codelists) -> None:
    named = set(TOTAL_OF) | {total for totals in TOTAL_OF.values() for total in totals}
    # enquiries are looked for under an older name too
    assert named - set(codelists.metrics) <= {"section_47_enquiries"}


@pytest.mark.parametrize("words", ["of this number:", "of these", "break the total down like this:", "all told, 217"])
def test_words_for_a_part(words: str) -> None:
    assert says_part(words)


def test_other_words_are_none() -> None:
    assert not says_part("the council said that:")


def test_parts_in_a_list_take_the_date_of_the_total(codelists: Codelists) -> None:
    text = (
        "At 31 March 2019, 320 children were being looked after by the local authority.\n\nOf this number:\n"
        "• 120 (38%) live outside the local authority area\n• 24 live in residential children's homes\n"
    )
    assert set(last_days(text, codelists).values()) == {MARCH_31}


def test_flows_go_on_under_one_time(codelists: Codelists) -> None:
    text = "In 2018-19, 212 children ceased to be looked after. Thirty-eight of them were adopted."
    found = last_days(text, codelists)
    assert found["212"] == found["Thirty-eight"] == MARCH_31


CARRIED = [
    (
        "There were 320 looked-after children at 31 March 2019. The rate, 48 per 10,000, was above England's.",
        "48 per 10,000",
    ),
    ("At 31 March 2019 there were 11 vacancies. The vacancy rate, 13%, was lower than a year before.", "13%"),
]


@pytest.mark.parametrize(("text", "surface"), CARRIED)
def test_a_rate_put_in_between_is_that_of_the_count(text: str, surface: str, codelists: Codelists) -> None:
    assert last_days(text, codelists)[surface] == MARCH_31


STANDING = [
    ("The rate of children in care is 48 per 10,000.", "48 per 10,000"),
    ("A quarter of the county's looked-after children live outside Rutland.", "A quarter"),
]


@pytest.mark.parametrize(("sentence", "surface"), STANDING)
def test_how_things_stand_now_takes_no_date(sentence: str, surface: str, codelists: Codelists) -> None:
    text = f"There were 320 looked-after children at 31 March 2019. {sentence}"
    assert last_days(text, codelists)[surface] is None


def test_there_were_goes_on_counting_for_the_day(codelists: Codelists) -> None:
    text = "At 31 March 2019 there were 1,876 children in need. There were 228 with a child protection plan."
    assert last_days(text, codelists) == {"1,876": MARCH_31, "228": MARCH_31}


LEADS = [
    "This is similar to 310 at 31 March 2018. Of this number:",
    "This compares to 310 (46 per 10,000) at 31 March 2018. Of this number:",
    "This was 310 at 31 March 2018. Of this number:",
    "This is a decrease from 330 at 31 March 2018:",
]


@pytest.mark.parametrize("lead", LEADS)
def test_parts_take_the_date_of_the_latest_total(lead: str, codelists: Codelists) -> None:
    text = (
        f"At 31 March 2019, 320 children were being looked after by the local authority. {lead}\n"
        "• 120 (38%) live outside the local authority area\n• 24 live in residential children's homes\n"
    )
    found = last_days(text, codelists)
    assert {found["120"], found["38%"], found["24"]} == {MARCH_31}
