"""Which period a number is for: the expression of time in its clause, its sentence or its lead-in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from transforms.mentions import time_words as words
from transforms.mentions.dated import UNDATED, Dated, dated_by
from transforms.mentions.groups import group_span
from transforms.mentions.layout import Sentence
from transforms.mentions.masking import Masked
from transforms.model import Period
from transforms.periods import DATED, RELATIVE


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a number stands among the others of its sentence, as offsets of the text."""

    first: int  # the first slot of those that print the same thing
    begin: int  # where the number begins
    own_end: int  # where that number ends
    before_stop: int  # where the number before it ends
    after_start: int  # where the number ends, with those that share its time
    after_stop: int  # where the next number begins
    is_last: bool


class Calendar:
    """The expressions of time of one text, for look-ups by place."""

    def __init__(self, text: str, flat: str, periods: Sequence[Period]) -> None:
        self._text = text
        self._flat = flat
        self._periods = self._settled([period for period in periods if period.kind not in words.SKIP])
        self._starts = [period.start for period in self._periods]

    def _settled(self, periods: list[Period]) -> list[Period]:
        """The expressions without those that the next one puts into days: "now (at 31 March 2013)"."""
        replaced = {
            period.start
            for period, following in pairwise(periods)
            if period.kind in words.PUT_INTO_DAYS
            and following.date_start is not None
            and words.IN_BRACKETS.fullmatch(self._flat, period.end, following.start)
        }
        return [period for period in periods if period.start not in replaced]

    @property
    def flat(self) -> str:
        """The text on one line, of the same length."""
        return self._flat

    def marks(self, start: int, end: int, target: re.Pattern[str]) -> list[tuple[int, Dated | None]]:
        """The places at which a header line names a column, in order, each with its time, or None for a target."""
        dated = [period for period in self.within(start, end) if period.date_start is not None]
        found: list[tuple[int, Dated | None]] = [(period.start, self.dated(period)) for period in dated]
        found += [(match.start(), None) for match in target.finditer(self._flat, start, end)]
        return sorted(found, key=lambda mark: mark[0])

    def within(self, start: int, end: int) -> list[Period]:
        """The expressions that begin in [start, end)."""
        return self._periods[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _words(self, start: int, end: int) -> str:
        """The text in [start, end) with single spaces; a line that a PDF broke leaves two."""
        return words.SPACES.sub(" ", self._flat[start:end])

    def dated(self, period: Period) -> Dated:
        """A period as the own time of a number."""
        return dated_by(period, own=True)

    def only_year(self, sentence: Sentence) -> Dated | None:
        """The one financial year that a sentence names, which money in it is for."""
        named = (period for period in self.within(sentence.start, sentence.end) if period.date_start is not None)
        years = [period for period in named if period.kind == "financial_year" or "the year" in period.text.lower()]
        return self.dated(years[0]) if len(years) == 1 else None

    def tells_of_now(self, sentence: Sentence) -> bool:
        """Whether a sentence has a word like "now" or "currently"."""
        return any(period.kind == "vague_now" for period in self.within(sentence.start, sentence.end))

    def visit_before(self, place: int) -> Dated | None:
        """The days of the visit told last before ``place``: "Inspectors spent two days there last month"."""
        for period in reversed(self.within(max(0, place - words.VISIT_REACH), place)):
            told = self._words(max(0, period.start - words.TOLD_WORDS), period.start)
            if period.date_start is not None and words.VISIT.search(told):
                return dated_by(period, own=False)
        return None

    def choose(self, masked: Masked, index: int, sentence: Sentence, bound: Container[int], metric: str) -> Dated:
        """The expression of time that a number's own sentence or lead-in gives it.

        Args:
            masked: the sentence.
            index: the number's slot.
            sentence: its place in the text.
            bound: the slots that state a metric or an amount.
            metric: the number's metric, some of which have a time in their definition.
        """
        inside = self.within(sentence.start, sentence.end)
        periods = [period for period in inside if not self._is_beside_the_point(period, sentence, metric)]
        if periods:
            found = self._beside(masked, index, sentence, periods, bound)
            if found is not None:
                return self.dated(found)
            opening = self._opening(masked, sentence, periods)
            if opening is not None and not words.HAS_SINCE.search(masked.left(index)):
                opens = not self._words(sentence.start, opening.start).strip(" \"'(")
                return replace(dated_by(opening, own=False), opens=opens)
            trailing = self._trailing(masked, index, sentence, periods, bound)
            if trailing is not None:
                return dated_by(trailing, own=False)
        for start, end in reversed(sentence.lead):
            led = [
                period
                for period in self.within(start, end)
                if not words.OF_OTHER_THING.search(self._flat, start, period.start)
            ]
            if led:
                return dated_by(next((period for period in led if period.date_start is not None), led[0]), own=False)
        return UNDATED

    def _is_beside_the_point(self, period: Period, sentence: Sentence, metric: str) -> bool:
        """Whether a period says when something was told, or is part of a definition or of "than at any time"."""
        before = self._words(max(sentence.start, period.start - words.TOLD_WORDS), period.start)
        if words.THIS_DAY.match(period.text):
            return False
        if period.text.lower() == "current" and words.A_CURRENT.search(before):
            return True
        if before.endswith("than ") and period.date_start is None:
            return True
        if words.DAY_WORD.search(period.text) and not re.search(r"\d", period.text) and period.kind in ("day", "week"):
            return words.SAID.search(self._flat, sentence.start, sentence.end) is not None
        defines = words.DEFINES.get(metric)
        return defines is not None and period.kind in words.DEFINING and bool(defines.search(before))

    def _place(self, masked: Masked, index: int, sentence: Sentence, bound: Container[int]) -> _Place:
        first, last = group_span(masked, index)
        before = next((place for place in range(first - 1, -1, -1) if place in bound), None)
        before_stop = (
            masked.slots[before].quantity.end if before is not None and masked.slots[before].own else sentence.start
        )
        if first and words.OF_TOTAL.match(masked.left(first)):
            before_stop = sentence.start  # "four of the five areas": both take the time before
        while last + 1 < len(masked.slots) and (
            ("respectively" in masked.text and words.COORDINATED.match(masked.right(last)))
            or words.OF_TOTAL.match(masked.right(last))
            or words.AND_OTHER.match(masked.right(last))
        ):
            last += 1
        following = next((place for place in range(last + 1, len(masked.slots)) if place in bound), None)
        return _Place(
            first,
            masked.slots[first].quantity.start,
            masked.slots[first].quantity.end,
            before_stop,
            masked.slots[last].quantity.end,
            masked.slots[following].quantity.start if following is not None else sentence.end,
            following is None,
        )

    def _beside(
        self, masked: Masked, index: int, sentence: Sentence, periods: list[Period], bound: Container[int]
    ) -> Period | None:
        """The nearer of the times before and after a number that are the number's own."""
        place = self._place(masked, index, sentence, bound)
        before = self._own_before(masked, index, sentence, periods, place)
        after = self._own_after(periods, place)
        if before is None or after is None:
            return before or after
        says_less = before.kind in words.WEAK or (before.date_start is None and after.date_start is not None)
        if says_less and after.kind in DATED and before.kind not in RELATIVE:
            return after
        if (after.kind in words.WEAK or words.AT_THE_TIME.search(after.text)) and before.kind in DATED:
            return before
        near = after.start - place.after_start <= place.begin - before.end
        return after if near or after.kind in RELATIVE else before

    def _own_after(self, periods: list[Period], place: _Place) -> Period | None:
        within = [each for each in periods if place.own_end <= each.start < place.after_start]
        if within:
            return within[0]  # "2,214 at 31 December, or 209 per 10,000"
        period = next((each for each in periods if place.after_start <= each.start < place.after_stop), None)
        if period is None:
            return None
        gap = self._words(place.after_start, period.start)
        if (
            words.HELD_AGAINST.search(gap)
            or words.YARDSTICK_ASIDE.search(gap)
            or period.text.lower().startswith("than ")
            or words.CLAUSE_AFTER.search(gap)
        ):
            return None
        return None if not place.is_last and self._leads_next(period, place.after_stop, gap) else period

    def _own_before(
        self, masked: Masked, index: int, sentence: Sentence, periods: list[Period], place: _Place
    ) -> Period | None:
        earlier = [each for each in periods if place.before_stop <= each.start and each.end <= place.begin]
        if not earlier:
            return None
        period = earlier[-1]
        gap = self._words(period.end, place.begin)
        opens = period.start <= sentence.start + 3
        if period.kind == "since" and period.date_start is None and gap.strip(" ("):
            return None
        if words.TARGET_ASIDE.match(gap) or self._of_inner_clause(self._words(sentence.start, period.start), gap):
            return None
        if not opens and (
            words.OTHER_CLAUSE.search(gap) or words.CLAUSE.search(gap) or self._now_again(gap, masked.right(index))
        ):
            return None
        return None if self._trails(period, place, sentence, masked) else period

    def _of_inner_clause(self, before: str, gap: str) -> bool:
        """Whether a time is that of a relative clause that is over before the number comes."""
        if words.BEGAN.search(before):
            return bool(words.GOES_ON.match(gap))
        return bool(words.IN_CLAUSE.search(before) and words.CLAUSE_ENDS.match(f"{gap} "))

    def _now_again(self, gap: str, after: str) -> bool:
        """Whether a clause that begins between a time and a number is told in the present."""
        joints = list(words.JOINED.finditer(gap))
        if not joints:
            return False
        clause = f"{gap[joints[-1].end() :]} {after}"
        return bool(words.PRESENT.match(clause)) and not words.PAST_VERB.match(clause)

    def _leads_next(self, period: Period, stop: int, gap: str) -> bool:
        """Whether a period after a number belongs to the next one: "34 per cent; in September it was 81"."""
        tail = self._words(period.end, stop)
        if "," in gap and words.LEADS_AT_ONCE.match(tail):
            return True
        inner = re.sub(r"\A, when (?:there|it)", "", tail).strip()
        joint = re.search(r"[,;:(]\s*\Z|\b(?:and|but|while|in which)\s*\Z", gap)
        if joint and len(tail) < 38 and not re.search(r"[,;.]", inner[:-1]):
            return True
        # "July 84%, August 81%"
        return not tail.strip() and gap.strip() in (",", ";", "and", ", and")

    def _trails(self, period: Period, place: _Place, sentence: Sentence, masked: Masked) -> bool:
        """Whether a period before a number belongs to the number before it: "98% in 2013 to 95.6%"."""
        if place.first == 0 or place.before_stop == sentence.start:
            return False
        if words.BY_AMOUNT.search(self._words(sentence.start, place.before_stop)):
            return False
        lead = self._words(place.before_stop, period.start)
        tail = self._words(period.end, place.begin)
        if words.OF_THE.match(self._words(sentence.start, place.before_stop)) and tail.strip() == ",":
            return False
        if words.WHEN_IT.match(tail) or re.search(r"[,;:]", lead):
            return False
        if words.AGAINST.match(tail):
            return True
        near = re.match(r"\s*(?:\w+ ){0,5}\Z", lead)
        return bool(near and re.match(r"\s*(?:,|to|;|and|but|against|compared|up|down|\(|–|-)", tail))

    def _trailing(
        self, masked: Masked, index: int, sentence: Sentence, periods: list[Period], bound: Container[int]
    ) -> Period | None:
        """The one time of a sentence that ends a list of like numbers: "92%, 61% and 88% at the end of March"."""
        last = max((place for place in range(len(masked.slots)) if place in bound), default=index)
        if last == index or len(periods) != 1 or periods[0].date_start is None:
            return None
        like = all(masked.slots[place].kind == masked.slots[index].kind for place in range(index, last + 1))
        if not like or not all(words.LISTED.match(masked.right(place)) for place in range(index, last)):
            return None
        return self._own_after(periods, self._place(masked, last, sentence, bound))

    def _opening(self, masked: Masked, sentence: Sentence, periods: list[Period]) -> Period | None:
        """The time that opens a sentence and so holds for all its numbers: "At 31 March 2014, …"."""
        first = next((slot for slot in masked.slots if slot.own), None)
        if first is None:
            return None
        period = next((each for each in periods if each.end <= first.quantity.start), None)
        if period is None:
            return None
        lead = self._words(sentence.start, period.start).strip(" \"'(")
        if not lead:
            return period
        if self._of_inner_clause(f"{lead} ", self._words(period.end, first.quantity.start)):
            return None
        near = len(lead) < words.OPENING_REACH
        return period if near and not re.search(r",|\b(?:who|which|that|when|since|after|before)\b", lead) else None
