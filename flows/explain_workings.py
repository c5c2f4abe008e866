"""What the extraction looked at for one document: the same stages as ``transforms.extraction.extract``, laid open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.authorities import AuthorityIndex, AuthorityMention, AuthorityResolver, Resolved, document_authority
from transforms.codelists import Codelists
from transforms.extraction import _KEPT_IN_MASK, extract
from transforms.mentions.layout import Layout, Sentence, read_layout
from transforms.mentions.masking import KIND_OF, Masker
from transforms.mentions.passage import Passage
from transforms.mentions.passages import read_passages
from transforms.model import DocumentFacts, Mention, Period, Quantity
from transforms.periods import find_inspection_dates, find_periods
from transforms.quantities import read_quantities


@dataclass(frozen=True, slots=True)
class Workings:
    """The stages of one text, and the mentions that came of them by the place of their number."""

    text: str
    layout: Layout
    quantities: tuple[Quantity, ...]
    periods: tuple[Period, ...]
    names: tuple[AuthorityMention, ...]
    document: str | None
    resolver: AuthorityResolver
    passages: tuple[Passage, ...]
    mentions: dict[int, tuple[Mention, ...]]

    def place(self, quantity: Quantity) -> tuple[Passage, int] | None:
        """The sentence that holds a number, and the number's slot in it; None where it was left out of all."""
        for passage in self.passages:
            for index, slot in enumerate(passage.masked.slots):
                if slot.own and slot.quantity == quantity:
                    return passage, index
        return None

    def context(self, passage: Passage) -> str:
        """The sentence before, as the grammar sees it."""
        sentences = self.layout.sentences
        at = sentences.index(passage.sentence)
        if not at:
            return ""
        before = sentences[at - 1]
        masked = next((each.masked for each in self.passages if each.sentence is before), None)
        return self.layout.lower[before.start : before.end] if masked is None else masked.text

    def periods_in(self, spans: Sequence[tuple[int, int]]) -> list[Period]:
        """The expressions of time that begin in these spans."""
        return [period for start, end in spans for period in self.periods if start <= period.start < end]

    def names_in(self, sentence: Sentence) -> list[AuthorityMention]:
        """The names of authorities, and of what stands for England or a group, in a sentence."""
        return [name for name in self.names if sentence.start <= name.start < sentence.end]

    def resolved(self, passage: Passage, index: int) -> Resolved:
        """Whose number the names around it make it."""
        quantity, sentence = passage.masked.slots[index].quantity, passage.sentence
        block = [each for each in self.layout.sentences if each.block == sentence.block]
        paragraph = (block[0].start, block[-1].end)
        return self.resolver.resolve(quantity.start, quantity.end, (sentence.start, sentence.end), paragraph)


def lay_open(text: str, facts: DocumentFacts, codelists: Codelists) -> Workings:
    """Return the stages of one text with what was read from it."""
    layout = read_layout(text)
    quantities = read_quantities(text)
    counted = [quantity for quantity in quantities if quantity.kind in KIND_OF]
    periods = find_periods(text, facts, find_inspection_dates(text))
    index = AuthorityIndex(codelists)
    names = index.find(text, facts.published_on)
    document = document_authority(text, facts, index, names)
    masker = Masker(
        layout.lower,
        counted,
        [(period.start, period.end) for period in periods if period.kind not in _KEPT_IN_MASK],
        [(name.start, name.end) for name in names if name.gss is not None or name.candidates],
    )
    mentions: dict[int, tuple[Mention, ...]] = {}
    for mention in extract(text, facts, codelists).mentions:
        mentions[mention.char_start] = (*mentions.get(mention.char_start, ()), mention)
    return Workings(
        text=text,
        layout=layout,
        quantities=tuple(quantities),
        periods=tuple(periods),
        names=tuple(names),
        document=document,
        resolver=AuthorityResolver(text, names, document, index, [(each.start, each.end) for each in counted]),
        passages=tuple(read_passages(layout, masker, counted)),
        mentions=mentions,
    )
