"""Numbers that take their metric from another one in the same sentence; the sentences are made up."""

from __future__ import annotations

import pytest

from tests.mentions.bound import bound, rules


def metrics(text: str) -> list[str]:
    return [metric for _, metric in bound(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Caseloads fell from 24 to 17.",
        "Caseloads, which had been 24, are now 17.",
        "Caseloads average 17, compared with 24 before.",
        "Caseloads average 17, down from 24.",
        "Caseloads average 17 against 24 across England.",
        "Caseloads average 17; a year before it was 24.",
        "Caseloads average 17 (England 24).",
        "Caseloads have come down to 17, rather than 24.",
        "Caseloads average 17, beyond a limit of 15.",
    ],
)
def test_numbers_beside_each_other_state_one_metric(text: str) -> None:
    assert metrics(text) == ["caseload_per_social_worker"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council went from 140 to 85 vacancies.", ["vacancies"] * 2),
        ("It went from 30% to 14% of posts that are vacant.", ["vacancy_rate"] * 2),
        (
            "88% of children on plans and 91% of those in care were visited within timescale.",
            ["visits_timely_share"] * 2,
        ),
    ],
)
def test_the_first_of_two_takes_the_metric_of_the_second(text: str, expected: list[str]) -> None:
    assert metrics(text) == expected


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("2,350 children were in need – 352 for every 10,000.", "children_in_need_rate"),
        ("740 children were looked after, a rate of 81 per 10,000.", "children_looked_after_rate"),
        ("295 children have a protection plan (44 per 10,000).", "child_protection_plans_rate"),
    ],
)
def test_the_rate_right_after_a_count_is_the_counts(text: str, rate: str) -> None:
    assert metrics(text) == [rate.removesuffix("_rate"), rate]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There are 57 agency workers (27 per cent).", ["agency_workers", "agency_worker_rate"]),
        ("There are 43 vacancies, or 12 per cent.", ["vacancies", "vacancy_rate"]),
        ("120 children (31%) live outside the area.", ["cla_outside_area", "cla_outside_area_share"]),
        ("There are 43 vacancies; 12 per cent of parents know.", ["vacancies"]),
    ],
)
def test_the_share_beside_a_count_is_the_counts(text: str, expected: list[str]) -> None:
    assert metrics(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vacancy rate is 12%, up by 3%.", ["vacancy_rate"]),
        ("There are 30 vacancies and 12 boats.", ["vacancies"]),
        ("There are 30 vacancies and 12 are in Reading.", ["vacancies"]),
        ("Of 754 care leavers supported, 11 were homeless.", ["care_leavers"]),
        ("The vacancy rate is 12% and 40% of parents are cross.", ["vacancy_rate"]),
        ("94% of reviews were on time and 6% were late.", ["reviews_timely_share"]),
        ("640 children are in care; of these, 12 are disabled.", ["children_looked_after"]),
        ("There are 640 children in care and 12 are in Reading.", ["children_looked_after"]),
        (f"There are 30 vacancies, {'as we have been told so very often, ' * 4}and 20.", ["vacancies"]),
    ],
)
def test_what_says_something_else_inherits_nothing(text: str, expected: list[str]) -> None:
    assert metrics(text) == expected


def test_a_rule_says_how_the_metric_was_found() -> None:
    assert rules("Caseloads average 17, down from 24.")[-1] == "caseload_per_social_worker.beside"
    assert (
        rules("740 children were looked after, a rate of 81 per 10,000.")[-1] == "children_looked_after_rate.of_count"
    )
    assert rules("The council went from 140 to 85 vacancies.")[0] == "vacancies.from_to"
