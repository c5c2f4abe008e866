"""Where plain words stand in a text: ``str.find`` is many times faster than a pattern that begins with any of them."""

from __future__ import annotations

from collections.abc import Iterable


def occurrences(text: str, words: Iterable[str]) -> list[int]:
    """The offsets of all words in a text, in order; those of one word do not overlap."""
    found = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            found.append(at)
            at = text.find(word, at + len(word))
    found.sort()
    return found
