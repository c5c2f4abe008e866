"""Small releases made by hand: articles that say numbers, put through the statements."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from importlib import resources
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from expectations.tables import TABLES
from transforms.codelists import FILES, Codelists, parse_codelists
from transforms.observations import statements

Row = dict[str, Any]
Build = Callable[..., duckdb.DuckDBPyConnection]

AUTHORITY = "S99000001"
METRIC = "caseload_per_social_worker"


@pytest.fixture(scope="session")
def codelists() -> Codelists:
    folder = resources.files("transforms.codelists")
    return parse_codelists({name: folder.joinpath(name).read_bytes() for name in FILES})


@pytest.fixture(scope="session")
def reference(codelists: Codelists) -> dict[str, list[Row]]:
    """Rows of the tables that others refer to."""
    names = ("gss_code", "name", "official_name", "type", "childrens_services", "valid_from", "valid_to", "sample")
    authorities = [
        {name: getattr(authority, name) for name in names}
        for authority in (*codelists.authorities, *codelists.sample_authorities)
    ]
    metrics = [
        {name: getattr(metric, name) for name in TABLES["metrics"].names} for metric in codelists.metrics.values()
    ]
    return {"authorities": authorities, "metrics": metrics}


@pytest.fixture
def build(reference: dict[str, list[Row]], codelists: Codelists) -> Iterator[Build]:
    """Return a function from described articles (see cases.toml) to a connection on which the statements ran.

    Further tables are given by name; ``shuffled`` loads articles and mentions in reverse.
    """
    opened: list[duckdb.DuckDBPyConnection] = []

    def _build(
        articles: Sequence[Mapping[str, Any]],
        *,
        as_of: date = date(2025, 12, 1),
        sample_only: bool = False,
        shuffled: bool = False,
        **tables: Sequence[Row],
    ) -> duckdb.DuckDBPyConnection:
        connection = duckdb.connect(config={"threads": 1})
        opened.append(connection)
        rows = {**reference, **_documents(articles, codelists), **tables}
        for name in TABLES:
            given = list(rows.get(name, ()))
            _create(connection, name, given[::-1] if shuffled else given)
        for statement in statements(as_of, sample_only):
            connection.execute(statement.sql)
        return connection

    yield _build
    for connection in opened:
        connection.close()


def rows_of(connection: duckdb.DuckDBPyConnection, query: str) -> list[Row]:
    """Return what a query finds, as dictionaries."""
    found = connection.execute(query)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@pytest.fixture(name="rows_of")
def _rows_of() -> Callable[[duckdb.DuckDBPyConnection, str], list[Row]]:
    return rows_of


def hashed(letter: str, *parts: object) -> str:
    return letter + hashlib.sha256(repr(parts).encode()).hexdigest()[:20]


def _create(connection: duckdb.DuckDBPyConnection, name: str, rows: Sequence[Row]) -> None:
    table = TABLES[name]
    columns = [pa.array([row.get(field.name) for row in rows], field.type) for field in table.arrow_schema()]
    given = pa.table(columns, names=table.names)
    connection.register("given", given)
    connection.execute(f'CREATE TABLE "{name}" AS SELECT * FROM given')
    connection.unregister("given")


def _documents(articles: Sequence[Mapping[str, Any]], codelists: Codelists) -> dict[str, list[Row]]:
    documents: list[Row] = []
    mentions: list[Row] = []
    sources: dict[str, Row] = {}
    for place, article in enumerate(articles):
        row = _article(article, place)
        documents.append(row)
        sources[row["source_id"]] = {
            "source_id": row["source_id"],
            "kind": "folder",
            "enabled": True,
            "sample": row["sample"],
        }
        mentions += [_mention(said, row, nth, codelists) for nth, said in enumerate(article["says"])]
    return {"articles": documents, "mentions": mentions, "sources": list(sources.values())}


def _article(article: Mapping[str, Any], place: int) -> Row:
    source, doc = article.get("source", "local"), article["doc"]
    text = hashlib.sha256(article.get("text", f"{place} {source} {doc}").encode()).hexdigest()
    published = article.get("on")
    return {
        "article_id": hashed("a", source, text),
        "doc": doc,
        "source_id": source,
        "url": article.get("url", f"https://example.org/{source}/{doc}"),
        "title": article.get("title", f"Title of {doc}"),
        "publisher": source.title(),
        "authority": article.get("about"),
        "published_on": published,
        "published_on_basis": "meta" if published else "none",
        "modified_on": article.get("modified"),
        "retrieved_at": article.get("retrieved"),
        "media_type": "text/plain",
        "raw_sha256": text,
        "text_sha256": text,
        "words": 100,
        "newest": article.get("newest", True),
        "sample": article.get("sample", False),
        "extractor_digest": "0" * 64,
    }


def _mention(said: Mapping[str, Any], article: Row, nth: int, codelists: Codelists) -> Row:
    value, qualifier = float(said["value"]), said.get("qualifier", "exact")
    closed = qualifier in ("exact", "approximately", "nearly")
    surface = said.get("surface", f"{value:g}")
    published, end = article["published_on"], said.get("end")
    metric, start = said.get("metric", METRIC), said.get("at", nth * 200)
    basis = "period_end" if end else "published_on" if published else None
    return {
        "mention_id": hashed("m", article["article_id"], metric, surface, nth),
        "article_id": article["article_id"],
        "metric": metric,
        "value": value,
        "value_low": value if closed else said.get("low"),
        "value_high": value if closed else said.get("high"),
        "qualifier": qualifier,
        "unit": codelists.metrics[metric].unit,
        "authority": said.get("authority", AUTHORITY) or None,
        "role": said.get("role", "current"),
        "period_start": said.get("start"),
        "period_end": end,
        "period_text": said.get("period_text"),
        "as_of": end or published,
        "as_of_basis": basis,
        "scope": said.get("scope"),
        "quote": said["quote"],
        "surface": surface,
        "char_start": start,
        "char_end": start + len(surface),
        "rule": "test",
        "confidence": said.get("confidence", 0.95),
        "sample": article["sample"],
    }
