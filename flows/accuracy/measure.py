"""The reading of annotated texts, judged: the same steps from bytes to numbers as in a run."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flows.accuracy.gold import GoldSet
from flows.accuracy.records import Happening, Level, Movement
from flows.accuracy.rows import read_event, read_level, read_movement
from flows.accuracy.scoring import Score, distinct, found_figures, level_figures, score_document
from flows.codelists import for_real_sources, load_codelists
from flows.errors import WrongUseError
from flows.reading import all_facts, said
from transforms.codelists import Codelists
from transforms.extraction import extract
from transforms.model import DocumentFacts, ReadDocument, Reject
from transforms.reading import read_document
from transforms.reading.meta import meta_name, parse_meta

_KINDS = {
    "info": "report: information section",
    "narr": "report: narrative",
    "neg": "report: section without figures",
}
_DIGITS = 10_000


@dataclass(frozen=True, slots=True)
class Measured:
    """A set as read and judged; ``kinds`` says of each document what kind of text it is.

    ``levels``, ``movements`` and ``events`` hold a score per document, and nothing where the set annotates none.
    """

    gold: GoldSet
    digest: str
    levels: tuple[Score[Level], ...]
    movements: tuple[Score[Movement], ...]
    events: tuple[Score[Happening], ...]
    kinds: Mapping[str, str]

    def figures(self) -> dict[str, float]:
        """The figures that have floors, cut (not rounded) after four digits; none of what is not annotated."""
        found: dict[str, float] = {}
        if self.levels:
            found |= {f"level_{level}": level_figures(self.levels, level).f1 for level in (1, 2, 3)}
        if self.movements:
            found["changes_found"] = found_figures(self.movements, whole=False).f1
            found["changes_right"] = found_figures(self.movements, whole=True).f1
        if self.events:
            found["events_found"] = found_figures(self.events, whole=False).f1
            found["events_right"] = found_figures(self.events, whole=True).f1
        return {name: cut(value) for name, value in found.items()}


def cut(value: float) -> float:
    """Cut a share after four digits, so that a floor is never above what was measured."""
    return math.floor(value * _DIGITS + 1e-9) / _DIGITS


def measure(gold: GoldSet) -> Measured:
    """Read every text of a set and judge what was read.

    Raises:
        WrongUseError: an annotation or a text of the set is wrong; the message names file and line.
    """
    levels, movements, events = gold.read_levels(), gold.read_movements(), gold.read_events()
    codelists = for_real_sources(load_codelists())
    judged, moved, happened, kinds = [], [], [], {}
    for path in gold.documents():
        doc = path.name
        document = read_document(path.read_bytes(), doc)
        if isinstance(document, Reject):
            raise WrongUseError(f"{path}: {document.message}")
        facts = facts_of(path, document, codelists)
        found = extract(document.text, facts, codelists, document.page_starts)
        if doc in levels:
            judged.append(score_document(doc, levels[doc], [read_level(doc, one) for one in found.mentions]))
        if doc in movements:
            moved.append(score_document(doc, movements[doc], [read_movement(doc, one) for one in found.changes]))
        if doc in events:
            reads = distinct(read_event(doc, one) for one in found.events)
            happened.append(score_document(doc, events[doc], reads))
        kinds[doc] = _kind(doc, facts)
    return Measured(gold, gold.digest(), tuple(judged), tuple(moved), tuple(happened), kinds)


def facts_of(path: Path, document: ReadDocument, codelists: Codelists) -> DocumentFacts:
    """Return what is known of a text, as a run knows it: from its meta file, if any, and from the document itself.

    Raises:
        WrongUseError: the meta file cannot be read; the message names it.
    """
    meta = path.with_name(meta_name(path.name))
    given: DocumentFacts | Reject = DocumentFacts()
    if meta.is_file():
        # an annotated text may be of any day
        given = parse_meta(meta.read_bytes(), path.name, date.max, codelists.by_gss)
    if isinstance(given, Reject):
        raise WrongUseError(f"{meta}: {given.message}")
    return all_facts(given, said(document))


def _kind(doc: str, facts: DocumentFacts) -> str:
    prefix = doc.partition("_")[0]
    if prefix in _KINDS:
        return _KINDS[prefix]
    return (facts.doc_type or "article without meta file").replace("_", " ")
