"""The gate: no figure may fall below its floor, and no floor may be held against other gold than it was taken on."""

from __future__ import annotations

import pytest

from flows.accuracy.__main__ import FLOORS, measurements
from flows.accuracy.floors import Floors, Measurement, load_floors, shortfalls

from .conftest import ROOT

OWN = ("held_out", "development", "events", "events_held_out")
BESIDE = ("shared_dev", "shared_seeds", "newsquant", "judgements")


@pytest.fixture(scope="module")
def floors() -> Floors:
    return load_floors(ROOT / FLOORS)


@pytest.fixture(scope="module")
def measured(everything) -> dict[str, Measurement]:
    return {one.name: one for one in measurements(*everything)}


@pytest.mark.parametrize("name", OWN)
def test_our_own_sets_reach_their_floors(name, floors, measured):
    assert name in measured, f"tests/golden/{name} is not there; take it back from git"
    assert shortfalls(floors, [measured[name]]) == []


@pytest.mark.parametrize("name", BESIDE)
def test_the_sets_beside_the_project_reach_their_floors(name, floors, measured):
    if name not in measured:
        pytest.skip(f"{name} does not lie beside the project")
    assert shortfalls(floors, [measured[name]]) == []


def test_every_set_with_floors_is_a_set_that_we_measure(floors):
    assert set(floors.sets) == {*OWN, *BESIDE}


def test_every_floor_that_was_let_down_has_a_reason(floors):
    assert all(one.reason.strip() for one in floors.lowered)


@pytest.mark.parametrize("name", ["held_out", "development", "shared_dev", "shared_seeds"])
def test_a_set_holds_numbers_movements_and_events(name, measured):
    if name not in measured:
        pytest.skip(f"{name} does not lie beside the project")
    numbers = ["level_1", "level_2", "level_3", "changes_found", "changes_right"]
    assert list(measured[name].figures) == [*numbers, "events_found", "events_right"]


def test_where_events_alone_are_annotated_nothing_else_is_measured(measured):
    assert list(measured["events"].figures) == ["events_found", "events_right"]
