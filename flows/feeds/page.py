"""A page of links, such as a council's list of news: links, dates beside them and the next page by CSS selectors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cssselect import SelectorError
from lxml import etree, html
from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement

from flows.feeds.address import clean
from flows.feeds.entry import Entry, ListFaultError, Listing
from flows.feeds.stamps import Stamp, find_stamp, read_stamp

MEDIA_TYPES = ("text/html",)
MOST_BYTES = 10 * 2**20
MOST_LINKS = 5_000
LONGEST_TITLE = 500
# how far around a link its date may stand
_LEVELS_UP = 4
_PDF = re.compile(r"\.pdf(?:\Z|\?)", re.I)

Select = Callable[[HtmlElement], list[HtmlElement]]


@dataclass(frozen=True, slots=True)
class Selectors:
    """What is what on a page: links to documents, the link to the next page, the date within an entry."""

    links: Select
    next_page: Select | None
    dates: Select | None


def selector(css: str) -> Select:
    """Return a CSS selector ready for use.

    Raises:
        ValueError: it is none.
    """
    try:
        select: Select = CSSSelector(css, translator="html")
    except (SelectorError, etree.XPathError) as error:
        raise ValueError(f"no CSS selector ({error})") from error
    return select


def read_index_page(data: bytes, url: str, selectors: Selectors, *, only_pdf: bool = False) -> Listing:
    """Read the page at ``url``; ``only_pdf`` takes the links to PDF files alone.

    Raises:
        ListFaultError: it is no page, is too large, or nothing on it is what the selector looks for.
    """
    if len(data) > MOST_BYTES:
        raise ListFaultError(
            "too_large", f"a page of {len(data) // 2**20} MB, {MOST_BYTES // 2**20} are read; look at it"
        )
    tree = _tree(data)
    links = [link for found in selectors.links(tree) for link in _anchors(found)][:MOST_LINKS]
    addressed = [(link, address) for link, address in _addressed(links, url) if _PDF.search(address) or not only_pdf]
    if not addressed:
        what = "a link to a PDF file" if only_pdf else "a link"
        raise ListFaultError(
            "unknown_layout", f"has nothing that the selector takes for {what}; look at it, mend the source"
        )
    addresses = {address for _, address in addressed}
    entries: dict[str, Entry] = {}
    for link, address in addressed:
        entry = _entry(link, address, url, addresses, selectors.dates)
        known = entries.get(address)
        # a document may be linked by its picture and by its title
        if known is None or (known.title is None and entry.title is not None):
            entries[address] = entry
    unusable = [
        f"link to {(link.get('href') or '')[:100]!a}" for link in links if clean(link.get("href") or "", url) is None
    ]
    return Listing(
        "page of links", tuple(entries.values()), _next(tree, url, selectors.next_page), unusable=tuple(unusable)
    )


def _tree(data: bytes) -> HtmlElement:
    try:
        parser = html.HTMLParser(huge_tree=False, remove_comments=True, remove_pis=True, encoding=_encoding(data))
        tree = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ListFaultError("unknown_layout", f"cannot be read as HTML ({error}); look at it") from error
    etree.strip_elements(tree, "script", "style", "noscript", "template", with_tail=False)
    return tree


def _encoding(data: bytes) -> str | None:
    """Return UTF-8 where the bytes are that; else None, and the page's own declaration holds."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _anchors(found: HtmlElement) -> Iterable[HtmlElement]:
    """Return what was selected where it is a link, else the links within it."""
    return [found] if found.tag == "a" else found.iter("a")


def _addressed(links: Iterable[HtmlElement], url: str) -> Iterator[tuple[HtmlElement, str]]:
    here = clean(url, url)
    for link in links:
        given = (link.get("href") or "").strip()
        address = clean(given, url) if given and not given.startswith("#") else None
        if address is not None and address != here:
            yield link, address


def _entry(link: HtmlElement, address: str, url: str, addresses: set[str], dates: Select | None) -> Entry:
    title = " ".join(" ".join(link.itertext()).split())[:LONGEST_TITLE].strip() or None
    stamp = None if dates is None else _date(link, address, url, addresses, dates)
    return Entry(address, stamp.day.isoformat() if stamp else "", title, stamp, stamp)


def _date(link: HtmlElement, address: str, url: str, addresses: set[str], dates: Select) -> Stamp | None:
    """Return the one date in the smallest block around a link that has one, up to where another document is linked."""
    block: HtmlElement | None = link
    for _ in range(_LEVELS_UP + 1):
        if block is None or any(other in addresses - {address} for _, other in _addressed(block.iter("a"), url)):
            return None
        found = {stamp for element in dates(block) if (stamp := _stated(element)) is not None}
        if found:
            return found.pop() if len(found) == 1 else None
        block = block.getparent()
    return None


def _stated(element: HtmlElement) -> Stamp | None:
    return read_stamp(element.get("datetime")) or find_stamp(" ".join(" ".join(element.itertext()).split()))


def _next(tree: HtmlElement, url: str, select: Select | None) -> str | None:
    found = [] if select is None else select(tree)
    return next((address for _, address in _addressed((link for one in found for link in _anchors(one)), url)), None)
