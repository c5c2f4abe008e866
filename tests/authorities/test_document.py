"""The authority that a document is about."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.authorities import AuthorityIndex, document_authority
from transforms.model import DocumentFacts


@pytest.mark.parametrize(
    ("facts", "text", "code"),
    [
        (DocumentFacts(authority="E10000020"), "Leeds and Leeds again", "E10000020"),
        (DocumentFacts(authority="E10000027", published_on=date(2024, 1, 1)), "", "E06000066"),
        (DocumentFacts(authority="E06000066", published_on=date(2016, 1, 1)), "", "E10000027"),
        (DocumentFacts(authority="E08000019", published_on=date(2025, 6, 1)), "", "E08000039"),
        (DocumentFacts(authority="E07000148"), "", "E10000020"),
        (DocumentFacts(authority="X1"), "Leeds City Council met.", "E08000035"),
        (DocumentFacts(publisher="Leeds City Council"), "Children in Bradford and Bradford", "E08000035"),
        (DocumentFacts(publisher="Bradford Telegraph", title="Leeds acts"), "Work in Leeds goes on.", "E08000035"),
        (DocumentFacts(title="Leeds and Bradford compared"), "Leeds Leeds Leeds. Bradford.", None),
        (DocumentFacts(title="Costs rise"), "Kent County Council said so. In Kent. Medway differs.", "E10000016"),
        (DocumentFacts(title="Costs rise"), "Kent differs from Essex.", None),
        (DocumentFacts(title="Costs rise"), "The county council has teams.", None),
        (DocumentFacts(title="Hope in Norwich"), "Families in Norwich were pleased.", "E10000020"),
        (
            DocumentFacts(title="Kent steps in to rescue Medway"),
            "Medway met. Medway. Medway again. Kent helped.",
            "E06000035",
        ),
        (
            DocumentFacts(title="Wight: Kent steps in for Island"),
            "Isle of Wight. The Island. Island again.",
            "E06000046",
        ),
        (DocumentFacts(), "Leeds\n\nIt has 12.\n\nYork\n\nIt has 13.", None),
        (DocumentFacts(), "Leeds turns a corner\n\nA team from Kent County Council helped.", "E08000035"),
    ],
)
def test_document_authority(index: AuthorityIndex, facts: DocumentFacts, text: str, code: str | None) -> None:
    assert document_authority(text, facts, index) == code
