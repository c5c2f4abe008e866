"""JSON-LD as pages carry it: broken blocks mended, and the object that is the page's own article found among others."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

Item = dict[str, object]
MAX_JSON = 2_000_000
MAX_OBJECTS = 20_000
_LEAST_KEY = 9
ARTICLE_TYPES = frozenset({
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "ReviewNewsArticle",
    "BackgroundNewsArticle", "AskPublicNewsArticle", "AdvertiserContentArticle", "SatiricalArticle", "BlogPosting",
    "SocialMediaPosting", "LiveBlogPosting", "Report", "GovernmentDocument", "PressRelease", "TechArticle",
    "ScholarlyArticle", "MedicalScholarlyArticle",
})  # fmt: skip
GALLERY_TYPES = frozenset({"ImageGallery", "MediaGallery", "PhotoGallery"})
PAGE_TYPES = frozenset({"WebPage", "ItemPage", "AboutPage", "FAQPage"})
# What lies under these keys of an article is another work: a related story, a video, an entry of a live blog.
OTHER_WORKS = frozenset({
    "hasPart", "itemListElement", "mentions", "citation", "liveBlogUpdate", "comment", "relatedLink", "blogPost",
    "video", "associatedMedia", "isBasedOn", "isPartOf", "review", "subjectOf", "image", "audio", "significantLink",
    "relatedItem", "workExample", "translationOfWork",
})  # fmt: skip
# JavaScript that hides the block from old browsers, as pages of every age still write it.
_OPENINGS, _CLOSINGS = ("//", "<!--", "/*", "<![CDATA[", "*/"), (";", "//", "-->", "*/", "]]>", "/*")
# Outside of strings: what JavaScript allows and JSON does not. Strings are matched first, so that they stay whole.
_LENIENT = re.compile(r'("(?:[^"\\]|\\.)*(?:"|\Z))|,(?=\s*[}\]])|<!--.{0,200}?-->', re.DOTALL)
_ESCAPE = re.compile(r'\\(["\\/bfnrt]|u[0-9a-fA-F]{4})?')


@dataclass(frozen=True, slots=True)
class Node:
    """An object of JSON-LD: how deep it lies, whether inside another work, and the object."""

    item: Item
    depth: int
    inside_other: bool

    @property
    def types(self) -> frozenset[str]:
        """The schema.org types of the object, without the address before them."""
        return types_of(self.item)


def types_of(item: Item) -> frozenset[str]:
    """Return the schema.org types of an object, without the address before them."""
    stated = item.get("@type")
    names = stated if isinstance(stated, list) else [stated]
    return frozenset(re.split(r"[/:#]", name)[-1] for name in names if isinstance(name, str))


def read_json_ld(tree: HtmlElement) -> list[Node]:
    """Return every object of the page's JSON-LD blocks in their order; a hopeless block is skipped."""
    found: list[Node] = []
    for script in tree.iter("script"):
        source = script.text or ""
        if "ld+json" not in (script.get("type") or "").lower() or len(source) > MAX_JSON:
            continue
        for block in load_block(source):
            found.extend(_nodes(block, MAX_OBJECTS - len(found)))
    return found


def load_block(source: str) -> list[object]:
    """Return the JSON values of a block, mended where its text is no JSON; none where it cannot be."""
    bare = _bare(source)
    for mend in (_as_it_is, _without_slips, _unescaped):
        try:
            return _values(mend(bare))
        except (ValueError, RecursionError):
            continue
    return []


def _bare(source: str) -> str:
    """Return a block without the marks around it that hide it from browsers without JavaScript."""
    text, before = source.strip(), ""
    while text != before:
        before = text
        for mark in _OPENINGS:
            text = text.removeprefix(mark).lstrip()
        for mark in _CLOSINGS:
            text = text.removesuffix(mark).rstrip()
    return text


def _as_it_is(text: str) -> str:
    return text


def _without_slips(text: str) -> str:
    """Return ``text`` without commas before a closing bracket, comments and escapes that JSON does not know."""
    known = _ESCAPE.sub(lambda match: match.group() if match[1] else "", text)
    return _LENIENT.sub(lambda match: match[1] or "", known)


def _unescaped(text: str) -> str:
    """Return a block whose very quotation marks are written as entities."""
    return _without_slips(html.unescape(text)) if "&quot;" in text or "&#34;" in text else _without_slips(text)


def _values(text: str) -> list[object]:
    """Return the JSON values that stand one after another in ``text``; ValueError where other text stands there."""
    decoder, values, at = json.JSONDecoder(strict=False), [], 0
    while at < len(text):
        value, at = decoder.raw_decode(text, at)
        values.append(value)
        while at < len(text) and text[at] in " \t\r\n,;":
            at += 1
    return values


def _nodes(block: object, limit: int) -> Iterator[Node]:
    """Yield every object inside a JSON value, outer before inner, at most ``limit``."""
    stack: list[tuple[object, int, bool]] = [(block, 0, False)]
    while stack and limit > 0:
        value, depth, other = stack.pop()
        if isinstance(value, dict):
            limit -= 1
            yield Node(value, depth, other)
            is_work = bool(types_of(value) & ARTICLE_TYPES) or "itemListElement" in value
            inner = [
                (each, depth if key == "@graph" else depth + 1, other or (is_work and key in OTHER_WORKS))
                for key, each in value.items()
                if isinstance(each, dict | list)
            ]
            stack.extend(reversed(inner))
        elif isinstance(value, list):
            stack.extend((each, depth, other) for each in reversed(value))


def find_article(nodes: list[Node], titles: list[str], addresses: list[str]) -> Item | None:
    """Return the object of the page's own article, or None where there is none.

    ``titles`` are what the page calls itself (h1, og:title, window), ``addresses`` its own. Of several objects one that
    names another address and another headline is a related story.
    """
    works = [node for node in nodes if not node.inside_other and node.types & (ARTICLE_TYPES | GALLERY_TYPES)]
    known = [key for key in map(_key, titles) if len(key) >= _LEAST_KEY]
    paths = {_path(address) for address in addresses} - {""}
    scored = [(_score(node, known, paths), node.item) for node in works]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return None if best is None or (len(works) > 1 and best[0] < 0) else best[1]


def _score(node: Node, titles: list[str], paths: set[str]) -> int:
    """Return how surely an article's object is the page's own; less than 0 where it names another page."""
    headline = _key(node.item.get("headline") or node.item.get("name"))
    same_title = len(headline) >= _LEAST_KEY and any(headline in title or title in headline for title in titles)
    stated = {_path(address) for address in _addresses(node.item)} - {""}
    same_page = bool(stated & paths)
    foreign = bool(stated and paths) and not same_page and not same_title
    dated, news = "datePublished" in node.item, bool(node.types & ARTICLE_TYPES)
    return 100 + 8 * same_page + 8 * same_title + 4 * dated + 2 * news - min(node.depth, 20) - 200 * foreign


def _addresses(item: Item) -> list[str]:
    """Return the addresses by which an object names its page."""
    page = item.get("mainEntityOfPage")
    places = [item.get("url"), item.get("@id"), page, page.get("@id") if isinstance(page, dict) else None,
              page.get("url") if isinstance(page, dict) else None]  # fmt: skip
    return [place for place in places if isinstance(place, str) and place.startswith(("http", "/"))]


def _path(address: str) -> str:
    """Return the path of an address, which stays the same between host names of one site; "" for its front page."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return parts.path.rstrip("/").removesuffix(".amp").removesuffix("/amp").lower()


def _key(title: object) -> str:
    """Return a title reduced to its letters and digits, for comparison."""
    return re.sub(r"[\W_]+", "", html.unescape(title).casefold()) if isinstance(title, str) else ""
