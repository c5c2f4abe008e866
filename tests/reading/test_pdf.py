from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.model import ReadDocument, Reject
from transforms.reading import read_document
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


def sized(*runs: tuple[str, float]) -> PageText:
    """Return the page made of runs of text with their sizes of type."""
    raw = "".join(text for text, _ in runs)
    sizes = [size for text, size in runs for _ in text]
    return split_notes(raw, lambda at: sizes[at])


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
    ],
)
def test_raised_digits_go_and_other_digits_stay(runs: tuple[tuple[str, float], ...], expected: list[str]) -> None:
    page = sized(*runs)
    assert list(page.lines) == expected
    assert page.notes == ()


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
