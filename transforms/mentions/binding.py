"""Which metric each number of a sentence states, by the rules of the grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.mentions.grammar import rules_by_kind
from transforms.mentions.grammar.rules import COUNTED, FRAME, Rule
from transforms.mentions.grammar.waking import woken
from transforms.mentions.masking import Masked
from transforms.mentions.parts import counts_some, is_loose_subject
from transforms.mentions.vetoes import is_vetoed

_DISTANCE, _FAR = 0.006, 150  # a letter further away counts for less, up to a limit


@dataclass(slots=True)
class Candidate:
    """One reading of one number. ``begin`` is where the words that support it begin."""

    slot: int
    metric: str
    rule: str
    weight: float
    score: float
    begin: int
    end: int


@dataclass(slots=True)
class Binding:
    """The metric that a number was found to state."""

    metric: str
    rule: str
    weight: float
    runner_up: str | None = None


def candidates(masked: Masked, context: str) -> list[Candidate]:
    """All readings of the numbers of a sentence; ``context`` is the masked sentence before it."""
    text = masked.text
    slot_at = {slot.at: index for index, slot in enumerate(masked.slots) if slot.own}
    kinds = sorted({slot.kind for slot in masked.slots if slot.own})
    found: list[Candidate] = []
    wide = f"{context} {text}"
    for kind in kinds:
        for place in woken(text, kind):
            spec, rules = rules_by_kind()[kind][place]
            first = rules[0]
            if first.needs is not None and not first.needs.search(wide if spec.wide else text):
                continue
            if first.unless is not None and first.unless.search(wide):
                continue
            for rule in rules:
                if rule.pattern.search(text):  # few do: the others are spared a call
                    found += _matches(rule, masked, slot_at)
    return [each for each in found if (each.slot, each.metric) not in masked.parts]


_UNLIKELY = -1.0
_SPACED = 2  # a number and a space
_APART_BY = 100  # letters; words that follow so far behind a number speak of something else
_IT_IS = re.compile(r"\W*(?:(?!of\b)[\w'-]+,? ){0,3}?it(?:'s| is| was| had been)(?: [\w-]+){0,2} ?\"?")
_APART = re.compile(r"[,;:–]|\band\b|\bbut\b")
_OF = re.compile(r"\s*of (?:the |its |their |all )?(?:[\w'-]+ ){0,3}")
_TURN = re.compile(r"\b(?:and|but|while|whereas|though)\b")


def _matches(rule: Rule, masked: Masked, slot_at: dict[int, int]) -> list[Candidate]:
    found: list[Candidate] = []
    text = masked.text
    position = 0
    while match := rule.pattern.search(text, position):
        at = match.start("q")
        position = max(match.start() + 1, position + 1)
        index = slot_at.get(at)
        if index is None or is_vetoed(rule, masked, index):
            continue
        if counts_some(rule, masked, index, match):
            masked.parts.add((index, rule.metric))
            continue
        if is_loose_subject(rule, masked, index, match):
            continue
        candidate = _candidate(rule, match, masked, index, at)
        if candidate.score > _UNLIKELY:
            found.append(candidate)
    return found


def _candidate(rule: Rule, match: re.Match[str], masked: Masked, index: int, at: int) -> Candidate:
    """A reading with its score: the weight of the rule less the distance of the words that support it."""
    if "anchor" not in match.re.groupindex:
        score = rule.weight - _DISTANCE * min(match.end() - match.start(), _FAR)
        return Candidate(index, rule.metric, rule.name, rule.weight, score, match.start(), match.end())
    begin, end = match.span("anchor")
    if (
        begin > at
        and _IT_IS.fullmatch(masked.text, masked.own_start, at)
        and _APART.search(match.string, at + 1, begin)
    ):
        # "Today it's 8pc, and the last of our locums wants to stay": "it" is what was spoken of before
        return Candidate(index, rule.metric, rule.name, 0.0, _UNLIKELY, begin, end)
    distance = max(begin - at - 1, at - end, 0)
    if begin > at and _TURN.search(match.string, at + 1, begin):
        distance += 60
    elif begin > at and _OF.fullmatch(match.string, at + 1, begin):
        distance -= 70  # "97% of reviews": nothing is nearer than what the share is of
    elif begin > at and distance > _APART_BY:
        return Candidate(index, rule.metric, rule.name, 0.0, _UNLIKELY, begin, end)
    score = rule.weight - _DISTANCE * min(distance, _FAR)
    return Candidate(index, rule.metric, rule.name, rule.weight, score, begin, end)


def bind(masked: Masked, context: str, begin: int = 0) -> dict[int, Binding]:
    """The best reading of each number that a rule of the grammar binds, by index of its slot.

    Readings supported only by words before ``begin`` are left out.
    """
    found = [
        each
        for each in candidates(masked, context)
        if each.begin >= begin or (each.weight >= FRAME and each.end > begin + 12)
    ]
    if not found:
        return {}
    if "respectively" in masked.text:
        found = _respectively(masked, found)
    found.sort(key=lambda each: (-each.score, each.slot, each.metric, each.rule))
    bound: dict[int, Binding] = {}
    anchors: dict[tuple[str, int], int] = {}
    taken: list[tuple[int, int, int]] = []
    for each in found:
        if (
            each.weight < COUNTED
            and each.begin < masked.slots[each.slot].at
            and any(start <= each.begin < end and slot != each.slot for slot, start, end in taken)
        ):
            continue  # "403 children in its care, beyond a limit of 231": the words are the first number's
        if each.slot in bound:
            current = bound[each.slot]
            if current.runner_up is None and each.metric != current.metric:
                current.runner_up = each.metric
            continue
        loose = each.weight < COUNTED
        if loose and _is_of_number_before(masked, each, bound):
            continue
        owner = anchors.get((each.metric, each.begin))
        if loose and owner is not None and owner != each.slot:
            continue  # these words already say what another number is
        anchors[(each.metric, each.begin)] = each.slot
        if each.weight >= COUNTED:
            taken.append((each.slot, each.begin, each.end))
        bound[each.slot] = Binding(each.metric, each.rule, each.weight)
    return bound


def _is_of_number_before(masked: Masked, each: Candidate, bound: dict[int, Binding]) -> bool:
    """Whether the words that support a reading belong to a number that was refused it.

    "Half of referrals are from the police (155 referrals in the quarter, compared with 121)": neither is all referrals.
    """
    for index, slot in enumerate(masked.slots):
        both_counts = slot.own and slot.kind == "N" == masked.slots[each.slot].kind
        if both_counts and slot.at == each.begin - _SPACED and index != each.slot:
            return index not in bound or bound[index].metric != each.metric
    return False


def _respectively(masked: Masked, found: list[Candidate]) -> list[Candidate]:
    """The first name takes the first number: "vacancy and turnover rates stood at 27.5% and 19.8% respectively"."""
    end = masked.text.find("respectively")
    run = [index for index, slot in enumerate(masked.slots) if slot.own and slot.at < end]
    if len(run) < 2:
        return found
    last = run[-1]
    series = [last]
    for index in reversed(run[:-1]):
        between = masked.text[masked.slots[index].at + 1 : masked.slots[series[0]].at]
        if (
            not re.fullmatch(r"[\s(]*(?:,|and|, and|for|per|\w+|[\w ]{0,30}and)?[\w\s]{0,14}\s*", between)
            or masked.slots[index].kind != masked.slots[last].kind
        ):
            break
        series.insert(0, index)
    subjects: dict[str, int] = {}
    for each in found:
        if each.slot == series[0] and each.begin < masked.slots[series[0]].at:
            subjects[each.metric] = min(each.begin, subjects.get(each.metric, each.begin))
    ordered = sorted(subjects, key=lambda metric: subjects[metric])
    if len(ordered) != len(series):
        return found
    kept = [each for each in found if each.slot not in series]
    for metric, index in zip(ordered, series, strict=True):
        kept.append(
            Candidate(index, metric, f"{metric}.respectively", FRAME, FRAME, subjects[metric], subjects[metric])
        )
    return kept
