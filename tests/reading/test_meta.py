from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from expectations.codes import REJECT_REASONS
from transforms.model import DocumentFacts, Reject
from transforms.reading.meta import KEYS, meta_name, parse_meta

AS_OF = date(2026, 11, 21)
AUTHORITIES = {"E10000027", "S99000001"}


def parse(data: bytes) -> DocumentFacts | Reject:
    return parse_meta(data, "news/a story.txt", AS_OF, AUTHORITIES)


def stated(**fields: object) -> bytes:
    return json.dumps(fields).encode()


def test_all_keys_are_read() -> None:
    data = stated(
        url="https://www.example.org/a?b=1",
        title="  Caseloads\nfall ",
        publisher="The Courier",
        published_on="2025-03-31",
        doc_type="press_release",
        authority="E10000027",
    )
    assert parse(data) == DocumentFacts(
        title="Caseloads fall",
        publisher="The Courier",
        published_on=date(2025, 3, 31),
        doc_type="press_release",
        authority="E10000027",
        url="https://www.example.org/a?b=1",
    )


def test_every_key_may_be_missing_or_null() -> None:
    assert parse(b"{}") == parse(stated(**dict.fromkeys(KEYS))) == DocumentFacts()
    assert parse(b"\xef\xbb\xbf{}") == DocumentFacts()


@pytest.mark.parametrize(
    ("data", "reason", "place"),
    [
        (b"", "bad_meta", None),
        (b"{", "bad_meta", None),
        (b"[]", "bad_meta", None),
        (b'"text"', "bad_meta", None),
        (b"\xff{}", "bad_meta", None),
        (b"[" * 200_000, "bad_meta", None),
        (b'{"url": null, "url": null}', "bad_meta", None),
        (stated(authors="x"), "meta_key", "authors"),
        (stated(Title="x"), "meta_key", "Title"),
        (stated(title=7), "meta_value", "title"),
        (stated(title=""), "meta_value", "title"),
        (stated(title="\u200b"), "meta_value", "title"),
        (b'{"title": "\\ud800"}', "meta_value", "title"),
        (stated(title="x" * 501), "meta_value", "title"),
        (stated(title={"en": "x"}), "meta_value", "title"),
        (stated(published_on="31/03/2025"), "meta_value", "published_on"),
        (stated(published_on="2025-02-30"), "meta_value", "published_on"),
        (stated(published_on="2025-03-31T10:00:00"), "meta_value", "published_on"),
        (stated(published_on="20250331"), "meta_value", "published_on"),
        (stated(published_on="1899-01-01"), "meta_value", "published_on"),
        (stated(published_on=20250331), "meta_value", "published_on"),
        (stated(published_on="2099-01-01"), "future_date", "published_on"),
        (stated(published_on="2026-11-22"), "future_date", "published_on"),
        (stated(doc_type="newspaper"), "unknown_code", "doc_type"),
        (stated(doc_type="News"), "unknown_code", "doc_type"),
        (stated(authority="Somerset"), "unknown_code", "authority"),
        (stated(authority="E10000099"), "unknown_code", "authority"),
        (stated(url="ftp://example.org"), "meta_value", "url"),
        (stated(url="www.example.org"), "meta_value", "url"),
        (stated(url="https://"), "meta_value", "url"),
        (stated(url="https://example.org/a b"), "meta_value", "url"),
        (stated(url="http://[bad"), "meta_value", "url"),
    ],
)
def test_a_bad_file_is_refused_by_name_and_key(data: bytes, reason: str, place: str | None) -> None:
    reject = parse(data)
    assert isinstance(reject, Reject)
    assert (reject.stage, reject.reason, reject.place) == ("read", reason, place)
    assert reject.reason in REJECT_REASONS
    assert reject.doc == "news/a story.txt"
    assert "news/a story.meta.json" in reject.message
    if place is not None:
        assert repr(place) in reject.message


def test_the_day_of_the_release_itself_is_allowed() -> None:
    facts = parse(stated(published_on="2026-11-21"))
    assert isinstance(facts, DocumentFacts)
    assert facts.published_on == AS_OF


@pytest.mark.parametrize(
    ("doc", "name"),
    [
        ("a.txt", "a.meta.json"),
        ("a.b/c.d.pdf", "a.b/c.d.meta.json"),
        ("it’s “here” .html", "it’s “here” .meta.json"),
    ],
)
def test_the_meta_file_lies_beside_its_document(doc: str, name: str) -> None:
    assert meta_name(doc) == name


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(
    st.binary()
    | st.dictionaries(st.sampled_from(KEYS) | st.text(), json_values).map(lambda value: json.dumps(value).encode())
)
def test_no_file_raises(data: bytes) -> None:
    result = parse(data)
    assert isinstance(result, DocumentFacts | Reject)
    if isinstance(result, Reject):
        assert result.message.encode("utf-8")
