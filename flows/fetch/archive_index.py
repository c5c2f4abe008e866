"""The index of the web archive: one row per record, in Parquet, so that any tool finds a record by its address.

    warc/index.parquet      below the raw store; columns as ``expectations.tables_archive`` declares them

It is a function of the WARC files and the journal: lost, or behind after a kill, it is made again of what is there,
with the same bytes. What it knows of a file is taken over as long as the file has the length that it had.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from expectations.tables_archive import ARCHIVE_INDEX
from flows import files
from flows.archives.records import next_start
from flows.errors import WrongUseError
from flows.feeds.address import stem
from flows.fetch.archive import SUFFIX
from flows.fetch.record import Recorded, RecordError, read_answer, read_member
from flows.store import Event, RawStore

log = logging.getLogger("turnaround.archive")

FOLDER = "warc"
NAME = "index.parquet"
_ROWS_PER_GROUP = 50_000
# the records of one address lie together, oldest first
_ORDER = [(name, "ascending") for name in ("url", "retrieved_at", "file", "offset")]
# the key under which the file notes which WARC files it is of, and how long they were
_FILES = b"files"
_TOLD_EVERY = 10.0


@dataclass(frozen=True, slots=True)
class Indexed:
    """The index as it is now: where it lies, of how many records and files it is, and how many of them were read now.

    ``damaged`` names the places in those at which no record can be read.
    """

    path: Path
    records: int
    files: int
    files_read: int
    damaged: tuple[str, ...]


def index_path(store: RawStore) -> Path:
    """Where the index of a store lies."""
    return store.root / FOLDER / NAME


def bring_up_to_date(store: RawStore, *, anew: bool = False) -> Indexed:
    """Make the index say what the WARC files hold; call it with the store's lock held.

    ``anew`` reads every file, whatever the index says of it.

    Raises:
        MachineError: the journal is damaged.
        OSError: a file cannot be read, or the index cannot be written.
    """
    path = index_path(store)
    there = _files_of(store)
    if not there:
        path.unlink(missing_ok=True)
        return Indexed(path, 0, 0, 0, ())
    known = None if anew else _read(path)
    sizes: dict[str, int] = {} if known is None else json.loads(known.schema.metadata[_FILES])
    todo = [name for name, size in there.items() if sizes.get(name) != size]
    damaged: list[str] = []
    tables = [_table(_read_files(store, todo, damaged))]
    if known is not None:
        kept = pa.array(sorted(there.keys() - set(todo)), pa.string())
        tables.append(known.filter(pc.is_in(known["file"], kept)).cast(tables[0].schema))
    table = _with_documents(pa.concat_tables(tables).sort_by(_ORDER), store.events())
    if known is None or sizes != there or not known["doc"].equals(table["doc"]):
        _write(path, table, there)
    for place in damaged:
        log.warning("%s: no record can be read there; the others of the file are in the index", place)
    return Indexed(path, table.num_rows, len(there), len(todo), tuple(damaged))


def find(store: RawStore, address: str) -> list[dict[str, Any]]:
    """Return the rows of the records of an address, asked for or answering, oldest first.

    Http and https are one address here, and so are a path with and without its last slash.

    Raises:
        WrongUseError: there is no index.
    """
    path = index_path(store)
    if not path.exists():
        raise WrongUseError(f"{path}: no such file; nothing was kept yet, or `turnaround archive index` makes it")
    rest = address.partition("://")[2].rstrip("/") or address
    spelled = [f"{scheme}://{rest}{end}" for scheme in ("http", "https") for end in ("", "/")]
    is_it = pc.field("url").isin(spelled) | pc.field("final_url").isin(spelled)
    rows: list[dict[str, Any]] = pq.read_table(path, filters=is_it).sort_by("retrieved_at").to_pylist()
    return rows


def is_behind(store: RawStore) -> bool:
    """Return whether there are WARC files that the index is not of."""
    known: dict[str, int] = json.loads(pq.read_schema(index_path(store)).metadata.get(_FILES, b"{}"))
    return _files_of(store) != known


def _files_of(store: RawStore) -> dict[str, int]:
    """Return the WARC files of a store, relative to it, and their lengths."""
    found = sorted((store.root / FOLDER).glob(f"*/*{SUFFIX}"))
    return {path.relative_to(store.root).as_posix(): path.stat().st_size for path in found}


def _read(path: Path) -> pa.Table | None:
    """Return the index where there is one that was written as it would be now."""
    try:
        known = pq.read_table(path)
    except FileNotFoundError:
        return None
    except (pa.ArrowException, OSError) as error:
        log.warning("%s: cannot be read (%s); it is made anew", path, error)
        return None
    return known if _declared(known.schema) == _declared(ARCHIVE_INDEX.arrow_schema()) else None


def _declared(schema: pa.Schema) -> list[tuple[Any, ...]]:
    return [(field.name, field.type, (field.metadata or {}).get(b"description")) for field in schema]


def _read_files(store: RawStore, names: Iterable[str], damaged: list[str]) -> Iterator[dict[str, Any]]:
    begun = told = time.monotonic()
    records = 0
    for place, name in enumerate(names):
        for row in _read_file(store, name, damaged):
            yield row
            records += 1
            if time.monotonic() - told >= _TOLD_EVERY:
                told = time.monotonic()
                log.info("archive index: %d files, %d records, %.0f a second", place, records, records / (told - begun))


def _read_file(store: RawStore, name: str, damaged: list[str]) -> Iterator[dict[str, Any]]:
    path = store.root / name
    offset: int | None = 0
    with path.open("rb") as handle:
        end = path.stat().st_size
        while offset is not None and offset < end:
            try:
                member, length = read_member(handle, offset)
                answer = read_answer(member)
            except RecordError:
                # the last record where a kill cut it off; nothing speaks of it
                damaged.append(f"{path}, byte {offset}")
                offset = next_start(handle, offset)
                continue
            if answer is not None:
                yield _row(answer, name, offset, length)
            offset += length


def _row(answer: Recorded, name: str, offset: int, length: int) -> dict[str, Any]:
    return {
        "record_id": answer.record_id,
        "source_id": name.split("/")[-2],
        "doc": None,
        "url": answer.url,
        "final_url": answer.final_url,
        "retrieved_at": answer.retrieved_at,
        "status": answer.status,
        "content_type": answer.headers.get("content-type"),
        "media_type": answer.media_type,
        "payload_digest": answer.payload_digest,
        "raw_sha256": files.sha256(answer.body),
        "size": len(answer.body),
        "etag": answer.headers.get("etag"),
        "last_modified": answer.headers.get("last-modified"),
        "file": name,
        "offset": offset,
        "length": length,
    }


def _table(rows: Iterable[dict[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=ARCHIVE_INDEX.arrow_schema())


def _with_documents(table: pa.Table, events: Iterable[Event]) -> pa.Table:
    """Return the table with the documents that the journal has of each source and content."""
    seen: dict[tuple[str, str], set[str]] = {}
    for event in events:
        if event.event == "seen" and event.sha256 is not None:
            seen.setdefault((event.source, event.sha256), set()).add(event.doc)
    keys = zip(*(table[name].to_pylist() for name in ("source_id", "raw_sha256", "url")), strict=True)
    docs = [_document(seen.get((source, digest), set()), url) for source, digest, url in keys]
    place = table.column_names.index("doc")
    return table.set_column(place, table.schema.field(place), pa.array(docs, pa.string()))


def _document(docs: set[str], url: str) -> str | None:
    """Return the document of this address where several have the same content, else the first."""
    own = f"{stem(url)}." if len(docs) > 1 else ""
    return min(docs, key=lambda doc: (not doc.startswith(own), doc), default=None)


def _write(path: Path, table: pa.Table, sizes: Mapping[str, int]) -> None:
    metadata = {**table.schema.metadata, _FILES: json.dumps(sizes, sort_keys=True).encode()}
    buffer = pa.BufferOutputStream()
    pq.write_table(
        table.replace_schema_metadata(metadata).combine_chunks(),
        buffer,
        compression="zstd",
        row_group_size=_ROWS_PER_GROUP,
    )
    files.write_bytes(path, buffer.getvalue().to_pybytes())
