"""Talk: what a run says on standard error while it works."""

from __future__ import annotations

import logging
import sys
import time
from dataclasses import dataclass, field

import click


class _Words(logging.Handler):
    """Say records in plain words; looked up anew each time, because tests and terminals exchange the stream."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print the record."""
        level = "" if record.levelno < logging.WARNING else f"{record.levelname.lower()}: "
        click.echo(f"{level}{record.getMessage()}", err=True)


def talk_to_stderr() -> None:
    """Let our own log speak on standard error, once."""
    logger = logging.getLogger("turnaround")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    if not any(isinstance(handler, _Words) for handler in logger.handlers):
        logger.addHandler(_Words())


@dataclass(slots=True)
class Progress:
    """How far the reading is: on a terminal one line that is written over, elsewhere a line every few seconds."""

    every: float = 5.0
    _last: float = field(default_factory=time.monotonic)

    def __call__(self, done: int, total: int) -> None:
        """Tell that ``done`` of ``total`` files are read."""
        if sys.stderr.isatty():
            click.echo(f"\rreading: {done} of {total}", nl=done == total, err=True)
        elif done == total or time.monotonic() - self._last >= self.every:
            self._last = time.monotonic()
            click.echo(f"reading: {done} of {total}", err=True)
