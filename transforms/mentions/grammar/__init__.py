"""The metric grammar: what texts say when a number states a metric, one module a topic."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from transforms.mentions.grammar import (
    agency,
    caseloads,
    children,
    context,
    demand,
    homes,
    inspection,
    leaving,
    money,
    placements,
    timeliness,
    unseen,
    vacancies,
    workforce,
)
from transforms.mentions.grammar.rules import Rule, Spec, compile_spec

TOPICS = (
    caseloads,
    workforce,
    agency,
    vacancies,
    demand,
    children,
    placements,
    leaving,
    homes,
    context,
    timeliness,
    unseen,
    inspection,
    money,
)
SPECS: tuple[Spec, ...] = tuple(spec for topic in TOPICS for spec in topic.SPECS)


@lru_cache(maxsize=1)
def rules_by_kind() -> Mapping[str, tuple[tuple[Spec, tuple[Rule, ...]], ...]]:
    """The compiled rules, by kind of number (N, P, M, R), each spec with its rules."""
    result: dict[str, list[tuple[Spec, tuple[Rule, ...]]]] = {"N": [], "P": [], "M": [], "R": []}
    for spec in SPECS:
        result[spec.kind].append((spec, tuple(compile_spec(spec))))
    return {kind: tuple(entries) for kind, entries in result.items()}
