"""Strict reading of sources.toml."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.codelists import load_codelists
from flows.errors import WrongUseError
from flows.sources import folder_source, parse_sources, read_sources

FILE = Path("raw/sources.toml")
GOOD = """
[sources.press]
kind = "folder"
title = "Press cuttings"
path = "press"
licence = "all rights reserved"
enabled = true
sample = false
"""


def parse(text: str):
    return parse_sources(text.encode("utf-8"), FILE, {"E10000024"})


def test_a_source_is_read_with_its_path_from_the_files_folder():
    (source,) = parse(GOOD + 'authority = "E10000024"\n')
    assert (source.id, source.kind, source.path) == ("press", "folder", Path("raw/press"))
    assert (source.location, source.authority, source.enabled, source.sample) == ("press", "E10000024", True, False)


def test_sources_come_in_the_order_of_their_names():
    assert [source.id for source in parse(GOOD + GOOD.replace("press", "annals"))] == ["annals", "press"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nonsense = = 1", "not TOML"),
        ("", "declares no source"),
        ("sources = 3", "declares no source"),
        ("[sources]\npress = 3", "sources.press"),
        (GOOD + "licences = 1\n", "unknown key licences"),
        (GOOD + "\n[others]\n", "unknown key others"),
        (GOOD.replace('title = "Press cuttings"', ""), "title is missing"),
        (GOOD.replace("enabled = true", ""), "enabled is missing"),
        (GOOD.replace("enabled = true", 'enabled = "yes"'), "enabled: 'yes' is not true or false"),
        (GOOD.replace("enabled = true", "enabled = 1"), "enabled: 1 is not true or false"),
        (GOOD.replace('"press"', "7"), "path: 7 is not a text"),
        (GOOD.replace('"press"', '""'), "path: '' is not a text"),
        (GOOD.replace('"folder"', '"carrier pigeon"'), "kind: 'carrier pigeon' is none of folder"),
        (GOOD + 'authority = "E99999999"\n', "authority: 'E99999999' is no known GSS code"),
        (GOOD.replace("sources.press", "sources.Press"), "rename it"),
        (GOOD.replace("sources.press", "sources.folder"), "rename it"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_key(text, told):
    with pytest.raises(WrongUseError) as caught:
        parse(text)
    assert told in str(caught.value)
    assert str(FILE) in str(caught.value)


def test_bytes_that_are_no_text_are_told():
    with pytest.raises(WrongUseError, match="not TOML"):
        parse_sources(b"\xff\xfe", FILE, set())


def test_a_missing_file_says_what_to_do(tmp_path):
    with pytest.raises(WrongUseError, match="--folder"):
        read_sources(tmp_path / "sources.toml", set())


def test_a_missing_folder_says_what_to_do(tmp_path):
    with pytest.raises(WrongUseError, match="no such folder"):
        folder_source(tmp_path / "nothing")


def test_nothing_of_the_folders_path_is_in_its_source(tmp_path):
    source = folder_source(tmp_path)
    assert (source.id, source.location) == ("folder", None)
    assert str(tmp_path) not in source.title


def test_the_sources_of_the_project_are_well_declared():
    root = Path(__file__).resolve().parents[2]
    sources = read_sources(root / "raw" / "sources.toml", load_codelists().by_gss)
    assert [source.id for source in sources if source.sample] == ["sample-statistics", "samples"]
    assert all(source.path.is_dir() for source in sources if source.path is not None)
