"""One run at a time per output and per store.

The lock is the operating system's (flock): it goes when its process ends, however it ends, so a lock that a killed run
left behind holds nobody up. The file's content only tells people who holds it.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.errors import OutputBusyError


def _holder(descriptor: int) -> str:
    try:
        pid = json.loads(os.pread(descriptor, 4096, 0))["pid"]
    except (ValueError, KeyError, TypeError):
        return "another process (it has not yet written its number)"
    return f"process {pid}"


@contextmanager
def hold(path: Path, what: str, patience: float = 0.0) -> Iterator[None]:
    """Hold the lock file ``path`` while the block runs.

    Args:
        path: the lock file; made with its folder where missing.
        what: what the lock guards, for the message.
        patience: seconds to wait for another holder to finish.

    Raises:
        OutputBusyError: another process holds it; the message names the process and how to mend it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        _acquire(descriptor, what, patience)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps({"pid": os.getpid()}).encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _acquire(descriptor: int, what: str, patience: float) -> None:
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() >= deadline:
                holder = _holder(descriptor)
                raise OutputBusyError(
                    f"{what} is held by {holder}: wait until it has finished or, if it hangs, end that process; "
                    "or give this run another folder with --output"
                ) from None
            time.sleep(0.05)


def holder(path: Path) -> str | None:
    """Say who holds the lock file ``path``; None where nobody does."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return _holder(descriptor)
        return None
    finally:
        os.close(descriptor)
