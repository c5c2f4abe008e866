"""The README's query, run on a release of the samples: it must print what the README shows."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from flows.job import make_job
from flows.run import Outcome

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    """The first fenced block of a language."""
    found = re.search(rf"```{language}\n(.*?)```", README, re.DOTALL)
    if found is None:
        pytest.fail(f"README.md has no block of {language}")
    return found[1]


def test_the_query_prints_what_the_readme_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run_a_job: Callable[..., Outcome]
) -> None:
    shutil.copytree(ROOT / "raw", tmp_path / "raw", ignore=shutil.ignore_patterns("store"))
    monkeypatch.chdir(tmp_path)
    run_a_job(make_job(None, tmp_path / "output", date(2026, 11, 21), datetime(2026, 11, 21, 2, tzinfo=UTC)))
    command = [sys.executable, "-c", block("python")]
    answer = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60)
    assert answer.stdout.rstrip() == block("text").rstrip()


def test_every_command_that_the_readme_names_is_there() -> None:
    named = set(re.findall(r"turnaround ([a-z]+)", README)) | {"build", "validate", "publish"}
    command = [sys.executable, "-m", "flows.cli", "--help"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60).stdout
    assert sorted(name for name in named if not re.search(rf"^\s+{name}\b", told, re.MULTILINE)) == []
