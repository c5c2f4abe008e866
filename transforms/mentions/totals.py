"""Numbers that are part of a total ("Of this number: 740 live outside") and so take its date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.mentions.dated import Dated, order_key
from transforms.mentions.grammar.vocabulary import ANY, COUNT, OWN
from transforms.mentions.passage import Passage
from transforms.mentions.settled import Settled

_LIST = 40  # numbers that a list under one total may hold
_LOOKED_AFTER = ("children_looked_after",)
_CEASED = ("cla_ceased", "adoptions", "special_guardianship_orders")
TOTAL_OF: dict[str, tuple[str, ...]] = {
    "children_looked_after_rate": _LOOKED_AFTER,
    "child_protection_plans_rate": ("child_protection_plans",),
    "children_in_need_rate": ("children_in_need",),
    "cla_outside_area": _LOOKED_AFTER,
    "cla_outside_area_share": _LOOKED_AFTER,
    "cla_childrens_homes": _LOOKED_AFTER,
    "cla_special_schools": _LOOKED_AFTER,
    "cla_foster_families": _LOOKED_AFTER,
    "cla_with_parents": _LOOKED_AFTER,
    "cla_group_outside_area": (
        *_LOOKED_AFTER,
        "cla_outside_area",
        "cla_foster_families",
        "cla_childrens_homes",
        "cla_special_schools",
        "cla_with_parents",
    ),
    "cla_group_outside_area_share": (
        *_LOOKED_AFTER,
        "cla_outside_area",
        "cla_foster_families",
        "cla_childrens_homes",
        "cla_special_schools",
        "cla_with_parents",
    ),
    "unaccompanied_asylum_seeking_children": _LOOKED_AFTER,
    "cla_ceased_returned": _CEASED,
    "cla_ceased_returned_share": _CEASED,
    "cla_ceased_independent_living": _CEASED,
    "cla_ceased_hmo": _CEASED,
    "cla_ceased": ("adoptions", "special_guardianship_orders"),
    "adoptions": ("cla_ceased",),
    "special_guardianship_orders": ("cla_ceased", "adoptions"),
    "areas_judged": ("areas_judged_inadequate",),
    "referrals": ("contacts",),
    "re_referral_rate": ("referrals", "contacts"),
    "assessments": ("referrals", "contacts"),
    "assessments_timely_share": ("assessments", "referrals"),
    "section_47_enquiries": ("assessments", "referrals"),
    "icpc_timely_share": ("assessments", "assessments_timely_share"),
    "reviews_timely_share": ("assessments", "assessments_timely_share", "icpc_timely_share"),
    "vacancy_rate": ("vacancies",),
    "agency_worker_rate": ("agency_workers",),
}
_ADJACENT = 160
_PART = re.compile(
    r"\b(?:of (?:this|these|those|them|whom|that|the) ?(?:number|total|group)?|among them|including"
    r"|(?:the|this|that) total)\b|\A(?:all told|in all|altogether|in total)\b"
)
# "Nineteen of them"; but "a quarter of the county's children" is a share of all
_SOME_OF = re.compile(rf"{ANY} of (?:this|these|those|them|whom|that|the (?:number|total|group|{COUNT}))\b")
# "The Island's rate, 72.8 per 10,000, was": put in between, a rate is that of the count before
_IN_BETWEEN = re.compile(r"\b(?:rate|share|proportion|percentage)\b[^,.;]*, \Z")
# "The rate per 10,000 is 70", "a quarter live beyond its borders": how things stand now
_NOW_BEFORE = re.compile(r"\b(?:rate|share|proportion|percentage)\b[^;.]*\b(?:is|stands at)\W*\Z")
_NOW_AFTER = re.compile(r"\b(?:live|stand|are (?:held|done|carried out|made|seen|finished))\b")


def says_part(words: str) -> bool:
    """Whether a lead-in says that what follows is part of a total."""
    return bool(_PART.search(words))


def refers_to_total(part: Passage, total: Passage, index: int) -> bool:
    """Whether a part, the slot ``index`` of its passage, belongs to that very total.

    It does in the same sentence, in the same block or list, and where its words refer to the total; not where a
    sentence of its own tells how things stand now.
    """
    if part is total:
        return True
    masked = part.masked
    own = masked.text[masked.own_start :].lstrip(f" {OWN}")
    if _PART.match(own) or _SOME_OF.match(own):
        return True
    if part.sentence.lead and says_part(masked.text[: masked.own_start]):
        return True
    same_list = part.sentence.lead == total.sentence.lead and part.sentence.kind == total.sentence.kind
    if part.sentence.kind in ("bullet", "row") and same_list:
        return True
    near = part.sentence.block == total.sentence.block or _is_rate_of(part, total)
    return near and (bool(_IN_BETWEEN.search(masked.left(index))) or not _stands_now(part, index))


def _is_rate_of(part: Passage, total: Passage) -> bool:
    """Whether a rate stands right after its count: "120 plans. The rate of plans, 48 per 10,000"."""
    counted = {each.metric for each in total.bound.values()}
    rates = (each.metric for each in part.bound.values() if each.metric.endswith("_rate"))
    return any(rate[:-5] in counted for rate in rates) and 0 <= part.sentence.start - total.sentence.end < _ADJACENT


def _stands_now(part: Passage, index: int) -> bool:
    masked = part.masked
    return bool(_NOW_BEFORE.search(masked.left(index)) or _NOW_AFTER.search(masked.right(index)[:60]))


def of_total_in_lead(each: Settled, settled: Sequence[Settled]) -> Dated | None:
    """Under "Of this number:" the time of the total, whatever other time the lead-in holds.

    So too where the lead-in only tells an earlier level: "a decrease from 700 at 31 March 2012:".
    """
    passage = each.passage
    if each.role != "current" or not passage.sentence.lead:
        return None
    if not says_part(passage.masked.text[: passage.masked.own_start]) and not _tells_earlier(passage, settled):
        return None
    totals = TOTAL_OF.get(each.binding.metric, ())
    found = [one for one in settled[-_LIST:] if one.binding.metric in totals and one.role == "current"]
    return _latest([one for one in found if not one.passage.sentence.lead])


def _tells_earlier(passage: Passage, settled: Sequence[Settled]) -> bool:
    """Whether the lead-in of a sentence holds an earlier level."""
    leads = passage.sentence.lead
    return any(
        one.role == "previous" and start <= one.quantity.start < end for one in settled[-_LIST:] for start, end in leads
    )


def _latest(totals: Sequence[Settled]) -> Dated | None:
    """The time of the last total; of several levels of it in one paragraph that of the latest.

    "1,816 at 31 August 2016 …. This is similar to 1,815 at March 2015. Of this number:"
    """
    if not totals:
        return None
    last = totals[-1]
    block = last.passage.sentence.block
    levels = [
        (key, one)
        for one in totals
        if one.binding.metric == last.binding.metric
        and one.passage.sentence.block == block
        and (key := order_key(one.dated)) is not None
    ]
    latest = max(levels, key=lambda level: level[0])[1] if levels else last
    return replace(latest.dated, own=False)


def of_total(each: Settled, settled: Sequence[Settled]) -> Dated | None:
    """The time of the total that a part belongs to."""
    total = TOTAL_OF.get(each.binding.metric, ())
    for one in reversed(settled[-_LIST:]):
        if (
            one.binding.metric in total
            and one.role == "current"
            and refers_to_total(each.passage, one.passage, each.index)
        ):
            return replace(one.dated, own=False)
    return None
