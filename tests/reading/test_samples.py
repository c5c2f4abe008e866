"""The sample articles: what they must be for a first run to show every kind of document."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from expectations.codes import DOC_TYPES, REJECT_REASONS
from transforms.codelists import FILES, Codelists, parse_codelists
from transforms.model import DocumentFacts, ReadDocument, Reject
from transforms.reading import READERS, read_document
from transforms.reading.meta import meta_name, parse_meta

CODELISTS = Path(__file__).resolve().parents[2] / "transforms" / "codelists"


@pytest.fixture(scope="module")
def codelists() -> Codelists:
    return parse_codelists({name: (CODELISTS / name).read_bytes() for name in FILES})


@pytest.fixture(scope="module")
def documents(articles: Path) -> dict[str, ReadDocument | Reject]:
    found = sorted(path for path in articles.iterdir() if path.suffix[1:] in READERS)
    return {path.name: read_document(path.read_bytes(), path.name) for path in found}


def test_there_is_one_of_each(documents: dict[str, ReadDocument | Reject]) -> None:
    read = {name: result for name, result in documents.items() if isinstance(result, ReadDocument)}
    refused = {name: result.reason for name, result in documents.items() if isinstance(result, Reject)}
    assert len(read) >= 20
    assert {result.media_type for result in read.values()} == {"text/plain", "text/html", "application/pdf"}
    assert refused == {
        "refused-empty-file.txt": "empty_file",
        "refused-page-without-article.html": "no_article_text",
    }
    assert set(refused.values()) <= set(REJECT_REASONS)
    assert sum(name.startswith("retold-") for name in read) == 5
    assert sum("no-metric" in name for name in read) == 2


def test_samples_are_the_length_of_a_short_article(documents: dict[str, ReadDocument | Reject]) -> None:
    for name, result in documents.items():
        if isinstance(result, ReadDocument):
            assert 120 <= len(result.text.split()) <= 400, name


def test_every_meta_file_is_sound_and_has_its_document(
    articles: Path, documents: dict[str, ReadDocument | Reject], codelists: Codelists
) -> None:
    metas = {path.name for path in articles.glob("*.meta.json")}
    assert metas <= {meta_name(name) for name in documents}
    kinds = set()
    for name in documents:
        path = articles / meta_name(name)
        if path.name not in metas:
            continue
        facts = parse_meta(path.read_bytes(), name, date(2026, 11, 21), codelists.by_gss)
        assert isinstance(facts, DocumentFacts), facts
        kinds.add(facts.doc_type)
    assert set(DOC_TYPES) - {None} == kinds


def test_invented_figures_belong_to_invented_authorities(articles: Path, codelists: Codelists) -> None:
    invented = {row.gss_code for row in codelists.sample_authorities}
    real = {row.name for row in codelists.authorities} | {row.official_name for row in codelists.authorities}
    assert not {row.name for row in codelists.sample_authorities} & real
    for path in sorted(articles.glob("*.meta.json")):
        authority = json.loads(path.read_text("utf-8"))["authority"]
        if path.name.startswith("retold-"):
            assert authority is None or authority not in invented, path.name
        else:
            assert authority is None or authority in invented, path.name


def test_invented_texts_name_no_real_council(documents: dict[str, ReadDocument | Reject], codelists: Codelists) -> None:
    named = re.compile(rf"\b(?:{'|'.join(sorted(re.escape(row.official_name) for row in codelists.authorities))})\b")
    for name, result in documents.items():
        if isinstance(result, ReadDocument) and not name.startswith("retold-"):
            assert not named.search(result.text), name
