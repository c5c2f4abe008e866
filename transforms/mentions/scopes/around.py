"""A number with the stretches of text about it, and the ways to look for words there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from transforms.mentions.layout import Layout, Sentence
from transforms.mentions.passage import Passage
from transforms.model import Quantity

Span = tuple[int, int]

_BEFORE, _AFTER, _LEAD = 400, 260, 200
EARLIER = 400  # code points of an earlier sentence that are looked at
_DIRECT = 30  # how far after a number the words may stand that are its own
_SLOTS_BEFORE, _SLOTS_AFTER = 40, 12  # numbers of a sentence that are looked at
_LISTED = 20  # code points between two numbers of one list
_REFERRING = (".beside", ".corresponding", ".refers_back", ".topic", ".from_to", ".respectively")
_ASIDE = re.compile(r"\s*\([^()]{0,40}\)")
_PHRASE = re.compile(r"[,;.(]")
_OTHER = re.compile(r"[,;.(]|\b(?:and|but|while|whereas|against|compared|than)\b")
_CLAUSE = re.compile(r"[;.:]| – ")
_PAIR = re.compile(r"\s*(?:to|and|or)\s+(?:(?:about|around|nearly|almost)\s+)?")
_LIST = re.compile(r"\s*(?:[\w-]+\s+){0,2}(?:and|or|,)\s+(?:an?\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Around:
    """A bound number and the spans about it; all are bounded, so that a look costs the same in any text.

    Attributes:
        before: the sentence before the number.
        left: what of it follows the last number that states a metric.
        head: what of the sentence stands before the first such number.
        right: after the number and an aside in brackets, up to the next such number.
        after: the sentence after the number.
    """

    layout: Layout
    passage: Passage
    index: int
    metric: str
    before: Span
    left: Span
    head: Span
    right: Span
    after: Span

    @property
    def flat(self) -> str:
        """The text with every white space as a space."""
        return self.layout.flat

    @property
    def near(self) -> Span:
        """The first words after the number."""
        return self.right[0], min(self.right[1], self.right[0] + _DIRECT)

    @property
    def phrase(self) -> Span:
        """The rest of the number's phrase."""
        stop = _PHRASE.search(self.flat, *self.right)
        return self.right[0], stop.start() if stop else self.right[1]

    @property
    def clause(self) -> Span:
        """The rest of the number's clause, up to any other number."""
        low, high = self.right
        slots = self.passage.masked.slots
        if self.index + 1 < len(slots) and slots[self.index + 1].quantity.start >= low:
            high = min(high, slots[self.index + 1].quantity.start)
        stop = _CLAUSE.search(self.flat, low, high)
        return low, stop.start() if stop else high

    @property
    def refers(self) -> bool:
        """Whether the number took its metric from another one."""
        return self.passage.bound[self.index].rule.endswith(_REFERRING)

    @property
    def has_twin(self) -> bool:
        """Whether a number close by in the sentence states the same metric."""
        bound = self.passage.bound
        beside = (each for each in range(self.index - 3, self.index + 4) if each != self.index and each in bound)
        return any(bound[each].metric == self.metric for each in beside)

    def after_any_number(self) -> Span:
        """The words before the number that follow the last number of any kind."""
        slots = self.passage.masked.slots[max(0, self.index - 2) : self.index]
        return max([self.before[0], *(slot.quantity.end for slot in slots if slot.own)]), self.before[1]

    def earlier(self, count: int) -> Iterator[Sentence]:
        """The sentences before, nearest first."""
        sentences = self.layout.sentences
        place = bisect_left(sentences, self.passage.sentence.start, key=lambda each: each.start)
        yield from reversed(sentences[max(0, place - count) : place])

    def follows(self, pattern: re.Pattern[str], zone: Span | None = None) -> Span | None:
        """The scope of a pattern that begins right after the number."""
        return scope(pattern.match(self.flat, *(zone or self.right)))

    def first(self, pattern: re.Pattern[str], zone: Span) -> Span | None:
        """The first scope in a zone."""
        return scope(pattern.search(self.flat, *zone))

    def last(self, pattern: re.Pattern[str], zone: Span) -> Span | None:
        """The last scope in a zone."""
        found: Span | None = None
        for match in pattern.finditer(self.flat, *zone):
            found = match.span("scope")
        return found

    def direct(self, pattern: re.Pattern[str]) -> Span | None:
        """Right after the number, in its own phrase: "96 of those with foster families"."""
        found = self.first(pattern, (self.right[0], self.after[1]))
        if found is None or found[0] - self.right[0] > _DIRECT or found[0] >= self.right[1]:
            return None
        return None if _OTHER.search(self.flat, self.right[0], found[0]) else found

    def nearest(self, pattern: re.Pattern[str]) -> Span | None:
        """In the number's own phrase, else before it, else later in its clause, else in the words that lead it in."""
        found = self.direct(pattern) or self.last(pattern, self.left) or self.last(pattern, self.before)
        found = found or self.first(pattern, self.clause)
        for start, end in reversed(self.passage.sentence.lead):
            found = found or self.last(pattern, (max(start, end - _LEAD), end))
        return found


def scope(match: re.Match[str] | None) -> Span | None:
    """The span of what a pattern reports."""
    return match.span("scope") if match else None


def look_around(layout: Layout, passage: Passage, index: int, metric: str) -> Around:
    """Mark the stretches about a number. ``index`` is the slot of a number that was bound to ``metric``."""
    slots, sentence = passage.masked.slots, passage.sentence
    start, end = slots[index].quantity.start, slots[index].quantity.end
    low, high = max(sentence.start, start - _BEFORE), min(sentence.end, end + _AFTER)
    reach = range(max(0, index - _SLOTS_BEFORE), min(len(slots), index + _SLOTS_AFTER))
    bound = [slots[each].quantity for each in reach if each in passage.bound and slots[each].own]
    return Around(
        layout=layout,
        passage=passage,
        index=index,
        metric=metric,
        before=(low, start),
        left=(_left(layout.flat, low, start, bound), start),
        head=(low, max(low, min([start, *(each.start for each in bound)]))),
        right=_right(layout.flat, end, high, bound),
        after=(end, high),
    )


def _left(flat: str, low: int, start: int, bound: list[Quantity]) -> int:
    """Where the words begin that follow the last number; "three managers and eight social workers" are one list."""
    reach = start
    for each in sorted((one for one in bound if low <= one.end <= start), key=lambda one: -one.end):
        if reach - each.end > _LISTED or not _LIST.fullmatch(flat, each.end, reach):
            return each.end
        reach = each.start
    return low


def _right(flat: str, end: int, high: int, bound: list[Quantity]) -> Span:
    """The words after a number; "from 63% to 66% of 16 to 25-year-old care leavers": those of the second are both's."""
    aside = _ASIDE.match(flat, end, high)
    begin = aside.end() if aside else end
    following = min((each for each in bound if each.start >= end), key=lambda each: each.start, default=None)
    if following is not None and _PAIR.fullmatch(flat, begin, following.start):
        begin = min(following.end, high)
    return begin, max(begin, min([high, *(each.start for each in bound if each.start >= begin)]))
