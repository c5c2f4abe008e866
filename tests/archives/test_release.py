"""From an archive to a release: what is no article is counted, by source and reason, and makes no rows."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from flows.intake import Moment
from flows.job import Job
from flows.layout import Layout
from flows.run import Outcome, Plain, run, run_and_tell
from flows.status import read_status
from flows.store import RawStore
from tests.archives.conftest import archive_source
from tests.archives.warcs import about, answer, gz, other, record

SCOTTISH = (
    "<html><head><title>Fife</title></head><body><article><h1>Fife praised</h1><p>Inspectors of the Care Inspectorate "
    "praised Fife for its work with looked-after children, of whom there were 870 in March this year.</p><p>The "
    "Scottish Government wants every child in care in Scotland to have one lead worker, and more foster carers.</p>"
    "</article></body></html>"
)


@pytest.fixture
def go(tmp_path):
    def once(path: Path, relevance: bool = True) -> Outcome:
        moment = Moment(date(2026, 1, 31), datetime(2026, 1, 31, 1, tzinfo=UTC))
        job = Job(Layout(tmp_path / "output"), (archive_source(path, relevance),), RawStore(tmp_path / "store"), moment)
        outcome, _ = run_and_tell(job, lambda: run(job, Plain()))
        return outcome

    return once


@pytest.fixture
def crawl(tmp_path):
    path = tmp_path / "a.warc.gz"
    scottish = record(answer(SCOTTISH.encode()), 2)
    later = about(1, date="2022-01-01T00:00:00Z").replace(b"401", b"387")
    path.write_bytes(gz(later, about(1), scottish, other(3), record(b"GET", 4, kind="request")))
    return path


def test_what_is_no_article_is_counted_and_makes_no_rows(go, crawl, tmp_path):
    outcome = go(crawl)
    assert (outcome.accounts["documents_in"], outcome.accounts["articles"], outcome.accounts["irrelevant"]) == (3, 2, 1)
    assert outcome.passed_over == {"crawl": {"no_phrase": 1, "other_record": 1, "scotland": 1}}
    manifest = json.loads((outcome.folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["passed_over"] == outcome.passed_over
    assert read_status(Layout(tmp_path / "output"))["passed_over"] == outcome.passed_over
    assert pq.read_table(outcome.folder / "rejects.parquet").num_rows == 0


def test_versions_go_by_the_moment_of_their_capture(go, crawl):
    rows = pq.read_table(go(crawl).folder / "articles.parquet").to_pylist()
    assert {row["retrieved_at"].year: row["newest"] for row in rows} == {2021: False, 2022: True}


def test_the_next_run_has_nothing_new(go, crawl):
    first = go(crawl)
    second = go(crawl)
    assert (first.new, second.new, second.passed_over) == (True, False, first.passed_over)


def test_a_source_that_is_not_general_keeps_all_its_articles(go, crawl):
    outcome = go(crawl, relevance=False)
    assert (outcome.accounts["irrelevant"], outcome.accounts["documents_in"]) == (0, 4)
