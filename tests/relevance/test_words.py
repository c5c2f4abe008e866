"""The file of words: strict reading."""

from __future__ import annotations

import pytest

from flows.relevance import load_words
from transforms.relevance import WordsError, parse_words

GOOD = """
enough = 5
[[topic]]
points = 5
phrases = ["children's services"]
acronyms = ["UASC"]
[england]
phrases = ["england"]
[[elsewhere]]
code = "scotland"
phrases = ["scotland"]
[[subject]]
code = "schools"
phrases = ["school"]
"""


def test_the_words_of_the_project_hold_together():
    words = load_words()
    assert words.enough == max(words.points.values())
    assert len(words.points) == sum(len(group.phrases) + len(group.acronyms) for group in words.topic)


def test_phrases_have_the_points_of_their_group():
    assert parse_words(GOOD.encode()).points == {"children's services": 5, "UASC": 5}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("enough = = 5", "mend that place"),
        (GOOD.replace("enough = 5", ""), "'enough' is missing"),
        (GOOD.replace("children's services", "Children's services"), "small letters"),
        (GOOD.replace("children's services", "children's  services"), "small letters"),
        (GOOD.replace("children's services", "looked-after child"), "space for a hyphen"),
        (GOOD.replace('["children\'s services"]', '["in care", "in care"]'), "2 times"),
    ],
)
def test_what_is_wrong_is_named(text, told):
    with pytest.raises(WordsError, match=told):
        parse_words(text.encode())
