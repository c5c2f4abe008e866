"""Where expressions of time stand in a text, and of which form each is.

Cheap triggers find the few places worth a look; the full expression is tried only in the windows around them, where
a word stands that it can begin with, so the scan takes time linear in the text. ``resolve`` reads which days a form
means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from transforms.periods.forms import ADVERBS, FORMS, LED_FORMS, UNLED_FORMS, Form
from transforms.periods.fragments import DASH, MONTH_DAY, POINT, TO, YEAR, S
from transforms.periods.words import AFTER_ARTICLE, BEGINNINGS, CAPITAL_BEGINNINGS, LEADS, NUMBER_WORDS

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


def _leads(leads: Iterable[str]) -> str:
    """Alternatives for words of time, each with a small letter or a capital."""
    spaced = [lead.replace(" ", S) for lead in leads]
    return _by_first_letter([*spaced, *(lead[0].upper() + lead[1:] for lead in spaced)])


# What an expression can begin with after its lead; saves trying every form at every word.
# Of digits a year, or one or two with what makes a day, a date or a length of time of them.
_DIGITS = rf"(?:{YEAR}|\d{{1,2}}(?:[/.]\d\d?[/.]|(?:st|nd|rd|th)?(?:\s|{DASH}){{1,3}}[\dJFMASONDTWmywqdtuao&]))"
_START = (
    rf"(?:(?=\d){_DIGITS}|Q|{_by_first_letter(CAPITAL_BEGINNINGS)}|[Aa]n?{S}(?:{'|'.join(AFTER_ARTICLE)})"
    rf"|(?:{_by_first_letter((*BEGINNINGS, *NUMBER_WORDS))})s?\b)"
)
_AS = ("as by", "as since", "as until", "as from", "as before", "as after", "as to")

# The character before an expression, which holds the place where ``MASTER`` is tried.
ENTRY = re.compile(
    rf"[^\w£$€](?={_START}|(?:[Tt]he|[Ii]ts){S}{_START}"
    rf"|(?:{_leads((*LEADS, *_AS))}){S}(?:(?:the|its|their|his|her|our){S}){{0,2}}{_START})"
)
MASTER = re.compile(
    rf"(?P<between__0>{_BETWEEN})"
    rf"|(?P<lead_0>{_DATED_LEAD}){S}(?P<day__0>{MONTH_DAY})"
    rf"|(?P<lead_1>{_leads(LEADS)}){S}(?P<determiner_0>{_DETERMINER})(?={_START})"
    rf"(?:{_alternatives((*FORMS, *LED_FORMS), 100)})"
    rf"|(?P<determiner_1>(?:(?:[Tt]he|[Ii]ts){S}|(?!(?:[Tt]he|[Ii]ts){S})))"
    rf"(?={_START})(?:{_alternatives((*FORMS, *UNLED_FORMS), 200)})"
)
ADVERB = re.compile(rf"(?<!\w)(?:{_alternatives(ADVERBS, 0)})")

# Where a date may stand: a year, a month, a word that measures time. Each begins with a set of characters, which the
# engine of ``re`` looks for at once, and goes on grouped by first letters: twice as fast as a plain list of words.
TRIGGER = re.compile(
    r"[\dJFMASOND](?:(?<=1)9\d\d|(?<=2)0\d\d|(?<=\d)/\d\d?/\d\d(?!\d?/)"
    r"|(?<=\D)(?:anu|ebr|arch|pril|ay\b|une|uly|ugus|ept|ctob|ovem|ecem|[a-u][a-v]\b|[A-U][A-V][A-Z]))"
)
_GAP = "[\\s(\\[\"'“‘’•–—/|,;:.-]"
_WORDS = (
    r"[ymwq](?:ear|onth|eek|uarter)", "decade", r"[SAWsaw](?:pring|ummer|utumn|inter)\b",
    r"[MTWFS](?:on|ues|ednes|hurs|ri|atur|un)day", "[CE](?:hristmas|aster)", r"New\sY", "[YyTt](?:ester|omor)",
    r"last\snight", r"[Tt]his\s(?:morn|aft|even|time)", r"same\s(?:d[ay]|period)", r"[Tt]hat\s(?:d[ay]|period)",
    r"the\s(?:d[ay]|period)", "half-year", "fortnight", "twelvemonth", r"last\sone\b", r"previous\sone\b",
    r"[QS](?:uarter|[1-4]\b|o\sfar)", r"so\sfar", r"[Tt]o\sdate\b", r"days\sago", r"per\sannum",
)  # fmt: skip
_ADVERBS = (
    "[Nn]ow", r"[CcPpFfOo](?:urrent|revious|resent|ormer|riginal|nce\b)", r"[Tt](?:oday|hen\b|hese\sdays)",
    r"[Ss](?:ince|till)\s", r"[HhIi](?:istoric|nitial)",
    r"[Ii](?:n\s{1,3}(?:the|its|their|our|this|that)\s{1,3}(?:past|most|last|latest|previous|recent))",
    r"[Uu]sed\s{1,3}to", r"[Ww]hen\s", r"[AaUu](?:t|p\sto|ntil|fter)\s{1,3}(?:th|one|any|present|now|recent|insp|o|i)",
    r"[BbDd](?:y|efore|uring|ack)\s{1,3}(?:th|o|i)", r"[Ff]ollowing\s{1,3}(?:th|insp)", r"[Pp]rior\s{1,3}to",
)  # fmt: skip


def _by_letter(patterns: Iterable[str]) -> str:
    """Alternatives, each from a letter or a set of letters on, that consume the letter and look at the rest.

    Branches that begin with one letter are passed over at once, those that begin with a set are not.
    """
    groups: dict[str, list[str]] = {}
    for pattern in patterns:
        letters, rest = pattern[1:].split("]", 1) if pattern[0] == "[" else (pattern[0], pattern[1:])
        for letter in letters:
            groups.setdefault(letter, []).append(rest)
    return "|".join(f"{letter}(?={'|'.join(rests)})" for letter, rests in groups.items())


# One search for both, then a match for each: most of the time goes into the spaces where neither stands.
_EITHER = re.compile(f"{_GAP}(?:{_by_letter((*_WORDS, *_ADVERBS))})")
_WORD = re.compile(f"{_GAP}(?:{'|'.join(_WORDS)})")
_ADVERB = re.compile(f"{_GAP}(?:{'|'.join(_ADVERBS)})")

Span = tuple[int, int]


def scan(text: str) -> Iterator[Found]:
    """Give the forms of time in ``text`` in order, not overlapping; of two that overlap the earlier or longer."""
    words, adverbs = _triggers(text)
    end = 0
    for found in sorted([*_dated(text, words), *_adverbs(text, adverbs)], key=lambda item: (item.start, -item.end)):
        if found.start >= end:
            yield found
            end = found.end


def _triggers(text: str) -> tuple[list[Span], list[Span]]:
    """The words that measure time and those that an expression without a date may begin with."""
    words: list[Span] = []
    adverbs: list[Span] = []
    word_end = adverb_end = 0
    for gap in _EITHER.finditer(text):
        at = gap.start()
        if at >= word_end and (word := _WORD.match(text, at)):
            words.append(word.span())
            word_end = word.end()
        if at >= adverb_end and (adverb := _ADVERB.match(text, at)):
            adverbs.append(adverb.span())
            adverb_end = adverb.end()
    return words, adverbs


def _dated(text: str, words: list[Span]) -> Iterator[Found]:
    for start, end in _windows(text, words):
        places = [entry.end() for entry in ENTRY.finditer(text, max(0, start - 1), end)]
        for place in places if start else [0, *places]:
            if place >= start and (match := MASTER.match(text, place, end)):
                yield _found(match)
                start = match.end()


def _adverbs(text: str, triggers: list[Span]) -> Iterator[Found]:
    if match := ADVERB.match(text):
        yield _found(match)
    for start, _ in triggers:
        if match := ADVERB.match(text, start + 1):
            yield _found(match)


def _windows(text: str, words: list[Span]) -> Iterator[Span]:
    """Stretches around the triggers, merged where they touch, that begin and end between words."""
    start = end = 0
    dates = [match.span() for match in TRIGGER.finditer(text)]
    for first, last in sorted([*([(0, 0)] if text else []), *dates, *words]):
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
