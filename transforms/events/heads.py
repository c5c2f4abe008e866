"""What the head of a report or letter says of its own inspection: its kind and days, publication and judgement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from transforms.events import words
from transforms.events.draft import Draft
from transforms.events.lines import Line
from transforms.events.page import Page
from transforms.mentions.layout import Sentence
from transforms.periods import find_inspection_dates
from transforms.periods.inspection import HEADER_LENGTH

_DATES = re.compile(
    r"(?:re-?)?(?:inspection|visit) dates?\b|dates? of (?:the )?(?:inspection|"
    r"visit)\b",
    re.IGNORECASE,
)
_FRAMEWORK = re.compile(r"inspection of |monitoring visit|focused visit|review of |area inspection", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:re-?)?(?:inspection|visit) dates?\b[^\n]*|dates? of (?:the )?(?:inspection|visit)\b[^\n]*|Inspection of "
    r"[^\n]{3,90}\n(?:[^\n]{1,60}\n)?[^\n]*\d",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"(?:report|letter) published(?: on)?:?[ \t]*", re.IGNORECASE)
_TITLE_LENGTH = 600
_KIND = re.compile(rf"(?:(?P<ordinal>{words.ORDINAL}) )?(?P<kind>monitoring|focused) visit(?!s)")
_JUDGEMENT = re.compile(
    rf"(?:the overall judgement is(?: that)?[^.]{{0,60}}?|overall effectiveness:?|children's (?:services|social "
    rf"care)(?: services)?(?: in| at)? [^.]{{2,60}}? (?:is|are)|children's services in [^.]{{2,60}}?(?= requires?)) "
    rf"{words.GRADE}\b"
)


def is_own_report(text: str, doc_type: str | None) -> bool:
    """Whether a document is the report or letter of an inspection, where "the inspection" is its own."""
    if doc_type in ("inspection_report", "visit_letter"):
        return True
    head = text[:HEADER_LENGTH]
    return _DATES.search(head) is not None and _FRAMEWORK.search(head) is not None


def read_head(page: Page) -> list[Draft]:
    """The inspection or visit that a report is of, its publication and its overall judgement."""
    return [*_inspection(page), *_published(page)]


def _inspection(page: Page) -> Iterator[Draft]:
    place = _PLACE.search(page.layout.text)
    days = find_inspection_dates(page.layout.text) or (_days_in(page, place.start(), place.end()) if place else None)
    if place is None or days is None:
        return
    kind = _KIND.search(page.layout.lower[:_TITLE_LENGTH])
    inspection = _draft(page, f"{kind['kind']}_visit" if kind else "inspection", place.span(), days)
    if kind is not None and kind["ordinal"]:
        inspection.number = words.ORDINALS[kind["ordinal"]]
    yield inspection
    found = _JUDGEMENT.search(page.layout.lower, 0, HEADER_LENGTH * 2)
    if found is not None and kind is None:
        judgement = _draft(page, "judgement", found.span(), days)
        judgement.detail = next(code for code in words.GRADE_WORDS if found[code] is not None)
        yield judgement


def _published(page: Page) -> Iterator[Draft]:
    text = page.layout.text
    match = _PUBLISHED.search(text, 0, HEADER_LENGTH)
    if match is None:
        return
    stop = text.find("\n", match.end())
    stop = stop if stop > 0 else len(text)
    days = _days_in(page, match.start(), stop)
    if days is not None:
        yield _draft(page, "report_published", (match.start(), stop), days)


def _days_in(page: Page, start: int, end: int) -> tuple[date, date] | None:
    """The days of the first time in a stretch of the text that settles both its ends."""
    for period in page.calendar.within(start, end):
        if period.date_start is not None and period.date_end is not None:
            return period.date_start, period.date_end
    return None


def _draft(page: Page, kind: str, span: tuple[int, int], days: tuple[date, date]) -> Draft:
    start, end = span
    line = Line(
        -1, Sentence(start, end, -1, "heading"), page.layout.lower[start:end], page.layout.flat[start:end], None
    )
    return Draft(
        kind, line, 0, end - start, "own_head", date_start=days[0], date_end=days[1],
        has_time=True, dated_by_words=False, confidence=0.97,
    )  # fmt: skip
