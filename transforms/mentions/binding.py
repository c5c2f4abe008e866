"""Which metric each number of a sentence states, by the rules of the grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.mentions.grammar import rules_by_kind
from transforms.mentions.grammar.money import OTHER_SERVICES, PRICE
from transforms.mentions.grammar.rules import BACKWARD, COUNTED, FRAME, SUBJECT, Rule
from transforms.mentions.masking import Masked

_DISTANCE = 0.006  # a word further away counts for less


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


# "one" counts something only before its noun: "one child is", never "one of the", "at one time"
_ONE_OF = re.compile(
    r"\s*(?:(?!of\b|in\b|on\b|to\b|and\b|or\b|at\b|for\b|that\b|which\b|who\b|day\b|time\b|team\b|manager\b|worker\b|social\b|area\b|office\b|another\b|thing\b|case\b|example\b|officer\b|advis|is\b|was\b|has\b|holding\b|hundred\b|member\b|side\b|way\b|year\b|month\b|week\b|reason\b)[\w'-]+|case (?:file|with|had|was without))"
)
_OTHER = re.compile(OTHER_SERVICES)
_PRICE = re.compile(rf"\s*(?:{PRICE})\b")
_CHILDREN = re.compile(r"children|social work|care\b|foster|families|family|young people|agency|locum|placements?|safeguarding|ofsted|trust\b|department for education|dfe\b|improvement")


def is_bare_one(masked: Masked, index: int) -> bool:
    """Whether a number is the word or figure one, which mostly counts nothing."""
    quantity = masked.slots[index].quantity
    return masked.slots[index].kind == "N" and quantity.value == 1 and quantity.end - quantity.start <= 3


# shares of what was done or is well: "32% do not have their review completed" is the share of the complement
POSITIVE = frozenset(
    {
        "initial_assessments_timely_share",
        "core_assessments_timely_share",
        "assessments_timely_share",
        "icpc_timely_share",
        "reviews_timely_share",
        "visits_timely_share",
        "health_assessments_timely_share",
        "return_home_interviews_share",
        "supervision_share",
        "personal_education_plans_share",
        "care_leavers_in_touch_share",
        "care_leavers_eet_share",
        "care_leavers_suitable_accommodation_share",
        "school_attendance_share",
        "permanent_staff_share",
    }
)
_COMPLEMENT = re.compile(
    r"\A(?: of)?[^;|.,\ue011-\ue013]{0,70}?\b(?:not|never|\w+n't|without|late|later than|overdue|missed|miss|failed|fail|unsuitable|lack(?:ed|s|ing)?|nor|none|outside (?:the )?(?:time|statutory)|over(?:ran|due)|no)\b"
)


def is_complement(masked: Masked, index: int) -> bool:
    """Whether a share is of those for whom the thing was not so."""
    return bool(_COMPLEMENT.match(masked.right(index)))


def money_fits(masked: Masked, at: int, metric: str) -> bool:
    """Whether money is of children's services, and no price of one thing."""
    text = masked.text
    if _PRICE.match(text, at + 1):
        return False
    if metric == "savings_required":
        return True  # savings of the whole council count
    start = max(text.rfind(". ", 0, at), text.rfind("; ", 0, at), 0)
    window = text[start : at + 90]
    if not _OTHER.search(window):
        return True
    stop = next((slot.at for slot in masked.slots if slot.at > at), at + 70)
    return bool(_CHILDREN.search(window)) and not _OTHER.search(text[at : min(at + 70, stop)])


def candidates(masked: Masked, context: str) -> list[Candidate]:
    """All readings of the numbers of a sentence; ``context`` is the masked sentence before it."""
    text = masked.text
    slot_at = {slot.at: index for index, slot in enumerate(masked.slots) if slot.own}
    kinds = sorted({slot.kind for slot in masked.slots if slot.own})
    seen: dict[str, bool] = {}
    found: list[Candidate] = []
    wide = ""
    for kind in kinds:
        for spec, rules in rules_by_kind()[kind]:
            for trigger in spec.triggers:
                hit = seen.get(trigger)
                if hit is None:
                    hit = seen[trigger] = trigger in text
                if hit:
                    break
            else:
                continue
            first = rules[0]
            if first.needs is not None:
                wide = wide or f"{context} {text}"
                if not first.needs.search(wide if spec.wide else text):
                    continue
            for rule in rules:
                found.extend(_matches(rule, masked, slot_at))
    return found


_OF = re.compile(r"\s*of (?:the |its |their |all )?(?:[\w'-]+ ){0,3}")
_TURN = re.compile(r"\b(?:and|but|while|whereas|though)\b")
_BY_AMOUNT = frozenset({"overspend", "savings_required", "investment", "staff_recruited"})
# the size of a change is no level: "32 fewer than twelve months before", "a rise of 70 in a year", "rose by 12"
_AMOUNT_AFTER = re.compile(r"\s*(?:[\w-]+ ){0,2}?(?:fewer|more|less|higher|lower)\b(?: \w+){0,2}? than\b|\s*(?:fewer|higher|lower)\b")
_AMOUNT_BEFORE = re.compile(
    r"\b(?:(?:rise|fall|increase|decrease|drop|reduction|jump|growth|decline|gain|loss|swing|improvement) of|(?:rose|risen|rise|fell|fallen|fall|increased|increase|decreased|dropped|drop|grew|grown|grow|gone up|went up|gone down|went down|reduced|"
    r"cut|up|down|shrank|shrunk|swelled|climbed|declined|jumped|improved|soared|slipped|swollen|falling|rising|reducing) (?:in [\w ]{2,20} )?by)(?: (?:about|around|nearly|almost|some|just|over|only|a|an))*\s*\Z"
)


def is_amount(masked: Masked, index: int) -> bool:
    """Whether a number is the size of a change or of a difference."""
    at = masked.slots[index].at
    return bool(_AMOUNT_AFTER.match(masked.text, at + 1) or _AMOUNT_BEFORE.search(masked.text, max(0, at - 60), at))


_REACH = 130


def _around(masked: Masked, index: int) -> tuple[int, int]:
    """The words that can forbid a reading of a number: to the numbers of its kind on both sides."""
    slots, kind = masked.slots, masked.slots[index].kind
    start = next((slot.at for slot in reversed(slots[:index]) if slot.kind == kind), 0)
    end = next((slot.at for slot in slots[index + 1 :] if slot.kind == kind), len(masked.text))
    at = slots[index].at
    start, end = max(start, at - _REACH), min(end, at + _REACH)
    for mark in (";", "|"):
        start = max(start, masked.text.rfind(mark, start, at) + 1)
        stop = masked.text.find(mark, at, end)
        end = stop if stop >= 0 else end
    return start, end


def _matches(rule: Rule, masked: Masked, slot_at: dict[int, int]) -> list[Candidate]:
    found: list[Candidate] = []
    text = masked.text
    position = 0
    while match := rule.pattern.search(text, position):
        at = match.start("q")
        position = max(match.start() + 1, position + 1)
        index = slot_at.get(at)
        if index is None or (is_bare_one(masked, index) and not _ONE_OF.match(text, at + 1)):
            continue
        if rule.least and masked.slots[index].quantity.value < rule.least:
            continue
        if rule.metric not in _BY_AMOUNT and is_amount(masked, index):
            continue
        if rule.forbids is not None and rule.forbids.search(text, *_around(masked, index)):
            continue
        if rule.not_before is not None and rule.not_before.search(text, max(0, at - 60), at):
            continue
        if rule.not_after is not None and rule.not_after.match(text, at + 1):
            continue
        if rule.kind == "M" and not money_fits(masked, at, rule.metric):
            continue
        if rule.kind == "P" and rule.metric in POSITIVE and is_complement(masked, index):
            continue
        begin = match.start()
        if "anchor" in match.re.groupindex:
            begin = match.start("anchor")
            distance = max(begin - at - 1, at - match.end("anchor"), 0)
            if begin > at and _TURN.search(text, at + 1, begin):
                distance += 60
            elif begin > at and _OF.fullmatch(text, at + 1, begin):
                distance -= 70  # "97% of reviews": nothing is nearer than what the share is of
        else:
            distance = match.end() - match.start()
        found.append(Candidate(index, rule.metric, rule.name, rule.weight, rule.weight - _DISTANCE * min(distance, 150), begin, match.end("anchor") if "anchor" in match.re.groupindex else match.end()))
    return found


def bind(masked: Masked, context: str, begin: int = 0) -> dict[int, Binding]:
    """The best reading of each number that a rule of the grammar binds, by index of its slot.

    Readings supported only by words before ``begin`` are left out.
    """
    found = [each for each in candidates(masked, context) if each.begin >= begin or (each.weight >= FRAME and each.end > begin + 12)]
    if not found:
        return {}
    if "respectively" in masked.text:
        found = _respectively(masked, found)
    found.sort(key=lambda each: (-each.score, each.slot, each.metric, each.rule))
    bound: dict[int, Binding] = {}
    anchors: dict[tuple[str, int], int] = {}
    taken: list[tuple[int, int, int, str]] = []
    for each in found:
        if each.weight < COUNTED and each.begin < masked.slots[each.slot].at and any(
            start <= each.begin < end and slot != each.slot and metric != each.metric for slot, start, end, metric in taken
        ):
            continue  # "403 unaccompanied children in its care, beyond a limit of 231": the words are the first number's
        if each.slot in bound:
            current = bound[each.slot]
            if current.runner_up is None and each.metric != current.metric:
                current.runner_up = each.metric
            continue
        loose = each.weight < COUNTED
        owner = anchors.get((each.metric, each.begin))
        if loose and owner is not None and owner != each.slot:
            continue  # these words already say what another number is
        anchors[(each.metric, each.begin)] = each.slot
        if each.weight >= COUNTED:
            taken.append((each.slot, each.begin, each.end, each.metric))
        bound[each.slot] = Binding(each.metric, each.rule, each.weight)
    return bound


def _respectively(masked: Masked, found: list[Candidate]) -> list[Candidate]:
    """"vacancy and turnover rates stood at 27.5% and 19.8% respectively": the first name takes the first number."""
    end = masked.text.find("respectively")
    run = [index for index, slot in enumerate(masked.slots) if slot.own and slot.at < end]
    if len(run) < 2:
        return found
    last = run[-1]
    series = [last]
    for index in reversed(run[:-1]):
        between = masked.text[masked.slots[index].at + 1 : masked.slots[series[0]].at]
        if not re.fullmatch(r"[\s(]*(?:,|and|, and|for|per|\w+|[\w ]{0,30}and)?[\w\s]{0,14}\s*", between) or masked.slots[index].kind != masked.slots[last].kind:
            break
        series.insert(0, index)
    subjects: dict[str, int] = {}
    for each in found:
        if each.slot == series[0] and each.begin < masked.slots[series[0]].at and each.weight in (SUBJECT, BACKWARD, FRAME):
            subjects[each.metric] = min(each.begin, subjects.get(each.metric, each.begin))
    ordered = sorted(subjects, key=lambda metric: subjects[metric])
    if len(ordered) != len(series):
        return found
    kept = [each for each in found if each.slot not in series]
    for metric, index in zip(ordered, series, strict=True):
        kept.append(Candidate(index, metric, f"{metric}.respectively", FRAME, FRAME, subjects[metric], subjects[metric]))
    return kept
