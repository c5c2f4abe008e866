"""Days of publication and of the last change as a page prints them, behind a label or alone under the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice, takewhile

from lxml import etree
from lxml.html import HtmlElement

from transforms.dates import DATE_PATTERN, parse_printed_date
from transforms.reading.html_dates import (
    NOT_FIRST,
    OTHER_AREAS,
    WHOLE,
    YEAR,
    day_of,
    follows_change,
    in_article,
    is_of_others,
    labelled,
    marks_of,
)
from transforms.reading.html_stamps import BEFORE_DATE, CLOCK, printed_day

_AFTER_DATE = re.compile(rf"^[\s,|•·-]*(?:at\s*)?(?:{CLOCK})?(?:[\s,]*UK)?[\s,|•·-]*$", re.IGNORECASE)
# What each of them begins with: most pages print none, and need no walk that knows where a piece of text stands.
_ANY_LABEL = re.compile(
    r"\s*(?:(?:first|date|originally|article|story|page|news|last)\s|published|posted|issued|publication|release"
    r"|updated|modified|edited|amended|reviewed|changed)",
    re.IGNORECASE,
)
_DATE = re.compile(DATE_PATTERN, re.IGNORECASE)
_PRINTED = re.compile(rf"(?<![\w/.-]){DATE_PATTERN}(?![\w/])", re.IGNORECASE)
_BYLINE = re.compile(r"^by\s+[^|•·\d]{2,60}[|•·,]\s*", re.IGNORECASE)
_LABEL_PARTS = ("ublish", "osted", "ssued", "elease", "pdated", "odified", "eviewed", "UBLISHED", "PDATED")
_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", *OTHER_AREAS})
_DATELINE_ELEMENTS, _PARAGRAPH_LENGTH, _SENTENCE_LENGTH, _CLOCK_LENGTH = 80, 160, 80, 12
_MOST_TIMES, _MOST_HINTS, _MOST_CHARACTERS = 200, 500, 400
# White space between a label and its day may be as long as a page's indentation makes it
_REACH = 2000


def dated_text(tree: HtmlElement) -> str:
    """Return all text of the page, "" where no year is in it: most pages without a stated day need no other look."""
    text = etree.tostring(tree, method="text", encoding="unicode")
    return text if YEAR.search(text) else ""


def published_in_print(tree: HtmlElement, dated: str) -> tuple[date | None, date | None]:
    """Return the days that stand after "Published" and after "Updated" in the page, whose text is ``dated``."""
    if not _prints_label(tree, dated):
        return None, None
    published: date | None = None
    changed: date | None = None
    label = ""
    for text in _pieces(tree):
        kind, rest = labelled(text)
        day = printed_day(rest if kind else text) if kind or label else None
        kind = kind or (label if day else "")
        if day is not None and kind == "published":
            published = published or day
        elif day is not None and kind == "changed":
            changed = changed or day
        label = kind if day is None and len(rest) <= _CLOCK_LENGTH else ""
        if published and changed:
            break
    return published, changed


def published_by_dateline(tree: HtmlElement, dated: str) -> date | None:
    """Return the day that stands alone between the headline and the first paragraph, or the only ``time`` there."""
    times = [each for each in islice(tree.iter("time"), _MOST_TIMES) if _in_body(each) and in_article(each)]
    first = [each for each in times if not NOT_FIRST.search(marks_of(each)) and not follows_change(each)]
    if len(times) == 1 and first and (day := day_of(first[0])) is not None:
        return day
    headings = islice(tree.iter("h1"), _MOST_TIMES) if dated else ()
    heading = next((each for each in headings if in_article(each)), None)
    changed = False
    for text in () if heading is None else _following(heading):
        if len(text) > _PARAGRAPH_LENGTH:
            break
        changed = changed or NOT_FIRST.search(text) is not None
        if not YEAR.search(text):
            changed = NOT_FIRST.search(text) is not None
            continue
        rest = BEFORE_DATE.sub("", _BYLINE.sub("", text))
        match = _PRINTED.match(rest)
        if match and not changed and _AFTER_DATE.match(rest[match.end() :]):
            return parse_printed_date(rest)
        changed = NOT_FIRST.search(text) is not None and not _PRINTED.search(text)
    return None


def near_headline(tree: HtmlElement, elements: list[HtmlElement]) -> list[HtmlElement]:
    """Return those of ``elements`` that stand between headline and text, where no teaser of another story does."""
    heading = next((each for each in islice(tree.iter("h1"), _MOST_TIMES) if in_article(each)), None)
    following = () if heading is None else islice(_after(heading), _DATELINE_ELEMENTS)
    near = set(takewhile(lambda element: len((element.text or "").strip()) < _SENTENCE_LENGTH, following))
    return [element for element in elements if element in near]


def _prints_label(tree: HtmlElement, dated: str) -> bool:
    """Return whether a piece of the page's text begins as a label does, and a date follows closely."""
    parts = [part for part in _LABEL_PARTS if part in dated]
    text = "\n".join(tree.itertext()) if parts else ""
    for part in parts:
        at = text.find(part)
        for _ in range(_MOST_HINTS):
            if at < 0:
                break
            label = text.rfind("\n", max(0, at - _MOST_CHARACTERS), at) + 1
            if _ANY_LABEL.match(text, label) and _DATE.search(
                " ".join(text[label : at + _REACH].split())[:_MOST_CHARACTERS]
            ):
                return True
            at = text.find(part, at + 1)
    return False


def _in_body(element: HtmlElement) -> bool:
    """Return whether ``element`` lies in the page's main area."""
    return next(element.iterancestors("article", "main"), None) is not None


def _pieces(tree: HtmlElement) -> Iterator[str]:
    """Yield the short pieces of text that a reader sees of the page itself, in order; takes linear time."""
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "start" and (element.tag in _UNSEEN or (element.tag not in WHOLE and is_of_others(element))):
            walk.skip_subtree()
            continue
        piece = element.text if event == "start" else element.tail
        text = " ".join(piece.split()) if piece and len(piece) <= _MOST_CHARACTERS else ""
        if text:
            yield text


def _following(heading: HtmlElement) -> Iterator[str]:
    """Yield the pieces of text of the elements after the headline, enough of them to reach the first paragraph."""
    for element in islice(_after(heading), _DATELINE_ELEMENTS):
        unread = element.tag in _UNSEEN or _is_of_change(element)
        for piece in (element.tail,) if unread else (element.text, element.tail):
            text = " ".join((piece or "")[:_MOST_CHARACTERS].split())
            if text:
                yield text


def _is_of_change(element: HtmlElement) -> bool:
    """Return whether an element or what it lies in is marked as carrying the day of a change, and not the first too."""
    marks = [marks_of(each) for each in (element, element.getparent()) if each is not None and each.tag not in WHOLE]
    return any(NOT_FIRST.search(each) and "publi" not in each for each in marks)


def _after(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements after ``element`` and its descendants, in the order of the page."""
    node: HtmlElement | None = element
    below = None
    while node is not None:
        while below is None and node is not None:
            below, node = node.getnext(), node.getparent()
        if below is None:
            return
        yield below
        node, below = below, next(iter(below), None)
