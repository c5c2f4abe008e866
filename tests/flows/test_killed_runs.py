"""A run that is killed leaves the last release whole, and the next run completes it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

TOLD = Path(__file__).with_name("killed_runs.py")


@pytest.fixture(scope="module")
def runs(tmp_path_factory) -> list[dict[str, object]]:
    folder = tmp_path_factory.mktemp("killed")
    done = subprocess.run([sys.executable, str(TOLD), str(folder)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def test_runs_were_killed_at_a_dozen_moments_and_more(runs):
    assert len(runs) >= 12
    assert [run["moment"] for run in runs if not run["killed"]] == []


def test_the_release_that_was_there_is_whole_after_every_kill(runs):
    assert [run["moment"] for run in runs if not run["whole"]] == []
    assert {run["release after"] for run in runs} == {"first", "second"}


def test_the_next_run_completes_and_gives_what_an_unkilled_run_gives(runs):
    assert [(run["moment"], run["next run"]) for run in runs if run["next run"] != 0] == []
    assert [run["moment"] for run in runs if not run["same"]] == []


def test_no_kill_makes_a_release_twice_or_leaves_half_files(runs):
    assert {tuple(run["releases"]) for run in runs} == {("2024-06-03.1", "2024-06-03.2")}
    assert [run["parts"] for run in runs if run["parts"]] == []
