"""Whether a text is about children's services in England, and if not, what it is about: a reason code.

The text decides here, not the page around it. It is refused where it says too little of children's social care, where
it tells of another nation or country, or where what little it says belongs to another subject.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from transforms.relevance.lookup import PhraseIndex, words_of
from transforms.relevance.words import Group, Words

NO_TOPIC = "no_topic"
_TOPIC, _ENGLAND = "topic", "england"
# a text with fewer phrases of another place is not from there: "a family that moved from Wales"
_FEWEST_ELSEWHERE = 2
_FEWEST_OF_SUBJECT = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was judged of a text: ``reason`` is None where it is relevant; the distinct phrases that spoke for it."""

    reason: str | None
    phrases: frozenset[str]


class Judge:
    """Judges texts by the words; ``names`` are English authorities by the names that texts give them."""

    def __init__(self, words: Words, names: Iterable[str] = ()) -> None:
        groups = (*words.topic, words.england, *words.elsewhere, *words.subjects)
        self._enough, self._points = words.enough, words.points
        self._phrases = PhraseIndex([phrase for group in groups for phrase in group.phrases], plurals=True)
        self._acronyms = _codes(groups, acronyms=True)
        self._codes = _codes(groups, acronyms=False)
        self._names = PhraseIndex(names, plurals=False)
        self._elsewhere = tuple(group.code for group in words.elsewhere)
        self._subjects = tuple(group.code for group in words.subjects)

    @property
    def reasons(self) -> tuple[str, ...]:
        """The codes that a refusal may have."""
        return (NO_TOPIC, *self._elsewhere, *self._subjects)

    def judge(self, text: str) -> Verdict:
        """Return whether ``text`` (headline on top) is relevant. Takes time linear in its length."""
        cased = words_of(text)
        found = [(phrase, self._codes[phrase]) for phrase in self._phrases.find([word.lower() for word in cased])]
        found += [(word, self._acronyms[word]) for word in set(cased) & self._acronyms.keys()]
        counts = Counter(code for _, codes in found for code in codes)
        topic = frozenset(phrase for phrase, codes in found if _TOPIC in codes)
        points = [self._points[phrase] for phrase in topic]
        if sum(points) < self._enough:
            return Verdict(self._most(self._subjects, counts, _FEWEST_OF_SUBJECT) or NO_TOPIC, topic)
        elsewhere = self._most(self._elsewhere, counts, _FEWEST_ELSEWHERE)
        if elsewhere and counts[elsewhere] > counts[_ENGLAND] + len(self._names.find(cased)):
            return Verdict(elsewhere, topic)
        if max(points) < self._enough:
            return Verdict(self._most(self._subjects, counts, max(len(topic), _FEWEST_OF_SUBJECT)), topic)
        return Verdict(None, topic)

    @staticmethod
    def _most(codes: Iterable[str], counts: Mapping[str, int], fewest: int) -> str | None:
        """Return the code with the most phrases, the first of equals; None where that is fewer than ``fewest``."""
        code = max(codes, key=lambda each: counts[each])
        return code if counts[code] >= fewest else None


def _codes(groups: Iterable[Group], *, acronyms: bool) -> dict[str, frozenset[str]]:
    """Return the codes of the groups that each phrase, or each acronym, is in."""
    found: dict[str, set[str]] = {}
    for group in groups:
        for phrase in group.acronyms if acronyms else group.phrases:
            found.setdefault(phrase, set()).add(group.code)
    return {phrase: frozenset(codes) for phrase, codes in found.items()}
