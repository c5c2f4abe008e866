"""A list of addresses in a file: one a line, or a CSV whose columns say what is known of each document."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from flows.feeds.address import clean
from flows.feeds.entry import Entry, ListFaultError, Listing
from flows.feeds.stamps import read_stamp
from transforms.reading.meta import KEYS

MOST_ADDRESSES = 500_000


def read_url_list(data: bytes) -> Listing:
    """Read a list; a first line with the column ``url`` makes it a CSV, ``#`` begins a line that is passed over.

    Raises:
        ListFaultError: it is no UTF-8 text, is empty, or has a column that is not known.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ListFaultError("undecodable", f"is no UTF-8 text (byte {error.start}); save it as UTF-8") from error
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    if not lines:
        raise ListFaultError("unknown_layout", "holds no address; add one a line, or set enabled = false")
    rows = _rows("\n".join(lines)) if _has_columns(lines[0]) else ({"url": line.strip()} for line in lines)
    form = "table of addresses" if _has_columns(lines[0]) else "list of addresses"
    entries, unusable = [], []
    for number, row in enumerate(rows, 1):
        given = row.get("url", "")
        entry = _entry(row) if given else None
        if entry is None:
            unusable.append(f"row {number}: {given[:100]!a} is no web address")
        else:
            entries.append(entry)
    return Listing(form, tuple(entries[:MOST_ADDRESSES]), unusable=tuple(unusable))


def _has_columns(line: str) -> bool:
    return "url" in {name.strip().lower() for name in line.split(",")}


def _rows(text: str) -> Iterator[Mapping[str, str]]:
    reader = csv.reader(io.StringIO(text), strict=True)
    try:
        names = [name.strip().lower() for name in next(reader)]
        unknown = [name for name in names if name not in KEYS]
        if unknown or len(set(names)) < len(names):
            told = f"the column {unknown[0]!a}" if unknown else "a column twice"
            raise ListFaultError("unknown_column", f"has {told}; the columns are {', '.join(KEYS)}")
        for row in reader:
            if len(row) != len(names):
                raise ListFaultError(
                    "broken_table", f"line {reader.line_num}: {len(row)} cells for {len(names)} columns; mend it"
                )
            yield dict(zip(names, (cell.strip() for cell in row), strict=True))
    except csv.Error as error:
        raise ListFaultError("broken_table", f"line {reader.line_num}: {error}; mend it") from error


def _entry(row: Mapping[str, str]) -> Entry | None:
    address = clean(row["url"], "")
    if address is None:
        return None
    published = row.get("published_on")
    stamp = read_stamp(published)
    if published and stamp is None:
        raise ListFaultError("broken_table", f"{address}: published_on {published!a} is no date; write 2024-03-31")
    known = {key: row.get(key) or None for key in ("title", "publisher", "doc_type", "authority")}
    return Entry(address, published or "", published=stamp, newest=stamp, **known)
