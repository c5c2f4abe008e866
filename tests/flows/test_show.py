"""A document shown in the terminal and as a page: every number marked where it stands, every row beside it."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from flows.cli import main
from flows.show import NO_METRIC, shown
from flows.show_html import render_document
from flows.show_model import Note, Shown, figure, printable, show_text

ARTICLE = {
    "article_id": "a1", "doc": "north.txt", "title": "Teams <grow>", "publisher": "The Courier & Post",
    "published_on": date(2024, 5, 1), "doc_type": "news", "authority": None, "url": "https://example.org/?a=1&b=2",
    "newest": True, "sample": False,
}  # fmt: skip
TEXT = "Teams grow\n\nThe council runs 12 teams, up from 9 in 2023.\n\n• It closed 4 libraries.\n"
MENTION = {
    "metric": "teams", "value": 12.0, "value_low": 12.0, "value_high": 12.0, "qualifier": "exact", "unit": "count",
    "authority": "E10000024", "role": "current", "period_start": None, "period_end": None, "period_text": None,
    "scope": None, "speaker": None, "rule": "teams.counted0", "confidence": 0.95,
}  # fmt: skip


def note(number: int, surface: str, text: str = TEXT, **fields) -> Note:
    start = text.index(surface)
    row = {**MENTION, "char_start": start, "char_end": start + len(surface), **fields}
    return Note(number, row, "Social work teams", "workforce", "Nottinghamshire")


def document(text: str = TEXT, *notes: Note) -> Shown:
    return show_text(ARTICLE, text, notes)


@pytest.fixture
def two() -> Shown:
    earlier = {"role": "previous", "value_low": 9.0, "value_high": 9.0, "period_start": date(2023, 1, 1),
               "period_end": date(2023, 12, 31), "confidence": 0.8}  # fmt: skip
    return document(TEXT, note(1, "12"), note(2, "9", **earlier))


class Page(HTMLParser):
    """What a browser would see: tags, marked words, and whatever names something outside."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.outside: list[str] = []
        self.marked: list[str] = []
        self._inside = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self._inside = tag == "mark" or (self._inside and tag != "sup")
        if tag == "mark":
            self.marked.append("")
        for name, value in attrs:
            if name in ("src", "href", "action", "data") and not (value or "").startswith("#"):
                self.outside.append(value or "")
            assert not name.startswith("on"), name

    def handle_endtag(self, tag):
        self._inside = self._inside and tag != "mark"

    def handle_data(self, data):
        if self._inside:
            self.marked[-1] += data


def test_numbers_are_marked_and_rows_stand_below_their_paragraph(two):
    paragraphs = click.unstyle(shown(two)).split("\n\n")
    assert paragraphs == [
        "north.txt  Teams <grow>  2024-05-01",
        "Teams grow",
        "The council runs 12[1] teams, up from 9[2] in 2023.\n"
        "  [1] teams  12 count  exact  current  undated  Nottinghamshire  0.95  teams.counted0\n"
        "  [2] teams  9 count  exact  previous  2023-01-01..2023-12-31  Nottinghamshire  0.80  teams.counted0",
        "• It closed 4 libraries.",
    ]


def test_a_number_without_metric_is_faint(two):
    assert click.style("4", dim=True, underline=True) in shown(two)


def test_a_document_without_rows_says_so():
    assert shown(document()).endswith(NO_METRIC)
    assert NO_METRIC in render_document(document())


def test_two_rows_on_one_number_share_a_mark():
    both = document(TEXT, note(1, "12"), note(2, "12", metric="team_managers"))
    assert "runs 12[1,2] teams" in click.unstyle(shown(both))
    assert Page(render_document(both)).marked == ["12"]


def test_the_page_marks_the_same_numbers_and_lists_the_same_rows(two):
    page = render_document(two)
    assert Page(page).marked == ["12", "9"]
    assert page.count('<li id="n') == 2
    assert "2 rows, 1 other numbers (dotted)" in page
    assert "2023-01-01..2023-12-31" in page
    assert '<span class="none">4</span>' in page


def test_the_page_brings_nothing_from_elsewhere_and_runs_nothing(two):
    page = Page(render_document(two))
    assert page.outside == [ARTICLE["url"]]
    assert not {"script", "link", "iframe", "img", "object", "embed"} & set(page.tags)


def test_paragraphs_without_any_number_can_be_hidden(two):
    page = render_document(two)
    assert page.count('<section class="block plain">') == 1
    assert page.count('<section class="block">') == 2
    assert "#only:checked ~ main .plain { display: none; }" in page


def test_words_that_lead_bullets_in_are_never_hidden():
    led = "Heading\n\nThe share of children entitled to free meals:\n\n• in primary schools is 15%\n"
    page = render_document(document(led))
    assert '<section class="block">\n<p>The share of children' in page
    assert '<section class="block plain">\n<p>Heading' in page


def test_only_web_addresses_become_links(two):
    other = Shown({**ARTICLE, "url": "javascript:alert(1)"}, two.text, two.blocks, two.notes)
    assert Page(render_document(other)).outside == []


def test_markup_in_the_source_stays_text():
    hostile = 'The <script>alert("12")</script> & <img src=x onerror=y> 12 teams'
    page = render_document(document(hostile, note(1, "12 teams", hostile, scope='<b "x">', speaker="<i>")))
    assert {"script", "img", "i"} & set(Page(page).tags) == set()
    assert "&lt;script&gt;" in page
    assert "&lt;b &quot;x&quot;&gt;" in page


def test_a_source_cannot_steer_the_terminal():
    hostile = "The council\x1b]0;owned\x07 runs 12 teams\x1b[2J."
    told = click.unstyle(shown(document(hostile, note(1, "12", hostile))))
    assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", told) == []


def test_glyphs_of_pdf_files_are_shown_as_bullets_and_hyphens():
    assert printable("\uf0b7 two\x02thirds") == "• two-thirds"


@pytest.mark.parametrize(
    ("value", "told"), [(None, "?"), (6e6, "6,000,000"), (20.25, "20.25"), (0.0, "0"), (-3.0, "-3")]
)
def test_figures(value, told):
    assert figure(value) == told


def test_bounds_that_are_open_or_apart_are_both_told():
    assert note(1, "12", value_high=None).value == "12..?"
    assert note(1, "12", value_low=10.0, value_high=14.0).value == "10..14"
    assert note(1, "12", period_start=date(2024, 3, 31), period_end=date(2024, 3, 31)).period == "2024-03-31"


@given(st.text(st.sampled_from("ab 12%£\n•.|-(),\x00\ue010"), max_size=120))
def test_blocks_cover_any_text_and_the_page_keeps_its_words(text):
    made = document(text)
    assert "".join(piece for block in made.blocks for piece, _ in block.pieces(text)) == text
    assert all(block.start <= mark.start <= mark.end <= block.end for block in made.blocks for mark in block.marks)
    assert Page(render_document(made)).marked == []


@pytest.fixture
def output(quick, go, folder, tmp_path) -> Path:
    go(folder, tmp_path / "out")
    return tmp_path / "out"


def call(*arguments: object, **environment: str):
    return CliRunner(env=environment).invoke(main, [str(argument) for argument in arguments], color=True)


def test_the_command_writes_the_page_whole_and_the_same_each_time(output, tmp_path):
    page = tmp_path / "page.html"
    result = call("show", "north.txt", "--output", output, "--html", page)
    assert (result.exit_code, result.stdout) == (0, "")
    first = page.read_bytes()
    assert Page(first.decode("utf-8")).marked == ["12", "9"]
    call("show", "north.txt", "--output", output, "--html", page)
    assert page.read_bytes() == first
    assert [path.name for path in tmp_path.glob("page*")] == ["page.html"]


def test_no_color_is_respected(output):
    assert "\x1b[" in call("show", "north.txt", "--output", output).stdout
    assert "\x1b[" not in call("show", "north.txt", "--output", output, NO_COLOR="1").stdout


def test_piped_there_are_no_colours(output):
    result = CliRunner().invoke(main, ["show", "north.txt", "--output", str(output)])
    assert "12[1] teams" in result.stdout
    assert "\x1b[" not in result.stdout
