"""Read every number of a text: find where one may begin, then type it with the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from transforms.model import Quantity
from transforms.quantities import calendar, labels, worded
from transforms.quantities.amounts import Amount, money_amount, with_unit
from transforms.quantities.calendar import Label
from transforms.quantities.currencies import CURRENCY_PREFIXES, CURRENCY_SIGNS
from transforms.quantities.finish import finish, lead_words
from transforms.quantities.numbers import DIGITS, MAX_DIGITS, digits_value
from transforms.quantities.scanner import AT_START, NUMERALS, SCAN
from transforms.quantities.words import VULGAR_FRACTIONS

_DIGITS = re.compile(DIGITS)
_LEFT_PLAIN = frozenset(" \n\t(\xa0")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_SCORE = re.compile(r"[-–:]([0-9]{1,2})(?![0-9%]|[.,][0-9])")
_DECADE = re.compile(r"0s(?:\s(?:or|and|to)\s(?:the\s)?(?P<second>[1-9])0s)?\b")
_COUNTRY = re.compile(r"(?<![A-Za-z])(?:(?:US|HK|NZ)[ ]?|AUD|CAD|NZD|USD|HKD|SGD|AU|CA|NT|MX|CN|A|C|S|R)$")
_MINUS = frozenset("-−")
_BULLET = re.compile(r"\n[^\w\n(]*+$")
_LINE_END = re.compile(r"[ \t]*+(?:\r?\n|$)")
_ENUMERATOR = re.compile(r"(?:[:;\n]|[:;]\s|;\sand\s)\($")  # "RESOLVED that: (1) the report"

_AGE_LINKS = frozenset(("and", "or", ",", "to"))

DATA_RUN = 2048
"""After so many numbers in a row that stand closer than DATA_SPACING characters each, what follows alike is data."""
DATA_SPACING = 32
DATA_STEP = 512
DATA_CHUNK = 512

Step = tuple[Quantity | None, int]


@dataclass(slots=True)
class Found:
    """What was read so far; ``list_end`` is where a list of labels ended that may go on."""

    quantities: list[Quantity]
    end: int = 0
    list_end: int = -1


class Number(NamedTuple):
    """Digits as printed, with the words before them."""

    start: int
    end: int
    value: float
    surface: str
    lead: list[str]


def read_quantities(text: str, *, wide: bool = False) -> list[Quantity]:
    """Return the numbers of a text in order, never overlapping.

    ``wide`` adds what general text calls a number and a statistic never means: "one of the speakers", "thousands".
    """
    found = Found([])
    search = SCAN.search
    match = AT_START.match(text) or search(text)
    while match is not None:
        quantity, position = _read_at(text, match, found, wide=wide)
        if quantity is not None:
            if quantity.start < found.end:  # "1pc1": a label or a qualifier never takes what is read already
                start = max(quantity.number_start, found.end)
                quantity = replace(quantity, start=found.end, number_start=start)
            found.quantities.append(_continue_age(text, found, quantity))
            found.end = quantity.end
            if len(found.quantities) % DATA_STEP == 0 and _is_data(found.quantities):
                position = _skip_data(text, found)
        match = search(text, position)
    return found.quantities


def _is_data(quantities: list[Quantity]) -> bool:
    """Return whether the last numbers stand as close as in a spreadsheet and no text does."""
    if len(quantities) < DATA_RUN:
        return False
    return quantities[-1].end - quantities[-DATA_RUN].start < DATA_RUN * DATA_SPACING


def _skip_data(text: str, found: Found) -> int:
    """Read the rest of a stretch of data as one quantity whose value is how many numbers it holds; return its end."""
    start = position = found.end
    total = 0
    while position < len(text):
        count = len(NUMERALS.findall(text, position, position + DATA_CHUNK))
        if count * DATA_SPACING < DATA_CHUNK:
            break
        total, position = total + count, min(position + DATA_CHUNK, len(text))
    line = text.rfind("\n", max(start, position - DATA_CHUNK), position)
    if line >= 0:
        position = line + 1  # what stands on the last line may be text again
    if position > start:
        value = float(total)
        found.quantities.append(Quantity(start, position, start, position, value, value, value, "exact", "data"))
        found.end = position
    return position


def _continue_age(text: str, found: Found, quantity: Quantity) -> Quantity:
    """Return the second of two ages as an age: "aged 20 and 22", "16- and 17-year-olds" turn on their neighbour."""
    if not found.quantities or quantity.start - found.quantities[-1].end > 8:
        return quantity
    previous = found.quantities[-1]
    if (
        "age" not in (previous.kind, quantity.kind)
        or text[previous.end : quantity.start].strip(" -\n") not in _AGE_LINKS
    ):
        return quantity
    if previous.kind == "count" and previous.qualifier == "exact":
        found.quantities[-1] = replace(
            previous, kind="age", unit=quantity.unit, noun=None, noun_start=None, noun_end=None
        )
    elif quantity.kind in ("count", "duration") and quantity.noun is None:
        return replace(quantity, kind="age", unit=quantity.unit or "year")
    return quantity


def _read_at(text: str, match: re.Match[str], found: Found, *, wide: bool) -> Step:
    kind = match.lastgroup
    if kind == "digits":
        return _read_digits(text, match.start(), found)
    if kind == "money":
        return _read_money(text, match)
    if kind == "vulgar":
        start = match.start()
        share = round(VULGAR_FRACTIONS[text[start]] * 100, 6)
        return _step(
            finish(text, Amount(start, start + 1, start + 1, share, "percent", "percent"), lead_words(text, start))
        )
    return worded.read_word(text, match.start("word"), match["word"].lower(), wide=wide)


def _step(quantity: Quantity) -> Step:
    return quantity, quantity.end


def label_quantity(label: Label) -> Quantity:
    """Return a label as a quantity: exact, without unit."""
    kind, start, end, value = label
    return Quantity(start, end, start, end, value, value, value, "exact", kind)


def _read_money(text: str, match: re.Match[str]) -> Step:
    sign = start = match.start()
    country = _COUNTRY.search(text, max(0, sign - 4), sign) if text[sign] in "$¥" else None
    if country is not None:
        start = country.start()
    digits = _DIGITS.match(text, match.end())
    if digits is None or digits.end() - digits.start() > MAX_DIGITS:
        return None, max(match.end(), digits.end() if digits else 0)
    nation = match["money"].strip(" \xa0-−")
    negative = match["money"][-1:] in _MINUS
    if start > 0 and text[start - 1] in _MINUS and (start < 2 or text[start - 2] in _LEFT_PLAIN):
        start, negative = start - 1, True
    value = digits_value(digits.group()) * (-1 if negative else 1)
    printed = nation.lower() + text[start : sign + 1].lstrip("-−").replace(" ", "").lower()
    currency = CURRENCY_SIGNS.get(printed) or CURRENCY_SIGNS[text[sign]]
    amount = money_amount(text, start, digits.end(), value, currency)
    return _step(finish(text, amount, lead_words(text, start)))


def _read_digits(text: str, start: int, found: Found) -> Step:
    digits = _DIGITS.match(text, start)
    if digits is None:
        return None, start + 1
    end = digits.end()
    surface = digits.group()
    if len(surface) > MAX_DIGITS:
        return None, end
    lead = lead_words(text, start)
    if lead and lead[-1].strip("([.") in CURRENCY_PREFIXES:
        return _read_prefixed(text, start, end, digits_value(surface))
    if text[start - 1 : start] == "." and start > 1 and text[start - 2] in _LEFT_PLAIN and surface.isdigit():
        start, surface = start - 1, "0." + surface
    number = Number(start, end, digits_value(surface), surface, lead)
    label = _read_label(text, number, found)
    if label is not None:
        return label_quantity(label), label.end
    if text[end : end + 1] == "s" and end - start == 2 and surface[1] == "0":
        decade = _read_decade(text, number)
        if decade is not None:
            return _step(decade)
    value = number.value
    if lead and lead[-1].lower().lstrip(",(") == "minus":
        start, value = text.rindex(lead[-1][-5:], 0, start), -value
        lead = lead_words(text, start)
    elif start > 1 and text[start - 1] in _MINUS and text[start - 2] in " (":
        start, value = start - 1, -value
    return _step(finish(text, with_unit(text, Amount(start, end, end, value)), lead))


def _read_prefixed(text: str, start: int, end: int, value: float) -> Step:
    """Read money whose currency stands before in letters: "EUR 5m", "PS8.1bn"."""
    prefix = lead_words(text, start)[-1].lstrip("([")
    begin = text.rindex(prefix, 0, start)
    amount = money_amount(text, begin, end, value, CURRENCY_PREFIXES[prefix.rstrip(".")])
    return _step(finish(text, amount, lead_words(text, begin)))


def _read_label(text: str, number: Number, found: Found) -> Label | None:
    start, end, value, surface, lead = number
    left = text[start - 1] if start else "\n"
    if left not in _LEFT_PLAIN:
        glued = labels.read_glued(text, start, end, value)
        if glued is not None:
            return glued
    elif end - start <= 5 and (left == "\n" or _is_bullet(text, start)):
        line = labels.read_line_start(text, start, end, value)
        if line is not None:
            return line
    if text[end : end + 1] == "%":
        return None
    if surface[0] == "0":
        phone = labels.read_phone(text, start)
        if phone is not None:
            return phone
    label = _read_calendar(text, number) or labels.read_tail_label(text, start, end, value)
    if label is not None:
        return label
    if lead:
        label = labels.read_label(text, start, end, lead, value)
        if label is not None:
            if labels.opens_list(lead):
                found.list_end = label.end
            return label
    return _read_neighbours(text, number, found)


def _is_bullet(text: str, start: int) -> bool:
    """Return whether nothing but a bullet stands between the start of the line and ``start``."""
    if "\n" not in text[max(0, start - 8) : start]:
        return False
    return _BULLET.search(text, max(0, start - 8), start) is not None


def _read_calendar(text: str, number: Number) -> Label | None:
    start, end, value, surface, lead = number
    size = end - start
    last = lead[-1] if lead else ""
    if size <= 2 and 0 < value <= 31:
        day = calendar.read_day(text, start, last)
        if day is not None:
            return day
    if size == 4 and 1900 <= value < 2100 and surface.isdigit():
        return calendar.read_year(text, start, end, last)
    if size == 5 and surface.isdigit() and 1900 <= int(surface[:4]) < 2100 and calendar.is_month(last):
        return calendar.read_year(text, start, start + 4, last)  # "31 March 20149"
    if value < 24 and (size <= 2 or surface[-3:-2] == "."):
        return calendar.read_time(text, start)
    return None


def _read_neighbours(text: str, number: Number, found: Found) -> Label | None:
    start, end, value = number.start, number.end, number.value
    following = text[end : end + 2]
    if following in ("st", "nd", "rd", "th") and _ORDINAL.match(text, end):
        return Label("ordinal", start, end + 2, value)
    if following[:1] in ("-", "–", ":") and following and value < 100:
        score = _SCORE.match(text, end)
        if score is not None and (float(score[1]) <= value or following[0] == ":"):
            return Label("score", start, score.end(), value)
    if found.list_end >= 0 and labels.continues_list(text, found.list_end, start):
        found.list_end = end
        return Label("reference", start, end, value)
    if following[:1] == ")" and _ENUMERATOR.search(text, max(0, start - 6), start):
        return Label("reference", start, end, value)
    previous = found.quantities[-1] if found.quantities else None
    if end - start <= 3 and text[end : end + 1] in ("\n", " ", ""):
        page = labels.read_contents(text, start, end, value)
        if page is not None:
            return page
    is_near = previous is not None and previous.kind == "date" and 0 < start - previous.end <= 2
    if is_near and end - start <= 3 and _LINE_END.match(text, end):
        return Label("reference", start, end, value)  # "17 to 28 January 2022 10" closes a page
    return None


def _read_decade(text: str, number: Number) -> Quantity | None:
    found = _DECADE.match(text, number.end - 1)
    if found is None:
        return None
    first = int(number.value)
    last = int(found["second"]) * 10 if found["second"] else first
    return worded.decade_quantity(text, number.start, found.end(), (first, last), number.lead)
