"""The gate itself, with tiny data."""

from __future__ import annotations

import json

import pytest

from flows.accuracy.floors import Floors, Lowered, Measurement, load_floors, raised, save_floors, shortfalls, table
from flows.accuracy.measure import cut
from flows.errors import WrongUseError


def measured(**figures: float) -> Measurement:
    return Measurement("small", "a" * 64, figures)


def floors(**figures: float) -> Floors:
    return raised(Floors({}), [measured(**figures)], None)


def test_at_or_above_the_floor_nothing_is_short():
    assert shortfalls(floors(level_1=0.9), [measured(level_1=0.9)]) == []
    assert shortfalls(floors(level_1=0.9), [measured(level_1=0.95)]) == []


def test_below_the_floor_is_told_with_figure_floor_and_mend():
    (line,) = shortfalls(floors(level_1=0.9), [measured(level_1=0.8999)])
    assert line.startswith(
        "small: level_1 fell to 0.8999, the floor is 0.9000; `python -m flows.accuracy --misses small`"
    )


def test_a_figure_that_is_measured_no_more_is_short():
    (line,) = shortfalls(floors(level_1=0.9, level_2=0.8), [measured(level_1=0.9)])
    assert "level_2 is not measured" in line


def test_other_gold_is_told_even_where_the_figures_rose():
    other = Measurement("small", "b" * 64, {"level_1": 1.0})
    (line,) = shortfalls(floors(level_1=0.9), [other])
    assert "the gold is not the one that the floors were taken on (now bbbbbbbbbbbb, then aaaaaaaaaaaa)" in line
    assert "`python -m flows.accuracy --raise` pins it anew" in line


def test_a_set_without_floors_is_told():
    (line,) = shortfalls(Floors({}), [measured(level_1=0.9)])
    assert "no floors yet" in line


def test_floors_rise_and_what_was_not_measured_stays():
    before = raised(floors(level_1=0.9), [Measurement("other", "c" * 64, {"value": 0.5})], None)
    after = raised(before, [measured(level_1=0.95, level_2=0.1)], None)
    assert after.sets["small"].figures == {"level_1": 0.95, "level_2": 0.1}
    assert after.sets["other"] == before.sets["other"]
    assert after.lowered == ()


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_floors_do_not_fall_without_a_reason(reason):
    with pytest.raises(WrongUseError, match=r"small level_1 0\.9000 to 0\.8000.*--allow-lower REASON"):
        raised(floors(level_1=0.9, level_2=0.5), [measured(level_1=0.8, level_2=0.6)], reason)


def test_other_gold_is_no_way_around():
    with pytest.raises(WrongUseError, match="floors only rise"):
        raised(floors(level_1=0.9), [Measurement("small", "b" * 64, {"level_1": 0.8})], None)


def test_with_a_reason_floors_fall_and_the_reason_is_kept():
    after = raised(floors(level_1=0.9), [measured(level_1=0.8)], "two annotations were wrong")
    assert after.sets["small"].figures == {"level_1": 0.8}
    assert after.lowered == (Lowered("small", "level_1", 0.9, 0.8, "two annotations were wrong"),)
    assert raised(after, [measured(level_1=0.85)], None).lowered == after.lowered


def test_what_is_saved_is_loaded_and_the_same_floors_give_the_same_bytes(tmp_path):
    path = tmp_path / "floors.json"
    kept = raised(floors(level_2=0.5, level_1=0.9), [measured(level_1=0.8, level_2=0.5)], "why")
    save_floors(path, kept)
    first = path.read_bytes()
    assert load_floors(path) == kept
    save_floors(path, load_floors(path))
    assert path.read_bytes() == first
    assert [entry.name for entry in tmp_path.iterdir()] == ["floors.json"]


def test_without_a_file_there_are_no_floors(tmp_path):
    assert load_floors(tmp_path / "floors.json") == Floors({})


@pytest.mark.parametrize("content", ["no json", "[]", '{"sets": {}}', '{"sets": {"a": 1}, "lowered": []}'])
def test_a_damaged_file_is_named(tmp_path, content):
    path = tmp_path / "floors.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(WrongUseError, match=r"floors\.json.*git"):
        load_floors(path)


def test_the_table_shows_how_far_above_the_floor():
    rows = table(floors(level_1=0.9), [measured(level_1=0.95, level_2=0.5)])
    assert rows == [("small", "level_1", "0.9500", "0.9000", "+0.0500"), ("small", "level_2", "0.5000", "-", "-")]


@pytest.mark.parametrize(("value", "kept"), [(0.99999, 0.9999), (0.9, 0.9), (1.0, 1.0), (2 / 3, 0.6666), (0.0, 0.0)])
def test_figures_are_cut_never_rounded_up(value, kept):
    assert cut(value) == kept


def test_the_file_says_what_it_holds(tmp_path):
    save_floors(tmp_path / "floors.json", floors(level_1=0.9))
    stored = json.loads((tmp_path / "floors.json").read_text(encoding="utf-8"))
    assert stored == {"lowered": [], "sets": {"small": {"digest": "a" * 64, "figures": {"level_1": 0.9}}}}
