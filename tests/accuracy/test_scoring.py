"""Small rows, judged by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.accuracy.errors import commonest_errors, error_lines
from flows.accuracy.records import Happening, Level, Movement, same_number
from flows.accuracy.scoring import distinct, found_figures, level_figures, score_document, share_right

DAY = date(2024, 3, 31)
TEAMS = Level("a.txt", "teams", (), 12, 12, "count", "exact", "E10000024", "current", (DAY, DAY), "12 | 12 teams")
RISE = Movement("a.txt", "teams", (), (9, 9, 12, 12), "up", "E10000024", 3, "count", "rose by 3 from 9 to 12 teams")

VISIT = Happening("a.txt", "monitoring_visit", ("focused_visit",), "E10000024", (DAY, DAY), 4, None, "a fourth visit")


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
    assert found_figures([score], whole=False).right == found
    assert found_figures([score], whole=True).right == right


def test_of_two_answers_to_a_movement_the_one_with_the_first_metric_goes_first():
    gold = replace(RISE, also=("social_workers",))
    score = score_document("a.txt", [gold], [replace(RISE, metric="social_workers"), RISE])
    assert [pair.read.metric for pair in score.pairs] == ["teams"]


def judged(gold, read):
    score = score_document("a.txt", [gold], [read])
    return [found_figures([score], whole=whole).right for whole in (False, True)]


@pytest.mark.parametrize(
    ("fault", "right"),
    [
        ({}, [1, 1]),
        ({"authority": None}, [1, 0]),
        ({"number": None}, [1, 0]),
        ({"detail": "good"}, [1, 0]),
        ({"kind": "focused_visit"}, [1, 1]),
        ({"kind": "inspection"}, [0, 0]),
        ({"dates": (DAY, None)}, [0, 0]),
        ({"dates": (None, None)}, [0, 0]),
    ],
)
def test_of_a_dated_event_the_dates_decide(fault, right):
    assert judged(VISIT, replace(VISIT, **fault)) == right


@pytest.mark.parametrize(
    ("gold", "read", "right"),
    [
        ({"number": 4}, {"number": 4}, [1, 1]),
        ({"number": 4}, {"number": 4, "dates": (DAY, DAY)}, [1, 0]),
        ({"number": 4}, {"number": 5}, [0, 0]),
        ({"number": 4}, {}, [0, 0]),
        ({"detail": "6000000"}, {"detail": "6000000.0"}, [1, 1]),
        ({"detail": "Durham’s Trust"}, {"detail": " durham's trust"}, [1, 1]),
        ({"detail": "good"}, {"detail": None}, [0, 0]),
        ({"number": 4, "detail": "good"}, {"number": 4}, [1, 0]),
        ({"number": 4, "detail": "good"}, {"detail": "good"}, [1, 0]),
        ({}, {"number": 4, "detail": "good", "dates": (DAY, DAY)}, [1, 0]),
    ],
)
def test_of_an_undated_event_number_or_detail_decide_and_else_the_kind(gold, read, right):
    undated = replace(VISIT, dates=(None, None), number=None)
    assert judged(replace(undated, **gold), replace(undated, **read)) == right


def test_of_two_answers_to_an_event_the_one_with_the_first_kind_goes_first():
    score = score_document("a.txt", [VISIT], [replace(VISIT, kind="focused_visit"), VISIT])
    assert [pair.read.kind for pair in score.pairs] == ["monitoring_visit"]


def test_an_event_that_is_told_again_counts_once():
    again = [replace(VISIT, words="told again"), replace(VISIT, detail="Good"), replace(VISIT, detail="good")]
    assert distinct([VISIT, *again, replace(VISIT, doc="b.txt")]) == [VISIT, again[1], replace(VISIT, doc="b.txt")]


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


def test_wrong_events_are_told_with_what_is_wrong():
    other = replace(VISIT, dates=(None, None), number=None)
    score = score_document("a.txt", [VISIT, replace(other, number=5)], [replace(VISIT, number=3), other])
    assert error_lines(score) == [
        "MISSED   a.txt: monitoring_visit None..None 5 None | a fourth visit",
        "SPURIOUS a.txt: monitoring_visit None..None None None | a fourth visit",
        "WRONG    a.txt: monitoring_visit number 4 read as 3 | a fourth visit",
    ]


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
