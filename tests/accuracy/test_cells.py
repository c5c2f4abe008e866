"""Small reports, judged by hand against lines of a reference."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from flows.accuracy.cells import cells_right, compare
from transforms.model import Inspection, InspectionReport, Judgement

LINE = {
    "doc": "a.pdf", "framework": "ILACS", "inspection_start": "2019-03-04", "inspection_end": "2019-03-15",
    "published_on": "", "lead_inspector": "Ann Example", "gss_code": "E10000016", "area": "overall_effectiveness",
    "grade": "good", "accept_also": "",
}  # fmt: skip
REFERENCE = [LINE, {**LINE, "area": "care_leavers", "grade": "inadequate"}]
REPORT = InspectionReport(
    Inspection(
        "ILACS",
        "standard_inspection",
        None,
        date(2019, 3, 4),
        date(2019, 3, 15),
        "Ann Example",
        None,
        "E10000016",
    ),
    tuple(
        Judgement(area, grade, f"{area} {grade}", 0, 9, 1)
        for area, grade in (("overall_effectiveness", "good"), ("care_leavers", "inadequate"))
    ),
)


def outcomes(report, reference=REFERENCE):
    cells = compare("a.pdf", reference, report)
    return {f"{cell.name} {cell.outcome}": cell.said for cell in cells if cell.outcome != "right"}, len(cells)


def told(**fields):
    return replace(REPORT, inspection=replace(REPORT.inspection, **fields))


def test_a_report_read_as_it_is_printed_has_every_cell_right():
    assert outcomes(REPORT) == ({}, 8)
    assert cells_right(compare("a.pdf", REFERENCE, REPORT)) == 1.0


@pytest.mark.parametrize(
    ("report", "wrong"),
    [
        (told(framework="SIF"), {"framework wrong": "SIF for ILACS"}),
        (told(inspection_end=None), {"inspection_end missing": "nothing for 2019-03-15"}),
        (told(published_on=date(2019, 4, 1)), {"published_on spurious": "2019-04-01 for nothing"}),
        (told(lead_inspector="Ann"), {"lead_inspector wrong": "Ann for Ann Example"}),
        (told(authority=None), {"gss_code missing": "nothing for E10000016"}),
        (replace(REPORT, judgements=REPORT.judgements[:1]), {"grade missing": "care_leavers"}),
        (
            replace(REPORT, judgements=(replace(REPORT.judgements[0], grade="inadequate"), REPORT.judgements[1])),
            {"grade wrong": "overall_effectiveness inadequate for good"},
        ),
    ],
)
def test_a_fault_costs_its_cell(report, wrong):
    assert outcomes(report) == (wrong, 8)


def test_a_grade_too_many_is_a_cell_more():
    other = replace(REPORT.judgements[0], area="in_care")
    assert outcomes(replace(REPORT, judgements=(*REPORT.judgements, other))) == (
        {"grade spurious": "in_care good"},
        9,
    )
    again = replace(REPORT.judgements[0], grade="inadequate")
    assert outcomes(replace(REPORT, judgements=(*REPORT.judgements, again))) == (
        {"grade spurious": "second row of overall_effectiveness"},
        9,
    )


@pytest.mark.parametrize("report", [None, InspectionReport(None), replace(REPORT, judgements=())])
def test_without_a_grade_every_cell_is_missing_but_the_one_that_is_empty(report):
    counted = Counter(cell.outcome for cell in compare("a.pdf", REFERENCE, report))
    assert counted == {"missing": 7, "right": 1}


def test_a_file_that_is_no_report_has_no_cell_but_for_grades_read_from_it():
    none = [{**LINE, "framework": "unreadable", "area": "", "grade": ""}]
    assert outcomes(None, none) == ({}, 0)
    said = [(cell.outcome, cell.said) for cell in compare("a.pdf", none, REPORT)]
    assert said == [("spurious", "care_leavers inadequate"), ("spurious", "overall_effectiveness good")]


def test_other_values_are_right_where_the_reference_says_so():
    accepting = [{**LINE, "accept_also": "grade=outstanding|lead_inspector=A Example|inspection_end="}, REFERENCE[1]]
    report = told(lead_inspector="A Example", inspection_end=None)
    report = replace(report, judgements=(replace(report.judgements[0], grade="outstanding"), report.judgements[1]))
    assert outcomes(report, accepting) == ({}, 8)
    assert outcomes(told(lead_inspector=None), accepting) == (
        {"lead_inspector missing": "nothing for A Example or Ann Example"},
        8,
    )


def test_of_no_cells_nothing_is_right():
    assert cells_right([]) == 0.0
