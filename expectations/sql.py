"""The rules of a table as DuckDB SQL: as CHECK constraints, and as queries that find the rows which break them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from expectations import rules as r

ROW = "_row"
"""Name of the column with the row's number that both engines use to say which rows fail."""


def identifier(name: str) -> str:
    """Return ``name`` quoted as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: r.Scalar) -> str:
    """Return ``value`` as an SQL literal."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return repr(value)


def predicate(rule: r.Rule, *, outside: Collection[str] = ()) -> str | None:
    """Return the SQL condition that a row meets, NULL counting as met; None where one row alone cannot decide.

    ``outside`` names looked-up columns, which the table itself does not have. Warnings are no condition either.
    """
    if rule.level == "warning" or set(columns_of(rule)) & set(outside):
        return None
    check = _check(rule)
    if check is None or not rule.where:
        return check
    return f"NOT ({_condition(rule.where)}) OR ({check})"


def failing_rows(rule: r.Rule, relation: str, as_of: date | None = None) -> str:
    """Return the query for the numbers of the rows of ``relation`` that break ``rule``, in order.

    ``relation`` has the column ``_row``, the table's columns and its looked-up ones. A rule that resolves references
    reads the relation named after the table referred to. ValueError where a rule needs ``as_of`` and has none.
    """
    where = _condition(rule.where) if rule.where else "TRUE"
    row = identifier(ROW)
    match rule:
        case r.Unique(column=column):
            name = identifier(column)
            counted = f"SELECT {row}, count(*) OVER (PARTITION BY {name}) AS n FROM {relation}"
            return f"SELECT {row} FROM ({counted} WHERE {name} IS NOT NULL AND {where}) WHERE n > 1 ORDER BY {row}"
        case r.Resolves(column=column, table=table, key=key):
            name = identifier(column)
            known = f"SELECT {identifier(key)} FROM {identifier(table)}"
            failed = f"{name} IS NOT NULL AND {name} NOT IN ({known} WHERE {identifier(key)} IS NOT NULL)"
        case r.NotAfterAsOf(column=column):
            if as_of is None:
                raise ValueError(f"rule {rule.name} needs the as-of date")
            failed = f"{identifier(column)} > DATE {literal(as_of.isoformat())}"
        case _:
            failed = f"NOT coalesce({_check(rule)}, TRUE)"
    return f"SELECT {row} FROM {relation} WHERE ({where}) AND ({failed}) ORDER BY {row}"


def concerned_rows(rule: r.Rule, relation: str) -> str:
    """Return the query for the number of rows that ``rule`` is for."""
    where = _condition(rule.where) if rule.where else "TRUE"
    return f"SELECT count(*) FROM {relation} WHERE {where}"


def columns_of(rule: r.Rule) -> tuple[str, ...]:
    """Return the columns that ``rule`` reads, each once, those of its condition last."""
    match rule:
        case r.Ordered(low=low, high=high):
            own: tuple[str, ...] = (low, high)
        case r.Equal(left=left, right=right):
            own = (left, right)
        case r.Holds(column=column, part=part):
            own = (column, part)
        case r.SpanFits(text=text, start=start, end=end):
            own = (text, start, end)
        case (
            r.NotNull(column=column)
            | r.IsNull(column=column)
            | r.Unique(column=column)
            | r.OneOf(column=column)
            | r.Between(column=column)
            | r.NotAfterAsOf(column=column)
            | r.Matches(column=column)
            | r.Length(column=column)
            | r.Whole(column=column)
            | r.Resolves(column=column)
        ):
            own = (column,)
        case _:
            raise TypeError(f"rule {rule.name!r} is of the kind {type(rule).__name__}, which columns_of does not know")
    return tuple(dict.fromkeys((*own, *(where.column for where in rule.where))))


def _condition(where: tuple[r.Where, ...]) -> str:
    parts = []
    for one in where:
        name = identifier(one.column)
        if one.is_a == "in":
            parts.append(f"{name} IN ({', '.join(literal(value) for value in one.values)})")
        else:
            parts.append(f"{name} IS {'NULL' if one.is_a == 'null' else 'NOT NULL'}")
    return " AND ".join(parts)


def _check(rule: r.Rule) -> str | None:
    match rule:
        case r.NotNull(column=column):
            return f"{identifier(column)} IS NOT NULL"
        case r.IsNull(column=column):
            return f"{identifier(column)} IS NULL"
        case r.OneOf(column=column, values=values):
            return f"{identifier(column)} IN ({', '.join(literal(value) for value in values)})"
        case r.Between():
            return _between(rule)
        case r.Matches(column=column, pattern=pattern):
            return f"regexp_full_match({identifier(column)}, {literal(pattern)})"
        case r.Length(column=column, minimum=minimum, maximum=maximum):
            size = f"length({identifier(column)})"
            return f"{size} >= {minimum}" if maximum is None else f"{size} BETWEEN {minimum} AND {maximum}"
        case r.Whole(column=column):
            return f"{identifier(column)} = trunc({identifier(column)})"
        case r.Ordered(low=low, high=high):
            return f"{identifier(low)} <= {identifier(high)}"
        case r.Equal(left=left, right=right):
            return f"{identifier(left)} = {identifier(right)}"
        case r.Holds(column=column, part=part):
            return f"contains({_one_spaced(column)}, {_one_spaced(part)})"
        case r.SpanFits(text=text, start=start, end=end):
            return f"{identifier(end)} - {identifier(start)} = length({identifier(text)})"
        case _:
            return None


def _between(rule: r.Between) -> str:
    name = identifier(rule.column)
    parts = [f"isfinite({name}::DOUBLE)"]
    if rule.minimum is not None:
        parts.append(f"{name} {'>' if rule.above_minimum else '>='} {literal(rule.minimum)}")
    if rule.maximum is not None:
        parts.append(f"{name} <= {literal(rule.maximum)}")
    return " AND ".join(parts)


def _one_spaced(column: str) -> str:
    return rf"regexp_replace({identifier(column)}, '[ \t\n\r\f\v]+', ' ', 'g')"
