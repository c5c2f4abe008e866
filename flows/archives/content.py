"""From the block of a WARC record to the content that the server sent, its codings undone within bounds."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from fastwarc.stream_io import BrotliReader, ZstdReader

_HEADER_END = b"\r\n\r\n"
_CHUNK_SIZE_DIGITS = 8


class ContentError(Exception):
    """A record holds no content that can be read; ``reason`` is the name under which that is counted."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer: its status, its headers by small names (the first of each) and what follows them."""

    status: int
    headers: dict[str, str]
    body: bytes


def split_answer(block: bytes) -> Answer:
    """Take an HTTP answer apart.

    Raises:
        ContentError: it is none ("no_http").
    """
    head, found, body = block.partition(_HEADER_END)
    first, *lines = head.decode("latin-1").split("\r\n")
    words = first.split(None, 2)
    if not found or not first.startswith("HTTP/") or len(words) < 2 or not words[1].isdecimal():
        raise ContentError("no_http")
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return Answer(int(words[1]), headers, body)


def decoded(answer: Answer, most: int) -> bytes:
    """Return the content of an answer, unchunked and unpacked, of at most ``most`` bytes.

    Archives differ in what they undid already, and leave the headers as they were: a coding that the bytes do not have
    was undone.

    Raises:
        ContentError: it was cut short ("truncated"), is longer ("too_large"), or in no coding known ("bad_coding").
    """
    body = answer.body
    stated = answer.headers.get("content-length", "")
    if stated.isdecimal() and int(stated) > len(body):
        raise ContentError("truncated")
    if "chunked" in answer.headers.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    for coding in reversed(answer.headers.get("content-encoding", "").lower().replace(" ", "").split(",")):
        body = _unpacked(body, coding, most)
    if len(body) > most:
        raise ContentError("too_large")
    return body


def _unchunked(data: bytes) -> bytes:
    pieces: list[bytes] = []
    at = 0
    while True:
        end = data.find(b"\r\n", at, at + 4096)
        size = _chunk_size(data[at:end]) if end >= 0 else None
        if size is None:
            if not pieces:
                return data
            raise ContentError("truncated")
        if size == 0:
            return b"".join(pieces)
        piece = data[end + 2 : end + 2 + size]
        if len(piece) < size:
            raise ContentError("truncated")
        pieces.append(piece)
        at = end + 2 + size + 2


def _chunk_size(line: bytes) -> int | None:
    digits = line.partition(b";")[0].strip()
    if not 0 < len(digits) <= _CHUNK_SIZE_DIGITS or digits.strip(b"0123456789abcdefABCDEF"):
        return None
    return int(digits, 16)


def _unpacked(data: bytes, coding: str, most: int) -> bytes:
    if coding in ("", "identity") or not data:
        return data
    unpack = _CODINGS.get(coding)
    if unpack is None:
        raise ContentError("bad_coding")
    return unpack(data, most)


def _gzip(data: bytes, most: int) -> bytes:
    # the two bytes that gzip begins with; without them the coding was undone
    return _inflated(data, 31, most) if data.startswith(b"\x1f\x8b") else data


def _deflate(data: bytes, most: int) -> bytes:
    if data.lstrip().startswith((b"<", b"%PDF-")):
        return data
    # RFC 9110, 8.4.1.2: servers send it with and without the zlib wrapping
    return _inflated(data, 15 if data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0 else -15, most)


def _inflated(data: bytes, window: int, most: int) -> bytes:
    unpacker = zlib.decompressobj(window)
    try:
        body = unpacker.decompress(data, most + 1)
    except zlib.error as error:
        raise ContentError("bad_coding") from error
    if len(body) > most:
        raise ContentError("too_large")
    if not unpacker.eof:
        raise ContentError("truncated")
    return body


def _brotli(data: bytes, most: int) -> bytes:
    return _streamed(BrotliReader(io.BytesIO(data)), data, most)


def _zstd(data: bytes, most: int) -> bytes:
    return _streamed(ZstdReader(io.BytesIO(data)), data, most) if data.startswith(b"\x28\xb5\x2f\xfd") else data


def _streamed(reader: BrotliReader | ZstdReader, data: bytes, most: int) -> bytes:
    try:
        return reader.read(most + 1)
    except OSError as error:
        # brotli has no mark that it begins with
        if data.lstrip().startswith((b"<", b"%PDF-")):
            return data
        raise ContentError("bad_coding") from error


_CODINGS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
