from __future__ import annotations

import pytest

from transforms.model import Quantity
from transforms.quantities import KINDS, read_quantities


def only(text: str) -> Quantity:
    found = read_quantities(text)
    assert len(found) == 1, [text[q.start : q.end] for q in found]
    return found[0]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(text[quantity.start : quantity.end], quantity.kind) for quantity in read_quantities(text)]


def values(text: str) -> list[tuple[float, str]]:
    return [(quantity.value, quantity.kind) for quantity in read_quantities(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,598 contacts", 1598),
        ("274,135 children", 274135),
        ("16.4 cases", 16.4),
        ("twenty-two children", 22),
        ("Twenty two children", 22),
        ("two hundred and eighty-one children", 281),
        ("one thousand, two", 1000),
        ("twelve hundred pupils", 1200),
        ("nineteen thousand five hundred people", 19500),
        ("three million people", 3_000_000),
        ("1.2 million people", 1_200_000),
        ("150k visits", 150_000),
        ("4 hundred million people", 400_000_000),
        ("a dozen posts", 12),
        ("two dozen posts", 24),
        ("half a dozen posts", 6),
        ("a hundred families", 100),
        ("two and a half teams", 2.5),
        ("2½ posts", 2.5),
        ("two-and-a-half posts", 2.5),
        ("half a million people", 500_000),
        ("117,900children", 117_900),
        ("zero cases", 0),
    ],
)
def test_reads_the_value_of_a_count(text: str, value: float) -> None:
    quantity = read_quantities(text)[0]
    assert (quantity.value, quantity.low, quantity.high) == (value, value, value)
    assert (quantity.kind, quantity.qualifier) == ("count", "exact")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("66 per cent", 66),
        ("66 per\ncent", 66),
        ("37%", 37),
        ("26.8%%", 26.8),
        ("(40%)", 40),
        ("88pc", 88),
        ("97.5 percent", 97.5),
        ("17 %", 17),
        ("nineteen per cent", 19),
        ("one per cent", 1),
        ("a third of staff", 33.333333),
        ("two-thirds", 66.666667),
        ("Three quarters are in work", 75),
        ("four fifths", 80),
        ("one-fifth of posts", 20),
        ("half of its workers", 50),
        ("one in five", 20),
        ("nine in ten", 90),
        ("Four in every ten", 40),
        ("nineteen out of every 20 people", 95),
        ("1 in 8", 12.5),
        ("nine out of ten", 90),
        ("¾ of staff", 75),
        ("half a per cent", 0.5),
        ("and half of them", 50),
        ("a one-third cut", 33.333333),
        ("a fifth will return", 20),
    ],
)
def test_reads_a_share_as_percent(text: str, value: float) -> None:
    quantity = only(text)
    assert (quantity.value, quantity.kind, quantity.unit) == (value, "percent", "percent")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("£6m", 6_000_000, "gbp"),
        ("£3.4bn", 3_400_000_000, "gbp"),
        ("£1.25 million", 1_250_000, "gbp"),
        ("£50 \nmillion", 50_000_000, "gbp"),
        ("£750,000", 750_000, "gbp"),
        ("£-3m", -3_000_000, "gbp"),
        ("-£3m", -3_000_000, "gbp"),
        ("6 million pounds", 6_000_000, "gbp"),
        ("50p", 0.5, "gbp"),
        ("PS8.1bn", 8_100_000_000, "gbp"),
        ("US$7.2 billion", 7_200_000_000, "usd"),
        ("€5m", 5_000_000, "eur"),
        ("EUR 5m", 5_000_000, "eur"),
        ("1.3 billion shekels", 1_300_000_000, "ils"),
    ],
)
def test_reads_money(text: str, value: float, unit: str) -> None:
    quantity = only(text)
    assert (quantity.value, quantity.kind, quantity.unit) == (value, "money", unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("67 per 10,000 children", 67, "per_10000"),
        ("191 in every\n10,000 children", 191, "per_10000"),
        ("352 for every 10,000", 352, "per_10000"),
        ("37.9 children per \n10,000 in the population", 37.9, "per_10000"),
        ("7.2 per 1,000", 7.2, "per_1000"),
        ("123.4 per 100,000 population", 123.4, "per_100000"),
    ],
)
def test_reads_a_rate(text: str, value: float, unit: str) -> None:
    quantity = only(text)
    assert (quantity.value, quantity.kind, quantity.unit) == (value, "rate", unit)


@pytest.mark.parametrize(
    ("text", "surface", "low", "high", "qualifier"),
    [
        ("an average of almost 30 cases", "almost 30", 30, 30, "nearly"),
        ("Just under 200 children", "Just under 200", 200, 200, "nearly"),
        ("around 600 a month", "around 600", 600, 600, "approximately"),
        ("Some 14 posts", "Some 14", 14, 14, "approximately"),
        ("roughly one in three", "roughly one in three", 33.333333, 33.333333, "approximately"),
        ("20-odd teams", "20-odd", 20, 20, "approximately"),
        ("250 or more that", "250 or more", 250, None, "at_least"),
        ("some have 30-plus", "30-plus", 30, None, "at_least"),
        ("at least 40", "at least 40", 40, None, "at_least"),
        ("no fewer than 12", "no fewer than 12", 12, None, "at_least"),
        ("£5m or more", "£5m or more", 5_000_000, None, "at_least"),
        ("95 per cent or more", "95 per cent or more", 95, None, "at_least"),
        ("Just over 80 per cent", "Just over 80 per cent", 80, None, "over"),
        ("in excess of 80", "in excess of 80", 80, None, "over"),
        ("children passed 600 for", "passed 600", 600, None, "over"),
        ("More than two-thirds of", "More than two-thirds", 66.666667, None, "over"),
        ("up to 180", "up to 180", None, 180, "at_most"),
        ("no more than 5%", "no more than 5%", None, 5, "at_most"),
        ("20 per cent or less", "20 per cent or less", None, 20, "at_most"),
        ("as many as 40", "as many as 40", None, 40, "at_most"),
        ("fewer than one in eight", "fewer than one in eight", None, 12.5, "under"),
        ("team below 15 by", "below 15", None, 15, "under"),
        ("no worker may hold over 15", "over 15", None, 15, "at_most"),
        ("No-one now holds more than 28 cases", "more than 28", None, 28, "at_most"),
        ("No one now holds more than 28 cases", "more than 28", None, 28, "at_most"),
        ("never more than 18", "more than 18", None, 18, "at_most"),
        ("they do not have more than 12", "more than 12", None, 12, "at_most"),
        ("risk is not managed in over 12 cases", "over 12", 12, None, "over"),
        ("caseloads are lower than 15", "lower than 15", None, 15, "under"),
        ("This is lower than 1,530 in May", "1,530", 1530, 1530, "exact"),
        ("which was slightly higher than 1,530 in May", "1,530", 1530, 1530, "exact"),
    ],
)
def test_reads_qualifiers(text: str, surface: str, low: float | None, high: float | None, qualifier: str) -> None:
    quantity = only(text)
    assert text[quantity.start : quantity.end] == surface
    assert (quantity.low, quantity.high, quantity.qualifier) == (low, high, qualifier)


def test_up_to_after_a_verb_is_movement() -> None:
    assert only("by September that was up to 83 per cent").qualifier == "exact"


@pytest.mark.parametrize(
    ("text", "low", "high", "kind"),
    [
        ("110-120 cases", 110, 120, "count"),
        ("five to six social workers", 5, 6, "count"),
        ("between 14 and 17 children", 14, 17, "count"),
        ("Between 20 and 25 cases", 20, 25, "count"),
        ("60 to 65 children", 60, 65, "count"),
        ("ranging from 10 to 12", 10, 12, "count"),
        ("14 or 15 cases", 14, 15, "count"),
        ("5 to 10 per cent", 5, 10, "percent"),
        ("98 – 99%", 98, 99, "percent"),
        ("between £1m and £1.5m", 1_000_000, 1_500_000, "money"),
        ("£10 to £12 million", 10_000_000, 12_000_000, "money"),
        ("£5-6m", 5_000_000, 6_000_000, "money"),
        ("£750,000 to £1 million", 750_000, 1_000_000, "money"),
        ("50 to 60 per 10,000", 50, 60, "rate"),
        ("low seventies", 70, 73, "count"),
        ("the mid-forties", 44, 46, "count"),
        ("high 70s", 77, 79, "count"),
        ("in the 30s or 40s", 30, 49, "count"),
        ("aged 16 to 18", 16, 18, "age"),
        ("18- to 21-year-olds", 18, 21, "age"),
        ("teams from Leeds had 10 to 12 cases", 10, 12, "count"),
    ],
)
def test_reads_ranges(text: str, low: float, high: float, kind: str) -> None:
    quantity = only(text)
    assert (quantity.low, quantity.high, quantity.qualifier, quantity.kind) == (low, high, "range", kind)
    assert quantity.value == (low + high) / 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("reducing caseloads from 140 \nto 85", [(140, "count"), (85, "count")]),
        ("from 12 to 14 per cent", [(12, "percent"), (14, "percent")]),
        ("rose 12 per cent to 34", [(12, "percent"), (34, "count")]),
        ("from 18 to 13 per 10,000", [(18, "rate"), (13, "rate")]),
        ("rated 13 out of 33 areas", [(13, "count"), (33, "count")]),
        ("40 of the 45 posts", [(40, "count"), (45, "count")]),
        ("13% (53 of 406)", [(13, "percent"), (53, "count"), (406, "count")]),
        ("four of the five areas", [(4, "count"), (5, "count")]),
        ("84 (27.4%)", [(84, "count"), (27.4, "percent")]),
        ("2,042 (354 per 10,000)", [(2042, "count"), (354, "rate")]),
        ("27.5% and 19.8% respectively", [(27.5, "percent"), (19.8, "percent")]),
        ("• - 13 children", [(13, "count")]),
        ("12 in 10 days", [(12, "count"), (10, "duration")]),
    ],
)
def test_keeps_two_numbers_apart(text: str, expected: list[tuple[float, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 31 March 2014, when", [("31 March 2014", "date")]),
        ("on 16 and 17 October 2018", [("16 and 17 October 2018", "date")]),
        ("3 to 14 October", [("3 to 14 October", "date")]),
        ("Thursday, 11th May 2023", [("11th May 2023", "date")]),
        ("on March 31, 2014 it", [("31, 2014", "date")]),
        ("In May 12 children", [("12", "count")]),
        ("in October 2016", [("2016", "year")]),
        ("2000 children", [("2000", "count")]),
        ("in 2013–14 and 2016/17", [("2013–14", "period_label"), ("2016/17", "period_label")]),
        ("at 6.30pm", [("6.30pm", "time")]),
        ("home at nine at night", [("nine", "time")]),
        ("call 01634 555142.", [("01634 555142", "phone")]),
        ("Manchester\nM1 2WD", [("M1 2WD", "identifier")]),
        ("on the A49.", [("A49", "identifier")]),
        ("the 18+ service", [("18+ service", "identifier")]),
        ("under section 47 of the Children Act 1989", [("47", "reference"), ("1989", "reference")]),
        ("(paragraphs 58, 59, 127)", [("58", "reference"), ("59", "reference"), ("127", "reference")]),
        ("Key Stage 2", [("2", "reference")]),
        ("year 11 pupils", [("11", "count")]),
        ("x.\n55. There are", [("55.", "reference")]),
        ("x.\n33.5 10.5% of children", [("33.5", "reference"), ("10.5%", "percent")]),
        ("a wide range \n12\nof partners", [("12", "reference")]),
        ("17 to 28 January 2022 10\nThe", [("17 to 28 January 2022", "date"), ("10", "reference")]),
        ("RESOLVED that: (1) the report", [("1", "reference")]),
        ("special schools4, of whom six", [("4", "footnote"), ("six", "count")]),
        ("local area3\n", [("3", "footnote")]),
        ("120 (or 40%)3 live", [("120", "count"), ("40%", "percent"), ("3", "footnote")]),
        ("special schools,\n3 all of whom live", [("3", "footnote")]),
        ("10 with parents, one of whom lives out", [("10", "count"), ("one", "count")]),
        ("It has homes. One was judged outstanding", [("One", "count")]),
        ("two are done, while one is still in progress", [("two", "count"), ("one", "count")]),
        ("56,2002 children", [("56,200", "count"), ("2", "footnote")]),
        ("at 31 March 20149", [("31 March 2014", "date"), ("9", "footnote")]),
        ("16%6 of", [("16%", "percent"), ("6", "footnote")]),
        ("schools, 4 of whom 75% live", [("4", "footnote"), ("75%", "percent")]),
        ("the fourth monitoring visit", [("fourth", "ordinal")]),
        ("their 18th birthday", [("18th", "ordinal")]),
        ("a third visit", [("third", "ordinal")]),
        ("twenty-first century", [("twenty-first", "ordinal")]),
        ("beat the visitors 2-1 on", [("2-1", "score")]),
        ("20 miles away", [("20 miles", "measure")]),
        ("up to 60mph", [("up to 60mph", "measure")]),
        ("ten working days", [("ten working days", "duration")]),
        ("in the six \nmonths before", [("six \nmonths", "duration")]),
        ("two or more years", [("two or more years", "duration")]),
        ("aged 16", [("16", "age")]),
        ("five-year-old boy", [("five-year-old", "age")]),
        ("the Director, 54, who", [("54", "age")]),
        ("children under five", [("under five", "age")]),
        ("caseloads under 18", [("under 18", "count")]),
        ("two care leavers, aged 20 and 22, spoke", [("two", "count"), ("20", "age"), ("22", "age")]),
        ("16- and 17-year-olds", [("16", "age"), ("17-year-olds", "age")]),
        ("11 percentage points", [("11 percentage points", "points")]),
        ("three times as likely", [("three times", "factor")]),
        ("went missing three times", [("three", "count")]),
        ("more than sixfold", [("more than sixfold", "factor")]),
        ("the COVID-19 pandemic", [("19", "identifier")]),
        ("1.5 times the average", [("1.5 times", "factor")]),
        ("Children per 10,000 | 81", [("10,000", "base"), ("81", "count")]),
        ("in Room 15, One Angel Square", [("15", "reference"), ("One", "identifier")]),
        ("Contents\nExecutive summary 2\nThe local authority 5\n", [("2", "reference"), ("5", "reference")]),
        ("Seventy\x02eight teams", [("Seventy\x02eight", "count")]),
        ("a three-fold increase", [("three-fold", "factor")]),
        ("for 2012─15 show", [("2012─15", "period_label")]),
        ("better 5G coverage", [("5G", "identifier")]),
    ],
)
def test_types_what_it_finds(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "one of the reasons",
        "one of whom nothing was known",
        "it is one is not sure",
        "no one knows",
        "one another",
        "every one had been seen",
        "an earlier one – it",
        "one-to-one support",
        "half-term",
        "on the other half",
        "no longer",
        "No evidence was seen",
        "nonetheless",
        "someone phoned",
    ],
)
def test_leaves_words_that_state_no_number(text: str) -> None:
    assert read_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("no children are waiting", "children"),
        ("There was no unallocated work", "unallocated work"),
        ("It has no children's homes of its own", "children's homes"),
    ],
)
def test_no_before_a_counted_noun_is_zero(text: str, noun: str) -> None:
    quantity = only(text)
    assert (quantity.value, quantity.kind, quantity.noun) == (0, "count", noun)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("148 agency social workers on", "agency social workers"),
        ("636 local \nauthority foster carers and", "local \nauthority foster carers"),
        ("1,088 looked after children.", "looked after children"),
        ("16 young people\nundertaking apprenticeships", "young people"),
        ("nine other members", "members"),
        ("100 newly qualified social workers who", "qualified social workers"),
        ("one adopter praised the", "adopter"),
        ("96 of the vacancies", "vacancies"),
        ("21 fewer than in 2016", None),
        ("seven live with parents", None),
        ("Vacancies: 143\n", "Vacancies"),
        ("With parents | 12\n", "With parents"),
    ],
)
def test_finds_the_counted_noun(text: str, noun: str | None) -> None:
    quantity = read_quantities(text)[0]
    assert quantity.noun == noun
    if noun is not None:
        assert text[quantity.noun_start : quantity.noun_end] == noun


def test_kinds_are_the_declared_ones() -> None:
    text = "In 2014 six of 40 (15%) paid £3 on 2 May at 6pm, aged 16, under section 47: 3 miles, 5 days, 2-1, A49, x2"
    assert {quantity.kind for quantity in read_quantities(text)} <= set(KINDS)
