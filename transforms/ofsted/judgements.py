"""The judgements of a report: by label and framework, from its front page, else from the headings of its parts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from transforms.model import Judgement, Reject
from transforms.ofsted.front import Front
from transforms.ofsted.lines import Line
from transforms.ofsted.rows import Row, find_rows, label_place
from transforms.ofsted.sentences import board_heading, board_sentence, overall_sentence
from transforms.ofsted.vocabulary import EXPECTED, ILACS_SEPARATE_CARE, ILACS_WITHOUT_OVERALL

QUOTE_LENGTH = 300
_LONGEST_LABEL = 90
_TABLE_HEAD = re.compile(r"(?:key )?judge?ments?(?: and)? grades?|judge?ments?", re.IGNORECASE)
_RECORD = re.compile(
    r"^[^\w\n]*(?:record\s+of\s+main\s+findings|summary\s+of\s+(?:inspection\s+)?judge?ments)", re.I | re.M
)
_VERB_END = re.compile(r"\b(?:is|are|as|be|being|was|were|been|judged|remains?|not|and|of|to|the|for)\Z", re.IGNORECASE)
_IN_CARE = frozenset({"in_care", "care_leavers", "in_care_and_care_leavers"})


@dataclass(frozen=True, slots=True)
class Page:
    """A report, and where it may print its judgements."""

    text: str
    front: Front
    framework: str
    page_starts: tuple[int, ...]
    doc: str


def read_judgements(page: Page) -> tuple[list[Judgement], list[Reject]]:
    """Return one judgement per area in the order of the text, and what could not be read."""
    table, rejects = _front_table(page)
    rows = _first_of_each(table)
    for found in _sentences(page, rows):
        rows.setdefault(found.area, found)
    if missing := _missing(page, rows):
        for row in _body_rows(page, missing):
            if row.area in missing:
                rows.setdefault(row.area, row)
    rejects += [_no_grade(page, area) for area in _missing(page, rows)]
    judged = sorted((row for row in rows.values() if row.grade), key=lambda row: (row.start, row.area))
    return [_judgement(page, row) for row in judged], rejects


def _first_of_each(table: Iterable[Row]) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for row in table:
        if row.grade is not None:
            rows.setdefault(row.area, row)
    return rows


def _front_table(page: Page) -> tuple[list[Row], list[Reject]]:
    start, end = page.front.start, page.front.end
    if page.framework == "LAC_2013" and (record := _RECORD.search(page.text, start)):
        start, end = record.end(), len(page.text)
    rows, lines = find_rows(page.text, start, end, page.framework)
    if _is_shifted(rows, lines):
        rows = []
    return rows, [_unknown_label(page, line) for line in _unknown_labels(page, rows, lines)]


def _is_shifted(rows: Sequence[Row], lines: Sequence[Line]) -> bool:
    """Whether the grades stand before their labels, so that each would be read beside the label above its own.

    The line over the first label is then a grade alone, which no sentence broken over two lines leads up to.
    """
    at = rows[0].first - 1 if rows else -1
    while at > 0 and lines[at].carried and not lines[at].label and not lines[at - 1].label:
        at -= 1
    if at < 0 or lines[at].label or lines[at].grade_start is None or lines[at].carried:
        return False
    return at == 0 or lines[at - 1].grade_start is not None or not _VERB_END.search(lines[at - 1].label)


def _is_table_head(page: Page, line: Line) -> bool:
    return bool(_TABLE_HEAD.fullmatch(f"{line.label} {_grade(page, line)}".strip()))


def _unknown_labels(page: Page, rows: Sequence[Row], lines: Sequence[Line]) -> list[Line]:
    """Return the lines of the table that end with a grade and begin with no label of the framework."""
    graded = [row for row in rows if row.grade]
    if not graded:
        return []
    inside = {at for row in graded for at in range(row.first, row.last + 1)}
    first, last = graded[0].first, graded[-1].last
    if head := [at for at in range(first) if _is_table_head(page, lines[at])]:
        first = head[-1] + 1
    while last + 1 < len(lines) and _is_row(page, lines[last + 1]):
        last += 1
    return [lines[at] for at in range(first, last + 1) if at not in inside and _is_row(page, lines[at])]


def _grade(page: Page, line: Line) -> str:
    return "" if line.grade_start is None else page.text[line.grade_start : line.end]


def _is_row(page: Page, line: Line) -> bool:
    """Whether a line looks like a label with its grade, and not like the end of a sentence."""
    return (
        line.grade_start is not None
        and bool(line.label)
        and line.end - line.start <= _LONGEST_LABEL
        and _grade(page, line)[0].isupper()
        and not _VERB_END.search(line.label)
    )


def _sentences(page: Page, rows: dict[str, Row]) -> list[Row]:
    """Return what the sentences of a report on a single inspection or a board say, the board's own part included."""
    if page.framework not in ("SIF", "LSCB_review"):
        return []
    text, front = page.text, page.front
    found: list[Row | None] = []
    if page.framework == "SIF":
        until = min((row.start for row in rows.values()), default=front.end)
        found.append(overall_sentence(text, front.start, until, page.framework))
        if found[0] is None:
            found.append(overall_sentence(text, front.start, min(front.end + 1500, len(text)), page.framework))
    board = board_sentence(text, front.start, front.end, page.framework)
    found.append(board or board_heading(text, front.end, page.framework))
    return [row for row in found if row is not None and row.grade]


def _body_rows(page: Page, missing: Sequence[str]) -> list[Row]:
    if set(missing) <= {"lscb", "overall_effectiveness"} and page.framework != "LAC_2013":
        return []
    rows, _ = find_rows(page.text, page.front.end, len(page.text), page.framework, headings=True)
    return [row for row in rows if row.grade]


def _missing(page: Page, rows: dict[str, Row]) -> list[str]:
    """Return the areas that a report of this framework and day judges and ``rows`` lacks."""
    expected = list(EXPECTED[page.framework])
    day: date | None = page.front.last_day
    if page.framework == "ILACS":
        joint = "in_care_and_care_leavers" in rows
        separate = (day is not None and day >= ILACS_SEPARATE_CARE) or bool(rows.keys() & {"in_care", "care_leavers"})
        if not joint:
            expected += ["in_care", "care_leavers"] if separate else ["in_care_and_care_leavers"]
        if day is None or day < ILACS_WITHOUT_OVERALL:
            expected.append("overall_effectiveness")
    if page.framework == "SIF" and "safeguarding" in page.front.title.lower():
        expected.append("lscb")
    return [area for area in expected if area not in rows]


def _judgement(page: Page, row: Row) -> Judgement:
    number = bisect_right(page.page_starts, row.start) if page.page_starts else None
    quote = " ".join(page.text[row.start : row.end].split())[:QUOTE_LENGTH]
    return Judgement(row.area, row.grade or "", quote, row.start, row.end, number)


def _unknown_label(page: Page, line: Line) -> Reject:
    printed = page.text[line.start : line.end]
    return Reject(
        "extract",
        "unknown_label",
        page.doc,
        f"characters {line.start} to {line.end}",
        f"{page.doc}: {page.framework} is not known to judge {line.label!r}: add the label to "
        "transforms/ofsted/vocabulary.py",
        printed[:QUOTE_LENGTH],
    )


def _no_grade(page: Page, area: str) -> Reject:
    front = page.front
    place = label_place(page.text, front.start, front.end, page.framework, area)
    start, end = place or (front.start, front.end)
    return Reject(
        "extract",
        "unknown_grade",
        page.doc,
        f"characters {start} to {end}",
        f"{page.doc}: no known grade for {area}, which {page.framework} judges: if the report prints one, add its "
        "words to transforms/ofsted/vocabulary.py",
        " ".join(page.text[start:end].split())[:QUOTE_LENGTH] if place else None,
    )
