"""A provider's page: what is read of it, and what is told as not understood."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.fetch.provider_page import Report, Unclear, read_provider_page

URL = "https://reports.example/provider/44/80999"
FILES = re.compile(r"https://files\.example/v1/file/\d+")


def page(body, head=""):
    return f"<!DOCTYPE html><html><head>{head}</head><body><h1>Ellenshire</h1><p>URN: 80999</p>{body}</body></html>"


def read(body, head=""):
    return read_provider_page(page(body, head).encode(), URL, "80999", FILES)


def link(number, text):
    return f'<a href="https://files.example/v1/file/{number}">{text}</a>'


@pytest.mark.parametrize(
    "entry",
    [
        f"<li>{link(1, 'Focused visit')} <time>12 May 2020</time></li>",
        f"<li>{link(1, 'Focused visit')} <time datetime='2020-05-12T00:00:00Z'>last spring</time></li>",
        f"<li><h3>{link(1, 'Focused visit, PDF - 12 May 2020')}</h3></li>",
        f"<li>{link(1, 'Focused visit<span>, pdf</span><span> - 12th May 2020</span>')}</li>",
        f"<div><div>Published: 12 May 2020</div><div><p>{link(1, 'Focused visit (PDF, 1.2 MB)')}</p></div></div>",
        f"<table><tr><td>12<sup>th</sup> MAY 2020<td>{link(1, '  Focused   visit - opens in a new tab ')}</table>",
        f"<li>Inspected 3 March 2020. {link(1, 'Focused visit')} Published on 12 May 2020</li>",
        f"<li>Visited 3 to 4 March 2020, {link(1, 'Focused visit')}, 12 May 2020</li>",
        f"<li>{link(1, '<img src=a.png>')} {link(1, 'Focused visit')} 12 May 2020</li>",
        f"<li>{link(1, 'Focused visit')} 12 May 2020<script>1 June 2021</script><!-- 2 June 2021 --></li>",
    ],
)
def test_title_and_day_stand_with_the_link(entry):
    found = read(entry + f"<li>{link(2, 'Other')} 1 April 2019</li>")
    assert found.fault is None
    assert found.reports[0] == Report("https://files.example/v1/file/1", "Focused visit", date(2020, 5, 12))
    assert found.reports[1].published_on == date(2019, 4, 1)
    assert found.unclear == ()


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (link(1, "Focused visit"), "no date"),
        (f"{link(1, 'Focused visit')} 31 February 2020", "no date"),
        (f"{link(1, 'Focused visit')} 3 to 12 May 2020", "no date"),
        (f"{link(1, 'Focused visit')} 3 May 2020, 12 May 2020", "several dates"),
        (f"{link(1, '')} 12 May 2020", "no title"),
        (f"{link(1, 'PDF, 12 May 2020')}", "no title"),
    ],
)
def test_a_link_that_is_not_clear_is_told(entry, why):
    found = read(f"<ul><li>{entry}</li><li>{link(2, 'Other')} 1 April 2019</li></ul>")
    assert [report.title for report in found.reports] == ["Other"]
    assert isinstance(found.unclear[0], Unclear)
    assert why in found.unclear[0].why


def test_the_date_of_another_report_is_never_taken():
    found = read(f"<div>{link(1, 'First')}{link(2, 'Second')} 12 May 2020</div>")
    assert found.reports == ()
    assert len(found.unclear) == 2


def test_other_links_are_no_reports():
    found = read(f"<a href='/about'>About</a><a>none</a><a href='http://['>odd</a><li>{link(1, 'One')} 1 May 2020</li>")
    assert len(found.reports) == 1


def test_relative_addresses_start_from_the_page():
    form = re.compile(r"https://reports\.example/file/\d+")
    body = page("<li><a href='/file/7#page=2'>One</a> 1 May 2020</li>").encode()
    assert read_provider_page(body, URL, "80999", form).reports[0].url == "https://reports.example/file/7"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "cannot be read"),
        (b"   ", "cannot be read"),
        (page("<p>No reports").encode(), "links no report file"),
        (page(link(1, "One")).replace("80999", "809991").encode(), "does not name the URN"),
        (b"<!DOCTYPE html><title>We value your privacy</title><p>Accept cookies?", "does not name the URN"),
        (page(f"<li>{link(1, 'One')} 1 May 2020</li><p>Page 1 of 3").encode(), "page 1 of several"),
    ],
)
def test_a_page_that_is_not_understood_says_so(data, why):
    found = read_provider_page(data, URL, "80999", FILES)
    assert (found.reports, found.unclear, found.next_url) == ((), (), None)
    assert why in (found.fault or "")


@pytest.mark.parametrize(
    "more", ["<a rel='next' href='?page=2'>2</a>", "<a href='?page=2'>Next</a>", "<a href='?page=2'>Next page »</a>"]
)
def test_the_next_page_is_found(more):
    found = read(f"<li>{link(1, 'One')} 1 May 2020</li><p>Page 1 of 2 {more}")
    assert (found.fault, found.next_url) == (None, f"{URL}?page=2")


def test_the_last_page_has_no_next():
    body = f"<li>{link(1, 'One')} 1 May 2020</li><p>Page 2 of 2 <a href='#'>Next</a>"
    assert read(body).next_url is None


@pytest.mark.parametrize("head", ["", "<meta charset=utf-8>", "<meta charset=iso-8859-1>"])
def test_a_title_is_read_as_it_was_meant(head):
    assert read(f"<li>{link(1, 'Children’s services')} 1 May 2020</li>", head).reports[0].title == "Children’s services"


@given(st.binary(max_size=400))
def test_any_bytes_are_taken(data):
    found = read_provider_page(data, URL, "80999", FILES)
    assert found.fault or found.reports or found.unclear


def test_ten_thousand_nested_tags_are_taken():
    body = "<div>" * 10_000 + f"{link(1, 'One')} 1 May 2020"
    found = read(body)
    assert found.fault or found.reports or found.unclear
