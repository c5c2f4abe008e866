"""What a validation is asked and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pyarrow as pa

Level = Literal["row", "table", "warning"]

GREAT_EXPECTATIONS = "Great Expectations"
SQL = "SQL"
OWN = "release check"


@dataclass(frozen=True, slots=True)
class ValidationContext:
    """What the rules need besides the tables.

    ``as_of`` is the day that the release is for. ``previous_counts`` has the last release's rows by source and table
    (``{source_id: {"articles": 40, "mentions": 500}}``, see ``count_rows_by_source``), None where there is no last
    release. A table of more than ``rows_for_great_expectations`` rows is checked in SQL. Where more than
    ``most_rejected`` of a table's rows are bad themselves, the fault is no longer the rows': the release is refused.
    """

    as_of: date
    previous_counts: Mapping[str, Mapping[str, int]] | None = None
    rows_for_great_expectations: int = 100_000
    most_rejected: float = 0.5


@dataclass(frozen=True, slots=True)
class Check:
    """The outcome of one rule on one table.

    ``level`` row moved the failing rows to rejects, table refused the release where it failed, warning only tells.
    ``checked`` and ``failed`` count rows. ``examples`` are the keys of the first failing rows; ``detail`` says more
    where a rule is not about rows.
    """

    table: str
    rule: str
    description: str
    level: Level
    engine: str
    checked: int
    failed: int
    examples: tuple[str, ...] = ()
    detail: str | None = None

    @property
    def ok(self) -> bool:
        """Whether nothing failed."""
        return self.failed == 0


@dataclass(frozen=True, slots=True)
class ValidationResult:
    """What remains after validation.

    ``tables`` is all that may be published, in publishing order, each with its declared schema; its ``rejects`` holds
    the rejects that came in and those of this validation. Where the shape of a table or a codelist refuses the
    release, ``tables`` is what was given. ``rejects`` are those of this validation alone, a row per refused row.
    ``refused`` says in one line why there may be no release, None where there may.
    """

    tables: Mapping[str, pa.Table]
    rejects: pa.Table
    checks: tuple[Check, ...]
    refused: str | None

    @property
    def failed_checks(self) -> tuple[Check, ...]:
        """The checks that failed, at any level."""
        return tuple(check for check in self.checks if not check.ok)
