"""What the extraction looked at for one document: the same stages as ``transforms.extraction.extract``, laid open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms import extraction
from transforms.authorities import AuthorityMention, Resolved
from transforms.codelists import Codelists
from transforms.extraction import extract
from transforms.mentions.layout import Sentence
from transforms.mentions.passage import Passage
from transforms.model import DocumentFacts, Mention, Period, Quantity


@dataclass(frozen=True, slots=True)
class Workings:
    """The stages of one text, and the mentions that came of them by the place of their number."""

    text: str
    found: extraction.Workings
    mentions: dict[int, tuple[Mention, ...]]

    def place(self, quantity: Quantity) -> tuple[Passage, int] | None:
        """The sentence that holds a number, and the number's slot in it; None where it was left out of all."""
        for passage in self.found.passages:
            for index, slot in enumerate(passage.masked.slots):
                if slot.own and slot.quantity == quantity:
                    return passage, index
        return None

    def periods_in(self, spans: Sequence[tuple[int, int]]) -> list[Period]:
        """The expressions of time that begin in these spans."""
        return [period for start, end in spans for period in self.found.periods if start <= period.start < end]

    def names_in(self, sentence: Sentence) -> list[AuthorityMention]:
        """The names of authorities, and of what stands for England or a group, in a sentence."""
        return [name for name in self.found.names if sentence.start <= name.start < sentence.end]

    def resolved(self, passage: Passage, index: int) -> Resolved:
        """Whose number the names around it make it."""
        quantity, sentence = passage.masked.slots[index].quantity, passage.sentence
        block = [each for each in self.found.layout.sentences if each.block == sentence.block]
        paragraph = (block[0].start, block[-1].end)
        return self.found.resolver.resolve(quantity.start, quantity.end, (sentence.start, sentence.end), paragraph)


def lay_open(text: str, facts: DocumentFacts, codelists: Codelists) -> Workings:
    """Return the stages of one text with what was read from it."""
    mentions: dict[int, tuple[Mention, ...]] = {}
    for mention in extract(text, facts, codelists).mentions:
        mentions[mention.char_start] = (*mentions.get(mention.char_start, ()), mention)
    return Workings(text, extraction.lay_open(text, facts, codelists), mentions)
