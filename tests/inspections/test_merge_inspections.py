"""One inspection per report or told visit, and which event belongs to which."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.inspections import Document, merge_inspections
from transforms.model import Event, Inspection, InspectionReport, Judgement

SURREY = "E10000030"
SLOUGH = "E06000039"


def event(kind, start=None, end=None, number=None, authority=SURREY, detail=None):
    return Event(kind, authority, start, end or start, number, detail, "Told.", 0, 5, None, "test", 0.9)


def judgement(area="overall_effectiveness", grade="inadequate"):
    return Judgement(area, grade, f"{area} {grade}", 10, 30, 1)


def report(kind="standard_inspection", start=date(2018, 2, 26), end=date(2018, 3, 22), judgements=(), **given):
    facts = {"framework": "ILACS", "number": None, "lead_inspector": None, "published_on": None, "authority": SURREY}
    return InspectionReport(
        Inspection(kind=kind, inspection_start=start, inspection_end=end, **{**facts, **given}), tuple(judgements)
    )


def document(name, published_on=None, told=None, events=(), sample=False):
    basis = "none" if published_on is None else "meta"
    return Document(name, f"{name}.txt", published_on, basis, None, sample, told, tuple(events))


def kinds(merged):
    return [(known.kind, known.basis, known.number, known.start, known.end) for known in merged.inspections]


def test_a_visit_that_three_articles_tell_is_one_row():
    month = (date(2018, 10, 1), date(2018, 10, 31))
    days = (date(2018, 10, 16), date(2018, 10, 17))
    merged = merge_inspections(
        [
            document("a", date(2018, 11, 2), events=[event("monitoring_visit", *month)]),
            document("b", date(2018, 11, 3), events=[event("monitoring_visit", *days, number=2)]),
            document("c", date(2018, 11, 4), events=[event("focused_visit", *month)]),
        ]
    )
    assert kinds(merged) == [("monitoring_visit", "article", 2, *days)]
    assert merged.of_event == {("a", 0): 0, ("b", 0): 0, ("c", 0): 0}
    assert len(merged.inspections[0].documents) == 3
    assert merged.inspections[0].document.article_id == "b"


def test_an_event_joins_the_report_of_its_inspection():
    merged = merge_inspections(
        [
            document("r", date(2018, 5, 16), told=report(judgements=[judgement()])),
            document(
                "a",
                date(2019, 1, 1),
                events=[
                    event("inspection", date(2018, 1, 1), date(2018, 4, 30)),
                    event("judgement", date(2018, 5, 1), date(2018, 5, 31), detail="inadequate"),
                    event("report_published", date(2018, 5, 16)),
                    event("inspection", date(2015, 1, 1), date(2015, 12, 31)),
                    event("report_published", date(2017, 5, 16)),
                ],
            ),
        ]
    )
    assert [known.basis for known in merged.inspections] == ["report", "article"]
    assert merged.of_event == {("a", 0): 0, ("a", 1): 0, ("a", 2): 0, ("a", 3): 1}
    assert len(merged.inspections[0].documents) == 2


def test_an_event_that_fits_two_inspections_belongs_to_none_and_makes_none():
    merged = merge_inspections(
        [
            document("r", told=report()),
            document("s", told=report("reinspection", date(2018, 9, 1), date(2018, 9, 7))),
            document("a", events=[event("inspection", date(2018, 1, 1), date(2018, 12, 31))]),
        ]
    )
    assert len(merged.inspections) == 2
    assert merged.of_event == {}


@pytest.mark.parametrize(
    ("told", "fits"),
    [
        (event("monitoring_visit", number=4), True),
        (event("monitoring_visit", number=3), False),
        (event("monitoring_visit", date(2017, 7, 1), date(2017, 7, 31), number=4), True),
        (event("monitoring_visit", date(2017, 7, 1), date(2017, 7, 31), number=5), False),
        (event("inspection", date(2017, 7, 1), date(2017, 7, 31)), False),
        (event("monitoring_visit", number=4, authority=SLOUGH), False),
    ],
)
def test_a_visit_is_known_by_its_days_or_its_number(told, fits):
    letter = report("monitoring_visit", date(2017, 7, 4), date(2017, 7, 5), framework=None, number=4)
    merged = merge_inspections([document("r", told=letter), document("a", date(2017, 8, 24), events=[told])])
    assert (merged.of_event.get(("a", 0)) == 0) is fits


def test_a_numbered_visit_of_years_ago_is_another_one():
    letter = report("monitoring_visit", date(2017, 7, 4), date(2017, 7, 5), framework=None, number=4)
    told = event("monitoring_visit", number=4)
    merged = merge_inspections([document("r", told=letter), document("a", date(2022, 8, 24), events=[told])])
    assert kinds(merged)[1] == ("monitoring_visit", "article", 4, None, None)


def test_what_is_neither_dated_nor_numbered_makes_no_row():
    merged = merge_inspections([document("a", date(2022, 8, 24), events=[event("inspection")])])
    assert merged.inspections == []


def test_two_copies_of_a_report_are_one_inspection_and_their_contradiction_is_told():
    first = report(judgements=[judgement(), judgement("adoption", "good")])
    second = report(judgements=[judgement(), judgement("adoption", "outstanding")])
    merged = merge_inspections([document("b", date(2020, 1, 1), told=second), document("a", told=first)])
    assert len(merged.inspections) == 1
    assert merged.inspections[0].judgements[1].grade == "outstanding"
    [(refused, reject)] = merged.rejects
    assert (refused.article_id, reject.reason) == ("a", "contradicting_grade")
    assert "a.txt" in reject.message
    assert "b.txt" in reject.message


def test_a_report_on_no_known_authority_is_refused_with_its_mend():
    merged = merge_inspections([document("r", told=report(authority=None))])
    assert merged.inspections == []
    [(_, reject)] = merged.rejects
    assert reject.reason == "no_authority"
    assert "meta file" in reject.message


def test_the_printed_day_of_publication_goes_first():
    printed = report(published_on=date(2018, 5, 16))
    known = merge_inspections([document("r", date(2018, 5, 20), told=printed)]).inspections[0]
    assert (known.published_on, known.published_on_basis) == (date(2018, 5, 16), "document")
    known = merge_inspections([document("r", date(2018, 5, 20), told=report())]).inspections[0]
    assert (known.published_on, known.published_on_basis) == (date(2018, 5, 20), "meta")


def test_samples_and_real_documents_never_meet():
    days = (date(2018, 3, 1), date(2018, 3, 31))
    merged = merge_inspections(
        [document("r", told=report()), document("a", events=[event("inspection", *days)], sample=True)]
    )
    assert [known.document.sample for known in merged.inspections] == [False, True]


def test_the_order_of_the_documents_does_not_matter():
    month = (date(2018, 10, 1), date(2018, 10, 31))
    documents = [
        document("r", date(2018, 5, 16), told=report(judgements=[judgement()])),
        document("a", date(2018, 11, 2), events=[event("monitoring_visit", *month)]),
        document("b", date(2018, 11, 2), events=[event("monitoring_visit", date(2018, 10, 16))]),
    ]
    assert merge_inspections(documents) == merge_inspections(documents[::-1])
