"""Lines put together to blocks: lists whose marks were lost, footnotes; the texts are made up."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.mentions.blocks import UNMARKED, read_blocks

LONG = "The county has had many plans for its children and none of them has been carried out in full so far,\n" * 4


def blocks(text: str) -> list[tuple[str, str, str]]:
    """Kind, glyph and words of each block behind a stretch of wrapped prose."""
    whole = f"{LONG}\n{text}"
    return [
        (block.kind, block.glyph, " ".join(whole[block.content : block.end].split()))
        for block in read_blocks(whole)[1:]
    ]


def items(text: str) -> list[str]:
    return [words for kind, glyph, words in blocks(text) if (kind, glyph) == ("bullet", UNMARKED)]


def test_semicolons_tell_the_items_of_a_list_without_marks() -> None:
    text = (
        "▪ In the year there were:\n75 adoptions;\n11 orders of the court made for the special guardians\n"
        "of children;\n12 who left.\n"
    )
    assert items(text) == [
        "75 adoptions;",
        "11 orders of the court made for the special guardians of children;",
        "12 who left.",
    ]


def test_a_space_tells_the_items_of_a_list_without_marks() -> None:
    text = (
        "▪ Of this number:\n 75 live with foster families, of whom a third live\noutside\n 11 live with parents\n▪ So\n"
    )
    assert items(text) == ["75 live with foster families, of whom a third live outside", "11 live with parents"]


def test_a_footnote_may_stand_before_and_among_items_without_marks() -> None:
    note = "\n2\nThe data were checked by the council itself.\n11\n"
    text = f"▪ Of this number:\n{note} 75 live at home\n{note} 11 live elsewhere\n"
    assert items(text) == ["75 live at home", "11 live elsewhere"]


@pytest.mark.parametrize(
    "text",
    [
        "▪ The director said:\nCaseloads are too high and staff\nleave us.\n",
        "▪ Caseloads are high; staff leave;\nmanagers know that.\n",
        " Caseloads are high.\n Staff leave.\n",
    ],
)
def test_other_lines_are_no_items(text: str) -> None:
    assert items(text) == []


@pytest.mark.parametrize("mark", ["2\n", "2 ", "[2] ", "[2]"])
def test_a_mark_below_a_blank_line_makes_a_footnote(mark: str) -> None:
    text = f"{LONG}▪ Of this number:\n \n{mark}The data were checked.\n11\n- 75 live at home\n"
    assert [block.note for block in read_blocks(text)] == [False, False, True, False]


def test_a_paragraph_without_a_mark_is_no_footnote() -> None:
    assert not any(block.note for block in read_blocks(f"{LONG}\nThe data were checked.\n"))


def test_a_line_that_opens_with_a_comma_goes_on() -> None:
    assert blocks("▪ eight live in schools3\n, of whom half live outside\n") == [
        ("bullet", "▪", "eight live in schools3 , of whom half live outside")
    ]


@given(st.lists(st.sampled_from(["a b:", " c;", "- d", "2", "", "[3] E.", "▪ f:", " g", "| h | i |"]), max_size=20))
@settings(max_examples=200, deadline=None)
def test_blocks_stand_in_order_and_hold_every_word(lines: list[str]) -> None:
    text = LONG + "\n".join(lines)
    found = read_blocks(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(block.start <= block.content <= block.end for block in found)
