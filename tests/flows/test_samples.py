"""Declared sources, samples among them, and the invented authority that only they may name."""

from __future__ import annotations

import duckdb
import pytest

from flows.codelists import load_codelists
from flows.errors import WrongUseError
from flows.job import make_job

from .conftest import DAY, NOW, run_job, write, write_meta

INVENTED = load_codelists().sample_authorities[0].gss_code
SOURCE = """
[sources.{name}]
kind = "folder"
title = "{name}"
path = "{name}"
licence = "CC0-1.0"
enabled = true
sample = {sample}
"""


@pytest.fixture
def declare(tmp_path, monkeypatch, quick):
    """Declare sources in a project folder of the test's own, with one document each, and run."""

    def run(**samples: str):
        monkeypatch.chdir(tmp_path)
        text = "".join(SOURCE.format(name=name, sample=sample) for name, sample in samples.items())
        write(tmp_path / "raw" / "sources.toml", text)
        return run_job(make_job(None, tmp_path / "output", DAY, NOW))

    write(tmp_path / "raw" / "real" / "a.txt", "The county has 12 teams.")
    write_meta(tmp_path / "raw" / "real" / "a.meta.json", authority="E10000024", published_on="2024-05-01")
    write(tmp_path / "raw" / "made-up" / "b.txt", "This county has 5 teams.")
    write_meta(tmp_path / "raw" / "made-up" / "b.meta.json", authority=INVENTED, published_on="2024-05-01")
    return run


def test_a_release_of_samples_alone_says_so_in_its_name_and_shows_them(declare, tmp_path):
    outcome = declare(**{"made-up": "true"})
    assert outcome.folder.name == "2024-06-03.1-sample"
    with duckdb.connect(str(outcome.folder / "turnaround.duckdb"), read_only=True) as connection:
        assert connection.sql("SELECT value FROM latest").fetchall() == [(5.0,)]
        (comment,) = connection.execute("SELECT comment FROM duckdb_views() WHERE view_name = 'latest'").fetchone()
    assert "SAMPLES" in comment
    assert (tmp_path / "raw" / "store" / "journal.jsonl").is_file()


def test_views_leave_samples_out_where_there_is_anything_else(declare, rows, tmp_path):
    outcome = declare(**{"made-up": "true", "real": "false"})
    assert outcome.folder.name == "2024-06-03.1"
    assert sorted((row["value"], row["sample"]) for row in rows(tmp_path / "output", "mentions")) == [
        (5.0, True), (12.0, False),
    ]  # fmt: skip
    with duckdb.connect(str(outcome.folder / "turnaround.duckdb"), read_only=True) as connection:
        assert connection.sql("SELECT value FROM latest").fetchall() == [(12.0,)]


def test_no_release_of_real_sources_holds_the_invented_authority(declare, rows, tmp_path):
    declare(real="false")
    assert INVENTED not in {row["gss_code"] for row in rows(tmp_path / "output", "authorities")}


def test_a_real_document_about_the_invented_authority_is_refused(declare, rows, tmp_path):
    write_meta(tmp_path / "raw" / "real" / "a.meta.json", authority=INVENTED)
    declare(real="false")
    (reject,) = rows(tmp_path / "output", "rejects")
    assert (reject["doc"], reject["place"]) == ("a.txt", "authority")


def test_one_source_after_another_is_the_same_as_both_at_once(declare, rows, tmp_path):
    declare(real="false")
    again = declare(**{"made-up": "true", "real": "false"})
    assert (again.texts_read, len(rows(tmp_path / "output", "articles"))) == (1, 2)


def test_a_declared_source_without_its_folder_stops_the_run(declare, tmp_path):
    with pytest.raises(WrongUseError, match=r"source gone: .*no such folder"):
        declare(gone="false")


def test_without_sources_and_folder_a_run_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WrongUseError, match="name a folder with --folder"):
        make_job(None, tmp_path / "output", DAY, NOW)
