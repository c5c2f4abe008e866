from __future__ import annotations

from datetime import date

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from expectations import rules as r
from expectations.sql import columns_of, concerned_rows, failing_rows, identifier, literal, predicate

NAMED = {"name": "n", "description": "d"}
text = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"))


@given(text)
def test_literal_and_identifier_keep_any_text(value):
    with duckdb.connect() as con:
        result = con.sql(f"SELECT {literal(value)} AS {identifier('c' + value)}")
        assert result.fetchall() == [(value,)]
        assert result.columns == ["c" + value]


@pytest.mark.parametrize("value", [True, False, 3, -2.5, 1e300, 0.1])
def test_literal_keeps_numbers_and_truth(value):
    with duckdb.connect() as con:
        kind = "BOOLEAN" if isinstance(value, bool) else "DOUBLE"
        assert con.execute(f"SELECT {literal(value)}::{kind}").fetchone() == (value,)


def failing(rule: r.Rule, column_type: str, values: list[object]) -> list[int]:
    with duckdb.connect() as con:
        con.execute(f"CREATE TABLE t (_row BIGINT, a {column_type}, b {column_type})")
        rows = [
            (number, *(value if isinstance(value, tuple) else (value, None))) for number, value in enumerate(values)
        ]
        con.executemany("INSERT INTO t VALUES (?, ?, ?)", rows)
        return [row for (row,) in con.execute(failing_rows(rule, "t", date(2026, 3, 31))).fetchall()]


@pytest.mark.parametrize(
    ("rule", "column_type", "values", "expected"),
    [
        (r.Between(column="a", minimum=0, maximum=1, **NAMED), "DOUBLE", [0.0, 1.0, -0.1, 1.1, None], [2, 3]),
        (r.Between(column="a", **NAMED), "DOUBLE", [0.0, float("nan"), float("inf"), float("-inf"), None], [1, 2, 3]),
        (r.Between(column="a", minimum=0, above_minimum=True, **NAMED), "DOUBLE", [0.0, 1e-9, None], [0]),
        (r.Whole(column="a", **NAMED), "DOUBLE", [3.0, 3.5, -2.0, None], [1]),
        (r.Length(column="a", minimum=1, maximum=2, **NAMED), "VARCHAR", ["", "é", "👧🏽", "abc", None], [0, 3]),
        (r.Matches(column="a", pattern="[0-9]{3}", **NAMED), "VARCHAR", ["123", "1234", "123\n", None], [1, 2]),
        (r.OneOf(column="a", values=("x", "y"), **NAMED), "VARCHAR", ["x", "X", "", None], [1, 2]),
        (r.Unique(column="a", **NAMED), "VARCHAR", ["x", "y", "x", None, None], [0, 2]),
        (r.NotAfterAsOf(column="a", **NAMED), "DATE", [date(2026, 3, 31), date(2026, 4, 1), None], [1]),
        (r.Ordered(low="a", high="b", **NAMED), "DOUBLE", [(1, 2), (2, 2), (3, 2), (None, 2), (3, None)], [2]),
        (r.Equal(left="a", right="b", **NAMED), "VARCHAR", [("x", "x"), ("x", "y"), (None, "y")], [1]),
        (
            r.Holds(column="a", part="b", **NAMED),
            "VARCHAR",
            [("two \n teams", "two teams"), ("%", "_"), ("a", None)],
            [1],
        ),
        (r.NotNull(column="a", where=(r.Where("b", "null"),), **NAMED), "VARCHAR", [(None, "y"), (None, None)], [1]),
        (r.IsNull(column="a", where=(r.Where("b", values=("y",)),), **NAMED), "VARCHAR", [("x", "y"), ("x", "z")], [0]),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, r.Rule) else "",
)
def test_failing_rows(rule, column_type, values, expected):
    assert failing(rule, column_type, values) == expected


def test_condition_limits_the_rows_concerned():
    rule = r.IsNull(column="a", where=(r.Where("b", values=("y", "z")), r.Where("a", "not_null")), **NAMED)
    with duckdb.connect() as con:
        con.execute(
            "CREATE TABLE t AS SELECT * FROM (VALUES ('x', 'y'), (NULL, 'y'), ('x', 'q'), ('x', 'z')) AS v(a, b)"
        )
        assert con.execute(concerned_rows(rule, "t")).fetchone() == (2,)


def test_rules_that_one_row_cannot_decide_are_no_predicate():
    assert predicate(r.Unique(column="a", **NAMED)) is None
    assert predicate(r.Resolves(column="a", table="t", key="k", **NAMED)) is None
    assert predicate(r.NotAfterAsOf(column="a", **NAMED)) is None
    assert predicate(r.Ordered(low="a", high="b", **NAMED), outside={"b"}) is None
    assert predicate(r.Ordered(low="a", high="b", level="warning", **NAMED)) is None
    assert predicate(r.Ordered(low="a", high="b", **NAMED)) == '"a" <= "b"'


def test_unknown_kind_of_rule_and_missing_date_are_errors():
    with pytest.raises(TypeError, match="rule 'n' is of the kind Rule"):
        columns_of(r.Rule(**NAMED))
    with pytest.raises(ValueError, match="rule n needs the as-of date"):
        failing_rows(r.NotAfterAsOf(column="a", **NAMED), "t")
