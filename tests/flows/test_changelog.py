"""What differs between two releases, per table."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from flows.changelog import Differences, since
from flows.cli import main
from flows.errors import MachineError


def write(folder: Path, table: str, rows: list[dict]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(rows), folder / f"{table}.parquet")


@pytest.fixture
def releases(tmp_path):
    earlier, later = tmp_path / "releases" / "2026-01-01.1", tmp_path / "releases" / "2026-01-02.1"
    row = {"mention_id": "m1", "value": 1.0, "scope": None}
    write(earlier, "mentions", [row, {**row, "mention_id": "m2"}, {**row, "mention_id": "m3"}])
    # a null that became a text, one row gone, one new
    write(later, "mentions", [row, {**row, "mention_id": "m2", "scope": "one team"}, {**row, "mention_id": "m4"}])
    write(earlier, "articles", [{"article_id": "a1", "title": "x", "extractor_digest": "0"}])
    write(later, "articles", [{"article_id": "a1", "title": "x", "extractor_digest": "1"}])
    write(later, "events", [{"event_id": "e1"}, {"event_id": "e2"}])
    (tmp_path / "latest").symlink_to(later)
    return earlier, later


def test_rows_are_told_apart_by_key_and_content(releases):
    found = since(*releases)
    assert found.release == "2026-01-01.1"
    # other code alone changes no article; a table that is new has nothing but new rows
    assert found.tables == {"mentions": Differences(1, 1, 1), "events": Differences(2, 0, 0)}
    assert found.lines()[0] == "mentions: 1 rows added, 1 removed, 1 changed"


def test_the_same_release_differs_in_nothing(releases):
    assert since(releases[1], releases[1]).tables == {}


def test_a_column_that_only_one_has_is_no_change(releases):
    earlier, later = releases
    write(earlier, "judgements", [{"judgement_id": "j1", "grade": "good"}])
    write(later, "judgements", [{"judgement_id": "j1", "grade": "good", "area": "leadership"}])
    assert "judgements" not in since(earlier, later).tables


def test_a_damaged_file_is_told(releases):
    (releases[0] / "mentions.parquet").write_bytes(b"no parquet")
    with pytest.raises(MachineError, match="cannot be compared"):
        since(*releases)


def test_the_command_compares_with_the_release_before(releases, tmp_path):
    output = ["--output", str(tmp_path)]
    told = CliRunner().invoke(main, ["changelog", *output])
    assert told.output.splitlines()[:2] == [
        "2026-01-02.1 since 2026-01-01.1:",
        "  mentions: 1 rows added, 1 removed, 1 changed",
    ]
    told = CliRunner().invoke(
        main, ["changelog", "2026-01-01.1", "--since", "2026-01-02.1", "--format", "json", *output]
    )
    assert json.loads(told.output)["tables"]["events"] == {"added": 0, "removed": 2, "changed": 0}
    told = CliRunner().invoke(main, ["changelog", "2026-01-01.1", *output])
    assert (told.exit_code, "is the first release" in told.output) == (2, True)
