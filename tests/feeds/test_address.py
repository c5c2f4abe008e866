"""Addresses: what is cut off, what is one document, what a document is called."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.feeds.address import clean, host_of, identity, likely_suffix, stem

BASE = "https://www.example.gov.uk/news/index.html"


@pytest.mark.parametrize(
    ("given_address", "cleaned"),
    [
        ("/a/b", "https://www.example.gov.uk/a/b"),
        ("story?id=3", "https://www.example.gov.uk/news/story?id=3"),
        ("//cdn.example.org/x", "https://cdn.example.org/x"),
        ("HTTPS://WWW.Example.gov.uk:443/A#top", "https://www.example.gov.uk/A"),
        ("http://example.gov.uk:8080/a", "http://example.gov.uk:8080/a"),
        ("https://example.gov.uk", "https://example.gov.uk/"),
        ("/a?utm_source=rss&id=3&utm_medium=feed&fbclid=x", "https://www.example.gov.uk/a?id=3"),
        ("/a?at_medium=RSS&at_campaign=KARANGA", "https://www.example.gov.uk/a"),
        ("/a?b=2&a=1&a=0&c", "https://www.example.gov.uk/a?b=2&a=1&a=0&c"),
        ("/web/2020/http://other.example/a//b", "https://www.example.gov.uk/web/2020/http://other.example/a//b"),
        (" /a\n/b ", "https://www.example.gov.uk/a/b"),
        ("//caf\u00e9.example/x", "https://xn--caf-dma.example/x"),
    ],
)
def test_an_address_is_made_absolute_and_loses_only_what_tracks(given_address, cleaned):
    assert clean(given_address, BASE) == cleaned


@pytest.mark.parametrize(
    "address",
    ["mailto:a@b.example", "javascript:void(0)", "file:///etc/passwd", "http://[::1", "ftp://a.example/b",
     "https://user:secret@a.example/", "http://a.example:99999/", "/" + "x" * 3000,
     "//\x08", "https://../a", "https://a b\x00.example/", "//\u00a0\u3002/"],
)  # fmt: skip
def test_what_is_no_web_address_is_none(address):
    assert clean(address, BASE) is None


def test_http_and_https_are_one_document_and_so_are_spellings_of_its_path():
    spelt = ["http://a.example/News/x%20y/", "https://a.example/News/x y", "https://a.example/News/x%20y"]
    assert len({identity(address) for address in spelt}) == 1
    assert len({stem(address) for address in spelt}) == 1


@pytest.mark.parametrize(
    "other", ["https://a.example/news/b", "https://b.example/news/a", "https://a.example/news/a?p=2"]
)
def test_other_addresses_are_other_documents(other):
    assert stem("https://a.example/news/a") != stem(other)


def test_a_name_says_host_and_words_and_never_changes():
    # a changed name would make every document of every store a new one
    assert stem("https://www.example.gov.uk/news/Caseloads%20fall.html?id=3") == (
        "www.example.gov.uk/caseloads-fall-f9d8c86bf722a44a"
    )
    assert stem("https://www.example.gov.uk/").startswith("www.example.gov.uk/")


@given(st.text(max_size=80), st.text(max_size=80))
def test_names_are_safe_and_cleaning_again_changes_nothing(path, query):
    cleaned = clean(f"/{path}?{query}", BASE)
    if cleaned is None:
        return
    assert clean(cleaned, BASE) == cleaned
    assert re.fullmatch(r"[a-z0-9.-]+/[a-z0-9-]+", stem(cleaned))
    assert len(stem(cleaned)) < 200


def test_the_suffix_is_guessed_from_the_path():
    assert likely_suffix("https://a.example/b.PDF?x=1") == ".pdf"
    assert likely_suffix("https://a.example/pdf") == ".html"
    assert host_of("https://a.example:81/b") == "a.example"
