"""A small release in which every table has rows and every row is sound."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa
import pytest

from expectations.tables import TABLES
from flows.validation_model import ValidationContext

Rows = dict[str, list[dict[str, Any]]]

AS_OF = date(2026, 3, 31)
SURREY, INVENTED = "E10000030", "S99000001"


def _authority(code: str, name: str, **given: Any) -> dict[str, Any]:
    row = dict.fromkeys(TABLES["authorities"].names)
    row |= {"gss_code": code, "name": name, "type": "county", "childrens_services": True, "sample": False}
    return row | given


def _metric(code: str, unit: str, top: float, **given: Any) -> dict[str, Any]:
    row = {"code": code, "label": code, "unit": unit, "min": 0.0, "max": top, "better": "neutral"}
    return row | {"topic": "workforce", "definition": f"what {code} is", "fractional": False} | given


def _source(name: str, **given: Any) -> dict[str, Any]:
    row = dict.fromkeys(TABLES["sources"].names)
    return row | {"source_id": name, "kind": "folder", "enabled": True, "sample": False} | given


def _article(name: str, **given: Any) -> dict[str, Any]:
    row = dict.fromkeys(TABLES["articles"].names)
    row |= {
        "article_id": name,
        "doc": f"{name}.txt",
        "source_id": "press",
        "url": f"https://example.org/{name}",
        "doc_type": "news",
        "authority": SURREY,
        "published_on": date(2026, 3, 30),
        "published_on_basis": "meta",
        "retrieved_at": datetime(2026, 3, 30, 6, tzinfo=UTC),
        "media_type": "application/pdf",
        "pages": 12,
        "raw_sha256": "0" * 64,
        "text_sha256": "1" * 64,
        "words": 200,
        "story_id": f"story-{name}",
        "newest": True,
        "sample": False,
        "extractor_digest": "d1",
    }
    return row | given


def _value(metric: str, unit: str, value: float, qualifier: str = "exact", **given: Any) -> dict[str, Any]:
    row = {
        "metric": metric,
        "value": value,
        "value_low": None if qualifier in ("under", "at_most") else value,
        "value_high": None if qualifier in ("over", "at_least") else value,
        "qualifier": qualifier,
        "unit": unit,
        "authority": SURREY,
        "role": "current",
        "period_start": date(2026, 1, 1),
        "period_end": date(2026, 1, 31),
        "as_of": date(2026, 1, 31),
        "as_of_basis": "period_end",
        "confidence": 0.9,
        "sample": False,
    }
    return row | given


def _mention(name: str, *value: Any, **given: Any) -> dict[str, Any]:
    row = dict.fromkeys(TABLES["mentions"].names)
    row |= {"mention_id": name, "article_id": "a1", "rule": "level"} | _value(*value)
    row |= {"quote": "The county now has three\n teams.", "surface": "three teams", "char_start": 19, "char_end": 30}
    return row | given


def _observation(name: str, *value: Any, **given: Any) -> dict[str, Any]:
    row = dict.fromkeys(TABLES["observations"].names)
    row |= {"observation_id": name, "fact_key": f"fact-{name}", "story_id": "story-a1"} | _value(*value)
    row |= {
        "quote": "The county now has three\n teams.",
        "mention_id": "m1",
        "article_id": "a1",
        "n_mentions": 1,
        "n_articles": 1,
    }
    row |= {"first_published_on": date(2026, 3, 30), "last_published_on": date(2026, 3, 30), "conflict": False}
    return row | given


def _change(name: str, **given: Any) -> dict[str, Any]:
    row = dict.fromkeys(TABLES["changes"].names)
    row |= {"change_id": name, "article_id": "a1", "metric": "teams", "authority": SURREY, "direction": "up"}
    row |= {"from_low": 2.0, "from_high": 2.0, "to_low": 3.0, "to_high": 3.0, "words_disagree": False}
    row |= {"quote": "Teams rose from two to three.", "char_start": 0, "char_end": 29, "sample": False}
    return row | given


def _inspection(name: str, **given: Any) -> dict[str, Any]:
    row = dict.fromkeys(TABLES["inspections"].names)
    row |= {
        "inspection_id": name,
        "authority": SURREY,
        "basis": "report",
        "n_documents": 1,
        "framework": "ILACS",
        "kind": "standard_inspection",
    }
    row |= {"inspection_start": date(2026, 1, 5), "inspection_end": date(2026, 1, 16), "article_id": "a1"}
    row |= {"published_on": date(2026, 3, 30), "published_on_basis": "meta", "sample": False}
    return row | given


def _judgement(name: str, **given: Any) -> dict[str, Any]:
    row = dict.fromkeys(TABLES["judgements"].names)
    row |= {"judgement_id": name, "inspection_id": "i1", "article_id": "a1", "authority": SURREY}
    row |= {"framework": "ILACS", "area": "care_leavers", "grade": "good", "quote": "Care leavers: Good"}
    return row | {"char_start": 0, "char_end": 18, "sample": False} | given


def _event(name: str, **given: Any) -> dict[str, Any]:
    row = dict.fromkeys(TABLES["events"].names)
    row |= {"event_id": name, "article_id": "a1", "kind": "judgement", "authority": SURREY, "detail": "inadequate"}
    row |= {"date_start": date(2026, 1, 5), "date_end": date(2026, 1, 16), "quote": "It was judged inadequate."}
    return row | {"char_start": 0, "char_end": 25, "rule": "grade", "confidence": 0.9, "sample": False} | given


def _statistic(name: str, **given: Any) -> dict[str, Any]:
    row = dict.fromkeys(TABLES["official_statistics"].names)
    row |= {"statistic_id": name, "source_id": "press", "dataset": "workforce", "vintage": "2025", "indicator": "n"}
    row |= {"metric": "vacancy_rate", "geographic_level": "local_authority", "geography_code": SURREY, "value": 12.5}
    row |= {"authority": SURREY, "time_period": "2025", "time_identifier": "Reporting year", "unit": "percent"}
    row |= {"period_start": date(2024, 10, 1), "period_end": date(2025, 9, 30), "published_on": date(2026, 2, 26)}
    return row | {"sample": False} | given


def _reject(name: str, **given: Any) -> dict[str, Any]:
    row = dict.fromkeys(TABLES["rejects"].names)
    row |= {"reject_id": name, "stage": "read", "reason": "empty_file", "doc": "empty.txt", "source_id": "press"}
    return row | {"message": "empty.txt holds nothing; remove it or fetch it again"} | given


@pytest.fixture
def sound_rows() -> Rows:
    return {
        "authorities": [
            _authority(SURREY, "Surrey"),
            _authority(INVENTED, "Marlshire", sample=True),
            _authority("E10000021", "Northamptonshire", valid_to=date(2021, 3, 31), successors="E06000061;E06000062"),
            _authority("E06000098", "East Surrey", type="unitary", valid_from=date(2027, 4, 1)),
        ],
        "metrics": [
            _metric("teams", "count", 200.0),
            _metric("social_workers", "count", 5000.0, fractional=True),
            _metric("vacancy_rate", "percent", 100.0),
            _metric("caseload_per_social_worker", "cases", 200.0),
            _metric("children_in_need_rate", "per_10000", 10000.0),
            _metric("budget", "gbp", 1e11),
        ],
        "sources": [_source("press"), _source("samples", sample=True)],
        "articles": [
            _article("a1"),
            _article("a2", published_on=None, published_on_basis="none", authority=None, url=None),
            _article("s1", source_id="samples", sample=True, authority=INVENTED),
        ],
        "mentions": [
            _mention("m1", "teams", "count", 3.0),
            _mention("m2", "social_workers", "count", 12.5),
            _mention("m3", "vacancy_rate", "percent", 100.0, "nearly"),
            _mention("m4", "caseload_per_social_worker", "cases", 16.4),
            _mention("m5", "teams", "count", 5.5, "range", value_low=5.0, value_high=6.0),
            _mention("m6", "budget", "gbp", 6e6, "over", authority=None),
            _mention("m7", "teams", "count", 20.0, "under", as_of=date(2026, 3, 30), as_of_basis="published_on"),
            _mention("m8", "teams", "count", 0.0, as_of=None, as_of_basis=None, period_start=None, period_end=None),
            _mention("m10", "teams", "count", 2.0, page=12),
            _mention("m9", "teams", "count", 3.0, article_id="s1", sample=True, authority=INVENTED),
        ],
        "observations": [
            _observation("o1", "teams", "count", 3.0),
            _observation("o2", "teams", "count", 3.0, superseded_by="o1"),
            _observation(
                "o9", "teams", "count", 3.0, mention_id="m9", article_id="s1", sample=True, authority=INVENTED
            ),
        ],
        "changes": [
            _change("c1", from_mention_id="m10", to_mention_id="m1", to_observation_id="o1"),
            _change("c2", from_low=None, from_high=None, to_low=None, to_high=None, amount=12.0, amount_unit="percent"),
        ],
        "inspections": [
            _inspection("i1"),
            _inspection("i2", framework="LAC_2013", published_on=None, published_on_basis="none"),
        ],
        "judgements": [
            _judgement("j1"),
            _judgement("j2", inspection_id="i2", framework="LAC_2013", grade="adequate"),
        ],
        "events": [_event("e1"), _event("e2", kind="funding", detail="6000000", inspection_id="i1")],
        "official_statistics": [_statistic("t1"), _statistic("t2", value=None, status="c")],
        "rejects": [_reject("r1")],
    }


@pytest.fixture
def to_tables() -> Callable[[Rows], dict[str, pa.Table]]:
    """Turn rows into Arrow tables of the declared types, nulls and unknown values allowed."""

    def build(rows: Rows) -> dict[str, pa.Table]:
        tables = {}
        for name, table in TABLES.items():
            schema = pa.schema([field.with_nullable(True) for field in table.arrow_schema()])
            for row in rows[name]:
                assert set(row) == set(table.names), (name, set(row) ^ set(table.names))
            tables[name] = pa.Table.from_pylist(rows[name], schema=schema)
        return tables

    return build


@pytest.fixture
def context() -> ValidationContext:
    return ValidationContext(as_of=AS_OF)


@pytest.fixture
def in_sql() -> ValidationContext:
    """A context in which every table is too large for Great Expectations."""
    return ValidationContext(as_of=AS_OF, rows_for_great_expectations=-1)
