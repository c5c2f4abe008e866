"""The check of our reading against official statistics: counting, findings, and the page of the documentation."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

from flows.agreement import Comparison, disagreements, read_findings, tally, vanished
from flows.agreement_page import page, told
from flows.cli import main
from flows.errors import WrongUseError
from flows.job import make_job
from flows.run import Outcome

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
HEAD = "doc,metric,surface,class,reason\n"


def compared(surface: str, official: float | None, agreement: str, **more: Any) -> Comparison:
    usual: dict[str, Any] = {
        "doc": "a.pdf", "page": 4, "surface": surface, "authority_name": "Hartlepool", "metric": "children_in_need",
        "metric_label": "Children in need", "role": "current", "reported_value": 1.0, "unit": "count",
        "agreement": agreement, "official_value": official, "official_period_end": date(2014, 3, 31), "vintage": "2025",
        "quote": f"There are {surface}.", "lowest": 10.0, "highest": 90.0,
    }  # fmt: skip
    return Comparison(**{**usual, **more})


WRONG = compared("2,017", 2817, "differs")
SOME = [
    compared("12", 12, "same"),
    WRONG,
    compared("9", None, "no_official_figure"),
    compared("80", 82, "within_rounding"),
]


def test_figures_are_counted_per_metric():
    plans = compared("7", 7, "same", metric="child_protection_plans", metric_label="Plans")
    counts = tally([plans, *SOME])
    assert list(counts) == ["Children in need", "Plans"]
    assert counts["Children in need"] == {"same": 1, "differs": 1, "no_official_figure": 1, "within_rounding": 1}
    assert disagreements([plans, *SOME]) == [WRONG]


def test_a_finding_whose_disagreement_has_vanished_is_told():
    findings = read_findings(
        f"{HEAD}a.pdf,children_in_need,12,misread,x\n".encode()
        + b'a.pdf,children_in_need,"2,017",misprinted,y\nother.pdf,children_in_need,5,misread,z\n',
        "f.csv",
    )
    assert [one.reason for one in vanished(findings, SOME)] == ["x"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("doc,metric\n", "the columns are"),
        (HEAD + "a.pdf,children_in_need,5,lost,why\n", "class 'lost' is none of misread"),
        (HEAD + "a.pdf,children_in_need,5,misread,\n", "fill the 5 cells"),
        (HEAD + "a.pdf,children_in_need,5\n", "fill the 5 cells"),
        (HEAD + "a.pdf,children_in_need,5,misread,why\n" * 2, "stands twice"),
    ],
)
def test_what_is_wrong_with_the_findings_is_named(text, fault):
    with pytest.raises(WrongUseError, match=fault):
        read_findings(text.encode(), "f.csv")


def test_the_terminal_shows_each_disagreement_with_its_sentence():
    said = told(SOME, [])
    assert "There are 2,017." in said
    assert "a.pdf, page 4: Children in need, current: 2,017; official 2,817 (2014-03-31, vintage 2025)" in said
    assert "not sorted yet" in said
    assert "There are 80." not in said


@pytest.mark.parametrize(
    ("value", "agreement", "far"),
    [(4, "no_official_figure", True), (181, "no_official_figure", True), (5, "no_official_figure", False),
     (180, "no_official_figure", False), (4, "differs", False)],
)  # fmt: skip
def test_a_figure_out_of_scale_is_told(value, agreement, far):
    one = compared("x", None, agreement, reported_value=float(value))
    assert one.out_of_scale is far
    assert ("1 figures without an official one for their time are out of scale" in told([one], [])) is far
    assert not compared("x", None, agreement, reported_value=float(value), lowest=None, highest=None).out_of_scale


def test_the_page_holds_no_sentence_of_a_document():
    findings = read_findings(f'{HEAD}a.pdf,children_in_need,"2,017",misprinted,one digit\n'.encode(), "f.csv")
    shown = page(SOME, findings)
    assert "There are" not in shown
    assert "| a.pdf | 4 | Children in need | 2,017 | 2,817 | 2014-03-31 | misprinted | one digit |" in shown
    assert "not sorted yet" not in shown
    assert "| not sorted yet | 1 |" in page(SOME, [])


def test_the_command_needs_a_release_with_statistics(quick, folder, tmp_path, go):
    def invoke(*options: str) -> Any:
        return CliRunner().invoke(main, ["agreement", "--output", str(tmp_path / "out"), *options])

    assert "holds no release" in invoke().output
    go(folder, tmp_path / "out")
    assert "holds no official statistics" in invoke().output
    assert "no such file" in invoke("--findings", str(tmp_path / "none.csv")).output or invoke().exit_code == 2


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of the reports and statistics that lie beside the project, through the quick gate."""
    if not (CORPUS / "ofsted").is_dir():
        pytest.skip("reports and statistics do not lie beside the project (shared/corpus)")
    import functools

    from flows import duckdb_file, publish, stages

    from .conftest import run_job

    output = tmp_path_factory.mktemp("reports") / "out"
    moment = datetime(2026, 11, 21, 2, tzinfo=ZoneInfo("Europe/London"))
    with pytest.MonkeyPatch.context() as patch:
        quick = functools.partial(stages.ValidationContext, rows_for_great_expectations=-1)
        patch.setattr(stages, "ValidationContext", quick)
        patch.setattr(publish, "write_in_own_process", duckdb_file.write)
        run_job(make_job(CORPUS / "ofsted", output, date(2026, 11, 21), moment, CORPUS / "dfe"))
    return output


def test_the_page_of_the_documentation_is_what_the_command_writes(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every disagreement is sorted, none of the sorted ones has vanished, and the page shows them as they are."""
    (tmp_path / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "official_disagreements.csv", tmp_path / "docs")
    monkeypatch.chdir(tmp_path)
    answer = CliRunner().invoke(main, ["agreement", "--output", str(reports), "--page"])
    assert answer.exit_code == 0, answer.output
    assert "not sorted yet" not in answer.output
    written = (tmp_path / "docs" / "official.md").read_text(encoding="utf-8")
    assert written == (ROOT / "docs" / "official.md").read_text(encoding="utf-8"), "run `turnaround agreement --page`"


def test_the_samples_fill_the_view(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run_a_job: Callable[..., Outcome]
) -> None:
    import duckdb

    shutil.copytree(ROOT / "raw", tmp_path / "raw", ignore=shutil.ignore_patterns("store"))
    monkeypatch.chdir(tmp_path)
    moment = datetime(2026, 11, 21, 2, tzinfo=ZoneInfo("Europe/London"))
    outcome = run_a_job(make_job(None, tmp_path / "out", date(2026, 11, 21), moment))
    with duckdb.connect(str(outcome.folder / "turnaround.duckdb"), read_only=True) as connection:
        found = dict(connection.sql("SELECT agreement, count(*) FROM official_vs_reported GROUP BY 1").fetchall())
    assert set(found) == {"same", "within_rounding", "differs", "no_official_figure"}
