"""What a run says while it works."""

from __future__ import annotations

import io
import sys

import pytest

from flows.talk import Progress


class Terminal(io.StringIO):
    """A terminal that remembers what was written to it."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


class Clock:
    """A clock that is set by hand."""

    now = 100.0

    def __call__(self) -> float:
        """Return its time."""
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_a_log_gets_a_line_now_and_then_with_the_rate_and_what_is_left(clock, capsys):
    progress = Progress(every=5.0, clock=clock)
    for seconds, done in ((1, 10), (6, 30), (7, 35), (150, 400), (200, 1000)):
        clock.now = 100.0 + seconds
        progress(done, 1000)
    assert capsys.readouterr().err.splitlines() == [
        "reading: 30 of 1000, 5.0 a second, 3 min 14 s left",
        "reading: 400 of 1000, 2.7 a second, 3 min 45 s left",
        "reading: 1000 of 1000, 5.0 a second",
    ]


def test_a_terminal_gets_a_bar_that_is_written_over(clock, monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    progress = Progress(clock=clock)
    clock.now += 2
    progress(1, 4)
    clock.now += 2
    progress(4, 4)
    first, second = terminal.getvalue().split("\r")[1:]
    assert first == "[######..................] 1 of 4, 0.5 a second, 6 s left\x1b[K"
    assert second == "[########################] 4 of 4, 1.0 a second\x1b[K\n"
