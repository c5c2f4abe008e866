"""The digests that say what must be read again cover the code that they stand for, and no other."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from flows import codelists

TRANSFORMS = Path(__file__).resolve().parents[2] / "transforms"


def imported(path: Path) -> set[str]:
    """The modules of transforms that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return {name for name in found if name.startswith("transforms.")}


def modules(*, of: str | None = None, without: tuple[str, ...] = ()) -> list[Path]:
    root = TRANSFORMS if of is None else TRANSFORMS / of
    return [path for path in sorted(root.rglob("*.py")) if not str(path.relative_to(TRANSFORMS)).startswith(without)]


def test_reading_uses_nothing_that_its_digest_leaves_out():
    for path in modules(of="reading"):
        shared = ("transforms.reading", "transforms.model", "transforms.dates")
        foreign = {name for name in imported(path) if not name.startswith(shared)}
        assert foreign == set(), path


def test_extraction_uses_nothing_that_its_digest_leaves_out():
    names = ("reading", "observations", "sql", "inspections", "statistics")
    apart = tuple(f"transforms.{name}" for name in names)
    for path in modules(without=("reading/", "observations", "sql/", "inspections", "statistics/")):
        assert {name for name in imported(path) if name.startswith(apart)} == set(), path


@pytest.fixture
def changed(tmp_path, monkeypatch):
    """Digests of a copy of the code in which one file has changed."""
    import shutil
    from importlib import resources

    root = tmp_path / "code"
    for package in ("transforms", "expectations", "flows"):
        shutil.copytree(TRANSFORMS.parent / package, root / package, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(resources, "files", lambda package: root / package)
    names = ("reading_digest", "extraction_digest", "code_digest")

    def digests() -> dict[str, str]:
        return {name: getattr(codelists, name).__wrapped__() for name in names}

    before = digests()

    def change(path: str) -> set[str]:
        (root / path).write_bytes((root / path).read_bytes() + b"\n")
        return {name for name, digest in digests().items() if digest != before[name]}

    return change


@pytest.mark.parametrize(
    ("path", "digests"),
    [
        ("transforms/reading/pdf.py", {"reading_digest", "code_digest"}),
        ("transforms/extraction.py", {"extraction_digest", "code_digest"}),
        ("transforms/codelists/metrics.csv", {"extraction_digest", "code_digest"}),
        ("transforms/model.py", {"reading_digest", "extraction_digest", "code_digest"}),
        ("transforms/dates.py", {"reading_digest", "extraction_digest", "code_digest"}),
        ("transforms/observations.py", {"code_digest"}),
        ("transforms/inspections.py", {"code_digest"}),
        ("expectations/tables_facts.py", {"code_digest"}),
        ("flows/publish.py", {"code_digest"}),
    ],
)
def test_a_change_is_seen_by_the_digests_that_it_concerns(changed, path, digests):
    assert changed(path) == digests
