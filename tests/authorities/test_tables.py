"""Which header and label a cell stands under, and which names a list of numbers goes with."""

from __future__ import annotations

import pytest

from transforms.authorities.lists import number_run
from transforms.authorities.tables import Tables


@pytest.mark.parametrize(
    ("text", "number", "labels"),
    [
        ("Rate | Hull | Leeds\nVacancies | 14% | 8%", "8%", ["Leeds", "Vacancies"]),
        (" | Hull | Leeds\nVacancies | 14% | 8%", "14%", ["Hull", "Vacancies"]),
        ("| Hull | Leeds\nVacancies | 14% | 8%", "8%", ["Leeds", "Vacancies"]),
        ("| Rate | Hull |\n| Vacancies | 14% |", "14%", ["Hull", "Vacancies"]),
        ("Hull | Leeds\nVacancies | 14% | 8%", "14%", ["Hull", "Vacancies"]),
        ("Rate | Hull | Leeds\n\nVacancies | 14% | 8%", "8%", ["Leeds", "Vacancies"]),
        ("Rate | Hull | Leeds\n\n\nVacancies | 14% | 8%", "8%", ["Vacancies"]),
        ("Rate\tHull\tLeeds\nVacancies\t14%\t8%", "8%", ["Leeds", "Vacancies"]),
        ("Rate: Hull; Leeds\nGaps: 14 (12); 8 (9); ", "9", []),
        ("Rate: Hull; Leeds\nGaps: 14 (12); 8 (9)", "9", ["Leeds", "Gaps:"]),
        ("Rate: Hull; Leeds; England\nGaps: 14 (12); 8 (9); –", "12", ["Hull", "Gaps:"]),
        ("Essex: 1,010; Kent: 1,450", "1,450", []),
        ("It has 12 gaps; there were 24 before.", "24", []),
        ("It has 12 gaps.", "12", []),
    ],
)
def test_labels_of_a_cell(text: str, number: str, labels: list[str]) -> None:
    assert [text[low:high].strip() for low, high in Tables(text).labels(text.rindex(number))] == labels


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("are 11%, 23% and 9% respectively", 3),
        ("are about 11 per cent and nearly 23 per cent", 2),
        ("11 in Leeds and 23 in York", 1),
        ("11 children and 23 workers", 2),
        ("11 workers and 23 children", 1),
    ],
)
def test_numbers_of_one_list(text: str, size: int) -> None:
    spans = [(text.index(one), text.index(one) + len(one)) for one in ("11", "23", "9%") if one in text]
    assert len(number_run(text, spans[0][0], spans)) == size
