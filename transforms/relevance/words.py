"""The words by which relevance is judged: ``words.toml`` read into records."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

FILE = "words.toml"


class WordsError(ValueError):
    """The file of words does not hold together; the message names the place and the mend."""


@dataclass(frozen=True)
class Group:
    """Phrases that say the same of a document.

    ``code`` is the reason code of a refusal, or "topic" and "england"; ``points`` what one phrase is worth. Phrases are
    in small letters, found with any apostrophe, space or hyphen and with a plural s; acronyms as they stand.
    """

    code: str
    points: int
    phrases: tuple[str, ...]
    acronyms: tuple[str, ...]


@dataclass(frozen=True)
class Words:
    """All words: the topic's groups, what speaks for England, for elsewhere and for other subjects."""

    enough: int
    topic: tuple[Group, ...]
    england: Group
    elsewhere: tuple[Group, ...]
    subjects: tuple[Group, ...]

    @cached_property
    def points(self) -> Mapping[str, int]:
        """The topic's phrases and acronyms, each with its points."""
        return {phrase: group.points for group in self.topic for phrase in (*group.phrases, *group.acronyms)}


def parse_words(data: bytes) -> Words:
    """Read the file of words.

    Raises:
        WordsError: it is no TOML, lacks a part, or a phrase is not as they are written or is in the topic twice.
    """
    try:
        table = tomllib.loads(data.decode("utf-8"))
        words = Words(
            enough=int(table["enough"]),
            topic=tuple(_group("topic", part) for part in table["topic"]),
            england=_group("england", table["england"]),
            elsewhere=tuple(_group(part["code"], part) for part in table["elsewhere"]),
            subjects=tuple(_group(part["code"], part) for part in table["subject"]),
        )
    except KeyError as error:
        raise WordsError(f"{FILE}: {error} is missing; add it") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WordsError(f"{FILE}: {error}; mend that place") from error
    for phrase, times in Counter(phrase for group in words.topic for phrase in group.phrases).items():
        if times > 1:
            raise WordsError(f"{FILE}, topic: {phrase!r} is there {times} times, each with its points; leave one")
    return words


def _group(code: str, part: Mapping[str, Any]) -> Group:
    phrases = tuple(part["phrases"])
    for phrase in phrases:
        if phrase != " ".join(phrase.lower().split()) or "-" in phrase or not phrase:
            raise WordsError(f"{FILE}, {code}: {phrase!r}: write it in small letters, with a space for a hyphen")
    return Group(code, int(part.get("points", 1)), phrases, tuple(part.get("acronyms", ())))
