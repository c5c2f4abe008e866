"""Whose the numbers of a text are: the authority of each, and the one that the text is mostly about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from transforms.authorities import AuthorityResolver, Resolved
from transforms.mentions.layout import Layout
from transforms.mentions.passage import Passage

_SHARE = 0.14  # of the numbers, from which on an authority is one of those that a text compares
_MAIN, _MAIN_NAMED = 0.75, 0.62


class Owners:
    """The authority of each number of a text; ``main`` is None for a text on several."""

    def __init__(
        self, layout: Layout, passages: Sequence[Passage], resolver: AuthorityResolver, document: str | None
    ) -> None:
        self._resolver = resolver
        self._known: dict[int, Resolved] = {}
        self._blocks: dict[int, tuple[int, int]] = {}
        for sentence in layout.sentences:
            start, _ = self._blocks.get(sentence.block, (sentence.start, sentence.end))
            self._blocks[sentence.block] = (start, sentence.end)
        self.main = self._main(passages, document)

    def paragraph(self, passage: Passage) -> tuple[int, int]:
        """The span of the block in which a sentence stands."""
        return self._blocks[passage.sentence.block]

    def of(self, passage: Passage, index: int) -> Resolved:
        """The authority of a slot."""
        quantity, sentence = passage.masked.slots[index].quantity, passage.sentence
        if quantity.start not in self._known:
            span = (sentence.start, sentence.end)
            found = self._resolver.resolve(quantity.start, quantity.end, span, self.paragraph(passage))
            self._known[quantity.start] = found
        return self._known[quantity.start]

    def _main(self, passages: Sequence[Passage], document: str | None) -> str | None:
        """The authority that most numbers are about, where no other comes near."""
        told = (passage for passage in passages if not passage.is_row)
        counts = Counter(self.of(passage, index).gss for passage in told for index in passage.bound)
        del counts[None]
        if not counts:
            return document
        total = sum(counts.values())
        if sum(count >= _SHARE * total for count in counts.values()) > 2:
            return None
        (first, most), *rest = counts.most_common(2)
        needed = _MAIN_NAMED if first == document else _MAIN
        return first if most >= needed * (most + (rest[0][1] if rest else 0)) else None
