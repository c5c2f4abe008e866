"""What must merge, must stay apart and must conflict: the cases of cases.toml, each run as a release of its own."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"),
)["case"]

# how a case names columns of observations
COLUMNS = {
    "mentions": "n_mentions",
    "articles": "n_articles",
    "first": "first_published_on",
    "last": "last_published_on",
}
ALWAYS = {"n_mentions": 1, "n_articles": 1, "conflict": False, "role": "current"}


def _expected(fact: dict[str, Any]) -> dict[str, Any]:
    named = {COLUMNS.get(name, name): value for name, value in fact.items()}
    return {**ALWAYS, **{name: None if value == "" else value for name, value in named.items()}}


def _holds(expected: dict[str, Any], row: dict[str, Any]) -> bool:
    return all(row[name] == value for name, value in expected.items())


def test_cases_are_of_every_kind_and_named_once() -> None:
    kinds = Counter(case["must"] for case in CASES)
    assert set(kinds) == {"merge", "stay apart", "conflict"}
    assert len(CASES) >= 30
    assert len({case["name"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=[f"{case['must']}: {case['name']}" for case in CASES])
def test_case(case: dict[str, Any], build: Any, rows_of: Any) -> None:
    connection = build(case["articles"])
    left = rows_of(connection, "SELECT * FROM observations ORDER BY observation_id")
    for fact in case["facts"]:
        expected = _expected(fact)
        found = [row for row in left if _holds(expected, row)]
        assert found, f"{case['why']}: no fact is {expected}; left are {left}"
        left.remove(found[0])
    assert not left, f"{case['why']}: facts that nobody expects: {left}"
    _check_counts(case, connection, rows_of)


def _check_counts(case: dict[str, Any], connection: Any, rows_of: Any) -> None:
    articles = rows_of(connection, "SELECT article_id, story_id FROM articles")
    keys = {row["fact_key"] for row in rows_of(connection, "SELECT fact_key FROM observations")}
    assert None not in {row["story_id"] for row in articles}
    if "stories" in case:
        assert len({row["story_id"] for row in articles}) == case["stories"]
    if "keys" in case:
        assert len(keys) == case["keys"]
    if case["must"] == "conflict":
        shown = rows_of(connection, "SELECT observation_id FROM conflicts")
        marked = rows_of(connection, "SELECT observation_id FROM observations WHERE conflict")
        assert sorted(row["observation_id"] for row in shown) == sorted(row["observation_id"] for row in marked)
        assert len(shown) >= 2


def test_order_of_input_changes_nothing(build: Any, rows_of: Any) -> None:
    everything = [article for case in CASES for article in _of_its_own(case)]
    forwards, backwards = build(everything), build(everything, shuffled=True)
    for table, key in (("observations", "observation_id"), ("articles", "article_id")):
        query = f"SELECT * FROM {table} ORDER BY {key}"
        assert rows_of(forwards, query) == rows_of(backwards, query)


def _of_its_own(case: dict[str, Any]) -> list[dict[str, Any]]:
    return [{**article, "source": f"{case['name']} {article.get('source', 'local')}"} for article in case["articles"]]
