"""What stands around an expression of time: sentence, paragraph, words of the future, a "when" that fixes a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from transforms.periods import days
from transforms.periods.days import Days
from transforms.periods.grammar import Found
from transforms.periods.points import Point, latest_year, next_year, point_days, year_by_step, year_by_weekday
from transforms.periods.words import COMPARISON, FUTURE, FUTURE_VERBS

REACH = 120
SOON = 31

_PARAGRAPH = re.compile(r"\n[ \t\r]{0,8}\n|\n[ \t]{0,4}\d{1,3}\.(?:\d{1,2})?\s")
# One set of characters first, which the engine of ``re`` looks for at once, then which of them it was.
_SENTENCE = re.compile(
    r"[.!?•\uf0b7\uf0a7◼▪\n](?:(?<=[.!?])[\"'”’)\]]{0,3}\s{1,4}[\"'“‘(\[]{0,2}(?=[A-Z•])|(?<=[•\uf0b7\uf0a7◼▪])"
    r"|(?<=\n)[ \t\r]{0,8}\n)"
)
_CLAUSE = re.compile(r"[;:]|,\s|\s[–—]\s|[.!?][\"'”’)]{0,3}\s|\n\s{0,4}\n")
_FUTURE = re.compile(rf"\b(?:{'|'.join(FUTURE)})\b")
_VERB = rf"(?:{'|'.join(FUTURE_VERBS)})\b"
_FUTURE_VERB = re.compile(rf"\b{_VERB}")
_AFTER_FUTURE = re.compile(rf"(?:[A-Za-z’']+\s){{0,4}}{_VERB}")
_COMPARED = re.compile(rf"\b(?:{'|'.join(COMPARISON)})\b")
_CLOSES = re.compile(r",\s{1,3}(?:had|has|have|is|are|was|were)\b")
_TIED = re.compile(r"\b(?:and|then|to)\b|[,;]")
_WHEN = re.compile(r",?\s{1,3}when\b")
_SOURCE = re.compile(
    r"\b(?:data|figures?|statistics|information|returns?|reports?|records?|census|snapshot)\s{1,3}$", re.IGNORECASE
)
_SINCE = re.compile(r"\b[Ss]ince\s(?:[\w’'‘“”-]+\s){1,7}$")


@dataclass(frozen=True, slots=True)
class Reference:
    """The dates that a document gives to words that need one; None where it gives none."""

    published: date | None
    inspection: Days | None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where in the text a form stands; ``sentence`` and ``paragraph`` count from 0 at the first form."""

    sentence: int
    paragraph: int


def next_surroundings(text: str, before: Found | None, found: Found, last: Surroundings) -> Surroundings:
    """Place a form by what parts it from the form before it."""
    if before is None:
        return last
    paragraph = last.paragraph + (_PARAGRAPH.search(text, before.end, found.start) is not None)
    new_sentence = (
        paragraph != last.paragraph or _SENTENCE.search(text, max(0, before.end - 1), found.start + 1) is not None
    )
    return Surroundings(last.sentence + new_sentence, paragraph)


def told_as_future(text: str, found: Found) -> bool:
    """Whether the clause of a form tells of what is to come: "will go up in April", "In April it will"."""
    before = text[max(0, found.start - REACH) : found.start]
    clause = _CLAUSE.split(before)[-1]
    if _FUTURE_VERB.search(clause):
        return True
    after = text[found.end : found.end + REACH].lstrip(", ")
    return not clause.strip() and _AFTER_FUTURE.match(after) is not None


def sentence_is_future(text: str, found: Found) -> bool:
    """Whether the sentence up to the form, clauses and all, has a word of the future ("by March")."""
    before = _SENTENCE.split(text[max(0, found.start - 2 * REACH) : found.start])[-1]
    after = text[found.end : found.end + REACH].lstrip(", ")
    return _FUTURE.search(before) is not None or _AFTER_FUTURE.match(after) is not None


def fixed_by_when(text: str, end: int) -> bool:
    """Whether "when" follows: "since 31 March 2012, when there were 282" dates the number that comes."""
    return _WHEN.match(text, end) is not None


def names_source(text: str, start: int) -> bool:
    """Whether a source stands before: "data from January 2015" is for January, not from then on."""
    return _SOURCE.search(text[max(0, start - 24) : start]) is not None


def since_before(text: str, start: int) -> int | None:
    """Where a "since" stands that governs the form: "since its relaunch in April 2014"."""
    floor = max(0, start - 72)
    match = _SINCE.search(text[floor:start])
    return floor + match.start() if match else None


def tied(text: str, earlier_end: int, later_start: int) -> bool:
    """Whether two dates of a sentence run on from each other, with no comparison between them."""
    between = text[earlier_end:later_start]
    return len(between) <= REACH and _TIED.search(between) is not None and _COMPARED.search(between) is None


def closes_clause(text: str, end: int) -> bool:
    """Whether the clause of a date ends with it: "which took over in April 2018, had 48 posts"."""
    return _CLOSES.match(text, end) is not None


def compared(text: str, earlier_end: int, later_start: int) -> bool:
    """Whether a word of comparison stands between two dates: "76% in June, compared with 41% in June 2017"."""
    return _COMPARED.search(text[earlier_end:later_start]) is not None


def year_of(point: Point, reference: Reference, future: bool) -> int | None:
    """The year of a point, from the document's own date where it does not name it; None where that settles nothing."""
    if point.explicit:
        return point.year
    known = reference.published
    if point.step is not None:
        return year_by_step(point, known) if known else None
    known = known or (reference.inspection[1] if reference.inspection else None)
    if known is None:
        return None
    if point.weekday is not None:
        return year_by_weekday(point, known)
    if future:
        return next_year(point, known)
    return None if _is_near(point, known) else latest_year(point, known)


def _is_near(point: Point, known: date) -> bool:
    """Whether a single day comes within a month of ``known``: "on 24 March" a week before it is hardly last year's."""
    coming = point_days(point, next_year(point, known))
    return coming is not None and coming[0] == coming[1] and 0 < (coming[0] - known).days <= SOON


def within(point: Point, whole: Days) -> int | None:
    """The year in which a point lies inside ``whole``."""
    for year in range(whole[0].year, whole[1].year + 1):
        found = point_days(point, year)
        if found and whole[0] <= found[0] and found[1] <= whole[1]:
            return year
    return None


def nearest(point: Point, anchor: Days, after: bool) -> int | None:
    """The year of the first such point after an anchor, or the last before it."""
    steps = (0, 1) if after else (0, -1)
    for step in steps:
        found = point_days(point, anchor[0].year + step)
        if found and (found[0] > anchor[1] if after else found[1] < anchor[0]):
            return anchor[0].year + step
    return None


def same_time_in(anchor: Days, year: Days) -> Days | None:
    """An anchor moved by whole years so that it begins inside ``year``."""
    for count in range(-20, 21):
        moved = days.shift(anchor, 12 * count)
        if moved and year[0] <= moved[0] <= year[1]:
            return moved
    return None
