"""The whole path from a text to its mentions: what holds of every text, and some texts read whole."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.mentions.bound import passages
from tests.mentions.marked import unmark
from transforms.codelists import Codelists, parse_codelists
from transforms.extraction import extract
from transforms.mentions.layout import read_layout
from transforms.model import DocumentFacts, Extraction, Mention

ROOT = Path(__file__).resolve().parents[1]
FACTS = DocumentFacts(title="Care in the county", published_on=date(2019, 6, 14))
NOTHING = DocumentFacts()
HOSTILE = [
    "children in care ",
    "1, ",
    "of 1 ",
    "\n",
    "(",
    "a ",
    "- a:\n• b 2 children:\n",
    "12 children in care and 13 on a plan, ",
    "Children looked after | 1 | 2\n",
    "| 1 ",
    "1; ",
    "of whom 2 ",
    "35% of reviews were held on time and ",
    "a 1 2\n",
    "A. ",
]
PHRASES = [
    unmark(marked)[0]
    for path in sorted((ROOT / "tests" / "mentions" / "cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8")).values()
    for marked in (*case["states"], *case["misses"])
]
GLUE = [
    "\n",
    "\n\n",
    " ",
    "; ",
    "• ",
    "- ",
    " | ",
    ", of whom 12 ",
    " In 2018 ",
    " (",
    ") ",
    "“",
    ":",
    "\f",
    "respectively ",
    " compared with 12%",
    " Leeds ",
    "\ue010",
    "\ue014",
    "\ue015",
]
# a text may end anywhere: a page is cut off, a column lost
ENDS = ["", " and", " or", ", or\n", " compared with", " (", " respectively", " of whom"]
CUT = st.tuples(st.sampled_from(PHRASES), st.integers(1, 60), st.sampled_from(ENDS)).map(
    lambda drawn: " ".join(drawn[0].split(" ")[: drawn[1]]) + drawn[2]
)
TEXTS = st.lists(st.sampled_from(PHRASES) | st.sampled_from(GLUE) | st.text(max_size=8), max_size=12).map("".join)


@pytest.fixture(scope="module")
def codelists() -> Codelists:
    folder = ROOT / "transforms" / "codelists"
    return parse_codelists({path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))})


def one(text: str, codelists: Codelists, facts: DocumentFacts = NOTHING) -> Mention:
    (mention,) = extract(text, facts, codelists).mentions
    return mention


def check(text: str, found: Extraction, codelists: Codelists) -> None:
    """All that is promised of the mentions of any text."""
    assert found.numbers_read == len(found.mentions) + found.numbers_without_metric
    assert found.numbers_without_metric >= 0
    last = 0
    for mention in found.mentions:
        assert text[mention.char_start : mention.char_end] == mention.surface
        assert last <= mention.char_start < mention.char_end
        last = mention.char_end
        metric = codelists.metrics[mention.metric]
        assert mention.unit == metric.unit
        assert all(
            metric.min <= end <= metric.max for end in (mention.value_low, mention.value_high) if end is not None
        )
        assert " ".join(mention.surface.split()) in mention.quote
        assert len(mention.quote) <= max(300, len(mention.surface))
        assert 0 < mention.confidence < 1
        assert (mention.period_start is None) == (mention.period_end is None)
        if mention.period_start is not None and mention.period_end is not None:
            assert mention.period_start <= mention.period_end
        assert (mention.as_of is None) == (mention.as_of_basis is None)
        assert mention.role in ("current", "previous", "national", "comparator", "target", "projected")
        if mention.role == "national":
            assert mention.authority is None


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS, dated=st.booleans())
def test_what_holds_of_every_text(codelists: Codelists, text: str, dated: bool) -> None:
    facts = FACTS if dated else NOTHING
    found = extract(text, facts, codelists)
    check(text, found, codelists)
    assert extract(text, facts, codelists) == found


@settings(max_examples=400, deadline=None)
@given(text=st.lists(CUT, min_size=1, max_size=3).map("\n\n".join))
def test_a_text_may_end_anywhere(codelists: Codelists, text: str) -> None:
    check(text, extract(text, NOTHING, codelists), codelists)


@pytest.mark.parametrize(
    "text",
    [
        "The vacancy rate is 12% and",
        "At Leeds 148 agency social workers made up about three in ten of the posts, whereas York reported 31, or\n",
    ],
)
def test_a_link_word_may_end_a_text(codelists: Codelists, text: str) -> None:
    found = extract(text, NOTHING, codelists)
    check(text, found, codelists)
    assert found.mentions


@settings(max_examples=120, deadline=None)
@given(text=st.text(max_size=400))
def test_no_text_raises(codelists: Codelists, text: str) -> None:
    check(text, extract(text, NOTHING, codelists), codelists)


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_texts_are_read(codelists: Codelists, unit: str) -> None:
    text = unit * (3000 // len(unit))
    check(text, extract(text, NOTHING, codelists), codelists)


@pytest.mark.parametrize("unit", HOSTILE)
def test_what_is_matched_grows_with_the_text_and_no_faster(unit: str) -> None:
    def size(length: int) -> int:
        text = unit * (length // len(unit))
        sentences = read_layout(text).sentences
        leads = sum(end - start for sentence in sentences for start, end in sentence.lead)
        return sum(len(each.masked.text) + len(each.masked.slots) for each in passages(text)) + leads + len(sentences)

    assert size(16_000) <= 5 * size(4_000) + 100


def test_a_text_without_numbers_is_nothing(codelists: Codelists) -> None:
    assert extract("", NOTHING, codelists) == Extraction()
    assert extract("Nobody knows how many.", NOTHING, codelists) == Extraction()


def test_numbers_that_state_no_metric_are_counted(codelists: Codelists) -> None:
    found = extract("There are 30 vacancies, 12 boats and £3 tickets. She is 14 years old.", NOTHING, codelists)
    assert [mention.metric for mention in found.mentions] == ["vacancies"]
    assert (found.numbers_read, found.numbers_without_metric) == (3, 2)


@pytest.mark.parametrize(
    ("text", "low", "high", "qualifier"),
    [
        ("There are 30 vacancies.", 30, 30, "exact"),
        ("There are about 30 vacancies.", 30, 30, "approximately"),
        ("There are almost 30 vacancies.", 30, 30, "nearly"),
        ("There are more than 30 vacancies.", 30, None, "over"),
        ("There are at least 30 vacancies.", 30, None, "at_least"),
        ("There are up to 30 vacancies.", None, 30, "at_most"),
        ("There are fewer than 30 vacancies.", None, 30, "under"),
        ("There are between 25 and 35 vacancies.", 25, 35, "range"),
        ("There are no vacancies.", 0, 0, "exact"),
    ],
)
def test_bounds_and_qualifiers(
    codelists: Codelists, text: str, low: float | None, high: float | None, qualifier: str
) -> None:
    mention = one(text, codelists)
    assert (mention.value_low, mention.value_high, mention.qualifier) == (low, high, qualifier)


@pytest.mark.parametrize(
    "text", ["The vacancy rate is 140%.", "The council has 9,000 vacancies.", "It runs 400 children's homes."]
)
def test_a_value_beyond_the_bounds_of_its_metric_is_none(codelists: Codelists, text: str) -> None:
    found = extract(text, NOTHING, codelists)
    assert found.mentions == ()
    assert found.numbers_read == 1


def test_pages_are_counted_from_one(codelists: Codelists) -> None:
    text = "There are 30 vacancies.\nThe turnover rate is 12%.\n"
    starts = (0, text.index("The turnover"))
    assert [mention.page for mention in extract(text, NOTHING, codelists, starts).mentions] == [1, 2]
    assert [mention.page for mention in extract(text, NOTHING, codelists).mentions] == [None, None]


def test_a_long_sentence_is_quoted_around_its_number(codelists: Codelists) -> None:
    filler = "as the board has heard in many a long meeting, "
    mention = one(f"{filler * 8}there are 30 vacancies, {filler * 8}and so on.", codelists)
    assert len(mention.quote) == 300
    assert "there are 30 vacancies" in mention.quote
    short = one("There are\t 30 vacancies.", codelists)
    assert short.quote == "There are 30 vacancies."


def test_as_of_says_where_it_is_from(codelists: Codelists) -> None:
    dated = one("At 31 March 2018 there were 30 vacancies.", codelists, FACTS)
    assert (dated.period_start, dated.period_end) == (date(2018, 3, 31), date(2018, 3, 31))
    assert (dated.as_of, dated.as_of_basis) == (date(2018, 3, 31), "period_end")
    undated = one("There are 30 vacancies.", codelists, FACTS)
    assert (undated.as_of, undated.as_of_basis) == (FACTS.published_on, "published_on")
    unknown = one("There are 30 vacancies.", codelists)
    assert (unknown.as_of, unknown.as_of_basis) == (None, None)


def test_the_authority_is_the_one_of_the_text_or_of_the_facts(codelists: Codelists) -> None:
    text = "Suffolk County Council has 30 vacancies."
    named = one(text, codelists, FACTS)
    assert named.authority is not None
    assert codelists.by_gss[named.authority].name == "Suffolk"
    told = one("There are 30 vacancies.", codelists, DocumentFacts(authority=named.authority))
    assert told.authority == named.authority
    assert one("There are 30 vacancies.", codelists).authority is None


def test_roles_of_three_numbers_in_a_sentence(codelists: Codelists) -> None:
    text = "The vacancy rate is 12%, down from 20%, against an England average of 17%."
    assert [mention.role for mention in extract(text, FACTS, codelists).mentions] == ["current", "previous", "national"]


def test_a_table_of_a_web_page(codelists: Codelists) -> None:
    text = "| Measure | 31 March 2018 | 31 March 2019 | \n|---|---|---|\n| Children looked after | 512 | 498 | \n"
    found = extract(text, FACTS, codelists).mentions
    assert [(each.value, each.period_end) for each in found] == [(512, date(2018, 3, 31)), (498, date(2019, 3, 31))]


def test_movements_come_with_the_mentions(codelists: Codelists) -> None:
    found = extract("Caseloads fell from 24 to 17.", FACTS, codelists)
    (change,) = found.changes
    assert (change.from_mention, change.to_mention, change.direction) == (0, 1, "down")
