"""The codelists: metrics and authorities, checked on load.

``metrics.csv``, ``authorities.csv`` and ``sample_authorities.csv`` lie beside this module. They are parsed from bytes
that the caller reads, so that this module touches no disk. Definitions of metrics follow the Department for
Education's; authorities carry the GSS codes of the Office for National Statistics with their dates of validity.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

UNITS = ("count", "percent", "gbp", "per_10000", "cases")
BETTER = ("lower", "higher", "neutral")
FILES = ("metrics.csv", "authorities.csv", "sample_authorities.csv")
# full-time equivalents and averages: an exact value need not be whole
FRACTIONAL = frozenset({"social_workers", "agency_workers", "vacancies", "team_managers", "social_workers_per_team"})


class CodelistError(ValueError):
    """A codelist file does not hold together; the message names file, line and mend."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One row of metrics.csv: a metric with its unit and the bounds within which a value is believed."""

    code: str
    label: str
    unit: str
    min: float
    max: float
    better: str
    topic: str
    definition: str
    fractional: bool


@dataclass(frozen=True, slots=True)
class Authority:
    """One row of authorities.csv: a code, valid from ``valid_from`` (None: before 2009) to ``valid_to`` (None: now)."""

    gss_code: str
    name: str
    official_name: str
    type: str
    region: str
    childrens_services: bool
    la_code: str | None
    ofsted_urn: str | None
    valid_from: date | None
    valid_to: date | None
    successors: tuple[str, ...]
    county: str | None
    sample: bool = False

    def valid_on(self, day: date | None) -> bool:
        """Whether the code was in use on ``day``; an unknown day (None) is any day."""
        if day is None:
            return True
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, eq=False)
class Codelists:
    """All codelists of a run; two are equal only if they are the same object."""

    metrics: Mapping[str, Metric]
    authorities: tuple[Authority, ...]
    sample_authorities: tuple[Authority, ...]

    @cached_property
    def by_gss(self) -> Mapping[str, Authority]:
        """Every authority, samples too, by its GSS code."""
        return {row.gss_code: row for row in (*self.authorities, *self.sample_authorities)}


def _rows(name: str, data: bytes, columns: Iterable[str]) -> list[tuple[int, dict[str, str]]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CodelistError(f"{name}: byte {error.start} is not UTF-8; save the file as UTF-8") from error
    reader = csv.DictReader(io.StringIO(text))
    wanted = list(columns)
    if reader.fieldnames != wanted:
        raise CodelistError(f"{name}, line 1: columns are {reader.fieldnames}, expected {wanted}")
    rows = []
    for row in reader:
        if None in row or None in row.values():
            raise CodelistError(
                f"{name}, line {reader.line_num}: not {len(wanted)} cells; quote cells that hold commas"
            )
        rows.append((reader.line_num, row))
    return rows


def _metric(name: str, line: int, row: Mapping[str, str]) -> Metric:
    place = f"{name}, line {line} ({row['code']})"
    try:
        low, high = float(row["min"]), float(row["max"])
    except ValueError as error:
        raise CodelistError(f"{place}: min and max must be numbers") from error
    if row["unit"] not in UNITS:
        raise CodelistError(f"{place}: unit {row['unit']!r} is none of {', '.join(UNITS)}")
    if row["better"] not in BETTER:
        raise CodelistError(f"{place}: better {row['better']!r} is none of {', '.join(BETTER)}")
    if not low < high:
        raise CodelistError(f"{place}: min {low} is not below max {high}")
    fractional = row["unit"] != "count" or row["code"] in FRACTIONAL
    return Metric(
        code=row["code"],
        label=row["label"],
        unit=row["unit"],
        min=low,
        max=high,
        better=row["better"],
        topic=row["topic"],
        definition=row["definition"],
        fractional=fractional,
    )


def _day(place: str, column: str, value: str) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise CodelistError(f"{place}: {column} {value!r} is no date; write YYYY-MM-DD") from error


def _authority(name: str, line: int, row: Mapping[str, str], sample: bool) -> Authority:
    place = f"{name}, line {line} ({row['gss_code']})"
    if row["childrens_services"] not in ("True", "False"):
        raise CodelistError(f"{place}: childrens_services {row['childrens_services']!r} is neither True nor False")
    return Authority(
        gss_code=row["gss_code"],
        name=row["name"],
        official_name=" ".join(row["official_name"].split()),
        type=row["type"],
        region=row["region"],
        childrens_services=row["childrens_services"] == "True",
        la_code=row["la_code"] or None,
        ofsted_urn=row["ofsted_urn"] or None,
        valid_from=_day(place, "valid_from", row["valid_from"]),
        valid_to=_day(place, "valid_to", row["valid_to"]),
        successors=tuple(code for code in row["successors"].split(";") if code),
        county=row["county"] or None,
        sample=sample,
    )


METRIC_COLUMNS = ("code", "label", "unit", "min", "max", "better", "topic", "definition")
AUTHORITY_COLUMNS = (
    "gss_code",
    "name",
    "official_name",
    "type",
    "region",
    "childrens_services",
    "la_code",
    "ofsted_urn",
    "valid_from",
    "valid_to",
    "successors",
    "county",
)


def _unique(name: str, codes: Iterable[str]) -> None:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise CodelistError(f"{name}: code {code} stands twice; codes are unique")
        seen.add(code)


def parse_codelists(files: Mapping[str, bytes]) -> Codelists:
    """Read and check the codelists.

    Args:
        files: the bytes of each of ``FILES`` by file name; ``sample_authorities.csv`` may be missing.

    Raises:
        CodelistError: a file is missing, a column, code, bound or date is wrong, a code stands twice, or a
            successor or county names no known code.
    """
    for name in FILES[:2]:
        if name not in files:
            raise CodelistError(f"{name} is missing; it belongs to transforms/codelists")
    metrics = [
        _metric("metrics.csv", line, row) for line, row in _rows("metrics.csv", files["metrics.csv"], METRIC_COLUMNS)
    ]
    _unique("metrics.csv", (row.code for row in metrics))
    loaded: dict[str, tuple[Authority, ...]] = {}
    for name in FILES[1:]:
        rows = _rows(name, files[name], AUTHORITY_COLUMNS) if name in files else []
        loaded[name] = tuple(_authority(name, line, row, name == FILES[2]) for line, row in rows)
    everyone = [row for rows in loaded.values() for row in rows]
    _unique("authorities", (row.gss_code for row in everyone))
    known = {row.gss_code for row in everyone}
    for row in everyone:
        for code in (*row.successors, *([row.county] if row.county else [])):
            if code not in known:
                raise CodelistError(f"authorities: {row.gss_code} points to {code}, which is no known code")
    return Codelists({row.code: row for row in metrics}, loaded[FILES[1]], loaded[FILES[2]])
