"""Who says a number. People are put together from the list of first names; nobody is invented."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.authorities.person_names import FIRST_NAMES
from transforms.speakers import find_speaker, strip_names

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
FIRST, SECOND = (name.title() for name in sorted(FIRST_NAMES)[:2])
PERSON = f"{FIRST} Placeholder"
OTHER = f"{SECOND} Specimen"


def said(text: str, number: str = "23") -> str | None:
    start = text.index(number)
    paragraph = (text.rfind("\n", 0, start) + 1, text.find("\n", start) if "\n" in text[start:] else len(text))
    ends = [match.end() for match in re.finditer(r"[.?!][\"”]?\s+", text)]
    sentence = (
        max([0, *(end for end in ends if end <= start)]),
        min([len(text), *(end for end in ends if end > start)]),
    )
    return find_speaker(text, start, start + len(number), sentence, paragraph)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            f'Cllr {PERSON}, the cabinet member for children, said: "We had 23."',
            f"Cllr {PERSON}, cabinet member for children",
        ),
        (f'"We had 23," said Councillor {PERSON}.', f"Councillor {PERSON}"),
        (f'"We had 23," Councillor {PERSON} added.', f"Councillor {PERSON}"),
        (f"“We had 23,” said {PERSON}, director of children’s services.", f"{PERSON}, director of children’s services"),
        (f'{PERSON}, Cabinet Member for Families, said:\n"We had 23."', f"{PERSON}, Cabinet Member for Families"),
        (f"Mayor {PERSON} said there were 23.", f"Mayor {PERSON}"),
        (f'Cllr {PERSON} spoke.\n"We had 23," said Cllr Placeholder.', f"Cllr {PERSON}"),
        (f'Cllr {PERSON} said it was hard.\nShe added: "We had 23."', f"Cllr {PERSON}"),
        (f'The assistant director {PERSON} spoke.\nMs Placeholder said: "We had 23."', "assistant director"),
        (f'"We had 23," said {PERSON}, 54, a foster carer.', "foster carer"),
        (f'"We had 23," said {PERSON}, 54, who lives nearby.', None),
        ('"I have 23," said a social worker who asked not to be named.', "a social worker"),
        ('"We had 23," the trust\'s chief executive told us.', "the trust's chief executive"),
        ("Rotherham's deputy director said that 23 were seen.", "Rotherham's deputy director"),
        ("There were 23, according to a spokesman for the council.", "a spokesman for the council"),
        ('A manager said it was hard. "We had 23 then."', "a manager"),
        ("There were 23 children.", None),
        ("Kirklees said that 23 of its agency social workers had left.", None),
        ('The "golden hello" went to 23 workers.', None),
    ],
)
def test_find_speaker(text: str, speaker: str | None) -> None:
    assert said(text) == speaker


@pytest.mark.parametrize(
    ("scope", "kept"),
    [
        ("front door service", "front door service"),
        ("one worker in Keighley", "one worker in Keighley"),
        ("Tower Hamlets", "Tower Hamlets"),
        ("Joint Access Team", "Joint Access Team"),
        ("the Norwich assessment team", "the Norwich assessment team"),
        ("North West team", "North West team"),
        (f"Ms {FIRST}'s team", "team"),
        (f"cases held by {PERSON}", "cases held"),
        (f"{PERSON}, 47, and his wife {SECOND}", None),
        (f"{PERSON}", None),
        ("Mrs Placeholder", None),
        ("Unlisted Placeholder's cases", "cases"),
        ("  ", None),
    ],
)
def test_a_scope_never_holds_a_name(scope: str, kept: str | None) -> None:
    assert strip_names(scope) == kept


@given(st.text(max_size=120))
def test_any_scope_can_be_stripped(scope: str) -> None:
    kept = strip_names(scope)
    assert kept is None or (kept == kept.strip() and kept != "")


PIECES = (
    '"',
    "“",
    "”",
    "said",
    "told",
    "she",
    "Cllr",
    PERSON,
    OTHER,
    "the director",
    ",",
    ".",
    "23",
    "\n",
    "according to",
)


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.integers(0, 100))
def test_any_text_can_be_asked(pieces: list[str], at: int) -> None:
    text = " ".join(pieces)
    start = min(at, len(text))
    speaker = find_speaker(text, start, min(start + 2, len(text)), (0, len(text)))
    assert speaker is None or 0 < len(speaker) <= 120


@given(st.text(max_size=200), st.integers(0, 200))
def test_any_letters_can_be_asked(text: str, at: int) -> None:
    start = min(at, len(text))
    speaker = find_speaker(text, start, len(text), (0, len(text)))
    assert speaker is None or 0 < len(speaker) <= 120


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared reference data is not beside the repository")
def test_only_office_holders_are_named_in_the_annotated_texts() -> None:
    named: set[str] = set()
    for line in (SHARED / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = (SHARED / "gold" / "dev" / row["doc"]).read_text(encoding="utf-8")
        found = re.search(r"\s+".join(map(re.escape, row["context"].split())), text)
        assert found is not None
        start, end = found.span()
        paragraph = (text.rfind("\n\n", 0, start) + 1, text.find("\n\n", end) if "\n\n" in text[end:] else len(text))
        speaker = find_speaker(text, start, end, (start, end), paragraph)
        if speaker is not None and any(word.lower() in FIRST_NAMES for word in re.findall(r"[A-Z][a-z]+", speaker)):
            named.add(speaker)
    assert named
    assert all(re.match(r"(?:Cllr|Councillor|Coun|Mayor)\b", speaker) for speaker in named), named
