"""The command line: what it takes, prints and answers."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from flows import publish as publishing
from flows import reading, stages
from flows.cli import main
from flows.errors import ReleaseRefusedError
from flows.lock import hold
from transforms.model import Extraction

COMMANDS = sorted(main.commands)


@pytest.fixture
def call(quick):
    """Call the command line; standard output and standard error are kept apart."""

    def run(*arguments: object):
        return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)

    return run


@pytest.fixture
def done(call, folder, tmp_path):
    """An output with one release."""
    output = tmp_path / "out"
    result = call("run", "--direct", "--folder", folder, "--output", output, "--as-of", "2024-06-03")
    assert result.exit_code == 0, result.stderr
    return output


def test_the_commands_are_those_that_are_promised():
    promised = {"run", "pull", "build", "validate", "publish", "export", "show", "status", "doctor"}
    assert promised <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps(call, command):
    result = call(command, "--help")
    assert result.exit_code == 0
    help_text = main.commands[command].help
    assert help_text is not None
    assert help_text.splitlines()[0] in " ".join(result.stdout.split())
    for parameter in main.commands[command].params:
        if parameter.param_type_name == "option":
            assert getattr(parameter, "help", None), parameter.name


def test_help_costs_no_heavy_imports():
    script = (
        "import sys; from click.testing import CliRunner; from flows.cli import main;"
        "CliRunner().invoke(main, ['run', '--help']);"
        "print([name for name in ('prefect', 'great_expectations', 'pandas', 'duckdb') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_a_run_tells_its_figures_on_standard_output_and_its_progress_on_standard_error(call, folder, tmp_path):
    result = call("run", "--direct", "--folder", folder, "--output", tmp_path / "out", "--as-of", "2024-06-03")
    assert result.exit_code == 0
    figures = dict(line.rsplit("  ", 1) for line in result.stdout.splitlines() if "  " in line)
    figures = {name.strip(): figure.strip() for name, figure in figures.items()}
    assert (figures["documents in"], figures["mentions"], figures["rejected"]) == ("2", "3", "0")
    assert "observations" in figures
    assert " of " in figures["checks passed"]
    assert float(figures["seconds"]) > 0
    assert f"release 2024-06-03.1 lies in {tmp_path / 'out' / 'latest'}" in result.stdout
    assert "2 documents, 2 new" in result.stderr
    assert "reading" in result.stderr
    assert "reading" not in result.stdout


def test_a_second_run_says_that_nothing_is_new(call, folder, done):
    result = call("run", "--direct", "--folder", folder, "--output", done, "--as-of", "2024-06-03")
    assert result.exit_code == 0
    assert "nothing new: release 2024-06-03.1" in result.stdout


def test_the_stages_one_by_one_make_the_same_release(call, folder, tmp_path, done):
    output = tmp_path / "by stages"
    for command in (
        ["pull", "--folder", folder, "--output", output, "--as-of", "2024-06-03"],
        ["build", "--output", output],
        ["validate", "--output", output],
        ["publish", "--output", output],
    ):
        result = call(*command)
        assert result.exit_code == 0, result.stderr
        assert result.stdout
    made = [json.loads((out / "latest" / "manifest.json").read_text(encoding="utf-8")) for out in (output, done)]
    assert made[0]["content_sha256"] == made[1]["content_sha256"]
    assert "nothing new" in call("publish", "--output", output).stdout


@pytest.mark.parametrize("command", ["build", "validate", "publish"])
def test_a_stage_without_the_one_before_is_wrong_use(call, tmp_path, command):
    result = call(command, "--output", tmp_path / "out")
    assert (result.exit_code, "run `turnaround pull` first" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ["run", "--colour"],
        ["run", "--as-of", "yesterday"],
        ["run", "--folder", "no such folder"],
        ["fly"],
        ["export"],
        ["export", "gossip"],
        ["export", "mentions", "--format", "docx"],
        ["show"],
    ],
)
def test_wrong_use_ends_with_2_and_says_why(call, arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = call(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr


def test_a_refused_release_ends_with_3_in_one_line_and_leaves_the_page(call, folder, done, put, monkeypatch):
    for number in range(25):
        put(folder / f"{number}.txt", f"Office {number} has {number + 1} teams.")
    call("run", "--direct", "--folder", folder, "--output", done, "--as-of", "2024-06-03")
    before = os.readlink(done / "latest")
    monkeypatch.setattr(reading, "extract", lambda *_: Extraction())
    monkeypatch.setattr("flows.codelists.extraction_digest", lambda: "another")
    monkeypatch.setattr(stages, "extraction_digest", lambda: "another")
    monkeypatch.setattr("flows.run.code_digest", lambda: "another")
    result = call("run", "--direct", "--folder", folder, "--output", done, "--as-of", "2024-06-03")
    assert result.exit_code == 3
    (line,) = [line for line in result.stderr.splitlines() if line.startswith("turnaround: ")]
    assert "0 mentions" in line
    assert "validation.html" in line
    assert (done / "state" / "validation.html").is_file()
    assert os.readlink(done / "latest") == before
    assert call("validate", "--output", done).exit_code == 3
    assert call("publish", "--output", done).exit_code == 3
    assert "failed" in call("status", "--output", done).stdout


def test_two_runs_at_once_end_with_4_and_name_the_other(call, folder, done):
    with hold(done / "state" / "lock", "the output"):
        for arguments in (["run", "--direct"], ["run"], ["pull"]):
            result = call(*arguments, "--folder", folder, "--output", done)
            assert result.exit_code == 4, result.stderr
            assert f"process {os.getpid()}" in result.stderr


@pytest.mark.parametrize("how", [["--direct"], []])
def test_an_output_that_is_a_file_ends_with_5(call, folder, tmp_path, how):
    (tmp_path / "out").write_text("a file lies here")
    result = call("run", *how, "--folder", folder, "--output", tmp_path / "out")
    assert result.exit_code == 5
    assert "a file lies where a folder must be" in result.stderr


def test_an_output_in_a_place_that_takes_no_files_ends_with_5(call, folder):
    result = call("run", "--direct", "--folder", folder, "--output", "/proc/turnaround")
    assert result.exit_code == 5
    assert "/proc/turnaround" in result.stderr


@pytest.mark.parametrize(("code", "mend"), [(errno.ENOSPC, "free space"), (errno.EACCES, "right to read and write")])
def test_a_full_disk_or_a_missing_right_ends_with_5_and_keeps_the_release(
    call, folder, done, put, monkeypatch, code, mend
):
    before = os.readlink(done / "latest")
    put(folder / "east.txt", "The east has 4 teams.")

    def fail(path, table):
        raise OSError(code, os.strerror(code), str(path))

    monkeypatch.setattr(publishing, "write_csv", fail)
    result = call("run", "--direct", "--folder", folder, "--output", done)
    assert (result.exit_code, mend in result.stderr) == (5, True)
    assert os.readlink(done / "latest") == before
    status = json.loads((done / "state" / "status.json").read_text(encoding="utf-8"))
    assert (status["outcome"], status["exit_code"]) == ("failed", 5)


def test_an_unforeseen_fault_is_noted_before_it_goes_on(folder, done, monkeypatch, call):
    monkeypatch.setattr("flows.run.inputs_digest", lambda job: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        call("run", "--direct", "--folder", folder, "--output", done)
    status = json.loads((done / "state" / "status.json").read_text(encoding="utf-8"))
    assert (status["exit_code"], status["reason"]) == (1, "ZeroDivisionError: division by zero")


def test_export_gives_json_lines_with_the_document(call, done):
    rows = [json.loads(line) for line in call("export", "mentions", "--output", done).stdout.splitlines()]
    assert sorted((row["doc"], row["value"]) for row in rows) == [
        ("north.txt", 9.0), ("north.txt", 12.0), ("sub/south.txt", 7.0),
    ]  # fmt: skip
    north = next(row for row in rows if row["doc"] == "north.txt")
    assert (north["as_of"], north["period_start"], north["authority"]) == ("2024-05-01", None, None)


def test_export_gives_csv(call, done):
    read = list(csv.DictReader(io.StringIO(call("export", "articles", "--output", done, "--format", "csv").stdout)))
    assert sorted(row["doc"] for row in read) == ["north.txt", "sub/south.txt"]
    assert {row["published_on"] for row in read} == {"2024-05-01", ""}


def test_export_texts_gives_the_text_of_which_each_mention_is_a_span(call, done):
    lines = call("export", "texts", "--output", done).stdout.splitlines()
    texts = {row["doc"]: row["text"] for row in map(json.loads, lines)}
    assert texts["sub/south.txt"].startswith("In the south there are 7 teams")
    mentions = [json.loads(line) for line in call("export", "mentions", "--output", done).stdout.splitlines()]
    assert all(texts[row["doc"]][row["char_start"] : row["char_end"]] == row["surface"] for row in mentions)


@pytest.mark.parametrize(
    "table", ["articles", "observations", "changes", "rejects", "authorities", "metrics", "sources"]
)
def test_every_table_can_be_exported(call, done, table):
    for form in ("jsonl", "csv"):
        assert call("export", table, "--output", done, "--format", form).exit_code == 0


def test_an_older_release_can_be_exported_by_its_name(call, folder, done, put):
    put(folder / "east.txt", "The east has 4 teams.")
    call("run", "--direct", "--folder", folder, "--output", done, "--as-of", "2024-06-03")
    assert len(call("export", "articles", "--output", done).stdout.splitlines()) == 3
    older = call("export", "articles", "--output", done, "--release", "2024-06-03.1")
    assert len(older.stdout.splitlines()) == 2
    for name in ("2024-06-03.9", "../state"):
        missing = call("export", "articles", "--output", done, "--release", name)
        assert (missing.exit_code, "2024-06-03.2" in missing.stderr) == (2, True)


def test_export_before_any_release_is_wrong_use(call, tmp_path):
    result = call("export", "mentions", "--output", tmp_path / "out")
    assert (result.exit_code, "run `turnaround run`" in result.stderr) == (2, True)


def test_show_marks_the_numbers_and_lists_the_rows(call, done):
    told = call("show", "north.txt", "--output", done).stdout
    assert "The council runs 12[1] teams, up from 9[2] teams" in told
    assert "[1] teams  12 count  exact  current" in told
    by_id = json.loads(call("export", "articles", "--output", done).stdout.splitlines()[0])
    assert by_id["doc"] in call("show", by_id["article_id"], "--output", done).stdout


def test_show_of_an_unknown_document_names_the_nearest(call, done):
    result = call("show", "nort.txt", "--output", done)
    assert (result.exit_code, "did you mean north.txt" in result.stderr) == (2, True)


def test_status_tells_the_last_run_and_the_release(call, done, tmp_path):
    told = call("status", "--output", done).stdout
    assert "published" in told
    assert "2024-06-03.1" in told
    assert "2 articles, 3 mentions" in told
    assert "none yet" in call("status", "--output", tmp_path / "nothing").stdout


def test_doctor_finds_a_healthy_machine_healthy(call, done, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = call("doctor", "--output", done)
    assert result.exit_code == 0, result.stdout
    assert "2024-06-03.1 is what its manifest says" in result.stdout
    assert "sqlalchemy" in result.stdout


def test_doctor_names_what_is_wrong_and_the_mend(call, done, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (done / "latest" / "mentions.csv").write_text("spoilt")
    from importlib import metadata

    version = metadata.version
    monkeypatch.setattr(metadata, "version", lambda name: "2.1.9" if name == "sqlalchemy" else version(name))
    result = call("doctor", "--output", done)
    assert result.exit_code == 5
    wrong = [line for line in result.stdout.splitlines() if line.startswith("WRONG")]
    assert len(wrong) == 2
    assert "sqlalchemy: 2.1.9 is installed, <2.1 is needed; run `make env`" in wrong[0]
    assert "mentions.csv" in wrong[1]


def test_a_reader_that_goes_away_is_no_failure(done):
    command = f"{sys.executable} -m flows.cli export metrics --output {done} | head -1"
    told = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert (len(told.stdout.splitlines()), "Traceback" in told.stderr) == (1, False)


def test_telemetry_is_off_before_anything_else(call, done, monkeypatch):
    for name in ("GX_ANALYTICS_ENABLED", "DO_NOT_TRACK", "PREFECT_SERVER_ANALYTICS_ENABLED"):
        monkeypatch.delenv(name, raising=False)
    call("status", "--output", done)
    assert os.environ["GX_ANALYTICS_ENABLED"] == "false"
    assert os.environ["DO_NOT_TRACK"] == "1"
    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"


def test_errors_know_their_exit_codes():
    assert ReleaseRefusedError("x").exit_code == 3
    assert Path(publishing.PAGE).name == "validation.html"


def test_export_is_utf8_whatever_the_locale(done, folder, put, call):
    put(folder / "café.txt", "Größe: 5 teams")
    call("run", "--direct", "--folder", folder, "--output", done, "--as-of", "2024-06-03")
    command = [sys.executable, "-m", "flows.cli", "export", "texts", "--output", str(done)]
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    told = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert "café.txt" in told.stdout.decode("utf-8")
