from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.model import ReadDocument, Reject
from transforms.reading import read_document
from transforms.reading.pdf_glyphs import with_bullets
from transforms.reading.pdf_notes import split_notes
from transforms.reading.pdf_pages import PageText, join_pages

BODY, NOTE, MARK = 12.0, 9.0, 6.0


def read(data: bytes, name: str = "a.pdf") -> ReadDocument:
    document = read_document(data, name)
    assert isinstance(document, ReadDocument), document
    return document


def refused(data: bytes) -> Reject:
    reject = read_document(data, "a.pdf")
    assert isinstance(reject, Reject), reject
    return reject


@dataclass(frozen=True)
class Drawn:
    """Glyphs by offset: sizes of type, heights of the base line, the offsets of spaces that are inked."""

    sizes: Sequence[float]
    heights: Sequence[float]
    inked: frozenset[int] = frozenset()

    def size(self, offset: int) -> float:
        return self.sizes[offset]

    def rise(self, offset: int, other: int) -> float:
        return self.heights[offset] - self.heights[other]

    def is_inked(self, offset: int) -> bool:
        return offset in self.inked


def drawn(*runs: tuple[str, float, float]) -> PageText:
    """Return the page made of runs of text with their sizes of type and heights of the base line."""
    raw = "".join(text for text, _, _ in runs)
    sizes = [size for text, size, _ in runs for _ in text]
    heights = [height for text, _, height in runs for _ in text]
    return split_notes(raw, Drawn(sizes, heights))


def sized(*runs: tuple[str, float]) -> PageText:
    """Return the page made of runs of text with their sizes of type, on one base line."""
    return drawn(*((text, size, 0.0) for text, size in runs))


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((("Board", BODY), ("1", MARK), ("\r\nInspection", BODY)), ["Board", "Inspection"]),
        ((("Approximately 56,200", BODY), ("2", MARK), (" children", BODY)), ["Approximately 56,200 children"]),
        ((("At 31 March 2014", BODY), ("10", MARK), (" it", BODY)), ["At 31 March 2014 it"]),
        ((("fell to 16%", BODY), ("6", MARK), (" here", BODY)), ["fell to 16% here"]),
        ((("special schools", BODY), ("3", MARK), ("\r\n, of whom", BODY)), ["special schools, of whom"]),
        ((("special schools,\r\n", BODY), ("3", MARK), ("\r\nof whom", BODY)), ["special schools,", "of whom"]),
        ((("special schools,\r\n", BODY), ("2", MARK), (" of whom 83%", BODY)), ["special schools,", "of whom 83%"]),
        ((("schools ", BODY), ("3", MARK), (" of whom", BODY)), ["schools  of whom"]),
        ((("3", BODY), ("1", MARK), ("/2 years", BODY)), ["31/2 years"]),
        ((("17 children, S47, Q3, M1 2WD, 20", BODY), ("th", MARK)), ["17 children, S47, Q3, M1 2WD, 20th"]),
        ((("Children in care ", 14.0), ("604", NOTE), ("\r\nnext", NOTE)), ["Children in care 604", "next"]),
        ((("special schools", BODY), ("[1]", MARK), (", of whom", BODY)), ["special schools, of whom"]),
        ((("special schools [1], Act [1989]", BODY), (" here", BODY)), ["special schools [1], Act [1989] here"]),
        ((("1", 12.0), ("1", 11.0), ("1", 10.0)), ["111"]),
    ],
)
def test_raised_digits_go_and_other_digits_stay(runs: tuple[tuple[str, float], ...], expected: list[str]) -> None:
    page = sized(*runs)
    assert list(page.lines) == expected
    assert page.notes == ()


@pytest.mark.parametrize(
    ("height", "expected"), [(4.0, "Approximately 56,200 children"), (0.0, "Approximately 56,2002 children")]
)
def test_digits_raised_without_being_smaller_go(height: float, expected: str) -> None:
    page = drawn(("Approximately 56,200", BODY, 0.0), ("2", BODY, height), (" children", BODY, 0.0))
    assert page.lines == (expected,)


def test_ink_that_a_font_calls_a_space_is_a_bullet_where_it_opens_a_line() -> None:
    raw = "Of this number:\r\n 28 live\r\n with parents"
    opening = raw.index(" 28")
    glyphs = Drawn([BODY] * len(raw), [0.0] * len(raw), frozenset({opening, raw.index(" live")}))
    shown = with_bullets(raw, glyphs)
    assert shown == raw[:opening] + "\uf02d" + raw[opening + 1 :]
    text, _ = join_pages([split_notes(shown, glyphs)])
    assert text == "Of this number:\n\uf02d 28 live\nwith parents"


def test_footnotes_are_kept_apart() -> None:
    page = sized(
        ("The council has six homes", BODY),
        ("1", MARK),
        (" and\r\n \r\n", BODY),
        ("1", MARK),
        ("\r\nHomes are counted\r\nat 31 March.\r\n", NOTE),
        ("2", MARK),
        (" Under 18.\r\n", NOTE),
        ("11", BODY),
    )
    assert [line for line in page.lines if line.strip()] == ["The council has six homes and", "11"]
    assert page.notes == ("Homes are counted at 31 March.", "Under 18.")


def test_a_note_whose_mark_is_not_raised_must_close_its_page() -> None:
    page = sized(("An effective performance\r\n \r\n", BODY), ("3\r\nThe Institute was asked.\r\n", NOTE))
    assert page.notes == ("The Institute was asked.",)
    table = sized(("Judgements by area\r\n", BODY), ("3\r\nGood\r\n", NOTE), ("The board met.\r\n", BODY))
    assert table.notes == ()
    assert table.lines == ("Judgements by area", "3", "Good", "The board met.")


def test_a_page_with_more_notes_than_text_has_notes() -> None:
    note = "Ofsted makes this report under its power to combine reports in one, " * 4
    page = sized(("Leadership: inadequate\r\n \r\n", BODY), ("1", MARK), (f" {note}\r\n", NOTE), ("1", BODY))
    assert page.notes == (note.strip(),)
    assert [line for line in page.lines if line.strip()] == ["Leadership: inadequate", "1"]
    # small print under a heading that goes on is a table, whose marks do not make it a note
    table = sized(("Judgements\r\n", 14.0), ("1", MARK), (f" {note}\r\n", NOTE), ("The board met.\r\n", 14.0))
    assert table.notes == ()


def pages(*texts: str) -> tuple[str, tuple[int, ...]]:
    return join_pages([PageText(tuple(text.split("\n")), ()) for text in texts])


def test_page_numbers_do_not_stand_in_sentences() -> None:
    text, starts = pages("1\nA title\nLeaders provide a", "2\ntimely service to", "3\n12 children. It\n3", "4\nends.")
    assert text == "A title\nLeaders provide a\ntimely service to\n12 children. It\nends."
    assert [text[start : start + 6] for start in starts] == ["A titl", "timely", "12 chi", "ends."]


def test_a_number_at_the_edge_that_counts_something_stays() -> None:
    text, _ = pages("1\nThe council looked after", "2\n604\nchildren and", "3\nhad 19", "4\nhomes.")
    assert text == "The council looked after\n604\nchildren and\nhad 19\nhomes."


def test_running_heads_go_but_for_the_first_page() -> None:
    head = "Inspection of Ellenshire children’s services\n17 to 28 January 2022"
    text, starts = pages("Inspection of\nEllenshire", *(f"{head} {n}\nPage {n} says a" for n in range(2, 7)))
    assert "17 to 28 January" not in text
    assert text.startswith("Inspection of\nEllenshire\nPage 2 says a\nPage 3 says a")
    assert len(starts) == 6


def test_a_short_line_that_two_pages_share_stays() -> None:
    text, _ = pages("Judgements\nLeaders\nGood", "Good\nThe board met.")
    assert text == "Judgements\nLeaders\nGood\nGood\nThe board met."


def test_tables_of_contents_go() -> None:
    contents = (
        "2\nContents\nExecutive summary 2\nThe experiences and\npermanence 15\nInformation about this inspection 31"
    )
    text, starts = pages("1\nA title", contents, "3\nExecutive summary\nThe council has 2 homes", "4\nand")
    assert text == "A title\nExecutive summary\nThe council has 2 homes\nand"
    assert text[starts[1] : starts[2]] == "\n"


def test_a_page_that_ends_within_a_hyphenated_word() -> None:
    text, starts = pages("1\nmaster classes and pop-", "2\nup events")
    assert text == "master classes and pop-up events"
    assert text[starts[1] :] == "up events"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("homeless 16- and 17-\nyear-olds are well\nserved", "homeless 16- and 17-year-olds\nare well\nserved"),
        ("more than a year in 2012-\n13 had a check", "more than a year in 2012-13\nhad a check"),
        ("half of all 19-\nto 21-year-olds", "half of all 19-\nto 21-year-olds"),
        ("In 2014 it was 12 -\nChildren", "In 2014 it was 12 -\nChildren"),
    ],
)
def test_numbers_that_end_a_line_with_a_hyphen_are_joined(lines: str, expected: str) -> None:
    assert pages(lines)[0] == expected
    first, second = lines.split("\n", 1)
    joined = pages(f"1\n{first}", f"2\n{second}")[0]
    assert ("-\n" in joined) == ("-\n" in expected)


def test_the_number_of_a_paragraph_stands_apart_from_its_text() -> None:
    assert pages("10.Children are safe.\n17.5 per cent\n2.1 Adoption")[0] == (
        "10. Children are safe.\n17.5 per cent\n2.1 Adoption"
    )


def test_footnotes_follow_the_last_page() -> None:
    text, starts = join_pages([PageText(("The council has",), ("Counted in March.",)), PageText(("six homes.",), ())])
    assert text == "The council has\nsix homes.\n\nCounted in March."
    assert starts == (0, 16)


@given(st.lists(st.text(alphabet="ab 12\n.-•\u00ad\r", max_size=40), max_size=6))
def test_pages_start_inside_the_text_in_order(texts: list[str]) -> None:
    text, starts = pages(*texts)
    assert list(starts) == sorted(starts)
    assert all(0 <= start <= len(text) for start in starts)
    assert len(starts) == (len(texts) if text else 0)


def test_the_sample_report_is_read(minimal: ModuleType, articles: Path) -> None:
    data = (articles / "ellenshire-inspection-report.pdf").read_bytes()
    assert data == minimal.make_pdf(minimal.SAMPLE_PAGES)
    document = read(data)
    assert document.title == "Ellenshire County Council: Inspection of local authority children’s services"
    assert (document.publisher, document.published_on) == ("Ofsted", date(2024, 1, 19))
    assert "had by then\nbrought in eleven social workers" in document.text
    assert "long-standing limit of 15\nthat" in document.text
    assert document.text.endswith("\n\nEach area for improvement is explained in the pages that follow.\n"
                                  "The limit is in the authority’s own policy of 2021.")  # fmt: skip
    assert len(document.page_starts) == 3
    assert document.text[document.page_starts[2] :].startswith("brought in eleven")


def test_the_title_of_the_properties_is_believed_where_the_page_prints_it(minimal: ModuleType) -> None:
    lines = [["Report to the corporate parenting board", "Children in care are fewer than a year ago."]]
    assert read(minimal.make_pdf(lines, "Report to the corporate parenting board")).title == lines[0][0]
    assert read(minimal.make_pdf(lines, "Microsoft Word - Report v3 DRAFT.docx")).title is None
    assert read(minimal.make_pdf(lines, "Budget book for the coming year")).title is None


def test_bad_files_are_refused_with_their_reason(minimal: ModuleType) -> None:
    sound = minimal.make_pdf([["Some text"], ["and more"]])
    assert refused(b"").reason == "empty_file"
    assert refused(b"<!DOCTYPE html><html>not found</html>").reason == "not_a_pdf"
    assert refused(b"plain text").reason == "not_a_pdf"
    assert refused(b"%PDF-1.4\nnothing more\n%%EOF").reason == "broken_pdf"
    assert refused(minimal.make_pdf([[], []])).reason == "pdf_without_text"
    for share in (0.2, 0.5, 0.9, 0.99):
        assert refused(sound[: int(len(sound) * share)]).reason == "broken_pdf"


def test_a_shorter_file_than_its_first_object_states_is_truncated(minimal: ModuleType) -> None:
    sound = minimal.make_pdf([["Some text"]])
    stated = sound.replace(b"%PDF-1.4\n", b"%%PDF-1.4\n%%/Linearized 1 /L %d\n" % (len(sound) + 5000))
    assert refused(stated).reason == "broken_pdf"


def test_the_scale_of_the_text_counts_for_the_size_of_its_type(minimal: ModuleType) -> None:
    scaled = b"BT /F1 1 Tf 12 0 0 12 60 700 Tm (The city has 56,200) Tj 7 0 0 7 171 705 Tm (2) Tj 12 0 0 12 175 700 Tm"
    text = read(minimal.make_page(scaled + b" ( children) Tj ET")).text
    assert " ".join(text.split()) == "The city has 56,200 children"


def test_a_rise_of_the_text_is_seen(minimal: ModuleType) -> None:
    raised = b"BT /F1 12 Tf 60 700 Td (The city has 56,200) Tj 5 Ts (2) Tj 0 Ts ( children) Tj ET"
    assert read(minimal.make_page(raised)).text == "The city has 56,200 children"
    sideways = b"BT /F1 12 Tf 0 12 -12 0 60 100 Tm 1 Ts (56,2002 children) Tj ET"
    assert "56,2002" in read(minimal.make_page(sideways)).text


def test_columns_that_are_drawn_one_after_the_other_are_read_so(minimal: ModuleType) -> None:
    left = (b"The council looks after", b"604 children in all.")
    right = (b"Agency staff are now", b"18 per cent of workers.")
    drawn_at = [(60, 700 - 14 * i, line) for i, line in enumerate(left)]
    drawn_at += [(320, 700 - 14 * i, line) for i, line in enumerate(right)]
    content = b"BT /F1 12 Tf " + b" ".join(b"1 0 0 1 %d %d Tm (%s) Tj" % each for each in drawn_at) + b" ET"
    text = " ".join(read(minimal.make_page(content)).text.split())
    assert text == "The council looks after 604 children in all. Agency staff are now 18 per cent of workers."


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_bytes_raise(minimal: ModuleType, data: st.DataObject) -> None:
    sound = minimal.make_pdf(minimal.SAMPLE_PAGES)
    at = data.draw(st.integers(0, len(sound)))
    noise = data.draw(st.binary(max_size=60))
    cut = data.draw(st.integers(0, 200))
    damaged = sound[:at] + noise + sound[at + cut :]
    assert isinstance(read_document(damaged, "a.pdf"), ReadDocument | Reject)
    assert isinstance(read_document(noise, "a.pdf"), Reject)


# "Power2" is the name of a service.
GLUED = re.compile(r"(?<=[a-z]{3})(?<!Power)\d{1,2}\b|(?<=%)\d|(?<=\b20[012]\d)\d\b")


def test_real_reports_are_clean(reports: list[Path], texts: dict[str, ReadDocument]) -> None:
    assert len(texts) == len(reports) - 2
    for name, document in texts.items():
        assert document.publisher == "Ofsted", name
        assert document.title is not None, name
        assert "hildren" in document.title, name
        assert GLUED.findall(document.text) == [], name
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\u00ad\r]", document.text), name
        assert re.findall(r"^\d{1,3}$", document.text, re.MULTILINE) == [], name
        assert "its power to combine reports" not in document.text[: document.page_starts[1]], name
        assert not re.search(r"\d-\n(?!and\b|or\b|to\b)[a-z0-9]", document.text), name
        assert len(document.page_starts) >= 10, name
        assert document.page_starts[0] == 0
        assert list(document.page_starts) == sorted(document.page_starts)


@pytest.mark.parametrize(
    ("folder", "name", "sentence"),
    [
        ("80442_buckinghamshire", "29 january 2018", "master classes and pop-up continuing"),
        ("80555_somerset", "27 march 2015", "special schools, of whom 6 live out of the authority"),
        ("80418_norfolk", "20 october 2015", "special schools, of whom 55% live out of the"),
        ("80567_surrey", "16 may 2018", "well-informed risk assessments"),
        ("80429_birmingham", "25 november 2016", "special schools, of whom 100% live out of the"),
        ("80460_derbyshire", "11 february 2014", "\uf02d Fewer than 5 children"),
        ("80460_derbyshire", "11 february 2014", "more than a year in 2012-13 had not"),
        ("80458_darlington", "02 december 2022", " 10. Children and families"),
    ],
)
def test_sentences_of_real_reports_are_whole(
    texts: dict[str, ReadDocument], folder: str, name: str, sentence: str
) -> None:
    found = [document for label, document in texts.items() if label.startswith(f"{folder}/") and name in label]
    assert len(found) == 1
    assert sentence in " ".join(found[0].text.split())


def test_the_day_of_publication_is_the_one_that_the_report_prints(texts: dict[str, ReadDocument]) -> None:
    days = {f"{name.split('/')[0]} {name[-8:-4]}": document.published_on for name, document in texts.items()}
    assert days["80555_somerset 2015"] == date(2015, 3, 27)
    assert days["80418_norfolk 2013"] == date(2013, 8, 16)
    assert days["80418_norfolk 2015"] == date(2015, 10, 19)
    assert days["80468_essex 2023"] is None
    assert sum(document.published_on is not None for document in texts.values()) == 23
