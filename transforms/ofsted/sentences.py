"""Sentences that give the grade of a whole inspection or of a safeguarding board, alone on their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from transforms.ofsted.folding import fold
from transforms.ofsted.grades import grade_words
from transforms.ofsted.lines import printed_lines
from transforms.ofsted.rows import Row
from transforms.ofsted.vocabulary import (
    BOARD_ARRANGEMENTS,
    BOARD_ARRANGEMENTS_SENTENCE,
    BOARD_OPENING,
    BOARD_VERB,
    OVERALL_OPENINGS,
    UNMEANT,
)

_MOST_LINES = 4
_LONGEST = 260
_LONGEST_HEADING = 200  # with the line below
_WORD = re.compile(r"\S+")
_UNMEANT = re.compile(UNMEANT, re.IGNORECASE)
_BOARD_WORDS = ("afeguarding", "LSCB")
_END = r"(?: (?:overall|because))?\s?[.:]?"
# on a front page the line may carry on with a further sentence
_FRONT_END = rf"(?:{_END}|\. .*)"
# what follows a heading: a new sentence, a list, a numbered paragraph
_STARTS_ANEW = re.compile(r"\s*(?:[A-Z\d]|[^\w\s]|\Z)")


@lru_cache(maxsize=8)
def _overall(framework: str, openings: str) -> re.Pattern[str]:
    grade = grade_words(framework).pattern
    return re.compile(
        rf"(?P<said>(?:{openings})(?:(?! because\b).){{0,160}}?[ :-])(?P<grade>{grade}){_FRONT_END}", re.I
    )


@lru_cache(maxsize=8)
def _board(framework: str, end: str = _END) -> re.Pattern[str]:
    grade = grade_words(framework).pattern
    return re.compile(rf"(?P<said>{BOARD_OPENING}{BOARD_VERB})\b(?P<grade>{grade}){end}", re.I)


@lru_cache(maxsize=8)
def _arrangements(framework: str) -> re.Pattern[str]:
    grade = grade_words(framework).pattern
    return re.compile(rf"(?P<said>{BOARD_ARRANGEMENTS_SENTENCE})(?P<grade>{grade})\.?", re.I)


def overall_sentence(text: str, start: int, end: int, framework: str) -> Row | None:
    """Return the grade of the first sentence in ``text[start:end]`` that gives one of the inspection as a whole."""
    for openings in OVERALL_OPENINGS:
        pattern = _overall(framework, openings)
        if found := next(_sentences(text, start, end, pattern, framework, "overall_effectiveness"), None):
            return found
    return None


def board_sentence(text: str, start: int, end: int, framework: str) -> Row | None:
    """Return the grade of the first sentence on the front page, ``text[start:end]``, that gives one of the board."""
    return next(_sentences(text, start, end, _board(framework, _FRONT_END), framework, "lscb"), None)


def board_heading(text: str, start: int, framework: str) -> Row | None:
    """Return the grade of the heading over the part on the board, after ``start``."""
    pattern = _board(framework)
    found = [row for word in _BOARD_WORDS if (row := _heading(text, start, word, pattern, framework))]
    if found:
        return min(found, key=lambda row: row.start)
    at = text.find(BOARD_ARRANGEMENTS, start)
    begins = text.rfind("\n", 0, at) + 1
    end = min(at + _LONGEST, len(text))
    return next(_sentences(text, begins, end, _arrangements(framework), framework, "lscb"), None) if at >= 0 else None


def _heading(text: str, start: int, word: str, pattern: re.Pattern[str], framework: str) -> Row | None:
    """Return the first heading after ``start`` that holds ``word`` and gives a grade."""
    grades = grade_words(framework)
    at = start
    while (at := text.find(word, at)) >= 0:
        begins = text.rfind("\n", 0, at) + 1
        line_end = _line_end(text, at)
        ends = _line_end(text, line_end + 1)
        near = (text[begins:line_end], text[line_end:ends]) if ends - begins <= _LONGEST_HEADING else ()
        if any(grades.may_end(line.rstrip(" :").removesuffix(" because")) for line in near):
            found = next(_sentences(text, begins, ends, pattern, framework, "lscb"), None)
            if found and found.start <= at < found.end and _STARTS_ANEW.match(text, _line_end(text, found.end)):
                return found
        at += len(word)
    return None


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _sentences(text: str, start: int, end: int, pattern: re.Pattern[str], framework: str, area: str) -> Iterator[Row]:
    """Return a row for each run of lines that ``pattern`` fills, the shortest where one ends, begun with a capital."""
    grades = grade_words(framework)
    lines = list(printed_lines(text, start, end))
    for last, (_, stop) in enumerate(lines):
        for at in range(last, max(last - _MOST_LINES, -1), -1):
            first = lines[at][0]
            if text[first].islower() or stop - first > _LONGEST:
                continue
            match = pattern.fullmatch(fold(text[first:stop]))
            if match is None:
                continue
            if not _UNMEANT.search(match["said"]):
                end = first + _end_of_words(text[first:stop], len(match.string[: match.end("grade")].split()))
                yield Row(area, grades.code(match["grade"]), first, end, at, last)
            break


def _end_of_words(text: str, count: int) -> int:
    """Return where the word number ``count`` of ``text`` ends."""
    return list(_WORD.finditer(text))[count - 1].end()
