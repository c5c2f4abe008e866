"""Rows to Arrow tables as declared, and tables on disk between the stages of a run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.feather as feather

from expectations.tables import TABLES
from flows import files
from flows.assemble import Row

Tables = dict[str, pa.Table]


def to_arrow(name: str, rows: Iterable[Row]) -> pa.Table:
    """Return rows as the declared table ``name``.

    Raises:
        ValueError: a row has a column that is not declared, or lacks one.
        pyarrow.ArrowInvalid: a value has the wrong type.
    """
    table = TABLES[name]
    wanted, given = set(table.names), list(rows)
    for row in given:
        if row.keys() != wanted:
            odd = ", ".join(sorted(row.keys() ^ wanted))
            raise ValueError(f"table {name}: a row's columns differ from the declared ones in {odd}")
    columns = [[row[column] for row in given] for column in table.names]
    return pa.table(columns, schema=table.arrow_schema())


def complete(known: Mapping[str, pa.Table]) -> Tables:
    """Return all declared tables in publishing order, empty where ``known`` has none."""
    return {
        name: known[name] if name in known else table.arrow_schema().empty_table() for name, table in TABLES.items()
    }


def by_key(name: str, table: pa.Table) -> pa.Table:
    """Return the table sorted by its key, with the declared schema."""
    return table.sort_by(TABLES[name].key).cast(TABLES[name].arrow_schema()).combine_chunks()


def save(folder: Path, tables: Mapping[str, pa.Table]) -> None:
    """Write tables to ``folder``, each whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        part = folder / f"{name}.arrow.part"
        feather.write_feather(table, str(part), compression="uncompressed")
        files.replace(part, folder / f"{name}.arrow")


def load(folder: Path, names: Iterable[str] = tuple(TABLES)) -> Tables:
    """Read tables that ``save`` wrote to ``folder``.

    Raises:
        FileNotFoundError: one of them is not there.
    """
    return {name: feather.read_table(str(folder / f"{name}.arrow"), memory_map=False) for name in names}
