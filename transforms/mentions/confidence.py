"""How sure a reading is, by the kind of rule that made it."""

from __future__ import annotations

from transforms.mentions.binding import Binding


def confidence_of(binding: Binding, role: str) -> float:
    """A share of readings like this one that are expected to be right, between 0 and 1."""
    base = 0.6
    if binding.weight >= 2.5:
        base = 0.95
    elif binding.weight >= 1.9:
        base = 0.9
    elif binding.weight >= 1.3:
        base = 0.85
    elif binding.weight >= 1.15:
        base = 0.8
    if role in ("projected", "target", "comparator"):
        base -= 0.05
    return round(base, 2)
