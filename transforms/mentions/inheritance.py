"""Numbers that take their metric from another one in the same sentence: "up from 64", "from 140 to 85"."""

from __future__ import annotations

import re

from transforms.mentions.binding import Binding
from transforms.mentions.grammar.vocabulary import AUTHORITY
from transforms.mentions.levels import RATE_OF, SHARE_OF_COUNT, kind_fits, may_be_level
from transforms.mentions.masking import Masked
from transforms.mentions.passage import Passage
from transforms.mentions.reference import bind_series, refer_back
from transforms.mentions.vetoes import is_amount, is_bare_one, is_earlier_one

INHERITED = 1.2
# what stands before a number that is compared with, added to or put beside the one before it
_CONNECTOR = re.compile(
    r"(?:compared (?:with|to)|in comparison (?:with|to)|against|versus|up from|down from|from|than|"
    r"as opposed to|rather than|instead of|not|above|below|beyond|over|under|exceed\w*|"
    r"(?:statistical neighbours?|similar authorities|comparators?|england|london|region)(?: average| "
    r"figure| rate)?s?:?|england(?:'s)?(?: manages| managed| averages| averaged| has| had| is| was)|"
    r"talks of|speaks of|recommends|suggests|(?:recommended|suggested|permitted|desired)|(?:it|this|"
    r"that|them|these|caseloads|numbers) to (?:be|reach|fall to|rise to|drop to|stay at)|(?:average|"
    r"averages|mean|rate|rates|figure|figures|level|levels|target|proportion|share|benchmark|norm|"
    r"ambition|goal|range|total|maximum|minimum|ceiling|limit|cap|guidance|number|percentage)(?: "
    r"[\w' -]{0,40}?)?(?:of|is|was|at|being|stood at|stands at|had been|were|are|in [\w ]{3,30} "
    r"(?:is|was))?|"
    r"\bto|down to|up to|and|or|but|in [\w' -]{3,30}|,|;|:|\(|/|while|with|it (?:is|was|had been)|"
    r"(?:was|were|is|are|had been|being|has been|have been)|on|at|by|for|the|peaked at|reached|"
    r"another|set at|one of|(?:reckons|says|thinks|estimates) (?:it|they|we) needs?|"
    r"improvement on|increase on|reduction on|increase from|reduction from|rise from|fall from|drop "
    r"from|decline from|change from|improved on|"
    r"(?:we|it|they|there|he|she|i) (?:have|has|had|are|were|completed|managed|did|held)|reports|"
    r"(?:make|makes|made|making) up|"
    r"account(?:s|ed|ing)? for|turned out to be|"
    rf"{AUTHORITY} one|(?:colleagues|counterparts|opposite numbers)(?: [\w{AUTHORITY} ]{{2,40}}?)? "
    rf"(?:have|had|hold|held|carry)|"
    rf"{AUTHORITY}(?:'s)?(?:,[^,;.]{{2,60}},)?(?: (?:scored|averaged|averages|manages|managed|"
    rf"reported|had|has|recorded|took|with|on|at|managed|saw|received|is|was|stood at|posted|"
    rf"achieved|counted|listed|declared|logged|employs|employed))?|nationally|\|)"
    r"[\s(\"',:a]*(?:an? |the |just |a mere |some )?\Z"
)
_HOLDING = re.compile(
    r"\b(?:juggling|holds?|holding|held|carry|carries|carrying|have|has|had|supports?|answers? for|"
    r"oversees?|looks? after|"
    r"manages?|supervises?|averages?)(?: (?:an "
    r"average of|about|around|just|only))?\s*\Z"
)
_RATE_LINK = re.compile(
    r"\A[^;.|]{0,45}?(?:\(|, |– |- |or |rate of |is |for )[\s(]*(?:(?:or|a|an|the|that|is|which|it|"
    r"means|equivalent|to|rate|of|at|about|around|some|equal|giving|represents|works|out|i\.e\.|"
    r"making|figure) ?)*\Z"
)
_TO = re.compile(
    r"\s*(?:children |cases |each |young people |per cent |of [\w' ]{2,30} )?(?:in |at |on )?[\w "
    r"']{0,30}?(?:down |up )?(?:to|and now|and then|but now)(?: (?:an average of|a|the|just|current "
    r"[\w ]{2,20} (?:of|in)|about|around))?[\w ]{0,20}\Z"
)
# "88% of children on plans and 91% of those in care had been visited": both share what follows
_AND_SHARED = re.compile(r" of [^,;.|]{3,60},? and (?:for )?\Z")
_FROM = re.compile(r"\bfrom (?:an average of |a (?:high|peak|low) of |about |around |an? |the )?\Z|between \Z")
# "57 agency workers (27.4 per cent)", "31, or 11 per cent"
_SHARE_LINK = re.compile(
    r"(?:\(|, (?:or|about|around|some)|or|, (?:which is|that is|equivalent to)|,| [–-])[\s(]*(?:or )?\Z"
)
_OF_WHOLE = re.compile(r"\b[Oo]f (?:the |its |these )?\Z")
_OF_THESE = re.compile(r"\bof (?:these|those|them|whom|which),? (?:just |only )?\Z")
_PREDICATE = re.compile(r"\s*(?:were|are|was|is|had|have|live|lived)\b")
_WITH_SHARE = re.compile(r"\s*(?:, or|,? \(|, about) ?(?:about )?")
_LONGEST, _LONGEST_ACROSS = 130, 150


def inherit(passage: Passage, earlier: Passage | None) -> None:
    """Give unbound numbers of a passage the metric of the number that they stand beside or refer back to."""
    masked, bound = passage.masked, passage.bound
    own = [index for index, slot in enumerate(masked.slots) if slot.own and _may_inherit(masked, index)]
    _rates(masked, bound, own)
    _pair(masked, bound, own)
    if "respectively" in masked.text:
        bind_series(masked, bound, earlier)
    _backward(masked, bound, own)
    _forward(masked, bound, own)
    if earlier is not None and any(index not in bound for index in own):
        refer_back(passage, earlier, own)
        _forward(masked, bound, own)


def _may_inherit(masked: Masked, index: int) -> bool:
    return not is_bare_one(masked, index) or is_earlier_one(masked, index)


# "(England: 21 per cent and 16 per cent)" after two metrics: the same two in the same order
_ELSEWHERE = re.compile(
    r"\b(?:england|english|national(?:ly)?|neighbours?|average|previous(?:ly)?|last year|"
    r"target)\b[^.;]{0,30}\Z"
)
_AND = re.compile(r"\s*(?:and|,|/)\s*")


def _pair(masked: Masked, bound: dict[int, Binding], own: list[int]) -> None:
    for index in own:
        after = index + 1
        if index in bound or after in bound or after >= len(masked.slots) or index < 2:
            continue
        here = [masked.slots[place].kind for place in (index - 2, index - 1, index, after)]
        if {index - 2, index - 1} - set(bound) or here[0] != here[1] or here[2] not in (here[0], "N"):
            continue
        metrics = bound[index - 2].metric, bound[index - 1].metric
        if (
            metrics[0] == metrics[1]
            or not _ELSEWHERE.search(masked.left(index))
            or not _AND.fullmatch(masked.right(index))
        ):
            continue
        for place, metric in zip((index, after), metrics, strict=True):
            bound[place] = Binding(metric, f"{metric}.in_order", INHERITED)


def _rates(masked: Masked, bound: dict[int, Binding], own: list[int]) -> None:
    """The rate right after a count is the count's: "2,350 children were in need – 352 for every 10,000"."""
    for index in own:
        if masked.slots[index].kind != "R" or index == 0:
            continue
        before = bound.get(index - 1)
        if before is None or masked.slots[index - 1].kind != "N" or before.metric not in RATE_OF:
            continue
        if _RATE_LINK.match(masked.left(index)):
            metric = RATE_OF[before.metric]
            bound[index] = Binding(metric, f"{metric}.of_count", before.weight)


def _forward(masked: Masked, bound: dict[int, Binding], own: list[int]) -> None:
    for index in own:
        if index in bound:
            continue
        for before in range(index - 1, max(-1, index - 4), -1):
            metric = _metric_beside(masked, bound, index, before)
            if metric is not None:
                bound[index] = Binding(metric, f"{metric}.beside", INHERITED)
                break


def _metric_beside(masked: Masked, bound: dict[int, Binding], index: int, before: int) -> str | None:
    """The metric that a number takes from the bound number at ``before``, if any."""
    antecedent = bound.get(before)
    if antecedent is None:
        return None
    slot, other, metric = masked.slots[index], masked.slots[before], antecedent.metric
    if (
        slot.kind == "N"
        and other.kind != "N"
        and _WITH_SHARE.fullmatch(masked.right(index))
        and index + 1 < len(masked.slots)
        and masked.slots[index + 1].kind == "P"
    ):
        return None  # "Kirklees reported 31, or 11 per cent": a count with its share follows no share
    if slot.kind == "R" and other.kind == "N" and metric in RATE_OF:
        return RATE_OF[metric]
    if slot.kind == "P" and other.kind == "N" and metric in SHARE_OF_COUNT:
        return SHARE_OF_COUNT[metric] if _SHARE_LINK.search(masked.left(index)) else None
    if kind_fits(masked, index, other) and _stands_beside(masked, index, before, metric):
        return metric
    return None


def _stands_beside(masked: Masked, index: int, before: int, metric: str) -> bool:
    left = masked.left(index)
    if not may_be_level(masked, index, metric, left):
        return False
    if metric in RATE_OF and left == " (" and masked.right(index).startswith(")"):
        return False  # "from 288 (67) at 31 March": a rate that does not say so
    whole = masked.slots[index].kind == "N" and _OF_WHOLE.search(masked.text, 0, masked.slots[before].at)
    if whole and _PREDICATE.match(masked.right(index)):
        return False  # "of 754 care leavers, 11 were homeless"
    if _OF_THESE.search(left) and _PREDICATE.match(masked.right(index)):
        return False  # "640 are in care; of these, 12 are disabled"
    if metric.startswith("caseload") and _HOLDING.search(left):
        return True
    if is_amount(masked, index) or len(left) > _LONGEST or "|" in left:
        return False
    if index - before > 1 and masked.slots[index].at - masked.slots[before].at > _LONGEST_ACROSS:
        return False
    return bool(_CONNECTOR.search(left))


def _backward(masked: Masked, bound: dict[int, Binding], own: list[int]) -> None:
    """The first of two takes the metric of the second: "from 140 to 85"."""
    for index in reversed(own):
        if index in bound or index + 1 >= len(masked.slots):
            continue
        after = bound.get(index + 1)
        if after is None or masked.slots[index].kind != masked.slots[index + 1].kind:
            continue
        shared = (
            _AND_SHARED.match(masked.right(index))
            and masked.right(index + 1).startswith(" of ")
            and after.weight >= INHERITED + 0.1
        )
        if shared or (_FROM.search(masked.left(index)) and _TO.match(masked.right(index))):
            bound[index] = Binding(after.metric, f"{after.metric}.from_to", INHERITED)
