"""Which specs of the grammar a sentence wakes: those one of whose triggers it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from transforms.mentions.grammar import rules_by_kind

_WORDS = 1 << 13  # whose pieces are remembered for each kind of number: texts say the same words again and again

# by the longest word of a trigger: the triggers with that word, each with the places of the specs that it wakes
_Triggers = Mapping[str, list[tuple[str, tuple[int, ...]]]]


def woken(text: str, kind: str) -> list[int]:
    """The places in ``rules_by_kind()[kind]`` of the specs one of whose triggers ``text`` holds, in order.

    A trigger is looked for only where the longest of its words stands in a word of the text, which is remembered of
    each word; that takes a third of the time of looking for every trigger.
    """
    triggers, pieces_in = _triggers(kind), _reader(kind)
    found: set[int] = set()
    for piece in set().union(*map(pieces_in, set(text.split()))):
        for trigger, places in triggers[piece]:
            if trigger == piece or trigger in text:
                found.update(places)
    return sorted(found)


@lru_cache(maxsize=4)
def _triggers(kind: str) -> _Triggers:
    specs: dict[str, list[int]] = {}
    for place, (spec, _) in enumerate(rules_by_kind()[kind]):
        for trigger in spec.triggers:
            specs.setdefault(trigger, []).append(place)
    triggers: dict[str, list[tuple[str, tuple[int, ...]]]] = {}
    for trigger, places in specs.items():
        triggers.setdefault(max(trigger.split(), key=len), []).append((trigger, tuple(places)))
    return triggers


@lru_cache(maxsize=4)
def _reader(kind: str) -> Callable[[str], frozenset[str]]:
    """What tells the longest words of triggers that a word holds anywhere: "unallocated" holds "allocat"."""
    triggers = _triggers(kind)

    @lru_cache(maxsize=_WORDS)
    def pieces_in(word: str) -> frozenset[str]:
        return frozenset(piece for piece in triggers if piece in word)

    return pieces_in
