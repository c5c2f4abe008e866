"""A name of an authority, or of a measure to hold it against, as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("authority", "district", "trust", "national", "comparator", "region")
MEASURES = ("national", "comparator", "region")
NAMED = ("authority", "trust", "district")
ASIDES = ("placement", "living", "helper", "venue")


@dataclass(frozen=True, slots=True)
class AuthorityMention:
    """A name in the text.

    ``kind`` is one of ``KINDS``; towns count as districts. ``gss`` is the code of the authority that ran children's
    services there on the day, None where it cannot be told (``candidates`` then holds what it may be) or where the
    kind has no code (``MEASURES``). ``form`` is the words that make the name a council's ("County Council"), None for
    a bare name. ``aside`` is why the sentence may not be about it, one of ``ASIDES``, else None. ``confidence`` is
    between 0 and 1.
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
