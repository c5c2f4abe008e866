"""What is kept of what feeds bring: documents once, as records that the index finds; of lists the newest; no more."""

from __future__ import annotations

import gzip
import io
import itertools
import json
import os
import signal

import duckdb
import pyarrow.parquet as pq
import pytest
from fastwarc.warc import ArchiveIterator

from expectations.tables_archive import ARCHIVE_INDEX
from flows import files
from flows.archive_command import archive
from flows.errors import MachineError, WrongUseError
from flows.fetch.archive import Place
from flows.fetch.archive_index import bring_up_to_date, find, index_path, is_behind
from flows.store import RawStore
from tests.feeds.conftest import DAY
from transforms.model import ReadDocument
from transforms.reading import read_document

TEXT = (
    "<!DOCTYPE html><html><head><title>Caseloads fall</title></head><body><article><h1>Caseloads fall</h1><p>Social "
    "workers in Hartlepool held 16 cases each on average at the end of September, the council said on Friday.</p><p>"
    "Ofsted had judged its children's services inadequate, and told it to bring caseloads down for looked-after "
    "children and their families.</p></article></body></html>"
)
PUB = "<pubDate>Fri, 30 Jan 2026 09:00:00 GMT</pubDate>"


def item(url: str, more: str = PUB) -> str:
    return f"<title>Caseloads fall</title><link>{url}</link>{more}"


@pytest.fixture
def page(web):
    return web.put("/news/a", gzip.compress(TEXT.encode(), mtime=0), Content_Encoding="gzip", Last_Modified="yesterday")


@pytest.fixture
def source(web, page, declare):
    return declare("feed", url=web.feed("/feed", item(page)))


def objects(store) -> list[str]:
    """Names of whole copies in the store, without the meta files that lists give."""
    found = [path for path in (store.root / "objects").rglob("*") if path.is_file() and path.suffix == ""]
    return [path.name for path in found if not path.read_bytes().startswith(b"{")]


def rows_of(store, where: str = "true") -> list[dict]:
    found = duckdb.sql(f"SELECT * FROM '{index_path(store)}' WHERE {where}")
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def test_from_the_index_to_the_record_to_the_same_document(nights, source, page):
    nights.one(source)
    done = bring_up_to_date(nights.store)
    assert (done.records, done.files, done.files_read, done.damaged) == (1, 1, 1, ())
    (row,) = rows_of(nights.store, f"url = '{page}'")
    # by other means than ours: the record alone, as any archive tool gets at it
    with (nights.store.root / row["file"]).open("rb") as handle:
        handle.seek(row["offset"])
        record = next(ArchiveIterator(io.BytesIO(handle.read(row["length"])), verify_digests=True, parse_http=True))
        sent = record.reader.read()
    assert record.headers["WARC-Target-URI"] == page
    data = gzip.decompress(sent)
    (document,) = nights.documents(source)
    assert data == nights.store.get(document.current.sha256) == TEXT.encode()
    read = read_document(data, document.doc)
    assert isinstance(read, ReadDocument)
    assert "held 16 cases each" in read.text
    assert read == read_document(nights.store.get(document.current.sha256), document.doc)
    known = {name: row[name] for name in ("source_id", "doc", "final_url", "status", "media_type", "content_type")}
    assert known == {
        "source_id": "news", "doc": document.doc, "final_url": page, "status": 200, "media_type": "text/html",
        "content_type": "text/html; charset=utf-8",
    }  # fmt: skip
    assert (row["raw_sha256"], row["size"]) == (document.current.sha256, len(TEXT.encode()))
    assert (row["etag"] is None, row["last_modified"]) == (False, "yesterday")
    assert row["payload_digest"] == record.headers["WARC-Payload-Digest"]


def test_the_index_has_the_declared_columns_with_their_descriptions(nights, source):
    nights.one(source)
    bring_up_to_date(nights.store)
    schema = pq.read_schema(index_path(nights.store))
    assert schema.names == list(ARCHIVE_INDEX.names)
    assert [field.type for field in schema] == [field.type for field in ARCHIVE_INDEX.arrow_schema()]
    assert all(field.metadata[b"description"] for field in schema)


def test_content_is_kept_once(nights, source, page):
    nights.one(source)
    (document,) = nights.documents(source)
    assert objects(nights.store) == []
    assert nights.store.get(document.current.sha256) == TEXT.encode()
    assert nights.store.size(document.current.sha256) == len(TEXT.encode())


def test_an_answer_that_a_record_does_not_give_back_is_kept_as_it_is_too(nights, source, page, monkeypatch):
    monkeypatch.setattr("flows.fetch.record.decoded", lambda answer, most: b"something else")
    nights.one(source)
    (document,) = nights.documents(source)
    assert objects(nights.store) == [document.current.sha256]
    assert nights.store.get(document.current.sha256) == TEXT.encode()


def test_a_redirect_is_found_by_both_addresses(web, nights, declare):
    old = web.put("/old", "", status=301, Location="/new")
    new = web.put("/new", TEXT)
    nights.one(declare("feed", url=web.feed("/feed", item(old))))
    bring_up_to_date(nights.store)
    for address in (old, new, new.replace("http:", "https:") + "/"):
        assert [(row["url"], row["final_url"]) for row in find(nights.store, address)] == [(old, new)]


def test_a_lost_or_late_index_is_made_again_with_the_same_bytes(web, nights, source, page):
    nights.one(source)
    bring_up_to_date(nights.store)
    web.feed("/feed", item(web.put("/news/b", TEXT.replace("16", "15"))), item(page))
    nights.one(source, days=1)
    assert is_behind(nights.store)
    done = bring_up_to_date(nights.store)
    assert (done.records, done.files, done.files_read) == (2, 2, 1)
    assert not is_behind(nights.store)
    grown = index_path(nights.store).read_bytes()
    assert bring_up_to_date(nights.store).files_read == 0
    for damage in (b"no parquet", None):
        index_path(nights.store).unlink() if damage is None else index_path(nights.store).write_bytes(damage)
        assert bring_up_to_date(nights.store).files_read == 2
        assert index_path(nights.store).read_bytes() == grown
    assert bring_up_to_date(nights.store, anew=True).files_read == 2
    assert index_path(nights.store).read_bytes() == grown


def test_a_record_that_a_kill_cut_off_is_told_once_and_the_others_are_found(nights, source):
    nights.one(source)
    (path,) = (nights.store.root / "warc" / "news").glob("*.warc.gz")
    whole = path.read_bytes()
    path.write_bytes(whole + whole[-400:-7])
    done = bring_up_to_date(nights.store)
    assert (done.records, len(done.damaged)) == (1, 1)
    assert f"byte {len(whole)}" in done.damaged[0]
    assert bring_up_to_date(nights.store).damaged == ()
    nights.store.refer(b"", Place(path, len(whole), 300), "x", "text/html", DAY)
    assert nights.store.get(files.sha256(b"")) == b""


def test_a_record_behind_a_damaged_one_is_found(web, nights, declare):
    pages = [web.put(f"/news/{n}", TEXT.replace("16", str(n))) for n in range(3)]
    nights.one(declare("feed", url=web.feed("/feed", *(item(page) for page in pages))))
    bring_up_to_date(nights.store)
    rows = sorted(rows_of(nights.store), key=lambda row: row["offset"])
    path = nights.store.root / rows[1]["file"]
    data = bytearray(path.read_bytes())
    data[rows[1]["offset"] + 30] ^= 0xFF
    path.write_bytes(data)
    done = bring_up_to_date(nights.store, anew=True)
    assert (done.records, len(done.damaged)) == (2, 1)
    with pytest.raises(MachineError, match=f"record at byte {rows[1]['offset']}: missing or damaged"):
        nights.store.get(rows[1]["raw_sha256"])
    assert nights.store.get(rows[2]["raw_sha256"]) == TEXT.replace("16", rows[2]["url"][-1]).encode()


def test_content_whose_record_is_lost_is_fetched_again(web, nights, source, page):
    nights.one(source)
    (document,) = nights.documents(source)
    for path in (nights.store.root / "warc" / "news").iterdir():
        path.unlink()
    assert not nights.store.holds(document.current.sha256)
    with pytest.raises(MachineError, match=r"warc.gz: missing from the raw store"):
        nights.store.size(document.current.sha256)
    (nights.store.root / "listed.sqlite").unlink()
    nights.one(source, days=1)
    assert nights.store.get(document.current.sha256) == TEXT.encode()


def test_of_a_list_only_the_newest_bytes_are_kept(web, nights, source, page):
    for night in range(4):
        web.feed("/feed", item(page), head=f"<ttl>{night}</ttl>")
        nights.one(source, days=night)
    bring_up_to_date(nights.store)
    assert [row["url"] for row in rows_of(nights.store)] == [page]
    (kept,) = (nights.store.root / "lists").iterdir()
    assert b"<ttl>3</ttl>" in kept.read_bytes()
    assert objects(nights.store) == []


def test_a_list_that_is_at_hand_is_asked_for_conditionally_and_one_that_is_damaged_is_not(web, nights, source):
    nights.one(source)
    web.asked.clear()
    nights.one(source, days=1)
    (kept,) = (nights.store.root / "lists").iterdir()
    kept.write_bytes(b"cut off")
    nights.one(source, days=2)
    assert [one.conditional for one in web.asked if one.path == "/feed"] == [True, False]


def test_news_of_other_subjects_is_not_kept_and_is_fetched_once_a_night_for_all_sources(web, nights, declare):
    bins = web.put("/bins", "<html><p>The bins will be emptied on Tuesday.</p></html>")
    about = web.put("/about", TEXT)
    sources = [
        declare("feed", name, url=web.feed(f"/{name}", item(bins), item(about)), relevance=True) for name in ("a", "b")
    ]
    nights.pull(*sources)
    assert web.paths().count("/bins") == 1
    bring_up_to_date(nights.store)
    assert [row["url"] for row in rows_of(nights.store)] == [about]
    assert objects(nights.store) == []
    web.asked.clear()
    nights.pull(*sources, days=1)
    assert set(web.paths()) == {"/a", "/b"}
    # another source takes what this one left
    all_news = declare("feed", "all", url=web.feed("/all", item(bins)))
    nights.pull(all_news, days=1)
    assert set(nights.taken(all_news)) == {bins}


def test_what_a_server_sends_again_unchanged_makes_no_second_record(web, nights, declare):
    page = web.put("/news/a", TEXT, etag=False)
    source = declare("feed", url=web.feed("/feed", item(page)), recheck_days=1)
    for night in range(3):
        nights.one(source, days=2 * night)
    assert web.paths().count("/news/a") == 3
    assert bring_up_to_date(nights.store).records == 1


def test_the_commands_show_what_the_archive_has(nights, source, page, runner):
    nights.one(source)
    store = ["--store", str(nights.store.root)]
    told = runner.invoke(archive, ["show", page, *store])
    assert isinstance(told.exception, WrongUseError)
    told = runner.invoke(archive, ["index", *store])
    assert told.output.startswith("1 records in 1 files (1 read now)")
    told = runner.invoke(archive, ["show", page, *store, "--format", "jsonl"])
    assert json.loads(told.output)["status"] == 200
    assert runner.invoke(archive, ["show", page, *store, "--content"]).stdout_bytes == TEXT.encode()
    assert "source news" in runner.invoke(archive, ["show", page, *store]).output
    told = runner.invoke(archive, ["show", f"{page}/other", *store])
    assert "no record of it" in str(told.exception)


def test_a_pull_that_is_killed_anywhere_leaves_a_store_from_which_the_next_goes_on(web, nights, source, page, tmp_path):
    """Kill a pull at each moment at which it makes something durable; the next one brings all of it to its end."""
    second = web.put("/news/b", TEXT.replace("16", "15"))
    web.feed("/feed", item(page), item(second))
    for moment in range(1, 200):
        nights.store = RawStore(tmp_path / f"store-{moment}")
        ended = pull_and_die(nights, source, moment)
        files.remove_parts(nights.store.root)
        nights.one(source)
        index = bring_up_to_date(nights.store)
        grown = index.path.read_bytes()
        bring_up_to_date(nights.store, anew=True)
        assert index.path.read_bytes() == grown
        taken = nights.taken(source)
        assert set(taken) == {page, second}
        for address, document in taken.items():
            assert nights.store.get(document.current.sha256).startswith(b"<!DOCTYPE html>")
            assert document.doc in {row["doc"] for row in find(nights.store, address)}
        if ended:
            break
    assert moment > 15
    assert index.records == 2


def pull_and_die(nights, source, moment: int) -> bool:
    """Pull and index in a process that is killed at the ``moment``-th write; return whether it came to its end."""
    child = os.fork()
    if child == 0:
        count = itertools.count(1)

        def die_at(function):
            def call(*args):
                if next(count) == moment:
                    os.kill(os.getpid(), signal.SIGKILL)
                return function(*args)

            return call

        os.replace, os.fsync = die_at(os.replace), die_at(lambda descriptor: None)
        nights.one(source)
        bring_up_to_date(nights.store)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


@pytest.fixture
def runner():
    from click.testing import CliRunner

    return CliRunner()
