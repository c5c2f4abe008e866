"""Whether what was fetched is about children's services: the scan for phrases that general news is sifted by."""

from __future__ import annotations

from flows.feeds.address import PDF_SUFFIX
from flows.fetch.opening import Content
from flows.fetch.sniff import PDF
from flows.relevance import make_scan, words_digest
from flows.sources import Source
from transforms.model import ReadDocument
from transforms.reading import read_document
from transforms.relevance import Scan

LEFT = "left"


class Subject:
    """The scan of a source whose declaration says ``relevance = true``; of another source everything passes."""

    def __init__(self, source: Source) -> None:
        self._scan: Scan | None = make_scan() if source.settings.get("relevance") is True else None

    @property
    def is_asked(self) -> bool:
        """Whether the source's documents are sifted at all."""
        return self._scan is not None

    @property
    def outcome(self) -> str:
        """What the ledger says of a document that was left: with other words it is looked at again."""
        return f"{LEFT} {words_digest()}"

    def passes(self, content: Content) -> bool:
        """Return whether a document may be about the subject."""
        if self._scan is None:
            return True
        return self._scan.passes(_text(content.data) if content.media_type == PDF else content.data)


def _text(data: bytes) -> bytes:
    """Return the text of a PDF: its bytes are packed, no phrase shows in them."""
    read = read_document(data, f"document{PDF_SUFFIX}")
    return read.text.encode("utf-8") if isinstance(read, ReadDocument) else b""
