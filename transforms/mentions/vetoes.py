"""What rules a reading out: sizes of changes, shares of the complement, money for other things, a bare "one"."""

from __future__ import annotations

import re

from transforms.mentions.grammar.money import OTHER_SERVICES, PRICE
from transforms.mentions.grammar.rules import COUNTED, Rule
from transforms.mentions.masking import Masked
from transforms.model import Quantity

# "one" counts something only before its noun: "one child is", never "one of the", "at one time"
_ONE_OF = re.compile(
    r"\s*of (?:whom|which|these|them) (?:is|was|lives?|lived|subsequently|has|had|returned)\b|"
    r"\s*\(\ue011\)|\s*(?:(?!of\b|in\b|on\b|to\b|and\b|"
    r"or\b|at\b|for\b|that\b|which\b|who\b|day\b|time\b|team\b|"
    r"manager\b|worker\b|social\b|area\b|office\b|another\b|thing\b|case\b|example\b|officer\b|advis|"
    r"is\b(?! (?:rated|judged|graded|ongoing|under ?way|in progress))|was\b(?! (?:rated|judged|graded))|"
    r"has\b|holding\b|hundred\b|"
    r"member\b|side\b|way\b|year\b|month\b|week\b|"
    r"reason\b)[\w'-]+|case (?:file|with|had|was without))"
)
_CLAUSE = 300  # code points before a sum within which words say what it is for
_OTHER = re.compile(OTHER_SERVICES)
_HEALTH = re.compile(r"\b(?:nhs|hospital)\b")
# "a £2 million investment by the clinical commissioning groups"
_OF_HEALTH = re.compile(
    r"\b(?:by|from) (?:the )?(?:[\w-]+ )?(?:clinical commissioning|ccgs?\b|nhs\b|integrated care board)"
)
_PRICE = re.compile(rf"\s*(?:{PRICE})\b")
_CHILDREN = re.compile(
    r"children|social work|care\b|foster|families|family|young people|agency|locum|placements?|"
    r"safeguarding|ofsted|trust\b|department for education|dfe\b|improvement"
)


def is_bare_one(masked: Masked, index: int) -> bool:
    """Whether a number is the word or figure one, which mostly counts nothing."""
    quantity = masked.slots[index].quantity
    return masked.slots[index].kind == "N" and quantity.value == 1 and quantity.end - quantity.start <= 3


# "an increase from one at 31 March", "a reduction from one child": a level that a movement starts from
_MOVED_FROM = re.compile(
    r"\b(?:increase|rise|reduction|decrease|fall|drop|decline|change|up|down|unchanged|compared|compares)"
    r" (?:from|on|with|to) (?:the |just |only )?\Z"
)
_ALONE = re.compile(r"\s*(?:child|young person)?\s*(?:\Z|[.,;)])")


def is_earlier_one(masked: Masked, index: int) -> bool:
    """Whether a bare one is the level that a movement starts from."""
    return bool(_MOVED_FROM.search(masked.left(index)) and _ALONE.match(masked.right(index)))


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
    r"\A(?: \(\ue011\))?(?: of)?[^;|.,\ue011-\ue013]{0,70}?\b(?:not|never|\w+n't|without|late|later than|longer than|"
    r"overdue|"
    r"missed|miss|failed|fail|unsuitable|lack(?:ed|s|ing)?|nor|none|outside (?:the )?(?:time|"
    r"statutory)|over(?:ran|due)|no|insufficiently|inadequate(?:ly)?)\b"
)
# "not being completed on time for one in five children", "in touch with all but 12 (2.6%) of their care leavers"
_COMPLEMENT_BEFORE = re.compile(
    r"\b(?:not|never) (?:(?:being|been|always|yet) )*(?:completed|held|done|made|carried out|in place|available|"
    r"reviewed|"
    r"visited|seen|offered|up to date)\b[\w ]{0,20} (?:for|in) \Z|\ball (?:but|bar|except) (?:\ue010 \()?\Z"
)


def is_complement(masked: Masked, index: int) -> bool:
    """Whether a share is of those for whom the thing was not so."""
    at = masked.slots[index].at
    if _COMPLEMENT_BEFORE.search(masked.text, max(0, at - _BEFORE), at):
        return True
    return bool(_COMPLEMENT.match(masked.text[at + 1 : at + 1 + _REACH]))


def money_fits(masked: Masked, at: int, metric: str) -> bool:
    """Whether money is of children's services, and no price of one thing."""
    text = masked.text
    if _PRICE.match(text, at + 1):
        return False
    if metric == "savings_required":
        return True  # savings of the whole council count
    start = max(text.rfind(". ", 0, at), text.rfind("; ", 0, at), at - _CLAUSE, 0)
    window = text[start : at + 90]
    end = window.find("; ", at - start)
    window = window[:end] if end >= 0 else window
    if _HEALTH.search(window) and "children" not in window:
        return False  # "NHS agency spending"
    if _OF_HEALTH.search(text, at, at + 90):
        return False
    ours = _OTHER.sub(" ", window)  # "adult social care" is no care of children
    if ours == window:
        return True
    stop = next((slot.at for slot in masked.slots if slot.at > at), at + 70)
    return bool(_CHILDREN.search(ours)) and not _OTHER.search(text[at : min(at + 70, stop)])


_BY_AMOUNT = frozenset({"overspend", "savings_required", "investment", "staff_recruited"})
# the size of a change is no level: "32 fewer than twelve months before", "a rise of 70 in a year", "rose by 12"
_AMOUNT_AFTER = re.compile(
    r"\s*(?:[\w-]+ ){0,2}?(?:fewer|more|less|higher|lower)\b(?: \w+){0,2}? than\b|\s*(?:fewer|higher|"
    r"lower)\b|\s*(?:increase|decrease|reduction|rise|fall|drop|decline|jump)\b(?! (?:to|target))"
)
_AMOUNT_BEFORE = re.compile(
    r"\b(?:(?:rise|fall|increase|decrease|drop|reduction|jump|growth|decline|gain|loss|swing|"
    r"improvement) of|(?:rose|risen|rise|fell|fallen|fall|increased|increase|decreased|dropped|drop|"
    r"grew|grown|grow|gone up|went up|gone down|went down|reduced|"
    r"cut|up|down|shrank|shrunk|swelled|climbed|declined|jumped|improved|soared|slipped|swollen|"
    r"falling|rising|reducing) (?:in [\w ]{2,20} )?by|"
    # "increasing social work posts by 42"
    r"(?:increas|reduc|cut|expand|boost|rais|lower|decreas)\w* (?:[a-z'-]+ ){1,5}by)(?: (?:about|around|nearly|almost|"
    r"some|just|"
    r"over|only|a|an))*\s*\Z"
)


def is_amount(masked: Masked, index: int) -> bool:
    """Whether a number is the size of a change or of a difference."""
    at = masked.slots[index].at
    return bool(
        _AMOUNT_AFTER.match(masked.text, at + 1) or _AMOUNT_BEFORE.search(masked.text, max(0, at - _BEFORE), at)
    )


# "half as many as at the worst point", "a third of the level": times another number
_AGE_OF = re.compile(
    r"\b(?:boys?|girls?|lads?|man|woman|teenagers?|youngsters?|son|daughter|brother|sister|baby|toddler) (?:of|aged) \Z"
)
_MULTIPLE = re.compile(
    r"\s*(?:as (?:many|much|high|likely|low|often|big)\b|of (?:the|its|that) (?:level|rate|size)\b|"
    r"that of\b|again\b)"
)
# "Ofsted round to the nearest '5' children looked after"
_ROUNDED = re.compile(r"\bnearest [\"']?\Z")
# "It is highly unlikely that none of the care leavers"
_DOUBTED = re.compile(r"\b(?:unlikely|untrue|not the case|implausible|doubtful)[^.;]{0,30} that \Z")
_REACH, _BEFORE = 130, 60
_NO = len("no")
_AGES = (10, 25)


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


def _is_age_range(quantity: Quantity) -> bool:
    """Whether a range is one of ages: "the 16 to 18 social work teams"."""
    low, high = quantity.low, quantity.high
    return low is not None and high is not None and _AGES[0] <= low < high <= _AGES[1]


def is_vetoed(rule: Rule, masked: Masked, index: int) -> bool:
    """Whether something around a number rules out the reading of a rule that matched."""
    text, at = masked.text, masked.slots[index].at
    if is_bare_one(masked, index) and (rule.metric == "teams" or not _ONE_OF.match(text, at + 1)):
        return True
    quantity = masked.slots[index].quantity
    if _ROUNDED.search(text, max(0, at - _BEFORE), at):
        return True
    if rule.metric == "teams" and _is_age_range(quantity):
        return True
    if rule.kind == "N" and _AGE_OF.search(text, max(0, at - _BEFORE), at):
        return True
    if quantity.value == 0 and quantity.end - quantity.start == _NO and rule.weight < COUNTED:
        return True  # "Referrals … where there are no adopters": the word no needs its own noun
    if quantity.value == 0 and _DOUBTED.search(text, max(0, at - _BEFORE), at):
        return True
    if rule.kind == "P" and _MULTIPLE.match(text, at + 1):
        return True
    if quantity.value < rule.least:
        return True
    if rule.metric not in _BY_AMOUNT and is_amount(masked, index):
        return True
    if rule.forbids is not None and rule.forbids.search(text, *_around(masked, index)):
        return True
    if rule.not_before is not None and rule.not_before.search(text, max(0, at - _BEFORE), at):
        return True
    if rule.not_after is not None and rule.not_after.match(text, at + 1):
        return True
    if rule.kind == "M" and not money_fits(masked, at, rule.metric):
        return True
    return rule.kind == "P" and rule.metric in POSITIVE and is_complement(masked, index)
