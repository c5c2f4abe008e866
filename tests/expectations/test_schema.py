from __future__ import annotations

import dataclasses
import re

import duckdb
import pyarrow as pa
import pytest

from expectations import codes
from expectations import rules as r
from expectations.rules import Rule
from expectations.schema import DUCKDB_TYPES, Table
from expectations.sql import columns_of
from expectations.tables import TABLES
from transforms.codelists import UNITS
from transforms.model import Change, Mention

every_table = pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))


def test_tables_are_those_of_the_design_in_an_order_that_can_be_filled():
    assert set(TABLES) == {
        *("articles", "mentions", "observations", "changes", "inspections", "judgements", "events"),
        *("official_statistics", "authorities", "metrics", "rejects", "sources"),
    }
    known: set[str] = set()
    for name, table in TABLES.items():
        known.add(name)
        for column in table.columns:
            if column.references is not None:
                assert column.references.table in known, (name, column.name)
                assert column.references.key == TABLES[column.references.table].key


@every_table
def test_declaration_holds_together(table: Table):
    assert len(set(table.names)) == len(table.names)
    assert not table.column(table.key).nullable
    names = [rule.name for rule in table.rules()]
    assert len(set(names)) == len(names)
    looked_up = {lookup.name for lookup in table.lookups}
    assert not looked_up & set(table.names)
    for lookup in table.lookups:
        reference = table.column(lookup.column).references
        assert reference is not None
        assert reference.table != table.name
        assert lookup.target in TABLES[reference.table].names
    read = {column for rule in table.rules() for column in columns_of(rule)}
    assert read <= set(table.names) | looked_up
    assert looked_up <= read, "a lookup that no rule reads"
    for column in table.columns:
        assert column.description.endswith("."), column.name
        assert column.codes is None or len(set(column.codes)) == len(column.codes)
        assert re.fullmatch(r"[a-z][a-z0-9_]*", column.name)


def test_records_between_stages_have_the_declared_columns():
    mention = [field.name for field in dataclasses.fields(Mention)]
    assert list(TABLES["mentions"].names) == ["mention_id", "article_id", *mention, "sample"]
    change = {field.name for field in dataclasses.fields(Change)} - {"from_mention", "to_mention"}
    assert change <= set(TABLES["changes"].names)


def test_codes_agree_with_the_codelists():
    assert set(UNITS) == set(codes.UNITS)
    closed = codes.CLOSED_QUALIFIERS, codes.OPEN_ABOVE_QUALIFIERS, codes.OPEN_BELOW_QUALIFIERS, ("range",)
    assert sorted(code for group in closed for code in group) == sorted(codes.QUALIFIERS)
    assert all(" " in meaning and not meaning.endswith(".") for meaning in codes.REJECT_REASONS.values())


@every_table
def test_arrow_schema_says_what_the_declaration_says(table: Table):
    schema = table.arrow_schema()
    assert tuple(schema.names) == table.names
    assert schema.metadata[b"description"].decode() == table.description
    for column in table.columns:
        field = schema.field(column.name)
        assert field.nullable == column.nullable
        assert field.metadata[b"description"].decode() == column.description
        assert field.metadata.get(b"unit", b"").decode() == (column.unit or "")


def test_ddl_makes_commented_tables_that_arrow_data_fits():
    with duckdb.connect() as con:
        for table in TABLES.values():
            con.execute(table.duckdb_ddl())
        for table in TABLES.values():
            con.register("given", pa.Table.from_pylist([], schema=table.arrow_schema()))
            con.execute(f'INSERT INTO "{table.name}" SELECT * FROM given')
            comment, *rest = con.execute(
                "SELECT comment FROM duckdb_tables() WHERE table_name = ?", [table.name]
            ).fetchall()
            assert comment == (table.description,)
            assert rest == []
            made = con.execute(
                "SELECT column_name, data_type, is_nullable, comment FROM duckdb_columns() "
                "WHERE table_name = ? ORDER BY column_index",
                [table.name],
            ).fetchall()
            types = {"TIMESTAMPTZ": "TIMESTAMP WITH TIME ZONE"}
            assert made == [
                (
                    column.name,
                    types.get(DUCKDB_TYPES[column.type], DUCKDB_TYPES[column.type]),
                    column.nullable,
                    column.comment(),
                )
                for column in table.columns
            ]
        assert con.execute("SELECT count(*) FROM duckdb_indexes()").fetchone() == (0,)


def test_every_kind_of_rule_is_in_use():
    kinds = {type(rule) for table in TABLES.values() for rule in table.rules()}
    declared = {
        kind for kind in vars(r).values() if isinstance(kind, type) and issubclass(kind, Rule) and kind is not Rule
    }
    assert kinds == declared


def test_rules_of_derived_columns_can_be_left_out():
    names = {rule.name for rule in TABLES["articles"].rules()} - {
        rule.name for rule in TABLES["articles"].rules(derived=False)
    }
    assert names == {"story_id_not_null", "story_id_length"}


def test_unknown_column_is_named():
    with pytest.raises(KeyError, match="table metrics has no column 'colour'; it has: code, label"):
        TABLES["metrics"].column("colour")
