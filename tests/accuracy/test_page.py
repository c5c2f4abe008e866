"""The page of figures is what the command makes of the code as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from flows.accuracy.__main__ import PAGE
from flows.accuracy.page import benchmark_line, glance_line, render_page, section

from .conftest import ROOT

MEND = "docs/accuracy.md is stale: run `python -m flows.accuracy --page`"


def test_the_page_holds_the_figures_of_every_set_that_is_there(everything):
    sets, others = everything
    page = (ROOT / PAGE).read_text(encoding="utf-8")
    parts = [part for one in sets for part in (section(one), glance_line(one))]
    parts += map(benchmark_line, others)
    # no bare assert: it would print two pages
    if any(part not in page for part in parts):
        pytest.fail(MEND)


def test_with_all_sets_there_the_page_is_exactly_what_the_command_writes(everything, shared):
    if (ROOT / PAGE).read_text(encoding="utf-8") != render_page(*everything):
        pytest.fail(MEND)


def test_the_section_of_a_held_out_set_names_no_error(everything):
    sets, _ = everything
    held_out = [section(one) for one in sets if one.gold.held_out]
    assert held_out
    assert all("| Error |" not in text and "is not listed" in text for text in held_out)


def test_every_table_of_a_section_counts_the_same_numbers(everything):
    for one in everything[0]:
        if not one.levels:
            continue
        tables = tables_of(section(one))
        (read,) = {int(row[2]) for row in tables[""] if row[0] == "Numbers, level 1"}
        (annotated,) = {int(row[1]) for row in tables[""] if row[0] == "Numbers, level 1"}
        assert sum(int(row[1]) for row in tables["Confidence"]) == read
        for name, column, total in (
            ("Kind", 2, annotated),
            ("Kind", 3, read),
            ("Metric", 1, annotated),
            ("Metric", 2, read),
        ):
            assert sum(int(row[column]) for row in tables[name]) == total, name
        assert sum(int(row[1]) for row in tables["Kind"]) == len(one.levels)


def test_the_table_of_events_counts_the_same_events(everything):
    counted = 0
    for one in everything[0]:
        tables = tables_of(section(one))
        found = next(row for row in tables[""] if row[0] == "Events, found")
        assert [sum(int(row[column]) for row in tables["Event"]) for column in (1, 2)] == [int(x) for x in found[1:3]]
        assert sum(int(row[1]) for row in tables["Event's confidence"]) == int(found[2])
        counted += int(found[1])
    assert counted


def test_of_what_is_not_annotated_the_page_says_nothing(everything):
    alone = next(one for one in everything[0] if one.gold.name == "events")
    assert set(tables_of(section(alone))) == {"", "event's authority", "Event", "Event's confidence"}
    bare = replace(next(one for one in everything[0] if one.gold.name == "development"), events=())
    assert "Event" not in section(bare)
    assert glance_line(bare).endswith("| - | - | - |")


def tables_of(text: str) -> dict[str, list[list[str]]]:
    """The tables of a page by the head of their first column, their lines as cells."""
    found: dict[str, list[list[str]]] = {}
    for table in text.split("\n\n"):
        if table.lstrip().startswith("|"):
            head, _, *rows = [[cell.strip() for cell in line[1:-1].split("|")] for line in table.strip().splitlines()]
            found[head[0]] = rows
    return found
