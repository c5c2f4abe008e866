"""What a number is limited to besides its metric: a team, an area, a group, a stage, in the words of the text.

Only what the words about a number say is a scope; the purpose of money is none. A scope that is missed joins a part to
its whole, and one that is invented splits a fact in two: where the words leave it open there is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from transforms.mentions.layout import Layout
from transforms.mentions.passage import Passage
from transforms.mentions.scopes import groups, service
from transforms.mentions.scopes.around import Around, Span, look_around
from transforms.mentions.scopes.service_words import SEAT
from transforms.speakers import strip_names

__all__ = ["LONGEST", "scope_of"]

LONGEST = 80
_FOOTNOTE = re.compile(r"\n\s*\d{1,3}\s*\n")  # "children subject 37 to child protection plans"
_SEAT_REACH = 40

_Look = Callable[[Around], Span | None]

_STAFF_SHARES = frozenset(
    {"permanent_staff_share", "agency_worker_rate", "vacancy_rate", "turnover_rate", "supervision_share"}
)
_BY_TEAM = (
    service.CASELOADS
    | _STAFF_SHARES
    | {"social_workers", "social_workers_per_team", "team_managers", "agency_workers", "vacancies"}
    | {"unallocated_cases", "teams"}
)
_BY_AGE = ("care_leavers", "child_poverty_share", "placement_stability_share", "personal_education_plans_share")
_OF_ALL = frozenset(
    {"areas_judged", "areas_judged_inadequate", "investment", "savings_required", "budget", "overspend"}
)
# the looks that one metric alone needs, the surest first
_OWN: dict[str, tuple[_Look, ...]] = {
    "cla_group_outside_area": (groups.placement_group,),
    "cla_group_outside_area_share": (groups.placement_group,),
    "health_assessments_timely_share": (groups.kind_of_work,),
    "reviews_timely_share": (groups.kind_of_work,),
    "visits_timely_share": (groups.kind_of_work,),
    "serious_case_reviews": (groups.review_stage,),
    "return_home_interviews_share": (groups.interview_stage,),
    "childrens_homes_good": (groups.grade,),
    "cla_childrens_homes": (groups.kind_of_home,),
    "school_attendance_share": (groups.school_phase,),
    "staff_recruited": (groups.posts_stage,),
    "budget": (groups.part_of_budget,),
    "overspend": (groups.part_of_budget,),
    "social_workers": (service.kind_of_worker,),
    "vacancies": (service.kind_of_staff,),
    "teams": (service.kind_of_teams,),
    "social_workers_per_team": (service.kind_of_teams,),
    "children_missing": (groups.missing_from, groups.kind_of_children),
    "unallocated_cases": (groups.kind_of_children,),
    "cla_outside_area": (groups.sort_of_children,),
    "cla_outside_area_share": (groups.sort_of_children,),
}


def scope_of(layout: Layout, passage: Passage, index: int, metric: str, resolved_scope: str | None) -> str | None:
    """The part of the service or the narrower group that a bound number is limited to.

    Args:
        layout: the text taken apart.
        passage: the number's sentence with its bound numbers.
        index: the number's slot, which must be bound.
        metric: its metric.
        resolved_scope: a district or town inside the authority that the number was found to be about.

    Returns:
        The words as printed, white space folded, 80 code points at most and without names of people; None where the
        number is about the whole.
    """
    around = look_around(layout, passage, index, metric)
    found = next((span for look in _looks(metric) if (span := look(around)) is not None), None)
    own = _printed(layout, found) if found is not None else None
    district = _district(around, resolved_scope) if resolved_scope else None
    if own is None or district is None:
        return own or district
    return own if district.lower() in own.lower() else _clipped(f"{own}, {district}")


def _looks(metric: str) -> Iterator[_Look]:
    """The looks for one metric, the surest first."""
    yield from _OWN.get(metric, ())
    if metric in service.CASELOADS:
        yield service.worker
    if metric in _STAFF_SHARES:
        yield service.kind_of_staff
    if metric.startswith(_BY_AGE):
        yield groups.age_group
    if metric not in _OF_ALL:
        yield service.area
    if metric in _BY_TEAM:
        yield service.team


def _district(around: Around, name: str) -> str | None:
    """A district as printed, where it is no mere seat of what is spoken of."""
    place = around.flat.rfind(name, *around.before)
    if place >= 0 and SEAT.search(around.flat, max(around.before[0], place - _SEAT_REACH), place):
        return None
    return _clipped(" ".join(name.split()))


def _printed(layout: Layout, span: Span) -> str | None:
    text = _FOOTNOTE.sub(" ", layout.text[span[0] : span[1]]).replace("\x02", "-")
    text = " ".join(text.split()).strip(" ,;:.")
    return strip_names(_clipped(text)) if text else None


def _clipped(text: str) -> str:
    """At most 80 code points, cut between words where there is a space."""
    if len(text) <= LONGEST:
        return text
    space = text.rfind(" ", 0, LONGEST + 1)
    return text[: space if space > 0 else LONGEST].rstrip(" ,;:.")
