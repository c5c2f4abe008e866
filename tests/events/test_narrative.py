"""Times that take their year from what the text told before, and what goes on about the sentence before."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.told import events_of, expected, in_short


@pytest.mark.parametrize(
    ("text", "specs"),
    [
        (
            "Ofsted inspected the council in May 2018 and published its report in July.",
            ["inspection 2018-05", "report_published 2018-07"],
        ),
        (
            "In May 2016 the council was judged inadequate by Ofsted. An improvement notice followed in July.",
            ["judgement 2016-05 inadequate", "improvement_notice 2016-07"],
        ),
        (
            "Ofsted judged the council inadequate in May 2018. That September a commissioner was appointed.",
            ["judgement 2018-05 inadequate", "commissioner_appointed 2018-09"],
        ),
        (
            "Ofsted judged the council inadequate in May 2018. A direction was issued on 4 July that year.",
            ["judgement 2018-05 inadequate", "direction 2018-07-04"],
        ),
        (
            "The improvement notice was served in May 2016. It was lifted in July 2019.",
            ["improvement_notice 2016-05", "intervention_ended 2019-07"],
        ),
        (
            "A notice to improve was served in May 2016. The notice was not lifted until 4 July 2019.",
            ["improvement_notice 2016-05", "intervention_ended 2019-07-04"],
        ),
        (
            "The trust was wound up in March 2022. It had been set up in April 2018.",
            ["trust_ended 2022-03", "trust_established 2018-04"],
        ),
        (
            "A commissioner guides the council's children's services. She was appointed in May 2019.",
            ["commissioner_appointed 2019-05"],
        ),
        (
            "Two focused visits have been made: one in March 2021 and the other in May 2022.",
            ["focused_visit 2021-03", "focused_visit 2022-05"],
        ),
    ],
)
def test_what_a_sentence_takes_from_the_one_before(text: str, specs: list[str]) -> None:
    told = sorted((in_short(event) for event in events_of(text)), key=str)
    assert told == sorted((expected(spec) for spec in specs), key=str)


def test_an_inspection_that_began_has_no_end() -> None:
    (event,) = events_of("An Ofsted inspection of the council's children's services began on 7 November 2022.")
    assert (event.date_start, event.date_end) == (date(2022, 11, 7), None)


def test_a_visit_letter_of_its_own_days_and_number() -> None:
    text = (
        "Monitoring visit to Marlow children's services\n\nDear director\n\nThis is what we found when we visited "
        "Marlow on 5 and 6 October 2022. This was our third monitoring visit.\n"
    )
    told = [in_short(event) for event in events_of(text, doc_type="visit_letter")]
    assert told == [("monitoring_visit", date(2022, 10, 5), date(2022, 10, 6), 3, None)]


def test_the_own_inspection_of_a_report_takes_no_other_time() -> None:
    text = (
        "Inspection of Marlow local authority children's services\nInspection dates: 4 to 15 July 2022\n\n"
        "Overall effectiveness Good\n\n1. Services for children in Marlow are good and have improved since the "
        "previous inspection in 2018. The backlog was cut during the inspection, with all cases to be closed by July "
        "2022.\n"
    )
    told = [in_short(event)[:3] + in_short(event)[4:] for event in events_of(text, doc_type="inspection_report")]
    assert told == [
        ("inspection", date(2022, 7, 4), date(2022, 7, 15), None),
        ("judgement", date(2022, 7, 4), date(2022, 7, 15), "good"),
        ("inspection", date(2018, 1, 1), date(2018, 12, 31), None),
    ]
