"""Ids, evidence and the ends of changes; what the statements fill fits the declared tables."""

from __future__ import annotations

from datetime import date
from typing import Any

import duckdb
import pytest

from expectations.tables import TABLES
from transforms.observations import statements

SEPTEMBER = {"start": date(2025, 9, 30), "end": date(2025, 9, 30)}


def article(doc: str = "a.txt", *says: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"doc": doc, "on": date(2025, 10, 16), "says": list(says), **more}


def says(value: float, quote: str | None = None, **more: Any) -> dict[str, Any]:
    return {"value": value, "quote": quote or f"So it is {value:g}.", **more}


def ids(connection: duckdb.DuckDBPyConnection) -> dict[float, str]:
    return dict(connection.execute("SELECT value, observation_id FROM observations").fetchall())


def test_ids_survive_an_update_of_the_article(build: Any) -> None:
    before = article("a.txt", says(18), says(27, role="previous"), text="first")
    after = article("a.txt", says(18), says(26, role="previous"), text="second", on=date(2025, 10, 20))
    first, second = ids(build([before])), ids(build([{**before, "newest": False}, after]))
    assert second.keys() == {18.0, 26.0}
    assert second[18.0] == first[18.0]


def test_ids_do_not_depend_on_other_documents(build: Any) -> None:
    alone = ids(build([article("a.txt", says(18))]))
    among = ids(build([article("a.txt", says(18)), article("b.txt", says(33)), article("c.txt", says(44))]))
    assert among[18.0] == alone[18.0]


@pytest.mark.parametrize(
    "other",
    [
        {"role": "previous"},
        {"scope": "assessment team"},
        {"scope": "null"},
        {"authority": "S99000002"},
        {"authority": ""},
        {"metric": "caseload_per_manager"},
        {"qualifier": "at_least", "low": 18.0},
        {"qualifier": "at_most", "high": 18.0},
        SEPTEMBER,
        {"start": date(2025, 9, 30)},
    ],
    ids=str,
)
def test_each_field_of_a_fact_tells_ids_apart(other: dict[str, Any], build: Any) -> None:
    connection = build([article("a.txt", says(18, period_text="now"), says(18, period_text="then", **other))])
    rows = connection.execute("SELECT observation_id, n_mentions FROM observations").fetchall()
    assert len({row[0] for row in rows}) == 2
    assert [row[1] for row in rows] == [1, 1]


def test_ids_have_the_form_of_all_ids(build: Any) -> None:
    connection = build([article("a.txt", says(18))])
    found = connection.execute("SELECT observation_id, fact_key, story_id FROM observations").fetchone()
    for letter, known in zip("ofs", found, strict=True):
        assert known[0] == letter
        assert len(known) == 21
        int(known[1:], 16)


def test_representative_is_evidence_of_its_fact(build: Any, rows_of: Any) -> None:
    connection = build(
        [
            article("a.txt", says(18, "Perhaps 18.", confidence=0.5), text="wire", source="post"),
            article("b.txt", says(18, "Surely 18.", confidence=0.97), text="wire", source="echo", title="In the Echo"),
        ]
    )
    row = rows_of(
        connection, "SELECT o.*, m.quote AS said FROM observations AS o JOIN mentions AS m USING (mention_id)"
    )
    assert len(row) == 1
    assert row[0]["quote"] == row[0]["said"] == "Surely 18."
    assert (row[0]["title"], row[0]["publisher"], row[0]["confidence"]) == ("In the Echo", "Echo", 0.97)


def test_every_newest_mention_is_in_one_fact(build: Any) -> None:
    connection = build(
        [
            article("a.txt", says(18), says(18, **SEPTEMBER), says(20), text="old", newest=False),
            article("a.txt", says(18), says(18, **SEPTEMBER), says(21, authority="")),
            article("b.txt"),
        ]
    )
    counted = connection.execute("SELECT sum(n_mentions) FROM observations").fetchone()
    assert counted == (3,)


def test_changes_get_the_facts_of_their_mentions(build: Any, rows_of: Any) -> None:
    told = [
        article("a.txt", says(18), says(27, role="previous"), says(18, "Once more 18."), text="new"),
        article("a.txt", says(19), text="old", newest=False),
    ]
    known = build(told)
    mentions = {row["value"]: row for row in rows_of(known, "SELECT * FROM mentions")}
    change = {
        "article_id": mentions[18.0]["article_id"],
        "metric": "caseload_per_social_worker",
        "words_disagree": False,
        "quote": "So it is.",
        "char_start": 0,
        "char_end": 9,
        "sample": False,
    }
    changes = [
        {**change, "change_id": "c1", "from_mention_id": mentions[27.0]["mention_id"]}
        | {"to_mention_id": mentions[18.0]["mention_id"]},
        {**change, "change_id": "c2", "to_mention_id": mentions[18.0]["mention_id"]},
        {**change, "change_id": "c3", "to_mention_id": mentions[19.0]["mention_id"]},
    ]
    connection = build(told, changes=changes)
    facts = ids(connection)
    ends = "SELECT from_observation_id, to_observation_id FROM changes ORDER BY change_id"
    assert connection.execute(ends).fetchall() == [(facts[27.0], facts[18.0]), (None, facts[18.0]), (None, None)]


def test_rebuild_twice_gives_the_same(build: Any, rows_of: Any) -> None:
    connection = build([article("a.txt", says(18), says(27, role="previous")), article("b.txt", says(30))])
    query = "SELECT * FROM observations ORDER BY observation_id"
    first = rows_of(connection, query)
    for statement in statements(date(2025, 11, 1), False):
        connection.execute(statement.sql)
    assert rows_of(connection, query) == first


def test_nothing_in_nothing_out(build: Any) -> None:
    connection = build([])
    assert connection.execute("SELECT count(*) FROM observations").fetchone() == (0,)


def test_facts_fit_the_declared_tables(build: Any) -> None:
    connection = build(
        [
            article("a.txt", says(18), says(27, role="previous", **SEPTEMBER), says(18, scope="one team")),
            article("b.txt", says(16, low=15.0, high=17.0, qualifier="range"), on=None),
            article("c.txt", says(9, authority=""), says(12, role="national", authority="")),
        ]
    )
    connection.execute("ATTACH ':memory:' AS declared")
    for name in ("authorities", "metrics", "sources", "articles", "mentions", "observations"):
        connection.execute("USE declared")
        connection.execute(TABLES[name].duckdb_ddl())
        connection.execute(f"INSERT INTO {name} BY NAME SELECT * FROM memory.{name}")
    counted = connection.execute("SELECT count(*) FROM declared.observations").fetchone()
    assert counted == (6,)


def test_only_declared_tables_are_left(build: Any) -> None:
    connection = build([article("a.txt", says(18))])
    left = connection.execute("SELECT table_name FROM duckdb_tables() WHERE NOT temporary").fetchall()
    macros = connection.execute(
        "SELECT function_name FROM duckdb_functions() WHERE function_type = 'macro' "
        "AND NOT internal AND database_name <> 'temp'"
    ).fetchall()
    assert {row[0] for row in left} == set(TABLES)
    assert macros == []


def test_long_chain_of_versions_is_one_story(build: Any) -> None:
    versions = [
        article("a.txt", says(18 + nth), text=f"version {nth}", newest=nth == 299, on=date(2025, 1, 1))
        for nth in range(300)
    ]
    connection = build(versions)
    assert connection.execute("SELECT count(DISTINCT story_id) FROM articles").fetchone() == (1,)
    assert connection.execute("SELECT value, n_articles FROM observations").fetchall() == [(317.0, 1)]
