"""Which period a number is for: the expression of time in its clause, its sentence or its lead-in."""

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
_WEAK = frozenset({"vague_now", "duration_rate"})
_OPENING_REACH = 45  # code points before the time that opens a sentence
_OTHER_CLAUSE = re.compile(
    r"(?:\band|,) (?:has|have|is|are|spends|employs|must|will|now|expects|answers|runs|said|says|holds|which|who)\b"
    r"|\b(?:has|have) (?:paid|bought|funded)\b|\bpays? for\b|\bpaid for\b"
)
_CLAUSE = re.compile(
    r"; |\. |, (?:but|while|whilst|whereas|although|and (?:the|it|they|a|an|now|we|he|she|those|these|that)\b)"
    r"| – | - "
)
_CLAUSE_AFTER = re.compile(rf"{_CLAUSE.pattern}|, (?:including|whose)\b|, and [A-Z]|, who was\b")
# "98 per cent in February, and nine in ten reviews are on time": the second says how things stand now
_PRESENT = re.compile(r"\A[^,;.]{0,40}?\b(?:is|are|has|have|hold|holds|remains?|stands?)\b")
_PAST_VERB = re.compile(r"\A[^,;.]{0,40}?\b(?:was|were|had|did|\w{3,}ed|took|left|went|met)\b")
_JOINED = re.compile(r",? (?:and|but|while|whereas) ")
_GROUP = re.compile(
    r"\A[\s,]*[(–-]\s*(?:or |about |around |a rate of |that is |which is |i\.e\. |equivalent to |equal to |up from "
    r"|down from )?\Z|\A,? (?:or|a rate of|at a rate of|equivalent to|which is|that is|giving a rate of|, or)"
    r"(?: (?:a rate of|about|some|around))?\s*\Z|\A (?:\w+ ){0,6}\((?:or |a rate of |equivalent to |at a rate of )?\Z"
)
# "57 of those came through an agency – 27.4 per cent", "six posts amounted to 8%"
_SHARE_OF_COUNT = re.compile(r"\A (?:[\w']+ ){0,7}(?:[–-]|amount(?:s|ed|ing)? to|represent(?:s|ed|ing)?) \Z")
# "94%, an improvement on 2013-14 when it was 93%": the time is that of what it is held against
_HELD_AGAINST = re.compile(
    r"\b(?:improvement|increase|rise|reduction|decrease|fall|drop|decline|deterioration|better|worse|higher|lower|fewer"
    r"|compared|up|down|same(?: \w+)? as)\b[^.;]{0,14}\Z"
)
# "63% met it in the quarter, well adrift of the 77%": the time was the first number's
_AGAINST = re.compile(
    r"\A\s*,.*\b(?:compared|against|than|short of|adrift of|above|below|ahead of|behind|better|worse|higher|lower"
    r"|target|being|having been)\b"
)
_WHEN_IT = re.compile(r"\A,? (?:when|in which|at which)\b")
_OF_TOTAL = re.compile(r"\A of (?:the |its |their |our |these |those )*\Z|\A (?:out )?of (?:the |its |all )?\Z")
_COORDINATED = re.compile(r"\A(?:,| and|, and| to| or)?\s*(?:for \w+ and |per cent and )?\Z")
# "at a cost last year of £11.9m": the time belongs to what comes
_LEADS_AT_ONCE = re.compile(r"\A\s*(?:of|was|were|is|are|had been|stood at)\s*\Z")
# "councillors heard on Monday": when it was said is not when it was so
_SAID = re.compile(
    r"\b(?:heard|told|said|says|agreed|voted|published|papers?|report(?:ed|s)?|meeting|committee|cabinet|council(?:lors)?"
    r"|announced|approved|revealed|honoured|backed|debated?|presented|statement|according)\b"
)
_DAY_WORD = re.compile(r"day\b|\bnight\b|\bmorning\b|\bafternoon\b|\bevening\b|\bweek\b", re.IGNORECASE)
# "who had been referred in the previous 12 months": part of what a re-referral is
_DEFINES = {"re_referral_rate": re.compile(r"\breferr(?:ed|als?)\b[^.;]{0,40}\Z")}
_DEFINING = frozenset({"rolling", "relative", "previous_year", "year_earlier"})
# "set up after the inspection in March 2012, was told:" the lead-in dates something else
_OF_OTHER_THING = re.compile(
    r"(?:,? (?:which|who|whose|after|since|following) |\b(?:inspection|report|judged|judgement)\b)[^,;:]*\Z", re.IGNORECASE
)
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

    @property
    def settles_nothing(self) -> bool:
        """Whether there is no expression, or one that only says "now" or "so far"."""
        return self.start is None and (self.kind is None or self.kind in ("vague_now", "to_date", "same_time"))


UNDATED = Dated(None, None, None, None, False)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a number stands among the others of its sentence, as offsets of the text."""

    first: int  # the first slot of those that print the same thing
    begin: int  # where the number begins
    before_stop: int  # where the number before it ends
    after_start: int  # where the number ends, with those that share its time
    after_stop: int  # where the next number begins
    is_last: bool


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
        dated = [period for period in self.within(start, end) if period.date_start is not None]
        found: list[tuple[int, Dated | None]] = [(period.start, self.dated(period)) for period in dated]
        found += [(match.start(), None) for match in target.finditer(self._flat, start, end)]
        return sorted(found, key=lambda mark: mark[0])

    def within(self, start: int, end: int) -> list[Period]:
        """The expressions that begin in [start, end)."""
        return self._periods[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def dated(self, period: Period) -> Dated:
        """A period as the own time of a number."""
        return _dated(period, own=True)

    def only_year(self, sentence: Sentence) -> Dated | None:
        """The one financial year that a sentence names, which money in it is for."""
        named = (period for period in self.within(sentence.start, sentence.end) if period.date_start is not None)
        years = [period for period in named if period.kind == "financial_year" or "the year" in period.text.lower()]
        return self.dated(years[0]) if len(years) == 1 else None

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
            if opening is not None:
                opens = not self._flat[sentence.start : opening.start].strip(" \"'(")
                return replace(_dated(opening, own=False), opens=opens)
        for start, end in reversed(sentence.lead):
            led = [period for period in self.within(start, end) if not _OF_OTHER_THING.search(self._flat, start, period.start)]
            if led:
                return _dated(next((period for period in led if period.date_start is not None), led[0]), own=False)
        return UNDATED

    def _is_beside_the_point(self, period: Period, sentence: Sentence, metric: str) -> bool:
        """Whether a period says when something was told, or is part of a definition or of "than at any time"."""
        before = self._flat[sentence.start : period.start]
        if before.endswith("than ") and period.date_start is None:
            return True
        if _DAY_WORD.search(period.text) and not re.search(r"\d", period.text) and period.kind in ("day", "week"):
            return _SAID.search(self._flat, sentence.start, sentence.end) is not None
        defines = _DEFINES.get(metric)
        return defines is not None and period.kind in _DEFINING and bool(defines.search(before))

    def _place(self, masked: Masked, index: int, sentence: Sentence, bound: Container[int]) -> _Place:
        first, last = _group(masked, index)
        before = next((place for place in range(first - 1, -1, -1) if place in bound), None)
        before_stop = masked.slots[before].quantity.end if before is not None and masked.slots[before].own else sentence.start
        if first and _OF_TOTAL.match(masked.left(first)):
            before_stop = sentence.start  # "four of the five areas": both take the time before
        while last + 1 < len(masked.slots) and (
            ("respectively" in masked.text and _COORDINATED.match(masked.right(last)))
            or _OF_TOTAL.match(masked.right(last))
        ):
            last += 1
        following = next((place for place in range(last + 1, len(masked.slots)) if place in bound), None)
        return _Place(
            first,
            masked.slots[first].quantity.start,
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
        if before.kind in _WEAK and after.kind in DATED:
            return after
        if after.kind in _WEAK and before.kind in DATED:
            return before
        near = after.start - place.after_start <= place.begin - before.end
        return after if near or after.kind in RELATIVE else before

    def _own_after(self, periods: list[Period], place: _Place) -> Period | None:
        period = next((each for each in periods if place.after_start <= each.start < place.after_stop), None)
        if period is None:
            return None
        gap = self._flat[place.after_start : period.start]
        if _HELD_AGAINST.search(gap) or period.text.lower().startswith("than ") or _CLAUSE_AFTER.search(gap):
            return None
        return None if not place.is_last and self._leads_next(period, place.after_stop, gap) else period

    def _own_before(
        self, masked: Masked, index: int, sentence: Sentence, periods: list[Period], place: _Place
    ) -> Period | None:
        earlier = [each for each in periods if place.before_stop <= each.start and each.end <= place.begin]
        if not earlier:
            return None
        period = earlier[-1]
        gap = self._flat[period.end : place.begin]
        opens = period.start <= sentence.start + 3
        if period.kind == "since" and period.date_start is None and gap.strip(" ("):
            return None
        if not opens and (_OTHER_CLAUSE.search(gap) or _CLAUSE.search(gap) or self._now_again(gap, masked.right(index))):
            return None
        return None if self._trails(period, place, sentence, masked) else period

    def _now_again(self, gap: str, after: str) -> bool:
        """Whether a clause that begins between a time and a number is told in the present."""
        joint = None
        for joint in _JOINED.finditer(gap):
            pass
        if joint is None:
            return False
        words = f"{gap[joint.end() :]} {after}"
        return bool(_PRESENT.match(words)) and not _PAST_VERB.match(words)

    def _leads_next(self, period: Period, stop: int, gap: str) -> bool:
        """Whether a period after a number belongs to the next one: "34 per cent; in September it was 81"."""
        tail = self._flat[period.end : stop]
        if "," in gap and _LEADS_AT_ONCE.match(tail):
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
        lead = self._flat[place.before_stop : period.start]
        tail = self._flat[period.end : place.begin]
        if _WHEN_IT.match(tail) or re.search(r"[,;:]", lead):
            return False
        if _AGAINST.match(tail):
            return True
        near = re.match(r"\s*(?:\w+ ){0,5}\Z", lead)
        return bool(near and re.match(r"\s*(?:,|to|;|and|but|against|compared|up|down|\(|–|-)", tail))

    def _opening(self, masked: Masked, sentence: Sentence, periods: list[Period]) -> Period | None:
        """"At 31 March 2014, …": the time that opens a sentence holds for all its numbers."""
        first = next((slot for slot in masked.slots if slot.own), None)
        if first is None:
            return None
        period = next((each for each in periods if each.end <= first.quantity.start), None)
        if period is None:
            return None
        lead = self._flat[sentence.start : period.start].strip(" \"'(")
        if not lead:
            return period
        near = len(lead) < _OPENING_REACH
        return period if near and not re.search(r",|\b(?:who|which|that|when|since|after|before)\b", lead) else None


def _dated(period: Period, *, own: bool) -> Dated:
    return Dated(period.date_start, period.date_end, " ".join(period.text.split()), period.kind, own)


def _joins(masked: Masked, index: int) -> bool:
    """Whether a number prints the same thing as the one before it, in another way."""
    words, kinds = masked.left(index), (masked.slots[index - 1].kind, masked.slots[index].kind)
    if _SHARE_OF_COUNT.match(words) and kinds == ("N", "P"):
        return True
    # "38 children in 2018/19 (31 in 2017/18)": two of a kind are two times
    in_brackets = words.rstrip().endswith("(") and kinds[0] == kinds[1] and bool(words.strip(" ("))
    return bool(_GROUP.match(words)) and not in_brackets


def _group(masked: Masked, index: int) -> tuple[int, int]:
    """The run of slots that print one thing in two ways: "1,931 (70 per 10,000 children)"."""
    first = last = index
    while first > 0 and masked.slots[first - 1].own and _joins(masked, first):
        first -= 1
    while last + 1 < len(masked.slots) and _joins(masked, last + 1):
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
    return dated if resolved is None else replace(dated, start=resolved[0], end=resolved[1])
