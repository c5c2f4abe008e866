"""The guard: which addresses may be connected to.

A source, a page or a redirect can name any address, and a name server can answer with any other. So every request is
checked twice: the address as written (``check_address``) and, when the connection is made, each network address that
its name stands for (``Guard.addresses``). The connection goes to the very address that was checked.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx2

from flows.fetch.outcome import FetchError

Resolver = Callable[[str, int], Sequence[str]]

SCHEMES = {"http": 80, "https": 443}
LONGEST_ADDRESS = 2000
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.?")
# the URL standard reads such a host as an IPv4 address, and so does the C library: 0x7f.1, 2130706433, 127.1
_ENDS_IN_NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)\.?")
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
# RFC 6052: an IPv4 address in its last 32 bits
_NAT64 = IPv6Network("64:ff9b::/96")
_NEVER = (
    IPv6Network("::/96"),  # IPv4-compatible, RFC 4291
    IPv6Network("64:ff9b:1::/48"),  # local translation, RFC 8215
    IPv6Network("2001::/32"),  # Teredo, RFC 4380
    IPv6Network("2002::/16"),  # 6to4, RFC 3056
    IPv6Network("fec0::/10"),  # site-local, RFC 3879
    IPv6Network("3fff::/20"),  # documentation, RFC 9637
    IPv6Network("5f00::/16"),  # segment routing, RFC 9602
)


def resolve(host: str, port: int) -> Sequence[str]:
    """Ask the system's resolver for the addresses of a host.

    Raises:
        OSError: the name is unknown, or the resolver does not answer.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(address: str) -> bool:
    """Whether a network address is one of the public internet, looked at through IPv4 that lies inside IPv6."""
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        inner = ip.ipv4_mapped
        if inner is None and ip in _NAT64:
            inner = IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip.scope_id is not None or any(ip in network for network in _NEVER):
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_loopback or ip.is_link_local)


def check_address(address: str) -> httpx2.URL:
    """Return the address parsed, if it is one that may be asked for.

    Raises:
        FetchError: it is not http or https, carries a password, or names its host in a way that hides it.
    """
    shown = ascii(address[:200])
    if len(address) > LONGEST_ADDRESS:
        raise FetchError("bad_address", f"{shown}...: longer than {LONGEST_ADDRESS} characters; mend the link")
    try:
        url = httpx2.URL(address)
        port = url.port
    except (httpx2.InvalidURL, ValueError) as error:
        raise FetchError("bad_address", f"{shown}: no address ({error}); mend the link") from error
    if url.scheme not in SCHEMES or _UNSAFE.search(address.strip(" \t\r\n")):
        raise FetchError("bad_address", f"{shown}: only http and https addresses are fetched; mend the link")
    if url.userinfo:
        raise FetchError("bad_address", f"{shown}: carries a name or password; leave it out")
    if not _is_plain(url.raw_host.decode("ascii", "replace")) or not (port is None or 0 < port < 65536):
        raise FetchError("bad_address", f"{shown}: no host in plain form; write its name, or 192.0.2.1")
    return url.copy_with(fragment=None)


def _is_plain(host: str) -> bool:
    """Whether a host is a name or an address as people write them, not as a number or with a zone."""
    if ":" in host or _ENDS_IN_NUMBER.fullmatch(host):
        try:
            ip_address(host)
        except ValueError:
            return False
        return "%" not in host
    return _HOST.fullmatch(host) is not None


@dataclass(frozen=True, slots=True)
class Guard:
    """Which network addresses may be connected to.

    ``opened`` are pairs of network address and port that are let through although they are not public. It is there for
    tests against a server on this machine; no declaration of a source can set it.
    """

    resolve: Resolver = resolve
    opened: frozenset[tuple[str, int]] = frozenset()

    def addresses(self, host: str, port: int) -> tuple[str, ...]:
        """Return the network addresses of ``host``, every one of which may be connected to.

        Raises:
            FetchError: the name has no address, or one of its addresses or the port is none that may be asked.
        """
        try:
            found = (host,) if _is_number(host) else tuple(self.resolve(host, port))
        except (OSError, UnicodeError) as error:
            raise FetchError(
                "not_resolved", f"{host}: its name has no address now ({error}); check the name", host, again=True
            ) from error
        if not found:
            raise FetchError("not_resolved", f"{host}: its name has no address; check the name", host)
        for address in found:
            if (address, port) in self.opened:
                continue
            if not is_public(address):
                raise FetchError(
                    "private_address",
                    f"{host}: stands for {address}, which is no address of the public internet; mend the link",
                    host,
                )
            if port not in SCHEMES.values():
                raise FetchError("private_address", f"{host}: port {port} is not fetched from; mend the link", host)
        return found


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
