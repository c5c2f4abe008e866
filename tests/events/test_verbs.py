"""The forms of verbs, and how a verb and a noun stand together."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.events.frames import Frames, frames, tellings
from transforms.events.lines import Line
from transforms.events.verbs import alternation, forms, participles, past_forms, told_forms
from transforms.mentions.layout import Sentence

SERVED: Frames = frames(
    transitive=("serve", "withdraw"),
    intransitive=("lapse",),
    nouns=("withdrawal",),
    states=("over",),
    through=("with",),
)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("lift", ("lifts", "lifted", "lifted", "lifting")),
        ("revoke", ("revokes", "revoked", "revoked", "revoking")),
        ("carry out", ("carries out", "carried out", "carried out", "carrying out")),
        ("withdraw", ("withdraws", "withdrew", "withdrawn", "withdrawing")),
        ("scrap", ("scraps", "scrapped", "scrapped", "scrapping")),
        ("put", ("puts", "put", "put", "putting")),
        ("free", ("frees", "freed", "freed", "freeing")),
        ("publish", ("publishes", "published", "published", "publishing")),
        ("oversee", ("oversees", "oversaw", "overseen", "overseeing")),
        ("label", ("labels", "labelled", "labelled", "labelling")),
    ],
)
def test_forms(verb: str, expected: tuple[str, str, str, str]) -> None:
    made = forms(verb)
    assert (made.third, made.past, made.participle, made.gerund) == expected


def test_each_use_has_its_forms() -> None:
    assert re.fullmatch(participles(("give", "take")), "taken")
    assert not re.fullmatch(participles(("give", "take")), "took")
    assert not re.fullmatch(past_forms(("give",)), "gives")
    assert re.fullmatch(told_forms(("wind up",)), "winding up")


@given(st.lists(st.text("abc ", min_size=1, max_size=6), min_size=1, max_size=8))
def test_alternatives_match_whole_words_longest_first(words: list[str]) -> None:
    pattern = re.compile(alternation(words))
    for word in words:
        match = pattern.match(word)
        assert match is not None
        assert match[0] == word


def line(words: str) -> Line:
    """A sentence as its words alone."""
    return Line(0, Sentence(0, len(words), 0, "text"), words, words, None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ministers served the council with a notice in may", "served the council with a notice"),
        ("ministers withdrew in may 2019 the notice", "withdrew in may 2019 the notice"),
        ("the notice, which the department had withdrawn, was", "notice, which the department had withdrawn"),
        ("the notice has since been formally withdrawn", "notice has since been formally withdrawn"),
        ("a notice served in may", "notice served"),
        ("the notice finally lapsed in may", "notice finally lapsed"),
        ("the withdrawal of the notice came in may", "withdrawal of the notice"),
        ("the notice is now over", "notice is now over"),
    ],
)
def test_a_verb_stands_with_its_noun(words: str, expected: str) -> None:
    place = words.index("notice")
    found = [words[each.start : each.end] for each in tellings(SERVED, line(words), place, place + len("notice"))]
    assert expected in found


@pytest.mark.parametrize(
    "words",
    [
        "ministers served their country and read the notice",
        "the notice says that the troops were withdrawn",
        "she withdrew because the notice was short",
        "the notice and the fines that he served",
    ],
)
def test_a_verb_of_another_clause_does_not(words: str) -> None:
    place = words.index("notice")
    assert list(tellings(SERVED, line(words), place, place + len("notice"))) == []


def test_the_time_of_a_clause_that_follows_is_found_by_its_verb() -> None:
    words = "the notice, which had hung over the county since may 2014, was withdrawn in 2016"
    (telling,) = tellings(SERVED, line(words), 4, 10)
    start, end = telling.near
    assert words[start:end] == "withdrawn"
