"""Words and symbols of units that may follow a number, with their normalised names."""

from __future__ import annotations

from collections.abc import Mapping

from transforms.quantities.words import vocabulary


def _names(lines: str) -> dict[str, str]:
    units = {}
    for line in lines.strip().splitlines():
        name, _, spellings = line.strip().partition(":")
        units[name] = name
        for spelling in spellings.split(","):
            if spelling.strip():
                units[spelling.strip()] = name
    return units


def _plurals(names: Mapping[str, str]) -> dict[str, str]:
    return {f"{spelling}s": name for spelling, name in names.items() if spelling == name}


_BASES = vocabulary(
    """
    metre gram litre watt volt ampere joule newton pascal hertz byte bit calorie ohm farad henry tesla sievert
    becquerel gray lumen lux mole candela bar electronvolt
    """
)
_PREFIXES = vocabulary("nano micro milli centi deci kilo mega giga tera peta")
_AMERICAN = {"metre": "meter", "litre": "liter"}

_WORDS = _names(
    """
    mile: miles
    nautical mile: nautical miles
    light year: light years, light-year, light-years, lightyears
    astronomical unit: astronomical units
    foot: feet
    inch: inches
    yard:
    micron: microns
    acre:
    hectare:
    carat:
    grain:
    ton:
    stone:
    metric ton: tonne, tonnes, metric tons, metric tonnes
    ounce:
    fluid ounce: fluid ounces
    troy ounce: troy ounces
    barrel:
    gallon:
    pint:
    quart:
    cup:
    teaspoon:
    tablespoon:
    bushel:
    knot:
    degree:
    horsepower:
    brake horsepower:
    kilowatt hour: kilowatt-hour, kilowatt-hours, kilowatt hours
    megawatt hour: megawatt-hour, megawatt-hours, megawatt hours
    gigawatt hour: gigawatt-hour, gigawatt-hours, gigawatt hours
    pound-foot: pound-feet, pound feet, lb ft
    newton metre: newton metres, newton-metres, newton meters, newton-meters
    decibel:
    megapixel:
    pixel:
    calorie:
    basis point: basis points
    celsius: degrees celsius, degree celsius, degrees centigrade, degc, deg c, degrees c, degree c, centigrade
    fahrenheit: degrees fahrenheit, degree fahrenheit, degf, deg f, degrees f, degree f
    kelvin: degrees kelvin
    revolution per minute: revolutions per minute
    part per million: parts per million
    part-per-billion: parts per billion
    magnitude:
    """
)
_SQUARED = {"mile", "metre", "foot", "inch", "yard", "kilometre", "centimetre", "millimetre"}


def _spelled() -> dict[str, str]:
    names = dict(_WORDS)
    for base in sorted(_BASES):
        for prefix in ("", *sorted(_PREFIXES)):
            name = prefix + base
            names[name] = name
            american = _AMERICAN.get(base)
            if american is not None:
                names[prefix + american] = names[f"{prefix}{american}s"] = name
    names.update({"kilo": "kilogram", "kilos": "kilogram", "gramme": "gram", "amp": "ampere", "kcal": "kilocalorie"})
    names.update(
        {"grammes": "gram", "amps": "ampere", "gigs": "gigabyte", "megs": "megabyte", "kph": "kilometre per hour"}
    )
    names.update(_plurals(names))
    for spelling, name in list(names.items()):
        if name in _SQUARED:
            for word, shape in (("square", "square"), ("sq", "square"), ("cubic", "cubic")):
                names[f"{word} {spelling}"] = f"{shape} {name}"
    return names


# Symbol of a base unit: its name, and the prefixes that are in use with it.
_SYMBOL_BASES = {
    "m": ("metre", "nμµmcdk"),
    "g": ("gram", "nμµmk"),
    "l": ("litre", "μµmcd"),
    "L": ("litre", "μµmd"),
    "W": ("watt", "μµmkMGT"),
    "V": ("volt", "μµmkM"),
    "A": ("ampere", "μµmk"),
    "J": ("joule", "mkMG"),
    "N": ("newton", "mkM"),
    "Pa": ("pascal", "kMG"),
    "Hz": ("hertz", "kMGT"),
    "B": ("byte", "kMGT"),
    "eV": ("electronvolt", "kMGT"),
    "s": ("second", "nμµm"),
    "Wh": ("watt hour", "mkMGT"),
    "Ω": ("ohm", "mkM"),
    "mol": ("mole", "μµm"),
    "T": ("tesla", "m"),
    "Sv": ("sievert", "μµm"),
    "Bq": ("becquerel", "kMGT"),
    "cal": ("calorie", "k"),
    "bit": ("bit", "kMG"),
    "F": ("farad", "nμµm"),
}
_SYMBOL_PREFIXES = {
    "n": "nano",
    "μ": "micro",
    "µ": "micro",
    "m": "milli",
    "c": "centi",
    "d": "deci",
    "k": "kilo",
    "M": "mega",
    "G": "giga",
    "T": "tera",
}
_SYMBOLS = {
    "ft": "foot",
    "yd": "yard",
    "yds": "yard",
    "mi": "mile",
    "oz": "ounce",
    "lb": "pound-mass",
    "lbs": "pound-mass",
    "kgs": "kilogram",
    "kms": "kilometre",
    "KG": "kilogram",
    "Kg": "kilogram",
    "KM": "kilometre",
    "Km": "kilometre",
    "t": "metric ton",
    "ha": "hectare",
    "mph": "mile per hour",
    "MPH": "mile per hour",
    "kmh": "kilometre per hour",
    "km/h": "kilometre per hour",
    "mpg": "mile per gallon",
    "fps": "frame per second",
    "rpm": "revolution per minute",
    "bpm": "beat per minute",
    "psi": "pound-force per square inch",
    "hp": "horsepower",
    "HP": "horsepower",
    "bhp": "brake horsepower",
    "PS": "metric horsepower",
    "Nm": "newton metre",
    "nm": "nanometre",
    "KB": "kilobyte",
    "gb": "gigabyte",
    "mb": "megabyte",
    "tb": "terabyte",
    "Mbps": "megabit per second",
    "Gbps": "gigabit per second",
    "kbps": "kilobit per second",
    "MP": "megapixel",
    "dB": "decibel",
    "hz": "hertz",
    "khz": "kilohertz",
    "mhz": "megahertz",
    "ghz": "gigahertz",
    "Ghz": "gigahertz",
    "kWh": "kilowatt hour",
    "kwh": "kilowatt hour",
    "KW": "kilowatt",
    "kw": "kilowatt",
    "mw": "megawatt",
    "mcg": "microgram",
    "bpd": "barrel per day",
    "b/d": "barrel per day",
    "mmHg": "millimetre of mercury",
    "inHg": "inch of mercury",
    "hPa": "hectopascal",
    "kVA": "kilovolt-ampere",
    "BTU": "british thermal unit",
    "Btu": "british thermal unit",
    "Å": "ångström",
    "Gy": "gray",
    "tsp": "teaspoon",
    "tbsp": "tablespoon",
    "mAh": "milliampere hour",
    "Ah": "ampere hour",
    "cc": "cubic centimetre",
    "cm": "centimetre",
    "mm": "millimetre",
    "ppm": "part per million",
    "ppb": "part-per-billion",
    "bps": "basis point",
    "kt": "knot",
    "kts": "knot",
    "kn": "knot",
    "mbar": "millibar",
    "bar": "bar",
    "atm": "atmosphere",
    "AU": "astronomical unit",
    "ly": "light year",
    "K": "kelvin",
    "C": "celsius",
    "F": "fahrenheit",
    "°C": "celsius",
    "°c": "celsius",
    "°F": "fahrenheit",
    "°": "degree",
    "°K": "kelvin",
    "ºC": "celsius",
    "℃": "celsius",
    "℉": "fahrenheit",
    "″": "inch",
    "′": "foot",
    "in": "inch",
    "h": "hour",
    "hr": "hour",
    "min": "minute",
    "a": "year",
    "d": "day",
    "y": "year",
    "yr": "year",
    "yrs": "year",
    "sqm": "square metre",
    "sqft": "square foot",
}
_AREAS = ("m", "km", "cm", "mm", "ft", "in", "mi", "yd")


def _symbolic() -> dict[str, str]:
    names = {}
    for symbol, (base, letters) in _SYMBOL_BASES.items():
        names[symbol] = base
        names.update({letter + symbol: _SYMBOL_PREFIXES[letter] + base for letter in letters})
    names.update(_SYMBOLS)
    for symbol in _AREAS:
        name = names[symbol]
        for mark, shape in (("2", "square"), ("²", "square"), ("3", "cubic"), ("³", "cubic")):
            names[symbol + mark] = f"{shape} {name}"
        names[f"sq {symbol}"] = f"square {name}"
    return names


SPELLED: Mapping[str, str] = _spelled()
"""Units written out, lower case; safe after any number."""

SYMBOLS: Mapping[str, str] = _symbolic()
"""Unit symbols, as printed."""

SAFE_SYMBOLS = frozenset(SYMBOLS) - vocabulary(
    "A T N a d s h y g l L m t in min C F K V W J B PS AU mi MP ha ms bar bit hp HP"
)
"""Symbols that are no word of ordinary English, so that a blank may stand before them."""

GLUED_SYMBOLS = frozenset(("g", "L", "l", "m", "W", "V", "in"))
"""Symbols that mean a unit where they hang on the digits: "500g"."""
