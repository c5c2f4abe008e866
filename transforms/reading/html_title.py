"""A page's headline among its h1, its JSON-LD and its meta elements; never the name of the site or of a section."""

from __future__ import annotations

import html
import re

from lxml.html import HtmlElement

from transforms.reading.normalise import normalise

MAX_TITLE = 300
TITLE_META = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dcterms.title", "dc.title")
# The site's name behind (or before) a headline: "Headline | Site", "Headline - Section - Site".
_SEPARATOR = re.compile(r"\s+[|\u2013\u2014\u00b7\u2022\u00bb:-]+\s+")
_SITE_SUFFIX = re.compile(r"\s+[|\u2013\u2014\u00b7-]\s+[^|\u2013\u2014\u00b7]{2,60}$")
_UNSEEN = frozenset({"script", "style", "svg", "button", "noscript", "template"})
_BREAKING = frozenset({"br", "div", "p"})
_HIDDEN_CLASS = re.compile(r"visually-?hidden|sr-only|screen-?reader|\bhidden\b")
_ELLIPSIS = re.compile(r"\s*(?:\.\.\.|\u2026)$")
_LEAST_WORDS, _MOST_HEADINGS, _LABELLED_SHARE = 3, 20, 0.7


def clean_line(value: object, limit: int) -> str | None:
    """Return a stated string on one line, its entities resolved; None where it is no string, empty or too long."""
    if not isinstance(value, str) or len(value) > 20 * limit:
        return None
    text = html.unescape(value)
    if "&#" in text:
        # some systems write JSON-LD out of text that is markup already: "Council&amp;#039;s"
        text = html.unescape(text)
    text = " ".join(normalise(text).split())
    return text if 0 < len(text) <= limit else None


def key_of(title: str) -> str:
    """Return a title reduced to its letters and digits, so that quotation marks and dashes do not matter."""
    return re.sub(r"[\W_]+", "", title.casefold())


def headings_of(tree: HtmlElement) -> list[str]:
    """Return the text of the page's h1 elements as a reader sees it, in order."""
    found = []
    for number, element in enumerate(tree.iter("h1")):
        if number >= _MOST_HEADINGS:
            break
        text = clean_line(_seen_text(element), MAX_TITLE)
        if text:
            found.append(text)
    return found


def _seen_text(element: HtmlElement) -> str:
    """Return the text of a heading without what is hidden in it, a line break as a space."""
    parts = [element.text or ""]
    for child in list(element)[:50]:
        hidden = child.tag in _UNSEEN or _HIDDEN_CLASS.search((child.get("class") or "")[:300])
        space = " " if child.tag in _BREAKING else ""
        parts.extend([space, "" if hidden else "".join(child.itertext()), space, child.tail or ""])
    return "".join(parts)


def choose_title(headings: list[str], stated: list[str], window: str | None, sites: list[str]) -> str | None:
    """Return the page's headline as printed.

    ``stated`` are the headlines of JSON-LD and of meta elements, most trusted first, ``sites`` the names by which the
    site goes. What two places state is the headline, as the page prints it; else the h1, if anything else on the page
    shares a word with it; else what is stated first; else the window's title without the site's name.
    """
    names = {key_of(name) for name in sites}
    prints = [cut for text in headings if (cut := without_site(text, names)) and key_of(cut) not in names]
    others = [cut for text in stated if (cut := without_site(text, names)) and key_of(cut) not in names]
    bare = without_site(window, names) if window else None
    bases = {key_of(text) for text in (*prints, *others) if len(text.split()) >= _LEAST_WORDS}
    others = [_down_to(text, bases) for text in others]
    bare = _down_to(bare, bases) if bare else None
    witnesses = [*others, *([bare] if bare else [])]
    confirmed = [text for text in prints if any(_same(text, other) for other in witnesses)]
    if confirmed:
        best = max(confirmed, key=lambda text: len(key_of(text)))
        # a style of capitals is the page's, not the headline's
        return (
            next((text for text in others if text != best and key_of(text) == key_of(best)), best)
            if best.isupper()
            else best
        )
    doubly = next(
        (text for n, text in enumerate(others) if any(_same(text, each) for each in witnesses[n + 1 :])), None
    )
    if doubly is not None and not _printed_as_headline(prints, witnesses):
        return _longest(doubly, others)
    single = _printed_as_headline(prints, witnesses)
    if single is not None:
        return single
    if others:
        return _longest(others[0], others)
    return prints[0] if len(prints) == 1 else (_SITE_SUFFIX.sub("", bare) if bare else None)


def _down_to(title: str, bases: set[str]) -> str:
    """Return ``title`` without its last parts where what is left is stated elsewhere: "Headline | Politics | Site"."""
    for match in reversed(list(_SEPARATOR.finditer(title))[-4:]):
        start = title[: match.start()].rstrip()
        if key_of(start) in bases:
            return start
    return title


def _printed_as_headline(prints: list[str], witnesses: list[str]) -> str | None:
    """Return the only h1 where it reads as a headline of this page: words enough, and one that is stated elsewhere.

    Where it is what another place states with a label stuck to it ("ExclusiveCouncil to …"), that is returned.
    """
    if len(prints) != 1 or len(prints[0].split()) < _LEAST_WORDS:
        return None
    printed = key_of(prints[0])
    for other in witnesses:
        key = key_of(other)
        if len(key) >= _LABELLED_SHARE * len(printed) and (printed.endswith(key) or printed.startswith(key)):
            return other
    words = _words(prints[0])
    return prints[0] if any(words & _words(other) for other in witnesses) else None


def _words(text: str) -> set[str]:
    """Return the longer words of a title."""
    return set(re.findall(r"[a-z]{4,}", text.casefold()))


def _same(one: str, other: str) -> bool:
    """Return whether two titles are one headline, which one of them may have cut short at its end."""
    first, second = key_of(one), key_of(_ELLIPSIS.sub("", other))
    if not first or not second:
        return False
    cut = len(second) >= 30 and first.startswith(second) and (_ELLIPSIS.search(other) is not None or len(other) > 90)
    return first == second or cut


def _longest(title: str, others: list[str]) -> str:
    """Return ``title``, or the headline that it is the cut beginning of."""
    return max((other for other in others if _same(other, title)), key=lambda text: len(key_of(text)), default=title)


def without_site(title: str, names: set[str]) -> str | None:
    """Return ``title`` without the site's name and what stands between; None where nothing is left.

    ``names`` are keys. A part that merely resembles a name stays.
    """
    parts = _SEPARATOR.split(title)
    if len(parts) == 1:
        return title
    if key_of(parts[-1]) in names:
        last = list(_SEPARATOR.finditer(title))[-1]
        return without_site(title[: last.start()].rstrip(), names) or None
    if key_of(parts[0]) in names:
        first = _SEPARATOR.search(title)
        return title[first.end() :].lstrip() if first else title
    return title
