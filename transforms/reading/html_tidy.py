"""A page's tree as its reader reads it: without code, struck-out words and the raised marks of notes.

Raised digits and struck-out figures matter most: "56,200" with the mark of note 2 must not become 562,002.
"""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

# Never seen by a reader, and most of a page's nodes: what goes here need not be copied and searched by the extraction.
_CODE = ("style", "svg", "link")
_CUT = "cut"
_STRUCK = ("del", "s", "strike")
_NEVER_IN_TEMPLATE = ("article", "main", "h1")
_MOST_STRUCK, _MOST_PIECES = 300, 20
_NOTE = re.compile(
    r"[\[(]?\s*(?:\d{1,3}(?:\s*[,;]\s*\d{1,3})*|[a-z]|[ivx]{1,4}|[*†‡§#]{1,3}|note \d{1,2})\s*[\])]?", re.IGNORECASE
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)", re.IGNORECASE)
_UNIT_BEFORE = re.compile(r"(?:^|[\s\d])(?:m|km|cm|mm|ft|in)$", re.IGNORECASE)
_POWERS = {"2": "\u00b2", "3": "\u00b3"}
_FRACTION = re.compile(r"\s*[/\u2044]")
_SENTENCE_WORDS = 5


def tidy(tree: HtmlElement) -> None:
    """Remove from ``tree`` what its reader does not read as part of the text; in place, linear time."""
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or "").lower():
            element.tag = _CUT
    for element in tree.iter("template"):
        shown = any(name.startswith("shadowroot") for name in element.attrib)
        if not shown and next(element.iter(*_NEVER_IN_TEMPLATE), None) is None:
            element.tag = _CUT
    for element in list(tree.iter(*_STRUCK)):
        # an element that nobody closed goes on to the end of the page
        if len(_short_text(element)) <= _MOST_STRUCK:
            element.clear(keep_tail=True)
            element.tag, element.text = "span", " "
    for element in list(tree.iter("sup")):
        _raised(element)
    for element in list(tree.iter("time")):
        _keep_in_sentence(element)
    _cut_surroundings(tree)
    etree.strip_elements(tree, *_CODE, _CUT, with_tail=False)


def _cut_surroundings(tree: HtmlElement) -> None:
    """Mark asides and footers, which the extraction throws away in any case, unless they hold all paragraphs."""
    areas = [area for area in tree.iter("aside", "footer") if next(area.iterancestors("aside", "footer"), None) is None]
    inside = sum(1 for area in areas for _ in area.iter("p"))
    if not areas or inside == sum(1 for _ in tree.iter("p")):
        return
    for area in areas:
        if next(area.iter("script"), None) is None:
            area.tag = _CUT


def _raised(element: HtmlElement) -> None:
    """Remove a raised mark of a note; write a power and a fraction as such; leave "1st" as it is."""
    text = _short_text(element).strip()
    before = _text_before(element)
    if not text or _ORDINAL.fullmatch(text):
        return
    if text in _POWERS and _UNIT_BEFORE.search(before):
        element.text = _POWERS[text]
    elif text.isdigit() and _FRACTION.match(element.tail or ""):
        element.text = f" {text}" if before[-1:].isdigit() else text
    elif _NOTE.fullmatch(text):
        element.tag = _CUT


def _short_text(element: HtmlElement) -> str:
    """Return the text of an element that is short, else its beginning."""
    return "".join(islice(element.itertext(), _MOST_PIECES))


def _text_before(element: HtmlElement) -> str:
    """Return the text right before an element, as far as its parent goes."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        return (previous.tail or previous.text or "")[-20:]
    return "" if parent is None else (parent.text or "")[-20:]


def _keep_in_sentence(element: HtmlElement) -> None:
    """Let a time inside of a sentence be plain text: "on <time>31 March 2024</time> there were 604"."""
    parent = element.getparent()
    if parent is None or parent.tag not in ("p", "li", "td", "span", "em", "strong", "b", "i"):
        return
    around = f"{parent.text or ''} {element.tail or ''}"
    if len(around[:400].split()) >= _SENTENCE_WORDS and len(element) == 0:
        element.tag = "span"
