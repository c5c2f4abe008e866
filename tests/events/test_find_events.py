"""What texts tell as having happened: tables of sentences, and what holds of every event."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from expectations import codes
from tests.events.told import FOLDER, events_of, expected, in_short, read_cases
from transforms.model import Event

TABLES = sorted(path.stem for path in FOLDER.glob("*.toml"))
CASES = [(text, specs) for table in TABLES for text, specs in read_cases(table)]
PIECES = (
    "Ofsted inspected the council in May 2021.",
    "It was judged 'inadequate'",
    "a commissioner was appointed",
    "£3m more for children's services",
    "The report, published today,",
    "on 4 and 5 October 2022",
    "since March 2019",
    "\n\n",
    "The fourth monitoring visit",
    "a trust was set up",
    "will",
    "not",
    "–",
)


@pytest.mark.parametrize(("text", "specs"), CASES, ids=[text[:60] for text, _ in CASES])
def test_events_of_a_text(text: str, specs: list[str]) -> None:
    told = sorted((in_short(event) for event in events_of(text)), key=str)
    assert told == sorted((expected(spec) for spec in specs), key=str)


def test_tables_hold_positives_and_negatives_of_every_kind() -> None:
    kinds = {expected(spec)[0] for _, specs in CASES for spec in specs}
    assert kinds == set(codes.EVENT_KINDS)
    assert sum(not specs for _, specs in CASES) > 100


def _check(text: str, events: list[Event]) -> None:
    assert [event.char_start for event in events] == sorted(event.char_start for event in events)
    keys = [(*in_short(event), event.authority) for event in events]
    assert len(set(keys)) == len(keys)
    for event in events:
        assert event.kind in codes.EVENT_KINDS
        assert 0 <= event.char_start < event.char_end <= len(text)
        assert 0 < len(event.quote) <= 300
        assert 0 < event.confidence <= 1
        if event.kind == "judgement":
            assert event.detail in (None, *codes.GRADES)
        if event.kind == "funding":
            assert event.detail is not None
            assert float(event.detail) > 0


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_every_event_has_its_evidence(text: str) -> None:
    _check(text, events_of(text))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    _check(text, events_of(text))


def test_same_text_gives_the_same_events() -> None:
    text = " ".join(text for text, specs in CASES[:40] if specs)
    assert events_of(text) == events_of(text)


def test_quote_of_a_long_sentence_holds_the_telling_words() -> None:
    text = f"{'The council, which has much to do, ' * 12}was judged inadequate in May 2018{', it said' * 40}."
    (event,) = events_of(text)
    assert len(event.quote) <= 300
    assert "judged inadequate" in event.quote
    assert text[event.char_start : event.char_end] == "judged inadequate"


def test_words_that_a_pdf_wraps_keep_their_place() -> None:
    text = (
        "1. The service has changed a good deal since then, and managers now meet \n"
        "every week to go through the work that is late and to say who does what.  \n"
        "2. The previous inspection of the county's services for children and families \n"
        "was in May 2012. The local authority, as leaders then accepted, was judged \n"
        "to be good. Staff say that they have felt the benefit of that ever since it.\n"
    )
    inspection, judgement = events_of(text)
    assert (inspection.date_start, judgement.detail) == (date(2012, 5, 1), "good")
    assert text[judgement.char_start : judgement.char_end] == "judged \nto be good"


def test_authority_is_that_of_the_sentence_in_a_text_on_two() -> None:
    text = (
        "Neighbours compared\n\nLeeds City Council was rated outstanding in 2018. "
        "Bradford Council was rated inadequate in the same year, 2018."
    )
    assert [(event.authority, event.detail) for event in events_of(text)] == [
        ("E08000035", "outstanding"),
        ("E08000032", "inadequate"),
    ]


def test_authority_of_the_document_where_no_name_stands() -> None:
    (event,) = events_of("The council was rated inadequate in 2018.", authority="E10000030")
    assert event.authority == "E10000030"


REPORT = """Marlow Council
Inspection of services for children in need of help and protection, children looked after and care leavers
Inspection date: 6 July 2015 – 30 July 2015
Report published: 19 October 2015
Children's services in Marlow are inadequate
1. Children who need help and protection Inadequate
2. Children looked after and achieving permanence Inadequate
3. Leadership, management and governance Requires improvement

Summary
At the time of the inspection, 412 children were looked after. Since the last inspection leaders have changed.
During this inspection, inspectors found that plans were good. Care leavers receive a good service.
The previous inspection of the council's services was in January 2013. The local authority was adequate.
"""


def test_a_report_tells_its_own_inspection_and_judgement() -> None:
    told = [in_short(event) for event in events_of(REPORT, doc_type="inspection_report")]
    assert told == [
        ("inspection", date(2015, 7, 6), date(2015, 7, 30), None, None),
        ("report_published", date(2015, 10, 19), date(2015, 10, 19), None, None),
        ("judgement", date(2015, 7, 6), date(2015, 7, 30), None, "inadequate"),
        ("inspection", date(2013, 1, 1), date(2013, 1, 31), None, None),
        ("judgement", date(2013, 1, 1), date(2013, 1, 31), None, "adequate"),
    ]


def test_a_visit_letter_tells_its_own_visit_with_its_number() -> None:
    text = (
        "Monitoring visit to Marlow children's services\n\nVisit dates: 16 and 17 September 2022\n\nDear director\n\n"
        "This letter summarises the findings of the third monitoring visit since the authority was judged inadequate "
        "in November 2020. The visit was carried out by two inspectors. A further visit will be made in the spring.\n"
    )
    told = [in_short(event) for event in events_of(text, doc_type="visit_letter", published_on=date(2022, 10, 14))]
    assert told == [
        ("monitoring_visit", date(2022, 9, 16), date(2022, 9, 17), 3, None),
        ("judgement", date(2020, 11, 1), date(2020, 11, 30), None, "inadequate"),
    ]


def test_grades_under_a_dated_report_take_its_date() -> None:
    text = (
        "• The last inspection report on the council's services was published in August 2014. The judgements were:\n"
        "– overall effectiveness: inadequate\n– adoption performance: good\n"
    )
    told = [in_short(event) for event in events_of(text, doc_type="inspection_report", published_on=None)]
    assert told == [
        ("report_published", date(2014, 8, 1), date(2014, 8, 31), None, None),
        ("judgement", date(2014, 8, 1), date(2014, 8, 31), None, "inadequate"),
    ]


def test_a_year_is_taken_for_the_month_in_it() -> None:
    text = "Since the inspection in 2019 much has changed.\n\nThe last inspection took place in June 2019.\n"
    (event,) = events_of(text)
    assert (event.date_start, event.date_end) == (date(2019, 6, 1), date(2019, 6, 30))


def test_without_a_day_of_publication_nothing_is_dated_from_it() -> None:
    told = [
        in_short(event)[:3] for event in events_of("Ofsted's report, published today, is clear.", published_on=None)
    ]
    assert told == [("report_published", None, None)]


def test_a_day_without_its_year_is_dated_from_the_visit() -> None:
    text = "Ofsted's letter, published today (24 August), praises staff. It follows a monitoring visit in July 2017."
    told = {event.kind: event.date_start for event in events_of(text, published_on=None)}
    assert told == {"report_published": date(2017, 8, 24), "monitoring_visit": date(2017, 7, 1)}
