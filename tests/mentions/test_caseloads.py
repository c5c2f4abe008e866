"""Whose caseload a number is; the sentences are made up."""

from __future__ import annotations

import pytest

from tests.mentions.bound import bound, masked
from transforms.mentions.caseloads import METRIC, caseload_metric, masked_value

WORKER, MANAGER, IRO, ADVISER = METRIC["worker"], METRIC["manager"], METRIC["iro"], METRIC["pa"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Caseloads average 18.", [WORKER]),
        ("Social workers hold 18 cases.", [WORKER]),
        ("Each team manager oversees 96 cases.", [MANAGER]),
        ("Independent reviewing officers hold 72 cases each.", [IRO]),
        ("Personal advisers hold 27 cases each.", [ADVISER]),
        ("Reviewing officers hold 70 cases; social workers hold 18.", [IRO, WORKER]),
        ("Social workers hold 18 cases, while managers oversee 110.", [WORKER, MANAGER]),
        ("Caseloads of 72 are the lot of an independent reviewing officer.", [IRO]),
        ("Managers said that caseloads were 22.", [WORKER]),
        ("Bosses have told managers that nobody should carry more than 20 cases.", [WORKER]),
        ("Her manager runs a team of six social workers and oversees 105 cases.", ["social_workers_per_team", MANAGER]),
    ],
)
def test_the_holder_named_nearest_before_counts(text: str, expected: list[str]) -> None:
    assert [metric for _, metric in bound(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Team managers are stretched. Each has 95 cases.", MANAGER),
        ("Personal advisers are busy. Their caseloads average 27.", ADVISER),
        ("The managers have gone. Caseloads in these teams are 95.", WORKER),
        ("Reviewing officers are few. Caseloads average 77.", IRO),
        ("Reviewing officers are few. Caseloads average 16.", WORKER),
    ],
)
def test_else_the_sentence_before_says_it(text: str, expected: str) -> None:
    assert bound(text)[-1][1] == expected


def test_a_manager_oversees_many() -> None:
    few, many = masked("for managers a limit of 20"), masked("for managers a limit of 90")
    assert caseload_metric(few, few.slots[0].at, "") == WORKER
    assert caseload_metric(many, many.slots[0].at, "") == MANAGER


def test_the_value_at_a_place() -> None:
    sentence = masked("they hold 18 cases")
    assert masked_value(sentence, sentence.slots[0].at) == 18
    assert masked_value(sentence, 0) is None


def test_managers_beside_the_holders_are_no_holders() -> None:
    text = "The teams have capable personal advisers and team managers. Caseloads in these teams average 28."
    assert bound(text) == [("28", "caseload_per_personal_adviser")]
