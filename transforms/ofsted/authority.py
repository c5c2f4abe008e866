"""The authority that a report or letter is about."""

from __future__ import annotations

from datetime import date

from transforms.authorities import authority_index
from transforms.codelists import Codelists
from transforms.model import DocumentFacts


def inspected_authority(title: str, facts: DocumentFacts, codelists: Codelists, on: date | None) -> str | None:
    """Return the GSS code, valid ``on`` the first day, of the one authority that the title names.

    A title that names none, or several, leaves the code that the document's meta file gives; else None.
    """
    index = authority_index(codelists)
    found = [mention for mention in index.find(title, on) if mention.gss is not None]
    for kinds in (("authority",), ("trust",)):
        codes = list(dict.fromkeys(mention.gss for mention in found if mention.kind in kinds))
        if len(codes) == 1:
            return codes[0]
        if codes:
            break
    return index.valid_code(facts.authority, on)
