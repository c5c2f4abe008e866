"""What holds of every list of changes, and the accuracy on the annotated texts."""

from __future__ import annotations

import importlib.resources
import json
import string
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.changes.marked import changes_of, read_marked
from transforms.changes import find_changes
from transforms.changes.direction import LOWER_IS_BETTER
from transforms.codelists import parse_codelists
from transforms.mentions.layout import read_layout
from transforms.model import Mention
from transforms.quantities import read_quantities

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
BOUNDS = ("from_low", "from_high", "to_low", "to_high")
FLOOR = 0.97

PIECES = st.sampled_from(
    [
        "[12|vacancies] ",
        "[20|vacancies|previous] ",
        "[9|vacancies|projected] ",
        "[30|vacancies|national] ",
        "[5%|vacancy_rate] ",
        "rose from ",
        "to ",
        "down from ",
        "compared with ",
        "by 12 per cent ",
        "halved ",
        "a fall of 30 ",
        "This is an increase from ",
        "the same as in 2013 ",
        "in 2015 ",
        ". ",
        "; ",
        "\n\n",
        "• ",
        "| ",
        "caseloads ",
        "Referrals ",
        "for the first time ",
        "## ",
        "@ ",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_changes_that_point_at_their_levels(marked: str) -> None:
    text, mentions = read_marked(marked)
    changes = changes_of(marked)
    assert changes == changes_of(marked)
    for change in changes:
        assert 0 <= change.char_start < change.char_end <= len(text)
        assert 0 < len(change.quote) <= 300
        assert (change.amount is None) == (change.amount_unit is None)
        assert change.from_mention is not None or change.to_mention is not None or change.amount is not None
        for index, low, high in (
            (change.from_mention, change.from_low, change.from_high),
            (change.to_mention, change.to_low, change.to_high),
        ):
            if index is None:
                assert (low, high) == (None, None)
            else:
                mention = mentions[index]
                assert (mention.metric, mention.value_low, mention.value_high) == (change.metric, low, high)
                assert change.char_start <= mention.char_start < change.char_end


@given(st.text(alphabet=string.printable + "–’“•\x02\u00a0İ", max_size=200))
@settings(max_examples=100, deadline=None)
def test_a_text_without_mentions_never_raises(text: str) -> None:
    assert all(change.to_mention is None for change in find_changes(read_layout(text), [], read_quantities(text)))


def test_what_is_better_agrees_with_the_codelist() -> None:
    folder = importlib.resources.files("transforms.codelists")
    files = {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.name.endswith(".csv")}
    lower = {code for code, metric in parse_codelists(files).metrics.items() if metric.better == "lower"}
    assert lower == LOWER_IS_BETTER


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _single_spaced(text: str) -> tuple[str, list[int]]:
    kept = [at for at, char in enumerate(text) if not char.isspace() or at == 0 or not text[at - 1].isspace()]
    return "".join(" " if text[at].isspace() else text[at] for at in kept), [*kept, len(text)]


def _mentions(rows: list[dict[str, Any]], text: str) -> list[Mention]:
    words, offsets = _single_spaced(text)
    taken: set[int] = set()
    mentions = []
    for row in rows:
        context, surface = " ".join(row["context"].split()), " ".join(row["surface"].split())
        begin = words.find(context)
        at = context.find(surface)
        while at >= 0 and begin + at in taken:
            at = context.find(surface, at + 1)
        if begin < 0 or at < 0:
            continue
        taken.add(begin + at)
        start, end = offsets[begin + at], offsets[begin + at + len(surface) - 1] + 1
        known = {
            name: row[name]
            for name in (
                "metric",
                "value",
                "value_low",
                "value_high",
                "qualifier",
                "unit",
                "authority",
                "role",
                "scope",
                "period_text",
            )
        }
        mentions.append(
            Mention(
                **known, period_start=None, period_end=None, as_of=None, as_of_basis=None, speaker=None, quote="",
                surface=text[start:end], char_start=start, char_end=end, page=None, rule="gold", confidence=1.0,
            )
        )  # fmt: skip
    return sorted(mentions, key=lambda mention: mention.char_start)


def _key(doc: str, row: dict[str, Any]) -> tuple[Any, ...]:
    levels = tuple(None if row[bound] is None else round(float(row[bound]), 4) for bound in BOUNDS)
    return (doc, row["metric"], *levels, row["direction"], row["authority"], row["amount"], row["amount_unit"])


@pytest.mark.skipif(not GOLD.is_dir(), reason="the shared annotations are not beside the repository")
def test_changes_of_the_annotated_texts() -> None:
    rows, wanted = _lines(GOLD / "dev.jsonl"), _lines(GOLD / "changes_dev.jsonl")
    found: list[tuple[Any, ...]] = []
    for doc in (GOLD / "changes_dev.docs").read_text(encoding="utf-8").split():
        text = (GOLD / "dev" / doc).read_text(encoding="utf-8")
        mentions = _mentions([row for row in rows if row["doc"] == doc], text)
        for change in find_changes(read_layout(text), mentions, read_quantities(text)):
            found.append(_key(doc, {name: getattr(change, name) for name in change.__slots__}))
    gold = [_key(row["doc"], row) for row in wanted]
    hits = sum(min(found.count(key), gold.count(key)) for key in set(gold))
    assert 2 * hits / (len(found) + len(gold)) >= FLOOR
