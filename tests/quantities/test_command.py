from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from flows.quantities_command import quantities

TEXT = "One manager now has 110-120 cases, almost 30 more."


def test_prints_a_table_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(quantities, [str(path)])
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0].split() == ["start", "end", "kind", "value", "low", "high", "qualifier", "unit", "noun", "surface"]
    assert [line.split()[2] for line in lines[1:]] == ["count", "count", "count"]
    assert lines[2].endswith("110-120")


def test_prints_json_lines_of_standard_input() -> None:
    result = CliRunner().invoke(quantities, ["--format", "jsonl"], input=TEXT)
    rows = [json.loads(line) for line in result.output.splitlines()]
    assert [(row["surface"], row["low"], row["high"]) for row in rows] == [
        ("One", 1, 1),
        ("110-120", 110, 120),
        ("almost 30", 30, 30),
    ]
    assert TEXT[rows[2]["start"] : rows[2]["end"]] == "almost 30"


def test_answers_the_benchmark_in_order() -> None:
    asked = json.dumps([{"text": "Nothing here."}, {"text": "It cost £5 and rose 2%."}])
    result = CliRunner().invoke(quantities, ["--format", "newsquant"], input=asked)
    answers = json.loads(result.output)
    assert [len(answer) for answer in answers] == [0, 2]
    assert answers[1][1] == {"value": "2", "normalized_unit": "percentage", "change": "up"}


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("{", "no JSON"),
        ('{"text": "a"}', "no list"),
        ('[{"text": "a"}, {"body": "b"}]', "item 1 has no text"),
        ('["a"]', "item 0 has no text"),
    ],
)
def test_refuses_what_is_no_list_of_texts(asked: str, message: str) -> None:
    result = CliRunner().invoke(quantities, ["--format", "newsquant"], input=asked)
    assert result.exit_code == 1
    assert message in result.output
