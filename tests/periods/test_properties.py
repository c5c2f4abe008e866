"""What holds of any text: no error, no overlap, the text itself, ordered days, the same answer twice."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.model import DocumentFacts, Period
from transforms.periods import (
    BOUNDED,
    DATED,
    KINDS,
    RELATIVE,
    VAGUE,
    find_inspection_dates,
    find_periods,
    inner_days,
    resolve_relative,
    two_ends,
)
from transforms.periods.forms import FORMS, UNLED_FORMS
from transforms.periods.grammar import ENTRY
from transforms.periods.words import BEGINNINGS, MONTHS, NUMBER_WORDS, SHORT_MONTHS, WEEKDAYS

WORDS = (
    *(
        "at",
        "in",
        "on",
        "by",
        "since",
        "from",
        "to",
        "between",
        "and",
        "the",
        "a",
        "of",
        "end",
        "year",
        "years",
        "month",
    ),
    *("31", "30", "March", "May", "Feb", "2014", "2013–14", "2014/15", "1/2/2014", "last", "next", "this", "previous"),
    *("earlier", "before", "later", "same", "quarter", "Q3", "first", "half", "12", "months", "twelve", "ending", "–"),
    *(
        "early",
        "late",
        "summer",
        "now",
        "then",
        "when",
        "inspection",
        "visit",
        "Tuesday",
        "ago",
        "will",
        ",",
        ".",
        "(",
        ")",
    ),
    *("\n", "\n\n", "•", "July", "84%", "each", "these", "financial", "school", "week", "yesterday", "29", "February"),
)
PHRASES = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
TEXTS = st.one_of(st.text(max_size=200), PHRASES, st.tuples(PHRASES, st.text(max_size=20), PHRASES).map("".join))
DATES = st.one_of(st.none(), st.dates())
INSPECTIONS = st.one_of(st.none(), st.tuples(st.dates(), st.dates()))


@settings(max_examples=300, deadline=None)
@given(TEXTS, DATES, INSPECTIONS)
def test_any_text(text: str, published: date | None, inspection: tuple[date, date] | None) -> None:
    facts = DocumentFacts(published_on=published)
    periods = find_periods(text, facts, inspection)
    assert periods == find_periods(text, facts, inspection)
    end = 0
    for period in periods:
        assert end <= period.start < period.end <= len(text)
        end = period.end
        check_period(period, text)
        inner_days(period, facts)
        ends = two_ends(period, facts)
        assert ends is None or ends.left[0] <= ends.right[1]
    find_inspection_dates(text)


def check_period(period: Period, text: str) -> None:
    """A period is what the text says, of a known kind, with both days in order or neither."""
    assert period.text == text[period.start : period.end]
    assert period.kind in KINDS
    assert (period.date_start is None) == (period.date_end is None)
    if period.date_start is not None and period.date_end is not None:
        assert period.date_start <= period.date_end
        assert period.kind in DATED | RELATIVE


@given(st.sampled_from(sorted(RELATIVE)), st.dates(), st.dates())
def test_a_relative_period_is_counted_or_nothing(kind: str, first: date, last: date) -> None:
    start, end = sorted((first, last))
    found = resolve_relative(kind, start, end)
    assert found is None or found[0] <= found[1]


def test_kinds_do_not_overlap() -> None:
    groups = (DATED, RELATIVE, BOUNDED, VAGUE)
    assert sum(map(len, groups)) == len(KINDS)


@settings(max_examples=60, deadline=None)
@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2040, 12, 31)))
def test_a_day_is_read_back_in_every_spelling(when: date) -> None:
    spellings = (
        f"{when.day} {when:%B %Y}",
        f"{when:%B} {when.day}, {when.year}",
        f"{when:%d/%m/%Y}",
        f"{when:%Y-%m-%d}",
    )
    for spelling in spellings:
        (period,) = find_periods(f"There were 12 at {spelling}.", DocumentFacts())
        assert (period.date_start, period.date_end) == (when, when)


LITERALS = {
    word
    for _, form in (*FORMS, *UNLED_FORMS)
    for word in re.findall(r"[a-z]{2,}", re.sub(r"\[[A-Z]([a-z])\]", r"\1", form))
}
OPENINGS = sorted(
    {
        *(*MONTHS, *SHORT_MONTHS, *WEEKDAYS, *BEGINNINGS, *NUMBER_WORDS, *LITERALS),
        *(word.capitalize() for word in (*BEGINNINGS, *NUMBER_WORDS, *LITERALS)),
        *("New", "MARCH", "2014", "2013–14", "1/2/2014", "2014-02-01"),
        *("3-14", "31", "1st", "2nd", "12", "12-month", "Q3", "A", "a", "an"),
    }
)  # fmt: skip
TAILS = (
    *("year", "years ago", "months", "12 months", "two years", "few years ago", "quarter", "quarter of 2014"),
    *("March 2014", "Year", "of March 2014", "of 2014", "of these months", "of those three months", "half of 2014"),
    *("day of March 2014", "part of 2014", "2014", "in the year", "week of May 2014", "night", "morning"),
    *("time last year", "month of 2014", "months to March 2014", "year before", "year to that date", "days", "one"),
    *("financial year", "calendar year", "date", "far", "three months of 2014", "to 14 March 2014", "and April"),
    *("was", "| 2", "annum"),
)  # fmt: skip
# The scan looks for none of these at the head of an expression: "Previous months".
UNREAD = ("P", "R", "Y", "latest")


@pytest.mark.parametrize(("form", "pattern"), [*FORMS, *UNLED_FORMS])
def test_every_form_begins_where_the_scan_looks(form: str, pattern: str) -> None:
    expression = re.compile(pattern)
    for text in (f" {opening} {tail}" for opening in OPENINGS for tail in TAILS):
        if expression.match(text, 1) and not text.startswith(UNREAD, 1):
            assert ENTRY.match(text), text
