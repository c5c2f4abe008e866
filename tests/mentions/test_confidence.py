from __future__ import annotations

import pytest

from transforms.mentions.binding import Binding
from transforms.mentions.confidence import confidence_of
from transforms.mentions.grammar.rules import BACKWARD, COUNTED, FORWARD, FRAME, SUBJECT

WEIGHTS = (1.0, 1.2, BACKWARD, FORWARD, SUBJECT, COUNTED, FRAME)


def test_a_rule_that_asks_more_is_trusted_more() -> None:
    trusted = [confidence_of(Binding("vacancies", "vacancies.frame0", weight), "current") for weight in WEIGHTS]
    assert trusted == sorted(trusted)
    assert trusted[0] < trusted[-1]
    assert all(0 < each < 1 for each in trusted)


@pytest.mark.parametrize("role", ["projected", "target", "comparator"])
def test_roles_that_are_harder_to_read_are_trusted_less(role: str) -> None:
    binding = Binding("vacancies", "vacancies.frame0", FRAME)
    assert confidence_of(binding, role) < confidence_of(binding, "current")
