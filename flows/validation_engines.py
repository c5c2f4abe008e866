"""The two engines that find the rows which break a table's rules: Great Expectations, and DuckDB for large tables."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from expectations import rules as r
from expectations.schema import Table
from expectations.sql import ROW, concerned_rows, failing_rows, identifier
from expectations.suites import Outcome, Surroundings, build_suite, run_suite
from flows.validation_model import GREAT_EXPECTATIONS, SQL, ValidationContext

CURRENT = "_current"
"""Relation with the rows under check, their numbers and the columns looked up for them."""


def judge(
    con: duckdb.DuckDBPyConnection, table: Table, rows: pa.Table, context: ValidationContext, *, derived: bool
) -> tuple[str, Mapping[str, Outcome]]:
    """Return the engine that decided and the outcome of each rule of ``table`` on ``rows``, by the rule's name.

    ``con`` has the tables that ``table`` refers to under their names.
    """
    _load(con, table, rows)
    small = rows.num_rows <= context.rows_for_great_expectations
    if small and rows.num_rows:
        outcomes = _judge_in_great_expectations(con, table, context, derived=derived)
    else:
        outcomes = _judge_in_sql(con, table, context, derived=derived)
    con.execute(f"DROP TABLE {identifier(CURRENT)}")
    return GREAT_EXPECTATIONS if small else SQL, outcomes


def _load(con: duckdb.DuckDBPyConnection, table: Table, rows: pa.Table) -> None:
    numbered = rows.append_column(ROW, pa.array(range(rows.num_rows), type=pa.int64()))
    con.register("_rows", numbered)
    selected, joins = ["t.*"], []
    for place, column in enumerate(dict.fromkeys(lookup.column for lookup in table.lookups)):
        reference = table.column(column).references
        if reference is None:
            raise ValueError(f"table {table.name}: {column} is looked up but declares no reference")
        alias = f"l{place}"
        joins.append(
            f"LEFT JOIN {identifier(reference.table)} AS {alias} "
            f"ON t.{identifier(column)} = {alias}.{identifier(reference.key)}"
        )
        selected.extend(
            f"{alias}.{identifier(lookup.target)} AS {identifier(lookup.name)}"
            for lookup in table.lookups
            if lookup.column == column
        )
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE {identifier(CURRENT)} AS "
        f"SELECT {', '.join(selected)} FROM _rows AS t {' '.join(joins)} ORDER BY t.{identifier(ROW)}"
    )
    con.register(table.name, rows)
    con.unregister("_rows")


def _judge_in_great_expectations(
    con: duckdb.DuckDBPyConnection, table: Table, context: ValidationContext, *, derived: bool
) -> dict[str, Outcome]:
    keys = {
        rule.table: _keys(con, rule.table, rule.key)
        for rule in table.rules(derived=derived)
        if isinstance(rule, r.Resolves)
    }
    suite = build_suite(table, Surroundings(context.as_of, keys), derived=derived)
    query = f"SELECT * FROM {identifier(CURRENT)} ORDER BY {identifier(ROW)}"
    return run_suite(suite, _frame(con.sql(query).to_arrow_table()))


def _judge_in_sql(
    con: duckdb.DuckDBPyConnection, table: Table, context: ValidationContext, *, derived: bool
) -> dict[str, Outcome]:
    relation, outcomes = identifier(CURRENT), {}
    for rule in table.rules(derived=derived):
        counted = con.execute(concerned_rows(rule, relation)).fetchone()
        failed = con.execute(failing_rows(rule, relation, context.as_of)).fetchall()
        checked = 0 if counted is None else int(counted[0])
        outcomes[rule.name] = Outcome(checked=checked, failed=tuple(int(row[0]) for row in failed))
    return outcomes


def _keys(con: duckdb.DuckDBPyConnection, table: str, key: str) -> list[str]:
    name = identifier(key)
    rows = con.execute(f"SELECT DISTINCT {name} FROM {identifier(table)} WHERE {name} IS NOT NULL").fetchall()
    return [row[0] for row in rows]


def _frame(rows: pa.Table) -> pd.DataFrame:
    """Return ``rows`` for pandas, NaN as infinity: pandas takes NaN for null, and it is a wrong number instead."""
    for place, field in enumerate(rows.schema):
        if pa.types.is_floating(field.type):
            column = rows.column(place)
            finite = pc.if_else(pc.is_nan(column), pa.scalar(float("inf"), field.type), column)
            rows = rows.set_column(place, field, finite)
    frame: pd.DataFrame = rows.to_pandas(date_as_object=False)
    return frame
