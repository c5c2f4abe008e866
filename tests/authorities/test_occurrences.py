"""Where plain words stand, and that a name is found at the beginning of a word only."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.authorities import AuthorityIndex
from transforms.authorities.occurrences import occurrences


@given(st.text("ab|;\n", max_size=40), st.sampled_from([("|", ";"), ("ab", "\n"), ("b|", "a")]))
def test_occurrences_are_those_of_a_look_at_every_place(text: str, words: Sequence[str]) -> None:
    assert occurrences(text, words) == sorted(
        at for word in words for at in range(len(text)) if text.startswith(word, at)
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kent has 40.", ["Kent"]),
        ("(Kent has 40.", ["Kent"]),
        ("KENT has 40.", ["KENT"]),
        ("Surrey &Kent have 40.", ["Surrey", "Kent"]),
        ("A B&Kent firm has 40.", []),
        ("McKent has 40.", []),
        ("Kentish homes", []),
        ("kent has 40.", []),
        ("site/Kent", []),
    ],
)
def test_a_name_begins_a_word(index: AuthorityIndex, text: str, found: list[str]) -> None:
    assert [mention.surface for mention in index.find(text)] == found
