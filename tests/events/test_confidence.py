"""How sure an event is: by what is told, and by whether it has a day."""

from __future__ import annotations

import pytest

from tests.events.told import events_of
from transforms.events.confidence import of_event


@pytest.mark.parametrize(
    ("kind", "rule", "is_dated", "stated", "expected"),
    [
        ("inspection", "own_head", True, 0.97, 0.95),
        ("judgement", "judgement_passive", True, 0.9, 0.9),
        ("judgement", "judgement_named", True, 0.75, 0.8),
        ("judgement", "judgement_passive", False, 0.9, 0.5),
        ("commissioner_appointed", "commissioner", True, 0.9, 0.9),
        ("monitoring_visit", "monitoring_visit_verb", True, 0.9, 0.8),
        ("report_published", "report_spoken", False, 0.75, 0.5),
        ("funding", "funding", False, 0.87, 0.8),
        ("funding", "funding_stated", True, 0.7, 0.7),
    ],
)
def test_levels(kind: str, rule: str, is_dated: bool, stated: float, expected: float) -> None:
    assert of_event(kind, rule, is_dated=is_dated, stated=stated) == expected


def test_an_event_with_a_day_is_surer_than_the_same_without() -> None:
    (dated,) = events_of("The council was judged inadequate by Ofsted in May 2018.")
    (undated,) = events_of("The council was judged inadequate by Ofsted.")
    assert (dated.rule, undated.rule) == ("judgement_passive", "judgement_passive")
    assert dated.confidence > undated.confidence
