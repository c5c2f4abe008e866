"""Whatever the text, reading ends, raises nothing, and gives spans that hold and codes that are known."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from expectations import codes
from tests.ofsted.fronts import LABELS, PRINTED, TITLES
from transforms.codelists import parse_codelists
from transforms.model import DocumentFacts
from transforms.ofsted import read_report

FOLDER = Path(__file__).resolve().parents[2] / "transforms" / "codelists"
CODELISTS = parse_codelists({path.name: path.read_bytes() for path in sorted(FOLDER.glob("*.csv"))})
PIECES = [
    *(title for titles in TITLES.values() for title in titles),
    *(label for labels in LABELS.values() for label in labels.values()),
    *(word for words in PRINTED.values() for word in words),
    "Inspection dates: ", "3 to 14 October 2022", "18 March", "2014", " – ", "Lead inspector: ", "Given Surname",
    " HMI", "The overall judgement is ", "The Local Safeguarding Children Board is ", "Dorset", "Report published: ",
    "Judgement Grade", "Executive summary", "Dear Director", "Monitoring visit of ", "focused visit", "Ofsted", "\n",
    "\n", "\n", " ", "  ", ".", "2.1 ", "Record of main findings", "LSCB", "is", "’", "\ufffd", "1",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=40).map("".join),
    st.booleans(),
)
def test_any_text(text: str, headed: bool) -> None:
    if headed:
        text = f"{TITLES['SIF'][0]}\nInspection dates: 3 to 24 June 2015\n{text}"
    report = read_report(text, DocumentFacts(), CODELISTS, (0, 50))
    if report is None:
        return
    areas = [judgement.area for judgement in report.judgements]
    assert len(areas) == len(set(areas))
    for judgement in report.judgements:
        assert judgement.area in codes.JUDGEMENT_AREAS
        assert judgement.grade in codes.GRADES
        assert 0 <= judgement.char_start < judgement.char_end <= len(text)
        span = " ".join(text[judgement.char_start : judgement.char_end].split())
        assert span[:300] == judgement.quote
        assert 0 < len(judgement.quote) <= 300
    for reject in report.rejects:
        assert (reject.stage, reject.reason in codes.REJECT_REASONS) == ("extract", True)
        assert len(reject.text or "") <= 300
    found = report.inspection
    if found is not None:
        assert found.framework is None or found.framework in codes.FRAMEWORKS
        assert found.kind in codes.INSPECTION_KINDS
        if found.inspection_start and found.inspection_end:
            assert found.inspection_start <= found.inspection_end


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=3000))
def test_plain_texts_are_no_reports(text: str) -> None:
    assert read_report(text, DocumentFacts(), CODELISTS) is None
