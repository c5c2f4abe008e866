"""Sentences with their numbers bound, one after the other; the texts are made up."""

from __future__ import annotations

from tests.mentions.bound import bound, passages, rules

PLACEMENTS = """In the spring of that year 812 children were being looked after by the local authority. Of this number:
- {0} (38%) live outside the local authority area
- 41 live in residential children's homes, of whom 54% live outside the authority area
- nine live in residential special schools{1}
- 512 live with foster families, of whom 30% live outside the authority area
- 44 live with parents
"""
EXPECTED = [
    "children_looked_after",
    "cla_outside_area",
    "cla_outside_area_share",
    "cla_childrens_homes",
    "cla_group_outside_area_share",
    "cla_special_schools",
    "cla_foster_families",
    "cla_group_outside_area_share",
    "cla_with_parents",
]


def metrics(text: str) -> list[str]:
    return [metric for _, metric in bound(text)]


def test_a_list_of_placements() -> None:
    assert metrics(PLACEMENTS.format("310", "")) == EXPECTED


def test_a_footnote_and_a_page_between_two_items_change_nothing() -> None:
    footnote = "\n\n3 These are schools that look after pupils all year.\n\n12\n"
    assert metrics(PLACEMENTS.format("310", footnote)) == EXPECTED


def test_a_list_of_shares_with_what_they_are_of_in_the_lead_in() -> None:
    text = (
        "The share of pupils entitled to free school meals:\n"
        "• in primary schools is 17% (the national average is 15%)\n• in secondary schools is 14%\n"
    )
    assert metrics(text) == ["fsm_primary_share", "fsm_primary_share", "fsm_secondary_share"]


def test_two_lists_of_shares_under_bullets_of_one_level() -> None:
    text = (
        "• The share entitled to free school meals:\n- in primary schools is 8%\n"
        "• The share with English as an additional language:\n- in primary schools is 13%\n"
    )
    assert metrics(text) == ["fsm_primary_share", "eal_primary_share"]


def test_a_raised_mark_after_the_colon_is_no_number() -> None:
    first = passages("Of this number:3\n• 310 live outside the area\n")[0]
    assert [slot.quantity.value for slot in first.masked.slots] == []


def test_words_that_stay_on_the_topic_of_the_sentence_before() -> None:
    assert metrics("Repeat referrals are common. They make up 24%.") == ["re_referral_rate"]
    assert metrics("Agency staff are everywhere. At 31% it is a record.") == ["agency_worker_rate"]
    assert rules("Repeat referrals are common. They make up 24%.")[0].endswith(".topic")


def test_a_new_subject_leaves_the_topic() -> None:
    assert metrics("Repeat referrals are common. Parents who agree make up 24%.") == []


def test_passages_are_the_sentences_with_a_number_in_order() -> None:
    found = passages("No figure here, said they. There are 30 vacancies. Staff are tired. Turnover is 12%.")
    starts = [each.sentence.start for each in found]
    assert starts == sorted(starts)
    assert [[binding.metric for _, binding in each.in_order()] for each in found][-2:] == [
        ["vacancies"],
        ["turnover_rate"],
    ]


def test_a_row_knows_the_lines_above_it() -> None:
    row = passages("Measure | 2018 | 2019\nVacancy rate | 12% | 9%\n")[-1]
    assert row.is_row
    assert row.above[0][0] == 0


def test_a_bullet_outside_a_list_takes_no_metric_from_its_last_item() -> None:
    text = (
        "• The share with English as an additional language:\n- in secondary schools is 13%\n"
        "• The city is a mixed one. This makes it rich: 22% of those who live there were born elsewhere.\n"
    )
    assert metrics(text) == ["eal_secondary_share"]


def test_a_total_that_opens_a_list_is_said_again() -> None:
    text = (
        "There are 301 children in care. That is up from 288.\n\nOf the 301:\n"
        "- 120 live outside the local authority area\n"
    )
    assert metrics(text) == [*["children_looked_after"] * 3, "cla_outside_area"]


def test_a_total_of_another_size_is_not() -> None:
    text = "There are 301 children in care.\n\nOf the 44:\n- 12 live outside the local authority area\n"
    assert metrics(text) == ["children_looked_after", "cla_outside_area"]


def test_a_sentence_refers_back_to_the_measure_told_last() -> None:
    text = (
        "Health assessments were up to date for 79% of children. Dental checks were up to date for 61%. "
        "The figure has since risen, with 66% of children having had one."
    )
    assert bound(text) == [("79%", "health_assessments_timely_share")]
    assert bound("Vacancies stood at 14%. In March the rate was 16%.")[-1:] == [("16%", "vacancy_rate")]


def test_a_measure_without_code_at_the_end_of_a_sentence_takes_what_follows() -> None:
    text = (
        "Annual health checks stood at 90% while 64% had dental checks and 61% immunisations. "
        "These figures are below the national averages, which are 84% and 87%."
    )
    assert bound(text) == [("90%", "health_assessments_timely_share")]


def test_a_comparison_in_between_changes_nothing() -> None:
    text = "The vacancy rate was 25%. It is higher than that of its neighbours (6%). The figure of 25% is a record."
    assert [surface for surface, _ in bound(text)][-1] == "25%"


def test_part_of_a_group_that_is_not_in_care() -> None:
    text = (
        "Some 45 young people went out at night. Twenty-four (53%) of these young people were living in "
        "residential care."
    )
    assert "cla_childrens_homes" not in metrics(text)
    text = "There are 345 children in care. Twenty-four of these children were living in residential care."
    assert metrics(text) == ["children_looked_after", "cla_childrens_homes"]


def test_who_left_care_of_a_group_without_metric() -> None:
    assert metrics("It helps 101 young people with a right to a service. Of these, 68 have left care already.") == []
