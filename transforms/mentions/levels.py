"""What can be a level of a metric: a number that says nothing else of itself than the metric counts."""

from __future__ import annotations

import re
from functools import cache

from transforms.mentions.grammar.vocabulary import AUTHORITY
from transforms.mentions.masking import Masked, Slot
from transforms.mentions.vetoes import POSITIVE, is_complement, is_earlier_one, money_fits

RATE_OF = {
    "children_looked_after": "children_looked_after_rate",
    "child_protection_plans": "child_protection_plans_rate",
    "children_in_need": "children_in_need_rate",
}
SHARE_OF_COUNT = {
    "agency_workers": "agency_worker_rate",
    "cla_outside_area": "cla_outside_area_share",
    "cla_group_outside_area": "cla_group_outside_area_share",
    "vacancies": "vacancy_rate",
}
# "26 (27.3%) are young former looked after children": a part of what was counted before
_SHARE_OF_PART = re.compile(r"\s*\(\ue011\) (?:are|were|had|have|was|is|of)\b")
# "of the 38 children in homes, just three are in Reading"
_PART_BY_PLACE = re.compile(
    r"\s*(?:are|were|is|was|live|lived) (?:in|from|with|at|on|boys|girls|aged|under|over|now)\b"
)
# the words that a metric may count, by the beginning of its code
_NOUNS = {
    "caseload": "cases|children|young people|families|care leavers",
    "children_looked_after": "children|young people|youngsters",
    "children_in_need": "children|young people",
    "child_protection_plans": "children|young people|plans",
    "children_missing": "children|young people",
    "unallocated_cases": "children|cases|families",
    "care_leavers": "young people|care leavers",
    "foster_households": "households|carers|families",
    "privately_fostered": "children",
    "unaccompanied": "children|young people",
    "social_workers": "social workers|staff|workers",
    "vacancies": "posts|vacancies|jobs",
    "staff_recruited": "posts|social workers|staff",
    "agency_workers": "social workers|workers|staff",
    "contacts": "contacts|children",
    "referrals": "referrals",
    "section_47": "enquiries",
    "adoptions": "children|adoptions",
    "special_guardianship": "children|orders",
    "cla_": "children|young people",
    "teams": "teams",
    "assessments": "assessments",
}
# a count followed by words that say what else is counted, or that it is a part: "15-20 of them are"
_BARE = re.compile(
    r"\s*(?:\Z|[.,;:!?)\]\"'|/–—(-]|(?:in|at|on|for|by|and|or|but|when|while|whilst|compared|against|"
    r"down|up|from|to(?! be\b)|than|this|last|the|a|an|over|during|since|as|which|with|was|is|were|"
    r"are|had|"
    r"across|among|under|who|that (?:they|it|he|she|we|there|you)|respectively|before|after|until|"
    r"because|so|per|each|every|nationally|within|between|rather|not|some|then|although|though|"
    r"following|average|recommended|recorded|reported|set|seen|achieved|ago|"
    r"earlier|said|says|he|she|it|they|we|there|here|plus|twelve|months|england|national|target|"
    r"statutory|locally|elsewhere|today|did|last|unallocated|ongoing)\b)"
)
_NO_LEVEL = re.compile(
    r"\b(?:father of|mother of|mum of|dad of|parent of|family of|short of|gang of|group of|siblings of|"
    r"(?<!same )\bas|every|last|previous|first|next|past|aged|age of|pages?|number|section|paragraph|other|"
    r"another|further|remaining|extra|additional|ages|approve|approved|recruit\w*|lost|gained|left|row|quarter|"
    r"item|band|grade|route|bus|nearest|(?<!ease )(?<!tion )on the|short of|one of only)\s?[\"']?\s*\Z|\b(?:when|aged|"
    r"qualified|left school|retired|died|married) "
    r"at\s*\Z"
)
# measures that have no code: a number of theirs takes no metric from its neighbours
_OTHER_MEASURE = re.compile(
    r"\b(?:immunis\w+|vaccin\w+|dental|dentist\w*|strengths and difficulties|sdqs?|status is not "
    r"known|not known|unknown|higher education|universit\w+|degree|apprentice\w*|abroad|absen\w+|"
    r"exclu\w+|gcse\w*|grades|attainment|"
    r"pathway plans?|offend\w*|substance|core groups?|advoca\w+|life[- ]story|independent visitors?|"
    r"born (?:abroad|outside|overseas)|asian|black british|white british|mixed heritage|pakistani|"
    r"bangladeshi|foster (?:mum|dad|mother|father)|"
    r"school places|staying put|long[- ]term stability|same placement|dropped out|passed)\b"
)
# "28% of care leavers are in higher education", "25 per cent of core group meetings": a share of something else
_OTHER_SHARE = re.compile(
    r"\s*of (?!(?:them|these|those|all|the (?:total|children|young people|workforce|posts|cases|"
    r"time)|children|young people|cases|posts|social workers|care leavers|its|their|our|whom|reviews|"
    r"visits|assessments|plans|referrals|pupils|families|staff|it)\b)|\s*of care[- ]leavers are in "
    r"(?:higher|further)"
)
_UNIT_OPEN = re.compile(
    r"\s*(?:\Z|[.,;:)\"|]|in|at|on|for|a year|last|the|two|three|set|recorded|as|nationally|across|"
    r"recommended|among|and|or|to)"
)


_SCHOOLS = re.compile(r"\b(?:pupils|schools?)\b")
# "in secondary schools 19% of pupils", "in special schools 38% of pupils": those have no code
_OF_SCHOOLS = ("fsm_", "eal_")
_SPECIAL_SCHOOLS = re.compile(r"\bspecial schools?\b[^,;]*\Z")
_LEAST = {"population_under_18": 1000}
_LEAST_MONEY = 10_000  # a grant or a bonus is no budget
_EVERYWHERE = re.compile(r"\b(?:england|national(?:ly)?|country|compared|against|neighbours?|average)\b")
_HELD_AGAINST = re.compile(r"average|england|national|compared|target|neighbour|authorit|previous|from|last|region")


def kind_fits(masked: Masked, index: int, antecedent: Slot) -> bool:
    """Whether a number may be of the kind of another: "79 per cent were on time, up from 64"."""
    slot = masked.slots[index]
    if slot.kind == antecedent.kind:
        return True
    if slot.kind != "N" or antecedent.kind not in "PR":
        return False
    left = masked.left(index)
    if left.rstrip().endswith("(") and not _HELD_AGAINST.search(left):
        return False  # "49% of assessments (94)": the count behind the share
    return bool(_UNIT_OPEN.match(masked.right(index)))


def measures_other(masked: Masked, index: int, metric: str) -> bool:
    """Whether the words around a number name a measure that has no code."""
    words = f"{masked.left(index)[-110:]} {masked.right(index)[:80]}"
    match = _OTHER_MEASURE.search(words)
    return bool(match) and not (metric == "care_leavers_neet_share" and match is not None and match[0] == "unknown")


def stands_bare(masked: Masked, index: int, metric: str) -> bool:
    """Whether a count says nothing of its own that is counted, or the same that the metric counts."""
    right = masked.right(index)
    if is_earlier_one(masked, index):
        return True
    if _PART_BY_PLACE.match(right) or _SHARE_OF_PART.match(masked.text, masked.slots[index].at + 1):
        return False
    if metric == "childrens_homes_good" and not re.search(r"good|outstanding", right[:50]):
        return False
    if _BARE.match(right):
        return True
    nouns = next((words for start, words in _NOUNS.items() if metric.startswith(start)), None)
    return nouns is not None and bool(_counted(nouns).match(right))


@cache
def _counted(nouns: str) -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:{nouns})\b(?!'s| (?:like|under|over|aged|who (?:have|had)|whose|were|was|from))"
        r"(?=\s*(?:\Z|[.,;:)\"(]|(?:in|at|on|by|from|to|last|this|and|or|each|compared|per|a|an|was|were|when|while|"
        r"with|against|up|down|for|over|during|since)\b))"
    )


_AGES = range(5, 26)
_ARE = frozenset({"were", "are", "was", "is", "aged", "were aged", "are aged"})
_IN_PLACE = re.compile(rf"{AUTHORITY} \(\Z")


def _is_age(masked: Masked, index: int) -> bool:
    """Whether a number is the age that a share is of: "32% were over 16"."""
    slot = masked.slots[index]
    if slot.kind != "N" or not index or masked.slots[index - 1].kind != "P" or slot.quantity.value not in _AGES:
        return False
    return masked.left(index).strip() in _ARE


def _lies_elsewhere(masked: Masked, index: int, metric: str) -> bool:
    """Whether a number is of those in one place outside: "over the borders in Suffolk (86), Lincolnshire (39)"."""
    return metric == "cla_outside_area" and _IN_PLACE.search(masked.left(index)) is not None


def may_be_level(masked: Masked, index: int, metric: str, words: str) -> bool:
    """Whether a number without a metric of its own may state a level of ``metric``; ``words`` stand before it."""
    slot = masked.slots[index]
    if _is_age(masked, index) or _lies_elsewhere(masked, index, metric):
        return False
    if (index, metric) in masked.parts or measures_other(masked, index, metric):
        return False
    if metric == "population_under_18_share" and (
        not _EVERYWHERE.search(f"{words} {masked.right(index)[:40]}") or _SCHOOLS.search(masked.text)
    ):
        return False  # in a profile of an area the shares that follow are of something else
    if slot.quantity.value < _LEAST.get(metric, slot.quantity.value):
        return False  # "285,500 will be aged under 18 (4)": a footnote mark
    if metric.startswith(_OF_SCHOOLS) and _SPECIAL_SCHOOLS.search(words):
        return False
    if slot.kind == "N":
        return not _NO_LEVEL.search(words) and stands_bare(masked, index, metric)
    if slot.kind == "P":
        if _OTHER_SHARE.match(masked.right(index)):
            return False
        return metric not in POSITIVE or not is_complement(masked, index)
    if slot.kind == "M":
        return slot.quantity.value >= _LEAST_MONEY and money_fits(masked, slot.at, "inherited")
    return True
