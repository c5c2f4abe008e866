"""The characters of a PDF page as they are drawn: their size, the height of their base line, their ink."""

from __future__ import annotations

import ctypes
import math
import re
from typing import Protocol

import pypdfium2
import pypdfium2.raw as pdfium

# Word's dash of the font Symbol, as most reports give it for the second level of a list
BULLET = "\uf02d"
MIN_INK = 0.3
_OPENING_SPACE = re.compile(r"(?<![^\r\n])[ ](?=\S)")


class Glyphs(Protocol):
    """What is asked of the characters of a page, each by its offset in the page's text."""

    def size(self, offset: int) -> float:
        """Return the size of type in points on the page."""

    def rise(self, offset: int, other: int) -> float:
        """Return how many points the character at ``offset`` stands above the base line of the one at ``other``."""

    def is_inked(self, offset: int) -> bool:
        """Return whether something is drawn for the character."""


class DrawnGlyphs:
    """The characters of an open text page of PDFium."""

    def __init__(self, textpage: pypdfium2.PdfTextPage, raw: str) -> None:
        """Take the page and its text as PDFium gives it."""
        self._page = textpage.raw
        self._is_direct = textpage.count_chars() == len(raw)
        self._sizes: dict[int, float] = {}  # a character is asked for again with each of its neighbours
        self._matrix = pdfium.FS_MATRIX()
        self._box = [ctypes.c_double() for _ in range(4)]

    def _index(self, offset: int) -> int:
        return offset if self._is_direct else pdfium.FPDFText_GetCharIndexFromTextIndex(self._page, offset)

    def size(self, offset: int) -> float:
        """Return the size of type in points on the page: that of the font, times the scale of the text's matrix."""
        if offset in self._sizes:
            return self._sizes[offset]
        index = self._index(offset)
        size: float = pdfium.FPDFText_GetFontSize(self._page, index)
        if pdfium.FPDFText_GetMatrix(self._page, index, self._matrix):
            size *= math.hypot(self._matrix.c, self._matrix.d)
        self._sizes[offset] = size
        return size

    def rise(self, offset: int, other: int) -> float:
        """Return the difference of the base lines in points; 0.0 on text that does not run from left to right."""
        rise = self._base(offset) - self._base(other)
        if rise and pdfium.FPDFText_GetMatrix(self._page, self._index(offset), self._matrix) and self._matrix.b:
            return 0.0
        return rise

    def _base(self, offset: int) -> float:
        across, up, *_ = self._box
        pdfium.FPDFText_GetCharOrigin(self._page, self._index(offset), across, up)
        return float(up.value)

    def is_inked(self, offset: int) -> bool:
        """Return whether the box of what is drawn has a height."""
        left, right, bottom, top = self._box
        drawn = pdfium.FPDFText_GetCharBox(self._page, self._index(offset), left, right, bottom, top)
        return bool(drawn) and top.value - bottom.value > MIN_INK


def with_bullets(raw: str, glyphs: Glyphs) -> str:
    """Return the text of a page with each bullet that a font calls a space: ink that opens a line. Offsets hold."""
    if "\n " not in raw and not raw.startswith(" "):
        return raw
    return _OPENING_SPACE.sub(lambda match: BULLET if glyphs.is_inked(match.start()) else " ", raw)
