"""Which council a person speaks for: "Devon's service director, Jo Bloggs" says so once, and later "Bloggs said"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from transforms.authorities.mention import NAMED, AuthorityMention
from transforms.authorities.offices import OFFICE, ROLE_NOUN
from transforms.authorities.persons import TITLE, WORD
from transforms.authorities.subjects import speaking_zones

_ROLE = re.compile(
    rf"(?:(?:{OFFICE.pattern})|\b(?:{ROLE_NOUN}|lead|chief|executive|holder)\b)(?:\s+(?:of|for)\s+[\w'’ ]{{3,40}})?\Z",
    re.IGNORECASE,
)
_PERSON = rf"(?:{TITLE}\s+)?{WORD}(?:\s+{WORD}){{0,2}}"
# "Devon's service director, Jo Bloggs"; "Devon council leader Jo Bloggs"
_NAME_AFTER = re.compile(rf"\A(?:['’]s)?\s+(?P<role>[^.;:\"“”\n]{{3,90}}?),?\s+(?:is\s+)?(?P<name>{_PERSON})(?![\w'’])")
# "Jo Bloggs, director of children's services at Devon"; "Jo Bloggs, who leads children's services for Devon"
_NAME_BEFORE = re.compile(
    rf"(?P<name>{_PERSON}),?\s+(?P<role>(?:who\s|the\s|an?\s|[a-z])[^.;:\"“”\n]{{2,100}}?)\s(?:at|of|for|in|with)\s+(?:the\s+)?\Z"
)
_LEADS = re.compile(r"\bwho\s+(?:leads?|led|runs?|ran|heads?|headed|chairs?|manages?|speaks)\b")
_REACH = 180
_LOOK_BACK = 1500
_SPEAKS = re.compile(
    r"\b(?P<name>[A-Z][\w'’-]+|[Ss]he|[Hh]e)\s+(?:also\s+|then\s+)?(?:said|says|added|adds|told|tells|explain(?:s|ed)|warn(?:s|ed)"
    r"|admit(?:s|ted)|insist(?:s|ed)|argue[sd]|recall(?:s|ed)|concede[sd]|replie[sd]|joke[sd])\b"
    r"|\b(?:said|says|added|adds|explain(?:s|ed)|warn(?:s|ed)|admit(?:s|ted)|insist(?:s|ed)|recall(?:s|ed)|according\s+to)\s+"
    rf"(?:{TITLE}\s+)?(?:{WORD}\s+){{0,2}}?(?P<last>[A-Z][\w'’-]+)(?=[\s,.;\"”]|\Z)"
)


def introduced(text: str, mentions: Sequence[AuthorityMention]) -> dict[str, str]:
    """Surnames with the code of the council for which the text introduces them; one introduced for two has none."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.kind not in NAMED or mention.gss is None:
            continue
        after = _NAME_AFTER.match(text[mention.end : mention.end + _REACH])
        before = _NAME_BEFORE.search(text[max(0, mention.start - _REACH) : mention.start])
        for match in (after, before):
            if match and (_ROLE.search(match.group("role")) or _LEADS.search(match.group("role"))):
                surname = match.group("name").split()[-1]
                found.setdefault(surname, set()).add(mention.gss)
    named = {word for mention in mentions for word in mention.surface.split()}
    return {name: min(codes) for name, codes in sorted(found.items()) if len(codes) == 1 and name not in named}


class Speakers:
    """Who speaks for which council in one text; without mentions (a text on one council) nobody does."""

    def __init__(self, text: str, mentions: Sequence[AuthorityMention]) -> None:
        """Find the people whom the text introduces."""
        self._text = text
        self._named = [mention for mention in mentions if mention.kind in NAMED and mention.gss]
        self._starts = [mention.start for mention in self._named]
        self._people = introduced(text, self._named)

    def council(self, start: int, paragraph: tuple[int, int]) -> str | None:
        """The council of whoever is quoted with the number; None outside of quotations and where nothing tells."""
        for zone in speaking_zones(self._text, start, *paragraph) if self._named else ():
            low = bisect_left(self._starts, zone[0])
            if low < len(self._starts) and self._starts[low] < zone[1]:
                return self._named[low].gss
            found = self._of_person(zone)
            if found is not None:
                return found
        return None

    def _of_person(self, zone: tuple[int, int]) -> str | None:
        """The council of the person who is said to speak; "she" and "he" mean the one named last before."""
        for match in _SPEAKS.finditer(self._text, *zone) if self._people else ():
            name = match.group("name") or match.group("last")
            if name in self._people:
                return self._people[name]
            if name.lower() in ("she", "he"):
                low = max(0, zone[0] - _LOOK_BACK)
                at, surname = max((self._text.rfind(surname, low, zone[0]), surname) for surname in self._people)
                return self._people[surname] if at >= 0 else None
        return None
