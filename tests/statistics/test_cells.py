"""What a cell says: a number, a symbol, or nothing that is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from expectations.codes import STATISTIC_STATUSES
from transforms.statistics.cells import Cell, read_cell


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("756120", 756120.0), ("0", 0.0), ("1,234", 1234.0), ("12,183,016", 12183016.0), ("22.6", 22.6),
        (" 41 ", 41.0), ("-3", -3.0), ("7e+04", 70000.0), ("1E5", 100000.0), ("1,234.5", 1234.5),
    ],
)  # fmt: skip
def test_numbers(text, value):
    assert read_cell(text, "count") == Cell(value, None)


@pytest.mark.parametrize("symbol", STATISTIC_STATUSES)
def test_a_symbol_is_neither_number_nor_null(symbol):
    assert read_cell(symbol, "count") == Cell(None, symbol)


@pytest.mark.parametrize("text", ["22.6%", "22.6 %", "22.6"])
def test_a_percentage_may_have_its_sign(text):
    assert read_cell(text, "percent") == Cell(22.6, None)


@pytest.mark.parametrize(
    "text", ["", " ", ":", "~", "n/a", "C", "Low", "12%", "1,23", "1 234", "12.", ".5", "nan", "inf", "£3", "1e999"]
)
def test_anything_else_is_not_known(text):
    assert read_cell(text, "count") is None


@given(st.integers(0, 10**9))
def test_a_count_reads_as_itself_with_and_without_commas(number):
    assert read_cell(str(number), "count") == read_cell(f"{number:,}", "count") == Cell(float(number), None)


@given(st.text(max_size=12))
def test_a_cell_never_has_both_or_neither(text):
    cell = read_cell(text, "percent")
    assert cell is None or (cell.value is None) != (cell.status is None)
