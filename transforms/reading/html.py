"""Web pages: the article's text by trafilatura, what the page says of itself by its own markup."""

from __future__ import annotations

import re
from functools import lru_cache

import trafilatura
from lxml import etree
from lxml.html import HtmlElement
from trafilatura.settings import Extractor
from trafilatura.utils import load_html

from transforms.model import ReadDocument, Reject
from transforms.reading.decode import decode, is_binary, signature
from transforms.reading.html_facts import read_markup
from transforms.reading.normalise import normalise
from transforms.reading.refuse import refuse
from transforms.reading.report_head import read_head

# A notice of three sentences is an article; a menu, a consent banner or "Sorry, the page has moved" is none.
MIN_WORDS = 30
_WORD = re.compile(r"[A-Za-z]{2,}")
_SENTENCE = re.compile(r"[a-z][^.!?\n]{15,300}[.!?](?!\w)")
_ERROR_TITLE = re.compile(
    r"\b(?:40[0134]|410|429|50[0234])\b.*\b(?:error|found|forbidden|denied|unavailable|gone|bad|gateway)\b"
    r"|\berror\s+(?:40[0134]|410|50[0234])\b"
    r"|^(?:\S+ )?(?:page|report|document|file|content|article) (?:was |could )?not (?:be )?found\b"
    r"|^(?:access|permission) denied\b|^(?:page |service )?(?:error|unavailable)$|^just a moment\b|\bare you a robot\b"
    r"|^\s*(?:not found|forbidden|bad gateway|internal server error)\s*$",
    re.IGNORECASE,
)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_TAG = re.compile(r"<(?:!doctype|[a-z][a-z0-9]*)\b", re.IGNORECASE)
# libxml2 reads a declared encoding inside a str as an error or, worse, follows it.
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
# Items of a list and rows of a table stay together; every other line that trafilatura returns is a paragraph.
_PARAGRAPH_END = re.compile(r"(?<!\n)\n+(?![-|\n])")
_ATTEMPT_ERRORS = (etree.LxmlError, ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError)


@lru_cache(maxsize=1)
def _options() -> Extractor:
    """Return trafilatura's settings: fast mode, tables kept, comments of readers and metadata left out."""
    return Extractor(output_format="txt", fast=True, comments=False, tables=True, dedup=False)


def read_html(data: bytes, name: str) -> ReadDocument | Reject:
    """Return the article of a web page with its title, publisher and day of first publication."""
    kind = signature(data)
    if kind not in (None, "an HTML page"):
        return refuse("wrong_type", name, f"the content is {kind}, not HTML: rename or convert the file")
    declared = _META_CHARSET.search(data[:4096])
    markup = decode(data, declared[1].decode("ascii") if declared else None)
    if markup is None:
        return refuse("undecodable", name, "the bytes fit no encoding that the page names, nor UTF-8: save it as UTF-8")
    if is_binary(markup):
        return refuse("binary", name, "the bytes are binary data, not HTML: fetch the page again")
    if not markup.strip():
        return refuse("empty_file", name, "the file holds white space only: fetch the page again or remove it")
    if not _TAG.search(markup):
        return refuse("wrong_type", name, "the content has no HTML tag: rename it to .txt if it is plain text")
    return _read_markup(_XML_DECLARATION.sub("", markup), name)


def _read_markup(markup: str, name: str) -> ReadDocument | Reject:
    """Return the article of decoded markup, or the reject that says why there is none."""
    try:
        tree = load_html(markup)
        facts = read_markup(tree) if tree is not None else None
        text = _article(tree) if tree is not None else None
    except _ATTEMPT_ERRORS as error:
        return refuse("no_article_text", name, f"the page cannot be parsed ({type(error).__name__}): fetch it again")
    if facts is None or not text or not _is_article(text):
        message = f"the page holds no article of {MIN_WORDS} words: fetch the article itself"
        return refuse("no_article_text", name, message)
    for title in (facts.heading, facts.title, facts.window):
        if title is not None and _ERROR_TITLE.search(title):
            return refuse("no_article_text", name, f"the page is an error page ({title!r}): fetch the article again")
    text = _with_heading(text, facts.heading)
    head = read_head(text)
    return ReadDocument(
        text,
        "text/html",
        title=facts.title or head.title,
        published_on=facts.published_on or head.published_on,
        publisher=facts.publisher or head.publisher,
    )


def _article(tree: HtmlElement) -> str | None:
    """Return the normalised text of the article in ``tree``, a blank line between its paragraphs, or None."""
    text = trafilatura.extract(tree, options=_options())
    return _PARAGRAPH_END.sub("\n\n", normalise(text).strip()) if text else None


def _with_heading(text: str, heading: str | None) -> str:
    """Return ``text`` under its headline: what a headline states is stated (trafilatura leaves most of them out)."""
    if heading is None or heading in " ".join(text[: len(heading) + 400].split()):
        return text
    return f"{heading}\n\n{text}"


def _is_article(text: str) -> bool:
    """Return whether ``text`` has the length and at least one of the sentences of an article."""
    return len(_WORD.findall(text[:20000])) >= MIN_WORDS and _SENTENCE.search(text[:20000]) is not None
