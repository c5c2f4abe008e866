"""One request and its answer: a new connection, no redirects, no cookies, no proxy, within limits of size and time."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import httpcore2
import httpx2

from flows.fetch.clock import Clock
from flows.fetch.guard import Guard
from flows.fetch.limits import MB, Limits
from flows.fetch.outcome import FetchError

# codings that httpx2 unpacks in bounded pieces
ACCEPT_ENCODING = "gzip, deflate, br, zstd"
_CODINGS = frozenset({"gzip", "deflate", "br", "zstd", "identity", ""})
WITH_CONTENT = (200, 203)


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer. ``raw`` and ``body`` are empty for a status that brings no content."""

    url: httpx2.URL
    status: int
    headers: httpx2.Headers
    raw: bytes
    body: bytes


class Wire:
    """Sends requests. It may be used by several threads at once."""

    def __init__(self, guard: Guard, clock: Clock, tls: ssl.SSLContext | None = None) -> None:
        self._guard, self._clock, self._tls = guard, clock, tls
        self._lock = threading.Lock()

    def ask(self, url: httpx2.URL, headers: Mapping[str, str], limits: Limits) -> Answer:
        """Ask for ``url`` and return the answer, whatever its status.

        Raises:
            FetchError: no connection may or can be made, or the answer is no HTTP, too large, too slow or broken.
        """
        host = url.host
        ends = self._clock.monotonic() + limits.in_all
        backend = _Backend(self._guard, self._clock, limits, ends)
        try:
            with (
                httpcore2.ConnectionPool(self._trust(url), max_connections=1, network_backend=backend) as pool,
                pool.stream("GET", _core_url(url), headers=_headers(url, headers)) as response,
            ):
                known = httpx2.Headers(response.headers)
                if response.status not in WITH_CONTENT:
                    return Answer(url, response.status, known, b"", b"")
                _check_codings(url, known)
                raw = bytearray()
                body = _read(
                    url, response.status, known, _kept(url, response.iter_stream(), raw, known, limits), limits
                )
                _check_whole(url, known, raw, len(body))
                return Answer(url, response.status, known, bytes(raw), body)
        except httpcore2.TimeoutException as error:
            raise FetchError(
                "too_slow",
                f"{url}: {_slow(error, self._clock.monotonic() >= ends, limits)}; try later",
                host,
                again=True,
            ) from error
        except httpcore2.ConnectError as error:
            raise FetchError("not_reached", f"{url}: no connection ({error}); try later", host, again=True) from error
        except (httpcore2.NetworkError, httpcore2.RemoteProtocolError) as error:
            message = f"{url}: the answer broke off or is no HTTP ({error}); try later"
            raise FetchError("broken_response", message, host, again=True) from error
        except (httpx2.DecodingError, httpcore2.LocalProtocolError) as error:
            raise FetchError("broken_response", f"{url}: cannot be unpacked ({error}); look at it", host) from error

    def _trust(self, url: httpx2.URL) -> ssl.SSLContext | None:
        """Return whose certificates are trusted: the system's; reading them is dear, so it is done once and late."""
        if url.scheme != "https":
            return None
        with self._lock:
            if self._tls is None:
                self._tls = httpx2.create_ssl_context(trust_env=False)
            return self._tls


def _core_url(url: httpx2.URL) -> httpcore2.URL:
    return httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)


def _headers(url: httpx2.URL, headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    given = {"Accept-Encoding": ACCEPT_ENCODING, "Connection": "close", **headers}
    return [(b"Host", url.netloc), *((key.encode("ascii"), value.encode("ascii")) for key, value in given.items())]


def _slow(error: httpcore2.TimeoutException, in_all: bool, limits: Limits) -> str:
    if in_all:
        return f"took longer than {limits.in_all:g} seconds"
    if isinstance(error, httpcore2.ConnectTimeout):
        return f"no connection in {limits.connect:g} seconds"
    return f"silent for {limits.between_bytes:g} seconds"


def _check_codings(url: httpx2.URL, headers: httpx2.Headers) -> None:
    """Refuse content in a coding that would stay packed; unpacked rubbish must never be taken for a document."""
    codings = [coding.strip().lower() for coding in headers.get("content-encoding", "").split(",")]
    odd = [coding for coding in codings if coding not in _CODINGS]
    if odd:
        message = f"{url}: packed as {odd[0]!a}, which was not asked for and is not read; tell its operator"
        raise FetchError("broken_response", message, url.host)


def _kept(
    url: httpx2.URL, chunks: Iterable[bytes], raw: bytearray, headers: httpx2.Headers, limits: Limits
) -> Iterator[bytes]:
    """Pass on the bytes as they come and keep them in ``raw``; stop at the limit, or before where it is announced."""
    announced = headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > limits.sent_bytes:
        raise _too_large(url, f"is {int(announced) // MB} MB long", limits.sent_bytes)
    for chunk in chunks:
        raw += chunk
        if len(raw) > limits.sent_bytes:
            raise _too_large(url, "goes on", limits.sent_bytes)
        yield chunk


def _check_whole(url: httpx2.URL, headers: httpx2.Headers, raw: bytearray, size: int) -> None:
    """Refuse gzip that was cut short, which unpacks without a word; it ends in its unpacked size (RFC 1952)."""
    if headers.get("content-encoding", "").strip().lower() != "gzip" or not raw:
        return
    if int.from_bytes(raw[-4:], "little") != size % 2**32:
        message = f"{url}: packed content that is cut short; try later"
        raise FetchError("broken_response", message, url.host, again=True)


class _Stream(httpx2.SyncByteStream):
    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks

    def __iter__(self) -> Iterator[bytes]:
        return self._chunks


def _read(url: httpx2.URL, status: int, headers: httpx2.Headers, chunks: Iterator[bytes], limits: Limits) -> bytes:
    body = bytearray()
    for piece in httpx2.Response(status, headers=headers, stream=_Stream(chunks)).iter_bytes():
        body += piece
        if len(body) > limits.unpacked_bytes:
            raise _too_large(url, "unpacks and goes on", limits.unpacked_bytes)
    return bytes(body)


def _too_large(url: httpx2.URL, what: str, most: int) -> FetchError:
    size = f"{most // MB} MB" if most >= MB else f"{most} bytes"
    return FetchError("too_large", f"{url}: {what}, at most {size} are taken; look at it", url.host)


class _Backend(httpcore2.NetworkBackend):
    """Connects only where the guard lets it, and to the very address that the guard looked at."""

    def __init__(self, guard: Guard, clock: Clock, limits: Limits, ends: float) -> None:
        self._guard, self._clock, self._limits, self._ends = guard, clock, limits, ends
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Try the addresses of ``host`` in turn; ``timeout`` is ignored, the limits hold."""
        last: httpcore2.ConnectError | httpcore2.ConnectTimeout | None = None
        for address in self._guard.addresses(host, port):
            timeout = _left(self._clock, self._ends, self._limits.connect, httpcore2.ConnectTimeout)
            try:
                stream = self._sockets.connect_tcp(address, port, timeout, local_address, socket_options or ())
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                last = error
            else:
                return _BoundedStream(stream, self._clock, self._limits, self._ends)
        raise httpcore2.ConnectError("no address to connect to") if last is None else last


class _BoundedStream(httpcore2.NetworkStream):
    """A connection that is given up when the server is silent for too long, or the whole takes too long."""

    def __init__(self, inner: httpcore2.NetworkStream, clock: Clock, limits: Limits, ends: float) -> None:
        self._inner, self._clock, self._limits, self._ends = inner, clock, limits, ends

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        timeout = _left(self._clock, self._ends, self._limits.between_bytes, httpcore2.ReadTimeout)
        return self._inner.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        timeout = _left(self._clock, self._ends, self._limits.between_bytes, httpcore2.WriteTimeout)
        self._inner.write(buffer, timeout)

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """Shake hands; a handshake that comes byte by byte is cut off by closing the socket under it."""
        timeout = _left(self._clock, self._ends, self._limits.between_bytes, httpcore2.ConnectTimeout)
        watch = threading.Timer(timeout, _hang_up, [self._inner.get_extra_info("socket")])
        watch.daemon = True
        watch.start()
        try:
            inner = self._inner.start_tls(ssl_context, server_hostname, timeout)
        finally:
            watch.cancel()
        return _BoundedStream(inner, self._clock, self._limits, self._ends)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def _left(clock: Clock, ends: float, most: float, fault: type[httpcore2.TimeoutException]) -> float:
    left = ends - clock.monotonic()
    if left <= 0:
        raise fault("the time for the whole is up")
    return min(left, most)


def _hang_up(connection: Any) -> None:
    try:
        connection.shutdown(2)
    except OSError:
        # it is closed already, which is what was wanted
        return
