"""A bare number with the unit that is printed with it: "£6m", "66 per cent", "ten working days", "8-inch"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.quantities.currencies import CURRENCY_NAMES, CURRENCY_SIGNS, NATIONAL_CURRENCIES
from transforms.quantities.numbers import DIGITS, GAP, HYPHEN, MAX_DIGITS, digits_value, read_words
from transforms.quantities.units import GLUED_SYMBOLS, SAFE_SYMBOLS, SPELLED, SYMBOLS
from transforms.quantities.words import (
    DIGIT_SCALES,
    DURATION_MODIFIERS,
    DURATIONS,
    FACTOR_FOLLOWERS,
    VULGAR_FRACTIONS,
)

_NEXT = re.compile(
    rf"(?:(?P<gap>{GAP}|{HYPHEN}(?:\r?\n)?(?=[A-Za-z]))|(?!{GAP}|{HYPHEN}(?:\r?\n)?[A-Za-z]))(?P<word>%++|[A-Za-zµμΩ]++(?:[²³]|[23](?![0-9]))?|°[CFcfK]?|[℃℉″′¢])"
)
_NEXT_WORD = re.compile(rf"\.?(?:{GAP}|{HYPHEN})([A-Za-z]+)")
_CENT = re.compile(rf"{GAP}cent\b|(?:{GAP})?cent\b")
_POINTS = re.compile(rf"(?:{GAP}|-)(?:percentage{GAP})?(?:points?|pts?)\b")
_OLD = re.compile(rf"(?:{GAP}|{HYPHEN})olds?\b|{GAP}of{GAP}age\b")
_MIXED = re.compile(r"[ -]([1-9])/([2-9]|1[0-6])(?![0-9/])")
_HALF = re.compile(rf"(?:{GAP}|-)and(?:{GAP}|-)a(?:{GAP}|-)(half|quarter)\b")
_POWER = re.compile(r"[ ]?[×x][ ]?10\^?([-−]?[0-9]{1,2})(?![0-9])")
_DIVISOR = re.compile(r"/(?P<unit>[A-Za-zµμΩ]{1,4}[0-9²³]?)(?![A-Za-z0-9])")
_INVERSE = re.compile(r"[ ·⋅.]?(?P<unit>[A-Za-zµμ]{1,3})(?:\^?[-−](?P<power>[123])|⁻(?P<raised>[¹²³]))")
_POWERS = {"1": "", "2": "square ", "3": "cubic ", "¹": "", "²": "square ", "³": "cubic "}
_DIGITS = re.compile(DIGITS)
_MONEY = re.compile(rf"(?P<sign>[A-Z]{{0,2}}[£$€¥₹₩₽₪฿₺₦])[ \xa0]?(?P<minus>[-−])?(?P<digits>{DIGITS})")

_NATIONS = frozenset(name.split()[0] for name in NATIONAL_CURRENCIES)
_PERCENT_WORDS = frozenset(("percent", "pct", "pc"))
_POINT_WORDS = frozenset(("ppt", "ppts", "pp"))
_ADDING = frozenset(("and", "x"))
_PAIR_STARTS = frozenset(name.split()[0].lower() for name in (*SPELLED, *SYMBOLS) if " " in name)
_KNOWN = frozenset(
    {
        *("per", "percentage", "won", "times", "x", "fold"),
        *_PERCENT_WORDS,
        *_POINT_WORDS,
        *DURATIONS,
        *DURATION_MODIFIERS,
        *CURRENCY_NAMES,
        *_NATIONS,
        *_PAIR_STARTS,
        *SPELLED,
        *(symbol.lower() for symbol in SYMBOLS),
    }
)


@dataclass(slots=True)
class Amount:
    """A number with its unit sign; ``end`` is after the unit, ``numeral_end`` after the bare number and its scale."""

    start: int
    numeral_end: int
    end: int
    value: float
    kind: str = "count"
    unit: str | None = None
    scale: float = 1.0
    worded: bool = False
    hyphenated: bool = False


def read_amount(text: str, start: int) -> Amount | None:
    """Read the number in digits, words or money that begins at ``start``, with its unit."""
    money = _MONEY.match(text, start)
    if money is not None:
        value = digits_value(money["digits"]) * (-1 if money["minus"] else 1)
        return money_amount(text, start, money.end(), value, _currency(money["sign"]))
    digits = _DIGITS.match(text, start)
    if digits is not None:
        if digits.end() - start > MAX_DIGITS:
            return None
        return with_unit(text, Amount(start, digits.end(), digits.end(), digits_value(digits.group())))
    words = read_words(text, start)
    if words is None:
        return None
    return with_unit(text, Amount(start, words.end, words.end, words.value, worded=True))


def _currency(sign: str) -> str:
    return CURRENCY_SIGNS.get(sign.lower()) or CURRENCY_SIGNS[sign[-1]]


def money_amount(text: str, start: int, end: int, value: float, currency: str) -> Amount:
    """Return the money whose digits end at ``end``, scaled: "£3.4bn"."""
    amount = Amount(start, end, end, value, "money", currency)
    following = _NEXT.match(text, end)
    if following is not None:
        scale = DIGIT_SCALES.get(following["word"].lower())
        if scale is not None and (following["gap"] is None or len(following["word"]) > 1):
            _scale(amount, scale, following.end())
    return amount


def _scale(amount: Amount, scale: float, end: int) -> None:
    amount.value = round(amount.value * scale, 6) if scale >= 1 else amount.value * scale
    amount.scale *= scale
    amount.numeral_end = amount.end = end


def with_unit(text: str, amount: Amount) -> Amount:
    """Give the amount the scale and unit that follow it; ``end`` moves behind them."""
    following = _NEXT.match(text, amount.end)
    if (following is None or following["word"] in _ADDING) and _add(text, amount):
        following = _NEXT.match(text, amount.end)
    if following is None:
        return amount
    word = following["word"].lower()
    for _ in range(2):  # "4 hundred million"
        scale = DIGIT_SCALES.get(word)
        if scale is None or not _is_scale(following, amount):
            break
        _scale(amount, scale, following.end())
        following = _NEXT.match(text, amount.end)
        if following is None:
            return amount
        word = following["word"].lower()
    if word in _KNOWN or word[0] == "%":
        _unit(text, amount, following, word)
    return amount


def _add(text: str, amount: Amount) -> bool:
    """Add what belongs to the bare number: "2½", "two and a half", "1.99×10−30"."""
    end = amount.end
    vulgar = VULGAR_FRACTIONS.get(text[end : end + 1])
    if vulgar is not None:
        amount.value += vulgar
        amount.numeral_end = amount.end = end + 1
        return True
    mixed = _MIXED.match(text, end)
    if mixed is not None:
        amount.value += float(mixed[1]) / float(mixed[2])
        amount.numeral_end = amount.end = mixed.end()
        return True
    half = _HALF.match(text, end)
    if half is not None:
        amount.value += 0.5 if half[1] == "half" else 0.25
        amount.numeral_end = amount.end = half.end()
        return True
    power = _POWER.match(text, end)
    if power is not None:
        _scale(amount, 10.0 ** int(power[1].replace("−", "-")), power.end())
    return power is not None


def _is_scale(following: re.Match[str], amount: Amount) -> bool:
    word, gap = following["word"], following["gap"]
    if amount.worded:
        return word.lower() == "dozen" and amount.value <= 12
    if len(word) > 2:
        return True
    return gap is None if word != "B" else True


def _unit(text: str, amount: Amount, following: re.Match[str], word: str) -> None:
    hyphenated = following["gap"] is not None and following["gap"][0] in HYPHEN
    if word[0] == "%" or word in _PERCENT_WORDS:
        _percent(text, amount, following.end())
    elif word == "per":
        cent = _CENT.match(text, following.end())
        if cent is not None:
            _percent(text, amount, cent.end())
    elif word in DURATIONS:
        _duration(text, amount, following.end(), word, hyphenated)
    elif word in DURATION_MODIFIERS:
        later = _NEXT_WORD.match(text, following.end())
        if later is not None and later[1].lower() in DURATIONS:
            _duration(text, amount, later.end(), later[1].lower(), hyphenated)
    elif word == "times":
        later = _NEXT_WORD.match(text, following.end())
        if later is not None and later[1].lower() in FACTOR_FOLLOWERS:
            amount.kind, amount.end = "factor", following.end()
    elif (word == "x" and following["gap"] is None) or (word == "fold" and hyphenated):
        amount.kind, amount.end = "factor", following.end()
    elif word in _POINT_WORDS:
        amount.kind, amount.unit, amount.end = "points", "percentage_point", following.end()
    elif word == "percentage":
        points = _POINTS.match(text, following.end())
        if points is not None:
            amount.kind, amount.unit, amount.end = "points", "percentage_point", points.end()
    elif word in CURRENCY_NAMES and (following["gap"] is not None or len(word) == 1):
        unit = CURRENCY_NAMES[word]
        amount.value = amount.value / 100 if word in ("p", "pence") else amount.value
        amount.kind, amount.unit, amount.end = "money", unit, following.end()
    elif not _national(text, amount, following, word):
        _measure(text, amount, following, word)


def _national(text: str, amount: Amount, following: re.Match[str], word: str) -> bool:
    if word == "won" and (amount.scale > 1 or amount.value >= 1000):  # "5 trillion won", not "three won awards"
        amount.kind, amount.unit, amount.end = "money", "krw", following.end()
        return True
    if word not in _NATIONS:
        return False
    later = _NEXT_WORD.match(text, following.end())
    unit = NATIONAL_CURRENCIES.get(f"{word} {later[1].lower()}") if later is not None else None
    if unit is None or later is None:
        return False
    amount.kind, amount.unit, amount.end = "money", unit, later.end()
    return True


def _percent(text: str, amount: Amount, end: int) -> None:
    points = _POINTS.match(text, end)
    if points is not None:
        amount.kind, amount.unit, amount.end = "points", "percentage_point", points.end()
    else:
        amount.kind, amount.unit, amount.end = "percent", "percent", end


def _duration(text: str, amount: Amount, end: int, word: str, hyphenated: bool) -> None:
    if word == "second" and amount.value != 1 and not hyphenated:
        return  # "two second homes"
    old = _OLD.match(text, end)
    amount.kind = "duration" if old is None else "age"
    amount.unit = DURATIONS[word]
    amount.end = end if old is None else old.end()
    amount.hyphenated = hyphenated


def compound(text: str, unit: str, end: int) -> tuple[str, int]:
    """Return the unit with its divisors and the new end: "kV/cm", "A/cm2", "m s−1"."""
    for _ in range(2):
        divisor = _DIVISOR.match(text, end)
        if divisor is not None and divisor["unit"] in SYMBOLS:
            unit, end = f"{unit} per {SYMBOLS[divisor['unit']]}", divisor.end()
            continue
        inverse = _INVERSE.match(text, end)
        if inverse is None or inverse["unit"] not in SYMBOLS:
            break
        power = _POWERS[inverse["power"] or inverse["raised"]]
        unit, end = f"{unit} per {power}{SYMBOLS[inverse['unit']]}", inverse.end()
    return unit, end


def later_duration(text: str, amount: Amount, end: int) -> int:
    """Make the amount a duration whose unit stands after its qualifier ("two or more years"); return the new end."""
    later = _NEXT_WORD.match(text, end)
    if later is None or later[1].lower() not in DURATIONS:
        return end
    amount.kind, amount.unit = "duration", DURATIONS[later[1].lower()]
    return later.end()


def _measure(text: str, amount: Amount, following: re.Match[str], word: str) -> None:
    printed, end, glued = following["word"], following.end(), following["gap"] is None
    later = _NEXT_WORD.match(text, end) if word in _PAIR_STARTS else None
    unit = None
    if later is not None:
        unit = SPELLED.get(f"{word} {later[1].lower()}") or SYMBOLS.get(f"{word} {later[1]}")
    if unit is not None and later is not None:
        end = later.end()
    elif word in SPELLED:
        unit = SPELLED[word]
    elif not amount.worded and (printed in SAFE_SYMBOLS or (glued and printed in GLUED_SYMBOLS)):
        unit = SYMBOLS.get(printed)
    if unit is None:
        return
    unit, end = compound(text, unit, end)
    amount.kind, amount.unit, amount.end = "measure", unit, end
    amount.hyphenated = following["gap"] is not None and following["gap"][0] in HYPHEN
