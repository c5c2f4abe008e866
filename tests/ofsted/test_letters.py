"""Letters and reports of visits, written for the tests."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.codelists import Codelists
from transforms.model import DocumentFacts, Inspection
from transforms.ofsted import read_report

NOTHING = DocumentFacts()
ADDRESS = "Ofsted\nT 0300 000 0000\nwww.gov.uk/ofsted\n\n24 August 2017\n\nDear Director\n\n"
MONITORING = f"""{ADDRESS}Monitoring visit of Buckinghamshire County Council children’s services

This letter summarises what we found at the monitoring visit to Buckinghamshire
County Council on 25 and 26 July 2017. The visit was the fourth monitoring visit
since the council was judged inadequate on 8 August 2014.
"""
FOCUSED = """5 December 2018
Dear Director
Focused visit to Derby City Council children’s services
Following my visit to Derby City Council from 31 October to 1 November 2018, I write on
behalf of His Majesty’s Chief Inspector. The visit was made under the framework for the
inspection of councils (ILACS).
"""
JOINT = """Joint targeted area inspection of Sefton
Inspection dates: 13 to 17 February 2023
Ofsted, the Care Quality Commission and the inspectorate of constabulary made this visit.
"""


def visit(text: str, codelists: Codelists, facts: DocumentFacts = NOTHING) -> Inspection:
    report = read_report(text, facts, codelists)
    assert report is not None
    assert report.inspection is not None
    assert report.judgements == ()
    assert report.rejects == ()
    return report.inspection


def test_monitoring_visit(codelists: Codelists) -> None:
    assert visit(MONITORING, codelists) == Inspection(
        framework=None,
        kind="monitoring_visit",
        number=4,
        inspection_start=date(2017, 7, 25),
        inspection_end=date(2017, 7, 26),
        lead_inspector=None,
        published_on=None,
        authority="E10000002",
    )


def test_focused_visit(codelists: Codelists) -> None:
    assert visit(FOCUSED, codelists) == Inspection(
        framework="ILACS",
        kind="focused_visit",
        number=None,
        inspection_start=date(2018, 10, 31),
        inspection_end=date(2018, 11, 1),
        lead_inspector=None,
        published_on=None,
        authority="E06000015",
    )


def test_joint_targeted_area_inspection(codelists: Codelists) -> None:
    assert visit(JOINT, codelists) == Inspection(
        framework=None,
        kind="joint_targeted_inspection",
        number=None,
        inspection_start=date(2023, 2, 13),
        inspection_end=date(2023, 2, 17),
        lead_inspector=None,
        published_on=None,
        authority="E08000014",
    )


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("This was the first monitoring visit since the judgement.", 1),
        ("The visit was the second since the judgement.", 2),
        ("This letter summarises the findings of the third monitoring visit since 2015.", 3),
        ("This was your 12th monitoring visit.", 12),
        ("It was the council’s work that we saw; this was the sixth and final monitoring visit.", 6),
        ("Since the second monitoring visit leaders have acted.", None),
        ("This was a monitoring visit.", None),
    ],
)
def test_number_of_the_visit(said: str, number: int | None, codelists: Codelists) -> None:
    text = MONITORING.partition("The visit was")[0] + said
    assert visit(text, codelists).number == number


def test_one_day_is_first_and_last(codelists: Codelists) -> None:
    found = visit(MONITORING.replace("25 and 26 July 2017", "26 July 2017"), codelists)
    assert (found.inspection_start, found.inspection_end) == (date(2017, 7, 26), date(2017, 7, 26))


def test_day_of_the_letter_is_no_day_of_the_visit(codelists: Codelists) -> None:
    found = visit(MONITORING.replace(" on 25 and 26 July 2017", ""), codelists, DocumentFacts(authority="E10000002"))
    assert (found.inspection_start, found.inspection_end) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Monitoring visit to Derby shows progress\n\nInspectors say that the council is getting better.\n",
        "Ofsted praises Derby\n\nA monitoring visit on 5 May 2021 was the fourth. Dear readers, more below.\n",
        "Focused visit to Derby children’s services\n\nOfsted came on 5 May 2021, the council’s leader said.\n",
    ],
)
def test_news_of_a_visit_is_no_letter(text: str, codelists: Codelists) -> None:
    assert read_report(text, DocumentFacts(), codelists) is None


def test_report_that_tells_of_a_focused_visit(codelists: Codelists) -> None:
    text = """Inspection of Derby local authority children’s services
Inspection dates: 4 to 15 October 2021
Judgement Grade
Overall effectiveness Good
There was a
focused visit to the local authority’s front door services in 2019, and a
Monitoring visit to its children’s services
"""
    report = read_report(text, DocumentFacts(), codelists)
    assert report is not None
    assert report.inspection is not None
    assert report.inspection.kind == "standard_inspection"
