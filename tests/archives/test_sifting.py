"""Sifting: what is taken, what every other record is counted under, and pieces."""

from __future__ import annotations

import gzip
import io
from collections import Counter
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from flows.archives import sifting
from flows.archives.records import Place
from flows.archives.sifting import COUNTED, Capture, sift
from flows.relevance import make_scan
from tests.archives.warcs import ABOUT, OTHER, PDF, about, answer, digest, gz, news_crawl, other, record

# without the time of packing: the names of the tests hold the bytes
packed = partial(gzip.compress, mtime=0)

REPORT = Path(__file__).resolve().parents[2] / "raw" / "articles" / "ellenshire-inspection-report.pdf"
PAGE = ABOUT.encode()


def sifted(data: bytes, most: int = 1_000_000) -> tuple[list[Capture], dict[str, int]]:
    pieces = list(sift(io.BytesIO(data), Place(), make_scan(), most))
    counts: Counter[str] = Counter()
    for piece in pieces:
        counts += piece.counts
    return [capture for piece in pieces for capture in piece.captures], dict(counts)


def test_pages_of_the_subject_are_taken_with_address_and_moment():
    captures, counts = sifted(news_crawl(1, 2, 3))
    assert [capture.url for capture in captures] == ["https://news.example/story-1", "https://news.example/story-3"]
    assert captures[0].at == datetime(2021, 5, 4, 10, tzinfo=UTC)
    assert captures[0].data == ABOUT.replace("412", "401").encode()
    assert counts == {"taken": 2, "no_phrase": 1, "other_record": 4}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (record(answer(OTHER.encode())), "no_phrase"),
        (record(answer(PAGE, status="404 Not Found")), "other_status"),
        (record(answer(PAGE, status="301 Moved")), "other_status"),
        (
            record(answer(b'{"children\'s services": 1}', "X-Type: json")).replace(b"text/html", b"text/json"),
            "other_type",
        ),
        (record(answer(b"\xff\xd8\xff picture")), "other_type"),
        (record(answer(PAGE), url="dns:news.example"), "no_address"),
        (record(answer(PAGE), url="ftp://news.example/a"), "no_address"),
        (record(PAGE), "no_http"),
        (record(answer(PAGE, "Content-Encoding: rot13")), "bad_coding"),
        (record(answer(PAGE), date="yesterday"), "bad_date"),
        (record(answer(PAGE), more=digest(b"another block")), "bad_digest"),
        (record(answer(PAGE + bytes(2_000_000))), "too_large"),
        (record(answer(packed(bytes(2_000_000)), "Content-Encoding: gzip")), "too_large"),
        (record(answer(PAGE, length=len(PAGE) + 9)), "truncated"),
        (record(answer(PAGE), more="WARC-Truncated: time\r\n"), "truncated_capture"),
        (record(answer(PAGE), kind="request"), "other_record"),
        (record(answer(PAGE), kind="revisit"), "other_record"),
        (record(answer(PAGE), kind="metadata"), "other_record"),
        (record(answer(PDF)), "no_phrase"),
        (record(answer(b"")), "no_phrase"),
        (b"no archive at all", "broken"),
    ],
)
def test_everything_else_is_counted_under_its_reason(data, reason):
    captures, counts = sifted(gz(data))
    assert (captures, counts) == ([], {reason: 1})
    assert reason in COUNTED


@pytest.mark.parametrize(
    "data",
    [
        record(answer(PAGE), more=digest(answer(PAGE))),
        record(answer(PAGE), more="WARC-Block-Digest: md5:0123\r\n"),
        record(answer(PAGE), url="<https://news.example/story-1>"),
        record(answer(PAGE), date="2021-05-04T11:00:00.123456+01:00", version="1.1"),
        record(PAGE, kind="resource").replace(b"application/http; msgtype=resource", b"text/html"),
        record(answer(packed(PAGE), "Content-Encoding: gzip")),
    ],
)
def test_each_way_to_keep_a_page_is_read(data):
    captures, counts = sifted(gz(data))
    assert counts == {"taken": 1}
    assert captures[0].data == PAGE
    assert captures[0].url == "https://news.example/story-1"


def test_a_report_is_told_by_its_text():
    captures, counts = sifted(gz(record(answer(REPORT.read_bytes()))))
    assert counts == {"taken": 1}
    assert captures[0].media_type == "application/pdf"


@pytest.mark.parametrize("limit", ["PIECE_TAKEN", "PIECE_RECORDS", "PIECE_BYTES"])
def test_pieces_join_without_loss_or_repeat(monkeypatch, limit):
    data = news_crawl(*range(1, 30))
    whole, counts = sifted(data)
    monkeypatch.setattr(sifting, limit, 3)
    pieces, place = [], Place()
    while place is not None:
        # each piece from a fresh reading, as after a kill
        piece = next(sift(io.BytesIO(data), place, make_scan()))
        pieces.append(piece)
        place = piece.following
    assert len(pieces) >= 5
    assert [capture for piece in pieces for capture in piece.captures] == whole
    assert sum((piece.counts for piece in pieces), Counter()) == Counter(counts)


def test_what_follows_a_broken_place_is_in_one_piece_only(monkeypatch):
    monkeypatch.setattr(sifting, "PIECE_RECORDS", 1)
    data = gz(about(1)) + b"rubbish" * 100 + gz(other(2), about(3))
    captures, counts = sifted(data)
    assert [capture.url[-1] for capture in captures] == ["1", "3"]
    assert counts == {"taken": 2, "broken": 1, "no_phrase": 1}
