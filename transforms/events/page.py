"""What the readers of events know of a document besides the sentence before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.authorities import AuthorityMention, AuthorityResolver
from transforms.events.draft import Draft
from transforms.events.lines import Line
from transforms.mentions.dating import Calendar
from transforms.mentions.layout import Layout
from transforms.model import DocumentFacts, Mention, Quantity

_LEAD_REACH = 12  # sentences back to the words that lead a bullet in


@dataclass(slots=True)
class Page:
    """A document while its events are read.

    Attributes:
        layout: the text taken apart.
        calendar: its expressions of time.
        resolver: tells whose an event is.
        facts: what is known of the document besides its text.
        names: the names of authorities and trusts in it, in order.
        in_report: whether it is the report or letter of an inspection, which "the inspection" then is.
        mentions: its numbers that state a metric.
        money: its quantities of money, in order.
        trusts: the names of trusts among them.
        told: the drafts of the sentences read so far, by the sentence's index.
    """

    layout: Layout
    calendar: Calendar
    resolver: AuthorityResolver
    facts: DocumentFacts
    names: Sequence[AuthorityMention]
    in_report: bool
    mentions: Sequence[Mention]
    money: Sequence[Quantity] = ()
    told: dict[int, list[Draft]] = field(default_factory=dict)
    trusts: list[AuthorityMention] = field(init=False)

    def __post_init__(self) -> None:
        """Keep the names of trusts, which are asked for at every sentence."""
        self.trusts = [name for name in self.names if name.kind == "trust"]

    def money_within(self, start: int, end: int) -> list[Quantity]:
        """The sums of money that begin in [start, end)."""
        return [each for each in self.money if start <= each.start < end]

    def before(self, line: Line, count: int) -> str:
        """The text of the ``count`` sentences before a line, in lower case."""
        first = max(0, line.index - count)
        if first == line.index:
            return ""
        return self.layout.lower[self.layout.sentences[first].start : line.sentence.start]

    def has_told(self, kind: str, line: Line) -> bool:
        """Whether a sentence before a line told an event of a kind."""
        return any(draft.kind == kind for index, told in self.told.items() if index < line.index for draft in told)

    def told_before(self, line: Line, count: int = 1) -> list[Draft]:
        """The events told in the ``count`` sentences before a line, the latest sentence first."""
        told: list[Draft] = []
        index = line.index - 1
        while index >= 0 and count > 0:
            told.extend(reversed(self.told.get(index, [])))
            # "The judgements were:" stands between a report and its grades
            if index in self.told or not self.layout.flat.startswith(":", self.layout.sentences[index].end - 1):
                count -= 1
            index -= 1
        return told

    def told_in_lead(self, line: Line) -> list[Draft]:
        """The events told in the words that lead a bullet in ("The judgements were:"), or right before them."""
        starts = {start for start, _ in line.sentence.lead}
        for index in range(line.index - 1, max(-1, line.index - _LEAD_REACH), -1):
            if self.layout.sentences[index].start in starts:
                return [draft for each in (index, index - 1) for draft in self.told.get(each, [])]
        return []
