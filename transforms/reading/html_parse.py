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
# U+FFFE and U+FFFF are no characters of XML; U+FFFD stands for what was lost before. All three begin with one byte.
_NO_CHARACTERS, _LOST, _RARE_START = (b"\xef\xbf\xbe", b"\xef\xbf\xbf"), b"\xef\xbf\xbd", b"\xef"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_STRAY = re.compile("[\udc80-\udcff]")
_VALID_PER_STRAY, _MAX_STRAY_SHARE = 2, 0.01


def utf8_of(data: bytes, charset: str | None = None) -> bytes | None:
    """Return the markup of a page in UTF-8, or None where no encoding fits.

    ``charset`` is what the server's header said; else the page's own meta element is asked. Bytes that are UTF-8 are
    read as UTF-8 whatever is declared, since pages in Windows-1252 are never valid UTF-8 by chance; a page in UTF-8
    with stray bytes of Windows-1252 (a pasted advert or comment) keeps both. So does one in which nothing fits a few
    bytes in a hundred: names in it may be misspelt, its figures are not.
    """
    stray = 0
    wide = data.startswith(_WIDE_MARKS)
    if not wide:
        if _is_utf8(data):
            return data.removeprefix(_BYTE_ORDER_MARK)
        stray, sound = _strays(data)
        if sound > _VALID_PER_STRAY * stray:
            return _with_strays(data)
    declared = _META_CHARSET.search(data[:_HEAD])
    markup = decode(data, charset or (declared[1].decode("ascii") if declared else None))
    if markup is not None:
        return markup.encode("utf-8", "replace")
    return None if wide or stray > _MAX_STRAY_SHARE * len(data) else _with_strays(data)


def _is_utf8(data: bytes) -> bool:
    """Return whether ``data`` is valid UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _strays(data: bytes) -> tuple[int, int]:
    """Return how many bytes are no UTF-8, and how many characters beyond ASCII are."""
    text = data.decode("utf-8", "surrogateescape")
    valid = text.encode("utf-8", "ignore").decode("utf-8")
    return len(text) - len(valid), len(valid) - len(valid.encode("ascii", "ignore"))


def _with_strays(data: bytes) -> bytes:
    """Return a page in UTF-8 with its bytes that are none read as Windows-1252."""
    text = data.decode("utf-8", "surrogateescape")
    mended = _STRAY.sub(lambda match: bytes([ord(match.group()) - 0xDC00]).decode("cp1252", "replace"), text)
    return mended.encode("utf-8")


def has_tags(source: bytes) -> bool:
    """Return whether markup holds an HTML tag at all."""
    return _TAG.search(source) is not None


def without_controls(source: bytes) -> tuple[bytes, bool]:
    """Return markup in UTF-8 with a space for each character that XML does not know, and whether it is binary data.

    That is where it holds more of them, and of characters lost before, than a page that a person or a program wrote.
    """
    controls = len(source) - len(source.translate(None, _CONTROLS))
    rare = _RARE_START in source
    binary = controls + (source.count(_LOST) if rare else 0) > max(8, _MAX_CONTROL_SHARE * len(source))
    for none in _NO_CHARACTERS if rare else ():
        source = source.replace(none, b" ")
    return source.translate(_BLANKED) if controls else source, binary


@lru_cache(maxsize=1)
def _parser() -> etree.HTMLParser:
    """Return the parser: every element of lxml.html's one plain class, which spares a look-up for each of them."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, default_doctype=False
    )
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    return parser


def parse_page(source: bytes) -> HtmlElement | None:
    """Return the root of the tree of markup in UTF-8 without controls, or None where it has no element.

    Raises:
        lxml.etree.LxmlError: libxml2 gave up on the markup.
    """
    head, rest = source[:_HEAD], source[_HEAD:]
    mended = _CLOSED_ROOT.sub(rb"\1>", _CLOSED_DOCTYPE.sub(rb"\1", _XML_DECLARATION.sub(b"", head)), count=1)
    if mended != head:
        source = mended + rest
    return etree.fromstring(source, parser=_parser())
