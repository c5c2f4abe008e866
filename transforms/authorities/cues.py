"""Words that name no authority but a measure to hold against: England, neighbours, regions. Patterns only."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FIGURE = (
    r"(?:averages?|rates?|figures?|levels?|norms?|means?|medians?|pictures?|benchmarks?|comparators?|proportions?"
    r"|percentages?|totals?)"
)
_AUTHORITIES = (
    r"(?:local\s+authorit(?:y|ies)|authorit(?:y|ies)|councils?|boroughs?|areas?|counties|local\s+areas?|cities)"
)

NATIONAL = re.compile(
    r"\b(?:"
    r"(?P<england>England(?:\s+as\s+a\s+whole|\s+and\s+Wales)?)"
    rf"|English\s+(?:{_FIGURE}|{_AUTHORITIES})"
    r"|[Nn]ationally(?!\s+(?:recogni[sz]ed|accredited|agreed|set|known|renowned|important|prescribed|required|defined|significant|mandated))"
    rf"|[Nn]ational(?:\s+{_FIGURE}|(?=\s+\d))"
    rf"|[Nn]ational(?=\s+and\s+(?:regional|statistical|comparator|local|neighbour))"
    rf"|(?<=\band\s)national(?=\s+{_FIGURE})"
    r"|(?:[Aa]cross|[Ii]n|[Tt]hroughout)\s+the\s+(?:whole\s+)?country(?:\s+as\s+a\s+whole)?"
    r"|[Tt]he\s+country\s+as\s+a\s+whole|[Tt]he\s+rest\s+of\s+the\s+country|[Nn]ationwide|[Cc]ountrywide"
    r")\b"
)
_ENGLAND_BEFORE = re.compile(
    r"\b(?:NHS|Work|Bank\s+of|Church\s+of|Health|Education|Sport|Council|Historic|Homes|Highways|New|Natural|Visit|Middle|Skills|Inclusion"
    r"|University\s+of|Queen\s+of|King\s+of|Chief\s+\w+\s+for|[Ee]ast\s+of|[Nn]orth\s+of|[Ss]outh\s+of|[Ww]est\s+of|captain|Families|Youth"
    r"|Commissioner\s+for|parts?\s+of|Diversity|Volunteering|Adoption|Foster)\s+\Z"
)
_ENGLAND_AFTER = re.compile(
    r"(?:['’]s\s+[Cc]hildren['’]?s?\s+[Cc]ommissioner|['’]s\s+(?:top|best|fans|captain|World)|\s+(?:manager|captain|striker|fans|cricket|football|rugby|international|player|squad|shirt|v|beat|midfielder)\b)"
)
COMPARATOR = re.compile(
    r"\b(?:"
    r"(?:(?:statistical|nearest|comparator|geographical|demographic|similar)\s+){1,2}neighbour(?:s|ing)?(?:\s+"
    + _FIGURE
    + r"|\s+"
    + _AUTHORITIES
    + r")?"
    rf"|(?:similar|comparator|comparable|neighbouring|surrounding|peer|benchmark)\s+(?:local\s+)?(?:{_AUTHORITIES})(?!['’]s)"
    r"|(?:other|most|all)\s+(?:English\s+)?(?:(?:local\s+)?authorities|councils|boroughs)(?!['’])"
    rf"|neighbours?(?=\s+(?:average|at|on|was|were|is|are|\())"
    rf"|(?:regional|(?:(?:statistical\s+neighbour|comparator|benchmarking|family|peer)\s+)?group|comparator|sector)\s+{_FIGURE}"
    r"|regional(?=\s+and\s+(?:national|England))"
    r"|(?:in|across|for|throughout)\s+the\s+region(?!\s+of)|the\s+region(?:['’]s)?(?=\s+(?:average|as|was|is|stood))|regionally"
    r")\b",
    re.IGNORECASE,
)


# parts of words by which a plain search finds where a pattern may match; it is many times faster than the pattern
_NATIONAL_ANCHORS: tuple[str, ...] = ("ngland", "nglish ", "ational", "ationwide", "country")
_COMPARATOR_ANCHORS: tuple[str, ...] = (
    "eighbour",
    "imilar",
    "omparator",
    "omparable",
    "urrounding",
    "ther ",
    "ther\n",
    "ost ",
    "ost\n",
    "eer ",
    "enchmark",
)
_COMPARATOR_ANCHORS += ("ll local", "ll council", "ll authorit", "group ", "sector ", "region")
_BACK = 40


def is_england(before: str, after: str) -> bool:
    """Whether "England" is the country as a measure and not part of a body's name ("Social Work England")."""
    return not (_ENGLAND_BEFORE.search(before) or _ENGLAND_AFTER.match(after))


def _anchored(text: str, anchors: tuple[str, ...], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    places = []
    for anchor in anchors:
        at = text.find(anchor)
        while at >= 0:
            places.append(at)
            at = text.find(anchor, at + len(anchor))
    places.sort()
    done = 0
    for place in places:
        if place < done:
            continue
        begin = max(done, place - _BACK)
        match = pattern.search(text, begin, place + 80)
        while match is not None and match.end() <= place:
            match = pattern.search(text, match.end(), place + 80)
        if match is None or match.start() > place:
            continue
        done = match.end()
        yield match


def find_cues(text: str) -> Iterator[tuple[str, int, int]]:
    """Kind (national or comparator) and span of each measure that the text names."""
    for match in _anchored(text, _NATIONAL_ANCHORS, NATIONAL):
        start, end = match.span()
        if match.group("england") and not is_england(text[max(0, start - 40) : start], text[end : end + 40]):
            continue
        yield "national", start, end
    for match in _anchored(text, _COMPARATOR_ANCHORS, COMPARATOR):
        yield "comparator", *match.span()
