"""What the journal of a store amounts to: each document's versions, and whether its source still has it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from flows.store import Event


@dataclass(frozen=True, slots=True)
class Version:
    """One content that a document had, with the meta file that it had last."""

    sha256: str
    meta_sha256: str | None
    media_type: str
    retrieved_at: str


@dataclass(slots=True)
class Document:
    """A document as its source knows it: ``versions`` oldest first, the last one is current."""

    source: str
    doc: str
    versions: list[Version] = field(default_factory=list)
    withdrawn_on: str | None = None
    refused: Event | None = None

    @property
    def current(self) -> Version | None:
        """The newest version; None where nothing of the document could ever be taken."""
        return self.versions[-1] if self.versions else None


def take_stock(events: Iterable[Event], sources: Collection[str]) -> list[Document]:
    """Fold the events of these sources into documents, in the order of source and doc.

    Bytes that come back after others (A, B, A) are the same version, moved to the end.
    """
    documents: dict[tuple[str, str], Document] = {}
    for event in events:
        if event.source not in sources:
            continue
        key = (event.source, event.doc)
        document = documents.setdefault(key, Document(event.source, event.doc))
        if event.event == "gone":
            document.withdrawn_on, document.refused = event.on, None
        elif event.event == "refused":
            document.refused, document.withdrawn_on = event, None
        else:
            _see(document, event)
    return [documents[key] for key in sorted(documents)]


def _see(document: Document, event: Event) -> None:
    document.withdrawn_on = document.refused = None
    if event.sha256 is None or event.media_type is None:
        raise ValueError(f"journal: {event.source} {event.doc}: seen without hash or media type")
    version = Version(event.sha256, event.meta_sha256, event.media_type, event.at)
    earlier = [known for known in document.versions if known.sha256 == event.sha256]
    if earlier:
        document.versions.remove(earlier[0])
        version = replace(version, retrieved_at=earlier[0].retrieved_at)
    # an archive that is pulled late holds early captures
    later = [place for place, known in enumerate(document.versions) if known.retrieved_at > event.at]
    document.versions.insert(later[0] if later else len(document.versions), version)
