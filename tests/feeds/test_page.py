"""Pages of links: selectors, dates beside the links, PDF files, odd HTML."""

from __future__ import annotations

from datetime import date

import pytest

from flows.feeds import page
from flows.feeds.entry import ListFaultError
from flows.feeds.page import Selectors, read_index_page, selector

URL = "https://www.example.gov.uk/news/"
NEWS = """<!DOCTYPE html><nav><a href="/jobs">Jobs</a></nav><main><ul>
<li><a href="/news/a"><img src="p.jpg"></a><h2><a href="/news/a">Caseloads fall</a></h2>
<p>Published: 3 June 2025</p></li>
<li><h2><a href="b">Good judgement</a></h2><time datetime="2025-06-02T23:30:00Z">Monday</time></li>
<li><h2><a href="/news/c">Notice</a></h2><p>From 1 May 2025 to 2 May 2025</p></li>
<li><a href="#top">Top</a> <a href="mailto:x@y.example">Mail</a> <a href="/reports/r.pdf?v=2">Report, PDF</a></li>
</ul><a class="next" href="?page=2">Next</a></main>"""


def chosen(links: str = "main li a", next_page: str | None = "a.next", dates: str | None = "time, p") -> Selectors:
    return Selectors(selector(links), next_page and selector(next_page), dates and selector(dates))


def test_links_have_titles_and_the_dates_of_their_own_entries():
    listing = read_index_page(NEWS.encode(), URL, chosen())
    found = {
        entry.url.removeprefix(URL): (entry.title, entry.published and entry.published.day) for entry in listing.entries
    }
    assert found == {
        "a": ("Caseloads fall", date(2025, 6, 3)),
        "b": ("Good judgement", date(2025, 6, 3)),
        "c": ("Notice", None),
        "https://www.example.gov.uk/reports/r.pdf?v=2": ("Report, PDF", None),
    }
    assert listing.next_url == "https://www.example.gov.uk/news/?page=2"
    assert listing.unusable == ("link to 'mailto:x@y.example'",)


def test_a_selector_may_name_what_the_links_lie_in():
    assert len(read_index_page(NEWS.encode(), URL, chosen("main h2")).entries) == 3


def test_only_pdf_takes_links_to_pdf_files():
    listing = read_index_page(NEWS.encode(), URL, chosen("a[href]"), only_pdf=True)
    assert [entry.url for entry in listing.entries] == ["https://www.example.gov.uk/reports/r.pdf?v=2"]


def test_without_a_selector_of_dates_none_is_read():
    listing = read_index_page(NEWS.encode(), URL, chosen(dates=None))
    assert {entry.published for entry in listing.entries} == {None}


@pytest.mark.parametrize("links", ["article a", "nav.none"])
def test_a_selector_that_finds_nothing_is_told(links):
    with pytest.raises(ListFaultError, match="nothing that the selector") as caught:
        read_index_page(NEWS.encode(), URL, chosen(links))
    assert caught.value.reason == "unknown_layout"


@pytest.mark.parametrize("css", ["a[", "::nonsense", "a:has("])
def test_what_is_no_selector_is_told(css):
    with pytest.raises(ValueError, match="no CSS selector"):
        selector(css)


@pytest.mark.parametrize("data", [b"", b"   ", b"\x00\x00", b"plain words"])
def test_what_is_no_page_is_refused(data):
    with pytest.raises(ListFaultError) as caught:
        read_index_page(data, URL, chosen())
    assert caught.value.reason == "unknown_layout"


def test_ten_thousand_nested_tags_are_survived():
    data = ("<main><li><a href='/news/a'>A</a></li>" + "<div>" * 10_000).encode()
    listing = read_index_page(data, URL, chosen())
    assert [entry.url for entry in listing.entries] == ["https://www.example.gov.uk/news/a"]


def test_a_page_beyond_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(page, "MOST_BYTES", 100)
    with pytest.raises(ListFaultError) as caught:
        read_index_page(NEWS.encode(), URL, chosen())
    assert caught.value.reason == "too_large"


def test_scripts_hold_no_links_and_old_encodings_are_read():
    data = "<main><li><script>'<a href=/x>X</a>'</script><a href=/a>Café</a></li>".encode("latin-1")
    assert [entry.title for entry in read_index_page(data, URL, chosen()).entries] == ["Café"]
