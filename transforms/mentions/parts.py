"""Counts of some of a group: "16 looked after children do not have a social worker" counts no whole.

A bare number of children with a predicate of their own, a clause that picks them out, or a sample drawn of them is a
part for which there is no code. With an article the number is the whole of which something is told: "the 193 children
placed outside the county receive care".
"""

from __future__ import annotations

import re

from transforms.mentions.grammar.rules import COUNTED, SUBJECT, Rule, expand
from transforms.mentions.masking import Masked

_STOCKS = frozenset({"children_looked_after", "children_in_need", "child_protection_plans", "care_leavers"})
# groups of which a number tells all there are
_GROUPS = _STOCKS | {
    "unaccompanied_asylum_seeking_children",
    "cla_outside_area",
    "cla_foster_families",
    "children_missing",
}
# what a number of them does, where the whole of which they are may be numbered beside it: "Eleven out of 62 live in"
_TOLD_OF = frozenset(
    {
        "cla_ceased_hmo",
        "cla_ceased_independent_living",
        "cla_with_parents",
        "cla_foster_families",
        "cla_childrens_homes",
        "cla_outside_area",
        "unallocated_cases",
        "children_missing",
    }
)
_REACH, _BEFORE = 160, 80
_WORD_END = re.compile(r"[a-z]*")  # "One asylum seek|er": the rest of the word
_NO = len("no")


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(expand(source, "N"))


# what is true of the whole group: "640 children in care who are supported by the trust"
_OF_WHOLE = (
    r"(?:(?:now|currently|still|then|already|there|all|being|been|have|had|has) )*(?:(?:looked[- ]after|cared for|"
    r"known|"
    r"supported|helped|recorded|reported|in (?:(?:its|the|our|their|local authority|council|<a>'s) )?(?:care|need)\b|"
    r"the responsibility|(?:the )?subjects? (?:of|to) (?:an? |the )?(?:child|cp\b|plans?\b|protection|care order)|in "
    r"total|there|here|among (?:them|these|those)|on (?:an? |the |child|its|their|plans?\b|cp\b)|"
    r"(?:council|authority|trust|county|city|borough)\b))"
)
_OWNER = r"(?:it|they|we|the (?:council|trust|county|city|borough|company|authority|local authority|service)|<a>)"
_WHO = (
    rf"(?:who|whom|whose|that|which)\b(?! (?:(?:is|are|was|were|it|they|we) )*{_OF_WHOLE})"
    rf"(?! {_OWNER}\b(?! (?:ha\w+ lost|would|could|should|may|might|can)\b))"
)
_PAST = (
    r"(?:spoke|told|said|went|felt|met|gave|took|made|got|knew|saw|found|became|chose|began|came|ran|sat|"
    r"(?!(?:compared|based|recorded|reported|registered|supported|cared|looked|placed|aged|combined|need|named|"
    r"allocated|related|limited|added|counted|numbered|totalled|indeed)\b)[a-z]+ed)\b"
)
_DOING = (
    r"(?:studying|receiving|attending|having|waiting|awaiting|missing|needing|requiring|experiencing|using|accessing|"
    r"achieving|returning|getting|taking|working|undertaking|benefiting|suffering)\b"
)
_DOES = (
    r"(?:do|does|did|can|could|will|would|should|may|might|must|need|needs|receive|receives|require|requires|attend|"
    r"attends|experience|access|lack|lacks|wait|waits|get|gets|go|goes|live|lives)\b"
)
_HAS = r"(?:have|has|had)\b(?! (?:an? |the )?(?:child protection|cp\b|plans?\b|left (?:its |the |our |their )?care))"
_IS = rf"(?:are|were|is|was)\b(?! {_OF_WHOLE})"
_PLACED = (
    r"in (?:alternative provision|such|custody|prison|education|universit\w+|higher|further|employment|unregistered|"
    r"unregulated|staying|(?:this|these|those) (?:arrangements?|types?|kinds?|accommodation|settings?|placements?|"
    r"groups?|"
    r"situations?|positions?))\b"
)
_RISK = r"at (?:\w+ ){0,2}risk\b"
_LOST = rf"(?:whom )?{_OWNER} ha(?:s|ve|d) lost\b"
# in a class, a unit or a sample, or of an age: "the 24 care leavers spoken to", "children in care in Year 11"
_AMONG = (
    r"(?:in (?:years?|key stages?|reception|mainstream|the sixth form|(?:the|this|that|one) (?:unit|home|team|hostel|"
    r"project|"
    r"scheme|cohort|sample|office|locality|school))\b|spoken to|seen\b|interviewed|surveyed|consulted|sampled|tracked)"
)
_AGED = re.compile(r" (?:who (?:are|were) )?aged (?!under\b|up\b|0\b|from birth)")
_AND_OTHERS = r"(?: (?:and|or) (?:<n> )?(?:care[- ]leavers|young people|families))?"
_WHERE = (
    r"(?: (?:in|within|across|from|of) (?:the )?(?:<a>|county|borough|city|council|authority|area|local authority))?"
)
# "over 400 children in need cases, some of which were referred …, had still not been assessed"
_ASIDE = r"(?: cases)?(?:, (?:some|many|most|several|all|a number) of (?:whom|which) [^,.;]{5,90},)?(?: \(<p>\))?"
_ADVERBS = r"(?:(?:also|still|not|never|only|already|(?!early|family)[a-z]+ly) )*"
_SOME = _pattern(
    rf"{_AND_OTHERS}{_WHERE}{_ASIDE} {_ADVERBS}(?:{_WHO}|{_DOES}|{_HAS}|{_IS}|{_PAST}|{_DOING}|{_PLACED}|{_RISK}|"
    rf"{_LOST}|{_AMONG}|"
    r"without\b|eligible\b)"
)
_PICKED_OUT = _pattern(rf"{_AND_OTHERS}{_WHERE} (?:{_WHO}|{_LOST}|{_AMONG})")
# "The three children in care council subgroups", "one looked after children team"
_OF_OTHER_NOUN = _pattern(
    r"(?:'s?)? (?:councils?|teams?|nurses?|services?|reviews?|social workers?|workers?|sub-?groups?|groups?|panels?|"
    r"boards?|"
    r"units?|forums?|champions?|ambassadors?|representatives?|events?|strateg(?:y|ies)|plans? (?:seen|sampled))\b"
)
_SERVICE = re.compile(
    r"(?:leaving[- ]care|care[- ]leaving|after-?care|care leavers'?)\Z"
)  # "helped by the leaving care team"
# "101 child protection plans out of 222", "45 of the 120 children"
_OUT_OF = _pattern(r"(?: \(<p>\))? (?:out )?of (?:the |its |their |our )?<n>")
# "Eleven (17%) out of 62 young people are living in"
_AFTER_PART = _pattern(r"<n>(?: \(<p>\))? (?:out )?of (?:the |its |their |our |these )?\Z")
_AFTER_SAMPLE = _pattern(r"<n>(?: \(<p>\))? of \Z")
_TELLS = re.compile(r"\b(?:are|were|is|was|live|lived|have|had)\b")
_DEFINITE = _pattern(
    r"(?:\b(?:the|its|their|our|all|these|those)|<a>'s|(?<!total )(?<!number )(?<!group )\bof)(?: (?:current|total|"
    r"existing|local|same))? \Z"
)
# a sample, the rest, or those at the top of a list
_DRAWN = re.compile(
    r"\b(?:(?:group|audits?|sample|cohort|surveys?|consultation|panel|research|interviews?|discussions?|reviews?|analysis)"
    r"(?: [\w-]+)?,?(?: in)?,? (?:of|with|on)|remaining|top|all (?:but|bar|except)|"
    r"(?:not|no longer|out of|lost)(?: in)? (?:touch|contact) with|group of [^;.]{0,50} and|"
    r"(?:met|spoke|spoken|talked|listened)(?: (?:with|to))?|interviewed|of (?:the )?\ue010 (?:cases|files|records|"
    r"children)[\w ]{0,14} (?:sampled|tracked|seen|"
    r"audited|reviewed|looked at),?)(?: the)? \Z"
)
# "The team holds 140 children in need cases"; the care leavers' team has them all
_OF_TEAM = re.compile(
    r"\b(?:teams?|units?|offices?|workers?) (?:now |currently )?(?:holds?|has|have|had|carr(?:y|ies)|supports?|works? "
    r"with) \Z"
)
# "an additional five are in out of borough placements": more than were told of before
_MORE = re.compile(r"\badditional \Z")
# "work experience placements within the council for 20 care leavers"
_MEANT_FOR = re.compile(
    r"\b(?:placements?|places|jobs|apprenticeships|opportunities|flats|tenancies|interviews|grants|bursaries|accommodation|"
    r"homes|trips|events|training|sessions|workshops)(?: [\w' -]{1,40})? (?:for|to|with) \Z"
)
_COUNTED_CHILD = re.compile(
    r"\s*(?:(?!(?:to|for|of|in|on)\b)[\w'-]+ ){0,2}?(?:child(?:ren)?|young (?:people|person|adults)|looked[- ]after|"
    r"care[- ]"
    r"leavers?|plans?|cla|lac|cp|cin|cases|unaccompanied|asylum|youngsters?|one|missing)\b"
)
# what may lead from the name of a group to its number: "numbers stood at", "has reduced from"
_LEVEL = re.compile(
    r"(?:\A|\b(?:is|was|were|are|be|been|being|at|to|from|of|numbered|total\w*|reached|hit|topped|exceed\w*|passed|now|"
    r"stood|around|than|over|under|only|just|and|including|average\w*)|[:(|/–,-])[\s\"']*\Z"
)
_COUNCIL = re.compile(r"\bin care councils?\b")
# "of the looked after population, which had reduced from"
_MOVED = re.compile(
    r"\b(?:r[io]sen?|rose|fall\w*|fell|gr[eo]wn?|increas\w+|decreas\w+|drop\w*|declin\w+|reduc\w+|stood|stands|numbered)"
    r"(?: [\w ]{1,30})? (?:from|to|at)\s*\Z|\bnumbered\s*\Z"
)
_PLAIN_AND = re.compile(r"(?:\band|,)\s*\Z")
# "work with children in need", "14% of looked after children", "the progress of looked after children post-16"
_OF_OTHER_THING = _pattern(
    r"(?<!number )(?<!numbers )(?<!total )(?<!population )(?<!proportion )\b(?:of|with|for|by|about|supports?|"
    r"supporting|"
    r"helps?|helping|more|fewer|most|many|some)(?: (?:all|the|its|their|our|these|those))* \Z"
)


def counts_some(rule: Rule, masked: Masked, index: int, match: re.Match[str]) -> bool:
    """Whether a match of ``rule`` reads a number that counts only some of the group of its metric.

    Args:
        rule: the rule that matched; rules that are no whole pattern around the number are never refused here.
        masked: the sentence.
        index: slot of the number.
        match: the match, by whose end the noun of the group has been read.
    """
    if rule.kind != "N" or rule.weight < COUNTED or not ("frame" in rule.name or "counted" in rule.name):
        return False
    text, at = masked.text, masked.slots[index].at
    end = _WORD_END.match(text, match.end()).end()  # type: ignore[union-attr]
    before = text[max(0, at - _BEFORE) : at]
    if rule.metric in _TOLD_OF and _AFTER_PART.search(before) and _TELLS.search(text, at, end):
        return True
    if rule.metric not in _GROUPS:
        return False
    if _DRAWN.search(before) or (_MEANT_FOR if rule.metric == "care_leavers" else _OF_TEAM).search(before):
        return True
    if rule.metric == "cla_outside_area" and _MORE.search(before):
        return True
    quantity = masked.slots[index].quantity
    if quantity.value == 0 and quantity.end - quantity.start == _NO and not _COUNTED_CHILD.match(text, at + 1):
        return True  # "no advocacy service available to children who are subject to child protection plans"
    if end <= at + 2:
        return False
    if _AFTER_SAMPLE.search(before) and masked.slots[index - 1].quantity.value != 1:
        return True  # but "one of 438 young people whom the council supports"
    if _OUT_OF.match(text, at + 1) or _OUT_OF.match(text, end):
        return True
    if rule.metric == "children_looked_after" and _AGED.match(text, end):
        return True
    return _is_picked_out(text, end, definite=bool(_DEFINITE.search(before)))


def _is_picked_out(text: str, end: int, *, definite: bool) -> bool:
    """Whether the words after the noun of a group make it a part, or belong to another noun."""
    rest = text[end : end + _REACH]
    if _OF_OTHER_NOUN.match(rest) and not _SERVICE.search(text, 0, end):
        return True
    return bool(_PICKED_OUT.match(rest) if definite else _SOME.match(rest))


def is_loose_subject(rule: Rule, masked: Masked, index: int, match: re.Match[str]) -> bool:
    """Whether the name of a group that stands before a number is not what the number is of.

    "Children in care benefit from an advocate, with 124 children having contact" names the group and counts others.
    """
    if rule.weight != SUBJECT or rule.metric not in _STOCKS or "subject" not in rule.name:
        return False
    text, at = masked.text, masked.slots[index].at
    between = text[match.start() : at]
    if _DRAWN.search(text, max(0, at - _BEFORE), at) or _COUNCIL.search(between):
        return True  # "The Children in Care Council is made up of a small group of 13"
    if not _LEVEL.search(between):
        return True
    if _PLAIN_AND.search(between):
        return True
    if rule.metric == "child_protection_plans" or _MOVED.search(between):
        return False
    return bool(_OF_OTHER_THING.search(text[max(0, match.start() - _BEFORE) : match.start()]))
