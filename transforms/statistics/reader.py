"""The reading of the department's open data files: every cell of an indicator is a row or refused."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from transforms.codelists import Codelists
from transforms.model import Reject
from transforms.statistics.cells import read_cell
from transforms.statistics.datasets import DATASETS
from transforms.statistics.model import DataFile, DataSet, RefusedCells, Statistic
from transforms.statistics.places import COLUMNS, Place, Places
from transforms.statistics.times import days, reporting_year

TIME_COLUMNS = ("time_period", "time_identifier")
# names and the codes above a place's own say nothing that its code does not
NAME_COLUMNS = ("country_name", "region_name", "la_name")
MOST_TEXT = 200


def read_statistics(data: bytes, doc: str, codelists: Codelists) -> DataFile | Reject:
    """Read one data file of the department.

    Args:
        data: the bytes of the CSV file.
        doc: its name, for the rejects.
        codelists: those of the file's source (with the invented authorities for a sample).

    Returns:
        Its values and what was refused of it; a reject where the whole file is refused.
    """
    try:
        text = data.decode("utf-8-sig")
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except UnicodeDecodeError as error:
        return _refused(doc, "undecodable", f"byte {error.start} is not UTF-8; save the file as UTF-8")
    except csv.Error as error:
        return _refused(doc, "broken_table", f"it is no CSV ({error}); download it again")
    if not text.strip():
        return _refused(doc, "empty_file", "the file is empty; download it again")
    header = [name.strip() for name in lines[0]]
    doubled = sorted({name for name in header if header.count(name) > 1})
    if doubled:
        return _refused(doc, "broken_table", f"column {doubled[0]!r} stands twice; download it again")
    dataset = next((one for one in DATASETS if set(one.known_by) <= set(header)), None)
    if dataset is None:
        names = ", ".join(one.name for one in DATASETS)
        return _refused(doc, "unknown_dataset", f"its columns are those of none of {names}; declare it, or remove it")
    needed = (*TIME_COLUMNS, *COLUMNS, *(name for name, _ in (*dataset.constants, *dataset.filters)))
    for name in needed:
        if name not in header:
            return _refused(doc, "unknown_dataset", f"it has no column {name!r}, which {dataset.name} has")
    return _File(doc, dataset, header, Places(codelists)).read(lines[1:])


def _refused(doc: str, reason: str, message: str) -> Reject:
    return Reject("read", reason, doc, None, f"{doc}: {message}")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line whose time and filters are known: the indicators that its columns hold, and where it stands."""

    number: int
    cells: Mapping[str, str]
    year: int
    filters: tuple[str, ...]
    place: Place


class _File:
    """The reading of one file of a known data set."""

    def __init__(self, doc: str, dataset: DataSet, header: Sequence[str], places: Places) -> None:
        self._doc, self._dataset, self._header, self._places = doc, dataset, header, places
        self._by_cell = {(one.column, one.only): one for one in dataset.indicators}
        self._columns = [name for name in dataset.columns if name in header]
        apart = {*TIME_COLUMNS, *COLUMNS, *NAME_COLUMNS, *(name for name, _ in (*dataset.constants, *dataset.filters))}
        self._unknown = [name for name in header if name not in apart and name not in dataset.columns]
        self._statistics: list[Statistic] = []
        self._refused: list[RefusedCells] = []

    def read(self, lines: Sequence[Sequence[str]]) -> DataFile:
        numbered = [(number, line) for number, line in enumerate(lines, 2) if any(cell.strip() for cell in line)]
        for name in self._unknown:
            message = f"{self._dataset.name} is not declared with a column {name!r}; declare what it holds"
            self._refuse("unknown_column", f"column {name}", message, name, len(numbered))
        for name in self._dataset.columns:
            metric = next((one.metric for one in self._dataset.indicators if one.column == name and one.metric), None)
            if name not in self._header and metric is not None:
                message = f"the column {name!r} is not in this file: no official {metric} comes from it"
                self._refuse("missing_column", f"column {name}", message, name, 0)
        newest: tuple[int, str] | None = None
        for number, cells in numbered:
            line = self._line(number, cells)
            if line is None:
                continue
            newest = max(newest or (0, ""), (line.year, line.cells["time_period"]))
            self._statistics.extend(self._values(line))
        cells_in = len(numbered) * (len(self._columns) + len(self._unknown))
        said = None if newest is None else newest[1]
        return DataFile(self._dataset.name, said, tuple(self._statistics), tuple(self._refused), cells_in)

    def _line(self, number: int, given: Sequence[str]) -> _Line | None:
        """Return the line; None where it was refused as a whole."""
        if len(given) != len(self._header):
            self._refuse_line(number, "broken_table", f"{len(given)} cells instead of {len(self._header)}", given)
            return None
        cells = {name: cell.strip() for name, cell in zip(self._header, given, strict=True)}
        year = reporting_year(cells["time_period"], cells["time_identifier"])
        if year is None:
            stated = f"{cells['time_identifier']!r} {cells['time_period']!r}"
            self._refuse_line(number, "unknown_period", f"{stated} is no reporting or financial year", given)
            return None
        for name, value in self._dataset.constants:
            if cells[name] != value:
                self._refuse_line(number, "unknown_code", f"{name} {cells[name]!r} is not {value!r}", given)
                return None
        for name, values in self._dataset.filters:
            if cells[name] not in values:
                self._refuse_line(number, "unknown_code", f"{name} {cells[name]!r} is none of {list(values)}", given)
                return None
        last = max(days(one.timing, year)[1] for one in self._dataset.indicators)
        place = self._places.find(cells, last)
        if isinstance(place, str):
            self._refuse_line(number, "unknown_code", place, given)
            return None
        return _Line(number, cells, year, tuple(cells[name] for name, _ in self._dataset.filters), place)

    def _values(self, line: _Line) -> Iterator[Statistic]:
        pairs = zip((name for name, _ in self._dataset.filters), line.filters, strict=True)
        breakdown = "; ".join(f"{name}={value}" for name, value in pairs) or None
        for column in self._columns:
            indicator, text = self._by_cell[column, line.filters], line.cells[column]
            cell = read_cell(text, indicator.unit)
            if cell is None:
                told = "the cell is empty" if not text else f"{text[:40]!r} is neither a number nor a symbol"
                self._refuse_cell(line, column, "unknown_symbol", f"{told}; look it up in the department's guide")
            elif cell.value is not None and not line.place.in_use:
                told = f"{text} for {line.place.code}, a code that was not in use then; see transforms/codelists"
                self._refuse_cell(line, column, "unknown_code", told)
            else:
                start, end = days(indicator.timing, line.year)
                yield Statistic(
                    indicator=column,
                    breakdown=breakdown,
                    metric=indicator.metric,
                    geographic_level=line.place.level,
                    geography_code=line.place.code,
                    authority=line.place.authority,
                    time_period=line.cells["time_period"],
                    time_identifier=line.cells["time_identifier"],
                    period_start=start,
                    period_end=end,
                    value=cell.value,
                    status=cell.status,
                    unit=indicator.unit,
                )

    def _refuse_cell(self, line: _Line, column: str, reason: str, told: str) -> None:
        place = f"line {line.number}, column {column}"
        self._refuse(reason, place, told, line.cells[column] or None, 1)

    def _refuse_line(self, number: int, reason: str, told: str, given: Sequence[str]) -> None:
        # the cells of unknown columns went with their column
        self._refuse(reason, f"line {number}", told, ",".join(given)[:MOST_TEXT], len(self._columns))

    def _refuse(self, reason: str, place: str, told: str, text: str | None, cells: int) -> None:
        reject = Reject("read", reason, self._doc, place, f"{self._doc}, {place}: {told}", text)
        self._refused.append(RefusedCells(reject, cells))
