"""Doing many works in two processes, and few in this one."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait as wait_for_end

from flows.errors import MachineError
from flows.reading import Done, Work, do_work

PROCESSES = 2
# below this a second process costs more than it saves: it takes about a second to start
FEW_BYTES = 4_000_000
# results reach the cache piece by piece, so that a kill loses at most this much per process
PIECE_BYTES = 2_000_000
PIECE_WORKS = 32
# the HTML library keeps memory per page it has seen
PIECES_PER_PROCESS = 50
# the extraction makes many small records and no cycles; looking for cycles at every 700 takes a tenth of its time
OBJECTS_PER_COLLECTION = 50_000


def do_all(works: Sequence[Work]) -> Iterator[list[Done]]:
    """Do the works and yield the results piece by piece, as they are ready.

    Raises:
        MachineError: as ``do_work``, or a process was ended from outside or by a fault of a library.
        OSError: as ``do_work``.
    """
    pieces = cut(works)
    if sum(work.size for work in works) <= FEW_BYTES:
        yield from map(_do_piece, pieces)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(PROCESSES, context, initializer=_begin, max_tasks_per_child=PIECES_PER_PROCESS) as pool:
        waiting = {pool.submit(_do_piece, piece) for piece in pieces}
        try:
            while waiting:
                ready, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                for future in ready:
                    yield future.result()
        except BrokenProcessPool as error:
            raise MachineError(
                "a reading process ended before its work was done: it was killed (out of memory?) or a library failed; "
                "run again (what was read is kept), and look at the newest documents if it happens again"
            ) from error


def cut(works: Sequence[Work]) -> list[list[Work]]:
    """Cut the works into pieces of limited size and number, in their order."""
    pieces: list[list[Work]] = []
    total = 0
    for work in works:
        if not pieces or total + work.size > PIECE_BYTES or len(pieces[-1]) == PIECE_WORKS:
            pieces.append([])
            total = 0
        pieces[-1].append(work)
        total += work.size
    return pieces


def _do_piece(works: list[Work]) -> list[Done]:
    return [do_work(work) for work in works]


def _begin() -> None:
    """Prepare a fresh process: it ends with its parent, and the memory manager leaves what was imported alone."""
    end_with_parent()
    gc.freeze()
    gc.set_threshold(OBJECTS_PER_COLLECTION)


def end_with_parent() -> None:
    """End this process when its parent is killed: it would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is None:
        raise RuntimeError("a worker process has a parent")
    threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    wait_for_end([sentinel])
    os._exit(1)
