"""PDF files, by pypdfium2: the text of every page with its raised digits and footnotes told apart by their size."""

from __future__ import annotations

import ctypes
import re

import pypdfium2
import pypdfium2.raw as pdfium

from transforms.model import ReadDocument, Reject
from transforms.reading.decode import signature
from transforms.reading.pdf_glyphs import DrawnGlyphs, with_bullets
from transforms.reading.pdf_notes import split_notes
from transforms.reading.pdf_pages import PageText, join_pages
from transforms.reading.refuse import refuse
from transforms.reading.report_head import read_head

MAX_PAGES = 5_000
MAX_CHARACTERS = 20_000_000
HEADER_WITHIN, TRAILER_WITHIN = 1024, 2048
_LINEARIZED = re.compile(rb"/Linearized\b[^>]{0,200}?/L\s+(\d{1,12})")
_DRAFT_TITLE = re.compile(r"\bdraft\b|\btemplate\b|^untitled|^microsoft word|\.(?:docx?|pdf|indd)$", re.IGNORECASE)


def read_pdf(data: bytes, name: str) -> ReadDocument | Reject:
    """Return the text of a PDF in reading order, page breaks healed, with the offset of each page.

    Page numbers, running heads, tables of contents and the marks of footnotes are left out; the footnotes themselves
    follow after the last page. Hyphens at line ends stay: "long-term" is spelt with one far oftener than not.
    """
    if b"%PDF-" not in data[:HEADER_WITHIN]:
        kind = signature(data) or "no PDF"
        return refuse("not_a_pdf", name, f"the content is {kind}: fetch the document again")
    if _is_truncated(data):
        return refuse("broken_pdf", name, "the file ends before its end-of-file mark: fetch it again in full")
    try:
        with pypdfium2.PdfDocument(data) as document:
            return _read(document, name)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            return refuse("encrypted_pdf", name, "the PDF asks for a password: supply an open copy")
        return refuse("broken_pdf", name, f"PDFium cannot read it ({error}): fetch it again or supply another copy")


def _is_truncated(data: bytes) -> bool:
    """Return whether the end of the file is missing, by its mark or by the length that its first object states."""
    if b"%%EOF" not in data[-TRAILER_WITHIN:]:
        return True
    stated = _LINEARIZED.search(data[:HEADER_WITHIN])
    return stated is not None and len(data) < int(stated[1])


def _read(document: pypdfium2.PdfDocument, name: str) -> ReadDocument | Reject:
    """Return the open document's text and facts, or the reject that says why there is none."""
    if len(document) > MAX_PAGES:
        return refuse("too_large", name, f"{len(document):,} pages are more than the limit of {MAX_PAGES:,}: split it")
    pages: list[PageText] = []
    characters = 0
    for index in range(len(document)):
        pages.append(_read_page(document, index))
        characters += sum(map(len, pages[-1].lines))
        if characters > MAX_CHARACTERS:
            return refuse("too_large", name, f"more than {MAX_CHARACTERS:,} characters of text: split the document")
    text, page_starts = join_pages(pages)
    if not text:
        return refuse("pdf_without_text", name, "the PDF holds no text, as a scan: supply a copy with text")
    head = read_head(text)
    title = head.title if head.publisher else _stated_title(document, text) or head.title
    return ReadDocument(text, "application/pdf", title, head.published_on, head.publisher, page_starts)


def _read_page(document: pypdfium2.PdfDocument, index: int) -> PageText:
    """Return the lines and notes of one page; its handles are closed, which keeps the memory of long files flat."""
    page = document[index]
    textpage = page.get_textpage()
    raw = textpage.get_text_range()
    glyphs = DrawnGlyphs(textpage, raw)
    parsed = split_notes(with_bullets(raw, glyphs), glyphs)
    textpage.close()
    page.close()
    return parsed


def _stated_title(document: pypdfium2.PdfDocument, text: str) -> str | None:
    """Return the title in the file's properties where the first page prints it too (most properties are left-overs)."""
    buffer = (ctypes.c_ushort * 512)()
    written = pdfium.FPDF_GetMetaText(document.raw, b"Title", buffer, ctypes.sizeof(buffer))
    if not 2 < written <= ctypes.sizeof(buffer):
        return None
    title = " ".join(bytes(buffer)[: written - 2].decode("utf-16-le", errors="ignore").split())
    first_page = " ".join(text[:2000].split()).casefold()
    if len(title) < 8 or _DRAFT_TITLE.search(title) or title.casefold() not in first_page:
        return None
    return title
