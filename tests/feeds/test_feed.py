"""RSS and Atom, well made, broken and hostile."""

from __future__ import annotations

import time
from datetime import date

import pytest

from flows.feeds.entry import ListFaultError
from flows.feeds.feed import MOST_BYTES, read_feed

URL = "https://www.example.gov.uk/news/feed"


def rss(*items: str, head: str = "", start: str = '<?xml version="1.0"?>') -> bytes:
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'{start}<rss version="2.0"><channel><title>News</title>{head}{inner}</channel></rss>'.encode()


def atom(*entries: str, head: str = "") -> bytes:
    inner = "".join(f"<entry><id>{number}</id>{entry}</entry>" for number, entry in enumerate(entries))
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{head}{inner}</feed>'.encode()


def one(data: bytes):
    (entry,) = read_feed(data, URL).entries
    return entry


def test_rss_states_link_title_and_day_of_publication():
    listing = read_feed(
        rss(
            "<title>Caseloads fall</title><link>/a?utm_source=x</link><pubDate>Tue, 03 Jun 2025 23:30:00 BST</pubDate>"
        ),
        URL,
    )
    (entry,) = listing.entries
    assert listing.form == "RSS 2.0"
    assert (entry.url, entry.title) == ("https://www.example.gov.uk/a", "Caseloads fall")
    assert entry.published.day == date(2025, 6, 3)
    assert entry.mark == "Tue, 03 Jun 2025 23:30:00 BST"


def test_atom_with_a_day_of_change_alone_states_no_day_of_publication():
    entry = one(atom('<link href="a"/><updated>2025-06-03T09:00:00Z</updated>'))
    assert (entry.url, entry.published, entry.mark) == (
        "https://www.example.gov.uk/news/a",
        None,
        "2025-06-03T09:00:00Z",
    )
    assert entry.newest.day == date(2025, 6, 3)


def test_atom_with_both_days_keeps_them_apart():
    entry = one(
        atom('<link href="a"/><published>2025-06-01T09:00:00Z</published><updated>2025-06-03T09:00:00Z</updated>')
    )
    assert (entry.published.day, entry.newest.day) == (date(2025, 6, 1), date(2025, 6, 3))
    assert entry.mark == "2025-06-03T09:00:00Z"


def test_the_alternate_link_counts_and_not_the_feed_of_comments():
    entry = one(
        atom('<link rel="replies" href="/c"/><link rel="alternate" href="/a"/><link rel="enclosure" href="/p.mp3"/>')
    )
    assert entry.url == "https://www.example.gov.uk/a"


def test_xml_base_is_where_links_start():
    data = atom('<link href="a"/>').replace(b"<feed ", b'<feed xml:base="https://other.example/x/" ')
    assert one(data).url == "https://other.example/x/a"


def test_rdf_is_a_feed():
    data = (
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        b' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>N</title></channel>'
        b"<item><title>A</title><link>https://a.example/1</link><dc:date>2025-06-03</dc:date></item></rdf:RDF>"
    )
    listing = read_feed(data, URL)
    assert (listing.form, listing.entries[0].url, listing.entries[0].published) == (
        "RSS 1.0",
        "https://a.example/1",
        None,
    )


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("A &amp;pound;5m boost", "A £5m boost"),
        ("&lt;b&gt;Caseloads&lt;/b&gt; fall", "Caseloads fall"),
        ("<![CDATA[Children&#8217;s services]]>", "Children’s services"),
        ("Two\n  lines", "Two lines"),
        ("Q&amp;A with the director", "Q&A with the director"),
        ("", None),
    ],
)
def test_titles_are_plain_text(title, read):
    assert one(rss(f"<title>{title}</title><link>/a</link>")).title == read


def test_an_address_in_the_guid_serves_where_there_is_no_link():
    assert one(rss("<guid>https://a.example/1</guid>")).url == "https://a.example/1"


@pytest.mark.parametrize(
    "item",
    ["<title>A</title>", "<link></link>", "<link>javascript:alert(1)</link>", '<guid isPermaLink="false">77</guid>',
     f"<link>{URL}</link>", "<link>mailto:news@a.example</link>"],
)  # fmt: skip
def test_an_item_without_a_usable_link_is_told(item):
    listing = read_feed(rss(item, "<link>/b</link>"), URL)
    assert [entry.url for entry in listing.entries] == ["https://www.example.gov.uk/b"]
    assert len(listing.unusable) == 1
    assert listing.unusable[0].startswith("item 1: no link")


def test_one_guid_for_all_items_makes_them_no_one_item():
    guid = "<guid isPermaLink='false'>1</guid>"
    assert len(read_feed(rss(f"{guid}<link>/a</link>", f"{guid}<link>/b</link>"), URL).entries) == 2


def test_broken_xml_is_read_as_far_as_it_goes_and_remarked():
    data = rss("<link>/a?x=1&y=2</link><title>A &nbsp; B</title>", "<link>/b</link>")
    listing = read_feed(data[: data.rindex(b"</item>")], URL)
    assert [entry.url for entry in listing.entries] == [
        f"https://www.example.gov.uk/{path}" for path in ("a?x=1&y=2", "b")
    ]
    assert "broken XML" in listing.remarks[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_an_entity_bomb_is_refused_before_it_is_parsed(encoding):
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{levels}]>'
    bomb = f'{head}<rss version="2.0"><channel>&e9;</channel></rss>'
    begin = time.process_time()
    with pytest.raises(ListFaultError, match="entities") as caught:
        read_feed(bomb.encode(encoding), URL)
    assert caught.value.reason == "unknown_layout"
    assert time.process_time() - begin < 1.0


def test_an_entity_that_names_a_file_is_refused():
    data = rss("<link>/a</link>", start='<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>')
    with pytest.raises(ListFaultError, match="entities"):
        read_feed(data, URL)


def test_ten_thousand_nested_tags_cost_nothing():
    deep = "<b>" * 10_000
    listing = read_feed(rss(f"<description>{deep}</description><link>/a</link>"), URL)
    assert [entry.url for entry in listing.entries] == ["https://www.example.gov.uk/a"]


@pytest.mark.parametrize(
    "data",
    [b"", b"<html><body><a href='/a'>A</a></body></html>", b'{"version": "https://jsonfeed.org/version/1.1"}',
     b"\x00\x01\x02", b"<urlset><url><loc>https://a.example/</loc></url></urlset>"],
)  # fmt: skip
def test_what_is_no_feed_is_refused(data):
    with pytest.raises(ListFaultError, match="is no RSS or Atom feed"):
        read_feed(data, URL)


def test_bytes_that_look_like_a_path_or_an_address_are_not_opened(tmp_path):
    hidden = tmp_path / "feed.xml"
    hidden.write_bytes(rss("<link>/secret</link>"))
    for data in (str(hidden).encode(), f"file://{hidden}".encode(), b"http://127.0.0.1:9/feed"):
        with pytest.raises(ListFaultError):
            read_feed(data, URL)


def test_a_feed_beyond_the_limit_is_refused():
    with pytest.raises(ListFaultError) as caught:
        read_feed(b"<rss>" + b" " * MOST_BYTES, URL)
    assert caught.value.reason == "too_large"


@pytest.mark.parametrize("relation", ["next", "prev-archive"])
def test_the_next_page_is_on_the_same_site(relation):
    here = f'<link xmlns="http://www.w3.org/2005/Atom" rel="{relation}" href="/feed?page=2"/>'
    away = f'<link xmlns="http://www.w3.org/2005/Atom" rel="{relation}" href="https://evil.example/feed"/>'
    assert read_feed(atom('<link href="/a"/>', head=here), URL).next_url == "https://www.example.gov.uk/feed?page=2"
    assert read_feed(atom('<link href="/a"/>', head=away), URL).next_url is None
