"""The page of a provider: its links to report files, each with title and date, and the link to the next page.

Nothing is known of the page but that a report is a link whose address has a known form, that its title is the link's
text, and that a date stands in the link or beside it. What does not fit is told, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin

from lxml import etree, html
from lxml.html import HtmlElement

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
# how far around a link its date may stand
_LEVELS_UP = 4
_DAY = rf"(\d{{1,2}})(?:\s?(?:st|nd|rd|th))?\s+({'|'.join(MONTHS)})\s+((?:19|20)\d\d)\b"
_DATE = re.compile(rf"(?<!\d){_DAY}", re.I)
_ISO_DATE = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)")
# an inspection's days are no day of publication: "4 to 15 March 2019"
_RANGE = re.compile(rf"(?<!\d)\d{{1,2}}(?:\s+[a-z]+)?(?:\s+\d{{4}})?\s*(?:-|–|to)\s*{_DAY}", re.I)
_PUBLISHED = re.compile(rf"\bpublished\b(?:\W|on|date){{0,6}}?{_DAY}", re.I)
# what a link's text says besides the title: "PDF", "1.2 MB", "opens in a new window"
_TRIMMINGS = re.compile(
    r"\s*(?:\bpdf\b|\d+(?:\.\d+)?\s?[km]b\b|\bopens in (?:a )?new (?:tab|window)|[\s,:;–(){}\[\]-])\s*\Z", re.I
)
_NEXT = re.compile(r"\W*next(?:\s+page)?\W*", re.I)
_PAGE_OF = re.compile(r"\bpage\s+(\d{1,4})\s+of\s+(\d{1,4})\b", re.I)


@dataclass(frozen=True, slots=True)
class Report:
    """A report file that a page links; ``url`` is absolute."""

    url: str
    title: str
    published_on: date


@dataclass(frozen=True, slots=True)
class Unclear:
    """A link to a report file whose title or date could not be told; ``why`` in words that follow on the link."""

    url: str
    why: str


@dataclass(frozen=True, slots=True)
class ProviderPage:
    """What a page links. ``fault`` says why the page as a whole is not understood; the rest is empty then."""

    reports: tuple[Report, ...] = ()
    unclear: tuple[Unclear, ...] = ()
    next_url: str | None = None
    fault: str | None = None


def read_provider_page(data: bytes, url: str, urn: str, file_form: re.Pattern[str]) -> ProviderPage:
    """Read the page at ``url`` of the provider ``urn``; the addresses of report files match ``file_form`` whole."""
    try:
        parser = html.HTMLParser(huge_tree=False, remove_comments=True, encoding=_encoding(data))
        tree = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        return ProviderPage(fault=f"cannot be read as HTML ({error})")
    etree.strip_elements(tree, "script", "style", "noscript", "template", with_tail=False)
    text = _text(tree)
    if not re.search(rf"(?<!\d){re.escape(urn)}(?!\d)", text):
        return ProviderPage(fault=f"does not name the URN {urn}: another page stands there")
    links = [(link, address) for link, address in _links(tree, url) if file_form.fullmatch(address)]
    if not links:
        return ProviderPage(fault="links no report file: nothing is published there yet, or its layout has changed")
    next_url = _next(tree, url)
    last = [page for page, pages in _PAGE_OF.findall(text) if int(page) < int(pages)]
    if last and next_url is None:
        return ProviderPage(fault=f"is page {last[0]} of several, but has no link to the next")
    found: dict[str, Report | Unclear] = {}
    for link, address in links:
        # a file may be linked twice, as by a picture and by its title
        if not isinstance(found.get(address), Report):
            found[address] = _report(link, address, url, file_form)
    reports = tuple(told for told in found.values() if isinstance(told, Report))
    return ProviderPage(reports, tuple(told for told in found.values() if isinstance(told, Unclear)), next_url)


def _encoding(data: bytes) -> str | None:
    """Return UTF-8 where the bytes are that; else None, and the page's own declaration holds."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _text(element: HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _links(element: HtmlElement, url: str) -> Iterator[tuple[HtmlElement, str]]:
    for link in element.iter("a"):
        try:
            address = urljoin(url, (link.get("href") or "").strip())
        except ValueError:
            # no address at all, such as "http://[": nothing that could be a report file
            continue
        yield link, address.partition("#")[0]


def _report(link: HtmlElement, address: str, url: str, file_form: re.Pattern[str]) -> Report | Unclear:
    """Tell title and date of a link; the date is looked for around it, up to where another report's link stands."""
    title = _title(_text(link))
    if not title:
        return Unclear(address, "has no title")
    block: HtmlElement | None = link
    for _ in range(_LEVELS_UP + 1):
        if block is None or any(other != address and file_form.fullmatch(other) for _, other in _links(block, url)):
            break
        dates = _dates(block)
        if dates:
            return (
                Report(address, title, *dates) if len(dates) == 1 else Unclear(address, "has several dates beside it")
            )
        block = block.getparent()
    return Unclear(address, "has no date beside it")


def _dates(block: HtmlElement) -> set[date]:
    """Return the days of publication that stand in a block: those called so, else all that end no range."""
    text = _text(block)
    called = _days(_PUBLISHED.findall(text))
    if called:
        return called
    stamps = [_ISO_DATE.match(element.get("datetime") or "") for element in block.iter("time")]
    shown = _days(_DATE.findall(_RANGE.sub(" ", text)))
    return shown or {day for stamp in stamps if stamp is not None for day in [_day(*map(int, stamp.groups()))] if day}


def _days(found: list[tuple[str, str, str]]) -> set[date]:
    days = {_day(int(year), MONTHS.index(month.lower()) + 1, int(day)) for day, month, year in found}
    return {day for day in days if day is not None}


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _title(text: str) -> str:
    """Return a link's text without dates and what it says of the file."""
    title = _DATE.sub(" ", text).strip()
    while (shorter := _TRIMMINGS.sub("", title)) != title:
        title = shorter
    return " ".join(title.split())


def _next(tree: HtmlElement, url: str) -> str | None:
    """Return the address of the next page: a link that says so by its relation or its text."""
    for link, address in _links(tree, url):
        says_so = "next" in (link.get("rel") or "").lower().split() or _NEXT.fullmatch(_text(link))
        if says_so and link.get("href") and address != url.partition("#")[0]:
            return address
    return None
