from __future__ import annotations

import codecs
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.model import ReadDocument, Reject
from transforms.reading import MAX_TEXT_BYTES, read_document

STORY = (
    "Caseloads fall in the county\n\nSocial workers hold 15 cases – half of what children’s teams had. It cost £6m.\n"
)


def read(data: bytes, name: str = "news/story.txt") -> ReadDocument:
    document = read_document(data, name)
    assert isinstance(document, ReadDocument), document
    return document


def refused(data: bytes, name: str = "news/story.txt") -> Reject:
    reject = read_document(data, name)
    assert isinstance(reject, Reject), reject
    assert (reject.stage, reject.doc) == ("read", name)
    assert reject.message.startswith(f"{name}: ")
    assert reject.text is None
    return reject


@pytest.mark.parametrize(
    "data",
    [
        STORY.encode(),
        codecs.BOM_UTF8 + STORY.encode(),
        STORY.replace("\n", "\r\n").encode(),
        STORY.encode("cp1252"),
        STORY.encode("utf-16"),
        codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"),
        STORY.encode("utf-32"),
    ],
)
def test_every_accepted_encoding_gives_the_same_text(data: bytes) -> None:
    document = read(data)
    assert document.text == STORY
    assert document.media_type == "text/plain"
    assert document.page_starts == ()


def test_the_text_stays_as_close_as_possible_to_the_file() -> None:
    text = "  47.\tSocial workers \n\n\n\uf06e At 31 March 2014, 1,826 children \n\uf02d 740 (41%%) live outside\n"
    assert read(text.encode()).text == text


def test_a_headline_above_a_blank_line_is_the_title() -> None:
    for line in (
        "Caseloads fall in the county",
        "Who cares about caseloads now?",
        "‘We got our staff back’",
        "34 join the team",
    ):
        assert read(f"\n{line}\n\nSocial workers hold 15 cases.".encode()).title == line


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Monday. It agreed.\n\nThen it rose.",
        "“The council met on Monday.”\n\nThen it rose.",
        "Social workers hold fifteen cases\nwhich is half of what they had.",
        "Dear director of services\n\nThank you for the visit.",
        "47. Social workers feel supported\n\n48. They say so.",
        "\uf06e At 31 March 2014\n\n1,826 children",
        "Good\n\nThe council is good.",
    ],
)
def test_a_first_line_that_is_no_headline_is_no_title(text: str) -> None:
    assert read(text.encode()).title is None


def test_the_head_of_a_report_as_text() -> None:
    text = "1\nEllenshire\nRe-inspection of services for children in need of help\nInspection date: 3 May 2018\n"
    document = read(f"{text}Report published: 9 June 2018\nThis is a report by Ofsted.".encode())
    assert (document.publisher, document.published_on) == ("Ofsted", date(2018, 6, 9))
    assert document.title == "Ellenshire: Re-inspection of services for children in need of help"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 14 May 2025", date(2025, 5, 14)),
        ("Report published: 3 June 2015", date(2015, 6, 3)),
        ("Published on Friday 12th March 2021", date(2021, 3, 12)),
        ("Publication date 12/03/2021", date(2021, 3, 12)),
        ("Minutes of the meeting held on 6 November 2025", None),
        ("Inspection dates: 3 to 14 October 2022", None),
        ("Published today (24 August)", None),
        ("Last updated: 3 June 2015", None),
        ("Published: 31 June 2015", None),
    ],
)
def test_the_day_of_publication_is_read_where_the_text_says_it(line: str, day: date | None) -> None:
    assert read(f"A headline of five words\n\n{line}\n\nThe council met.".encode()).published_on == day


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty_file"),
        (b" \r\n\t\x00 ", "empty_file"),
        (codecs.BOM_UTF8, "empty_file"),
        (b"caf\xc3", "undecodable"),
        (b"Services for children and families. " * 9 + "Children’s".encode()[:-2] + b" services", "undecodable"),
        (b"Services for children and families. " * 9 + "£6m at the café".encode()[:-1], "undecodable"),
        (b"Services for children and families. " * 9 + "£6m".encode() + b" and \x93more\x94", "undecodable"),
        (b"\x81\x8d\x8f\x90\x9d", "undecodable"),
        (bytes(range(256)) * 40, "undecodable"),
        (b"\x00\x01" * 4000, "binary"),
        ("Social workers".encode("utf-16-le") * 20, "binary"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "undecodable"),
        (b"%PDF-1.7\n...", "wrong_type"),
        (b"PK\x03\x04\x14\x00word", "wrong_type"),
        (b"<!DOCTYPE html><html><body><p>Not found</p>", "wrong_type"),
        (b"x" * (MAX_TEXT_BYTES + 1), "too_large"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    assert refused(data).reason == reason


@pytest.mark.parametrize("name", ["story", "story.docx", "story.txt.gz", ".txt/story"])
def test_other_extensions_are_refused(name: str) -> None:
    assert refused(b"text", name).reason == "unknown_type"


def test_a_line_of_a_million_characters_is_read() -> None:
    for line in ("a" * 1_000_000, "9 " * 500_000, " " * 999_999 + "x", "\u00a0’" * 500_000, "\x02-" * 500_000):
        assert len(read(line.encode()).text) == 1_000_000


@given(st.binary(max_size=3000))
def test_no_bytes_raise(data: bytes) -> None:
    result = read_document(data, "a.txt")
    assert isinstance(result, ReadDocument | Reject)
    assert read_document(data, "a.txt") == result


@given(st.text(min_size=1).filter(lambda text: "\ufffd" not in text))
def test_utf8_text_is_text_or_has_a_reason(text: str) -> None:
    result = read_document(text.encode("utf-8", errors="ignore"), "a.txt")
    if isinstance(result, Reject):
        assert result.reason in {"empty_file", "binary", "wrong_type", "undecodable"}
    else:
        assert "\r" not in result.text
