"""The codelists are checked on load; every error names file, line and mend."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from transforms.codelists import (
    AUTHORITY_COLUMNS,
    FILES,
    FRACTIONAL,
    METRIC_COLUMNS,
    UNITS,
    Authority,
    CodelistError,
    Codelists,
    parse_codelists,
)

FOLDER = Path(__file__).resolve().parents[2] / "transforms" / "codelists"
METRIC = "vacancies,Vacant posts,count,0,5000,lower,workforce,Number of vacant posts"
OLD = "E10000027,Somerset,Somerset County Council,C,South West,True,933,80001,2009-04-01,2023-03-31,E06000066,"
NEW = "E06000066,Somerset,Somerset  Council,UA,South West,True,933,,2023-04-01,,,"
SAMPLE = "X99000001,Anyshire,Anyshire County Council,C,Nowhere,True,,,,,,"


def files(metrics: str = METRIC, authorities: str = f"{OLD}\n{NEW}", samples: str | None = SAMPLE) -> dict[str, bytes]:
    head = ",".join(AUTHORITY_COLUMNS)
    made = {
        "metrics.csv": f"{','.join(METRIC_COLUMNS)}\n{metrics}\n".encode(),
        "authorities.csv": f"{head}\n{authorities}\n".encode(),
    }
    return made if samples is None else made | {"sample_authorities.csv": f"{head}\n{samples}\n".encode()}


@pytest.fixture(scope="module")
def real() -> Codelists:
    return parse_codelists({path.name: path.read_bytes() for path in sorted(FOLDER.glob("*.csv"))})


def test_a_metric() -> None:
    metric = parse_codelists(files()).metrics["vacancies"]
    assert (metric.label, metric.unit, metric.min, metric.max, metric.better) == (
        "Vacant posts",
        "count",
        0,
        5000,
        "lower",
    )
    assert metric.fractional is True


def test_an_authority() -> None:
    old, new = parse_codelists(files()).authorities
    assert (old.la_code, old.ofsted_urn, old.successors, old.county) == ("933", "80001", ("E06000066",), None)
    assert (old.valid_from, old.valid_to) == (date(2009, 4, 1), date(2023, 3, 31))
    assert new.official_name == "Somerset Council"
    assert (new.ofsted_urn, new.valid_to, new.successors) == (None, None, ())


@pytest.mark.parametrize(
    ("day", "old", "new"),
    [
        (date(2009, 3, 31), False, False),
        (date(2009, 4, 1), True, False),
        (date(2023, 3, 31), True, False),
        (date(2023, 4, 1), False, True),
        (None, True, True),
    ],
)
def test_a_code_is_valid_on_its_first_and_last_day(day: date | None, old: bool, new: bool) -> None:
    first, second = parse_codelists(files()).authorities
    assert (first.valid_on(day), second.valid_on(day)) == (old, new)


def test_an_authority_without_dates_is_always_valid() -> None:
    (sample,) = parse_codelists(files()).sample_authorities
    assert sample.sample is True
    assert sample.valid_on(date(1900, 1, 1))
    assert sample.valid_on(date(2100, 1, 1))


def test_samples_are_known_by_code_and_kept_apart() -> None:
    lists = parse_codelists(files())
    assert set(lists.by_gss) == {"E10000027", "E06000066", "X99000001"}
    assert "X99000001" not in {row.gss_code for row in lists.authorities}
    assert parse_codelists(files(samples=None)).sample_authorities == ()


def test_a_byte_order_mark_is_passed_over() -> None:
    made = files()
    assert parse_codelists(made | {"metrics.csv": b"\xef\xbb\xbf" + made["metrics.csv"]}).metrics.keys() == {
        "vacancies"
    }


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ({"authorities.csv": b""}, ["metrics.csv is missing", "transforms/codelists"]),
        ({"metrics.csv": files()["metrics.csv"]}, ["authorities.csv is missing", "transforms/codelists"]),
        (files() | {"metrics.csv": b"\xff\xfe"}, ["metrics.csv", "byte 0", "UTF-8"]),
        (files() | {"metrics.csv": b""}, ["metrics.csv, line 1", "expected", "code"]),
        (files() | {"authorities.csv": b"gss_code,name\n"}, ["authorities.csv, line 1", "columns are", "'county'"]),
        (files(metrics=f"{METRIC}, of all kinds"), ["metrics.csv, line 2", "not 8 cells", "quote"]),
        (files(metrics="vacancies,Vacant posts"), ["metrics.csv, line 2", "not 8 cells"]),
        (files(metrics=METRIC.replace(",0,", ",none,")), ["metrics.csv, line 2 (vacancies)", "must be numbers"]),
        (
            files(metrics=METRIC.replace("count", "posts")),
            ["metrics.csv, line 2 (vacancies)", "unit 'posts'", "per_10000"],
        ),
        (
            files(metrics=METRIC.replace(",lower,", ",good,")),
            ["metrics.csv, line 2 (vacancies)", "better 'good'", "neutral"],
        ),
        (files(metrics=METRIC.replace("5000", "0")), ["metrics.csv, line 2 (vacancies)", "not below max"]),
        (files(metrics=METRIC.replace("5000", "nan")), ["metrics.csv, line 2 (vacancies)", "not below max"]),
        (files(metrics=f"{METRIC}\n{METRIC}"), ["metrics.csv", "vacancies stands twice", "unique"]),
        (
            files(authorities=NEW.replace("True", "yes")),
            ["authorities.csv, line 2 (E06000066)", "'yes'", "True nor False"],
        ),
        (
            files(authorities=NEW.replace("2023-04-01", "1 April 2023")),
            ["authorities.csv, line 2 (E06000066)", "valid_from", "YYYY-MM-DD"],
        ),
        (
            files(authorities=f"{NEW}\n{OLD.replace('2023-03-31', '2023-02-31')}"),
            ["authorities.csv, line 3 (E10000027)", "valid_to", "YYYY-MM-DD"],
        ),
        (files(authorities=f"{NEW}\n{NEW}"), ["E06000066 stands twice", "unique"]),
        (files(samples=NEW), ["E06000066 stands twice", "unique"]),
        (files(authorities=OLD), ["E10000027 points to E06000066", "no known code"]),
        (files(authorities=f"{NEW}E99", samples=None), ["E06000066 points to E99", "no known code"]),
        (files(samples=SAMPLE.replace("True", "")), ["sample_authorities.csv, line 2 (X99000001)", "True nor False"]),
    ],
)  # fmt: skip
def test_every_error_names_place_and_mend(made: dict[str, bytes], said: list[str]) -> None:
    with pytest.raises(CodelistError) as error:
        parse_codelists(made)
    assert [words for words in said if words not in str(error.value)] == []


def test_the_projects_own_codelists_hold_together(real: Codelists) -> None:
    assert sorted(path.name for path in FOLDER.glob("*.csv")) == sorted(FILES)
    assert len(real.metrics) == 82
    assert {metric.unit for metric in real.metrics.values()} == set(UNITS)
    assert set(real.metrics) >= FRACTIONAL
    assert all(metric.definition and metric.label for metric in real.metrics.values())
    assert [code for code, metric in real.metrics.items() if metric.unit == "count" and metric.fractional] == [
        code for code in real.metrics if code in FRACTIONAL
    ]


def test_a_sample_has_a_code_that_no_real_authority_can_have(real: Codelists) -> None:
    assert real.sample_authorities
    assert all(row.gss_code[0] != "E" for row in real.sample_authorities)
    assert all(row.gss_code[0] == "E" for row in real.authorities)


def _in_use(lists: Codelists, name: str, day: date) -> list[Authority]:
    return [row for row in lists.authorities if row.name == name and row.childrens_services and row.valid_on(day)]


@pytest.mark.parametrize(
    "day", [date(2012, 1, 1), date(2018, 6, 1), date(2021, 6, 1), date(2024, 1, 1), date(2025, 6, 1)]
)
def test_a_name_means_one_authority_on_one_day(real: Codelists, day: date) -> None:
    names = [row.name for row in real.authorities if row.childrens_services and row.valid_on(day)]
    assert sorted(names) == sorted(set(names))
    assert 145 <= len(names) <= 160
    assert len(_in_use(real, "Leeds", day)) == 1


def test_who_ended_has_a_successor_that_begins_the_day_after(real: Codelists) -> None:
    for row in real.authorities:
        if row.childrens_services and row.valid_to is not None:
            for code in row.successors:
                begun = real.by_gss[code].valid_from
                assert begun is not None, f"{code} follows {row.gss_code} and has no first day"
                assert (begun - row.valid_to).days <= 1
