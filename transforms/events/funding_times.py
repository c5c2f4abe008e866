"""When money was decided on, else the year that it is for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.events import money_words
from transforms.events.draft import Draft
from transforms.events.page import Page
from transforms.events.placed import Placed, periods_by
from transforms.model import Period

# kinds of time on which a decision can fall
_OF_DECISION = frozenset({"day", "week", "month"})
_OF_BUDGET = frozenset({"financial_year"})
_DECIDED = re.compile(r"\b(?:agreed|approved|signed off|voted|decided|announced|awarded|committed|pledged|backed)\b")
_NEAR = 25  # code points between the verb and the time of a decision
_REACH = 110
_JOINT = re.compile(r"; | - | – |\. |, (?:but|while|who|which|and)\b|\b(?:but|while|after|since|before|when|until) ")
# "will cost £24.8m in 2015-16, of which the Home Office has agreed to pay"
_PART_OF = re.compile(r",? (?:of which|even after|after|including|which includes|with|thanks to|on top of) ")
# "The decision was taken on Thursday", "a sum that was agreed last Friday"
_DECISION = re.compile(
    r"\A[\"']?(?:the|that|this|its) (?:decision|move|money|sum|vote|cash|spending|funding|package|investment) (?:was|"
    r"were|got) "
    r"(?:taken|made|agreed|approved|signed off|announced|confirmed|backed)\b"
)


def settle_funding(drafts: Sequence[Draft], page: Page) -> None:
    """Date the money of one sentence by its decision, else by the budget year that its sentence names."""
    for draft in drafts:
        if draft.kind != "funding":
            continue
        period = _decided(draft, page)
        if period is None and not draft.is_dated:
            period = _of_year(draft, page)
        if period is None and not draft.has_time:
            period = _decided_next(draft, page)
        if period is not None:
            draft.date_start, draft.date_end, draft.has_time = period.date_start, period.date_end, True


def _decided(draft: Draft, page: Page) -> Period | None:
    """The day or month that stands by the verb of the decision: "had in October agreed an extra £5m"."""
    words = draft.line.words
    for low, high, period in periods_by(draft.line, page.calendar):
        if period.kind not in _OF_DECISION or period.date_start is None:
            continue
        between = words[high : draft.start] if high <= draft.start else words[draft.end : low]
        if len(between) > _REACH or _JOINT.search(between):
            continue
        if _DECIDED.search(words[max(0, low - _NEAR) : high + _NEAR]):
            return period
    return None


def _of_year(draft: Draft, page: Page) -> Period | None:
    """The one budget year before the sum, of which it is told as a part: in its sentence, or in the one before."""
    words = draft.line.words
    before = [each for each in periods_by(draft.line, page.calendar) if each[1] <= draft.start]
    years = _budget_years(before)
    if years and _PART_OF.search(words[before[-1][1] : draft.start]):
        return years[-1]
    if not money_words.INCLUDES.match(words) or draft.line.index == 0:
        return None
    earlier = page.layout.sentences[draft.line.index - 1]
    years = _budget_years([(0, 0, each) for each in page.calendar.within(earlier.start, earlier.end)])
    return years[0] if len(years) == 1 else None


def _budget_years(placed: Sequence[Placed]) -> list[Period]:
    return [period for _, _, period in placed if period.kind in _OF_BUDGET and period.date_start is not None]


def _decided_next(draft: Draft, page: Page) -> Period | None:
    """The day that the next sentence gives: "The decision was taken on Thursday"."""
    following = draft.line.index + 1
    if draft.line.sentence.kind == "heading" or following >= len(page.layout.sentences):
        return None
    sentence = page.layout.sentences[following]
    if _DECISION.match(page.layout.lower[sentence.start : sentence.end].replace("  ", " ")) is None:
        return None
    dated = [each for each in page.calendar.within(sentence.start, sentence.end) if each.kind in _OF_DECISION]
    return dated[0] if dated and dated[0].date_start is not None else None
