"""The view ``corrections``: what a newer version of a document changed, withdrew or added."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

HARTLEPOOL, DARLINGTON = "E06000001", "E06000005"
MARCH, SEPTEMBER = date(2025, 3, 31), date(2025, 9, 30)


def says(value: float, quote: str | None = None, **more: Any) -> dict[str, Any]:
    return {"value": value, "quote": quote or f"So it is {value:g}.", "authority": HARTLEPOOL, **more}


def version(
    day: int | None, *said: dict[str, Any], newest: bool = False, doc: str = "a", **more: Any
) -> dict[str, Any]:
    """A version of a document as it was retrieved on a day of October; None in a folder."""
    retrieved = None if day is None else datetime(2025, 10, day, tzinfo=UTC)
    # "at" is the place in the text
    placed = [{"at": 100 * nth, **one} for nth, one in enumerate(said)]
    return {
        "doc": doc, "on": date(2025, 10, 1), "says": placed, "newest": newest, "retrieved": retrieved,
        "source": "press", "text": f"{doc} {day} {said}", **more,
    }  # fmt: skip


@pytest.fixture
def told(build: Any, rows_of: Any) -> Any:
    """Return what the view says of versions: what, old value, new value."""

    def _told(*versions: dict[str, Any], **options: Any) -> list[tuple[str, float | None, float | None]]:
        rows = rows_of(build(versions, **options), "FROM corrections")
        return [(row["what"], row["old_value"], row["new_value"]) for row in rows]

    return _told


def test_a_corrected_figure_is_shown_with_both_sentences_and_days(build: Any, rows_of: Any) -> None:
    old = version(2, says(27, "Caseloads are 27.", start=SEPTEMBER, end=SEPTEMBER), modified=date(2025, 10, 1))
    new = version(
        4,
        says(17, "Caseloads are almost 17.", qualifier="nearly", start=SEPTEMBER, end=SEPTEMBER),
        newest=True, modified=date(2025, 10, 3), title="Caseloads fall (corrected)",
    )  # fmt: skip
    (row,) = rows_of(build([old, new]), "FROM corrections")
    assert (row["what"], row["authority_name"]) == ("changed", "Hartlepool")
    assert (row["metric"], row["role"], row["scope"]) == ("caseload_per_social_worker", "current", None)
    assert (row["old_value"], row["new_value"], row["old_qualifier"], row["new_qualifier"]) == (
        27,
        17,
        "exact",
        "nearly",
    )
    assert (row["old_quote"], row["new_quote"]) == ("Caseloads are 27.", "Caseloads are almost 17.")
    assert (row["old_surface"], row["new_surface"]) == ("27", "17")
    assert (row["old_modified_on"], row["new_modified_on"]) == (date(2025, 10, 1), date(2025, 10, 3))
    assert [row[f"{side}_retrieved_at"].date().day for side in ("old", "new")] == [2, 4]
    assert (row["title"], row["url"], row["source_id"]) == (
        "Caseloads fall (corrected)", "https://example.org/press/a", "press"
    )  # fmt: skip
    assert (row["period_start"], row["period_end"], row["authority"]) == (SEPTEMBER, SEPTEMBER, HARTLEPOOL)
    assert row["old_article_id"] != row["new_article_id"]


def test_a_version_that_only_words_or_dates_its_text_otherwise_is_no_correction(told: Any) -> None:
    assert (
        told(
            version(2, says(18), says(9, role="previous")), version(3, says(18), says(9, role="previous"), newest=True)
        )
        == []
    )
    reworded = version(3, says(18, "The average is 18 cases."), says(9, "It was 9.", role="previous"), newest=True)
    assert told(version(2, says(18), says(9, role="previous")), reworded) == []


def test_a_document_that_is_gone_has_no_correction(told: Any) -> None:
    assert told(version(2, says(18), newest=True, withdrawn_on=date(2025, 10, 9))) == []
    # its newest version could not be read
    assert told(version(2, says(18), newest=False)) == []


def test_figures_that_were_left_out_or_put_in(told: Any) -> None:
    old = version(2, says(18), says(40, metric="agency_worker_rate"))
    new = version(3, says(18), says(6, role="target"), newest=True)
    assert sorted(told(old, new)) == [("added", None, 6), ("withdrawn", 40, None)]


@pytest.mark.parametrize(
    "otherwise",
    [
        {"authority": DARLINGTON},
        {"role": "previous"},
        {"scope": "one team"},
        {"start": MARCH, "end": MARCH},
        {"authority": ""},
    ],
)
def test_a_figure_about_something_else_is_another_figure(told: Any, otherwise: dict[str, Any]) -> None:
    old, new = version(2, says(18)), version(3, says(17, **otherwise), newest=True)
    assert sorted(told(old, new)) == [("added", None, 17), ("withdrawn", 18, None)]


def test_a_scope_in_other_capitals_is_the_same(told: Any) -> None:
    old = version(2, says(18, scope="the Assessment team"))
    assert told(old, version(3, says(17, scope="assessment team"), newest=True)) == [("changed", 18, 17)]


def test_a_repeated_figure_is_one(told: Any) -> None:
    thrice = [says(18, "Headline: 18."), says(18, "It is 18."), says(18, "As said, 18.")]
    assert told(version(2, *thrice), version(3, says(17), newest=True)) == [("changed", 18, 17)]
    assert told(version(2, *thrice), version(3, says(18), newest=True)) == []
    assert told(version(2, says(17)), version(3, *thrice, newest=True)) == [("changed", 17, 18)]


def test_figures_of_one_kind_are_paired_in_their_order_and_never_crossed(told: Any) -> None:
    old = version(2, says(12), says(9), says(30))
    assert told(old, version(3, says(12), says(8), says(31), newest=True)) == [("changed", 9, 8), ("changed", 30, 31)]
    # one that was put in front moves none of the others
    assert told(old, version(3, says(5), says(12), says(9), says(30), newest=True)) == [("added", None, 5)]
    assert told(old, version(3, says(12), says(7), newest=True)) == [("changed", 9, 7), ("withdrawn", 30, None)]


def test_the_same_sentence_that_is_read_for_another_time_is_no_correction(told: Any) -> None:
    sentence = "Last month each held 18 cases."
    old = version(2, says(18, sentence, start=MARCH, end=MARCH))
    assert told(old, version(3, says(18, sentence, start=SEPTEMBER, end=SEPTEMBER), newest=True)) == []


def test_each_version_is_set_beside_the_one_after_it(told: Any) -> None:
    first, second, third = version(2, says(20)), version(3, says(25)), version(5, says(21), newest=True)
    assert told(third, first, second) == [("changed", 20, 25), ("changed", 25, 21)]


def test_a_version_that_came_back_is_the_newest_although_it_was_seen_first(told: Any) -> None:
    assert told(version(2, says(20), newest=True), version(3, says(25))) == [("changed", 25, 20)]


def test_of_a_folder_each_version_is_set_beside_the_newest(told: Any) -> None:
    versions = [version(None, says(20), text="1"), version(None, says(25), text="2")]
    found = told(*versions, version(None, says(21), newest=True, text="3"))
    assert sorted(found) == [("changed", 20, 21), ("changed", 25, 21)]


def test_documents_of_one_name_in_two_sources_are_two(told: Any) -> None:
    assert told(version(2, says(20)), version(3, says(25), newest=True, source="other")) == []


def test_a_page_that_two_sources_list_is_corrected_once(told: Any) -> None:
    versions = [
        version(day, says(value), newest=day == 3, source=source, text=str(day), url="https://example.org/page")
        for source in ("one", "two")
        for day, value in ((2, 20), (3, 25))
    ]
    assert told(*versions) == [("changed", 20, 25)]


def test_samples_are_shown_only_where_there_is_nothing_else(told: Any) -> None:
    versions = [version(2, says(20), sample=True), version(3, says(25), newest=True, sample=True)]
    assert told(*versions) == []
    assert told(*versions, sample_only=True) == [("changed", 20, 25)]


VALUES = st.lists(st.integers(1, 6), max_size=6)


@settings(max_examples=40, deadline=None)
@given(old=VALUES, new=VALUES)
def test_every_figure_that_differs_is_told_once(old: list[int], new: list[int], said_by: Any) -> None:
    """Of figures about one thing: what both versions state has no row, every other has one."""
    rows = said_by(old, new)
    before, after = set(old) - set(new), set(new) - set(old)
    assert sorted(row[1] for row in rows if row[1] is not None) == sorted(before)
    assert sorted(row[2] for row in rows if row[2] is not None) == sorted(after)
    assert sum(row[0] == "changed" for row in rows) == min(len(before), len(after))


@pytest.fixture(scope="module")
def said_by() -> Any:
    """Run the view on bare tables with two versions that state these values."""
    from transforms.observations import HEADLINE_CONFIDENCE
    from transforms.sql.views import views

    (view,) = [view for view in views(HEADLINE_CONFIDENCE, False) if view.name == "corrections"]
    columns = "metric, authority, role, scope, period_start, period_end, qualifier, unit, quote"
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute(
            "CREATE TABLE articles (article_id VARCHAR, source_id VARCHAR, doc VARCHAR, url VARCHAR, title VARCHAR, "
            "publisher VARCHAR, text_sha256 VARCHAR, published_on DATE, modified_on DATE, retrieved_at TIMESTAMPTZ, "
            "newest BOOLEAN, sample BOOLEAN)"
        )
        connection.execute("CREATE TABLE authorities (gss_code VARCHAR, name VARCHAR)")
        connection.execute("CREATE TABLE metrics (code VARCHAR, label VARCHAR)")
        connection.execute(
            "INSERT INTO articles (article_id, source_id, doc, retrieved_at, newest, sample) VALUES "
            "('a1', 's', 'd', '2025-10-02', false, false), ('a2', 's', 'd', '2025-10-03', true, false)"
        )
        connection.execute(
            f"CREATE TABLE mentions ({', '.join(f'{name} VARCHAR' for name in columns.split(', '))}, value DOUBLE, "
            "value_low DOUBLE, value_high DOUBLE, surface VARCHAR, char_start BIGINT, mention_id VARCHAR, "
            "article_id VARCHAR, confidence DOUBLE)"
        )

        def _said(old: list[int], new: list[int]) -> list[tuple[str, float | None, float | None]]:
            connection.execute("DELETE FROM mentions")
            for article, values in (("a1", old), ("a2", new)):
                for place, value in enumerate(values):
                    connection.execute(
                        "INSERT INTO mentions (metric, role, qualifier, unit, quote, value, value_low, value_high, "
                        "surface, char_start, mention_id, article_id, confidence) "
                        "VALUES ('m', 'current', 'exact', 'count', ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                        [f"{article} {place}", value, value, value, str(value), place, f"{article}-{place}", article],
                    )
            return connection.execute(f"SELECT what, old_value, new_value FROM ({view.query})").fetchall()

        yield _said
