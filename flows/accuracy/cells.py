"""What was read from one of Ofsted's reports, held against the reference cell by cell. Pure.

A cell is the grade of an area, or a fact of the inspection. A report that the reference marks as none has no cells, but
every grade that is read from it is one too many. ``accept_also`` of the reference holds other values that are right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from transforms.model import Inspection, InspectionReport

FACTS = ("framework", "inspection_start", "inspection_end", "published_on", "lead_inspector", "gss_code")
GRADE = "grade"

COLUMNS = ("doc", "area", GRADE, *FACTS, "accept_also")
"""What a line of the reference must have."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its outcome: right, wrong, missing or spurious."""

    doc: str
    name: str
    outcome: str
    said: str


def compare(doc: str, reference: Sequence[Mapping[str, str]], report: InspectionReport | None) -> list[Cell]:
    """Judge a report against its lines of the reference; None is a document that was not read as a report."""
    expected = {row["area"]: row for row in reference if row["area"]}
    grades: dict[str, str] = {}
    cells: list[Cell] = []
    for judgement in report.judgements if report else ():
        if judgement.area in grades:
            cells.append(Cell(doc, GRADE, "spurious", f"second row of {judgement.area}"))
        else:
            grades[judgement.area] = judgement.grade
    for area, row in expected.items():
        if area in grades:
            cells.append(_cell(doc, GRADE, grades[area], _accepted(row, GRADE), f"{area} "))
        else:
            cells.append(Cell(doc, GRADE, "missing", area))
    for area in sorted(set(grades) - set(expected)):
        cells.append(Cell(doc, GRADE, "spurious", f"{area} {grades[area]}"))
    if expected:
        # without a grade there is no row that could carry the facts
        facts = _facts(report.inspection if report and grades else None)
        cells += [_cell(doc, name, facts.get(name, ""), _accepted(reference[0], name)) for name in FACTS]
    return cells


def cells_right(cells: Sequence[Cell]) -> float:
    """Return the share of the cells that are right; of no cells 0."""
    return sum(cell.outcome == "right" for cell in cells) / len(cells) if cells else 0.0


def _cell(doc: str, name: str, value: str, accepted: frozenset[str], prefix: str = "") -> Cell:
    said = f"{prefix}{value or 'nothing'} for {' or '.join(sorted(accepted)) or 'nothing'}"
    if value in accepted:
        return Cell(doc, name, "right", said)
    if not value:
        return Cell(doc, name, "missing", said)
    return Cell(doc, name, "spurious" if accepted == {""} else "wrong", said)


def _accepted(row: Mapping[str, str], name: str) -> frozenset[str]:
    also = (item.partition("=") for item in row["accept_also"].split("|") if item)
    return frozenset({row[name].strip(), *(value.strip() for field, _, value in also if field == name)})


def _facts(inspection: Inspection | None) -> dict[str, str]:
    if inspection is None:
        return {}
    found: dict[str, str | date | None] = {
        "framework": inspection.framework,
        "inspection_start": inspection.inspection_start,
        "inspection_end": inspection.inspection_end,
        "published_on": inspection.published_on,
        "lead_inspector": inspection.lead_inspector,
        "gss_code": inspection.authority,
    }
    return {name: str(value).strip() for name, value in found.items() if value is not None}
