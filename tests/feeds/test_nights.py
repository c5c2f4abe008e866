"""From a site to a release, night after night: a page that was corrected, one that was dated anew, one that went."""

from __future__ import annotations

import functools
import json
import re
from datetime import timedelta
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from fastwarc.warc import ArchiveIterator

from flows import duckdb_file, publish, stages
from flows import pull as pulling
from flows.codelists import for_real_sources, load_codelists
from flows.feeds.together import pull_lists
from flows.intake import Moment
from flows.job import Job
from flows.layout import Layout
from flows.records import FACTS, record_row
from flows.run import Outcome, Plain, run, run_and_tell
from flows.status import read_status
from flows.status_commands import status as show_status
from flows.store import RawStore
from tests.feeds.conftest import DAY
from transforms.extraction import extract
from transforms.model import DocumentFacts
from transforms.reading import read_document

DOCS = (Path(__file__).resolve().parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")
FILL = "<p>Councillors heard that families had noticed the difference, and thanked staff for their work in winter.</p>"


def page(title: str, updated: str, *sentences: str) -> str:
    told = FILL + "".join(f"<p>{sentence}</p>{FILL}" for sentence in sentences)
    return (
        f'<!DOCTYPE html><html><head><title>{title}</title><meta property="og:title" content="{title}"></head><body>'
        f"<article><h1>{title}</h1><p>Updated {updated}</p>{told}</article></body></html>"
    )


def caseload(cases: int) -> str:
    return f"Social workers in Hartlepool held an average of {cases} cases each at 30 September 2025, the council said."


def item(url: str, hour: int) -> str:
    return f"<title>News</title><link>{url}</link><pubDate>Fri, 30 Jan 2026 {hour:02}:00:00 GMT</pubDate>"


@pytest.fixture
def night(tmp_path, web, new_sessions, declare, monkeypatch):
    """Return a run of the whole pipeline on a night, with the gate in SQL."""
    monkeypatch.setattr("os.fsync", lambda descriptor: None)
    monkeypatch.setattr(pulling, "pull_lists", functools.partial(pull_lists, make_session=new_sessions()))
    context = functools.partial(stages.ValidationContext, rows_for_great_expectations=-1)
    monkeypatch.setattr(stages, "ValidationContext", context)
    monkeypatch.setattr(publish, "write_in_own_process", duckdb_file.write)
    monkeypatch.chdir(tmp_path)
    source = declare("feed", "courier", url=web.url("/feed"), publisher="Courier", doc_type="news")

    def _night(number: int) -> Outcome:
        at = DAY + timedelta(days=number)
        job = Job(Layout(Path("output")), (source,), RawStore(Path("raw/store")), Moment(at.date(), at))
        return run_and_tell(job, lambda: run(job, Plain()))[0]

    return _night


@pytest.fixture
def two_nights(web, night):
    """A caseload that is corrected, a page that only tells another time of its update, and one that goes."""
    links = [web.url(f"/{name}") for name in "abc"]
    in_care = "Darlington had 260 children in care at 31 March 2025, the council said."
    web.put("/a", page("Caseloads fall", "09:15", caseload(27)))
    web.put("/b", page("Fewer children in care", "09:15", in_care))
    web.put("/c", page("Middlesbrough gives figures", "09:15", "Middlesbrough had 480 children in care in May 2025."))
    web.feed("/feed", *(item(link, 9) for link in links))
    first = night(0)
    agency = "Agency staff filled 12 per cent of social work posts in Hartlepool at 30 September 2025."
    web.put("/a", page("Caseloads fall", "10:15", caseload(17), agency))
    web.put("/b", page("Fewer children in care", "10:15", in_care))
    del web.pages["news.test", "/c"]
    web.feed("/feed", *(item(link, 10) for link in links))
    return first, night(1)


def test_a_correction_at_the_source_shows_and_an_update_or_an_end_is_none(two_nights, web):
    first, second = two_nights
    assert (second.pulled[0].changed, second.pulled[0].gone) == (2, 1)
    # the page of the other hour is another version, yet it says nothing else
    assert pq.read_table(second.folder / "articles.parquet").num_rows == 5
    with duckdb.connect("output/latest/turnaround.duckdb", read_only=True) as release:
        query = "SELECT what, metric, authority_name, old_value, new_value, url, publisher FROM corrections"
        found = sorted(release.execute(query).fetchall())
    assert found == [
        ("added", "agency_worker_rate", "Hartlepool", None, 12.0, web.url("/a"), "Courier"),
        ("changed", "caseload_per_social_worker", "Hartlepool", 27.0, 17.0, web.url("/a"), "Courier"),
    ]
    with duckdb.connect(str(first.folder / "turnaround.duckdb"), read_only=True) as release:
        assert release.execute("FROM corrections").fetchall() == []
    the_queries_of_the_docs_run_on_release_and_store(web)
    the_archive_gives_the_same_mentions(web)
    the_view_runs_on_the_parquet_files_alone()


def the_queries_of_the_docs_run_on_release_and_store(web):
    queries = re.findall(r"```sql\n(.*?)```", DOCS, re.DOTALL)
    with duckdb.connect("output/latest/turnaround.duckdb", read_only=True) as release:
        index, corrections = [release.execute(query).fetchall() for query in queries]
    assert [row[1] for row in index] == [web.url(f"/{name}") for name in "aabbc"]
    assert [(row[0], row[3], row[4]) for row in corrections] == [("changed", 27.0, 17.0)]


def the_archive_gives_the_same_mentions(web):
    """From the index to the record, by other means than ours, to text and numbers as the release has them."""
    query = "SELECT file, \"offset\", doc, raw_sha256 FROM 'raw/store/warc/index.parquet' WHERE url = ?"
    records = duckdb.execute(query, [web.url("/a")]).fetchall()
    assert len(records) == 2
    for file, offset, doc, digest in records:
        with Path("raw/store", file).open("rb") as handle:
            handle.seek(offset)
            data = next(ArchiveIterator(handle, parse_http=True, verify_digests=True)).reader.read()
        read = read_document(data, doc)
        articles = pq.read_table("output/latest/articles.parquet").to_pylist()
        (article,) = [row for row in articles if row["raw_sha256"] == digest]
        facts = DocumentFacts(**{name: article[name] for name in FACTS})
        found = extract(read.text, facts, for_real_sources(load_codelists()), read.page_starts)
        expected = [
            row
            for row in pq.read_table("output/latest/mentions.parquet").to_pylist()
            if row["article_id"] == article["article_id"]
        ]
        given = {"mention_id", "article_id", "sample"}
        assert [record_row(mention) for mention in found.mentions] == [
            {name: value for name, value in row.items() if name not in given}
            for row in sorted(expected, key=lambda row: row["char_start"])
        ]


def the_view_runs_on_the_parquet_files_alone():
    with duckdb.connect("output/latest/turnaround.duckdb", read_only=True) as release:
        (sql,) = release.execute("SELECT sql FROM duckdb_views() WHERE view_name = 'corrections'").fetchone()
        expected = release.execute("FROM corrections").fetchall()
    with duckdb.connect() as other:
        for table in ("articles", "mentions", "authorities", "metrics"):
            other.execute(f"CREATE VIEW {table} AS FROM 'output/latest/{table}.parquet'")
        other.execute(sql)
        assert other.execute("FROM corrections").fetchall() == expected


def test_what_a_release_has_otherwise_is_told_by_the_run_and_is_no_part_of_it(two_nights, night):
    first, second = two_nights
    assert first.since is None
    assert second.since.release == first.folder.name
    told = {name: (one.added, one.removed, one.changed) for name, one in second.since.tables.items()}
    assert (told["articles"], told["mentions"]) == ((2, 0, 3), (3, 0, 0))
    assert "authorities" not in told
    status = read_status(Layout(Path("output")))
    assert status["since"]["tables"]["articles"] == {"added": 2, "removed": 0, "changed": 3}
    told = CliRunner().invoke(show_status).output
    assert f"new since   {first.folder.name}  articles: 2 added, 3 changed" in told
    log = Path("output", status["log"]).read_text(encoding="utf-8")
    assert f"since {first.folder.name}: articles: 2 rows added, 0 removed, 3 changed" in log
    written = {path.name: path.read_bytes() for path in second.folder.iterdir()}
    assert not any(first.folder.name.encode() in data for data in written.values())
    assert (
        json.loads(written["manifest.json"]).keys() == json.loads((first.folder / "manifest.json").read_bytes()).keys()
    )

    # a night with nothing new changes neither archive nor release
    store = Path("raw/store")
    before = {path: path.read_bytes() for path in store.rglob("*") if path.is_file() and "sqlite" not in path.name}
    assert not night(2).new
    after = {path: path.read_bytes() for path in store.rglob("*") if path.is_file() and "sqlite" not in path.name}
    assert after == before
