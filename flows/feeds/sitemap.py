"""Sitemaps and indexes of sitemaps (sitemaps.org), packed or not, with Google's news extension.

A sitemap may have 50,000 addresses, some have more; it is read element by element.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator

from lxml import etree

from flows.feeds.address import clean
from flows.feeds.entry import Entry, Further, ListFaultError, Listing, refuse_entities
from flows.feeds.stamps import read_stamp

MEDIA_TYPES = ("application/xml", "text/xml", "application/gzip")
# the protocol allows 50 MB and 50,000 addresses
MOST_BYTES = 64 * 2**20
MOST_ADDRESSES = 500_000
LONGEST_TITLE = 500
_ROOTS = {"urlset": "sitemap", "sitemapindex": "index of sitemaps"}
_GZIP = b"\x1f\x8b"
_PIECE = 2**16


def read_sitemap(data: bytes, url: str) -> Listing:
    """Read the sitemap or index at ``url``; what follows on a place where it breaks off is lost, and remarked.

    Raises:
        ListFaultError: it is no sitemap, is too large, or declares entities.
    """
    data = _unpacked(data) if data.startswith(_GZIP) else data
    if len(data) > MOST_BYTES:
        raise _too_large()
    refuse_entities(data)
    form: str | None = None
    entries: list[Entry] = []
    further: list[Further] = []
    unusable: list[str] = []
    remarks: tuple[str, ...] = ()
    try:
        for name, fields in _elements(data):
            if form is None:
                form = _form(name)
            elif len(entries) >= MOST_ADDRESSES:
                remarks = (f"more than {MOST_ADDRESSES:,} addresses, the rest is left",)
                break
            else:
                _add(name, fields, url, entries, further, unusable)
    except etree.XMLSyntaxError as error:
        if form is None:
            raise ListFaultError("unknown_layout", f"is no XML ({error.msg}); look at it") from error
        remarks = (f"broken XML ({error.msg}), read as far as it goes",)
    if form is None:
        raise ListFaultError("unknown_layout", "is empty; look at it")
    return Listing(form, tuple(entries), None, tuple(further), tuple(unusable), remarks)


def _unpacked(data: bytes) -> bytes:
    """Unpack gzip in bounded pieces, file after file of it."""
    unpacked = bytearray()
    while data.startswith(_GZIP):
        opened = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            while not opened.eof:
                piece = opened.decompress(data, _PIECE)
                data = opened.unconsumed_tail
                unpacked += piece
                if len(unpacked) > MOST_BYTES:
                    raise _too_large()
                if not piece and not data:
                    raise ListFaultError("broken_response", "is packed and cut short; try later")
        except zlib.error as error:
            raise ListFaultError("broken_response", f"cannot be unpacked ({error}); look at it") from error
        data = opened.unused_data
    return bytes(unpacked)


def _too_large() -> ListFaultError:
    return ListFaultError("too_large", f"a sitemap of more than {MOST_BYTES // 2**20} MB; look at it")


def _elements(data: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    """Give the root's name, then name and texts of each ``url`` and ``sitemap``."""
    events = etree.iterparse(
        io.BytesIO(data), events=("end",), tag=("{*}url", "{*}sitemap"), resolve_entities=False, no_network=True,
        load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    root = None
    for _, element in events:
        if root is None:
            root = element.getroottree().getroot()
            yield _name(root), {}
        if element.getparent() is root:
            yield _name(element), _fields(element)
            element.clear()
            while element.getprevious() is not None:
                del root[0]
    if root is None:
        yield _name(events.root), {}


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _fields(element: etree._Element) -> dict[str, str]:
    """Return the texts in an element by name; the first of a name, as images and videos have addresses of their own."""
    fields: dict[str, str] = {}
    for child in element.iterdescendants():
        text = (child.text or "").strip()
        # images and videos of the page have a loc and a title of their own
        if text and (child.getparent() is element or _name(child.getparent()) in {"news", "publication"}):
            fields.setdefault(_name(child), text)
    return fields


def _form(root: str) -> str:
    if root not in _ROOTS:
        raise ListFaultError("unknown_layout", f"is no sitemap but a {root[:40]!a}; mend the source's kind or url")
    return _ROOTS[root]


def _add(
    name: str, fields: dict[str, str], url: str, entries: list[Entry], further: list[Further], unusable: list[str]
) -> None:
    address = clean(fields["loc"], url) if "loc" in fields else None
    mark = fields.get("lastmod", "")
    if address is None:
        unusable.append(f"{name} without an address ({fields.get('loc', 'no loc')[:100]!a})")
    elif name == "sitemap":
        further.append(Further(address, mark))
    else:
        published = read_stamp(fields.get("publication_date"))
        stamps = [stamp for stamp in (published, read_stamp(mark)) if stamp is not None]
        title = " ".join(fields.get("title", "").split())[:LONGEST_TITLE].strip() or None
        entries.append(
            Entry(address, mark or fields.get("publication_date", ""), title, published, max(stamps, default=None))
        )
