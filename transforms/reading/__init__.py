"""Reading: a document's bytes to one normalised text, or the reason why not."""

from __future__ import annotations

from collections.abc import Callable

from transforms.model import ReadDocument, Reject
from transforms.reading.html import read_html
from transforms.reading.pdf import read_pdf
from transforms.reading.plain import read_plain
from transforms.reading.refuse import refuse

MAX_TEXT_BYTES = 20_000_000
MAX_HTML_BYTES = 5_000_000
MAX_PDF_BYTES = 200_000_000
READERS: dict[str, tuple[Callable[[bytes, str], ReadDocument | Reject], int]] = {
    "txt": (read_plain, MAX_TEXT_BYTES),
    "html": (read_html, MAX_HTML_BYTES),
    "htm": (read_html, MAX_HTML_BYTES),
    "pdf": (read_pdf, MAX_PDF_BYTES),
}


def read_document(data: bytes, name: str) -> ReadDocument | Reject:
    """Return the text and facts of the document ``name``, or the reject that says why it was refused.

    The reader is chosen by the extension of ``name`` and checks it against the content. Never raises, whatever the
    bytes; takes time linear in their number. The same bytes give the same result.
    """
    extension = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if extension not in READERS:
        known = ", ".join(f".{each}" for each in READERS)
        return refuse("unknown_type", name, f"no reader for this extension: name it {known} or leave it out")
    read, limit = READERS[extension]
    if not data:
        return refuse("empty_file", name, "the file holds no bytes: supply the document or remove the file")
    if len(data) > limit:
        message = f"{len(data):,} bytes are more than the limit of {limit:,}: split the document or leave it out"
        return refuse("too_large", name, message)
    return read(data, name)
