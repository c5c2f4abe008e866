"""Settings of libraries that must be in the environment before they are imported."""

from __future__ import annotations

import os
from pathlib import Path

from flows.layout import Layout

# nothing of a run is told to anybody; each name is documented by its library
TELEMETRY_OFF = {
    "DO_NOT_TRACK": "1",
    "GX_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
    "PREFECT_TELEMETRY_ENABLE_RESOURCE_METRICS": "false",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
}

PREFECT = {
    # the embedded server needs 10 to 40 seconds the first time, when it makes its database
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
    "PREFECT_SERVER_API_HOST": "127.0.0.1",
    # what a run tells, it tells itself
    "PREFECT_LOGGING_LEVEL": "WARNING",
}


def telemetry_off() -> None:
    """Turn off all telemetry of libraries, unless the environment says otherwise."""
    for name, value in TELEMETRY_OFF.items():
        os.environ.setdefault(name, value)


def prefect_settings(output: Path) -> None:
    """Give Prefect a home of its own below the output, unless the environment names one.

    Raises:
        OSError: the output cannot be written; Prefect itself would try for minutes.
    """
    telemetry_off()
    for name, value in PREFECT.items():
        os.environ.setdefault(name, value)
    home = Layout(output).prefect_home
    home.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("PREFECT_HOME", str(home.resolve()))
