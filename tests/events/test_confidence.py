"""How sure an event is by its rule."""

from __future__ import annotations

import pytest

from tests.events.told import events_of
from transforms.events.confidence import of_rule


@pytest.mark.parametrize(
    ("rule", "stated", "expected"),
    [
        ("own_head", 0.97, 0.95),
        ("commissioner", 0.9, 0.9),
        ("judgement_passive", 0.9, 0.85),
        ("report_spoken", 0.75, 0.75),
        ("monitoring_visit_verb", 0.9, 0.75),
        ("funding", 0.87, 0.87),
        ("funding_stated", 0.7, 0.7),
    ],
)
def test_a_rule_bounds_the_confidence_of_its_events(rule: str, stated: float, expected: float) -> None:
    assert of_rule(rule, stated) == expected


def test_events_carry_the_confidence_of_their_rule() -> None:
    (event,) = events_of("The council was judged inadequate by Ofsted in May 2018.")
    assert (event.rule, event.confidence) == ("judgement_passive", 0.85)
