"""A text with its names and numbers in order, for looking at stretches of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from transforms.authorities import binding
from transforms.authorities.mention import AuthorityMention

Span = tuple[int, int]


def sections(text: str, mentions: Sequence[AuthorityMention]) -> list[AuthorityMention]:
    """The names that head sections of a text."""
    return [mention for mention in mentions if mention.is_heading(text)]


class View:
    """Names and numbers of one text.

    Attributes:
        text: the text.
        mentions: the names that a number may belong to, in order.
        numbers: spans of its numbers, without times; None where the caller gave none.
        passing: by the offset of a name what is already known of whether it was only named in passing.
        is_sectioned: whether it has sections that are headed by the names of several councils.
    """

    def __init__(self, text: str, mentions: Sequence[AuthorityMention], numbers: Sequence[Span] | None) -> None:
        """Sort the numbers and leave times out."""
        self.text = text
        self.mentions = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
        self.numbers = None if numbers is None else sorted(span for span in numbers if not binding.is_time(text, span))
        self.is_sectioned = len({each.gss for each in sections(text, self.mentions)}) > 1
        self.passing: dict[int, bool] = {}
        self._starts = [mention.start for mention in self.mentions]

    def count_before(self, position: int) -> int:
        """How many names begin before an offset."""
        return bisect_left(self._starts, position)

    def within(self, start: int, end: int) -> list[AuthorityMention]:
        """The names that begin in a stretch."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def number_spans(self, start: int, end: int) -> list[Span]:
        """The numbers in a stretch; a rough reading where the caller gave none."""
        if self.numbers is None:
            return binding.rough_numbers(self.text, start, end)
        low, high = bisect_left(self.numbers, (start, -1)), bisect_left(self.numbers, (end, -1))
        return [span for span in self.numbers[low:high] if span[1] <= end]
