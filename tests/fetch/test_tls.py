"""https: a certificate must be good for the name that was asked for, and a handshake ends in time."""

from __future__ import annotations

import datetime as dt
import random
import socket
import ssl
import threading
import time

import pytest

from flows.fetch.guard import Guard
from flows.fetch.limits import Limits
from flows.fetch.outcome import Refused
from flows.fetch.session import Manners, Session
from flows.fetch.wire import Wire

x509 = pytest.importorskip("cryptography.x509", reason="cryptography makes the certificates of this test")

HOME = "127.0.0.1"
PAGE = b"<!DOCTYPE html><title>Safe</title>"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for site.test that its own key signed, with the key, as one PEM file."""
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "site.test")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("site.test")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "site.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return path


@pytest.fixture
def secure(site, certificate):
    """The local site, with https."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    return site


def make(site, names, clock, trusted, limits=None):
    guard = Guard(names, frozenset({(HOME, site.port)}))
    tls = ssl.create_default_context(cafile=str(trusted) if trusted else None)
    limits = Limits(tries=1, between_bytes=1.0, in_all=1.5) if limits is None else limits
    manners = Manners("Turnaround/0.1", "https://turnaround.example/contact", 2.0)
    return Session(manners, limits, clock=clock.clock, wire=Wire(guard, clock.clock, tls), chance=random.Random(7))


def test_the_certificate_is_that_of_the_name_not_of_the_number(secure, names, clock, certificate):
    secure.serve("/a", PAGE)
    outcome = make(secure, names, clock, certificate).get(f"https://site.test:{secure.port}/a")
    assert outcome.body == PAGE


def test_a_certificate_for_another_name_is_refused(secure, names, clock, certificate):
    outcome = make(secure, names, clock, certificate).get(f"https://other.test:{secure.port}/a")
    assert isinstance(outcome, Refused)
    assert "certificate" in outcome.message
    assert secure.asked == []


def test_a_certificate_that_nobody_trusts_is_refused(secure, names, clock):
    outcome = make(secure, names, clock, None).get(f"https://site.test:{secure.port}/a")
    assert isinstance(outcome, Refused)
    assert "certificate" in outcome.message
    assert secure.asked == []


def test_a_handshake_that_drips_is_cut_off(names, clock, certificate):
    """A server that sends a long handshake message byte by byte, each in time."""
    with socket.create_server((HOME, 0)) as server:
        stop = threading.Event()

        def drip():
            connection, _ = server.accept()
            with connection:
                try:
                    connection.sendall(b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc\x03\x03")
                    while not stop.is_set():
                        connection.sendall(b"\0")
                        time.sleep(0.02)
                except OSError:
                    return

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()

        class Here:
            port = server.getsockname()[1]

        session = make(Here, names, clock, certificate, Limits(tries=1, between_bytes=0.2, in_all=0.4))
        outcome = session.get(f"https://site.test:{Here.port}/a")
        stop.set()
        thread.join()
    assert isinstance(outcome, Refused)
    assert outcome.reason == "robots_unknown"
