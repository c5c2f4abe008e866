"""Feeds, night after night, against a server on this machine."""

from __future__ import annotations

import pytest

PUB = "<pubDate>Fri, 30 Jan 2026 09:00:00 GMT</pubDate>"


def item(url: str, more: str = PUB, title: str = "Caseloads fall") -> str:
    link = url.replace("&", "&amp;")
    return f"<title>{title}</title><link>{link}</link><guid>{link}</guid>{more}"


@pytest.fixture
def two(web):
    """A feed of two articles."""
    first, second = web.article("/news/a.html"), web.article("/news/b", "The council has 9 teams.")
    return web.feed("/feed", item(first), item(second))


def test_what_a_feed_lists_is_taken_with_what_it_states(web, two, nights, declare):
    source = declare("feed", url=two, publisher="News", doc_type="press_release")
    pulled = nights.one(source)
    assert (pulled.new, pulled.refused, pulled.gone) == (2, 0, 0)
    taken = nights.taken(source)
    assert set(taken) == {web.url("/news/a.html"), web.url("/news/b")}
    assert nights.meta(taken[web.url("/news/b")]) == {
        "url": web.url("/news/b"), "title": "Caseloads fall", "publisher": "News", "published_on": "2026-01-30",
        "doc_type": "press_release", "authority": None,
    }  # fmt: skip
    assert all(document.doc.endswith(".html") for document in taken.values())


def test_a_second_night_with_nothing_new_asks_for_the_feed_alone_and_conditionally(web, two, nights, declare):
    source = declare("feed", url=two)
    nights.one(source)
    lines = nights.store.journal.read_bytes()
    web.asked.clear()
    pulled = nights.one(source, days=1)
    asked = [(one.path, one.conditional, one.status) for one in web.asked if one.path != "/robots.txt"]
    assert asked == [("/feed", True, 304)]
    assert (pulled.seen, pulled.new, pulled.changed, pulled.gone) == (2, 0, 0, 0)
    assert nights.store.journal.read_bytes() == lines


def test_a_feed_without_validators_is_fetched_anew_and_its_documents_are_not(web, two, nights, declare):
    status, headers, body = web.pages["news.test", "/feed"]
    web.pages["news.test", "/feed"] = (status, {"Content-Type": headers["Content-Type"]}, body)
    source = declare("feed", url=two)
    nights.one(source)
    web.asked.clear()
    nights.one(source, days=1)
    assert web.paths() == ["/feed"]


def test_a_new_item_is_fetched_and_the_old_ones_are_not(web, two, nights, declare):
    source = declare("feed", url=two)
    nights.one(source)
    web.feed("/feed", item(web.article("/news/c", "8 teams")), item(web.url("/news/b")))
    web.asked.clear()
    pulled = nights.one(source, days=1)
    assert web.paths() == ["/feed", "/news/c"]
    # what the feed no longer names is not gone
    assert (pulled.seen, pulled.new, pulled.gone) == (3, 1, 0)


def test_a_listed_change_is_asked_for_and_makes_a_version(web, two, nights, declare):
    source = declare("feed", url=two)
    nights.one(source)
    web.article("/news/b", "The council has 7 teams.")
    later = PUB.replace("30 Jan", "31 Jan")
    web.feed("/feed", item(web.url("/news/a.html"), later), item(web.url("/news/b"), later))
    web.asked.clear()
    pulled = nights.one(source, days=1)
    asked = {(one.path, one.conditional, one.status) for one in web.asked if one.path.startswith("/news/")}
    assert asked == {("/news/a.html", True, 304), ("/news/b", True, 200)}
    assert pulled.changed == 1
    document = nights.taken(source)[web.url("/news/b")]
    assert len(document.versions) == 2
    # the feed gives the update a new day; it was published on the first
    assert nights.meta(document)["published_on"] == "2026-01-30"
    web.asked.clear()
    nights.one(source, days=2)
    assert web.paths() == ["/feed"]


def test_one_document_under_many_addresses_is_fetched_once(web, nights, declare):
    url = web.article("/news/a")
    again = [item(f"{url}?utm_source={n}#part{n}") for n in range(3)]
    source = declare("feed", url=web.feed("/feed", item(url), *again, item(url.replace("http:", "https:"))))
    assert nights.one(source).new == 1
    assert web.paths() == ["/feed", "/news/a"]


def test_duplicate_guids_make_no_one_document(web, nights, declare):
    items = [f"<guid isPermaLink='false'>1</guid><link>{web.article(f'/news/{n}')}</link>" for n in range(3)]
    assert nights.one(declare("feed", url=web.feed("/feed", *items))).new == 3


def test_a_day_to_come_is_no_day_of_publication(web, nights, declare):
    future = "<pubDate>Fri, 30 Jan 2032 09:00:00 GMT</pubDate>"
    source = declare("feed", url=web.feed("/feed", item(web.article("/news/a"), future)))
    nights.one(source)
    (document,) = nights.taken(source).values()
    assert nights.meta(document)["published_on"] is None


def test_days_in_all_zones_are_days_in_london(web, nights, declare):
    stated = {
        "/a": "Tue, 03 Jun 2025 23:30:00 BST", "/b": "Tue, 03 Jun 2025 23:30:00 GMT", "/c": "03/06/2025 10:00",
        "/d": "2025-06-04T08:30:00+10:00", "/e": "Tue, 03 Jun 2025 10:00:00 PDT", "/f": "on a fine day",
    }  # fmt: skip
    items = [item(web.article(path), f"<pubDate>{stamp}</pubDate>") for path, stamp in stated.items()]
    source = declare("feed", url=web.feed("/feed", *items))
    nights.one(source)
    days = {url: nights.meta(document)["published_on"] for url, document in nights.taken(source).items()}
    june = {
        "/a": "2025-06-03",
        "/b": "2025-06-04",
        "/c": "2025-06-03",
        "/d": "2025-06-03",
        "/e": "2025-06-03",
        "/f": None,
    }
    assert days == {web.url(path): day for path, day in june.items()}


def test_an_item_without_link_is_listed_as_ignored(web, nights, declare):
    source = declare("feed", url=web.feed("/feed", "<title>No link</title>", item(web.article("/news/a"))))
    pulled = nights.one(source)
    assert pulled.new == 1
    assert len(pulled.ignored) == 1
    assert "No link" in pulled.ignored[0]


def test_a_pdf_under_any_address_is_a_pdf(web, nights, declare, pdf):
    plain = web.put("/download?id=3", pdf, "application/octet-stream")
    source = declare("feed", url=web.feed("/feed", item(plain)))
    nights.one(source)
    (document,) = nights.taken(source).values()
    assert document.doc.endswith(".pdf")
    assert document.current.media_type == "application/pdf"


def test_an_address_that_failed_as_a_page_and_is_then_a_pdf_leaves_no_reject(web, nights, declare, pdf):
    url = web.put("/download", b"", status=403, etag=False)
    source = declare("feed", url=web.feed("/feed", item(url)))
    nights.one(source)
    assert set(nights.refused(source).values()) == {"http_error"}
    web.put("/download", pdf, "application/pdf")
    web.feed("/feed", item(url, PUB.replace("30 Jan", "31 Jan")))
    nights.one(source, days=1)
    assert nights.refused(source) == {}
    assert [document.doc[-4:] for document in nights.taken(source).values()] == [".pdf"]


@pytest.mark.parametrize(
    ("status", "reason"), [(404, "not_found"), (410, "not_found"), (403, "http_error"), (500, "server_error")]
)
def test_a_document_that_cannot_be_had_is_refused(web, nights, declare, status, reason):
    url = web.put("/news/a", b"", status=status, etag=False)
    source = declare("feed", url=web.feed("/feed", item(url)))
    assert nights.one(source).refused == 1
    assert list(nights.refused(source).values()) == [reason]
    web.asked.clear()
    nights.one(source, days=1)
    # a server that failed may answer tomorrow, the others will say the same
    assert ("/news/a" in web.paths()) == (status == 500)


def test_a_document_that_is_no_longer_there_is_gone_and_stays_so(web, two, nights, declare):
    source = declare("feed", url=two)
    nights.one(source)
    del web.pages["news.test", "/news/b"]
    web.feed("/feed", item(web.url("/news/b"), PUB.replace("30", "31")))
    assert nights.one(source, days=1).gone == 1
    assert set(nights.taken(source)) == {web.url("/news/a.html")}
    web.asked.clear()
    assert nights.one(source, days=2).gone == 0
    assert web.paths() == ["/feed"]


def test_other_hosts_are_left_unless_they_are_declared(web, nights, declare, changed):
    url = web.feed("/feed", item(web.article("/a")), item(web.article("/b", host="other.test")))
    source = declare("feed", url=url)
    assert nights.one(source).new == 1
    assert nights.one(changed(source, hosts="www.news.test other.test"), days=1).new == 1


def test_an_address_that_leads_to_another_host_is_refused(web, nights, declare, changed):
    away = web.article("/b", host="other.test")
    url = web.put("/a", b"", status=302, etag=False, Location=away)
    source = declare("feed", url=web.feed("/feed", item(url)))
    nights.one(source)
    assert list(nights.refused(source).values()) == ["other_host"]
    assert nights.taken(source) == {}


def test_patterns_and_age_choose(web, nights, declare):
    old = PUB.replace("2026", "2020")
    urls = [web.article(path) for path in ("/news/a", "/news/b-vacancy", "/jobs/c", "/news/d")]
    items = [*(item(url) for url in urls[:3]), item(urls[3], old)]
    source = declare("feed", url=web.feed("/feed", *items), include="/news/", exclude="vacancy", oldest_days=30)
    nights.one(source)
    assert set(nights.taken(source)) == {urls[0]}


def test_so_many_documents_a_run_newest_first_and_the_next_run_goes_on(web, nights, declare):
    days = {web.article(f"/news/{n}"): PUB.replace("30", f"{n:02}") for n in range(1, 6)}
    source = declare("feed", url=web.feed("/feed", *(item(url, day) for url, day in days.items())), documents_per_run=2)
    newest = sorted(days, reverse=True)
    for night in range(3):
        nights.one(source, days=night)
        assert set(nights.taken(source)) == set(newest[: 2 * (night + 1)])


def test_requests_are_counted_too(web, nights, declare):
    items = [item(web.article(f"/news/{n}")) for n in range(5)]
    source = declare("feed", url=web.feed("/feed", *items), requests_per_run=4)
    assert [nights.one(source, days=night).new for night in range(3)] == [3, 2, 0]


@pytest.mark.parametrize(
    ("body", "media_type", "reason"),
    [
        (b"<html><body>gone</body></html>", "text/html", "wrong_type"),
        (b"<?xml version='1.0'?><opml/>", "text/xml", "unknown_layout"),
        (b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss version='2.0'>&a;</rss>", "application/rss+xml", "unknown_layout"),
    ],
)
def test_what_is_no_feed_is_a_reject_until_it_is_one(web, two, nights, declare, body, media_type, reason):
    source = declare("feed", url=two)
    nights.one(source)
    web.put("/feed", body, media_type)
    pulled = nights.one(source, days=1)
    assert (pulled.refused, pulled.gone) == (1, 0)
    assert list(nights.refused(source).values()) == [reason]
    assert len(nights.taken(source)) == 2
    web.feed("/feed", item(web.url("/news/a.html")))
    nights.one(source, days=2)
    assert nights.refused(source) == {}
    assert len(nights.taken(source)) == 2


def test_a_feed_of_broken_xml_gives_what_can_be_read(web, nights, declare):
    web.article("/news/a")
    body = f'<rss version="2.0"><channel><item><link>{web.url("/news/a")}</link><title>A & B</title></item><item>'
    source = declare("feed", url=web.put("/feed", body, "application/rss+xml"))
    assert nights.one(source).new == 1


def paged(web, number: int, path: str, following: bool = True) -> str:
    link = f'<link xmlns="http://www.w3.org/2005/Atom" rel="next" href="/feed?page={number + 1}"/>' if following else ""
    return web.feed(path, item(web.article(f"/news/{number}")), head=link)


def test_pages_are_followed_to_the_end_once_and_then_as_far_as_there_is_news(web, nights, declare):
    url = paged(web, 1, "/feed")
    paged(web, 2, "/feed?page=2")
    paged(web, 3, "/feed?page=3", following=False)
    source = declare("feed", url=url, pages=10)
    assert nights.one(source).new == 3
    web.asked.clear()
    nights.one(source, days=1)
    assert web.paths() == ["/feed"]


def test_what_waits_on_a_later_page_is_not_forgotten(web, nights, declare):
    url = paged(web, 1, "/feed")
    paged(web, 2, "/feed?page=2", following=False)
    source = declare("feed", url=url, pages=10, documents_per_run=1)
    assert [nights.one(source, days=night).new for night in range(3)] == [1, 1, 0]


def test_pages_are_followed_so_far_and_no_farther(web, nights, declare):
    url = paged(web, 1, "/feed")
    for number in range(2, 9):
        paged(web, number, f"/feed?page={number}")
    assert nights.one(declare("feed", url=url, pages=4)).new == 4


def test_a_weekly_list_is_not_asked_for_every_night(web, two, nights, declare):
    source = declare("feed", url=two, cadence="weekly")
    nights.one(source)
    web.asked.clear()
    nights.one(source, days=3)
    assert web.paths() == []
    nights.one(source, days=7)
    assert web.paths() == ["/feed"]


def test_documents_are_asked_for_again_where_the_source_says_so(web, two, nights, declare):
    source = declare("feed", url=two, recheck_days=10)
    nights.one(source)
    web.article("/news/b", "The council has 7 teams, we said 9.")
    web.asked.clear()
    assert nights.one(source, days=5).changed == 0
    assert nights.one(source, days=10).changed == 1
    assert sorted(web.paths()) == ["/feed", "/feed", "/news/a.html", "/news/b"]
    web.asked.clear()
    assert nights.one(source, days=11).changed == 0
    assert web.paths() == ["/feed"]


def test_a_lost_ledger_costs_no_request_and_no_news(web, two, nights, declare):
    source = declare("feed", url=two)
    nights.one(source)
    (nights.store.root / "listed.sqlite").unlink()
    lines = nights.store.journal.read_bytes()
    web.asked.clear()
    nights.one(source, days=1)
    assert web.paths() == ["/feed"]
    assert nights.store.journal.read_bytes() == lines


def test_what_a_kill_kept_from_the_journal_is_taken_again_without_a_request(web, two, nights, declare):
    source = declare("feed", url=two)
    nights.one(source)
    nights.store.journal.write_bytes(b"")
    (nights.store.root / "listed.sqlite").unlink()
    web.asked.clear()
    assert nights.one(source).new == 2
    assert web.paths() == []


def test_a_journal_that_lost_its_last_events_is_mended_although_the_ledger_knows_them(web, two, nights, declare):
    source = declare("feed", url=two)
    nights.one(source)
    nights.store.journal.write_bytes(b"")
    # another item, else the list is known to be dealt with
    web.feed("/feed", *(item(web.url(path)) for path in ("/news/a.html", "/news/b")), item(web.article("/news/c")))
    assert nights.one(source, days=1).new == 3


def test_a_date_that_all_items_have_is_that_of_the_feed(web, nights, declare):
    """A feed that gives every item the moment of its making has every item new every night."""
    urls = [web.article(f"/news/{n}") for n in range(6)]
    source = declare("feed", url=web.feed("/feed", *(item(url) for url in urls)))
    nights.one(source)
    web.feed("/feed", *(item(url, PUB.replace("30", "31")) for url in urls))
    web.asked.clear()
    nights.one(source, days=1)
    assert web.paths() == ["/feed"]


def test_a_host_that_does_not_answer_keeps_its_documents_waiting(web, nights, declare):
    web.put("/robots.txt", b"", host="dead.test", status=500, etag=False)
    items = [item(web.article(f"/x{n}", host="dead.test")) for n in range(8)]
    source = declare("feed", url=web.feed("/feed", *items, item(web.article("/news/a"))), hosts="news.test dead.test")
    pulled = nights.one(source)
    assert pulled.new == 1
    # the first address says why; the rest of the host is not tried and not refused
    assert pulled.refused == 1
    assert set(nights.refused(source).values()) == {"robots_unknown"}
    del web.pages["dead.test", "/robots.txt"]
    assert nights.one(source, days=1).new == 8
    assert nights.refused(source) == {}


RELEVANT = "Ofsted judged children's services inadequate; social workers' caseloads and children in care rose. "


def test_general_news_is_sifted_and_what_is_left_is_not_asked_for_again(web, nights, declare):
    first = web.article("/news/a", RELEVANT * 3)
    second = web.article("/news/b", "The bins will be emptied on Tuesday.")
    source = declare("feed", url=web.feed("/feed", item(first), item(second)), relevance=True)
    nights.one(source)
    assert set(nights.taken(source)) == {first}
    web.feed("/feed", item(first), item(second), item(web.article("/news/c", "More bins.")))
    web.asked.clear()
    nights.one(source, days=1)
    assert web.paths() == ["/feed", "/news/c"]
