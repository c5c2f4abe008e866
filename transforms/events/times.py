"""When an event happened: the expression of time that stands by the words that tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from transforms.events.draft import Draft
from transforms.events.lines import Line
from transforms.mentions.dating import Calendar
from transforms.model import DocumentFacts, Period
from transforms.periods import find_periods, inner_days

Days = tuple[date, date | None]
Placed = tuple[int, int, Period]

_NO_TIME = frozenset(
    {"duration", "duration_rate", "years", "to_date", "running_head", "deadline", "until", "event", "rolling"}
)
_TODAY = re.compile(r"(?:today|this (?:morning|afternoon|evening)|tonight)\Z", re.IGNORECASE)
_AGO = re.compile(r"\bago\b")
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
_JOINT = re.compile(
    r"; | - | – | — |\. |: |, (?:but|while|whilst|whereas|although|though|and (?:it|they|he|she|we|the|a|an|has|have|"
    r"is|was|will)\b)|\b(?:but|while|whereas|although|because|compared|than|when|until|despite|since|(?<!looked "
    r")after|before|following) |\b(?:up|down) from |\band (?:the|its|their|an?) (?:[\w'-]+ ){1,4}?(?:is|are|was|were|"
    r"will|has|have|had) |\band will "
)
_JOINT_BEFORE = re.compile(
    r"; | - | – | — |\. |, (?:but|while|whilst|whereas|although|though)|\b(?:but|while|whereas|although|compared|"
    r"than|(?<!looked )after|since|before|following|until) |\b(?:is|are) now "
)
_OF_CLAUSE = re.compile(r"(?:, |\b)(?:who|which|where|whose|when|since|after|before|following) [^,]*\Z")
_TOLD = re.compile(
    r"\b(?:told|heard|said|says|learn\w+|informed|announced|revealed|confirmed|reported|admitted|warned)\b"
)
_OWNED = 25  # code points from an event to the time that is its own
_IMPOSED = re.compile(r"\b(?:placed|imposed|issued|served|given|put|made)\b")
_WHEN = re.compile(r",? when(?: |\Z)")
_OUT = re.compile(r"\b(?:publish\w*|public|released|report|letter|findings|(?<!carried )out)\b")
_OF_VISIT = 40
_VISITS = frozenset({"inspection", "monitoring_visit", "focused_visit"})
_LEAP_DAY = date(2020, 12, 31)  # any 31 December of a leap year: every day without a year lies in it
_DIGIT = re.compile(r"\d")
_AND_THEN = re.compile(r", and (?!in |on |at |for |to )")
_AFTER_REACH = 110
_BEFORE_REACH = 80
_OPENING = 12  # code points before a time that opens its sentence
_BESIDE = 4
# "the January inspection": a month as the attribute of what happened in it
_MONTH = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:'s)?"
    r"(?= (?:\w+ )?(?:inspection|visit|report|letter|judgement|review))"
)
# what lasts, and so may be told by the day on which it began
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


def periods_by(line: Line, calendar: Calendar) -> list[Placed]:
    """The expressions of time in a line that can date an event, with their places in its words."""
    return [
        (line.place_of(each.start), line.place_of(each.end), each)
        for each in calendar.within(line.sentence.start, line.sentence.end)
        if _is_time(each)
    ]


def settle_times(drafts: Sequence[Draft], calendar: Calendar, facts: DocumentFacts, *, in_report: bool) -> None:
    """Give each draft of one sentence the time that stands by it.

    In a report an unsettled time ("the focused visit last year") is as none: the report dates its visits elsewhere.
    """
    for draft in drafts:
        if not draft.dated_by_words:
            continue
        period = _period_of(draft, drafts, calendar)
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
        if days is not None:
            draft.date_start, draft.date_end = days


def _is_time(period: Period) -> bool:
    if period.kind in _NO_TIME:
        return False
    if period.kind == "vague_now":
        return _TODAY.match(period.text) is not None
    if period.kind == "vague_past":
        return _AGO.search(period.text) is not None
    return True


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


def began(period: Period, facts: DocumentFacts) -> Days | None:
    """The days of the date in "since March" or "since the focused visit in 2019", None where it holds none."""
    return inner_days(period, facts) or next(
        (
            (found.date_start, found.date_end)
            for found in find_periods(_LEAD.sub("in", period.text, count=1), facts)
            if found.date_start is not None
        ),
        None,
    )


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


def _period_of(draft: Draft, drafts: Sequence[Draft], calendar: Calendar) -> Period | None:
    periods = periods_by(draft.line, calendar)
    for low, high, period in periods:
        if draft.kind == "report_published" and _is_of_visit(low, drafts, draft):
            continue
        within = draft.start - _BESIDE <= low and high <= draft.end + 1
        if within or (low <= draft.start and draft.end <= high):
            return period
    others = [each for each in drafts if each is not draft]
    around = [each for each in others if each.start <= draft.start and draft.end < each.end and each.kind != draft.kind]
    # "the letter about its visit was published on 5 May"
    periods = [placed for placed in periods if all(placed[1] <= each.end for each in around)]
    # "Since being judged inadequate in May 2018, the council has": the time of what it holds alone
    free = [placed for placed in periods if not any(placed[0] <= each.start < placed[1] for each in others)]
    if draft.kind == "report_published":
        free = [placed for placed in free if not _is_of_visit(placed[0], others, draft)]
    after, before = _after(draft, free, others), _before(draft, free, others)
    if after is None or before is None:
        return (after or before or (0, None))[1]
    return after[1] if after[0] <= before[0] else before[1]


def _is_of_visit(low: int, drafts: Sequence[Draft], draft: Draft) -> bool:
    """Whether a time stands right after the words of an inspection: "a visit carried out on 12 October"."""
    return any(
        each is not draft
        and 0 <= low - each.end < _OF_VISIT
        and each.kind in _VISITS
        and not _OUT.search(each.line.words[each.end : low])
        for each in drafts
    )


def _after(draft: Draft, periods: Sequence[Placed], others: Sequence[Draft]) -> tuple[int, Period] | None:
    following = [placed for placed in periods if placed[0] >= draft.end - _BESIDE and placed[1] > draft.end]
    if not following:
        return None
    low, high, period = following[0]
    if len(following) > 1 and period.date_start is None and following[1][0] - high <= 2:
        period = following[1][2]  # "today (24 August)"
    gap = draft.line.words[draft.end : low]
    if draft.kind == "intervention_ended" and _IMPOSED.search(gap):
        return None  # "has lifted the direction it placed on the council in 2018"
    if (
        len(gap) > _AFTER_REACH
        or _JOINT.search(gap)
        or _AND_THEN.search(gap)
        or _between(draft.end, low, others, draft)
    ):
        return None
    return len(gap), period


def _before(draft: Draft, periods: Sequence[Placed], others: Sequence[Draft]) -> tuple[int, Period] | None:
    earlier = [placed for placed in periods if placed[1] <= draft.start + 1]
    if not earlier:
        return None
    low, high, period = earlier[-1]
    words = draft.line.words
    gap = words[high : draft.start]
    if gap.startswith(" that ") and _TOLD.search(words[:low]):
        return None  # "Councillors were told on Tuesday that"
    opens = low <= _OPENING
    if _WHEN.match(gap):
        return 0, period  # "since March 2020, when a commissioner was appointed"
    if _JOINT_BEFORE.search(gap) or _begins_between(high, draft.start, others, draft):
        return None
    if any(0 <= low - each.end <= _OWNED and (each.kind, each.detail) != (draft.kind, draft.detail) for each in others):
        return None  # "the notice imposed in 2011 has been lifted"
    if not opens and (len(gap) > _BEFORE_REACH or ("," in gap and _OF_CLAUSE.search(words[:low]))):
        return None
    if _SINCE.match(period.text) and not opens and not _WHEN.match(gap):
        return None
    return (len(gap) // 2 if opens else len(gap)), period


def _begins_between(low: int, high: int, others: Sequence[Draft], draft: Draft) -> bool:
    """Whether another event begins between two places: "today published the outcome of its inspection"."""
    return any(low <= each.start < high and each.kind != draft.kind for each in others)


def _between(low: int, high: int, others: Sequence[Draft], draft: Draft) -> bool:
    """Whether another event is told between two places, which then has the time."""
    return any(
        low <= each.start and each.end <= high and (each.kind != draft.kind or _is_other_sum(each, draft))
        for each in others
    )


def _is_other_sum(each: Draft, draft: Draft) -> bool:
    """Whether two drafts are different money: "another £5m, on top of the £8.3m it found last winter"."""
    return each.kind == draft.kind == "funding" and each.detail != draft.detail
