"""Our scorer gives the figures that the scorers beside the project give, on the same rows."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from flows.accuracy.__main__ import benchmarks
from flows.accuracy.cells import cells_right, compare
from flows.accuracy.gold import GoldSet, gold_sets
from flows.accuracy.judgements import Judgements
from flows.accuracy.newsquant import NewsQuant
from flows.accuracy.records import EVENT_ATTRIBUTES, Happening, Level, Movement
from flows.accuracy.scoring import distinct, found_figures, level_figures, score_document, share_right
from flows.codelists import for_real_sources, load_codelists
from transforms.model import InspectionReport

from .conftest import ROOT

METRICS = ROOT / "transforms" / "codelists" / "metrics.csv"


@pytest.fixture(params=["shared_dev", "shared_seeds"])
def gold(request, shared) -> GoldSet:
    return next(one for one in gold_sets(ROOT, shared) if one.name == request.param)


def test_the_codelist_of_metrics_is_the_one_that_the_other_scorer_knows(shared):
    known = [sorted(row["code"] for row in csv.DictReader(path.open(encoding="utf-8"))) for path in
             (METRICS, shared / "codelists" / "metrics.csv")]  # fmt: skip
    assert known[0] == known[1]


def test_levels(gold, shared, tmp_path, everything):
    measured = next(one for one in everything[0] if one.gold.name == gold.name)
    rows = [row for score in measured.levels for row in (*(pair.read for pair in score.pairs), *score.spurious)]
    _check_levels(gold, shared, tmp_path, rows)


def test_levels_of_rows_with_every_kind_of_fault(gold, shared, tmp_path):
    rows = [spoiled for levels in gold.read_levels().values() for level in levels for spoiled in _spoiled(level)]
    _check_levels(gold, shared, tmp_path, [row for n, row in enumerate(rows) if n % 7])


def test_movements_with_every_kind_of_fault(gold, shared, tmp_path):
    rows = [one for found in gold.read_movements().values() for row in found for one in _spoiled_movement(row)]
    reads = [row for n, row in enumerate(rows) if n % 5]
    lines = [{"doc": row.doc, "metric": row.metric, "direction": row.direction, "authority": row.authority,
              "amount": row.amount, "amount_unit": row.amount_unit,
              **dict(zip(("from_low", "from_high", "to_low", "to_high"), row.bounds, strict=True))}
             for row in reads]  # fmt: skip
    theirs = _figures(_run(shared, "score_changes_events.py", ["changes", str(gold.movements)], lines, tmp_path))
    golds = gold.read_movements()
    scores = [score_document(doc, golds[doc], [row for row in reads if row.doc == doc]) for doc in golds]
    for name, whole in (("matched", False), ("all right", True)):
        figures = found_figures(scores, whole=whole)
        assert theirs[name] == [f"{value:.3f}" for value in (figures.precision, figures.recall, figures.f1)]


def test_events(gold, shared, tmp_path, everything):
    measured = next(one for one in everything[0] if one.gold.name == gold.name)
    rows = [row for score in measured.events for row in (*(pair.read for pair in score.pairs), *score.spurious)]
    _check_events(gold, shared, tmp_path, rows)


def test_events_with_every_kind_of_fault(gold, shared, tmp_path):
    rows = [one for found in gold.read_events().values() for row in found for one in _spoiled_event(row)]
    _check_events(gold, shared, tmp_path, [row for n, row in enumerate(rows) if n % 5])


def test_events_are_annotated_in_every_text_beside_the_project(gold):
    listed = gold.events.with_suffix(".docs").read_text(encoding="utf-8").split()
    assert sorted(listed) == [path.name for path in gold.documents()]


def test_cells_of_judgements(shared, tmp_path):
    reports = benchmarks(shared)[1]
    _check_cells(reports, shared, tmp_path, _read_reports(reports))


def test_cells_of_judgements_with_every_kind_of_fault(shared, tmp_path):
    reports = benchmarks(shared)[1]
    read = _read_reports(reports)
    spoiled = {doc: _spoiled_report(report, n) for n, (doc, report) in enumerate(sorted(read.items()))}
    _check_cells(reports, shared, tmp_path, spoiled)


@lru_cache(maxsize=1)
def _read_reports(reports: Judgements) -> dict[str, InspectionReport]:
    codelists = for_real_sources(load_codelists())
    read = {doc: reports.read(doc, codelists) for doc in reports.expected()}
    return {doc: report for doc, report in read.items() if report is not None}


def _check_cells(reports: Judgements, shared: Path, tmp_path: Path, read: dict[str, InspectionReport]) -> None:
    lines = [line for doc, report in read.items() for line in _report_lines(doc, report)]
    reference = str(shared / "gold" / "judgements_dev.csv")
    theirs = _run(shared, "score_judgements.py", [reference], lines, tmp_path)
    cells = [cell for doc, rows in reports.expected().items() for cell in compare(doc, rows, read.get(doc))]
    for name, *counts in re.findall(r"^(\w+) +right (\d+)  wrong (\d+)  missing (\d+)  spurious (\d+)", theirs, re.M):
        ours = Counter(cell.outcome for cell in cells if cell.name == name)
        assert [ours[outcome] for outcome in ("right", "wrong", "missing", "spurious")] == list(map(int, counts)), name
    total, right, share = re.findall(r"cells (\d+)  right (\d+)  share (\S+)", theirs)[0]
    assert (len(cells), sum(cell.outcome == "right" for cell in cells)) == (int(total), int(right))
    assert f"{cells_right(cells):.4f}" == share


def _report_lines(doc: str, report: InspectionReport) -> list[dict]:
    told = report.inspection
    facts = {} if told is None else {
        "framework": told.framework, "inspection_start": _iso(told.inspection_start),
        "inspection_end": _iso(told.inspection_end), "published_on": _iso(told.published_on),
        "lead_inspector": told.lead_inspector, "gss_code": told.authority,
    }  # fmt: skip
    return [{"doc": doc, "area": one.area, "grade": one.grade, **facts} for one in report.judgements]


def _spoiled_report(report: InspectionReport, n: int) -> InspectionReport:
    """The report with one of seven faults, by turns."""
    told, grades = report.inspection, report.judgements
    day = date(2001, 2, 3)
    return [
        replace(report, judgements=()),
        replace(report, judgements=(*grades, replace(grades[0], grade="good"))),
        replace(report, judgements=(replace(grades[0], grade="adequate"), *grades[2:])),
        replace(report, judgements=(*grades, replace(grades[0], area="capacity_to_improve"))),
        replace(report, inspection=replace(told, published_on=day, inspection_end=None, framework="SIF")),
        replace(report, inspection=replace(told, lead_inspector="", authority=None, inspection_start=day)),
        replace(report, inspection=None),
    ][n % 7]


def _check_events(gold: GoldSet, shared: Path, tmp_path: Path, reads: list[Happening]) -> None:
    lines = [{"doc": row.doc, "kind": row.kind, "authority": row.authority, "date_start": _iso(row.dates[0]),
              "date_end": _iso(row.dates[1]), "number": row.number, "detail": row.detail} for row in reads]  # fmt: skip
    printed = _run(shared, "score_changes_events.py", ["events", str(gold.events)], lines, tmp_path)
    theirs = _figures(printed)
    golds = gold.read_events()
    scores = [score_document(doc, golds[doc], distinct(row for row in reads if row.doc == doc)) for doc in golds]
    for name, whole in (("matched", False), ("all right", True)):
        figures = found_figures(scores, whole=whole)
        assert theirs[name] == [f"{value:.3f}" for value in (figures.precision, figures.recall, figures.f1)]
    shares = [(name, *share_right(scores, name)) for name in EVENT_ATTRIBUTES]
    assert printed.splitlines()[-1] == "  ".join(
        f"{name} {right / count:.3f}" if count else f"{name} -" for name, right, count in shares
    )


def _check_levels(gold: GoldSet, shared: Path, tmp_path: Path, reads: list[Level]) -> None:
    lines = [{"doc": row.doc, "metric": row.metric, "value_low": row.low, "value_high": row.high, "unit": row.unit,
              "qualifier": row.qualifier, "authority": row.authority, "role": row.role,
              "period_start": _iso(row.period[0]), "period_end": _iso(row.period[1])} for row in reads]  # fmt: skip
    printed = _run(shared, "score.py", [str(gold.levels)], lines, tmp_path)
    golds = gold.read_levels()
    scores = [score_document(doc, golds[doc], [row for row in reads if row.doc == doc]) for doc in golds]
    theirs = _figures(printed)
    for level in (1, 2, 3):
        figures = level_figures(scores, level)
        assert theirs[f"level {level}"] == [f"{value:.3f}" for value in (figures.precision, figures.recall, figures.f1)]
    for name, share in re.findall(r"(\w+) (\d\.\d{3})", printed.splitlines()[-1]):
        right, count = share_right(scores, name)
        assert share == f"{right / count:.3f}", name


def _run(shared: Path, scorer: str, arguments: list[str], rows: list[dict], tmp_path: Path) -> str:
    system = tmp_path / "system.jsonl"
    system.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    command = [sys.executable, "-B", str(shared / "gold" / scorer), *arguments, str(system)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _figures(printed: str) -> dict[str, list[str]]:
    found = re.findall(r"^(.+?)\s+P (\S+)\s+R (\S+)\s+F1 (\S+)$", printed, re.MULTILINE)
    assert found
    return {name: figures for name, *figures in found}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _spoiled(level: Level) -> list[Level]:
    """The row as it is, twice with a fault, once under another right name."""
    other = replace(level, metric=level.also[0]) if level.also else replace(level, metric="teams")
    return [
        replace(level, role="target"),
        level,
        replace(level, period=(None, None), qualifier="over"),
        other,
        replace(level, authority=None, high=None),
    ]


def _spoiled_movement(row: Movement) -> list[Movement]:
    other = replace(row, metric=row.also[0]) if row.also else replace(row, direction="down")
    return [row, replace(row, direction=None), other, replace(row, bounds=row.bounds[::-1]), replace(row, amount=3.0)]


def _spoiled_event(row: Happening) -> list[Happening]:
    """The row as it is and told again, under another right kind, and with a fault in each field."""
    other = replace(row, kind=row.also[0]) if row.also else replace(row, kind="review")
    shouted = replace(row, detail=row.detail.upper() if row.detail else "something")
    undated = replace(row, dates=(None, None))
    moved = replace(row, dates=(row.dates[0] or date(2001, 2, 3), None))
    return [replace(row, authority=None), row, other, row, shouted, replace(row, number=9), undated, moved]


def test_the_benchmark_tells_its_errors(shared):
    benchmark = NewsQuant(shared / "benchmarks")
    told = benchmark.errors()
    assert told.count("    gold [") == told.count("    pred [") > 0
    assert set(benchmark.figures()) == {"value", "value_unit", "value_change"}
