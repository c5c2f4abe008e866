"""The query of a view before its constants are filled in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Query:
    """A view's description and SQL, with ``{confidence}`` and ``{samples}`` where the release's constants go."""

    description: str
    sql: str


# a fact with the names of what it is about and the document that stands for it
FACTS = """
    observations AS o
    LEFT JOIN articles AS d ON d.article_id = o.article_id
    LEFT JOIN authorities AS a ON a.gss_code = o.authority
    LEFT JOIN metrics AS m ON m.code = o.metric
"""
