"""Invented stories, and what surrounds an article on a web page: code, links, teasers, consent, comments, pictures."""

from __future__ import annotations

import html
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

SUBJECTS = ("The county council", "A report to councillors", "The interim director", "The improvement board",
            "A spokesperson for the authority", "The cabinet member", "An independent adviser",
            "The latest inspection")  # fmt: skip
VERBS = ("said that", "found that", "told a scrutiny meeting that", "acknowledged that", "warned that", "noted that")
CLAUSES = (
    "the number of children in care had risen to {n} since {month} {year}",
    "caseloads in the busiest teams had fallen from {n} to {m} in a year",
    "{p} per cent of assessments were finished within 45 days",
    "agency staff filled {p}% of posts, down from {n} a year before",
    "£{m}m would be spent on early help over the next {small} years",
    "{m} of {n} plans were reviewed on time last quarter",
    "social workers stayed for an average of {small} years and {small} months",
    "foster carers had been found for {m} more children than in {year}",
)
ENDINGS = ("according to papers published this week", "which the opposition called too slow", "as it had promised",
           "although the pace differs between districts", "after two years of change",
           "and more is to come")  # fmt: skip
MONTHS = ("January", "March", "May", "July", "September", "November")
LINK_WORDS = ("Weather", "Traffic", "Football", "Jobs", "Property", "Schools", "Bins", "Council tax", "Planning",
              "Events", "Cricket", "Podcasts", "Puzzles", "Letters", "Motors", "Business", "Health",
              "Travel")  # fmt: skip
CLUTTER = "zzclutter"
"""A word that stands in everything around the article and never in it."""


@dataclass(frozen=True, slots=True)
class Story:
    """What an article says: headline, paragraphs, when it was first published and last changed."""

    title: str
    paragraphs: tuple[str, ...]
    published: datetime
    modified: datetime
    seed: int


def make_story(seed: int) -> Story:
    """Return the story of a seed: 8 to 22 paragraphs of one to three sentences."""
    random = Random(seed)
    published = datetime(2016, 1, 4, 6, tzinfo=UTC) + timedelta(minutes=random.randrange(4_500_000))
    modified = published + timedelta(hours=random.randrange(30, 9000))
    title = (
        f"{random.choice(LINK_WORDS)} row: ‘{random.randrange(11, 89)} children’ wait for council’s answer in {seed}"
    )
    paragraphs = tuple(_paragraph(random) for _ in range(random.randrange(8, 23)))
    return Story(title, paragraphs, published, modified, seed)


def _paragraph(random: Random) -> str:
    return " ".join(_sentence(random) for _ in range(random.randrange(1, 4)))


def _sentence(random: Random) -> str:
    numbers = {"n": random.randrange(40, 900), "m": random.randrange(3, 40), "p": random.randrange(5, 95)}
    clause = random.choice(CLAUSES).format(
        small=random.randrange(2, 9), month=random.choice(MONTHS), year=random.randrange(2009, 2024), **numbers
    )
    return f"{random.choice(SUBJECTS)} {random.choice(VERBS)} {clause}, {random.choice(ENDINGS)}."


def iso(moment: datetime, form: str = "%Y-%m-%dT%H:%M:%SZ") -> str:
    """Return a time stamp as markup carries it."""
    return moment.strftime(form)


def printed(moment: datetime) -> str:
    """Return a day as a page prints it."""
    return f"{moment.day} {moment:%B %Y}"


def ld(*objects: object) -> str:
    """Return a JSON-LD element."""
    return f'<script type="application/ld+json">{json.dumps(objects[0] if len(objects) == 1 else objects)}</script>'


def scripts(random: Random, kilobytes: int) -> str:
    """Return so many kilobytes of inline script and state, in three blocks."""
    row = {"id": "a" * 12, "slug": f"{CLUTTER}-slug", "flags": [True, False, None], "weights": [0.25, 12, 9981]}
    state = json.dumps([row | {"n": random.randrange(10**9)} for _ in range(kilobytes * 1000 // 420)])
    code = f"(function(w,d){{var q=w.q||[];q.push(['{CLUTTER}',d.title]);w.q=q;}})(window,document);\n"
    return (
        f"<script>window.__STATE__={state}</script><script>{code * (kilobytes * 1000 // 300)}</script>"
        f'<script id="__NEXT_DATA__" type="application/json">{state}</script>'
    )


def styles(kilobytes: int) -> str:
    """Return so many kilobytes of style."""
    rule = ".a-b__c--d{display:flex;margin:0 auto;color:#222;font:700 16px/1.4 sans-serif}\n"
    return f"<style>{rule * (kilobytes * 1000 // len(rule))}</style>"


ICON = (
    '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2L2 22h20z M4 4h8v8H4z M1 2c3 4 5 6 7 8z"></path></svg>'
)


def links(random: Random, count: int, item: str = "li") -> str:
    """Return a list of ``count`` links with icons."""
    each = (
        f'<{item} class="nav-item nav-item--{n}"><a class="link" href="/{CLUTTER}/{n}" data-track="nav|{n}">'
        f"{ICON}<span>{random.choice(LINK_WORDS)} {CLUTTER}</span></a></{item}>"
        for n in range(count)
    )
    return "".join(each)


def cards(random: Random, count: int, heading: str) -> str:
    """Return ``count`` teasers of other stories with picture and day."""
    each = (
        f'<div class="card card--teaser"><a href="/{CLUTTER}-{n}"><img src="/i/{n}.jpg" srcset="/i/{n}-1.jpg 320w, '
        f'/i/{n}-2.jpg 640w" alt=""><h3>{random.choice(LINK_WORDS)}: {CLUTTER} story {n}</h3></a>'
        f'<time datetime="2024-02-0{n % 9 + 1}T10:00:00Z">{n % 9 + 1} February 2024</time></div>'
        for n in range(count)
    )
    return f"<h2>{heading}</h2>{''.join(each)}"


def consent() -> str:
    """Return a consent banner."""
    return (
        f'<div id="onetrust-consent-sdk" class="cookie-banner" role="dialog"><h2>Your {CLUTTER} choices</h2>'
        "<p>We and "
        f"our 812 partners store cookies on your device to measure {CLUTTER} and show you adverts.</p><button>"
        "Accept all"
        "</button><button>Manage</button></div>"
    )


def newsletter() -> str:
    """Return a box that asks for an address."""
    return (
        f'<div class="newsletter-signup"><h3>Get the {CLUTTER} bulletin</h3><p>Sign up for our daily {CLUTTER} email.'
        '</p><form action="/subscribe"><label>Email</label><input type="email"><button>Join</button></form></div>'
    )


def comments(random: Random, count: int) -> str:
    """Return readers' comments."""
    each = (
        f'<div class="comment" id="comment-{n}"><p class="comment-meta">reader{n}, {n + 2} hours ago</p><p>This '
        f"{CLUTTER} will cost {random.randrange(100, 999)} children their {CLUTTER} and nobody says so.</p></div>"
        for n in range(count)
    )
    return f'<section id="comments" class="comments-area"><h2>Comments</h2>{"".join(each)}</section>'


def figure(number: int) -> str:
    """Return a picture with its caption."""
    return (
        f'<figure class="image"><picture><source srcset="/p/{number}.webp"><img src="/p/{number}.jpg" '
        f'alt="{CLUTTER}">'
        f"</picture><figcaption>{CLUTTER} caption {number} (Image: agency)</figcaption></figure>"
    )


def paragraphs(story: Story, form: str = "<p>{}</p>", between: str = "") -> str:
    """Return the article's paragraphs, each in ``form``; ``between`` stands after the third."""
    marked = [form.format(html.escape(text, quote=False)) for text in story.paragraphs]
    return "\n".join([*marked[:3], between, *marked[3:]])
