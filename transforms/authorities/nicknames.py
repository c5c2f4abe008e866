"""By-names that mean a council only in a text that names it: "the Island", "the Bay". Data, and how they are found.

``ALWAYS`` stand alone; ``WITH_ARTICLE`` count only after "the"; ``PLACES`` are towns whose names other places have too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from transforms.authorities.mention import AuthorityMention
from transforms.codelists import Authority

ALWAYS: dict[str, tuple[str, ...]] = {
    "Isle of Wight": ("Island", "Wight"),
    "Birmingham": ("Brum",),
    "Telford and Wrekin": ("Wrekin",),
    "Barking and Dagenham": ("B&D",),
}
WITH_ARTICLE: dict[str, tuple[str, ...]] = {
    "Torbay": ("Bay", "bay"),
    "Stoke-on-Trent": ("Potteries",),
    "Cornwall": ("Duchy", "duchy"),
    "Wirral": ("peninsula", "Peninsula"),
    "Kent": ("Garden of England",),
    "Lancashire": ("Red Rose county", "red rose county"),
    "Birmingham": ("second city", "Second City"),
    "Sheffield": ("Steel City", "steel city"),
}
PLACES: dict[str, tuple[str, ...]] = {
    "Isle of Wight": ("Newport", "Ryde", "Cowes", "Sandown", "Shanklin", "Ventnor"),
    "Telford and Wrekin": ("Wellington",),
    "Stoke-on-Trent": ("Fenton", "Stoke"),
    "Blackburn with Darwen": ("Darwen",),
    "Redcar and Cleveland": ("Eston", "Loftus"),
    "Torbay": ("Babbacombe",),
}
_PART_OF_NAME = re.compile(r"\b(?!(?:The|On|In|An?|For|But|And|Of|From|To|At|Its|Most|All|Our|Many)\s)[A-Z][a-z]+\s+\Z")
_ARTICLE = re.compile(r"\b[Tt]he\s\Z")
_GOES_ON = re.compile(r"\s+(?:Line|Road|Street|House|Pagham|Hospital|School|College|Pagnell|City\b|Town\b|FC\b)")


def _places(text: str, word: str, *, article: bool) -> Iterator[int]:
    """Where a by-name stands as a word; a plain search is many times faster than a pattern."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        alone = not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum() or _GOES_ON.match(text, end))
        before = text[max(0, at - 24) : at]
        if alone and (_ARTICLE.search(before) if article else not _PART_OF_NAME.search(before)):
            yield at
        at = text.find(word, end)


def with_nicknames(
    text: str, mentions: Sequence[AuthorityMention], by_gss: Mapping[str, Authority], document: str | None = None
) -> list[AuthorityMention]:
    """The names of a text and the by-names of the councils among them and of the document's own, in order."""
    starts = [mention.start for mention in mentions]
    extra = []
    for each in find_nicknames(text, mentions, by_gss, document):
        at = bisect_right(starts, each.start) - 1
        if at < 0 or mentions[at].end <= each.start:
            extra.append(each)
    return sorted([*mentions, *extra], key=lambda mention: mention.start) if extra else list(mentions)


def find_nicknames(
    text: str, mentions: Sequence[AuthorityMention], by_gss: Mapping[str, Authority], document: str | None = None
) -> Iterator[AuthorityMention]:
    """The by-names of the councils among ``mentions``, names of another text too; they may overlap the names."""
    codes = {each.gss for each in mentions if each.gss and each.kind == "authority"}
    for code in sorted(codes | ({document} if document else set())):
        name = by_gss[code].name
        for table, kind in ((ALWAYS, "authority"), (WITH_ARTICLE, "authority"), (PLACES, "district")):
            for word in table.get(name, ()):
                for at in _places(text, word, article=table is WITH_ARTICLE):
                    yield AuthorityMention(at, at + len(word), word, code, kind, (code,), confidence=0.9)
