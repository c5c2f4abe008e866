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
from flows.records import dump, dump_extraction, facts_values
from flows.store import read_object
from transforms.codelists import Codelists
from transforms.extraction import extract
from transforms.model import DocumentFacts, ReadDocument, Reject
from transforms.reading import read_document

log = logging.getLogger("turnaround.reading")


@dataclass(frozen=True, slots=True)
class Work:
    """A file to read: where its bytes lie, its name, what is known of it from outside, and whether it is a sample.

    ``reading`` is what is cached of it, where only the extraction is out of date.
    """

    path: Path
    sha256: str
    size: int
    doc: str
    facts: DocumentFacts
    sample: bool
    texts: Path
    reading: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read: hash of its text and what it says of itself, or the reject that says why not."""

    text_sha256: str | None
    words: int
    page_starts: tuple[int, ...]
    title: str | None
    published_on: date | None
    publisher: str | None
    reject: Reject | None

    def payload(self) -> str:
        """Return the reading as JSON for the cache."""
        reject = None if self.reject is None else [getattr(self.reject, name) for name in Reject.__slots__]
        fields = (self.text_sha256, self.words, self.page_starts, self.title, self.published_on, self.publisher, reject)
        return dump(list(fields))


def load_reading(payload: str) -> Reading:
    """Return the reading that ``Reading.payload`` was taken of."""
    text, words, pages, title, day, publisher, reject = json.loads(payload)
    published_on = None if day is None else date.fromisoformat(day)
    refused = None if reject is None else Reject(*reject)
    return Reading(text, words, tuple(pages), title, published_on, publisher, refused)


@dataclass(frozen=True, slots=True)
class Done:
    """A finished work: cache entries of key, digest and payload."""

    entries: tuple[tuple[str, str, str], ...]
    characters: int


def reading_key(sha256: str, doc: str) -> str:
    """Return the cache key of reading these bytes under a name with this suffix."""
    suffix = doc.rsplit(".", 1)[-1].lower()
    return f"reading:{lists.reading_digest()}:{sha256}:{suffix}"


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
        entries.append((reading_key(work.sha256, work.doc), lists.reading_digest(), reading.payload()))
    else:
        reading = load_reading(work.reading)
    if reading.text_sha256 is None:
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
        words, said = len(result.text.split()), (result.title, result.published_on, result.publisher)
        return Reading(digest, words, result.page_starts, *said, None), result.text
    return Reading(None, 0, (), None, None, None, result), None


def _extract(work: Work, text: str, facts: DocumentFacts, page_starts: tuple[int, ...]) -> str:
    codelists = lists.load_codelists() if work.sample else _real_codelists()
    try:
        return dump_extraction(extract(text, facts, codelists, page_starts))
    except Exception as error:
        # the boundary of one document: a fault in the rules costs this document, with its reason, and not the night
        log.exception("%s: extraction failed", work.doc)
        message = f"reading its numbers failed ({type(error).__name__}: {error}); report it with the document"
        return dump({"reject": ["extract", "extraction_failed", work.doc, None, message, None]})
