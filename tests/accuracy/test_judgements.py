"""The table of judgements and the reports beside it, in a folder of the test's own."""

from __future__ import annotations

import csv

import pytest

from flows.accuracy.cells import COLUMNS
from flows.accuracy.judgements import Judgements
from flows.errors import WrongUseError

DOC = "kent/letter.txt"


def write(path, *rows, columns=COLUMNS):
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, columns)
        table.writeheader()
        table.writerows(rows)


@pytest.fixture
def judgements(tmp_path):
    found = Judgements(tmp_path / "table.csv", tmp_path / "reports")
    (found.reports / "kent").mkdir(parents=True)
    (found.reports / DOC).write_text("Kent County Council held a fair on Sunday. Many people came.\n", encoding="utf-8")
    write(found.reference, {"doc": DOC, "area": "overall_effectiveness", "grade": "good", "gss_code": "E10000016"})
    return found


def test_what_is_no_report_has_its_cells_missing(judgements):
    assert judgements.is_there
    # five facts that the table leaves empty are right
    assert judgements.figures() == {"judgement_cells": 0.7142}
    assert judgements.errors().splitlines() == [
        f"MISSING  {DOC} grade: overall_effectiveness",
        f"MISSING  {DOC} gss_code: nothing for E10000016",
    ]


def test_a_file_that_is_no_document_gives_nothing(judgements):
    (judgements.reports / DOC).write_bytes(b"")
    assert judgements.figures() == {"judgement_cells": 0.7142}


def test_the_digest_sees_the_table_and_the_reports(judgements):
    seen = [judgements.digest()]
    for path in (judgements.reference, judgements.reports / DOC):
        path.write_bytes(path.read_bytes() + b"\n")
        seen.append(judgements.digest())
    (judgements.reports / "other.txt").write_text("not in the table", encoding="utf-8")
    assert len(set(seen)) == 3
    assert judgements.digest() == seen[-1]


def test_a_report_that_is_not_there_is_named(judgements):
    (judgements.reports / DOC).unlink()
    with pytest.raises(WrongUseError, match=r"table\.csv: .*letter\.txt cannot be read"):
        judgements.figures()


def test_a_column_that_is_not_there_is_named(judgements):
    write(judgements.reference, {"doc": DOC}, columns=[name for name in COLUMNS if name not in ("area", "grade")])
    with pytest.raises(WrongUseError, match=r"table\.csv: there is no column area, grade"):
        judgements.digest()
