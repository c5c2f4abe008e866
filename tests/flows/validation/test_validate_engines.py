"""Both engines refuse the same planted rows: at least one for each rule of each table."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date
from typing import Any

import duckdb
import pytest

from expectations import rules as r
from expectations.sql import predicate
from expectations.tables import TABLES
from flows.validate import validate_release

NAN, INFINITY = float("nan"), float("inf")

REJECTING = [name for name, table in TABLES.items() if table.on_failure == "reject"]
REFUSING = [name for name, table in TABLES.items() if table.on_failure == "refuse"]


def planted_by_column(rule: r.Rule, table: str) -> list[dict[str, Any]]:
    """Changes of a sound row that break a rule which the declaration of one column amounts to."""
    if rule.where:
        return []
    match rule:
        case r.NotNull(column=column):
            return [{column: None}]
        case r.OneOf(column=column, values=values) if isinstance(values[0], str):
            return [{column: "no such code"}, {column: ""}, {column: values[0] + "\n"}]
        case r.Length(column=column, maximum=most):
            return [{column: ""}] if most is None else [{column: ""}, {column: "é" * (most + 1)}]
        case r.Matches(column=column, pattern=pattern):
            fits = {"[a-z]": "teams", "[A-Z]": "E10000030", "[0-9]{3}": "123", "[0-9a-f]": "a" * 64}
            last = next((text for start, text in fits.items() if pattern.startswith(start)), "https://example.org")
            return [{column: "§§§"}, {column: last + "\n"}, {column: "\n" + last}]
        case r.Between(column=column, minimum=low, maximum=high):
            found = [] if TABLES[table].column(column).type == "integer" else [{column: NAN}, {column: INFINITY}]
            ends = ([] if low is None else [low - 1]) + ([] if high is None else [high + 1])
            return found + [{column: end} for end in ends]
        case r.Resolves(column=column):
            return [{column: "no such key"}]
        case _:
            return []


VALUE: list[tuple[str, dict[str, Any]]] = [
    ("low_not_above_value", {"value_low": 4.0}),
    ("value_not_above_high", {"value_high": 2.0}),
    ("unit_of_metric", {"unit": "cases"}),
    ("caseload_positive", {"metric": "caseload_per_social_worker", "unit": "cases", "value": 0.0}),
    *(
        (f"{end}_percent_0_to_100", {"metric": "vacancy_rate", "unit": "percent", end: 100.5})
        for end in ("value", "value_high")
    ),
    ("value_low_percent_0_to_100", {"metric": "vacancy_rate", "unit": "percent", "value_low": -0.5}),
    *((f"{end}_not_negative", {end: -1.0}) for end in ("value", "value_low", "value_high")),
    ("value_low_exact_count_whole", {"value_low": 2.5}),
    ("value_high_exact_count_whole", {"value_high": 3.5}),
    ("value_not_below_metric", {"value": -1.0}),
    ("value_not_above_metric", {"value": 201.0}),
    ("value_low_not_below_metric", {"value_low": -1.0}),
    ("value_high_not_above_metric", {"value_high": 201.0}),
    ("value_low_closed_given", {"value_low": None}),
    ("value_low_closed_is_value", {"value_low": 2.0, "qualifier": "approximately"}),
    ("value_low_range_given", {"value_low": None, "qualifier": "range"}),
    ("value_low_bound_given", {"value_low": None, "value_high": None, "qualifier": "over"}),
    ("value_low_bound_is_value", {"value_low": 2.0, "value_high": None, "qualifier": "at_least"}),
    ("value_low_open", {"qualifier": "under"}),
    ("value_high_closed_given", {"value_high": None}),
    ("value_high_closed_is_value", {"value_high": 4.0, "qualifier": "nearly"}),
    ("value_high_range_given", {"value_high": None, "qualifier": "range"}),
    ("value_high_bound_given", {"value_low": None, "value_high": None, "qualifier": "under"}),
    ("value_high_bound_is_value", {"value_low": None, "value_high": 4.0, "qualifier": "at_most"}),
    ("value_high_open", {"qualifier": "over"}),
    ("period_in_order", {"period_start": date(2026, 2, 1)}),
    ("as_of_has_basis", {"as_of_basis": None}),
    ("basis_has_as_of", {"as_of": None}),
    ("as_of_period_given", {"period_end": None}),
    ("as_of_is_period_end", {"as_of": date(2026, 3, 30)}),
]
SPAN = ("span_in_order", {"char_start": 9999})
INVENTED = ("invented_authority_in_samples_only", {"authority": "S99000001"})
AS_PARENT = ("sample_as_parent", {"sample": True})
AS_SOURCE = ("sample_as_source", {"sample": True})
LATE = ("published_on_not_after_as_of", {"published_on": date(9999, 12, 31)})
BASIS = [
    ("published_on_none_is_null", {"published_on_basis": "none"}),
    ("published_on_basis_has_day", {"published_on": None}),
]
PLANTED: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "articles": [LATE, *BASIS, AS_SOURCE, INVENTED],
    "mentions": [
        *VALUE,
        SPAN,
        ("quote_holds_surface", {"surface": "four teams"}),
        ("quote_holds_surface", {"surface": "three.teams"}),
        ("span_fits_surface", {"char_end": 31}),
        ("page_of_document", {"page": 13}),
        AS_PARENT,
        INVENTED,
    ],
    "observations": [
        *VALUE,
        ("articles_not_above_mentions", {"n_articles": 2}),
        ("publications_in_order", {"first_published_on": date(2026, 3, 31)}),
        ("article_id_of_mention_id", {"article_id": "a2"}),
        ("metric_of_mention_id", {"metric": "social_workers"}),
        ("value_of_mention_id", {"value": 4.0, "value_low": 4.0, "value_high": 4.0}),
        ("unit_of_mention_id", {"unit": "cases"}),
        ("quote_of_mention_id", {"quote": "It has four teams."}),
        AS_PARENT,
        INVENTED,
    ],
    "changes": [
        ("level_or_amount_given", dict.fromkeys(("from_low", "from_high", "to_low", "to_high"))),
        *((f"{end}_in_order", {f"{end}_low": 100.0}) for end in ("from", "to")),
        *((f"{end}_low_not_below_metric", {f"{end}_low": -1.0}) for end in ("from", "to")),
        *((f"{end}_high_not_above_metric", {f"{end}_high": 201.0}) for end in ("from", "to")),
        ("metric_of_from_mention_id", {"metric": "social_workers"}),
        ("metric_of_to_mention_id", {"metric": "social_workers"}),
        ("from_low_of_from_mention_id", {"from_mention_id": "m1"}),
        ("from_high_of_from_mention_id", {"from_mention_id": "m1"}),
        ("to_low_of_to_mention_id", {"to_low": 2.0}),
        ("to_high_of_to_mention_id", {"to_high": 4.0}),
        ("amount_has_unit", {"amount": 12.0}),
        ("amount_unit_has_amount", {"amount_unit": "percent"}),
        ("percentage_points_at_most_100", {"amount": 101.0, "amount_unit": "percentage_points"}),
        SPAN,
        AS_PARENT,
        INVENTED,
    ],
    "inspections": [
        ("inspection_in_order", {"inspection_start": date(2026, 2, 1)}),
        ("published_after_inspection", {"published_on": date(2026, 1, 15)}),
        LATE,
        *BASIS,
        AS_PARENT,
        INVENTED,
    ],
    "judgements": [
        ("authority_of_inspection", {"authority": "S99000001"}),
        ("framework_of_inspection", {"framework": "SIF"}),
        ("adequate_under_lac_2013_only", {"grade": "adequate"}),
        SPAN,
        AS_PARENT,
        INVENTED,
    ],
    "events": [
        ("dates_in_order", {"date_start": date(2026, 2, 1)}),
        ("judgement_detail_is_grade", {"detail": "failing"}),
        ("funding_detail_is_pounds", {"kind": "funding", "detail": "£6m"}),
        ("funding_has_amount", {"kind": "funding", "detail": None}),
        SPAN,
        AS_PARENT,
        INVENTED,
    ],
    "official_statistics": [
        ("value_or_status_given", {"value": None}),
        ("status_has_no_value", {"status": "c"}),
        ("local_authority_named", {"authority": None}),
        ("unit_of_metric", {"unit": "count"}),
        ("metric_of_fte_is_count", {"unit": "fte"}),
        ("value_percent_0_to_100", {"value": 101.0}),
        ("value_not_negative", {"value": -1.0}),
        ("period_in_order", {"period_start": date(2025, 10, 1)}),
        LATE,
        AS_SOURCE,
        INVENTED,
    ],
    "rejects": [],
    "authorities": [("valid_from_before_valid_to", {"valid_from": date(2023, 4, 1), "valid_to": date(2023, 3, 31)})],
    "metrics": [
        ("min_below_max", {"min": 300.0}),
        ("percent_bounds", {"unit": "percent"}),
        ("min_not_negative", {"min": -1.0}),
    ],
    "sources": [],
}


WARNED = {
    "mentions": [
        ("authority_begun", {"authority": "E06000098"}),
        ("authority_not_ended", {"authority": "E10000021"}),
    ]
}
"""Rows that stay, with a warning."""


def plant(rows: dict[str, list[dict[str, Any]]], name: str) -> list[tuple[str, str]]:
    """Add to a table one row per planting; return each rule with the key of the row that breaks it."""
    table, sound, expected = TABLES[name], rows[name][0], []
    plantings = [(rule.name, change) for rule in table.rules() for change in planted_by_column(rule, name)]
    for place, (rule, change) in enumerate(plantings + PLANTED[name]):
        key = f"E{place:08d}" if name == "authorities" else f"bad_{place}"
        row = sound | {table.key: key} | change
        expected.append((rule, row[table.key] or f"row {len(rows[name])}"))
        rows[name].append(row)
    rows[name].append(sound | {table.key: "E99999999" if name == "authorities" else "twin"})
    rows[name].append(rows[name][-1])
    expected.append((f"{table.key}_unique", rows[name][-1][table.key]))
    return expected


def outcome(result) -> list[tuple[str, str, int, int, tuple[str, ...]]]:
    return [(check.table, check.rule, check.checked, check.failed, check.examples) for check in result.checks]


def test_every_rule_has_a_planting():
    for name, table in TABLES.items():
        by_column = {rule.name for rule in table.rules() if planted_by_column(rule, name)}
        by_hand = {rule for rule, _ in PLANTED[name] + WARNED.get(name, [])}
        assert {rule.name for rule in table.rules()} == by_column | by_hand | {f"{table.key}_unique"}, name


def test_both_engines_refuse_the_same_planted_rows(sound_rows, to_tables, context, in_sql):
    sound = {name: {row[TABLES[name].key] for row in sound_rows[name]} for name in TABLES}
    expected = {name: plant(sound_rows, name) for name in REJECTING}
    for name, warned in WARNED.items():
        for rule, change in warned:
            sound_rows[name].append(sound_rows[name][0] | {TABLES[name].key: rule} | change)
            sound[name].add(rule)
            expected[name].append((rule, rule))
    tables = to_tables(sound_rows)
    by_expectations, by_sql = (validate_release(tables, replace(one, most_rejected=1.0)) for one in (context, in_sql))
    assert {check.engine for check in by_expectations.checks} == {"Great Expectations", "release check"}
    assert {check.engine for check in by_sql.checks} == {"SQL", "release check"}
    assert by_expectations.refused is None
    assert by_sql.refused is None
    for name in REJECTING:
        kept = by_expectations.tables[name]
        assert kept.equals(by_sql.tables[name]) or name == "rejects", name
        refused_now = set(by_sql.rejects["reject_id"].to_pylist())
        assert set(kept[TABLES[name].key].to_pylist()) - refused_now >= sound[name], name
        assert kept.num_rows == len(sound[name]) + (len(refused_now) if name == "rejects" else 0), name
    pairs = itertools.zip_longest(outcome(by_expectations), outcome(by_sql))
    assert [pair for pair in pairs if pair[0] != pair[1]] == []
    assert by_expectations.rejects.equals(by_sql.rejects)
    failed = {(check.table, check.rule): check.failed for check in by_sql.checks}
    for name, pairs in expected.items():
        for rule, _ in pairs:
            assert failed[name, rule] >= 1, (name, rule)


@pytest.mark.parametrize("name", REFUSING)
def test_both_engines_refuse_a_release_with_a_bad_codelist(sound_rows, to_tables, context, in_sql, name):
    expected = plant(sound_rows, name)
    tables = to_tables(sound_rows)
    results = [validate_release(tables, one) for one in (context, in_sql)]
    assert outcome(results[0]) == outcome(results[1])
    assert all(result.refused is not None for result in results)
    failed = {check.rule: check for check in results[0].failed_checks}
    assert {check.level for check in failed.values()} == {"table"}
    for rule, key in expected:
        assert key in failed[rule].examples or failed[rule].failed > len(failed[rule].examples), rule


def test_duckdb_file_refuses_what_a_row_alone_shows_to_be_bad(sound_rows, to_tables):
    """The CHECK, NOT NULL, key and reference constraints of the published file hold the same rules."""
    sound = to_tables(sound_rows)
    with duckdb.connect() as con:
        for name, table in TABLES.items():
            con.execute(table.duckdb_ddl())
            con.register("given", sound[name])
            con.execute(f'INSERT INTO "{name}" SELECT * FROM given')
        refused = 0
        for name, table in TABLES.items():
            outside = {lookup.name for lookup in table.lookups}
            rules = {rule.name: rule for rule in table.rules()}
            planted = [(rule, change) for rule in rules.values() for change in planted_by_column(rule, name)]
            planted += [(rules[rule], change) for rule, change in PLANTED[name]]
            for rule, change in planted:
                elsewhere = isinstance(rule, r.Resolves) and rule.table != name
                if predicate(rule, outside=outside) is None and not elsewhere:
                    continue
                row = sound_rows[name][0] | {table.key: "E77777777"} | change
                marks = ", ".join("?" for _ in table.columns)
                with pytest.raises(duckdb.ConstraintException):
                    con.execute(f'INSERT INTO "{name}" VALUES ({marks})', [row[column] for column in table.names])
                refused += 1
    assert refused > 300
