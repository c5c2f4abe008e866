"""Which times carry on through a paragraph. The sentences are made up."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.codelists import Codelists
from transforms.extraction import extract
from transforms.mentions.carrying import FAMILIES
from transforms.model import DocumentFacts

JUNE = (date(2019, 6, 1), date(2019, 6, 30))
JUNE_30 = (date(2019, 6, 30), date(2019, 6, 30))


def days(text: str, codelists: Codelists) -> dict[str, tuple[date | None, date | None]]:
    """The days of each number of a text about Rutland, by its surface."""
    facts = DocumentFacts(published_on=date(2019, 11, 14), authority="E06000017")
    return {each.surface: (each.period_start, each.period_end) for each in extract(text, facts, codelists).mentions}


CARRIED = [
    (
        "In June 88 per cent of assessments were completed on time. Some 70 section 47 enquiries were opened.",
        "Some 70",
        JUNE,
    ),
    (
        "At 30 June 2019 there were 210 children with a child protection plan. A further 640 were children in need.",
        "640",
        JUNE_30,
    ),
    # over the space of a paragraph, told in the past
    (
        "The council looked after 320 children at 30 June 2019.\n\nThere were 30 children in children's homes.",
        "30",
        JUNE_30,
    ),
    # what the measure allows is said aside
    (
        "In June 88 per cent of initial assessments were completed on time. Core assessments, which are allowed"
        " 35 days, fared better: 91 per cent of core assessments met the deadline.",
        "91 per cent",
        JUNE,
    ),
]
KEPT_APART = [
    # how things stand now
    ("In June the council opened 70 section 47 enquiries. It now has 640 children in need.", "640"),
    ("In June 88 per cent of assessments were completed on time. The re-referral rate is 20 per cent.", "20 per cent"),
    # another family
    ("In June 88 per cent of assessments were completed on time. Foster families numbered 90.", "90"),
    # too far: a paragraph between
    (
        "The council looked after 320 children at 30 June 2019.\n\nMembers thanked the staff.\n\n"
        "There were 30 children in children's homes.",
        "30",
    ),
]


@pytest.mark.parametrize(("text", "surface", "expected"), CARRIED)
def test_a_time_carries_on_within_its_family(
    text: str, surface: str, expected: tuple[date, date], codelists: Codelists
) -> None:
    assert days(text, codelists)[surface] == expected


@pytest.mark.parametrize(("text", "surface"), KEPT_APART)
def test_a_time_does_not_carry(text: str, surface: str, codelists: Codelists) -> None:
    assert days(text, codelists)[surface] == (None, None)


def test_families_hold_codes_of_the_codelist(codelists: Codelists) -> None:
    assert {code for family in FAMILIES for code in family} <= set(codelists.metrics)
