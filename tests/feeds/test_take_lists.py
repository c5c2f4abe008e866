"""Sitemaps, pages of links and files of addresses, night after night."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from flows.errors import WrongUseError
from flows.plan import take_contents
from transforms.model import DocumentFacts

DAY = datetime(2026, 1, 31, 1, tzinfo=UTC)
NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def urlset(*pairs: tuple[str, str]) -> bytes:
    inner = "".join(f"<url><loc>{url}</loc><lastmod>{mark}</lastmod></url>" for url, mark in pairs)
    return f"<urlset {NS}>{inner}</urlset>".encode()


def index(*pairs: tuple[str, str]) -> bytes:
    inner = "".join(f"<sitemap><loc>{url}</loc><lastmod>{mark}</lastmod></sitemap>" for url, mark in pairs)
    return f"<sitemapindex {NS}>{inner}</sitemapindex>".encode()


@pytest.fixture
def site(web):
    """An index of two sitemaps, one of them packed."""
    first = web.put("/s1.xml", urlset((web.article("/news/a"), "2026-01-01")), "application/xml")
    packed = gzip.compress(urlset((web.article("/news/b"), "2026-01-02"), (web.article("/jobs/c"), "")), mtime=0)
    second = web.put("/s2.xml.gz", packed, "application/gzip")
    return web.put("/sitemap.xml", index((first, "2026-01-01"), (second, "2026-01-02")), "application/xml")


def test_an_index_is_followed_and_its_lists_are_filtered(web, site, nights, declare):
    source = declare("sitemap", url=site, include="/news/")
    assert nights.one(source).new == 2
    assert {web.url("/news/a"), web.url("/news/b")} == set(nights.taken(source))
    # a day of change is no day of publication
    assert {nights.meta(document)["published_on"] for document in nights.taken(source).values()} == {None}


def test_a_list_that_its_index_calls_unchanged_is_not_asked_for(web, site, nights, declare):
    source = declare("sitemap", url=site)
    nights.one(source)
    web.put(
        "/s1.xml", urlset((web.url("/news/a"), "2026-01-01"), (web.article("/news/d"), "2026-01-31")), "application/xml"
    )
    lists = index((web.url("/s1.xml"), "2026-01-31"), (web.url("/s2.xml.gz"), "2026-01-02"))
    web.put("/sitemap.xml", lists, "application/xml")
    web.asked.clear()
    assert nights.one(source, days=1).new == 1
    assert web.paths() == ["/sitemap.xml", "/s1.xml", "/news/d"]


def test_a_second_night_asks_for_the_index_alone(web, site, nights, declare):
    source = declare("sitemap", url=site)
    nights.one(source)
    web.asked.clear()
    nights.one(source, days=1)
    assert web.paths() == ["/sitemap.xml"]


def test_a_list_that_fails_is_a_reject_and_the_others_are_taken(web, site, nights, declare):
    del web.pages["news.test", "/s1.xml"]
    source = declare("sitemap", url=site)
    pulled = nights.one(source)
    assert (pulled.new, pulled.refused) == (2, 1)
    assert list(nights.refused(source).values()) == ["not_found"]
    # the index did not change; the list that failed is asked for again all the same
    web.put("/s1.xml", urlset((web.url("/news/a"), "2026-01-01")), "application/xml")
    assert nights.one(source, days=1).new == 1
    assert nights.refused(source) == {}


@pytest.mark.parametrize("bound", ["documents_per_run", "requests_per_run"])
def test_what_waits_in_a_list_of_an_index_is_not_forgotten(web, site, nights, declare, bound):
    source = declare("sitemap", url=site, **{bound: 1 if bound == "documents_per_run" else 4})
    for night in range(6):
        nights.one(source, days=night)
    assert set(nights.taken(source)) == {web.url(path) for path in ("/news/a", "/news/b", "/jobs/c")}


def test_an_index_that_names_itself_ends(web, nights, declare):
    url = web.url("/sitemap.xml")
    web.put("/sitemap.xml", index((url, ""), (url + "?again", "")), "application/xml")
    web.put("/sitemap.xml?again", index((url, "")), "application/xml")
    assert nights.one(declare("sitemap", url=url)).seen == 0
    assert web.paths() == ["/sitemap.xml", "/sitemap.xml?again"]


def test_lists_on_other_hosts_are_not_followed(web, nights, declare):
    away = web.put("/s.xml", urlset((web.article("/a", host="other.test"), "")), "application/xml", host="other.test")
    url = web.put("/sitemap.xml", index((away, "")), "application/xml")
    assert nights.one(declare("sitemap", url=url)).seen == 0
    assert [asked.host for asked in web.asked] == ["news.test", "news.test"]


def test_an_endless_index_ends_at_the_requests_of_a_run(web, nights, declare):
    for number in range(30):
        following = web.url(f"/s{number + 1}.xml")
        web.put(f"/s{number}.xml", index((following, "")), "application/xml")
    source = declare("sitemap", url=web.url("/s0.xml"), requests_per_run=10)
    nights.one(source)
    assert len(web.paths()) == 5


def test_an_index_of_more_lists_than_a_run_asks_for_is_gone_through_in_the_end(web, nights, declare):
    urls = [
        web.put(f"/s{n}.xml", urlset((web.article(f"/news/{n}"), "")), "application/xml", etag=False) for n in range(9)
    ]
    source = declare("sitemap", url=web.put("/sitemap.xml", index(*((url, "") for url in urls)), "application/xml"),
                     requests_per_run=8)  # fmt: skip
    for night in range(4):
        nights.one(source, days=night)
    assert len(nights.taken(source)) == 9


def test_two_hundred_thousand_addresses_cost_a_run_its_share(web, nights, declare):
    pairs = [(web.url(f"/news/{n}"), f"2025-{n % 12 + 1:02}-{n % 28 + 1:02}") for n in range(200_000)]
    newest = sorted(pairs, key=lambda pair: pair[1])[-1][1]
    for url, mark in pairs:
        if mark == newest:
            web.article(url.removeprefix(web.url("")))
    source = declare("sitemap", url=web.put("/sitemap.xml", urlset(*pairs), "application/xml"), documents_per_run=5)
    pulled = nights.one(source)
    assert (pulled.new, pulled.refused) == (5, 0)
    assert len(web.paths()) == 6


def listing(*links: str, following: str = "") -> str:
    items = "".join(
        f"<li><a href='{link}'>{link}</a> <time datetime='2026-01-0{n % 9 + 1}'></time></li>"
        for n, link in enumerate(links)
    )
    return f"<!DOCTYPE html><main>{items}</main>{following and f'<a rel=next href={following}>Next</a>'}"


PAGE = {"links": "main a", "next": "a[rel=next]", "dates": "time"}


def test_a_page_of_links_is_followed_and_dated(web, nights, declare):
    for name in "abc":
        web.article(f"/news/{name}")
    url = web.put("/news", listing("/news/a", "/news/b", following="/news?page=2"))
    web.put("/news?page=2", listing("/news/c"))
    source = declare("page", url=url, pages=5, **PAGE)
    assert nights.one(source).new == 3
    days = [nights.meta(document)["published_on"] for _, document in sorted(nights.taken(source).items())]
    assert days == ["2026-01-01", "2026-01-02", "2026-01-01"]
    web.asked.clear()
    nights.one(source, days=1)
    assert web.paths() == ["/news"]


def test_a_page_whose_layout_changed_is_a_reject(web, nights, declare):
    source = declare("page", url=web.put("/news", "<!DOCTYPE html><p>We have moved.</p>"), **PAGE)
    nights.one(source)
    assert list(nights.refused(source).values()) == ["unknown_layout"]


@pytest.mark.parametrize("same", [True, False])
def test_a_calendar_without_end_ends(web, nights, declare, same):
    """Each month links the next, for ever: with the same event, or with one of its own."""
    for month in range(40):
        event = "/event" if same else f"/event/{month}"
        web.article(event)
        web.put(f"/calendar?month={month}", listing(event, following=f"/calendar?month={month + 1}"))
    source = declare("page", url=web.url("/calendar?month=0"), pages=10, **PAGE)
    nights.one(source)
    assert len([path for path in web.paths() if path.startswith("/calendar")]) == (2 if same else 10)


def test_pdf_files_on_a_page(web, nights, declare, pdf):
    web.put("/r.pdf", pdf, "application/pdf")
    web.put("/error.pdf", "<!DOCTYPE html><p>Not found</p>")
    url = web.put(
        "/reports", '<!DOCTYPE html><a href="/r.pdf">Report</a><a href="/error.pdf">Old</a><a href="/x">X</a>'
    )
    source = declare("pdf", url=url)
    pulled = nights.one(source)
    assert (pulled.new, pulled.refused) == (1, 1)
    assert list(nights.refused(source).values()) == ["not_a_pdf"]
    assert "/x" not in web.paths()


def test_html_of_two_hundred_megabytes_and_a_pdf_bomb_are_refused_at_the_cap(web, nights, declare, monkeypatch):
    # 200 MB are what is announced and what is unpacked; the limits are the session's
    big = web.put("/big", gzip.compress(b"<!DOCTYPE html>" + b"<p>x" * 50_000_000, 1, mtime=0), Content_Encoding="gzip")
    bomb = web.put("/bomb.pdf", gzip.compress(b"%PDF-1.7\n" + b"0" * 200_000_000, 1, mtime=0), Content_Encoding="gzip")
    web.article("/good")
    url = web.put("/list", f'<!DOCTYPE html><a href="{big}">A</a><a href="{bomb}">B</a><a href="/good">C</a>')
    source = declare("page", url=url)
    pulled = nights.one(source)
    assert (pulled.new, pulled.refused) == (1, 2)
    assert set(nights.refused(source).values()) == {"too_large"}


def test_a_file_of_addresses(web, nights, declare, tmp_path):
    lines = [
        "url,title,publisher,published_on,doc_type",
        f"{web.article('/a')},Fall,Gazette,2025-06-03,news",
        web.article("/b") + ",,,,",
    ]
    file = tmp_path / "list.csv"
    file.write_text("\n".join(lines))
    source = replace(declare("urls", path="list.csv", publisher="Nobody else"), path=file)
    assert nights.one(source).new == 2
    metas = {url: nights.meta(document) for url, document in nights.taken(source).items()}
    assert metas[web.url("/a")] == {
        "url": web.url("/a"), "title": "Fall", "publisher": "Gazette", "published_on": "2025-06-03",
        "doc_type": "news", "authority": None,
    }  # fmt: skip
    assert metas[web.url("/b")]["publisher"] == "Nobody else"
    web.asked.clear()
    assert nights.one(source, days=1).seen == 2
    assert web.asked == []
    file.write_text("url,nonsense\n")
    assert nights.one(source, days=2).refused == 1
    file.unlink()
    with pytest.raises(WrongUseError, match="no such file"):
        nights.one(source, days=3)


def test_what_a_list_states_is_what_the_release_knows(web, nights, declare):
    url = web.put("/sitemap.xml", urlset((web.article("/news/a"), "2026-01-01")), "application/xml")
    source = declare(
        "sitemap", url=url, authority="E10000016", publisher="Kent County Council", doc_type="press_release"
    )
    nights.one(source)
    contents = take_contents(nights.documents(source), {source.id: source}, nights.store, DAY.date())
    ((claim,),) = contents.files.values()
    assert contents.refusals == []
    assert claim.facts == DocumentFacts(
        url=web.url("/news/a"), publisher="Kent County Council", doc_type="press_release", authority="E10000016"
    )


def test_a_code_that_is_none_refuses_its_document_alone(web, nights, declare, tmp_path):
    file = tmp_path / "list.csv"
    file.write_text(f"url,doc_type\n{web.article('/a')},gossip\n{web.article('/b', '9 teams')},news\n")
    source = replace(declare("urls", path="list.csv"), path=file)
    assert nights.one(source).new == 2
    contents = take_contents(nights.documents(source), {source.id: source}, nights.store, DAY.date())
    assert [refusal.reject.reason for refusal in contents.refusals] == ["unknown_code"]
    assert len(contents.files) == 1
