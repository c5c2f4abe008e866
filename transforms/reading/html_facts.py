"""What a page's markup states of it: headline, publisher, days, address, language, licence, the author's organisation.

JSON-LD goes first, then meta elements, then HTML. Day of first publication and of the last change are kept apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from transforms.reading import html_dates as dates
from transforms.reading import html_print as print_
from transforms.reading.html_jsonld import PAGE_TYPES, Item, Node, find_article, read_json_ld, types_of
from transforms.reading.html_title import MAX_TITLE, TITLE_META, choose_title, clean_line, headings_of, key_of

MAX_PUBLISHER, MAX_ADDRESS, MAX_LICENCE = 120, 2000, 300
_MOST_NAME_WORDS = 3
PUBLISHER_META = ("og:site_name", "dcterms.publisher", "dc.publisher", "publisher", "application-name")
AUTHOR_META = ("dcterms.creator", "dc.creator", "author", "article:author", "parsely-author", "sailthru.author")
LICENCE_META = ("dcterms.license", "dc.rights.license", "dcterms.rights", "dc.rights", "license", "licence")
_LICENCE = etree.XPath("//a[@rel='license' or contains(@href,'nationalarchives.gov.uk/doc/open-government-licence')]")
_LICENCE_MARK = b"licen"
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,2}", re.IGNORECASE)
_ADDRESS = re.compile(r"[.;,]?\s*\S+@\S+")
_ORGANISATION_TYPE = re.compile(r"Organi[sz]ation$|Corporation$|Council|Agency|School$|NGO$")
# A name with no type is an organisation's only where one of its words says so: a person's name is never data.
_ORGANISATION_WORD = re.compile(
    r"\b(?:council|borough|county|department|ministry|ofsted|government|office|agency|association|media|news|newsdesk|"
    r"press|service|services|team|trust|university|commissioner|board|authority|partnership|magazine|bbc|pa|nhs|ltd)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?:by|from|written by)\s+|\b(?:reporter|correspondent|editor|journalist|mr|mrs|ms|dr|cllr|sir)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the markup states; None what it does not.

    ``heading`` is the h1 that the title repeats, ``window`` the title of the browser's window, ``organisation`` that of
    the author (a person's name is left out), ``url`` the canonical address, ``language`` a tag as "en-GB", ``licence``
    an address or a name. ``types`` are the schema.org types of the page's own article, with "og:" before what og:type
    says; ``free`` whether it is open to everyone.
    """

    title: str | None = None
    heading: str | None = None
    window: str | None = None
    publisher: str | None = None
    organisation: str | None = None
    published_on: date | None = None
    modified_on: date | None = None
    url: str | None = None
    language: str | None = None
    licence: str | None = None
    types: frozenset[str] = frozenset()
    free: bool | None = None


def read_markup(tree: HtmlElement, source: bytes, url: str | None = None) -> PageFacts:
    """Return what the markup of ``tree``, parsed from ``source``, says of the page that was fetched from ``url``."""
    nodes, meta = read_json_ld(tree), _meta(tree)
    window = clean_line(_text(next(tree.iter("title"), None)), MAX_TITLE)
    headings = headings_of(tree)
    titles = [clean_line(meta.get(key), MAX_TITLE) for key in TITLE_META]
    address = _canonical(tree, meta, url)
    known = [*headings, *(title for title in titles if title), *([window] if window else [])]
    article = find_article(nodes, known, [each for each in (address, url) if each]) or {}
    publisher = _publisher(article, nodes) or _from(meta, PUBLISHER_META, MAX_PUBLISHER)
    headline = clean_line(article.get("headline") or article.get("name"), MAX_TITLE)
    stated = [title for title in (headline, *titles) if title]
    title = choose_title(headings, stated, window, _site_names(publisher, nodes, meta, address or url))
    published_on, modified_on = _days(article, nodes, meta, tree, source, address or url)
    return PageFacts(
        title=title,
        heading=_heading(headings, title),
        window=window,
        publisher=publisher,
        organisation=_organisation(article, nodes, meta, publisher),
        published_on=published_on,
        modified_on=modified_on,
        url=address,
        language=_language(tree, article, meta),
        licence=_licence(tree, source, article, meta),
        types=types_of(article) | ({f"og:{meta['og:type'].strip().lower()}"} if "og:type" in meta else set()),
        free=_free(article),
    )


def _text(element: HtmlElement | None) -> str | None:
    """Return all text below ``element``."""
    return None if element is None else "".join(element.itertext())


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Return the first content of each meta element by its lower-case name, property or itemprop."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        for attribute in ("property", "name", "itemprop"):
            key = (element.get(attribute) or "").strip().lower()
            if key and content:
                found.setdefault(key, content)
    return found


def _from(meta: dict[str, str], keys: tuple[str, ...], limit: int) -> str | None:
    """Return the first of ``keys`` that ``meta`` states, without an address for letters behind it."""
    cleaned = (clean_line(_ADDRESS.sub("", meta[key][:1000]), limit) for key in keys if key in meta)
    return next((text for text in cleaned if text), None)


def _heading(headings: list[str], title: str | None) -> str | None:
    """Return the h1 that the title repeats; the only one where it is long enough to be no site's name."""
    repeated = [text for text in headings if title and (key_of(text) in key_of(title) or key_of(title) in key_of(text))]
    if not repeated and len(headings) == 1 and len(headings[0].split()) > _MOST_NAME_WORDS:
        return headings[0]
    return max(repeated, key=len, default=None)


def _canonical(tree: HtmlElement, meta: dict[str, str], url: str | None) -> str | None:
    """Return the page's canonical address; None where it names none, or the site's front page for every page."""
    links = (element.get("href") for element in tree.iter("link") if _rel(element) == "canonical")
    for stated in (*islice(links, 3), meta.get("og:url"), meta.get("parsely-link")):
        if not stated or len(stated) > MAX_ADDRESS:
            continue
        try:
            address = urljoin(url or "", stated.strip())
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.hostname and parts.path.strip("/") and " " not in address:
            return str(parts._replace(fragment="").geturl())
    return None


def _rel(element: HtmlElement) -> str:
    """Return the relation that a link states."""
    return (element.get("rel") or "").strip().lower()


def _publisher(article: Item, nodes: list[Node]) -> str | None:
    """Return the name of the article's publisher, a person's left out."""
    stated = _resolved(article.get("publisher"), nodes)
    if isinstance(stated, dict) and "Person" in types_of(stated):
        return None
    return clean_line(stated.get("name") if isinstance(stated, dict) else stated, MAX_PUBLISHER)


def _resolved(stated: object, nodes: list[Node]) -> object:
    """Return the first of what is stated, followed through an ``@id`` where the object lies elsewhere."""
    if isinstance(stated, list):
        stated = next(iter(stated), None)
    if isinstance(stated, dict) and "name" not in stated and stated.get("@id") is not None:
        return next(
            (each.item for each in nodes if each.item.get("@id") == stated["@id"] and "name" in each.item), stated
        )
    return stated


def _site_names(publisher: str | None, nodes: list[Node], meta: dict[str, str], url: str | None) -> list[str]:
    """Return the names by which the page's site goes."""
    names = [publisher, *(clean_line(meta.get(key), MAX_PUBLISHER) for key in PUBLISHER_META)]
    names.extend(clean_line(node.item.get("name"), MAX_PUBLISHER) for node in nodes if "WebSite" in node.types)
    names.append(clean_line((meta.get("twitter:site") or "").lstrip("@"), MAX_PUBLISHER))
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        host = None
    names.extend([host, (host or "").removeprefix("www."), (host or "").removeprefix("www.").split(".")[0]])
    return [name for name in names if name]


def _days(
    article: Item, nodes: list[Node], meta: dict[str, str], tree: HtmlElement, source: bytes, url: str | None
) -> tuple[date | None, date | None]:
    """Return the days of first publication and of the last change."""
    pages = [node.item for node in nodes if node.types & PAGE_TYPES and not node.inside_other]
    by_json, by_meta = dates.published_in([item.get("datePublished") for item in (article, *pages)], meta)
    modified = dates.modified_in([item.get("dateModified") for item in (article, *pages)], meta)
    published = by_json or by_meta
    if by_json and by_meta and by_meta < by_json == modified:
        # a system that writes the day of the change into both: "datePublished" moves with every save
        published = by_meta
    if published is None or modified is None or published == modified:
        elements = dates.marked_elements(tree, source)
        modified = modified or dates.modified_by_element(elements)
        if published is not None and published == modified:
            marked = dates.published_by_element(print_.near_headline(tree, elements))
            published = min(published, marked or published)
        elif published is None:
            published = dates.published_by_element(elements)
    dated = ""
    if published is None:
        dated = print_.dated_text(tree)
        published, changed = print_.published_in_print(tree, dated)
        modified = modified or changed
    if published is None:
        published = dates.published_by_address(url) or dates.published_in_scripts(tree)
    if published is None:
        # a page with one day in print may print that of its last change
        printed = print_.published_by_dateline(tree, dated)
        published = None if printed == modified else printed
    return published, modified


def _organisation(article: Item, nodes: list[Node], meta: dict[str, str], publisher: str | None) -> str | None:
    """Return the organisation that wrote the article: an author that is one, or the one that its author belongs to."""
    stated = article.get("author") or article.get("creator")
    for each in (stated if isinstance(stated, list) else [stated])[:10]:
        author = _resolved(each, nodes)
        if isinstance(author, dict):
            kind = types_of(author)
            if any(_ORGANISATION_TYPE.search(name) for name in kind):
                return clean_line(author.get("name"), MAX_PUBLISHER)
            place = _resolved(author.get("affiliation") or author.get("worksFor"), nodes)
            if isinstance(place, dict) and (name := clean_line(place.get("name"), MAX_PUBLISHER)):
                return name
        elif (name := clean_line(author, MAX_PUBLISHER)) and _names_organisation(name, publisher):
            return name
    names = (_from(meta, (key,), MAX_PUBLISHER) for key in AUTHOR_META)
    return next((name for name in names if name and _names_organisation(name, publisher)), None)


def _names_organisation(name: str, publisher: str | None) -> bool:
    """Return whether a bare name is an organisation's: the publisher's own, or one with a word for what it is."""
    same = publisher is not None and key_of(name) == key_of(publisher)
    return same or (_ORGANISATION_WORD.search(name) is not None and not _BYLINE.search(name) and "," not in name)


def _language(tree: HtmlElement, article: Item, meta: dict[str, str]) -> str | None:
    """Return the page's language as a tag such as "en-GB"."""
    root = next(tree.iter("html"), tree)
    for stated in (root.get("lang"), article.get("inLanguage"), meta.get("og:locale"), meta.get("dcterms.language")):
        text = stated.strip() if isinstance(stated, str) else ""
        if _LANGUAGE.fullmatch(text):
            first, *rest = re.split(r"[-_]", text)
            return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part.title() for part in rest)])
    return None


def _licence(tree: HtmlElement, source: bytes, article: Item, meta: dict[str, str]) -> str | None:
    """Return the address or the name of the licence that the page is under."""
    stated = article.get("license")
    if isinstance(stated, dict):
        stated = stated.get("url") or stated.get("@id") or stated.get("name")
    named = clean_line(stated, MAX_LICENCE) or _from(meta, LICENCE_META, MAX_LICENCE)
    if named is not None:
        return named
    links = [element for element in tree.iter("link") if _rel(element) == "license"]
    # most pages name none, and the bytes are searched faster than the tree
    if _LICENCE_MARK in source:
        links.extend(_LICENCE(tree))
    found = (clean_line(each.get("href"), MAX_LICENCE) for each in links[:5])
    return next((address for address in found if address), None)


def _free(article: Item) -> bool | None:
    """Return whether the article says that it is open to everyone; None where it does not say."""
    stated = article.get("isAccessibleForFree")
    if isinstance(stated, bool):
        return stated
    word = stated.strip().lower() if isinstance(stated, str) else ""
    return {"true": True, "false": False}.get(word)
