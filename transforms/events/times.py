"""When an event happened: the expression of time that stands by the words that tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from transforms.events.attachment import period_of
from transforms.events.draft import Draft
from transforms.events.factual import UNTIL
from transforms.events.narrative import Days, began, told_days
from transforms.mentions.dating import Calendar
from transforms.model import DocumentFacts, Period
from transforms.periods import find_periods, inner_days

_SINCE = re.compile(r"(?:since|from)\b", re.IGNORECASE)
_LEAD = re.compile(r"(?:since|from|following|after|before|starting)\b", re.IGNORECASE)
_OF_EVENT = re.compile(r"\b(?:inspection|visit|report|judgement|review|took over)\b")
_YEAR_OF = re.compile(
    r"\b(?:the|its|their|that|ofsted's) ((?:19|20)\d\d) (?:(?:ofsted|full|last|damning|critical|inspection) )?\Z"
)
_FIRST_SINCE = re.compile(r"\bfirst (?:\w+ )?since\Z")
_SINCE_LENGTH = len("since")
_NAMED_BY = 20
_FIRST = re.compile(r"\bfirst (?:time|council|authority)\b|\bagain\b")
_NEXT = re.compile(r"\bnext\b", re.IGNORECASE)
_ENDS = frozenset({"until", "deadline"})
_BEGAN = re.compile(r"(?: [\w'-]+){0,8}? (?:began|begins|started|starts|opened|got under ?way)\b")
_WHEN = re.compile(r",? when(?: |\Z)")
_VISITS = frozenset({"inspection", "monitoring_visit", "focused_visit"})
_LEAP_DAY = date(2020, 12, 31)  # any 31 December of a leap year: every day without a year lies in it
_DIGIT = re.compile(r"\d")
_BESIDE = 4
_MONTH = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:'s)?"
    r"(?= (?:\w+ )?(?:inspection|visit|report|letter|judgement|review))"
)
_LASTING = frozenset(
    {
        "judgement",
        "improvement_notice",
        "direction",
        "commissioner_appointed",
        "trust_established",
        "intervention_ended",
    }
)


def settle_times(drafts: Sequence[Draft], calendar: Calendar, facts: DocumentFacts, *, in_report: bool) -> None:
    """Give each draft of one sentence the time that stands by it.

    In a report an unsettled time ("the focused visit last year") is as none: the report dates its visits elsewhere.
    """
    for draft in drafts:
        if not draft.dated_by_words:
            continue
        until = _not_until(draft, calendar, facts)
        if until is not None:
            draft.date_start, draft.date_end = until
            draft.has_time = True
            continue
        period = period_of(draft, drafts, calendar)
        if (
            period is not None
            and draft.kind in _VISITS
            and _FIRST_SINCE.search(draft.line.words, 0, draft.line.place_of(period.start) + _SINCE_LENGTH)
        ):
            period = None  # "the inspection was the first since 2017"
        days = _by_attribute(draft, facts) if period is None else _days_of(period, draft, facts)
        draft.has_time = days is not None or (period is not None and not in_report)
        if days is None and period is not None:
            draft.day_without_year = _day_alone(period)
        if period is not None and (told := told_days(period, draft.line, calendar, facts)) is not None:
            days = told
        if days is not None:
            draft.date_start, draft.date_end = days
            if draft.kind in _VISITS and days[0] == days[1] and _BEGAN.match(draft.line.words, draft.end):
                draft.date_end = None  # an end that is not stated


def _not_until(draft: Draft, calendar: Calendar, facts: DocumentFacts) -> Days | None:
    """The days of "was not lifted until 14 December 2012"."""
    line = draft.line
    if UNTIL.match(line.words, draft.end) is None:
        return None
    for period in calendar.within(line.begin(draft.end - 1), line.sentence.end):
        if period.kind in _ENDS and line.place_of(period.start) - draft.end <= _BESIDE:
            return inner_days(period, facts)
    return None


def _days_of(period: Period, draft: Draft, facts: DocumentFacts) -> Days | None:
    """The days of a time; of "since May 2018" those of May 2018, and of "today" the day of publication."""
    if period.kind == "vague_now":
        return None if facts.published_on is None else (facts.published_on, facts.published_on)
    if draft.kind == "funding" and period.kind == "calendar_year_relative" and _NEXT.search(period.text):
        return None  # a council's next year may be the calendar's or the budget's
    if period.kind != "span" and _LEAD.match(period.text):
        if draft.kind == "judgement" and _FIRST.search(draft.line.words):
            return None  # "the first time it has been rated good since 2008"
        encloses = draft.line.begin(draft.start) <= period.end + 1 and period.start < draft.line.finish(draft.end)
        lasts = draft.kind in _LASTING and _SINCE.match(period.text) and not _OF_EVENT.search(period.text.lower())
        when = _WHEN.match(draft.line.words, draft.line.place_of(period.end))  # "since 2017, when three of the areas"
        when = when if draft.line.place_of(period.end) <= draft.start else None
        not_since = draft.rule == "inspection_passive" and _SINCE.match(period.text)  # "has not been inspected since"
        return began(period, facts) if encloses or lasts or when or not_since else None
    return None if period.date_start is None else (period.date_start, period.date_end)


def _day_alone(period: Period) -> tuple[int, int] | None:
    """Month and day of a day that is named without its year."""
    if period.kind != "day" or period.date_start is not None:
        return None
    leap = DocumentFacts(published_on=_LEAP_DAY)
    found = find_periods(period.text, leap)
    if len(found) != 1 or found[0].date_start is None or not _DIGIT.search(period.text):
        return None
    return found[0].date_start.month, found[0].date_start.day


def _by_attribute(draft: Draft, facts: DocumentFacts) -> Days | None:
    """The month or year that names an event: "the January inspection", "since the 2015 inspection"."""
    year = _YEAR_OF.search(draft.line.words, max(0, draft.start - _NAMED_BY), draft.start)
    if year is not None and (draft.kind in _VISITS or draft.kind == "report_published"):
        return date(int(year[1]), 1, 1), date(int(year[1]), 12, 31)
    month = _MONTH.search(draft.line.words, max(0, draft.start - 12), draft.end + 8)
    if month is None:
        return None
    found = find_periods(f"in {month[0].removesuffix(chr(39) + 's').title()}", facts)
    return (found[0].date_start, found[0].date_end) if found and found[0].date_start else None
