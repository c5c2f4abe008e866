"""Days and headlines as the content systems of British publishers and councils write them, in pages of our own."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.reading.html import read_page
from transforms.reading.html_facts import PageFacts

DAY, CHANGED = date(2020, 3, 5), date(2024, 11, 19)
HEADLINE = "Council’s ‘fragile’ teams lose a third of their staff"
BODY = """
<p>A third of social workers have left since the spring, a report to councillors says, and not all were replaced.</p>
<p>The average caseload is 19, up from 14 in 2018, and 31 of 120 posts are filled by people from agencies.</p>
<p>The cabinet member for children’s services said that nobody was complacent about what remains to be done.</p>
"""


def ld(*objects: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(each)}</script>' for each in objects)


def facts(head: str = "", before: str = "", after: str = "", url: str | None = None) -> PageFacts:
    markup = (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">{head}</head><body><header><nav><a href="/">'
        f"Home</a></nav></header><main><article><h1>{HEADLINE}</h1>{before}{BODY}</article></main>{after}"
        "<footer><p>© 2026 Shire Media</p></footer></body></html>"
    )
    return read_page(markup.encode(), url).facts


def article(**others: object) -> dict[str, object]:
    return {"@context": "https://schema.org", "@type": "NewsArticle", "headline": HEADLINE, **others}


CARDS = "".join(
    f'<div class="card"><h3>Story {n}</h3><time datetime="2023-0{n}-11T08:00:00Z">11 May</time></div>'
    for n in range(1, 5)
)
STORED = {"@type": "NewsArticle", "headline": "Another story of another day", "datePublished": "2011-01-01",
          "dateModified": "2011-01-02"}  # fmt: skip

PUBLISHED_IN: dict[str, Callable[[date], str]] = {
    "object": lambda day: ld(article(datePublished=f"{day}T09:00:00Z")),
    "meta": lambda day: f'<meta property="article:published_time" content="{day}T09:00:00Z">',
    "microdata": lambda day: f'<time itemprop="datePublished" datetime="{day}">some time ago</time>',
    "class": lambda day: f'<time class="entry-date published" datetime="{day}T09:00:00Z">{day:%B} {day.day}</time>',
    "label": lambda day: f"<p>Published: {day.day} {day:%B %Y}</p>",
    "labelled time": lambda day: f'<p>Published <time datetime="{day}">long ago</time></p>',
}
CHANGED_IN: dict[str, Callable[[date], str]] = {
    "meta": lambda day: f'<meta property="article:modified_time" content="{day}T09:00:00Z">',
    "open graph": lambda day: f'<meta property="og:updated_time" content="{day}T09:00:00Z">',
    "microdata": lambda day: f'<time itemprop="dateModified" datetime="{day}">{day.day} {day:%B %Y}</time>',
    "class": lambda day: f'<time class="updated" datetime="{day}T09:00:00Z">{day:%B} {day.day}, {day:%Y}</time>',
    "label": lambda day: f"<p>Last updated: {day.day} {day:%B %Y}</p>",
    "labelled time": lambda day: f'<p>Updated <time datetime="{day}">just now</time></p>',
}


SHAPES: dict[str, tuple[str, str, str]] = {
    "object and the time of the change in print": (
        ld(article(datePublished="2020-03-05T06:01:00.000Z", dateModified="2024-11-19T17:20:00.000Z")),
        '<time data-testid="timestamp" datetime="2024-11-19T17:20:00.000Z">3 hours ago</time>', CARDS),
    "list of two objects and a folded change": (
        ld([article(datePublished="2020-03-05T12:00:00.000Z", dateModified="2024-11-19T08:00:00.000Z"),
            {"@type": "WebPage", "datePublished": "2024-11-19"}]),
        "<details><summary>Thu 5 Mar 2020 12.00 GMT</summary>Last modified on Tue 19 Nov 2024 08.00 GMT</details>", ""),
    "folded change without an object": (
        "", "<details><summary>Thu 5 Mar 2020 12.00 GMT</summary>Last modified on Tue 19 Nov 2024 08.00 GMT</details>",
        CARDS),
    "graph of a plug-in, the page's own days moved": (
        ld({"@graph": [
            {"@type": "WebPage", "@id": "#p", "datePublished": "2024-11-19T09:00:00+00:00",
             "dateModified": "2024-11-19T09:00:00+00:00"},
            article(datePublished="2020-03-05T09:00:00+00:00", dateModified="2024-11-19T09:00:00+00:00"),
            {"@type": "WebSite", "name": "Shire", "datePublished": "2009-01-01"},
            {"@type": "Person", "name": "A Reporter", "dateModified": "2022-01-01"}]}), "", ""),
    "graph with comments": (
        ld({"@graph": [article(datePublished="2020-03-05", comment=[
            {"@type": "Comment", "datePublished": "2020-03-09", "dateCreated": "2020-03-09"}])]}), "", ""),
    "several articles, the page's last": (
        ld([STORED, STORED | {"headline": "A third story"}, article(datePublished="2020-03-05T10:00:00Z")]), "", ""),
    "several articles, the page's first, in blocks": (
        ld(article(datePublished="2020-03-05T10:00:00+0000"), STORED, STORED | {"headline": "A third story"}), "", ""),
    "main entity of a page": (
        ld({"@type": "WebPage", "dateModified": "2024-11-19", "mainEntity": article(datePublished="2020-03-05")}),
        "", ""),
    "object without day, meta elements": (
        ld(article(dateModified="2024-11-19T10:00:00Z"))
        + '<meta property="article:published_time" content="2020-03-05T10:00:00Z">'
        '<meta property="article:modified_time" content="2024-11-19T10:00:00Z">', "", ""),
    "meta elements in the wrong order": (
        '<meta property="og:updated_time" content="2024-11-19T10:00:00Z"><meta name="last-modified" '
        'content="2024-11-19"><meta property="article:published_time" content="2020-03-05T10:00:00Z">', "", ""),
    "meta element of an older story, microdata": (
        '<meta name="DCSext.articleFirstPublished" content="2015-07-22">',
        '<time itemprop="datePublished" datetime="2020-03-05T21:00+0000">5 March 2020 • 9:00pm</time>', CARDS),
    "labels in a list": (
        "", '<ul class="time-info"><li><span class="time-label">Published</span><span>07:00, 5 MAR 2020</span></li><li>'
        '<span class="time-label">Updated</span><span>09:13, 19 NOV 2024</span></li></ul>', CARDS),
    "published and updated on one line": (
        "", "<div><span>Published 5th Mar 2020, 10:00 GMT</span> | <span>Updated 19th Nov 2024, 11:02 GMT</span></div>",
        CARDS),
    "published and updated in one piece": (
        "", "<p>Published: 5 March 2020 | Last updated: 19 November 2024</p>", ""),
    "updated before published": (
        "", "<p>Last updated: 19 November 2024</p><p>First published: 5 March 2020</p>", ""),
    "labels around times": (
        "", '<span class="stamp stamp-published"><span class="label">Published:</span> <time '
        'datetime="2020-03-05T12:00:00+0000">12:00, 5 March 2020</time></span> | <span class="stamp stamp-updated">'
        '<span class="label">Updated:</span> <time datetime="2024-11-19T12:00:00+0000">12:00, 19 November 2024</time>'
        "</span>",
        CARDS),
    "capital labels, month first": (
        "", '<div class="dates"><p class="published-date"><span>PUBLISHED:</span> <time '
        'datetime="2020-03-05T00:01:00Z">00:01, Thu, Mar 5, 2020</time></p><p class="updated-date"><span>'
        'UPDATED:</span> <time '
        'datetime="2024-11-19T00:01:00Z">00:01, Tue, Nov 19, 2024</time></p></div>', CARDS),
    "labels behind a colon of their own": (
        "", '<ul><li class="article__published"><span>Published</span>: <time datetime="2020-03-05T00:01:00Z">0:01, '
        '5 Mar 2020</time></li><li class="article__updated"><span>Updated</span>: <time '
        'datetime="2024-11-19T00:01:00Z">0:01, 19 Nov 2024</time></li></ul>', CARDS),
    "relative words in labelled times": (
        "", '<p>Published <time datetime="2020-03-05T10:00:00Z">4 years ago</time></p><p>Updated <time '
        'datetime="2024-11-19T10:00:00Z">2 hours ago</time></p>', ""),
    "a weekday and the country": ("", '<p class="date-time">Thursday 5 March 2020 16:41, UK</p>', CARDS),
    "a weekday and a clock in words": ("", "<p>Thursday 5 March 2020 at 12:00pm</p>", CARDS),
    "a theme's class for a post that never changed": (
        "", '<div class="entry-meta"><span class="posted-on"><time class="entry-date published updated" '
        'datetime="2020-03-05T09:00:00+00:00">March 5, 2020</time></span></div>', CARDS),
    "a theme's classes for a post that changed": (
        "", '<span class="posted-on"><time class="entry-date published" datetime="2020-03-05T09:00:00+00:00">March 5, '
        '2020</time><time class="updated" datetime="2024-11-19T09:00:00+00:00">November 19, 2024</time></span>', CARDS),
    "a theme's classes, the change first": (
        "", '<span class="posted-on"><time class="updated" datetime="2024-11-19T09:00:00+00:00">November 19, '
        '2024</time><time class="entry-date published" datetime="2020-03-05T09:00:00+00:00">March 5, 2020</time>'
        "</span>", CARDS),
    "a definition list": (
        "", "<dl><dt>From:</dt><dd>Department for Examples</dd><dt>Published</dt><dd>5 March 2020</dd><dt>Last updated"
        "</dt><dd>19 November 2024 <a href='#h'>See all updates</a></dd></dl>", ""),
    "a council's line above and below": (
        "", "<p class='date'>Published: Thursday, 5th March 2020</p>", "<p>Page last updated: 19/11/2024</p>"),
    "a council's field": (
        "", '<div class="field field--name-date"><time datetime="2020-03-05T12:00:00Z" class="datetime">5 March 2020'
        "</time></div>", '<p class="last-updated">Last updated 19 November 2024</p>'),
    "a council's slashes": ("", "<p>Date published: 05/03/2020</p><p>Date modified: 19/11/2024</p>", ""),
    "Dublin Core": (
        '<meta name="DC.date.issued" content="2020-03-05"><meta name="DC.date.modified" content="2024-11-19">'
        '<meta name="DCTERMS.created" content="2019-12-31">', "", ""),
    "the first publication in summer time": (
        ld(article(datePublished="2020-03-05T00:10:00+00:00", dateModified="2024-11-19T23:30:00Z")), "", ""),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_the_day_of_first_publication(shape: str) -> None:
    head, before, after = SHAPES[shape]
    stated = facts(head, before, after)
    assert stated.published_on == DAY
    assert stated.modified_on in (None, DAY, CHANGED)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_the_headline_has_its_own_spelling(shape: str) -> None:
    head, before, after = SHAPES[shape]
    assert facts(head, before, after).title == HEADLINE


ONLY_CHANGES: dict[str, tuple[str, str, str]] = {
    "object": (ld(article(dateModified="2024-11-19T10:00:00Z")), "", ""),
    "object and the page's change": (
        ld({"@graph": [article(dateModified="2024-11-19"), {"@type": "WebPage", "dateModified": "2024-11-19"}]}),
        "", ""),
    "an author's and a video's day": (
        ld(article(author={"@type": "Person", "name": "A Reporter", "datePublished": "2012-02-02"},
                   video={"@type": "VideoObject", "uploadDate": "2012-02-02", "datePublished": "2012-02-02"})), "", ""),
    "a comment's day": (ld(article(comment=[{"@type": "Comment", "datePublished": "2012-02-02"}])), "", ""),
    "the site's day": (ld(article(), {"@type": "WebSite", "name": "Shire", "datePublished": "2012-02-02"}), "", ""),
    "meta elements": (
        '<meta property="og:updated_time" content="2024-11-19T10:00:00Z"><meta itemprop="dateModified" '
        'content="2024-11-19"><meta http-equiv="last-modified" content="2024-11-19">', "", ""),
    "a labelled time": ("", '<p>Last updated <time datetime="2024-11-19T10:00:00Z">2 hours ago</time></p>', ""),
    "a labelled time and a label apart": (
        "", '<div><span>Updated</span> <time datetime="2024-11-19T10:00:00Z">19 November 2024</time></div>', ""),
    "a class": ("", '<time class="updated" datetime="2024-11-19">19 November 2024</time>', ""),
    "a reviewed page": ("", "<p>Reviewed: 19 November 2024</p><p>Next review due: 19 November 2027</p>", ""),
    "teasers": ("", "", f'<section class="more">{CARDS}</section>'),
    "a comment": ("", "", '<div class="comment"><p>Published 19 November 2024</p></div>'),
}  # fmt: skip


@pytest.mark.parametrize("shape", ONLY_CHANGES, ids=str)
def test_a_page_that_states_no_first_publication_has_none(shape: str) -> None:
    head, before, after = ONLY_CHANGES[shape]
    assert facts(head, before, after).published_on is None


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2020-06-05T00:30:00+01:00", date(2020, 6, 5)),
        ("2020-06-04T23:30:00Z", date(2020, 6, 5)),
        ("2020-06-04T23:30:00", date(2020, 6, 4)),
        ("2020-12-05T00:30:00Z", date(2020, 12, 5)),
        ("2020-12-04T19:30:00-05:00", date(2020, 12, 5)),
        ("2020-06-05T09:00:00+10:00", date(2020, 6, 5)),
    ],
)
def test_a_day_is_london_s(stamp: str, day: date) -> None:
    assert facts(ld(article(datePublished=stamp))).published_on == day


@settings(max_examples=80, deadline=None)
@given(
    st.dates(date(2009, 1, 1), date(2021, 12, 31)),
    st.integers(1, 1500),
    st.lists(st.sampled_from(sorted(PUBLISHED_IN)), min_size=1, max_size=3, unique=True),
    st.lists(st.sampled_from(sorted(CHANGED_IN)), min_size=1, max_size=3, unique=True),
    st.randoms(use_true_random=False),
)
def test_the_day_of_the_change_is_never_that_of_publication(
    published: date, later: int, first: list[str], last: list[str], random: Random
) -> None:
    changed = published + timedelta(days=later)
    parts = [PUBLISHED_IN[name](published) for name in first] + [CHANGED_IN[name](changed) for name in last]
    random.shuffle(parts)
    head = "".join(part for part in parts if part.startswith(("<meta", "<script")))
    before = "".join(part for part in parts if not part.startswith(("<meta", "<script")))
    assert facts(head, before).published_on == published
    only = [part for part in parts if part not in [PUBLISHED_IN[name](published) for name in first]]
    head = "".join(part for part in only if part.startswith(("<meta", "<script")))
    before = "".join(part for part in only if not part.startswith(("<meta", "<script")))
    assert facts(head, before).published_on is None


@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        (ld(article(headline="Council&amp;#039;s teams lose a third")), "", "Council's teams lose a third"),
        (ld(article(headline="Council&#8217;s teams lose a third")), "", "Council’s teams lose a third"),
        ("<title>Teams lose a third of staff - Shire Live</title><meta property='og:title' content='Teams lose a third "
         "of staff - Shire Live'>", "<h1>Teams lose a third of staff</h1>", "Teams lose a third of staff"),
        ("<title>Teams lose a third of staff | UK News | Shire</title><meta property='og:site_name' content='Shire'>"
         "<meta property='og:title' content='Teams lose a third of staff'>", "<h1>Shire</h1>",
         "Teams lose a third of staff"),
        ("<meta property='og:title' content='Why so many leave'>" + ld(article(headline="Teams lose a third of staff")),
         "<h1>Teams lose a third of staff</h1>", "Teams lose a third of staff"),
        ("<title>Teams lose a third of staff</title>", "<h1 class='logo'><a href='/'>Shire</a></h1>"
         "<h1>Teams lose a third of\n   <em>staff</em></h1>", "Teams lose a third of staff"),
    ],
)  # fmt: skip
def test_headlines_with_entities_sections_and_sites(head: str, heading: str, title: str) -> None:
    markup = f"<html><head>{head}</head><body><main><article>{heading}{BODY}</article></main></body></html>"
    assert read_page(markup.encode()).facts.title == title
