"""One row per event: a thing that a text tells twice, and what it refers to in passing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from transforms.events.draft import FAMILY, Draft

_UNDATED = 10**6
_MONTH = 31
_OWN_RULES = frozenset({"judgement_overall", "judgement_is", "judgement_requires"})
_OF_TODAY = frozenset({"judgement_is", "judgement_requires"})
_ONCE = frozenset({"trust_established", "trust_ended"})
_CARRIERS = frozenset({"inspection", "report_published", "monitoring_visit", "focused_visit"})


def carry_dates(drafts: list[Draft], before: list[Draft]) -> None:
    """Give a judgement without a time that of the inspection or report in its sentence, else in the one before."""
    for draft in drafts:
        if draft.kind != "judgement" or draft.is_dated or draft.has_time:
            continue
        # of "an inspection in the spring concluded that" the time is its own, if unsettled
        own = any(each.kind == "inspection" and each.has_time for each in drafts)
        for source in (drafts,) if own else (drafts, before):
            known = [
                each for each in source if each.kind in _CARRIERS and each.is_dated and not _is_only_since(draft, each)
            ]
            if known:
                known.sort(key=lambda each: (each.kind != "inspection", -each.start))
                _make_inspection(known[0])
                draft.date_start, draft.date_end = known[0].date_start, known[0].date_end
                break


def _make_inspection(source: Draft) -> None:
    """Let what inspectors did ("visited in May") be an inspection where it gave a judgement: other visits give none."""
    if source.unnamed and source.number is None and source.rule.endswith("_verb"):
        source.kind, source.unnamed = "inspection", False


def _is_only_since(draft: Draft, source: Draft) -> bool:
    """Whether an inspection stands after a grade of today: "are good, and better since the one in 2013"."""
    if draft.line is not source.line or draft.rule not in _OF_TODAY or source.start < draft.end:
        return False
    return " since " in draft.line.words[draft.end : source.start]


def settle_publication(drafts: list[Draft]) -> None:
    """Give "published today (24 August)" its year: that of the one visit that the text dates before it."""
    visited = {each.date_end for each in drafts if each.kind in FAMILY and each.date_end is not None}
    for draft in drafts:
        day = draft.day_without_year
        if draft.kind != "report_published" or draft.is_dated or day is None or len(visited) != 1:
            continue
        after = next(iter(visited))
        month, number = day
        year = after.year if (month, number) >= (after.month, 1) else after.year + 1
        draft.date_start = draft.date_end = date(year, month, number)


def settle_own(drafts: list[Draft]) -> list[Draft]:
    """In a report, the judgement that its own inspection gave: only the head and "overall effectiveness" tell it."""
    own = next((each for each in drafts if each.rule == "own_head" and each.kind in FAMILY), None)
    head = next((each.place for each in drafts if each.rule == "own_head" and each.kind == "judgement"), None)
    kept: list[Draft] = []
    for draft in drafts:
        if draft.kind == "inspection" and draft.rule != "own_head" and own is not None and _overlaps(own, draft):
            continue  # "at the time of the inspection in May 2017" is the report's own
        if draft.kind == "judgement" and draft.rule != "own_head":
            if head is not None and draft.place[0] < head[1] and head[0] < draft.place[1]:
                continue
            if not draft.is_dated:
                if own is None or draft.rule not in _OWN_RULES:
                    continue
                draft.date_start, draft.date_end = own.date_start, own.date_end
        kept.append(draft)
    return kept


def _overlaps(own: Draft, draft: Draft) -> bool:
    """Whether a draft's month or days lie over those of a report's own inspection, and it spans no year."""
    if own.date_start is None or own.date_end is None or draft.date_start is None or draft.date_end is None:
        return False
    if _width(draft) > _MONTH:
        return False
    return draft.date_start <= own.date_end and own.date_start <= draft.date_end


def merged(drafts: Iterable[Draft]) -> list[Draft]:
    """The events, each once, in the order of the text: one without a date is taken for the dated one it can be."""
    kept: list[Draft] = []
    ordered = sorted(drafts, key=lambda draft: draft.place)
    for draft in sorted(ordered, key=lambda draft: (_width(draft), draft.unnamed, draft.number is None)):
        same = next((each for each in kept if _is_same(each, draft)), None)
        if same is None:
            kept.append(draft)
        else:
            _take(same, draft)
    return sorted(kept, key=lambda draft: draft.place)


def _width(draft: Draft) -> int:
    """Days that an event's dates span, to take the precise ones first and those without dates last."""
    if draft.date_start is None:
        return _UNDATED
    return 0 if draft.date_end is None else (draft.date_end - draft.date_start).days


def _is_same(known: Draft, draft: Draft) -> bool:
    """Whether a draft tells an event that is known from another sentence."""
    kinds = (
        known.kind == draft.kind or (draft.unnamed and known.kind in FAMILY) or (known.unnamed and draft.kind in FAMILY)
    )
    if not kinds or not _agree(known.authority, draft.authority):
        return False
    if known.kind == draft.kind and not _agree(known.detail, draft.detail):
        return False
    if not _agree(known.number, draft.number):
        return False
    if draft.is_dated:
        return known.is_dated and (_within(known, draft) or _within(draft, known))
    if draft.kind in _ONCE:
        return True  # a trust is set up once, and ended once
    return not draft.has_time or not known.is_dated or draft.passing or known.line.index == draft.line.index


def _within(one: Draft, other: Draft) -> bool:
    """Whether the days of one event lie within those of the other: "in July 2015" and "in 2015"."""
    if one.date_start is None or other.date_start is None:
        return False
    if one.date_end is None or other.date_end is None:
        return (one.date_start, one.date_end) == (other.date_start, other.date_end)
    return other.date_start <= one.date_start and one.date_end <= other.date_end


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _take(known: Draft, draft: Draft) -> None:
    """Add to an event what another telling of it says."""
    if known.number is None and draft.kind == known.kind:
        known.number = draft.number
    if known.detail is None:
        known.detail = draft.detail
    if known.authority is None:
        known.authority = draft.authority
