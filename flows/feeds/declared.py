"""The declaration of a source that lists addresses, ready for use."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from flows.errors import WrongUseError
from flows.feeds import feed, page, sitemap
from flows.feeds.address import host_of
from flows.feeds.entry import Entry, Listing
from flows.feeds.feed import read_feed
from flows.feeds.page import Selectors, read_index_page, selector
from flows.feeds.sitemap import read_sitemap
from flows.fetch.sniff import HTML, PDF
from flows.sources import Source

CADENCES = {"daily": timedelta(days=1), "weekly": timedelta(days=7), "monthly": timedelta(days=28)}
LISTS = ("feed", "sitemap", "page", "pdf", "urls")
"""The kinds that list addresses."""


@dataclass(frozen=True, slots=True)
class Declared:
    """How a source's list is found and read, and which of its documents are taken.

    ``list_types`` and ``types`` are the media types of its lists and of its documents; ``hosts`` are those that a
    document may lie on; ``pages`` is how many pages of a list are read at most, ``recheck`` after how long a document
    is asked for again although its list does not say that it changed.
    """

    read: Callable[[bytes, str], Listing] | None
    list_types: tuple[str, ...]
    types: tuple[str, ...]
    every: timedelta
    pages: int
    hosts: frozenset[str]
    include: re.Pattern[str] | None
    exclude: re.Pattern[str] | None
    oldest: timedelta | None
    most: int
    recheck: timedelta | None

    def takes_host(self, host: str) -> bool:
        """Whether documents on this host are the source's; with no host known, any is."""
        return not self.hosts or host.removeprefix("www.") in self.hosts

    def why_left(self, entry: Entry, at: datetime) -> str | None:
        """Return why the declaration leaves an entry at this moment, in a few words; None where it takes it."""
        if not self.takes_host(host_of(entry.url)):
            return "on another host"
        if self.include is not None and not self.include.search(entry.url):
            return "not included"
        if self.exclude is not None and self.exclude.search(entry.url):
            return "excluded"
        age = None if entry.newest is None else at - entry.newest.moment
        return "too old" if age is not None and self.oldest is not None and age > self.oldest else None


def declared(source: Source) -> Declared:
    """Make a declaration ready for use.

    Raises:
        WrongUseError: a pattern is no regular expression, a selector none of CSS, or too many pages are wanted.
    """
    settings = source.settings
    pages, requests = int(settings.get("pages", 1)), int(settings["requests_per_run"])
    if pages > requests // 2:
        raise WrongUseError(
            f"source {source.id}, pages: {pages} are more than half of the {requests} requests of a run, and the other "
            "half is for documents; raise requests_per_run"
        )
    read, list_types = _reader(source)
    oldest, recheck = (settings.get(key) for key in ("oldest_days", "recheck_days"))
    return Declared(
        read=read,
        list_types=list_types,
        types=(PDF,) if source.kind == "pdf" else (HTML, PDF),
        every=CADENCES[str(settings["cadence"])],
        pages=pages,
        hosts=_hosts(source),
        include=_pattern(source, "include"),
        exclude=_pattern(source, "exclude"),
        oldest=None if oldest is None else timedelta(days=int(oldest)),
        most=int(settings["documents_per_run"]),
        recheck=None if recheck is None else timedelta(days=int(recheck)),
    )


def _reader(source: Source) -> tuple[Callable[[bytes, str], Listing] | None, tuple[str, ...]]:
    if source.kind == "feed":
        return read_feed, feed.MEDIA_TYPES
    if source.kind == "sitemap":
        return read_sitemap, sitemap.MEDIA_TYPES
    if source.kind == "urls":
        return None, ()
    links = _selector(source, "links") or selector("a[href]")
    selectors = Selectors(links, _selector(source, "next"), _selector(source, "dates"))
    only_pdf = source.kind == "pdf"
    return lambda data, url: read_index_page(data, url, selectors, only_pdf=only_pdf), page.MEDIA_TYPES


def _hosts(source: Source) -> frozenset[str]:
    """Return the hosts that are given, else the list's own; ``www.`` is passed over."""
    given = source.settings.get("hosts")
    if given is None:
        url = source.settings.get("url")
        given = (urlsplit(str(url)).hostname or "") if url is not None else ""
    return frozenset(host.lower().removeprefix("www.") for host in str(given).split())


def _pattern(source: Source, key: str) -> re.Pattern[str] | None:
    given = source.settings.get(key)
    if given is None:
        return None
    try:
        return re.compile(str(given), re.I)
    except re.error as error:
        raise WrongUseError(f"source {source.id}, {key}: no regular expression ({error}); mend it") from error


def _selector(source: Source, key: str) -> page.Select | None:
    given = source.settings.get(key)
    if given is None:
        return None
    try:
        return selector(str(given))
    except ValueError as error:
        raise WrongUseError(f"source {source.id}, {key}: {error}; mend it") from error
