"""The scan of raw bytes: recall on pages as sites write them, and agreement with plain regular expressions."""

from __future__ import annotations

import builtins
import html
import json
from random import Random

import pytest

from flows.relevance import load_words
from tests.relevance.texts import negatives, positives
from transforms.relevance import Scan, ScanUnavailableError, compile_scan, topic_patterns
from transforms.relevance.outside import without_links

# how editorial systems write apostrophes, spaces, hyphens and dashes
SPELLINGS = {
    "plain": {},
    "named": {"’": "&rsquo;", "'": "&rsquo;", "‘": "&lsquo;", "–": "&ndash;", "£": "&pound;"},
    "decimal": {"’": "&#8217;", "'": "&#39;", "£": "&#163;"},
    "hexadecimal": {"’": "&#x2019;", "'": "&#x27;"},
    "xhtml": {"’": "&apos;", "'": "&apos;"},
    "twice": {"’": "&amp;rsquo;", "'": "&amp;#39;"},
    "no-break": {"’": "'", "children ": "children&nbsp;", " care": "\u00a0care", "social ": "social&#160;"},
    "hyphens": {"looked-after": "looked&#8209;after", "looked after": "looked\u2011after", "-": "\u2010"},
    "wrapped": {
        "children’s ": "children’s\n                ",
        " services": "\r\n\t\t\tservices",
        "social ": "social  \n  ",
    },
    "left out": {"’": "", "'": ""},
}


def page(text: str, spelling: dict[str, str]) -> str:
    paragraphs = [html.escape(part, quote=False) for part in text.split("\n") if part.strip()]
    body = "\n".join(f"<p>{part}</p>" for part in paragraphs)
    for plain, written in spelling.items():
        body = body.replace(plain, written)
    links = "".join(f'<li><a href="/n/{number}">Weather, traffic, bins</a></li>' for number in range(40))
    state = json.dumps([{"id": number, "slug": "markets-close-higher"} for number in range(300)])
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>News</title><script>window.state={state}</script></head><body>'
        f"<nav><ul>{links}</ul></nav><main><article>{body}</article></main><footer>{links}</footer></body></html>"
    )


@pytest.mark.parametrize("name", SPELLINGS)
def test_recall_is_complete_whatever_the_spelling(scan, name):
    texts = positives()
    missed = [title for title, text in texts if not scan.passes(page(text, SPELLINGS[name]).encode())]
    assert len(missed) <= 0.005 * len(texts), missed


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_recall_is_complete_in_other_encodings(scan, encoding):
    texts = positives()
    pages = [(title, page(text, {}).encode(encoding, "xmlcharrefreplace")) for title, text in texts]
    assert [title for title, data in pages if not scan.passes(data)] == []


def test_a_text_that_stands_in_json_ld_alone_is_seen(scan):
    text = "Inspectors returned.\nChildren’s services in the county are better, and care leavers say so."
    stated = json.dumps({"@type": "NewsArticle", "articleBody": text})
    assert scan.passes(f'<html><script type="application/ld+json">{stated}</script></html>'.encode())


def test_few_pages_of_other_subjects_pass(scan):
    rest = [text for reason, text in negatives() if reason in ("schools", "health", "adult_care", "sport", "no_topic")]
    assert [text for text in rest if scan.passes(page(text, {}).encode())] == []


@pytest.mark.parametrize(
    "around",
    [
        "<a href='/1'>{}</a>",
        "<nav><span>{}</span></nav>",
        "<script>var related = ['{}'];</script>",
        '<script type="application/json">{{"title": "{}"}}</script>',
    ],
)
def test_a_teaser_of_another_article_is_not_the_article(scan, around):
    teaser = around.format("Children's services fail children in care")
    assert not scan.passes(f"<html><body><p>Rain is on its way.</p>{teaser}</body></html>".encode())


def test_links_inside_an_article_do_not_hide_it(scan):
    text = "The <a href='/x'>council</a> says care leavers and <a href='/y'>foster carers</a> were heard."
    assert scan.passes(f"<p>{text}</p>".encode())


def test_what_is_not_closed_hides_nothing(scan):
    assert scan.passes(b"<script>var a; <p>Children's services in the city, <a href='/x'>looked-after children")


@pytest.mark.parametrize("tag", [b"<a ", b"<script ", b"<nav ", b"<style ", b"<a>" + b"x" * 5001 + b"</a>"])
def test_a_page_of_tags_that_are_not_closed_is_gone_through_once(tag):
    page = b"children's services" + tag * (2_000_000 // len(tag))
    assert without_links(page) == page


def test_acronyms_keep_their_case(scan):
    assert "MASH" in scan.phrases(b"the MASH team")
    assert scan.phrases(b"sausage and mash, and a uasc.js") == frozenset()


def test_the_fast_scan_finds_what_plain_expressions_find(scan):
    patterns = topic_patterns(load_words())
    random = Random(3)
    for _, text in random.sample(positives(), 25):
        data = page(text, SPELLINGS[random.choice(list(SPELLINGS))]).encode()
        plain = {pattern.phrase for pattern in patterns if pattern.compiled().search(data)}
        assert scan.phrases(data) == plain


def test_the_compiled_phrases_can_be_handed_on():
    patterns = topic_patterns(load_words())
    compiled = compile_scan(patterns)
    assert Scan(compiled, patterns, 5).passes(b"<p>children's services</p>")


def test_without_hyperscan_the_mend_is_named(monkeypatch):
    really = builtins.__import__

    def refuse(name, *rest, **others):
        if name == "hyperscan":
            raise ImportError("no such library")
        return really(name, *rest, **others)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ScanUnavailableError, match="install it"):
        compile_scan(topic_patterns(load_words()))
