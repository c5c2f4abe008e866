"""Sifting: the records of an archive in, captures worth reading and counts of all others out, piece by piece.

Every record is counted once: under ``TAKEN`` or under the reason why it was not.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import BinaryIO, Protocol

from fastwarc.warc import WarcRecordType

from flows.archives.content import Answer, ContentError, decoded, split_answer
from flows.archives.records import Place, Record, place_of, read_records
from flows.feeds.address import clean
from flows.fetch.sniff import HTML, PDF, sniff
from transforms.model import ReadDocument
from transforms.reading import read_document

TAKEN = "taken"
COUNTED = {
    TAKEN: "web pages and PDFs that hold enough phrases of the subject",
    "no_phrase": "web pages and PDFs that do not",
    "other_record": "records that are no answers: requests, metadata, revisits, descriptions of the file",
    "other_status": "answers with another status than 200",
    "other_type": "content that is neither HTML nor PDF",
    "no_address": "content of no web address",
    "no_http": "records of answers that are no HTTP",
    "bad_coding": "content that cannot be unpacked",
    "bad_digest": "content that is not what its record's digest says",
    "bad_date": "records without the moment of the capture",
    "too_large": "content above the limit",
    "truncated": "records that are cut short",
    "truncated_capture": "content that the crawler cut short",
    "broken": "places where the file is damaged",
}
"""What a record is counted under."""

# an archive tool's bound; the readers refuse web pages above 5 MB
MOST_BYTES = 32 * 1024 * 1024
PIECE_TAKEN, PIECE_RECORDS, PIECE_BYTES = 64, 5000, 256 * 1024 * 1024


class Passes(Protocol):
    """Tells whether raw bytes hold enough phrases of the subject."""

    def passes(self, data: bytes) -> bool:
        """Return whether they do."""


@dataclass(frozen=True, slots=True)
class Capture:
    """A page or PDF of the subject: its cleaned address, when it was captured, its type and its bytes, unpacked."""

    url: str
    at: datetime
    media_type: str
    data: bytes


@dataclass(slots=True)
class Piece:
    """A part of a file: its captures, how many records were counted under what, and where the next part begins.

    ``following`` is None where this is the last. ``records`` is how many were counted, ``size`` their blocks' length in
    bytes.
    """

    captures: list[Capture] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    records: int = 0
    size: int = 0
    following: Place | None = None

    @property
    def full(self) -> bool:
        """Whether it is large enough to be handed on."""
        return len(self.captures) >= PIECE_TAKEN or self.records >= PIECE_RECORDS or self.size >= PIECE_BYTES


def sift(handle: BinaryIO, start: Place, scan: Passes, most: int = MOST_BYTES) -> Iterator[Piece]:
    """Yield the rest of a file from ``start`` on, piece by piece; nothing but one piece is held in memory.

    Raises:
        OSError: the file cannot be read.
    """
    piece = Piece()
    for record in read_records(handle, start, most):
        if piece.full and record.fault != "broken":
            piece.following = place_of(handle, record)
            yield piece
            piece = Piece()
        piece.records += 1
        if record.block is None:
            piece.counts[record.fault or "other_record"] += 1
            continue
        piece.size += len(record.block)
        try:
            piece.captures.append(_capture(record, scan, most))
            piece.counts[TAKEN] += 1
        except ContentError as error:
            piece.counts[error.reason] += 1
    yield piece


def _capture(record: Record, scan: Passes, most: int) -> Capture:
    """Return the capture of a record.

    Raises:
        ContentError: it has none that is wanted.
    """
    answer = _answer(record)
    if answer.status != 200:
        raise ContentError("other_status")
    data = decoded(answer, most)
    media_type = sniff(data, answer.headers.get("content-type"))
    if media_type not in (HTML, PDF):
        raise ContentError("other_type")
    if not scan.passes(data if media_type == HTML else _text(data)):
        raise ContentError("no_phrase")
    url = clean(_header(record, "WARC-Target-URI").strip().strip("<>"), "")
    if url is None:
        raise ContentError("no_address")
    _check_digest(record)
    return Capture(url, _moment(record), media_type, data)


def _header(record: Record, name: str) -> str:
    """Return a header of a record; an empty text where it has none."""
    return record.headers.get(name) or ""


def _answer(record: Record) -> Answer:
    block = record.block or b""
    if record.kind == WarcRecordType.resource:
        return Answer(200, {"content-type": _header(record, "Content-Type")}, block)
    return split_answer(block)


def _text(data: bytes) -> bytes:
    """Return the text of a PDF: its bytes are packed, no phrase shows in them."""
    read = read_document(data, "capture.pdf")
    return read.text.encode("utf-8") if isinstance(read, ReadDocument) else b""


def _check_digest(record: Record) -> None:
    """Refuse a block that is not what was captured.

    Raises:
        ContentError: its SHA-1 is another ("bad_digest"). Digests of other kinds are not checked.
    """
    kind, _, stated = _header(record, "WARC-Block-Digest").partition(":")
    if kind.lower() != "sha1" or not stated:
        return
    digest = hashlib.sha1(record.block or b"", usedforsecurity=False)
    # base 32 is the custom, hexadecimal is met
    if stated.upper() != base64.b32encode(digest.digest()).decode() and stated.lower() != digest.hexdigest():
        raise ContentError("bad_digest")


def _moment(record: Record) -> datetime:
    try:
        at = datetime.fromisoformat(_header(record, "WARC-Date"))
    except ValueError as error:
        raise ContentError("bad_date") from error
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
