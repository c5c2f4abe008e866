"""Many sources that list addresses, pulled at once: different hosts side by side, one host by one at a time."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from flows.feeds.address import host_of
from flows.feeds.declared import declared
from flows.feeds.ledger import Ledger, open_ledger
from flows.feeds.take import StoppedError, Take, read_list_file
from flows.fetch.archive import Archive
from flows.fetch.clock import Clock
from flows.fetch.memory import Memory, open_memory
from flows.fetch.opening import Fetcher, manners_of
from flows.fetch.pace import Pace
from flows.fetch.session import Manners, Session
from flows.intake import Intake, Pulled
from flows.relevance import compiled_scan

log = logging.getLogger("turnaround.pull")

AT_ONCE = 64
# a pull that goes on for longer ends in good order, and the next one goes on; the nightly flow allows it an hour
MOST_SECONDS = 45 * 60.0
_TOLD_EVERY = 15.0

MakeSession = Callable[[Manners], Session]


class Sessions:
    """The sessions of one pull: sources with the same manners share one, and all share the pace of each host."""

    def __init__(self, stop: threading.Event) -> None:
        clock = Clock(sleep=_sleeper(stop))
        self._clock, self._pace = clock, Pace(clock, 0.0)
        self._made: dict[Manners, Session] = {}

    def __call__(self, manners: Manners) -> Session:
        """Return the session for these manners; called by one thread."""
        if manners not in self._made:
            self._made[manners] = Session(manners, clock=self._clock, pace=self._pace)
        return self._made[manners]


def sessions() -> Sessions:
    """Return the sessions of something that is not interrupted from another thread."""
    return Sessions(threading.Event())


def _sleeper(stop: threading.Event) -> Callable[[float], None]:
    def sleep(seconds: float) -> None:
        if stop.wait(seconds):
            raise StoppedError("interrupted")

    return sleep


@dataclass(frozen=True, slots=True)
class _Shared:
    memory: Memory
    ledger: Ledger
    stop: threading.Event
    ends: float

    def stopped(self) -> str | None:
        """Return why no more may be asked for, or None."""
        if self.stop.is_set():
            return "interrupted"
        return "the time of a run is up, the next one goes on" if time.monotonic() >= self.ends else None


def pull_list(into: Intake, without: Collection[Path]) -> Pulled:
    """Take one source that lists addresses; see ``pull_lists``."""
    del without
    return pull_lists([into])[0]


def pull_lists(
    intakes: Sequence[Intake],
    make_session: MakeSession | None = None,
    at_once: int = AT_ONCE,
    most_seconds: float = MOST_SECONDS,
) -> list[Pulled]:
    """Take sources that list addresses, ``at_once`` of them side by side; ``make_session`` is for tests.

    The intakes must share one store that several threads may write. After ``most_seconds`` no more is asked for. Then,
    and when the pull is interrupted, each source is brought to an end in good order.

    Raises:
        WrongUseError: a declaration lacks its contact, or a pattern or selector in it is none.
        MachineError: the store, the memory or the ledger cannot be read or written.
    """
    if not intakes:
        return []
    for into in intakes:
        # what is wrong is told before anything is asked for
        if declared(into.source).read is None:
            read_list_file(into.source)
    if any(into.source.settings.get("relevance") for into in intakes):
        # once for all threads, each of which would else compile its own
        compiled_scan()
    stop = threading.Event()
    make = Sessions(stop) if make_session is None else make_session
    made = {into.source.id: make(manners_of(into.source)) for into in intakes}
    root = intakes[0].store.root
    with open_memory(root / "fetched.sqlite") as memory, open_ledger(root / "listed.sqlite") as ledger:
        memory.begin_night(intakes[0].moment.at)
        shared = _Shared(memory, ledger, stop, time.monotonic() + most_seconds)
        pulled = _run(_lanes(intakes), shared, made, at_once)
    return [pulled[into.source.id] for into in intakes]


def _lanes(intakes: Iterable[Intake]) -> list[list[Intake]]:
    """Put the sources of one host into one lane, where they take turns."""
    lanes: dict[str, list[Intake]] = {}
    for into in intakes:
        url = into.source.settings.get("url")
        lanes.setdefault(into.source.id if url is None else host_of(str(url)), []).append(into)
    return list(lanes.values())


def _run(
    lanes: Sequence[Sequence[Intake]], shared: _Shared, sessions: dict[str, Session], at_once: int
) -> dict[str, Pulled]:
    pulled: dict[str, Pulled] = {}
    total = sum(len(lane) for lane in lanes)
    with ThreadPoolExecutor(at_once, thread_name_prefix="pull") as pool, ExitStack() as ending:
        ending.callback(pool.shutdown, wait=True, cancel_futures=True)
        # first, so that whoever waits wakes up; after a whole pull nobody does
        ending.callback(shared.stop.set)
        waiting: list[Future[list[Pulled]]] = [pool.submit(_lane, lane, shared, sessions) for lane in lanes]
        begun = told = time.monotonic()
        for future in as_completed(waiting):
            pulled |= {one.source: one for one in future.result()}
            if time.monotonic() - told >= _TOLD_EVERY:
                told = time.monotonic()
                log.info("%d of %d sources pulled, %.1f a second", len(pulled), total, len(pulled) / (told - begun))
    return pulled


def _lane(lane: Sequence[Intake], shared: _Shared, sessions: dict[str, Session]) -> list[Pulled]:
    return [_one(into, shared, sessions[into.source.id]) for into in lane if not shared.stop.is_set()]


def _one(into: Intake, shared: _Shared, session: Session) -> Pulled:
    source, at = into.source, into.moment.at
    user_agent = manners_of(source).user_agent
    with Archive(into.store.root / "warc" / source.id, at, user_agent) as archive:
        most = int(source.settings["requests_per_run"])
        fetcher = Fetcher(session, into.store, shared.memory, archive, at, most)
        return Take(into, fetcher, shared.ledger, shared.stopped).run()
