"""The sources that the project declares, and how files of declarations come together."""

from __future__ import annotations

import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from flows.codelists import for_real_sources, load_codelists
from flows.errors import WrongUseError
from flows.feeds.declared import LISTS, declared
from flows.sources import parse_sources, read_sources

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "raw" / "sources.toml"


@pytest.fixture(scope="module")
def sources():
    return read_sources(FILE, for_real_sources(load_codelists()).by_gss)


def test_forty_councils_and_more_are_declared_each_with_its_authority(sources):
    councils = [source for source in sources if source.id.startswith("council-")]
    assert len({source.authority for source in councils}) == len(councils) >= 40
    known = load_codelists().by_gss
    assert all(known[source.authority].childrens_services for source in councils)
    assert all(source.title.removesuffix(": news") == source.settings["publisher"] for source in councils)


def test_the_trade_press_the_bbc_and_govuk_are_declared(sources):
    hosts = {urlsplit(source.location).hostname for source in sources if source.kind in LISTS}
    assert {"www.communitycare.co.uk", "www.cypnow.co.uk", "feeds.bbci.co.uk", "www.gov.uk"} <= hosts
    assert {"govuk-ofsted", "govuk-department-for-education"} <= {source.id for source in sources}


def test_none_that_fetches_is_enabled_and_each_says_what_is_needed(sources):
    for source in sources:
        if source.kind not in LISTS:
            continue
        assert not source.enabled
        assert source.licence
        assert source.location.startswith("https://")
        assert source.settings["cadence"] in {"daily", "weekly", "monthly"}
        assert source.settings["documents_per_month"] > 0
        assert source.settings["seconds_between_requests"] >= 3
        assert "contact" not in source.settings
        rules = declared(source)
        assert rules.takes_host(urlsplit(source.location).hostname) or "hosts" in source.settings


def test_no_address_is_declared_twice(sources):
    urls = [source.location for source in sources if source.kind in LISTS]
    assert len(set(urls)) == len(urls)


@pytest.mark.parametrize("path", sorted((ROOT / "raw" / "sources").glob("*.toml")), ids=lambda path: path.name)
def test_each_file_says_that_its_entries_are_unproven(path):
    text = path.read_text("utf-8")
    assert "# UNPROVEN, every one" in text
    assert tomllib.loads(text)["defaults"]["enabled"] is False


GOOD = """
[defaults]
licence = "OGL-UK-3.0"
enabled = false
sample = false
cadence = "weekly"

[sources.a]
kind = "folder"
title = "A"
path = "a"

[sources.b]
kind = "folder"
title = "B"
path = "b"
enabled = true
"""


def parse(text: str):
    return parse_sources(text.encode(), Path("raw/sources.toml"), set())


def test_defaults_hold_where_a_source_says_nothing_and_its_kind_has_the_key():
    first, second = parse(GOOD.replace('cadence = "weekly"\n', ""))
    assert (first.licence, first.enabled, second.enabled) == ("OGL-UK-3.0", False, True)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GOOD, "no source here has a key cadence"),
        ("defaults = 3\n" + GOOD.partition("[sources.a]")[2].join(["[sources.a]", ""]), "declare them as a table"),
        (GOOD.replace('cadence = "weekly"', "samples = true"), "no source here has a key samples"),
        (GOOD.replace('cadence = "weekly"', "authority = 3"), "authority: 3 is not a text"),
    ],
)
def test_wrong_defaults_are_told(text, told):
    with pytest.raises(WrongUseError, match=told):
        parse(text)


def test_files_beside_are_read_and_a_name_is_declared_once(tmp_path):
    text = GOOD.replace('cadence = "weekly"\n', "")
    (tmp_path / "sources.toml").write_text(text)
    (tmp_path / "sources").mkdir()
    other = tmp_path / "sources" / "more.toml"
    other.write_text(text.replace("sources.a", "sources.d").replace("sources.b", "sources.c"))
    found = read_sources(tmp_path / "sources.toml", set())
    assert [source.id for source in found] == ["a", "b", "c", "d"]
    assert {source.id: source.path for source in found}["c"] == tmp_path / "sources" / "b"
    other.write_text(text.replace("sources.b", "sources.e"))
    with pytest.raises(WrongUseError, match=r"more.toml, sources.a: this name is in another file too"):
        read_sources(tmp_path / "sources.toml", set())
