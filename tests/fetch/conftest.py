"""A server on this machine that can misbehave, and sessions that may reach it and nothing else."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from flows.fetch.clock import Clock
from flows.fetch.guard import Guard
from flows.fetch.limits import Limits
from flows.fetch.session import Manners, Session

HOME = "127.0.0.1"
NOON = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)
MANNERS = Manners("Turnaround/0.1", "https://turnaround.example/contact", interval=2.0)
# small, so that what is endless ends soon
SHORT = Limits(connect=2.0, between_bytes=0.3, in_all=0.8, sent_bytes=200_000, unpacked_bytes=1_000_000)


class Handler(BaseHTTPRequestHandler):
    """Answers by the routes of its site."""

    protocol_version = "HTTP/1.1"
    site: Site

    def do_GET(self) -> None:
        """Answer one request, and close."""
        self.close_connection = True
        self.site.asked.append(Asked(self.path, self.headers.get("Host", ""), dict(self.headers.items())))
        try:
            self.site.routes.get(self.path, missing)(self)
        except (BrokenPipeError, ConnectionResetError):
            # the client hung up, as it should on most of these pages
            return

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        """Answer with status, headers (``_`` for ``-``) and content."""
        self.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Keep quiet."""


Route = Callable[[Handler], None]


def missing(handler: Handler) -> None:
    handler.answer(404, b"<html>not here</html>", Content_Type="text/html")


@dataclass(frozen=True)
class Asked:
    path: str
    host: str
    headers: dict[str, str]


@dataclass
class Site:
    """A server: its routes by path, and what it was asked for in order."""

    server: ThreadingHTTPServer
    routes: dict[str, Route] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    @property
    def port(self) -> int:
        return int(self.server.server_address[1])

    def url(self, path: str = "/", host: str = "site.test") -> str:
        return f"http://{host}:{self.port}{path}"

    def serve(self, path: str, body: bytes, status: int = 200, **headers: str) -> str:
        self.routes[path] = lambda handler: handler.answer(status, body, **headers)
        return self.url(path)

    def redirect(self, path: str, target: str, status: int = 302) -> str:
        return self.serve(path, b"", status, Location=target)

    def paths(self, *, robots: bool = False) -> list[str]:
        return [asked.path for asked in self.asked if robots or asked.path != "/robots.txt"]


@pytest.fixture
def make_site() -> Iterator[Callable[[], Site]]:
    servers: list[ThreadingHTTPServer] = []

    def make() -> Site:
        handler = type("SiteHandler", (Handler,), {})
        server = ThreadingHTTPServer((HOME, 0), handler)
        server.daemon_threads, server.block_on_close = True, False
        site = handler.site = Site(server)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        servers.append(server)
        return site

    yield make
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def site(make_site: Callable[[], Site]) -> Site:
    return make_site()


@dataclass
class Time:
    """A clock that does not wait: a sleep is over at once, and is remembered."""

    slept: list[float] = field(default_factory=list)
    start: datetime = NOON

    def monotonic(self) -> float:
        return time.monotonic() + sum(self.slept)

    def now(self) -> datetime:
        return self.start + timedelta(seconds=sum(self.slept))

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    @property
    def clock(self) -> Clock:
        return Clock(self.monotonic, self.now, self.sleep)


@pytest.fixture
def clock() -> Time:
    return Time()


@dataclass
class Names:
    """A name server: every name is this machine unless told; an answer can be a list of answers, given in turn."""

    answers: dict[str, list[list[str]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def __call__(self, host: str, port: int) -> list[str]:
        del port
        self.asked.append(host)
        known = self.answers.get(host, [[HOME]])
        return known.pop(0) if len(known) > 1 else known[0]


@pytest.fixture
def names() -> Names:
    return Names()


@pytest.fixture
def make_session(site: Site, clock: Time, names: Names) -> Callable[..., Session]:
    def make(limits: Limits = SHORT, manners: Manners = MANNERS, **options: Any) -> Session:
        options.setdefault("guard", Guard(names, frozenset({(HOME, site.port)})))
        return Session(manners, limits, clock=clock.clock, chance=random.Random(7), **options)

    return make


@pytest.fixture
def session(make_session: Callable[..., Session]) -> Session:
    return make_session()
