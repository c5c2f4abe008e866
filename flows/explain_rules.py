"""Which rules of the metric grammar reach a number, and what stopped those that did not bind it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from transforms.mentions.binding import Candidate, candidates
from transforms.mentions.grammar import rules_by_kind
from transforms.mentions.grammar.rules import Rule, Spec
from transforms.mentions.masking import Masked
from transforms.mentions.vetoes import is_amount, is_bare_one, is_complement, is_vetoed


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
                why = (*missing, *_guards(rule, masked, slot)) or ("the sentence was not looked at for it",)
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
    """The checks of one number that stopped a rule: those of the rule itself one by one, then those of every rule."""
    bare = replace(rule, forbids=None, not_before=None, not_after=None, least=0.0)
    if is_vetoed(bare, masked, slot):
        yield _of_every_rule(rule, masked, slot)
        return
    if is_vetoed(replace(bare, forbids=rule.forbids), masked, slot):
        words = {match.group() for match in rule.forbids.finditer(masked.text)} if rule.forbids else set()
        yield f"words that the metric forbids stand around it: {', '.join(sorted(words))}"
    if is_vetoed(replace(bare, not_before=rule.not_before), masked, slot):
        yield f"must not stand after {masked.left(slot).split()[-3:]}"
    if is_vetoed(replace(bare, not_after=rule.not_after), masked, slot):
        yield f"must not stand before {masked.right(slot).split()[:3]}"
    if is_vetoed(replace(bare, least=rule.least), masked, slot):
        yield f"the metric does not count less than {rule.least:g}"


def _of_every_rule(rule: Rule, masked: Masked, slot: int) -> str:
    if is_bare_one(masked, slot):
        return "a bare one mostly counts nothing"
    if is_amount(masked, slot):
        return "it is the size of a change or difference"
    if rule.kind == "M":
        return "money of another service, or a price"
    if is_complement(masked, slot):
        return "a share of those for whom it was not so"
    return "a check of every number"
