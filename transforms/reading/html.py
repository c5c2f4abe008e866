"""Web pages: the article's text by trafilatura, what the page says of itself by its own markup."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement

from transforms.model import ReadDocument, Reject
from transforms.reading.decode import signature
from transforms.reading.html_facts import PageFacts, read_markup
from transforms.reading.html_kind import Trouble, trouble_of
from transforms.reading.html_parse import has_tags, parse_page, utf8_of, without_controls
from transforms.reading.html_promos import without_promos
from transforms.reading.html_text import main_text
from transforms.reading.html_tidy import tidy
from transforms.reading.refuse import refuse
from transforms.reading.report_head import read_head

# A notice of three sentences is an article; a menu or "Sorry, the page has moved" is none.
MIN_WORDS = 30
_WINDOW = 20_000
_WORD = re.compile(r"[A-Za-z]{2,}")
_SENTENCE = re.compile(r"[a-z][^.!?\n]{15,300}[.!?](?!\w)")
_ATTEMPT_ERRORS = (etree.LxmlError, ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError)


class PageText(str):
    """The main text of a web page, with what the page states of itself.

    A plain string to whoever takes it for one. ``facts`` are headline, publisher, days and so on; ``trouble`` says why
    the page is no article, None where it is one.
    """

    __slots__ = ("facts", "trouble")

    facts: PageFacts
    trouble: Trouble | None

    @classmethod
    def of(cls, text: str, facts: PageFacts, trouble: Trouble | None) -> PageText:
        """Return ``text`` with what its page states and what is wrong with it."""
        page = cls(text)
        page.facts, page.trouble = facts, trouble
        return page


def read_page(html: bytes, url: str | None = None, charset: str | None = None) -> PageText:
    """Return the main text of a web page, "" where it has none, with what the page states.

    The headline is left out unless it stands inside of the article: `read_html` puts it on top. ``url`` is the address
    that the page was fetched from, ``charset`` what the server's header said of its encoding. Never raises, whatever
    the bytes; the page is parsed once; takes linear time.
    """
    source, trouble = _source_of(html, charset)
    if source is None:
        return PageText.of("", PageFacts(), trouble)
    try:
        tree = parse_page(source)
        if tree is None:
            return PageText.of("", PageFacts(), trouble or _NO_ARTICLE)
        page = _read_tree(tree, source, url)
        return page if trouble is None else PageText.of(page, page.facts, trouble)
    except _ATTEMPT_ERRORS as error:
        message = f"the page cannot be parsed ({type(error).__name__}): fetch it again"
        return PageText.of("", PageFacts(), Trouble("no_article_text", message))


_NO_ARTICLE = Trouble("no_article_text", f"the page holds no article of {MIN_WORDS} words: fetch the article itself")


def _source_of(data: bytes, charset: str | None) -> tuple[bytes | None, Trouble | None]:
    """Return the markup of a web page in UTF-8, None where there is none, and what is wrong with the bytes."""
    kind = signature(data)
    if kind not in (None, "an HTML page"):
        return None, Trouble("wrong_type", f"the content is {kind}, not HTML: rename or convert the file")
    decoded = utf8_of(data, charset)
    if decoded is None:
        message = "the bytes fit no encoding that the page names, nor UTF-8: save it as UTF-8"
        return None, Trouble("undecodable", message)
    source, binary = without_controls(decoded)
    if not has_tags(source):
        if not source.strip():
            return None, Trouble("empty_file", "the file holds white space only: fetch the page again or remove it")
        return None, Trouble("wrong_type", "the content has no HTML tag: rename it to .txt if it is plain text")
    message = "the bytes are binary data, not HTML: fetch the page again"
    return source, Trouble("binary", message) if binary else None


def _read_tree(tree: HtmlElement, source: bytes, url: str | None) -> PageText:
    """Return the main text of the page parsed from ``source``; what is no text of it is removed from ``tree``."""
    facts = read_markup(tree, source, url)
    tidy(tree)
    text = without_promos(main_text(tree), tree)
    words = len(_WORD.findall(text[:_WINDOW]))
    trouble = trouble_of(tree, source, facts, url, text, words)
    if trouble is None and (words < MIN_WORDS or not _SENTENCE.search(text[:_WINDOW])):
        trouble = _NO_ARTICLE
    return PageText.of(text, facts, trouble)


def read_html(data: bytes, name: str, url: str | None = None) -> ReadDocument | Reject:
    """Return the article of a web page with its title, publisher and day of first publication."""
    page = read_page(data, url)
    if page.trouble is not None:
        return refuse(page.trouble.reason, name, page.trouble.message)
    text = _with_heading(page, page.facts.heading)
    head = read_head(text)
    return ReadDocument(
        text,
        "text/html",
        title=page.facts.title or head.title,
        published_on=page.facts.published_on or head.published_on,
        publisher=page.facts.publisher or head.publisher,
        modified_on=page.facts.modified_on,
        url=page.facts.url,
        language=page.facts.language,
    )


def _with_heading(text: str, heading: str | None) -> str:
    """Return ``text`` under its headline: what a headline states is stated (trafilatura leaves most of them out)."""
    if heading is None or heading in " ".join(text[: len(heading) + 400].split()):
        return str(text)
    return f"{heading}\n\n{text}"
