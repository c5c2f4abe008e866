"""What holds of any release, whatever its documents say."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

DAYS = st.sampled_from([None, date(2025, 9, 30), date(2025, 10, 16)])

SAYS = st.builds(
    lambda value, day, now, **rest: {
        **rest,
        "value": value,
        "quote": f"So it is {value:g}.",
        "start": day,
        "end": day,
        "period_text": "now" if now and day is None else None,
    },
    st.sampled_from([16.0, 16.4, 17.0]),
    DAYS,
    st.booleans(),
    role=st.sampled_from(["current", "previous", "national"]),
    scope=st.sampled_from([None, "one team", "the one team"]),
    authority=st.sampled_from(["", "E06000001", "E06000002"]),
    qualifier=st.sampled_from(["exact", "approximately", "nearly"]),
    confidence=st.sampled_from([0.5, 0.95]),
)

ARTICLES = st.lists(
    st.builds(
        lambda source, doc, text, day, newest, says: {
            "source": source,
            "doc": doc,
            "text": text,
            "on": day,
            "newest": newest,
            "says": says,
        },
        st.sampled_from(["post", "echo", "mail"]),
        st.sampled_from(["a.txt", "b.txt"]),
        st.sampled_from(["one", "two", "three"]),
        DAYS,
        st.booleans(),
        st.lists(SAYS, max_size=4),
    ),
    max_size=6,
    # the same text in the same source is one article
    unique_by=lambda article: (article["source"], article["text"]),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(articles=ARTICLES)
def test_facts_account_for_every_mention(articles: list[dict[str, Any]], build: Any, rows_of: Any) -> None:
    connection = build(articles)
    facts = rows_of(connection, "SELECT * FROM observations ORDER BY observation_id")
    feeding = "FROM mentions JOIN articles USING (article_id) WHERE newest"
    assert connection.execute(f"SELECT count(*) {feeding}").fetchone() == (sum(row["n_mentions"] for row in facts),)
    assert len({row["observation_id"] for row in facts}) == len(facts)
    assert {row["value"] for row in facts} == {row["value"] for row in rows_of(connection, f"SELECT value {feeding}")}
    for row in facts:
        assert row["n_articles"] <= row["n_mentions"]
        assert row["as_of"] == (row["period_end"] or row["first_published_on"])
    _check_conflicts(facts)
    connection.close()
    again = build(articles, shuffled=True)
    assert rows_of(again, "SELECT * FROM observations ORDER BY observation_id") == facts
    again.close()


def _check_conflicts(facts: list[dict[str, Any]]) -> None:
    for key in {row["fact_key"] for row in facts if row["conflict"]}:
        marked = [row for row in facts if row["fact_key"] == key and row["conflict"]]
        assert len({row["value"] for row in marked}) >= 2
        assert len({(row["authority"], row["role"], row["as_of"], row["period_end"]) for row in marked}) == 1
        assert all(row["authority"] or row["role"] == "national" for row in marked)
