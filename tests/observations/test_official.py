"""The view that puts reported figures beside official ones."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

HARTLEPOOL = "E06000001"
ENGLAND = "E92000001"
MARCH = date(2014, 3, 31)
YEAR = date(2013, 4, 1)


def article(*told: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"doc": "a.txt", "on": date(2015, 10, 16), "says": list(told), **more}


def says(value: float, metric: str = "children_in_need", **more: Any) -> dict[str, Any]:
    usual = {"value": value, "quote": f"So it is {value:g}.", "authority": HARTLEPOOL, "metric": metric}
    return {**usual, "start": MARCH, "end": MARCH, **more}


def official(value: float | None, metric: str | None = "children_in_need", **more: Any) -> dict[str, Any]:
    identity = f"s{value}{metric}{sorted(more.items(), key=str)}"
    usual = {
        "statistic_id": identity,
        "source_id": "statistics",
        "dataset": "children",
        "vintage": "2025",
        "indicator": "At31_episodes",
        "metric": metric,
        "geographic_level": "local_authority",
        "geography_code": HARTLEPOOL,
        "authority": HARTLEPOOL,
        "period_start": MARCH,
        "period_end": MARCH,
        "value": value,
        "unit": "count",
        "sample": False,
    }
    return {**usual, **more}


@pytest.fixture
def compare(build: Any, rows_of: Any) -> Any:
    def once(told: list[dict[str, Any]], given: list[dict[str, Any]], **more: Any) -> list[dict[str, Any]]:
        connection = build([article(*told, **more)], official_statistics=given)
        return rows_of(connection, "SELECT * FROM official_vs_reported ORDER BY reported_value")

    return once


@pytest.mark.parametrize(
    ("told", "value", "agreement"),
    [
        (says(2817), 2817, "same"),
        (says(2017), 2817, "differs"),
        (says(2815), 2817, "within_rounding"),  # the department rounded to 5 then
        (says(2814), 2817, "differs"),
        (says(2800), 2817, "within_rounding"),
        (says(2800), 2851, "differs"),
        (says(3000), 2817, "differs"),
        (says(12000), 12499, "within_rounding"),
        (says(12000), 12501, "differs"),
        (says(120), 124, "within_rounding"),
        (says(16), 17, "differs"),
        (says(1900, qualifier="approximately"), 1984, "within_rounding"),
        (says(1900, qualifier="nearly"), 2100, "differs"),
        (says(500, qualifier="over", low=500, high=None), 517, "within_rounding"),
        (says(500, qualifier="over", low=500, high=None), 480, "differs"),
        (says(500, qualifier="over", low=500, high=None), 817, "differs"),
        (says(500, qualifier="at_most", low=None, high=500), 480, "within_rounding"),
        (says(500, qualifier="at_most", low=None, high=500), 517, "differs"),
        (says(500, qualifier="range", low=450, high=550), 480, "within_rounding"),
        (says(500, qualifier="range", low=450, high=550), 560, "differs"),
    ],
)
def test_counts(compare: Any, told: dict[str, Any], value: float, agreement: str) -> None:
    (row,) = compare([told], [official(value)])
    assert (row["agreement"], row["official_value"]) == (agreement, value)
    assert row["difference"] == row["reported_value"] - value
    assert row["same_period"]


@pytest.mark.parametrize(
    ("reported", "value", "agreement"),
    [(17, 16.6, "within_rounding"), (17, 17.5, "within_rounding"), (17, 16.4, "differs"), (16.6, 16.6, "same"),
     (16.5, 16.6, "differs"), (16.64, 16.6, "within_rounding"), (16, 17, "differs")],
)  # fmt: skip
def test_percentages(compare: Any, reported: float, value: float, agreement: str) -> None:
    (row,) = compare([says(reported, "vacancy_rate")], [official(value, "vacancy_rate", unit="percent")])
    assert row["agreement"] == agreement


def test_a_rate_is_a_whole_number_with_the_department(compare: Any) -> None:
    metric = "children_looked_after_rate"
    rows = compare([says(65.4, metric), says(65.6, metric, at=900)], [official(65, metric, unit="per_10000")])
    assert [row["agreement"] for row in rows] == ["within_rounding", "differs"]


def test_full_time_equivalents_against_heads_in_the_press(compare: Any) -> None:
    (row,) = compare([says(120, "social_workers")], [official(120.4, "social_workers", unit="fte")])
    assert (row["agreement"], row["unit"], row["official_unit"]) == ("within_rounding", "count", "fte")


def test_same_time_is_the_same_last_day(compare: Any) -> None:
    given = [
        official(900, "referrals", period_start=YEAR),
        official(850, "referrals", period_start=date(2012, 4, 1), period_end=date(2013, 3, 31)),
    ]
    told = [
        says(900, "referrals", start=YEAR),
        says(901, "referrals"),
        says(902, "referrals", start=date(2013, 10, 1), end=date(2014, 6, 30)),
        says(903, "referrals", start=None, end=None),
    ]
    rows = compare(told, given)
    assert [(row["agreement"], row["same_period"]) for row in rows] == [
        ("same", True), ("differs", False), ("no_official_figure", None), ("no_official_figure", None),
    ]  # fmt: skip
    # what was last known is beside those that have no official figure for their own time
    assert [row["nearest_official_value"] for row in rows] == [900, 900, 900, 900]
    assert [row["official_value"] for row in rows] == [900, 900, None, None]


def test_figures_without_official_ones_stay(compare: Any) -> None:
    (row,) = compare([says(12, "teams")], [official(2817)])
    assert (row["agreement"], row["official_value"], row["nearest_official_value"]) == (
        "no_official_figure",
        None,
        None,
    )
    assert compare([says(12, "teams")], [])[0]["agreement"] == "no_official_figure"


def test_nothing_later_is_nearest(compare: Any) -> None:
    (row,) = compare(
        [says(2817, start=None, end=None)],
        [official(2700, period_end=date(2015, 3, 31)), official(2900, period_end=date(2016, 3, 31)), official(2600)],
    )
    assert (row["nearest_official_value"], row["nearest_official_end"]) == (2700, date(2015, 3, 31))


def test_the_vintage_that_agrees_is_shown_and_the_newest_beside_it(compare: Any) -> None:
    given = [
        official(2817, vintage="2014", published_on=date(2014, 10, 29)),
        official(2830, vintage="2016", published_on=date(2016, 10, 29)),
        official(2829, vintage="2015", published_on=date(2015, 10, 29)),
    ]
    (row,) = compare([says(2817)], given)
    assert (row["agreement"], row["vintage"], row["newest_official_value"]) == ("same", "2014", 2830)
    (row,) = compare([says(2917)], given)
    assert (row["agreement"], row["vintage"], row["newest_official_value"]) == ("differs", "2016", 2830)


def test_a_figure_of_england_is_compared_with_england(compare: Any) -> None:
    england = {"geographic_level": "national", "geography_code": ENGLAND, "authority": None}
    told = [says(22, "re_referral_rate", role="national", authority="")]
    (row,) = compare(told, [official(21.9, "re_referral_rate", unit="percent", **england)])
    assert (row["agreement"], row["geography_code"], row["authority"]) == ("within_rounding", ENGLAND, None)


def test_a_later_code_of_the_place_makes_no_difference(compare: Any) -> None:
    (row,) = compare(
        [says(2817, authority="E08000020")], [official(2817, geography_code="E08000037", authority="E08000020")]
    )
    assert row["agreement"] == "same"


def test_a_symbol_is_no_figure_and_is_told(compare: Any) -> None:
    (row,) = compare([says(2817)], [official(None, status="c"), official(2600, period_end=date(2013, 3, 31))])
    assert (row["agreement"], row["official_value"], row["official_status"]) == ("no_official_figure", None, "c")
    assert row["nearest_official_value"] == 2600
    (row,) = compare([says(2817)], [official(None, status="c"), official(2817, vintage="2014")])
    assert (row["agreement"], row["newest_official_value"]) == ("same", 2817)


@pytest.mark.parametrize(
    "more",
    [{"role": "target"}, {"scope": "one team"}, {"authority": ""}, {"role": "comparator"}, {"role": "projected"}],
)
def test_what_is_no_figure_of_a_whole_service_is_left_out(compare: Any, more: dict[str, Any]) -> None:
    assert compare([says(2817, **more)], [official(2817)]) == []


@pytest.mark.parametrize(
    "more",
    [{"metric": None}, {"geographic_level": "regional"}, {"authority": "E06000002"}, {"sample": True},
     {"geographic_level": "joint_authorities", "authority": None}],
)  # fmt: skip
def test_what_is_no_official_figure_of_the_place_is_passed_over(compare: Any, more: dict[str, Any]) -> None:
    (row,) = compare([says(2817)], [official(2817, **more)])
    assert (row["agreement"], row["nearest_official_value"]) == ("no_official_figure", None)


def test_samples_are_compared_with_samples(build: Any, rows_of: Any) -> None:
    told = article(says(2817, authority="S99000001"), sample=True)
    given = [official(2817, authority="S99000001", geography_code="S99000001", sample=True)]
    for alone, shown in ((True, 1), (False, 0)):
        connection = build([told], sample_only=alone, official_statistics=given)
        assert len(rows_of(connection, "SELECT * FROM official_vs_reported")) == shown


def test_every_figure_stands_once(compare: Any) -> None:
    told = [says(2817), says(700, "child_protection_plans"), says(2900, role="previous")]
    given = [official(value, vintage=str(value)) for value in (2817, 2817.5, 2900)]
    rows = compare(told, given)
    assert len(rows) == len({row["observation_id"] for row in rows}) == 3
