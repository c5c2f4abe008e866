"""How far what documents state agrees with official statistics: a check of our reading that is none of our making.

A disagreement is either ours or theirs. Which it is, a person finds out in the document and writes down in a CSV file
(document, metric, printed number, class, reason); a line there whose disagreement has vanished is an error.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from flows.errors import WrongUseError

AGREEMENTS = ("same", "within_rounding", "differs", "no_official_figure")
CLASSES = {
    "misread": "we read the sentence wrongly",
    "misprinted": "the document prints another number than was meant",
    "revised": "the department has revised its figure since, or the document had an earlier, unvalidated one",
    "other_definition": "the document counts something else, or on another day",
}
COLUMNS = ("doc", "metric", "surface", "class", "reason")

_QUERY = """
SELECT
    v.doc, m.page, m.surface, v.authority_name, v.metric, v.metric_label, v.role, v.reported_value, v.unit,
    v.agreement, v.official_value, v.official_period_end, v.vintage, v.quote, s.lowest, s.highest
FROM official_vs_reported AS v
LEFT JOIN (
    SELECT coalesce(authority, geography_code) AS place, metric, min(value) AS lowest, max(value) AS highest
    FROM official_statistics
    GROUP BY ALL
) AS s ON s.place = v.geography_code AND s.metric = v.metric
LEFT JOIN (
    SELECT article_id, metric, role, value, quote, min_by(surface, char_start) AS surface,
        min_by(page, char_start) AS page
    FROM mentions
    GROUP BY article_id, metric, role, value, quote
) AS m ON m.article_id = v.article_id AND m.metric = v.metric AND m.role = v.role AND m.value = v.reported_value
    AND m.quote = v.quote
WHERE v.metric IN (SELECT metric FROM official_statistics)
ORDER BY v.doc, v.metric, v.official_period_end, m.page, v.reported_value, v.observation_id
"""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A reported figure of a metric that the department publishes, and what it says of the same place and time.

    ``lowest`` and ``highest`` are the bounds of the official values for the place over all years.
    """

    doc: str | None
    page: int | None
    surface: str | None
    authority_name: str | None
    metric: str
    metric_label: str
    role: str
    reported_value: float
    unit: str
    agreement: str
    official_value: float | None
    official_period_end: date | None
    vintage: str | None
    quote: str
    lowest: float | None
    highest: float | None

    @property
    def out_of_scale(self) -> bool:
        """Whether it is less than half, or more than twice, of what the department has for the place in any year.

        Of a figure without an official one for its own time this tells that it is hardly one of the whole service.
        """
        if self.agreement != "no_official_figure" or self.lowest is None or self.highest is None:
            return False
        return self.reported_value < self.lowest / 2 or self.reported_value > self.highest * 2

    @property
    def key(self) -> tuple[str, str, str]:
        """What a person names a disagreement by."""
        return (self.doc or "", self.metric, self.surface or "")


@dataclass(frozen=True, slots=True)
class Finding:
    """What a person found of a disagreement: its key, its class and the reason in our words."""

    key: tuple[str, str, str]
    kind: str
    reason: str


def read_comparisons(database: Path) -> list[Comparison]:
    """Return what the view ``official_vs_reported`` of a release holds, in the order of documents.

    Raises:
        WrongUseError: the release has no official statistics.
    """
    with duckdb.connect(str(database), read_only=True) as connection:
        found = [Comparison(*row) for row in connection.execute(_QUERY).fetchall()]
        statistics = connection.execute("SELECT count(*) FROM official_statistics").fetchone()
    if statistics is None or statistics[0] == 0:
        raise WrongUseError(f"{database}: holds no official statistics; run with --statistics, or declare a source")
    return found


def read_findings(data: bytes, name: str) -> list[Finding]:
    """Read the CSV file of findings.

    Raises:
        WrongUseError: a column or class is unknown, a reason is missing or a disagreement stands twice.
    """
    reader = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise WrongUseError(f"{name}, line 1: the columns are {reader.fieldnames}, expected {', '.join(COLUMNS)}")
    findings: dict[tuple[str, str, str], Finding] = {}
    for row in reader:
        place = f"{name}, line {reader.line_num}"
        if None in row or None in row.values() or not all(row[column].strip() for column in COLUMNS):
            raise WrongUseError(f"{place}: fill the {len(COLUMNS)} cells {', '.join(COLUMNS)}")
        if row["class"] not in CLASSES:
            raise WrongUseError(f"{place}: class {row['class']!r} is none of {', '.join(CLASSES)}")
        key = (row["doc"], row["metric"], row["surface"])
        if key in findings:
            raise WrongUseError(f"{place}: {', '.join(key)} stands twice; remove one line")
        findings[key] = Finding(key, row["class"], row["reason"])
    return list(findings.values())


def disagreements(comparisons: Iterable[Comparison]) -> list[Comparison]:
    """Return the comparisons that differ."""
    return [one for one in comparisons if one.agreement == "differs"]


def vanished(findings: Iterable[Finding], comparisons: Sequence[Comparison]) -> list[Finding]:
    """Return the findings whose document is here and no longer disagrees."""
    docs = {one.doc for one in comparisons}
    differing = {one.key for one in disagreements(comparisons)}
    return [one for one in findings if one.key[0] in docs and one.key not in differing]


def tally(comparisons: Iterable[Comparison]) -> dict[str, Counter[str]]:
    """Return how many figures of each metric (by its label, in order) agree how."""
    counts: dict[str, Counter[str]] = {}
    for one in sorted(comparisons, key=lambda one: one.metric_label):
        counts.setdefault(one.metric_label, Counter())[one.agreement] += 1
    return counts
