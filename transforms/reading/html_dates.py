"""Days of first publication and of the last change, as a page's markup states them; never one for the other.

The day is that of London's calendar. A date that a page does not call its publication's is not taken for it, so a page
without one has none: a guess would date every number in it.
"""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from transforms.dates import parse_printed_date
from transforms.reading.html_jsonld import load_block
from transforms.reading.html_stamps import printed_day, read_stamp

# In order of trust.
PUBLISHED_META = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time", "og:pubdate",
    "datepublished", "dcterms.issued", "dc.date.issued", "dcterms.available", "citation_publication_date",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "publicationdate", "publication-date", "published_date", "published-date", "published", "published_time",
    "article_date_original", "article.published", "bt:pubdate", "shareaholic:article_published_time",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "rnews:datepublished", "originalpublicationdate",
    "govuk:first-published-at", "first-published-at", "article:post_date", "article:published_date",
    "article:publicationdate", "date_published", "dateposted", "dc.date.publication", "displaydate", "og:datepublished",
    "og:publish_date", "publish_time", "publisheddate", "mediator_published_time", "citation_date", "rbpubdate",
    "article.created", "datecreated", "dcterms.created", "dc.date.created",
)  # fmt: skip
MODIFIED_META = (
    "article:modified_time", "article:modified", "og:updated_time", "og:modified_time", "datemodified",
    "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "lastmodified", "modified", "revision_date",
    "govuk:updated-at", "govuk:public-updated-at", "shareaholic:article_modified_time",
)  # fmt: skip
# Trusted with a time of day only: sites state "2018-01-01" or midnight of some day on every page.
_VAGUE_META = ("date", "dcterms.date", "dc.date", "timestamp")
_TIME_OF_DAY = re.compile(r"[T ](?!00:00(?::00)?)\d{2}:\d{2}")
_IN_SCRIPT = re.compile(
    r"[\"'](?:datePublished|firstPublished(?:At)?|publishedAt|publish(?:ed)?_?[dD]ate|publicationDate|published_at"
    r"|first_published_at|pub_?[dD]ate)\\?[\"']\s{0,4}:\s{0,4}\\?[\"']?([\w:.+ /-]{8,40})"
)
_MOST_SCRIPT = 3_000_000
# By the attributes themselves: a test of each element costs twice as much.
_DATED = etree.XPath("//time|//@itemprop/..|//@class[contains(.,'pub')]/..")
_DATED_MARKS = (b"pub", b"time", b"itemprop")
_PUBLISHED_MARK = re.compile(r"datepublished|\bpub(?:lish(?!er)|-?date)|\bentry-date\b(?!.*updated)|\bpost-date\b")
NOT_FIRST = re.compile(r"updat|modif|edited|amended|reviewed|changed|correct", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")
OTHER_AREAS = ("aside", "footer", "nav")
_LABEL = re.compile(
    r"(?:(?:first|date|originally|article|story|page|news)\s+)?"
    r"(?:published|posted|issued|publication date|release date|released|date of publication)"
    r"(?:\s+(?:on|at|date))?\s*[:\u2013|-]?\s*",
    re.IGNORECASE,
)
_CHANGE_LABEL = re.compile(
    r"(?:last\s+|page\s+|date\s+|article\s+)*(?:updated|modified|edited|amended|reviewed|changed)"
    r"(?:\s+(?:on|at|date))?\s*[:\u2013|-]?\s*",
    re.IGNORECASE,
)
_URL_DAY = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/-]|$)")
_LABELLED_LENGTH, _MOST_ELEMENTS, _MOST_PIECES = 90, 200, 20
OTHER_CLASS = re.compile(r"related|comment|most-?read|most-?popular|recirc|teaser|promo", re.IGNORECASE)
# The classes of these speak of the whole page: "single-post comments-open".
WHOLE = frozenset({"html", "body", "main", "article"})


def published_in(stated: list[object], meta: dict[str, str]) -> tuple[date | None, date | None]:
    """Return the days of publication by JSON-LD (``stated``, in order of trust) and by meta elements."""
    by_json = next((day for value in stated if (day := read_stamp(value))), None)
    vague = [meta[key] for key in _VAGUE_META if _TIME_OF_DAY.search(meta.get(key, "")[:40])]
    values = [*(meta.get(key) for key in PUBLISHED_META), _parsely(meta), *vague]
    return by_json, next((day for value in values if (day := read_stamp(value))), None)


def _parsely(meta: dict[str, str]) -> object:
    """Return the day of publication in the JSON that one analytics firm has pages carry in a meta element."""
    try:
        stated = json.loads(meta.get("parsely-page", "null"))
    except (ValueError, RecursionError):
        return None
    return stated.get("pub_date") if isinstance(stated, dict) else None


def published_in_scripts(tree: HtmlElement) -> date | None:
    """Return the day of publication that the page's scripts state, where all of them state the same.

    A block of JSON-LD that can be read is no such script: what it says was asked before.
    """
    days: set[date] = set()
    length = 0
    for script in tree.iter("script"):
        source = script.text or ""
        length += len(source)
        if length > _MOST_SCRIPT:
            break
        if "ub" not in source:
            continue
        if "ld+json" in (script.get("type") or "").lower() and load_block(source):
            continue
        days.update(
            day for match in islice(_IN_SCRIPT.finditer(source), _MOST_ELEMENTS) if (day := read_stamp(match[1]))
        )
    return days.pop() if len(days) == 1 else None


def modified_in(stated: list[object], meta: dict[str, str]) -> date | None:
    """Return the day of the last change by JSON-LD (``stated``, in order of trust) or meta elements."""
    values = [*stated, *(meta.get(key) for key in MODIFIED_META)]
    return next((day for value in values if (day := read_stamp(value))), None)


def marked_elements(tree: HtmlElement, source: bytes) -> list[HtmlElement]:
    """Return the elements that may be marked as carrying a day, in order, of the page parsed from ``source``."""
    lower = source.lower()
    return list(_DATED(tree)) if any(mark in lower for mark in _DATED_MARKS) else []


def modified_by_element(elements: list[HtmlElement]) -> date | None:
    """Return the day of the first of ``elements`` that microdata marks as that of the last change."""
    items = (element for element in elements if "dateModified" in (element.get("itemprop") or ""))
    return next((day for element in islice(items, _MOST_ELEMENTS) if (day := day_of(element))), None)


def published_by_element(elements: list[HtmlElement]) -> date | None:
    """Return the day of the first of ``elements`` that is marked or labelled as carrying the day of publication."""
    marked = ((element, marks_of(element)) for element in elements)
    stated = ((element, marks) for element, marks in marked if _PUBLISHED_MARK.search(marks) or _is_labelled(element))
    for element, marks in islice(stated, _MOST_ELEMENTS):
        if not NOT_FIRST.search(marks) and not follows_change(element) and in_article(element):
            day = day_of(element)
            if day is not None:
                return day
    return None


def _is_labelled(element: HtmlElement) -> bool:
    """Return whether a time stands right behind a label: "Published <time>4 years ago</time>"."""
    return element.tag == "time" and _LABEL.fullmatch(words_before(element).strip()) is not None


def marks_of(element: HtmlElement) -> str:
    """Return by what an element is marked: microdata, class, and "pubdate" as HTML5 once had it."""
    marks = f"{element.get('itemprop') or ''} {element.get('class') or ''}"[:300].lower()
    return f"{marks} datepublished" if element.tag == "time" and "pubdate" in element.attrib else marks


def labelled(text: str) -> tuple[str, str]:
    """Return which day a piece of text announces ("published", "changed" or "") and what follows the label."""
    if len(text) > _LABELLED_LENGTH:
        return "", text
    for kind, pattern in (("published", _LABEL), ("changed", _CHANGE_LABEL)):
        if match := pattern.match(text):
            return kind, text[match.end() :]
    return "", text


def published_by_address(address: str | None) -> date | None:
    """Return the day in an address such as "/2023/08/30/…" or "/2023/aug/30/…", or None."""
    match = _URL_DAY.search(address.lower()) if address else None
    return parse_printed_date(f"{match[3]} {match[2]} {match[1]}") if match and match[2].isalpha() else _numeric(match)


def _numeric(match: re.Match[str] | None) -> date | None:
    """Return the day of an address in figures."""
    return parse_printed_date(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}") if match else None


def day_of(element: HtmlElement) -> date | None:
    """Return the day that an element carries in an attribute or in its text."""
    value = element.get("datetime") or element.get("content") or element.get("title") or ""
    return read_stamp(value) or _day_in("".join(islice(element.itertext(), _MOST_PIECES))[:400])


def _day_in(text: str) -> date | None:
    """Return the day of a text that is a date with at most a label and a time of day."""
    line = " ".join(text.split())
    kind, rest = labelled(line)
    return None if kind == "changed" else printed_day(rest)


def follows_change(element: HtmlElement) -> bool:
    """Return whether the words before ``element`` announce the day of a change, and do not end in that day."""
    words = words_before(element)
    return NOT_FIRST.search(words) is not None and not YEAR.search(words)


def words_before(element: HtmlElement) -> str:
    """Return the last words before ``element`` among its siblings, none where the one before has a time of its own."""
    sibling, parent = element.getprevious(), element.getparent()
    if sibling is not None:
        between = (sibling.tail or "").strip()[-60:]
        return between or ("" if next(sibling.iter("time"), None) is not None else (sibling.text or "")[-60:])
    return "" if parent is None else (parent.text or "")[-60:]


def in_article(element: HtmlElement) -> bool:
    """Return whether ``element`` lies outside of what surrounds an article, a teaser of another story included."""
    articles = 0
    for ancestor in element.iterancestors():
        if ancestor.tag in OTHER_AREAS or (ancestor.tag not in WHOLE and is_of_others(ancestor)):
            return False
        articles += ancestor.tag == "article"
    return articles <= 1


def is_of_others(element: HtmlElement) -> bool:
    """Return whether an element's class says that it holds related stories, teasers or comments."""
    return OTHER_CLASS.search((element.get("class") or "")[:300]) is not None
