"""Quantities in the terms of the NewsQuant benchmark: value, name of the unit, direction of change.

The benchmark counts what general news counts: "one of the speakers" is 1, "thousands" is a range, a date is nothing.
A unit is the long name of a measure or the lemma of the counted noun; ``-`` where there is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TypedDict

from transforms.model import Quantity
from transforms.quantities.amounts import compound
from transforms.quantities.currencies import CURRENCY_UNITS
from transforms.quantities.lemmas import lemma, singular
from transforms.quantities.noun_words import NOUN_STOPS
from transforms.quantities.reader import read_quantities
from transforms.quantities.shares import is_fraction
from transforms.quantities.units import SAFE_SYMBOLS, SPELLED, SYMBOLS
from transforms.quantities.words import FALLING, RISING, vocabulary


class Prediction(TypedDict):
    """One prediction: a number or "low-high", the name of the unit, and one of = ~ < > up down."""

    value: str
    normalized_unit: str
    change: str


@dataclass(slots=True)
class _Item:
    """A quantity on its way to a prediction; ``values`` holds one number or the two ends of a range."""

    start: int
    end: int
    values: tuple[float, ...]
    unit: str
    change: str
    bare: bool


_NO_QUANTITY = frozenset(
    ("date", "year", "period_label", "time", "ordinal", "phone", "reference", "footnote", "identifier", "base", "data")
)
_CHANGES = {
    "exact": "=",
    "range": "=",
    "approximately": "~",
    "nearly": "~",
    "over": ">",
    "at_least": ">",
    "under": "<",
    "at_most": "<",
}
_UP = RISING | {"upward", "upwards"}
_DOWN = FALLING | {"downward", "downwards"}
_SHORT_OF = re.compile(r"under|below|less|fewer|short|quite")
_PENCE = re.compile(r"[0-9](?:p|\s?pence)$")
_OR_ELSE = re.compile(r",?\sor\s")
_ADVERB = re.compile(r"\b(?:up|down)\s$")
_WITHIN = re.compile(r"\b(?:within|shy of)\s$")
_ABOUT = vocabulary("about around roughly approximately nearly almost some ~")
_LINKS = vocabulary("by just some a an another")
_BOUNDS = frozenset(("over", "at_least", "under", "at_most"))
_GIVING = vocabulary("gave give gives given giving set made make makes take took taken picked pick ended end ends")
_TIMES = "second|minute|hour|day|week|month|year|season|night|decade|quarter"
_GOODS = (
    "share|barrel|ton|tonne|ounce|pound|gallon|litre|liter|person|head|game|piece|kilo|mile|acre|bushel|unit|ticket"
)
_PER = re.compile(
    rf"(?:\s|-)(?:an?|each|every)\s(?P<one>{_TIMES}|{_GOODS})\b(?!\s(?:ago|earlier|later|before|after|old|on)\b)"
    r"|\s?(?:\bper\s|/)(?P<per>(?:square\s|cubic\s)?[A-Za-z]+)"
)
_PROPER = re.compile(r"(?<![A-Za-z])(?P<word>[A-Za-z&]*[A-Z][A-Za-z&.]*)\s?$")
_SYMBOL = re.compile(r"[ ]?(?P<unit>[A-Za-zµμΩ°]{1,4}[²³23]?)(?![A-Za-z0-9])")
_UNIT_OF = re.compile(r"[\s-](?:(?:of\s)?an?\s)?(?:[A-Z]{2}\s)?(?P<word>[a-z]+)\b")
_OF_MANY = re.compile(r"\s(?:of\s)?(?:the|its|their|all)?\s?(?:[0-9]|them\b|those\b|us\b)")
_OF_NUMBER = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|their\s)?$")
_TO = re.compile(r"\s?(?:to|-|–|to\s?-)\s?")
_OR = re.compile(r"-?\s(?:or|and)\s")
_NOT_INHERITED = frozenset(CURRENCY_UNITS.values()) | frozenset(
    (
        "percentage",
        "percentage point",
        "year",
        "day",
        "month",
        "week",
        "hour",
        "minute",
        "second",
        "year of age",
        "count",
    )
)
_COUNTED_UNITS = vocabulary("cup bar stone grain knot magnitude gray mole lux henry carat bit pixel farad tesla ton")
_LONE_SYMBOLS = SAFE_SYMBOLS | frozenset("CFKVWJNATmgLltB")
_WRITTEN_ZERO = frozenset(("no", "none", "nil"))


def predictions(text: str) -> list[Prediction]:
    """Return what the benchmark would call the quantities of a text, in order."""
    items: list[_Item] = []
    for quantity in read_quantities(text, wide=True):
        if not _is_dropped(text, quantity) and (not items or quantity.start >= items[-1].end):
            items.extend(_items(text, quantity))
    return [
        {
            "value": "-".join(_number(value) for value in item.values),
            "normalized_unit": item.unit,
            "change": item.change,
        }
        for item in _inherit(text, _join(text, items))
    ]


def _number(value: float) -> str:
    return f"{value:.12g}" if abs(value) < 1e12 else f"{value:.0f}"


def _is_dropped(text: str, quantity: Quantity) -> bool:
    if quantity.kind in _NO_QUANTITY:
        return True
    if quantity.kind != "count":
        return quantity.kind == "percent" and _is_half_of_one(text, quantity)
    if text[quantity.start : quantity.end].lower() in _WRITTEN_ZERO:
        return True
    if text[quantity.number_end : quantity.number_end + 1] == "-" and text[quantity.number_end + 1 :][:1].isalpha():
        return True  # "a three-bed apartment"
    first = text[quantity.start]
    return quantity.qualifier == "exact" and (first.isdigit() or first.isupper()) and _is_name(text, quantity)


def _is_half_of_one(text: str, quantity: Quantity) -> bool:
    """Return whether a half is one thing's: "half the revenue", but "half the condos" are counted."""
    if text[quantity.number_start : quantity.number_end].lower() != "half" or _OF_MANY.match(text, quantity.end):
        return False
    return quantity.noun is None or singular(quantity.noun.split()[-1]) == quantity.noun.split()[-1]


def _is_name(text: str, quantity: Quantity) -> bool:
    """Return whether a bare number belongs to a name: "iPhone 11 has", "S&P 500"."""
    found = _PROPER.search(text, max(0, quantity.start - 24), quantity.start)
    if found is None or found["word"].lower() in NOUN_STOPS:
        return False
    return found.start() > 0 or sum(letter.isupper() for letter in found["word"]) > 1


def _items(text: str, quantity: Quantity) -> list[_Item]:
    if quantity.kind == "score":
        ends = tuple(float(end) for end in re.findall(r"[0-9]+", text[quantity.start : quantity.end]))
        return [_Item(quantity.start, quantity.end, ends, "-", "=", False)]
    scale = 100.0 if is_fraction(text, quantity) else 1.0
    if _PENCE.search(text, quantity.number_start, quantity.number_end) is not None:
        scale = 0.01  # "118.5p" counts pence there
    unit, end = _unit(text, quantity)
    change = _change(text, quantity)
    bare = unit == "-" and quantity.kind == "count"
    if quantity.qualifier != "range" or quantity.low is None or quantity.high is None:
        return [_Item(quantity.start, end, (quantity.value / scale,), unit, change, bare)]
    low, high = quantity.low / scale, quantity.high / scale
    surface = text[quantity.start : quantity.end]
    if _OR.search(surface) and not surface.lower().startswith("between"):
        return [
            _Item(quantity.start, quantity.start, (low,), unit, change, bare),
            _Item(quantity.number_end, end, (high,), unit, "=", bare),
        ]
    return [_Item(quantity.start, end, (low, high), unit, change, bare)]


def _unit(text: str, quantity: Quantity) -> tuple[str, int]:
    """Return the name of the unit and the offset after its words."""
    end = quantity.end
    if quantity.kind == "percent" and not is_fraction(text, quantity):
        return "percentage", end
    if quantity.kind == "percent":
        found = _UNIT_OF.match(text, end)
        if found is not None and found["word"] in SPELLED:
            return SPELLED[found["word"]], found.end()
        return f"% {lemma(quantity.noun) if quantity.noun else '-'}", end
    if quantity.kind == "points":
        return "percentage point", end
    if quantity.kind == "age":
        return f"{quantity.unit or 'year'} of age", end
    if quantity.kind == "factor":
        return "count", end
    if quantity.kind == "money" and _PENCE.search(text, quantity.number_start, quantity.number_end) is not None:
        unit = "pence"
    elif quantity.kind == "money" and _is_weight(text, quantity):
        unit = "pound-mass"
    elif quantity.kind == "money":
        unit = CURRENCY_UNITS.get(quantity.unit or "", quantity.unit or "-")
    elif text[quantity.start : quantity.end].endswith("parts per million"):
        unit = "part per million"
    elif quantity.unit is not None and quantity.kind != "rate":
        unit = quantity.unit
    else:
        unit, end = _counted(text, quantity)
    per = _PER.match(text, end)
    if per is None or unit == "-":
        return unit, end
    base = per["one"] or per["per"]
    return f"{unit} per {singular(SYMBOLS.get(base, base))}", per.end()


def _is_weight(text: str, quantity: Quantity) -> bool:
    surface = text[quantity.number_start : quantity.number_end]
    return surface.endswith("pounds") and abs(quantity.value) < 10_000


def _counted(text: str, quantity: Quantity) -> tuple[str, int]:
    symbol = _SYMBOL.match(text, quantity.number_end)
    if symbol is not None and symbol["unit"] in _LONE_SYMBOLS and text[quantity.number_start].isdigit():
        return compound(text, SYMBOLS[symbol["unit"]], symbol.end())
    if quantity.noun is None or quantity.noun_end is None:
        return "-", quantity.end
    words = quantity.noun.split()
    head = SPELLED.get(words[-1].lower())
    if head is not None and head not in _COUNTED_UNITS:
        return head, quantity.noun_end
    if words[0].lower() == "times":
        return "count", quantity.noun_end
    return lemma(quantity.noun), quantity.noun_end


def _change(text: str, quantity: Quantity) -> str:
    ahead = text[quantity.start : quantity.number_start].lower()
    if quantity.qualifier == "nearly" and _SHORT_OF.search(ahead) is not None:
        return "<"  # "just under 200"
    if quantity.qualifier == "exact" and _WITHIN.search(text, max(0, quantity.start - 12), quantity.start):
        return "<"
    if quantity.qualifier in _BOUNDS:
        return _CHANGES[quantity.qualifier]
    words = text[max(0, quantity.start - 48) : quantity.start].lower().split()
    if quantity.qualifier == "range" and words and words[-1] in _ABOUT:
        return "~"
    if words and words[-1] == "+":
        return "up"
    if words and words[-1] == "from":
        words.pop()
    by = False
    while words and words[-1] in _LINKS:
        by = by or words[-1] == "by"
        words.pop()
    last = words[-1] if words else ""
    if len(words) > 1 and words[-2] in _GIVING and last == "up":
        return _CHANGES[quantity.qualifier]  # "gave up 517 rushing yards"
    nearest = words[-4:] if by else words[-1:]
    for word in reversed(nearest):
        if word in _UP:
            return "up"
        if word in _DOWN:
            return "down"
    return _CHANGES[quantity.qualifier]


def _join(text: str, items: list[_Item]) -> list[_Item]:
    """Make "from A to B" of one unit a range, and "A to B" whose first number has no unit."""
    joined: list[_Item] = []
    for item in items:
        first = joined[-1] if joined else None
        if first is None or len(first.values) != 1 or len(item.values) != 1:
            joined.append(item)
            continue
        if _TO.fullmatch(text, first.end, item.start) and _is_span(text, first, item):
            unit = item.unit if first.unit == "-" else first.unit
            joined[-1] = _Item(first.start, item.end, (first.values[0], item.values[0]), unit, first.change, first.bare)
        else:
            joined.append(item)
    return joined


def _is_span(text: str, first: _Item, second: _Item) -> bool:
    if first.unit == "percentage" != second.unit:
        return False
    if text[max(0, first.start - 5) : first.start].lower() == "from ":
        return first.unit == second.unit or "-" in (first.unit, second.unit)
    if first.change in ("up", "down"):
        return False
    return first.unit == second.unit != "-" or (first.bare and first.values[0] < second.values[0])


def _inherit(text: str, items: list[_Item]) -> list[_Item]:
    """Give a bare number the unit of the number before it: "435 homes by open sale and 187 by tender"."""
    for item, following in pairwise(items):
        if item.bare and _OF_NUMBER.fullmatch(text, item.end, following.start):
            item.unit, item.bare = following.unit, False
        is_adverb = _ADVERB.search(text, max(0, item.start - 6), item.start) is not None
        if is_adverb and following.change == "=" and _OR_ELSE.fullmatch(text, item.end, following.start):
            following.change = item.change  # "up 17.5 points, or 0.22%"
    unit = "-"
    for item in items:
        if item.bare:
            item.unit = unit
        elif item.unit not in _NOT_INHERITED and not item.unit.startswith("%"):
            unit = item.unit
    return items
