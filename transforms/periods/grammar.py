"""Where expressions of time stand in a text, and of which form each is.

Cheap triggers find the few places worth a look; the full expression is run only in the windows around them, so the
scan takes time linear in the text. ``resolve`` reads which days a form means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from heapq import merge
from typing import NamedTuple

from transforms.periods.forms import ADVERBS, FORMS, LED_FORMS, UNLED_FORMS, Form
from transforms.periods.fragments import MONTH_DAY, POINT, TO, S, either_case
from transforms.periods.words import BEGINNINGS, LEADS, NUMBER_WORDS

WINDOW_BEFORE, WINDOW_AFTER = 40, 52
LONGEST_WORD = 24


class Found(NamedTuple):
    """A form of time in a text: its span and name, the word that leads it ("by"), its determiner and the rest of it."""

    start: int
    end: int
    form: str
    lead: str
    determiner: str
    body: str


def _alternatives(forms: tuple[Form, ...], first: int) -> str:
    """Named groups for the forms, numbered because a form may stand more than once in one expression."""
    return "|".join(f"(?P<{form}__{number}>{pattern})" for number, (form, pattern) in enumerate(forms, first))


_LEAD = either_case(lead.replace(" ", S) for lead in LEADS)
# Once it is read nothing is tried without it; not as a possessive group, which Python before 3.11.5 gets wrong.
_DETERMINER = rf"(?:(?:the|its|their|his|her|our){S}|(?!(?:the|its|their|his|her|our){S}))"
_THE = rf"(?:the{S})?"
_BETWEEN = (
    rf"(?:[Bb]etween|[Ff]rom|(?:[Ff]or|[Dd]uring|[Oo]ver|[Ii]n){S}the{S}period(?:{S}from|{S}between)?){S}"
    rf"{_THE}(?:{MONTH_DAY}|{POINT})(?:,?{S}and{S}|{TO}){_THE}(?:{MONTH_DAY}|{POINT})"
)
# "on June 30": without a year the day needs one of these.
_DATED_LEAD = rf"(?:[Aa]s{S})?(?:[Oo]n|[Aa]t|[Bb]y|[Ss]ince|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter|[Oo]f|[Tt]o)"


def _by_first_letter(words: Iterable[str]) -> str:
    """Alternatives grouped by their first letter, which the engine of ``re`` tells apart at once."""
    groups: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        groups.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in sorted(groups.items()))


# What an expression can begin with after its lead, and with its lead; saves trying every form at every word.
_FIRST_WORDS = (*BEGINNINGS, *NUMBER_WORDS)
_LEADING_WORDS = (*_FIRST_WORDS, *(lead.split()[0] for lead in LEADS), "the", "its")
_START = rf"(?=[\dQ]|A\s|[JFMASONDTWCEL][a-zA-Z]|(?:{_by_first_letter(_FIRST_WORDS)})s?\b)"
_ENTRY = rf"(?=[\dA-Z]|(?:{_by_first_letter(_LEADING_WORDS)})s?\b)"

MASTER = re.compile(
    rf"(?<![\w£$€]){_ENTRY}(?:(?P<between__0>{_BETWEEN})"
    rf"|(?P<lead_0>{_DATED_LEAD}){S}(?P<day__0>{MONTH_DAY})"
    rf"|(?P<lead_1>{_LEAD}){S}(?P<determiner_0>{_DETERMINER}){_START}(?:{_alternatives((*FORMS, *LED_FORMS), 100)})"
    rf"|(?P<determiner_1>(?:(?:[Tt]he|[Ii]ts){S}|(?!(?:[Tt]he|[Ii]ts){S})))"
    rf"{_START}(?:{_alternatives((*FORMS, *UNLED_FORMS), 200)}))"
)
ADVERB = re.compile(rf"(?<!\w)(?:{_alternatives(ADVERBS, 0)})")

# Where a date may stand: a year, a month, a word that measures time. Each begins with a set of characters, which the
# engine of ``re`` looks for at once, and goes on grouped by first letters: twice as fast as a plain list of words.
TRIGGER = re.compile(
    r"[\dJFMASOND](?:(?<=1)9\d\d|(?<=2)0\d\d|(?<=\d)/\d\d?/\d\d(?!\d?/)"
    r"|(?<=\D)(?:anu|ebr|arch|pril|ay\b|une|uly|ugus|ept|ctob|ovem|ecem|[a-u][a-v]\b|[A-U][A-V][A-Z]))"
)
_GAP = "[\\s(\\[\"'“‘’•–—/|,;:.-]"
WORD_TRIGGER = re.compile(
    rf"{_GAP}(?:[ymwq](?:ear|onth|eek|uarter)|decade|[SAWsaw](?:pring|ummer|utumn|inter)\b"
    r"|[MTWFS](?:on|ues|ednes|hurs|ri|atur|un)day|[CE](?:hristmas|aster)|New\sY|[YyTt](?:ester|omor)|last\snight"
    r"|[Tt]his\s(?:morn|aft|even|time)|(?:same|[Tt]hat|the)\s(?:d[ay]|period)|half-year|fortnight|twelvemonth|(?:last|previous)\sone\b|[QS](?:uarter|[1-4]\b|o\sfar)|so\sfar|[Tt]o\sdate\b|days\sago|per\sannum)"
)
ADVERB_TRIGGER = re.compile(
    rf"{_GAP}(?:[Nn]ow|[CcPpFfOo](?:urrent|revious|resent|ormer|riginal|nce\b)|[Tt](?:oday|hen\b|hese\sdays)"
    r"|[Ss](?:ince|till)\s|[HhIi](?:istoric|nitial|n\s{1,3}(?:the|its|their|our|this|that)\s{1,3}(?:past|most|last"
    r"|latest|previous|recent))|[Uu]sed\s{1,3}to|[Ww]hen\s|[AaUu](?:t|p\sto|ntil|fter)\s{1,3}(?:th|one|any|present|now"
    r"|recent|insp|o|i)|[BbDd](?:y|efore|uring|ack)\s{1,3}(?:th|o|i)|[Ff]ollowing\s{1,3}(?:th|insp)|[Pp]rior\s{1,3}to)"
)


def scan(text: str) -> Iterator[Found]:
    """Give the forms of time in ``text`` in order, not overlapping; of two that overlap the earlier or longer."""
    end = 0
    for found in merge(_dated(text), _adverbs(text), key=lambda item: (item.start, -item.end)):
        if found.start >= end:
            yield found
            end = found.end


def _dated(text: str) -> Iterator[Found]:
    for start, end in _windows(text):
        for match in MASTER.finditer(text, start, end):
            yield _found(match)


def _adverbs(text: str) -> Iterator[Found]:
    if match := ADVERB.match(text):
        yield _found(match)
    for trigger in ADVERB_TRIGGER.finditer(text):
        if match := ADVERB.match(text, trigger.start() + 1):
            yield _found(match)


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Stretches around the triggers, merged where they touch, that begin and end between words."""
    start = end = 0
    found = (trigger.finditer(text) for trigger in (TRIGGER, WORD_TRIGGER))
    for first, last in merge([(0, 0)] if text else [], *((match.span() for match in matches) for matches in found)):
        if first - WINDOW_BEFORE > end:
            if end:
                yield start, end
            start = _between_words(text, first - WINDOW_BEFORE)
        end = _between_words(text, max(end, last + WINDOW_AFTER))
    if end:
        yield start, end


def _between_words(text: str, position: int) -> int:
    """The nearest place at or before ``position`` where no word is cut, unless a word is longer than words are."""
    if position >= len(text):
        return len(text)
    for place in range(position, max(0, position - LONGEST_WORD), -1):
        if text[place - 1].isspace():
            return place
    return max(0, position - LONGEST_WORD)


def _found(match: re.Match[str]) -> Found:
    name = (match.lastgroup or "").partition("__")[0]
    if match.re is ADVERB:
        return Found(match.start(), match.end(), name, "", "", match[match.lastgroup or 0])
    lead = match["lead_0"] or match["lead_1"] or ""
    determiner = match["determiner_0"] or match["determiner_1"] or ""
    body = match[match.lastgroup or 0]
    return Found(match.start(), match.end(), name, " ".join(lead.lower().split()), determiner.strip().lower(), body)
