"""Records one by one, past what is broken, and from any place."""

from __future__ import annotations

import gzip
import io
from functools import partial

import pytest
from backports import zstd

from flows.archives.records import Place, Record, next_start, place_of, read_records
from tests.archives.warcs import about, gz, other, record, zst

# without the time of packing: the names of the tests hold the bytes
packed = partial(gzip.compress, mtime=0)

MOST = 1_000_000
FOUR = [about(1), other(2), about(3), other(4)]


START = Place()


def read(data: bytes, place: Place = START, most: int = MOST) -> list[Record]:
    return list(read_records(io.BytesIO(data), place, most))


def told(data: bytes, **others: int) -> list[str]:
    """Return of each record the last letter of its address, or its fault."""
    found = read(data, **others)
    return [each.fault or (each.headers.get("WARC-Target-URI") or "-")[-1] for each in found]


@pytest.mark.parametrize("pack", [gz, zst, lambda *parts: b"".join(parts)], ids=["gz", "zst", "plain"])
def test_records_come_with_their_blocks(pack):
    found = read(pack(*FOUR))
    assert [each.block for each in found] == [each.partition(b"\r\n\r\n")[2][:-4] for each in FOUR]


def test_both_versions_are_read():
    assert told(gz(record(b"x", 1, version="1.0"), record(b"x", 2, version="1.1"))) == ["1", "2"]


@pytest.mark.parametrize("data", [b"", gz(), b"\r\n"])
def test_an_empty_file_has_no_records(data):
    assert told(data) in ([], ["broken"])


def test_a_file_that_is_no_archive_is_one_broken_place():
    assert told(b"<html>saved by mistake</html>" * 1000) == ["broken"]


@pytest.mark.parametrize("pack", [gz, zst])
def test_a_damaged_record_costs_itself_alone(pack):
    parts = [pack(each) for each in FOUR]
    middle = bytearray(parts[1])
    for at in range(len(middle) // 2, len(middle) // 2 + 8):
        middle[at] ^= 0xFF
    found = told(parts[0] + bytes(middle) + parts[2] + parts[3])
    assert [each for each in found if each not in ("broken", "truncated")] == ["1", "3", "4"]
    assert len(found) == 4


@pytest.mark.parametrize("pack", [gz, zst, lambda *parts: b"".join(parts)], ids=["gz", "zst", "plain"])
def test_rubbish_between_records_is_stepped_over(pack):
    parts = [pack(each) for each in FOUR]
    found = told(parts[0] + b"rubbish\r\n" * 300 + parts[2] + parts[3])
    assert found == ["1", "broken", "3", "4"]


@pytest.mark.parametrize("pack", [gz, lambda *parts: b"".join(parts)], ids=["gz", "plain"])
def test_a_record_that_says_it_is_longer_does_not_swallow_the_next(pack):
    long = record(b"HTTP/1.1 200 OK\r\n\r\nx", 2, length=100_000)
    assert told(pack(FOUR[0], long, *FOUR[2:])) == ["1", "truncated", "3", "4"]


def test_a_record_that_says_it_is_shorter_costs_no_other():
    short = record(b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 500, 2, length=30)
    assert [each for each in told(gz(FOUR[0], short, *FOUR[2:])) if each != "broken"] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("pack", [gz, zst])
@pytest.mark.parametrize("cut", [1, 9, 40, 100])
def test_a_file_that_was_cut_off_gives_what_it_has(pack, cut):
    data = pack(*FOUR)[:-cut]
    found = told(data)
    assert found[:3] == ["1", "2", "3"]
    assert set(found[3:]) <= {"truncated", "broken", "4"}


def test_long_records_are_left():
    assert told(gz(FOUR[0], record(b"x" * 5000, 2), FOUR[2]), most=2000) == ["1", "too_large", "3"]


def test_what_the_crawler_cut_is_told():
    assert told(gz(record(b"x", 1, more="WARC-Truncated: length\r\n"))) == ["truncated_capture"]


@pytest.mark.parametrize(
    "data",
    [gz(*FOUR), zst(*FOUR), b"".join(FOUR), packed(b"".join(FOUR)), zstd.compress(b"".join(FOUR))],
    ids=["gz", "zst", "plain", "gz as one", "zst as one"],
)
def test_reading_goes_on_at_the_place_of_any_record(data):
    handle = io.BytesIO(data)
    places = [place_of(handle, each) for each in read_records(handle, Place(), MOST)]
    assert len(places) == 4
    for number, place in enumerate(places):
        assert [each.block for each in read(data, place)] == [each.block for each in read(data)[number:]]


def test_a_dictionary_at_the_head_of_a_file_is_used():
    samples = [about(number) for number in range(300)]
    words = zstd.train_dict(samples, 4096)
    head = b"\x5d\x2a\x4d\x18" + len(words.dict_content).to_bytes(4, "little") + words.dict_content
    data = head + b"".join(zstd.compress(each, zstd_dict=words) for each in FOUR)
    assert told(data) == ["1", "2", "3", "4"]
    handle = io.BytesIO(data)
    place = next(place_of(handle, each) for each in list(read_records(handle, Place(), MOST))[2:])
    assert place.skip == 2
    assert [each.block for each in read(data, place)] == [each.block for each in read(data)[2:]]


def test_the_next_start_is_found_across_blocks():
    rubbish = b"\x1f\x8b\x08 no member " * 90_000
    data = rubbish + gz(FOUR[0])
    assert next_start(io.BytesIO(data), 0) == len(rubbish)
