"""The records of a WARC file, one by one, past what is broken in it.

FastWARC ends at the first broken record. Here reading goes on at the next place where a record begins: the next member
of gzip or frame of zstd that unpacks to one, or the next version line of a plain file.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from fastwarc.stream_io import ZstdReader
from fastwarc.warc import ArchiveIterator, HeaderMap, WarcRecord, WarcRecordType

_START = re.compile(rb"\x1f\x8b\x08|\x28\xb5\x2f\xfd|WARC/1\.[01]\r\n")
_VERSION = b"WARC/1."
_BLOCK = 1 << 20
# of what may begin a record so much is unpacked to see that it does
_PROBE = 1 << 14
# a file that breaks so often is no archive; each break costs a search
MOST_BREAKS = 1000
_INSIDE = ("broken", "truncated")
_READ = (WarcRecordType.response, WarcRecordType.resource)


@dataclass(frozen=True, slots=True)
class Place:
    """Where to begin in a file: at the byte ``offset``, past ``skip`` records.

    ``skip`` is 0 but in a file that was packed as one, in which no record can be reached but from the beginning.
    """

    offset: int = 0
    skip: int = 0


class Record(NamedTuple):
    """A record: the byte at which it begins, its type, what its header says, and its block.

    ``block`` is None where it is of no type that is read, or for ``fault``: it is "broken", "truncated", "too_large" or
    a "truncated_capture" (the crawler cut it). ``after`` is the place that it was counted from, ``before`` the number
    of records between.
    """

    offset: int
    after: Place
    before: int
    kind: WarcRecordType
    block: bytes | None
    fault: str | None
    headers: HeaderMap


def read_records(handle: BinaryIO, start: Place, most: int) -> Iterator[Record]:
    """Yield the records of a file from ``start`` on, for each broken place one with that fault.

    Blocks of responses and resources are read where they have at most ``most`` bytes. ``handle`` must be able to seek.

    Raises:
        OSError: the file cannot be read.
    """
    place, told = start, False
    for _ in range(MOST_BREAKS):
        last, ended = yield from _unbroken(handle, place, most)
        if ended:
            return
        inside = last is not None and last.fault in _INSIDE
        # what breaks again at the next start is the same broken place
        if not inside and not (last is None and told):
            yield Record(place.offset, place, 0, WarcRecordType.unknown, None, "broken", HeaderMap())
        told = True
        following = next_start(handle, place.offset if last is None else last.offset)
        if following is None:
            return
        place = Place(following)


def _unbroken(handle: BinaryIO, place: Place, most: int) -> Generator[Record, None, tuple[Record | None, bool]]:
    """Yield records up to the end or the first break; return the last one, and whether that was the end."""
    record: Record | None = None
    handle.seek(place.offset)
    try:
        for count, found in enumerate(ArchiveIterator(handle, record_types=WarcRecordType.any_type, parse_http=False)):
            if count >= place.skip:
                record = _record(found, place, count - place.skip, most)
                yield record
                if record.fault in _INSIDE:
                    return record, False
    except OSError:
        # FastWARC's word for whatever is broken; a file that cannot be read shows when the next start is sought
        return record, False
    return record, True


def _record(found: WarcRecord, place: Place, before: int, most: int) -> Record:
    if found.record_type not in _READ:
        return Record(found.stream_pos, place, before, found.record_type, None, None, found.headers)
    headers = found.headers
    block, fault = _block(found, headers, most)
    return Record(found.stream_pos, place, before, found.record_type, block, fault, headers)


def _block(found: WarcRecord, headers: HeaderMap, most: int) -> tuple[bytes | None, str | None]:
    length = found.content_length
    if length > most:
        return None, "too_large"
    if "warc-truncated" in headers:
        return None, "truncated_capture"
    try:
        block = found.reader.read()
    except OSError:
        return None, "broken"
    # a header that was cut short states no length
    return (block, None) if len(block) == length and "content-length" in headers else (None, "truncated")


def place_of(handle: BinaryIO, record: Record) -> Place:
    """Return the place at which a later reading begins with ``record``; ``handle`` stays where it is."""
    at = handle.tell()
    try:
        if _begins(handle, record.offset):
            return Place(record.offset)
    finally:
        handle.seek(at)
    return Place(record.after.offset, record.after.skip + record.before)


def next_start(handle: BinaryIO, after: int) -> int | None:
    """Return the first byte behind ``after`` at which a record begins, None where there is none."""
    offset = after + 1
    while True:
        handle.seek(offset)
        data = handle.read(_BLOCK)
        for match in _START.finditer(data):
            if _begins(handle, offset + match.start()):
                return offset + match.start()
        if len(data) < _BLOCK:
            return None
        # a start may lie across two blocks
        offset += _BLOCK - 16


def _begins(handle: BinaryIO, offset: int) -> bool:
    """Return whether a record begins at ``offset``."""
    handle.seek(offset)
    data = handle.read(_PROBE)
    if data.startswith(b"\x1f\x8b\x08"):
        try:
            return zlib.decompressobj(31).decompress(data, len(_VERSION)) == _VERSION
        except zlib.error:
            return False
    if data.startswith(b"\x28\xb5\x2f\xfd"):
        try:
            return ZstdReader(io.BytesIO(data)).read(len(_VERSION)) == _VERSION
        except OSError:
            return False
    return data.startswith(_VERSION)
