"""Pages in the manner of each kind of publisher, as the benchmark makes them, are read as they were written."""

from __future__ import annotations

import re

import pytest

from transforms.model import ReadDocument
from transforms.reading import read_document
from transforms.reading.html import read_page

templates = pytest.importorskip("benchmarks.page_templates", reason="run from the project's folder for its benchmarks")
PAGES = templates.make_pages(2 * len(templates.TEMPLATES))


@pytest.mark.parametrize("page", PAGES, ids=[f"{page.template}-{page.story.seed}" for page in PAGES])
def test_a_publisher_s_page_is_read_as_it_was_written(page) -> None:  # type: ignore[no-untyped-def]
    text = read_page(page.html, page.url)
    assert text.trouble is None
    assert text.facts.title == page.story.title
    assert text.facts.published_on == page.story.published.date()
    missing = [part for part in page.story.paragraphs if " ".join(part.split()) not in " ".join(text.split())]
    assert missing == []
    assert "zzclutter" not in text
    assert "Reporter Name" not in (text.facts.organisation or "")


@pytest.mark.parametrize("page", PAGES[: len(templates.TEMPLATES)], ids=lambda page: page.template)
def test_the_pipeline_s_document_is_the_core_s_text_under_the_headline(page) -> None:  # type: ignore[no-untyped-def]
    document = read_document(page.html, "a.html")
    assert isinstance(document, ReadDocument)
    assert document.text.startswith(page.story.title) or page.story.title in document.text[:400]
    assert re.sub(r"\s+", " ", document.text).endswith(re.sub(r"\s+", " ", read_page(page.html)))
