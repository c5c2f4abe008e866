"""Words that name no authority but a measure to hold against: England, neighbours, regions. Patterns only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from transforms.authorities.occurrences import occurrences

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
    r"|[Tt]he\s+nation(?=['’]s\s+(?!capital|favourite|biggest|largest)|\s+as\s+a\s+whole)"
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
    rf"|(?:in|across|throughout)\s+the\s+capital|the\s+capital(?=['’]s\s+{_FIGURE})"
    r"|(?:in|across|for|throughout)\s+the\s+region(?!\s+of)|the\s+region(?:['’]s)?(?=\s+(?:average|as|was|is|stood))|regionally"
    r")\b",
    re.IGNORECASE,
)

# "councils like ours", "the average for big cities"
PEERS = re.compile(
    r"\b(?:councils|authorities|areas|boroughs|cities|counties|places|towns)\s+(?:like\s+(?:ours|us|it|this|that)|of\s+(?:its|our|this|that)"
    r"\s+(?:kind|size|type|sort))\b"
    r"|\b(?:for|in|of|than|among|across|as)\s+(?:the\s+|other\s+)?(?P<peers>(?:big|bigger|large|larger|small|smaller|core|shire|coastal|rural|urban"
    r"|northern|southern|metropolitan|unitary|seaside|deprived)\s+(?:cities|counties|towns|boroughs|councils|authorities))\b"
)


# parts of words by which a plain search finds where a pattern may match; it is many times faster than the pattern
_NATIONAL_ANCHORS: tuple[str, ...] = ("ngland", "nglish ", "country", "he nation")
_COMPARATOR_ANCHORS: tuple[str, ...] = ("eighbour", "imilar", "ompara", "urrounding", "eer ", "enchmark", "sector ")
_COMPARATOR_ANCHORS += ("ll local", "ll council", "ll authorit", "region", "capital")
_PEERS_ANCHORS: tuple[str, ...] = (" cities", " counties", " towns", " boroughs", " councils", " authorities")
# the same where the part is common and what must follow it is rare; each begins with letters, which are found at once
_NATIONAL_OPENINGS = (re.compile(rf"ation(?:ally|wide|al\s+(?:and\s|\d|{_FIGURE}))"),)
_COUNCILS = r"\s*(?i:(?:English\s+)?(?:local\s+)?(?:authorities|councils|boroughs))"
_COMPARATOR_OPENINGS = (
    re.compile(rf"ther[ \n]{_COUNCILS}"),
    re.compile(rf"ost[ \n]{_COUNCILS}"),
    re.compile(rf"group \s*(?i:{_FIGURE})"),
)
_PEERS_OPENINGS = (re.compile(r"s (?:like (?:ours|us|it|this)|of (?:its|our|this) )"),)
_BACK = 40


def is_england(before: str, after: str) -> bool:
    """Whether "England" is the country as a measure and not part of a body's name ("Social Work England")."""
    return not (_ENGLAND_BEFORE.search(before) or _ENGLAND_AFTER.match(after))


def _anchored(
    text: str, anchors: Iterable[str], openings: Iterable[re.Pattern[str]], pattern: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    places = occurrences(text, anchors)
    places += [match.start() for opening in openings for match in opening.finditer(text)]
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
    for match in _anchored(text, _NATIONAL_ANCHORS, _NATIONAL_OPENINGS, NATIONAL):
        start, end = match.span()
        if match.group("england") and not is_england(text[max(0, start - 40) : start], text[end : end + 40]):
            continue
        yield "national", start, end
    for match in _anchored(text, _COMPARATOR_ANCHORS, _COMPARATOR_OPENINGS, COMPARATOR):
        yield "comparator", *match.span()
    for match in _anchored(text, _PEERS_ANCHORS, _PEERS_OPENINGS, PEERS):
        yield "comparator", *match.span("peers" if match.group("peers") else 0)
