"""One spelling for what the reports print in several: of apostrophes, dashes and spaces."""

from __future__ import annotations

_PLAIN = (("’", "'"), ("‘", "'"), ("–", "-"), ("—", "-"), ("`", "'"), ("´", "'"), ("―", "-"), ("−", "-"))


def plain(text: str) -> str:
    """Return ``text`` with plain apostrophes and hyphens; every character keeps its place."""
    if not text.isascii():
        for printed, other in _PLAIN:
            text = text.replace(printed, other)
    return text


def fold(text: str) -> str:
    """Return ``text`` with plain apostrophes and hyphens and single spaces."""
    return " ".join(plain(text).split())
