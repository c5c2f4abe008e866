"""Running the flow from the command line."""

from __future__ import annotations

import logging
import os
import signal
import time
from datetime import date
from pathlib import Path

from flows.errors import OutputBusyError
from flows.job import Job
from flows.leftovers import mark_run, servers_left_behind
from flows.lock import holder
from flows.quiet import prefect_settings
from flows.run import Outcome

log = logging.getLogger("turnaround.run")


def run_through_prefect(
    job: Job, folder: Path | None, output: Path, as_of: date | None, statistics: Path | None = None
) -> tuple[Outcome, float]:
    """Run the flow ``nightly`` with the embedded server, or the one that PREFECT_API_URL names.

    Raises:
        TurnaroundError: as the run itself.
        OutputBusyError: another run holds the output; told before the server is started.
    """
    started = time.monotonic()
    other = holder(job.layout.lock)
    if other is not None:
        raise OutputBusyError(f"the output {output} is held by {other}: wait until it has finished, or name another")
    prefect_settings(output)
    for server in servers_left_behind(job.layout.prefect_home):
        log.info("ending the Prefect server (process %d) that a killed run left behind", server)
        os.kill(server, signal.SIGTERM)
    mark_run()
    # Prefect reads the environment when it is imported
    from flows.nightly import nightly

    day = None if as_of is None else as_of.isoformat()
    outcome = nightly(_text(folder), str(output), day, _text(statistics))
    return outcome, time.monotonic() - started


def _text(path: Path | None) -> str | None:
    return None if path is None else str(path)
