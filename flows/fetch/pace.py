"""The pace: a host is asked by few at once, and not again before some time is over."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from flows.fetch.clock import Clock


@dataclass(slots=True)
class _Host:
    seats: threading.Semaphore
    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0


class Pace:
    """Keeps ``interval`` seconds from the end of a request to a host to the next, ``at_once`` at a time."""

    def __init__(self, clock: Clock, interval: float, at_once: int = 1) -> None:
        self._clock, self._interval, self._at_once = clock, interval, at_once
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, host: str, interval: float | None = None) -> Iterator[None]:
        """Wait until ``host`` may be asked; ``interval`` is what the site asks for, if it is longer than ours."""
        known = self._host(host)
        with known.seats:
            gap = max(self._interval, interval or 0.0)
            with known.lock:
                wait = known.free_at - self._clock.monotonic()
                known.free_at = max(known.free_at, self._clock.monotonic()) + gap
            if wait > 0:
                self._clock.sleep(wait)
            try:
                yield
            finally:
                with known.lock:
                    known.free_at = max(known.free_at, self._clock.monotonic() + gap)

    def hold_off(self, host: str, seconds: float) -> None:
        """Let nobody ask ``host`` for so many seconds."""
        known = self._host(host)
        with known.lock:
            known.free_at = max(known.free_at, self._clock.monotonic() + seconds)

    def _host(self, host: str) -> _Host:
        with self._lock:
            if host not in self._hosts:
                self._hosts[host] = _Host(threading.Semaphore(self._at_once))
            return self._hosts[host]
