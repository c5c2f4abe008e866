"""The annotations hold together: words in the text, codes of the codelists, values that fit their qualifier."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from expectations.codes import CHANGE_UNITS, DIRECTIONS, QUALIFIERS, ROLES
from flows.codelists import for_real_sources, load_codelists

from .conftest import ROOT

GOLDEN = ROOT / "tests" / "golden"
FOLDERS = [GOLDEN / "development", GOLDEN / "held_out"]
LISTS = for_real_sources(load_codelists())
CLOSED = ("exact", "approximately", "nearly")


def rows(folder, name):
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines() if line]


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def folder(request):
    return request.param


@pytest.fixture
def texts(folder):
    return {path.name: flat(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))}


def test_every_text_has_its_meta_file_and_a_readme_says_what_they_are(folder, texts):
    assert texts
    metas = {path.name.replace(".meta.json", ".txt") for path in folder.glob("*.meta.json")}
    assert metas == set(texts)
    assert "invented" in (folder / "README.md").read_text(encoding="utf-8")


def test_numbers_stand_in_their_words_and_their_words_in_the_text(folder, texts):
    for row in rows(folder, "gold.jsonl"):
        place = f"{row['doc']}: {row['metric']} {row['surface']!r}"
        assert row["context"] in texts[row["doc"]], place
        assert len(row["context"]) <= 200, place
        assert re.search(r"(?<![\w,.£])" + re.escape(row["surface"]) + r"(?!\d)", row["context"]), place


def test_codes_and_values_of_numbers(folder):
    for row in rows(folder, "gold.jsonl"):
        place = f"{row['doc']}: {row['metric']} {row['surface']!r}"
        metric = LISTS.metrics[row["metric"]]
        assert set(row.get("metric_alt", ())) <= set(LISTS.metrics), place
        assert row["unit"] == metric.unit, place
        assert metric.min <= row["value"] <= metric.max, place
        assert row["role"] in ROLES, place
        assert row["qualifier"] in QUALIFIERS, place
        assert shape(row) == row["qualifier"] or (shape(row) == "closed" and row["qualifier"] in CLOSED), place


def shape(row) -> str:
    low, value, high = row["value_low"], row["value"], row["value_high"]
    if low is None or high is None:
        fits = (
            {"over", "at_least"} if high is None and low == value else {"under", "at_most"} if high == value else set()
        )
        return row["qualifier"] if row["qualifier"] in fits else "no shape"
    if low == high == value:
        return "closed"
    return "range" if low < high and value == pytest.approx((low + high) / 2) else "no shape"


def test_authorities_are_real_and_no_national_figure_has_one(folder):
    for row in (*rows(folder, "gold.jsonl"), *rows(folder, "changes.jsonl")):
        assert row["authority"] is None or row["authority"] in LISTS.by_gss, row["context"]
        assert not (row.get("role") == "national" and row["authority"]), row["context"]


def test_periods_are_days_in_order(folder):
    for row in rows(folder, "gold.jsonl"):
        ends = [row["period_start"], row["period_end"]]
        assert (ends[0] is None) == (ends[1] is None), row["context"]
        if ends[0] is not None:
            assert date.fromisoformat(ends[0]) <= date.fromisoformat(ends[1]), row["context"]


def test_movements(folder, texts):
    for row in rows(folder, "changes.jsonl"):
        assert row["context"] in texts[row["doc"]], row["context"]
        assert row["metric"] in LISTS.metrics, row["context"]
        assert row["direction"] is None or row["direction"] in DIRECTIONS, row["context"]
        assert (row["amount"] is None) == (row["amount_unit"] is None), row["context"]
        assert row["amount_unit"] is None or row["amount_unit"] in CHANGE_UNITS, row["context"]
        bounds = [row[f"{end}_{side}"] for end in ("from", "to") for side in ("low", "high")]
        assert any(bound is not None for bound in bounds) or row["amount"] is not None or row["direction"], row[
            "context"
        ]
