"""The dates of an inspection: read from headers, never from running text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from transforms.periods import find_inspection_dates

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "ofsted"

HEADERS = [
    ("Borough of Westmere\nInspection dates: 17 to 28 January 2022\nLead inspector: A", (2022, 1, 17), (2022, 1, 28)),
    ("Inspection dates: 12 January 2015 – 5 February 2015\n", (2015, 1, 12), (2015, 2, 5)),
    ("Inspection date: 26 April 2016 to 19 May 2016\nReport", (2016, 4, 26), (2016, 5, 19)),
    ("Inspection dates: 20 February to 3 March 2023", (2023, 2, 20), (2023, 3, 3)),
    ("Inspection dates:\n6 December 2021 to 17 December 2021", (2021, 12, 6), (2021, 12, 17)),
    ("Inspection dates: 12 December 2022 to 20 January 2023", (2022, 12, 12), (2023, 1, 20)),
    ("Inspection dates: 12 December to 20 January 2023", (2022, 12, 12), (2023, 1, 20)),
    ("Inspection dates: 3 to 7 October 2022 and 17 to 21 October 2022", (2022, 10, 3), (2022, 10, 21)),
    ("Inspection dates: 8 – 12 July 2013", (2013, 7, 8), (2013, 7, 12)),
    ("Inspection date: 15 July 2013", (2013, 7, 15), (2013, 7, 15)),
    ("Dates of visit: 4 and 5 March 2020", (2020, 3, 4), (2020, 3, 5)),
    (
        "and partners.\nInspection of Westmere local authority\n17 to 28 January 2022 10\nThe Office",
        (2022, 1, 17),
        (2022, 1, 28),
    ),
]

NO_HEADERS = [
    "Inspectors came from 3 to 14 October 2022 and reported in December.",
    "The inspection took place between 3 and 14 October 2022.",
    "Inspection dates will be announced. It met on 3 May 2022.",
    "Inspection dates: to be announced",
    "Inspection dates: 31 to 32 June 2022",
    "",
]


@pytest.mark.parametrize(("text", "first", "last"), HEADERS)
def test_header_gives_the_dates(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert find_inspection_dates(text) == (date(*first), date(*last))


@pytest.mark.parametrize("text", NO_HEADERS)
def test_no_header_gives_none(text: str) -> None:
    assert find_inspection_dates(text) is None


def test_a_label_far_down_is_no_header() -> None:
    assert find_inspection_dates("word " * 1000 + "Inspection dates: 3 to 14 October 2022") is None


def test_every_report_that_opens_gives_its_dates() -> None:
    if not CORPUS.is_dir():
        pytest.skip("the shared corpus of reports is not beside the repository")
    pdfium = pytest.importorskip("pypdfium2")
    read, missing = 0, []
    for path in sorted(CORPUS.rglob("*.pdf")):
        try:
            document = pdfium.PdfDocument(path)
        except pdfium.PdfiumError:
            continue
        try:
            text = document[0].get_textpage().get_text_bounded().replace("\r\n", "\n")
        finally:
            document.close()
        dates = find_inspection_dates(text)
        read += 1
        if dates is None or not 0 <= (dates[1] - dates[0]).days <= 40:
            missing.append((path.name, dates))
    assert missing == []
    assert read >= 50
