"""The cells of a data file: numbers, and the symbols that stand in their place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from expectations.codes import STATISTIC_STATUSES

# "7e+04" is how R writes 70000
_NUMBER = re.compile(r"-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:[eE][+-]?\d{1,2})?")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says: a value, or the symbol in its place."""

    value: float | None
    status: str | None


def read_cell(text: str, unit: str) -> Cell | None:
    """Return what a cell of an indicator with this unit says; None where it is neither number nor known symbol.

    A percent sign may stand behind a percentage; a comma between thousands.
    """
    said = text.strip()
    if said in STATISTIC_STATUSES:
        return Cell(None, said)
    if unit == "percent":
        said = said.removesuffix("%").rstrip()
    return Cell(float(said.replace(",", "")), None) if _NUMBER.fullmatch(said) else None
