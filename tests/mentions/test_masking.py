"""A sentence as the grammar sees it: N, P, M and R stand for the numbers, A for a name; the texts are made up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.mentions.bound import masked
from transforms.mentions.grammar.vocabulary import AUTHORITY, OWN, PLACEHOLDERS
from transforms.mentions.layout import read_layout
from transforms.mentions.masking import KIND_OF, Masked, Masker, within
from transforms.quantities import read_quantities

SHOWN = {ord(char): letter for letter, char in PLACEHOLDERS.items()} | {ord(AUTHORITY): "A", ord(OWN): ">"}


def shown(sentence: Masked) -> str:
    return sentence.text.translate(SHOWN).strip()


def mask(text: str, removed: tuple[str, ...] = (), names: tuple[str, ...] = (), lead: str = "") -> str:
    """The mask of a text without the times ``removed``, with ``names`` known; ``lead`` opens the text."""
    layout = read_layout(text)
    quantities = [quantity for quantity in read_quantities(text) if quantity.kind in KIND_OF]
    spans = [[(text.index(words), text.index(words) + len(words)) for words in group] for group in (removed, names)]
    leads = [(0, len(lead))] if lead else []
    own = (len(lead), len(text))
    return shown(Masker(layout.lower, quantities, *spans).mask(leads, own))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("There are 12 teams.", "there are N teams."),
        ("About 30 children wait.", "N children wait."),
        ("It rose to 12 per cent.", "it rose to P."),
        ("A third of staff left.", "P of staff left."),
        ("It put in £6m.", "it put in M."),
        ("The rate is 48 per 10,000.", "the rate is R."),
        ("Between 15 and 20 cases each.", "N cases each."),
        ("The child is aged 12.", "the child is aged 12."),
        ("A visit took 3 days.", "a visit took 3 days."),
        ("No children wait.", "N children wait."),
        ("There are still 12 teams.", "there are N teams."),
        ("However, it currently has 12.", ", it has N."),
        ("“We’ve 12.”", '"we\'ve N."'),
    ],
)
def test_each_kind_of_number_has_its_mark(text: str, seen: str) -> None:
    assert shown(masked(text)) == seen


@pytest.mark.parametrize(
    "text",
    [
        "Few had three or more placements.",
        "Few had at least three placement moves.",
        "Few moved home three times or more.",
        "Few were under 18.",
        "Few had 3+ placements.",
    ],
)
def test_numbers_in_the_name_of_a_measure_state_nothing(text: str) -> None:
    assert masked(text).slots == []


@pytest.mark.parametrize(
    ("text", "removed", "seen"),
    [
        ("In March 2014 there were 12.", ("March 2014",), "there were N."),
        ("At 31 March 2014, 844 waited.", ("31 March 2014",), "N waited."),
        ("It fell to 12 in May.", ("May",), "it fell to N ."),
        ("From 2012 to now it had 12.", ("2012",), "to it had N."),
        ("It had 12 last year, up from 9.", ("last year",), "it had N , up from N."),
    ],
)
def test_times_are_taken_out_with_their_preposition(text: str, removed: tuple[str, ...], seen: str) -> None:
    assert mask(text, removed) == seen


def test_a_time_that_is_part_of_a_number_stays() -> None:
    assert mask("It did three quarters of them.", ("three quarters",)) == "it did P of them."


def test_names_become_one_mark() -> None:
    assert mask("Anyshire County Council has 12.", names=("Anyshire County Council",)) == "A has N."


def test_a_lead_in_stands_before_the_words_that_it_leads_in() -> None:
    text = "Of 90 children: 12 wait"
    layout = read_layout(text)
    quantities = read_quantities(text)
    sentence = Masker(layout.lower, quantities, [], []).mask([(0, 15)], (16, len(text)))
    assert shown(sentence) == "of N children: >N wait"
    assert [slot.own for slot in sentence.slots] == [False, True]
    assert sentence.text[sentence.own_start] == OWN


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("One primary pupil in seven is poor.", "P of primary pupil is poor."),
        ("One in seven is poor.", "P is poor."),
        ("Three in four children are seen.", "P children are seen."),
    ],
)
def test_what_is_counted_inside_a_share_comes_after_it(text: str, seen: str) -> None:
    assert shown(masked(text)) == seen


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The rate per 10,000 under-18s is 70.", "R"),
        ("The rates are 273 and 35 in every 10,000 respectively.", "RR"),
        ("The rate per 10,000 is 70, and 12 teams work there.", "RN"),
        ("Of 10,000 homes, 70 are empty.", "NN"),
        ("Children per 10,000 | 81", "N"),
    ],
)
def test_bare_numbers_beside_a_rate_are_rates(text: str, kinds: str) -> None:
    assert "".join(slot.kind for slot in masked(text).slots) == kinds


def test_the_words_on_both_sides_of_a_number() -> None:
    sentence = masked("It had 12 teams and 30 cars in all.")
    assert sentence.left(0) == "it had "
    assert sentence.left(1) == sentence.right(0) == " teams and "
    assert sentence.right(1).rstrip() == " cars in all."


def test_spans_that_begin_within_a_stretch() -> None:
    assert list(within([0, 4, 4, 9], 4, 9)) == [1, 2]
    assert list(within([], 0, 9)) == []
    assert list(within([3], 4, 9)) == []


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "12",
                "a third",
                "£6m",
                "5%",
                "three or more placements",
                "the rate per 10,000 is",
                " ",
                "  ",
                ", ",
                "now",
                "under 18",
                "İ",
                "one child in six",
                ".",
            ]
        ),
        max_size=25,
    ).map(" ".join)
)
def test_every_slot_stands_at_its_mark(text: str) -> None:
    sentence = masked(text)
    assert [sentence.text[slot.at] for slot in sentence.slots] == [PLACEHOLDERS[slot.kind] for slot in sentence.slots]
    assert sum(char in PLACEHOLDERS.values() for char in sentence.text) == len(sentence.slots)
    assert [slot.at for slot in sentence.slots] == sorted({slot.at for slot in sentence.slots})


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("120 (or 40%)3 live outside", "N (or P) live outside"),
        ("Seven live in schools,\n2\nfour live outside", "N live in schools, N live outside"),
        ("Seven live in schools,\n2 all of whom live outside", "N live in schools, all of whom live outside"),
    ],
)
def test_raised_marks_are_taken_out(text: str, seen: str) -> None:
    assert mask(text) == seen


@pytest.mark.parametrize(
    "text",
    [
        "Pupils in Years 12 and 13 do well.",
        "The plan goes on post-16.",
        "They gained five A* to C grades.",
        "There is little to tell between the two.",
        "It was so in 2012- 13 too.",
    ],
)
def test_numbers_that_are_names_state_nothing(text: str) -> None:
    assert masked(text).slots == []


@pytest.mark.parametrize("text", ["In the last two years 12 children were adopted.", "It grew in 2016\n- 58 were new"])
def test_like_words_keep_their_number(text: str) -> None:
    assert [slot.kind for slot in masked(text).slots][-1:] == ["N"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "The rate of referrals rose from 402 per 10,000 to 411, below a rate of 558 and the England rate of 548.",
            "RRRR",
        ),
        ("The rate rose to 52 per 10,000; 411 children were in care.", "RN"),
        ("A rate of 52 per 10,000 means 411 children.", "RN"),
        ("There were 411 children, 52 per 10,000, and 390 the year before.", "NRN"),
    ],
)
def test_what_follows_a_rate_in_its_series_is_one(text: str, kinds: str) -> None:
    assert "".join(slot.kind for slot in masked(text).slots) == kinds
