"""Servers that a killed run left behind."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from flows.leftovers import RUN_MARK, servers_left_behind

SERVER = ["-c", "import time; print('up', flush=True); time.sleep(60)", "prefect.server.api.server:create_app"]


@pytest.fixture
def start(tmp_path):
    """Start processes that look like servers, of this output or of another."""
    started = []

    def one(starter: int, home=tmp_path):
        environment = {**os.environ, "PREFECT_HOME": str(home), RUN_MARK: str(starter)}
        process = subprocess.Popen([sys.executable, *SERVER], env=environment, stdout=subprocess.PIPE, text=True)
        started.append(process)
        assert process.stdout.readline() == "up\n"
        return process.pid

    yield one
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="this system does not show its processes")
def test_only_servers_of_this_output_whose_run_is_gone_are_found(tmp_path, start):
    gone = start(starter=2**22 + 1)
    start(starter=os.getpid())
    start(starter=2**22 + 1, home=tmp_path / "other")
    assert servers_left_behind(tmp_path) == [gone]


def test_a_system_without_a_list_of_processes_has_nothing_to_tell(tmp_path):
    assert servers_left_behind(tmp_path, tmp_path / "no processes") == []
