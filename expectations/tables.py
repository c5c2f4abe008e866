"""The tables of a release, declared once: ``TABLES`` in the order in which they are published.

A table refers only to tables before it, or to itself. Everything else (Arrow schema, DuckDB DDL, Great Expectations
suite, SQL checks) is rendered from here.
"""

from __future__ import annotations

from expectations.codes import REJECT_REASONS
from expectations.schema import Column, Reference, Table
from expectations.tables_documents import ARTICLES, MENTIONS, REJECTS
from expectations.tables_events import EVENTS
from expectations.tables_facts import CHANGES, OBSERVATIONS
from expectations.tables_official import OFFICIAL_STATISTICS
from expectations.tables_ofsted import INSPECTIONS, JUDGEMENTS
from expectations.tables_reference import AUTHORITIES, METRICS, SOURCES

__all__ = ["REJECT_REASONS", "TABLES", "Column", "Reference", "Table"]

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        AUTHORITIES,
        METRICS,
        SOURCES,
        ARTICLES,
        MENTIONS,
        OBSERVATIONS,
        CHANGES,
        INSPECTIONS,
        JUDGEMENTS,
        EVENTS,
        OFFICIAL_STATISTICS,
        REJECTS,
    )
}
