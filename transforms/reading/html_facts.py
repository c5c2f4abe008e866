"""Title, publisher and day of first publication from a page's markup: JSON-LD first, then meta elements, then HTML.

Day of *publication*, never of modification: pages that are kept up to date carry both.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml import etree
from lxml.html import HtmlElement

from transforms.reading.dates import parse_printed_date, parse_stamp
from transforms.reading.normalise import normalise

MAX_TITLE, MAX_PUBLISHER = 300, 120
MAX_JSON = 2_000_000
ARTICLE_TYPES = frozenset({
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "ReviewNewsArticle",
    "BackgroundNewsArticle", "BlogPosting", "LiveBlogPosting", "Report", "GovernmentDocument", "PressRelease",
    "TechArticle", "ScholarlyArticle",
})  # fmt: skip
# In order of trust. dcterms.date and dc.date are left out: "2018-01-01" on every page of a site.
DATE_META = ("article:published_time", "article:published", "og:published_time", "datepublished", "dcterms.issued",
             "dc.date.issued", "dcterms.available", "citation_publication_date", "parsely-pub-date", "sailthru.date",
             "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publicationdate",
             "published_date", "published-date", "published", "article_date_original", "cxenseparse:recs:publishtime",
             "govuk:first-published-at", "first-published-at")  # fmt: skip
TITLE_META = ("og:title", "twitter:title", "dcterms.title", "dc.title")
PUBLISHER_META = ("og:site_name", "dcterms.publisher", "dc.publisher", "publisher", "application-name")
_LABELLED = re.compile(
    r"(?:first |date )?(?:published|posted|issued|publication date|release date)(?: on| date)?\s*[:\u2013-]?\s*",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?,?\s+", re.IGNORECASE)
_PUBLISHED_CLASS = re.compile(r"\bpub(?:lish|date)|\bentry-date\b(?!.*updated)|\bpost-date\b")
_VISIBLE = ("p", "span", "div", "li", "dt", "dd", "td", "th", "time", "strong", "b", "em", "small", "a", "section",
            "header")  # fmt: skip
_NOT_FIRST = re.compile(r"updated|modified|edited|amended|reviewed", re.IGNORECASE)
_SITE_SUFFIX = re.compile(r"\s+[|\u2013\u2014\u00b7-]\s+[^|\u2013\u2014\u00b7]{2,60}$")
_ADDRESS = re.compile(r"[.;,]?\s*\S+@\S+")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the markup states; None what it does not.

    ``heading`` is the headline as a reader of the page sees it, ``window`` the title of the browser's window.
    """

    title: str | None
    heading: str | None
    window: str | None
    publisher: str | None
    published_on: date | None


def read_markup(tree: HtmlElement) -> PageFacts:
    """Return what the markup of ``tree`` says of the page."""
    items = _json_ld(tree)
    article = next((item for item in items if _types(item) & ARTICLE_TYPES), {})
    meta = _meta(tree)
    window = _clean(_text(next(tree.iter("title"), None)), MAX_TITLE)
    stated = _clean(article.get("headline"), MAX_TITLE) or _from(meta, TITLE_META, MAX_TITLE)
    heading = _heading(tree, stated or window)
    return PageFacts(
        title=stated or heading or (_SITE_SUFFIX.sub("", window) if window else None),
        heading=heading,
        window=window,
        publisher=_publisher(article, items) or _from(meta, PUBLISHER_META, MAX_PUBLISHER),
        published_on=_published(article, items, meta, tree),
    )


def _text(element: HtmlElement | None) -> str | None:
    """Return all text below ``element``."""
    return None if element is None else "".join(element.itertext())


def _clean(value: object, limit: int) -> str | None:
    """Return a stated string on one line, its entities resolved; None where it is no string, empty or too long."""
    if not isinstance(value, str):
        return None
    text = " ".join(normalise(html.unescape(value)).split())
    return text if 0 < len(text) <= limit else None


def _json_ld(tree: HtmlElement) -> list[dict[str, object]]:
    """Return every object of the page's JSON-LD blocks in the order in which they stand; a broken block is skipped."""
    found: list[dict[str, object]] = []
    for script in tree.iter("script"):
        source = script.text or ""
        if "ld+json" not in (script.get("type") or "").lower() or len(source) > MAX_JSON:
            continue
        try:
            block = json.loads(source.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        except (ValueError, RecursionError):
            continue
        found.extend(_objects(block))
    return found


def _objects(block: object) -> Iterator[dict[str, object]]:
    """Yield every object inside a JSON value, outer before inner."""
    stack = [block]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            yield node
            stack.extend(reversed(list(node.values())))
        elif isinstance(node, list):
            stack.extend(reversed(node))


def _types(item: dict[str, object]) -> set[str]:
    """Return the schema.org types of a JSON-LD object, without the address before them."""
    stated = item.get("@type")
    names = stated if isinstance(stated, list) else [stated]
    return {name.rsplit("/", 1)[-1] for name in names if isinstance(name, str)}


def _publisher(article: dict[str, object], items: list[dict[str, object]]) -> str | None:
    """Return the name of the article's publisher, followed through an ``@id`` where the object lies elsewhere."""
    publisher = article.get("publisher")
    if isinstance(publisher, list):
        publisher = next(iter(publisher), None)
    if isinstance(publisher, dict) and "name" not in publisher:
        same = [item for item in items if item.get("@id") == publisher.get("@id") and "name" in item]
        publisher = next(iter(same), None)
    return _clean(publisher.get("name") if isinstance(publisher, dict) else publisher, MAX_PUBLISHER)


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Return the first content of each meta element by its lower-case name, property or itemprop."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            key = (element.get(attribute) or "").strip().lower()
            if key and element.get("content"):
                found.setdefault(key, element.get("content"))
    return found


def _from(meta: dict[str, str], keys: tuple[str, ...], limit: int) -> str | None:
    """Return the first of ``keys`` that ``meta`` states, without an address for letters behind it."""
    cleaned = (_clean(_ADDRESS.sub("", meta[key][:1000]), limit) for key in keys if key in meta)
    return next((text for text in cleaned if text), None)


def _heading(tree: HtmlElement, title: str | None) -> str | None:
    """Return the page's h1; of several the one that the title repeats (the others name the site)."""
    headings = [text for element in tree.iter("h1") if (text := _clean(_text(element), MAX_TITLE))]
    if len(headings) == 1:
        return headings[0]
    repeated = [text for text in headings if title and (text in title or title in text)]
    return max(repeated, key=len, default=None)


def _published(
    article: dict[str, object], items: list[dict[str, object]], meta: dict[str, str], tree: HtmlElement
) -> date | None:
    """Return the day of first publication by the most trusted of the places that state one."""
    pages = [item for item in items if _types(item) & {"WebPage", "NewsArticle", "ItemPage"}]
    stamps = [item.get("datePublished") for item in (article, *pages)]
    stamps.extend(meta.get(key) for key in DATE_META)
    for stamp in stamps:
        if isinstance(stamp, str) and (day := parse_stamp(stamp)):
            return day
    return _time_element(tree) or _labelled(tree)


def _time_element(tree: HtmlElement) -> date | None:
    """Return the day of an element marked as date of publication, or of the only ``time`` of the article's head."""
    for element in tree.iter(etree.Element):
        marks = f"{element.get('itemprop') or ''} {element.get('class') or ''}"[:300].lower()
        is_time = element.tag == "time" and (_PUBLISHED_CLASS.search(marks) or "pubdate" in element.attrib)
        if is_time or "datepublished" in marks:
            day = parse_stamp(element.get("datetime") or element.get("content") or _text(element) or "")
            if day is not None:
                return day
    days: set[date | None] = set()
    for element in tree.iter("time"):
        changed = _NOT_FIRST.search(_before(element))
        if _inside(element, ("article", "main")) and not _inside(element, ("aside", "footer", "nav")) and not changed:
            days.add(parse_stamp(element.get("datetime") or _text(element) or ""))
    return days.pop() if len(days) == 1 else None


def _before(element: HtmlElement) -> str:
    """Return the last words before ``element`` among its siblings."""
    sibling, parent = element.getprevious(), element.getparent()
    if sibling is not None:
        return (sibling.tail or "").strip()[-60:] or (sibling.text or "")[-60:]
    return "" if parent is None else (parent.text or "")[-60:]


def _inside(element: HtmlElement, tags: tuple[str, ...]) -> bool:
    """Return whether ``element`` lies in one of ``tags``."""
    return next(element.iterancestors(*tags), None) is not None


def _labelled(tree: HtmlElement) -> date | None:
    """Return the day that stands after "Published", in the same piece of text or the next."""
    label = False
    for piece in tree.itertext(tag=_VISIBLE):
        text = " ".join(piece[:400].split()) if len(piece) <= 400 else ""
        if not text:
            continue
        if match := _LABELLED.match(text):
            rest = _WEEKDAY.sub("", text[match.end() :])
            if day := parse_printed_date(rest):
                return day
            label = not rest
            continue
        if label and (day := parse_printed_date(_WEEKDAY.sub("", text))):
            return day
        label = False
    return None
