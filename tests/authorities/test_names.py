"""The other names are facts about authorities that the codelist has."""

from __future__ import annotations

import pytest

from transforms.authorities import AuthorityIndex, names
from transforms.authorities.index import base_name, normalise
from transforms.codelists import Codelists

PLACES = sorted(
    {
        *(place for wanted in names.SHORT_FORMS.values() for place in wanted),
        *(served for terms in names.TRUSTS.values() for served, _, _ in terms),
        *(rival for _, rival in names.RIVALS.values()),
        *names.TOWNS,
    }
)


@pytest.mark.parametrize("place", PLACES)
def test_every_other_name_leads_to_the_codelist(place: str, codelists: Codelists) -> None:
    assert place in {row.name for row in codelists.authorities}


def test_no_town_is_listed_twice() -> None:
    towns = [town for listed in names.TOWNS.values() for town in listed]
    assert len(towns) == len(set(towns))


def test_short_forms_do_not_hide_another_authority(codelists: Codelists, index: AuthorityIndex) -> None:
    for row in codelists.authorities:
        if row.childrens_services:
            assert row.gss_code in index.name(base_name(row)).codes


def test_one_spelling_for_all_printings() -> None:
    printed = ("Stoke-on-Trent", "STOKE ON TRENT", "Stoke on\nTrent", "Stoke‑on‑Trent")
    assert {normalise(each) for each in printed} == {"stoke on trent"}


def test_the_index_is_the_same_each_time(codelists: Codelists, index: AuthorityIndex) -> None:
    again = AuthorityIndex(codelists)
    assert {key: pattern.pattern for key, pattern in again.patterns.items()} == {
        key: pattern.pattern for key, pattern in index.patterns.items()
    }
