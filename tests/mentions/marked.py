"""Texts whose numbers are marked with the metric that they state: ``{18|caseload_per_social_worker}``."""

from __future__ import annotations

import re

_MARK = re.compile(r"\{([^{}|]+)(?:\|([a-z0-9_]+))?\}")

Stated = list[tuple[str, str]]


def unmark(marked: str, default: str = "") -> tuple[str, Stated]:
    """The text without its marks, and what they say: surface and metric, ``default`` where a mark names none."""
    stated: Stated = []

    def plain(match: re.Match[str]) -> str:
        stated.append((match[1], match[2] or default))
        return stated[-1][0]

    return _MARK.sub(plain, marked), stated
