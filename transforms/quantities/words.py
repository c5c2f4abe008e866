"""The words that numbers are made of and that stand beside them, as data.

Everything is lower case; a phrase is written with single spaces. Nothing here reads a text.
"""

from __future__ import annotations

from collections.abc import Mapping


def vocabulary(words: str) -> frozenset[str]:
    """Return the words of a blank-separated list as a set."""
    return frozenset(words.split())


UNITS: Mapping[str, int] = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
TEENS: Mapping[str, int] = {
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS: Mapping[str, int] = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES: Mapping[str, int] = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

# Scales as they follow digits: "1.2 million", "£6m", "150k".
DIGIT_SCALES: Mapping[str, int] = {
    **SCALES,
    "hundred": 100,
    "dozen": 12,
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mil": 10**6,
    "mln": 10**6,
    "million": 10**6,
    "bn": 10**9,
    "b": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "lakh": 10**5,
    "lakhs": 10**5,
    "crore": 10**7,
    "crores": 10**7,
}

DECADES: Mapping[str, int] = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
# "low seventies" is 70 to 73: offsets of the two ends within the decade.
DECADE_PARTS: Mapping[str, tuple[int, int]] = {
    "low": (0, 3),
    "lower": (0, 3),
    "early": (0, 3),
    "mid": (4, 6),
    "middle": (4, 6),
    "high": (7, 9),
    "upper": (7, 9),
    "late": (7, 9),
}

# Parts of a whole after a cardinal or an article: "two-thirds", "a quarter".
PARTS: Mapping[str, int] = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twelfth": 12,
    "sixteenth": 16,
    "twentieth": 20,
    "hundredth": 100,
}
VULGAR_FRACTIONS: Mapping[str, float] = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 1 / 5,
    "⅖": 2 / 5,
    "⅗": 3 / 5,
    "⅘": 4 / 5,
    "⅙": 1 / 6,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}

ORDINALS: Mapping[str, int] = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
}

FACTORS: Mapping[str, int] = {"twice": 2, "thrice": 3, "double": 2, "treble": 3, "triple": 3, "quadruple": 4}
FOLDS: Mapping[str, int] = {
    f"{word}fold": value for word, value in {**UNITS, **TEENS, "hundred": 100}.items() if value > 1
}
# "three times as many": after these, "times" multiplies; else times are counted ("missing three times").
FACTOR_FOLLOWERS = vocabulary(
    """
    as more the higher greater larger bigger longer its their that what faster likelier
    """
)

MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}

DURATIONS: Mapping[str, str] = {
    "second": "second",
    "seconds": "second",
    "sec": "second",
    "secs": "second",
    "minute": "minute",
    "minutes": "minute",
    "min": "minute",
    "mins": "minute",
    "hour": "hour",
    "hours": "hour",
    "hr": "hour",
    "hrs": "hour",
    "day": "day",
    "days": "day",
    "night": "night",
    "nights": "night",
    "week": "week",
    "weeks": "week",
    "weekend": "weekend",
    "weekends": "weekend",
    "fortnight": "fortnight",
    "fortnights": "fortnight",
    "month": "month",
    "months": "month",
    "term": "term",
    "terms": "term",
    "year": "year",
    "years": "year",
    "decade": "decade",
    "decades": "decade",
    "century": "century",
    "centuries": "century",
}
# Words between a number and its unit of time: "ten working days", "two full years".
DURATION_MODIFIERS = vocabulary(
    """
    working calendar school full consecutive more further successive business sitting academic financial
    """
)

# Verbs and adverbs of movement: "rose 12 per cent to 34" is no range.
RISING = vocabulary(
    """
    up rose rise rises risen rising gain gained gains grew grow grows grown growing climb climbed climbs
    increase increased increases increasing surge surged soar soared jump jumped jumps add added advanced raise
    raised raises improved expanded edged higher
    """
)
FALLING = vocabulary(
    """
    down fell fall falls fallen falling drop dropped drops lose lost loses slid slide slipped slip tumbled
    tumble decline declined declines shed decrease decreased decreases decreasing lower lowered slumped plunged
    dipped eased reduce reduced reduces reducing cut shrank sank halved slashed narrowed worsened
    """
)

# A number after one of these is a label: "section 47", "Key Stage 2", "Year 11".
REFERENCES = vocabulary(
    """
    section sections s sec paragraph paragraphs para paras page pages p pp chapter chapters part parts article
    articles appendix annex annexe table tables figure fig figures regulation regulations schedule clause rule
    step tier tiers level levels band grade stage stages phase phases form version option quarter item items
    room number no nos note footnote recommendation recommendations priority question standard key line group
    channel route platform junction unit floor act year category class type model windows iphone galaxy formula
    apollo covid ref reference volume vol issue ad bc a.d b.c week day round game match episode season lap hole
    gate
    """
)
# Of those, the ones that also count or qualify: "Year 11" is a label, "year 11 children" is not.
CAPITAL_REFERENCES = vocabulary(
    """
    part group year number line class key unit standard act type model figure figures table p s no week day
    round game match episode season lap hole gate
    """
)
PLURAL_REFERENCES = vocabulary(
    """
    sections paragraphs paras pages pp chapters parts articles tables figures regulations tiers levels items
    recommendations nos years stages phases
    """
)
