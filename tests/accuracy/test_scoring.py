"""Small rows, judged by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.accuracy.errors import commonest_errors, error_lines
from flows.accuracy.records import Level, Movement
from flows.accuracy.scoring import level_figures, movement_figures, same_number, score_document, share_right

DAY = date(2024, 3, 31)
TEAMS = Level("a.txt", "teams", (), 12, 12, "count", "exact", "E10000024", "current", (DAY, DAY), "12 | 12 teams")
RISE = Movement("a.txt", "teams", (), (9, 9, 12, 12), "up", "E10000024", 3, "count", "rose by 3 from 9 to 12 teams")


def figures(golds, reads):
    score = score_document("a.txt", golds, reads)
    return [level_figures([score], level).right for level in (1, 2, 3)]


def test_the_same_row_is_right_at_every_level():
    assert figures([TEAMS], [TEAMS]) == [1, 1, 1]


@pytest.mark.parametrize(
    ("fault", "right"),
    [
        ({"metric": "team_managers"}, [0, 0, 0]),
        ({"low": 11}, [0, 0, 0]),
        ({"high": None}, [0, 0, 0]),
        ({"authority": None}, [1, 0, 0]),
        ({"role": "previous"}, [1, 0, 0]),
        ({"qualifier": "approximately"}, [1, 1, 0]),
        ({"period": (None, None)}, [1, 1, 0]),
        ({"period": (date(2023, 4, 1), DAY)}, [1, 1, 0]),
        ({"unit": "cases"}, [1, 1, 1]),
        ({"low": 12.000001, "high": 12.000001}, [1, 1, 1]),
    ],
)
def test_a_fault_costs_its_levels(fault, right):
    assert figures([TEAMS], [replace(TEAMS, **fault)]) == right


def test_an_invented_period_is_as_wrong_as_a_missing_one():
    undated = replace(TEAMS, period=(None, None))
    assert figures([undated], [TEAMS]) == [1, 1, 0]


def test_another_metric_that_is_right_too_counts():
    assert figures([replace(TEAMS, also=("team_managers",))], [replace(TEAMS, metric="team_managers")]) == [1, 1, 1]


def test_each_row_answers_one_and_the_best_answer_goes_first():
    past = replace(TEAMS, role="previous")
    score = score_document("a.txt", [TEAMS, past], [past, replace(past, role="target"), TEAMS])
    assert [pair.right["role"] for pair in score.pairs] == [True, True]
    assert [row.role for row in score.spurious] == ["target"]
    result = level_figures([score], 1)
    assert (result.precision, result.recall, result.f1) == (pytest.approx(2 / 3), 1.0, pytest.approx(0.8))


def test_nothing_read_and_nothing_annotated_gives_noughts():
    result = level_figures([score_document("a.txt", [], [])], 1)
    assert (result.precision, result.recall, result.f1) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("fault", "found", "right"),
    [
        ({}, 1, 1),
        ({"direction": None}, 1, 0),
        ({"amount": 3.5}, 1, 0),
        ({"amount_unit": "percent"}, 1, 0),
        ({"authority": None}, 1, 0),
        ({"bounds": (None, None, 12, 12)}, 0, 0),
    ],
)
def test_movements(fault, found, right):
    score = score_document("a.txt", [RISE], [replace(RISE, **fault)])
    assert movement_figures([score], whole=False).right == found
    assert movement_figures([score], whole=True).right == right


def test_of_two_answers_to_a_movement_the_one_with_the_first_metric_goes_first():
    gold = replace(RISE, also=("social_workers",))
    score = score_document("a.txt", [gold], [replace(RISE, metric="social_workers"), RISE])
    assert [pair.read.metric for pair in score.pairs] == ["teams"]


def test_numbers_and_movements_are_not_compared():
    with pytest.raises(TypeError, match="cannot be compared"):
        score_document("a.txt", [TEAMS], [replace(RISE, bounds=(12, 12))])  # type: ignore[list-item]


def test_none_equals_none_only():
    assert same_number(None, None)
    assert not same_number(None, 0.0)
    assert not same_number(0.0, None)


def test_errors_are_told_by_kind():
    golds = [TEAMS, replace(TEAMS, low=5, high=5), replace(TEAMS, low=7, high=7)]
    reads = [
        replace(TEAMS, role="previous", authority=None),
        replace(TEAMS, metric="vacancies", low=5, high=5),
        replace(TEAMS, metric="referrals", low=9, high=9),
    ]
    score = score_document("a.txt", golds, reads)
    assert commonest_errors([score], 9) == [
        ("`referrals` read where nothing is annotated", 1),
        ("`teams` not read", 1),
        ("`teams` read as `vacancies`", 1),
        ("authority not read", 1),
        ("role current read as previous", 1),
    ]
    assert [line.split()[0] for line in error_lines(score)] == ["MISSED", "MISSED", "SPURIOUS", "SPURIOUS", "WRONG"]


values = st.sampled_from([1.0, 2.0, None])
levels = st.lists(
    st.builds(
        replace,
        st.just(TEAMS),
        low=values,
        metric=st.sampled_from(["teams", "vacancies"]),
        role=st.sampled_from(["current", "previous"]),
        period=st.sampled_from([(DAY, DAY), (None, None)]),
    ),
    max_size=6,
)


@given(levels, levels)
def test_every_row_is_accounted_for_and_levels_only_fall(golds, reads):
    score = score_document("a.txt", golds, reads)
    assert len(score.pairs) + len(score.missed) == len(golds)
    assert len(score.pairs) + len(score.spurious) == len(reads)
    one, two, three = (level_figures([score], level).f1 for level in (1, 2, 3))
    assert 1 >= one >= two >= three >= 0
    right, of = share_right([score], "role")
    assert 0 <= right <= of == len(score.pairs)


@given(levels)
def test_a_set_read_as_it_is_annotated_has_no_error(golds):
    score = score_document("a.txt", golds, list(reversed(golds)))
    assert level_figures([score], 3).right == len(golds)
    assert error_lines(score) == []
