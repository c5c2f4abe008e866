"""Which rules of the metric grammar reach a number, and what stopped those that did not bind it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transforms.mentions.binding import Candidate, candidates
from transforms.mentions.grammar import rules_by_kind
from transforms.mentions.grammar.rules import Rule, Spec
from transforms.mentions.masking import Masked
from transforms.mentions.vetoes import POSITIVE, is_amount, is_bare_one, is_complement, money_fits


@dataclass(frozen=True, slots=True)
class Stopped:
    """A rule whose words stand around the number, and why it did not bind it."""

    rule: str
    metric: str
    weight: float
    words: str
    why: tuple[str, ...]


def readings(masked: Masked, slot: int, context: str) -> list[Candidate]:
    """All readings of one number, the strongest first."""
    own = [each for each in candidates(masked, context) if each.slot == slot]
    return sorted(own, key=lambda each: (-each.score, each.metric, each.rule))


def stopped_rules(masked: Masked, slot: int, context: str) -> list[Stopped]:
    """The rules whose pattern reaches the number and that nevertheless give no reading, with what stopped them."""
    fired = {each.rule for each in readings(masked, slot, context)}
    found = []
    for spec, rules in rules_by_kind()[masked.slots[slot].kind]:
        missing = _missing(spec, rules[0], masked, context)
        for rule in rules:
            if rule.name in fired:
                continue
            match = _reaching(rule, masked, slot)
            if match is not None:
                why = (*missing, *_guards(rule, masked, slot)) or ("another number's reading of the same words",)
                found.append(Stopped(rule.name, rule.metric, rule.weight, match.group().strip(), why))
    return sorted(found, key=lambda each: (-each.weight, each.rule))


def near_metrics(masked: Masked, slot: int, context: str) -> list[tuple[str, tuple[str, ...]]]:
    """The metrics whose trigger words begin a word of the sentence, though no rule of theirs reaches the number."""
    reached = {each.metric for each in readings(masked, slot, context)}
    reached |= {each.metric for each in stopped_rules(masked, slot, context)}
    found: dict[str, tuple[str, ...]] = {}
    for spec, _ in rules_by_kind()[masked.slots[slot].kind]:
        hits = tuple(word for word in spec.triggers if re.search(rf"(?<!\w){re.escape(word)}", masked.text))
        if hits and spec.metric not in reached:
            found[spec.metric] = tuple(dict.fromkeys((*found.get(spec.metric, ()), *hits)))
    return sorted(found.items())


def _reaching(rule: Rule, masked: Masked, slot: int) -> re.Match[str] | None:
    at, position = masked.slots[slot].at, 0
    while match := rule.pattern.search(masked.text, position):
        if match.start("q") == at:
            return match
        position = match.start() + 1
    return None


def _missing(spec: Spec, rule: Rule, masked: Masked, context: str) -> tuple[str, ...]:
    if not any(trigger in masked.text for trigger in spec.triggers):
        return ("no trigger word of the metric stands in the sentence",)
    text = f"{context} {masked.text}" if spec.wide else masked.text
    if rule.needs is not None and not rule.needs.search(text):
        return ("what the metric needs stands nowhere near",)
    return ()


def _guards(rule: Rule, masked: Masked, slot: int) -> Iterator[str]:
    """The checks of one number that may have stopped a rule."""
    at, text = masked.slots[slot].at, masked.text
    if is_bare_one(masked, slot):
        yield "a bare one mostly counts nothing"
    if is_amount(masked, slot):
        yield "it is the size of a change or difference"
    if rule.forbids is not None and (match := rule.forbids.search(text)):
        yield f"forbidden words: {match.group().strip()!r}"
    if rule.not_before is not None and (match := rule.not_before.search(text, max(0, at - 60), at)):
        yield f"forbidden before it: {match.group().strip()!r}"
    if rule.not_after is not None and (match := rule.not_after.match(text, at + 1)):
        yield f"forbidden after it: {match.group().strip()!r}"
    if rule.kind == "M" and not money_fits(masked, at, rule.metric):
        yield "money of another service, or a price"
    if rule.kind == "P" and rule.metric in POSITIVE and is_complement(masked, slot):
        yield "a share of those for whom it was not so"
