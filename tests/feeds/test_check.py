"""Trying sources: what is found is told, and nothing is stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.codelists import load_codelists
from flows.feeds.check import check_source
from flows.sources import folder_source, read_sources

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[2]
TEXT = "<p>" + "The council said that caseloads of its social workers had fallen again this year. " * 6 + "</p>"
DAYS = ("Fri, 30 Jan 2026 09:00:00 GMT", "Tue, 20 Jan 2026 09:00:00 GMT", "Sat, 10 Jan 2026 09:00:00 GMT")


def page(title: str) -> str:
    body = f"<article><h1>{title}</h1>{TEXT}</article>"
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{body}</body></html>"


@pytest.fixture
def check(new_sessions):
    return lambda source: check_source(source, new_sessions(), NOW)


@pytest.fixture
def feed(web):
    items = [
        f"<title>News {n}</title><link>{web.put(f'/news/{n}', page(f'News {n}'))}</link><pubDate>{day}</pubDate>"
        for n, day in enumerate(DAYS)
    ]
    return web.feed("/feed", *items)


def test_a_feed_is_as_declared(web, feed, declare, check, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = check(declare("feed", url=feed, documents_per_month=3))
    assert (found.fault, found.robots, found.form, found.listed, found.chosen) == (None, "allows it", "RSS 2.0", 3, 3)
    assert [item.title for item in found.newest] == ["News 0", "News 1", "News 2"]
    assert found.newest[0].published_on == "2026-01-30"
    assert found.a_month == pytest.approx(3.0)
    assert "words" in found.page
    assert found.page.endswith("News 0")
    assert found.notes == ()
    # the list and the newest document
    assert web.paths() == ["/feed", "/news/0"]
    assert list(tmp_path.iterdir()) == []


def test_a_volume_far_from_the_declared_one_is_noted(feed, declare, check):
    (note,) = check(declare("feed", url=feed, documents_per_month=50)).notes
    assert note == "about 3 documents a month, the declaration expects 50"


def test_a_site_that_forbids_it_is_not_asked(web, feed, declare, check):
    web.put("/robots.txt", "User-agent: *\nDisallow: /", "text/plain")
    found = check(declare("feed", url=feed))
    assert found.robots == "forbids it"
    assert found.fault.startswith("robots_forbid:")
    assert web.paths() == []


def test_a_site_whose_robots_txt_fails_is_not_asked(web, feed, declare, check):
    web.put("/robots.txt", b"", status=503, etag=False)
    found = check(declare("feed", url=feed))
    assert (found.robots, found.fault[:14]) == ("cannot be read", "robots_unknown")


@pytest.mark.parametrize(
    ("kind", "told"), [("sitemap", "wrong_type"), ("page", "wrong_type"), ("feed", "unknown_layout")]
)
def test_a_list_of_another_kind_is_told(web, feed, declare, check, kind, told):
    url = web.put("/opml", "<?xml version='1.0'?><opml/>", "text/xml") if kind == "feed" else feed
    found = check(declare(kind, url=url))
    assert found.fault.startswith(told)


def test_a_declaration_that_takes_nothing_is_told(feed, declare, check):
    found = check(declare("feed", url=feed, include="/press/"))
    assert (found.listed, found.chosen) == (3, 0)
    assert "nothing that the declaration takes" in found.fault


def test_a_document_that_cannot_be_read_is_told(web, declare, check):
    url = web.feed("/feed", f"<link>{web.article('/short', 'Soon.')}</link>")
    found = check(declare("feed", url=url))
    assert found.page == "not read"
    assert "no_article_text" in found.fault
    assert "1 of 1 documents without a date in the list" in found.notes


def test_of_an_index_the_newest_list_is_tried(web, declare, check):
    inner = f"<urlset><url><loc>{web.put('/news/1', page('News'))}</loc></url></urlset>"
    new = web.put("/new.xml", inner, "application/xml")
    old = web.url("/old.xml")
    index = "".join(
        f"<sitemap><loc>{url}</loc><lastmod>{mark}</lastmod></sitemap>"
        for url, mark in ((old, "2020-01-01"), (new, "2026-01-30"))
    )
    url = web.put("/sitemap.xml", f"<sitemapindex>{index}</sitemapindex>", "application/xml")
    found = check(declare("sitemap", url=url))
    assert (found.fault, found.listed) == (None, 1)
    assert found.form == f"index of sitemaps (2), of which {new}"
    assert "/old.xml" not in web.paths()


def test_a_source_without_contact_is_not_asked(web, feed, declare, check):
    source = declare("feed", url=feed)
    source = replace(source, settings={key: value for key, value in source.settings.items() if key != "contact"})
    assert "contact is missing" in check(source).fault
    assert web.asked == []


def test_a_folder_is_counted(check, tmp_path):
    source = folder_source(tmp_path)
    assert check(source).fault.endswith("empty")
    (tmp_path / "a.txt").write_text("12 teams")
    assert (check(source).fault, check(source).listed) == (None, 1)
    assert check(replace(source, path=tmp_path / "gone")).fault.endswith("mend its path")


def test_a_file_of_addresses_is_read_and_nothing_is_asked(web, declare, check, tmp_path):
    file = tmp_path / "list.txt"
    file.write_text("https://a.example/1\nhttps://a.example/2\n")
    source = replace(declare("urls", path="list.txt"), path=file)
    assert (check(source).fault, check(source).listed) == (None, 2)
    file.write_text("")
    assert "holds no address" in check(source).fault
    file.unlink()
    assert "no such file" in check(source).fault


def test_the_site_of_ofsteds_pages_is_tried(web, check):
    declared = {source.id: source for source in read_sources(ROOT / "raw" / "sources.toml", load_codelists().by_gss)}
    ofsted = declared["ofsted-reports"]
    settings = {**ofsted.settings, "url": web.url("/provider/{urn}"), "contact": "a@desk.example"}
    assert check(replace(ofsted, settings=settings)).fault is None
    web.put("/robots.txt", "User-agent: *\nDisallow: /", "text/plain")
    assert check(replace(ofsted, settings=settings)).robots == "forbids it"
