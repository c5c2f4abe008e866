"""From the bytes of a web page to its tree: charset as browsers settle it, then libxml2 with plain elements."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree
from lxml.html import HtmlElement

from transforms.reading.decode import decode

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HEAD = 4096
_TAG = re.compile(rb"<(?:!doctype|[a-z][a-z0-9]*)\b", re.IGNORECASE)
# libxml2 reads a declared encoding inside a decoded page as an error or, worse, follows it.
_XML_DECLARATION = re.compile(rb"\A\s*<\?xml[^>]{0,200}\?>")
# libxml2 takes "<!DOCTYPE html … />" and "<html … />" for elements that end at once.
_CLOSED_DOCTYPE = re.compile(rb"\A(\s*)<\s?!\s?doctype[^>]{0,400}/[^<>]{0,200}>", re.IGNORECASE)
_CLOSED_ROOT = re.compile(rb"(<html\b[^<>]{0,2000}?)\s*/>", re.IGNORECASE)
_CONTROLS = bytes([*range(0x09), 0x0B, *range(0x0E, 0x20), 0x7F])
_BLANKED = bytes.maketrans(_CONTROLS, b" " * len(_CONTROLS))
_MAX_CONTROL_SHARE = 0.02
# U+FFFE and U+FFFF are no characters of XML; U+FFFD stands for what was lost before.
_NO_CHARACTERS, _LOST = (b"\xef\xbf\xbe", b"\xef\xbf\xbf"), b"\xef\xbf\xbd"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_STRAY, _SOUND = re.compile("[\udc80-\udcff]"), re.compile("[\u0080-\ud7ff\ue000-\U0010ffff]")
_VALID_PER_STRAY = 2


def utf8_of(data: bytes, charset: str | None = None) -> bytes | None:
    """Return the markup of a page in UTF-8, or None where no encoding fits.

    ``charset`` is what the server's header said; else the page's own meta element is asked. Bytes that are UTF-8 are
    read as UTF-8 whatever is declared, since pages in Windows-1252 are never valid UTF-8 by chance; a page in UTF-8
    with stray bytes of Windows-1252 (a pasted advert or comment) keeps both.
    """
    if not data.startswith(_WIDE_MARKS):
        if _is_utf8(data):
            return data.removeprefix(_BYTE_ORDER_MARK)
        mixed = _utf8_with_strays(data)
        if mixed is not None:
            return mixed
    declared = _META_CHARSET.search(data[:_HEAD])
    markup = decode(data, charset or (declared[1].decode("ascii") if declared else None))
    return None if markup is None else markup.encode("utf-8", "replace")


def _is_utf8(data: bytes) -> bool:
    """Return whether ``data`` is valid UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _utf8_with_strays(data: bytes) -> bytes | None:
    """Return a page in UTF-8 with its few bytes that are none read as Windows-1252, or None where it is no UTF-8."""
    text = data.decode("utf-8", "surrogateescape")
    stray, sound = len(_STRAY.findall(text)), len(_SOUND.findall(text))
    if sound <= _VALID_PER_STRAY * stray:
        return None
    mended = _STRAY.sub(lambda match: bytes([ord(match.group()) - 0xDC00]).decode("cp1252", "replace"), text)
    return mended.encode("utf-8")


def has_tags(source: bytes) -> bool:
    """Return whether markup holds an HTML tag at all."""
    return _TAG.search(source) is not None


def is_binary_page(source: bytes) -> bool:
    """Return whether markup in UTF-8 holds more control characters than a page that a person or a program wrote."""
    controls = len(source) - len(source.translate(None, _CONTROLS)) + source.count(_LOST)
    return controls > max(8, _MAX_CONTROL_SHARE * len(source))


@lru_cache(maxsize=1)
def _parser() -> etree.HTMLParser:
    """Return the parser: every element of lxml.html's one plain class, which spares a look-up for each of them."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, default_doctype=False
    )
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    return parser


def parse_page(source: bytes) -> HtmlElement | None:
    """Return the root of the tree of markup in UTF-8, or None where it has no element.

    Raises:
        lxml.etree.LxmlError: libxml2 gave up on the markup.
    """
    head, rest = source[:_HEAD], source[_HEAD:]
    mended = _CLOSED_ROOT.sub(rb"\1>", _CLOSED_DOCTYPE.sub(rb"\1", _XML_DECLARATION.sub(b"", head)), count=1)
    if mended != head:
        source = mended + rest
    for none in _NO_CHARACTERS:
        if none in source:
            source = source.replace(none, b" ")
    return etree.fromstring(source.translate(_BLANKED), parser=_parser())
