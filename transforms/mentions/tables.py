"""Rows of small flattened tables: "Care leavers in touch | 88% (85%) | 91%"."""

from __future__ import annotations

import re

from transforms.mentions.binding import Binding, bind
from transforms.mentions.caseloads import caseload_metric
from transforms.mentions.grammar.vocabulary import ANY, OWN, PLACEHOLDERS
from transforms.mentions.masking import Masked, Slot

_NUMBERS = rf"(?:\(?{ANY}\)?(?: ?\({ANY}\))?|-|–|n/a|\.\.)"
# cells behind bars or semicolons; or at least two numbers in a row after a label, with nothing but space between
_BARRED = re.compile(rf"\A{OWN}?(?P<label>[^|]*[a-z][^|]*?) ?\|(?P<cells>.*{ANY}.*)\Z")
_SEMICOLON = re.compile(
    rf"\A{OWN}?(?P<label>[^;]*[a-z][^;{ANY[1:-1]}]*?) ?[;:](?P<cells>(?: ?{_NUMBERS} ?;)* "
    rf"?{_NUMBERS})\W*\Z"
)
_SPACED = re.compile(
    rf"\A{OWN}?(?P<label>[^|;.{ANY[1:-1]}]*[a-z)%][^|;.{ANY[1:-1]}]*?) (?P<cells>(?:{_NUMBERS} "
    rf"+){{1,11}}{_NUMBERS})\W*\Z"
)
# "This is an increase from 169 (39.5 per 10,000)": no label of a row ends so
_NO_LABEL = re.compile(r"\b(?:from|than)\Z")
# what the two shapes hold, found at once; their labels may take the patterns long
_LISTED = re.compile(rf"[;:] ?{_NUMBERS}")
_PAIRED = re.compile(rf"{_NUMBERS} +{_NUMBERS}")
_PERCENT_LABEL = re.compile(r"%|per ?cent|\bpercentage\b|\bpc\b")
_RATE_LABEL = re.compile(f"per (?:10,?000|{ANY})|rate per")


_LONGEST = 600
_LAST = frozenset(ANY[1:-1] + "-–.")


def _row(text: str) -> re.Match[str] | None:
    if len(text) > _LONGEST:
        return None
    if "|" in text:
        return _BARRED.match(text)
    # the other shapes end in a number; most sentences do not, and are spared the patterns
    if text.rstrip(" .;)%*")[-1:] not in _LAST:
        return None
    listed = _SEMICOLON.match(text) if _LISTED.search(text) else None
    row = listed or (_SPACED.match(text) if _PAIRED.search(text) else None)
    return None if row is None or _NO_LABEL.search(row["label"]) else row


def read_row(masked: Masked) -> dict[int, Binding] | None:
    """The metric of each number of a table row by the row's label; None where the sentence is no row."""
    own = masked.text[masked.own_start :].rstrip()
    match = _row(own)
    if match is None:
        return None
    begin = masked.own_start + match.start("cells")
    if match.re is _SEMICOLON and match["cells"].count(";") == 0:
        return None
    cells = [index for index, slot in enumerate(masked.slots) if slot.own and slot.at >= begin]
    if not cells:
        return None
    label = match["label"].strip(" :")
    lead = masked.text[: masked.own_start].strip()
    bound = {}
    for own_kind in sorted({masked.slots[index].kind for index in cells}):
        kind = own_kind
        if kind == "N" and _RATE_LABEL.search(label):
            kind = "R"
        elif kind == "N" and _PERCENT_LABEL.search(label):
            kind = "P"
        same = [index for index in cells if masked.slots[index].kind == own_kind]
        binding = _label_binding(label, lead, kind, masked, same[0])
        if binding is not None:
            for index in same:
                bound[index] = Binding(binding.metric, f"{binding.rule}.row", binding.weight, binding.runner_up)
    return bound


def _label_binding(label: str, lead: str, kind: str, masked: Masked, cell: int) -> Binding | None:
    words = re.sub(rf"\(%\)|\(percentage\)|\(per cent\)|%|{ANY}", "", label).strip()
    for head in (words, f"{lead} {words}".strip()):
        for form in (f"{head}: ", f"{head} | ", f"{head} was ", ""):
            text = f"{form}{PLACEHOLDERS[kind]}" if form else f"{PLACEHOLDERS[kind]} {head}"
            slot = Slot(text.index(PLACEHOLDERS[kind]), kind, masked.slots[cell].quantity, own=True)
            single = Masked(text, [slot], 0)
            binding = bind(single, lead).get(0)
            if binding is not None:
                if binding.metric == "caseload":
                    binding.metric = caseload_metric(single, slot.at, lead)
                return binding
    return None
