"""Every cell of the reference of judgements, over the reports that it was made from."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from transforms.codelists import Codelists
from transforms.model import DocumentFacts, Reject
from transforms.ofsted import read_report
from transforms.reading import read_document

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
REFERENCE = SHARED / "gold" / "judgements_dev.csv"
REPORTS = SHARED / "corpus" / "ofsted"

pytestmark = pytest.mark.skipif(not REFERENCE.is_file() or not REPORTS.is_dir(), reason="the shared reports are absent")


def reference() -> dict[str, list[dict[str, str]]]:
    documents: dict[str, list[dict[str, str]]] = defaultdict(list)
    with REFERENCE.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            documents[row["doc"]].append(row)
    return documents


def cells(doc: str, codelists: Codelists) -> tuple[dict[str, str], dict[str, str]] | None:
    """The inspection's cells and the grades that are read from a report, None for a file that is none."""
    path = REPORTS / doc
    document = read_document(path.read_bytes(), path.name)
    if isinstance(document, Reject):
        return None
    facts = DocumentFacts(title=document.title, publisher=document.publisher, published_on=document.published_on)
    report = read_report(document.text, facts, codelists, document.page_starts)
    assert report is not None
    assert report.rejects == ()
    found = report.inspection
    assert found is not None
    for judgement in report.judgements:
        span = document.text[judgement.char_start : judgement.char_end]
        assert " ".join(span.split()) == judgement.quote
        assert judgement.page is not None
    told = {
        "framework": found.framework,
        "inspection_start": found.inspection_start,
        "inspection_end": found.inspection_end,
        "published_on": found.published_on,
        "lead_inspector": found.lead_inspector,
        "gss_code": found.authority,
    }
    grades = {judgement.area: judgement.grade for judgement in report.judgements}
    return {name: "" if value is None else str(value) for name, value in told.items()}, grades


def test_every_cell(codelists: Codelists) -> None:
    wrong = []
    for doc, rows in reference().items():
        grades = {row["area"]: row["grade"] for row in rows if row["area"]}
        expected = ({name: rows[0][name] for name in FIELDS}, grades) if grades else None
        found = cells(doc, codelists)
        if found != expected:
            wrong.append((doc, found, expected))
    assert wrong == []


FIELDS = ("framework", "inspection_start", "inspection_end", "published_on", "lead_inspector", "gss_code")
