"""A session against a server that does what servers do."""

from __future__ import annotations

import gzip
import hashlib
import threading
import time
from dataclasses import replace
from functools import partial

import brotli
import pytest

from flows.fetch.guard import Guard
from flows.fetch.limits import Limits
from flows.fetch.memory import known_of
from flows.fetch.outcome import Fetched, Refused, Unchanged
from flows.fetch.session import Manners

# without the time of packing: the names of the tests hold the bytes
packed = partial(gzip.compress, mtime=0)

HOME = "127.0.0.1"
PAGE = b"<!DOCTYPE html><title>News</title><p>The council runs 12 teams."


def reason(outcome):
    assert isinstance(outcome, Refused), outcome
    assert outcome.message
    return outcome.reason


def chunked(handler, chunks, **headers):
    handler.send_response(200)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    for chunk in chunks:
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
    handler.wfile.write(b"0\r\n\r\n")


def raw(data):
    def write(handler):
        handler.wfile.write(data)

    return write


def in_turn(*routes):
    """Answer with one route after the other, and with the last ever after."""
    left = list(routes)
    return lambda handler: (left.pop(0) if len(left) > 1 else left[0])(handler)


def status(code, body=b"", **headers):
    return lambda handler: handler.answer(code, body, **headers)


# what comes


def test_content_comes_with_its_address_headers_and_time(site, session, clock):
    url = site.serve("/a", PAGE, Content_Type="text/html; charset=utf-8", ETag='"1"')
    outcome = session.get(url)
    assert isinstance(outcome, Fetched)
    assert (outcome.body, outcome.raw, outcome.status, outcome.media_type) == (PAGE, PAGE, 200, "text/html")
    assert (outcome.url, outcome.final_url, outcome.header("etag")) == (url, url, '"1"')
    assert outcome.retrieved_at == clock.now()


def test_who_asks_is_told_and_nothing_is_made_up(site, session):
    session.get(site.serve("/a", PAGE))
    (asked,) = [asked for asked in site.asked if asked.path == "/a"]
    assert asked.headers["User-Agent"] == "Turnaround/0.1 (+https://turnaround.example/contact)"
    assert asked.host == f"site.test:{site.port}"
    assert not {"Cookie", "Referer", "Authorization"} & asked.headers.keys()
    assert Manners("Turnaround/0.1", "who@turnaround.example", 2.0).user_agent.endswith(
        "(+mailto:who@turnaround.example)"
    )


def test_cookies_are_never_sent_back(site, session):
    session.get(site.serve("/a", PAGE, Set_Cookie="id=1"))
    session.get(site.serve("/b", PAGE))
    assert all("Cookie" not in asked.headers for asked in site.asked)


@pytest.mark.parametrize(
    ("coding", "packed"),
    [("gzip", packed(PAGE)), ("br", brotli.compress(PAGE)), ("gzip, br", brotli.compress(packed(PAGE)))],
)
def test_packed_content_is_unpacked_and_kept_as_it_came(site, session, coding, packed):
    outcome = session.get(site.serve("/a", packed, Content_Encoding=coding))
    assert (outcome.body, outcome.raw) == (PAGE, packed)


def test_chunks_are_put_together(site, session):
    site.routes["/a"] = lambda handler: chunked(handler, [PAGE[:10], PAGE[10:]])
    assert session.get(site.url("/a")).body == PAGE


def test_content_without_a_length_ends_with_the_connection(site, session):
    site.routes["/a"] = raw(b"HTTP/1.0 200 OK\r\n\r\n" + PAGE)
    assert session.get(site.url("/a")).body == PAGE


@pytest.mark.parametrize("charset", ["utf-16", "x-no-such-charset", '"', "iso-8859-1"])
def test_a_wrong_charset_leaves_the_bytes_alone(site, session, charset):
    body = PAGE + "£5m children’s".encode()
    outcome = session.get(site.serve("/a", body, Content_Type=f"text/html; charset={charset}"))
    assert (outcome.body, outcome.media_type) == (body, "text/html")


# redirects and addresses


def test_redirects_are_followed_and_the_last_address_is_told(site, session):
    site.redirect("/a", "/b", 301)
    site.redirect("/b", site.url("/c", host="other.test"), 308)
    site.serve("/c", PAGE)
    outcome = session.get(site.url("/a#top"))
    assert outcome.final_url == site.url("/c", host="other.test")
    assert [asked.host.partition(":")[0] for asked in site.asked if asked.path != "/robots.txt"] == [
        "site.test", "site.test", "other.test",
    ]  # fmt: skip


def test_a_redirect_without_end_is_left(site, session):
    for number in range(20):
        site.redirect(f"/{number}", f"/{number + 1}")
    assert reason(session.get(site.url("/0"))) == "redirects"
    assert site.paths() == [f"/{number}" for number in range(6)]


def test_a_redirect_in_a_circle_is_left(site, session):
    site.redirect("/a", "/b")
    site.redirect("/b", "/a")
    assert reason(session.get(site.url("/a"))) == "redirects"
    assert site.paths() == ["/a", "/b"]


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("http://169.254.169.254/latest/meta-data/", "private_address"),
        ("http://127.0.0.1/", "private_address"),
        ("http://127.0.0.1:22/", "private_address"),
        ("http://[::1]/", "private_address"),
        ("http://[::ffff:127.0.0.1]/", "private_address"),
        ("http://inside.test/", "private_address"),
        ("file:///etc/passwd", "bad_address"),
        ("ftp://site.test/", "bad_address"),
        ("http://2130706433/", "bad_address"),
        ("http://0x7f000001/", "bad_address"),
        ("http://017700000001/", "bad_address"),
        ("http://127.1/", "bad_address"),
        ("http://user:word@site.test/", "bad_address"),
        ("http://[", "bad_address"),
        ("", "http_error"),
    ],
)
def test_a_redirect_to_what_is_no_public_address_is_refused(site, session, names, target, why):
    names.answers["inside.test"] = [["10.0.0.7"]]
    site.redirect("/a", target)
    assert reason(session.get(site.url("/a"))) == why
    assert site.paths() == ["/a"]


def test_a_redirect_to_another_server_of_this_machine_never_reaches_it(site, make_site, session):
    inside = make_site()
    inside.serve("/secret", b"secret")
    site.redirect("/a", f"http://{HOME}:{inside.port}/secret")
    site.redirect("/b", f"http://localhost:{inside.port}/secret")
    assert reason(session.get(site.url("/a"))) == "private_address"
    assert reason(session.get(site.url("/b"))) == "private_address"
    assert inside.asked == []


def test_a_name_that_changes_its_address_is_looked_up_at_every_connection(site, session, names):
    """The first answer is let through (robots.txt), the second is the machine's own network."""
    names.answers["changing.test"] = [[HOME], ["169.254.169.254"]]
    site.serve("/a", PAGE)
    assert reason(session.get(site.url("/a", host="changing.test"))) == "private_address"
    assert site.paths(robots=True) == ["/robots.txt"]


def test_the_address_that_was_checked_is_the_one_that_is_connected_to(site, session, names):
    """Were the name looked up again for the connection, it would go to the second answer."""
    names.answers["changing.test"] = [[HOME], [HOME], ["169.254.169.254"]]
    site.serve("/a", PAGE)
    assert session.get(site.url("/a", host="changing.test")).body == PAGE
    assert names.asked == ["changing.test", "changing.test"]


def test_without_an_opening_the_server_is_not_reached(site, make_session, names):
    closed = make_session(guard=Guard(names))
    assert reason(closed.get(site.url("/a"))) == "private_address"
    assert site.asked == []


def test_proxies_of_the_environment_are_not_used(site, session, make_site, monkeypatch):
    proxy = make_site()
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://{HOME}:{proxy.port}")
    assert session.get(site.serve("/a", PAGE)).body == PAGE
    assert proxy.asked == []


# limits


def test_a_slow_drip_is_cut_off(site, make_session):
    def drip(handler):
        handler.send_response(200)
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b"<")
            time.sleep(0.05)

    site.routes["/a"] = drip
    outcome = make_session(Limits(between_bytes=0.3, in_all=0.5, tries=1)).get(site.url("/a"))
    assert reason(outcome) == "too_slow"
    assert "longer than 0.5 seconds" in outcome.message


def test_headers_that_drip_are_cut_off(site, make_session):
    def drip(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(100):
            handler.wfile.write(b"X-%d: a\r\n" % number)
            time.sleep(0.05)

    site.routes["/a"] = drip
    assert reason(make_session(Limits(between_bytes=0.3, in_all=0.5, tries=1)).get(site.url("/a"))) == "too_slow"


def test_silence_is_cut_off_before_the_whole_time_is_up(site, make_session):
    site.routes["/a"] = lambda handler: time.sleep(1.0)
    outcome = make_session(Limits(between_bytes=0.2, in_all=60.0, tries=1)).get(site.url("/a"))
    assert reason(outcome) == "too_slow"
    assert "silent for 0.2 seconds" in outcome.message


def endless(handler):
    """A page of 200 MB without a length."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(3200):
        handler.wfile.write(b"<p>a" * 16384)


def test_a_page_without_end_is_cut_off(site, session):
    site.routes["/a"] = endless
    assert reason(session.get(site.url("/a"))) == "too_large"


def test_a_page_that_says_that_it_is_too_long_is_not_read(site, session):
    site.routes["/a"] = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 209715200\r\n\r\n")
    outcome = session.get(site.url("/a"))
    assert reason(outcome) == "too_large"
    assert "200 MB" in outcome.message


BOMB = b"\0" * 50_000_000


@pytest.mark.parametrize(
    ("coding", "packed"),
    [("gzip", packed(BOMB, 9)), ("br", brotli.compress(BOMB, quality=1)),
     ("gzip, gzip", packed(packed(BOMB, 9), 9))],
)  # fmt: skip
def test_a_bomb_is_not_unpacked(site, session, coding, packed):
    assert len(packed) < 100_000
    outcome = session.get(site.serve("/a", packed, Content_Encoding=coding))
    assert reason(outcome) == "too_large"
    assert "unpacks" in outcome.message


def test_a_pdf_that_is_a_bomb_on_the_way_is_refused_too(site, session):
    bomb = packed(b"%PDF-1.7\n" + BOMB, 9)
    outcome = session.get(site.serve("/a", bomb, Content_Encoding="gzip"), ("application/pdf",))
    assert reason(outcome) == "too_large"


@pytest.mark.parametrize("coding", ["x-secret", "gzip, exi", "compress"])
def test_a_coding_that_was_not_asked_for_is_refused(site, session, coding):
    assert reason(session.get(site.serve("/a", PAGE, Content_Encoding=coding))) == "broken_response"


@pytest.mark.parametrize(
    ("coding", "packed"),
    [("gzip", packed(PAGE)[:-9]), ("gzip", b"no gzip"), ("br", b"\xff\xff\xff\xffno brotli"),
     ("zstd", b"no zstd"), ("gzip", packed(PAGE) + packed(PAGE[:20]))],
)  # fmt: skip
def test_packed_content_that_is_broken_or_cut_short_is_refused(site, session, coding, packed):
    assert reason(session.get(site.serve("/a", packed, Content_Encoding=coding))) == "broken_response"


# broken answers and retries


@pytest.mark.parametrize(
    "data",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nhello",
        b"this is no HTTP\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 300_000,
        b"",
    ],
)
def test_what_breaks_off_or_is_no_http_is_tried_again_and_refused(site, session, data):
    site.routes["/a"] = raw(data)
    outcome = session.get(site.url("/a"))
    assert (reason(outcome), outcome.for_now) == ("broken_response", True)
    assert site.paths() == ["/a"] * 3


def test_more_than_the_announced_length_is_not_read(site, session):
    site.routes["/a"] = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more")
    assert session.get(site.url("/a")).body == b"hello"


def test_a_fault_that_passes_is_waited_out(site, session, clock):
    site.routes["/a"] = in_turn(status(500), status(502), status(200, PAGE))
    assert session.get(site.url("/a")).body == PAGE
    first, second = [wait for wait in clock.slept if wait > 0][-2:]
    assert 1.0 <= first <= 2.0 <= second <= 4.0


def test_a_fault_that_stays_is_refused_after_some_tries(site, session):
    site.routes["/a"] = status(503)
    outcome = session.get(site.url("/a"))
    assert (reason(outcome), outcome.for_now) == ("server_error", True)
    assert site.paths() == ["/a"] * 3


def test_a_server_that_asks_to_wait_is_obeyed(site, session, clock):
    site.routes["/a"] = in_turn(status(429, Retry_After="30"), status(200, PAGE))
    assert session.get(site.url("/a")).body == PAGE
    assert clock.slept[-1] == pytest.approx(30, abs=1)


def test_a_wait_may_be_asked_for_as_a_date(site, session, clock):
    at = "Sat, 31 Jan 2026 12:01:00 GMT"
    site.routes["/a"] = in_turn(status(503, Retry_After=at), status(200, PAGE))
    assert session.get(site.url("/a")).body == PAGE
    assert clock.slept[-1] == pytest.approx(60, abs=5)


def test_a_wait_that_is_too_long_is_left_for_the_next_run(site, session, clock):
    site.routes["/a"] = status(429, Retry_After="86400")
    outcome = session.get(site.url("/a"))
    assert (reason(outcome), outcome.for_now) == ("rate_limited", True)
    assert "86400" in outcome.message
    assert site.paths() == ["/a"]
    assert sum(clock.slept) < 10


@pytest.mark.parametrize(("code", "why"), [(404, "not_found"), (410, "not_found"), (403, "http_error"),
                                           (401, "http_error"), (451, "http_error"), (204, "http_error"),
                                           (206, "http_error"), (300, "http_error")])  # fmt: skip
def test_other_statuses_are_refused_at_once(site, session, code, why):
    outcome = session.get(site.serve("/a", b"", code))
    assert (reason(outcome), outcome.for_now) == (why, False)
    assert site.paths() == ["/a"]


def test_a_closed_port_is_not_reached(site, make_session, names):
    guard = Guard(names, frozenset({(HOME, 1)}))
    assert reason(make_session(guard=guard).get("http://site.test:1/")) == "robots_unknown"


def test_a_host_that_fails_again_and_again_is_left_alone(site, make_session):
    session = make_session(Limits(tries=1, failures_of_host=3))
    for number in range(10):
        site.routes[f"/{number}"] = status(500)
    reasons = [reason(session.get(site.url(f"/{number}"))) for number in range(6)]
    assert reasons == ["server_error"] * 3 + ["host_failing"] * 3
    assert site.paths() == ["/0", "/1", "/2"]
    assert session.get(site.serve("/a", PAGE).replace("site.test", "other.test")).body == PAGE


def test_a_host_that_recovers_is_not_given_up(site, make_session):
    session = make_session(Limits(tries=1, failures_of_host=3))
    site.serve("/good", PAGE)
    for number in range(6):
        site.routes[f"/{number}"] = status(500)
        assert reason(session.get(site.url(f"/{number}"))) == "server_error"
        assert isinstance(session.get(site.url("/good")), Fetched)


# asking again


def known(site, session, **headers):
    fetched = session.get(site.serve("/a", PAGE, **headers))
    return known_of(fetched, hashlib.sha256(fetched.body).hexdigest())


def test_what_is_known_is_asked_for_conditionally(site, session, clock):
    before = known(site, session, ETag='"one"', Last_Modified="Fri, 30 Jan 2026 10:00:00 GMT")
    site.routes["/a"] = status(304)
    outcome = session.get(site.url("/a"), known=before)
    assert isinstance(outcome, Unchanged)
    assert outcome.known == replace(before, checked_at=outcome.at)
    assert outcome.at > before.checked_at
    headers = site.asked[-1].headers
    assert headers["If-None-Match"] == '"one"'
    assert headers["If-Modified-Since"] == "Fri, 30 Jan 2026 10:00:00 GMT"


def test_304_to_a_request_without_condition_is_refused(site, session):
    site.routes["/a"] = status(304)
    assert reason(session.get(site.url("/a"))) == "http_error"


def test_304_from_another_address_than_the_known_content_came_from_is_refused(site, session):
    before = known(site, session, ETag='"one"')
    site.redirect("/a", "/b")
    site.routes["/b"] = status(304)
    assert reason(session.get(site.url("/a"), known=before)) == "http_error"
    assert all("If-None-Match" not in asked.headers for asked in site.asked if asked.path == "/b")


def test_behind_a_redirect_the_last_address_is_asked_conditionally(site, session):
    site.redirect("/a", "/b")
    fetched = session.get(site.serve("/b", PAGE, ETag='"one"').replace("/b", "/a"))
    site.routes["/b"] = status(304)
    outcome = session.get(site.url("/a"), known=known_of(fetched, "ab"))
    assert isinstance(outcome, Unchanged)
    assert [("If-None-Match" in asked.headers) for asked in site.asked[-2:]] == [False, True]


def test_validators_that_no_header_may_hold_are_not_kept(site, session):
    site.routes["/a"] = raw(b'HTTP/1.1 200 OK\r\nETag: "\xe4\xf6"\r\nContent-Length: 5\r\n\r\nhello')
    assert known_of(session.get(site.url("/a")), "0").etag is None


# types


def test_a_web_page_in_place_of_a_pdf_is_refused(site, session):
    url = site.serve("/a.pdf", PAGE, Content_Type="application/pdf")
    outcome = session.get(url, ("application/pdf",))
    assert reason(outcome) == "not_a_pdf"
    assert url in outcome.message


def test_a_pdf_is_one_whatever_the_server_calls_it(site, session):
    outcome = session.get(site.serve("/a", b"%PDF-1.7\n...", Content_Type="text/html"), ("application/pdf",))
    assert outcome.media_type == "application/pdf"


def test_any_other_type_than_the_wanted_is_refused(site, session):
    assert reason(session.get(site.serve("/a", b"%PDF-1.7"), ("text/html",))) == "wrong_type"


# threads


def test_one_host_is_asked_by_one_at_a_time(site, make_session):
    busy, most = [0], [0]

    def slow(handler):
        busy[0] += 1
        most[0] = max(most[0], busy[0])
        time.sleep(0.02)
        busy[0] -= 1
        handler.answer(200, PAGE)

    session = make_session(Limits())
    for number in range(4):
        site.routes[f"/{number}"] = slow
    threads = [threading.Thread(target=session.get, args=[site.url(f"/{number}")]) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
    assert site.paths(robots=True).count("/robots.txt") == 1
