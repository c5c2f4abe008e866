"""From a number with its unit to a quantity: share or rate, range, qualifier, age, counted noun."""

from __future__ import annotations

from transforms.model import Quantity
from transforms.quantities import nouns, qualifiers
from transforms.quantities.amounts import Amount, later_duration
from transforms.quantities.noun_words import KIN, PEOPLE
from transforms.quantities.qualifier_phrases import AT_LEAST, AT_MOST, EXACT, OVER, RANGE, UNDER
from transforms.quantities.ranges import read_range
from transforms.quantities.shares import RATE_BASES, read_share

_LEAD_IN = "([{\"'“‘"
_AGE_WORDS = frozenset(("aged", "age", "ages"))
_BOUNDS = frozenset((OVER, UNDER, AT_LEAST, AT_MOST))
LEAD_CHARACTERS = 48


def lead_words(text: str, start: int) -> list[str]:
    """Return the words before ``start`` as printed, nearest last."""
    return text[start - LEAD_CHARACTERS if start > LEAD_CHARACTERS else 0 : start].split()


def bounds(value: float, qualifier: str) -> tuple[float | None, float | None]:
    """Return the two ends that a qualifier leaves to a value; None on the open side."""
    if qualifier in (OVER, AT_LEAST):
        return value, None
    if qualifier in (UNDER, AT_MOST):
        return None, value
    return value, value


def finish(text: str, amount: Amount, lead: list[str]) -> Quantity:
    """Return the quantity that an amount and the words around it state; ``lead`` holds the words before."""
    number_end = amount.end
    if amount.kind == "count":
        share = read_share(text, amount)
        if share is not None:
            if share.kind == "percent":
                number_end = share.end
            amount.kind, amount.unit, amount.value, amount.end = share.kind, share.unit, share.value, share.end
        if amount.value in RATE_BASES and lead and lead[-1].lower() == "per":
            amount.kind = "base"
    second = read_range(text, amount, lead)
    if second is not None:
        return _range(text, amount, second, lead)
    start, end, qualifier = amount.start, amount.end, EXACT
    after = qualifiers.after(text, end)
    if after is not None:
        qualifier, end = after.qualifier, after.edge
        if amount.kind == "count":
            end = later_duration(text, amount, end)
    ahead = qualifiers.before(text, start, lead)
    if ahead is not None:
        qualifier, start = (ahead.qualifier if qualifier == EXACT else qualifier), ahead.edge
    low, high = bounds(amount.value, qualifier)
    return _quantity(text, amount, (start, end, number_end), (amount.value, low, high, qualifier), lead)


def _range(text: str, first: Amount, second: Amount, lead: list[str]) -> Quantity:
    start = first.start
    if lead and lead[-1].lower().lstrip(_LEAD_IN) in ("between", "from"):
        start = text.rindex(lead[-1], 0, start) + len(lead[-1]) - len(lead[-1].lstrip(_LEAD_IN))
    value = (first.value + second.value) / 2
    spans = (start, second.end, second.end)
    first.end = second.end
    return _quantity(text, first, spans, (value, first.value, second.value, RANGE), lead)


def _quantity(
    text: str,
    amount: Amount,
    spans: tuple[int, int, int],
    values: tuple[float, float | None, float | None, str],
    lead: list[str],
) -> Quantity:
    kind, unit = amount.kind, amount.unit
    noun = None
    if kind in ("count", "duration") and _is_age(text, amount, spans, values[3], lead):
        kind, unit = "age", unit or "year"
    elif kind in ("count", "rate", "percent"):
        noun = nouns.noun_after(text, spans[1]) or (nouns.label_before(text, spans[0]) if kind == "count" else None)
    return Quantity(
        spans[0],
        spans[1],
        amount.start,
        spans[2],
        *values,
        kind,
        unit,
        *(noun if noun is not None else (None, None, None)),
    )


def _is_age(text: str, amount: Amount, spans: tuple[int, int, int], qualifier: str, lead: list[str]) -> bool:
    if not lead or amount.value > 120 or (amount.unit not in (None, "year", "month")):
        return False
    before = lead if spans[0] == amount.start else lead_words(text, spans[0])
    words = [word.lower().lstrip(_LEAD_IN) for word in before[-2:]]
    if not words:
        return False
    if words[-1] in _AGE_WORDS or words[-2:] in (["age", "of"], ["ages", "of"]):
        return True
    if amount.value != int(amount.value):
        return False
    if qualifier in _BOUNDS and words[-1] in PEOPLE and amount.value <= 25:
        return amount.unit is not None or nouns.noun_after(text, spans[1]) is None
    if amount.unit is not None:
        return False
    if words[-2:] in (["who", "is"], ["who", "was"], ["who", "are"]):
        return nouns.noun_after(text, spans[1]) is None
    name = lead[-1]
    if name[-1] != "," or text[spans[1] : spans[1] + 1] != "," or amount.value < 5:
        return False
    return name[0].isupper() or name[:-1] in KIN
