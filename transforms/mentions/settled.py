"""A bound number on its way to a mention."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.authorities import Resolved
from transforms.mentions.binding import Binding
from transforms.mentions.dated import Dated
from transforms.mentions.passage import Passage
from transforms.model import Quantity


@dataclass(slots=True)
class Settled:
    """A bound number with all that was found to belong to it."""

    passage: Passage
    index: int
    binding: Binding
    resolved: Resolved
    dated: Dated
    role: str

    @property
    def quantity(self) -> Quantity:
        """The number."""
        return self.passage.masked.slots[self.index].quantity
