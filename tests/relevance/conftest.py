"""The filter as the pipeline has it."""

from __future__ import annotations

import pytest

from flows.relevance import load_judge, make_scan
from transforms.relevance import Judge, Scan


@pytest.fixture(scope="session")
def scan() -> Scan:
    return make_scan()


@pytest.fixture(scope="session")
def judge() -> Judge:
    return load_judge()
