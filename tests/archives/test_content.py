"""Codings undone, within bounds."""

from __future__ import annotations

import gzip
import zlib
from functools import partial

import brotli
import pytest
from backports import zstd

from flows.archives.content import ContentError, decoded, split_answer
from tests.archives.warcs import answer

# without the time of packing: the names of the tests hold the bytes
packed = partial(gzip.compress, mtime=0)

PAGE = b"<html>" + b"words and more words " * 50
MOST = 100_000


def chunked(data: bytes, extension: str = "") -> bytes:
    pieces = [data[at : at + 100] for at in range(0, len(data), 100)]
    return b"".join(f"{len(each):x}{extension}\r\n".encode() + each + b"\r\n" for each in pieces) + b"0\r\n\r\n"


def content(body: bytes, *headers: str, most: int = MOST, length: int | None = None) -> bytes:
    return decoded(split_answer(answer(body, *headers, length=length)), most)


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", packed(PAGE)),
        ("x-gzip", packed(PAGE)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)[2:-4]),
        ("br", brotli.compress(PAGE)),
        ("zstd", zstd.compress(PAGE)),
        ("gzip, br", brotli.compress(packed(PAGE))),
        ("identity", PAGE),
        ("", PAGE),
    ],
)
def test_codings_are_undone(coding, packed):
    assert content(packed, f"Content-Encoding: {coding}") == PAGE
    assert content(chunked(packed), f"Content-Encoding: {coding}", "Transfer-Encoding: chunked") == PAGE


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_codings_that_the_archive_undid_are_not_undone_again(coding):
    assert content(PAGE, f"Content-Encoding: {coding}", "Transfer-Encoding: chunked") == PAGE


def test_chunks_may_have_extensions():
    assert content(chunked(PAGE, ";name=value"), "Transfer-Encoding: chunked") == PAGE


@pytest.mark.parametrize(
    ("coding", "bomb"),
    [
        ("gzip", packed(bytes(50_000_000))),
        ("deflate", zlib.compress(bytes(50_000_000))),
        ("br", brotli.compress(bytes(50_000_000), quality=1)),
        ("zstd", zstd.compress(bytes(50_000_000))),
        ("identity", bytes(MOST + 1)),
    ],
)
def test_bombs_are_left(coding, bomb):
    with pytest.raises(ContentError, match="too_large"):
        content(bomb, f"Content-Encoding: {coding}")


@pytest.mark.parametrize(
    ("body", "headers", "reason"),
    [
        (packed(PAGE)[:-20], ["Content-Encoding: gzip"], "truncated"),
        (chunked(PAGE)[:-200], ["Transfer-Encoding: chunked"], "truncated"),
        (b"\x1f\x8bnothing", ["Content-Encoding: gzip"], "bad_coding"),
        (b"\xff\xfe\xfd\xfc", ["Content-Encoding: deflate"], "bad_coding"),
        (PAGE, ["Content-Encoding: rot13"], "bad_coding"),
    ],
)
def test_what_cannot_be_unpacked_is_told(body, headers, reason):
    with pytest.raises(ContentError, match=reason):
        content(body, *headers)


def test_a_body_shorter_than_its_length_was_cut():
    assert content(PAGE, length=len(PAGE)) == PAGE
    with pytest.raises(ContentError, match="truncated"):
        content(PAGE, length=len(PAGE) + 1)


@pytest.mark.parametrize(
    "block", [b"", b"<html></html>", b"HTTP/1.1\r\n\r\n", b"HTTP/1.1 OK\r\n\r\n", b"HTTP/1.1 200 OK"]
)
def test_what_is_no_answer_is_told(block):
    with pytest.raises(ContentError, match="no_http"):
        split_answer(block)


def test_headers_are_found_whatever_their_case():
    found = split_answer(b"HTTP/2 200\r\nCONTENT-type:  text/html \r\nSet-Cookie: a\r\nSet-Cookie: b\r\n\r\nbody")
    assert (found.status, found.headers, found.body) == (200, {"content-type": "text/html", "set-cookie": "a"}, b"body")
