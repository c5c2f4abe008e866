"""Serve the nightly flow: ``python -m flows.serve [OUTPUT]`` in the project's folder waits and runs it every night.

The schedule is 02:00 in England, summer and winter. A run that is still going when the next is due is not doubled.
Prefect's embedded server keeps no schedule, so unless PREFECT_API_URL names a server one is started for as long as
this process lives; only this machine can reach it.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from urllib.error import URLError
from urllib.request import urlopen

from flows.errors import MachineError
from flows.layout import DEFAULT_OUTPUT
from flows.quiet import prefect_settings

CRON = "0 2 * * *"
ZONE = "Europe/London"
HOST = "127.0.0.1"
START_SECONDS = 180.0
STOP_SECONDS = 20.0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def own_server() -> Iterator[str]:
    """Run a Prefect server on this machine while the block runs; yields its address.

    Raises:
        MachineError: it does not come up.
    """
    port = _free_port()
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", HOST, "--port", str(port), "--no-ui"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        _wait_until_healthy(server, f"http://{HOST}:{port}/api/health")
        yield f"http://{HOST}:{port}/api"
    finally:
        server.terminate()
        try:
            server.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait_until_healthy(server: subprocess.Popen[bytes], address: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise MachineError(f"the Prefect server ended with code {server.returncode}; see what it said above")
        try:
            with urlopen(address, timeout=5) as answer:
                if answer.status == 200:
                    return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.5)
    raise MachineError(
        f"the Prefect server did not answer within {START_SECONDS:.0f} seconds; look at the machine's load"
    )


def serve(output: Path) -> None:
    """Serve the flow, with its schedule, until the process is ended."""
    # Prefect reads the environment when it is imported
    from prefect.schedules import Cron

    from flows.nightly import nightly

    nightly.serve(
        name="nightly",
        schedule=Cron(CRON, timezone=ZONE),
        parameters={"output": str(output)},
        limit=1,
        pause_on_shutdown=False,
    )


def _stop(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def main() -> None:
    """Serve with the server that PREFECT_API_URL names, or with one of our own."""
    output = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_OUTPUT
    prefect_settings(output)
    # a service manager ends us with SIGTERM: our server must go too
    signal.signal(signal.SIGTERM, _stop)
    if "PREFECT_API_URL" in os.environ:
        serve(output)
        return
    with own_server() as address:
        os.environ["PREFECT_API_URL"] = address
        serve(output)


if __name__ == "__main__":
    main()
