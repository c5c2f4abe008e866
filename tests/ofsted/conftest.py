from __future__ import annotations

from pathlib import Path

import pytest

from transforms.codelists import Codelists, parse_codelists

CODELISTS = Path(__file__).resolve().parents[2] / "transforms" / "codelists"


@pytest.fixture(scope="session")
def codelists() -> Codelists:
    return parse_codelists({path.name: path.read_bytes() for path in sorted(CODELISTS.glob("*.csv"))})
