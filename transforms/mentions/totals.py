"""Numbers that are part of a total ("Of this number: 740 live outside") and so take its date."""

from __future__ import annotations

import re

from transforms.mentions.passage import Passage

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
    "cla_group_outside_area": (*_LOOKED_AFTER, "cla_outside_area", "cla_foster_families", "cla_childrens_homes", "cla_special_schools", "cla_with_parents"),
    "cla_group_outside_area_share": (*_LOOKED_AFTER, "cla_outside_area", "cla_foster_families", "cla_childrens_homes", "cla_special_schools", "cla_with_parents"),
    "unaccompanied_asylum_seeking_children": _LOOKED_AFTER,
    "cla_ceased_returned": _CEASED,
    "cla_ceased_returned_share": _CEASED,
    "cla_ceased_independent_living": _CEASED,
    "cla_ceased_hmo": _CEASED,
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
}
_ADJACENT = 160
_PART = re.compile(r"\b(?:of (?:this|these|those|them|whom|that|the) ?(?:number|total|group)?|among them|including)\b")


def says_part(words: str) -> bool:
    """Whether a lead-in says that what follows is part of a total."""
    return bool(_PART.search(words))


def refers_to_total(part: Passage, total: Passage) -> bool:
    """Whether a part belongs to that very total: same sentence, same block or list, or words that refer to it."""
    if part is total or part.sentence.block == total.sentence.block:
        return True
    if part.sentence.lead and _PART.search(part.masked.text[: part.masked.own_start]):
        return True
    if part.sentence.kind in ("bullet", "row") and part.sentence.lead == total.sentence.lead and part.sentence.kind == total.sentence.kind:
        return True
    if part.bound and any(binding.metric.endswith("_rate") and binding.metric[:-5] in {each.metric for each in total.bound.values()} for binding in part.bound.values()):
        return 0 <= part.sentence.start - total.sentence.end < _ADJACENT  # "The rate of plans, 48 per 10,000"
    return bool(_PART.match(part.masked.text[part.masked.own_start :].lstrip(" \ue010\ue011")))
