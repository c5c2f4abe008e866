"""What content is, told from its bytes; a server's word is taken only where the bytes do not tell."""

from __future__ import annotations

import re

PDF = "application/pdf"
HTML = "text/html"
_HEAD = 4096
_MAGIC = (
    (b"%PDF-", PDF),
    (b"\x1f\x8b", "application/gzip"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"PK\x03\x04", "application/zip"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG", "image/png"),
    (b"GIF8", "image/gif"),
    (b"WARC/1.", "application/warc"),
)
# the Atom and RSS roots, and the two of the sitemap protocol
_ROOTS = {
    b"html": HTML,
    b"feed": "application/atom+xml",
    b"rss": "application/rss+xml",
    b"rdf": "application/rss+xml",
    b"urlset": "application/xml",
    b"sitemapindex": "application/xml",
}
_DECLARATION = re.compile(rb"<\?xml[^>]*\?>|<!--.*?-->|<\?[^>]*\?>|\s+", re.S)
_ROOT = re.compile(rb"<(?:[a-z0-9]+:)?([a-z]+)[\s>/:]", re.I)
_HTML_START = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|div|p|script|h1)\b", re.I)
_MARKS = (b"\xef\xbb\xbf",)


def sniff(data: bytes, told: str | None) -> str:
    """Return the media type of ``data``; ``told`` is the Content-Type header.

    A few bytes before ``%PDF-`` are passed over, as readers of PDF do.
    """
    head = data[:_HEAD]
    for magic, media_type in _MAGIC:
        if head.startswith(magic):
            return media_type
    text = head
    for mark in _MARKS:
        text = text.removeprefix(mark)
    is_xml = text.lstrip().startswith(b"<?xml")
    while (match := _DECLARATION.match(text)) is not None and match.end():
        text = text[match.end() :]
    if _HTML_START.match(text):
        return HTML
    root = _ROOT.match(text)
    if root is not None and root[1].lower() in _ROOTS:
        return _ROOTS[root[1].lower()]
    if b"%PDF-" in head[:1024] and not text.startswith(b"<"):
        return PDF
    if is_xml:
        return "application/xml"
    declared = (told or "").partition(";")[0].strip().lower()
    return declared if declared not in {"", PDF} else "application/octet-stream"
