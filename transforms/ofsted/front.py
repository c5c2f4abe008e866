"""The head of a report: its title, the days of the inspection, its day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from transforms.dates import DATE_PATTERN, parse_printed_date
from transforms.ofsted.dates import read_days
from transforms.ofsted.folding import fold
from transforms.ofsted.lines import printed_lines
from transforms.ofsted.people import lead_inspector

HEAD_LENGTH = 2500
_TITLE_LINES = 20
_FRONT_LENGTH = 6000

# A text without one of these in its head is no report; a plain search settles many a news article.
_CLUES = ("nspect", "NSPECT", "isit", "VISIT")
_DATES = re.compile(
    r"^[^\w\n]*(?:(?:re-?)?(?:inspection|visit|review)\s+dates?|dates?\s+of\s+(?:the\s+)?(?:re-?)?"
    r"(?:inspection|visit|review))\d?\b",
    re.IGNORECASE | re.MULTILINE,
)
_OTHER_LABEL = re.compile(
    r"^[^\w\n]*(?:report\s+published|published\b\s*:|lead\s+inspector|reporting\s+inspector|age\s+group|judge?ment\s+grade)",
    re.IGNORECASE | re.MULTILINE,
)
_PUBLISHED = re.compile(
    rf"^[^\w\n]*(?:report\s+)?(?:published|publication\s+date|date\s+(?:of\s+publication|published))(?:\s+(?:on|date))?\s*[:–-]?\s*"
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?P<date>{DATE_PATTERN})(?=[^\w\n]*$)",
    re.IGNORECASE | re.MULTILINE,
)
_TITLE_WORDS = re.compile(r"\W*(?:re-?\s?)?(?:inspection of|review of the effectiveness)", re.IGNORECASE)
# The first part of the body. What stands before it is the front page.
_BODY = re.compile(
    r"^[^\w\n]*(?:executive\s+summary|summary\s+(?:of\s+(?:key\s+)?findings|for\s+)|what\s+needs\s+to\s+(?:improve|be\s+better)|"
    r"section\s+(?:1|one)\b|the\s+local\s+authority\s*$|information\s+about\s+(?:this|the)\b|about\s+this\s+inspection)",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Front:
    """What the front page says of the inspection; ``title`` is folded, ``start`` and ``end`` bound what follows it."""

    title: str
    start: int
    end: int
    first_day: date | None
    last_day: date | None
    published_on: date | None
    lead_inspector: str | None


def read_front(text: str) -> Front | None:
    """Return the front page that ``text`` opens with, None where it opens like no report."""
    head = text[:HEAD_LENGTH]
    if not any(clue in head for clue in _CLUES):
        return None
    dates = _DATES.search(head)
    labels = [match for match in (dates, _OTHER_LABEL.search(head)) if match]
    if not labels:
        return None
    start = min(label.start() for label in labels)
    title = _title(text, start)
    first, last = read_days(text, dates.end())[0] if dates else (None, None)
    if last is None:
        first, last = _days_alone(text, start)
    body = _BODY.search(text, start, start + _FRONT_LENGTH)
    end = body.start() if body else min(start + _FRONT_LENGTH, len(text))
    printed = _PUBLISHED.search(text, start, start + 1500)
    published_on = parse_printed_date(printed["date"]) if printed else None
    if published_on is not None and last is not None and published_on < last:
        published_on = None  # a misprint, in one of the two
    lead = lead_inspector(text, start, min(start + 1500, len(text)))
    return Front(title, start, end, first, last, published_on, lead[0] if lead else None)


def _days_alone(text: str, start: int) -> tuple[date | None, date | None]:
    """Return the days that fill a line near ``start``: the cell of a label that the text has elsewhere."""
    for first, last in printed_lines(text, max(0, start - 200), min(start + 600, len(text))):
        if not text[first].isdigit():
            continue
        days, end = read_days(text, first)
        if end == last and days[0] is not None:
            return days
    return None, None


def lower_titles(text: str) -> Iterator[str]:
    """Return what may be the title of a report whose text begins with another part of the front page.

    That is each line of its head that begins as a title does, with the two before and the three after it.
    """
    lines = [text[first:last] for first, last in printed_lines(text, 0, min(HEAD_LENGTH, len(text)))]
    for at, line in enumerate(lines):
        if _TITLE_WORDS.match(line):
            yield fold("\n".join(lines[max(0, at - 2) : at + 4]))


def _title(text: str, end: int) -> str:
    """Return the last lines before ``end``, joined; page numbers are left out."""
    lines = [text[first:last] for first, last in printed_lines(text, 0, end)]
    return fold(" \n".join(line for line in lines[-_TITLE_LINES:] if not line.isdigit()))
