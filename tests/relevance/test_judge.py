"""The judgement of texts, with its reasons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.relevance import load_judge, load_words
from tests.relevance.texts import negatives, positives
from transforms.relevance import Judge

AUTHORITIES_OF_ENGLAND = (
    "Social workers from Cumbria moved to Scotland, and the Scottish courts agreed. Inspectors of Ofsted spoke to "
    "children in care in Cumbria, in England.",
    "Essex has placed 12 looked-after children in Wales. The Welsh council was told by Essex County Council.",
    "The director of children's services came from New Zealand, where she ran a trust in Wellington. Leeds has 1,300 "
    "children in care, and Ofsted rates Leeds outstanding.",
)
ABOUT = (
    "Ofsted: children's services are no longer inadequate.",
    "The social worker has a caseload of 17.",
    "A hospital social worker found that three looked-after children had waited for a bed on the ward.",
    "Pupils in the virtual school are children in care; their teachers meet the headteacher each term.",
    "Pudsey visited a home for children in care. Its care leavers held a cake sale for the telethon.",
)


def test_no_text_on_the_subject_is_refused(judge):
    assert [title for title, text in positives() if judge.judge(text).reason is not None] == []


@pytest.mark.parametrize("text", [*AUTHORITIES_OF_ENGLAND, *ABOUT])
def test_a_text_on_the_subject_may_speak_of_other_things(judge, text):
    assert judge.judge(text).reason is None


@pytest.mark.parametrize(("reason", "text"), negatives(), ids=lambda value: value[:30])
def test_other_texts_are_refused_with_their_reason(judge, reason, text):
    assert judge.judge(text).reason == reason


def test_every_reason_is_met_by_a_text(judge):
    assert {reason for reason, _ in negatives()} == set(judge.reasons)


def test_the_phrases_that_spoke_are_named(judge):
    assert judge.judge("Foster carers met childrens services.").phrases == {"foster carer", "children's service"}


def test_the_longer_phrase_stands_for_those_in_it(judge):
    verdict = judge.judge("Adult social care costs more. Adult social care staff are few.")
    assert "social care" not in verdict.phrases


@pytest.mark.parametrize("written", ["looked-after children", "looked after\nchildren", "Looked‑After Children"])
def test_spaces_hyphens_and_capitals_are_one(judge, written):
    assert judge.judge(f"There are {written}.").reason is None


def test_a_judge_without_names_goes_by_the_words():
    assert Judge(load_words()).judge(
        "There are 300 children in care in Scotland, the Scottish figures say."
    ).reason == ("scotland")


@given(st.text(max_size=400))
def test_no_text_is_too_strange(text):
    verdict = load_judge().judge(text)
    assert verdict.reason is None or verdict.reason in load_judge().reasons
