"""The two engines that find the rows which break a table's rules: Great Expectations, and DuckDB for large tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from expectations.schema import Table
from expectations.sql import ROW, concerned_rows, failing_rows, identifier
from expectations.suites import Outcome, build_suite, found_key, run_suite
from flows.validation_model import GREAT_EXPECTATIONS, SQL, ValidationContext

CURRENT = "_current"
"""Relation with the rows under check, their numbers and the columns looked up for them."""


def judge(
    con: duckdb.DuckDBPyConnection, table: Table, rows: pa.Table, context: ValidationContext, *, derived: bool
) -> tuple[str, Mapping[str, Outcome]]:
    """Return the engine that decided and the outcome of each rule of ``table`` on ``rows``, by the rule's name.

    ``con`` has the tables that ``table`` refers to under their names; ``rows`` are added under the table's own.
    """
    con.register(table.name, rows)
    small = rows.num_rows <= context.rows_for_great_expectations
    _load(con, table, rows)
    if small and rows.num_rows:
        suite = build_suite(table, context.as_of, derived=derived)
        query = f"SELECT {', '.join(['*', *_found_keys(table, derived=derived)])} FROM {CURRENT} ORDER BY {ROW}"
        outcomes = run_suite(suite, _frame(con.sql(query).to_arrow_table()))
    else:
        outcomes = _judge_in_sql(con, table, context, derived=derived)
    con.execute(f"DROP TABLE {CURRENT}")
    return GREAT_EXPECTATIONS if small else SQL, outcomes


def _load(con: duckdb.DuckDBPyConnection, table: Table, rows: pa.Table) -> None:
    con.register("_rows", rows.append_column(ROW, pa.array(range(rows.num_rows), type=pa.int64())))
    selected, joins = ["t.*"], []
    for place, name in enumerate(dict.fromkeys(lookup.column for lookup in table.lookups)):
        reference = table.column(name).references
        if reference is None:
            raise ValueError(f"table {table.name}: {name} is looked up but declares no reference")
        target, key = identifier(reference.table), identifier(reference.key)
        joins.append(f"LEFT JOIN {target} AS l{place} ON t.{identifier(name)} = l{place}.{key}")
        selected.extend(
            f"l{place}.{identifier(lookup.target)} AS {identifier(lookup.name)}"
            for lookup in table.lookups
            if lookup.column == name
        )
    query = f"SELECT {', '.join(selected)} FROM _rows AS t {' '.join(joins)} ORDER BY t.{ROW}"
    con.execute(f"CREATE OR REPLACE TEMP TABLE {CURRENT} AS {query}")
    con.unregister("_rows")


def _found_keys(table: Table, *, derived: bool) -> Iterator[str]:
    """Yield per reference the SQL of the key that it names, null where the table referred to has no such key."""
    for column in table.columns:
        if column.references is not None and (derived or not column.derived):
            name, key = identifier(column.name), identifier(column.references.key)
            known = f"SELECT {key} FROM {identifier(column.references.table)} WHERE {key} IS NOT NULL"
            yield f"CASE WHEN {name} IN ({known}) THEN {name} END AS {identifier(found_key(column.name))}"


def _judge_in_sql(
    con: duckdb.DuckDBPyConnection, table: Table, context: ValidationContext, *, derived: bool
) -> dict[str, Outcome]:
    outcomes = {}
    for rule in table.rules(derived=derived):
        counted = con.execute(concerned_rows(rule, CURRENT)).fetchone()
        failed = con.execute(failing_rows(rule, CURRENT, context.as_of)).fetchall()
        checked = 0 if counted is None else int(counted[0])
        outcomes[rule.name] = Outcome(checked=checked, failed=tuple(int(row[0]) for row in failed))
    return outcomes


def _frame(rows: pa.Table) -> pd.DataFrame:
    """Return ``rows`` for pandas, NaN as infinity: pandas takes NaN for null, and it is a wrong number instead."""
    for place, field in enumerate(rows.schema):
        if pa.types.is_floating(field.type):
            column = rows.column(place)
            finite = pc.if_else(pc.is_nan(column), pa.scalar(float("inf"), field.type), column)
            rows = rows.set_column(place, field, finite)
    frame: pd.DataFrame = rows.to_pandas(date_as_object=False)
    return frame
