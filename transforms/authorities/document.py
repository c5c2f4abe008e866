"""The authority that a whole document is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from transforms.authorities.context import is_listed
from transforms.authorities.index import AuthorityIndex
from transforms.authorities.mention import AuthorityMention
from transforms.authorities.nicknames import find_nicknames, with_nicknames
from transforms.model import DocumentFacts

_SUBJECT_KINDS = ("authority", "trust")
_OPENING = 500
_LEAD = 2.0  # how many times as often as the next one a council must be named
_TITLED_LEAD = 1.5  # the same for one of two in a title that do not stand on a level
_HEAD = 200
_HEADLINE = 150


def named_codes(mentions: Sequence[AuthorityMention], kinds: tuple[str, ...] = _SUBJECT_KINDS) -> list[str]:
    """The distinct codes of the mentions of these kinds, in the order of the text."""
    return list(dict.fromkeys(mention.gss for mention in mentions if mention.gss and mention.kind in kinds))


def weights(mentions: Sequence[AuthorityMention]) -> dict[str, float]:
    """How much a text speaks of each authority: full names, trusts and the opening count more, asides little."""
    total: dict[str, float] = defaultdict(float)
    for mention in mentions:
        if mention.gss is None:
            continue
        weight = {"authority": 1.0, "trust": 1.2, "district": 0.3}.get(mention.kind, 0.0)
        if mention.form:
            weight *= 1.5
        if mention.start < _OPENING:
            weight *= 1.5
        if mention.aside in ("placement", "helper", "venue"):
            weight *= 0.2
        total[mention.gss] += weight
    return dict(total)


def _leading(totals: dict[str, float], lead: float = _LEAD) -> str | None:
    ranked = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < 0.5:
        return None
    if len(ranked) > 1 and ranked[0][1] < lead * ranked[1][1]:
        return None
    return ranked[0][0]


def _title_line(text: str) -> str:
    return text.lstrip()[:_HEAD].split("\n", 1)[0]


def _is_headline(line: str) -> bool:
    return len(line) < _HEADLINE and not line.rstrip().endswith((".", ":", ","))


def document_authority(
    text: str,
    facts: DocumentFacts,
    index: AuthorityIndex,
    mentions: Sequence[AuthorityMention] | None = None,
) -> str | None:
    """The GSS code of the one authority that a document is about, valid on its date; None for none or several.

    The code that the meta file gives comes first; then a publisher that is a council; then a title that names exactly
    one that the text also speaks of most or second most; then the council that the text names at least twice as much
    as any other, half as much again where the title names both ("A steps in to rescue B").

    Args:
        text: the document's normalised text.
        facts: what is known besides the text.
        index: the names.
        mentions: ``index.find(text, facts.published_on)`` where the caller has it already.
    """
    given = index.valid_code(facts.authority, facts.published_on)
    if given is not None:
        return given
    if mentions is None:
        mentions = index.find(text, facts.published_on)
    mentions = with_nicknames(text, mentions, index.by_gss)
    publisher = named_codes(
        [
            found
            for found in index.find(facts.publisher or "", facts.published_on)
            if found.form or found.kind == "trust"
        ]
    )
    if len(publisher) == 1:
        return publisher[0]
    totals = weights(mentions)
    titled, listed = _titled(text, facts, index, mentions)
    if len(titled) == 1:
        rival = max((weight for code, weight in totals.items() if code != titled[0]), default=0.0)
        if totals.get(titled[0], 0.0) * _LEAD >= rival:
            return titled[0]
    if len(titled) > 1:
        first = None if listed else _leading(totals, _TITLED_LEAD)
        return first if first in titled else None
    return _leading(totals)


def _titled(
    text: str, facts: DocumentFacts, index: AuthorityIndex, mentions: Sequence[AuthorityMention]
) -> tuple[list[str], bool]:
    """Codes that the title or else the headline names, and whether it lists several on a level ("Leeds and York").

    A district's code counts only where no authority is named.
    """
    words = facts.title or ""
    title = index.find(words, facts.published_on) if words else []
    if not title:
        words = "" if len({each.gss for each in mentions if each.is_heading(text)}) > 1 else _title_line(text)
        start = len(text) - len(text.lstrip())
        title = [mention for mention in mentions if mention.start < start + len(words)] if _is_headline(words) else []
        words = text
    else:
        title = sorted([*title, *find_nicknames(words, mentions, index.by_gss)], key=lambda mention: mention.start)
    listed = any(is_listed(words[one.end : two.start]) for one, two in pairwise(title))
    return named_codes(title) or named_codes(title, ("district",)), listed
