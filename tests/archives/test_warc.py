"""Pulling archives: into the store once, on from where a run ended, in two processes, from any place."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import fsspec
import pytest

from flows.archives import sifting, warc, work
from flows.archives.marks import counted
from flows.archives.warc import marks_folder
from flows.errors import WrongUseError
from flows.inventory import take_stock
from flows.sources import parse_sources
from flows.store import RawStore
from tests.archives.warcs import ABOUT, about, answer, gz, news_crawl, record, zst

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def crawl(tmp_path):
    folder = tmp_path / "crawl"
    (folder / "2021").mkdir(parents=True)
    (folder / "a.warc.gz").write_bytes(news_crawl(1, 2, 3))
    (folder / "2021" / "b.warc.zst").write_bytes(zst(about(5), about(7)))
    (folder / "c.warc").write_bytes(about(9))
    (folder / "index.cdx").write_text("no archive")
    (folder / "list.gz").write_bytes(b"no archive")
    return folder


def test_archives_are_taken_once(take, crawl, store, documents):
    first = take(crawl)
    assert (first.seen, first.new, first.ignored) == (5, 5, ["index.cdx", "list.gz"])
    journal = store.journal.read_bytes()
    second = take(crawl)
    assert (second.seen, second.new, second.changed, second.gone) == (5, 0, 0, 0)
    assert store.journal.read_bytes() == journal
    assert len(documents()) == 5


def test_a_document_has_its_address_its_bytes_and_the_moment_of_its_capture(take, tmp_path, store, documents):
    (tmp_path / "a.warc.gz").write_bytes(gz(about(1, url="https://News.example/x/Story-One.html?utm_source=a#top")))
    take(tmp_path / "a.warc.gz")
    (document,) = documents()
    assert document.doc.startswith("news.example/story-one-")
    assert document.doc.endswith(".html")
    version = document.current
    assert version.retrieved_at == "2021-05-04T10:00:00+00:00"
    assert store.get(version.sha256) == ABOUT.replace("412", "401").encode()
    assert json.loads(store.get(version.meta_sha256)) == {"url": "https://news.example/x/Story-One.html"}


def test_captures_of_one_address_are_versions_of_one_document(take, tmp_path, documents):
    changed = record(answer(ABOUT.replace("412", "999").encode()), 1, date="2021-06-01T00:00:00Z")
    (tmp_path / "a.warc.gz").write_bytes(gz(about(1), about(1), changed))
    take(tmp_path)
    (document,) = documents()
    assert [version.retrieved_at[:10] for version in document.versions] == ["2021-05-04", "2021-06-01"]


def test_what_is_passed_over_is_counted(take, crawl, store):
    take(crawl)
    assert counted(marks_folder(store.root, "crawl")) == {"taken": 5, "no_phrase": 1, "other_record": 4}


def test_a_source_that_is_not_general_is_taken_whole(take, crawl):
    assert take(crawl, relevance=False).new == 6


def test_a_new_file_and_a_changed_one_are_read(take, crawl):
    take(crawl)
    (crawl / "d.warc.gz").write_bytes(gz(about(11)))
    (crawl / "c.warc").write_bytes(about(9) + about(13))
    assert (again := take(crawl)).new == 2
    assert again.seen == 7


def test_other_words_sift_an_archive_again(take, crawl, store, monkeypatch):
    take(crawl)
    before = store.journal.read_bytes()
    monkeypatch.setattr(warc, "words_digest", lambda: "other words")
    read = []
    really = work.sift
    monkeypatch.setattr(work, "sift", lambda *given: read.append(given) or really(*given))
    take(crawl)
    assert len(read) == 3
    assert store.journal.read_bytes() == before


def test_documents_stay_when_their_archive_is_removed(take, crawl, documents):
    take(crawl)
    (crawl / "c.warc").unlink()
    assert take(crawl).gone == 0
    assert all(document.withdrawn_on is None for document in documents())


def test_a_folder_that_lost_its_archives_is_no_news(take, crawl):
    take(crawl)
    for path in crawl.rglob("*.warc*"):
        path.unlink()
    with pytest.raises(WrongUseError, match="is it mounted"):
        take(crawl)


def test_a_missing_place_is_named(take, tmp_path):
    with pytest.raises(WrongUseError, match="nothing there"):
        take(tmp_path / "nowhere")


def test_an_address_is_read_through_fsspec(take, documents):
    with fsspec.open("memory://crawls/2021/a.warc.gz", "wb") as handle:
        handle.write(news_crawl(1, 2, 3))
    assert take("memory://crawls").new == 2
    assert take("memory://crawls").new == 0
    assert len(documents()) == 2


@pytest.mark.parametrize(("address", "told"), [("memory://empty", "nothing there"), ("carrier://x", "cannot go there")])
def test_an_address_that_leads_nowhere_is_named(take, address, told):
    with pytest.raises(WrongUseError, match=told):
        take(address)


def test_a_run_that_is_stopped_goes_on_where_it_was(take, tmp_path, store, documents, monkeypatch):
    monkeypatch.setattr(sifting, "PIECE_TAKEN", 2)
    (tmp_path / "a.warc.gz").write_bytes(news_crawl(*range(1, 40)))
    really, left = warc._Taking._take, [11]

    def stop(self, capture):
        left[0] -= 1
        if not left[0]:
            raise KeyboardInterrupt
        really(self, capture)

    monkeypatch.setattr(warc._Taking, "_take", stop)
    with pytest.raises(KeyboardInterrupt):
        take(tmp_path / "a.warc.gz")
    assert len(documents()) == 10
    monkeypatch.setattr(warc._Taking, "_take", really)
    began = []
    sift = work.sift
    monkeypatch.setattr(
        work, "sift", lambda handle, place, scan: began.append(place.offset) or sift(handle, place, scan)
    )
    assert take(tmp_path / "a.warc.gz").new == 10
    assert began[0] > 0
    assert len(documents()) == 20
    assert counted(marks_folder(store.root, "crawl")) == {"taken": 20, "no_phrase": 19, "other_record": 40}


def test_two_processes_give_what_one_gives(take, tmp_path, documents, monkeypatch):
    for number in range(3):
        numbers = range(100 * number, 100 * number + 20)
        (tmp_path / f"{number}.warc.gz").write_bytes(news_crawl(*numbers))
    monkeypatch.setattr(work, "FEW_BYTES", 0)
    monkeypatch.setattr(sifting, "PIECE_TAKEN", 4)
    pulled = take(tmp_path)
    assert (pulled.new, len(documents())) == (30, 30)
    assert take(tmp_path).new == 0


_RUN = """
import sys
from pathlib import Path
from flows.archives import sifting, warc
from tests.archives.conftest import MOMENT, archive_source
from flows.intake import Intake
from flows.store import RawStore

sifting.PIECE_TAKEN = 1
really = warc._Taking.take
def slowly(self, file, piece):
    really(self, file, piece)
    print("taken", flush=True)
    sys.stdin.readline()
warc._Taking.take = slowly
warc.pull_archives(Intake(archive_source(Path(sys.argv[1])), RawStore(Path(sys.argv[2])), MOMENT, []), ())
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_killed_goes_on_where_it_was(take, tmp_path, store, number):
    file = tmp_path / "a.warc.gz"
    file.write_bytes(news_crawl(*range(1, 20)))
    process = subprocess.Popen(
        [sys.executable, "-c", _RUN, str(file), str(store.root)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    with process:
        for _ in range(3):
            assert process.stdout.readline() == "taken\n"
            process.stdin.write("on\n")
            process.stdin.flush()
        os.kill(process.pid, number)
        process.communicate(timeout=30)
    before = len(take_stock(RawStore(store.root).events(), {"crawl"}))
    assert 3 <= before < 10
    assert take(file).new == 10 - before
    assert len(take_stock(store.events(), {"crawl"})) == 10


def test_a_declaration_says_whether_an_archive_is_general(tmp_path):
    text = """
    [sources.crawl]
    kind = "warc"
    title = "A crawl"
    path = "{path}"
    relevance = true
    licence = "none"
    enabled = false
    sample = false
    """
    (local,) = parse_sources(text.format(path="crawl").encode(), tmp_path / "sources.toml", set())
    assert local.path == tmp_path / "crawl"
    (remote,) = parse_sources(text.format(path="s3://bucket/crawl").encode(), tmp_path / "sources.toml", set())
    assert remote.location == "s3://bucket/crawl"
    with pytest.raises(WrongUseError, match="relevance is missing"):
        parse_sources(text.replace("relevance = true", "").encode(), tmp_path / "sources.toml", set())
