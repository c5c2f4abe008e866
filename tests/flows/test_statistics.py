"""Data files from their folder to the table: issues, duplicates, refusals, and the account of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pytest
from click.testing import CliRunner

from flows.cli import main
from flows.errors import WrongUseError
from flows.job import make_job
from flows.run import Outcome

from .conftest import DAY, NOW, run_job, write, write_meta

HEADER = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,"
    "new_la_code,la_name,category,Anypoint_episodes,Anypoint_child,Started_episodes,Started_child,Ended_episodes,"
    "Ended_child,At31_episodes,awaiting_assessment"
)
LINE = "{year},Reporting year,Local authority,E92000001,England,,,,{code},,Children in Need,9,8,7,6,5,4,{count},c"

Run = Callable[..., Outcome]


def data(*counts: object, year: int = 2024, code: str = "E10000024") -> str:
    """A file of the data set with a year back from ``year`` per count."""
    lines = [LINE.format(year=year - place, code=code, count=count) for place, count in enumerate(counts)]
    return "\r\n".join([HEADER, *lines]) + "\r\n"


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    return write(tmp_path / "figures" / "need.csv", data(512)).parent


@pytest.fixture
def run(quick: None, folder: Path, tmp_path: Path, figures: Path) -> Run:
    def once() -> Outcome:
        return run_job(make_job(folder, tmp_path / "out", DAY, NOW, figures))

    return once


def kept(rows: Any, tmp_path: Path) -> Mapping[tuple[str, str], Sequence[Any]]:
    """The counts on 31 March by vintage and time."""
    found = [row for row in rows(tmp_path / "out", "official_statistics") if row["metric"] == "children_in_need"]
    return {(row["vintage"], row["time_period"]): (row["value"], row["authority"]) for row in found}


def test_a_data_file_becomes_rows_and_no_article(run, rows, tmp_path):
    outcome = run()
    assert (outcome.rows["articles"], outcome.rows["official_statistics"], outcome.rows["rejects"]) == (2, 8, 0)
    assert kept(rows, tmp_path) == {("2024", "2024"): (512, "E10000024")}
    accounts = outcome.accounts
    assert (accounts["data_files_in"], accounts["data_files_read"], accounts["documents_in"]) == (1, 1, 2)
    assert (accounts["cells_in"], accounts["cells_kept"], accounts["cells_rejected"]) == (8, 8, 0)
    (symbol,) = [row for row in rows(tmp_path / "out", "official_statistics") if row["status"]]
    assert (symbol["value"], symbol["status"], symbol["source_id"]) == (None, "c", "statistics")


def test_the_second_run_finds_nothing_new(run):
    first, second = run(), run()
    assert (first.new, second.new, second.folder) == (True, False, first.folder)


def test_the_meta_file_names_the_issue(run, rows, figures, tmp_path):
    write_meta(
        figures / "need.meta.json", vintage="2024 revised", published_on="2024-05-02", url="https://example.org/a"
    )
    run()
    (row,) = [row for row in rows(tmp_path / "out", "official_statistics") if row["metric"]]
    assert (row["vintage"], str(row["published_on"]), row["url"]) == (
        "2024 revised",
        "2024-05-02",
        "https://example.org/a",
    )


def test_every_issue_is_kept_and_a_newer_file_of_one_replaces_it(run, rows, put, figures, tmp_path):
    run()
    put(figures / "need.csv", data(515))
    outcome = run()
    assert kept(rows, tmp_path) == {("2024", "2024"): (515, "E10000024")}
    assert outcome.accounts["data_files_replaced"] == 1
    put(figures / "need.csv", data(600, 517, year=2025))
    run()
    assert kept(rows, tmp_path) == {
        ("2024", "2024"): (515, "E10000024"),
        ("2025", "2024"): (517, "E10000024"),
        ("2025", "2025"): (600, "E10000024"),
    }


def test_what_is_gone_from_its_source_stays(run, rows, put, figures, tmp_path):
    put(figures / "old.csv", data(400, year=2020))
    run()
    (figures / "old.csv").unlink()
    run()
    assert set(kept(rows, tmp_path)) == {("2024", "2024"), ("2020", "2020")}


def test_the_same_file_twice_is_a_duplicate_and_another_of_the_same_issue_is_refused(run, rows, put, figures, tmp_path):
    put(figures / "copy.csv", data(512))
    put(figures / "other.csv", data(999))
    outcome = run()
    accounts = outcome.accounts
    told = [accounts[f"data_files_{what}"] for what in ("in", "read", "duplicate", "rejected")]
    assert told == [3, 1, 1, 1]
    assert kept(rows, tmp_path) == {("2024", "2024"): (512, "E10000024")}
    (reject,) = rows(tmp_path / "out", "rejects")
    assert (reject["reason"], reject["doc"], reject["source_id"]) == ("same_issue", "other.csv", "statistics")
    write_meta(figures / "other.meta.json", vintage="2024 revised")
    run()
    assert set(kept(rows, tmp_path)) == {("2024", "2024"), ("2024 revised", "2024")}


def test_what_is_no_data_file_is_refused_and_the_rest_goes_on(run, rows, put, figures, tmp_path):
    put(figures / "other.csv", "a,b\n1,2\n")
    put(figures / "need.csv", data(512, "?") + LINE.format(year=2024, code="E06999999", count=1))
    write_meta(figures / "broken.meta.json", vintage=5)
    put(figures / "broken.csv", data(1))
    put(figures / "notes.txt", "no data file")
    outcome = run()
    rejects = {(row["doc"], row["place"]): row["reason"] for row in rows(tmp_path / "out", "rejects")}
    assert rejects == {
        ("other.csv", None): "unknown_dataset",
        ("need.csv", "line 3, column At31_episodes"): "unknown_symbol",
        ("need.csv", "line 4"): "unknown_code",
        ("broken.csv", "vintage"): "meta_value",
    }
    accounts = outcome.accounts
    assert (accounts["data_files_in"], accounts["data_files_rejected"]) == (3, 2)
    assert (accounts["cells_in"], accounts["cells_kept"], accounts["cells_rejected"]) == (24, 15, 9)
    (pulled,) = [one for one in outcome.pulled if one.source == "statistics"]
    assert pulled.ignored == ["notes.txt"]


def test_a_file_that_cannot_be_taken_is_told(run, rows, figures, tmp_path):
    (figures / "dangling.csv").symlink_to(figures / "nowhere")
    outcome = run()
    (reject,) = rows(tmp_path / "out", "rejects")
    assert (reject["stage"], reject["doc"]) == ("pull", "dangling.csv")
    assert (outcome.accounts["data_files_in"], outcome.accounts["data_files_rejected"]) == (2, 1)


def test_a_value_that_breaks_a_rule_of_the_table_goes_to_rejects(run, rows, put, figures, tmp_path):
    put(figures / "need.csv", data(-5))
    outcome = run()
    (reject,) = rows(tmp_path / "out", "rejects")
    assert (reject["table"], reject["rule"]) == ("official_statistics", "value_not_negative")
    assert outcome.rows["official_statistics"] == 7


def test_the_invented_authority_is_unknown_to_a_real_file(run, rows, put, figures, tmp_path):
    put(figures / "need.csv", data(512, code="S99000001"))
    run()
    assert [row["reason"] for row in rows(tmp_path / "out", "rejects")] == ["unknown_code"]


def test_the_view_is_filled(run, put, put_meta, folder, tmp_path):
    outcome = run()
    with duckdb.connect(str(outcome.folder / "turnaround.duckdb"), read_only=True) as connection:
        found = connection.sql("SELECT DISTINCT agreement FROM official_vs_reported").fetchall()
    assert found in ([], [("no_official_figure",)])


def test_statistics_alone_need_a_folder(tmp_path, figures):
    with pytest.raises(WrongUseError, match="goes with --folder"):
        make_job(None, tmp_path / "out", DAY, NOW, figures)


def test_the_stages_one_by_one_tell_of_data_files(quick, folder, figures, tmp_path):
    output = ["--output", str(tmp_path / "out")]
    pulled = CliRunner().invoke(main, ["pull", "--folder", str(folder), "--statistics", str(figures), *output])
    assert "statistics: 1 documents, 1 new" in pulled.stdout
    built = CliRunner().invoke(main, ["build", *output])
    assert "1 data files in: 1 read" in built.stdout
    assert "8 cells: 8 statistics, 0 rejects" in built.stdout
