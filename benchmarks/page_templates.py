"""Web pages of real shape, made up: how news sites, councils and departments mark up an article and what surrounds it.

Each template is written in the manner of a kind of publisher's site, in words of our own: the proportions of scripts,
links and text are those of such pages (120 KB in the mean). The same seed gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from benchmarks.page_parts import (
    CLUTTER,
    Story,
    cards,
    comments,
    consent,
    figure,
    iso,
    ld,
    links,
    make_story,
    newsletter,
    paragraphs,
    printed,
    scripts,
    styles,
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page with the truth about it: its template, bytes, address, headline, text and days."""

    template: str
    html: bytes
    url: str
    story: Story


def bbc(story: Story, random: Random) -> str:
    """In the manner of a public broadcaster: hashed classes, blocks of components, JSON-LD with one object."""
    state = ld({
        "@context": "http://schema.org", "@type": "ReportageNewsArticle", "url": f"https://news.example/{story.seed}",
        "headline": story.title, "datePublished": iso(story.published, "%Y-%m-%dT%H:%M:%S.000Z"),
        "dateModified": iso(story.modified), "publisher": {"@type": "NewsMediaOrganization", "name": "Public News"},
        "author": {"@type": "NewsMediaOrganization", "name": "Public News"},
    })  # fmt: skip
    body = paragraphs(
        story,
        '<div data-component="text-block" class="ssrcss-18cjaf3-RichText e1y"><p '
        'class="ssrcss-1q0x1qg-Paragraph">{}</p></div>',
        f'<div data-component="image-block">{figure(1)}</div><div data-component="links-block"><ul>'
        f"{links(random, 4)}</ul></div>",
    )
    return (
        f'<html lang="en-GB"><head><title>{story.title} - Public News</title><meta property="og:title" content="'
        f'{story.title}"><meta property="og:site_name" content="Public News"><link rel="canonical" href="https://'
        f'news.example/{story.seed}">{state}{styles(20)}</head><body>{consent()}<header role="banner"><nav><ul>'
        f'{links(random, 60)}</ul></nav></header><main id="main-content"><article><div '
        'data-component="headline-block">'
        f'<h1 id="main-heading">{story.title}</h1></div><div data-component="byline-block"><time '
        'data-testid="timestamp" '
        f'datetime="{iso(story.modified)}">{printed(story.modified)}</time></div>{body}<section '
        'data-component="tag-list-'
        f'block"><ul>{links(random, 5)}</ul></section></article><div data-component="related-stories" '
        'class="related">'
        f"{cards(random, 8, 'Related topics')}</div></main><aside>{cards(random, 10, 'Most read')}</aside>"
        f"<footer><ul>{links(random, 40)}</ul></footer>{scripts(random, 90)}</body></html>"
    )


def regional(story: Story, random: Random) -> str:
    """In the manner of a group of regional dailies: printed times, inline newsletters, recirculation, no @graph."""
    state = ld(
        {"@type": "NewsArticle", "headline": story.title, "datePublished": iso(story.published),
         "dateModified": iso(story.modified), "publisher": {"@type": "Organization", "name": "Shire Live"},
         "author": [{"@type": "Person", "name": "Reporter Name"}]},
        {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": CLUTTER}]},
    )  # fmt: skip
    box = f'{newsletter()}<div class="read-more-links"><a href="/{CLUTTER}">READ MORE: {CLUTTER} warning</a></div>'
    return (
        f'<html lang="en"><head><title>{story.title} - Shire Live</title><meta property="og:title" '
        f'content="{story.title}">'
        f'{state}{styles(40)}</head><body>{consent()}<header><nav class="primary"><ul>{links(random, 90)}</ul>'
        "</nav></header>"
        f'<main><article class="article-main"><h1 itemprop="headline name">{story.title}</h1><div '
        'class="byline"><span>By '
        'Reporter Name</span><ul class="time-info"><li><span>Published</span><span class="time-value">'
        f"{story.published:%H:%M}, "
        f"{printed(story.published)}</span></li><li><span>Updated</span><span>{story.modified:%H:%M}, "
        f'{printed(story.modified)}</span></li></ul></div><div class="share-bar"><a href="#">Share '
        f"{CLUTTER}</a></div>"
        f'{figure(1)}<div class="article-body" itemprop="articleBody">{paragraphs(story, between=box)}</div>'
        f'<div class="tags"><ul>{links(random, 6)}</ul></div></article>{comments(random, 12)}<div '
        'class="recirculation '
        f'related-content">{cards(random, 25, "More on")}</div></main><footer>{links(random, 30, "div")}</footer>'
        f"{scripts(random, 80)}</body></html>"
    )


def local_weekly(story: Story, random: Random) -> str:
    """In the manner of weekly papers' shared platform: microdata, tabs, comments in the page, several h1 and h2."""
    return (
        f'<html lang="en"><head><title>{story.title} | Shire Gazette</title><meta property="og:title" '
        f'content="{story.title}">'
        f'<meta property="article:published_time" content="{iso(story.published)}"><meta '
        'property="article:modified_time" '
        f'content="{iso(story.modified)}"><meta property="og:site_name" content="Shire Gazette">'
        f"{styles(30)}{scripts(random, 40)}"
        f'</head><body class="article-page"><div class="mar-cookie-notice">{consent()}</div><nav id="nav"><ul>'
        f"{links(random, 80)}"
        '</ul></nav><div class="mar-page-wrap"><div class="mar-article" itemscope '
        'itemtype="https://schema.org/NewsArticle">'
        f'<h1 class="mar-article__headline">{story.title}</h1><p class="mar-article__timestamp"><time '
        'itemprop="datePublished" '
        f'datetime="{iso(story.published)}">{printed(story.published)}</time></p><div '
        f'class="mar-article__social"><a>{CLUTTER}'
        '</a></div><div class="article-body" id="subscription-content">'
        f"{paragraphs(story, between=figure(2))}</div></div>"
        f'<div id="comments" class="comments">{comments(random, 20)}</div></div><aside>'
        f"{cards(random, 15, 'Most popular')}"
        f"</aside><footer><ul>{links(random, 30)}</ul></footer>{scripts(random, 60)}</body></html>"
    )


def broadsheet(story: Story, random: Random) -> str:
    """In the manner of a national broadsheet: two JSON-LD objects in a list, details, pull quotes."""
    state = ld(
        {"@type": "NewsArticle", "@id": f"https://paper.example/{story.seed}", "headline": story.title,
         "datePublished": iso(story.published, "%Y-%m-%dT%H:%M:%S.000Z"), "dateModified": iso(story.modified),
         "isAccessibleForFree": True, "publisher": {"@type": "Organization", "name": "The Paper"}},
        {"@type": "WebPage", "@id": f"https://paper.example/{story.seed}"},
    )  # fmt: skip
    quote = (
        f'<aside data-spacefinder-role="supporting"><blockquote>{CLUTTER} pull quote</blockquote></aside>{figure(1)}'
    )
    return (
        f'<html lang="en"><head><title>{story.title} | Children | The Paper</title><meta property="og:title" '
        'content="'
        f'{story.title}"><meta property="article:modified_time" content="{iso(story.modified)}">'
        f"{state}{styles(60)}</head>"
        f'<body><div id="bannerandheader"><nav>{links(random, 110, "div")}</nav></div><main><article><div '
        'data-gu-name="'
        f'headline"><div class="dcr-1w"><h1 class="dcr-y7">{story.title}</h1></div></div><div '
        'data-gu-name="meta"><div '
        'class="dcr-meta"><address><a rel="author">Reporter Name</a></address><details><summary>'
        f"{printed(story.published)}"
        f'</summary>Last modified on {printed(story.modified)}</details></div></div><div id="maincontent">'
        '<div class="'
        'article-body-commercial-selector article-body-viewer-selector">'
        f"{paragraphs(story, between=quote)}</div></div>"
        f'<div class="submeta"><ul>{links(random, 8)}</ul></div></article></main><section id="most-viewed">'
        f'{cards(random, 20, "Most viewed")}</section><section id="comments">{comments(random, 3)}</section><footer>'
        f"{links(random, 40, 'div')}</footer>{scripts(random, 70)}</body></html>"
    )


def metered(story: Story, random: Random) -> str:
    """In the manner of a metered daily: microdata only, meta elements of an analytics firm that contradict the page."""
    wrong = iso(story.published - timedelta(days=1600))
    return (
        f'<html lang="en-GB"><head><title>{story.title}</title><meta property="og:title" '
        f'content="{story.title}"><meta name="'
        f'DCSext.articleFirstPublished" content="{wrong}"><meta name="last-modified" '
        f'content="{iso(story.modified)}">{styles(30)}'
        f"</head><body><nav>{links(random, 70, 'div')}</nav><main><article itemscope "
        'itemtype="https://schema.org/NewsArticle">'
        f'<header><h1 itemprop="headline">{story.title}</h1><time itemprop="datePublished" datetime="'
        f'{iso(story.published, "%Y-%m-%dT%H:%M+0000")}">{printed(story.published)} • '
        f"{story.published:%H:%M}</time></header>"
        '<div itemprop="articleBody" class="article-body-text" data-test="article-body-text">'
        f"{paragraphs(story, between=figure(3))}"
        f'</div></article><div class="martech-paywall"><h2>Subscribe to continue reading {CLUTTER}</h2></div></main>'
        f'<aside class="related">{cards(random, 12, "More stories")}</aside><footer>'
        f"{links(random, 30, 'div')}</footer>"
        f"{scripts(random, 100)}</body></html>"
    )


def council(story: Story, random: Random) -> str:
    """In the manner of a council's content management system: little markup, a labelled date, feedback forms."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{story.title} | Shire County Council</title><meta '
        'name="DC.title" content="'
        f'{story.title}"><meta name="DC.date.issued" content="{story.published:%Y-%m-%d}"><meta '
        'name="DC.date.modified" content="'
        f'{story.modified:%Y-%m-%d}">{styles(10)}</head><body class="jadu-cms"><div id="cookie-bar" '
        'class="cookie-bar">'
        f'{consent()}</div><div class="skip"><a href="#content">Skip to main content</a></div><header><form '
        'action="/search">'
        f'<label>Search</label><input></form></header><ol class="breadcrumb">{links(random, 3)}</ol><div '
        'class="container" '
        f'id="content"><div class="col-content"><h1>{story.title}</h1><p class="date">Published: '
        f"{story.published:%A} "
        f'{printed(story.published)}</p><div class="byEditor article">{paragraphs(story)}</div><p '
        'class="last-updated">Last '
        f'updated {printed(story.modified)}</p></div><div class="col-nav sidebar"><ul>{links(random, 25)}</ul>'
        "</div></div>"
        f'<div class="rate-this-page"><h2>Rate this {CLUTTER} page</h2><form><label>Comments</label><textarea>'
        "</textarea></form>"
        f"</div><footer><ul>{links(random, 25)}</ul></footer>{scripts(random, 12)}</body></html>"
    )


def local_drupal(story: Story, random: Random) -> str:
    """In the manner of councils' shared Drupal: fields in nested divs, a time in the head, a table of figures."""
    return (
        f'<!DOCTYPE html><html lang="en" dir="ltr"><head><title>{story.title} | Shire Borough Council</title>'
        '<link rel="canonical" '
        f'href="https://www.shire.example/news/{story.seed}">{styles(25)}</head><body class="path-node '
        "page-node-type-localgov-"
        f'news-article"><nav class="lgd-region menu"><ul>{links(random, 40)}</ul></nav><main class="main">'
        '<article class="'
        'localgov-news-article node"><h1 class="page-title"><span class="field field--name-title">'
        f"{story.title}</span></h1>"
        '<div class="field field--name-localgov-news-date field__item"><time '
        f'datetime="{iso(story.published, "%Y-%m-%dT12:00:00Z")}" '
        f'class="datetime">{printed(story.published)}</time></div><div class="field field--name-body '
        'field__item text-formatted">'
        f'{paragraphs(story)}</div></article></main><div class="news-related"><h2>Related {CLUTTER}</h2><ul>'
        f"{links(random, 5)}</ul>"
        f"</div><footer>{links(random, 30, 'div')}</footer>{scripts(random, 40)}</body></html>"
    )


def department(story: Story, random: Random) -> str:
    """In the manner of a government department: a graph of metadata, a list of changes with their days, a licence."""
    state = ld({
        "@type": "NewsArticle", "mainEntityOfPage": {"@type": "WebPage", "@id": "https://www.dept.example/n"},
        "headline": story.title, "datePublished": iso(story.published, "%Y-%m-%dT%H:%M:%S.000+00:00"),
        "dateModified": iso(story.modified), "publisher": {"@type": "Organization", "name": "GOV.EXAMPLE"},
        "author": {"@type": "Organization", "name": "Department for Examples"},
    })  # fmt: skip
    changed = f"<time datetime='{iso(story.modified)}'>{printed(story.modified)}</time>"
    changes = f"<ol><li>{changed}<p>Corrected a figure.</p></li></ol>"
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{story.title} - GOV.EXAMPLE</title><meta '
        'name="govuk:first-published-at" '
        f'content="{iso(story.published)}"><meta property="og:title" content="{story.title}">'
        f"{state}{styles(20)}</head><body>"
        f'<div id="global-cookie-message" class="gem-c-cookie-banner">{consent()}</div><header>'
        f"{links(random, 30, 'div')}</header>"
        f'<main id="content"><h1 class="gem-c-title__text">{story.title}</h1><dl class="gem-c-metadata"><dt>'
        "From:</dt><dd>"
        f"Department for Examples</dd><dt>Published</dt><dd>{printed(story.published)}</dd><dt>Last updated</dt><dd>"
        f'{printed(story.modified)}</dd></dl><div class="gem-c-govspeak govspeak"><div class="govspeak">'
        f"{paragraphs(story)}</div>"
        f'</div><div class="gem-c-published-dates" id="full-publication-update-history">{changes}</div><div '
        'class="gem-c-'
        f'contextual-sidebar">{cards(random, 4, "Related content")}</div></main><footer>'
        f"{links(random, 30, 'div')}<p>All content "
        'is available under the <a rel="license" '
        'href="https://www.nationalarchives.gov.uk/doc/open-government-licence/'
        f'version/3/">Open Government Licence v3.0</a></p></footer>{scripts(random, 20)}</body></html>'
    )


def trade(story: Story, random: Random) -> str:
    """In the manner of a trade magazine on WordPress: an SEO plug-in's graph, share buttons, comments that argue."""
    graph = ld({"@context": "https://schema.org", "@graph": [
        {"@type": "Article", "@id": "#article", "isPartOf": {"@id": "#webpage"}, "headline": story.title,
         "datePublished": iso(story.published, "%Y-%m-%dT%H:%M:%S+00:00"), "dateModified": iso(story.modified),
         "publisher": {"@id": "#organization"}, "author": {"@id": "#person"}},
        {"@type": "WebPage", "@id": "#webpage", "datePublished": iso(story.published)},
        {"@type": "Organization", "@id": "#organization", "name": "Care Trade Weekly"},
        {"@type": "Person", "@id": "#person", "name": "Reporter Name"}]})  # fmt: skip
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><title>{story.title} - Care Trade Weekly</title><meta '
        'property="og:title" '
        f'content="{story.title} - Care Trade Weekly">{graph}{styles(60)}</head><body '
        'class="post-template-default single '
        f'single-post postid-1"><div class="menu-main-container"><ul>{links(random, 60)}</ul></div><div '
        'id="primary" class="'
        'content-area"><article id="post-1" class="post-1 post type-post hentry"><header '
        'class="entry-header"><h1 class="'
        f'entry-title">{story.title}</h1><div class="entry-meta"><span class="posted-on"><time '
        'class="entry-date published" '
        f'datetime="{iso(story.published)}">{printed(story.published)}</time></span></div></header><div '
        'class="entry-content">'
        f'<div class="sharedaddy">{links(random, 5, "div")}</div>'
        f"{paragraphs(story, between=newsletter())}</div></article>"
        f'<div id="comments" class="comments-area">{comments(random, 25)}</div></div><div id="secondary" '
        'class="widget-area">'
        f"{cards(random, 10, 'Latest jobs')}</div><footer>{links(random, 30, 'div')}</footer>"
        f"{scripts(random, 50)}</body></html>"
    )


TEMPLATES: dict[str, Callable[[Story, Random], str]] = {
    "bbc": bbc, "regional": regional, "local_weekly": local_weekly, "broadsheet": broadsheet, "metered": metered,
    "council": council, "local_drupal": local_drupal, "department": department, "trade": trade,
}  # fmt: skip


def make_pages(count: int, first_seed: int = 1) -> list[Page]:
    """Return ``count`` pages, the templates in turn."""
    pages = []
    for number, seed in enumerate(range(first_seed, first_seed + count)):
        name = list(TEMPLATES)[number % len(TEMPLATES)]
        story = make_story(seed)
        markup = TEMPLATES[name](story, Random(seed))
        pages.append(Page(name, markup.encode(), f"https://{name}.example/news/{seed}", story))
    return pages
