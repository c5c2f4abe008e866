"""What can be a level of a metric by the words around it; the sentences are made up."""

from __future__ import annotations

import pytest

from tests.mentions.bound import bound, masked
from transforms.mentions.levels import RATE_OF, kind_fits, may_be_level, measures_other, stands_bare


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Reviews on time: 94%, up from 81%", True),
        ("Reviews on time: 94%, up from 81.", True),
        ("Reviews on time: 94%, against 81 nationally", True),
        ("Reviews on time: 94%, and 81 children", False),
        ("49% of assessments (94) were late", False),
        ("49% of assessments (England 94)", True),
        ("12 children, or £3m", False),
    ],
)
def test_a_bare_number_may_be_of_the_kind_of_the_one_before(text: str, fits: bool) -> None:
    sentence = masked(text)
    assert kind_fits(sentence, 1, sentence.slots[0]) is fits


@pytest.mark.parametrize(
    ("text", "metric", "other"),
    [
        ("Of those in care 71% had been to the dentist", "health_assessments_timely_share", True),
        ("12% of absences were long", "school_attendance_share", True),
        ("7% are at university", "care_leavers_eet_share", True),
        ("of whom 30 were seen", "children_looked_after", False),
        ("for 9% it is unknown", "care_leavers_neet_share", False),
        ("for 9% it is unknown", "care_leavers_eet_share", True),
    ],
)
def test_measures_without_a_code(text: str, metric: str, other: bool) -> None:
    assert measures_other(masked(text), 0, metric) is other


@pytest.mark.parametrize(
    ("text", "metric", "bare"),
    [
        ("it was 30.", "vacancies", True),
        ("it was 30 in May", "vacancies", True),
        ("it was 30 posts.", "vacancies", True),
        ("it was 30 boats.", "vacancies", False),
        ("it was 30 children.", "vacancies", False),
        ("it was 30 children.", "children_looked_after", True),
        ("it was 30 children's homes.", "children_looked_after", False),
        ("it was 30 children under a roof", "children_looked_after", False),
        ("just 30 are in Reading", "children_looked_after", False),
        ("and 30 (27%) are boys", "children_looked_after", False),
        ("we have 30 teams.", "teams", True),
        ("five are fine.", "childrens_homes_good", False),
        ("five good.", "childrens_homes_good", False),
    ],
)
def test_a_count_that_says_nothing_else(text: str, metric: str, bare: bool) -> None:
    assert stands_bare(masked(text), 0, metric) is bare


@pytest.mark.parametrize(
    ("text", "metric", "level"),
    [
        ("the figure is 30.", "vacancies", True),
        ("it lost 30.", "social_workers", False),
        ("a further 30.", "vacancies", False),
        ("it was the last 30.", "vacancies", False),
        ("she left school at 30.", "vacancies", False),
        ("it was 81%.", "reviews_timely_share", True),
        ("it was 81% of core group meetings.", "reviews_timely_share", False),
        ("81% were late.", "reviews_timely_share", False),
        ("81% were late.", "vacancy_rate", True),
        ("it was £3m.", "budget", True),
        ("it was £30 an hour.", "budget", False),
        ("it was 48 per 10,000.", "children_in_need_rate", True),
    ],
)
def test_what_may_be_a_level(text: str, metric: str, level: bool) -> None:
    sentence = masked(text)
    assert may_be_level(sentence, 0, metric, sentence.left(0)) is level


def test_counts_of_children_have_their_rates() -> None:
    assert all(rate == f"{count}_rate" for count, rate in RATE_OF.items())


@pytest.mark.parametrize(
    ("text", "metric", "fits"),
    [
        ("of whom (4)", "population_under_18", False),
        ("of whom 4,000", "population_under_18", True),
        ("in special schools 41%", "fsm_secondary_share", False),
        ("in secondary schools 41%", "fsm_secondary_share", True),
        ("from one child.", "privately_fostered", False),
        ("a fall from one child.", "privately_fostered", True),
    ],
)
def test_what_some_metrics_never_are(text: str, metric: str, fits: bool) -> None:
    sentence = masked(text)
    assert may_be_level(sentence, 0, metric, sentence.left(0)) is fits


def test_ages_and_places_are_no_levels() -> None:
    ages = masked("Of them 26% were girls and 32% were 16.")
    assert not may_be_level(ages, len(ages.slots) - 1, "children_looked_after", " were ")
    assert bound("In all 193 children live outside the county, and a year ago it was 170.")[-1:] == [
        ("170", "cla_outside_area")
    ]
