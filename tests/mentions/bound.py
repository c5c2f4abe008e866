"""What the numbers of a text are bound to, without names, periods and roles."""

from __future__ import annotations

from transforms.mentions.layout import read_layout
from transforms.mentions.masking import KIND_OF, Masked, Masker
from transforms.mentions.passage import Passage
from transforms.mentions.passages import read_passages
from transforms.quantities import read_quantities


def passages(text: str) -> list[Passage]:
    """The sentences of a text that hold a number, with the metrics of their numbers."""
    layout = read_layout(text)
    quantities = [quantity for quantity in read_quantities(text) if quantity.kind in KIND_OF]
    return read_passages(layout, Masker(layout.lower, quantities, [], []), quantities)


def bound(text: str) -> list[tuple[str, str]]:
    """Surface and metric of each number of a text that states a metric, in its order."""
    return [
        (text[slot.quantity.start : slot.quantity.end], binding.metric)
        for passage in passages(text)
        for slot, binding in passage.in_order()
    ]


def rules(text: str) -> list[str]:
    """The names of the rules that bound the numbers of a text."""
    return [binding.rule for passage in passages(text) for _, binding in passage.in_order()]


def masked(sentence: str) -> Masked:
    """One sentence as the grammar sees it."""
    layout = read_layout(sentence)
    quantities = [quantity for quantity in read_quantities(sentence) if quantity.kind in KIND_OF]
    return Masker(layout.lower, quantities, [], []).mask((), (0, len(sentence)))
