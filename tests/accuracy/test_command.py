"""``python -m flows.accuracy`` on a small project of the test's own."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from flows.accuracy.__main__ import FLOORS, PAGE, main
from flows.accuracy.floors import Measurement
from flows.accuracy.gold import gold_sets
from flows.accuracy.page import benchmark_line

TEXT = "Kent County Council has 12 social work teams. It holds 3 festivals a year.\n"
ROW = {
    "doc": "a.txt", "metric": "teams", "surface": "12", "context": "Kent County Council has 12 social work teams",
    "value": 12, "value_low": 12, "value_high": 12, "qualifier": "exact", "unit": "count", "authority": "E10000016",
    "role": "current", "period_start": None, "period_end": None, "period_text": None, "scope": None,
}  # fmt: skip

EVENT = {
    "doc": "a.txt", "kind": "improvement_notice", "kind_alt": ["direction"], "authority": "E10000016",
    "date_start": "2031-02-01", "date_end": "2031-02-28", "number": None, "detail": None,
    "context": "Kent County Council has 12 social work teams",
}  # fmt: skip


@pytest.fixture
def project(tmp_path):
    for name in ("development", "held_out"):
        folder = tmp_path / "project" / "tests" / "golden" / name
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text(TEXT, encoding="utf-8")
        (folder / "a.meta.json").write_text(json.dumps({"doc_type": "news"}), encoding="utf-8")
        (folder / "gold.jsonl").write_text(json.dumps(ROW) + "\n", encoding="utf-8")
        (folder / "changes.jsonl").write_text("", encoding="utf-8")
    return tmp_path / "project"


@pytest.fixture
def call(project, tmp_path):
    def run(*options: str):
        return CliRunner().invoke(main, ["--root", str(project), "--shared", str(tmp_path / "none"), *options])

    return run


def spoil(project, **fields):
    gold = project / "tests" / "golden" / "development" / "gold.jsonl"
    gold.write_text(json.dumps({**ROW, **fields}) + "\n", encoding="utf-8")


def test_without_floors_it_tells_and_fails(call):
    result = call()
    assert result.exit_code == 1
    assert "no floors yet" in result.stderr
    assert result.stdout.splitlines()[0].split() == ["set", "figure", "measured", "floor", "difference"]


def test_raised_floors_hold_until_the_gold_changes(call, project):
    assert call("--raise").exit_code == 0
    assert call().exit_code == 0
    spoil(project, scope="the whole county")
    result = call()
    assert result.exit_code == 1
    assert "development: the gold is not the one" in result.stderr
    assert call("--raise").exit_code == 0
    assert call().exit_code == 0


def test_floors_fall_only_with_a_reason(call, project):
    call("--raise")
    before = (project / FLOORS).read_bytes()
    spoil(project, metric="vacancies")
    refused = call("--raise")
    assert refused.exit_code == 2
    assert "floors only rise" in refused.stderr
    assert (project / FLOORS).read_bytes() == before
    assert call("--raise", "--allow-lower", "annotated anew").exit_code == 0
    assert {one["reason"] for one in json.loads((project / FLOORS).read_bytes())["lowered"]} == {"annotated anew"}


def test_one_set_can_be_raised_alone(call, project):
    call("--raise")
    spoil(project, metric="vacancies")
    assert call("--raise", "--only", "held_out").exit_code == 0
    assert call("--only", "held_out").exit_code == 0
    assert call("--only", "development").exit_code == 1
    unknown = call("--only", "nothing")
    assert (unknown.exit_code, "name any of held_out, development" in unknown.stderr) == (2, True)


def test_a_reason_without_raising_is_wrong_use(call):
    result = call("--allow-lower", "why")
    assert (result.exit_code, "--allow-lower goes with --raise" in result.stderr) == (2, True)


def test_the_page_is_written_and_the_same_each_time(call, project):
    call("--page")
    page = (project / PAGE).read_bytes()
    assert b"| Development texts of the project | 1 | 1 |" in page
    call("--page")
    assert (project / PAGE).read_bytes() == page


def test_the_page_does_not_lose_a_set_that_is_not_there(call, project):
    call("--page")
    page = (project / PAGE).read_bytes()
    (project / "tests" / "golden" / "held_out" / "gold.jsonl").unlink()
    refused = call("--page")
    assert refused.exit_code == 2
    assert "would lose what is not there: Held-out texts of the project" in refused.stderr
    assert (project / PAGE).read_bytes() == page


def test_the_page_does_not_lose_a_benchmark(call, project):
    benchmarks = [
        Measurement("newsquant", "a" * 64, {"value": 0.9, "value_unit": 0.8, "value_change": 0.7}),
        Measurement("judgements", "b" * 64, {"judgement_cells": 0.99}),
    ]
    (project / PAGE).parent.mkdir()
    (project / PAGE).write_text("\n".join(map(benchmark_line, benchmarks)), encoding="utf-8")
    refused = call("--page")
    assert (refused.exit_code, "not there: newsquant, judgements;" in refused.stderr) == (2, True)


def test_misses_are_shown_but_not_of_held_out_texts(call, project):
    assert call("--misses", "development").stdout == ""
    spoil(project, role="previous")
    assert "WRONG    a.txt: teams role previous read as current" in call("--misses", "development").stdout
    refused = call("--misses", "held_out")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "is held out" in refused.stderr
    assert "name one of held_out, development" in call("--misses", "other").stderr


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 1: "),
        (json.dumps({"doc": "a.txt"}), "line 1: the field 'metric' is missing"),
        (json.dumps({**ROW, "doc": "b.txt"}), "line 1: there is no text b.txt"),
        (json.dumps({**ROW, "period_start": "soon"}), "line 1: Invalid isoformat string"),
    ],
)
def test_a_wrong_annotation_is_named(call, project, line, message):
    (project / "tests" / "golden" / "development" / "gold.jsonl").write_text(line + "\n", encoding="utf-8")
    result = call()
    assert result.exit_code == 2
    assert "gold.jsonl, " + message in result.stderr


def test_a_wrong_meta_file_is_named(call, project):
    (project / "tests" / "golden" / "development" / "a.meta.json").write_text("{}x", encoding="utf-8")
    result = call()
    assert result.exit_code == 2
    assert "a.meta.json" in result.stderr


def test_the_digest_sees_texts_annotations_and_meta_files(project, tmp_path):
    def digest():
        return next(one for one in gold_sets(project, tmp_path) if one.name == "development").digest()

    seen = [digest()]
    for name in ("a.txt", "a.meta.json", "gold.jsonl", "changes.jsonl", "events.jsonl"):
        path = project / "tests" / "golden" / "development" / name
        path.write_bytes((path.read_bytes() if path.is_file() else b"") + b" ")
        seen.append(digest())
    assert len(set(seen)) == len(seen)


def annotate_events(project, name, *rows):
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (project / "tests" / "golden" / name / "events.jsonl").write_text(lines, encoding="utf-8")


def figures_of(result, name):
    return {line.split()[1]: line.split()[2] for line in result.stdout.splitlines() if line.split()[0] == name}


def test_events_are_measured_where_they_are_annotated(call, project):
    annotate_events(project, "development", EVENT)
    result = call()
    assert list(figures_of(result, "development"))[-2:] == ["events_found", "events_right"]
    assert figures_of(result, "development")["events_found"] == "0.0000"
    assert not any(name.startswith("events") for name in figures_of(result, "held_out"))
    shown = "MISSED   a.txt: improvement_notice 2031-02-01..2031-02-28 None None | Kent County Council has 12"
    assert shown in call("--misses", "development").stdout


def test_a_set_may_have_events_alone(call, project):
    texts = project / "tests" / "golden" / "events"
    texts.mkdir()
    (texts / "a.txt").write_text(TEXT, encoding="utf-8")
    assert figures_of(call(), "events") == {}
    annotate_events(project, "events", EVENT)
    assert list(figures_of(call("--page"), "events")) == ["events_found", "events_right"]
    line = "| Development texts rich in events | 1 | - | - | - | - | - | - | - | 1 | 0.000 | 0.000 |"
    assert line in (project / PAGE).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"doc": "b.txt"}, "line 1: there is no text b.txt"),
        ({"date_end": "soon"}, "line 1: Invalid isoformat string"),
    ],
)
def test_a_wrong_event_is_named(call, project, fields, message):
    annotate_events(project, "development", {**EVENT, **fields})
    result = call()
    assert result.exit_code == 2
    assert "events.jsonl, " + message in result.stderr


def test_a_field_that_an_event_lacks_is_named(call, project):
    annotate_events(project, "development", {name: value for name, value in EVENT.items() if name != "detail"})
    assert "events.jsonl, line 1: the field 'detail' is missing" in call().stderr
