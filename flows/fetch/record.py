"""A WARC record read back: one gzip member of a file, and the answer in it with its codings undone."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType

from flows.archives.content import ContentError, decoded, split_answer
from flows.fetch.limits import Limits

REQUESTED = "Turnaround-Requested-URI"
"""Field of a record whose content was found elsewhere than asked for (ISO 28500 leaves names of fields open)."""

_GZIP = 31
_BLOCK = 1 << 16
# what was taken within the limits can be read again
_MOST_BYTES = Limits().unpacked_bytes


class RecordError(Exception):
    """There is no whole record at this place."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """An answer as it was kept.

    ``url`` is the address that was asked for, ``final_url`` where redirects led. ``headers`` are the server's by small
    names, the first of each. ``media_type`` is what the bytes were told to be, ``payload_digest`` that of the content
    as it was sent, ``body`` the content without its codings.
    """

    record_id: str
    url: str
    final_url: str
    retrieved_at: datetime
    status: int
    headers: Mapping[str, str]
    media_type: str | None
    payload_digest: str | None
    body: bytes


def read_member(handle: BinaryIO, offset: int) -> tuple[bytes, int]:
    """Return the gzip member that begins at ``offset``, unpacked, and its length in the file.

    Raises:
        RecordError: there is none, it is damaged, or it is cut off.
        OSError: the file cannot be read.
    """
    handle.seek(offset)
    unpacker = zlib.decompressobj(_GZIP)
    plain, fed = bytearray(), 0
    while not unpacker.eof:
        block = handle.read(_BLOCK)
        if not block:
            raise RecordError(f"the record at byte {offset} is cut off")
        fed += len(block)
        try:
            plain += unpacker.decompress(block)
        except zlib.error as error:
            raise RecordError(f"no record at byte {offset} ({error})") from error
    return bytes(plain), fed - len(unpacker.unused_data)


def read_answer(member: bytes) -> Recorded | None:
    """Return the answer in an unpacked member; None for a record that holds none.

    Raises:
        RecordError: it is no WARC record, or its content is not what its headers say.
    """
    try:
        record = next(iter(ArchiveIterator(io.BytesIO(member), parse_http=False)), None)
        if record is None:
            raise RecordError("no WARC record")
        if record.record_type != WarcRecordType.response:
            return None
        headers = record.headers
        answer = split_answer(record.reader.read())
        final_url = headers["WARC-Target-URI"]
        return Recorded(
            record_id=headers["WARC-Record-ID"].strip("<>"),
            url=headers.get(REQUESTED) or final_url,
            final_url=final_url,
            retrieved_at=datetime.fromisoformat(headers["WARC-Date"]),
            status=answer.status,
            headers=answer.headers,
            media_type=headers.get("WARC-Identified-Payload-Type"),
            payload_digest=headers.get("WARC-Payload-Digest"),
            body=decoded(answer, _MOST_BYTES),
        )
    except (ContentError, OSError, KeyError, ValueError) as error:
        raise RecordError(f"a WARC record that cannot be read ({error})") from error


def read_at(path: Path, offset: int) -> Recorded:
    """Return the answer in the record that begins at ``offset`` of the file at ``path``.

    Raises:
        RecordError: there is none that can be read.
        OSError: the file cannot be read.
    """
    with path.open("rb") as handle:
        member, _ = read_member(handle, offset)
    answer = read_answer(member)
    if answer is None:
        raise RecordError(f"the record at byte {offset} holds no answer")
    return answer
