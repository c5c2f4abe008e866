"""Refusals of a whole document while it is read."""

from __future__ import annotations

from transforms.model import Reject


def refuse(reason: str, name: str, message: str, place: str | None = None) -> Reject:
    """Return the reject of document ``name``; ``message`` says what is wrong and how to mend it."""
    return Reject(stage="read", reason=reason, doc=name, place=place, message=f"{name}: {message}")
