"""Small data files in the department's layout, and the codelists."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from importlib import resources
from typing import Any

import pytest

from transforms.codelists import FILES, Codelists, parse_codelists
from transforms.statistics import DATASETS, DataSet

HARTLEPOOL = {
    "time_period": "2024",
    "time_identifier": "Reporting year",
    "geographic_level": "Local authority",
    "country_code": "E92000001",
    "country_name": "England",
    "region_code": "E12000001",
    "region_name": "North East",
    "old_la_code": "805",
    "new_la_code": "E06000001",
    "la_name": "Hartlepool",
}

Make = Callable[..., bytes]


@pytest.fixture(scope="session")
def codelists() -> Codelists:
    folder = resources.files("transforms.codelists")
    return parse_codelists({name: folder.joinpath(name).read_bytes() for name in FILES})


def dataset(name: str) -> DataSet:
    return next(one for one in DATASETS if one.name == name)


def make(name: str, lines: Sequence[Mapping[str, Any]] = ({},), without: Sequence[str] = (), **more: Any) -> bytes:
    """A file of the data set ``name``: each line is about Hartlepool in 2024 and holds 1 in every cell but as told.

    ``more`` are further columns with the value that they hold in every line.
    """
    declared = dataset(name)
    usual = {
        **HARTLEPOOL,
        **dict(declared.constants),
        **{column: values[0] for column, values in declared.filters},
        **dict.fromkeys(declared.columns, "1"),
        **more,
    }
    columns = [column for column in usual if column not in without]
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows([{**usual, **line} for line in lines])
    return text.getvalue().encode("utf-8")


@pytest.fixture(name="make")
def _make() -> Make:
    return make
