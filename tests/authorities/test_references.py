"""Words that stand for a council: by-names, "the county", "the latter", people who speak for one."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.authorities import AuthorityIndex
from transforms.authorities.introductions import Speakers, introduced
from transforms.authorities.nicknames import with_nicknames
from transforms.authorities.references import find_references
from transforms.authorities.subjects import subjects_of

ON = date(2022, 5, 5)


def _references(index: AuthorityIndex, text: str) -> list[tuple[str, str]]:
    mentions = index.find(text, ON)
    found = find_references(text, mentions, index.by_gss, subjects_of(None, mentions))
    return [(each.surface, index.by_gss[each.gss].name) for each in found if each.gss]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Essex and Southend-on-Sea City Council differ. The city pays more; the county has more staff.",
            [("The city", "Southend-on-Sea"), ("the county", "Essex")],
        ),
        ("Derby has 12 and Derbyshire 15. The county council met.", [("The county council", "Derbyshire")]),
        ("Cornwall has 12 and Devon 15. The county met.", []),
        (
            "Leeds has 12 and York 15. The former met, the latter not.",
            [("The former", "Leeds"), ("the latter", "York")],
        ),
        ("Leeds has 12 and York 15 in the latter half of May. Then a former mayor spoke.", []),
        ("Leeds has 12. York has 15. Its neighbour shrugs.", [("Its neighbour", "Leeds")]),
        ("Leeds has 12. York has 15, Hull 9. Its neighbour shrugs.", []),
        (
            "Kent has 12 and Medway 15. The smaller council coped, the larger authority not.",
            [("The smaller council", "Medway"), ("the larger authority", "Kent")],
        ),
        (
            "Kingston upon Thames and Merton met. The royal borough paid.",
            [("The royal borough", "Kingston upon Thames")],
        ),
        ("Essex has 12 and Southend 15. The county boundary is near.", []),
    ],
)
def test_references_mean_the_one_council_that_they_fit(
    index: AuthorityIndex, text: str, expected: list[tuple[str, str]]
) -> None:
    assert _references(index, text) == expected


@pytest.mark.parametrize(
    ("text", "document", "expected"),
    [
        ("Isle of Wight Council met. The Island and the Wight. Hayling Island too.", None, ["Island", "Wight"]),
        ("Hayling was an Island.", None, []),
        ("Torbay met. The Bay paid. Bay windows.", None, ["Bay"]),
        ("The Bay paid.", "E06000027", ["Bay"]),
        ("The Bay paid.", None, []),
        ("In the Isle of Wight, Newport Road is shut but Newport is open.", None, ["Newport"]),
    ],
)
def test_by_names_count_where_the_text_is_about_the_council(
    index: AuthorityIndex, text: str, document: str | None, expected: list[str]
) -> None:
    mentions = index.find(text, ON)
    named = {mention.start for mention in mentions}
    found = with_nicknames(text, mentions, index.by_gss, document)
    assert [each.surface for each in found if each.start not in named] == expected
    assert [each.start for each in found] == sorted(each.start for each in found)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Dudley's director, Ann Example, met.", {"Example": "Dudley"}),
        ("Dudley council leader Ann Example met.", {"Example": "Dudley"}),
        ("Ann Example, who leads the front door at Walsall, met.", {"Example": "Walsall"}),
        ("Ann Example, head of service for Walsall, met.", {"Example": "Walsall"}),
        ("Ann Example told a packed meeting in Walsall.", {}),
        ("Dudley's director, Ann Example, met Walsall's director, Bob Example.", {}),
    ],
)
def test_people_are_introduced_for_a_council(index: AuthorityIndex, text: str, people: dict[str, str]) -> None:
    found = introduced(text, index.find(text, ON))
    assert {name: index.by_gss[code].name for name, code in found.items()} == people


@pytest.mark.parametrize(
    ("quote", "council"),
    [
        ('"We have 41 gaps," says Example.', "Dudley"),
        ('"We have 41 gaps," she says.', "Dudley"),
        ('Example said: "We have 41 gaps."', "Dudley"),
        ('"We have 41 gaps," says the director in Walsall.', "Walsall"),
        ('"We have 41 gaps," says a parent.', None),
        ("They have 41 gaps, Example says.", None),
    ],
)
def test_a_quotation_belongs_to_the_council_of_its_speaker(
    index: AuthorityIndex, quote: str, council: str | None
) -> None:
    lead = "Dudley's director, Ann Example, met Walsall.\n"
    text = lead + quote
    speakers = Speakers(text, index.find(text, ON))
    found = speakers.council(text.index("41"), (len(lead), len(text)))
    assert (index.by_gss[found].name if found else None) == council
