"""Pulling: what is new, changed, gone or cannot be taken."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

import pytest

from flows import intake
from flows import pull as pulling
from flows.errors import OutputBusyError, WrongUseError
from flows.lock import hold
from flows.pull import Moment, pull
from flows.sources import folder_source
from flows.store import RawStore

MOMENT = Moment(date(2024, 6, 3), datetime(2024, 6, 3, 1, tzinfo=UTC))


@pytest.fixture
def store(tmp_path):
    return RawStore(tmp_path / "store")


@pytest.fixture
def take(folder, store):
    def once(source=None):
        (pulled,) = pull([source or folder_source(folder)], store, MOMENT)
        return pulled

    return once


def test_what_is_there_is_new_once(take, store):
    first = take()
    assert (first.seen, first.new, first.changed, first.gone, first.ignored) == (2, 2, 0, 0, ["notes.docx"])
    lines = store.journal.read_bytes()
    second = take()
    assert (second.seen, second.new, second.changed, second.gone) == (2, 0, 0, 0)
    assert store.journal.read_bytes() == lines


def test_changed_and_gone_documents_are_noted(take, folder, put, store):
    take()
    put(folder / "north.txt", "Now 13 teams.")
    (folder / "sub" / "south.txt").unlink()
    again = take()
    assert (again.new, again.changed, again.gone) == (0, 1, 1)
    assert [event.event for event in store.events()[-2:]] == ["seen", "gone"]


def test_a_changed_meta_file_is_noted(take, folder, put_meta, store):
    take()
    put_meta(folder / "north.meta.json", published_on="2024-05-02")
    take()
    assert len(store.events()) == 3


def test_what_cannot_be_taken_is_refused_and_all_else_goes_on(take, folder, store, monkeypatch):
    monkeypatch.setattr(intake, "MOST_BYTES", 1000)
    (folder / "dangling.txt").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe.txt")
    (folder / "huge.txt").write_bytes(b"x" * 1001)
    pulled = take()
    assert (pulled.seen, pulled.new, pulled.refused) == (5, 2, 3)
    refused = {event.doc: event.reason for event in store.events() if event.event == "refused"}
    assert refused == {"dangling.txt": "unreadable", "pipe.txt": "unreadable", "huge.txt": "too_large"}
    lines = store.journal.read_bytes()
    take()
    assert store.journal.read_bytes() == lines


def test_refused_files_are_rows_of_rejects(quick, folder, tmp_path, go, rows):
    (folder / "dangling.txt").symlink_to(folder / "nowhere")
    outcome = go(folder, tmp_path / "out")
    (reject,) = rows(tmp_path / "out", "rejects")
    assert (reject["stage"], reject["reason"], reject["doc"]) == ("pull", "unreadable", "dangling.txt")
    assert outcome.accounts["documents_in"] == 3
    (folder / "dangling.txt").unlink()
    go(folder, tmp_path / "out")
    assert rows(tmp_path / "out", "rejects") == []


def test_an_empty_folder_after_documents_is_no_withdrawal(take, folder, store):
    take()
    lines = store.journal.read_bytes()
    for path in (folder / "north.txt", folder / "sub" / "south.txt"):
        path.unlink()
    with pytest.raises(WrongUseError, match="is it mounted"):
        take()
    assert store.journal.read_bytes() == lines


def test_many_documents_are_noted_in_batches(folder, put, store, monkeypatch):
    appended = []
    monkeypatch.setattr(intake, "BATCH", 3)
    append = store.append
    monkeypatch.setattr(store, "append", lambda events: (appended.append(len(list(events))), append(events)))
    for number in range(7):
        put(folder / f"{number}.txt", f"{number} teams")
    pull([folder_source(folder)], store, MOMENT)
    assert appended == [3, 3, 3, 0]
    assert len(store.events()) == 9


def test_two_pulls_into_one_store_wait_for_each_other(take, store, monkeypatch):
    monkeypatch.setattr(pulling, "STORE_PATIENCE_SECONDS", 0.05)
    with hold(store.lock, "the store"), pytest.raises(OutputBusyError, match="raw store"):
        take()


def test_the_journal_tells_documents_in_their_order_and_one_that_cannot_be_stored_ends_the_pull(
    take, folder, put, store, monkeypatch
):
    names = [f"{number:03}.txt" for number in range(100)]
    for name in names:
        put(folder / name, f"There are {name[:3]} teams.")
    stored = RawStore.put

    def full(self, data, origin, media_type, at):
        if origin.endswith(":090.txt"):
            raise OSError(28, "No space left on device")
        return stored(self, data, origin, media_type, at)

    monkeypatch.setattr(RawStore, "put", full)
    with pytest.raises(OSError, match="No space"):
        take()
    assert [event.doc for event in store.events()] == names[: intake.BATCH]
    monkeypatch.undo()
    assert take().new == 102 - intake.BATCH
    assert [event.doc for event in store.events()][:100] == names
