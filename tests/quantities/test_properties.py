from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.model import Quantity
from transforms.quantities import KINDS, read_quantities
from transforms.quantities.numbers import digits_value, read_words
from transforms.quantities.words import TEENS, TENS, UNITS

QUALIFIERS = {"exact", "approximately", "nearly", "over", "at_least", "at_most", "under", "range"}
WORDS = """
1|12|1,598|2014|2013–14|31|20|0|16.4|10,000|£|£6m|£-3m|%|%%|per cent|per|in|every|of|out|to|-|–|and|or|between|from|two
twenty|hundred|thousand|million|a|half|third|quarter|no|none|zero|children|cases|March|Section|paragraphs|aged|years|old
almost|more|than|less|up|minus|30s|seventies|low|mid-|first|twice|,|.|(|)|•|:|½|pc|m|k|9pm|2-1|A49|s|x|-plus|+|days|points
"""
PIECES = [*WORDS.strip().replace("\n", "|").split("|"), "\n", "|", "İ", "\u2028", "\x00", "and a half", "1 1/2", "$US"]
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
glued = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def check(text: str, found: list[Quantity]) -> None:
    end = 0
    for quantity in found:
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.start <= quantity.number_start < quantity.number_end <= quantity.end
        assert quantity.kind in KINDS
        assert quantity.qualifier in QUALIFIERS
        if quantity.noun is None:
            assert quantity.noun_start is None
        else:
            assert text[quantity.noun_start : quantity.noun_end] == quantity.noun
        if quantity.qualifier == "range":
            assert quantity.low is not None
            assert quantity.high is not None
            assert quantity.low < quantity.high
        elif quantity.low is not None and quantity.high is not None:
            assert quantity.low == quantity.high == quantity.value
        else:
            assert quantity.low is not None or quantity.high is not None
        end = quantity.end


@given(texts)
@settings(max_examples=400, deadline=None)
def test_any_text_gives_ordered_spans_within_it(text: str) -> None:
    check(text, read_quantities(text))


@given(glued)
@settings(max_examples=400, deadline=None)
def test_glued_pieces_give_ordered_spans(text: str) -> None:
    check(text, read_quantities(text))


@given(texts)
@settings(max_examples=100, deadline=None)
def test_same_text_same_quantities(text: str) -> None:
    assert read_quantities(text) == read_quantities(text)


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_are_read_back(number: int) -> None:
    assert digits_value(f"{number:,}") == number


SMALL = dict(enumerate((*UNITS, *TEENS)))
TENS_WORDS = {value // 10: word for word, value in TENS.items() if word != "fourty"}


def in_words(number: int) -> str:
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS_WORDS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joint = " and " if 0 < rest < 100 else " "
            return f"{in_words(number // size)} {name}" + (joint + in_words(rest) if rest else "")
    raise ValueError(number)


@given(st.integers(min_value=0, max_value=999_999_999))
def test_number_words_are_read_back(number: int) -> None:
    words = in_words(number)
    read = read_words(words, 0)
    assert read is not None
    assert (read.value, read.end) == (number, len(words))


def count_calls(work: Callable[[], object]) -> int:
    """Count function calls and returns, Python's and C's: a measure of work that no busy machine changes."""
    events = 0

    def watch(frame: object, event: str, argument: object) -> None:
        nonlocal events
        events += 1

    sys.setprofile(watch)
    try:
        work()
    finally:
        sys.setprofile(None)
    return events


HOSTILE = (
    "1,",
    "one hundred and ",
    "£",
    "7",
    "between 1 and ",
    "1 to ",
    "1-",
    "a third ",
    "1 in ",
    "no more than ",
    "paragraphs 1, ",
    "1\n",
    "a-",
    " ",
    "mid-",
    "1.1",
    "low seventies ",
    "one child in ",
    "one and a half ",
    " and a half",
    "a hundred",
    "1 a-a ",
    "(1) ",
    "aged 20 and ",
    "1.99×10",
    "½",
    "² ",
    "1 a\u0301 ",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_work_grows_with_the_length_of_the_text(piece: str) -> None:
    short, long = piece * (4000 // len(piece)), piece * (16000 // len(piece))
    first = count_calls(lambda: read_quantities(short))
    second = count_calls(lambda: read_quantities(long))
    assert second <= 4.5 * first + 100


@pytest.mark.parametrize("piece", ["1,", "between 1 and ", "1 to ", "5% "])
def test_a_spreadsheet_is_read_as_data_after_its_first_numbers(piece: str) -> None:
    text = piece * (120_000 // len(piece)) + "\nIt has 12 teams."
    found = read_quantities(text)
    check(text, found)
    assert [quantity.kind for quantity in found].count("data") == 1
    assert len(found) < 6000
    assert found[-1].value == 12
