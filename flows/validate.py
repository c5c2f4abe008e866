"""The gate: which rows may be published, which go to rejects, and whether there may be a release at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import duckdb
import pyarrow as pa

from expectations import rules as r
from expectations.schema import Table
from expectations.sql import ROW, failing_rows, identifier
from expectations.tables import TABLES
from flows.validation_checks import rejected_share_checks, row_check, samples_check, shape_checks, verdict
from flows.validation_engines import judge
from flows.validation_model import Check, ValidationContext, ValidationResult
from flows.validation_rejects import Origins, Refusal, reject_rows
from flows.validation_volumes import count_rows_by_source, volume_checks

__all__ = [
    "INPUT_TABLES",
    "Check",
    "ValidationContext",
    "ValidationResult",
    "count_rows_by_source",
    "validate_inputs",
    "validate_release",
]

INPUT_TABLES = (
    "authorities",
    "metrics",
    "sources",
    "articles",
    "mentions",
    "changes",
    "inspections",
    "judgements",
    "events",
    "official_statistics",
    "rejects",
)
"""Tables that exist before the rebuild, in publishing order."""

Tables = Mapping[str, pa.Table]


def validate_release(tables: Tables, context: ValidationContext) -> ValidationResult:
    """Check all tables of a release.

    A row that breaks a row rule goes to rejects, and with it the rows that refer to it; a table rule that fails, or a
    bad row of a codelist, refuses the release. Raises SuiteError where an expectation cannot be evaluated.
    """
    return _validate(tables, context, tuple(TABLES), derived=True)


def validate_inputs(tables: Tables, context: ValidationContext) -> ValidationResult:
    """Check ``INPUT_TABLES`` before the rebuild, so that no observation is built from a refused mention.

    Columns that the rebuild fills are left alone, and so are volumes; ``validate_release`` checks them.
    """
    return _validate(
        {name: tables[name] for name in INPUT_TABLES if name in tables}, context, INPUT_TABLES, derived=False
    )


def _validate(tables: Tables, context: ValidationContext, names: Sequence[str], *, derived: bool) -> ValidationResult:
    """Check the shape, then the rows table by table in publishing order, then the release as a whole."""
    nothing = TABLES["rejects"].arrow_schema().empty_table()
    checks = shape_checks(tables, names)
    if not all(check.ok for check in checks):
        return ValidationResult(dict(tables), nothing, tuple(checks), verdict(checks))
    given = {name: tables[name].cast(_nullable(TABLES[name].arrow_schema())) for name in names}
    kept, refusals, row_checks = _check_rows(given, context, derived=derived)
    checks += row_checks
    if len(kept) < len(given):
        return ValidationResult(given, nothing, tuple(checks), verdict(checks))
    if derived:
        checks.append(samples_check(kept))
        if context.previous_counts is not None:
            checks += volume_checks(count_rows_by_source(kept), context.previous_counts)
    new = reject_rows(refusals, _origins(given, refusals), kept["rejects"]["reject_id"].to_pylist())
    kept["rejects"] = pa.concat_tables([kept["rejects"], new.cast(kept["rejects"].schema)])
    if derived:
        kept = {name: rows.cast(TABLES[name].arrow_schema()) for name, rows in kept.items()}
    return ValidationResult(kept, new, tuple(checks), verdict(checks))


def _nullable(schema: pa.Schema) -> pa.Schema:
    """Return ``schema`` with nulls allowed: whether there may be any is a rule, and its failures are rows."""
    return pa.schema([field.with_nullable(True) for field in schema], metadata=schema.metadata)


def _check_rows(
    given: Tables, context: ValidationContext, *, derived: bool
) -> tuple[dict[str, pa.Table], list[Refusal], list[Check]]:
    """Return the rows that stay, the refusals and the checks, table by table.

    Where a codelist has a bad row it stops before the first table of documents: rows cannot be judged by it.
    """
    kept: dict[str, pa.Table] = {}
    refusals: list[Refusal] = []
    checks: list[Check] = []
    codelists_hold = True
    with duckdb.connect() as con:
        con.execute("SET TimeZone = 'UTC'")
        for name, rows in given.items():
            table = TABLES[name]
            if table.on_failure == "reject" and not codelists_hold:
                break
            engine, outcomes = judge(con, table, rows, context, derived=derived)
            broken: dict[int, list[r.Rule]] = {}
            for rule in table.rules(derived=derived):
                checks.append(row_check(table, rule, engine, outcomes[rule.name], rows))
                if rule.level == "row":
                    for row in outcomes[rule.name].failed:
                        broken.setdefault(row, []).append(rule)
            kept[name] = rows
            if broken and table.on_failure == "reject":
                _add_rows_left_alone(con, table, rows, broken)
                new = _refusals(table, given, broken)
                refusals += new
                kept[name] = _without(rows, broken)
                bad = sum(not refusal.cascade for refusal in new)
                checks += rejected_share_checks(table, rows.num_rows, bad, len(new), context.most_rejected)
            elif broken:
                codelists_hold = False
            con.register(name, kept[name])
    return kept, refusals, checks


def _without(rows: pa.Table, broken: Mapping[int, object]) -> pa.Table:
    return rows.filter(pa.array([row not in broken for row in range(rows.num_rows)], type=pa.bool_()))


def _add_rows_left_alone(
    con: duckdb.DuckDBPyConnection, table: Table, rows: pa.Table, broken: dict[int, list[r.Rule]]
) -> None:
    """Add to ``broken`` the rows that refer to a broken row of their own table, until there are no more."""
    own = [rule for rule in table.rules() if isinstance(rule, r.Resolves) and rule.table == table.name]
    numbered = rows.append_column(ROW, pa.array(range(rows.num_rows), type=pa.int64()))
    found = bool(own)
    while found:
        found = False
        con.register(table.name, _without(numbered, broken))
        for rule in own:
            for (row,) in con.execute(failing_rows(rule, identifier(table.name))).fetchall():
                broken[row] = [rule]
                found = True


def _refusals(table: Table, given: Tables, broken: Mapping[int, Sequence[r.Rule]]) -> list[Refusal]:
    """Return the refusals of a table, in the order of its rows.

    A refusal is a cascade where the row's only fault is to refer to rows that were given and then refused.
    """
    keys: dict[str, set[str | None]] = {}
    refusals = []
    numbers = sorted(broken)
    for number, row in zip(numbers, given[table.name].take(numbers).to_pylist(), strict=True):
        cascade = True
        for rule in broken[number]:
            if not isinstance(rule, r.Resolves):
                cascade = False
                break
            if rule.table not in keys:
                keys[rule.table] = set(given[rule.table][rule.key].to_pylist())
            cascade = cascade and row[rule.column] in keys[rule.table]
        refusals.append(Refusal(table, row, tuple(broken[number]), cascade))
    return refusals


def _origins(given: Tables, refusals: Sequence[Refusal]) -> Origins:
    articles = given["articles"].select(["article_id", "doc", "source_id"]).to_pylist() if refusals else []
    return Origins(
        articles={row["article_id"]: (row["doc"], row["source_id"]) for row in articles},
        sources=frozenset(given["sources"]["source_id"].to_pylist()),
    )
