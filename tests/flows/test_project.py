"""What a fresh machine needs: pins, targets, and the one command that checks all."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]


def pins() -> dict[str, str]:
    lines = (ROOT / ".ci" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in pinned}


def requirements() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    return [Requirement(text) for group in groups for text in group]


def test_every_requirement_is_pinned_within_its_range():
    known = pins()
    for requirement in requirements():
        version = known[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version, prereleases=True), requirement


def test_what_they_require_in_turn_is_pinned_too():
    from importlib import metadata

    known, missing = pins(), set()
    for name in known:
        try:
            needs = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue
        for text in needs:
            requirement = Requirement(text)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                missing |= {canonicalize_name(requirement.name)} - known.keys()
    assert missing <= {"pip", "setuptools", "wheel"}


def test_constraints_name_no_address():
    assert re.search(r"://|@", (ROOT / ".ci" / "constraints.txt").read_text(encoding="utf-8")) is None


def test_make_lists_its_targets():
    told = subprocess.run(["make", "-C", str(ROOT), "help"], capture_output=True, text=True, check=True).stdout
    assert {"env", "run", "test", "check", "bench"} <= {line.split("\t")[0] for line in told.splitlines()}


def test_one_command_checks_all():
    file = ROOT / ".ci" / "run"
    assert os.access(file, os.X_OK)
    assert "make check" in file.read_text(encoding="utf-8")


def test_no_pattern_repeats_a_group_possessively():
    """Python before 3.11.5, which Debian ships, loses matches of such groups; repeated characters are fine."""
    group = re.compile(r"\)(?:[*+?]|\{+[0-9,]+\}+)\+|\(\?>")
    found = [str(path) for path in sorted((ROOT / "transforms").rglob("*.py")) if group.search(path.read_text("utf-8"))]
    assert found == []
