"""A small folder of documents, a simple extraction and a quick gate, so that these tests are about the pipeline."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from flows import duckdb_file, pool, publish, reading, stages
from flows.job import Job, make_job
from flows.run import Outcome, Plain, run, run_and_tell
from transforms.codelists import Codelists
from transforms.model import DocumentFacts, Extraction, Mention

DAY = date(2024, 6, 3)
NOW = datetime(2024, 6, 3, 1, 0, tzinfo=UTC)
STATED = re.compile(r"(\d+) teams")


def simple_extract(
    text: str, facts: DocumentFacts, codelists: Codelists, page_starts: tuple[int, ...] = ()
) -> Extraction:
    """Read "12 teams" as the metric ``teams``; any other number states no metric."""
    del codelists, page_starts
    mentions = []
    for match in STATED.finditer(text):
        value = float(match[1])
        mention = Mention(
            metric="teams", value=value, value_low=value, value_high=value, qualifier="exact", unit="count",
            authority=facts.authority, role="current", period_start=None, period_end=None, period_text=None,
            as_of=facts.published_on, as_of_basis="published_on" if facts.published_on else None, scope=None,
            speaker=None, quote=match[0], surface=match[1], char_start=match.start(1), char_end=match.end(1), page=None,
            rule="simple", confidence=1.0,
        )  # fmt: skip
        mentions.append(mention)
    numbers = len(re.findall(r"\d+", text))
    return Extraction(tuple(mentions), (), numbers, numbers - len(mentions))


def patch_pipeline(patch: Callable[[Any, str, Any], None]) -> None:
    """Put in the simple extraction, the gate in SQL, and the DuckDB file written in this process."""
    patch(reading, "extract", simple_extract)
    patch(stages, "ValidationContext", functools.partial(stages.ValidationContext, rows_for_great_expectations=-1))
    patch(publish, "write_in_own_process", duckdb_file.write)
    # another process would not have the simple extraction
    patch(pool, "FEW_BYTES", 10**9)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    patch_pipeline(monkeypatch.setattr)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three documents: one with a meta file, one in a subfolder, and a file that is no document."""
    root = tmp_path / "documents"
    write(root / "north.txt", "The council runs 12 teams, up from 9 teams a year ago. It serves 3 towns.")
    write_meta(root / "north.meta.json", published_on="2024-05-01", title="Teams in the north", doc_type="news")
    write(root / "sub" / "south.txt", "In the south there are 7 teams of social workers in all.")
    write(root / "notes.docx", "not read")
    return root


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def write_meta(path: Path, **keys: Any) -> Path:
    return write(path, json.dumps(keys))


def direct(folder: Path, output: Path, as_of: date = DAY, now: datetime = NOW) -> Outcome:
    """Run the whole pipeline as plain functions."""
    job = make_job(folder, output, as_of, now)
    return run_job(job)


def run_job(job: Job) -> Outcome:
    outcome, _ = run_and_tell(job, lambda: run(job, Plain()))
    return outcome


@pytest.fixture
def run_a_job() -> Callable[..., Outcome]:
    return run_job


@pytest.fixture
def go() -> Callable[..., Outcome]:
    return direct


@pytest.fixture
def put() -> Callable[[Path, str], Path]:
    return write


@pytest.fixture
def put_meta() -> Callable[..., Path]:
    return write_meta


@pytest.fixture
def rows() -> Callable[[Path, str], list[dict[str, Any]]]:
    """The rows of a table of the latest release of an output."""
    import pyarrow.parquet as pq

    def read(output: Path, name: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = pq.read_table(output / "latest" / f"{name}.parquet").to_pylist()
        return found

    return read


@pytest.fixture(autouse=True)
def _own_logging() -> Iterator[None]:
    """Leave the log as it was found."""
    import logging

    logger = logging.getLogger("turnaround")
    before = (logger.level, logger.propagate, list(logger.handlers))
    yield
    logger.level, logger.propagate = before[:2]
    logger.handlers[:] = before[2]
