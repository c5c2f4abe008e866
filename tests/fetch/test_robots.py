"""robots.txt: what it forbids is not asked for, and where it cannot be read nothing is."""

from __future__ import annotations

import time

import pytest

from flows.fetch.limits import Limits
from flows.fetch.outcome import Fetched, Refused

PAGE = b"<!DOCTYPE html><title>News</title>"


def rules(site, text, status=200, **headers):
    site.serve("/robots.txt", text.encode(), status, **headers)


def get(site, session, path="/a"):
    site.serve(path, PAGE)
    return session.get(site.url(path))


@pytest.mark.parametrize(
    "text",
    ["User-agent: *\nDisallow: /a", "User-agent: turnaround\nDisallow: /", "User-agent: *\nDisallow: /*a$",
     "\ufeffUser-agent: Turnaround\nDisallow: /\n\nUser-agent: *\nAllow: /"],
)  # fmt: skip
def test_what_is_forbidden_is_not_asked_for(site, session, text):
    rules(site, text)
    outcome = get(site, session)
    assert isinstance(outcome, Refused)
    assert (outcome.reason, outcome.for_now) == ("robots_forbid", False)
    assert site.paths() == []


@pytest.mark.parametrize(
    "text",
    ["", "User-agent: *\nDisallow: /b", "User-agent: *\nDisallow: /\nAllow: /a", "User-agent: other\nDisallow: /",
     "User-agent: *\nDisallow: /\n\nUser-agent: turnaround\nDisallow:", "\x00\x01 nothing that is a rule"],
)  # fmt: skip
def test_what_is_not_forbidden_is_asked_for(site, session, text):
    rules(site, text)
    assert isinstance(get(site, session), Fetched)


@pytest.mark.parametrize("status", [404, 410])
def test_a_site_without_rules_allows_all(site, session, status):
    rules(site, "<html>not here", status)
    assert isinstance(get(site, session), Fetched)


@pytest.mark.parametrize(
    ("status", "tries"), [(401, 1), (403, 1), (400, 1), (204, 1), (304, 1), (429, 3), (500, 3), (503, 3)]
)
def test_rules_that_cannot_be_read_allow_nothing(site, session, status, tries):
    rules(site, "", status)
    outcome = get(site, session)
    assert isinstance(outcome, Refused)
    assert outcome.reason == "robots_unknown"
    assert str(status) in outcome.message
    assert site.paths(robots=True) == ["/robots.txt"] * tries


def test_rules_that_do_not_come_in_time_allow_nothing(site, make_session):
    site.routes["/robots.txt"] = lambda handler: time.sleep(0.5)
    session = make_session(Limits(between_bytes=0.1, in_all=0.3, tries=2))
    outcome = get(site, session)
    assert isinstance(outcome, Refused)
    assert outcome.reason == "robots_unknown"
    assert site.paths(robots=True) == ["/robots.txt"] * 2


def test_a_web_page_in_their_place_allows_nothing(site, session):
    rules(site, "<!DOCTYPE html><title>Please accept cookies</title>")
    assert get(site, session).reason == "robots_unknown"


def test_rules_without_end_allow_nothing(site, session):
    rules(site, "Allow: /\n" * 100_000)
    assert get(site, session).reason == "robots_unknown"


def test_a_fault_that_passes_is_waited_out(site, session):
    answers = [500, 200]
    site.routes["/robots.txt"] = lambda handler: handler.answer(answers.pop(0), b"User-agent: *\nAllow: /")
    assert isinstance(get(site, session), Fetched)


def test_rules_are_read_behind_redirects(site, session):
    site.redirect("/robots.txt", "/other.txt")
    site.serve("/other.txt", b"User-agent: *\nDisallow: /")
    assert get(site, session).reason == "robots_forbid"


def test_rules_behind_an_inner_address_allow_nothing(site, session):
    site.redirect("/robots.txt", "http://169.254.169.254/")
    assert get(site, session).reason == "private_address"


def test_the_rules_of_each_host_on_the_way_hold(site, session):
    rules(site, "User-agent: *\nDisallow: /b")
    site.redirect("/a", "/b")
    site.serve("/b", PAGE)
    assert session.get(site.url("/a")).reason == "robots_forbid"
    assert site.paths() == ["/a"]


def test_rules_are_asked_for_once_a_day(site, session, clock):
    for _ in range(3):
        assert isinstance(get(site, session), Fetched)
    assert site.paths(robots=True).count("/robots.txt") == 1
    clock.sleep(24 * 3600)
    get(site, session)
    assert site.paths(robots=True).count("/robots.txt") == 2


def test_a_failing_site_is_asked_again_after_an_hour(site, session, clock):
    rules(site, "", 403)
    for _ in range(3):
        assert get(site, session).reason == "robots_unknown"
    assert site.paths(robots=True) == ["/robots.txt"]
    clock.sleep(3600)
    rules(site, "User-agent: *\nAllow: /")
    assert isinstance(get(site, session), Fetched)


@pytest.mark.parametrize("text", ["Crawl-delay: 7.5", "Request-rate: 2/15s"])
def test_the_gap_that_a_site_asks_for_is_kept(site, session, clock, text):
    rules(site, f"User-agent: *\n{text}\nAllow: /")
    get(site, session)
    before = sum(clock.slept)
    get(site, session, "/b")
    assert sum(clock.slept) - before == pytest.approx(7.5, abs=0.5)


def test_a_gap_shorter_than_ours_does_not_shorten_ours(site, session, clock):
    rules(site, "User-agent: *\nCrawl-delay: 0.1\nAllow: /")
    get(site, session)
    before = sum(clock.slept)
    get(site, session, "/b")
    assert sum(clock.slept) - before == pytest.approx(2.0, abs=0.5)


def test_a_site_that_asks_for_hours_is_left(site, session, clock):
    rules(site, "User-agent: *\nCrawl-delay: 7200\nAllow: /")
    outcome = get(site, session)
    assert outcome.reason == "robots_forbid"
    assert "7200 seconds" in outcome.message
