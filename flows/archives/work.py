"""Sifting several files in two processes, one or few in this one; what comes is handed on piece by piece."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool

from flows.archives.locate import ArchiveFile
from flows.archives.records import Place
from flows.archives.sifting import Passes, Piece, sift
from flows.errors import MachineError
from flows.pool import PROCESSES, end_with_parent
from flows.relevance import compiled_scan, make_scan

# below this a second process costs more than it saves
FEW_BYTES = 64 * 1024 * 1024


class Everything:
    """The scan of a source that is not general: everything passes."""

    def passes(self, data: bytes) -> bool:
        """Return true."""
        return True


Start = tuple[ArchiveFile, Place]


def sift_all(starts: Sequence[Start], *, relevant_only: bool) -> Iterator[tuple[ArchiveFile, Piece]]:
    """Yield the pieces of the files, those of one file in their order.

    Raises:
        OSError: a file cannot be read.
        MachineError: hyperscan cannot be loaded, or a process was ended from outside or by a fault of a library.
    """
    if len(starts) < PROCESSES or sum(file.size - place.offset for file, place in starts) <= FEW_BYTES:
        scan = make_scan() if relevant_only else Everything()
        for file, place in starts:
            yield from ((file, piece) for piece in _sift(file, place, scan))
        return
    compiled = compiled_scan() if relevant_only else None
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(PROCESSES, context, initializer=_begin, initargs=(compiled,))
    try:
        yield from _in_pool(pool, starts)
    except BrokenProcessPool as error:
        raise MachineError(
            "a process that sifted an archive ended before its work was done: it was killed (out of memory?) or a "
            "library failed; run again (it goes on where it was), and leave the file out if it happens again"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _sift(file: ArchiveFile, place: Place, scan: Passes) -> Iterator[Piece]:
    with file.open() as handle:
        yield from sift(handle, place, scan)


def _in_pool(pool: ProcessPoolExecutor, starts: Sequence[Start]) -> Iterator[tuple[ArchiveFile, Piece]]:
    left = list(reversed(starts))
    running: dict[Future[list[Piece]], ArchiveFile] = {}
    while left or running:
        while left and len(running) < PROCESSES:
            file, place = left.pop()
            running[pool.submit(_pieces, file, place)] = file
        ready, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in sorted(ready, key=lambda each: running[each].name):
            file = running.pop(future)
            pieces = future.result()
            yield from ((file, piece) for piece in pieces)
            following = pieces[-1].following
            if following is not None:
                left.append((file, following))


_scan: Passes | None = None


def _begin(compiled: bytes | None) -> None:
    """Prepare a fresh process: it ends with its parent, and only the parent is told of Ctrl-C."""
    global _scan
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _scan = Everything() if compiled is None else make_scan(compiled)
    end_with_parent()


def _pieces(file: ArchiveFile, place: Place) -> list[Piece]:
    """Return the next piece of a file; all that are left of one in which no place can be reached but from its start."""
    if _scan is None:
        raise RuntimeError("the process was not prepared")
    pieces = []
    for piece in _sift(file, place, _scan):
        pieces.append(piece)
        if piece.following is None or not piece.following.skip:
            break
    return pieces
