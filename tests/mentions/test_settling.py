"""What numbers take from each other: owner, role, year of a sum, evidence. The sentences are made up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.codelists import Codelists
from transforms.extraction import extract
from transforms.model import DocumentFacts, Mention

PUBLISHED = date(2019, 11, 14)
RUTLAND, HEREFORDSHIRE = "E06000017", "E06000019"
THIS_YEAR = (date(2019, 4, 1), date(2020, 3, 31))


def read(text: str, codelists: Codelists, authority: str | None = RUTLAND) -> dict[str, Mention]:
    """The mentions of a text by their surface."""
    facts = DocumentFacts(published_on=PUBLISHED, authority=authority)
    return {mention.surface: mention for mention in extract(text, facts, codelists).mentions}


SUMS = [
    ("Children's services have a budget of £64m this financial year and will overspend it by £5.9m.", "£5.9m"),
    ("The children's services budget was £103m for 2019/20. The latest forecast was an overspend of £9.1m.", "£9.1m"),
    (
        "The children's budget in 2019/20 is £58m. The forecast for the year at quarter 2 is an overspend of £1.9m.",
        "£1.9m",
    ),
    ("An overspend of £8.6m was forecast for 2019-20, on a children's services budget of £127m.", "£127m"),
]


@pytest.mark.parametrize(("text", "surface"), SUMS)
def test_a_sum_is_for_the_year_of_its_budget(text: str, surface: str, codelists: Codelists) -> None:
    mention = read(text, codelists)[surface]
    assert (mention.period_start, mention.period_end) == THIS_YEAR


def test_money_is_not_for_the_month_in_which_it_was_decided(codelists: Codelists) -> None:
    mention = read("In May the council committed an extra £6m to children's services.", codelists)["£6m"]
    assert (mention.metric, mention.period_start) == ("investment", None)


def test_a_national_figure_has_no_authority(codelists: Codelists) -> None:
    found = read("The vacancy rate is 12 per cent, against a national average of 16 per cent.", codelists)
    assert (found["12 per cent"].authority, found["16 per cent"].authority) == (RUTLAND, None)


def test_a_rate_in_brackets_has_role_owner_and_time_of_its_count(codelists: Codelists) -> None:
    text = "Rutland looks after 320 children. Herefordshire looked after 306 children (68 per 10,000) at 31 March 2019."
    found = read(text, codelists)
    count, rate = found["306"], found["68 per 10,000"]
    assert (rate.role, rate.authority, rate.period_end) == (count.role, HEREFORDSHIRE, date(2019, 3, 31))


def test_a_yardstick_takes_the_time_that_opens_the_sentence_unless_told_aside(codelists: Codelists) -> None:
    opened = "In 2018-19, 84% of health assessments were on time – just below the statistical neighbour average of 86%."
    aside = "In 2018-19, 84% of health assessments were on time, while the England average was 88%."
    assert read(opened, codelists)["86%"].period_end == date(2019, 3, 31)
    assert read(aside, codelists)["88%"].period_end is None


def test_a_number_that_is_said_again_keeps_its_time(codelists: Codelists) -> None:
    text = "In 2018-19, 176 children ceased to be looked after. One in ten of the 176 have since returned to care."
    facts = DocumentFacts(published_on=PUBLISHED, authority=RUTLAND)
    ends = {each.period_end for each in extract(text, facts, codelists).mentions if each.surface == "176"}
    assert ends == {date(2019, 3, 31)}


def test_a_value_out_of_bounds_is_left_out(codelists: Codelists) -> None:
    assert read("Social workers have an average caseload of 400,000.", codelists) == {}


def test_as_of_falls_back_to_the_day_of_publication(codelists: Codelists) -> None:
    found = read("There are 12 teams. In June, 88 per cent of reviews were on time.", codelists)
    assert (found["12"].as_of, found["12"].as_of_basis) == (PUBLISHED, "published_on")
    assert (found["88 per cent"].as_of, found["88 per cent"].as_of_basis) == (date(2019, 6, 30), "period_end")


def test_a_long_sentence_is_quoted_around_its_number(codelists: Codelists) -> None:
    words = "and so on, as members of the panel had been told at some length, " * 8
    mention = read(f"The panel heard {words} that the average caseload was 19.", codelists)["19"]
    assert len(mention.quote) == 300
    assert "average caseload was 19" in mention.quote


PIECES = (
    "Rutland",
    "Herefordshire",
    "England",
    "had",
    "has",
    "will have",
    "from",
    "to",
    "19",
    "26 per cent",
    "£4m",
    "(48%)",
    "average caseload of",
    "children looked after",
    "an overspend of",
    "at 31 March 2019",
    "a year earlier",
    "|",
    ";",
    "by December",
    "compared with",
    "in the same year",
    "Of this number:",
    "•",
    "\n\n",
    "the target is",
    "social workers",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=24))
def test_whatever_the_text_rows_are_whole(codelists: Codelists, pieces: list[str]) -> None:
    text = " ".join(pieces)
    facts = DocumentFacts(published_on=PUBLISHED, authority=RUTLAND)
    first = extract(text, facts, codelists)
    assert first == extract(text, facts, codelists)
    for mention in first.mentions:
        assert text[mention.char_start : mention.char_end] == mention.surface
        assert (mention.period_start is None) == (mention.period_end is None)
        assert mention.role != "national" or mention.authority is None
