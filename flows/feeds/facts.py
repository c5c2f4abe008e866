"""What a list and its source say of a document, as the meta file beside a document would."""

from __future__ import annotations

import json

from flows import files
from flows.feeds.entry import Entry
from flows.intake import Intake
from flows.job import HOME_ZONE
from transforms.reading.normalise import normalise


def facts_of(entry: Entry, doc: str, into: Intake) -> bytes:
    """Return the facts of a document that is about to be taken under the name ``doc``."""
    settings = into.source.settings
    facts: dict[str, str | None] = {
        "url": entry.url,
        "title": _text(entry.title),
        "publisher": _text(entry.publisher or _setting(settings.get("publisher"))),
        "published_on": _published_on(entry, doc, into),
        "doc_type": entry.doc_type or _setting(settings.get("doc_type")),
        "authority": entry.authority,
    }
    return files.json_bytes(facts)


def _published_on(entry: Entry, doc: str, into: Intake) -> str | None:
    """Return the day of publication that is listed.

    A day to come is none: the document itself may tell. A list may give an updated document a new day; the first one
    stands.
    """
    today = into.moment.at.astimezone(HOME_ZONE).date()
    days = [] if entry.published is None or entry.published.day > today else [entry.published.day.isoformat()]
    known = into.document(doc)
    if known is not None and known.current is not None and known.current.meta_sha256 is not None:
        before = json.loads(into.store.get(known.current.meta_sha256)).get("published_on")
        days += [] if before is None else [before]
    return min(days, default=None)


def _setting(value: object) -> str | None:
    return None if value is None else str(value)


def _text(given: str | None) -> str | None:
    """Return a text without white space that says nothing; None where nothing is left."""
    return None if given is None else " ".join(normalise(given).split()) or None
