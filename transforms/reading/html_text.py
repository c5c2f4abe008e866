"""The main text of a page's tree by trafilatura's fast mode."""

from __future__ import annotations

import re
from functools import lru_cache

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Extractor

from transforms.reading.normalise import normalise

# Items of a list and rows of a table stay together; every other line that trafilatura returns is a paragraph.
_PARAGRAPH_END = re.compile(r"(?<!\n)\n+(?![-|\n])")


@lru_cache(maxsize=1)
def _options() -> Extractor:
    """Return trafilatura's settings: fast mode, tables kept, comments of readers and metadata left out."""
    return Extractor(output_format="txt", fast=True, comments=False, tables=True, dedup=False)


def main_text(tree: HtmlElement) -> str:
    """Return the normalised text of the article in ``tree``, a blank line between its paragraphs; "" where none is."""
    text = trafilatura.extract(tree, options=_options())
    return _PARAGRAPH_END.sub("\n\n", normalise(text).strip()) if text else ""
