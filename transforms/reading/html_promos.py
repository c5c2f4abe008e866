"""Lines inside of an article that only lead to another story: "READ MORE: …"."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

_STARTS = (
    "read more", "read also", "also read", "read next", "more on this", "related", "see also", "see more", "don't miss",
    "don’t miss", "recommended", "watch", "listen", "sign up", "subscribe", "join our", "follow us", "click here",
    "get the latest", "download our",
)  # fmt: skip
_LABEL = re.compile(rf"(?:{'|'.join(map(re.escape, _STARTS))})[^:]{{0,20}}:", re.IGNORECASE)
_GAP = re.compile(r"\n{3,}")
_START_LENGTH = 40
_HOSTS = ("p", "li", "div", "h2", "h3", "h4", "section")
_MOST_WORDS, _MOST_PIECES, _MOST_CHARACTERS, _MOST_LINKS = 30, 60, 1000, 5000
_WRAPPERS, _LINKED = 4, 0.6


def without_promos(text: str, tree: HtmlElement) -> str:
    """Return ``text`` without its short lines that begin as a promotion and are links for the most part in ``tree``."""
    lines = text.split("\n")
    doubtful = {
        number for number, line in enumerate(lines) if line[:_START_LENGTH].lstrip("- ").lower().startswith(_STARTS)
    }
    if not doubtful:
        return text
    bare = {number: _bare(lines[number][:_MOST_CHARACTERS]) for number in doubtful}
    wanted = "\n".join(sorted(set(bare.values())))
    # a line holds what its link says: most links are told by their first words
    links = (link for link in islice(tree.iter("a"), _MOST_LINKS) if _bare(_first_words(link)) in wanted)
    linked = {_bare(line) for link in links if (line := _linked_line(link)) is not None}
    promos = {number for number in doubtful if bare[number] in linked}
    kept = [line for number, line in enumerate(lines) if number not in promos]
    return _GAP.sub("\n\n", "\n".join(kept)).strip() if promos else text


def _first_words(link: HtmlElement) -> str:
    """Return the beginning of the first text of a link, "" where it has none."""
    pieces = (piece for piece in islice(link.itertext(), _MOST_WORDS) if not piece.isspace())
    return (link.text or "").strip()[:_START_LENGTH] or next(pieces, "")[:_START_LENGTH]


def _linked_line(link: HtmlElement) -> str | None:
    """Return the text of the small block around a link where most of it, besides a label ("Related:"), is linked."""
    host = link.getparent()
    for _ in range(_WRAPPERS):
        if host is None or host.tag in _HOSTS or _has_more(host, 2):
            break
        host = host.getparent()
    if host is None or _has_more(host, _MOST_WORDS):
        return None
    text = _short_text(host)
    label = _LABEL.match(text.strip())
    links = sum(len(_short_text(each).strip()) for each in islice(host.iter("a"), _MOST_WORDS))
    enough = links >= _LINKED * (len(text.strip()) - (label.end() if label else 0))
    return text if enough and len(text.split()) <= _MOST_WORDS else None


def _has_more(element: HtmlElement, children: int) -> bool:
    """Return whether an element has more than so many children, without counting all of them as len() does."""
    return next(islice(element, children, None), None) is not None


def _short_text(element: HtmlElement) -> str:
    """Return the text of an element that is short, else its beginning."""
    return "".join(islice(element.itertext(), _MOST_PIECES))[:_MOST_CHARACTERS]


def _bare(text: str) -> str:
    """Return the letters and digits of a line."""
    return re.sub(r"[\W_]+", "", text).casefold()
