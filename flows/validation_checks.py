"""How outcomes become checks: of the tables' shape, of their rows, of the release as a whole; and the verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from expectations.rules import Rule
from expectations.schema import Table
from expectations.suites import Outcome
from expectations.tables import TABLES
from flows.validation_model import OWN, Check

EXAMPLES = 5
"""Most failing rows that a check names."""

WARN_ABOVE_REJECTED = 0.05
"""Share of a table's rows in rejects above which the run warns."""

SMALLEST_TO_STOP = 20
"""Fewest rows of a table from which its share of bad rows tells of a fault in the pipeline."""


def shape_checks(tables: Mapping[str, pa.Table], names: Sequence[str]) -> list[Check]:
    """Return a check per table of ``names`` (columns and types as declared) and one for tables that nobody declared."""
    checks = [_shape_check(TABLES[name], tables.get(name)) for name in names]
    unknown = sorted(set(tables) - set(TABLES))
    checks.append(
        Check(
            table="release",
            rule="tables_declared",
            description="every table is declared",
            level="table",
            engine=OWN,
            checked=len(tables),
            failed=len(unknown),
            examples=tuple(unknown[:EXAMPLES]),
            detail=f"not declared: {', '.join(unknown)}" if unknown else None,
        )
    )
    return checks


def row_check(table: Table, rule: Rule, engine: str, outcome: Outcome, rows: pa.Table) -> Check:
    """Return the check of ``rule`` on ``rows``; failing rows are named by key, or by number where the key is null."""
    keys = [rows[table.key][row].as_py() or f"row {row}" for row in outcome.failed[:EXAMPLES]]
    return Check(
        table=table.name,
        rule=rule.name,
        description=rule.description,
        level="warning" if rule.level == "warning" else "row" if table.on_failure == "reject" else "table",
        engine=engine,
        checked=outcome.checked,
        failed=len(outcome.failed),
        examples=tuple(keys),
    )


def rejected_share_checks(table: Table, rows: int, bad: int, gone: int, most: float) -> list[Check]:
    """Return the warning for a table of which many rows were refused, and the table check that not most were bad.

    ``bad`` rows break a rule themselves, ``gone`` rows are all that went to rejects, those that went along too.
    """
    said = f"{gone} of {rows} rows went to rejects, {bad} for faults of their own"
    many = gone > rows * WARN_ABOVE_REJECTED
    warning = Check(
        table=table.name,
        rule="few_rows_rejected",
        description=f"at most {WARN_ABOVE_REJECTED:.0%} of the rows go to rejects, else the run warns",
        level="warning",
        engine=OWN,
        checked=rows,
        failed=gone if many else 0,
        detail=said if many else None,
    )
    systematic = rows >= SMALLEST_TO_STOP and bad > rows * most
    stop = Check(
        table=table.name,
        rule="most_rows_sound",
        description=f"of {SMALLEST_TO_STOP} rows or more at most {most:.0%} are bad, else the release is refused",
        level="table",
        engine=OWN,
        checked=rows,
        failed=bad if systematic else 0,
        detail=said if systematic else None,
    )
    return [warning, stop]


def samples_check(tables: Mapping[str, pa.Table]) -> Check:
    """Return the check that a release without samples knows no invented authority."""
    authorities = tables["authorities"]
    invented = authorities.filter(authorities["sample"])["gss_code"].to_pylist()
    stray = [] if pc.any(tables["articles"]["sample"]).as_py() else invented
    return Check(
        table="authorities",
        rule="invented_authorities_with_samples_only",
        description="a release without sample documents holds no invented authority",
        level="table",
        engine=OWN,
        checked=authorities.num_rows,
        failed=len(stray),
        examples=tuple(stray[:EXAMPLES]),
        detail="leave the sample authorities out where no source is a sample" if stray else None,
    )


def verdict(checks: Sequence[Check]) -> str | None:
    """Return in one line why the release is refused, None where it is not."""
    failed = [check for check in checks if check.level == "table" and not check.ok]
    if not failed:
        return None
    first = failed[0]
    named = f" ({', '.join(first.examples)})" if first.examples else ""
    said = first.detail or f"{first.failed} of {first.checked} rows fail{named}"
    more = f"; and {len(failed) - 1} more" if len(failed) > 1 else ""
    return f"{first.table}: {first.rule}: {said} (rule: {first.description}){more}"


def _shape_check(table: Table, rows: pa.Table | None) -> Check:
    faults = ["the table is missing"] if rows is None else _shape_faults(table, rows)
    return Check(
        table=table.name,
        rule="shape_as_declared",
        description="columns and their types are the declared ones, in order",
        level="table",
        engine=OWN,
        checked=len(table.columns),
        failed=len(faults),
        examples=(),
        detail="; ".join(faults) or None,
    )


def _shape_faults(table: Table, rows: pa.Table) -> list[str]:
    given, declared = list(rows.schema.names), list(table.names)
    if given != declared:
        missing = [name for name in declared if name not in given]
        unknown = [name for name in given if name not in declared]
        if not missing and not unknown:
            return [f"columns are in another order: {', '.join(given)}"]
        return [f"column {name} is missing" for name in missing] + [
            f"column {name} is not declared" for name in unknown
        ]
    schema = table.arrow_schema()
    return [
        f"column {field.name} is {field.type}, declared {schema.field(field.name).type}"
        for field in rows.schema
        if not _same_type(field.type, schema.field(field.name).type)
    ]


def _same_type(given: pa.DataType, declared: pa.DataType) -> bool:
    """Whether values pass from one type to the other unchanged: other layouts of text, UTC by any name, all null."""
    if given.equals(declared) or pa.types.is_null(given):
        return True
    if pa.types.is_string(declared):
        return bool(pa.types.is_large_string(given) or pa.types.is_string_view(given))
    if pa.types.is_timestamp(declared):
        return bool(pa.types.is_timestamp(given) and given.tz in ("UTC", "Etc/UTC") and given.unit == declared.unit)
    return False
