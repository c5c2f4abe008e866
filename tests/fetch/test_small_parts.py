"""Pace, retry and sniffing on their own."""

from __future__ import annotations

import random
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from expectations.codes import REJECT_REASONS
from flows.fetch import guard, ofsted_providers, robots, session, wire
from flows.fetch.pace import Pace
from flows.fetch.retry import backoff, retry_after
from flows.fetch.sniff import sniff

NOON = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)


def test_every_reason_is_a_code():
    for module in (guard, ofsted_providers, robots, session, wire):
        text = Path(module.__file__).read_text("utf-8")
        found = re.findall(r'(?:FetchError|Refused|refuse)\([^()]*?"([a-z_0-9]+)"', text)
        assert found
        assert set(found) <= REJECT_REASONS.keys()


def test_a_host_is_not_asked_again_at_once(clock):
    pace = Pace(clock.clock, 5.0)
    for _ in range(3):
        with pace.turn("a.example"):
            pass
    with pace.turn("b.example"):
        pass
    assert clock.slept == pytest.approx([5.0, 5.0], abs=0.2)


def test_a_longer_gap_is_kept_and_a_hold_off_too(clock):
    pace = Pace(clock.clock, 5.0)
    with pace.turn("a.example", 9.0):
        pass
    with pace.turn("a.example", 1.0):
        pace.hold_off("a.example", 60.0)
    with pace.turn("a.example"):
        pass
    assert clock.slept == pytest.approx([9.0, 60.0], abs=0.2)


def test_a_host_that_failed_is_not_asked_at_once_either(clock):
    pace = Pace(clock.clock, 5.0)
    with pytest.raises(ValueError, match="broke"), pace.turn("a.example"):
        raise ValueError("broke")
    with pace.turn("a.example"):
        pass
    assert clock.slept == pytest.approx([5.0], abs=0.2)


@given(st.integers(1, 8), st.integers())
def test_waits_double_within_bounds(tries, seed):
    wait = backoff(tries, 2.0, random.Random(seed))
    assert 2.0 ** (tries - 1) <= wait <= 2.0**tries


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None), ("", None), ("soon", None), ("-5", None), ("1.5", None), ("0", 0.0), ("120", 120.0), (" 7 ", 7.0),
        ("9" * 400, 999999999.0), ("²", None), ("Sat, 31 Jan 2026 12:00:30 GMT", 30.0),
        ("Sat, 31 Jan 2026 11:00:00 GMT", 0.0), ("Sat, 31 Jan 2026 13:00:30 +0100", 30.0),
        ("Sat, 31 Jan 2026 12:00:30", 30.0), ("Sat, 99 Jan 2026 12:00:30 GMT", None),
    ],
)  # fmt: skip
def test_how_long_a_server_asks_to_wait(value, seconds):
    assert retry_after(value, NOON) == seconds


@pytest.mark.parametrize(
    ("data", "told", "media_type"),
    [
        (b"%PDF-1.7\n", "text/html", "application/pdf"),
        (b"\r\n\r\n%PDF-1.4", None, "application/pdf"),
        (b"<!DOCTYPE html><p>%PDF-1.4", "application/pdf", "text/html"),
        (b"\xef\xbb\xbf\n <!-- a --><HTML lang=en>", "text/plain", "text/html"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">', None, "text/html"),
        (b"<div>part of a page</div>", None, "text/html"),
        (b'<?xml version="1.0"?>\n<rss version="2.0">', "text/html", "application/rss+xml"),
        (b'<?xml version="1.0"?><?xml-stylesheet href="a"?><feed xmlns="http://www.w3.org/2005/Atom">', None,
         "application/atom+xml"),
        (b'<rdf:RDF xmlns:rdf="a">', None, "application/rss+xml"),
        (b"<urlset>", None, "application/xml"),
        (b"<?xml version='1.0'?><other/>", "text/xml", "application/xml"),
        (b"\x1f\x8b\x08\x00", "text/xml", "application/gzip"),
        (b"plain words", "text/plain; charset=utf-8", "text/plain"),
        (b"plain words", "application/pdf", "application/octet-stream"),
        (b"", None, "application/octet-stream"),
    ],
)  # fmt: skip
def test_content_is_told_from_its_bytes(data, told, media_type):
    assert sniff(data, told) == media_type


@given(st.binary(max_size=300), st.text(max_size=30) | st.none())
def test_sniffing_takes_anything(data, told):
    assert sniff(data, told)
