"""``turnaround sources`` and ``turnaround sources check``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from flows.cli import main
from flows.feeds import together

ROOT = Path(__file__).resolve().parents[2]
DECLARED = """
[sources.docs]
kind = "folder"
title = "Documents"
path = "docs"
licence = "CC0-1.0"
enabled = true
sample = false

[sources.press]
kind = "feed"
title = "Press"
url = "{url}"
licence = "OGL-UK-3.0"
enabled = false
sample = false
cadence = "daily"
documents_per_month = 10
documents_per_run = 5
requests_per_run = 10
seconds_between_requests = 1.0
"""


@pytest.fixture
def project(tmp_path, monkeypatch, web):
    """A project that declares a folder and a feed."""
    (tmp_path / "raw" / "docs").mkdir(parents=True)
    (tmp_path / "raw" / "docs" / "a.txt").write_text("The council has 12 teams.")
    link = web.put("/a", "<!DOCTYPE html><article><h1>News</h1><p>" + "The council has 12 teams of workers. " * 12)
    url = web.feed("/feed", f"<title>News</title><link>{link}</link><pubDate>Fri, 30 Jan 2026 09:00:00 GMT</pubDate>")
    (tmp_path / "raw" / "sources.toml").write_text(DECLARED.format(url=url))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def reach(monkeypatch, new_sessions):
    """Let the command reach the server of the test."""
    monkeypatch.setattr(together, "sessions", new_sessions)


def run(*arguments: str):
    return CliRunner().invoke(main, ["sources", *arguments])


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def test_the_declared_sources_are_listed(project):
    answer = run()
    assert answer.exit_code == 0
    head, docs, press = answer.stdout.splitlines()
    assert head.split()[:4] == ["source", "kind", "enabled", "cadence"]
    assert docs.split() == ["docs", "folder", "yes", "CC0-1.0"]
    assert press.split() == ["press", "feed", "no", "daily", "10", "OGL-UK-3.0"]
    assert "2 sources are declared, 1 of them enabled" in answer.stderr


def test_the_list_as_json_lines(project):
    records = [json.loads(line) for line in run("--format", "jsonl").stdout.splitlines()]
    assert [(record["source"], record["enabled"], record["cadence"]) for record in records] == [
        ("docs", True, None), ("press", False, "daily"),
    ]  # fmt: skip


def test_a_check_says_what_is_there_and_stores_nothing(project, reach, web):
    before = files(project)
    answer = run("check", "--contact", "desk@turnaround.example")
    assert answer.exit_code == 0, answer.output
    assert "as declared" in answer.stdout
    assert "2026-01-30  News" in answer.stdout
    assert "newest page:" in answer.stdout
    assert files(project) == before
    assert web.paths() == ["/feed", "/a"]


def test_a_check_of_one_as_json(project, reach):
    answer = run("check", "press", "--contact", "https://turnaround.example/about", "--format", "jsonl")
    (record,) = [json.loads(line) for line in answer.stdout.splitlines()]
    assert (record["source"], record["fault"], record["form"], record["listed"]) == ("press", None, "RSS 2.0", 1)
    assert record["newest"][0]["title"] == "News"


def test_a_fault_ends_in_1_and_is_told(project, reach, web):
    web.pages.clear()
    answer = run("check", "--contact", "desk@turnaround.example")
    assert answer.exit_code == 1
    assert "fault: not_found" in answer.stdout
    assert "1 of 2 sources cannot be pulled as declared" in answer.stderr


def test_a_source_without_contact_is_a_fault_that_says_so(project, reach, web):
    answer = run("check", "press")
    assert answer.exit_code == 1
    assert "contact is missing" in answer.stdout
    assert web.asked == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("check", "nobody"), "nobody: no source of this name"),
        (("check", "--contact", "not an address"), "does not match"),
        (("--format", "xml"), "xml"),
    ],
)
def test_wrong_use_ends_in_2(project, arguments, told):
    answer = run(*arguments)
    assert answer.exit_code == 2
    assert told in answer.stderr


def test_wrong_declarations_end_in_2(project):
    (project / "raw" / "sources.toml").write_text(DECLARED.format(url="nonsense"))
    assert run().exit_code == 2


def test_the_sources_of_the_project_are_listed(tmp_path, monkeypatch):
    (tmp_path / "raw").mkdir()
    shutil.copy(ROOT / "raw" / "sources.toml", tmp_path / "raw")
    shutil.copytree(ROOT / "raw" / "sources", tmp_path / "raw" / "sources")
    monkeypatch.chdir(tmp_path)
    records = [json.loads(line) for line in run("--format", "jsonl").stdout.splitlines()]
    assert [record["source"] for record in records if record["enabled"]] == ["sample-statistics", "samples"]
