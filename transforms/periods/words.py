"""The words of time as data: months, weekdays, small numbers and the cues around a date.

Everything here is plain data; ``grammar`` turns it into regular expressions and ``points`` into days.
"""

from __future__ import annotations

from types import MappingProxyType

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")

MONTH_NUMBER = MappingProxyType({name[:3].lower(): number for number, name in enumerate(MONTHS, 1)})

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

NUMBERS = MappingProxyType(
    {
        "a": 1,
        "an": 1,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "fifteen": 15,
        "eighteen": 18,
        "twenty-four": 24,
        "thirty-six": 36,
    }
)

NUMBER_WORDS = tuple(word for word in NUMBERS if len(word) > 2)

ORDINALS = MappingProxyType(
    {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4, "last": 4}
)

# Words before a point in time that belong to the expression.
LEADS = (
    "as at",
    "as of",
    "as on",
    "at",
    "on",
    "in",
    "during",
    "for",
    "by",
    "since",
    "from",
    "until",
    "till",
    "up to",
    "to",
    "before",
    "after",
    "following",
    "prior to",
    "throughout",
    "within",
    "over",
    "of",
    "ending",
    "between",
    "around",
    "about",
    "than",
    "starting",
    "beginning",
    "back in",
    "compared with",
    "compared to",
    "against",
    "around the",
    "as recently as",
    "as late as",
)

# The first words, in small letters, of what may follow a word of time or stand without one.
BEGINNINGS = (
    "end", "close", "start", "beginning", "turn", "very", "early", "earlier", "mid", "late", "later", "latter", "last",
    "this", "that", "these", "those", "first", "second", "third", "fourth", "final", "previous", "preceding",
    "prior", "following", "next", "coming", "forthcoming", "current", "past", "recent", "same", "financial",
    "fiscal", "municipal", "business", "school", "academic", "calendar", "full", "whole", "rolling", "reporting",
    "year", "month", "week", "quarter", "half-year", "period", "twelvemonth", "fortnight",
    "spring", "summer", "autumn", "winter", "each", "every", "per",
    "all", "few", "several", "many", "to", "so", "yesterday", "tomorrow",
)  # fmt: skip

# The same with a capital; after a word of time too ("in Spring 2018").
CAPITAL_BEGINNINGS = (
    *MONTHS, *SHORT_MONTHS, *(name.upper() for name in MONTHS), *WEEKDAYS,
    "Spring", "Summer", "Autumn", "Winter", "Christmas", "Easter", "New", "Early", "Earlier", "Mid", "Late", "Later",
    "Latter", "Last", "First", "Second", "Third", "Fourth", "Final", "This", "That", "These", "Those", "Same", "The",
    "Current", "Coming", "Next", "Forthcoming", "Following", "From", "To", "So", "Tomorrow", "All", "Each", "Every",
    "One", "Two", "Three", "Four", "Five", "Six", "Ten", "Twelve", "Eighteen", "Few", "Several", "Many",
)  # fmt: skip

# What "a" may stand before: "a year", "a couple of weeks", "a half years".
AFTER_ARTICLE = (
    "year", "month", "quarter", "week", "day", "decade", "twelvemonth", "couple", "few", "calendar", "half", "and", "a",
)  # fmt: skip

# With these the point only opens or bounds the time that is meant: "since 2020", "before April".
OPENING_LEADS = frozenset({"since", "from", "after", "following", "starting", "beginning"})
CLOSING_LEADS = frozenset({"until", "till", "up to", "to", "before", "prior to"})

# First names and surnames too: "Mr May added", "April Jones". Alone they are a month only after a word of time.
NAME_MONTHS = ("April", "May", "June", "August", "Jan")

# "2016 children": a four-digit count, no year.
COUNTED = (
    "children",
    "young",
    "people",
    "pupils",
    "families",
    "cases",
    "contacts",
    "referrals",
    "assessments",
    "enquiries",
    "social",
    "looked",
    "care",
    "staff",
    "carers",
    "households",
    "plans",
    "posts",
    "places",
    "adults",
    "residents",
    "foster",
    "visits",
    "reviews",
    "of",
    "were",
    "are",
    "have",
    "had",
)

# "the tax will rise in April": the date that follows is still to come.
# "councillors will be told on Tuesday that 512 were": what they hear of is past
FUTURE_VERBS = (
    r"will(?!\s(?:be\s(?:told|asked|shown|urged|given)|hear|discuss|consider|debate|note)\b)",
    "would",
    "shall",
    "must",
    "(?:is|are) (?:to|due|set|expected|going|likely|planned|scheduled|forecast)",
    "(?:needs?|has|have|aims?|hopes?|plans?|intends?|wants?|aiming|hoping|planning) to",
    "(?:expects?|expecting|anticipates?|predicts?)",
    "[A-Za-z]{1,8}[’']ll",
)

# "aims to have every team below 15 by March", "a target of 15 by March"
FUTURE = (
    *FUTURE_VERBS,
    "should",
    "aims?",
    "hopes?",
    "plans?",
    "expects?",
    "expected",
    "forecasts?",
    "projected",
    "intended",
    "due",
    "target(?:ed|ing|s)?",
    "promis(?:ed|es|ing)",
    "pledg(?:ed|es|ing)",
    "wants?",
    "proposed",
    "ambition",
    "deadline",
    "to be",
)

# "31 in January, down from 40 in December 2019": the two dates do not share a year.
COMPARISON = (
    "compared",
    "against",
    "than",
    "from",
    "versus",
    "unlike",
    "whereas",
    "while",
    "earlier",
    "previous",
    "previously",
    "before",
    "double",
    "treble",
    "triple",
    "twice",
    "times",
)
