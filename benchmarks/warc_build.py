"""A web archive as a news crawl ships it, made of ``archive_pages``: requests and answers, one gzip member each.

Some answers are chunked or packed, one in fifty has another status than 200, and one in thirty is a picture or data.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import uuid
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.archive_pages import make_page

LEVEL = 4
PACKED, CHUNKED, OTHER_STATUS, OTHER_TYPE = 0.03, 0.03, 0.02, 0.03


@dataclass(frozen=True, slots=True)
class Built:
    """An archive: its file, how many pages, their mean size in bytes, and the addresses of the relevant ones."""

    path: Path
    pages: int
    mean: float
    relevant: frozenset[str]


def build(path: Path, count: int, one_in: int, first: int = 0) -> Built:
    """Write ``count`` pages, one in ``one_in`` relevant, and beside them a few records of other kinds."""
    total, relevant = 0, []
    with path.open("wb") as file:
        file.write(_member("warcinfo", "", "application/warc-fields", b"software: made up for a benchmark\r\n", 0))
        for number in range(first, first + count):
            page = make_page(number, one_in)
            total += len(page.html)
            relevant += [page.url] * page.relevant
            random = Random(number + 5)
            request = b"GET /news HTTP/1.1\r\nHost: www.example\r\nAccept: text/html\r\n\r\n"
            file.write(_member("request", page.url, "application/http; msgtype=request", request, number))
            file.write(_member("response", page.url, _RESPONSE, _answer(page.html, random), number))
            for block in _others(random):
                file.write(_member("response", f"{page.url}/other", _RESPONSE, block, number))
    return Built(path, count, total / count, frozenset(relevant))


_RESPONSE = "application/http; msgtype=response"


def _member(kind: str, url: str, content_type: str, block: bytes, number: int) -> bytes:
    digest = base64.b32encode(hashlib.sha1(block, usedforsecurity=False).digest()).decode()
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    record_id = uuid.uuid5(uuid.NAMESPACE_URL, f"{kind} {url}")
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{record_id}>\r\n"
        f"WARC-Date: 2024-03-{1 + number % 28:02d}T{number % 24:02d}:00:00Z\r\n{target}Content-Type: {content_type}\r\n"
        f"WARC-Block-Digest: sha1:{digest}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    packer = zlib.compressobj(LEVEL, wbits=31)
    return packer.compress(head.encode() + block + b"\r\n\r\n") + packer.flush()


def _answer(html: bytes, random: Random) -> bytes:
    chance = random.random()
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nServer: nginx\r\nVary: Accept-Encoding\r\n"
    if chance < PACKED:
        html, head = gzip.compress(html, LEVEL, mtime=0), f"{head}Content-Encoding: gzip\r\n"
    if chance < CHUNKED / 2 or PACKED <= chance < PACKED + CHUNKED / 2:
        return f"{head}Transfer-Encoding: chunked\r\n\r\n".encode() + b"".join(_chunks(html))
    return f"{head}Content-Length: {len(html)}\r\n\r\n".encode() + html


def _chunks(data: bytes) -> Iterator[bytes]:
    for start in range(0, len(data), 16_384):
        piece = data[start : start + 16_384]
        yield f"{len(piece):x}\r\n".encode() + piece + b"\r\n"
    yield b"0\r\n\r\n"


def _others(random: Random) -> Iterator[bytes]:
    if random.random() < OTHER_STATUS:
        yield b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html><body>Not found</body></html>"
    if random.random() < OTHER_TYPE:
        rows = json.dumps([random.randrange(10**9) for _ in range(500)]).encode()
        yield b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + rows
