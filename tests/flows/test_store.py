"""The raw store: written once, named by content, told by its journal."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from flows import files
from flows.errors import MachineError
from flows.inventory import take_stock
from flows.store import Event, RawStore

AT = datetime(2024, 6, 3, 1, 2, 3, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    return RawStore(tmp_path / "store")


def seen(doc: str, digest: str, meta: str | None = None, at: str = "2024-06-03") -> Event:
    return Event("seen", "s", doc, at, at, digest, meta, "text/plain")


def test_bytes_come_back_with_a_note_of_when_and_where_from(store):
    digest = store.put(b"hello", "press:a.txt", "text/plain", AT)
    assert store.get(digest) == b"hello"
    note = json.loads(store.path(digest).with_name(f"{digest}.json").read_bytes())
    assert note == {
        "at": AT.isoformat(), "media_type": "text/plain", "origin": "press:a.txt", "sha256": digest, "size": 5,
    }  # fmt: skip


def test_what_is_there_is_never_written_again(store):
    digest = store.put(b"hello", "press:a.txt", "text/plain", AT)
    before = store.path(digest).stat().st_mtime_ns
    store.put(b"hello", "elsewhere:b.txt", "text/plain", AT.replace(year=2025))
    assert store.path(digest).stat().st_mtime_ns == before
    assert b"press:a.txt" in store.path(digest).with_name(f"{digest}.json").read_bytes()


def test_what_a_kill_left_half_is_made_whole(store):
    digest = store.put(b"hello", "press:a.txt", "text/plain", AT)
    sidecar = store.path(digest).with_name(f"{digest}.json")
    sidecar.unlink()
    store.put(b"hello", "press:a.txt", "text/plain", AT)
    assert sidecar.is_file()


def test_damaged_and_missing_bytes_are_told(store):
    digest = store.put(b"hello", "press:a.txt", "text/plain", AT)
    store.path(digest).write_bytes(b"hellO")
    with pytest.raises(MachineError, match="damaged"):
        store.get(digest)
    store.path(digest).unlink()
    with pytest.raises(MachineError, match="missing"):
        store.get(digest)


def test_the_journal_gives_back_what_was_appended(store):
    events = [seen("a.txt", "1"), Event("gone", "s", 'ü "x"\n.txt', "2024-06-04", "t")]
    store.append(events[:1])
    store.append([])
    store.append(events[1:])
    assert store.events() == events


def test_a_line_that_a_kill_cut_short_is_dropped(store):
    store.append([seen("a.txt", "1")])
    with store.journal.open("ab") as handle:
        handle.write(b'{"event": "seen", "sou')
    assert [event.doc for event in store.events()] == ["a.txt"]
    store.append([seen("b.txt", "2")])
    assert [event.doc for event in store.events()] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("line", [b"nonsense\n", b'{"event": "seen"}\n', b'{"event": "seen", "colour": "red"}\n'])
def test_a_line_that_is_no_event_is_told_with_its_number(store, line):
    store.append([seen("a.txt", "1")])
    with store.journal.open("ab") as handle:
        handle.write(line)
    with pytest.raises(MachineError, match="line 2"):
        store.events()


def test_the_events_of_a_document_amount_to_its_versions():
    events = [
        seen("a.txt", "1"),
        seen("b.txt", "9"),
        seen("a.txt", "2", at="2024-06-04"),
        Event("seen", "other", "a.txt", "x", "x", "5", None, "text/plain"),
    ]
    first, second = take_stock(events, {"s"})
    assert [version.sha256 for version in first.versions] == ["1", "2"]
    assert (first.doc, first.current.sha256, second.doc) == ("a.txt", "2", "b.txt")


def test_bytes_that_come_back_are_the_same_version_with_its_first_date():
    (document,) = take_stock([seen("a.txt", "1"), seen("a.txt", "2"), seen("a.txt", "1", at="2024-06-09")], {"s"})
    assert [version.sha256 for version in document.versions] == ["2", "1"]
    assert document.current.retrieved_at == "2024-06-03"


def test_a_changed_meta_file_is_taken_with_the_same_bytes():
    (document,) = take_stock([seen("a.txt", "1", "m1"), seen("a.txt", "1", "m2")], {"s"})
    assert [version.meta_sha256 for version in document.versions] == ["m2"]


def test_gone_and_back():
    gone = Event("gone", "s", "a.txt", "2024-06-05", "t")
    (document,) = take_stock([seen("a.txt", "1"), gone], {"s"})
    assert document.withdrawn_on == "2024-06-05"
    (document,) = take_stock([seen("a.txt", "1"), gone, seen("a.txt", "1")], {"s"})
    assert document.withdrawn_on is None


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    files.write_bytes(tmp_path / "x", b"old")

    def fail(source, target):
        raise OSError("the disk is full")

    monkeypatch.setattr(files.os, "replace", fail)
    with pytest.raises(OSError, match="full"):
        files.write_bytes(tmp_path / "x", b"new and longer")
    assert (tmp_path / "x").read_bytes() == b"old"


def test_several_threads_may_put_the_same_bytes(store):
    with ThreadPoolExecutor(8) as threads:
        digests = set(threads.map(lambda n: store.put(b"hello" * 9000, f"s:{n}", "text/plain", AT), range(64)))
    (digest,) = digests
    assert store.get(digest) == b"hello" * 9000
    assert sorted(path.name for path in store.path(digest).parent.iterdir()) == [digest, f"{digest}.json"]
