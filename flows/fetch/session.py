"""A session: asks for addresses, one host in a polite pace, and says of each what came of it."""

from __future__ import annotations

import logging
import random
import re
import threading
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

import httpx2

from flows.fetch.clock import Clock
from flows.fetch.guard import Guard, check_address
from flows.fetch.limits import ROBOTS_BYTES, Limits
from flows.fetch.outcome import Fetched, FetchError, Known, Outcome, Refused, Unchanged
from flows.fetch.pace import Pace
from flows.fetch.retry import MAY_PASS, backoff, retry_after
from flows.fetch.robots import Robots
from flows.fetch.sniff import HTML, PDF, sniff
from flows.fetch.wire import WITH_CONTENT, Answer, Wire

log = logging.getLogger("turnaround.fetch")

REDIRECTS = frozenset({301, 302, 303, 307, 308})
# faults of a host rather than of an address; after some in a row the host is left alone
_HOST_FAULTS = frozenset({"not_resolved", "not_reached", "too_slow", "broken_response", "server_error", "rate_limited"})


@dataclass(frozen=True, slots=True)
class Manners:
    """How we ask: who we say we are, and how often a host is asked. ``interval`` in seconds."""

    agent: str
    contact: str
    interval: float
    at_once: int = 1

    @property
    def user_agent(self) -> str:
        """The User-Agent header: what asks, and where its operator is reached."""
        contact = self.contact if re.match("https?://", self.contact) else f"mailto:{self.contact}"
        return f"{self.agent} (+{contact})"

    @property
    def robot(self) -> str:
        """The name that robots.txt knows us by (RFC 9309: letters, _ and -)."""
        return self.agent.partition("/")[0]


class Session:
    """Fetches addresses; may be used by several threads at once."""

    def __init__(
        self,
        manners: Manners,
        limits: Limits | None = None,
        *,
        guard: Guard | None = None,
        clock: Clock | None = None,
        wire: Wire | None = None,
        chance: random.Random | None = None,
        pace: Pace | None = None,
    ) -> None:
        self._limits = Limits() if limits is None else limits
        self._clock = Clock() if clock is None else clock
        self._wire = Wire(Guard() if guard is None else guard, self._clock) if wire is None else wire
        # several sessions may share one, so that a host has its rest whoever asks
        self._pace = Pace(self._clock, 0.0, manners.at_once) if pace is None else pace
        self._interval = manners.interval
        # not for secrets: it only spreads the moments of retries
        self._chance = random.Random() if chance is None else chance
        self._headers = {"User-Agent": manners.user_agent, "Accept": "*/*", "Accept-Language": "en-GB,en;q=0.8"}
        self._robots = Robots(self._load_robots, manners.robot, self._clock)
        self._failures: Counter[str] = Counter()
        self._lock = threading.Lock()

    def get(self, url: str, accepted: Collection[str] = (), known: Known | None = None) -> Outcome:
        """Ask for ``url``.

        Args:
            url: the address.
            accepted: media types that are wanted, told from the bytes; empty for any.
            known: what was fetched from there before, whose bytes are still at hand; asks only for something newer.
        """
        try:
            answer = self._try_often(lambda: self._follow(url, self._limits, known, robots=True))
            at = self._clock.now()
            if answer.status == 304:
                if known is None or not _validators(answer.url, known):
                    message = f"{url}: the server says that nothing changed, but was not asked that; tell its operator"
                    raise FetchError("http_error", message)
                return Unchanged(replace(known, checked_at=at), at)
            media_type = sniff(answer.body, answer.headers.get("content-type"))
            _check_type(url, media_type, accepted)
        except FetchError as fault:
            log.debug("%s: %s", fault.reason, fault.message)
            self._count(fault)
            return Refused(url, fault.reason, fault.message, fault.again)
        headers = tuple((key.decode("latin-1"), value.decode("latin-1")) for key, value in answer.headers.raw)
        return Fetched(url, str(answer.url), answer.status, headers, answer.raw, answer.body, media_type, at)

    def _load_robots(self, address: str) -> Answer:
        limits = replace(self._limits, sent_bytes=ROBOTS_BYTES, unpacked_bytes=ROBOTS_BYTES)
        return self._try_often(lambda: self._follow(address, limits, None, robots=False))

    def _try_often(self, ask: Callable[[], Answer]) -> Answer:
        """Ask, and ask again where that may help.

        Raises:
            FetchError: the last try failed, or the server asks to wait too long.
        """
        tries = 0
        while True:
            tries += 1
            try:
                return ask()
            except FetchError as fault:
                if not fault.again or fault.host is None or tries >= self._limits.tries:
                    raise
                wait = backoff(tries, self._limits.first_wait, self._chance) if fault.after is None else fault.after
                if wait > self._limits.longest_wait:
                    message = f"{fault.message}; it asks to wait {wait:.0f} seconds: run again after that"
                    raise FetchError("rate_limited", message, fault.host, again=True) from fault
                self._pace.hold_off(fault.host, wait)

    def _follow(self, address: str, limits: Limits, known: Known | None, *, robots: bool) -> Answer:
        """Ask for an address and go where it is redirected to; each of them is checked anew.

        Raises:
            FetchError: an address may not be asked for, or its answer is no content, no redirect and not 304.
        """
        start, seen = address, set[str]()
        for _ in range(limits.redirects + 1):
            url = check_address(address)
            if str(url) in seen:
                raise FetchError("redirects", f"{start}: redirects in a circle, over {url}; mend the link", url.host)
            seen.add(str(url))
            self._check_host(url.host)
            gap = self._robots.demand(url) if robots else None
            with self._pace.turn(url.host, max(self._interval, gap or 0.0)):
                answer = self._wire.ask(url, {**self._headers, **_validators(url, known)}, limits)
            self._check_status(answer, robots=robots)
            if answer.status not in REDIRECTS:
                self._succeeded(url.host)
                return answer
            address = _location(answer)
        raise FetchError("redirects", f"{start}: redirects more than {limits.redirects} times; mend the link")

    def _check_status(self, answer: Answer, *, robots: bool) -> None:
        status, url = answer.status, answer.url
        if status in MAY_PASS:
            reason = "rate_limited" if status == 429 else "server_error"
            after = retry_after(answer.headers.get("retry-after"), self._clock.now())
            raise FetchError(reason, f"{url}: status {status}; try later", url.host, again=True, after=after)
        if status in WITH_CONTENT or status in REDIRECTS or status == 304 or not robots:
            return
        if status in {404, 410}:
            raise FetchError("not_found", f"{url}: is not there (status {status}); mend the link", url.host)
        raise FetchError("http_error", f"{url}: status {status}; look at it, or ask the site's operator", url.host)

    def _check_host(self, host: str) -> None:
        with self._lock:
            failures = self._failures[host]
        if failures >= self._limits.failures_of_host:
            message = f"{host}: failed {failures} times in a row and is left alone for this run; try later"
            raise FetchError("host_failing", message, again=True)

    def _count(self, fault: FetchError) -> None:
        with self._lock:
            if fault.reason in _HOST_FAULTS and fault.host is not None:
                self._failures[fault.host] += 1

    def _succeeded(self, host: str) -> None:
        with self._lock:
            self._failures[host] = 0


def _validators(url: httpx2.URL, known: Known | None) -> Mapping[str, str]:
    """Return the headers that ask for something newer; only where the known content came from this very address."""
    if known is None or known.final_url != str(url):
        return {}
    given = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in given.items() if value is not None}


def _location(answer: Answer) -> str:
    location = answer.headers.get("location")
    if not location:
        raise FetchError("http_error", f"{answer.url}: redirects to nowhere; tell its operator", answer.url.host)
    try:
        return str(answer.url.join(location))
    except (httpx2.InvalidURL, ValueError) as error:
        message = f"{answer.url}: redirects to {location[:100]!a}, which is no address; tell its operator"
        raise FetchError("bad_address", message, answer.url.host) from error


def _check_type(url: str, media_type: str, accepted: Collection[str]) -> None:
    if accepted and media_type not in accepted:
        wanted = " or ".join(sorted(accepted))
        what = "a web page, as of an error" if media_type == HTML else media_type
        reason = "not_a_pdf" if set(accepted) == {PDF} else "wrong_type"
        raise FetchError(reason, f"{url}: {wanted} is wanted, there is {what}; look at it")
