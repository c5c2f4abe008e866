"""What a page states of itself: headline, days, publisher and the rest, on pages with the traps that real ones set."""

from __future__ import annotations

import json
from datetime import date

import pytest

from transforms.reading.html import read_page
from transforms.reading.html_facts import PageFacts
from transforms.reading.html_stamps import read_stamp

DAY = date(2023, 8, 30)
BODY = """
<p>Social workers in the county hold fewer cases than they did a year ago, the council said on Tuesday.</p>
<p>The average caseload is 15, compared with almost 30 in early 2018, and £6m has been set aside for staff.</p>
<p>The cabinet member for children’s services said that nobody was complacent about what remains to be done.</p>
"""
HEADLINE = "Caseloads fall in the county as agency staff leave"


def ld(*blocks: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(block)}</script>' for block in blocks)


def facts(head: str = "", before: str = f"<h1>{HEADLINE}</h1>", after: str = "", url: str | None = None) -> PageFacts:
    markup = (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">{head}</head><body><nav><a href="/">Home</a>'
        f"</nav><main><article>{before}{BODY}</article></main>{after}<footer>Contact us</footer></body></html>"
    )
    page = read_page(markup.encode(), url)
    assert page.trouble is None, page.trouble
    return page.facts


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2023-08-30", DAY),
        ("20230830", DAY),
        ("2023/08/30 09:15:00", DAY),
        ("2023-08-30T09:15:00Z", DAY),
        ("2023-08-30T00:00:00Z", DAY),
        ("2023-08-29T23:30:00Z", DAY),
        ("2023-08-29T23:30:00.000z", DAY),
        ("2023-08-30T00:30:00+01:00", DAY),
        ("2023-08-30T14:04+0100", DAY),
        ("2023-08-30 14:04:00 +0100", DAY),
        ("2023-08-30T09:15:00.1234567Z", DAY),
        ("2023-12-31T23:59:00Z", date(2023, 12, 31)),
        ("1693386900", DAY),
        ("1693386900000", DAY),
        (1693386900000, DAY),
        (["2023-08-30", "2024-01-01"], DAY),
        ("Wed, 30 Aug 2023 09:15:00 GMT", DAY),
        ("Tue, 29 Aug 2023 23:30:00 +0000", DAY),
        ("30 August 2023", DAY),
        ("Wednesday 30th August 2023", DAY),
        ("14:04, 30 Aug 2023", DAY),
        ("2.04pm BST, Wed 30 August 2023", DAY),
        ("August 30, 2023 2:04 pm", DAY),
        ("30/08/2023 14:04", DAY),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00", None),
        ("2023-02-30", None),
        ("2023", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (True, None),
        ({"@value": "2023-08-30"}, None),
        ("9" * 5000, None),
    ],
)
def test_time_stamps_are_days_in_london(stamp: object, day: date | None) -> None:
    assert read_stamp(stamp) == day


ARTICLE = {"@type": "NewsArticle", "headline": HEADLINE, "datePublished": "2023-08-30T09:15:00Z"}
RELATED = {"@type": "NewsArticle", "headline": "Potholes to be filled by spring", "datePublished": "2021-01-02",
           "url": "https://a.example/potholes"}  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        ld(ARTICLE),
        ld([ARTICLE, {"@type": "WebPage", "datePublished": "2020-01-01"}]),
        ld({"@graph": [{"@type": "Organization", "name": "A"}, ARTICLE]}),
        ld({"@type": "WebPage", "mainEntity": ARTICLE}),
        ld({"@type": ["Article", "Thing"], "headline": HEADLINE, "datePublished": "2023-08-30"}),
        ld({"@type": "https://schema.org/NewsArticle", "datePublished": "2023-08-30"}),
        ld(RELATED, ARTICLE | {"url": "https://a.example/news/1"}),
        ld({"@type": "ItemList", "itemListElement": [RELATED]}, ARTICLE),
        ld([RELATED, RELATED | {"url": "https://a.example/bins"}, ARTICLE]),
        ld({"@type": "VideoObject", "uploadDate": "2019-01-01", "datePublished": "2019-01-01"}, ARTICLE),
        ld(ARTICLE | {"video": {"@type": "Article", "datePublished": "2019-01-01"}}),
        ld(ARTICLE | {"hasPart": [RELATED], "comment": [{"@type": "Comment", "datePublished": "2024-01-01"}]}),
        ld(ARTICLE | {"dateModified": "2024-02-03T10:00:00Z", "dateCreated": "2023-08-01"}),
        ld({"@graph": [{"@type": "WebPage", "datePublished": "2023-08-30", "dateModified": "2024-01-01"}]}),
    ],
)
def test_the_page_s_own_object_states_the_day(head: str) -> None:
    head += '<link rel="canonical" href="https://a.example/news/1">'
    assert facts(head).published_on == DAY


@pytest.mark.parametrize(
    "block",
    [
        '{"@type": "NewsArticle", "datePublished": "2023-08-30", "description": "two\nlines\tand a tab"}',
        '{"@type": "NewsArticle", "datePublished": "2023-08-30", "keywords": ["a", "b",], }',
        '<!-- {"@type": "NewsArticle", "datePublished": "2023-08-30"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "datePublished": "2023-08-30"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "It\\\'s, a headline", "datePublished": "2023-08-30"};',
        '{"@type": "WebSite", "name": "A"}{"@type": "NewsArticle", "datePublished": "2023-08-30"}',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;datePublished&quot;: &quot;2023-08-30&quot;}",
        '{"@type": "NewsArticle", <!-- old --> "datePublished": "2023-08-30"}',
        '{"@type": "NewsArticle", "datePublished": "2023-08-30", "articleBody": "an unescaped "quotation" in it"}',
    ],
)
def test_broken_json_ld_is_mended_or_its_day_found_in_print(block: str) -> None:
    assert facts(f'<script type="application/ld+json">{block}</script>').published_on == DAY


@pytest.mark.parametrize(
    ("head", "before"),
    [
        ('<meta property="article:published_time" content="2023-08-30T09:15:00Z">', ""),
        ('<meta name="OriginalPublicationDate" content="2023/08/30 09:15:00">', ""),
        ('<meta name="parsely-pub-date" content="2023-08-30T09:15:00Z">', ""),
        ("<meta name='parsely-page' content='{\"pub_date\": \"2023-08-30T09:15:00Z\"}'>", ""),
        ('<meta name="sailthru.date" content="Wed, 30 Aug 2023 09:15:00 GMT">', ""),
        ('<meta itemprop="datePublished" content="2023-08-30T09:15:00Z">', ""),
        ('<meta name="date" content="2023-08-30T09:15:00Z">', ""),
        ("", '<time itemprop="datePublished" datetime="2023-08-30T14:04+0100">30 August 2023 • 2:04pm</time>'),
        ("", '<time datetime="2024-01-01" class="date-updated">1 January 2024</time>'
             '<time pubdate datetime="2023-08-30">30 Aug</time>'),
        ("", '<span class="published-on">30 August 2023</span>'),
        ("", "<ul><li><i>Published</i><i>14:03, 30 Aug 2023</i></li><li>Updated 16:00, 31 AUG 2023</li></ul>"),
        ("", "<p>Published: 12:03, 30 August 2023</p><p>Last updated: 2 September 2023</p>"),
        ("", "<p>First published 30 August 2023</p>"),
        ("", "<p>Last updated 2 September 2023</p><p>Posted on Wednesday 30 August 2023</p>"),
        ("", "<p>Wednesday 30 August 2023</p>"),
        ("", "<p>By Our Reporter | 30 August 2023</p>"),
        ("", "<div><span>Updated:</span> <span>1 September 2023</span></div><div>30/08/2023</div>"),
        ("<script>window.state = {\"firstPublished\": 1693386900000, \"lastUpdated\": 1704103200000}</script>", ""),
        ("<script>self.push([1,\"{\\\"publishedAt\\\":\\\"2023-08-30T09:15:00Z\\\"}\"])</script>", ""),
    ],
)  # fmt: skip
def test_the_day_of_publication_without_json_ld(head: str, before: str) -> None:
    assert facts(head, f"<h1>{HEADLINE}</h1>{before}").published_on == DAY


@pytest.mark.parametrize(
    ("head", "before", "after"),
    [
        ('<meta name="date" content="2018-01-01T00:00:00Z"><meta name="dcterms.date" content="2018-01-01">', "", ""),
        ('<meta name="DCSext.articleFirstPublished" content="2019-02-05">', "", ""),
        ('<meta property="article:modified_time" content="2024-07-30">', "", ""),
        ('<meta name="last-modified" content="2024-07-30">', "<time datetime='2024-07-30'>30 July 2024</time>", ""),
        ("", "<time itemprop='dateModified' datetime='2024-07-30'>30 July 2024</time>", ""),
        (ld({"@type": "ItemList", "itemListElement": [RELATED]}), "", ""),
        (ld({"@type": "NewsArticle", "dateModified": "2024-07-30"}), "", ""),
        (ld({"@type": "Event", "startDate": "2024-07-30", "datePublished": "2024-07-01"}), "", ""),
        ("", "<p>Updated 30 July 2024</p>", ""),
        ("", "<p>Last reviewed: 30 July 2024</p>", ""),
        ("", "<p>Updated</p><p>30 July 2024</p>", ""),
        ("", "", "<aside><p>Published 30 July 2024</p></aside>"),
        ("", "", '<div class="related-links"><time class="published" datetime="2024-07-30">30 July</time></div>'),
        ("", "", "<footer><p>Page published 30 July 2024 by the web team</p></footer>"),
        ("", "", '<div class="comments"><p>Posted on 30 July 2024</p></div>'),
        ("<script>[{\"publishedAt\":\"2023-08-30\"},{\"publishedAt\":\"2023-08-31\"}]</script>", "", ""),
        ("", "<p>Published on 3 May 2022, the report that the council had asked for says that too few foster carers "
             "could be found in the county.</p>", ""),
    ],
)  # fmt: skip
def test_no_other_day_is_taken_for_it(head: str, before: str, after: str) -> None:
    assert facts(head, f"<h1>{HEADLINE}</h1>{before}", after).published_on is None


def test_a_system_that_moves_its_day_of_publication_is_not_believed() -> None:
    moved = ld(ARTICLE | {"datePublished": "2024-07-30T10:00:00Z", "dateModified": "2024-07-30T10:00:00Z"})
    stated = facts(moved + '<meta property="article:published_time" content="2023-08-30T09:15:00Z">')
    assert (stated.published_on, stated.modified_on) == (DAY, date(2024, 7, 30))
    stated = facts(moved, f'<h1>{HEADLINE}</h1><time class="date-published" datetime="2023-08-30">30 August</time>')
    assert (stated.published_on, stated.modified_on) == (DAY, date(2024, 7, 30))


@pytest.mark.parametrize(
    "after",
    [
        "",
        "<div class='more'>"
        + "<div><h3>Potholes</h3><time class='entry-date published'>3 May 2020</time></div>" * 3
        + "</div>",
        "<section><article><time itemprop='datePublished' datetime='2020-05-03'>3 May</time></article></section>",
    ],
)
def test_an_article_that_never_changed_keeps_its_day(after: str) -> None:
    stated = facts(ld(ARTICLE | {"dateModified": "2023-08-30T09:15:00Z"}), after=after)
    assert (stated.published_on, stated.modified_on) == (DAY, DAY)


@pytest.mark.parametrize(
    ("head", "before"),
    [
        (ld(ARTICLE | {"dateModified": "2024-07-30T10:00:00Z"}), ""),
        ('<meta property="article:modified_time" content="2024-07-30T10:00:00Z">', ""),
        ('<meta property="og:updated_time" content="1722333600">', ""),
        ('<meta name="DCTERMS.modified" content="2024-07-30">', ""),
        ("", '<time itemprop="dateModified" datetime="2024-07-30">30 July</time>'),
        ("", "<dl><dt>Published</dt><dd>30 August 2023</dd><dt>Last updated</dt><dd>30 July 2024</dd></dl>"),
    ],
)
def test_the_day_of_the_last_change(head: str, before: str) -> None:
    stated = facts(head, f"<h1>{HEADLINE}</h1>{before}")
    assert stated.modified_on == date(2024, 7, 30)
    assert stated.published_on in (DAY, None)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/news/2023/08/30/caseloads-fall", DAY),
        ("https://a.example/society/2023/aug/30/caseloads-fall", DAY),
        ("https://a.example/2023-08-30-caseloads-fall", DAY),
        ("https://a.example/news/2023/08/caseloads-fall", None),
        ("https://a.example/2023/13/41/x", None),
        ("https://a.example/news/20230830", None),
    ],
)
def test_the_day_in_an_address(url: str, day: date | None) -> None:
    assert facts(url=url).published_on == day


SITE = '<meta property="og:site_name" content="Shire Courier">'


@pytest.mark.parametrize(
    ("head", "before", "title"),
    [
        (f'<meta property="og:title" content="{HEADLINE}">', "<h1>Shire Courier</h1>", HEADLINE),
        (f'{SITE}<meta property="og:title" content="{HEADLINE} | Shire Courier">', "", HEADLINE),
        (f"{SITE}<title>{HEADLINE} - Politics - Shire Courier</title>", f"<h1>{HEADLINE}</h1>", HEADLINE),
        (f"{SITE}<title>Shire Courier | {HEADLINE}</title>", "", HEADLINE),
        (f"<title>{HEADLINE} – Shire Council</title>", "", HEADLINE),
        (ld(ARTICLE | {"headline": "Caseloads fall &amp; costs rise"}), "", "Caseloads fall & costs rise"),
        ('<meta property="og:title" content="Council’s &#8216;failing&#8217; teams">',
         "<h1>Council's 'failing' teams</h1>", "Council's 'failing' teams"),
        (ld(ARTICLE | {"headline": HEADLINE[:35] + "..."}), f"<h1>{HEADLINE}</h1>", HEADLINE),
        (f'<title>{HEADLINE}</title><meta property="og:title" content="You will never guess who left the council">',
         f"<h1>{HEADLINE}</h1>", HEADLINE),
        (f'<meta property="og:title" content="{HEADLINE}"><meta name="twitter:title" content="{HEADLINE}">',
         "<h1>News</h1>", HEADLINE),
        (f'<meta property="og:title" content="{HEADLINE}">', f"<h1>{HEADLINE.upper()}</h1>", HEADLINE),
        ("", f'<h1><span class="visually-hidden">Story: </span>{HEADLINE[:14]}<br>{HEADLINE[15:]}<svg>x</svg></h1>',
         HEADLINE),
        (f"<title>{HEADLINE} | Shire Council</title>", f"<h1>Shire Council</h1><h1>{HEADLINE}</h1><h1>Find</h1>",
         HEADLINE),
        ("<title>Leader - who is she? - resigns</title>", "<h1>Leader - who is she? - resigns</h1>",
         "Leader - who is she? - resigns"),
        ("<title>Home</title>", "", "Home"),
        (ld(ARTICLE) + f'<meta property="og:title" content="{HEADLINE} | Shire Mail Online">'
         f"<title>{HEADLINE} | Shire Mail Online</title>", "", HEADLINE),
        (f'<meta property="og:title" content="{HEADLINE}"><title>{HEADLINE} | Politics | News | Shire.example</title>',
         "", HEADLINE),
        (f'<meta property="og:title" content="{HEADLINE}">', f"<h1><span>Exclusive</span>{HEADLINE}</h1>", HEADLINE),
    ],
)  # fmt: skip
def test_the_headline(head: str, before: str, title: str) -> None:
    assert facts(head, before).title == title


@pytest.mark.parametrize(
    ("head", "organisation"),
    [
        (ld(ARTICLE | {"author": {"@type": "Organization", "name": "Ministry of Examples"}}), "Ministry of Examples"),
        (ld(ARTICLE | {"author": [{"@type": "Person", "name": "A Reporter"}]}), None),
        (ld(ARTICLE | {"author": {"@type": "Person", "name": "A Reporter", "affiliation": {"name": "Shire News"}}}),
         "Shire News"),
        (ld(ARTICLE | {"author": "A Reporter"}), None),
        (ld(ARTICLE | {"author": "Shire County Council"}), "Shire County Council"),
        (ld({"@graph": [ARTICLE | {"author": {"@id": "#p"}}, {"@type": "Person", "@id": "#p", "name": "A Reporter"}]}),
         None),
        ('<meta name="author" content="A Reporter">', None),
        ('<meta name="author" content="A Reporter, Health Service Reporter">', None),
        ('<meta name="dc.creator" content="Shire County Council; web@shire.example">', "Shire County Council"),
    ],
)  # fmt: skip
def test_the_author_s_organisation_and_never_a_person(head: str, organisation: str | None) -> None:
    assert facts(head).organisation == organisation


def test_publisher_address_language_and_licence() -> None:
    head = (
        ld(ARTICLE | {"publisher": {"@type": "Person", "name": "A Blogger"}})
        + f'{SITE}<link rel="canonical" href="/news/1?b=2#top">'
    )
    foot = '<a rel="license" href="https://a.example/licence/3">Open licence</a>'
    stated = facts(head, after=foot, url="https://a.example/x")
    assert stated.publisher == "Shire Courier"
    assert stated.url == "https://a.example/news/1?b=2"
    assert stated.language == "en-GB"
    assert stated.licence == "https://a.example/licence/3"


@pytest.mark.parametrize(
    "link", ["https://a.example/", "/", "javascript:void(0)", "http://[", "mailto:a@a.example", "not an address"]
)
def test_an_address_that_is_no_page_s_own_is_left_out(link: str) -> None:
    assert facts(f'<link rel="canonical" href="{link}">').url is None
