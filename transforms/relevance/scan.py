"""The scan of a page's raw bytes for the topic's phrases, before anything is parsed.

Hyperscan finds all phrases in one pass at about a gigabyte a second. It is a dependency; without it nothing is
filtered, and whoever asks for a scan is told so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from transforms.relevance.outside import without_links
from transforms.relevance.patterns import Pattern

_WIDE = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class ScanUnavailableError(RuntimeError):
    """Hyperscan cannot be loaded; the message names the mend."""


def _hyperscan() -> Any:
    try:
        import hyperscan
    except ImportError as error:
        raise ScanUnavailableError(
            f"the scan for phrases needs the package hyperscan ({error}); install it (there are wheels for Linux and "
            "macOS on x86-64 and ARM), or leave out sources with relevance = true"
        ) from error
    return hyperscan


def compile_scan(patterns: Sequence[Pattern]) -> bytes:
    """Return the database of the patterns as bytes, which ``Scan`` loads in a millisecond; this takes about a second.

    Raises:
        ScanUnavailableError: there is no hyperscan.
    """
    hyperscan = _hyperscan()
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    once = hyperscan.HS_FLAG_SINGLEMATCH
    database.compile(
        expressions=[pattern.expression for pattern in patterns],
        ids=list(range(len(patterns))),
        elements=len(patterns),
        flags=[once | (hyperscan.HS_FLAG_CASELESS if pattern.caseless else 0) for pattern in patterns],
    )
    return bytes(hyperscan.dumpb(database))


class Scan:
    """Tells whether bytes hold enough of the topic. One per thread: a database has one room to work in."""

    def __init__(self, compiled: bytes, patterns: Sequence[Pattern], enough: int) -> None:
        hyperscan = _hyperscan()
        self._database = hyperscan.loadb(compiled, hyperscan.HS_MODE_BLOCK)
        self._scratch = hyperscan.Scratch(self._database)
        self._database.scratch = self._scratch
        self._terminated = hyperscan.ScanTerminated
        self._points = [pattern.points for pattern in patterns]
        self._phrases = [pattern.phrase for pattern in patterns]
        self._enough = enough

    def passes(self, data: bytes) -> bool:
        """Return whether the distinct phrases in ``data`` are worth enough, links, scripts and menus left out.

        Most pages are told by a look at all their bytes; of those that pass, a teaser of another article
        may be the cause.
        """
        data = _narrow(data)
        return self._holds_enough(data) and self._holds_enough(without_links(data))

    def _holds_enough(self, data: bytes) -> bool:
        """Return whether the distinct phrases in ``data`` are worth enough; stops as soon as they are."""
        total = 0

        def count(found: int, start: int, end: int, flags: int, context: object) -> bool:
            nonlocal total
            total += self._points[found]
            return total >= self._enough

        try:
            self._database.scan(data, match_event_handler=count)
        except self._terminated:
            return True
        return total >= self._enough

    def phrases(self, data: bytes) -> frozenset[str]:
        """Return the distinct phrases in all of ``data``."""
        found: set[str] = set()

        def note(number: int, start: int, end: int, flags: int, context: object) -> None:
            found.add(self._phrases[number])

        self._database.scan(_narrow(data), match_event_handler=note)
        return frozenset(found)


def _narrow(data: bytes) -> bytes:
    """Return a page in UTF-16 as UTF-8: no phrase would be found in it."""
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return data.decode(encoding, "replace").encode("utf-8", "replace")
    return data
