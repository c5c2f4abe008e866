"""What is kept of a fetch: what to ask for next time, and the answer as it came."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType

from flows.errors import MachineError
from flows.fetch.archive import Archive
from flows.fetch.memory import known_of, open_memory
from flows.fetch.outcome import Fetched
from flows.fetch.record import RecordError, read_at

NOON = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)
BODY = "children’s services".encode()


def fetched(url="https://a.example/1", body=BODY, raw=None, **headers):
    given = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Fetched(url, url, 200, given, body if raw is None else raw, body, "text/plain", NOON)


def test_what_is_remembered_is_there_later(tmp_path):
    known = known_of(fetched(ETag='W/"1"', Last_Modified="Fri, 30 Jan 2026 10:00:00 GMT"), "ab" * 32)
    with open_memory(tmp_path / "store" / "fetched.sqlite") as memory:
        assert memory.get(known.url) is None
        memory.put(known)
    with open_memory(tmp_path / "store" / "fetched.sqlite") as memory:
        assert memory.get(known.url) == known
        assert memory.get("https://a.example/2") is None
    assert (known.etag, known.last_modified) == ('W/"1"', "Fri, 30 Jan 2026 10:00:00 GMT")


def test_a_damaged_memory_says_how_to_mend_it(tmp_path):
    path = tmp_path / "fetched.sqlite"
    path.write_bytes(b"this is no database" * 100)
    with pytest.raises(MachineError, match="delete the file"), open_memory(path) as memory:
        memory.get("https://a.example/1")


def test_an_answer_is_a_record_that_archive_tools_read(tmp_path):
    packed = gzip.compress(BODY, mtime=0)
    one = fetched(raw=packed, Content_Type="text/plain", Content_Encoding="gzip", Transfer_Encoding="chunked")
    with Archive(tmp_path / "warc", NOON, "Turnaround/0.1") as archive:
        first = archive.keep(one)
        second = archive.keep(fetched("https://a.example/2", Content_Length="1", X_Odd="caf\xe9"))
    assert [path.name for path in (tmp_path / "warc").iterdir()] == ["20260131T120000Z.warc.gz"]
    read = []
    with first.path.open("rb") as file:
        for record in ArchiveIterator(file, parse_http=True, verify_digests=True):
            headers = record.headers.asdict()
            http = record.http_headers.asdict() if record.is_http else {}
            read.append((record.record_type, headers, http, record.reader.read(), record.stream_pos))
    info, response, other = read
    assert info[0] == WarcRecordType.warcinfo
    assert (response[0], response[1]["WARC-Target-URI"]) == (WarcRecordType.response, "https://a.example/1")
    assert response[1]["WARC-Date"] == "2026-01-31T12:00:00Z"
    assert response[2] == {"Content-Type": "text/plain", "Content-Encoding": "gzip", "Content-Length": str(len(packed))}
    assert response[3] == packed
    assert (other[2]["Content-Length"], other[3]) == (str(len(BODY)), BODY)
    assert (response[4], other[4]) == (first.offset, second.offset)


def test_each_record_is_a_gzip_member_of_its_own(tmp_path):
    with Archive(tmp_path, NOON, "Turnaround/0.1") as archive:
        places = [archive.keep(fetched(f"https://a.example/{number}")) for number in range(3)]
    data = places[0].path.read_bytes()
    for number, place in enumerate(places):
        member = gzip.decompress(data[place.offset : place.offset + place.length])
        assert member.startswith(b"WARC/1.1\r\n")
        assert f"https://a.example/{number}\r\n".encode() in member


def test_nothing_fetched_makes_no_file(tmp_path):
    with Archive(tmp_path / "warc", NOON, "Turnaround/0.1"):
        pass
    assert not (tmp_path / "warc").exists()


def test_a_file_that_another_pull_of_that_second_left_is_not_written_to(tmp_path):
    places = []
    for _ in range(2):
        with Archive(tmp_path, NOON, "Turnaround/0.1") as archive:
            places.append(archive.keep(fetched()))
            before = places[0].path.read_bytes()
    assert [place.path.name for place in places] == ["20260131T120000Z.warc.gz", "20260131T120000Z-2.warc.gz"]
    assert places[0].path.read_bytes() == before


def test_a_record_knows_what_was_asked_for_and_to_the_microsecond_when(tmp_path):
    moment = NOON.replace(microsecond=250)
    one = replace(fetched(ETag='"1"'), url="https://a.example/short", retrieved_at=moment)
    with Archive(tmp_path, NOON, "Turnaround/0.1") as archive:
        place = archive.keep(one)
    read = read_at(place.path, place.offset)
    assert (read.url, read.final_url, read.retrieved_at) == (one.url, one.final_url, moment)
    assert (read.status, read.headers["etag"], read.media_type, read.body) == (200, '"1"', "text/plain", BODY)


def test_what_is_no_record_is_told(tmp_path):
    with Archive(tmp_path, NOON, "Turnaround/0.1") as archive:
        place = archive.keep(fetched())
    for offset in (place.offset + 1, place.offset + place.length, 0):
        with pytest.raises(RecordError):
            read_at(place.path, offset)


def test_the_same_answers_make_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        with Archive(tmp_path / name, NOON, "Turnaround/0.1") as archive:
            archive.keep(fetched())
    first, second = (next((tmp_path / name).iterdir()).read_bytes() for name in ("a", "b"))
    assert first == second


def test_a_record_that_a_kill_cut_off_leaves_the_ones_before(tmp_path):
    with Archive(tmp_path, NOON, "Turnaround/0.1") as archive:
        archive.keep(fetched())
        last = archive.keep(fetched("https://a.example/2", body=b"x" * 5000))
    last.path.write_bytes(last.path.read_bytes()[: last.offset + last.length // 2])
    found = []
    with last.path.open("rb") as file:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response):
            found.append(record.headers["WARC-Target-URI"])
            if len(found) == 1:
                break
    assert found == ["https://a.example/1"]
