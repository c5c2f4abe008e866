"""Every number of an English text, typed: counts, shares, money, rates, and what is no statistic."""

from __future__ import annotations

from transforms.model import Quantity
from transforms.quantities import reader
from transforms.quantities.shares import is_fraction

__all__ = ["KINDS", "is_fraction", "read_quantities"]

KINDS: tuple[str, ...] = (
    "count",
    "percent",
    "money",
    "rate",
    "base",
    "points",
    "factor",
    "age",
    "duration",
    "date",
    "year",
    "period_label",
    "time",
    "ordinal",
    "phone",
    "reference",
    "footnote",
    "score",
    "measure",
    "identifier",
    "data",
)
"""What a number can be.

A share stated as a fraction ("a third", "one in five") is percent, as "33%" is; ``is_fraction`` tells them apart.
``data`` is what follows thousands of numbers in a row as a spreadsheet has them, read as one: its value is how many.
``base`` is what a rate is counted per where its number stands elsewhere ("Children per 10,000 | 81"). A date's value is
its first day of the month, a period's its first year, a time's hours since midnight; a phone number has the value 0.
"""


def read_quantities(text: str) -> list[Quantity]:
    """Return the numbers of a text, ordered by where they start and never overlapping.

    ``text`` is any text; no text raises. Offsets are code points; see ``Quantity`` for what each field means.
    """
    return reader.read_quantities(text)
