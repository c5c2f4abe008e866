"""Plan: which files of the store are documents of this release, and which of them are still to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from flows.cache import Cache
from flows.codelists import for_real_sources, load_codelists
from flows.errors import MachineError
from flows.inventory import Document, Version
from flows.reading import Work, all_facts, extraction_key, load_reading, reading_key
from flows.sources import Source
from flows.store import RawStore
from flows.texts import text_path
from transforms.model import DocumentFacts, Reject
from transforms.reading.meta import parse_meta


@dataclass(frozen=True, slots=True)
class Claim:
    """A version of a document that its meta file does not refuse."""

    source: Source
    doc: str
    version: Version
    facts: DocumentFacts
    current: bool
    withdrawn_on: str | None

    @property
    def rank(self) -> tuple[bool, bool, str]:
        """Order among documents with one content: the first that its source still has stands for all."""
        return (self.withdrawn_on is not None, not self.current, self.doc)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A document, or a version of it, that was refused."""

    source: str
    reject: Reject


@dataclass(slots=True)
class Contents:
    """What a store holds for these sources: files by content, and what was refused before reading.

    ``files`` maps source and SHA-256 of the bytes to the documents that have them, the one that stands for all first.
    ``replaced`` counts refused versions that their source has since replaced or withdrawn; they are no longer told.
    """

    files: dict[tuple[str, str], list[Claim]] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    replaced: int = 0

    @property
    def documents_in(self) -> int:
        """Versions of documents, refused ones too."""
        return sum(len(claims) for claims in self.files.values()) + len(self.refusals)


def take_contents(
    documents: Sequence[Document], sources: Mapping[str, Source], store: RawStore, as_of: date
) -> Contents:
    """Read the meta files and sort the documents' versions by content; data files of statistics are passed over.

    Raises:
        MachineError: a stored meta file is missing or damaged.
    """
    contents = Contents()
    authorities = {sample: _authorities(sample) for sample in (False, True)}
    for document in documents:
        source = sources[document.source]
        if not source.feeds_documents:
            continue
        if document.refused is not None:
            contents.refusals.append(Refusal(source.id, untaken(document)))
        for version in document.versions:
            current = version is document.current
            given = _facts(store, document.doc, version, as_of, authorities[source.sample])
            if isinstance(given, Reject):
                if current and document.withdrawn_on is None:
                    contents.refusals.append(Refusal(source.id, given))
                else:
                    contents.replaced += 1
                continue
            facts = replace(given, authority=given.authority or source.authority)
            claim = Claim(source, document.doc, version, facts, current, document.withdrawn_on)
            contents.files.setdefault((source.id, version.sha256), []).append(claim)
    for claims in contents.files.values():
        claims.sort(key=lambda claim: claim.rank)
    return contents


def _authorities(sample: bool) -> frozenset[str]:
    codelists = load_codelists() if sample else for_real_sources(load_codelists())
    return frozenset(codelists.by_gss)


def untaken(document: Document) -> Reject:
    """Return the reject of a document whose bytes could not be taken.

    Raises:
        MachineError: the journal gives no reason.
    """
    event = document.refused
    if event is None or event.reason is None or event.message is None:
        raise MachineError(f"journal: {document.source} {document.doc}: refused without a reason; restore the store")
    return Reject("pull", event.reason, document.doc, None, event.message)


def _facts(
    store: RawStore, doc: str, version: Version, as_of: date, authorities: frozenset[str]
) -> DocumentFacts | Reject:
    if version.meta_sha256 is None:
        return DocumentFacts()
    return parse_meta(store.get(version.meta_sha256), doc, as_of, authorities)


def to_read(contents: Contents, store: RawStore, texts: Path, cache: Cache) -> list[Work]:
    """List what the cache does not hold yet: one work per content, in the order of source and content.

    Raises:
        MachineError: a stored file is missing.
    """
    first = [claims[0] for _, claims in sorted(contents.files.items())]
    readings = cache.get([reading_key(claim.version.sha256, claim.doc, claim.source.relevant_only) for claim in first])
    works, known = [], []
    for claim in first:
        payload = readings.get(reading_key(claim.version.sha256, claim.doc, claim.source.relevant_only))
        reading = None if payload is None else load_reading(payload)
        if (
            reading is not None
            and reading.text_sha256 is not None
            and not text_path(texts, reading.text_sha256).exists()
        ):
            payload = reading = None
        key = None
        left = reading is not None and reading.irrelevant is not None
        if reading is not None and reading.text_sha256 is not None and not left:
            key = extraction_key(reading, all_facts(claim.facts, reading), claim.source.sample)
        known.append((claim, payload, reading, key))
    extracted = cache.get([key for *_, key in known if key is not None])
    for claim, payload, reading, key in known:
        if reading is None or (key is not None and key not in extracted):
            works.append(_work(claim, store, texts, payload))
    return works


def _work(claim: Claim, store: RawStore, texts: Path, reading: str | None) -> Work:
    digest, source = claim.version.sha256, claim.source
    path, size = store.path(digest), store.size(digest)
    return Work(path, digest, size, claim.doc, claim.facts, source.sample, texts, source.relevant_only, reading)
