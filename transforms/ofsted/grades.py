"""Grades at the ends of lines, whole or broken over lines ("Requires\\nimprovement")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from transforms.ofsted.vocabulary import GRADES_OF

_WORD = re.compile(r"\S+")
_AROUND = ".,:;()*†‡"


class GradeWords:
    """The grades of one framework, and what a line that breaks off within one may end with."""

    def __init__(self, grades: Mapping[str, str]) -> None:
        """Take the printed words in lower case with their codes."""
        self._codes = dict(grades)
        self.beginnings = {
            " ".join(words[:length])
            for words in (phrase.split() for phrase in grades)
            for length in range(1, len(words) + 1)
        }
        self._words = {word for phrase in grades for word in phrase.split()}
        self._longest = max(len(phrase.split()) for phrase in grades)
        phrases = sorted(grades, key=len, reverse=True)
        self.pattern = "(?:" + "|".join(phrases) + ")"

    def code(self, words: str) -> str | None:
        """Return the code of a grade as printed ("Requires  improvement."), None where it is none."""
        return self._codes.get(plain_words(words))

    def may_end(self, line: str) -> bool:
        """Whether the last word of ``line`` is a word of a grade, so that it may end with one."""
        return line[line.rfind(" ") + 1 :].strip(_AROUND).lower() in self._words

    def tail(self, line: str, pending: str = "") -> int | None:
        """Return where the grade begins that ``line`` ends with, None where it ends with no part of one.

        ``pending`` is what the lines before gave of the grade; the end of this line may carry on with it.
        """
        if not self.may_end(line):
            return None
        words = list(_WORD.finditer(line))
        start = plain_words(pending)
        for first in range(max(0, len(words) - self._longest), len(words)):
            found = plain_words(line[words[first].start() :])
            if found and (found in self.beginnings or (start and f"{start} {found}" in self.beginnings)):
                return words[first].start()
        return None


def plain_words(words: str) -> str:
    """Return the words in lower case without the marks around them."""
    return " ".join(filter(None, (word.strip(_AROUND).lower() for word in words.split())))


@lru_cache(maxsize=len(GRADES_OF))
def grade_words(framework: str) -> GradeWords:
    """Return the grades of a framework."""
    return GradeWords(GRADES_OF[framework])
