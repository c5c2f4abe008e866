"""The annotations hold together: words in the text, codes of the codelists, values that fit their qualifier."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from expectations.codes import CHANGE_UNITS, DIRECTIONS, EVENT_KINDS, GRADES, QUALIFIERS, ROLES
from flows.codelists import for_real_sources, load_codelists

from .conftest import ROOT

GOLDEN = ROOT / "tests" / "golden"
FOLDERS = [GOLDEN / "development", GOLDEN / "held_out"]
WITH_EVENTS = [*FOLDERS, GOLDEN / "events", GOLDEN / "events_held_out"]
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


@pytest.mark.parametrize("folder", WITH_EVENTS, ids=lambda folder: folder.name)
def test_every_text_has_its_meta_file_and_a_readme_says_what_they_are(folder):
    texts = {path.name for path in folder.glob("*.txt")}
    assert texts
    assert {path.name.replace(".meta.json", ".txt") for path in folder.glob("*.meta.json")} == texts
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


@pytest.fixture(params=WITH_EVENTS, ids=lambda folder: folder.name)
def events(request):
    found = rows(request.param, "events.jsonl")
    assert found
    return [(request.param, row, f"{row['doc']}: {row['kind']} {row['context']!r}") for row in found]


def test_the_words_of_an_event_stand_in_the_text(events):
    for folder, row, place in events:
        text = (folder / row["doc"]).read_text(encoding="utf-8")
        assert row["context"] in flat(text), place
        assert 0 < len(row["context"]) <= 250, place


def test_codes_of_events(events):
    for _, row, place in events:
        kinds = [row["kind"], *row.get("kind_alt", ())]
        assert set(kinds) <= set(EVENT_KINDS), place
        assert len(set(kinds)) == len(kinds), place
        assert row["authority"] is None or row["authority"] in LISTS.by_gss, place


def test_days_of_events_are_in_order(events):
    for _, row, place in events:
        start, end = (row[name] and date.fromisoformat(row[name]) for name in ("date_start", "date_end"))
        assert not (start and end) or start <= end, place


def test_an_event_has_the_number_and_the_detail_of_its_kind(events):
    for _, row, place in events:
        kinds = {row["kind"], *row.get("kind_alt", ())}
        assert row["number"] is None or (isinstance(row["number"], int) and row["number"] > 0), place
        if row["kind"] == "funding":
            assert isinstance(row["detail"], int), place
            assert row["detail"] > 0, place
        elif row["kind"] == "judgement":
            assert row["detail"] is None or row["detail"] in GRADES, place
        elif row["detail"] is not None:
            assert kinds & {"trust_established", "trust_ended"}, place
            assert isinstance(row["detail"], str), place


def test_an_event_is_annotated_once_for_each_text(events):
    names = ("doc", "kind", "authority", "date_start", "date_end", "number", "detail")
    told = [tuple(row[name] for name in names) for _, row, _ in events]
    assert len(set(told)) == len(told)
