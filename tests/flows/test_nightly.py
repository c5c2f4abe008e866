"""The flow through Prefect with its embedded server, as a user starts it."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from flows.quiet import PREFECT, TELEMETRY_OFF

from .conftest import write


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("nightly")
    write(root / "documents" / "a.txt", "There are 281 children in care, and each social worker holds 18 cases.")
    write(root / "documents" / "b.txt", "A text in which there is no number at all.")
    return root


def call(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "flows.cli", *arguments, "--folder", str(place / "documents")]
    bare = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    return subprocess.run(command, env=bare, capture_output=True, text=True, check=False, timeout=300)


@pytest.fixture(scope="module")
def ran(place) -> subprocess.CompletedProcess[str]:
    return call(place, "run", "--output", str(place / "out"), "--as-of", "2024-06-03")


def ask(place: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(place / "out" / "state" / "prefect" / "prefect.db") as connection:
        return connection.execute(query).fetchall()


def test_a_run_through_prefect_makes_the_release_that_a_direct_run_makes(place, ran):
    assert ran.returncode == 0, ran.stderr
    assert "release 2024-06-03.1 lies in" in ran.stdout
    direct = call(place, "run", "--direct", "--output", str(place / "direct"), "--as-of", "2024-06-03")
    assert direct.returncode == 0
    made = [json.loads((place / name / "latest" / "manifest.json").read_bytes()) for name in ("out", "direct")]
    for key in ("name", "as_of", "accounts", "tables", "views", "rows_by_source"):
        assert made[0][key] == made[1][key], key


def test_the_flow_run_has_a_clear_name_and_its_artifacts(place, ran):
    (name,) = ask(place, "SELECT name FROM flow_run")[0]
    assert str(name).startswith("2024-06-03: ")
    assert str(name).endswith("/out")
    keys = {key for (key,) in ask(place, "SELECT key FROM artifact")}
    assert {"nightly-result", "reading"} <= keys
    (data,) = ask(place, "SELECT data FROM artifact WHERE key = 'nightly-result'")[0]
    assert "documents in" in str(data)


def test_standard_error_tells_the_run_and_not_the_orchestrator(ran):
    assert "2 documents, 2 new" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert "great_expectations" not in ran.stderr


def test_what_stops_a_task_ends_the_command_with_its_code(place, ran):
    aside = [path.rename(place / path.name) for path in sorted((place / "documents").iterdir())]
    stopped = call(place, "run", "--output", str(place / "out"), "--as-of", "2024-06-03")
    for path in aside:
        path.rename(place / "documents" / path.name)
    assert stopped.returncode == 2
    assert "is it mounted" in stopped.stderr.splitlines()[-1]


def test_the_schedule_is_two_at_night_in_england(tmp_path):
    script = (
        "import json, sys; from pathlib import Path; from flows.quiet import prefect_settings;"
        f"prefect_settings(Path({str(tmp_path)!r}));"
        "from flows import nightly, serve; told = {};"
        "nightly.nightly.serve = lambda **options: told.update(options);"
        f"serve.serve(Path({str(tmp_path)!r}));"
        "schedule = told.pop('schedule'); print(json.dumps([schedule.cron, schedule.timezone, told]))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    cron, zone, options = json.loads(done.stdout)
    assert (cron, zone) == ("0 2 * * *", "Europe/London")
    assert options["parameters"] == {"output": str(tmp_path)}
    assert options["limit"] == 1


def test_the_embedded_server_listens_to_this_machine_alone():
    assert PREFECT["PREFECT_SERVER_API_HOST"] == "127.0.0.1"
    assert {value for name, value in TELEMETRY_OFF.items() if name != "DO_NOT_TRACK"} == {"false"}


def test_a_scheduled_run_finds_the_flow_by_its_file_and_takes_its_parameters(tmp_path):
    file = Path(__file__).resolve().parents[2] / "flows" / "nightly.py"
    script = (
        "from pathlib import Path; from flows.quiet import prefect_settings;"
        f"prefect_settings(Path({str(tmp_path)!r}));"
        "from prefect.flows import load_flow_from_entrypoint;"
        f"flow = load_flow_from_entrypoint({f'{file}:nightly'!r});"
        "print(flow.name, flow.validate_parameters({'output': 'x', 'as_of': '2024-06-03'}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("nightly ")
    assert "'as_of': '2024-06-03'" in done.stdout


def test_the_server_of_the_schedule_answers_and_ends_with_it(tmp_path):
    script = (
        "import json; from pathlib import Path; from urllib.request import urlopen; from flows import serve, quiet;"
        f"quiet.prefect_settings(Path({str(tmp_path)!r}));\n"
        "with serve.own_server() as address:\n"
        "    print(address, urlopen(address + '/health').status)\n"
        "try:\n"
        "    urlopen(address + '/health')\n"
        "except OSError:\n"
        "    print('gone')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=240)
    assert done.returncode == 0, done.stderr
    address, gone = done.stdout.splitlines()
    assert address.startswith("http://127.0.0.1:")
    assert (address.endswith(" 200"), gone) == (True, "gone")
