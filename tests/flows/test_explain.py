"""Why a number was read as it was: every stage named, and what stopped a rule."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from flows.cli import main
from flows.codelists import for_real_sources, load_codelists
from flows.errors import WrongUseError
from flows.explain import MOST, STEPS, explained
from flows.explain_rules import near_metrics, stopped_rules
from flows.explain_workings import lay_open
from flows.show_model import Note, Shown, show_text
from transforms.extraction import extract
from transforms.model import DocumentFacts

KENT = "E10000016"
TEXT = (
    "Kent County Council has 41 social work teams. In March 2024 the vacancy rate was 12 per cent, "
    "against 17 per cent in England.\n\n"
    "Agency spending rose by 8 per cent. Mr Field, 52, has worked there for 9 years. The council runs 3 theatres.\n"
)
FACTS = DocumentFacts(published_on=date(2024, 5, 1), doc_type="news")


@pytest.fixture(scope="module")
def document() -> Shown:
    row = {name: getattr(FACTS, name) for name in DocumentFacts.__slots__}
    article = {**row, "doc": "kent.txt", "sample": False}
    notes = [Note(1, {"char_start": TEXT.index("41")}, "", "", None)]
    return Shown(article, TEXT, show_text(article, TEXT, []).blocks, tuple(notes))


@pytest.fixture(scope="module")
def workings():
    return lay_open(TEXT, FACTS, for_real_sources(load_codelists()))


def facts_of(told: str) -> dict[str, list[str]]:
    """The lines of an explanation by the name that stands before them."""
    found: dict[str, list[str]] = {}
    for line in click.unstyle(told).splitlines()[1:]:
        found.setdefault(line[2:15].strip(), []).append(line[15:])
    return found


def test_a_number_that_was_read_is_explained_stage_by_stage(document):
    told = facts_of(explained(document, "12 per cent"))
    assert told["number"] == ["percent 12, exact"]
    assert told["result"][0].startswith(
        f"vacancy_rate, current, 2024-03-01..2024-03-31 (In March 2024), authority {KENT}"
    )
    assert told["by"][0].startswith("vacancy_rate.")
    assert any("vacancy_rate." in line for line in told["fired"])
    assert f"In March 2024 @{TEXT.index('In March')}: month, 2024-03-01..2024-03-31" in told["time"]
    assert told["authority"][0].startswith(f"{KENT} by ")
    assert "[share]" in told["masked"][0]


def test_an_inherited_metric_says_from_where(document):
    told = facts_of(explained(document, "17 per cent"))
    assert "vacancy_rate, national" in told["result"][0]
    assert "authority none" in told["result"][0]


@pytest.mark.parametrize(("number", "kind"), [("52", "age"), ("9", "duration"), (f"@{TEXT.index('2024')}", "year")])
def test_a_number_of_another_kind_says_which(document, number, kind):
    told = facts_of(explained(document, number))
    assert "states no metric" in told["result"][0]
    assert kind in told["number"][0]


def test_a_number_that_counts_something_else_says_so(document):
    told = facts_of(explained(document, "3"))
    assert "states no metric: no rule binds it" in told["result"][0]


@pytest.mark.parametrize(
    ("text", "number", "metric", "why"),
    [
        ("The number of children looked after rose by 70.", 70, "children_looked_after",
         "it is the size of a change or difference"),
        ("A total of 30% of care leavers were not in touch with the council.", 30, "care_leavers_in_touch_share",
         "a share of those for whom it was not so"),
    ],
)  # fmt: skip
def test_what_stopped_a_rule_is_named(text, number, metric, why):
    laid = lay_open(text, FACTS, for_real_sources(load_codelists()))
    passage, slot = laid.place(next(each for each in laid.found.quantities if each.value == number))
    reasons = {each.metric: each.why for each in stopped_rules(passage.masked, slot, passage.context)}
    assert why in reasons[metric]


def test_metrics_whose_words_stand_near_are_named():
    text = "Foster carers were thanked at 14 parties."
    laid = lay_open(text, FACTS, for_real_sources(load_codelists()))
    passage, slot = laid.place(laid.found.quantities[0])
    reached = dict(near_metrics(passage.masked, slot, ""))
    stopped = {each.metric for each in stopped_rules(passage.masked, slot, "")}
    assert "foster_households" in {*reached, *stopped}


def test_what_is_laid_open_is_what_the_extraction_says(workings):
    mentions = extract(TEXT, FACTS, for_real_sources(load_codelists())).mentions
    assert [each for found in workings.mentions.values() for each in found] == list(mentions)
    bound = [
        passage.masked.slots[index].quantity.start
        for passage in workings.found.passages
        for index in sorted(passage.bound)
    ]
    assert bound == [mention.char_start for mention in mentions]


def test_every_step_by_which_a_number_comes_to_its_metric_is_told_in_words():
    folder = Path(__file__).resolve().parents[1] / "golden" / "development"
    codelists = for_real_sources(load_codelists())
    steps = {
        step
        for path in sorted(folder.glob("*.txt"))
        for mention in extract(path.read_text(encoding="utf-8"), FACTS, codelists).mentions
        for step in mention.rule.split(".")[1:]
        if not re.fullmatch(r"(?:frame|counted|subject|after|before)\d+", step)
    }
    assert steps
    assert steps <= set(STEPS)


def test_a_number_is_named_by_print_by_place_or_by_row(document):
    by_print = explained(document, "41")
    assert explained(document, f"@{TEXT.index('41') + 1}") == by_print
    assert explained(document, "#1") == by_print


def test_every_number_of_that_name_is_explained_up_to_a_limit():
    text = " ".join(["Kent has 7 teams."] * (MOST + 2))
    article = {**{name: getattr(FACTS, name) for name in DocumentFacts.__slots__}, "doc": "a.txt", "sample": False}
    told = click.unstyle(explained(show_text(article, text, []), "7"))
    assert told.count("  result ") == MOST
    assert told.splitlines()[-1] == f"2 more: @{text.index('7', 17 * MOST)}, @{text.rindex('7')}"


@pytest.mark.parametrize("wanted", ["99", "#2", "#x", "@9999", "@", "teams"])
def test_a_number_that_is_not_there_says_how_to_name_one(document, wanted):
    with pytest.raises(WrongUseError, match="as @OFFSET, or as #N"):
        explained(document, wanted)


def test_the_command(quick, go, folder, tmp_path):
    go(folder, tmp_path / "out")
    arguments = ["explain", "north.txt", "12", "--output", str(tmp_path / "out")]
    told = CliRunner().invoke(main, arguments)
    assert told.exit_code == 0, told.stderr
    assert told.stdout.startswith("12  @")
    missing = CliRunner().invoke(main, ["explain", "north.txt", "77", "--output", str(tmp_path / "out")])
    assert (missing.exit_code, missing.stdout) == (2, "")
