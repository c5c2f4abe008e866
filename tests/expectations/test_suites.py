from __future__ import annotations

import subprocess
import sys
from datetime import date

import pandas as pd
import pytest

from expectations import rules as r
from expectations.schema import Column, Table
from expectations.suites import Outcome, SuiteError, build_suite, expectation_of, run_suite
from expectations.tables import TABLES

AS_OF = date(2026, 3, 31)


def test_suite_has_one_readable_expectation_per_rule():
    table = TABLES["mentions"]
    suite = build_suite(table, AS_OF)
    by_rule = {one.meta["rule"]: one for one in suite.expectations}
    assert list(by_rule) == [rule.name for rule in table.rules()]
    assert all(one.notes for one in suite.expectations)
    percent = by_rule["value_percent_0_to_100"]
    assert type(percent).__name__ == "ExpectColumnValuesToBeBetween"
    assert (percent.column, percent.min_value, percent.max_value) == ("value", 0, 100)
    assert repr(percent.row_condition) == "unit == percent"
    caseload = by_rule["caseload_positive"]
    assert (caseload.min_value, caseload.strict_min) == (0, True)
    assert type(by_rule["mention_id_unique"]).__name__ == "ExpectColumnValuesToBeUnique"
    assert by_rule["role_known"].value_set == list(table.column("role").codes)
    period = by_rule["period_in_order"]
    assert (period.column_A, period.column_B, period.or_equal) == ("period_end", "period_start", True)
    assert type(by_rule["quote_holds_surface"]).__name__ == "ExpectColumnPairAToHoldB"
    assert by_rule["authority_begun"].severity == "warning"


def test_published_on_is_held_against_the_as_of_date():
    (rule,) = (rule for rule in TABLES["articles"].rules() if rule.name == "published_on_not_after_as_of")
    name, arguments = expectation_of(rule, AS_OF)
    assert name == "ExpectColumnValuesToBeBetween"
    assert str(arguments["max_value"]) == "2026-03-31 00:00:00"


def test_error_of_the_engine_is_no_failed_row():
    table = Table(
        name="numbers",
        description="Numbers.",
        key="number_id",
        columns=(Column("number_id", "text", "Key."), Column("value", "number", "Value.")),
        row_rules=(r.Whole(name="whole", description="whole", column="value"),),
    )
    suite = build_suite(table, AS_OF)
    frame = pd.DataFrame({"_row": [0, 1], "number_id": ["a", "b"], "value": [1.0, 1.5]})
    assert run_suite(suite, frame)["whole"] == Outcome(checked=2, failed=(1,))
    with pytest.raises(
        SuiteError, match=r"table numbers, rule value_not_null: not evaluated: .*mend the rule or the engine"
    ):
        run_suite(suite, frame.drop(columns="value"))


def test_kind_of_rule_without_expectation_is_an_error():
    with pytest.raises(TypeError, match="rule 'n' is of the kind Rule"):
        expectation_of(r.Rule(name="n", description="d"), AS_OF)


def test_declarations_import_no_great_expectations():
    modules = "expectations.tables, expectations.suites, expectations.sql, flows.validate, flows.validation_page"
    code = f"import {modules}, sys; sys.exit('great_expectations' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
