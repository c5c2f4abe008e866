"""RSS and Atom feeds, read by feedparser; dates are read here, because it takes British summer time for UTC."""

from __future__ import annotations

import io
from collections.abc import Mapping
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import feedparser
from lxml import etree, html

from flows.feeds.address import clean
from flows.feeds.entry import Entry, ListFaultError, Listing, refuse_entities
from flows.feeds.stamps import read_stamp

MOST_BYTES = 10 * 2**20
LONGEST_TITLE = 500
MEDIA_TYPES = (
    "application/atom+xml", "application/rss+xml", "application/rdf+xml", "application/xml", "text/xml",
)  # fmt: skip
# RFC 5005: pages of a feed, and archives of a feed
_NEXT = ("next", "prev-archive")


def read_feed(data: bytes, url: str) -> Listing:
    """Read the feed at ``url``.

    Raises:
        ListFaultError: it is no feed, is too large, or declares entities.
    """
    if len(data) > MOST_BYTES:
        raise ListFaultError(
            "too_large", f"a feed of {len(data) // 2**20} MB, {MOST_BYTES // 2**20} are read; look at it"
        )
    refuse_entities(data)
    # a file: given bytes that begin like an address or a path, feedparser would go and open that
    parsed = feedparser.parse(
        io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False,
        response_headers={"content-type": "application/xml", "content-location": url},
    )  # fmt: skip
    version = parsed.get("version") or ""
    if not version:
        raise ListFaultError("unknown_layout", "is no RSS or Atom feed; look at it, and mend the source's kind or url")
    entries, unusable = [], []
    for number, item in enumerate(parsed.entries, 1):
        entry = _entry(item, url)
        if entry is None:
            unusable.append(f"item {number}: no link ({_title(item) or 'no title'})")
        else:
            entries.append(entry)
    remarks = (f"broken XML ({parsed.get('bozo_exception')}), read as far as it goes",) if parsed.get("bozo") else ()
    return Listing(_form(version), tuple(entries), _next(parsed.feed, url), unusable=tuple(unusable), remarks=remarks)


def _form(version: str) -> str:
    """Return "rss20" as "RSS 2.0"."""
    name = version.rstrip("0123456789u")
    return f"{name.upper() if name == 'rss' else name.title()} {'.'.join(version.removeprefix(name))}".strip()


def _entry(item: Mapping[str, Any], url: str) -> Entry | None:
    address = _link(item, url)
    if address is None:
        return None
    published, updated = (_text(item, key) for key in ("published", "updated"))
    stamps = [stamp for stamp in (read_stamp(published), read_stamp(updated)) if stamp is not None]
    return Entry(
        url=address,
        mark=updated or published or "",
        title=_title(item),
        # never the day of a change: where only that is stated, the document itself tells its day
        published=read_stamp(published),
        newest=max(stamps, default=None),
    )


def _text(item: Mapping[str, Any], key: str) -> str | None:
    """Return a text of an item as it stands there; asking the item itself would put another date in its place."""
    value = dict.get(item, key) if isinstance(item, dict) else None
    return value.strip() or None if isinstance(value, str) else None


def _link(item: Mapping[str, Any], url: str) -> str | None:
    """Return the address of an item: behind a counting service its own, else its link."""
    for key in ("feedburner_origlink", "link"):
        given = _text(item, key)
        # an empty link would be joined into the address of the feed itself
        address = None if given is None else clean(given, url)
        if address is not None and address != clean(url, url):
            return address
    return None


def _title(item: Mapping[str, Any]) -> str | None:
    title = _text(item, "title")
    if title is None:
        return None
    if "<" in title or "&" in title:
        title = _plain(title)
    return " ".join(title.split())[:LONGEST_TITLE].strip() or None


def _plain(title: str) -> str:
    """Return the text of a title that is HTML."""
    try:
        return str(html.fragment_fromstring(title, create_parent="div").text_content())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return unescape(title)


def _next(channel: Mapping[str, Any], url: str) -> str | None:
    for relation in _NEXT:
        for link in channel.get("links", ()):
            address = clean(link.get("href", ""), url) if link.get("rel") == relation and link.get("href") else None
            if address is not None and urlsplit(address).netloc == urlsplit(url).netloc:
                return address
    return None
