"""The views for people: what each shows and leaves out, and what it says of samples."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from transforms.observations import HEADLINE_CONFIDENCE, statements

NAMES = (
    "latest",
    "latest_judgements",
    "official_vs_reported",
    "conflicts",
    "corrections",
    "coverage",
    "inspection_pairs",
    "authority_timeline",
)
ELLENSHIRE = "S99000001"
HARTLEPOOL = "E06000001"
DAY = date(2025, 9, 30)


def article(doc: str, *says: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"doc": doc, "on": date(2025, 10, 16), "says": list(says), **more}


def says(value: float, **more: Any) -> dict[str, Any]:
    return {"value": value, "quote": f"So it is {value:g}.", "authority": HARTLEPOOL, **more}


def inspection(identity: str, kind: str, day: date, article_id: str, **more: Any) -> dict[str, Any]:
    return {
        "inspection_id": identity,
        "authority": HARTLEPOOL,
        "framework": "ILACS",
        "kind": kind,
        "inspection_start": day,
        "inspection_end": day,
        "article_id": article_id,
        "sample": False,
        **more,
    }


def judgement(identity: str, inspection_id: str, area: str, grade: str) -> dict[str, Any]:
    return {
        "judgement_id": identity,
        "inspection_id": inspection_id,
        "authority": HARTLEPOOL,
        "framework": "ILACS",
        "area": area,
        "grade": grade,
        "quote": f"{area}: {grade}",
        "sample": False,
    }


@pytest.mark.parametrize("name", NAMES)
def test_view_exists_runs_empty_and_is_commented(name: str, build: Any) -> None:
    connection = build([])
    connection.execute(f"SELECT * FROM {name}").fetchall()
    comment = connection.execute("SELECT comment FROM duckdb_views() WHERE view_name = ?", [name]).fetchone()[0]
    assert comment.endswith("Samples are left out.")


def test_latest_is_the_newest_current_figure(build: Any, rows_of: Any) -> None:
    connection = build(
        [
            article("old.txt", says(25, start=date(2024, 9, 30), end=date(2024, 9, 30))),
            article("new.txt", says(18, start=DAY, end=DAY), says(27, role="previous"), says(15, role="target")),
            article("team.txt", says(30, scope="one team"), on=date(2025, 11, 1)),
            article("unsure.txt", says(99, confidence=HEADLINE_CONFIDENCE - 0.01), on=date(2025, 11, 2)),
            article("undated.txt", says(77), on=None),
            article("nobody.txt", says(66, authority=""), on=date(2025, 11, 3)),
        ]
    )
    rows = rows_of(connection, "SELECT * FROM latest")
    assert [(row["value"], row["as_of"], row["conflict"]) for row in rows] == [(18.0, DAY, False)]
    row = rows[0]
    assert (row["authority_name"], row["metric_label"]) == ("Hartlepool", "Children or cases per social worker")
    assert (row["quote"], row["url"]) == ("So it is 18.", "https://example.org/local/new.txt")
    assert row["published_on"] == date(2025, 10, 16)


def test_latest_passes_over_a_story_that_gives_two_values(build: Any, rows_of: Any) -> None:
    dated = {"start": DAY, "end": DAY}
    earlier = {"start": date(2025, 3, 31), "end": date(2025, 3, 31)}
    connection = build(
        [
            article("a.txt", says(17, **dated), says(69, **dated, confidence=0.5)),
            article("b.txt", says(21, **earlier), says(9, **dated, metric="teams")),
            article("c.txt", says(25, **earlier)),
        ]
    )
    rows = rows_of(connection, "SELECT metric, value, conflict FROM latest")
    assert [row["metric"] for row in rows] == ["caseload_per_social_worker", "teams"]
    # two stories against each other are shown and marked: either may be right
    assert rows[0]["value"] in (21.0, 25.0)
    assert rows[0]["conflict"]


def test_latest_prefers_a_stated_period_to_a_publication_of_the_same_day(build: Any, rows_of: Any) -> None:
    connection = build(
        [
            article("said.txt", says(19, confidence=0.99), on=DAY),
            article("dated.txt", says(18, start=DAY, end=DAY), on=date(2025, 10, 30)),
        ]
    )
    assert [row["value"] for row in rows_of(connection, "SELECT * FROM latest")] == [18.0]


def test_samples_are_left_out_of_a_real_release(build: Any, rows_of: Any) -> None:
    told = [
        article("a.txt", says(18, authority=ELLENSHIRE), sample=True, source="samples"),
        article("b.txt", says(20)),
    ]
    connection = build(told, as_of=date(2025, 12, 1))
    assert [row["authority_name"] for row in rows_of(connection, "SELECT * FROM latest")] == ["Hartlepool"]
    assert [row["value"] for row in rows_of(connection, "SELECT * FROM authority_timeline")] == [20.0]
    named = {row["authority_name"] for row in rows_of(connection, "SELECT * FROM coverage")}
    assert "Hartlepool" in named
    assert "Ellenshire" not in named


def test_a_release_of_samples_shows_them_and_says_so(build: Any, rows_of: Any) -> None:
    told = [article("a.txt", says(18, authority=ELLENSHIRE), sample=True)]
    connection = build(told, as_of=date(2025, 12, 1), sample_only=True)
    assert [row["authority_name"] for row in rows_of(connection, "SELECT * FROM latest")] == ["Ellenshire"]
    for name in NAMES:
        comment = connection.execute("SELECT comment FROM duckdb_views() WHERE view_name = ?", [name]).fetchone()[0]
        assert "SAMPLES ONLY" in comment
        assert "As of 2025-12-01." in comment


def test_conflicts_count_stories(build: Any, rows_of: Any) -> None:
    connection = build(
        [
            article(
                "a.txt",
                says(40, start=DAY, end=DAY, metric="caseload_per_manager"),
                says(44, start=DAY, end=DAY, metric="caseload_per_manager"),
            ),
            article("b.txt", says(18, start=DAY, end=DAY), says(25, start=DAY, end=DAY, metric="vacancy_rate")),
            article("c.txt", says(22, start=DAY, end=DAY)),
        ]
    )
    rows = rows_of(connection, "SELECT * FROM conflicts")
    assert [(row["metric"], row["value"], row["n_facts"], row["n_stories"]) for row in rows] == [
        ("caseload_per_social_worker", 18.0, 2, 2),
        ("caseload_per_social_worker", 22.0, 2, 2),
        ("caseload_per_manager", 40.0, 2, 1),
        ("caseload_per_manager", 44.0, 2, 1),
    ]


def test_coverage_counts_every_fact_and_names_every_authority(build: Any, rows_of: Any) -> None:
    connection = build(
        [
            article("a.txt", says(18), says(27, role="previous", confidence=0.5)),
            article("b.txt", says(11, authority="")),
            article("c.txt", about=HARTLEPOOL, on=date(2025, 12, 24)),
        ]
    )
    rows = rows_of(connection, "SELECT * FROM coverage")
    by_code = {row["authority"]: row for row in rows}
    assert len(by_code) == len(rows)
    assert sum(row["n_observations"] for row in rows) == 3
    hartlepool = by_code[HARTLEPOOL]
    assert (hartlepool["n_observations"], hartlepool["n_headline"], hartlepool["n_documents"]) == (2, 1, 2)
    assert hartlepool["last_published_on"] == date(2025, 12, 24)
    assert (by_code[None]["n_observations"], by_code[None]["authority_name"]) == (1, None)
    assert by_code["E06000002"]["n_observations"] == 0
    # a district without children's services is no gap
    assert "E07000154" not in by_code


def test_inspections_pair_by_area(build: Any, rows_of: Any) -> None:
    first, second = date(2021, 5, 10), date(2024, 2, 5)
    connection = build(
        [article("a.txt")],
        inspections=[
            inspection("i1", "standard_inspection", first, "a1"),
            inspection("i2", "monitoring_visit", date(2022, 1, 10), "a2", number=1),
            inspection("i3", "monitoring_visit", date(2022, 6, 10), "a3", number=2),
            inspection("i4", "standard_inspection", second, "a4"),
        ],
        judgements=[
            judgement("j1", "i1", "overall_effectiveness", "inadequate"),
            judgement("j2", "i4", "overall_effectiveness", "good"),
            judgement("j3", "i1", "help_and_protection", "good"),
            judgement("j4", "i4", "help_and_protection", "requires_improvement"),
            judgement("j5", "i4", "care_leavers", "good"),
        ],
    )
    rows = rows_of(connection, "SELECT * FROM inspection_pairs")
    assert [(row["area"], row["earlier_grade"], row["later_grade"], row["movement"]) for row in rows] == [
        ("help_and_protection", "good", "requires_improvement", "declined"),
        ("overall_effectiveness", "inadequate", "good", "improved"),
    ]
    assert {(row["months_between"], row["monitoring_visits_between"]) for row in rows} == {(33, 2)}
    timeline = rows_of(connection, "SELECT * FROM authority_timeline")
    days = [row["day"] for row in timeline]
    assert days == sorted(days)
    assert [(row["entry"], row["detail"]) for row in timeline] == [
        ("inspection", "overall_effectiveness: inadequate; help_and_protection: good"),
        ("visit", None),
        ("visit", None),
        ("inspection", "overall_effectiveness: good; help_and_protection: requires_improvement; care_leavers: good"),
    ]
    assert [row["value"] for row in timeline] == [None, 1, 2, None]


@pytest.mark.parametrize(
    ("grades", "inadequate", "by", "areas"),
    [
        ({"overall_effectiveness": "inadequate", "care_leavers": "good"}, True, "overall_effectiveness", True),
        ({"overall_effectiveness": "good", "care_leavers": "inadequate"}, False, "overall_effectiveness", True),
        ({"help_and_protection": "good", "care_leavers": "inadequate"}, True, "any_area", True),
        ({"help_and_protection": "good", "care_leavers": "outstanding"}, False, "any_area", False),
        ({"overall_effectiveness": "not_judged", "care_leavers": "inadequate"}, True, "any_area", True),
        ({"help_and_protection": "good", "lscb": "inadequate"}, False, "any_area", False),
    ],
)
def test_inadequate_is_known_with_and_without_an_overall_grade(
    grades: dict[str, str], inadequate: bool, by: str, areas: bool, build: Any, rows_of: Any
) -> None:
    connection = build(
        [article("a.txt")],
        inspections=[
            inspection("i0", "standard_inspection", date(2020, 1, 6), "a0"),
            inspection("i1", "standard_inspection", date(2026, 5, 11), "a1"),
            inspection("i2", "monitoring_visit", date(2026, 9, 10), "a2", number=1),
        ],
        judgements=[
            judgement("j0", "i0", "overall_effectiveness", "outstanding"),
            *(judgement(f"j1{area}", "i1", area, grade) for area, grade in grades.items()),
        ],
    )
    [row] = rows_of(connection, "SELECT * FROM latest_judgements")
    assert (row["inspection_id"], row["inadequate"], row["inadequate_by"]) == ("i1", inadequate, by)
    assert row["overall_grade"] == grades.get("overall_effectiveness")
    assert (row["inadequate_areas"] is not None) is areas


def test_timeline_holds_events_of_newest_versions(build: Any, rows_of: Any) -> None:
    told = [article("a.txt", says(18)), article("b.txt", newest=False)]
    articles = dict(build(told).execute("SELECT doc, article_id FROM articles").fetchall())
    event = {
        "kind": "funding",
        "authority": HARTLEPOOL,
        "date_start": date(2025, 1, 1),
        "detail": "6000000",
        "quote": "Six million pounds came.",
        "sample": False,
        "confidence": 0.9,
    }
    connection = build(
        told,
        events=[
            {**event, "event_id": "e1", "article_id": articles["a.txt"]},
            {**event, "event_id": "e2", "article_id": articles["b.txt"]},
        ],
    )
    rows = rows_of(connection, "SELECT * FROM authority_timeline")
    assert [(row["entry"], row["id"]) for row in rows if row["entry"] == "event"] == [("event", "e1")]
    assert [row["value"] for row in rows if row["entry"] == "figure"] == [18.0]


def test_statement_names_are_unique() -> None:
    names = [statement.name for statement in statements(date(2025, 12, 1), True)]
    assert len(set(names)) == len(names)
    assert set(NAMES) < set(names)
