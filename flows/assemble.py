"""Assemble: from what was read to rows of articles, mentions, changes and rejects, with every input accounted for."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from flows.cache import Cache
from flows.codelists import extraction_digest
from flows.errors import TurnaroundError
from flows.inspections import inspection_rows
from flows.kinds import KINDS
from flows.plan import Claim, Contents, Refusal
from flows.reading import Reading, all_facts, extraction_key, load_reading, reading_key
from flows.records import hashed, load_extraction, record_row
from transforms.inspections import Document
from transforms.model import Extraction, Reject
from transforms.near_copies import Sketched, near_copies

Row = dict[str, Any]

# a release tells at most this much of a source in one place
MOST_TEXT = 300


class AccountingError(TurnaroundError):
    """Something went missing between input and rows; no release may be made of it."""

    exit_code = 3


@dataclass(slots=True)
class Accounts:
    """What came in and what became of it."""

    documents_in: int = 0
    articles: int = 0
    duplicates: int = 0
    documents_rejected: int = 0
    irrelevant: int = 0
    replaced: int = 0
    numbers_read: int = 0
    mentions: int = 0
    numbers_without_metric: int = 0
    numbers_rejected: int = 0
    judgements_rejected: int = 0

    def check(self) -> None:
        """See that documents and numbers add up.

        Raises:
            AccountingError: they do not; the message names the figures.
        """
        documents = self.articles + self.duplicates + self.documents_rejected + self.irrelevant
        if self.documents_in != documents:
            raise AccountingError(
                f"{self.documents_in} documents in, but {self.articles} articles + {self.duplicates} duplicates + "
                f"{self.documents_rejected} rejects + {self.irrelevant} irrelevant = {documents}; "
                "a fault of the pipeline: report it"
            )
        numbers = self.mentions + self.numbers_without_metric + self.numbers_rejected
        if self.numbers_read != numbers:
            raise AccountingError(
                f"{self.numbers_read} numbers read, but {self.mentions} mentions + {self.numbers_without_metric} "
                f"without metric + {self.numbers_rejected} rejects = {numbers}; a fault of the pipeline: report it"
            )


@dataclass(slots=True)
class Rows:
    """The rows of the tables that come straight from the documents.

    ``irrelevant`` counts by source and reason the documents of general news that are no articles.
    """

    articles: list[Row] = field(default_factory=list)
    mentions: list[Row] = field(default_factory=list)
    changes: list[Row] = field(default_factory=list)
    inspections: list[Row] = field(default_factory=list)
    judgements: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    rejects: list[Row] = field(default_factory=list)
    irrelevant: dict[str, Counter[str]] = field(default_factory=dict)
    accounts: Accounts = field(default_factory=Accounts)


@dataclass(frozen=True, slots=True)
class _Content:
    """A file that was read, and the documents that have it."""

    claims: list[Claim]
    reading: Reading


def assemble(contents: Contents, cache: Cache) -> Rows:
    """Make the rows of every document whose reading and extraction the cache holds.

    Raises:
        AccountingError: documents or numbers do not add up.
        KeyError: a content was not read before.
    """
    rows = Rows()
    refusals = list(contents.refusals)
    replaced = contents.replaced
    texts: dict[tuple[str, str], list[_Content]] = {}
    documents: list[tuple[Row, Document]] = []
    sketches: list[Sketched] = []
    for content in _contents(contents, cache):
        if content.reading.reject is not None:
            told, untold = _refuse(content.claims, content.reading.reject)
            refusals += told
            replaced += untold
        elif content.reading.irrelevant is not None:
            _leave(rows, content, content.reading.irrelevant)
        elif content.reading.text_sha256 is not None:
            texts.setdefault((content.claims[0].source.id, content.reading.text_sha256), []).append(content)
    for (source, text), found in sorted(texts.items()):
        same = sorted((content for content in found), key=lambda content: content.claims[0].rank)
        extraction = _extraction(same[0], cache)
        claims = [claim for content in same for claim in content.claims]
        if isinstance(extraction, Reject):
            told, untold = _refuse(claims, extraction)
            refusals += told
            replaced += untold
            continue
        article = _article(hashed("a", source, text), same[0], claims)
        rows.articles.append(article)
        rows.accounts.duplicates += len(claims) - 1
        _add_numbers(rows, refusals, article, extraction)
        documents.append((article, _document(article, extraction)))
        if extraction.sketch is not None:
            facts = (article["published_on"], article["sample"])
            sketches.append(Sketched(article["article_id"], *facts, extraction.sketch))
    _mark_near_copies(rows.articles, sketches)
    _add_inspections(rows, refusals, documents)
    rows.rejects = reject_rows(refusals)
    _account(rows, contents, replaced, len(refusals))
    return rows


def _contents(contents: Contents, cache: Cache) -> Iterable[_Content]:
    ordered = [claims for _, claims in sorted(contents.files.items())]
    keys = [reading_key(claims[0].version.sha256, claims[0].doc, claims[0].source.relevant_only) for claims in ordered]
    readings = cache.get(keys)
    for key, claims in zip(keys, ordered, strict=True):
        yield _Content(claims, load_reading(readings[key]))


def _leave(rows: Rows, content: _Content, reason: str) -> None:
    """Count the documents of a content that is not about the subject: they make no rows."""
    rows.irrelevant.setdefault(content.claims[0].source.id, Counter())[reason] += len(content.claims)
    rows.accounts.irrelevant += len(content.claims)


def _refuse(claims: Sequence[Claim], reject: Reject) -> tuple[list[Refusal], int]:
    """Tell the refusal of each document that has the content now; the others are only counted."""
    told = [claim for claim in claims if claim.current and claim.withdrawn_on is None]
    return [Refusal(claim.source.id, _renamed(reject, claim.doc)) for claim in told], len(claims) - len(told)


def _renamed(reject: Reject, doc: str) -> Reject:
    """The reject of the same bytes under another name; the message begins with the name it was first told of."""
    message = f"{doc}: {reject.message.removeprefix(f'{reject.doc}: ')}"
    return replace(reject, doc=doc, message=message)


def _extraction(content: _Content, cache: Cache) -> Extraction | Reject:
    claim = content.claims[0]
    key = extraction_key(content.reading, all_facts(claim.facts, content.reading), claim.source.sample)
    payload = cache.get([key])[key]
    refused = json.loads(payload).get("reject") if payload.startswith('{"reject"') else None
    return load_extraction(payload) if refused is None else Reject(*refused)


def _article(article_id: str, content: _Content, claims: Sequence[Claim]) -> Row:
    claim, reading = content.claims[0], content.reading
    facts = all_facts(claim.facts, reading)
    stated = "listing" if KINDS[claim.source.kind].listing else "meta"
    basis = stated if claim.facts.published_on else "document" if reading.published_on else "none"
    still_there = any(other.withdrawn_on is None for other in claims)
    withdrawn = max((other.withdrawn_on for other in claims if other.withdrawn_on is not None), default=None)
    return {
        "article_id": article_id,
        "doc": claim.doc,
        "source_id": claim.source.id,
        **record_row(facts),
        "published_on_basis": basis,
        "modified_on": reading.modified_on,
        "language": reading.language,
        "retrieved_at": None
        if claim.source.kind == "folder"
        else datetime.fromisoformat(claim.version.retrieved_at).astimezone(UTC),
        "media_type": claim.version.media_type,
        "raw_sha256": claim.version.sha256,
        "text_sha256": reading.text_sha256,
        "words": reading.words,
        "pages": len(reading.page_starts) or None,
        "story_id": None,
        "near_copies": None,
        "newest": any(other.current for other in claims),
        "withdrawn_on": None if still_there or withdrawn is None else date.fromisoformat(withdrawn),
        "licence": claim.source.licence,
        "sample": claim.source.sample,
        "extractor_digest": extraction_digest(),
    }


def _add_numbers(rows: Rows, refusals: list[Refusal], article: Row, extraction: Extraction) -> None:
    article_id, sample = article["article_id"], article["sample"]
    seen: Counter[tuple[str, str]] = Counter()
    ids: list[str] = []
    for mention in extraction.mentions:
        seen[mention.metric, mention.surface] += 1
        ids.append(hashed("m", article_id, mention.metric, mention.surface, seen[mention.metric, mention.surface]))
        rows.mentions.append({"mention_id": ids[-1], "article_id": article_id, **record_row(mention), "sample": sample})
    told: Counter[str] = Counter()
    for change in extraction.changes:
        row = record_row(change)
        ends = {f"{end}_mention_id": _id(ids, row.pop(f"{end}_mention")) for end in ("from", "to")}
        known = hashed("c", article_id, *row.values(), *ends.values())
        told[known] += 1
        change_id = hashed("c", known, told[known])
        missing = {"from_observation_id": None, "to_observation_id": None}
        rows.changes.append(
            {"change_id": change_id, "article_id": article_id, **ends, **missing, **row, "sample": sample}
        )
    refusals += [Refusal(article["source_id"], replace(reject, doc=article["doc"])) for reject in extraction.rejects]
    accounts = rows.accounts
    accounts.numbers_read += extraction.numbers_read
    accounts.numbers_without_metric += extraction.numbers_without_metric
    accounts.numbers_rejected += len(extraction.rejects)


def _mark_near_copies(articles: Sequence[Row], sketches: Sequence[Sketched]) -> None:
    """Give the articles that are near copies of each other an id that they share."""
    firsts = near_copies(sketches)
    for article in articles:
        first = firsts.get(article["article_id"])
        article["near_copies"] = None if first is None else hashed("n", first)


def _document(article: Row, extraction: Extraction) -> Document:
    names = ("article_id", "doc", "published_on", "published_on_basis", "url", "sample")
    return Document(**{name: article[name] for name in names}, report=extraction.report, events=extraction.events)


def _add_inspections(rows: Rows, refusals: list[Refusal], documents: Sequence[tuple[Row, Document]]) -> None:
    sources = {article["article_id"]: article["source_id"] for article, _ in documents}
    newest = [document for article, document in documents if article["newest"]]
    told = inspection_rows(newest, [document for article, document in documents if not article["newest"]])
    rows.inspections, rows.judgements, rows.events = told.inspections, told.judgements, told.events
    refusals += [Refusal(sources[article], reject) for article, reject in told.rejects]
    rows.accounts.judgements_rejected = len(told.rejects)


def _id(ids: Sequence[str], place: int | None) -> str | None:
    return None if place is None else ids[place]


def _account(rows: Rows, contents: Contents, replaced: int, refusals: int) -> None:
    accounts = rows.accounts
    accounts.documents_in = contents.documents_in - (replaced - contents.replaced)
    accounts.articles = len(rows.articles)
    accounts.documents_rejected = refusals - accounts.numbers_rejected - accounts.judgements_rejected
    accounts.replaced = replaced
    accounts.mentions = len(rows.mentions)
    accounts.check()


def reject_rows(refusals: Iterable[Refusal]) -> list[Row]:
    """Return refusals as rows of the table ``rejects``."""
    seen: Counter[str] = Counter()
    rows = []
    for refusal in refusals:
        reject = refusal.reject
        text = reject.text if reject.text is None else reject.text[:MOST_TEXT] or None
        known = hashed("r", refusal.source, *(getattr(reject, name) for name in Reject.__slots__))
        seen[known] += 1
        rows.append(
            {
                "reject_id": hashed("r", known, seen[known]),
                "stage": reject.stage,
                "reason": reject.reason,
                "doc": reject.doc,
                "source_id": refusal.source,
                "table": None,
                "row_key": None,
                "rule": None,
                "place": reject.place,
                "message": reject.message,
                "text": text,
            }
        )
    return sorted(rows, key=lambda row: (row["doc"] or "", row["reject_id"]))
