"""Pages that are no article are told apart; articles that resemble them are read."""

from __future__ import annotations

import json

import pytest

from transforms.reading.html import read_page

PARAGRAPH = (
    "Social workers in the county hold fewer cases than they did a year ago, the council said on Tuesday. "
    "The average caseload is 15, compared with almost 30 in early 2018, and £6m has been set aside for staff. "
    "The cabinet member said that nobody was complacent about what remains to be done. "
)
SHORT = f"<p>{PARAGRAPH}</p>"
LONG = "".join(f"<p>In district {n}, {PARAGRAPH.lower()}</p>" for n in range(8))


def page(body: str, title: str = "Caseloads fall in the county", head: str = "", heading: bool = True) -> bytes:
    h1 = f"<h1>{title}</h1>" if heading else ""
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<main><article>{h1}{body}</article></main><footer>Contact us</footer></body></html>"
    ).encode()


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


def reason(data: bytes, url: str | None = None) -> str | None:
    trouble = read_page(data, url).trouble
    return None if trouble is None else trouble.reason


POSTS = "".join(
    f'<div class="live-blog-post" id="post-{n}"><time>1{n}:05</time><h3>1{n}:05 Update {n}</h3><p>{PARAGRAPH}</p></div>'
    for n in range(6)
)
CLOCKS = "".join(f"<h2>1{n}:0{n}</h2><p>In the hour {n}, {PARAGRAPH.lower()}</p>" for n in range(6))
PICTURES = "".join(f'<figure><img src="{n}.jpg"><figcaption>Picture {n}</figcaption></figure>' for n in range(9))
WALL = (
    "<p>We and our 812 partners store cookies and use personal data such as identifiers. With your consent we and our "
    "partners may show personalised ads. You can change your preferences at any time in our privacy policy. Some "
    "vendors may process your personal data on the basis of legitimate interest. Manage cookies or accept all "
    "cookies below.</p>"
)


@pytest.mark.parametrize(
    ("data", "url"),
    [
        (page(POSTS, head=ld(**{"@type": "LiveBlogPosting"}, headline="Caseloads fall")), None),
        (page(POSTS, "Storm closes schools: live updates"), None),
        (page(POSTS), "https://a.example/news/live/uk-1234"),
        (page(POSTS), "https://a.example/news/council-cuts-live-28401234"),
        (page(CLOCKS, "LIVE: council votes on its budget"), None),
    ],
)
def test_live_blogs(data: bytes, url: str | None) -> None:
    assert reason(data, url) == "live_blog"


@pytest.mark.parametrize(
    ("data", "url"),
    [
        (page(LONG, "Children live in homes far away, report says"), None),
        (page(LONG, "Where care leavers live: a new map"), "https://a.example/news/where-care-leavers-live"),
        (page(LONG), "https://a.example/live/caseloads-fall"),
        (page(CLOCKS, "A day with a duty social worker"), None),
        (page(LONG, "Live: how councils spend"), None),
        (page(LONG + POSTS[:200], head=ld(**{"@type": "NewsArticle"}, headline="Caseloads fall in the county")), None),
    ],
)
def test_articles_that_are_no_live_blogs(data: bytes, url: str | None) -> None:
    assert reason(data, url) is None


@pytest.mark.parametrize(
    ("data", "url"),
    [
        (page(SHORT + PICTURES, head=ld(**{"@type": "ImageGallery"}, name="Caseloads fall in the county")), None),
        (page(SHORT + PICTURES, "The new children’s home in pictures"), None),
        (page(SHORT + PICTURES), "https://a.example/news/gallery/new-home-123"),
    ],
)
def test_picture_galleries(data: bytes, url: str | None) -> None:
    assert reason(data, url) == "picture_gallery"


@pytest.mark.parametrize(
    ("data", "url"),
    [
        (page(LONG + PICTURES), None),
        (page(LONG + PICTURES, "The new children’s home in pictures"), None),
        (page(SHORT + PICTURES), None),
        (page(SHORT, "Gallery: children’s art on show"), None),
        (page(SHORT + PICTURES, head=ld(**{"@type": "NewsArticle"}, headline="Caseloads fall in the county",
              associatedMedia={"@type": "ImageGallery", "name": "Pictures"})), None),
        (page(SHORT), "https://a.example/galleries/art-gallery-funding"),
    ],
)  # fmt: skip
def test_articles_with_a_gallery(data: bytes, url: str | None) -> None:
    assert reason(data, url) is None


BRIEF = "".join(f"<p>In district {n}, {PARAGRAPH.lower()}</p>" for n in range(3))
BESIDE = b"<div class='martech-paywall'><h2>Subscribe to continue reading</h2></div>"
CLOSED = ld(**{"@type": "NewsArticle"}, headline="Caseloads fall in the county", isAccessibleForFree=False)
OPEN = ld(**{"@type": "NewsArticle"}, headline="Caseloads fall in the county", isAccessibleForFree="True")


@pytest.mark.parametrize(
    "data",
    [
        page(SHORT, head=CLOSED),
        page(SHORT + "<p>To continue reading this article, please subscribe.</p>"),
        page(SHORT + "<p>Subscribe now to read the full story.</p>", head=CLOSED),
        page(SHORT + "<p>Already a subscriber? Log in</p>"),
        page(SHORT + "<p>This article is available to registered users only. Register for free.</p>"),
        page(SHORT + "<div class='paywall-prompt'><h2>Sign in to continue</h2><button>Sign in</button></div>"),
        page(SHORT + "<p>You have reached your limit of free articles this month.</p>"),
        page(SHORT).replace(b"</main>", b"</main>" + BESIDE),
        page(BRIEF + "<p>The director told members that the next\u2026</p>", head=CLOSED),
        page(BRIEF + "<p>Subscribe to continue reading.</p>"),
    ],
)
def test_paywall_stubs(data: bytes) -> None:
    assert reason(data) == "paywall_stub"


@pytest.mark.parametrize(
    "data",
    [
        page(LONG, head=CLOSED),
        page(SHORT, head=OPEN),
        page(BRIEF, head=CLOSED),
        page(BRIEF).replace(b"</main>", b"</main>" + BESIDE),
        page(SHORT + "<p>Residents can subscribe to the council’s bulletin.</p>"),
        page(LONG + "<p>Subscribe to continue reading our newsletter.</p>"),
        page(SHORT + "<div class='barrier-free'><p>The centre is open to all.</p></div>"),
        page(SHORT + "<p>Members said that the plan is available to every school.</p>"),
        page("<p>Families must register to receive the funding, a notice of the council says. There are 40 places in "
             "each of the 3 hubs, and 12 of them are kept for children in care. Places are given from Monday.</p>"),
    ],
)  # fmt: skip
def test_articles_that_mention_subscriptions(data: bytes) -> None:
    assert reason(data) is None


@pytest.mark.parametrize(
    "data",
    [
        page(WALL, "Before you continue", heading=False),
        page(WALL, "We value your privacy"),
        page(WALL + WALL, "Shire Courier", heading=False),
        b"<html><head><title>Shire Courier</title></head><body><div><h2>Cookies</h2>"
        + WALL.encode()
        + b"</div></body></html>",
    ],
)
def test_consent_walls(data: bytes) -> None:
    assert reason(data) == "consent_wall"


@pytest.mark.parametrize(
    "data",
    [
        page(LONG + WALL),
        page(SHORT + f'<div id="onetrust-consent-sdk" class="cookie-banner">{WALL}</div>'),
        page(SHORT + "<p>Parents must give consent before records are shared with partners.</p>"),
        page(
            WALL, "Councils’ websites share data", head=ld(**{"@type": "NewsArticle"}, headline="Councils share data")
        ),
    ],
)
def test_articles_beside_or_about_consent(data: bytes) -> None:
    assert reason(data) is None


LOST = (
    "<p>Sorry, the page you are looking for has moved or no longer exists. Please use the search or go back home.</p>"
)


@pytest.mark.parametrize(
    "data",
    [
        page("<p>Try again.</p>", "404 - Page not found"),
        page("<p>Try again.</p>", "404"),
        page(LOST, "Shire Council"),
        page(LOST, "Sorry, we can't find that page"),
        page("<p>Checking if the site connection is secure.</p>", "Just a moment..."),
        page("<p>Enable JavaScript and cookies to continue</p>", "shire.example"),
        page("<p>Ray ID: 7f3a</p>", "Attention Required! | Shield"),
        page("<p>You don't have permission to access this resource.</p>", "Access Denied"),
        page("<p>Please verify you are a human by completing the check.</p>", "shire.example"),
        page(SHORT, "Report not found"),
        page("<p>The server is busy.</p>", "503 Service Unavailable"),
        page("<p>Back soon.</p>", "Site down for maintenance"),
    ],
)
def test_error_pages(data: bytes) -> None:
    assert reason(data) == "error_page"


@pytest.mark.parametrize(
    "title",
    [
        "Missing boy not found after search, review says",
        "404 children wait for a foster home",
        "Council could not find placements for 12 children",
        "Just a moment of kindness: a foster carer’s story",
        "500 homes approved",
        "404 missing children found, police say",
        "410 jobs gone as council cuts teams",
        "Access denied: care leavers wait for their files",
        "Access to services denied to families, inspectors say",
    ],
)
def test_articles_whose_headline_resembles_an_error(title: str) -> None:
    assert reason(page(SHORT, title)) is None


def test_a_short_notice_is_an_article() -> None:
    notice = (
        "<p>The council will hold a drop-in for foster carers on 4 May. There are 30 places and tea will be served. "
        "Carers who cannot come may write to the fostering team by the end of the month.</p>"
    )
    assert reason(page(notice, "Drop-in for foster carers")) is None


def test_a_menu_is_no_article() -> None:
    assert reason(page("<ul>" + "<li><a href='/x'>Bins</a></li>" * 60 + "</ul>", "Services")) == "no_article_text"
