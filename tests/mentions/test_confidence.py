from __future__ import annotations

import pytest

from transforms.mentions.confidence import TOP_BAND, confidence_of


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        (("vacancies.after0", "current", True), ("vacancies.frame0", "current", True)),
        (("vacancies.frame0", "current", True), ("vacancies.refers_back", "current", True)),
        (("vacancies.beside", "previous", True), ("vacancies.beside", "current", True)),
        (("vacancies.frame0", "current", True), ("vacancies.frame0", "projected", True)),
        (("vacancies.frame0", "current", True), ("vacancies.frame0.topic", "current", True)),
        (("vacancies.counted0", "current", True), ("vacancies.counted0", "current", False)),
        (("vacancies.refers_back", "target", True), ("vacancies.refers_back", "current", True)),
    ],
)
def test_what_was_more_often_right_is_trusted_more(
    surer: tuple[str, str, bool], less_sure: tuple[str, str, bool]
) -> None:
    def confidence(rule: str, role: str, alone: bool) -> float:
        return confidence_of(rule, role, alone=alone)

    assert confidence(*surer) > confidence(*less_sure)


@pytest.mark.parametrize(
    ("rule", "role", "alone", "is_top"),
    [
        ("vacancy_rate.after0", "current", True, True),
        ("vacancy_rate.subject1.row", "national", True, True),
        ("vacancy_rate.after0", "current", False, False),
        ("vacancy_rate.after0", "previous", True, False),
        ("vacancy_rate.beside", "previous", False, True),
        ("vacancies.frame3", "current", True, False),
        ("vacancies.refers_back", "previous", True, False),
    ],
)
def test_the_top_band_holds_what_stands_beside_its_own_words(rule: str, role: str, alone: bool, is_top: bool) -> None:
    assert (confidence_of(rule, role, alone=alone) >= TOP_BAND) == is_top


@pytest.mark.parametrize("role", ["current", "previous", "national", "comparator", "target", "projected"])
@pytest.mark.parametrize("way", ["after0", "frame1", "subject0", "counted2", "beside", "refers_back", "column", "new"])
def test_it_is_a_share(way: str, role: str) -> None:
    assert all(0 < confidence_of(f"vacancies.{way}", role, alone=alone) < 1 for alone in (True, False))
