"""Which names a text holds, of what kind, with which code on which day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.authorities import KINDS, AuthorityIndex

LATE = date(2024, 6, 1)


def codes(index: AuthorityIndex, text: str, on: date | None = LATE) -> list[str | None]:
    return [mention.gss for mention in index.find(text, on) if mention.kind in ("authority", "trust", "district")]


@pytest.mark.parametrize(
    ("text", "on", "code"),
    [
        ("Somerset County Council", date(2015, 3, 1), "E10000027"),
        ("Somerset", date(2023, 3, 31), "E10000027"),
        ("Somerset Council", date(2023, 4, 1), "E06000066"),
        ("Somerset County Council", date(2024, 1, 1), "E06000066"),
        ("Northamptonshire", date(2021, 3, 31), "E10000021"),
        ("Northamptonshire", date(2021, 4, 1), None),
        ("North Northamptonshire Council", date(2021, 4, 1), "E06000061"),
        ("Dorset", date(2018, 10, 4), "E10000009"),
        ("Dorset", date(2019, 4, 1), "E06000059"),
        ("Bournemouth", date(2018, 10, 4), "E06000028"),
        ("Bournemouth", date(2020, 1, 1), "E06000058"),
        ("Poole", date(2020, 1, 1), "E06000058"),
        ("BCP Council", date(2020, 1, 1), "E06000058"),
        ("Buckinghamshire", date(2020, 3, 31), "E10000002"),
        ("Bucks", date(2020, 4, 1), "E06000060"),
        ("Cumbria", date(2023, 4, 1), None),
        ("North Yorkshire", date(2023, 4, 1), "E06000065"),
        ("Gateshead", date(2013, 3, 31), "E08000020"),
        ("Gateshead", date(2013, 4, 1), "E08000037"),
        ("Northumberland", date(2008, 1, 1), "E10000022"),
        ("Northumberland", date(2012, 1, 1), "E06000048"),
        ("Northumberland", date(2014, 1, 1), "E06000057"),
        ("Sheffield", date(2025, 4, 30), "E08000019"),
        ("Sheffield", date(2025, 5, 1), "E08000039"),
        ("Barnsley", date(2025, 6, 1), "E08000038"),
        ("Cornwall", date(2008, 1, 1), "E10000005"),
    ],
)
def test_the_day_decides(index: AuthorityIndex, text: str, on: date, code: str | None) -> None:
    assert codes(index, text, on) == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Somerset County Council, as it was in 2016", "E10000027"),
        ("Somerset Council", "E06000066"),
        ("Cornwall County Council was praised in 2018", "E06000052"),
        ("Somerset in 2016", "E10000027"),
        ("Somerset", None),
        ("Sheffield in 2019", "E08000019"),
        ("Sheffield", None),
        ("Leeds", "E08000035"),
    ],
)
def test_an_undated_text_is_told_by_the_form_of_the_name_and_its_years(
    index: AuthorityIndex, text: str, code: str | None
) -> None:
    assert codes(index, text, None) == [code]


def test_a_bare_name_follows_the_full_one_in_an_undated_text(index: AuthorityIndex) -> None:
    assert codes(index, "Somerset County Council met. In Somerset", None) == ["E10000027", "E10000027"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Bristol", "E06000023"),
        ("Hull", "E06000010"),
        ("Stoke", "E06000021"),
        ("Stoke on Trent", "E06000021"),
        ("Notts", "E10000024"),
        ("Durham", "E06000047"),
        ("Newcastle", "E08000021"),
        ("Newcastle-under-Lyme", "E10000028"),
        ("Telford", "E06000020"),
        ("Barking", "E09000002"),
        ("Southend", "E06000033"),
        ("St Helens", "E08000013"),
        ("St. Helens", "E08000013"),
        ("Windsor and\nMaidenhead", "E06000040"),
        ("Hammersmith & Fulham", "E09000013"),
        ("the London Borough of Barnet", "E09000003"),
        ("Royal Borough of Kensington and Chelsea", "E09000020"),
        ("City of Bradford Metropolitan District Council", "E08000032"),
        ("NORFOLK COUNTY COUNCIL", "E10000020"),
        ("in Norwich", "E10000020"),
        ("in King’s Lynn", "E10000020"),
        ("in Northampton", "E06000062"),
        ("in Keighley", "E08000032"),
        ("Slough Children First", "E06000039"),
        ("Together for Children", "E08000024"),
        ("Brighter Futures for Children", "E06000038"),
        ("Doncaster Children’s Services Trust", "E08000017"),
        ("Achieving for Children", None),
        ("Northamptonshire Children's Trust", None),
    ],
)
def test_other_names(index: AuthorityIndex, text: str, code: str | None) -> None:
    assert codes(index, text) == [code]


def test_a_trust_served_the_county_before_it_was_split(index: AuthorityIndex) -> None:
    assert codes(index, "Northamptonshire Children's Trust", date(2021, 1, 1)) == ["E10000021"]


@pytest.mark.parametrize(
    "text",
    [
        "Kent Police",
        "the University of Essex",
        "Devon and Cornwall Police",
        "Councillor Kent said",
        "Ms Derby said",
        "Carlisle United lost",
        "It was Derby County again",
        "the Derby Telegraph",
        "the Manchester Evening News",
        "Piccadilly Gate, Store Street, Manchester M1 2WD",
        "Reading to a child every night",
        "Reading, writing and maths",
        "Bury the hatchet",
        "compliant with the Southwark judgement",
        "the diocese of Guildford",
        "Birmingham Children's Hospital",
        "Bradford-on-Avon Road",
        "HMP Leeds",
        "Lancaster House",
        "www.example.org/Leeds",
    ],
)
def test_what_only_sounds_like_an_authority(index: AuthorityIndex, text: str) -> None:
    assert [mention for mention in index.find(text, LATE) if mention.kind == "authority"] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("In Reading the share is", "E06000038"),
        ("In Reading 69% of them", "E06000038"),
        ("In Bury the figure", "E08000002"),
        ("In June Bradford had", "E08000032"),
        ("Surrey Heath", "E10000030"),
        ("East Sussex", "E10000011"),
        ("Nottingham City Safeguarding Children Board", "E06000018"),
        ("Derby City Council", "E06000015"),
        ("In Kirklees, 31, or", "E08000034"),
    ],
)
def test_what_is_one_all_the_same(index: AuthorityIndex, text: str, code: str) -> None:
    assert codes(index, text) == [code]


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("a team from Essex County Council has helped", "helper"),
        ("who is Director of Children's Services at Cornwall Council", "helper"),
        ("forty were placed in Kent", "placement"),
        ("as far away as Cumbria", "placement"),
        ("a fair in Leeds", "venue"),
        ("In Leeds there are", None),
        ("next door in Wokingham", None),
    ],
)
def test_asides(index: AuthorityIndex, text: str, aside: str | None) -> None:
    assert [mention.aside for mention in index.find(text, date(2022, 1, 1))] == [aside]


def test_an_aside_reaches_through_a_list(index: AuthorityIndex) -> None:
    found = index.find("placed over the borders in Suffolk (8), Lincolnshire (3) and Essex (2)", LATE)
    assert [mention.aside for mention in found] == ["placement"] * 3


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("the England average and England as a whole", ["national", "national"]),
        ("nationally it is higher", ["national"]),
        ("in the country as a whole", ["national"]),
        ("statistical neighbours and similar authorities", ["comparator", "comparator"]),
        ("regional and national rates", ["comparator", "national"]),
        ("the South West average", ["region"]),
        ("Social Work England, NHS England and the Bank of England", []),
        ("a nationally recognised scheme", []),
        ("English as an additional language", []),
        ("in the region of forty", []),
    ],
)
def test_measures(index: AuthorityIndex, text: str, kinds: list[str]) -> None:
    assert [mention.kind for mention in index.find(text, LATE)] == kinds


def test_a_text_may_shorten_a_name(index: AuthorityIndex) -> None:
    found = index.find("North Northamptonshire Council (NNC) met. NNC agreed.", LATE)
    assert [(mention.surface, mention.gss) for mention in found][1:] == [("NNC", "E06000061")] * 2


@given(st.text(max_size=300))
def test_any_text_can_be_read(index: AuthorityIndex, text: str) -> None:
    _check(index, text)


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            (
                *(
                    "Bradford",
                    "Kirklees",
                    "St",
                    "City of",
                    "Reading",
                    "Kent",
                    "North East",
                    "County Council",
                    "(KCC)",
                    "KCC",
                ),
                *(
                    "the",
                    "and",
                    "England",
                    "national average",
                    ",",
                    ".",
                    "\n",
                    "12",
                    "|",
                    "Northamptonshire Children's Trust",
                ),
            )
        ),
        max_size=25,
    )
)
def test_any_run_of_names_can_be_read(index: AuthorityIndex, words: list[str]) -> None:
    _check(index, " ".join(words))


def _check(index: AuthorityIndex, text: str) -> None:
    for on in (None, LATE):
        found = index.find(text, on)
        assert [mention.start for mention in found] == sorted(mention.start for mention in found)
        for mention in found:
            assert text[mention.start : mention.end] == mention.surface
            assert mention.kind in KINDS
            assert 0 < mention.confidence <= 1
            assert mention.gss is None or index.by_gss[mention.gss].childrens_services
            assert mention.gss is None or on is None or index.by_gss[mention.gss].valid_on(on)
