"""Texts whose numbers are marked with the authority that they are about: ``{31|Croydon}``; the figures are invented."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from transforms.authorities import AuthorityIndex, AuthorityResolver, Resolved, document_authority
from transforms.model import DocumentFacts

_MARK = re.compile(r"\{([^|}]+)\|([^}]*)\}")
_SENTENCE = re.compile(r"[.?!][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9£])|\n")
_PARAGRAPH = re.compile(r"\n")


@dataclass(frozen=True)
class Number:
    """A marked number and what is expected of it."""

    surface: str
    start: int
    end: int
    wanted: str


def unmark(marked: str) -> tuple[str, list[Number]]:
    """The text without its marks, and the numbers."""
    parts: list[str] = []
    numbers: list[Number] = []
    length = last = 0
    for match in _MARK.finditer(marked):
        parts.append(marked[last : match.start()])
        length += match.start() - last
        surface, wanted = match.groups()
        numbers.append(Number(surface, length, length + len(surface), wanted))
        parts.append(surface)
        length += len(surface)
        last = match.end()
    return "".join([*parts, marked[last:]]), numbers


def bounds(text: str, at: int, cut: re.Pattern[str]) -> tuple[int, int]:
    """The stretch around an offset between two matches of ``cut``."""
    start, end = 0, len(text)
    for match in cut.finditer(text):
        if match.end() <= at:
            start = match.end()
        elif match.start() >= at:
            end = match.start() + 1
            break
    return start, end


def resolve_all(
    index: AuthorityIndex, text: str, numbers: list[Number], on: date | None, title: str | None, meta: str | None
) -> list[Resolved]:
    """What the resolver says of each number."""
    facts = DocumentFacts(title=title, published_on=on, authority=meta)
    mentions = index.find(text, on)
    document = document_authority(text, facts, index, mentions)
    resolver = AuthorityResolver(text, mentions, document, index)
    return [
        resolver.resolve(
            each.start, each.end, bounds(text, each.start, _SENTENCE), bounds(text, each.start, _PARAGRAPH)
        )
        for each in numbers
    ]


def shown(index: AuthorityIndex, resolved: Resolved) -> str:
    """The authority's name, or the kind of measure, or nothing."""
    if resolved.kind != "authority":
        return resolved.kind
    return index.by_gss[resolved.gss].name if resolved.gss else ""
