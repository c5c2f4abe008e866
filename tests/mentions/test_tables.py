"""Rows of small flattened tables; the figures are invented."""

from __future__ import annotations

import pytest

from tests.mentions.bound import bound, masked, rules
from transforms.mentions.tables import read_row


@pytest.mark.parametrize(
    ("row", "metric", "cells"),
    [
        ("Children looked after | 512 | 498", "children_looked_after", ["512", "498"]),
        ("| Children looked after | 512 | 498 |", "children_looked_after", ["512", "498"]),
        ("Children looked after 512 498", "children_looked_after", ["512", "498"]),
        ("Care leavers in touch | 88% (85%) | 91%", "care_leavers_in_touch_share", ["88%", "85%", "91%"]),
        ("Care leavers in touch; 88%; 91%", "care_leavers_in_touch_share", ["88%", "91%"]),
        ("Care leavers in touch: 88%; 91%", "care_leavers_in_touch_share", ["88%", "91%"]),
        ("Agency social workers (%) 22 18 16", "agency_worker_rate", ["22", "18", "16"]),
        ("Agency social workers (%) | 22 | 18", "agency_worker_rate", ["22", "18"]),
        ("Percentage of reviews on time | 94 | 91", "reviews_timely_share", ["94", "91"]),
        ("Children in care per 10,000 | 81 | 64", "children_looked_after_rate", ["81", "64"]),
        ("Rate of child protection plans per 10,000; 48; 43", "child_protection_plans_rate", ["48", "43"]),
        ("Vacancy rate | n/a | 12% | -", "vacancy_rate", ["12%"]),
        ("Cases per social worker | 18 | 15", "caseload_per_social_worker", ["18", "15"]),
        ("Cases per reviewing officer | 70 | 66", "caseload_per_iro", ["70", "66"]),
        ("Overspend | £3m | £2m", "overspend", ["£3m", "£2m"]),
    ],
)
def test_the_label_says_what_every_cell_is(row: str, metric: str, cells: list[str]) -> None:
    assert bound(row) == [(cell, metric) for cell in cells]
    assert all(rule.endswith(".row") for rule in rules(row))


@pytest.mark.parametrize(
    "row",
    [
        "Apples | 512 | 498",
        "Area | 2018 | 2019",
        "512 | 498",
        "| 512 | 498 |",
        "School places 12 14",
        "Children looked after | high | low",
    ],
)
def test_a_row_of_something_else_states_nothing(row: str) -> None:
    assert bound(row) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Caseloads fell from 24 to 17.",
        "The council has 30 vacancies; 12 are old.",
        "Vacancies: 30",
        "It was; 12",
        "",
        "x" * 700 + " | 12 | 13",
    ],
)
def test_a_sentence_is_no_row(sentence: str) -> None:
    assert read_row(masked(sentence)) is None


def test_cells_of_two_kinds_are_bound_each_by_its_own() -> None:
    assert bound("Children living outside the area | 120 | 31%") == [
        ("120", "cla_outside_area"),
        ("31%", "cla_outside_area_share"),
    ]


def test_the_heading_completes_the_label() -> None:
    text = "Children looked after who live\nWith foster families | 310 | 290\nWith parents | 44 | 41"
    assert [metric for _, metric in bound(text)] == ["cla_foster_families"] * 2 + ["cla_with_parents"] * 2


def test_a_column_of_those_outside() -> None:
    text = "Placements | Number | Outside the city\nFoster families | 372 | 171\nChildren's homes | 44 | 20"
    assert bound(text) == [
        ("372", "cla_foster_families"),
        ("171", "cla_group_outside_area"),
        ("44", "cla_childrens_homes"),
        ("20", "cla_group_outside_area"),
    ]
    shares = "Placements | Number | % outside the city\nFoster families | 372 | 46"
    assert bound(shares)[-1] == ("46", "cla_group_outside_area_share")


def test_a_table_as_web_pages_give_it() -> None:
    text = "| Measure | England | Anyshire | \n|---|---|---|\n| Vacancy rate | 12% | 9% | \n| Turnover | 15% | 11% | \n"
    assert [metric for _, metric in bound(text)] == ["vacancy_rate"] * 2 + ["turnover_rate"] * 2


@pytest.mark.parametrize("words", ["This is an increase from", "They are down from"])
def test_words_that_end_in_a_preposition_are_no_label(words: str) -> None:
    assert read_row(masked(f"{words} 169 (39.5 per 10,000).")) is None
