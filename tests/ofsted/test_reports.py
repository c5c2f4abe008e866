"""Reports written for the tests: each framework, and what must not be taken for a judgement."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.codelists import Codelists
from transforms.model import DocumentFacts, InspectionReport
from transforms.ofsted import read_report

NOTHING = DocumentFacts()
TABLE = """Judgement Grade
The impact of leaders on social work
practice with children and families Good
The experiences and progress of
children who need help and protection
Requires improvement
to be good
The experiences and progress of
children in care and care leavers Outstanding
Overall effectiveness Good
"""
ILACS = f"""Inspection of Dorset local authority
children’s services
Inspection dates: 4 to 15 October 2021
Lead inspector: Given Surname, Her Majesty’s Inspector
{TABLE}Much has changed since 2019, when the council was formed.
What needs to improve?
◼ The timeliness of visits.
"""
SIF = """Borough of Poole
Inspection of services for children in need of help and
protection, children looked after and care leavers
and
Review of the effectiveness of the Local Safeguarding Children
Board
Inspection date: 2 June – 25 June 2015
Report published: 7 August 2015
Children’s services in Poole require improvement to be
good
Leaders know what must be done.
1. Children who need help and protection Requires improvement
2. Children looked after and achieving
permanence
Good
2.1 Adoption performance Outstanding
2.2 Experiences and progress of care leavers Inadequate
3. Leadership, management and governance Requires
improvement
Executive summary
Plans are better than they were.
The Local Safeguarding Children Board (LSCB)
The Local Safeguarding Children Board is good
Summary of findings
What the inspection judgements mean
An LSCB that is good does what is asked of it.
The inspection team
Lead inspector: Given Surname HMI
Deputy lead inspector: Other Surname HMI
"""
BOARD = """Kent Safeguarding Children Board
Review of the effectiveness of the Local Safeguarding Children
Board
Inspection date: 15 June 2015 – 17 June 2015
Report published: 3 August 2015
The Local Safeguarding Children Board is inadequate
The board does not know enough.
The inspection team
Lead inspector: Given Surname, HMI
"""
LOOKED_AFTER = """Inspection of looked after children
services
Herefordshire Council
Inspection dates: 8 – 12 July 2013
Reporting inspector Given Surname HMI
Age group: All
Published: 16 August 2013
About this inspection
Outstanding (Grade 1) A service that exceeds what is asked
Adequate (Grade 3) A service that meets what is asked
Overall effectiveness of services for looked
after children and young people
Grade 3 (adequate)
Overall effectiveness was judged good in 2010.
Record of main findings
Services for looked after children
Overall effectiveness Adequate
Capacity to improve Good
Outcomes for looked after children
and young people
Inadequate
Quality of provision Adequate
Leadership and management Outstanding
"""


def read(text: str, codelists: Codelists, facts: DocumentFacts = NOTHING) -> InspectionReport:
    report = read_report(text, facts, codelists)
    assert report is not None
    for judgement in report.judgements:
        assert " ".join(text[judgement.char_start : judgement.char_end].split()) == judgement.quote
    return report


def grades(report: InspectionReport) -> dict[str, str]:
    return {judgement.area: judgement.grade for judgement in report.judgements}


def test_ilacs(codelists: Codelists) -> None:
    report = read(ILACS, codelists)
    found = report.inspection
    assert found is not None
    assert (found.framework, found.kind, found.number) == ("ILACS", "standard_inspection", None)
    assert (found.inspection_start, found.inspection_end) == (date(2021, 10, 4), date(2021, 10, 15))
    assert (found.lead_inspector, found.published_on, found.authority) == ("Given Surname", None, "E06000059")
    assert grades(report) == {
        "impact_of_leaders": "good",
        "help_and_protection": "requires_improvement",
        "in_care_and_care_leavers": "outstanding",
        "overall_effectiveness": "good",
    }
    assert report.rejects == ()


def test_sif(codelists: Codelists) -> None:
    report = read(SIF, codelists)
    found = report.inspection
    assert found is not None
    assert (found.framework, found.kind) == ("SIF", "single_inspection")
    assert (found.inspection_start, found.inspection_end) == (date(2015, 6, 2), date(2015, 6, 25))
    assert (found.lead_inspector, found.published_on) == ("Given Surname", date(2015, 8, 7))
    assert found.authority == "E06000029"
    assert grades(report) == {
        "overall_effectiveness": "requires_improvement",
        "help_and_protection": "requires_improvement",
        "in_care": "good",
        "adoption": "outstanding",
        "care_leavers": "inadequate",
        "leadership_management_governance": "requires_improvement",
        "lscb": "good",
    }
    quotes = {judgement.area: judgement.quote for judgement in report.judgements}
    assert quotes["adoption"] == "2.1 Adoption performance Outstanding"
    assert quotes["lscb"] == "The Local Safeguarding Children Board is good"
    assert report.rejects == ()


def test_board_alone(codelists: Codelists) -> None:
    report = read(BOARD, codelists)
    assert report.inspection is not None
    assert report.inspection.framework == "LSCB_review"
    assert report.inspection.kind == "safeguarding_board_review"
    assert report.inspection.authority == "E10000016"
    assert grades(report) == {"lscb": "inadequate"}


def test_looked_after_children(codelists: Codelists) -> None:
    report = read(LOOKED_AFTER, codelists)
    found = report.inspection
    assert found is not None
    assert (found.framework, found.kind) == ("LAC_2013", "looked_after_inspection")
    assert (found.lead_inspector, found.published_on, found.authority) == (
        "Given Surname",
        date(2013, 8, 16),
        "E06000019",
    )
    assert grades(report) == {
        "overall_effectiveness": "adequate",
        "capacity_to_improve": "good",
        "outcomes_for_looked_after_children": "inadequate",
        "quality_of_provision": "adequate",
        "leadership_and_management": "outstanding",
    }


def test_looked_after_children_by_headings(codelists: Codelists) -> None:
    report = read(LOOKED_AFTER.partition("Record of")[0], codelists)
    assert grades(report) == {"overall_effectiveness": "adequate"}
    assert len(report.rejects) == 4


def test_reinspection(codelists: Codelists) -> None:
    text = SIF.replace("Inspection of services", "Re-inspection of services").replace("\nand\nReview of the", "\n")
    text = text.partition("The Local Safeguarding Children Board")[0]
    report = read(text, codelists)
    assert report.inspection is not None
    assert report.inspection.kind == "reinspection"
    assert "lscb" not in grades(report)
    said = SIF.replace("Plans are better", "This is a re-inspection of services. Plans are better")
    again = read(said, codelists).inspection
    assert again is not None
    assert again.kind == "reinspection"


def test_short_inspection(codelists: Codelists) -> None:
    week = read(ILACS.replace("4 to 15", "4 to 8"), codelists).inspection
    assert week is not None
    assert week.kind == "short_inspection"
    told = read(ILACS.replace("Much has", "At this short inspection much has"), codelists).inspection
    assert told is not None
    assert told.kind == "short_inspection"


def test_without_overall_effectiveness(codelists: Codelists) -> None:
    text = """Inspection of Somerset local authority children’s services
Inspection dates: 18 to 29 May 2026
Lead inspector: Given Surname, His Majesty’s Inspector
Area of judgement Grade
The impact of leaders on social work practice with children and families Good
The experiences and progress of children who need help and protection Inadequate
The experiences and progress of children in care Requires improvement to be good
The experiences and progress of care leavers Not judged
From this spring the overall effectiveness of a council is not graded.
Overall effectiveness was good in 2022.
"""
    report = read(text, codelists)
    assert report.inspection is not None
    assert report.inspection.authority == "E06000066"
    assert grades(report) == {
        "impact_of_leaders": "good",
        "help_and_protection": "inadequate",
        "in_care": "requires_improvement",
        "care_leavers": "not_judged",
    }
    assert report.rejects == ()


def test_earlier_grades_in_the_body_are_not_taken(codelists: Codelists) -> None:
    body = """Previous inspections
Overall effectiveness Inadequate
- Adoption performance: Inadequate
In 2014 children’s services in Dorset were inadequate
Children’s services in Dorset were judged
inadequate
The experiences and progress of children in care
were inadequate
"""
    assert grades(read(ILACS + body, codelists)) == grades(read(ILACS, codelists))
    assert grades(read(SIF + body, codelists)) == grades(read(SIF, codelists))
    without = ILACS.replace("Overall effectiveness Good\n", "") + body
    assert "overall_effectiveness" not in grades(read(without, codelists))


@pytest.mark.parametrize("said", ["are not yet good", "are no longer inadequate", "were judged good"])
def test_sentence_that_gives_no_grade(said: str, codelists: Codelists) -> None:
    text = SIF.replace("require improvement to be\ngood", said)
    report = read(text, codelists)
    assert "overall_effectiveness" not in grades(report)
    assert [reject.reason for reject in report.rejects] == ["unknown_grade"]


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("The overall judgement is that children’s services\nare inadequate", "inadequate"),
        ("The overall judgement is requires improvement.", "requires_improvement"),
        ("The overall judgment is Good", "good"),
        ("The overall judgement is good. Leaders know their service.", "good"),
        ("Children’s services in Poole requires improvement to be good", "requires_improvement"),
        ("Children's services in the Borough of Poole are\noutstanding", "outstanding"),
        ("Overall effectiveness: inadequate", "inadequate"),
        ("Poole’s children’s services are good", "good"),
        ("The judgement of the council’s work is inadequate", "inadequate"),
    ],
)
def test_overall_sentences(sentence: str, grade: str, codelists: Codelists) -> None:
    text = SIF.replace("Children’s services in Poole require improvement to be\ngood", sentence)
    assert grades(read(text, codelists))["overall_effectiveness"] == grade


@pytest.mark.parametrize(
    ("heading", "grade"),
    [
        (
            "The effectiveness of the Local Safeguarding Children Board (LSCB)\nrequires improvement.",
            "requires_improvement",
        ),
        ("The judgement for the effectiveness of the LSCB is inadequate", "inadequate"),
        ("The Local Safeguarding Children is inadequate", "inadequate"),
        ("The Poole Safeguarding Children Board requires improvement to be good.", "requires_improvement"),
        ("Local Safeguarding Children’s Board: Good", "good"),
        ("The LSCB is judged to be good", "good"),
        ("Section 2: The effectiveness of the Local\nSafeguarding Children Board is outstanding", "outstanding"),
        ("The Local Safeguarding Children Board for Poole and Dorset is good", "good"),
        (
            "The arrangements in place to evaluate the effectiveness of what is\ndone by the authority and board "
            "partners to safeguard and promote\nthe welfare of children require improvement.",
            "requires_improvement",
        ),
        ("The LSCB requires improvement because:", "requires_improvement"),
    ],
)
def test_board_headings(heading: str, grade: str, codelists: Codelists) -> None:
    text = SIF.replace("The Local Safeguarding Children Board is good", heading)
    assert grades(read(text, codelists))["lscb"] == grade


@pytest.mark.parametrize(
    "prose",
    [
        "An LSCB that is good does more.",
        "The Local Safeguarding Children Board is good\nat what it does.",
        "The LSCB requires improvement if it does less.",
        "The Local Safeguarding Children Board was inadequate",
    ],
)
def test_prose_on_the_board_is_no_judgement(prose: str, codelists: Codelists) -> None:
    text = SIF.replace("The Local Safeguarding Children Board is good", prose)
    report = read(text, codelists)
    assert "lscb" not in grades(report)
    assert [reject.reason for reject in report.rejects] == ["unknown_grade"]


def test_table_that_is_lost_is_read_from_the_headings(codelists: Codelists) -> None:
    text = ILACS.replace(TABLE, "") + (
        "The experiences and progress of children who need help and\nprotection: requires improvement to be good\n"
        "The experiences and progress of children in care and care leavers are\nGood\n"
        "The impact of leaders on social work practice with children and families is: Inadequate\n1. Leaders met.\n"
    )
    report = read(text, codelists)
    assert grades(report) == {
        "help_and_protection": "requires_improvement",
        "in_care_and_care_leavers": "good",
        "impact_of_leaders": "inadequate",
    }
    assert [reject.reason for reject in report.rejects] == ["unknown_grade"]


HEADINGS = """The experiences and progress of children who need help and protection: requires improvement to be good
The experiences and progress of children in care and care leavers: outstanding
The impact of leaders on social work practice with children and families: good
"""


def test_grades_above_their_labels_are_not_read_from_the_table(codelists: Codelists) -> None:
    shifted = """Judgement Grade
Good
The impact of leaders on social work practice with children and families
Requires improvement
to be good
The experiences and progress of children who need help and protection
Outstanding
The experiences and progress of children in care and care leavers
Inadequate
Overall effectiveness
Services have changed.
"""
    expected = {
        area: grade for area, grade in grades(read(ILACS, codelists)).items() if area != "overall_effectiveness"
    }
    assert grades(read(ILACS.replace(TABLE, shifted) + HEADINGS, codelists)) == expected
    assert grades(read(ILACS.replace(TABLE, shifted), codelists)) == {}


def test_columns_one_after_the_other_are_not_read(codelists: Codelists) -> None:
    columns = """Judgement Grade
The impact of leaders on social work practice with children and families
The experiences and progress of children who need help and protection
The experiences and progress of children in care and care leavers
Overall effectiveness
Good
Requires improvement to be good
Outstanding
Good
"""
    assert grades(read(ILACS.replace(TABLE, columns), codelists)) == {}
    assert len(grades(read(ILACS.replace(TABLE, columns) + HEADINGS, codelists))) == 3


def test_sentence_over_two_lines_just_above_the_table(codelists: Codelists) -> None:
    text = SIF.replace("Leaders know what must be done.\n", "")
    assert grades(read(text, codelists)) == grades(read(SIF, codelists))
    text = text.replace("require improvement to be\ngood", "are\ninadequate")
    assert grades(read(text, codelists)) == grades(read(SIF, codelists)) | {"overall_effectiveness": "inadequate"}


def test_unknown_label_and_unknown_grade(codelists: Codelists) -> None:
    text = ILACS.replace(
        "The experiences and progress of\nchildren in care and care leavers Outstanding",
        "The stability of the workforce Good\n"
        "The experiences and progress of\nchildren in care and care leavers Secure",
    )
    report = read(text, codelists)
    assert "in_care_and_care_leavers" not in grades(report)
    assert [(reject.stage, reject.reason) for reject in report.rejects] == [
        ("extract", "unknown_label"),
        ("extract", "unknown_grade"),
    ]
    label, grade = report.rejects
    assert label.text == "The stability of the workforce Good"
    assert grade.text == "The experiences and progress of children in care and care leavers Secure"
    start = text.index("The stability")
    assert label.place == f"characters {start} to {start + len(label.text)}"
    assert "vocabulary" in label.message
    assert "vocabulary" in grade.message


def test_grade_of_another_framework_is_unknown(codelists: Codelists) -> None:
    report = read(ILACS.replace("Overall effectiveness Good", "Overall effectiveness Adequate"), codelists)
    assert "overall_effectiveness" not in grades(report)
    assert [reject.text for reject in report.rejects] == ["Overall effectiveness Adequate"]


def test_two_grades_by_one_label_are_none(codelists: Codelists) -> None:
    text = ILACS.replace("Overall effectiveness Good", "Overall effectiveness\nGood\nInadequate")
    assert "overall_effectiveness" not in grades(read(text, codelists))


@pytest.mark.parametrize(
    "title",
    [
        "Norfolk County Council\nInspection of local authority arrangements for the protection of children",
        "Inspection of safeguarding and looked after children services\nNorfolk County Council",
        "Norfolk County Council\nInspection of the care of children by councils",
    ],
)
def test_unknown_framework(title: str, codelists: Codelists) -> None:
    text = f"{title}\nInspection dates: 3 to 14 December 2012\nLead inspector: Given Surname HMI\n{TABLE}"
    report = read(text, codelists)
    assert report.inspection is None
    assert report.judgements == ()
    assert [(reject.reason, reject.place) for reject in report.rejects] == [("unknown_framework", "title")]
    assert report.rejects[0].text == " ".join(title.split())


def test_framework_before_its_time_is_unknown(codelists: Codelists) -> None:
    report = read(ILACS.replace("October 2021", "October 2012"), codelists)
    assert [reject.reason for reject in report.rejects] == ["unknown_framework"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ofsted: children’s services in Dorset are inadequate\n\nInspectors judged overall effectiveness inadequate.\n",
        "Inspection of Dorset children’s services finds failings\n\nThe council was told so on 5 May 2021.\n"
        "Overall effectiveness Inadequate\n",
        "Inspection of a good school: St Anne’s\nInspection dates: 5 and 6 May 2021\nOverall effectiveness Good\n",
        "Minutes\nInspection dates: 5 to 9 May 2021 were noted.\nChildren’s services are good\n",
        "Information about this local authority area\nOverall effectiveness Good\n",
    ],
)
def test_texts_that_are_no_reports(text: str, codelists: Codelists) -> None:
    assert (
        read_report(text, DocumentFacts(title="Inspection of Dorset local authority children’s services"), codelists)
        is None
    )


def test_page_of_the_evidence(codelists: Codelists) -> None:
    starts = (0, SIF.index("Executive summary"), SIF.index("The Local Safeguarding Children Board (LSCB)"))
    report = read_report(SIF, DocumentFacts(), codelists, starts)
    assert report is not None
    assert {judgement.area: judgement.page for judgement in report.judgements}["lscb"] == 3
    assert {judgement.area: judgement.page for judgement in report.judgements}["adoption"] == 1


@pytest.mark.parametrize(
    ("title", "day", "code"),
    [
        ("Inspection of Northamptonshire local authority children’s services", "18 to 29 June 2019", "E10000021"),
        ("Inspection of North Northamptonshire children’s services", "3 to 14 October 2022", "E06000061"),
        ("Inspection of Dorset County Council children’s services", "5 to 16 March 2018", "E10000009"),
        ("Inspection of Bournemouth, Christchurch and Poole\nlocal authority children’s services",
         "6 to 17 December 2021", "E06000058"),
        ("Inspection of Cumbria local authority children’s services", "3 to 14 October 2022", "E10000006"),
        ("Inspection of the Royal Borough of Kingston upon Thames\nchildren’s services", "5 to 9 June 2023",
         "E09000021"),
        ("Inspection of the Council of the Isles of Scilly children’s services", "5 to 9 June 2023", "E06000053"),
        ("Inspection of Barnsley Metropolitan Borough Council children’s services", "2 to 6 June 2025", "E08000038"),
        ("Kingston upon Hull City Council\nInspection of children’s social care services", "7 to 18 January 2019",
         "E06000010"),
        ("City of York Council\nInspection of children’s social care services", "7 to 18 March 2022", "E06000014"),
        ("Achieving for Children\nLondon Borough of Richmond upon Thames\nInspection of children’s services",
         "7 to 18 March 2022", "E09000027"),
        ("Isle of Wight Council\nInspection of children’s social care services", "5 to 16 November 2018", "E06000046"),
        ("Inspection of Herefordshire, County of children’s services", "18 to 29 July 2022", "E06000019"),
        ("Inspection of Bristol, City of local authority children’s services", "16 to 27 January 2023", "E06000023"),
    ],
)  # fmt: skip
def test_authority_on_the_first_day(title: str, day: str, code: str, codelists: Codelists) -> None:
    text = f"{title}\nInspection dates: {day}\nLead inspector: Given Surname, HMI\n{TABLE}"
    report = read_report(text, DocumentFacts(authority="E10000020"), codelists)
    assert report is not None
    assert report.inspection is not None
    assert report.inspection.authority == code


def test_authority_of_the_meta_file_where_the_title_names_none(codelists: Codelists) -> None:
    text = ILACS.replace("Inspection of Dorset local authority", "Inspection of local authority")
    named = read(text, codelists, DocumentFacts(authority="E10000009")).inspection
    assert named is not None
    assert named.authority == "E06000059"
    unnamed = read(text, codelists).inspection
    assert unnamed is not None
    assert unnamed.authority is None


def test_publication_before_the_last_day_is_a_misprint(codelists: Codelists) -> None:
    found = read(SIF.replace("7 August 2015", "7 August 2014"), codelists).inspection
    assert found is not None
    assert found.published_on is None


def test_publication_told_in_a_sentence_is_not_taken(codelists: Codelists) -> None:
    text = ILACS.replace("Much has changed", "A plan was\npublished on 5 November 2021 and much has changed")
    found = read(text, codelists).inspection
    assert found is not None
    assert found.published_on is None


def test_title_below_the_table(codelists: Codelists) -> None:
    head = ILACS.partition("Judgement Grade")[0]
    report = read(TABLE + head, codelists)
    assert grades(report) == grades(read(ILACS, codelists))
    assert report.inspection is not None
    assert report.inspection.authority == "E06000059"


def test_days_in_a_cell_of_their_own(codelists: Codelists) -> None:
    text = ILACS.replace(
        "Inspection dates: 4 to 15 October 2021\nLead inspector: Given Surname, Her Majesty’s Inspector",
        "Inspection dates:\nLead inspector:\n4 to 15 October 2021\nGiven Surname, Her Majesty’s Inspector",
    )
    found = read(text, codelists).inspection
    assert found is not None
    assert (found.inspection_start, found.inspection_end) == (date(2021, 10, 4), date(2021, 10, 15))
    assert found.lead_inspector is None
