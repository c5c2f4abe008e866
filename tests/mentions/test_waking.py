"""A sentence wakes exactly the specs of which it holds a trigger."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.mentions.grammar import SPECS, rules_by_kind
from transforms.mentions.grammar.vocabulary import COUNT, PERCENT
from transforms.mentions.grammar.waking import woken

TRIGGERS = sorted({trigger for spec in SPECS for trigger in spec.triggers})
PIECES = st.sampled_from([*TRIGGERS, *"aeist ,.-", COUNT, PERCENT, "\n", "\xa0"])


def holding(text: str, kind: str) -> list[int]:
    return [
        place
        for place, (spec, _) in enumerate(rules_by_kind()[kind])
        if any(trigger in text for trigger in spec.triggers)
    ]


@pytest.mark.parametrize("kind", sorted(rules_by_kind()))
@given(pieces=st.lists(PIECES, max_size=12))
def test_all_specs_with_a_trigger_in_the_text_wake_and_no_other(kind: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    assert woken(text, kind) == holding(text, kind)


def test_a_trigger_wakes_from_within_a_word_and_across_words() -> None:
    for text in ("the health of", "no longer looked after by"):
        assert woken(text, "N") == holding(text, "N")
    assert woken("", "N") == []
    assert woken(f"{COUNT} boats", "N") == []
