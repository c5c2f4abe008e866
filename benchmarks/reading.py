"""Pages per second and exactness of the page reader beside trafilatura's bare fast mode, on made-up pages in one run.

    python -m benchmarks.reading [--pages 90] [--rounds 5]

Both get the bytes of a page and its address and return its text; ours reads the page's headline, days, publisher and
kind in the same pass. Each page's time is the least CPU time of the rounds, the two taking turns page by page, so that
other work on the machine weighs on both alike. F1 is of 4-word shingles against the article's paragraphs. Exits 1 where
ours reaches less than nine tenths of the bare mode's pages per second, a lower F1, or lets clutter through.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Callable

import trafilatura

from benchmarks.page_parts import CLUTTER
from benchmarks.page_templates import TEMPLATES, Page, make_pages
from transforms.reading.html import read_page

LEAST_RATIO, SHINGLE = 0.9, 4


def bare(page: Page) -> str:
    """Return the text by trafilatura's fast mode and nothing else."""
    return trafilatura.extract(page.html, url=page.url, fast=True, include_comments=False) or ""


def ours(page: Page) -> str:
    """Return the text by the function that the pipeline calls."""
    return read_page(page.html, page.url)


READERS: dict[str, Callable[[Page], str]] = {"trafilatura fast": bare, "read_page": ours}


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words of a text."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))


def f1(text: str, truth: str) -> float:
    """Return the harmonic mean of precision and recall of a text's shingles."""
    found, wanted = shingles(text), shingles(truth)
    total = found.total() + wanted.total()
    return 2 * (found & wanted).total() / total if total else 0.0


def seconds(pages: list[Page], rounds: int) -> dict[str, list[float]]:
    """Return the least CPU seconds that each reader took for each page."""
    least = {name: [float("inf")] * len(pages) for name in READERS}
    for _ in range(rounds):
        for number, page in enumerate(pages):
            for name, read in READERS.items():
                begin = time.process_time()
                read(page)
                least[name][number] = min(least[name][number], time.process_time() - begin)
    return least


def exactness(pages: list[Page]) -> dict[str, int]:
    """Return how many pages' headline and days the reader states as they are."""
    right: Counter[str] = Counter()
    for page in pages:
        facts, story = read_page(page.html, page.url).facts, page.story
        right["headline"] += facts.title == story.title
        right["published"] += facts.published_on == story.published.date()
        right["modified or none"] += facts.modified_on is None or facts.modified_on >= story.modified.date()
    return right


def report(count: int, rounds: int) -> bool:
    """Measure, print a table by template and return whether all bounds hold."""
    pages = make_pages(count)
    took = seconds(pages, rounds)
    size = sum(len(page.html) for page in pages) / len(pages) / 1000
    print(f"{len(pages)} pages of {size:.0f} KB in the mean; CPU ms a page and F1 of 4-word shingles")
    print(f"{'template':14} " + " ".join(f"{name:>24}" for name in READERS))
    for template in TEMPLATES:
        chosen = [number for number, page in enumerate(pages) if page.template == template]
        cells = []
        for name, read in READERS.items():
            score = sum(f1(read(pages[n]), "\n".join(pages[n].story.paragraphs)) for n in chosen) / len(chosen)
            cells.append(f"{1000 * sum(took[name][n] for n in chosen) / len(chosen):15.2f} {score:8.3f}")
        print(f"{template:14} " + " ".join(cells))
    speed = {name: len(pages) / sum(each) for name, each in took.items()}
    score = {
        name: sum(f1(read(page), "\n".join(page.story.paragraphs)) for page in pages) / len(pages)
        for name, read in READERS.items()
    }
    ratio = speed["read_page"] / speed["trafilatura fast"]
    leaks = sum(CLUTTER in ours(page) for page in pages)
    print(", ".join(f"{name}: {speed[name]:.0f} pages/s, F1 {score[name]:.4f}" for name in READERS))
    print(f"ratio {ratio:.2f} (at least {LEAST_RATIO}); pages with clutter {leaks}; right: {dict(exactness(pages))}")
    return ratio >= LEAST_RATIO and score["read_page"] >= score["trafilatura fast"] and not leaks


def main() -> int:
    """Run the benchmark from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=90)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    return 0 if report(max(given.pages, len(TEMPLATES)), given.rounds) else 1


if __name__ == "__main__":
    sys.exit(main())
