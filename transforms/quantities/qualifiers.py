"""Words beside a number that bound it or take its edge off: "almost", "no more than", "or more"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from transforms.quantities.qualifier_phrases import AFTER, APPROXIMATELY, AT_LEAST, AT_MOST, BEFORE, OVER, UNDER
from transforms.quantities.words import vocabulary

# "no one now holds more than 28": a negative word earlier in the clause turns the bound round.
_NOBODY = vocabulary("no none nobody no-one neither nowhere never")
_NOT = frozenset(("not", "cannot"))
_HOLDING = vocabulary(
    """
    hold holds holding held have has had having carry carries carrying carried manage manages managed oversee
    oversees supervise supervises is are was were be been being exceed exceeds take takes took taken get gets
    got see sees reach reaches reached contain contains employ employs keep keeps kept given allocated cost
    costs pay pays lead leads handle handles
    """
)
# "does not let an adviser take on more than 25": who may do so stands between
_LETTING = vocabulary("let allow permit expect ask want give")
_TURNED = {OVER: AT_MOST, UNDER: AT_LEAST}

_HANDED = vocabulary("hand hands handed handing carried carrying signed")
_RISING = vocabulary(
    """
    was were went goes going gone now back moved shot crept rose rising climbed climbing
    """
)


_SINGLE = {phrase: kind for kind, phrases in BEFORE.items() for phrase in phrases if " " not in phrase}


def _by_last_two() -> dict[tuple[str, ...], tuple[tuple[tuple[str, ...], str], ...]]:
    table: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = {}
    for qualifier, phrases in BEFORE.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            if len(words) > 1:
                table.setdefault(words[-2:], []).append((words, qualifier))
    return {last: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for last, entries in table.items()}


_PHRASES = _by_last_two()
_LAST_WORDS = frozenset({*_SINGLE, *(words[-1] for words in _PHRASES)})
_LEAD_IN = "([{\"'“‘"
_AFTER_WORDS = {phrase: kind for kind, phrases in AFTER.items() for phrase in phrases}
_AFTER = re.compile(
    r"(?:-(?P<glued>plus|odd|ish|something)\b|\splus\b(?!\s(?:[0-9]|an?\b|the\b|one\b|two\b|three\b|four\b|five\b))|\s?\+(?!\w)"
    r"|\s(?P<words>"
    + "|".join(re.escape(p).replace(r"\ ", r"\s") for p in sorted(_AFTER_WORDS, key=len, reverse=True))
    + r")\b)"
)


class Qualified(NamedTuple):
    """A qualifier and the offset at which its words begin (before) or end (after)."""

    qualifier: str
    edge: int


def before(text: str, start: int, pieces: list[str]) -> Qualified | None:
    """Return the qualifier whose words end right before ``start``; ``pieces`` are the words before, as printed."""
    if not pieces:
        return None
    last = pieces[-1].lstrip(_LEAD_IN).lower()
    if last not in _LAST_WORDS:
        return None
    for words, qualifier in _phrases(pieces, last):
        printed = [piece.lower() for piece in pieces[-len(words) :]]
        lead = len(printed[0]) - len(printed[0].lstrip(_LEAD_IN))
        printed[0] = printed[0][lead:]
        if tuple(printed) != words:
            continue
        if words == ("up", "to") and len(pieces) > 2 and pieces[-3].lower() in _RISING:
            return None  # "by September that was up to 83 per cent"
        if words == ("over",) and len(pieces) > 1 and pieces[-2].lower() in _HANDED:
            return None  # "handed over £360,000"
        if words in _COMPARATIVES and _is_compared(pieces[: -len(words)]):
            return None
        edge = _edge(text, start, pieces, len(words)) + lead
        if qualifier in _TURNED and _is_negated(text, edge):
            qualifier = _TURNED[qualifier]
        return Qualified(qualifier, edge)
    return None


# "This is lower than 1,530 at 31 March 2014": what was counted before is held against that very number
_COMPARATIVES = frozenset({("lower", "than"), ("higher", "than")})
_ADVERBS = vocabulary("slightly much far significantly considerably somewhat substantially marginally still also")


def _is_compared(pieces: list[str]) -> bool:
    """Return whether the words before a comparative say that the number before is compared: "This is slightly"."""
    words = [piece.lower() for piece in pieces]
    while words and words[-1] in _ADVERBS:
        words.pop()
    return words[-2:] in (["this", "is"], ["this", "was"], ["which", "is"], ["which", "was"])


def _phrases(pieces: list[str], last: str) -> Iterable[tuple[tuple[str, ...], str]]:
    """Return the phrases that may end with the last pieces, longest first."""
    if len(pieces) > 1:
        yield from _PHRASES.get((pieces[-2].lstrip(_LEAD_IN).lower(), last), ())
    if last in _SINGLE:
        yield (last,), _SINGLE[last]


def _edge(text: str, start: int, pieces: list[str], count: int) -> int:
    """Return where the last ``count`` pieces before ``start`` begin."""
    for piece in reversed(pieces[-count:]):
        start = text.rindex(piece, 0, start)
    return start


def _is_negated(text: str, edge: int) -> bool:
    """Return whether a bound stands under a negative: "no worker may hold over 15", "must not be over 15"."""
    clause = text[max(0, edge - 60) : edge].lower().replace("\n", " ")
    for mark in (". ", "; ", ": ", ", ", "! ", "? ", " – ", " but ", " and "):
        clause = clause.rpartition(mark)[2]
    words = [word.strip(_LEAD_IN) for word in clause.split()]
    if not words:
        return False
    if words[-1] in ("never", "not", "nor"):
        return True
    if words[-1] == "on" and len(words) > 1:
        words.pop()  # "take on"
    if words[-1] not in _HOLDING:
        return False
    if not _NOBODY.isdisjoint(words):
        return True
    reach = len(words) if not _LETTING.isdisjoint(words) else 3
    return any(word in _NOT or word.endswith(("n't", "n’t")) for word in words[-reach:])


def after(text: str, end: int) -> Qualified | None:
    """Return the qualifier whose words begin right after ``end``."""
    if text[end : end + 1] not in ("-", "+", " ", "\n", ","):
        return None
    found = _AFTER.match(text, end)
    if found is None:
        return None
    glued = found["glued"]
    if glued in ("odd", "ish", "something"):
        return Qualified(APPROXIMATELY, found.end())
    words = found["words"]
    qualifier = AT_LEAST if words is None else _AFTER_WORDS[" ".join(words.split())]
    return Qualified(qualifier, found.end())
