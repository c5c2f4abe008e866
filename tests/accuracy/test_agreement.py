"""Our scorer gives the figures that the scorers beside the project give, on the same rows."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from flows.accuracy.gold import GoldSet, gold_sets
from flows.accuracy.newsquant import NewsQuant
from flows.accuracy.records import Level, Movement
from flows.accuracy.scoring import level_figures, movement_figures, score_document, share_right

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
        figures = movement_figures(scores, whole=whole)
        assert theirs[name] == [f"{value:.3f}" for value in (figures.precision, figures.recall, figures.f1)]


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


def test_the_benchmark_tells_its_errors(shared):
    benchmark = NewsQuant(shared / "benchmarks")
    told = benchmark.errors()
    assert told.count("    gold [") == told.count("    pred [") > 0
    assert set(benchmark.figures()) == {"value", "value_unit", "value_change"}
