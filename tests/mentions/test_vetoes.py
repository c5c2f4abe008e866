"""What rules a reading out; the sentences are made up."""

from __future__ import annotations

import pytest

from tests.mentions.bound import bound, masked
from transforms.mentions.vetoes import is_amount, is_bare_one, is_complement, is_earlier_one, money_fits


@pytest.mark.parametrize(
    "text",
    [
        "Referrals rose by 120.",
        "There was a fall of 12% in the vacancy rate.",
        "Vacancies are down by about 30.",
        "Vacancies have gone up in the north by 30.",
        "It has 120 fewer referrals than in the year before.",
        "The vacancy rate is 4% higher than in England.",
        "The plan is increasing social work posts by 42.",
    ],
)
def test_the_size_of_a_change_is_no_level(text: str) -> None:
    assert is_amount(masked(text), 0)
    assert bound(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Referrals rose to 120.",
        "Referrals are up, at 120.",
        "There are 120 referrals, fewer than before.",
        "A rise took it to 12%.",
    ],
)
def test_a_level_is_no_size_of_a_change(text: str) -> None:
    assert not is_amount(masked(text), 0)


def test_some_metrics_are_sizes_themselves() -> None:
    assert bound("The service overspent by £7m.") == [("£7m", "overspend")]
    assert bound("It has hired 30 more social workers.") == [("30", "staff_recruited")]
    assert bound("It has 30 more social workers than it had then.") == []


@pytest.mark.parametrize(
    "text",
    [
        "32% of reviews were not held on time.",
        "32% of reviews were late.",
        "32% of visits were overdue.",
        "12% of children did not have a personal education plan.",
        "9% of care leavers were without suitable accommodation.",
        "A fifth of care leavers don't live in suitable accommodation.",
        "15% of staff had no supervision.",
        "28% of assessments took longer than 45 days.",
    ],
)
def test_the_share_of_the_complement_is_left_out(text: str) -> None:
    assert is_complement(masked(text), 0)
    assert bound(text) == []


def test_words_beyond_the_clause_make_no_complement() -> None:
    assert bound("94% of reviews were held on time; none was late.") == [("94%", "reviews_timely_share")]
    assert bound("94% of reviews were on time, which was not so before.") == [("94%", "reviews_timely_share")]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("It has one.", True),
        ("It has 1 child.", True),
        ("It has 21.", False),
        ("It took 1% of it.", False),
        ("About one wait.", False),
    ],
)
def test_the_word_one(text: str, bare: bool) -> None:
    assert is_bare_one(masked(text), 0) is bare


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One child was adopted.", [("One", "adoptions")]),
        ("One of the adoptions failed.", []),
        ("At one time adoptions were common.", []),
        ("One day adoptions will be common.", []),
        ("Only one team remains of the teams.", []),
    ],
)
def test_one_counts_only_before_its_noun(text: str, expected: list[tuple[str, str]]) -> None:
    assert bound(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The council spent £8m on roads.",
        "It invested £3m in a swimming pool.",
        "The budget for adult social care is £90m.",
        "The director has a salary of £150,000.",
        "It spent £2m on libraries.",
        "A placement costs £4,000 a week.",
        "Agency workers cost £45 an hour.",
        "The council spends £900 per child.",
        "It pays them £300 each.",
    ],
)
def test_money_for_other_services_and_prices_are_left_out(text: str) -> None:
    assert bound(text) == []


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("While roads decay, it spent £8m on children in care.", "budget"),
        ("The council must save £30m in libraries and parks.", "savings_required"),
        ("It spent £8m on agency social workers.", "budget"),
    ],
)
def test_money_of_childrens_services_and_savings_of_the_whole_council_stay(text: str, metric: str) -> None:
    assert bound(text)[-1][1] == metric


def test_money_fits_by_the_words_of_its_own_clause() -> None:
    text = "roads cost £8m; children's services cost £9m"
    sentence = masked(text)
    fits = [money_fits(sentence, slot.at, "budget") for slot in sentence.slots]
    assert fits == [False, True]


def test_what_forbids_a_reading_reaches_to_the_next_number_only() -> None:
    assert bound("It has 12 vacancies at foster homes.") == []
    assert bound("It has 12 vacancies, and 30 of its foster homes are full.") == [("12", "vacancies")]


def test_a_value_below_the_least_is_something_else() -> None:
    assert bound("12 children under 18 live in the borough.") == []
    assert bound("12,000 children under 18 live in the borough.") == [("12,000", "population_under_18")]


def test_the_word_no_needs_its_own_noun() -> None:
    assert bound("There are no unallocated cases.") == [("no", "unallocated_cases")]
    assert bound("Referrals are made where there are no adopters.") == []


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("This is an increase from one.", True),
        ("It is a reduction from one child.", True),
        ("It is up on one in May.", False),
        ("This is an increase from one team to the next.", False),
        ("Among them was one boy.", False),
    ],
)
def test_a_bare_one_may_be_what_a_movement_starts_from(text: str, earlier: bool) -> None:
    assert is_earlier_one(masked(text), 0) is earlier


def test_a_unit_of_rounding_is_no_level() -> None:
    assert bound("There are 367 children in care. Figures are rounded to the nearest '5' children looked after.") == [
        ("367", "children_looked_after")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Personal education plans are not being completed on time for a fifth of children.",
        "The service is in touch with all but nine (3%) of its care leavers.",
    ],
)
def test_the_words_before_a_share_make_it_one_of_the_complement(text: str) -> None:
    assert [metric for _, metric in bound(text)] == []


def test_what_is_done_for_a_share_is_no_complement() -> None:
    assert bound("Personal education plans are completed on time for 81% of children.") == [
        ("81%", "personal_education_plans_share")
    ]


def test_a_doubted_zero_states_nothing() -> None:
    assert bound("It is most unlikely that none of them live in houses of multiple occupation.") == []
    assert bound("None of them live in houses of multiple occupation.") == [("None", "cla_ceased_hmo")]


def test_money_of_the_health_service_is_not_ours() -> None:
    assert bound("There is a £3 million investment by the clinical commissioning group in therapy for children.") == []
    assert bound("There is a £3 million investment by the council in help for children.") == [
        ("£3 million", "investment")
    ]


def test_a_range_of_ages_counts_no_teams() -> None:
    assert bound("Links between the 16 to 18 social work teams and others are weak.") == []
    assert bound("There are two to four social work teams.") == [("two to four", "teams")]
