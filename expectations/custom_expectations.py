"""Expectations that Great Expectations does not ship: whole numbers, a quote that holds its surface, a fitting span.

Importing this module imports Great Expectations, which takes seconds; suites.py does so inside its functions only.
"""

from __future__ import annotations

from typing import Any, ClassVar, Literal

import numpy as np
import pandas as pd
from great_expectations.execution_engine.pandas_execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import (
    ColumnMapExpectation,
    ColumnPairMapExpectation,
    MulticolumnMapExpectation,
)
from great_expectations.expectations.metrics.map_metric_provider.column_condition_partial import (
    column_condition_partial,
)
from great_expectations.expectations.metrics.map_metric_provider.column_map_metric_provider import (
    ColumnMapMetricProvider,
)
from great_expectations.expectations.metrics.map_metric_provider.column_pair_condition_partial import (
    column_pair_condition_partial,
)
from great_expectations.expectations.metrics.map_metric_provider.column_pair_map_metric_provider import (
    ColumnPairMapMetricProvider,
)
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import (
    multicolumn_condition_partial,
)
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_map_metric_provider import (
    MulticolumnMapMetricProvider,
)

WHITE_SPACE = r"[ \t\n\r\f\v]+"


class ColumnValuesWhole(ColumnMapMetricProvider):
    """Whether each value is a whole number."""

    condition_metric_name = "column_values.turnaround_whole"

    @column_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column: pd.Series[float], **_: Any) -> pd.Series[bool]:  # noqa: N805
        return column == np.trunc(column)


class ExpectColumnValuesToBeWhole(ColumnMapExpectation):
    """Expect the column to hold whole numbers."""

    map_metric: ClassVar[str] = "column_values.turnaround_whole"


class ColumnPairValuesHolds(ColumnPairMapMetricProvider):
    """Whether text A holds text B, a run of white space counting as one space."""

    condition_metric_name = "column_pair_values.turnaround_holds"
    condition_domain_keys = (
        "batch_id",
        "table",
        "column_A",
        "column_B",
        "row_condition",
        "condition_parser",
        "ignore_row_if",
    )
    condition_value_keys = ()

    @column_pair_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]  # of GX
    def _pandas(cls, column_A: pd.Series[str], column_B: pd.Series[str], **_: Any) -> pd.Series[bool]:  # noqa: N803, N805
        whole = column_A.str.replace(WHITE_SPACE, " ", regex=True)
        part = column_B.str.replace(WHITE_SPACE, " ", regex=True)
        held = [b in a for a, b in zip(whole, part, strict=True)]
        return pd.Series(held, index=column_A.index, dtype=bool)


class ExpectColumnPairAToHoldB(ColumnPairMapExpectation):
    """Expect the text in column A to hold the text in column B."""

    ignore_row_if: Literal["both_values_are_missing", "either_value_is_missing", "never"] = "either_value_is_missing"

    map_metric: ClassVar[str] = "column_pair_values.turnaround_holds"
    # the base class knows five keys only, without ignore_row_if
    domain_keys = ("batch_id", "column_A", "column_B", "row_condition", "condition_parser", "ignore_row_if")  # type: ignore[assignment]


class MulticolumnSpanFits(MulticolumnMapMetricProvider):
    """Whether the last column less the middle one is the length of the text in the first."""

    condition_metric_name = "multicolumn_values.turnaround_span_fits"
    condition_domain_keys = (
        "batch_id",
        "table",
        "column_list",
        "row_condition",
        "condition_parser",
        "ignore_row_if",
    )
    condition_value_keys = ()

    @multicolumn_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]  # of GX
    def _pandas(cls, column_list: pd.DataFrame, **_: Any) -> pd.Series[bool]:  # noqa: N805
        text, start, end = (column_list.iloc[:, place] for place in range(3))
        return end - start == text.str.len()


class ExpectSpanToFitText(MulticolumnMapExpectation):
    """Expect columns text, start, end to span exactly the text's code points."""

    map_metric: ClassVar[str] = "multicolumn_values.turnaround_span_fits"
