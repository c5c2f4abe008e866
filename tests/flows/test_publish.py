"""What a release consists of, and how one takes the place of another."""

from __future__ import annotations

import csv
import json
import os
import shutil
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from expectations.tables import TABLES
from flows import duckdb_file, files
from flows.errors import MachineError
from flows.layout import Layout
from flows.publish import check_release, write_csv, write_parquet
from flows.release import next_name, point_latest, release_folders
from flows.tables import to_arrow


@pytest.fixture
def release(quick, folder, tmp_path, go) -> Path:
    go(folder, tmp_path / "out")
    return (tmp_path / "out" / "latest").resolve()


def test_the_manifest_tells_size_hash_and_rows_of_every_file(release):
    manifest = json.loads((release / "manifest.json").read_text(encoding="utf-8"))
    there = {path.name for path in release.iterdir()} - {"manifest.json"}
    assert manifest["files"].keys() == there
    for name, facts in manifest["files"].items():
        assert facts == {"bytes": (release / name).stat().st_size, "sha256": files.sha256_of_file(release / name)}
    assert manifest["tables"]["mentions"]["rows"] == 3
    assert manifest["rows_by_source"] == {"folder": {"articles": 2, "mentions": 3}}
    assert (manifest["name"], manifest["as_of"], manifest["sample"]) == ("2024-06-03.1", "2024-06-03", False)


def test_every_column_of_every_parquet_file_is_declared_described_and_sorted(release):
    for name, table in TABLES.items():
        found = pq.read_table(release / f"{name}.parquet")
        assert found.schema.equals(table.arrow_schema(), check_metadata=True)
        assert all(field.metadata[b"description"] for field in found.schema)
        keys = found.column(table.key).to_pylist()
        assert keys == sorted(keys)
        assert {
            pq.read_metadata(release / f"{name}.parquet").row_group(group).column(0).compression
            for group in range(pq.read_metadata(release / f"{name}.parquet").num_row_groups)
        } <= {"ZSTD"}


def test_the_database_holds_the_same_rows_with_keys_comments_and_views(release):
    with duckdb.connect(str(release / "turnaround.duckdb"), read_only=True) as connection:
        for name in TABLES:
            ours = connection.sql(f'SELECT * FROM "{name}" ORDER BY ALL').fetchall()
            theirs = connection.sql(f"SELECT * FROM '{release}/{name}.parquet' ORDER BY ALL").fetchall()
            assert ours == theirs
        undescribed = "SELECT count(*) FROM duckdb_columns() WHERE NOT internal AND comment IS NULL"
        tables = set(TABLES)
        missing = [
            row
            for row in connection.sql(
                "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL"
            ).fetchall()
            if row[0] in tables
        ]
        assert missing == [], undescribed
        keys = connection.sql("SELECT table_name FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'")
        assert {row[0] for row in keys.fetchall()} == tables
        views = connection.sql("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
        assert {"latest", "conflicts", "coverage"} <= {row[0] for row in views}
        for (view,) in views:
            connection.sql(f'SELECT * FROM "{view}"').fetchall()


def test_the_database_is_written_for_old_clients(release):
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{release / 'turnaround.duckdb'}' AS old (READ_ONLY)")
        (tags,) = connection.execute("SELECT tags FROM duckdb_databases() WHERE database_name = 'old'").fetchone()
    assert tags["storage_version"].startswith("v1.0.0")


def test_the_same_parquet_files_give_the_same_database(release, tmp_path):
    made = []
    for number in range(3):
        target = tmp_path / f"{number}.duckdb"
        duckdb_file.write_in_own_process(release, target, [])
        made.append(files.sha256_of_file(target))
    assert len(set(made)) == 1


def test_a_database_with_thousands_of_rows_and_nulls_has_the_same_bytes_too(tmp_path):
    row = dict.fromkeys(TABLES["authorities"].names)
    rows = [
        {
            **row,
            "gss_code": f"E{number:08}",
            "name": f"Council {number * 7919 % 10007}",
            "type": "unitary",
            "childrens_services": number % 3 == 0,
            "valid_from": date(1990 + number % 30, 4, 1) if number % 7 else None,
            "sample": False,
        }
        for number in range(20_000)
    ]
    for name, table in TABLES.items():
        write_parquet(tmp_path / f"{name}.parquet", to_arrow(name, rows if name == "authorities" else []))
        assert table.key
    made = []
    for number in range(3):
        target = tmp_path / f"{number}.duckdb"
        duckdb_file.write_in_own_process(tmp_path, target, [])
        made.append(files.sha256_of_file(target))
    assert len(set(made)) == 1


def test_a_database_that_cannot_be_written_is_a_machine_error(tmp_path):
    with pytest.raises(MachineError, match="could not be written"):
        duckdb_file.write_in_own_process(tmp_path / "no such folder", tmp_path / "x.duckdb", [])


def test_a_spreadsheet_takes_no_text_for_a_formula(tmp_path):
    texts = ["=1+1", "- 13 children", "+44", "@home", "plain, with comma", 'and "quotes"', "two\nlines", None]
    table = pa.table({"text": texts, "number": [-1.5, 2, 3e6, None, 1e-7, 0, 1, 2], "day": [date(2024, 1, 2)] * 8})
    write_csv(tmp_path / "x.csv", table)
    with (tmp_path / "x.csv").open(encoding="utf-8", newline="") as handle:
        read = list(csv.DictReader(handle))
    assert [row["text"] for row in read] == [
        "'=1+1", "'- 13 children", "'+44", "'@home", "plain, with comma", 'and "quotes"', "two\nlines", "",
    ]  # fmt: skip
    assert [row["number"] for row in read[:4]] == ["-1.5", "2", "3000000", ""]
    assert read[0]["day"] == "2024-01-02"


def test_csv_files_are_utf8_without_mark_and_hold_every_row(release):
    for name, table in TABLES.items():
        data = (release / f"{name}.csv").read_bytes()
        assert not data.startswith(b"\xef\xbb\xbf")
        found = list(csv.reader(data.decode("utf-8").splitlines(keepends=True)))
        assert tuple(found[0]) == table.names
        assert len(found) - 1 == pq.read_metadata(release / f"{name}.parquet").num_rows


@pytest.mark.parametrize("name", ["mentions.parquet", "turnaround.duckdb", "rejects.csv"])
def test_a_release_that_was_tampered_with_is_found_out(release, name):
    data = bytearray((release / name).read_bytes())
    data[len(data) // 2] ^= 1
    (release / name).write_bytes(data)
    with pytest.raises(MachineError, match=name):
        check_release(release)


def test_a_lost_file_of_a_release_is_found_out(release):
    (release / "mentions.csv").unlink()
    with pytest.raises(MachineError, match=r"mentions\.csv"):
        check_release(release)


def test_a_release_with_a_lost_file_is_made_again(release, folder, tmp_path, go):
    (release / "mentions.csv").unlink()
    again = go(folder, tmp_path / "out")
    assert again.validated is not None


def test_latest_is_swapped_in_one_step_and_is_relative(release, tmp_path):
    layout = Layout(tmp_path / "out")
    other = layout.releases / "2024-06-04.1"
    shutil.copytree(release, other)
    point_latest(layout, other)
    assert layout.latest.resolve() == other.resolve()
    assert not os.path.isabs(os.readlink(layout.latest))
    shutil.move(tmp_path / "out", tmp_path / "moved")
    assert (tmp_path / "moved" / "latest" / "manifest.json").is_file()


def test_a_release_whose_run_was_killed_before_the_swap_is_taken_up(release, folder, tmp_path, go):
    (tmp_path / "out" / "latest").unlink()
    again = go(folder, tmp_path / "out")
    assert (again.new, again.folder.name) == (False, "2024-06-03.1")
    assert (tmp_path / "out" / "latest").resolve() == release


def test_releases_are_numbered_by_day_and_told_apart_from_other_folders(tmp_path):
    layout = Layout(tmp_path)
    for name in ("2024-06-03.2", "2024-06-03.10", "2024-05-01.1-sample", ".incoming", "notes", "2024-06-03"):
        (layout.releases / name).mkdir(parents=True)
    assert [path.name for path in release_folders(layout)] == ["2024-05-01.1-sample", "2024-06-03.2", "2024-06-03.10"]
    assert next_name(layout, date(2024, 6, 3), sample=False) == "2024-06-03.11"
    assert next_name(layout, date(2024, 6, 4), sample=True) == "2024-06-04.1-sample"
