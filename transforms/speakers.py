"""Who says a number: from quotation marks and words of saying.

Only holders of public offices are named; anyone else is given by role ("a social worker"), or not at all where the text
gives no role. Every look around is bounded, so that the time for one number does not depend on the length of the text.
"""

from __future__ import annotations

import re

from transforms.authorities.offices import (
    LONGEST,
    OFFICE,
    OFFICE_TITLE,
    ROLE_NOUN,
    holds_office,
    role_in,
    tidy,
)
from transforms.authorities.persons import NAME, TITLE, WORD, is_person, strip_names

__all__ = ["find_speaker", "strip_names"]

Span = tuple[int, int]

_PARAGRAPH_REACH = 3000
_LOOK_BACK = 6000
_TURN_BACK = 2000
_VERBS_TRIED = 12

_TITLED = re.compile(rf"\b(?P<title>{TITLE})\s+(?P<name>{NAME})")
_FULL_NAME = re.compile(rf"\b(?P<name>{WORD}\s+{NAME})")
_VERB = (
    r"(?:said|says|say|added|adds|told|tells|explained|explains|insisted|insists|warned|warns|admitted|admits|claimed"
    r"|claims|stated|states|replied|asked|commented|continued|noted|reported|points?\s+out|pointed\s+out|went\s+on"
    r"|recalls|recalled|laughs|confirmed|promised|argued|argues|revealed|believes|suggested|wrote|responded|concluded"
    r"|acknowledged|conceded|reckons|describes|described)"
)
_VERBS = re.compile(rf"\b{_VERB}\b")
_SAYING = (
    r"(?:said|says|added|adds|explained|insisted|warned|warns|admitted|replied|laughs|recalled|recalls|asked|continued)"
)
_VERB_FIRST = re.compile(rf"\A[\s,]*(?:but|and)?,?\s*{_SAYING}\s+(?P<who>[^.;:\"“”]{{2,160}})", re.IGNORECASE)
_ACCORDING = re.compile(r"\baccording\s+to\s+(?P<who>[^.;:\"“”]{2,120})", re.IGNORECASE)
# "…, she says, …", "…, the council's director told members."
_ADDED = re.compile(rf",\s+(?P<who>[^,.;:\"“”]{{2,90}}?\s){_VERB}\b")
_PRONOUN = re.compile(r"\b(?:[Ss]he|[Hh]e|[Tt]hey)\b[^\w]*(?:also\s+|then\s+)?\Z")
_SENTENCE_END = re.compile(r"[.?!][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9£])")
_ABBREVIATED = re.compile(r"\b(?:Cllr|Coun|Mr|Mrs|Ms|Dr|Prof|Rev|St|[A-Z])\.?[\"'”’)]*\s+\Z")
_SOMEONE = re.compile(r"\b(?:[A-Z]\w+|the|an?|one|another|[Ss]he|[Hh]e|[Tt]hey)\b")
_QUOTE = re.compile(r"[\"“”]")
_BESIDE_AFTER = re.compile(
    r",\s+(?:\d\d,\s+)?(?P<role>[^.;:\"“”()\n]{3,110}?)"
    r"(?=,?\s+(?:said|says|told|added|adds|explained|who|which|points|warned|replied|at\s+a|has|had|is|was|have|heard"
    r"|welcomed)\b|[.;:\"“”\n]|\Z)"
)
_BESIDE_BEFORE = re.compile(r"(?:\A|[.,;:\"“”\n]\s*)(?P<role>[^.,;:\"“”\n]{3,70}?),?\s+\Z")
_ENDS_IN_ROLE = re.compile(
    rf"(?:{OFFICE.pattern}|\b{ROLE_NOUN})(?:\s+(?:for|of)\s+[\w'’ ]{{3,40}})?\s*\Z", re.IGNORECASE
)
_ANY_ROLE = re.compile(rf"{OFFICE.pattern}|\b{ROLE_NOUN}\b", re.IGNORECASE)
_OPENERS = ("the", "but", "and", "when", "while", "as", "in", "at", "for", "said", "added", "councillor", "director")


def find_speaker(text: str, start: int, end: int, sentence: Span, paragraph: Span | None = None) -> str | None:
    """Who is said to state the number at ``start``..``end``: an office holder by name, anyone else by role, or None.

    Args:
        text: the document's text.
        start: offset of the number.
        end: offset after it.
        sentence: bounds of its sentence.
        paragraph: bounds of its paragraph, which holds the quotation; the sentence where the caller knows none.
    """
    low, high = paragraph or sentence
    low, high = max(low, start - _PARAGRAPH_REACH), min(high, end + _PARAGRAPH_REACH)
    quotes = _quotes(text, low, high)
    inside = next((span for span in quotes if span[0] <= start < span[1]), None)
    if inside is not None:
        who = _of_quotation(text, inside, quotes, low, high)
    else:
        who = _of_report(text, start, end, max(sentence[0], low), min(sentence[1], high), quotes)
    return _given(text, who) if who is not None else None


def _quotes(text: str, low: int, high: int) -> list[Span]:
    """Spans of quotations; one that is left open runs to the end of the paragraph."""
    if text.find('"', low, high) < 0 and text.find("“", low, high) < 0:
        return []
    spans: list[Span] = []
    opened: int | None = None
    for match in _QUOTE.finditer(text, low, high):
        mark = match.group()
        if opened is None and mark != "”":
            opened = match.start()
        elif opened is not None and mark != "“":
            spans.append((opened, match.end()))
            opened = None
    if opened is not None:
        spans.append((opened, high))
    return spans


def _of_quotation(text: str, inside: Span, quotes: list[Span], low: int, high: int) -> Span | None:
    """The words for the speaker of a quotation: beside it, beside an earlier one, or in the paragraph before."""
    position = quotes.index(inside)
    following = quotes[position + 1][0] if position + 1 < len(quotes) else high
    found = _after_quote(text, inside[1], following)
    for number in range(position, -1, -1):
        if found is not None:
            return found
        begin = quotes[number - 1][1] if number else low
        found = _before_quote(text, begin, quotes[number][0])
        if found is None and number:
            found = _after_quote(text, begin, quotes[number][0])
    if found is not None:
        return found
    if text[low : inside[0]].strip():
        return _last_said(text, low, inside[0], quotes)
    before = max(0, low - _TURN_BACK)
    return _last_said(text, before, low, _quotes(text, before, low))


def _sentence_ends(text: str, low: int, high: int) -> list[Span]:
    """Ends of sentences, abbreviated titles passed over."""
    return [
        match.span()
        for match in _SENTENCE_END.finditer(text, low, high)
        if not _ABBREVIATED.search(text[max(low, match.start() - 12) : match.end()])
    ]


def _after_quote(text: str, low: int, high: int) -> Span | None:
    """``," said X`` or ``," X said``."""
    high = min(high, low + 400)
    ends = _sentence_ends(text, low, high)
    zone = text[low : ends[0][0] + 1 if ends else high]
    first = _VERB_FIRST.match(zone)
    if first:
        return low + first.start("who"), low + first.end("who")
    verb = _VERBS.search(zone)
    if verb and verb.start() <= 160 and _SOMEONE.search(zone[: verb.start()]) and zone[:1] != "\n":
        return low, low + verb.start()
    return None


def _before_quote(text: str, low: int, high: int) -> Span | None:
    """``X said: "`` and ``X, who …, told councillors: "``."""
    if not text[low:high].rstrip().endswith((":", ",", "that", "as", "was")):
        return None
    return _last_said(text, max(low, high - 400), high, [])


def _last_said(text: str, low: int, high: int, quotes: list[Span]) -> Span | None:
    """Who spoke last in a stretch of text: the words before its last word of saying, or after it."""
    for verb in list(_VERBS.finditer(text, low, high))[: -_VERBS_TRIED - 1 : -1]:
        if any(first < verb.start() < last for first, last in quotes):
            continue
        begin = max([low, *(stop for _, stop in _sentence_ends(text, low, verb.start()))])
        begin = max(begin, text.rfind("\n", begin, verb.start()) + 1)
        lead = text[begin : verb.start()]
        begin += max(lead.rfind('"'), lead.rfind("”")) + 1
        if text[begin : verb.start()].strip(" ,.:"):
            return begin, verb.start()
        after = _VERB_FIRST.match(text[verb.start() : min(high, verb.start() + 200)])
        if after:
            return verb.start() + after.start("who"), verb.start() + after.end("who")
    return None


def _of_report(text: str, start: int, end: int, low: int, high: int, quotes: list[Span]) -> Span | None:
    """Indirect speech: ``X said that … 23``, ``… 23, according to X`` or ``23, X said``."""
    for verb in _VERBS.finditer(text, low, start):
        if not any(first <= verb.start() < last for first, last in quotes) and text[low : verb.start()].strip(" ,"):
            return low, verb.start()
    according = _ACCORDING.search(text, end, high) or _ACCORDING.search(text, low, start)
    if according:
        return according.span("who")
    added = _ADDED.search(text, end, high)
    return added.span("who") if added else None


def _given(text: str, span: Span, depth: int = 0) -> str | None:
    """The words for the one who stands in ``span``: name and office, role, or None."""
    phrase = text[span[0] : span[1]]
    if _PRONOUN.search(phrase):
        return _last_speaker(text, span[0], depth)
    titled = list(_TITLED.finditer(phrase))
    if titled:
        name, title = titled[-1].span("name"), titled[-1].group("title")
        return _person(text, (span[0] + titled[-1].start(), span[0] + name[1]), title, phrase[name[0] : name[1]])
    for match in _FULL_NAME.finditer(phrase):
        place = (span[0] + match.start(), span[0] + match.end())
        if is_person(match.group("name")) or holds_office(_beside(text, place)):
            return _person(text, place, None, match.group("name"))
    return role_in(phrase)


def _last_speaker(text: str, before: int, depth: int) -> str | None:
    """Whom a pronoun means: the last one who was said to speak, by name or role."""
    low = max(0, before - _TURN_BACK)
    quotes = _quotes(text, low, before)
    while depth < 3:
        found = _last_said(text, low, before, quotes)
        if found is None:
            return None
        given = None if _PRONOUN.search(text[found[0] : found[1]]) else _given(text, found, depth + 1)
        if given is not None:
            return given
        before, depth = found[0], depth + 1
    return None


def _person(text: str, place: Span, title: str | None, name: str) -> str | None:
    """A named person: by name where an office is told anywhere near, else by role."""
    office = _beside(text, place)
    if len(name.split()) == 1 or office is None:
        told = _introduced(text, re.sub(r"['’]s\Z", "", name.split()[-1]), place[0])
        if told is not None:
            office = office or _beside(text, told.span())
            if len(name.split()) == 1:
                title, name = told.group("title") or title, told.group("name")
    councillor = title is not None and OFFICE_TITLE.match(title) is not None
    if not councillor and not holds_office(office):
        return role_in(office)
    shown = " ".join(f"{title if councillor else ''} {name}".split())
    if office is not None and OFFICE.search(office):
        shown = f"{shown}, {tidy(office)}"
    return shown[:LONGEST].rstrip(" ,")


def _introduced(text: str, surname: str, before: int) -> re.Match[str] | None:
    """Where the text first gives the person's full name, near before or shortly after."""
    full = re.compile(rf"\b(?:(?P<title>{TITLE})\s+)?(?P<name>{WORD}(?:\s+{WORD}){{0,2}}\s+{re.escape(surname)})\b")
    for match in full.finditer(text, max(0, before - _LOOK_BACK), min(len(text), before + _TURN_BACK)):
        if match.group("title") or match.group("name").split()[0].lower() not in _OPENERS:
            return match
    return None


def _beside(text: str, place: Span) -> str | None:
    """The office or role beside a name: ", the cabinet member for children," or "assistant director Tina Russell"."""
    after = _BESIDE_AFTER.match(text[place[1] : place[1] + 140])
    if after and _ANY_ROLE.search(after.group("role")):
        return tidy(after.group("role"))
    before = _BESIDE_BEFORE.search(text[max(0, place[0] - 70) : place[0]])
    if before and _ENDS_IN_ROLE.search(before.group("role")):
        return tidy(before.group("role"))
    return None
