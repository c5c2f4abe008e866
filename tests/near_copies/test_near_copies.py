"""Retellings of one release are one story; different stories about one council are not, however alike their words."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.near_copies import MOST_WORDS, PERMUTATIONS, Sketched, near_copies, sketch

DAY = date(2025, 10, 16)

RELEASE = """
Children in Ellenshire are safer than they were two years ago, inspectors have said after their latest visit to the
county council. They found that social workers now hold 18 cases each, down from 27 when the service was judged
inadequate in November 2023. Agency staff fill 12 per cent of the posts, which is half of what it was. The council has
spent another £4.2m on its front door, where 1,340 calls came in last month, and says that nine calls in ten were
looked at within a day. The inspectors wrote that managers know their service well and that children are seen soon
after a worry is reported. They were less pleased with the time that it takes to find homes for teenagers, 31 of whom
live more than twenty miles away. The cabinet member said that the staff deserved the praise and that nobody would rest
until every child had a worker who knew their name. A foster carer of eleven years told the paper that she had seen the
change with her own eyes, because the same worker had come to her door since spring. The council wants to open three
small homes by next summer and has bought the first of them, a farmhouse near Marrowby. The next visit is expected in
the new year. The union that speaks for the workers said that the figures were right but that eighteen was an average
and that some of its members still held more than thirty. It asked the council to publish the numbers team by team.
"""

OPENINGS = (
    "It has been a long road for the county.",
    "There was relief at County Hall this week.",
    "Residents have been waiting for this news since the winter.",
    "The report ran to nine pages and was read out in full.",
)

SUBJECTS = ("foster carers", "the leaving care team", "school transport", "the front door", "short breaks", "adopters")
VERBS = ("has asked for", "will publish", "turned down", "agreed on", "is looking at", "voted for")
OBJECTS = ("a new building", "longer opening hours", "a review of its spending", "the plan for next year", "more staff")
PLACES = ("Marrowby", "the coast", "the northern towns", "the villages along the river", "the old mill quarter")
REASONS = (
    "because demand has grown faster than anybody expected",
    "after parents had written to the local paper for months",
    "although the money for it has yet to be found",
    "since the lease on the present offices runs out in June",
    "as part of a wider look at how families get help early",
    "while officers work out what the law allows them to do",
)
BOILERPLATE = "Ellenshire County Council serves half a million people. For more about its services see its website."


def retold(number: int) -> str:
    """One retelling: other words here and there, and a cut end, moved paragraphs or another opening."""
    luck = random.Random(number)
    words = RELEASE.split()
    for at in luck.sample(range(len(words)), len(words) * 3 // 100):
        if words[at].isalpha():
            words[at] = luck.choice(["indeed", "locally", "then", "perhaps", "clearly"])
    sentences = " ".join(words).split(". ")
    if number % 4 == 1:
        sentences = sentences[: len(sentences) * 4 // 5]
    if number % 4 == 2:
        third = len(sentences) // 3
        sentences = sentences[third : 2 * third] + sentences[:third] + sentences[2 * third :]
    if number % 4 == 3:
        sentences = [luck.choice(OPENINGS).rstrip("."), *sentences[1:]]
    return ". ".join(sentences)


def other_story(number: int) -> str:
    luck = random.Random(1000 + number)
    said = [
        f"The council {luck.choice(VERBS)} {luck.choice(OBJECTS)} for {luck.choice(SUBJECTS)} in {luck.choice(PLACES)} "
        f"{luck.choice(REASONS)}, and {luck.randint(2, 900)} people answered its questions."
        for _ in range(9)
    ]
    return " ".join([*said, BOILERPLATE])


def sketched(key: str, text: str, day: date | None = DAY, *, sample: bool = False) -> Sketched:
    found = sketch(text)
    assert found is not None
    return Sketched(key, day, sample, found)


def test_twenty_retellings_are_one_story() -> None:
    texts = [sketched(f"a{number:02}", retold(number), DAY + timedelta(days=number)) for number in range(20)]
    found = near_copies(texts)
    assert found == dict.fromkeys((each.key for each in texts), "a00")


def test_two_hundred_stories_about_one_council_are_two_hundred() -> None:
    assert near_copies(sketched(f"b{number:03}", other_story(number)) for number in range(200)) == {}


def test_half_a_release_is_still_the_release() -> None:
    sentences = RELEASE.split(". ")
    half = ". ".join(sentences[: len(sentences) // 2])
    assert near_copies([sketched("a", RELEASE), sketched("b", half)]) == {"a": "a", "b": "a"}


def test_last_quarters_words_with_other_numbers_are_another_story() -> None:
    numbers = {
        "18": "16",
        "27": "18",
        "12 per": "9 per",
        "4.2": "1.7",
        "1,340": "1,501",
        "31 of": "22 of",
        "2023": "2024",
    }
    other = RELEASE
    for before, after in numbers.items():
        other = other.replace(before, after)
    assert near_copies([sketched("a", RELEASE), sketched("b", other)]) == {}


@pytest.mark.parametrize(
    ("day", "sample"), [(DAY + timedelta(days=61), False), (DAY, True)], ids=["months later", "a sample"]
)
def test_what_is_told_much_later_or_made_up_is_no_copy(day: date, sample: bool) -> None:
    assert near_copies([sketched("a", RELEASE), sketched("b", RELEASE, day, sample=sample)]) == {}


def test_a_document_without_a_day_can_be_a_copy() -> None:
    assert near_copies([sketched("b", RELEASE, None), sketched("a", RELEASE)]) == {"a": "a", "b": "a"}


def test_the_order_does_not_matter() -> None:
    texts = [sketched(f"a{number}", retold(number)) for number in range(6)] + [sketched("b", other_story(1))]
    assert near_copies(texts) == near_copies(texts[::-1])


@pytest.mark.parametrize("text", ["", "Too short to say.", "word " * (MOST_WORDS + 1)])
def test_texts_of_no_use_have_no_sketch(text: str) -> None:
    assert sketch(text) is None


@given(st.text(max_size=2000))
def test_any_text_has_a_sketch_of_fixed_size_or_none(text: str) -> None:
    found = sketch(text)
    assert found is None or len(found.minima) == PERMUTATIONS
    assert sketch(text) == found
