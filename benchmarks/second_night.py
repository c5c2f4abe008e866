"""Time of a second night on many feeds with nothing new, against a server on this machine.

    python -m benchmarks.second_night [--feeds 500] [--items 3]

The server is a process of its own and listens on loopback only; each feed is on a host of its own, as in life, and is
asked in the shortest pace that a declaration can have. The sources are declared as in ``raw/sources``; the nights take
the way of ``turnaround pull``, with sessions that find every name on this machine. Exits 1 where the second night asks
for a document, asks a feed more or less than once, asks for it without its validator, or takes a minute.
"""

from __future__ import annotations

import argparse
import http.client
import json
import multiprocessing
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from flows import pull as pulling
from flows.codelists import load_codelists
from flows.feeds.together import pull_lists
from flows.fetch.guard import Guard
from flows.fetch.session import Manners, Session
from flows.intake import Moment, Pulled
from flows.sources import Source, parse_sources
from flows.store import RawStore

HOME = "127.0.0.1"
ALLOWED_SECONDS = 60.0
FIRST = datetime(2026, 1, 31, 1, tzinfo=UTC)
PARAGRAPH = "<p>The council said that the caseloads of its social workers had fallen again in the last quarter.</p>"
DECLARED = """
[defaults]
kind = "feed"
licence = "CC0-1.0"
enabled = true
sample = false
cadence = "daily"
documents_per_month = 10
documents_per_run = 100
requests_per_run = 200
seconds_between_requests = 1.0
contact = "desk@turnaround.example"
"""


class _Handler(BaseHTTPRequestHandler):
    """Serves a feed on each host, its articles, and on the path /counts what was asked for."""

    protocol_version = "HTTP/1.1"
    items = 0
    asked: Counter[str]

    def do_GET(self) -> None:
        """Answer one request, and close."""
        self.close_connection = True
        host = self.headers.get("Host", "")
        if self.path == "/counts":
            self._answer(200, json.dumps(self.asked).encode())
            self.asked.clear()
        elif self.path == "/robots.txt":
            self._answer(404, b"")
        elif self.path == "/feed":
            self._give("feed", self._feed(host), "application/rss+xml")
        else:
            body = f"<!DOCTYPE html><article><h1>{host} {self.path}</h1>{PARAGRAPH * 20}</article>"
            self._give("article", body, "text/html; charset=utf-8")

    def _feed(self, host: str) -> str:
        items = "".join(
            f"<item><title>News {n}</title><link>http://{host}/news/{n}</link><guid>http://{host}/news/{n}</guid>"
            f"<pubDate>Fri, {n + 1:02} Jan 2026 09:00:00 GMT</pubDate></item>"
            for n in range(self.items)
        )
        return f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{items}</channel></rss>'

    def _give(self, what: str, body: str, media_type: str) -> None:
        tag = f'"{what}-1"'
        known = self.headers.get("If-None-Match") == tag
        self.asked[f"{what} {'conditional' if 'If-None-Match' in self.headers else 'plain'}"] += 1
        self._answer(304 if known else 200, b"" if known else body.encode(), ETag=tag, Content_Type=media_type)

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Keep quiet."""


def _serve(items: int, tell: Connection) -> None:
    handler = type("Handler", (_Handler,), {"items": items, "asked": Counter()})
    server = ThreadingHTTPServer((HOME, 0), handler)
    server.daemon_threads = True
    tell.send(server.server_address[1])
    server.serve_forever()


def _counts(port: int) -> dict[str, int]:
    """Return what was asked for since this was last called."""
    connection = http.client.HTTPConnection(HOME, port, timeout=10)
    connection.request("GET", "/counts")
    counts: dict[str, int] = json.loads(connection.getresponse().read())
    connection.close()
    return counts


def _sources(feeds: int, port: int) -> tuple[Source, ...]:
    entries = (
        f'[sources.feed-{n}]\ntitle = "Feed {n}"\nurl = "http://site-{n}.test:{port}/feed"\n' for n in range(feeds)
    )
    text = DECLARED + "\n".join(entries)
    return parse_sources(text.encode(), Path("raw/sources.toml"), load_codelists().by_gss)


def _night(sources: Sequence[Source], store: RawStore, port: int, at: datetime) -> tuple[list[Pulled], float]:
    """Pull all sources as the command does, with sessions that find every name here."""
    guard = Guard(lambda host, port: [HOME], frozenset({(HOME, port)}))
    made: dict[Manners, Session] = {}

    def make(manners: Manners) -> Session:
        return made.setdefault(manners, Session(manners, guard=guard))

    before = pulling.pull_lists
    pulling.pull_lists = partial(pull_lists, make_session=make)
    begin = time.monotonic()
    try:
        return pulling.pull(sources, store, Moment(at.date(), at)), time.monotonic() - begin
    finally:
        pulling.pull_lists = before


def report(feeds: int, items: int) -> bool:
    """Print both nights; return whether the second is within its bounds."""
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=_serve, args=(items, theirs), daemon=True)
    server.start()
    port = int(ours.recv())
    sources = _sources(feeds, port)
    try:
        with tempfile.TemporaryDirectory() as folder:
            store = RawStore(Path(folder))
            first, took = _night(sources, store, port, FIRST)
            print(f"first night   {took:6.1f} s  {sum(one.new for one in first)} documents  {_counts(port)}")
            used = time.process_time()
            second, took = _night(sources, store, port, FIRST + timedelta(days=1))
            used = time.process_time() - used
            counts = _counts(port)
            news = sum(one.new + one.changed + one.gone + one.refused for one in second)
            print(f"second night  {took:6.1f} s  {used:.1f} s of CPU  {news} news  {counts}")
    finally:
        server.terminate()
        server.join()
    good = counts == {"feed conditional": feeds} and news == 0 and took < ALLOWED_SECONDS
    print(f"{feeds} feeds: {'within' if good else 'BEYOND'} the bounds ({ALLOWED_SECONDS:.0f} s, one request a feed)")
    return good


def main() -> int:
    """Measure; 1 where the second night is out of its bounds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=500)
    parser.add_argument("--items", type=int, default=3, help="articles in each feed, at most 28")
    options = parser.parse_args()
    return 0 if report(options.feeds, options.items) else 1


if __name__ == "__main__":
    sys.exit(main())
