"""How sure a reading is, by the way in which the number came to its metric.

Each figure is the share of such readings with metric, value, authority and role right, as ``python -m flows.accuracy``
measures it on annotated texts; small groups stand with the ones that they resemble. What was stated beside its own
words, in a text on one authority alone, makes up the top band.
"""

from __future__ import annotations

import re

TOP_BAND = 0.98
"""Of the readings from here on at least 98 in a hundred are expected to be right."""

_STEP = re.compile(r"\d+")
_BESIDE_ITS_WORDS = frozenset({"after", "before", "of_count", "respectively", "column"})
_PLAIN_ROLES = frozenset({"current", "national", "target"})


def confidence_of(rule: str, role: str, *, alone: bool) -> float:
    """A share of readings like this one that are expected to be right, between 0 and 1.

    Args:
        rule: the rule that bound the number, with the steps after it ("vacancies.frame0.row").
        role: the role that the number was given.
        alone: whether every number of the document belongs to one authority, or to none.
    """
    way, *steps = _STEP.sub("", rule.split(".", 1)[-1]).split(".")
    if "topic" in steps:
        return 0.85
    if way == "refers_back":
        return {"target": 0.92, "previous": 0.9}.get(role, 0.75)
    if way in ("beside", "from_to", "in_order"):
        return _beside(role)
    if role in ("projected", "comparator"):
        return 0.9 if way == "frame" else 0.85
    if role == "previous":
        return 0.92
    if way in _BESIDE_ITS_WORDS or "row" in steps:
        return 0.99 if alone and role in _PLAIN_ROLES else 0.94
    if way in ("subject", "counted"):
        return TOP_BAND if alone else _COUNTED_AMONG_SEVERAL
    return 0.97 if alone else 0.95


_COUNTED_AMONG_SEVERAL = 0.88


def _beside(role: str) -> float:
    """Of a number that took its metric from the one beside it: an earlier level is surest ("down from 64")."""
    return {"previous": TOP_BAND, "national": 0.95, "target": 0.92}.get(role, 0.88)
