"""Texts that are about children's services and texts that are not."""

from __future__ import annotations

import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared"
FOLDERS = (ROOT / "raw" / "articles", ROOT / "tests" / "golden", SHARED / "gold" / "dev", SHARED / "seeds")
# samples that state nothing of children's services, and say so in their names
NOT_ABOUT = {"ellenshire-library-no-metric", "refused-empty-file", "social-worker-diary-no-metric"}


def positives() -> list[tuple[str, str]]:
    """Every text that there is on the subject; those of the shared corpus where it lies beside the project."""
    paths = [path for folder in FOLDERS for path in sorted(folder.rglob("*.txt"))]
    return [(path.stem, path.read_text(encoding="utf-8")) for path in paths if path.stem not in NOT_ABOUT]


def negatives() -> list[tuple[str, str]]:
    table = tomllib.loads((HERE / "negatives.toml").read_text(encoding="utf-8"))
    return [(row["reason"], row["text"]) for row in table["text"]]
