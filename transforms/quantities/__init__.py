"""Every number of an English text, typed: counts, shares, money, rates, and what is no statistic."""

from __future__ import annotations

from transforms.model import Quantity
from transforms.quantities import reader

KINDS: tuple[str, ...] = (
    "count",
    "percent",
    "money",
    "rate",
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
)
"""What a number can be. Shares in words ("a third", "one in five") are percent; ``unit`` tells them from nothing."""


def read_quantities(text: str) -> list[Quantity]:
    """Return the numbers of a text, ordered by where they start and never overlapping.

    ``text`` is any text; no text raises. Offsets are code points; see ``Quantity`` for what each field means.
    """
    return reader.read_quantities(text)
