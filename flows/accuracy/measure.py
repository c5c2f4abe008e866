"""The reading of annotated texts, judged: the same steps from bytes to numbers as in a run."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flows.accuracy.gold import GoldSet
from flows.accuracy.records import Level, Movement, read_level, read_movement
from flows.accuracy.scoring import Score, level_figures, movement_figures, score_document
from flows.codelists import for_real_sources, load_codelists
from flows.errors import WrongUseError
from flows.reading import Reading, all_facts
from transforms.codelists import Codelists
from transforms.extraction import extract
from transforms.model import DocumentFacts, Extraction, Reject
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
    """A set as read and judged; ``kinds`` says of each document what kind of text it is."""

    gold: GoldSet
    digest: str
    levels: tuple[Score[Level], ...]
    movements: tuple[Score[Movement], ...]
    kinds: Mapping[str, str]

    def figures(self) -> dict[str, float]:
        """The figures that have floors, cut (not rounded) after four digits."""
        found = {f"level_{level}": level_figures(self.levels, level).f1 for level in (1, 2, 3)}
        found["changes_found"] = movement_figures(self.movements, whole=False).f1
        found["changes_right"] = movement_figures(self.movements, whole=True).f1
        return {name: cut(value) for name, value in found.items()}


def cut(value: float) -> float:
    """Cut a share after four digits, so that a floor is never above what was measured."""
    return math.floor(value * _DIGITS + 1e-9) / _DIGITS


def measure(gold: GoldSet) -> Measured:
    """Read every text of a set and judge what was read.

    Raises:
        WrongUseError: an annotation or a text of the set is wrong; the message names file and line.
    """
    levels, movements = gold.read_levels(), gold.read_movements()
    codelists = for_real_sources(load_codelists())
    judged, moved, kinds = [], [], {}
    for path in gold.documents():
        facts, extraction = _read(path, codelists)
        read = [read_level(path.name, mention) for mention in extraction.mentions]
        judged.append(score_document(path.name, levels[path.name], read))
        changes = [read_movement(path.name, change) for change in extraction.changes]
        moved.append(score_document(path.name, movements[path.name], changes))
        kinds[path.name] = _kind(path.name, facts)
    return Measured(gold, gold.digest(), tuple(judged), tuple(moved), kinds)


def _read(path: Path, codelists: Codelists) -> tuple[DocumentFacts, Extraction]:
    document = read_document(path.read_bytes(), path.name)
    if isinstance(document, Reject):
        raise WrongUseError(f"{path}: {document.message}")
    meta = path.with_name(meta_name(path.name))
    given: DocumentFacts | Reject = DocumentFacts()
    if meta.is_file():
        # an annotated text may be of any day
        given = parse_meta(meta.read_bytes(), path.name, date.max, codelists.by_gss)
    if isinstance(given, Reject):
        raise WrongUseError(f"{meta}: {given.message}")
    said = Reading(None, 0, document.page_starts, document.title, document.published_on, document.publisher, None)
    facts = all_facts(given, said)
    return facts, extract(document.text, facts, codelists, document.page_starts)


def _kind(doc: str, facts: DocumentFacts) -> str:
    prefix = doc.partition("_")[0]
    if prefix in _KINDS:
        return _KINDS[prefix]
    return (facts.doc_type or "article without meta file").replace("_", " ")
