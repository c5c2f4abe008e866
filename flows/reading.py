"""From one stored file to its text, facts and numbers: the unit of work that a process does."""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from flows import codelists as lists
from flows import texts
from flows.records import dump, dump_extraction, facts_values, record_row, record_values
from flows.relevance import load_judge
from flows.store import read_object
from transforms.codelists import Codelists
from transforms.extraction import extract
from transforms.model import DocumentFacts, ReadDocument, Reject
from transforms.reading import read_document

log = logging.getLogger("turnaround.reading")


@dataclass(frozen=True, slots=True)
class Work:
    """A file to read: where its bytes lie, its name, what is known of it from outside, and whether it is a sample.

    ``relevant_only``: its numbers are wanted only where it is about the subject.
    ``reading`` is what is cached of it, where only the extraction is out of date.
    """

    path: Path
    sha256: str
    size: int
    doc: str
    facts: DocumentFacts
    sample: bool
    texts: Path
    relevant_only: bool
    reading: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read: hash of its text and what it says of itself, or the reject that says why not.

    ``irrelevant`` is the reason why its text is not about children's services in England; None where it is, and where
    that was not asked.
    """

    text_sha256: str | None
    words: int
    page_starts: tuple[int, ...]
    title: str | None
    published_on: date | None
    publisher: str | None
    reject: Reject | None = None
    modified_on: date | None = None
    url: str | None = None
    language: str | None = None
    irrelevant: str | None = None

    def payload(self) -> str:
        """Return the reading as JSON for the cache."""
        reject = None if self.reject is None else record_values(self.reject)
        return dump({**record_row(self), "reject": reject})


def load_reading(payload: str) -> Reading:
    """Return the reading that ``Reading.payload`` was taken of."""
    fields = json.loads(payload)
    for name in ("published_on", "modified_on"):
        fields[name] = None if fields[name] is None else date.fromisoformat(fields[name])
    reject = None if fields["reject"] is None else Reject(*fields["reject"])
    return Reading(**{**fields, "page_starts": tuple(fields["page_starts"]), "reject": reject})


@dataclass(frozen=True, slots=True)
class Done:
    """A finished work: cache entries of key, digest and payload."""

    entries: tuple[tuple[str, str, str], ...]
    characters: int


def reading_key(sha256: str, doc: str, relevant_only: bool) -> str:
    """Return the cache key of reading these bytes under a name with this suffix, judged for relevance or not."""
    suffix = doc.rsplit(".", 1)[-1].lower()
    judged = ":judged" if relevant_only else ""
    return f"reading:{lists.reading_digest()}:{sha256}:{suffix}{judged}"


def extraction_key(reading: Reading, facts: DocumentFacts, sample: bool) -> str:
    """Return the cache key of extracting from the text of ``reading`` with these facts."""
    known = dump([reading.text_sha256, list(reading.page_starts), facts_values(facts), sample])
    return f"extraction:{lists.extraction_digest()}:{hashlib.sha256(known.encode('utf-8')).hexdigest()}"


def all_facts(given: DocumentFacts, reading: Reading) -> DocumentFacts:
    """Add to what is known from outside what the document says of itself; what is known from outside goes first."""
    return replace(
        given,
        title=given.title or reading.title,
        publisher=given.publisher or reading.publisher,
        published_on=given.published_on or reading.published_on,
        url=given.url or reading.url,
    )


@lru_cache(maxsize=1)
def _real_codelists() -> Codelists:
    return lists.for_real_sources(lists.load_codelists())


def do_work(work: Work) -> Done:
    """Read one file and extract its numbers.

    Raises:
        MachineError: the stored file is missing or damaged.
        OSError: the text cannot be written.
    """
    entries = []
    text = None
    if work.reading is None:
        reading, text = _read(work)
        entries.append(
            (reading_key(work.sha256, work.doc, work.relevant_only), lists.reading_digest(), reading.payload())
        )
    else:
        reading = load_reading(work.reading)
    if reading.text_sha256 is None or reading.irrelevant is not None:
        return Done(tuple(entries), 0)
    if text is None:
        text = texts.read_text(work.texts, reading.text_sha256)
    facts = all_facts(work.facts, reading)
    payload = _extract(work, text, facts, reading.page_starts)
    entries.append((extraction_key(reading, facts, work.sample), lists.extraction_digest(), payload))
    return Done(tuple(entries), len(text))


def _read(work: Work) -> tuple[Reading, str | None]:
    result = read_document(read_object(work.path, work.sha256), work.doc)
    if isinstance(result, ReadDocument):
        digest = texts.keep_text(work.texts, result.text)
        # only a general news source is judged: to judge all would cost a sixth of the time that reading PDFs takes
        irrelevant = load_judge().judge(result.text).reason if work.relevant_only else None
        return said(result, digest, irrelevant), result.text
    return Reading(None, 0, (), None, None, None, result), None


def said(document: ReadDocument, text_sha256: str | None = None, irrelevant: str | None = None) -> Reading:
    """Return what a document says of itself, its text kept under ``text_sha256`` and judged ``irrelevant`` or not."""
    return Reading(
        text_sha256=text_sha256,
        words=len(document.text.split()),
        page_starts=document.page_starts,
        title=document.title,
        published_on=document.published_on,
        publisher=document.publisher,
        modified_on=document.modified_on,
        url=document.url,
        language=document.language,
        irrelevant=irrelevant,
    )


def _extract(work: Work, text: str, facts: DocumentFacts, page_starts: tuple[int, ...]) -> str:
    codelists = lists.load_codelists() if work.sample else _real_codelists()
    try:
        return dump_extraction(extract(text, facts, codelists, page_starts))
    except Exception as error:
        # the boundary of one document: a fault in the rules costs this document, with its reason, and not the night
        log.exception("%s: extraction failed", work.doc)
        message = f"reading its numbers failed ({type(error).__name__}: {error}); report it with the document"
        return dump({"reject": ["extract", "extraction_failed", work.doc, None, message, None]})
