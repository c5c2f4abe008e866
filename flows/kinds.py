"""The kinds of source: which keys a declaration of each has, and what its files are for.

How a kind is pulled is said in ``flows.pull.PULLERS``, which has the same names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from expectations.codes import DOC_TYPES

Setting = str | int | float | bool
TYPE_NAMES: Mapping[type[Setting], str] = {
    str: "a text in quotes",
    int: "a whole number",
    float: "a number with a decimal point",
    bool: "true or false",
}


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a declaration: the type of its value, its bounds if it is a number, its form if it is a text."""

    type: type[Setting]
    required: bool = True
    least: float | None = None
    most: float | None = None
    form: str | None = None

    def fault(self, value: object) -> str | None:
        """Return what is wrong with ``value`` in words that follow on it, or None."""
        if type(value) is not self.type or value == "":
            return f"is not {TYPE_NAMES[self.type]}"
        if isinstance(value, int | float) and self.least is not None and value < self.least:
            return f"is below {self.least:g}"
        if isinstance(value, int | float) and self.most is not None and value > self.most:
            return f"is above {self.most:g}"
        if isinstance(value, str) and self.form is not None and not re.fullmatch(self.form, value):
            return f"does not match {self.form}"
        return None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of source: its own keys beside those that every source has, and what its files become.

    ``feeds`` documents: they are read as articles; statistics: they are data files of the department. ``listing``: what
    is known of a document besides its text, its day of publication above all, is what a list at the source says.
    """

    feeds: Literal["documents", "statistics"]
    keys: Mapping[str, Key]
    listing: bool = False


EVERY_SOURCE: Mapping[str, Key] = {
    "kind": Key(str),
    "title": Key(str),
    "licence": Key(str),
    "enabled": Key(bool),
    "sample": Key(bool),
    "authority": Key(str, required=False),
}
"""Keys that a source of any kind has."""

FETCH_KEYS: Mapping[str, Key] = {
    "contact": Key(str, required=False, form=r"https?://\S+|[^@\s]+@[^@\s]+"),
    "seconds_between_requests": Key(float, least=1.0, most=300.0),
    "requests_per_run": Key(int, least=1),
}
"""Keys of a kind that fetches: where its operator is reached (needed to pull), how seldom and how often it asks."""

LIST_KEYS: Mapping[str, Key] = {
    # what is known of every document of the source
    "publisher": Key(str, required=False),
    "doc_type": Key(str, required=False, form="|".join(DOC_TYPES)),
    # how often the list is asked for, and how many documents it is expected to bring
    "cadence": Key(str, form="daily|weekly|monthly"),
    "documents_per_month": Key(int, least=0),
    # documents on other hosts than these (with spaces between; else the list's own) are left, and so are addresses
    # that do not match include or match exclude (regular expressions, anywhere in the address)
    "hosts": Key(str, required=False),
    "include": Key(str, required=False),
    "exclude": Key(str, required=False),
    # documents whose listed date lies longer back are left
    "oldest_days": Key(int, required=False, least=1),
    "documents_per_run": Key(int, least=1),
    # true for general news: what does not hold enough phrases of the subject is left
    "relevance": Key(bool, required=False),
    # days after which a document is asked for again even if its list does not say that it changed
    "recheck_days": Key(int, required=False, least=1, most=3660),
    **FETCH_KEYS,
    # half of them are for lists: an index, a list, and two documents
    "requests_per_run": Key(int, least=4),
}
"""Keys of a kind that lists addresses of documents."""

_URL = Key(str, form=r"https?://\S+")
_PAGES = Key(int, required=False, least=1, most=1000)
_PAGE_KEYS: Mapping[str, Key] = {
    "url": _URL,
    # CSS selectors: links to documents (or what they lie in), the link to the next page, dates beside the links
    "links": Key(str, required=False),
    "next": Key(str, required=False),
    "dates": Key(str, required=False),
    "pages": _PAGES,
    **LIST_KEYS,
}

KINDS: Mapping[str, Kind] = {
    "folder": Kind("documents", {"path": Key(str)}),
    "statistics": Kind("statistics", {"path": Key(str)}),
    # a WARC file, a folder of them, or an address that fsspec knows; only what is relevant of a general archive
    "warc": Kind("documents", {"path": Key(str), "relevance": Key(bool)}),
    "ofsted_providers": Kind(
        "documents",
        {
            # the page of an authority; {urn} stands for its number
            "url": Key(str, form=r"https?://\S*\{urn\}\S*"),
            # what the whole address of a report file looks like, as a regular expression
            "files": Key(str),
            # what titles of documents to take hold, and of those to leave; any other title is refused
            "titles": Key(str),
            "other_titles": Key(str),
            # days before a page, or a file that is in the store, is asked for again
            "page_days": Key(int, least=0, most=366),
            "file_days": Key(int, least=0, most=3660),
            **FETCH_KEYS,
        },
        listing=True,
    ),
    "feed": Kind("documents", {"url": _URL, "pages": _PAGES, **LIST_KEYS}, listing=True),
    "sitemap": Kind("documents", {"url": _URL, **LIST_KEYS}, listing=True),
    "page": Kind("documents", _PAGE_KEYS, listing=True),
    "pdf": Kind("documents", _PAGE_KEYS, listing=True),
    "urls": Kind("documents", {"path": Key(str), **LIST_KEYS}, listing=True),
}
