"""Which of the readings of a number wins; the sentences are made up."""

from __future__ import annotations

import pytest

from tests.mentions.bound import bound, masked, rules
from transforms.mentions.binding import bind, candidates
from transforms.mentions.grammar.rules import FRAME


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vacancy rate is 12% and turnover 15%.", ["vacancy_rate", "turnover_rate"]),
        ("94% of reviews and 88% of statutory visits were on time.", ["reviews_timely_share", "visits_timely_share"]),
        ("The council has 30 vacancies and 57 agency workers.", ["vacancies", "agency_workers"]),
        ("It spent £3m on agency staff, who fill 22% of posts.", ["budget", "agency_worker_rate"]),
        (
            "403 children are in its care and 231 on a child protection plan.",
            ["children_looked_after", "child_protection_plans"],
        ),
        ("Nothing here counts 12 boats.", []),
    ],
)
def test_each_number_takes_the_words_nearest_to_it(text: str, expected: list[str]) -> None:
    assert [metric for _, metric in bound(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vacancy and turnover rates stood at 27% and 19% respectively.",
            [("27%", "vacancy_rate"), ("19%", "turnover_rate")],
        ),
        (
            "Permanent staff and agency workers make up 80% and 20% of posts respectively.",
            [("80%", "permanent_staff_share"), ("20%", "agency_worker_rate")],
        ),
        (
            "Agency and vacancy rates are 22%, and 14% respectively.",
            [("22%", "agency_worker_rate"), ("14%", "vacancy_rate")],
        ),
        ("The vacancy rate was 12% and 14% respectively.", [("12%", "vacancy_rate"), ("14%", "vacancy_rate")]),
    ],
)
def test_respectively_gives_the_first_name_the_first_number(text: str, expected: list[tuple[str, str]]) -> None:
    assert bound(text) == expected


def test_words_that_say_what_one_number_is_do_not_say_it_of_another() -> None:
    assert bound("The vacancy rate rose to 12% while 40% of parents agreed.") == [("12%", "vacancy_rate")]


def test_the_second_best_reading_is_kept() -> None:
    binding = bind(masked("Agency workers fill 22% of vacant posts."), "")[0]
    assert binding.metric == "agency_worker_rate"
    assert binding.runner_up != binding.metric


def test_every_reading_says_which_rule_made_it() -> None:
    found = candidates(masked("The council has 30 vacancies."), "")
    assert {each.metric for each in found} == {"vacancies"}
    assert all(each.rule.startswith("vacancies.") for each in found)
    assert all(each.score <= each.weight for each in found)


def test_readings_that_rest_on_earlier_words_alone_are_left_out() -> None:
    sentence = masked("Vacancies are up. It is 12%.")
    assert 0 in bind(sentence, "")
    assert bind(sentence, "", begin=len("Vacancies are up. ")) == {}


def test_what_a_rule_needs_may_stand_in_the_sentence_before() -> None:
    sentence = masked("There are 12 in all, and it operates 9.")
    assert bind(sentence, "the council's homes for children.") != bind(sentence, "the council's roads.")


def test_frames_outweigh_words_near_by() -> None:
    assert rules("31 per cent of social workers are from agencies.") == ["agency_worker_rate.frame0"]
    found = candidates(masked("31 per cent of social workers are from agencies."), "")
    assert max(found, key=lambda each: each.score).weight == FRAME


def test_a_sentence_without_numbers_or_words_binds_nothing() -> None:
    assert bind(masked("Nobody knows."), "") == {}
    assert candidates(masked(""), "") == []
