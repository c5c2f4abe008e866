"""Official statistics: from the department's open data files to rows, with every cell accounted for."""

from transforms.statistics.datasets import DATASETS
from transforms.statistics.meta import parse_issue
from transforms.statistics.model import DataFile, DataSet, Indicator, Issue, RefusedCells, Statistic
from transforms.statistics.reader import read_statistics

__all__ = [
    "DATASETS",
    "DataFile",
    "DataSet",
    "Indicator",
    "Issue",
    "RefusedCells",
    "Statistic",
    "parse_issue",
    "read_statistics",
]
