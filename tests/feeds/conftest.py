"""Many sites on one server of this machine, told apart by their host names, and pulls that reach nothing else."""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from flows.codelists import load_codelists
from flows.feeds.together import MakeSession, pull_lists
from flows.fetch.clock import Clock
from flows.fetch.guard import Guard
from flows.fetch.limits import Limits
from flows.fetch.session import Manners, Session
from flows.intake import Intake, Moment, Pulled
from flows.inventory import Document, take_stock
from flows.sources import Source, parse_sources
from flows.store import RawStore

HOME = "127.0.0.1"
DAY = datetime(2026, 1, 31, 1, tzinfo=UTC)
LIMITS = Limits(connect=2.0, between_bytes=2.0, in_all=20.0, tries=1)
PDF = (Path(__file__).resolve().parents[2] / "raw" / "articles" / "ellenshire-inspection-report.pdf").read_bytes()


@dataclass(frozen=True)
class Asked:
    """One request: host without port, path, whether it asked for something newer, and the status it got."""

    host: str
    path: str
    conditional: bool
    status: int


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    web: Web

    def do_GET(self) -> None:
        self.close_connection = True
        host = self.headers.get("Host", "").partition(":")[0]
        found = self.web.pages.get((host, self.path))
        if callable(found):
            found = found(self.path)
        status, headers, body = (404, {}, b"not here") if found is None else found
        conditional = any(name in self.headers for name in ("If-None-Match", "If-Modified-Since"))
        if status == 200 and headers.get("ETag") is not None and self.headers.get("If-None-Match") == headers["ETag"]:
            status, body = 304, b""
        with self.web.lock:
            self.web.asked.append(Asked(host, self.path, conditional, status))
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            # the client had enough of it
            return

    def log_message(self, *args: Any) -> None:
        """Keep quiet."""


Page = tuple[int, Mapping[str, str], bytes]


@dataclass
class Web:
    """The pages by host and path, or a function of the path for a path that ends in ``*``."""

    server: ThreadingHTTPServer
    pages: dict[tuple[str, str], Page | Callable[[str], Page]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def port(self) -> int:
        return int(self.server.server_address[1])

    def url(self, path: str, host: str = "news.test") -> str:
        return f"http://{host}:{self.port}{path}"

    def put(
        self, path: str, body: bytes | str, media_type: str = "text/html; charset=utf-8", *,
        host: str = "news.test", status: int = 200, etag: bool = True, **headers: str,
    ) -> str:  # fmt: skip
        data = body.encode() if isinstance(body, str) else body
        tag = {"ETag": f'"{hashlib.sha256(data).hexdigest()[:16]}"'} if etag else {}
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[host, path] = (status, {"Content-Type": media_type, **tag, **given}, data)
        return self.url(path, host)

    def feed(self, path: str, *items: str, host: str = "news.test", head: str = "") -> str:
        """Put an RSS feed there; an item is its inner XML."""
        inner = "".join(f"<item>{item}</item>" for item in items)
        rss = f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{head}{inner}</channel></rss>'
        return self.put(path, rss, "application/rss+xml", host=host)

    def article(self, path: str, text: str = "The council has 12 teams.", *, host: str = "news.test") -> str:
        return self.put(path, f"<!DOCTYPE html><html><title>News</title><p>{text}</p></html>", host=host)

    def paths(self) -> list[str]:
        """What was asked for besides robots.txt, in order."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]


@pytest.fixture
def web() -> Iterator[Web]:
    handler = type("WebHandler", (_Handler,), {})
    server = ThreadingHTTPServer((HOME, 0), handler)
    server.daemon_threads, server.block_on_close = True, False
    handler.web = Web(server)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield handler.web
    server.shutdown()
    server.server_close()


@pytest.fixture
def new_sessions(web: Web) -> Callable[[], MakeSession]:
    """Sessions that reach this server, under whatever name, and do not wait; new ones for each pull."""
    guard = Guard(lambda host, port: [HOME], frozenset({(HOME, web.port)}))
    clock = Clock(sleep=lambda seconds: None)

    def new() -> MakeSession:
        made: dict[Manners, Session] = {}
        return lambda manners: made.setdefault(manners, Session(manners, LIMITS, guard=guard, clock=clock))

    return new


COMMON = """
title = "News"
licence = "OGL-UK-3.0"
enabled = true
sample = false
cadence = "daily"
documents_per_month = 10
documents_per_run = 100
requests_per_run = 200
seconds_between_requests = 1.0
contact = "desk@turnaround.example"
"""


def declare(kind: str, name: str = "news", **keys: object) -> Source:
    """Declare a source; a key here goes before that of all."""
    own = {key: f"'{value}'" if isinstance(value, str) else str(value).lower() for key, value in keys.items()}
    shared = [line for line in COMMON.strip().splitlines() if line.partition(" ")[0] not in own]
    lines = [f'[sources.{name}]\nkind = "{kind}"', *shared, *(f"{key} = {value}" for key, value in own.items())]
    codes = load_codelists().by_gss
    (source,) = parse_sources("\n".join(lines).encode(), Path("raw/sources.toml"), codes)
    return source


@dataclass
class Nights:
    """Pulls of the same store, each on a day of its own."""

    store: RawStore
    new_sessions: Callable[[], MakeSession]

    def pull(self, *sources: Source, days: float = 0, make_session: Any = None, **options: Any) -> list[Pulled]:
        at = DAY + timedelta(days=days)
        known = take_stock(self.store.events(), {source.id for source in sources})
        intakes = [
            Intake(source, self.store, Moment(at.date(), at), [doc for doc in known if doc.source == source.id])
            for source in sources
        ]
        return pull_lists(intakes, make_session or self.new_sessions(), **options)

    def one(self, source: Source, days: float = 0) -> Pulled:
        return self.pull(source, days=days)[0]

    def documents(self, source: Source) -> list[Document]:
        return take_stock(self.store.events(), {source.id})

    def taken(self, source: Source) -> dict[str, Document]:
        """Return the documents that were taken and are there, by the address that they are from."""
        found = {}
        for document in self.documents(source):
            if document.current is not None and document.withdrawn_on is None:
                found[self.meta(document)["url"]] = document
        return found

    def refused(self, source: Source) -> dict[str, str]:
        """Return reasons by document."""
        refused = [doc for doc in self.documents(source) if doc.refused is not None]
        return {doc.doc: doc.refused.reason for doc in refused}

    def meta(self, document: Document) -> dict[str, Any]:
        import json

        return json.loads(self.store.get(document.current.meta_sha256))


@pytest.fixture
def nights(tmp_path: Path, new_sessions: Callable[[], MakeSession], monkeypatch: pytest.MonkeyPatch) -> Nights:
    # nothing of these tests must outlive a power cut
    monkeypatch.setattr("os.fsync", lambda descriptor: None)
    return Nights(RawStore(tmp_path / "store"), new_sessions)


@pytest.fixture
def changed() -> Callable[..., Source]:
    """Return a source with other settings."""
    return lambda source, **keys: replace(source, settings={**source.settings, **keys})


def packed(text: str) -> bytes:
    return gzip.compress(text.encode(), mtime=0)


@pytest.fixture(name="declare")
def declare_fixture() -> Callable[..., Source]:
    return declare


@pytest.fixture
def pdf() -> bytes:
    return PDF
