"""The bounds of a fetch."""

from __future__ import annotations

from dataclasses import dataclass

MB = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one address may cost; times in seconds, sizes in bytes.

    ``between_bytes`` is how long the server may be silent, ``in_all`` how long one try may take from the look-up of the
    name to the last byte. ``longest_wait`` is how long a server may have us wait before the next try;
    ``failures_of_host`` after so many addresses in a row that failed for now, a host is left alone for the session.
    """

    sent_bytes: int = 64 * MB
    unpacked_bytes: int = 128 * MB
    connect: float = 10.0
    between_bytes: float = 20.0
    in_all: float = 120.0
    redirects: int = 5
    tries: int = 3
    first_wait: float = 2.0
    longest_wait: float = 300.0
    failures_of_host: int = 5


# RFC 9309, section 2.5: a parser must take at least 500 KiB
ROBOTS_BYTES = 500 * 1024
