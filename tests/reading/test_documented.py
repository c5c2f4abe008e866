"""The page reader's example in the documentation runs as it stands and does what it says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_example_runs(monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    [example] = re.findall(
        r"```python\n(.*?)```", (ROOT / "docs" / "sources.md").read_text(encoding="utf-8"), re.DOTALL
    )
    names: dict[str, object] = {}
    exec(example, names)
    text = names["text"]
    assert isinstance(text, str)
    assert text.startswith("Ellenshire to open")
    assert text.facts.published_on == date(2026, 1, 28)
    assert text.trouble is None
