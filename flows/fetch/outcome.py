"""What comes of asking for an address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an address from the last time: where the content came from in the end, its hash, its validators.

    ``checked_at`` is when the server last said that this is the content.
    """

    url: str
    final_url: str
    sha256: str
    media_type: str
    etag: str | None
    last_modified: str | None
    checked_at: datetime


@dataclass(frozen=True, slots=True)
class Fetched:
    """Content that was fetched.

    ``body`` is the content without its transfer and content encodings, ``raw`` as it was sent (without chunking);
    ``media_type`` is told from the bytes, ``headers`` are the server's in their order.
    """

    url: str
    final_url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    raw: bytes
    body: bytes
    media_type: str
    retrieved_at: datetime

    def header(self, name: str) -> str | None:
        """Return the first header of this name (small letters), or None."""
        return next((value for key, value in self.headers if key.lower() == name), None)


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The server said that the content is still the one that is known."""

    known: Known
    at: datetime


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was taken, for ``reason`` (a code of ``expectations.codes.REJECT_REASONS``).

    ``message`` names the address, what happened there and the mend. ``for_now`` where the next run may well succeed.
    """

    url: str
    reason: str
    message: str
    for_now: bool


Outcome = Fetched | Unchanged | Refused


class FetchError(Exception):
    """A request that failed.

    ``host`` is the host that failed it. ``again`` says whether another try may help, ``after`` how many seconds the
    server asks to wait before it.
    """

    def __init__(
        self, reason: str, message: str, host: str | None = None, *, again: bool = False, after: float | None = None
    ) -> None:
        super().__init__(message)
        self.reason, self.message, self.host, self.again, self.after = reason, message, host, again, after
