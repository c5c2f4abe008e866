"""The answers as they came, as WARC records (ISO 28500), so that any archive tool reads them.

    warc/SOURCE/20260131T010000Z.warc.gz     one file per pull that kept anything, one gzip member per record

A record holds the status line, the headers and the content in its content coding; chunking is undone, so the header
Transfer-Encoding is left out. The file is written record by record: a kill cuts off the last one at most, and no later
pull writes to that file.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import os
import threading
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from fastwarc.warc import WarcRecord, WarcRecordType

from flows import files
from flows.fetch.outcome import Fetched
from flows.fetch.record import REQUESTED

SUFFIX = ".warc.gz"
# content was unchunked when it was read; a length that is left would be wrong beside it
_NOT_KEPT = frozenset({"transfer-encoding", "content-length", "connection"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record lies: the file, and its gzip member by offset and length in bytes."""

    path: Path
    offset: int
    length: int


class Archive:
    """Writes the records of one pull of one source; a context manager that several threads may share.

    The file is made with the first record.
    """

    def __init__(self, folder: Path, at: datetime, software: str) -> None:
        self._path = folder / f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}{SUFFIX}"
        self._at, self._software = at, software
        self._file: BinaryIO | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def keep(self, fetched: Fetched) -> Place:
        """Add a record of what was fetched; it is on disk when this returns.

        Raises:
            OSError: the file cannot be written.
        """
        with self._lock:
            return self._keep(fetched)

    def _keep(self, fetched: Fetched) -> Place:
        if self._file is None:
            self._path, self._file = _new_file(self._path)
            _append(self._file, _info(self._path.name, self._software, self._at))
        return _append_at(self._path, self._file, _response(fetched))


def _new_file(wanted: Path) -> tuple[Path, BinaryIO]:
    """Make the file, under another name where a pull of the same second left one: its last record may be cut off."""
    wanted.parent.mkdir(parents=True, exist_ok=True)
    path, number = wanted, 1
    while path.exists():
        number += 1
        path = wanted.with_name(f"{wanted.name.removesuffix(SUFFIX)}-{number}{SUFFIX}")
    file = path.open("xb")
    # the journal will speak of what is in it
    files.sync_folder(path.parent)
    files.sync_folder(path.parent.parent)
    return path, file


def _append_at(path: Path, file: BinaryIO, record: WarcRecord) -> Place:
    offset = file.tell()
    return Place(path, offset, _append(file, record))


def _append(file: BinaryIO, record: WarcRecord) -> int:
    plain = io.BytesIO()
    record.write(plain, checksum_data=True)
    member = gzip.compress(plain.getvalue(), mtime=0)
    file.write(member)
    file.flush()
    os.fsync(file.fileno())
    return len(member)


def _info(name: str, software: str, at: datetime) -> WarcRecord:
    fields = {
        "software": software,
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    }
    block = "".join(f"{key}: {value}\r\n" for key, value in fields.items()).encode()
    record = _record(WarcRecordType.warcinfo, f"{name} {at.isoformat()}", at, "application/warc-fields")
    record.headers["WARC-Filename"] = name
    record.set_bytes_content(block)
    return record


def _response(fetched: Fetched) -> WarcRecord:
    kept = [f"{key}: {value}\r\n" for key, value in fetched.headers if key.lower() not in _NOT_KEPT]
    lines = [_status_line(fetched.status), *kept, f"Content-Length: {len(fetched.raw)}\r\n", "\r\n"]
    identity = f"{fetched.final_url} {fetched.retrieved_at.isoformat()}"
    record = _record(WarcRecordType.response, identity, fetched.retrieved_at, "application/http; msgtype=response")
    record.headers["WARC-Target-URI"] = fetched.final_url
    if fetched.url != fetched.final_url:
        record.headers[REQUESTED] = fetched.url
    record.headers["WARC-Payload-Digest"] = _digest(fetched.raw)
    record.headers["WARC-Identified-Payload-Type"] = fetched.media_type
    record.set_bytes_content("".join(lines).encode("latin-1") + fetched.raw)
    return record


def _record(kind: WarcRecordType, identity: str, at: datetime, content_type: str) -> WarcRecord:
    record = WarcRecord()
    urn = uuid.uuid5(uuid.NAMESPACE_URL, f"turnaround {identity}")
    record.init_headers(record_type=kind, record_urn=str(urn).encode())
    record.headers["WARC-Record-ID"] = f"<urn:uuid:{urn}>"
    record.headers["WARC-Date"] = at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    record.headers["Content-Type"] = content_type
    return record


def _status_line(status: int) -> str:
    return f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n"


def _digest(data: bytes) -> str:
    # SHA-1 in base 32 is what archive tools write and check; it proves no origin here
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode("ascii")
