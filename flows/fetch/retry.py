"""When a request is tried again, and after how long."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# RFC 9110: 408, 500, 502, 503 and 504 may pass; RFC 8470: 425; RFC 6585: 429
MAY_PASS = frozenset({408, 425, 429, 500, 502, 503, 504})


def backoff(tries: int, first: float, chance: random.Random) -> float:
    """Return seconds to wait after ``tries`` tries: doubling from ``first``, and up to half of it less by chance.

    The chance keeps many clients from coming back at one moment.
    """
    return float(first * 2 ** (tries - 1) * chance.uniform(0.5, 1.0))


def retry_after(value: str | None, now: datetime) -> float | None:
    """Return the seconds that a Retry-After header asks for (RFC 9110: seconds or a date), None where it is unclear."""
    if value is None:
        return None
    text = value.strip()
    if text.isascii() and text.isdecimal():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
