"""Memory of a process with its children, as Linux counts it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

PAGE = os.sysconf("SC_PAGE_SIZE")
PROC = Path("/proc")


def resident(process: int) -> int:
    """Return the bytes of memory that a process and its descendants hold; what they share is counted for each.

    0 where it has ended, or where there is no /proc to read.
    """
    return sum(_pages(one) for one in _tree(process)) * PAGE


def _tree(process: int) -> Iterator[int]:
    yield process
    try:
        threads = sorted((PROC / str(process) / "task").iterdir())
        children = [child for thread in threads for child in (thread / "children").read_text().split()]
    except OSError:
        return
    for child in children:
        yield from _tree(int(child))


def _pages(process: int) -> int:
    try:
        return int((PROC / str(process) / "statm").read_text().split()[1])
    except OSError:
        return 0
