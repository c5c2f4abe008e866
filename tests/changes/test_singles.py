"""Movements of which one level or only a size is printed, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.changes.marked import told

ONE_LEVEL = [
    (
        "Caseloads have been brought down to [16|caseload_per_social_worker] on average.",
        "caseload_per_social_worker ?>16 down",
    ),
    (
        "Reliance on locums is reducing; current rates at [17%|agency_worker_rate] show it.",
        "agency_worker_rate ?>17 down",
    ),
    (
        "Reforms have cut the workload to [between 15 and 20|caseload_per_social_worker] children.",
        "caseload_per_social_worker ?>15..20 down",
    ),
    ("Supervision has improved to [93%|supervision_share].", "supervision_share ?>93 up"),
    ("The NEET rate improved to [31%|care_leavers_neet_share].", "care_leavers_neet_share ?>31 down"),
    ("The number in care passed [600|children_looked_after] for the first time.", "children_looked_after ?>600 up"),
    ("The teams are smaller – [six|social_workers_per_team] workers in each.", "social_workers_per_team ?>6 down"),
    ("[640|children_looked_after] are in care and the number is rising.", "children_looked_after ?>640 up"),
    (
        "[640|children_looked_after] are in care. The number has been rising since 2015.",
        "children_looked_after ?>640 up",
    ),
    (
        "Caseloads have fallen. Workers now have an average of [16|caseload_per_social_worker].",
        "caseload_per_social_worker ?>16 down",
    ),
    (
        "[94%|care_leavers_in_touch_share] are in touch, a clear improvement on previous years.",
        "care_leavers_in_touch_share ?>94 up",
    ),
    (
        "A third are NEET ([33%|care_leavers_neet_share]), although this figure has been reduced.",
        "care_leavers_neet_share ?>33 down",
    ),
    (
        "In the assessment team the average fell sharply from [38|caseload_per_social_worker|previous].",
        "caseload_per_social_worker 38>? down",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE_LEVEL)
def test_one_level(text: str, expected: str) -> None:
    assert told(text) == [expected]


UNCHANGED = [
    (
        "[Three|privately_fostered] are privately fostered. This is the same as at 31 March 2013.",
        "privately_fostered ?>3 unchanged",
    ),
    ("At [46%|care_leavers_neet_share], this has not reduced significantly.", "care_leavers_neet_share ?>46 unchanged"),
    ("[18|adoptions] were adopted, as many as in 2018.", "adoptions ?>18 unchanged"),
    ("The vacancy rate is unchanged at [20%|vacancy_rate].", "vacancy_rate ?>20 unchanged"),
]


@pytest.mark.parametrize(("text", "expected"), UNCHANGED)
def test_no_movement_that_is_told(text: str, expected: str) -> None:
    assert told(text) == [expected]


SIZES = [
    ("Hull took [4,102|referrals], a fall of 11 per cent.", "referrals ?>4102 down 11 percent"),
    ("It had [178|foster_households] carers, 21 fewer than in 2016.", "foster_households ?>178 down 21 count"),
    (
        "[1,206|section_47_enquiries] were opened, a tenth fewer than in the year before.",
        "section_47_enquiries ?>1206 down 10 percent",
    ),
    (
        "It had [834|children_looked_after] in care, 3 per cent up on the year.",
        "children_looked_after ?>834 up 3 percent",
    ),
    (
        "[66%|care_leavers_eet_share] were in work, an improvement of 12 percentage points.",
        "care_leavers_eet_share ?>66 up 12 percentage_points",
    ),
    (
        "[31%|care_leavers_neet_share] were not, an improvement of 12 percentage points.",
        "care_leavers_neet_share ?>31 down 12 percentage_points",
    ),
    ("Contacts had gone up by a fifth, to [1,300|contacts].", "contacts ?>1300 up 20 percent"),
    ("Enquiries more than doubled, to [1,540|section_47_enquiries].", "section_47_enquiries ?>1540 up 2 factor"),
    (
        "The average has halved from [38|caseload_per_social_worker|previous].",
        "caseload_per_social_worker 38>? down 0.5 factor",
    ),
    ("It has [715|referrals], more than double the [340|referrals|previous] of 2016.", "referrals 340>715 up 2 factor"),
    (
        "It runs [10|childrens_homes_operated] homes, having recently closed two.",
        "childrens_homes_operated ?>10 down 2 count",
    ),
    ("It has opened two homes and now has [six|childrens_homes_operated].", "childrens_homes_operated ?>6 up 2 count"),
    ("The overspend has been cut by £2m to [£5m|overspend].", "overspend ?>5e+06 down 2e+06 gbp"),
    (
        "[640|children_looked_after] are in care. The number has risen by 12 per cent since 2015.",
        "children_looked_after ?>640 up 12 percent",
    ),
    (
        "Referrals rose by 12 per cent, from [4,000|referrals|previous] to [4,480|referrals].",
        "referrals 4000>4480 up 12 percent",
    ),
    ("Social workers' caseloads halved in a year.", "caseload_per_social_worker ?>? down 0.5 factor"),
    ("The county saw a 20% increase in social workers.", "social_workers ?>? up 20 percent"),
    (
        "The number of children in care has risen by a third in five years.",
        "children_looked_after ?>? up 33.3333 percent",
    ),
    ("There are 50 fewer children in care than a year ago.", "children_looked_after ?>? down 50 count"),
    ("The number of children waiting for a social worker has halved.", "unallocated_cases ?>? down 0.5 factor"),
    (
        "The trust employs [210|social_workers] of them, 35 more than the council did.",
        "social_workers ?>210 up 35 count",
    ),
    ("The proportion has almost doubled to [41%|care_leavers_neet_share].", "care_leavers_neet_share ?>41 up 2 factor"),
    ("The trust has cut caseloads by a third.", "caseload_per_social_worker ?>? down 33.3333 percent"),
    ("Referrals were up 8 per cent, early help cases down 3 per cent.", "referrals ?>? up 8 percent"),
    ("Unallocated cases fell by half.", "unallocated_cases ?>? down 0.5 factor"),
]


@pytest.mark.parametrize(("text", "expected"), SIZES)
def test_stated_sizes(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_a_movement_further_than_the_last_level_begins_there() -> None:
    text = (
        "At the year end [389|children_looked_after] were in care. The cost is high. Since the year end the "
        "number has edged down further, to [381|children_looked_after]."
    )
    assert told(text) == ["children_looked_after 389>381 down"]


NONE = [
    "Referrals fell sharply last year.",
    "Demand rose by 20 per cent.",
    "The council wants to halve caseloads.",
    "Caseloads should fall by a third.",
    "It lost 14 and gained 9 carers, leaving [187|foster_households].",
    "The vacancy rate is [20%|vacancy_rate], the same as the average for England.",
    "The vacancy rate is [20%|vacancy_rate], twice the [10%|vacancy_rate|national] in England.",
    "The vacancy rate is [20%|vacancy_rate], 3 points higher than England's.",
    "Council tax rose by 2.99 per cent in a borough with [640|children_looked_after] children in care.",
    "There are [640|children_looked_after] in care and early help cases rose by 20 per cent.",
    "Better knowledge has increased and led to [seven|referrals] referrals.",
    "Pay for social workers rose by 3 per cent.",
    "The cost of looking after children in care rose by 9 per cent.",
    "Complaints about social workers doubled.",
    "The number of social workers leaving rose by a fifth.",
    "Council tax rose by 3 per cent and caseloads by 5 per cent.",
    "A 20% increase in demand from social workers was seen.",
    "Turnover is [12%|turnover_rate], up on the England average of [10%|turnover_rate|national].",
    "The department spent £2m more than forecast on [12|teams] teams.",
    "Some 230 children less than five live there; [90|foster_households] look after them.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_movement(text: str) -> None:
    assert told(text) == []
