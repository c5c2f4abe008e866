"""What the headers of small tables say of their cells. The tables are made up."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.codelists import Codelists
from transforms.extraction import extract
from transforms.model import DocumentFacts

Row = tuple[str, str, str | None, str | None]
RUTLAND, HEREFORDSHIRE = "E06000017", "E06000019"


def rows(text: str, codelists: Codelists, authority: str | None = RUTLAND) -> list[Row]:
    """Surface, role, last day and authority of the numbers of a text."""
    facts = DocumentFacts(published_on=date(2019, 11, 14), authority=authority)
    return [
        (each.surface, each.role, each.period_end.isoformat() if each.period_end else None, each.authority)
        for each in extract(text, facts, codelists).mentions
    ]


def test_times_and_a_target_above_the_cells(codelists: Codelists) -> None:
    text = "Measure | March 2019 | March 2018 | Target\nReviews on time | 91% | 84% | 95%\n"
    assert rows(text, codelists) == [
        ("91%", "current", "2019-03-31", RUTLAND),
        ("84%", "previous", "2018-03-31", RUTLAND),
        ("95%", "target", None, RUTLAND),
    ]


def test_an_empty_cell_does_not_shift_the_columns(codelists: Codelists) -> None:
    text = "Measure | March 2019 | March 2018 | Target\nContacts received | 2,874 | 3,115 | -\n"
    assert rows(text, codelists) == [
        ("2,874", "current", "2019-03-31", RUTLAND),
        ("3,115", "previous", "2018-03-31", RUTLAND),
    ]


def test_the_title_dates_all_columns_with_the_national_one(codelists: Codelists) -> None:
    text = (
        "Workforce at 30 September 2019\n | Rutland | Herefordshire | England\nVacancy rate (%) | 9.9 | 12.5 | 16.4\n"
    )
    assert rows(text, codelists, None) == [
        ("9.9", "current", "2019-09-30", RUTLAND),
        ("12.5", "current", "2019-09-30", HEREFORDSHIRE),
        ("16.4", "national", "2019-09-30", None),
    ]


@pytest.mark.parametrize("corner", ["2018-19", "Year 2018-19"])
def test_the_corner_dates_all_columns(corner: str, codelists: Codelists) -> None:
    text = f"{corner} | Rutland | Herefordshire\nSocial worker turnover | 9% | 13%\n"
    assert [row[2] for row in rows(text, codelists, None)] == ["2019-03-31", "2019-03-31"]


def test_one_table_is_not_headed_by_another(codelists: Codelists) -> None:
    text = (
        "Measure | March 2019 | March 2018\nReviews on time | 91% | 84%\n\n"
        "On 30 June 2019 the children lived as follows:\n\nPlacement | Number\nFoster families | 183\n"
    )
    assert rows(text, codelists)[-1] == ("183", "current", "2019-06-30", RUTLAND)


def test_figures_in_brackets_are_those_of_the_year_before(codelists: Codelists) -> None:
    text = (
        "Indicators, 2018/19 (2017/18 in brackets)\nIndicator: Rutland; Herefordshire\n"
        "Re-referral rate: 18% (21%); 22% (19%)\n"
    )
    assert rows(text, codelists, None) == [
        ("18%", "current", "2019-03-31", RUTLAND),
        ("21%", "previous", "2018-03-31", RUTLAND),
        ("22%", "current", "2019-03-31", HEREFORDSHIRE),
        ("19%", "previous", "2018-03-31", HEREFORDSHIRE),
    ]


def test_columns_parted_by_semicolons(codelists: Codelists) -> None:
    text = "Indicator; 31 March 2019; 31 March 2018\nChildren looked after; 389; 413\n"
    assert rows(text, codelists) == [
        ("389", "current", "2019-03-31", RUTLAND),
        ("413", "previous", "2018-03-31", RUTLAND),
    ]
