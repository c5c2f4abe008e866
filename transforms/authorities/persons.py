"""Names of people: how they are printed, and how a scope is freed of them."""

from __future__ import annotations

import re

from transforms.authorities.person_names import FIRST_NAMES

TITLE = (
    r"(?:Cllrs?|Coun|Councillor|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Judge|Rev|Mayor"
    r"|Lord\s+Mayor|Alderman)\b\.?"
)
WORD = r"(?:[A-Z][a-zà-ÿ]+(?:['’-][A-Z]?[a-zà-ÿ]+)*|[A-Z]['’][A-Z][a-zà-ÿ]+|Ma?c[A-Z][a-z]+|[A-Z]\.?)"
NAME = rf"{WORD}(?:\s+(?:{WORD}|de|van|von|al|el|bin|ten|der)){{0,3}}"

# words that make two capitalised words the name of a place, team or body and not of a person
_IMPERSONAL = """
north south east west central northern southern eastern western upper lower great greater little new old inner outer mid
city town county borough district council hall house centre center hub team service services unit office park road
street school college hospital trust partnership family families child children youth young people early help front door
contact referral assessment intervention safeguarding social work worker care leaving leavers looked after edge duty
fostering adoption placement placements permanence court advice agency multi joint access response emergency first point
support local authority area locality royal saint st and of the for in ofsted department education health mental england
english wales british tower hamlets milton keynes isle forest valley heath bay vale hill green wood bridge barking
riverside single quality assurance independent reviewing officer strategic director manager head chief level section
plan plans board virtual academy primary secondary special resource regional
"""
_NO_PERSON = frozenset(_IMPERSONAL.split())
_CAPITALISED = re.compile(rf"\b(?:(?P<title>{TITLE})\s+)?(?P<words>{WORD}(?:\s+{WORD}){{0,3}})(?:['’]s)?")
_LOOSE_END = re.compile(
    r"(?:\b(?:and|or|by|with|of|for|to|from|in|at|led|named|called|including|under|his|her|their|wife|husband|is|was)"
    r"\s*){1,6}\Z",
    re.IGNORECASE,
)
_AGE = re.compile(r",?\s*\b\d\d,(?=\s|\Z)")
_EDGES = " ,.;:-–—'’\""


def is_person(name: str) -> bool:
    """Whether a name of several words begins with a common first name."""
    return name.split()[0].lower() in FIRST_NAMES


def strip_names(scope: str) -> str | None:
    """A scope without the names of people; None where nothing is left. Places, teams and bodies stay.

    Two capitalised words that are no known kind of place or body go too: a lost place is better than a named child.
    """
    kept = _CAPITALISED.sub(_without_person, scope)
    if kept == scope:
        return scope.strip() or None
    kept = " ".join(_AGE.sub("", kept).split()).replace(" ,", ",").strip(_EDGES)
    kept = _LOOSE_END.sub("", kept).strip(_EDGES)
    kept = re.sub(r"\A(?:and|or|of|by|with)\s+", "", kept)
    return kept if re.search(r"[A-Za-z]{3}", kept) else None


def _without_person(match: re.Match[str]) -> str:
    if match.group("title"):
        return ""
    words = match.group("words").split()
    for position, word in enumerate(words):
        plain = word.lower().removesuffix("’s").removesuffix("'s")
        rest = words[position + 1 :]
        if plain in FIRST_NAMES and not any(other.lower() in _NO_PERSON for other in rest):
            return " ".join(words[:position])
    if len(words) in (2, 3) and not any(word.lower() in _NO_PERSON for word in words):
        return ""
    return match.group()
