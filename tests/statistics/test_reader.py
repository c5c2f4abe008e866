"""Data files as read: every cell is a row or is refused, with place and reason."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.codelists import Codelists
from transforms.model import Reject
from transforms.statistics import DATASETS, DataFile, read_statistics

from .conftest import make as make_file

NEED = "b1_children_in_need"
LOOKED_AFTER = "cla_number_and_rate_per_10k_children"
PLANS = "d5_cpps_at31march_by_duration"
WORKFORCE = "csww_indicators"


def read(data: bytes, codelists: Codelists) -> DataFile:
    found = read_statistics(data, "file.csv", codelists)
    assert isinstance(found, DataFile), found
    accounted(found)
    return found


def accounted(found: DataFile) -> None:
    assert found.cells == len(found.statistics) + sum(refused.cells for refused in found.refused)


def reasons(found: DataFile) -> list[tuple[str, str | None, int]]:
    return [(one.reject.reason, one.reject.place, one.cells) for one in found.refused]


@pytest.mark.parametrize("name", [one.name for one in DATASETS])
def test_each_data_set_is_known_by_its_columns(name, make, codelists):
    found = read(make(name), codelists)
    assert (found.dataset, found.newest, found.refused) == (name, "2024", ())
    declared = next(one for one in DATASETS if one.name == name)
    assert [one.indicator for one in found.statistics] == list(declared.columns)


def test_a_value_has_its_metric_place_time_and_unit(make, codelists):
    found = read(make(NEED, [{"At31_episodes": "1,861"}]), codelists)
    (value,) = [one for one in found.statistics if one.metric]
    assert (value.indicator, value.metric, value.value, value.unit) == (
        "At31_episodes",
        "children_in_need",
        1861,
        "count",
    )
    assert (value.authority, value.geography_code, value.geographic_level) == ("E06000001",) * 2 + ("local_authority",)
    assert (value.period_start, value.period_end) == (date(2024, 3, 31), date(2024, 3, 31))
    assert (value.time_period, value.time_identifier) == ("2024", "Reporting year")
    (year,) = [one for one in found.statistics if one.indicator == "Started_child"]
    assert (year.metric, year.period_start, year.period_end) == (None, date(2023, 4, 1), date(2024, 3, 31))


def test_a_symbol_is_kept_in_place_of_the_value(make, codelists):
    found = read(make(WORKFORCE, [{"caseload_fte": "x", "agency_fte": "low", "vacancy_rate_fte": "14.2%"}]), codelists)
    said = {one.metric: (one.value, one.status, one.unit) for one in found.statistics if one.metric}
    assert said["caseload_per_social_worker"] == (None, "x", "cases")
    assert said["agency_workers"] == (None, "low", "fte")
    assert said["vacancy_rate"] == (14.2, None, "percent")


def test_the_filter_decides_what_a_column_is(make, codelists):
    ceased, now, started = (
        {"population_type": f"Children {what} each year", "children_count": count}
        for what, count in (
            ("ceasing to be looked after", "34"),
            ("looked after on 31 March", "81"),
            ("starting to be looked after", "32"),
        )
    )
    found = read(make(LOOKED_AFTER, [ceased, now, started]), codelists)
    counts = [one for one in found.statistics if one.indicator == "children_count"]
    assert [(one.metric, one.value) for one in counts] == [
        ("cla_ceased", 34), ("children_looked_after", 81), (None, 32),
    ]  # fmt: skip
    assert counts[0].breakdown == "population_type=Children ceasing to be looked after each year"
    assert [one.period_start for one in counts] == [date(2023, 4, 1), date(2024, 3, 31), date(2023, 4, 1)]
    people = [one.metric for one in found.statistics if one.indicator == "population_estimate"]
    assert people == [None, "population_under_18", None]


def test_byte_order_mark_line_ends_and_blank_lines_make_no_difference(make, codelists):
    plain = make(NEED, [{}, {"time_period": "2023"}])
    marked = b"\xef\xbb\xbf" + plain.replace(b"\r\n", b"\n") + b"\n , , \n"
    assert read(marked, codelists) == read(plain, codelists)


@pytest.mark.parametrize(
    ("line", "reason", "cells"),
    [
        ({"new_la_code": "E06999999"}, "unknown_code", 8),
        ({"time_period": "2024Q1"}, "unknown_period", 8),
        ({"category": "Something else"}, "unknown_code", 8),
    ],
)
def test_a_line_is_refused_alone(make, codelists, line, reason, cells):
    found = read(make(NEED, [{}, line, {}]), codelists)
    assert reasons(found) == [(reason, "line 3", cells)]
    assert len(found.statistics) == 16
    assert found.refused[0].reject.text


def test_a_cell_is_refused_alone(make, codelists):
    found = read(make(NEED, [{"Ended_child": ""}, {"Ended_child": "n/a"}]), codelists)
    assert reasons(found) == [
        ("unknown_symbol", "line 2, column Ended_child", 1),
        ("unknown_symbol", "line 3, column Ended_child", 1),
    ]
    assert [refused.reject.text for refused in found.refused] == [None, "n/a"]


def test_an_unknown_filter_value_is_refused(make, codelists):
    found = read(make(LOOKED_AFTER, [{"population_type": "Children missing"}]), codelists)
    assert reasons(found) == [("unknown_code", "line 2", 3)]


def test_a_short_line_is_refused(make, codelists):
    data = make(NEED, [{}, {}]).rstrip().rpartition(b",")[0]
    assert reasons(read(data, codelists)) == [("broken_table", "line 3", 8)]


def test_an_unknown_column_is_refused_as_a_whole(make, codelists):
    found = read(make(NEED, [{}, {"new_la_code": "E06999999"}], new_idea="5"), codelists)
    assert reasons(found) == [("unknown_column", "column new_idea", 2), ("unknown_code", "line 3", 8)]
    assert found.cells == 18


def test_a_column_with_a_metric_that_is_missing_is_told(make, codelists):
    found = read(make(PLANS, without=["2_years_or_more"]), codelists)
    assert found.refused == ()
    found = read(make(WORKFORCE, without=["agency_rate_fte"]), codelists)
    assert reasons(found) == [("missing_column", "column agency_rate_fte", 0)]


def test_a_code_out_of_use_has_symbols_and_no_numbers(make, codelists):
    cumbria = {"new_la_code": "E10000006", "old_la_code": "909", "region_code": "E12000002"}
    line = {**cumbria, "population_estimate": "x", "children_count": "z", "rate_per_10000": "12"}
    found = read(make(LOOKED_AFTER, [line]), codelists)
    assert [(one.status, one.authority) for one in found.statistics] == [("z", "E10000006"), ("x", "E10000006")]
    assert reasons(found) == [("unknown_code", "line 2, column rate_per_10000", 1)]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty_file"),
        (b" \r\n ", "empty_file"),
        (b"\xef\xbb\xbf", "empty_file"),
        (b"\xef\xbb\xbf\n\n", "empty_file"),
        (b"\n\n1,2", "unknown_dataset"),
        (b"\xff\xfe1", "undecodable"),
        (b'a,b\n"1', "broken_table"),
        (b"a,a\n1,2", "broken_table"),
        (b"time_period,value\n2024,1", "unknown_dataset"),
        (b"%PDF-1.7", "unknown_dataset"),
    ],
)
def test_a_file_that_is_no_data_file_is_refused(codelists, data, reason):
    found = read_statistics(data, "folder/file.csv", codelists)
    assert isinstance(found, Reject)
    assert (found.stage, found.reason, found.doc, found.text) == ("read", reason, "folder/file.csv", None)
    assert found.message.startswith("folder/file.csv: ")


def test_a_data_set_without_its_places_is_refused(make, codelists):
    found = read_statistics(make(NEED, without=["new_la_code"]), "file.csv", codelists)
    assert isinstance(found, Reject)
    assert "'new_la_code'" in found.message


def test_the_newest_time_is_the_last_in_order_not_in_the_file(make, codelists):
    found = read(make(NEED, [{"time_period": "2023"}, {"time_period": "2025"}, {"time_period": "2024"}]), codelists)
    assert found.newest == "2025"
    assert read(make(NEED, []), codelists).newest is None


CELLS = st.sampled_from(["1", "2,345", "c", "z", "low", "", "?", "3%", "1e+05", "-1"])


@settings(max_examples=60, deadline=None)
@given(
    lines=st.lists(
        st.fixed_dictionaries(
            {"At31_episodes": CELLS, "awaiting_assessment": CELLS},
            optional={
                "new_la_code": st.sampled_from(["E06000001", "E06999999", "E08000037", ""]),
                "time_period": st.sampled_from(["2024", "2013", "202425", ""]),
                "geographic_level": st.sampled_from(["National", "Regional", "Ward"]),
                "odd": st.just("1"),
            },
        ),
        max_size=6,
    )
)
def test_every_cell_is_accounted_for(lines, codelists):
    accounted(read(make_file(NEED, lines, odd="0"), codelists))


@settings(max_examples=100, deadline=None)
@given(content=st.one_of(st.binary(max_size=60), st.text(max_size=60).map(str.encode)))
def test_no_bytes_are_an_error(content, codelists):
    found = read_statistics(content, "file.csv", codelists)
    assert isinstance(found, Reject)
