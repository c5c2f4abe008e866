"""Texts with their mentions marked: ``[16|caseload_per_social_worker]``, a role and a scope after further bars."""

from __future__ import annotations

import re

from transforms.changes import find_changes
from transforms.mentions.layout import read_layout
from transforms.model import Change, Mention
from transforms.quantities import read_quantities

_MARK = re.compile(r"\[([^\]|]+)\|([a-z0-9_]+)(?:\|([a-z]*))?(?:\|([^\]]*))?\]")
_UNITS = {"share": "percent", "rate": "percent", "overspend": "gbp", "budget": "gbp", "caseload": "cases"}


def _unit(metric: str) -> str:
    if metric.endswith("looked_after_rate") or metric.endswith("plans_rate"):
        return "per_10000"
    return next((unit for word, unit in _UNITS.items() if metric.startswith(word) or metric.endswith(word)), "count")


def read_marked(marked: str, authority: str | None = "E06000001") -> tuple[str, list[Mention]]:
    """The text without its marks, and the mentions that they mark; ``@CODE`` before the role sets the authority."""
    text, mentions, position = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        position = mark.end()
        start = len(text)
        text += mark[1]
        mentions.append(_mention(mark, start, len(text), authority))
    return text + marked[position:], mentions


def _mention(mark: re.Match[str], start: int, end: int, authority: str | None) -> Mention:
    quantity = read_quantities(mark[1])
    value = quantity[0].value if quantity else 0.0
    low = quantity[0].low if quantity else 0.0
    high = quantity[0].high if quantity else 0.0
    place, scope = authority, mark[4] or None
    if scope is not None and scope.startswith("E"):
        place, scope = scope, None
    return Mention(
        metric=mark[2],
        value=value,
        value_low=low,
        value_high=high,
        qualifier=quantity[0].qualifier if quantity else "exact",
        unit=_unit(mark[2]),
        authority=place,
        role=mark[3] or "current",
        period_start=None,
        period_end=None,
        period_text=None,
        as_of=None,
        as_of_basis=None,
        scope=scope,
        speaker=None,
        quote="",
        surface=mark[1],
        char_start=start,
        char_end=end,
        page=None,
        rule="marked",
        confidence=1.0,
    )


def changes_of(marked: str) -> list[Change]:
    """The changes that are found in a marked text."""
    text, mentions = read_marked(marked)
    return find_changes(read_layout(text), mentions, read_quantities(text))


def told(marked: str) -> list[str]:
    """The changes of a marked text in short: "vacancies 61>14 down", "referrals ?>? up 12 percent"."""
    return [short(change) for change in changes_of(marked)]


def short(change: Change) -> str:
    """One change in short; ``!`` marks words that deny the numbers."""
    parts = [
        change.metric,
        f"{_ends(change.from_low, change.from_high)}>{_ends(change.to_low, change.to_high)}",
        change.direction or "-",
    ]
    if change.amount is not None:
        parts += [f"{change.amount:g}", str(change.amount_unit)]
    return " ".join(parts) + ("!" if change.words_disagree else "")


def _ends(low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return "?"
    if low == high:
        return f"{low:g}"
    return f"{'' if low is None else format(low, 'g')}..{'' if high is None else format(high, 'g')}"
