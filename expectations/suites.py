"""The Great Expectations suite of each table, rendered from its declaration, and how it is run on a frame.

Great Expectations is imported inside the functions: the import takes three seconds and most commands do not need it.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from expectations import rules as r
from expectations.schema import Table
from expectations.sql import ROW

if TYPE_CHECKING:
    import pandas as pd
    from great_expectations import ExpectationSuite
    from great_expectations.expectations.expectation import Expectation
    from great_expectations.expectations.row_conditions import Condition

LARGEST = sys.float_info.max
"""End of a range that is open: an expectation needs at least one end, and infinity must fail."""


class SuiteError(RuntimeError):
    """An expectation could not be evaluated, which is no failed row but an error of declaration or engine."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many rows a rule was for, and the numbers (column ``_row``) of those that break it, in order."""

    checked: int
    failed: tuple[int, ...]


def build_suite(table: Table, as_of: date, *, derived: bool = True) -> ExpectationSuite:
    """Return the suite of ``table``: one expectation per rule, with the rule's name in its meta.

    Its frame has the table's columns, those looked up (``Table.lookups``), and for each reference the key as found in
    the table referred to (``found_key``): a set of all keys inside the suite would be copied with every expectation.
    """
    import_great_expectations()
    from great_expectations import ExpectationSuite

    expectations = [_expectation(rule, as_of) for rule in table.rules(derived=derived)]
    return ExpectationSuite(name=table.name, expectations=expectations)


def found_key(column: str) -> str:
    """Return the name of the frame's column with the key that ``column`` names, null where there is none."""
    return f"{column}_found"


def run_suite(suite: ExpectationSuite, frame: pd.DataFrame) -> dict[str, Outcome]:
    """Run ``suite`` on ``frame`` (which has the column ``_row``) and return the outcome of each rule by its name.

    The failing rows are asked for in a second pass over the failing expectations alone, which halves the time of a
    sound night. Raises SuiteError where an expectation could not be evaluated.
    """
    gx = import_great_expectations()
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    asset = context.data_sources.add_pandas("frames").add_dataframe_asset(suite.name)
    batch = asset.add_batch_definition_whole_dataframe("whole").get_batch({"dataframe": frame})
    first = _results(batch, suite, {"result_format": "BASIC"})
    outcomes = {rule: Outcome(int(result.result["element_count"]), ()) for rule, result in first.items()}
    failing = [one for one in suite.expectations if one.meta is not None and not first[one.meta["rule"]].success]
    if failing:
        again = gx.ExpectationSuite(name=suite.name, expectations=failing)
        whole = {"result_format": "COMPLETE", "unexpected_index_column_names": [ROW]}
        for rule, result in _results(batch, again, whole).items():
            rows = tuple(sorted({int(entry[ROW]) for entry in result.result.get("unexpected_index_list") or ()}))
            if not rows:
                raise SuiteError(f"table {suite.name}, rule {rule}: fails but names no row")
            outcomes[rule] = Outcome(outcomes[rule].checked, rows)
    return outcomes


def _results(batch: Any, suite: ExpectationSuite, result_format: dict[str, Any]) -> dict[str, Any]:
    """Return the result of each expectation by its rule's name; SuiteError where one was not evaluated."""
    found = {}
    for result in batch.validate(suite, result_format=result_format).results:
        rule = result.expectation_config.meta["rule"]
        info = result.exception_info or {}
        # one record, or one per metric
        for one in [info] if "raised_exception" in info else info.values():
            if one.get("raised_exception"):
                reason = one.get("exception_message")
                raise SuiteError(
                    f"table {suite.name}, rule {rule}: not evaluated: {reason}; mend the rule or the engine"
                )
        found[rule] = result
    return found


def import_great_expectations() -> Any:
    """Return the module great_expectations, imported with its analytics switched off."""
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    import great_expectations

    return great_expectations


def _expectation(rule: r.Rule, as_of: date) -> Expectation:
    from expectations import custom_expectations as own

    shipped = import_great_expectations().expectations
    name, arguments = expectation_of(rule, as_of)
    made: Expectation = getattr(own if hasattr(own, name) else shipped, name)(
        meta={"rule": rule.name, "level": rule.level},
        notes=rule.description,
        severity="critical" if rule.level == "row" else "warning",
        row_condition=_condition(rule.where),
        **arguments,
    )
    return made


def expectation_of(rule: r.Rule, as_of: date) -> tuple[str, dict[str, Any]]:
    """Return the name of the expectation that says ``rule``, and its arguments."""
    match rule:
        case r.NotNull(column=column):
            return "ExpectColumnValuesToNotBeNull", {"column": column}
        case r.IsNull(column=column):
            return "ExpectColumnValuesToBeNull", {"column": column}
        case r.Unique(column=column):
            return "ExpectColumnValuesToBeUnique", {"column": column}
        case r.OneOf(column=column, values=values):
            return "ExpectColumnValuesToBeInSet", {"column": column, "value_set": list(values)}
        case r.Between() | r.NotAfterAsOf():
            return "ExpectColumnValuesToBeBetween", _range(rule, as_of)
        case r.Matches(column=column, pattern=pattern):
            return "ExpectColumnValuesToMatchRegex", {"column": column, "regex": rf"\A(?:{pattern})\Z"}
        case r.Length(column=column, minimum=least, maximum=most):
            sizes = {"min_value": least, "max_value": most}
            return "ExpectColumnValueLengthsToBeBetween", {"column": column, **sizes}
        case r.Whole(column=column):
            return "ExpectColumnValuesToBeWhole", {"column": column}
        case _:
            return _expectation_of_columns(rule)


def _expectation_of_columns(rule: r.Rule) -> tuple[str, dict[str, Any]]:
    pair = {"ignore_row_if": "either_value_is_missing"}
    match rule:
        case r.Ordered(low=low, high=high):
            columns = {"column_A": high, "column_B": low}
            return "ExpectColumnPairValuesAToBeGreaterThanB", {**columns, "or_equal": True, **pair}
        case r.Resolves(column=column):
            columns = {"column_A": column, "column_B": found_key(column)}
            return "ExpectColumnPairValuesToBeEqual", {**columns, "ignore_row_if": "both_values_are_missing"}
        case r.Equal(left=left, right=right):
            return "ExpectColumnPairValuesToBeEqual", {"column_A": left, "column_B": right, **pair}
        case r.Holds(column=column, part=part):
            return "ExpectColumnPairAToHoldB", {"column_A": column, "column_B": part, **pair}
        case r.SpanFits(text=text, start=start, end=end):
            return "ExpectSpanToFitText", {"column_list": [text, start, end], "ignore_row_if": "any_value_is_missing"}
        case _:
            raise TypeError(f"rule {rule.name!r} is of the kind {type(rule).__name__}, which has no expectation")


def _range(rule: r.Between | r.NotAfterAsOf, as_of: date) -> dict[str, Any]:
    if isinstance(rule, r.NotAfterAsOf):
        midnight = datetime.combine(as_of, time.min)
        return {"column": rule.column, "max_value": midnight}
    low = -LARGEST if rule.minimum is None else rule.minimum
    high = LARGEST if rule.maximum is None else rule.maximum
    return {"column": rule.column, "min_value": low, "max_value": high, "strict_min": rule.above_minimum}


def _condition(where: tuple[r.Where, ...]) -> Condition | None:
    from great_expectations.expectations.row_conditions import Column

    whole: Condition | None = None
    for one in where:
        column = Column(one.column)
        part: Condition
        if one.is_a == "null":
            part = column.is_null()
        elif one.is_a == "not_null":
            part = column.is_not_null()
        elif len(one.values) == 1:
            part = column == one.values[0]
        else:
            part = column.is_in(one.values)
        whole = part if whole is None else whole & part
    return whole
