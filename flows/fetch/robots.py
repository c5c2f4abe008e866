"""What the robots.txt of a site allows us (RFC 9309, by protego); where it cannot be read, nothing is allowed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

import httpx2
from protego import Protego

from flows.fetch.clock import Clock
from flows.fetch.outcome import FetchError
from flows.fetch.sniff import HTML, sniff
from flows.fetch.wire import Answer

# RFC 9309, section 2.4: not longer than a day
KEPT_SECONDS = 24 * 3600.0
# a site that could not answer is asked again after this
FAULT_KEPT_SECONDS = 3600.0
# a site that wants a longer gap is not for a nightly run
LONGEST_DELAY = 300.0


@dataclass(frozen=True, slots=True)
class _Rules:
    """A site's rules, or why they are not known; ``until`` is when they are asked for again."""

    parsed: Protego | None
    fault: FetchError | None
    until: float


class Robots:
    """The rules of the sites, each kept for a day.

    ``load`` fetches a robots.txt, following redirects and trying again; it returns an answer whatever its status.
    ``agent`` is the name that rules are looked up under.
    """

    def __init__(self, load: Callable[[str], Answer], agent: str, clock: Clock) -> None:
        self._load, self._agent, self._clock = load, agent, clock
        self._known: dict[str, _Rules] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def demand(self, url: httpx2.URL) -> float | None:
        """Return the seconds that the site wants between requests (None: it says nothing), if ``url`` is allowed.

        Raises:
            FetchError: it is not allowed, or it is not known what is.
        """
        rules = self._rules(url)
        if rules.fault is not None:
            raise FetchError(rules.fault.reason, rules.fault.message, url.host)
        if rules.parsed is None:
            return None
        if not rules.parsed.can_fetch(str(url), self._agent):
            message = f"{url}: the site's robots.txt forbids it; leave it out, or ask the site's operator"
            raise FetchError("robots_forbid", message, url.host)
        delay = rules.parsed.crawl_delay(self._agent)
        rate = rules.parsed.request_rate(self._agent)
        gaps = [] if delay is None else [float(delay)]
        if rate is not None and rate.requests > 0:
            gaps.append(rate.seconds / rate.requests)
        if gaps and max(gaps) > LONGEST_DELAY:
            message = f"{url}: the site wants {max(gaps):g} seconds between requests, we wait {LONGEST_DELAY:g} at most"
            raise FetchError("robots_forbid", f"{message}; leave it out", url.host)
        return max(gaps) if gaps else None

    def _rules(self, url: httpx2.URL) -> _Rules:
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        with self._lock:
            lock = self._locks.setdefault(origin, threading.Lock())
        with lock:
            known = self._known.get(origin)
            if known is None or known.until <= self._clock.monotonic():
                known = self._known[origin] = self._ask(f"{origin}/robots.txt", url.host)
            return known

    def _ask(self, address: str, host: str) -> _Rules:
        now = self._clock.monotonic()
        try:
            answer = self._load(address)
            parsed = _parse(answer, address)
        except FetchError as fault:
            if fault.reason in {"private_address", "bad_address"}:
                return _Rules(None, fault, now + FAULT_KEPT_SECONDS)
            message = f"{address}: not known what is allowed, so nothing is fetched ({fault.message})"
            return _Rules(None, FetchError("robots_unknown", message, host), now + FAULT_KEPT_SECONDS)
        return _Rules(parsed, None, now + KEPT_SECONDS)


def _parse(answer: Answer, address: str) -> Protego | None:
    """Return the rules, None where the site has none.

    Raises:
        FetchError: the status or the content leaves open what is allowed.
    """
    if answer.status in {404, 410}:
        return None
    if answer.status != 200:
        raise FetchError("http_error", f"status {answer.status}; ask the site's operator")
    if sniff(answer.body, None) == HTML:
        raise FetchError("wrong_type", "a web page stands there instead of rules; ask the site's operator")
    return Protego.parse(answer.body.decode("utf-8-sig", "replace"))
