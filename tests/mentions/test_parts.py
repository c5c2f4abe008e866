"""Counts of some of a group, and of the whole of it in like words. The sentences are made up."""

from __future__ import annotations

import pytest

from tests.mentions.bound import bound

SOME = [
    # what they do, or what is done with them
    "Fourteen looked after children met the lead member.",
    "There were 31 children looked after who had changed school.",
    "In the spring 22 looked after children contacted an advocate.",
    "18 children in care were waiting for a therapist.",
    "There are nine children in care attending a pupil referral unit.",
    "Eleven looked after children at high risk of exploitation have a plan.",
    "60 care leavers studying at college get a grant.",
    "Thirty-one care leavers in such flats get help.",
    "No children in care have been excluded this year.",
    "There are no children in care who ought to be at home.",
    "48 children in need, some of whom were referred long ago, had not been seen.",
    "Five unaccompanied asylum seekers spoke of long journeys.",
    # a sample, the rest, or a list
    "A group of 12 looked after children advises the board.",
    "A survey of 40 care leavers found this.",
    "The service is not in touch with 26 care leavers.",
    "It is in touch with all but four of its care leavers.",
    "Seven of 15 young people in foster care felt settled.",
    "The council offered summer jobs within its parks for 14 care leavers.",
    "A list names the top 20 missing children.",
    "Inspectors met with 14 children in care.",
    "A third of the 24 care leavers spoken to said so.",
    "Of the 30 children in care whose files were read most had plans.",
    "There are 18 looked after children in Year 11.",
    "The 12 looked after children in the unit are doing well.",
    "There are 200 children in care aged over 11.",
    "The team holds 140 children in need cases.",
    "A panel named 35 children in care whom it would be right to send home.",
    "Eight children looked after by other authorities are at school here.",
    # another noun, or another number of the same
    "The three looked after children nurses share an office.",
    "Four children in care councils met in May.",
    "There is no helpline for children on child protection plans.",
    # the name of the group before a number of something else
    "The service supports children in care from 16.",
    "Children in care can turn to a mentor, with 45 young people doing so.",
    "The number of reviews of looked after children was 1,410.",
    "More children in care live with relatives, 38 of them for good.",
    "A fifth of looked after children (96) change school.",
    "Few children stay on child protection plans for a year, and none for longer.",
]
WHOLE = [
    ("There are 640 looked after children in the county.", [("640", "children_looked_after")]),
    ("In all 640 looked after children are known to the service.", [("640", "children_looked_after")]),
    ("The 640 looked after children in the county have settled homes.", [("640", "children_looked_after")]),
    ("There were 640 children in care, who come from every town.", [("640", "children_looked_after")]),
    (
        "There were 640 children in care compared with 590.",
        [("640", "children_looked_after"), ("590", "children_looked_after")],
    ),
    ("Six of the 640 looked after children changed school.", [("640", "children_looked_after")]),
    ("Only two of the 310 care leavers were homeless.", [("310", "care_leavers")]),
    ("She is one of 310 young people who are helped by the leaving care team.", [("310", "care_leavers")]),
    ("There are 640 children in care whom the council looks after.", [("640", "children_looked_after")]),
    ("There are no children in care.", [("no", "children_looked_after")]),
    ("263 children had a child protection plan.", [("263", "child_protection_plans")]),
    ("There are 1,940 children in need in this county.", [("1,940", "children_in_need")]),
    ("A further 1,940 children were in need.", [("1,940", "children_in_need")]),
    (
        "It is a picture of the looked after children population, which has fallen from 640 to 590.",
        [("640", "children_looked_after"), ("590", "children_looked_after")],
    ),
    ("The number of children in care stood at 640.", [("640", "children_looked_after")]),
]


@pytest.mark.parametrize("text", SOME)
def test_a_part_of_the_group_is_left_out(text: str) -> None:
    assert bound(text) == []


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_the_whole_in_like_words_stays(text: str, expected: list[tuple[str, str]]) -> None:
    assert bound(text) == expected


def test_a_part_that_has_a_code_takes_it() -> None:
    assert bound("Nineteen looked after children do not have an allocated social worker.") == [
        ("Nineteen", "unallocated_cases")
    ]
    assert bound("An audit of 40 missing children was done.") == [("40", "cases_inspected")]


def test_the_whole_beside_a_part_does_not_do_what_the_part_does() -> None:
    assert bound("Nine (15%) out of 58 young people are living in houses of multiple occupation.") == [
        ("Nine", "cla_ceased_hmo")
    ]


def test_of_two_numbers_the_whole_is_read() -> None:
    assert bound("Seventy child protection plans out of 190 had this feature.") == [("190", "child_protection_plans")]


def test_a_part_takes_no_metric_from_the_sentence_before() -> None:
    text = "In all 140 children live outside the county. Twelve children living outside it have not had a review."
    assert bound(text) == [("140", "cla_outside_area")]


def test_what_is_told_after_the_number_of_those_outside() -> None:
    assert bound("One young person placed out of county was seen by an inspector.") == []
    assert bound("The 140 children placed outside the county see a nurse.") == [("140", "cla_outside_area")]
