"""The whole run on small folders: what comes in, what comes out, and that nothing is lost between."""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from flows import assemble, codelists, duckdb_file, publish, reading
from flows.errors import ReleaseRefusedError, WrongUseError
from flows.layout import Layout
from flows.texts import read_text
from transforms.model import Extraction, Reject

pytestmark = pytest.mark.usefixtures("quick")


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_a_run_makes_a_release_with_every_table_in_every_form(folder, tmp_path, go, rows):
    outcome = go(folder, tmp_path / "out")
    release = tmp_path / "out" / "latest"
    assert outcome.new
    assert release.resolve() == (tmp_path / "out" / "releases" / "2024-06-03.1").resolve()
    names = {path.name for path in release.iterdir()}
    assert {"turnaround.duckdb", "manifest.json", "validation.html"} < names
    tables = {"articles", "mentions", "observations", "changes", "authorities", "metrics", "sources", "rejects"}
    assert {f"{table}.{suffix}" for table in tables for suffix in ("parquet", "csv")} < names
    assert sorted(row["doc"] for row in rows(tmp_path / "out", "articles")) == ["north.txt", "sub/south.txt"]
    assert sorted(row["value"] for row in rows(tmp_path / "out", "mentions")) == [7, 9, 12]
    assert outcome.pulled[0].ignored == ["notes.docx"]


def test_what_the_meta_file_says_stands_in_the_article(folder, tmp_path, go, rows):
    go(folder, tmp_path / "out")
    north, south = sorted(rows(tmp_path / "out", "articles"), key=lambda row: row["doc"])
    assert (north["published_on"], north["published_on_basis"]) == (date(2024, 5, 1), "meta")
    assert (north["title"], north["doc_type"]) == ("Teams in the north", "news")
    assert (south["published_on"], south["published_on_basis"]) == (None, "none")
    assert south["retrieved_at"] is None


def test_every_mention_is_its_span_of_the_stored_text(folder, tmp_path, go, rows):
    output = tmp_path / "out"
    go(folder, output)
    texts = {row["article_id"]: read_text(Layout(output).texts, row["text_sha256"]) for row in rows(output, "articles")}
    mentions = rows(output, "mentions")
    assert mentions
    for row in mentions:
        assert texts[row["article_id"]][row["char_start"] : row["char_end"]] == row["surface"]


def test_the_same_folder_in_two_outputs_gives_the_same_bytes(folder, tmp_path, go, monkeypatch):
    monkeypatch.setattr(publish, "write_in_own_process", duckdb_file.write_in_own_process)
    elsewhere = shutil.copytree(folder, tmp_path / "elsewhere" / "copy")
    go(folder, tmp_path / "one")
    go(elsewhere, tmp_path / "two")
    assert digests(tmp_path / "one" / "latest") == digests(tmp_path / "two" / "latest")


def test_a_second_run_with_nothing_new_makes_no_release(folder, tmp_path, go):
    go(folder, tmp_path / "out")
    again = go(folder, tmp_path / "out")
    assert not again.new
    assert again.texts_read == 0
    assert [path.name for path in (tmp_path / "out" / "releases").iterdir()] == ["2024-06-03.1"]


def test_another_day_alone_makes_no_release(folder, tmp_path, go):
    go(folder, tmp_path / "out")
    again = go(folder, tmp_path / "out", date(2024, 6, 4))
    assert (again.new, again.texts_read) == (False, 0)
    assert again.folder.name == "2024-06-03.1"


def test_one_new_article_means_one_text_read(folder, tmp_path, go, put, rows):
    go(folder, tmp_path / "out")
    put(folder / "east.txt", "The east has 4 teams.")
    again = go(folder, tmp_path / "out")
    assert (again.new, again.texts_read) == (True, 1)
    assert again.folder.name == "2024-06-03.2"
    assert len(rows(tmp_path / "out", "mentions")) == 4
    assert (tmp_path / "out" / "releases" / "2024-06-03.1" / "mentions.parquet").exists()


def test_changed_extraction_code_reads_everything_again(folder, tmp_path, go, monkeypatch):
    go(folder, tmp_path / "out")
    monkeypatch.setattr(codelists, "extraction_digest", lambda: "another")
    monkeypatch.setattr(assemble, "extraction_digest", lambda: "another")
    monkeypatch.setattr("flows.stages.extraction_digest", lambda: "another")
    monkeypatch.setattr("flows.run.code_digest", lambda: "another")
    again = go(folder, tmp_path / "out")
    assert again.texts_read == 2


def test_changed_text_is_a_new_version_of_the_same_document(folder, tmp_path, go, put, rows):
    go(folder, tmp_path / "out")
    put(folder / "sub" / "south.txt", "In the south there are 8 teams of social workers in all.")
    go(folder, tmp_path / "out")
    versions = [row for row in rows(tmp_path / "out", "articles") if row["doc"] == "sub/south.txt"]
    assert sorted(row["newest"] for row in versions) == [False, True]
    newest = next(row["article_id"] for row in versions if row["newest"])
    stated = {row["value"] for row in rows(tmp_path / "out", "mentions") if row["article_id"] == newest}
    assert stated == {8}


def test_a_removed_file_keeps_its_rows_and_is_marked(folder, tmp_path, go, rows):
    go(folder, tmp_path / "out")
    (folder / "north.txt").unlink()
    again = go(folder, tmp_path / "out", date(2024, 6, 5))
    assert again.pulled[0].gone == 1
    withdrawn = {row["doc"]: row["withdrawn_on"] for row in rows(tmp_path / "out", "articles")}
    assert withdrawn == {"north.txt": date(2024, 6, 5), "sub/south.txt": None}
    assert len(rows(tmp_path / "out", "mentions")) == 3


def test_a_file_that_comes_back_is_no_longer_withdrawn(folder, tmp_path, go, rows):
    go(folder, tmp_path / "out")
    (folder / "north.txt").rename(tmp_path / "aside.txt")
    go(folder, tmp_path / "out", date(2024, 6, 5))
    (tmp_path / "aside.txt").rename(folder / "north.txt")
    again = go(folder, tmp_path / "out", date(2024, 6, 6))
    assert again.texts_read == 0
    assert {row["withdrawn_on"] for row in rows(tmp_path / "out", "articles")} == {None}


def test_a_folder_that_is_suddenly_empty_stops_the_run_and_changes_nothing(folder, tmp_path, go):
    go(folder, tmp_path / "out")
    before = digests(tmp_path / "out" / "latest")
    shutil.rmtree(folder)
    folder.mkdir()
    with pytest.raises(WrongUseError, match="2 documents came from it"):
        go(folder, tmp_path / "out")
    assert digests(tmp_path / "out" / "latest") == before


def test_two_files_with_the_same_bytes_are_one_article_and_a_duplicate(folder, tmp_path, go, put, rows):
    put(folder / "copy of south.txt", (folder / "sub" / "south.txt").read_text(encoding="utf-8"))
    outcome = go(folder, tmp_path / "out")
    assert (outcome.accounts["documents_in"], outcome.accounts["duplicates"]) == (3, 1)
    assert sorted(row["doc"] for row in rows(tmp_path / "out", "articles")) == ["copy of south.txt", "north.txt"]


def test_files_with_other_bytes_and_the_same_text_are_one_article_too(folder, tmp_path, go, rows):
    data = (folder / "sub" / "south.txt").read_bytes()
    (folder / "sub" / "south-with-mark.txt").write_bytes(b"\xef\xbb\xbf" + data)
    outcome = go(folder, tmp_path / "out")
    assert outcome.accounts["duplicates"] == 1
    assert len(rows(tmp_path / "out", "articles")) == 2


def test_documents_and_numbers_add_up(folder, tmp_path, go, put):
    put(folder / "empty.txt", "")
    accounts = go(folder, tmp_path / "out").accounts
    assert accounts["documents_in"] == accounts["articles"] + accounts["duplicates"] + accounts["documents_rejected"]
    assert accounts["numbers_read"] == 4
    assert accounts["mentions"] + accounts["numbers_without_metric"] + accounts["numbers_rejected"] == 4


def test_an_extraction_that_loses_a_number_is_an_error_with_the_figures(folder, tmp_path, go, monkeypatch):
    monkeypatch.setattr(reading, "extract", lambda *_: Extraction(numbers_read=5, numbers_without_metric=4))
    with pytest.raises(assemble.AccountingError, match="10 numbers read, but 0 mentions \\+ 8 without metric"):
        go(folder, tmp_path / "out")
    assert not (tmp_path / "out" / "latest").exists()


def test_an_extraction_that_fails_costs_its_document_alone(folder, tmp_path, go, monkeypatch, rows):
    simple = reading.extract

    def fail(text, *rest):
        if "south" in text:
            raise RecursionError("too deep")
        return simple(text, *rest)

    monkeypatch.setattr(reading, "extract", fail)
    outcome = go(folder, tmp_path / "out")
    assert outcome.accounts["documents_rejected"] == 1
    (reject,) = rows(tmp_path / "out", "rejects")
    assert (reject["stage"], reject["reason"], reject["doc"]) == ("extract", "extraction_failed", "sub/south.txt")
    assert "RecursionError: too deep" in reject["message"]


def test_numbers_that_extraction_refuses_are_told_with_their_text(folder, tmp_path, go, monkeypatch, rows):
    reject = Reject("extract", "out_of_bounds", "anything", "17", "900 teams are too many", "900 teams " * 60)
    monkeypatch.setattr(reading, "extract", lambda *_: Extraction(numbers_read=1, rejects=(reject,)))
    outcome = go(folder, tmp_path / "out")
    assert outcome.accounts["numbers_rejected"] == 2
    told = rows(tmp_path / "out", "rejects")
    assert sorted(row["doc"] for row in told) == ["north.txt", "sub/south.txt"]
    assert {len(row["text"]) for row in told} == {300}


def test_a_row_that_breaks_a_rule_goes_to_rejects_and_the_run_goes_on(folder, tmp_path, go, put, rows):
    put(folder / "odd.txt", "The agency has 99999 teams.")
    outcome = go(folder, tmp_path / "out")
    assert outcome.new
    assert sorted(row["value"] for row in rows(tmp_path / "out", "mentions")) == [7, 9, 12]
    (reject,) = rows(tmp_path / "out", "rejects")
    assert (reject["table"], reject["doc"]) == ("mentions", "odd.txt")
    assert reject["rule"]


def test_no_observation_is_built_from_a_refused_mention(folder, tmp_path, go, put, rows):
    put(folder / "odd.txt", "The agency has 99999 teams.")
    go(folder, tmp_path / "out")
    assert 99999 not in {row["value"] for row in rows(tmp_path / "out", "observations")}


def test_a_source_that_collapses_refuses_the_release_and_leaves_the_last(folder, tmp_path, go, put, monkeypatch):
    for number in range(25):
        put(folder / f"more {number}.txt", f"Office {number} has {number + 1} teams.")
    go(folder, tmp_path / "out")
    before = digests(tmp_path / "out" / "latest")
    put(folder / "east.txt", "The east has 4 teams.")
    monkeypatch.setattr(reading, "extract", lambda *_: Extraction())
    monkeypatch.setattr(codelists, "extraction_digest", lambda: "another")
    monkeypatch.setattr("flows.stages.extraction_digest", lambda: "another")
    with pytest.raises(ReleaseRefusedError, match="mentions"):
        go(folder, tmp_path / "out")
    assert digests(tmp_path / "out" / "latest") == before
    assert "folder has 0 mentions" in (tmp_path / "out" / "state" / "validation.html").read_text(encoding="utf-8")
    status = json.loads((tmp_path / "out" / "state" / "status.json").read_text(encoding="utf-8"))
    assert (status["outcome"], status["exit_code"]) == ("failed", 3)


def test_the_state_can_be_lost_and_the_release_is_the_same(folder, tmp_path, go):
    go(folder, tmp_path / "out")
    before = digests(tmp_path / "out" / "latest")
    layout = Layout(tmp_path / "out")
    layout.cache.unlink()
    shutil.rmtree(layout.texts)
    shutil.rmtree(layout.work)
    (layout.state / "published.json").unlink()
    again = go(folder, tmp_path / "out")
    assert (again.new, again.texts_read) == (False, 2)
    assert digests(tmp_path / "out" / "latest") == before


def test_a_lost_text_is_read_again(folder, tmp_path, go, put):
    go(folder, tmp_path / "out")
    shutil.rmtree(Layout(tmp_path / "out").texts)
    put(folder / "east.txt", "The east has 4 teams.")
    assert go(folder, tmp_path / "out").texts_read == 3


def test_status_and_log_tell_what_the_run_did(folder, tmp_path, go):
    go(folder, tmp_path / "out")
    status = json.loads((tmp_path / "out" / "state" / "status.json").read_text(encoding="utf-8"))
    assert (status["outcome"], status["release"], status["as_of"]) == ("published", "2024-06-03.1", "2024-06-03")
    assert status["accounts"]["documents_in"] == 2
    log = (tmp_path / "out" / status["log"]).read_text(encoding="utf-8").splitlines()
    assert any("2 documents, 2 new" in json.loads(line)["message"] for line in log)


def test_no_clock_and_no_path_gets_into_a_release(folder, tmp_path, go):
    go(folder, tmp_path / "out")
    for path in (tmp_path / "out" / "latest").iterdir():
        data = path.read_bytes()
        assert str(tmp_path).encode() not in data, path.name
        assert b"2024-06-03T01:00" not in data, path.name
