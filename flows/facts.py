"""The facts that SQL derives from articles, mentions and changes, and the views that people query."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

import duckdb
import pyarrow as pa

from expectations.tables import TABLES
from flows.tables import Tables, complete
from transforms.observations import statements

# the tables that the statements fill or complete
DERIVED = ("articles", "observations", "changes")


@dataclass(frozen=True, slots=True)
class View:
    """A view of a release, as the statement that creates it."""

    name: str
    sql: str
    comment: str | None

    def record(self) -> dict[str, str | None]:
        """Return the view as a record for JSON."""
        return asdict(self)


def derive(tables: Mapping[str, pa.Table], as_of: date) -> tuple[Tables, list[View]]:
    """Return all tables, with stories, observations and the ends of changes filled in, and the views.

    The statements see every declared table and nothing else; what they create as temporary stays theirs. ``as_of`` is
    the day that the views' comments name.
    """
    with duckdb.connect(config={"threads": 1}) as connection:
        for name, table in complete(tables).items():
            connection.register("given", table)
            connection.execute(f'CREATE TABLE "{name}" AS SELECT * FROM given')
            connection.unregister("given")
        for statement in statements(as_of, only_samples(tables["articles"])):
            connection.execute(statement.sql)
        derived = {name: _ordered(connection, name) for name in DERIVED}
        views = _views(connection)
    return complete({**tables, **derived}), views


def only_samples(articles: pa.Table) -> bool:
    """Whether a release with these articles holds samples and nothing else."""
    samples = articles.column("sample").to_pylist()
    return bool(samples) and all(samples)


def _ordered(connection: duckdb.DuckDBPyConnection, name: str) -> pa.Table:
    table = TABLES[name]
    columns = ", ".join(f'"{column}"' for column in table.names)
    found = connection.sql(f'SELECT {columns} FROM "{name}" ORDER BY "{table.key}"').to_arrow_table()
    return found.cast(table.arrow_schema())


def _views(connection: duckdb.DuckDBPyConnection) -> list[View]:
    query = "SELECT view_name, sql, comment FROM duckdb_views() WHERE NOT internal AND NOT temporary ORDER BY view_oid"
    return [View(name, sql, comment) for name, sql, comment in connection.execute(query).fetchall()]
