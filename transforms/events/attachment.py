"""Which expression of time stands by the words that tell an event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.events.draft import Draft
from transforms.events.placed import Placed, periods_by
from transforms.events.words import GOVERNMENT
from transforms.mentions.dating import Calendar
from transforms.model import Period

_SINCE = re.compile(r"(?:since|from)\b", re.IGNORECASE)
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
_OUT = re.compile(
    r"\b(?:publish\w*|public|appear\w*|emerge\w*|landed|came out|circulated|released|report|letter|findings|"
    r"(?<!carried )out)\b"
)
_OF_NEWS = re.compile(r"\b(?:today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|this week)\b", re.IGNORECASE)
_OF_VISIT = 40
_VISITS = frozenset({"inspection", "monitoring_visit", "focused_visit"})
_ENDED = frozenset({"intervention_ended", "trust_ended"})
_ASIDE = re.compile(r",? (?:which|that|under which) [^,;.]{3,80},")
_AND_THEN = re.compile(r", and (?!in |on |at |for |to )")
_NEW_CLAUSE = re.compile(r",? (?:and|but|so|while|whereas|then|before)\b")
_AFTER_REACH = 110
_BEFORE_REACH = 80
_BULLET = re.compile(r"[^\w]*(?:in |on )?")
_LEAD_IN = re.compile(r"\)?(?: [-–—]|:|\||\t)")
_PARENTHESIS = re.compile(r"\A,[^,;.]{3,60},")
_BY_GOVERNMENT = frozenset({"improvement_notice", "direction", "commissioner_appointed", "intervention_ended"})
_TOLD_BY = re.compile(
    rf"\b(?:{GOVERNMENT}[^.;]{{0,40}}? (?:announced|confirmed|told|wrote|informed|notified)|learn(?:ed|t)|was told)\b"
)
_OPENING = 12  # code points before a time that opens its sentence
_BESIDE = 4


def period_of(draft: Draft, drafts: Sequence[Draft], calendar: Calendar) -> Period | None:
    """The time of a draft among the ``drafts`` of its sentence: within its words, else the nearest of its clause."""
    periods = periods_by(draft.line, calendar)
    for low, high, period in periods:
        if draft.kind == "report_published" and not _is_of_telling(period) and _is_of_visit(low, drafts, draft):
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
        free = [placed for placed in free if _is_of_telling(placed[2]) or not _is_of_visit(placed[0], others, draft)]
    elif draft.kind in _VISITS and any(each.kind == "report_published" and each.start < draft.start for each in others):
        free = [placed for placed in free if not _is_of_telling(placed[2])]
    after, before = _after(draft, free, others), _before(draft, free, others)
    if after is None or before is None:
        return (after or before or (0, None))[1]
    if _NEW_CLAUSE.match(draft.line.words, draft.line.place_of(before[1].end)):
        return after[1]  # "inspectors went in in November 2012 and a notice to improve followed in January"
    return after[1] if after[0] <= before[0] else before[1]


def _is_of_telling(period: Period) -> bool:
    """Whether a time is told from the day of the text, as that of news is: "published its findings yesterday"."""
    return _OF_NEWS.search(period.text) is not None


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
    aside = _ASIDE.match(draft.line.words, draft.end) if draft.kind in _ENDED else None
    if aside is not None:  # "the lifting of its notice, which had been served in May, came on 3 October"
        following = [placed for placed in following if placed[0] >= aside.end()] or following
    low, high, period = following[0]
    if (
        len(following) > 1
        and period.date_start is None
        and following[1][2].kind != "same_time"
        and following[1][0] - high <= 2
    ):
        period = following[1][2]  # "today (24 August)"
    gap = draft.line.words[max(draft.end, aside.end() if aside is not None and aside.end() <= low else 0) : low]
    if draft.kind in _ENDED and period.kind == "since":
        return None
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
    lead = _LEAD_IN.match(gap) if _BULLET.fullmatch(words[:low]) else None
    if lead is not None:
        return len(gap), period  # "May 2018: report published; overall grade: inadequate"
    if gap.startswith(" that ") and draft.kind in _BY_GOVERNMENT and _TOLD_BY.search(words[:low]):
        return len(gap), period  # "ministers announced on 4 May that the notice had been lifted"
    if gap.startswith(" that ") and _TOLD.search(words[:low]):
        return None  # "Councillors were told on Tuesday that"
    opens = low <= _OPENING
    if opens:
        gap = _PARENTHESIS.sub(",", gap, count=1)
    if _WHEN.match(gap):
        return 0, period  # "since March 2020, when a commissioner was appointed"
    if _JOINT_BEFORE.search(gap) or _begins_between(high, draft.start, others, draft):
        return None
    if any(
        0 <= low - each.end <= _OWNED
        and (each.kind, each.detail) != (draft.kind, draft.detail)
        and not _JOINT_BEFORE.search(words[each.end : low])
        for each in others
    ):
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
