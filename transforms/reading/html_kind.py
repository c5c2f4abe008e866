"""Pages that are no article, told apart: error pages, consent walls, paywall stubs, live blogs, picture galleries.

Each needs two signs of different kinds (what the page calls itself, and how little or what it says), because a refused
article is a lost number: an article that mentions subscriptions, shows ten pictures or reports on cookies is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement

from transforms.reading.html_facts import PageFacts
from transforms.reading.html_jsonld import ARTICLE_TYPES, GALLERY_TYPES

_ERROR_TITLE = re.compile(
    r"\b(?:40[0134]|410|429|50[0234])\b\W{0,4}"
    r"(?:(?:page|file|document|service|temporarily|http|access|the|was) ){0,3}"
    r"(?:error|not found|forbidden|denied|unauthori[sz]ed|unavailable|gone|bad (?:gateway|request)|too many requests"
    r"|gateway time.?out|internal server error|server error)\b"
    r"|^\W*(?:http\s+)?(?:error\s+)?(?:40[0134]|410|429|50[0234])\W*$"
    r"|\berror\s+(?:40[0134]|410|50[0234])\b"
    r"|^(?:\S+ )?(?:page|report|document|file|content|article|story) (?:was |could )?not (?:be )?found\b"
    r"|^(?:access|permission) denied\b(?!\s*[:\w])|^(?:page |service )?(?:error|unavailable)$"
    r"|^just a moment\b(?!\s*[:\w])|\bare you a robot\b|^attention required\b"
    r"|^pardon our interruption\b|^security check\b"
    r"|^checking your browser\b|^verify(?:ing)? you\b"
    r"|^(?:sorry,? )?(?:we |you )?(?:can.?t|cannot|could ?n.t|could not) (?:find|access) (?:that|this|the) page\b"
    r"|^(?:this|that|the) page (?:does ?n.t|does not|no longer) exists?\b"
    r"|^(?:site|website) (?:under|down for) maintenance\b"
    r"|^\s*(?:not found|forbidden|bad gateway|internal server error|too many requests|service unavailable)\s*$",
    re.IGNORECASE,
)
_ERROR_TEXT = re.compile(
    r"(?:page|article|story|document|file) (?:that |which )?"
    r"(?:you (?:requested|are looking for|were looking for|tried to \w+)|at this address)"
    r"[^.]{0,60}(?:not|n.t|moved|removed|deleted|no longer)"
    r"|(?:can.?t|cannot|could ?n.t|could not|unable to) (?:find|locate) (?:the|that|this) page"
    r"|enable javascript and cookies to continue|verify (?:that )?you are (?:a )?human"
    r"|unusual (?:traffic|activity) from"
    r"|ray id:|reference #\d|access to this page has been denied|temporarily unavailable due to maintenance",
    re.IGNORECASE,
)
_CONSENT_TITLE = re.compile(
    r"^(?:before you continue|your privacy|we (?:value|care about|respect) your privacy|cookie|consent\b"
    r"|privacy (?:settings|choices|and cookies)|manage (?:your )?(?:cookies|consent|privacy))",
    re.IGNORECASE,
)
_CONSENT_WORD = re.compile(
    r"\b(?:cookies?|consent|partners|personal data|privacy policy|preferences|personali[sz]ed ad\w*"
    r"|legitimate interest|accept all|reject all|vendors)\b",
    re.IGNORECASE,
)
_NAMES_CONSENT = re.compile(r"[Cc]ookie|[Cc]onsent|[Pp]rivacy")
_TO_GO_ON = r"(?:continue|keep|carry on|read on|unlock|read (?:the|this) (?:full|rest|whole|article|story))"
_DEED = r",? (?:please )?(?:you |subscribe|register|log|sign|buy|take)"
_PAYWALL_TEXT = re.compile(
    rf"(?:subscribe|register|sign up|sign in|log in|join) (?:now |here |today |for free )?to {_TO_GO_ON}"
    rf"|to (?:continue|keep|carry on) reading(?: this (?:article|story))?{_DEED}"
    rf"|to read (?:the rest of )?this (?:article|story)(?: in full)?{_DEED}"
    r"|(?:this|the rest of this|the full) (?:article|story|content|page) is (?:only )?"
    r"(?:available|reserved|exclusively|for)[^.]{0,40}(?:subscribers|members|registered)"
    r"|already a (?:subscriber|member)\?"
    r"|you(?:.ve| have) (?:reached|used|read) (?:your|all)[^.]{0,40}(?:free )?articles"
    r"|unlock (?:this|the full) (?:article|story)",
    re.IGNORECASE,
)
_WALLS = (  # attribute and part of its value
    ("class", "paywall"), ("id", "paywall"), ("class", "regwall"), ("id", "regwall"), ("class", "premium-gate"),
    ("class", "subscription-required"), ("class", "subscribe-wall"), ("class", "subscriber-only"),
    ("class", "registration-wall"), ("class", "article-gate"), ("id", "article-gate"), ("class", "barrier"),
)  # fmt: skip
_PAYWALL = etree.XPath("//*[" + " or ".join(f"contains(@{attribute},'{name}')" for attribute, name in _WALLS) + "]")
_WALL_NAMES = tuple(sorted({name.encode() for _, name in _WALLS}))
_LIVE_POST = etree.XPath(
    "//*[contains(@class,'live-blog') or contains(@class,'liveblog') or contains(@class,'live-post') or"
    " contains(@class,'live-entry') or contains(@class,'live-event') or contains(@data-component,'live') or"
    " contains(@itemprop,'liveBlogUpdate') or contains(@class,'lx-stream')]"
)
_LIVE_PATH = re.compile(r"/live(?:blog)?/|[/-]live-(?:updates?|blog|\d+)|-live$|-as-it-happened")
_LIVE_TITLE = re.compile(
    r"^live\b\s*[:|\u2013-]|\blive (?:updates|blog)\b|\bas it happened\b|[:\u2013-]\s*live$", re.IGNORECASE
)
_CLOCK_LINE = re.compile(
    r"^\W*(?:\d{1,2}[:.]\d{2}(?:\s*[ap]m)?|\d{1,2}\s*[ap]m)(?:\s*(?:GMT|BST))?\b.{0,40}$", re.MULTILINE
)
_GALLERY_PATH = re.compile(
    r"/(?:picture-|photo-|image-)?galler(?:y|ies)/|/(?:pictures|photos|in-pictures)/|-in-pictures(?:-|/|$)"
)
_GALLERY_TITLE = re.compile(
    r"\bin (?:pictures|photos)\b|^(?:gallery|pictures|photos)\s*[:|\u2013-]|\b(?:picture|photo) gallery\b",
    re.IGNORECASE,
)
_PICTURES = etree.XPath("count(//figure//img|//*[contains(@class,'gallery')]//img)")
_WORD = re.compile(r"[A-Za-z]{2,}")
_BEGINNING_WORDS, _CUT_SHORT = 110, re.compile(r"(?:\.\.\.|\u2026|[a-z,;:\u2013-])\s*$")
_STUB_WORDS, _ERROR_WORDS, _CONSENT_WORDS, _GALLERY_WORDS = 220, 150, 600, 220
_CONSENT_SHARE, _LEAST_CONSENT, _LEAST_POSTS, _LEAST_PICTURES = 0.04, 5, 3, 4
_WINDOW, _MOST_PIECES = 20_000, 5_000


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a page is no article: the reason's code and what it is, with how to mend it."""

    reason: str
    message: str


def trouble_of(
    tree: HtmlElement, source: bytes, facts: PageFacts, url: str | None, text: str, words: int
) -> Trouble | None:
    """Return why the page with this main text of so many words is no article, or None where it may be one.

    ``source`` are the bytes that ``tree`` was parsed from.
    """
    return (
        _error(facts, text, words)
        or _consent(tree, facts, text, words)
        or _live_blog(tree, facts, url, text)
        or _paywall(tree, source, facts, text, words)
        or _gallery(tree, facts, url, words)
    )


def _error(facts: PageFacts, text: str, words: int) -> Trouble | None:
    """Return whether a page of few words says, in them or in its title, that the article is not there."""
    title = next(
        (each for each in (facts.heading, facts.title, facts.window) if each and _ERROR_TITLE.search(each)), None
    )
    if title is None and (words > _ERROR_WORDS or not _ERROR_TEXT.search(text)):
        return None
    shown = title or " ".join(text.split())[:60]
    return Trouble("error_page", f"the page is an error page ({shown!r}): fetch the article again")


def _consent(tree: HtmlElement, facts: PageFacts, text: str, words: int) -> Trouble | None:
    """Return whether the page only asks for consent to cookies."""
    if words > _CONSENT_WORDS or facts.types & ARTICLE_TYPES or (words and not _NAMES_CONSENT.search(text)):
        return None
    titled = any(title and _CONSENT_TITLE.search(title) for title in (facts.heading, facts.title, facts.window))
    shown = text if words else _all_text(tree)
    hits = len(_CONSENT_WORD.findall(shown))
    dense = hits >= _LEAST_CONSENT and hits >= _CONSENT_SHARE * max(1, len(_WORD.findall(shown)))
    if not dense or not (titled or facts.published_on is None):
        return None
    return Trouble("consent_wall", "the page asks for consent to cookies and shows no article: fetch it from elsewhere")


def _all_text(tree: HtmlElement) -> str:
    """Return the beginning of all text of the page, its code left out."""
    return " ".join(" ".join(islice(tree.itertext(), _MOST_PIECES)).split())[:_WINDOW]


def _live_blog(tree: HtmlElement, facts: PageFacts, url: str | None, text: str) -> Trouble | None:
    """Return whether the page is a live blog: its entries repeat, correct and date each other by the minute."""
    declared = "LiveBlogPosting" in facts.types
    named = _LIVE_PATH.search(_path(url or facts.url)) is not None or any(
        title and _LIVE_TITLE.search(title) for title in (facts.title, facts.heading)
    )
    if not declared and not named:
        return None
    posts = 0 if declared else len(_LIVE_POST(tree))
    if declared or posts >= _LEAST_POSTS or len(_CLOCK_LINE.findall(text)) >= _LEAST_POSTS:
        return Trouble("live_blog", "the page is a live blog: take the story written after it")
    return None


def _paywall(tree: HtmlElement, source: bytes, facts: PageFacts, text: str, words: int) -> Trouble | None:
    """Return whether the page shows the first lines of an article and asks to pay or register for the others."""
    if words > _STUB_WORDS:
        return None
    asked = _PAYWALL_TEXT.search(text[-1500:]) is not None
    # metered sites put a wall that is shown to some readers beside articles in full, short ones too
    beginning = words <= _BEGINNING_WORDS or _CUT_SHORT.search(text[-80:]) is not None
    if asked or (beginning and (facts.free is False or _asks_beside(tree, source))):
        message = f"the page shows {words} words and asks to pay or register: supply the whole article"
        return Trouble("paywall_stub", message)
    return None


def _asks_beside(tree: HtmlElement, source: bytes) -> bool:
    """Return whether the page asks to pay somewhere and has an element that is named as what hides an article."""
    # most pages' bytes hold no such name
    walled = any(name in source for name in _WALL_NAMES) and bool(_PAYWALL(tree))
    return walled and _PAYWALL_TEXT.search(_all_text(tree)) is not None


def _gallery(tree: HtmlElement, facts: PageFacts, url: str | None, words: int) -> Trouble | None:
    """Return whether the page is a set of pictures with captions."""
    if words > _GALLERY_WORDS:
        return None
    declared = bool(facts.types & GALLERY_TYPES) or "og:gallery" in facts.types
    named = _GALLERY_PATH.search(_path(url or facts.url)) is not None or any(
        title and _GALLERY_TITLE.search(title) for title in (facts.title, facts.heading)
    )
    if declared or (named and _PICTURES(tree) >= _LEAST_PICTURES):
        return Trouble(
            "picture_gallery", "the page is a gallery of pictures with captions: take the article about them"
        )
    return None


def _path(url: str | None) -> str:
    """Return the path of an address in lower case, "" where there is none."""
    try:
        return urlsplit(url).path.lower() if url else ""
    except ValueError:
        return ""
