"""Finding phrases in a text by its words: time is linear in the text, whatever the number of phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_APOSTROPHE = re.compile(r"['’‘ʼ´`]")
_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """Return the words of a text without their apostrophes, a compound with hyphens as several."""
    return _WORD.findall(_APOSTROPHE.sub("", text))


class PhraseIndex:
    """Phrases by their first word. Of phrases that begin at one place the longest is found, and none inside it."""

    def __init__(self, phrases: Iterable[str], *, plurals: bool) -> None:
        """Take the phrases as words; with ``plurals`` their last word may have an s or es more."""
        self._plurals = plurals
        self._by_first: dict[str, list[tuple[list[str], str]]] = {}
        for phrase in sorted(set(phrases)):
            words = words_of(phrase)
            if words:
                self._by_first.setdefault(words[0], []).append((words[1:], phrase))
        for found in self._by_first.values():
            found.sort(key=lambda each: -len(each[0]))

    def find(self, words: Sequence[str]) -> set[str]:
        """Return the distinct phrases, as they were given, that the words of a text hold."""
        found: set[str] = set()
        free_from = 0
        for at, word in enumerate(words):
            if at < free_from:
                continue
            hit = self._at(words, at, word)
            if hit is not None:
                phrase, length = hit
                found.add(phrase)
                free_from = at + length
        return found

    def _at(self, words: Sequence[str], at: int, word: str) -> tuple[str, int] | None:
        for rest, phrase in self._by_first.get(word, ()):
            length = len(rest)
            if not length or (
                list(words[at + 1 : at + length]) == rest[:-1]
                and at + length < len(words)
                and self._same(words[at + length], rest[-1])
            ):
                return phrase, length + 1
        if self._plurals and word.endswith("s"):
            for rest, phrase in self._by_first.get(word[:-1], ()):
                if not rest:
                    return phrase, 1
        return None

    def _same(self, word: str, wanted: str) -> bool:
        return word == wanted or (self._plurals and word in (f"{wanted}s", f"{wanted}es"))
