"""What the last run did, for people and for whoever watches the night."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flows import files
from flows.layout import Layout

MOST_LOGS = 100


class JsonLines(logging.Formatter):
    """One JSON object per record: time, level, logger, message, and the trace of an error."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, Any] = {
            "at": at,
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def open_log(layout: Layout, started: datetime) -> logging.Handler:
    """Start the log of a run, drop the oldest ones, and return its handler."""
    layout.logs.mkdir(parents=True, exist_ok=True)
    old = sorted(layout.logs.glob("*.jsonl"))
    for path in old[: max(0, len(old) - MOST_LOGS + 1)]:
        path.unlink(missing_ok=True)
    handler = logging.FileHandler(log_path(layout, started), encoding="utf-8")
    handler.setFormatter(JsonLines())
    return handler


def log_path(layout: Layout, started: datetime) -> Path:
    """Where the log of the run lies that started then."""
    return layout.logs / f"{started.astimezone(UTC):%Y%m%dT%H%M%S.%fZ}.jsonl"


def write_status(layout: Layout, record: dict[str, Any]) -> None:
    """Note what a run did."""
    files.write_json(layout.status, record)


def read_status(layout: Layout) -> dict[str, Any] | None:
    """Return what the last run did; None where there was none."""
    return files.read_json(layout.status)
