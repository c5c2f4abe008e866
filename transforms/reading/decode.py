"""Bytes to text: which encoding, and whether the bytes are text at all."""

from __future__ import annotations

import codecs
import re

# Longest first: UTF-32's mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "gzip data"),
    (b"PAR1", "a Parquet file"),
)
_HTML_START = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<!--.{0,4000}?-->\s*|<\?xml[^>]{0,200}>\s*){0,9}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
LATIN_NAMES = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "ascii", "us-ascii"})
# A character of UTF-8, a cut quotation mark or a cut end: where one stands, the file is damaged UTF-8.
_UTF8_TRACE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|\xe2[\x80-\x84]|[\xc2\xc3\xe2]\Z"
)
_HIGH = re.compile(rb"[\x80-\xff]")
# What English prose written in Windows-1252 holds: quotes, dashes, pound, euro, ellipsis, bullet, fractions, accents.
_PLAUSIBLE_HIGH = re.compile(rb"[\x80\x82-\x85\x88\x8a-\x8c\x91-\x97\x99\x9a\x9c\xa0\xa3\xa7\xa9\xab\xad\xae\xb0-\xb4"
                             rb"\xb7\xba-\xbe]|(?<=[A-Za-z])[\xc0-\xff]|[\xc0-\xff](?=[A-Za-z])")  # fmt: skip
_CONTROL = re.compile("[\x00-\x01\x03-\x08\x0e-\x1f\x7f\ufffd]")
MAX_HIGH_SHARE = 0.1
MAX_CONTROL_SHARE = 0.02


def signature(data: bytes) -> str | None:
    """Return what the first bytes say that ``data`` is ("a PDF", "an HTML page"), or None for anything else."""
    for start, kind in SIGNATURES:
        if data.startswith(start):
            return kind
    return "an HTML page" if _HTML_START.match(data[:65536]) else None


def decode(data: bytes, declared: str | None = None) -> str | None:
    """Return ``data`` as text, or None where no encoding fits.

    In order: the byte order mark, UTF-8, the ``declared`` encoding (of an HTML page), Windows-1252 where the bytes are
    plausible as such: English text with few characters beyond ASCII and no trace of UTF-8.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    text = _strict(data, "utf-8")
    if text is None and declared is not None:
        text = _strict(data, "cp1252" if declared.lower() in LATIN_NAMES else declared)
    if text is None and _plausible_cp1252(data):
        text = _strict(data, "cp1252")
    return text


def is_binary(text: str) -> bool:
    """Return whether decoded ``text`` holds more control characters than any document that was typed."""
    return len(_CONTROL.findall(text)) > max(8, MAX_CONTROL_SHARE * len(text))


def _strict(data: bytes, encoding: str) -> str | None:
    """Return ``data`` decoded strictly, or None (an encoding that Python does not know included)."""
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _plausible_cp1252(data: bytes) -> bool:
    """Return whether ``data`` reads as English text in Windows-1252."""
    high = len(_HIGH.findall(data))
    return (
        high <= MAX_HIGH_SHARE * len(data)
        and not _UTF8_TRACE.search(data)
        and len(_PLAUSIBLE_HIGH.findall(data)) == high
    )
