"""Movements whose two levels are printed, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.changes.marked import told

IN_ONE_SENTENCE = [
    ("Vacancies stood at [14|vacancies], having been [61|vacancies|previous] in 2019.", "vacancies 61>14 -"),
    ("Caseloads are down to [16|caseload_per_iro] from [22|caseload_per_iro|previous].", "caseload_per_iro 22>16 down"),
    ("The trust has [31|teams] teams instead of [12|teams|previous].", "teams 12>31 -"),
    ("Where [148|agency_workers|previous] locums worked there are now [31|agency_workers].", "agency_workers 148>31 -"),
    ("[12%|vacancy_rate] of posts are vacant (2021: [20%|vacancy_rate|previous]).", "vacancy_rate 20>12 -"),
    ("Vacancy rate | [12%|vacancy_rate] | [20%|vacancy_rate|previous]", "vacancy_rate 20>12 -"),
    (
        "Turnover, at [12%|turnover_rate], is lower than the [18%|turnover_rate|previous] of 2019.",
        "turnover_rate 18>12 down",
    ),
    (
        "[92%|reviews_timely_share] of reviews were on time, just ahead of the "
        "[87%|reviews_timely_share|previous] of May.",
        "reviews_timely_share 87>92 up",
    ),
    (
        "Fewer children are in care: [389|children_looked_after], against [413|children_looked_after|previous].",
        "children_looked_after 413>389 down",
    ),
    (
        "Compared with [60|privately_fostered|previous], [38|privately_fostered] are privately fostered.",
        "privately_fostered 60>38 -",
    ),
    (
        "A manager has [110-120|caseload_per_manager] cases, not [250 or more|caseload_per_manager|previous].",
        "caseload_per_manager 250..>110..120 -",
    ),
    (
        "The NEET rate improved from [45%|care_leavers_neet_share|previous] to [38%|care_leavers_neet_share].",
        "care_leavers_neet_share 45>38 down",
    ),
    (
        "[48%|care_leavers_neet_share] are NEET, a decline from [41%|care_leavers_neet_share|previous].",
        "care_leavers_neet_share 41>48 up",
    ),
]


@pytest.mark.parametrize(("text", "expected"), IN_ONE_SENTENCE)
def test_two_levels_in_one_sentence(text: str, expected: str) -> None:
    assert told(text) == [expected]


OVER_TWO_SENTENCES = [
    ("There are [31|teams] teams. Before it took over there were [12|teams|previous].", "teams 12>31 -"),
    (
        "Two years ago [90|unallocated_cases|previous] had no worker. That is now [30|unallocated_cases].",
        "unallocated_cases 90>30 -",
    ),
    (
        "[263|child_protection_plans] had a plan. This is an increase from "
        "[190|child_protection_plans|previous] in 2013.",
        "child_protection_plans 190>263 up",
    ),
    (
        "Turnover is climbing. It was [16%|turnover_rate], against [11%|turnover_rate|previous] in 2021.",
        "turnover_rate 11>16 up",
    ),
    (
        "[84%|visits_timely_share] were on time. In May it had been [72%|visits_timely_share|previous]. That "
        "is a marked improvement.",
        "visits_timely_share 72>84 up",
    ),
    (
        "Some [48%|care_leavers_neet_share] are NEET. This is poor. It was "
        "[41%|care_leavers_neet_share|previous] in 2015.",
        "care_leavers_neet_share 41>48 -",
    ),
    (
        "There are [31|teams] teams. Each has its own manager. The county total has shrunk by a third from "
        "[46|teams|previous] in 2013.",
        "teams 46>31 down 33.3333 percent",
    ),
    (
        '"I found [263|unallocated_cases|previous] when I came. This morning I counted [41|unallocated_cases]."',
        "unallocated_cases 263>41 -",
    ),
]


@pytest.mark.parametrize(("text", "expected"), OVER_TWO_SENTENCES)
def test_a_second_sentence_refers_to_the_first(text: str, expected: str) -> None:
    assert told(text) == [expected]


SEVERAL = [
    (
        "The share fell from [15%|vacancy_rate|previous] in 2013, to [12%|vacancy_rate|previous] in 2014 and "
        "[11%|vacancy_rate].",
        ["vacancy_rate 15>12 down", "vacancy_rate 12>11 down"],
    ),
    (
        "There are [472|child_protection_plans], more than in 2012, when there were "
        "[282|child_protection_plans|previous], and than in 2014, when there were "
        "[412|child_protection_plans|previous].",
        ["child_protection_plans 282>472 up", "child_protection_plans 412>472 up"],
    ),
    (
        "[23|adoptions] were adopted compared with [20|adoptions|previous] in 2014 and "
        "[10|adoptions|previous] in 2013.",
        ["adoptions 20>23 -", "adoptions 10>23 -"],
    ),
    (
        "[444|children_looked_after] were in care (a rate of [38|children_looked_after_rate]). This is a "
        "rise from [400|children_looked_after|previous] ([34|children_looked_after_rate|previous] per "
        "10,000).",
        ["children_looked_after 400>444 up", "children_looked_after_rate 34>38 up"],
    ),
    (
        "Hull had [19%|vacancy_rate||E06000010] ([24%|vacancy_rate|previous|E06000010]) and Leeds "
        "[22%|vacancy_rate||E08000035] ([28%|vacancy_rate|previous|E08000035]).",
        ["vacancy_rate 24>19 -", "vacancy_rate 28>22 -"],
    ),
    (
        "Contacts sank to [780|contacts|previous] in April and then rebounded to [1,430|contacts] in May.",
        ["contacts 780>1430 up", "contacts ?>780 down"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_chains_and_several_earlier_levels(text: str, expected: list[str]) -> None:
    assert sorted(told(text)) == sorted(expected)


def test_words_that_deny_the_numbers_hold() -> None:
    assert told("Turnover rose from [40%|turnover_rate|previous] to [30%|turnover_rate].") == [
        "turnover_rate 40>30 up!"
    ]


def test_what_a_sentence_refers_to_may_be_no_level_of_ours() -> None:
    text = (
        "There were [18|adoptions]. In all, 60 children had such a plan. This is a rise from [25|adoptions|previous]."
    )
    assert told(text) == ["adoptions 25>? up"]


def test_words_tell_levels_apart_that_roles_do_not() -> None:
    assert told("[55%|supervision_share] had supervision, and this has increased to [61%|supervision_share].") == [
        "supervision_share 55>61 up"
    ]
    assert told("It has [16|teams] teams. A year ago there were [12|teams].") == ["teams 12>16 -"]
    assert told("The number fell from [60|vacancies] to [40|vacancies] in a year.") == ["vacancies 60>40 down"]


NONE = [
    "Visits on time: [70%|visits_timely_share|previous] in May, [75%|visits_timely_share|previous] in June, "
    "[80%|visits_timely_share] in July.",
    "• July: [84%|visits_timely_share|previous]\n• August: [81%|visits_timely_share|previous]\n• Then: "
    "[88%|visits_timely_share]",
    "Measure | [74%|icpc_timely_share|previous] | [78%|icpc_timely_share|previous] | [83%|icpc_timely_share]",
    "Turnover is [12%|turnover_rate], better than the [15%|turnover_rate|national] in England.",
    "The trust expects [14|vacancies] to become [25|vacancies|projected].",
    "The number of managers would go up from [five|team_managers] to [eight|team_managers].",
    'Workers have [17|caseload_per_social_worker] cases. "I had '
    '[27|caseload_per_social_worker|previous|one of them] at Easter," said one.',
    "Caseloads ranged from [12|caseload_per_social_worker] to [25|caseload_per_social_worker].",
    "Hull has [12|teams||E06000010] teams. Leeds had [30|teams|previous|E08000035].",
    "[One|serious_case_reviews||published] review had been published and "
    "[two|serious_case_reviews||under way] were under way.",
]


@pytest.mark.parametrize("text", NONE)
def test_levels_that_make_no_movement(text: str) -> None:
    assert told(text) == []
