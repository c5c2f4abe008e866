"""Which period a number is for: the expression of time in its clause, its sentence, its lead-in or its total."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import date

from transforms.mentions.layout import Sentence
from transforms.mentions.masking import Masked
from transforms.model import Period
from transforms.periods import DATED, RELATIVE, resolve_relative

# periods that money can be for
MONEY_YEARS = frozenset({"financial_year", "year", "calendar_year_relative", "school_year", "span", "year_ending"})
_SKIP = frozenset({"duration", "years"})
_PAST = (frozenset({"vague_past", "relative"}) | RELATIVE) - {"following_year", "following_quarter", "following_month"}
_OTHER_CLAUSE = re.compile(r"(?:\band|,) (?:has|have|is|are|spends|employs|must|will|now|expects|answers|runs|said|says|holds|which|who)\b")
_CLAUSE = re.compile(r"; |\. |, (?:but|while|whilst|whereas|although|and (?:the|it|they|a|an|now|we|he|she|those|these|that)\b)| – | - ")
_GROUP = re.compile(r"\A[\s,]*[(–-]\s*(?:or |about |around |a rate of |that is |which is |i\.e\. |equivalent to |equal to |up from |down from )?\Z|\A,? (?:or|a rate of|at a rate of|equivalent to|which is|that is|giving a rate of|, or)(?: (?:a rate of|about|some|around))?\s*\Z|\A (?:\w+ ){0,6}\((?:or |a rate of |equivalent to |at a rate of )?\Z")
# "94%, an improvement on 2013-14 when it was 93%": the time is that of what it is held against
_HELD_AGAINST = re.compile(r"\b(?:improvement|increase|rise|reduction|decrease|fall|drop|decline|deterioration|better|worse|higher|lower|fewer|compared|up|down)\b[^.;]{0,14}\Z")
_OF_TOTAL = re.compile(r"\A of (?:the |its |their |our |these |those )*\Z|\A (?:out )?of (?:the |its |all )?\Z")
_COORDINATED = re.compile(r"\A(?:,| and|, and| to| or)?\s*(?:for \w+ and |per cent and )?\Z")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Dated:
    """A period as chosen for a number. ``own`` tells that it stands beside the number itself."""

    start: date | None
    end: date | None
    text: str | None
    kind: str | None
    own: bool
    opens: bool = False  # whether it opens the sentence and so holds for all its numbers

    @property
    def is_past(self) -> bool:
        """Whether its words place it before now: "two years ago", "a year earlier"."""
        return self.own and self.kind in _PAST


UNDATED = Dated(None, None, None, None, False)


class Calendar:
    """The expressions of time of one text, for look-ups by place."""

    def __init__(self, text: str, flat: str, periods: Sequence[Period]) -> None:
        self._text = text
        self._flat = flat
        self._periods = [period for period in periods if period.kind not in _SKIP]
        self._starts = [period.start for period in self._periods]

    @property
    def flat(self) -> str:
        """The text on one line, of the same length."""
        return self._flat

    def marks(self, start: int, end: int, target: re.Pattern[str]) -> list[tuple[int, Dated | None]]:
        """The places at which a header line names a column, in order, each with its time, or None for a target."""
        found: list[tuple[int, Dated | None]] = [(period.start, self._dated(period, own=True)) for period in self.within(start, end) if period.date_start is not None]
        found += [(match.start(), None) for match in target.finditer(self._flat, start, end)]
        return sorted(found, key=lambda mark: mark[0])

    def within(self, start: int, end: int) -> list[Period]:
        """The expressions that begin in [start, end)."""
        return self._periods[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def choose(self, masked: Masked, index: int, sentence: Sentence, bound: Container[int]) -> Dated:
        """The expression of time that a number's own sentence or lead-in gives it; ``bound`` are the slots that state a metric."""
        periods = self.within(sentence.start, sentence.end)
        if periods:
            found = self._beside(masked, index, sentence, periods, bound)
            if found is not None:
                return self._dated(found, own=True)
            opening = self._opening(masked, sentence, periods)
            if opening is not None:
                opens = not self._flat[sentence.start : opening.start].strip(" \"'(")
                return replace(self._dated(opening, own=False), opens=opens)
        for start, end in reversed(sentence.lead):
            inside = self.within(start, end)
            if inside:
                return self._dated(next((period for period in inside if period.date_start is not None), inside[0]), own=False)
        return UNDATED

    def dated(self, period: Period) -> Dated:
        """A period as the own time of a number."""
        return self._dated(period, own=True)

    def _dated(self, period: Period, *, own: bool) -> Dated:
        text = " ".join(period.text.split())
        return Dated(period.date_start, period.date_end, text, period.kind, own)

    def only_year(self, sentence: Sentence) -> Dated | None:
        """The one financial year that a sentence names, which money in it is for."""
        years = [period for period in self.within(sentence.start, sentence.end) if period.kind == "financial_year" and period.date_start is not None]
        return self._dated(years[0], own=True) if len(years) == 1 else None

    def _beside(self, masked: Masked, index: int, sentence: Sentence, periods: list[Period], bound: Container[int]) -> Period | None:
        first, last = _group(masked, index)
        begin = masked.slots[first].quantity.start
        before = next((place for place in range(first - 1, -1, -1) if place in bound), None)
        before_stop = masked.slots[before].quantity.end if before is not None and masked.slots[before].own else sentence.start
        coordinated = last
        while coordinated + 1 < len(masked.slots) and (
            ("respectively" in masked.text and _COORDINATED.match(masked.right(coordinated))) or _OF_TOTAL.match(masked.right(coordinated))
        ):
            coordinated += 1
        if first and _OF_TOTAL.match(masked.left(first)):
            before_stop = sentence.start  # "four of the five areas": both take the time before
        after_start = masked.slots[coordinated].quantity.end
        following = next((place for place in range(coordinated + 1, len(masked.slots)) if place in bound), None)
        after_stop = masked.slots[following].quantity.start if following is not None else sentence.end
        earlier = [period for period in periods if before_stop <= period.start and period.end <= begin]
        later = [period for period in periods if after_start <= period.start < after_stop]
        nearest_before = earlier[-1] if earlier else None
        nearest_after = later[0] if later else None
        if nearest_before is not None and nearest_before.kind == "since" and not re.fullmatch(r"[ (]*", self._flat[nearest_before.end : begin]) and nearest_before.date_start is None:
            nearest_before = None
        gap_after = self._flat[after_start : nearest_after.start] if nearest_after else ""
        gap_before = self._flat[nearest_before.end : begin] if nearest_before else ""
        if nearest_before is not None and nearest_before.start > sentence.start + 3 and _OTHER_CLAUSE.search(gap_before):
            nearest_before = None
        if nearest_after is not None and (_HELD_AGAINST.search(gap_after) or nearest_after.text.lower().startswith("than ")):
            nearest_after = None
        after_ok = nearest_after is not None and not _CLAUSE.search(gap_after) and (following is None or not self._leads_next(nearest_after, after_stop, gap_after))
        before_ok = nearest_before is not None and (not _CLAUSE.search(gap_before) or nearest_before.start <= sentence.start + 3) and not self._trails(nearest_before, before_stop, sentence, masked, first)
        if after_ok and before_ok and nearest_after is not None and nearest_before is not None:
            if nearest_before.kind in ("vague_now", "duration_rate") and nearest_after.kind in DATED:
                return nearest_after
            if nearest_after.kind in ("vague_now", "duration_rate") and nearest_before.kind in DATED:
                return nearest_before
            return nearest_after if len(gap_after) <= len(gap_before) or nearest_after.kind in RELATIVE else nearest_before
        if after_ok:
            return nearest_after
        return nearest_before if before_ok else None

    def _leads_next(self, period: Period, stop: int, gap: str) -> bool:
        """Whether a period after a number belongs to the next one: "34 per cent; in September it was 81"."""
        tail = self._flat[period.end : stop]
        inner = re.sub(r"\A, when (?:there|it)", "", tail).strip()
        if re.search(r"[,;:(]\s*\Z|\b(?:and|but|while|in which)\s*\Z", gap) and len(tail) < 38 and not re.search(r"[,;.]", inner[:-1]):
            return True
        # "July 84%, August 81%"
        return not tail.strip() and gap.strip() in (",", ";", "and", ", and")

    def _trails(self, period: Period, begin: int, sentence: Sentence, masked: Masked, index: int) -> bool:
        """Whether a period before a number belongs to the number before it: "98% in 2013 to 95.6%"."""
        if index == 0 or begin == sentence.start:
            return False
        lead = self._flat[begin : period.start]
        tail = self._flat[period.end : masked.slots[index].quantity.start]
        if re.match(r"\s*(?:\w+ ){0,5}\Z", lead) and not re.search(r"[,;:]", lead) and re.match(r"\s*(?:,|to|;|and|but|against|compared|up|down|\(|–|-)", tail):
            return True
        return False

    def _opening(self, masked: Masked, sentence: Sentence, periods: list[Period]) -> Period | None:
        """"At 31 March 2014, …": the time that opens a sentence holds for all its numbers."""
        first = next((slot for slot in masked.slots if slot.own), None)
        if first is None:
            return None
        opening = [period for period in periods if period.end <= first.quantity.start]
        if not opening:
            return None
        period = opening[0]
        lead = self._flat[sentence.start : period.start].strip(" \"'(")
        if not lead or (len(lead) < 45 and not re.search(r",|\b(?:who|which|that|when|since|after|before)\b", lead)):
            return period
        return None


def _group(masked: Masked, index: int) -> tuple[int, int]:
    """The run of slots that print one thing in two ways: "1,931 (70 per 10,000 children)"."""
    first = last = index
    while first > 0 and masked.slots[first - 1].own and _GROUP.match(masked.left(first)):
        first -= 1
    while last + 1 < len(masked.slots) and _GROUP.match(masked.left(last + 1)):
        last += 1
    return first, last


def group_of(masked: Masked, index: int) -> int:
    """The first slot of the run in which a number prints the same thing as another."""
    return _group(masked, index)[0]


def order_key(dated: Dated) -> tuple[int, int] | None:
    """A rough place in time to order by: the end of the period, else a year that its words name."""
    if dated.end is not None:
        return dated.end.year, dated.end.month
    if dated.text and (years := _YEAR.findall(dated.text)):
        return int(years[-1]), 6
    return None


def from_anchor(dated: Dated, anchor: Dated) -> Dated:
    """Count "a year earlier" from the period of the number that it is held against."""
    if dated.kind not in RELATIVE or dated.start is not None or anchor.start is None or anchor.end is None:
        return dated
    resolved = resolve_relative(dated.kind, anchor.start, anchor.end)
    if resolved is None:
        return dated
    return Dated(resolved[0], resolved[1], dated.text, dated.kind, dated.own)
