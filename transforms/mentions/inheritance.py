"""Numbers that take their metric from another one: "up from 64", "Now there are around 600", "The target is 95"."""

from __future__ import annotations

import re

from transforms.mentions.binding import POSITIVE, Binding, is_amount, is_bare_one, is_complement, money_fits
from transforms.mentions.grammar.vocabulary import AUTHORITY
from transforms.mentions.masking import Masked, Slot
from transforms.mentions.passage import Passage

INHERITED = 1.2
REFERRED = 1.0
RATE_OF = {
    "children_looked_after": "children_looked_after_rate",
    "child_protection_plans": "child_protection_plans_rate",
    "children_in_need": "children_in_need_rate",
}
COUNT_OF_SHARE = {
    "agency_worker_rate": "agency_workers",
    "cla_outside_area_share": "cla_outside_area",
    "cla_group_outside_area_share": "cla_group_outside_area",
    "vacancy_rate": "vacancies",
}
SHARE_OF_COUNT = {count: share for share, count in COUNT_OF_SHARE.items()}

# what stands before a number that is compared with, added to or put beside the one before it
_CONNECTOR = re.compile(
    r"(?:compared (?:with|to)|in comparison (?:with|to)|against|versus|up from|down from|from|than|as opposed to|rather than|instead of|not|above|below|beyond|over|under|exceed\w*|"
    r"(?:statistical neighbours?|similar authorities|comparators?|england|london|region)(?: average| figure| rate)?s?:?|england(?:'s)?(?: manages| managed| averages| averaged| has| had| is| was)|talks of|speaks of|recommends|suggests|(?:recommended|suggested|permitted|desired)|(?:it|this|that|them|these|caseloads|numbers) to (?:be|reach|fall to|rise to|drop to|stay at)|(?:average|averages|mean|rate|rates|figure|figures|level|levels|target|proportion|share|benchmark|norm|ambition|goal|range|total|maximum|minimum|ceiling|limit|cap|guidance|number|percentage)(?: [\w' -]{0,40}?)?(?:of|is|was|at|being|stood at|stands at|had been|were|are|in [\w ]{3,30} (?:is|was))?|"
    r"\bto|down to|up to|and|or|but|in [\w' -]{3,30}|,|;|:|\(|/|while|with|it (?:is|was|had been)|(?:was|were|is|are|had been|being|has been|have been)|on|at|by|for|the|peaked at|reached|another|set at|"
    r"improvement on|increase on|reduction on|increase from|reduction from|rise from|fall from|drop from|decline from|change from|improved on|"
    r"(?:we|it|they|there|he|she|i) (?:have|has|had|are|were)|reports|(?:make|makes|made|making) up|account(?:s|ed|ing)? for|turned out to be|"
    rf"{AUTHORITY}(?:'s)?(?:,[^,;.]{{2,60}},)?(?: (?:scored|averaged|averages|manages|managed|reported|had|has|recorded|took|with|on|at|managed|saw|received|is|was|stood at|posted|achieved))?|nationally|\|)"
    r"[\s(\"',:a]*(?:an? |the |just |a mere |some )?\Z"
)
# "26 (27.3%) are young former looked after children": a part of what was counted before
_SHARE_OF_PART = re.compile(r"\s*\(\ue011\) (?:are|were|had|have|was|is|of)\b")
# "of the 38 children in homes, just three are in Reading"
_PART_BY_PLACE = re.compile(r"\s*(?:are|were|is|was|live|lived) (?:in|from|with|at|on|boys|girls|aged|under|over|now)\b")
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
    r"\s*(?:\Z|[.,;:!?)\]\"'|/–—(-]|(?:in|at|on|for|by|and|or|but|when|while|whilst|compared|against|down|up|from|to(?! be\b)|than|this|last|the|a|an|over|during|since|as|which|with|was|is|were|are|had|"
    r"across|among|under|who|that (?:they|it|he|she|we|there|you)|respectively|before|after|until|because|so|per|each|every|nationally|within|between|rather|not|some|then|although|though|following|average|recommended|recorded|reported|set|seen|achieved|ago|"
    r"earlier|said|says|he|she|it|they|we|there|here|plus|twelve|months|england|national|target|statutory|locally|elsewhere|today|did|last|unallocated|ongoing)\b)"
)
_NO_LEVEL = re.compile(r"\b(?:every|last|previous|first|next|past|aged|age of|pages?|number|section|paragraph|other|another|further|extra|additional|ages|approve|approved|recruit\w*|lost|gained|left|row|quarter|item|band|grade|route|bus)\s*\Z|\b(?:when|aged|qualified|left school|retired|died|married) at\s*\Z")
_PARENTHESISED_PART = re.compile(r"\bof (?:these|those|them)[\w ]{0,20}\(\Z")
_REFERENCE = re.compile(
    r"\A\W*(?:(?:and|but|so|yet|by contrast|in contrast|meanwhile|however|that said|overall|of (?:these|them|those|this|this number)|back) ?,? ?)*"
    rf"(?:this|that|these|those|it|they|each|he|she|the|now|today|nationally|in|by|previously|before|formerly|at|a|an|one|two|three|last|next door|neighbouring|nearby|here|across|elsewhere|there|"
    rf"our|its|their|his|her|some|most|we|i|no|nobody|no-one|none|such|only|just|as recently|twelve|for|on|with|{AUTHORITY}|when|half|compared|england|previous|figures?|its|up|down|another|\W|<)"
)
_BACK_WORDS = re.compile(
    rf"{AUTHORITY}(?:'s)? (?:has|had|reported|recorded|took|have)\b|"
    r"\b(?:there (?:had been|used to be)|this|that|it|they (?:were|had been|are)|totals?|both|do|did|does|mean|standard|count|tally|the (?:figure|number|rate|average|total|proportion|percentage|share|same|corresponding|equivalent|national|england|regional|target|range|aim|goal|highest|lowest|limit|ambition|comparable|previous|ratio|county|borough|city|latter|former|wait|picture|position|maximum|tally|norm|backlog)s?"
    r"|corresponding|equivalent|comparable|figures?|average|there (?:are|were|is|was)|target|range|rate|proportion|recommended|statutory|guidance|compares|compared|did so|share|england|national(?:ly)?|an increase|a decrease|a reduction|a rise|a fall|a drop|a decline|an improvement|increase of|ongoing|used to|"
    r"in (?:19|20)\d\d|fewer than|more than|down|up|wants?|aims?|hopes?|goal|peaked|highest|elsewhere|others?|some|none|all)\b"
)


def _kind_fits(slot: Slot, antecedent: Slot, masked: Masked, index: int) -> bool:
    if slot.kind == antecedent.kind:
        return True
    if slot.kind != "N" or antecedent.kind not in "PR":
        return False
    # "79 per cent were on time, up from 64": a bare number takes the unit of what it is compared with
    return bool(re.match(r"\s*(?:\Z|[.,;:)\"|]|in|at|on|for|a year|last|the|two|three|set|recorded|for england|as|nationally|across|recommended|among|and|or|to)", masked.right(index)))


# measures that have no code: a number of theirs takes no metric from its neighbours
_OTHER_MEASURE = re.compile(
    r"\b(?:immunis\w+|vaccin\w+|dental|dentist\w*|strengths and difficulties|sdqs?|status is not known|not known|unknown|higher education|universit\w+|degree|apprentice\w*|abroad|absen\w+|exclu\w+|gcse\w*|grades|attainment|"
    r"pathway plans?|offend\w*|substance|core groups?|advoca\w+|life[- ]story|independent visitors?|school places|staying put|long[- ]term stability|same placement|dropped out|passed)\b"
)


def _measures_other(masked: Masked, index: int, metric: str) -> bool:
    words = f"{masked.left(index)[-110:]} {masked.right(index)[:80]}"
    match = _OTHER_MEASURE.search(words)
    return bool(match) and not (metric.startswith("care_leavers_neet") and match[0] == "unknown")


def _stands_bare(masked: Masked, index: int, metric: str) -> bool:
    """Whether a count says nothing of its own that is counted, or the same that the metric counts."""
    right = masked.right(index)
    if _PART_BY_PLACE.match(right) or _SHARE_OF_PART.match(masked.text, masked.slots[index].at + 1):
        return False
    if metric == "childrens_homes_good" and not re.search(r"good|outstanding", right[:50]):
        return False
    if _BARE.match(right):
        return True
    nouns = next((words for start, words in _NOUNS.items() if metric.startswith(start)), None)
    return nouns is not None and bool(re.match(rf"\s*(?:{nouns})\b(?!'s| (?:like|under|over|aged|who (?:have|had)|whose|were|was|from))(?=\s*(?:\Z|[.,;:)\"(]|(?:in|at|on|by|from|to|last|this|and|or|each|compared|per|a|an|was|were|when|while|with|against|up|down|for|over|during|since)\b))", right))


# "28% of care leavers are in higher education", "25 per cent of core group meetings": a share of something else
_OTHER_SHARE = re.compile(r"\s*of (?!(?:them|these|those|all|the (?:total|children|young people|workforce|posts|cases|time)|children|young people|cases|posts|social workers|care leavers|its|their|our|whom|reviews|visits|assessments|plans|referrals|pupils|families|staff|it)\b)|\s*of care[- ]leavers are in (?:higher|further)")


_HOLDING = re.compile(r"\b(?:juggling|holds?|holding|held|carry|carries|carrying|have|has|had|supports?)(?: (?:an average of|about|around|just|only))?\s*\Z")


def _inherits(masked: Masked, index: int, before: int, metric: str) -> bool:
    left = masked.left(index)
    slot = masked.slots[index]
    if slot.kind == "N" and (_NO_LEVEL.search(left) or not _stands_bare(masked, index, metric)):
        return False
    if slot.kind == "P" and metric in POSITIVE and is_complement(masked, index):
        return False
    if _measures_other(masked, index, metric):
        return False
    if slot.kind == "M" and not money_fits(masked, slot.at, "inherited"):
        return False
    if slot.kind == "P" and _OTHER_SHARE.match(masked.right(index)):
        return False
    if metric.startswith("caseload") and _HOLDING.search(left):
        return True
    if is_amount(masked, index):
        return False
    if len(left) > 130 or "|" in left:
        return False
    if index - before > 1:
        left = masked.text[masked.slots[before].at + 1 : slot.at]
        if len(left) > 150:
            return False
    return bool(_CONNECTOR.search(masked.left(index)))


_OWN_WORDS = 2.0


def _series(masked: Masked, bound: dict[int, Binding], earlier: Passage | None) -> None:
    """"secondary pupils 50% and primary 37%; nationally it is 13% and 15% respectively"."""
    end = masked.text.find("respectively")
    run = [index for index, slot in enumerate(masked.slots) if slot.own and slot.at < end]
    if len(run) < 2:
        return
    last = run[-1]
    series = [last]
    for index in reversed(run[:-1]):
        if masked.slots[index].kind not in (masked.slots[last].kind, "N") or not re.fullmatch(r"\s*(?:,|and|, and|per cent and|per cent,)?\s*(?:for \w+ and )?", masked.right(index)):
            break
        series.insert(0, index)
    before = [bound[index].metric for index in run if index < series[0] and index in bound and masked.slots[index].kind == masked.slots[last].kind]
    if not before and earlier is not None and not any(index in bound and bound[index].weight >= _OWN_WORDS for index in series):
        kind = "R" if re.search(r"\brates\b", masked.text) and any(slot.kind == "R" for slot, _ in earlier.in_order()) else masked.slots[last].kind
        before = [binding.metric for slot, binding in earlier.in_order() if slot.kind == kind]
    distinct = list(dict.fromkeys(before))
    if masked.slots[last].kind == "R" and len(distinct) != len(series):
        # "2,890 are in need and 375 on a plan; that is 273 and 35 in every 10,000 respectively"
        counts = [bound[index].metric for index in sorted(bound) if index < series[0]]
        distinct = list(dict.fromkeys(RATE_OF[metric] for metric in counts if metric in RATE_OF))
    if len(series) >= 2 and len(distinct) == len(series):
        for index, metric in zip(series, distinct, strict=True):
            bound[index] = Binding(metric, f"{metric}.respectively", INHERITED)


def inherit(passage: Passage, earlier: Passage | None) -> None:
    """Give unbound numbers of a passage the metric of the number that they stand beside or refer back to."""
    masked, bound = passage.masked, passage.bound
    own = [index for index, slot in enumerate(masked.slots) if slot.own and not is_bare_one(masked, index)]
    _rates(masked, bound, own)
    if "respectively" in masked.text:
        _series(masked, bound, earlier)
    _backward(masked, bound, own)
    _forward(masked, bound, own)
    if earlier is not None and any(index not in bound for index in own):
        _refer(passage, earlier, own)
        _forward(masked, bound, own)


_RATE_LINK = re.compile(r"\A[^;.|]{0,45}?(?:\(|, |– |- |or |rate of |is |for )[\s(]*(?:(?:or|a|an|the|that|is|which|it|means|equivalent|to|rate|of|at|about|around|some|equal|giving|represents|works|out|i\.e\.|making|figure) ?)*\Z")


def _rates(masked: Masked, bound: dict[int, Binding], own: list[int]) -> None:
    """"2,350 children were in need – 352 for every 10,000": the rate right after a count is the count's."""
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
        slot = masked.slots[index]
        for before in range(index - 1, max(-1, index - 4), -1):
            antecedent = bound.get(before)
            if antecedent is None:
                continue
            other = masked.slots[before]
            metric = antecedent.metric
            if slot.kind == "R" and other.kind == "N" and metric in RATE_OF:
                metric = RATE_OF[metric]
            elif slot.kind == "P" and other.kind == "N" and metric in SHARE_OF_COUNT:
                left = masked.left(index)
                if not re.search(r"(?:\(|, (?:or|about|around|some)|or|, (?:which is|that is|equivalent to)|,)[\s(]*(?:or )?\Z", left):
                    continue
                metric = SHARE_OF_COUNT[metric]
            elif not _kind_fits(slot, other, masked, index):
                continue
            elif not _inherits(masked, index, before, metric):
                continue
            bound[index] = Binding(metric, f"{metric}.beside", INHERITED)
            break


_TO = re.compile(r"\s*(?:children |cases |each |young people |per cent |of [\w' ]{2,30} )?(?:in |at |on )?[\w ']{0,30}?(?:down |up )?(?:to|and now|and then|but now)(?: (?:an average of|a|the|just|current [\w ]{2,20} (?:of|in)|about|around))?[\w ]{0,20}\Z")
# "88% of children on plans and 91% of those in care had been visited": both share what follows
_AND_SHARED = re.compile(r" of [^,;.|]{3,60},? and (?:for )?\Z")
_FROM = re.compile(r"\bfrom (?:an average of |a (?:high|peak|low) of |about |around |an? |the )?\Z|between \Z")


def _backward(masked: Masked, bound: dict[int, Binding], own: list[int]) -> None:
    """"from 140 to 85", "twelve posts were empty, just two remain unfilled": the first takes the metric of the second."""
    for index in reversed(own):
        if index in bound or index + 1 >= len(masked.slots):
            continue
        after = bound.get(index + 1)
        slot, other = masked.slots[index], masked.slots[index + 1]
        if after is None or slot.kind != other.kind:
            continue
        shared = _AND_SHARED.match(masked.right(index)) and re.match(r" of ", masked.right(index + 1)) and after.weight >= 1.3
        if shared or (_FROM.search(masked.left(index)) and _TO.match(masked.right(index))):
            bound[index] = Binding(after.metric, f"{after.metric}.from_to", INHERITED)


_SHARE_WORDS = re.compile(r"\b(?:turnover|attendance|rates?|percentages?|proportions?|share)\b")
# after a caseload: "Nobody should have more than 20", "I had 27 at Easter", "council policy sets a ceiling of 20"
_CASELOAD_BACK = re.compile(
    r"\b(?:bosses|chiefs|council|i|he|she|we|they|workers?|advis[eo]rs?|officers?|managers?|nobody|no[- ]one|none|policy|guidance|norm|ceiling|limit|one|some|others?|colleagues?|everyone|average|teams?|me|us|them)\b[^;|]{0,70}\b(?:have|has|had|hold|holds|held|carry|carries|carrying|average|averages|to|be|is|was|at|of|like|with)(?: (?:about|around|just|only|over|above|under|a|an))?\s*[\"']?\s*\Z"
)


def history_of(passage: Passage) -> list[tuple[Slot, Binding]]:
    """The numbers of a passage that state a metric, in order."""
    return list(passage.in_order())


def _refer(passage: Passage, earlier: Passage, own: list[int]) -> None:
    masked, bound = passage.masked, passage.bound
    begin = masked.text[masked.own_start :]
    first = next((index for index in own if index not in bound), None)
    if first is None or (bound and min(bound) < first):
        return
    if not _REFERENCE.match(begin) and not _PARENTHESISED_PART.search(masked.text[: masked.slots[first].at]):
        return
    free = [index for index in own if index not in bound]
    words = masked.left(first)[-160:] if first else masked.text[masked.own_start : masked.slots[first].at]
    around = f"{words} {masked.right(first)[:60]}"
    caseload = bool(history_of(earlier)) and history_of(earlier)[-1][1].metric.startswith("caseload") and bool(_CASELOAD_BACK.search(words))
    if not caseload and not _BACK_WORDS.search(around) and not _PARENTHESISED_PART.search(words):
        return
    if len(words) > 110:
        return
    history = history_of(earlier)
    if not history:
        return
    if "respectively" in masked.text or re.search(r"corresponding|equivalent|same figures|figures (?:were|had been|are)", begin):
        run = [index for index in free if masked.slots[index].kind == masked.slots[first].kind]
        kind = "R" if re.search(r"\brates\b", begin) and any(slot.kind == "R" for slot, _ in history) else masked.slots[first].kind
        matching = [(slot, binding) for slot, binding in history if slot.kind == kind]
        distinct: list[str] = []
        for _, binding in matching:
            if binding.metric not in distinct:
                distinct.append(binding.metric)
        if len(run) == len(distinct) >= 2:
            for index, metric in zip(run, distinct, strict=True):
                bound[index] = Binding(metric, f"{metric}.corresponding", REFERRED)
            return
    slot = masked.slots[first]
    if slot.kind == "N" and re.search(r"\b(?:totals?|numbers?|they were|there were|figures?)\b", words) and any(other.kind == "N" for other, _ in history):
        history = [(other, binding) for other, binding in history if other.kind == "N"]
    as_share = slot.kind == "N" and bool(_SHARE_WORDS.search(words))
    if as_share and not any(other.kind in "PR" for other, _ in history):
        as_share = False
    for other, binding in reversed(history):
        metric = binding.metric
        if as_share and other.kind not in "PR":
            continue  # "The rate for England is 22.4" after a share
        if slot.kind == "N" and (_NO_LEVEL.search(words) or not _stands_bare(masked, first, metric)):
            continue
        if slot.kind == "P" and (_OTHER_SHARE.match(masked.right(first)) or (metric in POSITIVE and is_complement(masked, first))):
            continue
        if slot.kind == "M" and not money_fits(masked, slot.at, "inherited"):
            continue
        if is_amount(masked, first) or _measures_other(masked, first, metric):
            continue
        if slot.kind == "R" and other.kind == "N" and metric in RATE_OF:
            metric = RATE_OF[metric]
        elif not _kind_fits(slot, other, masked, first):
            continue
        bound[first] = Binding(metric, f"{metric}.refers_back", REFERRED)
        return
