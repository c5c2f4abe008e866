"""The same event in many clauses: active, passive, as a noun, as a clause; the time before, within, after."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from tests.events.told import events_of

TIMES = (
    ("in March 2019", (date(2019, 3, 1), date(2019, 3, 31))),
    ("on 14 March 2019", (date(2019, 3, 14), date(2019, 3, 14))),
)
GOVERNMENTS = ("the government", "ministers", "the Department for Education", "the Secretary of State", "Whitehall")
DETAILS = {"judgement": "inadequate", "funding": "2000000"}
with (Path(__file__).parent / "templates.toml").open("rb") as handle:
    TEMPLATES = [(kind, template) for kind, templates in tomllib.load(handle).items() for template in templates]


def told(template: str, who: str, when: str) -> str:
    """A template as a sentence after a heading."""
    sentence = template.replace("{Di}", when.capitalize().replace("march", "March")).replace("{D}", when)
    sentence = sentence.replace("{G}", who)
    return f"Marlow Council looks back.\n\n{sentence[0].upper()}{sentence[1:]}"


def cases() -> list[tuple[str, str, tuple[date, date]]]:
    """Kind, text and days of every template with every time."""
    found = []
    for place, (kind, template) in enumerate(TEMPLATES):
        own = [TIMES["14 March" in template]] if "{D" not in template else TIMES
        for turn, (when, days) in enumerate(own):
            found.append((kind, told(template, GOVERNMENTS[(place + turn) % len(GOVERNMENTS)], when), days))
    return found


@pytest.mark.parametrize(("kind", "text", "days"), cases(), ids=[text[28:] for _, text, _ in cases()])
def test_the_event_of_a_clause_has_its_kind_and_its_days(kind: str, text: str, days: tuple[date, date]) -> None:
    found = [(event.date_start, event.date_end, event.detail) for event in events_of(text) if event.kind == kind]
    assert (*days, DETAILS.get(kind, found[0][2] if found else None)) in found
