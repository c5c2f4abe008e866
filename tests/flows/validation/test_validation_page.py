from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from expectations.tables import TABLES
from flows.validate import validate_release
from flows.validation_page import MOST_REJECTS, render_validation_page


class Page(HTMLParser):
    """Tags with their attributes, text outside the style sheet, and tags left open."""

    VOID = frozenset({"meta", "br"})

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.fixture
def hostile(sound_rows, to_tables, in_sql):
    """A result with a refused row whose quote is markup."""
    rows = deepcopy(sound_rows)
    rows["mentions"][0] |= {"surface": "<b>4</b>", "quote": "<script>alert('1')</script> & \"more\""}
    rows["articles"][0]["doc"] = "a/<img src=x>.txt"
    return validate_release(to_tables(rows), in_sql)


def test_page_escapes_all_and_loads_nothing(hostile):
    page = Page(render_validation_page(hostile, 'Release <1> & "2"'))
    assert page.open == []
    assert {tag for tag, _ in page.tags}.isdisjoint({"script", "img", "link", "iframe", "a", "b"})
    for _, attributes in page.tags:
        assert not {"src", "href", "onclick"} & set(attributes)
    assert "<script>alert('1')</script> & \"more\"" in page.text
    assert "a/<img src=x>.txt" in page.text
    assert 'Release <1> & "2"' in page.text


def test_verdict_comes_first(sound_rows, to_tables, in_sql, hostile):
    sound_rows["rejects"] = []
    good = Page(render_validation_page(validate_release(to_tables(sound_rows), in_sql), "R")).text
    refused = replace(hostile, refused="mentions: volume_not_collapsed: press has 1 mentions, the last release had 9")
    assert (
        "R Passed, with something to look at 1 refused document; 4 refused rows; "
        in Page(render_validation_page(hostile, "R")).text
    )
    bad = Page(render_validation_page(refused, "R")).text
    assert "Release refused mentions: volume_not_collapsed: press has 1 mentions" in bad
    assert bad.index("Release refused") < bad.index("Failed checks") < bad.index("All checks")
    assert "the last release stays as it is" in bad
    assert "R Passed every row of every table meets every rule. 4" in good


def test_failed_checks_name_rule_rows_and_what_follows(hostile):
    text = Page(render_validation_page(hostile, "R")).text
    failed = text[text.index("Failed checks") : text.index("All checks")]
    assert "rows to rejects mentions quote_holds_surface the quote holds the surface 1 of 10 m1" in failed
    assert "read empty_file" in failed
    for name, table in TABLES.items():
        assert name in text[text.index("All checks") :]
        for rule in table.rules():
            assert rule.name in text


def test_all_rejects_are_counted_though_not_all_are_shown(sound_rows, to_tables, in_sql):
    first = sound_rows["rejects"][0]
    sound_rows["rejects"] = [first | {"reject_id": f"r{number}"} for number in range(MOST_REJECTS + 7)]
    text = Page(render_validation_page(validate_release(to_tables(sound_rows), in_sql), "R")).text
    assert f"{MOST_REJECTS + 7} refused documents" in text
    assert "7 more in the table rejects" in text


def test_page_of_missing_tables_can_be_rendered(in_sql):
    result = validate_release({}, in_sql)
    assert result.refused is not None
    text = Page(render_validation_page(result, "R")).text
    assert "the table is missing" in text


def test_same_result_gives_the_same_page(hostile):
    assert render_validation_page(hostile, "R") == render_validation_page(hostile, "R")
