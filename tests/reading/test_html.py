from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import trafilatura
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.model import ReadDocument, Reject
from transforms.reading import read_document
from transforms.reading.html import read_page

BODY = """
<p>Social workers in the county hold fewer cases than they did a year ago, the council said on Tuesday.</p>
<p>The average caseload is 15, compared with almost 30 in early 2018, and &pound;6m has been set aside for staff.</p>
<ul><li>40 cases were looked at</li><li>13 out of 33 areas were inadequate</li></ul>
<p>The cabinet member for children&#8217;s services said that nobody was complacent about what remains to be done.</p>
"""


def page(head: str = "", before: str = "", body: str = BODY, after: str = "") -> bytes:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>'
        f'<nav><a href="/">Home</a> <a href="/news">News</a></nav><main><article>{before}{body}</article></main>'
        f"<aside><p>Read next: potholes</p></aside>{after}<footer>Contact us</footer></body></html>"
    ).encode()


def json_ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


def read(data: bytes) -> ReadDocument:
    document = read_document(data, "a.html")
    assert isinstance(document, ReadDocument), document
    return document


def test_the_article_is_read_without_what_surrounds_it() -> None:
    document = read(page(before="<h1>Caseloads fall in the county</h1>"))
    paragraphs = document.text.split("\n\n")
    assert paragraphs[0] == "Caseloads fall in the county"
    assert paragraphs[1].startswith("Social workers in the county hold")
    assert "£6m" in document.text
    assert "children’s services" in document.text
    assert "- 40 cases were looked at\n- 13 out of 33 areas were inadequate" in document.text
    assert "potholes" not in document.text
    assert "Home" not in document.text
    assert document.media_type == "text/html"


def test_the_headline_stands_once() -> None:
    document = read(page(before="<h1>Caseloads fall in the county</h1>"))
    assert document.text.count("Caseloads fall in the county") == 1


def test_json_ld_is_trusted_first() -> None:
    head = json_ld(
        **{"@type": "NewsArticle"},
        headline="Caseloads &amp; costs fall",
        datePublished="2017-08-23T23:01:00Z",
        dateModified="2018-01-01",
        publisher={"@type": "Organization", "name": "The Courier"},
    )
    head += '<meta property="og:title" content="Other"><meta property="article:published_time" content="2016-01-01">'
    document = read(page(head))
    assert (document.title, document.publisher, document.published_on) == (
        "Caseloads & costs fall",
        "The Courier",
        date(2017, 8, 24),
    )


def test_a_graph_with_references_is_followed() -> None:
    graph = [
        {"@type": "WebPage", "datePublished": "2020-05-04", "@id": "#page"},
        {"@type": ["Thing", "Organization"], "@id": "#us", "name": "Shire Council"},
        {"@type": "https://schema.org/Article", "headline": "A longer headline", "publisher": {"@id": "#us"}},
    ]
    document = read(page(json_ld(**{"@graph": graph})))
    assert (document.title, document.publisher, document.published_on) == (
        "A longer headline",
        "Shire Council",
        date(2020, 5, 4),
    )


def test_a_broken_json_ld_block_does_not_hide_the_next() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    head += json_ld(**{"@type": "NewsArticle"}, datePublished="2020-05-04")
    assert read(page(head)).published_on == date(2020, 5, 4)


@pytest.mark.parametrize(
    ("head", "before"),
    [
        ('<meta property="article:published_time" content="2020-05-04T10:00:00+01:00">', ""),
        ('<meta name="DCTERMS.issued" content="2020-05-04">', ""),
        ("", '<time itemprop="datePublished" datetime="2020-05-04">yesterday</time>'),
        ("", '<time class="entry-date published" datetime="2020-05-04T09:00:00+01:00">4 May</time>'),
        ("", '<time datetime="2020-05-04">4 May 2020</time>'),
        ("", "<p>Published: Monday 4th May 2020</p>"),
        ("", "<dl><dt>Published</dt><dd>4 May 2020</dd><dt>Last updated</dt><dd>6 June 2021</dd></dl>"),
        ("", "<span>Published on</span> <span>4 May 2020</span>"),
    ],
)
def test_the_day_of_publication_is_found_in_markup_and_print(head: str, before: str) -> None:
    assert read(page(head, f"<h1>Caseloads fall in the county</h1>{before}")).published_on == date(2020, 5, 4)


@pytest.mark.parametrize(
    ("head", "before", "after"),
    [
        ('<meta property="article:modified_time" content="2021-06-06">', "", ""),
        ('<meta name="dcterms.date" content="2018-01-01T00:00:00Z">', "", ""),
        ("", "<p>Last updated <time datetime='2021-06-06'>6 June 2021</time></p>", ""),
        ("", "<p><b>Updated:</b> <time datetime='2021-06-06'>6 June 2021</time></p>", ""),
        ("", "", "<aside><time datetime='2021-06-06'>6 June 2021</time></aside>"),
        ("", "<time datetime='2021-06-06'>a</time><time datetime='2021-06-07'>b</time>", ""),
        ("", "<p>Published</p>", ""),
        ("", "<p>The letter was published on Friday.</p>", ""),
    ],
)
def test_other_days_are_no_day_of_publication(head: str, before: str, after: str) -> None:
    assert read(page(head, before, after=after)).published_on is None


def test_of_several_headings_the_one_in_the_title_is_the_headline() -> None:
    head = "<title>Caseloads fall in the county | Shire Council</title>"
    document = read(page(head, "<h1>Shire Council</h1><h1>Caseloads fall in the county</h1>"))
    assert document.title == "Caseloads fall in the county"


def test_the_title_element_loses_the_name_of_the_site() -> None:
    assert (
        read(page("<title>Caseloads fall in the county – Shire Council</title>")).title
        == "Caseloads fall in the county"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "iso-8859-15", "utf-16"])
def test_the_declared_encoding_is_obeyed(encoding: str) -> None:
    text = page().decode().replace("utf-8", encoding).replace("county", "Coöperative county", 1)
    assert "Coöperative county" in read(text.encode(encoding)).text


def test_windows_quotes_in_a_page_that_says_latin_1() -> None:
    text = page().decode().replace("utf-8", "iso-8859-1").replace("&#8217;", "’")
    assert "children’s services" in read(text.encode("cp1252")).text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty_file"),
        (b" \n", "empty_file"),
        (b"just words and no tag " * 20, "wrong_type"),
        (b"%PDF-1.4 ...", "wrong_type"),
        (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no_article_text"),
        (b"<html><body>" + b"<li><a href='/x'>Link</a></li>" * 200 + b"</body></html>", "no_article_text"),
        (b"<html><body><p>Sorry, the page has moved.</p></body></html>", "no_article_text"),
        (page("<title>404 - Page not found</title>"), "error_page"),
        (page(before="<h1>Report not found</h1>"), "error_page"),
        (b"<html>" + b"\x81\x8d" * 60, "undecodable"),
        (b"<html>" + b"\x00\x01" * 4000, "binary"),
    ],
)
def test_pages_without_an_article_are_refused_with_their_reason(data: bytes, reason: str) -> None:
    result = read_document(data, "a.htm")
    assert isinstance(result, Reject)
    assert result.reason == reason


def test_an_article_about_something_not_found_is_no_error_page() -> None:
    assert read(page(before="<h1>Missing boy not found after search, review says</h1>")).title is not None


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 5000 + BODY + "</div>" * 5000,
        BODY + "<p>" + "word " * 200_000 + "</p>",
        BODY + "<p>" + "x" * 1_000_000 + "</p>",
        BODY + "&#xD800;&#0;&#146;&nosuch;<p" + "<" * 10_000,
        BODY + "<table>" + "<tr><td>15</td><td>30</td></tr>" * 2000 + "</table>",
        BODY + f"<script type='application/ld+json'>{'[' * 50_000}</script>",
        BODY + f"<meta name='publisher' content='{'a' * 500_000}'><time class='{'entry-date ' * 5000}'>x</time>",
    ],
)
def test_hostile_markup_is_read_or_refused(markup: str) -> None:
    result = read_document(f"<html><body>{markup}</body></html>".encode(), "a.html")
    assert isinstance(result, ReadDocument | Reject)
    if isinstance(result, ReadDocument):
        assert result.text.encode("utf-8")


def in_article(body: str) -> str:
    return read(page(body=BODY + body + "<p>The last paragraph of the page is about nothing in particular.</p>")).text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>There were 56,200<sup>2</sup> children in care.</p>", "There were 56,200 children in care."),
        ("<p>There were 42,616<sup><a href='#n3'>[3]</a></sup> of them.</p>", "There were 42,616 of them."),
        ("<p>The rate rose<sup>a, b</sup> to 12%<sup>4</sup> of all.</p>", "to 12% of all."),
        ("<p>On the 1<sup>st</sup> of May the 2<sup>nd</sup> team began.</p>", "On the 1st of May the 2nd team began."),
        ("<p>The home has 120 m<sup>2</sup> of garden.</p>", "The home has 120 m² of garden."),
        ("<p>Staff stay for 2<sup>1</sup>/<sub>2</sub> years.</p>", "Staff stay for 2 1/2 years."),
        ("<p>A team holds <del>30</del> 15 cases on average.</p>", "A team holds 15 cases on average."),
        ("<p>A team holds <s>30</s>15 cases on average.</p>", "A team holds 15 cases on average."),
        ("<p>At the end of <time datetime='2024-03-31'>31 March 2024</time> there were 604 children.</p>",
         "At the end of 31 March 2024 there were 604 children."),
    ],
)  # fmt: skip
def test_raised_and_struck_out_figures_are_no_part_of_a_number(markup: str, text: str) -> None:
    assert text in in_article(markup)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>READ MORE: <a href='/a'>zzclutter wins prize at county show again</a></p>",
        "<p><strong><a href='/a'>Read more: zzclutter wins prize at the county show</a></strong></p>",
        "<ul><li><a href='/a'>Related: zzclutter wins prize</a></li></ul>",
        "<div class='newsletter-signup'><p>Sign up for our zzclutter bulletin</p><form><input></form></div>",
        "<aside><p>zzclutter is a box of facts about something else altogether.</p></aside>",
        "<figure><img src='a.jpg'><figcaption>zzclutter at the county show (Image: agency)</figcaption></figure>",
        "<template><p>zzclutter is a template that no reader ever sees.</p></template>",
        "<noscript><p>zzclutter needs a browser with scripts.</p></noscript>",
        "<script>document.write('zzclutter')</script><style>.zzclutter{}</style>",
        "<section id='comments'><p>zzclutter says this costs 300 jobs.</p></section>",
        "<ol class='commentlist'><li class='comment'><p>zzclutter says this costs 300 jobs.</p></li></ol>",
        "<nav><ul><li><a href='/a'>zzclutter</a></li></ul></nav>",
        "<p style='display:none'>zzclutter is hidden from everyone.</p>",
    ],
)
def test_what_surrounds_an_article_never_reaches_its_text(markup: str) -> None:
    text = in_article(markup)
    assert "zzclutter" not in text
    assert "nothing in particular" in text


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Read more than 12 of the reports and <a href='/a'>one</a> thing stands out: caseloads fall.</p>",
        "<p>Subscribe to none of this, said the leader of the opposition, who counted 40 vacancies.</p>",
        "<p>Listen to children: that was the message of the 14 care leavers who came to County Hall.</p>",
        "<blockquote><p>We count 40 vacancies today, and we counted 60 of them a year ago.</p></blockquote>",
        "<p>He said <a href='/r'>the report, which counts 40 vacancies</a>, was fair.</p>",
    ],
)
def test_paragraphs_that_begin_as_a_promotion_stay(markup: str) -> None:
    text = in_article(markup)
    assert any(words in text for words in ("stands out", "40 vacancies", "14 care leavers"))


def test_the_reader_puts_the_headline_on_top_of_what_the_core_returns() -> None:
    data = page('<meta property="og:title" content="Caseloads fall in the county">').replace(
        b"<main>", b"<main><header><h1>Caseloads fall in the county</h1></header>"
    )
    body = read_page(data, "https://a.example/news/1")
    assert isinstance(body, str)
    assert body.startswith("Social workers in the county hold")
    assert read(data).text == f"Caseloads fall in the county\n\n{body}"
    assert type(read(data).text) is str


def test_the_core_has_the_text_of_a_page_that_is_no_article() -> None:
    body = read_page(page("<title>404 - Page not found</title>"))
    assert "Social workers" in body
    assert body.trouble is not None
    assert body.trouble.reason == "error_page"


def test_the_library_s_own_text_is_kept_where_nothing_is_to_be_tidied() -> None:
    data = page(before="<h1>Caseloads fall in the county</h1>")
    own = trafilatura.extract(data, fast=True, include_comments=False)
    assert own is not None
    assert read_page(data).split() == own.split()


def test_stray_bytes_in_a_page_of_utf_8() -> None:
    data = page(body=BODY.replace("&#8217;", "’").replace("&pound;", "£") + "<p>A fee of £40 or £50 was “fair”.</p>")
    text = read(data.replace("“".encode(), b"\x93", 1)).text
    assert "£6m" in text
    assert "children’s services" in text
    assert "was “fair”" in text


@pytest.mark.parametrize(
    "name", [b"Jan Pokorn\xfd", b"Micha\xbf G\xf3rny", b"St\xe9phane \x81", b"caf\xe9\xe2\x80\x99s"]
)
def test_a_few_bytes_that_fit_nothing_do_not_cost_the_article(name: bytes) -> None:
    text = read(page(body=BODY + "<p>There were 412 referrals, NAME told members of the scrutiny panel.</p>")
                .replace(b"NAME", name)).text  # fmt: skip
    assert "There were 412 referrals, " in text
    assert "£6m" in text


def test_the_core_has_the_text_of_a_page_that_lost_many_characters() -> None:
    body = read_page(page(body=BODY + "<p>" + "\ufffd" * 200 + " is what was left of it.</p>"))
    assert "Social workers" in body
    assert body.trouble is not None
    assert body.trouble.reason == "binary"


SHAPES = {
    "list": "<ul><li>40 cases were read</li><li>Of 33 areas <b>13</b> were weak</li></ul>",
    "numbered list with paragraphs": "<ol><li><p>First, 40 cases were read.</p></li><li><p>Then 33 more.</p></li></ol>",
    "table": "<table><tr><th>Year</th><th>Children</th></tr><tr><td>2019</td><td>604</td></tr></table>",
    "subheadings": "<h2>What inspectors saw</h2><p>They saw 40 cases in five days and spoke to 31 workers.</p>",
    "question and answer": "<dl><dt>How many children?</dt><dd>There were 604 of them in March.</dd></dl>",
    "quotation": "<blockquote><p>We count 40 vacancies today, and we counted 60 of them a year ago.</p></blockquote>",
    "line breaks": "<p>There were 604 children in March.<br><br>There had been 560 of them a year before.</p>",
    "nested divisions": "<div><div><p>There were 604 children in March.</p></div><div><p>560 in 2018.</p></div></div>",
    "section": "<section><h3>Numbers</h3><p>There were 604 children in March, or 71 in every 10,000.</p></section>",
    "marked words": "<p>There were <strong>604</strong> <em>children</em> in <a href='/x'>March</a>, not 560.</p>",
    "details": "<details><summary>Numbers</summary><p>There were 604 children in March and 560 before.</p></details>",
}


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("place", ["between", "alone"])
def test_nothing_that_the_library_keeps_is_lost(shape: str, place: str) -> None:
    body = SHAPES[shape] * 3 if place == "alone" else BODY + SHAPES[shape] + BODY.replace("county", "borough")
    data = page(before="<h1>Caseloads fall in the county</h1>", body=body)
    own = trafilatura.extract(data, fast=True, include_comments=False)
    assert own is not None
    assert read_page(data).split() == own.split()


def test_the_charset_of_the_header_goes_before_that_of_the_page() -> None:
    data = page().decode().replace("county", "Łódź", 1).encode("iso-8859-2")
    assert "Łódź" in read_page(data, charset="iso-8859-2")
    assert "Łódź" not in read_page(data)


def test_a_byte_order_mark_is_no_text() -> None:
    assert read(b"\xef\xbb\xbf" + page()).text == read(page()).text


@pytest.mark.parametrize(
    "unit",
    [
        "<div>", "<span><a>", "<sup>1", "12<sup>1</sup> ", "<a href=x>read more</a> ", "<aside>", "<del>1",
        "<p>Related: <a href=x>read more</a></p>", "<time datetime=2020>x</time>", "<h1>a - </h1>", "<p>Published</p>",
        "<script type='application/ld+json'>{</script>", "<b itemprop=datePublished>x</b>", "<template>", "<!--", "&b;",
    ],
)  # fmt: skip
def test_a_page_of_one_thing_again_and_again_is_read_or_refused(unit: str) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    result = read_document(f"{bomb}<html><body>{BODY}{unit * 10_000}</body></html>".encode(), "a.html")
    assert isinstance(result, ReadDocument | Reject)
    assert not isinstance(result, ReadDocument) or len(result.text) < 40 * 10_000


def test_a_page_of_200_megabytes_is_refused_unread() -> None:
    result = read_document(b"<html>" + bytes(200_000_000), "a.html")
    assert isinstance(result, Reject)
    assert result.reason == "too_large"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 1500), st.integers(0, 400))
def test_no_bytes_raise(noise: bytes, at: int, cut: int) -> None:
    sound = page(json_ld(**{"@type": "NewsArticle"}, datePublished="2020-05-04"))
    data = sound[:at] + noise + sound[at + cut :]
    result = read_document(data, "a.html")
    assert isinstance(result, ReadDocument | Reject)
    assert read_document(data, "a.html") == result


def test_a_saved_error_page_is_refused_under_either_name(reports: list[Path]) -> None:
    pages = [path for path in reports if not path.read_bytes().startswith(b"%PDF-")]
    assert len(pages) == 2
    for path in pages:
        as_pdf, as_html = read_document(path.read_bytes(), "a.pdf"), read_document(path.read_bytes(), "a.html")
        assert isinstance(as_pdf, Reject)
        assert as_pdf.reason == "not_a_pdf"
        assert isinstance(as_html, Reject)
        assert as_html.reason == "error_page"
