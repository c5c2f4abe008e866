"""Every metric of the codelist in several phrasings, and what comes near without stating it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.mentions.marked import unmark
from transforms.codelists import Codelists
from transforms.extraction import extract
from transforms.mentions.caseloads import METRIC
from transforms.mentions.grammar import SPECS, rules_by_kind
from transforms.mentions.grammar.rules import BACKWARD, COUNTED, FORWARD, FRAME, SUBJECT, expand
from transforms.mentions.grammar.vocabulary import PLACEHOLDERS, VOCABULARY
from transforms.model import DocumentFacts

CASES = {
    metric: case
    for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
    for metric, case in tomllib.loads(path.read_text(encoding="utf-8")).items()
}
UNIT_OF_KIND = {"N": {"count", "cases"}, "P": {"percent"}, "M": {"gbp"}, "R": {"per_10000"}}


def flat(kind: str) -> list[tuple[str, str]]:
    return [(metric, text) for metric, case in CASES.items() for text in case[kind]]


def read(text: str, codelists: Codelists) -> list[tuple[str, str]]:
    return [(mention.surface, mention.metric) for mention in extract(text, DocumentFacts(), codelists).mentions]


@pytest.mark.parametrize(("metric", "marked"), flat("states"))
def test_the_number_states_the_metric(codelists: Codelists, metric: str, marked: str) -> None:
    text, stated = unmark(marked, metric)
    assert metric in {code for _, code in stated}
    assert read(text, codelists) == stated


@pytest.mark.parametrize(("metric", "marked"), flat("misses"))
def test_what_comes_near_does_not_state_it(codelists: Codelists, metric: str, marked: str) -> None:
    text, stated = unmark(marked)
    assert metric not in {code for _, code in stated}
    assert read(text, codelists) == stated


def test_every_metric_has_three_phrasings_and_a_near_miss(codelists: Codelists) -> None:
    assert sorted(CASES) == sorted(codelists.metrics)
    assert [metric for metric, case in CASES.items() if len(case["states"]) < 3 or not case["misses"]] == []


def test_near_misses_hold_a_number() -> None:
    assert [
        text
        for _, text in flat("misses")
        if not re.search(r"\d|\b(?:one|two|three|four|five|six|nine|ten|twelve|ninety)\b", text.lower())
    ] == []


def test_every_metric_of_the_codelist_has_rules_of_its_unit(codelists: Codelists) -> None:
    known = {spec.metric for spec in SPECS}
    assert (known - {"caseload"}) | set(METRIC.values()) == set(codelists.metrics)
    for spec in SPECS:
        code = METRIC["worker"] if spec.metric == "caseload" else spec.metric
        assert codelists.metrics[code].unit in UNIT_OF_KIND[spec.kind], spec.metric


def test_no_rule_keeps_an_unknown_name_or_placeholder() -> None:
    for entries in rules_by_kind().values():
        for spec, rules in entries:
            for rule in rules:
                left = re.findall(r"\{[a-z_]+\}|<[a-pr-zA-Z!]>", rule.pattern.pattern)
                assert left == [], f"{rule.name} keeps {left}"
            for part in (spec.needs, spec.forbids, spec.not_before, spec.not_after):
                assert re.findall(r"\{[a-z_]+\}|<[a-pr-zA-Z!]>", expand(part, spec.kind)) == [], spec.metric


def test_every_rule_binds_one_number_and_is_named_after_its_metric() -> None:
    names = []
    for kind, entries in rules_by_kind().items():
        for spec, rules in entries:
            assert spec.triggers, f"{spec.metric} has no trigger"
            assert all(trigger == trigger.lower() for trigger in spec.triggers)
            for rule in rules:
                assert "q" in rule.pattern.groupindex, rule.name
                assert PLACEHOLDERS[kind] in rule.pattern.pattern
                assert rule.name.startswith(f"{rule.metric}.")
                names.append((kind, rule.name))
    assert len(names) == len(set(names))


def test_the_more_a_rule_asks_the_more_it_weighs() -> None:
    assert FRAME > COUNTED > SUBJECT > FORWARD > BACKWARD > 1


def test_a_shape_can_be_written_with_names_gaps_and_word_runs() -> None:
    pattern = re.compile(expand(r"{sw} ~ <N> _posts", "N"))
    assert pattern.search("social workers in the county fill \ue010 new long term posts")
    assert not pattern.search("social workers fill \ue010 vacant; new posts")
    assert not pattern.search("social workers hold \ue010 cases and \ue010 of the posts")


@pytest.mark.parametrize("name", sorted(VOCABULARY))
def test_every_word_list_compiles_and_matches_something(name: str) -> None:
    pattern = re.compile(expand("{" + name + "}", "N"))
    assert pattern.match("") is None, f"{name} matches nothing at all"
