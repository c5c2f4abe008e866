"""Serve the nightly flow: ``python -m flows.serve [OUTPUT]`` in the project's folder waits and runs it every night.

The schedule is 02:00 in England, summer and winter. A run that is still going when the next is due is not doubled.
"""

from __future__ import annotations

import sys
from pathlib import Path

from flows.layout import DEFAULT_OUTPUT
from flows.quiet import prefect_settings

CRON = "0 2 * * *"
ZONE = "Europe/London"


def main() -> None:
    """Serve until the process is ended."""
    output = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_OUTPUT
    prefect_settings(output)
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


if __name__ == "__main__":
    main()
