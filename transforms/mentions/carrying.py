"""Times that carry on through a paragraph: what is told next of the same work or group was so at the same time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from transforms.mentions.dated import Dated
from transforms.mentions.settled import Settled

_LOOKED_AFTER = "children_looked_after"
# what is counted or measured together; a metric may belong to several
FAMILIES: tuple[frozenset[str], ...] = (
    frozenset(
        {
            "contacts",
            "referrals",
            "re_referral_rate",
            "assessments",
            "assessments_timely_share",
            "initial_assessments_timely_share",
            "core_assessments_timely_share",
            "section_47_enquiries",
            "icpc_timely_share",
            "visits_timely_share",
            "supervision_share",
        }
    ),
    frozenset({"children_missing", "return_home_interviews_share", "visits_timely_share", "supervision_share"}),
    frozenset({"child_protection_plans", "child_protection_plans_rate", "children_in_need", "children_in_need_rate"}),
    frozenset(
        {
            _LOOKED_AFTER,
            "children_looked_after_rate",
            "cla_outside_area",
            "cla_outside_area_share",
            "cla_foster_families",
            "cla_childrens_homes",
            "cla_special_schools",
            "cla_with_parents",
            "cla_group_outside_area",
            "cla_group_outside_area_share",
            "unaccompanied_asylum_seeking_children",
        }
    ),
    frozenset(
        {
            "cla_ceased",
            "cla_ceased_returned",
            "cla_ceased_returned_share",
            "cla_ceased_independent_living",
            "cla_ceased_hmo",
            "adoptions",
            "special_guardianship_orders",
        }
    ),
    frozenset(
        {
            "care_leavers",
            "care_leavers_in_touch_share",
            "care_leavers_eet_share",
            "care_leavers_neet_share",
            "care_leavers_suitable_accommodation_share",
        }
    ),
    frozenset(
        {
            "social_workers",
            "vacancies",
            "vacancy_rate",
            "agency_workers",
            "agency_worker_rate",
            "teams",
            "social_workers_per_team",
        }
    ),
    frozenset({"budget", "overspend"}),
)
_REACH = 12  # numbers back to which a time may carry
_SENTENCES = 420  # code points back
_BREAK = re.compile(r"[;:]|,? (?:but|while|whilst|whereas|although)\b")
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|holds?|lives?|stands?|remains?|runs?|takes?|now|currently|will|would|should|must|employs?"
    r"|says?|support|counts?|manages|spends?)\b|'(?:ve|s got|re)\b"
)
_PAST = re.compile(r"\b(?:was|were|had|did|lived|took|left|met|went|came|got|stood|kept)\b")
_EARLIER = re.compile(r"\b(?:ago|once|previously|before|earlier|used to)\b")
# "Core assessments, which are allowed 35 days, fared better: 82 per cent": said of the measure
_ASIDE = re.compile(r", (?:which|who|whose) [^,;:]*,")


def carried(each: Settled, settled: Sequence[Settled]) -> Dated | None:
    """The time of the numbers of the same family told last, in this paragraph or the one before.

    Args:
        each: a current number whose sentence gives it no time; one told in the present takes none.
        settled: the numbers before it in the text.
    """
    if each.dated.kind is not None or _tells_of_now(each):
        return None
    block, begin = each.passage.sentence.block, each.quantity.start
    for one in reversed(settled[-_REACH:]):
        here = one.passage.sentence.block == block
        if block - one.passage.sentence.block > 1 or begin - one.quantity.end > _SENTENCES:
            return None
        if not here and not _told_of_then(each):
            return None
        if one.role != "current" or not _related(one.binding.metric, each.binding.metric):
            if here and one.dated.start is not None and one.role == "current":
                return None
            continue
        return replace(one.dated, own=False) if one.dated.start is not None else None
    return None


def _related(one: str, other: str) -> bool:
    return one == other or any(one in family and other in family for family in FAMILIES)


def _tells_of_now(each: Settled) -> bool:
    clause = _clause(each)
    return bool(_PRESENT.search(clause) or _EARLIER.search(clause))


def _told_of_then(each: Settled) -> bool:
    """Whether the whole sentence is told in the past, as one must be to go on from the paragraph before."""
    own = each.passage.masked.text[each.passage.masked.own_start :]
    return bool(_PAST.search(own)) and not _PRESENT.search(own)


def _clause(each: Settled) -> str:
    masked = each.passage.masked
    before = _ASIDE.sub(",", masked.text[masked.own_start : masked.slots[each.index].at])
    left = _BREAK.split(before)[-1]
    right = _BREAK.split(masked.right(each.index))[0]
    return f"{left} {right}"
