"""A sentence under reading: its masked words and what its numbers were found to state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from transforms.mentions.layout import Sentence
from transforms.mentions.masking import Masked, Slot

if TYPE_CHECKING:
    from transforms.mentions.binding import Binding


@dataclass(slots=True)
class Passage:
    """One sentence with its masked form, the metrics bound so far and its place in the document."""

    sentence: Sentence
    masked: Masked
    context: str = ""  # the two sentences before, as the grammar sees them
    bound: dict[int, Binding] = field(default_factory=dict)
    is_row: bool = False
    above: tuple[tuple[int, int], ...] = ()  # spans of the lines right above a row, nearest first

    def in_order(self) -> Iterator[tuple[Slot, Binding]]:
        """The bound numbers in the order of the text."""
        for index in sorted(self.bound):
            yield self.masked.slots[index], self.bound[index]
