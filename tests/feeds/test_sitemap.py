"""Sitemaps and indexes of them, packed, broken, hostile and large."""

from __future__ import annotations

import gzip
from datetime import date

import pytest

from flows.feeds import sitemap
from flows.feeds.entry import Further, ListFaultError
from flows.feeds.sitemap import read_sitemap

URL = "https://www.example.gov.uk/sitemap.xml"
NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def urlset(*urls: str, more: str = "") -> bytes:
    inner = "".join(f"<url>{url}</url>" for url in urls)
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset {NS} {more}>{inner}</urlset>'.encode()


def index(*lists: str) -> bytes:
    return f"<sitemapindex {NS}>{''.join(f'<sitemap>{one}</sitemap>' for one in lists)}</sitemapindex>".encode()


def test_a_day_of_change_is_no_day_of_publication():
    (entry,) = read_sitemap(
        urlset("<loc>https://a.example/1?utm_source=x</loc><lastmod>2025-06-03</lastmod>"), URL
    ).entries
    assert (entry.url, entry.mark, entry.published) == ("https://a.example/1", "2025-06-03", None)
    assert entry.newest.day == date(2025, 6, 3)


def test_the_news_extension_states_day_and_title():
    news = (
        "<loc>/1</loc><news:news><news:publication><news:name>Gazette</news:name></news:publication>"
        "<news:publication_date>2025-06-03T00:30:00+01:00</news:publication_date>"
        "<news:title>Caseloads &amp; care</news:title></news:news>"
    )
    data = urlset(news, more='xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"')
    (entry,) = read_sitemap(data, URL).entries
    assert (entry.url, entry.title) == ("https://www.example.gov.uk/1", "Caseloads & care")
    assert entry.published.day == date(2025, 6, 3)
    assert entry.mark == "2025-06-03T00:30:00+01:00"


def test_addresses_and_titles_of_images_are_not_the_pages():
    image = (
        "<image:image><image:loc>https://a.example/p.jpg</image:loc><image:title>A picture</image:title></image:image>"
    )
    data = urlset(
        f"{image}<loc>https://a.example/1</loc>", more='xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
    )
    (entry,) = read_sitemap(data, URL).entries
    assert (entry.url, entry.title) == ("https://a.example/1", None)


def test_an_index_names_lists_with_their_marks():
    listing = read_sitemap(index("<loc>/s1.xml.gz</loc><lastmod>2025-06-03</lastmod>", "<loc>/s2.xml</loc>"), URL)
    assert listing.form == "index of sitemaps"
    assert listing.further == (
        Further("https://www.example.gov.uk/s1.xml.gz", "2025-06-03"),
        Further("https://www.example.gov.uk/s2.xml", ""),
    )


def test_packed_sitemaps_are_unpacked_in_several_pieces_too():
    data = urlset("<loc>/1</loc>", "<loc>/2</loc>")
    assert len(read_sitemap(gzip.compress(data), URL).entries) == 2
    assert len(read_sitemap(gzip.compress(data[:60]) + gzip.compress(data[60:]), URL).entries) == 2


def test_a_bomb_is_given_up_at_the_limit():
    bomb = gzip.compress(b"<urlset>" + b" " * (sitemap.MOST_BYTES + 1))
    with pytest.raises(ListFaultError) as caught:
        read_sitemap(bomb, URL)
    assert caught.value.reason == "too_large"


@pytest.mark.parametrize("cut", [10, 30])
def test_packed_content_that_is_cut_short_is_refused(cut):
    data = gzip.compress(urlset(*(f"<loc>/{n * 7919}</loc>" for n in range(500))))
    with pytest.raises(ListFaultError) as caught:
        read_sitemap(data[:-cut], URL)
    assert caught.value.reason == "broken_response"


def test_rubbish_in_a_packed_file_is_refused():
    with pytest.raises(ListFaultError) as caught:
        read_sitemap(b"\x1f\x8b" + b"rubbish" * 10, URL)
    assert caught.value.reason == "broken_response"


def test_two_hundred_thousand_addresses_are_read():
    count = 200_000
    urls = (f"<loc>https://a.example/news/{n}</loc><lastmod>2025-06-{n % 30 + 1:02}</lastmod>" for n in range(count))
    listing = read_sitemap(urlset(*urls), URL)
    assert len({entry.url for entry in listing.entries}) == count
    assert not listing.remarks


def test_more_addresses_than_any_site_has_are_cut_and_remarked(monkeypatch):
    monkeypatch.setattr(sitemap, "MOST_ADDRESSES", 3)
    listing = read_sitemap(urlset(*(f"<loc>/{n}</loc>" for n in range(5))), URL)
    assert len(listing.entries) == 3
    assert "more than 3 addresses" in listing.remarks[0]


def test_what_comes_before_a_break_is_kept():
    data = urlset("<loc>/1</loc>", "<loc>/2</loc>", "<loc>/3 & more</loc>")
    listing = read_sitemap(data, URL)
    assert [entry.url for entry in listing.entries] == [f"https://www.example.gov.uk/{n}" for n in (1, 2)]
    assert "broken XML" in listing.remarks[0]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no XML"),
        (b"not xml", "no XML"),
        (b"<html><body/></html>", "no sitemap but a 'html'"),
        (b'<rss version="2.0"/>', "no sitemap but a 'rss'"),
        (b'<!DOCTYPE x [<!ENTITY e "ha">]><urlset>&e;</urlset>', "entities"),
    ],
)
def test_what_is_no_sitemap_is_refused(data, told):
    with pytest.raises(ListFaultError, match=told) as caught:
        read_sitemap(data, URL)
    assert caught.value.reason == "unknown_layout"


def test_an_external_dtd_is_not_loaded(tmp_path):
    (tmp_path / "x.dtd").write_text("<!ENTITY e 'https://evil.example/'>")
    data = (
        f'<!DOCTYPE urlset SYSTEM "{tmp_path}/x.dtd"><urlset><url><loc>/1</loc></url><url><loc>&e;</loc></url></urlset>'
    )
    listing = read_sitemap(data.encode(), URL)
    assert "https://www.example.gov.uk/1" in {entry.url for entry in listing.entries}
    assert not any("evil" in entry.url for entry in listing.entries)


def test_ten_thousand_nested_tags_end_the_reading():
    listing = read_sitemap(urlset("<loc>/1</loc>", "<x>" * 10_000), URL)
    assert [entry.url for entry in listing.entries] == ["https://www.example.gov.uk/1"]
    assert listing.remarks


def test_an_entry_without_address_is_told():
    listing = read_sitemap(
        urlset("<lastmod>2025-06-03</lastmod>", "<loc>mailto:a@b.example</loc>", "<loc>/1</loc>"), URL
    )
    assert (len(listing.entries), len(listing.unusable)) == (1, 2)
