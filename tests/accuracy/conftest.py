"""The project's root, what may lie beside it, and the sets measured once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from flows.accuracy.__main__ import measure_all
from flows.accuracy.floors import Measurement
from flows.accuracy.measure import Measured

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


@lru_cache(maxsize=1)
def measure_once() -> tuple[list[Measured], list[Measurement]]:
    return measure_all(ROOT, SHARED)


@pytest.fixture(scope="session")
def everything() -> tuple[list[Measured], list[Measurement]]:
    """Every set and every benchmark that is there."""
    return measure_once()


@pytest.fixture(scope="session")
def shared() -> Path:
    if not (SHARED / "gold" / "dev.jsonl").is_file():
        pytest.skip(f"the annotated sets beside the project are not there ({SHARED.name}/gold)")
    return SHARED
