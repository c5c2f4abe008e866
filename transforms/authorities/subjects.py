"""What a text is about besides its own council, and which of its subjects a word like "the city council" means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from transforms.authorities.document import weights
from transforms.authorities.mention import AuthorityMention
from transforms.codelists import Authority

_RIVAL_MENTIONS = 3
_RIVAL_WEIGHT = 0.5

SELF = re.compile(
    r"\b(?:the|this|our)\s+(?:(?P<sort>county|city|borough|metropolitan\s+borough|district|unitary)\s+)?"
    r"(?P<what>council|authority|local\s+authority|borough|county|city|island|town(?:\s+hall)?|trust|company)\b(?!\s+tax|\s+of\b|\s+there\b)"
    r"|\b(?:here|ours|locally|county\s+hall|city\s+hall|town\s+hall|civic\s+centre)\b",
    re.IGNORECASE,
)
TOGETHER = re.compile(
    r"\b(?:[Bb]oth\s+(?:councils|authorities|boroughs|areas|counties|cities|trusts)|[Tt]he\s+(?:two|three|four)\s+(?:councils|authorities|boroughs|counties)"
    r"|[Bb]etween\s+them|[Tt]he\s+pair\b|[Cc]ombined|[Nn]either\s+(?:council|authority))\b"
)
SENTENCE_END = re.compile(r"[.?!][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9£])")
_SAID = re.compile(
    r"\b(?:said|says|told|added|adds|according\s+to|explained|asked|admitted|insisted|laughs?|warned|replied)\b"
)
_QUOTE = re.compile(r"[\"”]")


def has_rival(text: str, document: str, mentions: Sequence[AuthorityMention]) -> bool:
    """Whether another council is spoken of about as much as the document's, or heads a section: then names carry on."""
    if len({mention.gss for mention in mentions if mention.is_heading(text)}) > 1:
        return True
    totals = weights(mentions)
    own = totals.get(document, 0.0)
    rivals = {code for code, weight in totals.items() if weight >= max(_RIVAL_MENTIONS, _RIVAL_WEIGHT * own)}
    free = [mention.gss for mention in mentions if mention.aside is None]
    return any(free.count(code) >= _RIVAL_MENTIONS for code in sorted(rivals - {document}))


def subjects_of(document: str | None, mentions: Iterable[AuthorityMention]) -> frozenset[str]:
    """The codes of the councils that the text speaks of and not only in passing."""
    found = {m.gss for m in mentions if m.gss and m.aside is None and m.kind in ("authority", "trust")}
    return frozenset(found | ({document} if document else set()))


def suited(sort: str, subjects: frozenset[str], document: str | None, by_gss: Mapping[str, Authority]) -> str | None:
    """The one other subject that the word fits: "the city council" in a text on a county and its city."""
    if len(subjects) < 2 or sort not in ("county", "city", "borough", "island"):
        return None
    word = "Isle" if sort == "island" else sort.title()
    official = {code: by_gss[code].official_name.split() for code in sorted(subjects)}
    fitting = [code for code, words in official.items() if word in words]
    if len(fitting) != 1 or document in fitting:
        return None
    own = official.get(document or "", ["County"])
    return fitting[0] if {"County", "City", "Borough"} & set(own) else None


def speaking_zones(text: str, start: int, low: int, high: int) -> list[tuple[int, int]]:
    """For a number in a quotation: the spans after and before it that say who spoke; none outside of quotations."""
    opened = len(_QUOTE.findall(text, low, start))
    if opened % 2 == 0 and "“" not in text[low:start]:
        return []
    zones = []
    closing = _QUOTE.search(text, start, high)
    if closing is not None:
        stop = SENTENCE_END.search(text, closing.end(), high)
        zones.append((closing.end(), stop.start() if stop else high))
    opening = max(text.rfind('"', low, start), text.rfind("“", low, start))
    ends = [match.end() for match in SENTENCE_END.finditer(text, low, opening + 2)]
    zones.append((max([low, *ends]), opening))
    return [zone for zone in zones if zone[0] < zone[1] and _SAID.search(text, *zone)]
