"""Fixtures: PDFs written for the tests, and the real reports where they are at hand."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from transforms.model import ReadDocument
from transforms.reading import read_document

ROOT = Path(__file__).resolve().parents[2]
OFSTED = ROOT.parent / "shared" / "corpus" / "ofsted"


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    if spec is None or spec.loader is None:
        raise ImportError(f"{name}.py is missing beside {__file__}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def minimal() -> ModuleType:
    """The PDF writer ``minimal_pdf.py``."""
    return _load("minimal_pdf")


@pytest.fixture(scope="session")
def articles() -> Path:
    """The folder of the sample articles."""
    return ROOT / "raw" / "articles"


@pytest.fixture(scope="session")
def reports() -> list[Path]:
    """Ofsted's reports as PDF."""
    found = sorted(OFSTED.glob("*/*.pdf"))
    if not found:
        pytest.skip("the corpus of Ofsted's reports is not beside this repository")
    return found


@pytest.fixture(scope="session")
def texts(reports: list[Path]) -> dict[str, ReadDocument]:
    """Ofsted's reports as read, by folder and file name; read once, as they are the slow part."""
    read = {f"{path.parent.name}/{path.name}": read_document(path.read_bytes(), path.name) for path in reports}
    return {name: result for name, result in read.items() if isinstance(result, ReadDocument)}
