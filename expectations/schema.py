"""What a table is: columns, key, references and rules; and its renderings as Arrow schema and DuckDB DDL.

The Great Expectations suite is rendered in suites.py, the same rules as SQL in sql.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pyarrow as pa

from expectations import rules as r
from expectations.sql import identifier, literal, predicate

ColumnType = Literal["text", "integer", "number", "boolean", "date", "timestamp"]

ARROW_TYPES: dict[str, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us", tz="UTC"),
}

DUCKDB_TYPES: dict[str, str] = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "timestamp": "TIMESTAMPTZ",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """The table and its key that a column's values are taken from."""

    table: str
    key: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column: type, meaning, and what must hold of each of its values.

    ``codes`` is the closed list of its values; ``minimum`` and ``maximum`` bound a number; ``max_length`` and
    ``pattern`` a text (a text is never empty: what is not known is null). ``derived`` columns are filled by the
    rebuild in SQL and are still null in what extraction hands over.
    """

    name: str
    type: ColumnType
    description: str
    nullable: bool = False
    unit: str | None = None
    codes: tuple[str, ...] | None = None
    minimum: float | None = None
    maximum: float | None = None
    max_length: int | None = None
    pattern: str | None = None
    references: Reference | None = None
    derived: bool = False

    def rules(self) -> tuple[r.Rule, ...]:
        """Return the rules that the declaration of this column amounts to."""
        name, found = self.name, list[r.Rule]()
        if not self.nullable:
            found.append(r.NotNull(name=f"{name}_not_null", description=f"{name} is given", column=name))
        if self.codes is not None:
            text = f"{name} is one of: {', '.join(self.codes)}"
            found.append(r.OneOf(name=f"{name}_known", description=text, column=name, values=self.codes))
        elif self.type == "text":
            most = "" if self.max_length is None else f" and has at most {self.max_length} characters"
            text = f"{name} is not empty{most}"
            found.append(
                r.Length(name=f"{name}_length", description=text, column=name, minimum=1, maximum=self.max_length)
            )
        if self.pattern is not None:
            text = f"{name} matches {self.pattern}"
            found.append(r.Matches(name=f"{name}_form", description=text, column=name, pattern=self.pattern))
        if self.type in ("integer", "number"):
            text = f"{name} is a finite number{_range_words(self.minimum, self.maximum)}"
            found.append(
                r.Between(
                    name=f"{name}_in_range", description=text, column=name, minimum=self.minimum, maximum=self.maximum
                )
            )
        if self.references is not None:
            table, key = self.references.table, self.references.key
            text = f"{name} is the {key} of a row of {table}"
            found.append(r.Resolves(name=f"{name}_resolves", description=text, column=name, table=table, key=key))
        return tuple(found)

    def arrow_field(self) -> pa.Field:
        """Return the Arrow field with description, unit, codes and reference as metadata."""
        metadata = {"description": self.description}
        if self.unit is not None:
            metadata["unit"] = self.unit
        if self.codes is not None:
            metadata["codes"] = ", ".join(self.codes)
        if self.references is not None:
            metadata["references"] = f"{self.references.table}.{self.references.key}"
        return pa.field(self.name, ARROW_TYPES[self.type], nullable=self.nullable, metadata=metadata)

    def comment(self) -> str:
        """Return description and unit as one text."""
        return self.description if self.unit is None else f"{self.description} Unit: {self.unit}."


@dataclass(frozen=True, slots=True)
class Lookup:
    """A column of the row that ``column`` refers to, for use in rules under the name ``<column>_<target>``."""

    column: str
    target: str

    @property
    def name(self) -> str:
        """Name under which rules read the looked-up value."""
        return f"{self.column}_{self.target}"


def lookups(column: str, *targets: str) -> tuple[Lookup, ...]:
    """Return the lookups of ``targets`` in the row that ``column`` refers to."""
    return tuple(Lookup(column, target) for target in targets)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns in publishing order, the column that is its key, and the rules beyond single columns.

    ``on_failure`` says what a row that breaks a rule brings about: ``reject`` moves the row to ``rejects``, ``refuse``
    refuses the release (for codelists and declarations, which are the project's own and small).
    """

    name: str
    description: str
    key: str
    columns: tuple[Column, ...]
    row_rules: tuple[r.Rule, ...] = ()
    lookups: tuple[Lookup, ...] = ()
    volume: r.Volume | None = None
    on_failure: Literal["reject", "refuse"] = "reject"

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns, in publishing order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """Return the column called ``name``; KeyError where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"table {self.name} has no column {name!r}; it has: {', '.join(self.names)}")

    def rules(self, *, derived: bool = True) -> tuple[r.Rule, ...]:
        """Return all row rules: the key's, each column's, the table's own.

        With ``derived`` False the single-column rules of derived columns are left out.
        """
        text = f"no two rows share a {self.key}"
        unique = r.Unique(name=f"{self.key}_unique", description=text, column=self.key)
        columns = [rule for column in self.columns if derived or not column.derived for rule in column.rules()]
        return (unique, *columns, *self.row_rules)

    def arrow_schema(self) -> pa.Schema:
        """Return the Arrow schema, with descriptions and units as metadata of the fields."""
        metadata = {"title": self.name, "description": self.description, "key": self.key}
        return pa.schema([column.arrow_field() for column in self.columns], metadata=metadata)

    def duckdb_ddl(self) -> str:
        """Return the statements that create the table and comment it and its columns.

        Foreign keys point to tables that are published before this one only, so that tables can be filled in order;
        rules that need another table or the as-of date are no CHECK. No index is created: DuckDB 1.1 could not open it.
        """
        parts = [
            f"{identifier(c.name)} {DUCKDB_TYPES[c.type]}{'' if c.nullable else ' NOT NULL'}" for c in self.columns
        ]
        parts.append(f"PRIMARY KEY ({identifier(self.key)})")
        outside = {lookup.name for lookup in self.lookups}
        for rule in self.rules():
            check = predicate(rule, outside=outside)
            stated_by_type = isinstance(rule, r.NotNull) and not rule.where
            if check is not None and not stated_by_type:
                parts.append(f"CHECK ({check})")
        for column in self.columns:
            to = column.references
            if to is not None and to.table != self.name:
                target = f"{identifier(to.table)} ({identifier(to.key)})"
                parts.append(f"FOREIGN KEY ({identifier(column.name)}) REFERENCES {target}")
        body = ",\n    ".join(parts)
        statements = [f"CREATE TABLE {identifier(self.name)} (\n    {body}\n)"]
        statements.append(f"COMMENT ON TABLE {identifier(self.name)} IS {literal(self.description)}")
        statements.extend(
            f"COMMENT ON COLUMN {identifier(self.name)}.{identifier(c.name)} IS {literal(c.comment())}"
            for c in self.columns
        )
        return ";\n".join(statements) + ";\n"


def _range_words(minimum: float | None, maximum: float | None) -> str:
    if minimum is None and maximum is None:
        return ""
    if maximum is None:
        return f" of at least {minimum:g}"
    if minimum is None:
        return f" of at most {maximum:g}"
    return f" between {minimum:g} and {maximum:g}"
