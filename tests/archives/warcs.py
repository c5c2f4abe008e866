"""WARC records for the tests, written byte by byte: what is broken must be broken as it is meant."""

from __future__ import annotations

import base64
import gzip
import hashlib

from backports import zstd

ABOUT = (
    "<html><head><title>Inspectors return</title></head><body><article><h1>Inspectors return</h1>"
    "<p>Ofsted found that children&rsquo;s services in Ellenshire had made progress since the last visit.</p>"
    "<p>There were 412 children in care at the end of March, and social workers had a caseload of 16 on average.</p>"
    "<p>Foster carers said that they felt heard, and the director thanked everyone who had helped so far.</p>"
    "</article></body></html>"
)
OTHER = (
    "<html><head><title>Bins</title></head><body><p>Bins will be emptied every three weeks from May.</p></body></html>"
)
PDF = b"%PDF-1.7 of nothing that can be read"


def answer(body: bytes, *headers: str, status: str = "200 OK", length: int | None = None) -> bytes:
    lines = [f"HTTP/1.1 {status}", "Content-Type: text/html", *headers]
    if length is not None:
        lines.append(f"Content-Length: {length}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def record(
    block: bytes,
    number: int = 1,
    *,
    kind: str = "response",
    url: str | None = None,
    date: str = "2021-05-04T10:00:00Z",
    length: int | None = None,
    more: str = "",
    version: str = "1.0",
) -> bytes:
    url = f"https://news.example/story-{number}" if url is None else url
    head = (
        f"WARC/{version}\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number:032d}>\r\nWARC-Date: {date}\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype={kind}\r\n{more}"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def about(number: int, **others: str) -> bytes:
    return record(answer(ABOUT.replace("412", str(400 + number)).encode()), number, **others)


def other(number: int, **others: str) -> bytes:
    return record(answer(OTHER.encode()), number, **others)


def digest(block: bytes) -> str:
    return f"WARC-Block-Digest: sha1:{base64.b32encode(hashlib.sha1(block).digest()).decode()}\r\n"


def gz(*records: bytes) -> bytes:
    """Pack each record as a member of its own, as archives are packed."""
    return b"".join(gzip.compress(each, mtime=0) for each in records)


def zst(*records: bytes) -> bytes:
    return b"".join(zstd.compress(each) for each in records)


def news_crawl(*numbers: int) -> bytes:
    """Return what a news crawl ships: a warcinfo, and of every page its request and its answer."""
    parts = [record(b"software: a crawler\r\n", 0, kind="warcinfo", url="")]
    for number in numbers:
        parts.append(record(b"GET / HTTP/1.1\r\n\r\n", number, kind="request"))
        parts.append(about(number) if number % 2 else other(number))
    return gz(*parts)
