"""Numbers that refer back to the sentence before; the texts are made up."""

from __future__ import annotations

import pytest

from tests.mentions.bound import bound, rules


def metrics(text: str) -> list[str]:
    return [metric for _, metric in bound(text)]


@pytest.mark.parametrize(
    "second",
    [
        "Now there are around 600.",
        "That compares with 590 a year before.",
        "The figure was 590 in the year before.",
        "It had been 590.",
        "The target is 550.",
        "Previously there were 590.",
        "In Borsetshire the figure is 480.",
        "The average in England is 590.",
    ],
)
def test_a_bare_level_refers_back(second: str) -> None:
    assert metrics(f"There are 610 children in care. {second}") == ["children_looked_after"] * 2


@pytest.mark.parametrize(
    "second",
    [
        "The town has 600 boats.",
        "Twelve of them are boys.",
        "The school has 600 pupils.",
        "A meeting was held at 12 offices.",
        "That is an increase of 30.",
        "They are looked after by 12 people.",
        "Some 12 members spoke.",
    ],
)
def test_a_number_of_something_else_does_not(second: str) -> None:
    assert metrics(f"There are 610 children in care. {second}") == ["children_looked_after"]


@pytest.mark.parametrize(
    "second",
    [
        "Nobody should have more than 20.",
        "“I had 27 at Easter,” one of them said.",
        "Their guidance is 15.",
        "Some have 30.",
    ],
)
def test_caseloads_are_spoken_of_by_those_who_hold_them(second: str) -> None:
    assert metrics(f"Social workers hold 18 cases. {second}") == ["caseload_per_social_worker"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "310 children have a protection plan and 640 are in care. The corresponding figures were 290 and 612.",
            ["child_protection_plans", "children_looked_after"] * 2,
        ),
        (
            "There are 310 children on a protection plan and 640 in care. Before, they were 290 and 612 respectively.",
            ["child_protection_plans", "children_looked_after"] * 2,
        ),
        (
            "2,890 children are in need, 375 are on a protection plan; or 273 and 35 in every 10,000 respectively.",
            ["children_in_need", "child_protection_plans", "children_in_need_rate", "child_protection_plans_rate"],
        ),
    ],
)
def test_a_series_refers_back_in_order(text: str, expected: list[str]) -> None:
    assert metrics(text) == expected


def test_a_rate_refers_back_to_its_count() -> None:
    assert metrics("740 children are in care. That is 81 per 10,000.") == [
        "children_looked_after",
        "children_looked_after_rate",
    ]


def test_a_share_refers_back_to_a_share_where_the_words_say_so() -> None:
    text = "94% of reviews were on time. The proportion in England is 91."
    assert metrics(text) == ["reviews_timely_share"] * 2


def test_what_refers_back_says_so_and_weighs_least() -> None:
    assert rules("There are 610 children in care. Now there are around 600.")[-1] == "children_looked_after.refers_back"


@pytest.mark.parametrize(("apart", "found"), [(0, 2), (1, 2), (2, 2), (3, 1), (8, 1)])
def test_nothing_refers_back_over_more_than_two_sentences(apart: int, found: int) -> None:
    between = " The town is old." * apart
    assert len(bound(f"There are 30 vacancies.{between} Now there are 20.")) == found


@pytest.mark.parametrize(
    "second",
    [
        "This is a reduction of 28 from 610.",
        "This is a reduction from 610 (50.1 per 10,000).",
        "This is lower than 610.",
        "This is a small increase on the 560.",
        "This is broadly the same as 580.",
    ],
)
def test_an_earlier_level_refers_back_past_the_size_of_the_change(second: str) -> None:
    text = f"There are 582 children in care (47.9 per 10,000). {second}"
    assert metrics(text)[2] == "children_looked_after"


@pytest.mark.parametrize("second", ["This is an increase from one.", "This is an increase from one child."])
def test_a_bare_one_may_be_the_earlier_level(second: str) -> None:
    assert metrics(f"Two children are privately fostered. {second}") == ["privately_fostered"] * 2


def test_the_rate_of_another_place_stays_a_rate() -> None:
    text = "There are 582 children in care (47.9 per 10,000). In Borsetshire it is 62."
    assert metrics(text)[2] == "children_looked_after_rate"


def test_a_bare_number_in_brackets_may_be_a_rate() -> None:
    assert metrics("There are 582 children in care. This is up from 560 (46).") == ["children_looked_after"] * 2
