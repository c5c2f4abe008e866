"""The declarations of the data sets hold together with the metrics and the table."""

from __future__ import annotations

import pytest

from expectations.codes import STATISTIC_UNITS
from transforms.statistics import DATASETS
from transforms.statistics.places import COLUMNS

INDICATORS = [(dataset, indicator) for dataset in DATASETS for indicator in dataset.indicators]


@pytest.mark.parametrize(("dataset", "indicator"), INDICATORS, ids=lambda value: getattr(value, "column", ""))
def test_an_indicator_is_defined_and_fits_its_metric(dataset, indicator, codelists):
    assert indicator.definition
    assert indicator.unit in STATISTIC_UNITS
    assert indicator.column not in COLUMNS
    allowed = dict(dataset.filters)
    assert len(indicator.only) == len(allowed)
    assert all(value in values for value, values in zip(indicator.only, allowed.values(), strict=True))
    if indicator.metric is None:
        assert indicator.difference is None
    else:
        metric = codelists.metrics[indicator.metric]
        assert indicator.unit == metric.unit or (indicator.unit, metric.unit) == ("fte", "count")
        assert indicator.difference, "say in what a figure in the press may differ"


def test_no_metric_is_mapped_twice():
    metrics = [indicator.metric for _, indicator in INDICATORS if indicator.metric]
    assert len(set(metrics)) == len(metrics)


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_a_data_set_is_told_apart_by_columns_of_its_own(dataset):
    columns = {*dataset.columns, *(name for name, _ in dataset.filters)}
    assert set(dataset.known_by) <= columns
    for other in DATASETS:
        if other is not dataset:
            assert not set(dataset.known_by) <= {*other.columns, *(name for name, _ in other.filters)}


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_every_column_is_declared_for_every_filter_value(dataset):
    declared = {(one.column, one.only) for one in dataset.indicators}
    assert len(declared) == len(dataset.indicators)
    choices = [(value,) for _, values in dataset.filters for value in values] or [()]
    assert declared == {(column, choice) for column in dataset.columns for choice in choices}
