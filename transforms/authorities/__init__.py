"""Authorities: names in a text, the authority that a document is about, the authority that a number is about."""

from __future__ import annotations

from transforms.authorities.document import document_authority
from transforms.authorities.index import AuthorityIndex, authority_index
from transforms.authorities.mention import KINDS, AuthorityMention, Resolved
from transforms.authorities.resolve import AuthorityResolver

__all__ = [
    "KINDS",
    "AuthorityIndex",
    "AuthorityMention",
    "AuthorityResolver",
    "Resolved",
    "authority_index",
    "document_authority",
]
