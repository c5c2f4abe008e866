from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.quantities.lemmas import lemma
from transforms.quantities.newsquant import predictions


def triples(text: str) -> list[tuple[str, str, str]]:
    return [(item["value"], item["normalized_unit"], item["change"]) for item in predictions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm employs 1,200 people.", [("1200", "people", "=")]),
        ("Shares rose 2.5 percent.", [("2.5", "percentage", "up")]),
        ("Profit fell by about 3 per cent.", [("3", "percentage", "down")]),
        ("He is in one of the best teams.", [("1", "good team", "=")]),
        ("Tens of thousands of people came.", [("10000-100000", "people", "=")]),
        ("A 35-year-old signed for $50 million.", [("35", "year of age", "="), ("50000000", "dollar", "=")]),
        ("More than 40 homes", [("40", "home", ">")]),
        ("Just under 200 homes", [("200", "home", "<")]),
        ("eight or nine euros", [("8", "euro", "="), ("9", "euro", "=")]),
        ("Homes from $750,000 to $1 million", [("750000-1000000", "dollar", "=")]),
        ("a $3500 a month mortgage", [("3500", "dollar per month", "=")]),
        ("winds of 40 to 50 km/h", [("40-50", "kilometre per hour", "=")]),
        ("a current of 1.3 A/cm2", [("1.3", "ampere per square centimetre", "=")]),
        ("435 homes by open sale and 187 by tender", [("435", "home", "="), ("187", "home", "=")]),
        ("A third of patients", [("0.33333333", "% patient", "=")]),
        ("Three of the four suspects", [("3", "suspect", "="), ("4", "suspect", "=")]),
        ("She weighs 180 pounds.", [("180", "pound-mass", "=")]),
        ("It works. The iPhone 11 has arrived in October 2019 at 9am.", []),
        ("They gave up 517 rushing yards.", [("517", "yard", "=")]),
    ],
)
def test_predicts_as_the_benchmark_counts(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert triples(text) == expected


@pytest.mark.parametrize(
    ("phrase", "form"),
    [
        ("best wireless speakers", "good wireless speaker"),
        ("children", "child"),
        ("companies", "company"),
        ("smaller tenancies", "small tenancy"),
        ("happiest countries", "happy country"),
        ("movies", "movie"),
        ("viruses", "virus"),
        ("boxes", "box"),
        ("commercial fishermen", "commercial fisherman"),
        ("series", "series"),
    ],
)
def test_lemma(phrase: str, form: str) -> None:
    assert lemma(phrase) == form


@given(st.text(max_size=120))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_predictions_that_can_be_scored(text: str) -> None:
    for item in predictions(text):
        assert item["change"] in {"=", "~", "<", ">", "up", "down"}
        assert item["normalized_unit"]
        assert item["value"]
