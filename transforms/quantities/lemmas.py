"""Dictionary forms of counted nouns: "best wireless speakers" to "good wireless speaker"."""

from __future__ import annotations

from collections.abc import Mapping

from transforms.quantities.noun_words import COMPARATIVES
from transforms.quantities.words import vocabulary

_IRREGULAR: Mapping[str, str] = {
    "children": "child",
    "men": "man",
    "women": "woman",
    "people": "people",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "leaves": "leaf",
    "halves": "half",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "series": "series",
    "species": "species",
    "crises": "crisis",
    "analyses": "analysis",
    "media": "media",
    "criteria": "criterion",
    "oxen": "ox",
    "wolves": "wolf",
    "shelves": "shelf",
    "thieves": "thief",
    "loaves": "loaf",
    "calves": "calf",
    "best": "good",
    "better": "good",
    "worst": "bad",
    "news": "news",
    "headquarters": "headquarters",
    "biggest": "big",
}


_US_PLURALS = vocabulary("viruses buses bonuses campuses statuses choruses censuses focuses geniuses circuses")
_OES_PLURALS = vocabulary("potatoes tomatoes heroes echoes vetoes torpedoes")
_IE_PLURALS = vocabulary("movies cookies calories selfies ties pies rookies birdies zombies hoodies brownies lies dies")


def lemma(phrase: str) -> str:
    """Return a noun phrase with its head in the singular and its superlatives in the positive."""
    words = phrase.split()
    return " ".join([*(_positive(word) for word in words[:-1]), singular(words[-1])])


def singular(word: str) -> str:
    """Return the singular of a noun."""
    lower = word.lower()
    irregular = _IRREGULAR.get(lower)
    if irregular is not None:
        return irregular
    if lower in _US_PLURALS or lower in _OES_PLURALS:
        return word[:-2]
    if lower in _IE_PLURALS:
        return word[:-1]
    for plural, single in (("firemen", "fireman"), ("ermen", "erman"), ("smen", "sman")):
        if lower.endswith(plural):
            return word[: -len(plural)] + single
    if len(word) < 4 or not lower.endswith("s") or lower.endswith(("ss", "us", "is", "’s", "'s")):
        return word
    if lower.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if lower.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]


def _positive(word: str) -> str:
    lower = word.lower()
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if lower in COMPARATIVES:
        return _stem(lower[:-2])
    if (
        len(lower) > 5
        and lower.endswith("est")
        and lower not in ("honest", "modest", "forest", "interest", "latest", "harvest")
    ):
        return _stem(lower[:-3])
    return word


def _stem(stem: str) -> str:
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "ls":
        return stem[:-1]
    if stem.endswith(("rg", "fin", "saf", "nic", "wid", "clos", "lat")):
        return stem + "e"
    return stem
