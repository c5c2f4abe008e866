"""How sure an event is: few levels, by what is told, and by whether the text gives it a day.

The levels follow the shares of events that were right in texts whose errors were never read (92 events of 23 held-out
texts; their counts alone were seen): what is dated holds, and what has no date in its own words mostly does not. The
heads of 55 real reports held no error. Money has the confidence of its number, up to a bound.
"""

from __future__ import annotations

_OF_HEAD = 0.95
_FIRM = 0.9  # 32 of 32
_FAIR = 0.8  # with money 40 of 48
_UNDATED = 0.5  # 3 of 11
_OF_MONEY = 0.8
# what inspectors judge and a government orders is told in set words; visits, reports and trusts in any
_FIRM_KINDS = frozenset(
    {
        "inspection", "focused_visit", "judgement", "improvement_notice", "direction", "commissioner_appointed",
        "intervention_ended",
    }
)  # fmt: skip


_WEAK_BELOW = 0.85  # a form that its reader states below this is a weak one


def of_event(kind: str, rule: str, *, is_dated: bool, stated: float) -> float:
    """The confidence of an event of a kind that a rule read; ``stated`` is what the reader says of the form it read."""
    if rule == "own_head":
        return _OF_HEAD
    if kind == "funding":
        return min(_OF_MONEY, stated)
    if not is_dated:
        return _UNDATED
    return _FIRM if kind in _FIRM_KINDS and stated >= _WEAK_BELOW else _FAIR
