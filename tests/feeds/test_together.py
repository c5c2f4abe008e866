"""Many sources at once: hosts side by side, one host by one at a time, and an orderly end."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest

from flows import pull as pulling
from flows.errors import WrongUseError
from flows.feeds import together
from flows.feeds.declared import LISTS
from flows.feeds.take import StoppedError
from flows.fetch.clock import Clock
from flows.fetch.guard import Guard
from flows.fetch.limits import Limits
from flows.fetch.pace import Pace
from flows.fetch.session import Manners, Session
from flows.intake import Moment
from flows.kinds import KINDS

DAY = datetime(2026, 1, 31, 1, tzinfo=UTC)


def lay(web, count: int, items: int = 2) -> list[str]:
    """Put feeds on as many hosts."""
    urls = []
    for number in range(count):
        host = f"site{number}.test"
        links = [
            web.article(f"/news/{item}", f"The council {number} has {item} teams.", host=host) for item in range(items)
        ]
        urls.append(web.feed("/feed", *(f"<link>{link}</link>" for link in links), host=host))
    return urls


def test_a_second_night_with_nothing_new_costs_one_conditional_request_a_feed(web, nights, declare):
    sources = [declare("feed", f"feed{n}", url=url) for n, url in enumerate(lay(web, 5))]
    assert sum(one.new for one in nights.pull(*sources)) == 10
    lines = nights.store.journal.read_bytes()
    web.asked.clear()
    pulled = nights.pull(*sources, days=1)
    assert [one.source for one in pulled] == [source.id for source in sources]
    asked = [(one.host, one.path, one.conditional, one.status) for one in web.asked if one.path != "/robots.txt"]
    assert sorted(asked) == [(f"site{n}.test", "/feed", True, 304) for n in range(5)]
    assert nights.store.journal.read_bytes() == lines


def test_sources_of_one_host_take_turns_and_share_its_robots_txt(web, nights, declare):
    active, most = set(), []
    lock = threading.Lock()

    def answer(path):
        with lock:
            active.add(path)
            most.append(len(active))
        threading.Event().wait(0.02)
        with lock:
            active.discard(path)
        return 200, {"Content-Type": "application/rss+xml"}, b"<rss version='2.0'><channel/></rss>"

    for number in range(6):
        web.pages["news.test", f"/feed{number}"] = answer
    nights.pull(*(declare("feed", f"feed{n}", url=web.url(f"/feed{n}")) for n in range(6)))
    assert max(most) == 1
    assert [asked.path for asked in web.asked].count("/robots.txt") == 1


def test_hosts_are_asked_side_by_side(web, nights, declare):
    meeting = threading.Barrier(3, timeout=5)

    def answer(path):
        del path
        # passes only when three requests are under way at once
        meeting.wait()
        return 200, {"Content-Type": "application/rss+xml"}, b"<rss version='2.0'><channel/></rss>"

    for number in range(3):
        web.pages[f"site{number}.test", "/feed"] = answer
    pulled = nights.pull(*(declare("feed", f"f{n}", url=web.url("/feed", f"site{n}.test")) for n in range(3)))
    assert [one.refused for one in pulled] == [0, 0, 0]


def test_sessions_of_one_pull_share_the_pace_of_a_host(web):
    slept: list[float] = []
    clock = Clock(monotonic=lambda: 100.0 + sum(slept), sleep=slept.append)
    guard = Guard(lambda host, port: ["127.0.0.1"], frozenset({("127.0.0.1", web.port)}))
    pace = Pace(clock, 0.0)
    url = web.article("/a")
    for contact in ("a@desk.example", "b@desk.example"):
        session = Session(Manners("Turnaround/0.1", contact, 7.0), guard=guard, clock=clock, pace=pace)
        session.get(url)
    # four requests (two are for robots.txt), three rests between them
    assert slept == pytest.approx([7.0, 7.0, 7.0])


def test_the_pace_is_as_declared_and_no_declaration_can_make_it_quicker(declare):
    with pytest.raises(WrongUseError, match="is below 1"):
        declare("feed", url="https://a.example/", seconds_between_requests=0.0)
    sessions = together.sessions()
    manners = Manners("Turnaround/0.1", "a@desk.example", 3.0)
    assert sessions(manners) is sessions(manners)
    assert sessions(replace(manners, interval=4.0)) is not sessions(manners)


def test_a_fault_of_one_source_leaves_the_others_whole(web, nights, declare):
    good, bad = lay(web, 2)
    web.pages["site1.test", "/feed"] = lambda path: (500, {}, b"")
    first, second = nights.pull(declare("feed", "good", url=good), declare("feed", "bad", url=bad))
    assert (first.new, second.refused) == (2, 1)


def test_a_wrong_declaration_stops_the_pull_before_anything_is_asked(web, nights, declare):
    (url,) = lay(web, 1)
    good = declare("feed", "good", url=url)
    for wrong, told in (
        (declare("feed", "a", url=url, include="("), "no regular expression"),
        (declare("page", "b", url=url, links="a["), "no CSS selector"),
        (declare("feed", "c", url=url, pages=90, requests_per_run=100), "pages: 90 are more than half"),
        (
            replace(good, settings={key: value for key, value in good.settings.items() if key != "contact"}),
            "contact is missing",
        ),
    ):
        with pytest.raises(WrongUseError, match=told):
            nights.pull(good, wrong)
    assert web.asked == []


def test_an_interrupted_pull_keeps_what_it_has_and_the_next_goes_on(web, nights, declare, monkeypatch):
    (url,) = lay(web, 1, items=6)
    source = declare("feed", url=url)
    count = 0

    def stop_soon(seconds):
        # the pace of the host: called before every request
        nonlocal count
        count += 1
        if count > 5:
            raise StoppedError("stopped")

    guard = Guard(lambda host, port: ["127.0.0.1"], frozenset({("127.0.0.1", web.port)}))
    session = Session(
        Manners("Turnaround/0.1", "a@desk.example", 1.0), Limits(tries=1), guard=guard, clock=Clock(sleep=stop_soon)
    )
    (pulled,) = nights.pull(source, make_session=lambda manners: session)
    assert 0 < pulled.new < 6
    (going_on,) = nights.pull(source)
    assert pulled.new + going_on.new == 6
    assert len([path for path in web.paths() if path.startswith("/news/")]) == 6


def test_when_the_time_is_up_nothing_more_is_asked_and_nothing_is_gone(web, nights, declare):
    sources = [declare("feed", f"feed{n}", url=url) for n, url in enumerate(lay(web, 2))]
    nights.pull(*sources)
    web.asked.clear()
    pulled = nights.pull(*sources, days=1, most_seconds=0.0)
    assert [(one.seen, one.gone, one.new) for one in pulled] == [(2, 0, 0), (2, 0, 0)]
    assert web.asked == []


def test_ctrl_c_ends_all_lanes_in_good_order(web, nights, declare, monkeypatch):
    urls = lay(web, 3)
    monkeypatch.setattr(together, "as_completed", interrupt)
    with pytest.raises(KeyboardInterrupt):
        nights.pull(*(declare("feed", f"feed{n}", url=url) for n, url in enumerate(urls)))
    monkeypatch.undo()
    monkeypatch.setattr("os.fsync", lambda descriptor: None)
    sources = [declare("feed", f"feed{n}", url=url) for n, url in enumerate(urls)]
    nights.pull(*sources)
    assert sum(len(nights.taken(source)) for source in sources) == 6
    assert len([path for path in web.paths() if path.startswith("/news/")]) == 6


def interrupt(futures):
    raise KeyboardInterrupt


def test_lists_and_folders_are_pulled_in_one_order(web, nights, declare, tmp_path, new_sessions, monkeypatch):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text("The council has 12 teams.")
    (url,) = lay(web, 1)
    folder = replace(declare("feed", "b", url=url), id="b", kind="folder", path=tmp_path / "docs", settings={})
    monkeypatch.setattr(pulling, "pull_lists", partial(together.pull_lists, make_session=new_sessions()))
    sources = [declare("feed", "a", url=url), folder, declare("feed", "c", url=url)]
    pulled = pulling.pull(sources, nights.store, Moment(DAY.date(), DAY))
    assert [(one.source, one.new) for one in pulled] == [("a", 2), ("b", 1), ("c", 2)]


def test_every_kind_that_lists_is_pulled_so():
    assert set(LISTS) == {kind for kind, puller in pulling.PULLERS.items() if puller is together.pull_list}
    assert all(KINDS[kind].listing for kind in LISTS)


def test_no_declaration_reaches_this_machine(web, nights, declare):
    """With the sessions that a real pull makes: the system's resolver, no opening."""
    source = declare("feed", url=web.url("/feed", host="127.0.0.1"))
    nights.pull(source, make_session=together.sessions())
    assert web.asked == []
    assert list(nights.refused(source).values()) == ["private_address"]
