"""Which role the words around a number give it. The sentences are made up; each holds one way of saying it."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.codelists import Codelists
from transforms.extraction import extract
from transforms.mentions.masking import Masked, Slot
from transforms.mentions.roles import Circumstances, role_of
from transforms.model import DocumentFacts
from transforms.quantities import read_quantities

PUBLISHED = date(2019, 11, 14)


def roles(text: str, codelists: Codelists) -> dict[str, str]:
    """The role of each number of a text about Rutland, by its surface."""
    facts = DocumentFacts(published_on=PUBLISHED, authority="E06000017")
    return {mention.surface: mention.role for mention in extract(text, facts, codelists).mentions}


CURRENT = [
    ("The council hopes that the four children's homes it runs will become six.", "four"),
    ("Social workers have an average caseload of 19.", "19"),
    ("Since the previous inspection the council has reported seven serious incidents to Ofsted.", "seven"),
    ("A paper that went before the scrutiny panel puts the average caseload at 20.6.", "20.6"),
    ("Ninety children went missing from care, and two thirds had a return home interview.", "two thirds"),
    ("All visits took place when they should have, and nine in ten reviews were on time.", "nine in ten"),
    ("Benefits flow from the £4m that members have added to the children's services budget.", "£4m"),
    ("Members will be told on Tuesday that 512 children were in care.", "512"),
    ("By Easter the average caseload will be 17, not 24.", "24"),
]
PREVIOUS = [
    ("Under the old structure a manager could be responsible for 130 cases.", "130"),
    ("My first year the average caseload was 31.", "31"),
    ("When the inspectors were in, one social worker had a caseload of 44.", "44"),
    ("Caseloads fell from 31 to 19.", "31"),
    ("The average caseload is 19, against 26 two years ago.", "26"),
    ("The average caseload is 19. Before the takeover it had been 33.", "33"),
    ("When she arrived, 140 children had no social worker.", "140"),
    ('"I had 35 cases and no manager," one social worker said.', "35"),
    ("When I started I had a caseload of 41.", "41"),
    ("Turnover has halved since 2016, when it was 28 per cent.", "28 per cent"),
    ("The previous forecast for an overspend was £3m.", "£3m"),
    ("There are five teams and there were also two teams for court work.", "two"),
]
TARGET = [
    ("The council hopes to bring the average caseload down to 14 by next summer.", "14"),
    ("The trust does not let any social worker hold a caseload of more than 19.", "more than 19"),
    ("Nobody would be asked to hold a caseload of more than 16, managers had promised.", "more than 16"),
    ("Rutland has 90 foster carers but reckons it needs 125.", "125"),
    ("The council's target is an average caseload of 16.", "16"),
    ("The council wants nobody to hold a caseload above 18.", "above 18"),
    ("Rutland has 90 foster carers but could do with 120.", "120"),
    ("The contract says assessments must reach 85 per cent on time.", "85 per cent"),
    ("The council has the money for 75 social workers.", "75"),
    ("The average caseload is 14 (maximum permitted: 19).", "maximum permitted: 19"),
    ("Give us caseloads of fewer than 15, the union says.", "fewer than 15"),
    ("Managers answer for 130 cases, when they should have 80.", "80"),
]
PROJECTED = [
    ("The department is on course to overspend its budget by £4m.", "£4m"),
    ("Children's services will finish the year £5m in the red.", "£5m"),
    ("A £6m overspend looms over the children's department.", "£6m"),
    ("Members agreed to pay for 30 extra social workers to be hired.", "30"),
    ("The number of team managers would go up from four to seven.", "seven"),
    ("The council must find savings of £2m.", "£2m"),
]
NATIONAL = [
    ("The vacancy rate is 9 per cent, compared with 16 per cent nationally and 12 per cent in Suffolk.", "16 per cent"),
    ("The vacancy rate is 12 per cent, compared with 16 per cent in England.", "16 per cent"),
    ("The vacancy rate is 12 per cent; the national average is 16 per cent.", "16 per cent"),
    ("Nationally, statistics show a turnover rate of 15% and a vacancy rate of 17%.", "17%"),
]
COMPARATOR = [
    ("The vacancy rate is 12 per cent, below the 18 per cent for statistical neighbours.", "18 per cent"),
    ("The vacancy rate is 12 per cent, and the average for rural councils is 14 per cent.", "14 per cent"),
    ("The vacancy rate is 12 per cent, well below the 18 per cent average for councils like ours.", "18 per cent"),
]


@pytest.mark.parametrize(
    ("text", "surface", "role"),
    [
        (text, surface, role)
        for role, cases in (
            ("current", CURRENT),
            ("previous", PREVIOUS),
            ("target", TARGET),
            ("projected", PROJECTED),
            ("national", NATIONAL),
            ("comparator", COMPARATOR),
        )
        for text, surface in cases
    ],
)
def test_role_by_words(text: str, surface: str, role: str, codelists: Codelists) -> None:
    assert roles(text, codelists)[surface] == role


def test_a_move_to_come_starts_from_today(codelists: Codelists) -> None:
    found = roles("The number of team managers would go up from four to seven.", codelists)
    assert found == {"four": "current", "seven": "projected"}


def test_the_word_of_one_clause_does_not_reach_the_next(codelists: Codelists) -> None:
    text = "Core assessments on time went from 58 per cent to 82 per cent and now beat England's 76 per cent."
    found = roles(text, codelists)
    assert found["82 per cent"] == "current"


def bare(words: str) -> Masked:
    """A masked sentence of ``words`` in which # is the one number."""
    (quantity,) = read_quantities("12")
    return Masked(words.replace("#", "\ue010"), [Slot(words.index("#"), "N", quantity, own=True)])


@pytest.mark.parametrize(
    ("known", "role"),
    [
        (Circumstances("teams"), "current"),
        (Circumstances("teams", named_kind="national"), "national"),
        (Circumstances("teams", named_kind="region"), "comparator"),
        (Circumstances("teams", is_other=True), "comparator"),
        (Circumstances("teams", is_other=True, several=True), "current"),
        (Circumstances("teams", past=True), "previous"),
        (Circumstances("investment", past=True), "current"),
        (Circumstances("teams", to_come=True), "projected"),
        (Circumstances("savings_required"), "projected"),
    ],
)
def test_role_by_circumstances(known: Circumstances, role: str) -> None:
    assert role_of(bare("there are # teams."), 0, known) == role


def test_a_promise_that_is_due_is_a_target() -> None:
    masked = bare("we said # by then.")
    assert role_of(masked, 0, Circumstances("agency_worker_rate", to_come=True)) == "target"


def test_another_authority_beside_is_no_earlier_level() -> None:
    masked = bare("compared with #.")
    assert role_of(masked, 0, Circumstances("teams")) == "previous"
    assert role_of(masked, 0, Circumstances("teams", is_other=True, several=True, elsewhere=True)) == "current"


def test_more_than_the_average_is_the_places_own(codelists: Codelists) -> None:
    text = "A larger share of children than the national average had three or more placements (13% compared with 11%)."
    assert roles(text, codelists) == {"13%": "current", "11%": "national"}


def test_in_line_with_others_is_the_places_own(codelists: Codelists) -> None:
    text = (
        "The share of care leavers in education, employment or training, at 55%, is in line with regional comparators."
    )
    assert roles(text, codelists) == {"55%": "current"}


def test_an_improvement_on_an_earlier_figure(codelists: Codelists) -> None:
    text = (
        "Two thirds of care leavers are in education, employment or training, an improvement on last year's figure "
        "of 45%."
    )
    assert roles(text, codelists) == {"Two thirds": "current", "45%": "previous"}


def test_a_move_by_a_day_that_has_gone_is_no_forecast(codelists: Codelists) -> None:
    text = (
        "Help is now available to support staff, with more on a child protection plan (from 13 to 15 per 10,000 "
        "children) by June 2019."
    )
    assert roles(text, codelists) == {"13": "previous", "15 per 10,000": "current"}
