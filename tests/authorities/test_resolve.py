"""Whose number a number is. The texts are written for the tests and their figures are invented."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.authorities.marked import resolve_all, shown, unmark
from transforms.authorities import AuthorityIndex, AuthorityResolver, document_authority
from transforms.model import DocumentFacts

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("marked", [case["text"] for case in CASES["several"]])
def test_texts_on_several_councils(index: AuthorityIndex, marked: str) -> None:
    text, numbers = unmark(marked)
    found = resolve_all(index, text, numbers, date(2022, 5, 5), None, None)
    assert [(each.surface, shown(index, one)) for each, one in zip(numbers, found, strict=True)] == [
        (each.surface, each.wanted) for each in numbers
    ]


@pytest.mark.parametrize(("name", "marked"), [(case["about"], case["text"]) for case in CASES["one"]])
def test_texts_on_one_council(index: AuthorityIndex, name: str, marked: str) -> None:
    text, numbers = unmark(marked)
    on = date(2022, 5, 5)
    meta = index.code_on(index.codes([name]), on)[0]
    found = resolve_all(index, text, numbers, on, None, meta)
    assert [(each.surface, shown(index, one)) for each, one in zip(numbers, found, strict=True)] == [
        (each.surface, each.wanted) for each in numbers
    ]
    for one in found:
        assert one.is_other == (one.kind == "authority" and one.gss not in (None, meta))


def test_a_district_is_a_scope_within_its_county(index: AuthorityIndex) -> None:
    text, numbers = unmark(
        "A social worker in Broadland has {19|} cases; in Norwich and Breckland it is {22|} and {17|} respectively."
    )
    found = resolve_all(index, text, numbers, date(2016, 1, 1), None, "E10000020")
    assert [(one.gss, one.scope) for one in found] == [
        ("E10000020", "Broadland"),
        ("E10000020", "Norwich"),
        ("E10000020", "Breckland"),
    ]


def test_number_spans_of_the_caller_are_used(index: AuthorityIndex) -> None:
    text = "In June 2021 nationally in the year to 31 March 2021 it was 13%"
    spans = [(0, 12), (text.index("the year"), text.index(" it was")), (text.index("13%"), len(text))]
    resolver = AuthorityResolver(text, index.find(text, date(2022, 1, 1)), "E08000035", index, spans)
    assert resolver.resolve(*spans[-1], (0, len(text))).kind == "national"


def test_nothing_is_made_up_where_no_council_is_named(index: AuthorityIndex) -> None:
    text, numbers = unmark("The county council has {40|} teams. England has a rate of {60|}.")
    assert [one.gss for one in resolve_all(index, text, numbers, None, None, None)] == [None, None]


@given(st.text(alphabet=st.sampled_from("Leds KntBrafo12,. \n|\"“”'%"), max_size=200))
def test_any_text_can_be_resolved(index: AuthorityIndex, text: str) -> None:
    mentions = index.find(text, None)
    document = document_authority(text, DocumentFacts(), index, mentions)
    for meta in (document, "E08000035"):
        resolver = AuthorityResolver(text, mentions, meta, index)
        for at in range(0, len(text), 7):
            found = resolver.resolve(at, min(at + 2, len(text)), (0, len(text)))
            assert found.kind in ("authority", "national", "comparator", "region")
            assert found.gss is None or found.gss in index.by_gss
