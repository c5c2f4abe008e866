"""The meta file beside a data file."""

from __future__ import annotations

import json
from datetime import date

import pytest

from transforms.model import Reject
from transforms.statistics import Issue, parse_issue

DAY = date(2026, 1, 31)


def parse(**keys):
    return parse_issue(json.dumps(keys).encode("utf-8"), "a/b.csv", DAY)


def test_what_is_stated_is_taken():
    assert parse() == Issue()
    assert parse(vintage=" 2024 revised ", published_on="2025-10-30", url=None) == Issue(
        "2024 revised", date(2025, 10, 30)
    )
    assert parse(url="https://example.org/b.csv").url == "https://example.org/b.csv"


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ({"vintage": 2024}, "meta_value"),
        ({"vintage": " "}, "meta_value"),
        ({"vintage": "20\n24"}, "meta_value"),
        ({"title": "Children in need"}, "meta_key"),
        ({"published_on": "30 October 2025"}, "meta_value"),
        ({"published_on": "2026-02-01"}, "future_date"),
        ({"url": "example.org"}, "meta_value"),
    ],
)
def test_what_is_wrong_refuses_the_file(keys, reason):
    found = parse(**keys)
    assert isinstance(found, Reject)
    assert found.reason == reason
    assert "a/b.meta.json" in found.message


@pytest.mark.parametrize("data", [b"[]", b"{", b"\xff", b'{"url": null, "url": null}'])
def test_a_meta_file_that_is_no_object_is_refused(data):
    found = parse_issue(data, "a/b.csv", DAY)
    assert isinstance(found, Reject)
    assert found.reason == "bad_meta"
