"""One run at a time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from flows.errors import OutputBusyError
from flows.lock import hold, holder

HOLD = """
import sys, time
from pathlib import Path
from flows.lock import hold
with hold(Path(sys.argv[1]), "x"):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def other(tmp_path):
    """Another process that holds the lock."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path / "lock")], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_held_lock_names_the_process_and_the_mend(tmp_path, other):
    with pytest.raises(OutputBusyError) as caught, hold(tmp_path / "lock", "the output x"):
        pass
    assert f"the output x is held by process {other.pid}" in str(caught.value)
    assert "--output" in str(caught.value)
    assert caught.value.exit_code == 4
    assert holder(tmp_path / "lock") == f"process {other.pid}"


def test_the_lock_of_a_killed_process_holds_nobody_up(tmp_path, other):
    os.kill(other.pid, signal.SIGKILL)
    other.wait()
    assert (tmp_path / "lock").read_text() == f'{{"pid": {other.pid}}}'
    assert holder(tmp_path / "lock") is None
    with hold(tmp_path / "lock", "x"):
        assert holder(tmp_path / "lock") == f"process {os.getpid()}"
    assert holder(tmp_path / "lock") is None


def test_without_a_lock_file_nobody_holds_it(tmp_path):
    assert holder(tmp_path / "lock") is None


def test_a_holder_that_has_not_yet_said_its_number(tmp_path):
    with hold(tmp_path / "lock", "x"):
        (tmp_path / "lock").write_text("")
        with pytest.raises(OutputBusyError, match="another process"), hold(tmp_path / "lock", "x"):
            pass
