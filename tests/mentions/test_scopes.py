"""What a number is limited to. The sentences are made up; each holds one way in which texts limit a number."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.authorities.person_names import FIRST_NAMES
from transforms.mentions.layout import Layout, read_layout
from transforms.mentions.masking import KIND_OF, Masker
from transforms.mentions.passage import Passage
from transforms.mentions.passages import read_passages
from transforms.mentions.scopes import LONGEST, scope_of
from transforms.mentions.scopes.around import look_around
from transforms.quantities import read_quantities

NAME = sorted(FIRST_NAMES)[0].title()


def read(text: str) -> tuple[Layout, list[Passage]]:
    layout = read_layout(text)
    quantities = [quantity for quantity in read_quantities(text) if quantity.kind in KIND_OF]
    return layout, read_passages(layout, Masker(layout.lower, quantities, [], []), quantities)


def scopes(text: str, district: str | None = None) -> list[str | None]:
    """The scopes of the numbers of a text that state a metric, in its order."""
    layout, passages = read(text)
    return [
        scope_of(layout, passage, index, passage.bound[index].metric, district)
        for passage in passages
        for index in sorted(passage.bound)
    ]


PARTS = [
    ("No children are living in unregistered children's homes.", ["unregistered children's homes"]),
    ("Six children live in children's homes.", [None]),
    ("Attendance at primary school was 97%.", ["primary school"]),
    ("The attendance of secondary school pupils was 86%.", ["secondary school pupils"]),
    ("School attendance was 94%.", [None]),
    ("In all 158 children were missing education.", ["missing education"]),
    ("Return interviews were offered to all and in 61% of cases took place.", ["took place"]),
    ("Agency workers make up half of the establishment in the MASH.", ["MASH"]),
    ("A quarter of social workers in the child in care team left in the year.", ["child in care team"]),
    (
        "A third of social workers in the response teams hold caseloads of over 30.",
        ["A third of social workers in the response teams"],
    ),
    ("The two court teams are settled. Caseloads in these teams average 13.", ["court teams", "two court teams"]),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_the_part_that_a_report_limits_a_number_to(text: str, expected: list[str | None]) -> None:
    assert scopes(text) == expected


TEAMS = [
    ("Social workers in the assessment team have an average caseload of 22.", ["assessment team"]),
    ("Caseloads in the court teams average 13.", ["court teams"]),
    ("The average caseload is 18, but in the court team it is 26.", [None, "court team"]),
    ("Caseloads in the duty and assessment team average 24, compared with 17 across the service.",
     ["duty and assessment team", None]),
    ("Caseloads in the assessment service average 22 and in the long-term teams 16.",
     ["assessment service", "long-term teams"]),
    ("Caseloads have fallen from 24 to 16 in the safeguarding teams.", ["safeguarding teams", "safeguarding teams"]),
    ("In the duty team each social worker has 28 cases; elsewhere it is 17.", ["duty team", None]),
    ("Social workers at its Colne office hold 23 cases.", ["Colne office"]),
    ("Vacancy rates in the referral and assessment service stand at 34 per cent.", ["referral and assessment service"]),
    ("Workers hold an average of 15 cases in the teams seen during the visit.", ["teams seen during the visit"]),
    ("74 referrals were unallocated in the assessment team.", ["assessment team"]),
    ("In one office, 25 cases were unallocated.", ["one office"]),
    ("A third of social workers in the east of the county are agency staff.", ["the east of the county"]),
    ("The number of children in care in the north of the county is 210.", ["the north of the county"]),
]  # fmt: skip
WORKERS = [
    ('"I have 31 cases," one social worker said.', ["I"]),
    ("One social worker said she was carrying 42 children.", ["One social worker"]),
    ("Caseloads average 17, with some social workers holding up to 31.", [None, "some social workers"]),
    ("Independent reviewing officers hold 78 cases, with one holding 96.", [None, "one"]),
    ("The highest caseload was 37.", ["highest caseload"]),
    ("Newly qualified social workers have protected caseloads of 10 to 12.", ["Newly qualified social workers"]),
    ("Some 9% of team manager posts were vacant.", ["team manager posts"]),
]
KINDS_OF_TEAMS = [
    ("The council has eight assessment teams and five family support teams.",
     ["assessment teams", "family support teams"]),
    ("There are now 24 small social work teams.", [None]),
    ("It is setting up two new teams of seven social workers.", ["new teams", "new teams"]),
]  # fmt: skip
WORK = [
    ("Initial health assessments were on time for 54% of children.", ["Initial health assessments"]),
    ("Health assessments were on time in 90% of cases.", [None]),
    ("Ninety-one per cent of child protection reviews and 88 per cent of looked-after reviews were on time.",
     ["child protection reviews", "looked-after reviews"]),
    ("81 per cent of children in need and 95 per cent of children on child protection plans were visited on time.",
     ["children in need", "children on child protection plans"]),
    ("Statutory visits were on time in 82 per cent of cases.", [None]),
    ("92% of visits to children in care were on time in March. In April it was 80%.",
     ["children in care", "children in care"]),
    ("Return interviews were offered in 95% of cases but only 61% were accepted.", ["offered", "accepted"]),
    ("Return home interviews were completed in 70 per cent of cases.", [None]),
    ("There are two serious case reviews under way.", ["under way"]),
    ("Seven serious case reviews were completed or on-going.", [None]),
    ("The council runs five children's homes: three are good and one outstanding.", [None, "good", "outstanding"]),
]  # fmt: skip
GROUPS = [
    ("Some 90 live in residential children’s homes, of whom 31% live outside the county.",
     [None, "residential children’s homes"]),
    ("Another 150 live with foster families, of whom 60 (40%) are outside the county.",
     [None, "foster families", "foster families"]),
    ("A third of children aged under 16 years live in poverty, against 20% across England.",
     ["aged under 16 years", None]),
    ("52% of care leavers aged 19, 20 and 21 were in education, employment or training.", ["aged 19, 20 and 21"]),
    ("Forty of the 45 posts created by the council since May have been filled.", ["filled", "posts created"]),
    ("It went from 63% to 66% of 16 to 25-year-old care leavers in education or employment.",
     ["16 to 25-year-old", "16 to 25-year-old"]),
    ("Nine looked after children had no social worker.", ["looked after children"]),
    ("Eleven children were missing from care and four from home.", ["missing from care", "from home"]),
    ("There were 210 children reported missing from home or care.", [None]),
]  # fmt: skip
MONEY = [
    ("The council spent £4.3m on agency staff last year.", ["agency staff"]),
    ("The council spends £96m a year on children's services.", [None]),
    ("The placements budget is overspent by £4.1m.", ["placements"]),
    ("The agency bill alone will reach £7m by March.", ["agency bill"]),
    ("The council put an extra £6m into its early help teams.", [None]),  # what money is for is no scope
]
CASES = [case for group in (TEAMS, WORKERS, KINDS_OF_TEAMS, WORK, GROUPS, MONEY) for case in group]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_scope_is_what_the_words_limit_the_number_to(text: str, expected: list[str | None]) -> None:
    assert scopes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The head of the assessment service said caseloads averaged 17.",
        "Members visited the front door team and heard that caseloads were down to 16.",
        "Personal advisers in the leaving care team support 24 young people each.",
        "The Home Office gave the council £3m and caseloads are 17.",
        "Inspectors found teams where caseloads were 30.",
        "Child protection services have 210 social workers.",
    ],
)
def test_a_team_that_is_only_named_limits_nothing(text: str) -> None:
    found = scopes(text)
    assert found
    assert set(found) == {None}


def test_sentence_that_goes_on_keeps_the_team() -> None:
    text = "In the front door service there were two teams of 10 social workers. There are now six teams."
    assert scopes(text) == ["front door service", "front door service", "front door service"]


def test_wrapped_lines_and_footnotes_are_read_through() -> None:
    text = "Six live in residential  special schools3, of whom four (67%) live outside the county."
    assert scopes(text)[-2:] == ["residential special schools", "residential special schools"]


def test_lead_in_of_a_bullet_limits_its_numbers() -> None:
    text = (
        "Of initial health assessments:\n• 55% were completed on time in June\n• 61% were completed on time in July\n"
    )
    assert scopes(text) == ["initial health assessments", "initial health assessments"]


def test_district_is_kept_and_joined() -> None:
    assert scopes("Social workers hold 19 cases each.", "Barrow") == ["Barrow"]
    assert scopes("In the court team social workers hold 19 cases each.", "Barrow") == ["court team, Barrow"]
    assert scopes("One worker in Barrow said she had 33 cases.", "Barrow") == ["One worker in Barrow"]


def test_seat_of_a_service_is_no_limit() -> None:
    assert scopes("Contacts to its front door in Exeter rose to 2,600.", "Exeter") == [None]


def test_scope_holds_no_name() -> None:
    text = f"One social worker in the team of {NAME} Specimen said she had 33 cases."
    (found,) = scopes(text)
    assert found is None or "Specimen" not in found


PHRASES = st.sampled_from(
    [text for text, _ in CASES]
    + [
        "in the assessment team ",
        "some staff ",
        "I have 31 ",
        "£4m on agency staff ",
        "aged 19 to 21 ",
        "(",
        "; ",
        "\n",
        "• ",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(PHRASES | st.text(max_size=12), max_size=12).map("".join))
def test_any_text_gives_short_words_of_it_or_none(text: str) -> None:
    folded = " ".join(text.replace("\x02", "-").split())
    for found in scopes(text):
        assert found is None or (0 < len(found) <= LONGEST and found == " ".join(found.split()))
        assert found is None or found in folded or any(word in folded for word in found.split())


@settings(deadline=None, max_examples=40)
@given(st.lists(PHRASES, min_size=1, max_size=30).map("".join))
def test_looks_are_bounded(text: str) -> None:
    layout, passages = read(text)
    for passage in passages:
        for index in passage.bound:
            around = look_around(layout, passage, index, passage.bound[index].metric)
            for low, high in (around.before, around.left, around.head, around.right, around.after, around.clause):
                assert 0 <= low <= high <= len(text)
                assert high - low <= 400
