"""What a document says of itself in its first lines: title, publisher, day of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from transforms.dates import DATE_PATTERN, parse_printed_date

HEAD_LINES = 40
MAX_TITLE = 200
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_PUBLISHED = re.compile(
    rf"^\W*(?:(?:report|letter|article|story|press release|first|date|originally)\s+)?"
    rf"(?:published|posted|issued|date of publication|publication date|release date|date published)"
    rf"(?:\s+on|\s+date)?\s*[:\u2013-]?\s*{_WEEKDAY}(?P<date>{DATE_PATTERN})(?!\d)",
    re.IGNORECASE,
)
# Ofsted's reports since 2012 open with the authority and the framework, or the two as one ("Inspection of X …").
_FRAMEWORK = re.compile(r"(?:re-?\s?)?inspection of |review of the effectiveness |focused visit|monitoring visit|"
                        r"joint (?:targeted )?area ", re.IGNORECASE)  # fmt: skip
_AFTER_TITLE = re.compile(r"(?:re)?inspection dates?\b|visit dates?\b|lead inspector|reporting inspector|age group|"
                          r"(?:report )?published\b|judgement\b|the overall judgement|and$", re.IGNORECASE)  # fmt: skip
_HAS_DATES = re.compile(r"^(?:(?:re)?inspection|visit) dates?\b", re.IGNORECASE | re.MULTILINE)
# Begins with letters, which the engine of ``re`` looks for at once: a text is searched up to the first of them.
_OFSTED = re.compile(r"Of(?:(?<=\bOf)sted\b|fice for Standards in Education)")
_NOTE_MARK = re.compile(r"(?<=[a-z])\d$")
_SENTENCE_END = (".", ",", ";", ":")
_CLOSING = "\"'”’) "
# A bullet, a numbered paragraph, the head of a letter. A quotation may open a headline: "'We've got …'"
_NO_TITLE = re.compile(r"(?![\"'“‘£])\W|\d+(?:(?:\.\d+)+|[.)])\s|(?:dear|page)\b|(?:to|from|subject|date):",
                       re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """Title, publisher and day of publication as the first lines state them; None what they do not."""

    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None


def read_head(text: str) -> Head:
    """Return what the first lines of a normalised text say of the document; looks at its first 40 lines."""
    lines = [" ".join(line.split()) for line in text[:8000].split("\n")]
    while lines and (not lines[0] or lines[0].isdigit()):
        lines.pop(0)
    lines = lines[:HEAD_LINES]
    published_on = _published(lines)
    report_title = _report_title(lines)
    if report_title is not None and _OFSTED.search(text):
        return Head(report_title, "Ofsted", published_on)
    return Head(_headline(lines), None, published_on)


def _published(lines: list[str]) -> date | None:
    """Return the day of the first line that says "Published: …" or the like."""
    for line in lines:
        if match := _PUBLISHED.match(line):
            return parse_printed_date(match["date"])
    return None


def _report_title(lines: list[str]) -> str | None:
    """Return "authority: framework" of an Ofsted report, None where the lines are no such report's."""
    if not _HAS_DATES.search("\n".join(lines)):
        return None
    before: list[str] = []
    framework: list[str] = []
    for line in lines[:10]:
        if _AFTER_TITLE.match(line):
            break
        (framework if framework or _FRAMEWORK.match(line) else before).append(line)
    if not framework or len(before) > 3:
        return None
    name = _NOTE_MARK.sub("", " ".join(filter(None, framework)))
    title = ": ".join(filter(None, [" ".join(filter(None, before)), name]))
    return title if len(title) <= MAX_TITLE and "hild" in title else None


def _headline(lines: list[str]) -> str | None:
    """Return the first line where it stands alone above a blank line and reads as a headline, no sentence."""
    if len(lines) < 3 or lines[1]:
        return None
    first = lines[0]
    words = len(first.split())
    if (
        not 3 <= words <= 30
        or len(first) > MAX_TITLE
        or first.rstrip(_CLOSING).endswith(_SENTENCE_END)
        or _NO_TITLE.match(first)
    ):
        return None
    return first
