"""Lists of addresses in a file."""

from __future__ import annotations

from datetime import date

import pytest

from flows.feeds.entry import ListFaultError
from flows.feeds.urls import read_url_list


def test_a_text_list_has_one_address_a_line():
    listing = read_url_list(
        b"\xef\xbb\xbf# found by hand\nhttps://a.example/1#x\n\nhttps://a.example/2.pdf\r\nnonsense\n"
    )
    assert [entry.url for entry in listing.entries] == ["https://a.example/1", "https://a.example/2.pdf"]
    assert listing.unusable == ("row 3: 'nonsense' is no web address",)


def test_a_csv_states_what_is_known():
    data = (
        "url,title,publisher,published_on,doc_type,authority\n"
        'https://a.example/1,"Fall, at last",Gazette,2025-06-03,news,E10000016\n'
        "https://a.example/2,,,,,\n"
    )
    first, second = read_url_list(data.encode()).entries
    assert (first.title, first.publisher, first.doc_type, first.authority) == (
        "Fall, at last",
        "Gazette",
        "news",
        "E10000016",
    )
    assert (first.published.day, first.mark) == (date(2025, 6, 3), "2025-06-03")
    assert (second.title, second.published, second.authority, second.mark) == (None, None, None, "")


@pytest.mark.parametrize(
    ("data", "reason", "told"),
    [
        (b"", "unknown_layout", "holds no address"),
        (b"# nothing\n", "unknown_layout", "holds no address"),
        (b"\xff\xfe", "undecodable", "no UTF-8"),
        (b"url,author\nhttps://a.example/,x\n", "unknown_column", "'author'"),
        (b"url,url\nhttps://a.example/,x\n", "unknown_column", "a column twice"),
        (b"url,title\nhttps://a.example/\n", "broken_table", "1 cells for 2 columns"),
        (b'url,title\nhttps://a.example/,"open\n', "broken_table", "line"),
        (b"url,published_on\nhttps://a.example/,soon\n", "broken_table", "is no date"),
    ],
)
def test_what_is_wrong_is_told(data, reason, told):
    with pytest.raises(ListFaultError, match=told) as caught:
        read_url_list(data)
    assert caught.value.reason == reason
