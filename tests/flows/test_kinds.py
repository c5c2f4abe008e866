"""Kinds of source: their keys, and that each has all that it needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from expectations import codes
from flows.errors import WrongUseError
from flows.intake import Moment, Pulled
from flows.job import Job, load_job, save_job
from flows.kinds import EVERY_SOURCE, KINDS, Key, Kind
from flows.layout import Layout
from flows.pull import PULLERS
from flows.sources import parse_sources, statistics_source
from flows.store import RawStore

FILE = Path("raw/sources.toml")
BASE = """
[sources.figures]
kind = "{kind}"
title = "Figures"
licence = "OGL-UK-3.0"
enabled = true
sample = false
"""


def parse(text: str, kind: str = "statistics"):
    (source,) = parse_sources((BASE.format(kind=kind) + text).encode("utf-8"), FILE, set())
    return source


def test_every_kind_has_a_puller_and_a_code():
    assert set(KINDS) == set(PULLERS) == set(codes.SOURCE_KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_repeats_a_key_that_every_source_has(kind):
    assert not set(KINDS[kind].keys) & set(EVERY_SOURCE)


def test_a_source_of_statistics_has_a_folder_and_feeds_no_documents():
    source = parse('path = "figures"')
    assert (source.path, source.location, source.settings) == (Path("raw/figures"), "figures", {})
    assert not source.feeds_documents
    assert parse('path = "figures"', "folder").feeds_documents


@pytest.fixture
def crawl(monkeypatch):
    """A kind without a folder, with keys of every type."""
    keys = {
        "url": Key(str, form=r"https?://\S+"),
        "seconds": Key(float, least=0.5, most=60.0),
        "most": Key(int, required=False, least=1),
        "deep": Key(bool, required=False),
    }
    monkeypatch.setattr("flows.sources.KINDS", {**KINDS, "crawl": Kind("documents", keys)})


def test_keys_of_a_kind_are_settings(crawl):
    source = parse('url = "https://example.org/"\nseconds = 2.5\ndeep = true', "crawl")
    assert (source.path, source.location) == (None, "https://example.org/")
    assert source.settings == {"url": "https://example.org/", "seconds": 2.5, "deep": True}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("seconds = 2.5", "url is missing; add it (a text in quotes)"),
        ('url = "ftp://example.org"\nseconds = 2.5', "does not match"),
        ('url = "https://example.org"\nseconds = 0.1', "seconds: 0.1 is below 0.5"),
        ('url = "https://example.org"\nseconds = 90.0', "seconds: 90.0 is above 60"),
        ('url = "https://example.org"\nseconds = 2', "2 is not a number with a decimal point"),
        ('url = "https://example.org"\nseconds = 2.5\nmost = true', "True is not a whole number"),
        ('url = "https://example.org"\nseconds = 2.5\npath = "here"', "unknown key path; known of kind crawl are"),
    ],
)
def test_a_bad_key_is_named(crawl, text, told):
    with pytest.raises(WrongUseError) as caught:
        parse(text, "crawl")
    assert told in str(caught.value)


def test_a_source_is_the_same_after_a_stage_in_another_process(crawl, tmp_path):
    crawled = parse('url = "https://example.org/"\nseconds = 2.5\nmost = 3', "crawl")
    moment = Moment(date(2024, 6, 3), datetime(2024, 6, 3, 1, tzinfo=UTC))
    figures = replace(parse('path = "figures"'), path=tmp_path / "figures")
    job = Job(Layout(tmp_path / "out"), (crawled, figures), RawStore(tmp_path / "store"), moment)
    save_job(job, [Pulled("figures", seen=2, ignored=["notes.txt"])])
    loaded, pulled = load_job(tmp_path / "out")
    assert loaded.sources == job.sources
    assert pulled == [Pulled("figures", seen=2, ignored=["notes.txt"])]


@pytest.mark.parametrize("text", ["", "path = 3"])
def test_a_source_of_statistics_needs_its_folder(text):
    with pytest.raises(WrongUseError, match="path"):
        parse(text)


def test_a_kind_must_be_given():
    with pytest.raises(WrongUseError, match="kind is missing"):
        parse_sources(b"[sources.a]\ntitle = 'A'", FILE, set())


def test_nothing_of_the_folders_path_is_in_a_source_of_the_command_line(tmp_path):
    source = statistics_source(tmp_path)
    assert (source.id, source.kind, source.location) == ("statistics", "statistics", None)
    assert str(tmp_path) not in source.title
    with pytest.raises(WrongUseError, match="--statistics"):
        statistics_source(tmp_path / "nothing")
