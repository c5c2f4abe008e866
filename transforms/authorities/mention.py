"""A name of an authority as it stands in a text, and whose number a number is."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("authority", "district", "trust", "national", "comparator", "region")
MEASURES = ("national", "comparator", "region")
NAMED = ("authority", "trust", "district")


@dataclass(frozen=True, slots=True)
class AuthorityMention:
    """A name in the text.

    ``kind`` is one of ``KINDS``; towns count as districts. ``gss`` is the code of the authority that ran children's
    services there on the day, None where it cannot be told (``candidates`` then holds what it may be) or where the
    kind has no code (``MEASURES``). ``form`` is the words that make the name a council's ("County Council"), None for
    a bare name. ``aside`` is why the sentence may not be about it (placement, living, helper or venue), else None.
    ``confidence`` is between 0 and 1.
    """

    start: int
    end: int
    surface: str
    gss: str | None
    kind: str
    candidates: tuple[str, ...] = ()
    form: str | None = None
    confidence: float = 1.0
    aside: str | None = None

    def is_heading(self, text: str) -> bool:
        """Whether the name of a council stands alone on its line, as over a section."""
        if self.kind not in ("authority", "trust") or self.gss is None:
            return False
        before = text[max(0, self.start - 5) : self.start].rpartition("\n")
        after = text[self.end : self.end + 5].partition("\n")
        opens = before[1] == "\n" or self.start < 5
        return opens and not (before[2] + after[0]).strip(" :*#\r") and (after[1] == "\n" or self.end == len(text))


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whose number it is.

    ``gss`` is None where the text settles no authority. ``basis`` says why: table, after, before, respectively,
    several, self, carried, speaker, document, none. ``kind`` is the kind of the name that is bound to the number:
    national, comparator or region for a measure to hold against (``gss`` is then whom it is held against), else
    authority. ``is_other`` tells that the authority is a named one that is not the document's. ``scope`` is the
    district or town within the authority that the number is for, as printed.
    """

    gss: str | None
    basis: str
    is_other: bool = False
    kind: str = "authority"
    scope: str | None = None
