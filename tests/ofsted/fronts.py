"""Front pages in the layouts of Ofsted's reports, made from parts, with what must be read from them."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from datetime import date

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

TITLES = {
    "ILACS": (
        "Inspection of {name} local authority children’s services\n",
        "{name}\nInspection of children’s social care services\n",
        "{name}\nInspection of local authority children's services\n",
        "Inspection of {name} children’s services\n",
    ),
    "SIF": (
        "{name}\nInspection of services for children in need of help and\nprotection, children looked after and care "
        "leavers\nand\nReview of the effectiveness of the Local Safeguarding Children\nBoard\n",
        "{name}\nInspection of services for children in need of help and protection, children\nlooked after and care "
        "leavers\nand\nReview of the effectiveness of the local safeguarding children board1\n",
    ),
    "LAC_2013": (
        "Inspection of looked after children\nservices\n{name}\n",
        "Inspection of services for looked after children\n{name}\n",
    ),
}

LABELS = {
    "ILACS": {
        "impact_of_leaders": "The impact of leaders on social work practice with children and families",
        "help_and_protection": "The experiences and progress of children who need help and protection",
        "in_care_and_care_leavers": "The experiences and progress of children in care and care leavers",
        "in_care": "The experiences and progress of children in care",
        "care_leavers": "The experiences and progress of care leavers",
        "overall_effectiveness": "Overall effectiveness",
    },
    "SIF": {
        "help_and_protection": "1. Children who need help and protection",
        "in_care": "2. Children looked after and achieving permanence",
        "adoption": "2.1 Adoption performance",
        "care_leavers": "2.2 Experiences and progress of care leavers",
        "leadership_management_governance": "3. Leadership, management and governance",
    },
    "LAC_2013": {
        "overall_effectiveness": "Overall effectiveness",
        "capacity_to_improve": "Capacity to improve",
        "outcomes_for_looked_after_children": "Outcomes for looked after children and young people",
        "quality_of_provision": "Quality of provision",
        "leadership_and_management": "Leadership and management",
    },
}

PRINTED = {
    "outstanding": ("Outstanding", "outstanding"),
    "good": ("Good", "good"),
    "requires_improvement": (
        "Requires improvement to be good",
        "Requires improvement",
        "Requires Improvement",
        "requires improvement to be good",
    ),
    "inadequate": ("Inadequate", "inadequate"),
    "adequate": ("Adequate",),
    "not_judged": ("Not judged",),
}


def day_words(day: date, parts: int, weekday: bool = False, ordinal: bool = False) -> str:
    """The day as printed: ``parts`` 1 is the day alone, 2 with the month, 3 with the year."""
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day not in (11, 12, 13) else 0, "th")
    words = [WEEKDAYS[day.weekday()]] if weekday else []
    words += [f"{day.day}{suffix if ordinal else ''}", *[MONTHS[day.month - 1], str(day.year)][: parts - 1]]
    return " ".join(words)


def range_words(start: date, end: date, dash: str, weekday: bool = False, full: bool = False) -> str:
    """Two days as printed, the first as short as can be unless ``full``."""
    parts = 3 if full or start.year != end.year else 2 if start.month != end.month else 1
    return f"{day_words(start, parts, weekday)}{dash}{day_words(end, 3, weekday)}"


@dataclass(frozen=True)
class Cell:
    """How a row is laid out: widths of the columns, and whether the grade is by the first line, the last, or below."""

    label_width: int
    grade_width: int
    place: str


def table_row(label: str, grade: str, cell: Cell) -> str:
    """A label and its grade as a PDF library gives the text of two cells."""
    lines = textwrap.wrap(label, cell.label_width, break_on_hyphens=False, break_long_words=False)
    words = textwrap.wrap(grade, cell.grade_width, break_long_words=False)
    if cell.place == "below":
        return "\n".join([*lines, *words])
    at = 0 if cell.place == "first" else len(lines) - 1
    while words and at < len(lines):
        lines[at] += " " + words.pop(0)
        at += 1
    return "\n".join([*lines, *words])
