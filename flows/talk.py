"""Talk: what a run says on standard error while it works."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
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


_BAR = 24


@dataclass(slots=True)
class Progress:
    """How far the reading is, with its rate and what is left: on a terminal a bar, elsewhere a line now and then."""

    every: float = 5.0
    clock: Callable[[], float] = time.monotonic
    _began: float = field(init=False)
    _last: float = field(init=False)

    def __post_init__(self) -> None:
        """Begin to count."""
        self._began = self._last = self.clock()

    def __call__(self, done: int, total: int) -> None:
        """Tell that ``done`` of ``total`` files are read."""
        if sys.stderr.isatty():
            full = _BAR * done // max(total, 1)
            # what was longer before is wiped out to the end of the line
            bar = f"\r[{'#' * full}{'.' * (_BAR - full)}] {self._told(done, total)}\x1b[K"
            click.echo(bar, nl=done == total, err=True)
        elif done == total or self.clock() - self._last >= self.every:
            self._last = self.clock()
            click.echo(f"reading: {self._told(done, total)}", err=True)

    def _told(self, done: int, total: int) -> str:
        seconds = self.clock() - self._began
        if not done or seconds <= 0:
            return f"{done} of {total}"
        rate = done / seconds
        left = f", {_span((total - done) / rate)} left" if done < total else ""
        return f"{done} of {total}, {rate:.1f} a second{left}"


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
