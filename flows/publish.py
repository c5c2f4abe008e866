"""Publish: write the release aside, check it, swap it in."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from expectations.tables import TABLES
from flows import files
from flows.changelog import Since, since
from flows.codelists import extraction_digest, reading_digest
from flows.duckdb_file import STORAGE_VERSION, write_in_own_process
from flows.errors import MachineError, ReleaseRefusedError, WrongUseError
from flows.facts import View, only_samples
from flows.job import Job
from flows.release import INCOMING, MANIFEST, current_folder, manifest_of, next_name, point_latest, release_folders
from flows.spreadsheet import csv_safe
from flows.tables import Tables, by_key, load
from flows.validate import count_rows_by_source

log = logging.getLogger("turnaround.publish")

# raised where a column or its meaning changes
SCHEMA_VERSION = "1.0"
ROWS_PER_GROUP = 100_000
DATABASE = "turnaround.duckdb"
PAGE = "validation.html"


@dataclass(frozen=True, slots=True)
class Published:
    """Where the release lies, and whether it is new or what was there already.

    ``since`` is what a new one has otherwise than the release before it; None where there was none.
    """

    folder: Path
    new: bool
    rows: Mapping[str, int]
    since: Since | None = None


def publish(job: Job) -> Published:
    """Publish what the gate passed; where the latest release already holds just that, nothing is made.

    Raises:
        WrongUseError: nothing was validated.
        ReleaseRefusedError: the gate refused it.
        MachineError: what was written cannot be read back as it was meant.
    """
    layout = job.layout
    record = files.read_json(layout.work / "validated.json")
    if record is None:
        raise WrongUseError(f"{layout.output}: nothing is validated; run `turnaround validate` first")
    if record["refused"] is not None:
        raise ReleaseRefusedError(f"{record['refused']} (see {layout.validation_page})")
    tables = {name: by_key(name, table) for name, table in load(layout.work / "validated").items()}
    views = [View(**view) for view in record["views"]]
    incoming = layout.releases / INCOMING
    shutil.rmtree(incoming, ignore_errors=True)
    incoming.mkdir(parents=True)
    for name, table in tables.items():
        write_parquet(incoming / f"{name}.parquet", table)
    content = _content_digest(incoming, views)
    same = _release_with(job, content)
    if same is not None:
        shutil.rmtree(incoming)
        return Published(same, new=False, rows=_rows(tables))
    return _publish_new(job, incoming, tables, views, content, record)


def _release_with(job: Job, content: str) -> Path | None:
    """Return the latest release where it has this content; a run killed before its swap is brought to its end."""
    latest = current_folder(job.layout)
    newest = release_folders(job.layout)[-1:]
    for folder in [*([latest] if latest else []), *newest]:
        if manifest_of(folder)["content_sha256"] == content:
            if folder != latest:
                point_latest(job.layout, folder)
            return folder
    return None


def _publish_new(
    job: Job, incoming: Path, tables: Tables, views: Sequence[View], content: str, record: Mapping[str, Any]
) -> Published:
    for name, table in tables.items():
        write_csv(incoming / f"{name}.csv", table)
    write_in_own_process(incoming, incoming / DATABASE, views)
    shutil.copyfile(job.layout.validation_page, incoming / PAGE)
    sample = only_samples(tables["articles"])
    name = next_name(job.layout, job.as_of, sample)
    written = sorted(path for path in incoming.iterdir())
    manifest = {
        "name": name,
        "as_of": job.as_of.isoformat(),
        "sample": sample,
        "schema_version": SCHEMA_VERSION,
        "content_sha256": content,
        "extraction_digest": extraction_digest(),
        "reading_digest": reading_digest(),
        "written_with": {"duckdb": duckdb.__version__, "pyarrow": pa.__version__},
        "duckdb_storage_version": STORAGE_VERSION,
        "accounts": record["accounts"],
        "passed_over": record["passed_over"],
        "rows_by_source": count_rows_by_source(tables),
        "tables": {
            name: {"rows": table.num_rows, "key": TABLES[name].key, "description": TABLES[name].description}
            for name, table in tables.items()
        },
        "views": {view.name: view.comment for view in views},
        "files": {path.name: {"bytes": path.stat().st_size, "sha256": files.sha256_of_file(path)} for path in written},
    }
    files.write_json(incoming / MANIFEST, manifest)
    for path in written:
        files.sync_file(path)
    check_release(incoming)
    files.sync_folder(incoming)
    folder, before = job.layout.releases / name, current_folder(job.layout)
    files.replace(incoming, folder)
    point_latest(job.layout, folder)
    return Published(folder, new=True, rows=_rows(tables), since=None if before is None else _since(before, folder))


def _since(before: Path, folder: Path) -> Since | None:
    """Compare a release with the one before; that this fails is told, the release is there nevertheless."""
    try:
        told = since(before, folder)
    except MachineError as error:
        log.warning("what changed since %s is not known: %s", before.name, error)
        return None
    for line in told.lines():
        log.info("since %s: %s", before.name, line)
    return told


def _rows(tables: Tables) -> dict[str, int]:
    return {name: table.num_rows for name, table in tables.items()}


def _content_digest(folder: Path, views: Sequence[View]) -> str:
    """Return a digest of what a release says: its tables as written, and its views.

    The views' comments name the day of the release; another day alone makes no new release.
    """
    tables = {name: files.sha256_of_file(folder / f"{name}.parquet") for name in TABLES}
    known: dict[str, Any] = {"schema": SCHEMA_VERSION, "tables": tables, "views": [view.sql for view in views]}
    return files.sha256(files.json_bytes(known))


def write_parquet(path: Path, table: pa.Table) -> None:
    """Write a table as Parquet; the same rows give the same bytes."""
    pq.write_table(
        table,
        path,
        compression="zstd",
        row_group_size=ROWS_PER_GROUP,
        sorting_columns=[pq.SortingColumn(table.column_names.index(table.schema.metadata[b"key"].decode()))],
    )


def write_csv(path: Path, table: pa.Table) -> None:
    """Write a table as CSV for spreadsheets: UTF-8, ISO dates, null as an empty cell."""
    options = pacsv.WriteOptions(include_header=True, quoting_style="needed")
    pacsv.write_csv(csv_safe(table), path, options)


def check_release(folder: Path) -> None:
    """See that a release is what its manifest says: sizes, hashes, rows in Parquet and in the DuckDB file.

    Raises:
        MachineError: it is not; the message names the file.
    """
    manifest = manifest_of(folder)
    for name, facts in manifest["files"].items():
        path = folder / name
        if not path.is_file() or path.stat().st_size != facts["bytes"] or files.sha256_of_file(path) != facts["sha256"]:
            raise MachineError(f"{path}: not what the manifest says; check the disk and run again")
    with duckdb.connect(str(folder / DATABASE), read_only=True) as connection:
        for name, facts in manifest["tables"].items():
            found = {
                f"{name}.parquet": pq.read_metadata(folder / f"{name}.parquet").num_rows,
                DATABASE: _count(connection, name),
            }
            for file, rows in found.items():
                if rows != facts["rows"]:
                    raise MachineError(f"{folder / file}: {rows} rows of {name}, expected {facts['rows']}; run again")


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    counted = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()
    return int(counted[0]) if counted else 0
