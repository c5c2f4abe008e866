"""Blocks, bullets with their lead-ins, rows, headings and sentences; the texts are made up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.mentions.layout import Sentence, flatten, lower, read_layout

WIDE = "The county has had many plans for its children and none of them has been carried out in full so far,"


def words(text: str) -> list[str]:
    layout = read_layout(text)
    return [layout.flat[sentence.start : sentence.end] for sentence in layout.sentences]


def led(text: str) -> list[tuple[str, str]]:
    """Each bullet or row with the words that lead it in."""
    layout = read_layout(text)
    return [
        (" / ".join(layout.flat[start:end] for start, end in each.lead), layout.flat[each.start : each.end])
        for each in layout.sentences
        if each.kind in ("bullet", "row")
    ]


def kinds(text: str) -> list[str]:
    return [sentence.kind for sentence in read_layout(text).sentences]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        (" \n\t\n", []),
        ("Caseloads fell. Vacancies rose.", ["Caseloads fell.", "Vacancies rose."]),
        ("Caseloads averaged 18.The target is 15.", ["Caseloads averaged 18.", "The target is 15."]),
        ("It serves the whole area.2 The council agrees.", ["It serves the whole area.2", "The council agrees."]),
        ("It costs £1.2m in all. £3m is new.", ["It costs £1.2m in all.", "£3m is new."]),
        ('"We have 30." She paused. "Now 20."', ['"We have 30."', "She paused.", '"Now 20."']),
        ("Cllr. Adeyemi chairs it. Dr. Okoro left.", ["Cllr. Adeyemi chairs it.", "Dr. Okoro left."]),
        ("Teams, e.g. Fostering, grew by approx. 12.", ["Teams, e.g. Fostering, grew by approx. 12."]),
        ("See p. 12 and para. 4 of it.", ["See p. 12 and para. 4 of it."]),
        ("Was it 12? It was! Nobody knew.", ["Was it 12?", "It was!", "Nobody knew."]),
        ("a small start. then on it goes", ["a small start. then on it goes"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert words(text) == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("72. The quality of plans is poor.", ["The quality of plans is poor."]),
        ("33.1 At first there were 12.", ["At first there were 12."]),
        ("(a) Demand rose.", ["Demand rose."]),
        ("09/19 Apologies came from two.", ["Apologies came from two."]),
        ("12 children wait.", ["12 children wait."]),
        ("120 (31%) live outside the area.", ["120 (31%) live outside the area."]),
        ("120 (or 31%) live outside the area.", ["120 (or 31%) live outside the area."]),
        ("7 (draft) Demand rose.", ["(draft) Demand rose."]),
    ],
)
def test_the_number_of_a_paragraph_is_no_part_of_it(text: str, sentences: list[str]) -> None:
    assert words(text) == sentences


@pytest.mark.parametrize("glyph", ["•", "-", "–", "*", "o", "·", "\uf0b7", "\uf02d", "\uf06e", "▪"])
def test_a_colon_leads_in_the_bullets_below(glyph: str) -> None:
    text = f"Of this number:\n{glyph} 40 live at home\n{glyph} 12 live elsewhere\n\nStaff are tired."
    assert led(text) == [("Of this number:", "40 live at home"), ("Of this number:", "12 live elsewhere")]
    assert kinds(text)[-1] == "sentence"


def test_a_lead_in_ends_with_its_list() -> None:
    text = "Of this number:\n• 40 live at home\n\nOther matters are few.\n\nStaff like it.\n\nSo do we.\n\n• 12 wait"
    assert led(text) == [("Of this number:", "40 live at home"), ("", "12 wait")]


def test_a_footnote_across_a_page_break_does_not_end_a_list() -> None:
    text = "Of this number:\n• 40 live at home\n1 A child is one under 18.\n\n• 12 live elsewhere"
    assert led(text) == [("Of this number:", "40 live at home"), ("Of this number:", "12 live elsewhere")]


def test_a_bullet_leads_in_bullets_of_another_kind() -> None:
    text = (
        "■ The proportion of pupils:\n- in primary schools is 8%\n- in secondary schools is 6%\n■ Ten "
        "pupils left.\n■ And:\n- nine"
    )
    assert led(text) == [
        ("", "The proportion of pupils:"),
        ("The proportion of pupils:", "in primary schools is 8%"),
        ("The proportion of pupils:", "in secondary schools is 6%"),
        ("", "Ten pupils left."),
        ("", "And:"),
        ("And:", "nine"),
    ]


def test_a_bullet_back_at_the_outer_level_ends_the_inner_lead_in() -> None:
    text = "At the time:\n• free meals:\n- in primary 8%\n• first language:\n- in primary 13%\n• 30 wait"
    assert led(text) == [
        ("At the time:", "free meals:"),
        ("At the time: / free meals:", "in primary 8%"),
        ("At the time:", "first language:"),
        ("At the time: / first language:", "in primary 13%"),
        ("At the time:", "30 wait"),
    ]


def test_words_for_a_time_lead_in_without_a_colon() -> None:
    assert led("In the last 12 months\n• 23 left") == [("In the last 12 months", "23 left")]
    assert led("Nobody was asked about any of it\n• 23 left") == [("", "23 left")]


def test_lead_ins_do_not_pile_up() -> None:
    layout = read_layout("- a:\n• b:\n" * 400)
    assert len(layout.sentences) == 800
    assert max(len(sentence.lead) for sentence in layout.sentences) == 1


def test_rows_are_kept_apart_and_led_in_by_a_heading() -> None:
    text = "Placements in June\nFoster families | 372 | 171\nChildren's homes | 44 | 20"
    assert led(text) == [
        ("Placements in June", "Foster families | 372 | 171"),
        ("Placements in June", "Children's homes | 44 | 20"),
    ]


def test_rows_lose_the_bars_that_open_and_close_them() -> None:
    text = "| Measure | 2018 | 2019 | \n|---|:---:|---|\n| Vacancy rate | 12% | 9% | \n"
    assert words(text) == ["Measure | 2018 | 2019", "Vacancy rate | 12% | 9%"]
    assert words("| | 2018 | 2019\n") == ["| | 2018 | 2019"]


def test_rows_of_one_width_are_not_joined() -> None:
    rows = [f"| Children looked after in area {letter} | 512 | 498 |" for letter in "ABCDEF"]
    assert len(words("\n".join(rows))) == len(rows)


def test_lines_that_a_page_wraps_are_joined() -> None:
    text = "\n".join([WIDE] * 4) + "\nand that is how it was left."
    assert len(words(text)) == 1
    assert words("Staff are tired\nCaseloads are high\nHomes are full") == [
        "Staff are tired",
        "Caseloads are high",
        "Homes are full",
    ]


@pytest.mark.parametrize(
    "furniture", ["14", "Page 3 of 40", "12 of 60", "Anytown Council Inspection of services for children   7"]
)
def test_page_furniture_between_wrapped_lines_is_passed_over(furniture: str) -> None:
    text = "\n".join([WIDE, WIDE, furniture, WIDE, "as the board found out at last in the winter of that year."])
    assert len(words(text)) == 1
    assert len(words(f"{WIDE}\n{furniture}")) > 1


def test_short_lines_without_an_end_are_headings() -> None:
    assert kinds("Key findings\n\nCaseloads are high. Staff left.\n") == ["heading", "sentence", "sentence"]
    assert kinds("x" * 130) == ["sentence"]


def test_long_stretches_are_cut_at_spaces() -> None:
    layout = read_layout("word " * 2000)
    assert all(sentence.end - sentence.start <= 2000 for sentence in layout.sentences)
    assert {layout.text[each.start : each.end].split()[-1] for each in layout.sentences} == {"word"}


def test_flat_copies_keep_every_offset() -> None:
    text = "“It’s 12”\u00a0now\r\n– İstanbul\x02 \u00ad"
    flat = flatten(text)
    assert len(flat) == len(text) == len(lower(flat))
    assert flat.startswith('"It\'s 12" now')
    assert lower("İA") == "İa"


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "12 ",
                "a ",
                "B. ",
                "\n",
                "• ",
                "- ",
                ":",
                "| ",
                " | ",
                "|",
                "(",
                "1 ",
                "x" * 70,
                "\f",
                "İ",
                "\x85",
                "\x1c",
                "3 of 4",
                "“",
                "---",
            ]
        ),
        max_size=60,
    ).map("".join)
    | st.text(max_size=300)
)
def test_sentences_are_in_order_within_the_text_and_apart(text: str) -> None:
    layout = read_layout(text)
    assert len(layout.flat) == len(layout.lower) == len(text)
    last = 0
    for sentence in layout.sentences:
        assert last <= sentence.start < sentence.end <= len(text)
        assert layout.flat[sentence.start : sentence.end].strip()
        assert sentence.kind in ("sentence", "heading", "bullet", "row")
        assert all(start < end <= sentence.start for start, end in sentence.lead)
        last = sentence.end
    assert layout == read_layout(text)


def test_a_sentence_knows_no_lead_unless_it_has_one() -> None:
    assert Sentence(0, 1, 0, "sentence").lead == ()


FOOTNOTES = [
    "\n2\nThe council was asked to check these data.\n11\n",
    "\n2 The council was asked to check these data.\n11\n",
    "\n[2] The council was asked to check these data.\n",
    "\n2\nThe council was asked to check these data.\n3\nSome children are in two groups.\n11\n",
]
BEFORE = f"{WIDE}\n{WIDE}\n{WIDE}\n{WIDE}\n\n"


@pytest.mark.parametrize("footnote", FOOTNOTES)
@pytest.mark.parametrize("glyph", ["-", "\u2212", "\uf02d"])
def test_a_footnote_may_stand_before_the_first_item(footnote: str, glyph: str) -> None:
    text = (
        f"{BEFORE}▪ The share of pupils with meals:\n{footnote}{glyph} in one kind is 12%\n{glyph} in another is 9%\n"
    )
    assert [lead for lead, _ in led(text)] == ["", *["The share of pupils with meals:"] * 2]


def test_a_bullet_of_the_outer_list_ends_the_inner_one_behind_a_footnote() -> None:
    text = f"{BEFORE}▪ Of this number:\n{FOOTNOTES[0]}- 40 live at home\n▪ Staff are tired\n"
    assert led(text) == [("", "Of this number:"), ("Of this number:", "40 live at home"), ("", "Staff are tired")]


def test_a_plain_paragraph_is_no_footnote() -> None:
    text = f"{BEFORE}▪ Of this number:\n\nThe council was asked to check these data.\n\n- 40 live at home\n"
    assert led(text)[-1] == ("", "40 live at home")


def test_a_lead_in_that_breaks_down_the_sentence_before_takes_it_along() -> None:
    text = "▪ In all, 19% have meals. By school this breaks down as follows:\n- primary 20%\n"
    assert led(text)[-1][0] == "In all, 19% have meals. By school this breaks down as follows:"
