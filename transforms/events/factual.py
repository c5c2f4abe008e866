"""Whether a sentence tells an event as having happened."""

from __future__ import annotations

import re

from transforms.events import words
from transforms.events.lines import Line

REACH = 75
_MONTH_MAY = re.compile(r"\bMay\b")
_MAY = re.compile(r"\bmay (?!\d)")
_AFTER = re.compile(r"\b(?:after|following) ")
_HAD = re.compile(r"[\"' ]*had (?!been\b|to\b)")
# "not only", "no fewer than": no negation; "what happened was", "asked how" stay
_HARMLESS = re.compile(
    r"\b(?:first|only|second|third|latest)\b[^.;]{0,40} to be\b|"
    r"\bnot (?:only|just|surprising\w*|long|least|good enough)\b|\bno (?:stranger|surprise|fewer|less|secret|doubt|"
    r"more than)\b|"
    r"\bwithout (?:warning|notice)\b|\bwill (?:come as|be remembered|remember|recall|know|welcome)\b|\bany (?:more|"
    r"longer)\b|\bat risk\b|\b(?:risk|need)s? (?:of|assessments?|management)\b|\bhow (?:the|it|a|far)\b|\bcan "
    r"(?:now )?(?:be|read|see)\b|\bno hesitation\b|"
    r"\b(?:found|judged|deemed|considered|said|known|thought|ruled|proved|understood|rated|improvement[\"']?|"
    r"required) to be\b|\bno one\b|\bnobody (?:was|is|will be) surprised\b|\bcan (?:now )?(?:reveal|report)\b"
)


# "Reports that a commissioner had been appointed were wrong"
UNTRUE = re.compile(
    r"\b(?:reports?|claims?|rumours?|suggestions?|talk|stories|speculation|the idea|the claim)(?: [\w'-]+){0,2} that "
    r"[^.;]{3,120}? (?:was|were|is|are) (?:wrong|false|untrue|mistaken|denied|baseless|nonsense|incorrect|"
    r"premature)\b|"
    r"\b(?:no truth in|denied (?:that|claims|reports)|denies (?:that|claims|reports)|contrary to (?:reports|"
    r"rumours))\b"
)
# "was not lifted until 14 December 2012" tells that it was
UNTIL = re.compile(r",? until (?=\d|the |last |this |january|february|march|april|may|june|july|august|september|"
                   r"october|november|december|early|late|\w+ 20)")  # fmt: skip
_NEGATION = re.compile(r"\b(?:not|never)\b|n't\b")


def clause_before(line: Line, place: int, reach: int = REACH) -> str:
    """The words of the same clause that stand before a place, at most ``reach`` code points of them."""
    begin = max(0, place - reach)
    left = line.words[begin:place]
    cut = 0
    for joint in words.JOINT.finditer(left):
        cut = joint.end()
    return left[cut:]


def is_told(line: Line, start: int, end: int, *, reach: int = REACH) -> bool:
    """Whether the words at ``start``..``end`` are told as a fact: not denied, hoped for, feared or still to come."""
    before = _HARMLESS.sub(" ", clause_before(line, start, reach))
    told = line.words[start:end]
    if UNTRUE.search(line.words):
        return False
    if UNTIL.match(line.words, end):
        before, told = _NEGATION.sub(" ", before), _NEGATION.sub(" ", told)
    if words.UNREAL.search(before) or words.MODAL.search(told):
        return False
    if has_modal_may(line, start, before) or _is_condition(line, start, before):
        return False
    return words.TO_COME.match(line.words[end:]) is None


def is_unreal_before(line: Line, start: int, reach: int = REACH) -> bool:
    """Whether the words before a place deny, hope or plan what follows."""
    # "given until January to improve after judging it inadequate": what follows "after" has happened
    before = _HARMLESS.sub(" ", _AFTER.split(clause_before(line, start, reach))[-1])
    return (
        words.UNREAL.search(before) is not None
        or has_modal_may(line, start, before)
        or _is_condition(line, start, before)
    )


def _is_condition(line: Line, start: int, before: str) -> bool:
    """Whether the sentence opens as a condition: "Had the council been rated inadequate"."""
    return len(before) >= start and _HAD.match(before) is not None


def has_modal_may(line: Line, start: int, before: str) -> bool:
    """Whether the words ``before`` a place hold the verb "may", and not the month."""
    if not _MAY.search(before):
        return False
    return not _MONTH_MAY.search(line.raw[max(0, start - len(before)) : start])
