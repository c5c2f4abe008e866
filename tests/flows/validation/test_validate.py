from __future__ import annotations

from dataclasses import replace

from expectations.tables import TABLES
from flows.validate import INPUT_TABLES, count_rows_by_source, validate_inputs, validate_release


def test_sound_release_passes_whole(sound_rows, to_tables, context):
    given = to_tables(sound_rows)
    result = validate_release(given, context)
    assert [(check.table, check.rule, check.examples) for check in result.failed_checks] == []
    assert result.refused is None
    assert result.rejects.num_rows == 0
    assert list(result.tables) == list(TABLES)
    for name, table in TABLES.items():
        assert result.tables[name].schema.equals(table.arrow_schema(), check_metadata=True)
        assert result.tables[name].to_pylist() == given[name].to_pylist()


def test_bad_row_goes_to_rejects_with_its_rule_and_the_rest_stays(sound_rows, to_tables, in_sql):
    sound_rows["mentions"][2] |= {"value": 140.0, "value_low": 140.0, "value_high": 140.0}
    result = validate_release(to_tables(sound_rows), in_sql)
    assert result.refused is None
    assert "m3" not in result.tables["mentions"]["mention_id"].to_pylist()
    assert result.tables["mentions"].num_rows == len(sound_rows["mentions"]) - 1
    (reject,) = result.rejects.to_pylist()
    assert reject["stage"] == "validate"
    assert reject["reason"] == "rule_failed"
    assert (reject["doc"], reject["source_id"]) == ("a1.txt", "press")
    assert (reject["table"], reject["row_key"], reject["rule"]) == ("mentions", "m3", "value_percent_0_to_100")
    assert reject["place"] == "characters 19 to 30"
    assert reject["text"] == sound_rows["mentions"][2]["quote"]
    assert "value 140.0" in reject["message"]
    assert "also breaks value_not_above_metric" in reject["message"] or "value_not_above_metric" in reject["message"]
    assert result.tables["rejects"].to_pylist()[-1] == reject
    assert result.tables["rejects"].num_rows == 2


def test_rows_that_refer_to_a_refused_row_go_too(sound_rows, to_tables, in_sql):
    sound_rows["articles"][0]["published_on"] = in_sql.as_of.replace(year=2099)
    result = validate_release(to_tables(sound_rows), in_sql)
    assert result.refused is None
    by_reason = {}
    for row in result.rejects.to_pylist():
        by_reason.setdefault(row["reason"], []).append((row["table"], row["row_key"]))
    assert by_reason["rule_failed"] == [("articles", "a1")]
    gone = set(by_reason["reference_removed"])
    assert {("mentions", "m1"), ("observations", "o1"), ("observations", "o2"), ("changes", "c1")} <= gone
    assert {("inspections", "i1"), ("judgements", "j1"), ("events", "e2")} <= gone
    assert result.tables["mentions"]["mention_id"].to_pylist() == ["m9"]
    assert result.tables["observations"]["observation_id"].to_pylist() == ["o9"]
    assert all(row["doc"] == "a1.txt" for row in result.rejects.to_pylist())


def test_cascade_runs_through_references_within_a_table(sound_rows, to_tables, in_sql):
    first, second, _ = sound_rows["observations"]
    first |= {"confidence": 2.0}
    sound_rows["observations"].append(second | {"observation_id": "o3", "superseded_by": "o2"})
    result = validate_release(to_tables(sound_rows), in_sql)
    reasons = {row["row_key"]: (row["rule"], row["reason"]) for row in result.rejects.to_pylist()}
    assert reasons["o1"] == ("confidence_in_range", "rule_failed")
    assert reasons["o2"] == ("superseded_by_resolves", "reference_removed")
    assert reasons["o3"] == ("superseded_by_resolves", "reference_removed")
    assert result.tables["observations"]["observation_id"].to_pylist() == ["o9"]


def test_one_reject_per_row_and_nothing_is_lost(sound_rows, to_tables, in_sql):
    twice = sound_rows["mentions"][4] | {"mention_id": "m5"}
    sound_rows["mentions"] += [twice, twice | {"value": -1.0, "role": "hero"}]
    given = to_tables(sound_rows)
    result = validate_release(given, in_sql)
    assert [row["rule"] for row in result.rejects.to_pylist()] == ["mention_id_unique"] * 3
    assert len(set(result.rejects["reject_id"].to_pylist())) == 3
    for name in TABLES:
        refused = result.rejects["table"].to_pylist().count(name)
        new = result.rejects.num_rows if name == "rejects" else 0
        assert given[name].num_rows == result.tables[name].num_rows + refused - new


def test_bad_reject_is_replaced_by_one_that_names_it(sound_rows, to_tables, in_sql):
    sound_rows["rejects"].append(sound_rows["rejects"][0] | {"reject_id": "r2", "reason": "bad mood", "source_id": "?"})
    result = validate_release(to_tables(sound_rows), in_sql)
    (reject,) = result.rejects.to_pylist()
    assert (reject["table"], reject["row_key"], reject["rule"]) == ("rejects", "r2", "reason_known")
    assert (reject["doc"], reject["source_id"]) == ("empty.txt", None)
    assert result.tables["rejects"]["reject_id"].to_pylist() == ["r1", reject["reject_id"]]


def test_bad_codelist_row_refuses_the_release(sound_rows, to_tables, context):
    sound_rows["metrics"][0] |= {"min": 10.0, "max": 5.0}
    given = to_tables(sound_rows)
    result = validate_release(given, context)
    assert result.refused is not None
    assert "metrics: min_below_max" in result.refused
    assert "teams" in result.refused
    assert "\n" not in result.refused
    assert result.rejects.num_rows == 0
    assert result.tables["mentions"].num_rows == given["mentions"].num_rows


def test_missing_column_type_and_table_refuse_the_release(sound_rows, to_tables, context):
    tables = to_tables(sound_rows)
    tables["mentions"] = tables["mentions"].drop_columns(["quote"])
    tables["changes"] = tables["changes"].set_column(8, "from_low", [["2"] * 2])
    del tables["events"]
    tables["gossip"] = tables["rejects"]
    result = validate_release(tables, context)
    assert result.refused is not None
    told = {check.table: check.detail for check in result.failed_checks}
    assert told["mentions"] == "column quote is missing"
    assert told["changes"] == "column from_low is string, declared double"
    assert told["events"] == "the table is missing"
    assert told["release"] == "not declared: gossip"


def test_volume_warns_above_and_stops_below(sound_rows, to_tables, in_sql):
    tables = to_tables(sound_rows)
    now = count_rows_by_source(tables)
    assert now == {"press": {"articles": 2, "mentions": 9}, "samples": {"articles": 1, "mentions": 1}}

    def outcome(before):
        result = validate_release(tables, replace(in_sql, previous_counts=before))
        return result.refused, [(check.rule, check.examples) for check in result.failed_checks]

    assert outcome(now) == (None, [])
    assert outcome({"press": {"articles": 2, "mentions": 11}}) == (None, [("volume_not_fallen", ("press",))])
    refused, failed = outcome({"press": {"articles": 2, "mentions": 100}})
    assert failed == [("volume_not_collapsed", ("press",))]
    assert "press has 9 mentions, the last release had 100" in refused
    refused, failed = outcome({"press": now["press"], "gone": {"articles": 3, "mentions": 4}})
    assert failed == [("volume_not_collapsed", ("gone",))] * 2
    assert "gone has 0 articles" in refused


def test_invented_authority_without_samples_refuses_the_release(sound_rows, to_tables, in_sql):
    for name, key in (("articles", "s1"), ("mentions", "m9"), ("observations", "o9")):
        sound_rows[name] = [row for row in sound_rows[name] if row[TABLES[name].key] != key]
    result = validate_release(to_tables(sound_rows), in_sql)
    assert "invented_authorities_with_samples_only" in result.refused
    assert "S99000001" in str(result.failed_checks)
    sound_rows["authorities"].pop(1)
    assert validate_release(to_tables(sound_rows), in_sql).refused is None


def test_many_rejects_warn(sound_rows, to_tables, in_sql):
    for row in sound_rows["mentions"][:3]:
        row["role"] = "hero"
    result = validate_release(to_tables(sound_rows), in_sql)
    assert result.refused is None
    (warning,) = [check for check in result.failed_checks if check.table == "mentions" and check.level == "warning"]
    assert warning.rule == "few_rows_rejected"
    assert warning.detail == "3 of 10 rows went to rejects, 3 for faults of their own"


def test_fault_of_most_rows_refuses_the_release(sound_rows, to_tables, in_sql):
    first = sound_rows["mentions"][0]
    sound_rows["mentions"] += [first | {"mention_id": f"bad{number}", "role": "hero"} for number in range(11)]
    result = validate_release(to_tables(sound_rows), in_sql)
    assert result.refused.startswith(
        "mentions: most_rows_sound: 11 of 21 rows went to rejects, 11 for faults of their own"
    )
    sound_rows["mentions"].pop()
    assert validate_release(to_tables(sound_rows), in_sql).refused is None


def test_inputs_are_checked_before_the_rebuild_fills_its_columns(sound_rows, to_tables, context):
    for row in sound_rows["articles"]:
        row["story_id"] = None
    sound_rows["changes"][0]["to_observation_id"] = None
    sound_rows["mentions"][0]["surface"] = "four"
    tables = to_tables(sound_rows)
    result = validate_inputs({name: tables[name] for name in INPUT_TABLES}, context)
    assert result.refused is None
    assert tuple(result.tables) == INPUT_TABLES
    reasons = {row["row_key"]: row["rule"] for row in result.rejects.to_pylist()}
    assert reasons == {"m1": "quote_holds_surface", "c1": "to_mention_id_resolves"}
    assert result.tables["articles"].num_rows == 3


def test_empty_release_passes(to_tables, context):
    result = validate_release(to_tables({name: [] for name in TABLES}), context)
    assert result.refused is None
    assert result.failed_checks == ()
    assert {check.engine for check in result.checks if check.table == "mentions"} >= {"Great Expectations"}


def test_same_input_gives_the_same_result(sound_rows, to_tables, in_sql):
    sound_rows["mentions"][0]["surface"] = "four"
    tables = to_tables(sound_rows)
    first, second = validate_release(tables, in_sql), validate_release(tables, in_sql)
    assert first.rejects.equals(second.rejects)
    assert first.checks == second.checks
