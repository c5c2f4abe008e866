"""Which period a number is for: the expression of time in its clause, its sentence or its lead-in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from transforms.mentions.dated import UNDATED, Dated, dated_by
from transforms.mentions.grammar.vocabulary import AUTHORITY
from transforms.mentions.groups import group_span
from transforms.mentions.layout import Sentence
from transforms.mentions.masking import Masked
from transforms.model import Period
from transforms.periods import DATED, RELATIVE

_SKIP = frozenset({"duration", "years"})
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
_CLAUSE_AFTER = re.compile(
    rf"{_CLAUSE.pattern}| where |, (?:including|whose)\b|, and [A-Z]|, who was\b|, having been\b"
)
# "98 per cent in February, and nine in ten reviews are on time": the second says how things stand now
_PRESENT = re.compile(r"\A[^,;.]{0,40}?\b(?:is|are|has|have|hold|holds|remains?|stands?)\b")
_PAST_VERB = re.compile(r"\A[^,;.]{0,40}?\b(?:was|were|had|did|\w{3,}ed|took|left|went|met)\b")
_JOINED = re.compile(r",? (?:and|but|while|whereas) ")
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
# "Of the 71 who left care in 2013-14, four have come back"
_OF_THE = re.compile(r"\W*of (?:the|its|their|these|those) ", re.IGNORECASE)
_WHEN_IT = re.compile(r"\A,? (?:when|in which|at which)\b")
_OF_TOTAL = re.compile(r"\A of (?:the |its |their |our |these |those )*\Z|\A (?:out )?of (?:the |its |all )?\Z")
_COORDINATED = re.compile(r"\A(?:,| and|, and| to| or)?\s*(?:for \w+ and |per cent and )?\Z")
# "Sheffield had 602 and York 197 on the same date"
_AND_OTHER = re.compile(rf"\A,?(?: and)? {AUTHORITY} \Z")
# "at a cost last year of £11.9m": the time belongs to what comes
_LEADS_AT_ONCE = re.compile(r"\A\s*(?:of|was|were|is|are|had been|stood at)\s*\Z")
# "councillors heard on Monday": when it was said is not when it was so
_SAID = re.compile(
    r"\b(?:heard|told|said|says|agreed|voted|published|papers?|report(?:ed|s)?|meeting|committee|cabinet|council(?:lors)?"
    r"|announced|approved|revealed|honoured|backed|debated?|presented|statement|according)\b"
)
_DAY_WORD = re.compile(r"day\b|\bnight\b|\bmorning\b|\bafternoon\b|\bevening\b|\bweek\b", re.IGNORECASE)
_VISIT_REACH = 700  # code points back to where a visit may be told
_TOLD_WORDS = 100  # before a time, that may say what it is the time of
_VISIT = re.compile(
    r"\b(?:spent|visited|came to|returned to|arrived|were (?:with|at|in)|(?:monitoring|focused) visit|inspection of)\b"
    r"[^.;]*\Z"
)
# "The March 2014 figure represents 37.9 per 10,000 at the time"
_AT_THE_TIME = re.compile(r"\b(?:the|that) time\Z")
_THIS_DAY = re.compile(r"this (?:morning|afternoon|evening)\b", re.IGNORECASE)
# "who had been referred in the previous 12 months": part of what a re-referral is
_DEFINES = {"re_referral_rate": re.compile(r"\breferr(?:ed|als?)\b[^.;]{0,40}\Z")}
_DEFINING = frozenset({"rolling", "relative", "previous_year", "year_earlier"})
# "set up after the inspection in March 2012, was told:" the lead-in dates something else
_OF_OTHER_THING = re.compile(
    r"(?:,? (?:which|who|whose|after|since|following) |\b(?:inspection|report|judged|judgement)\b)[^,;:]*\Z",
    re.IGNORECASE,
)
_SPACES = re.compile(r" {2,}")


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

    def _words(self, start: int, end: int) -> str:
        """The text in [start, end) with single spaces; a line that a PDF broke leaves two."""
        return _SPACES.sub(" ", self._flat[start:end])

    def dated(self, period: Period) -> Dated:
        """A period as the own time of a number."""
        return dated_by(period, own=True)

    def only_year(self, sentence: Sentence) -> Dated | None:
        """The one financial year that a sentence names, which money in it is for."""
        named = (period for period in self.within(sentence.start, sentence.end) if period.date_start is not None)
        years = [period for period in named if period.kind == "financial_year" or "the year" in period.text.lower()]
        return self.dated(years[0]) if len(years) == 1 else None

    def visit_before(self, place: int) -> Dated | None:
        """The days of the visit told last before ``place``: "Inspectors spent two days there last month"."""
        for period in reversed(self.within(max(0, place - _VISIT_REACH), place)):
            told = self._words(max(0, period.start - _TOLD_WORDS), period.start)
            if period.date_start is not None and _VISIT.search(told):
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
            if opening is not None:
                opens = not self._words(sentence.start, opening.start).strip(" \"'(")
                return replace(dated_by(opening, own=False), opens=opens)
        for start, end in reversed(sentence.lead):
            led = [
                period
                for period in self.within(start, end)
                if not _OF_OTHER_THING.search(self._flat, start, period.start)
            ]
            if led:
                return dated_by(next((period for period in led if period.date_start is not None), led[0]), own=False)
        return UNDATED

    def _is_beside_the_point(self, period: Period, sentence: Sentence, metric: str) -> bool:
        """Whether a period says when something was told, or is part of a definition or of "than at any time"."""
        before = self._words(max(sentence.start, period.start - _TOLD_WORDS), period.start)
        if _THIS_DAY.match(period.text):
            return False
        if before.endswith("than ") and period.date_start is None:
            return True
        if _DAY_WORD.search(period.text) and not re.search(r"\d", period.text) and period.kind in ("day", "week"):
            return _SAID.search(self._flat, sentence.start, sentence.end) is not None
        defines = _DEFINES.get(metric)
        return defines is not None and period.kind in _DEFINING and bool(defines.search(before))

    def _place(self, masked: Masked, index: int, sentence: Sentence, bound: Container[int]) -> _Place:
        first, last = group_span(masked, index)
        before = next((place for place in range(first - 1, -1, -1) if place in bound), None)
        before_stop = (
            masked.slots[before].quantity.end if before is not None and masked.slots[before].own else sentence.start
        )
        if first and _OF_TOTAL.match(masked.left(first)):
            before_stop = sentence.start  # "four of the five areas": both take the time before
        while last + 1 < len(masked.slots) and (
            ("respectively" in masked.text and _COORDINATED.match(masked.right(last)))
            or _OF_TOTAL.match(masked.right(last))
            or _AND_OTHER.match(masked.right(last))
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
        says_less = before.kind in _WEAK or (before.date_start is None and after.date_start is not None)
        if says_less and after.kind in DATED and before.kind not in RELATIVE:
            return after
        if (after.kind in _WEAK or _AT_THE_TIME.search(after.text)) and before.kind in DATED:
            return before
        near = after.start - place.after_start <= place.begin - before.end
        return after if near or after.kind in RELATIVE else before

    def _own_after(self, periods: list[Period], place: _Place) -> Period | None:
        period = next((each for each in periods if place.after_start <= each.start < place.after_stop), None)
        if period is None:
            return None
        gap = self._words(place.after_start, period.start)
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
        gap = self._words(period.end, place.begin)
        opens = period.start <= sentence.start + 3
        if period.kind == "since" and period.date_start is None and gap.strip(" ("):
            return None
        if not opens and (
            _OTHER_CLAUSE.search(gap) or _CLAUSE.search(gap) or self._now_again(gap, masked.right(index))
        ):
            return None
        return None if self._trails(period, place, sentence, masked) else period

    def _now_again(self, gap: str, after: str) -> bool:
        """Whether a clause that begins between a time and a number is told in the present."""
        joints = list(_JOINED.finditer(gap))
        if not joints:
            return False
        words = f"{gap[joints[-1].end() :]} {after}"
        return bool(_PRESENT.match(words)) and not _PAST_VERB.match(words)

    def _leads_next(self, period: Period, stop: int, gap: str) -> bool:
        """Whether a period after a number belongs to the next one: "34 per cent; in September it was 81"."""
        tail = self._words(period.end, stop)
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
        lead = self._words(place.before_stop, period.start)
        tail = self._words(period.end, place.begin)
        if _OF_THE.match(self._words(sentence.start, place.before_stop)) and tail.strip() == ",":
            return False
        if _WHEN_IT.match(tail) or re.search(r"[,;:]", lead):
            return False
        if _AGAINST.match(tail):
            return True
        near = re.match(r"\s*(?:\w+ ){0,5}\Z", lead)
        return bool(near and re.match(r"\s*(?:,|to|;|and|but|against|compared|up|down|\(|–|-)", tail))

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
        near = len(lead) < _OPENING_REACH
        return period if near and not re.search(r",|\b(?:who|which|that|when|since|after|before)\b", lead) else None
