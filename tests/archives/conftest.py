"""An archive source over a folder, and what pulling it does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from flows.archives.warc import pull_archives
from flows.intake import Intake, Moment, Pulled
from flows.inventory import Document, take_stock
from flows.sources import Source
from flows.store import RawStore

MOMENT = Moment(date(2026, 1, 31), datetime(2026, 1, 31, 1, tzinfo=UTC))


def archive_source(path: Path | str, relevance: bool = True) -> Source:
    place = path if isinstance(path, Path) else None
    return Source(
        "crawl", "warc", "A crawl", place, str(path), "none", None, True, False, settings={"relevance": relevance}
    )


@pytest.fixture
def store(tmp_path: Path) -> RawStore:
    return RawStore(tmp_path / "store")


@pytest.fixture
def take(store: RawStore) -> Callable[..., Pulled]:
    def once(path: Path | str, relevance: bool = True) -> Pulled:
        source = archive_source(path, relevance)
        return pull_archives(Intake(source, store, MOMENT, take_stock(store.events(), {source.id})), ())

    return once


@pytest.fixture
def documents(store: RawStore) -> Callable[[], list[Document]]:
    return lambda: take_stock(store.events(), {"crawl"})
