"""All sentences of a text that hold a number, with the metrics that their numbers state."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.mentions.binding import Binding, bind
from transforms.mentions.caseloads import caseload_metric
from transforms.mentions.inheritance import inherit
from transforms.mentions.layout import Layout, Sentence
from transforms.mentions.levels import SHARE_OF_COUNT, measures_other
from transforms.mentions.masking import Masked, Masker, within
from transforms.mentions.passage import Passage
from transforms.mentions.tables import read_row
from transforms.mentions.vetoes import is_amount
from transforms.model import Quantity

_REACH = 2  # sentences without a metric after which nothing refers back any more
_CARRIED = 1.1
_SAID_WITHIN = 3  # sentences with numbers within which a total is said again
_FOOTNOTES = 30  # raised marks are small numbers
_TABLE = 16  # lines above a row among which its header may stand
# "They make up 8 per cent", "A third were repeat ones": what is spoken of stands in the sentence before
_TOPIC = re.compile(
    r"\W*(?:they|these|those|their|its|it|there|of (?:these|them|those|this)|them|some|the (?:rest|"
    r"others|remainder|majority)|another|only|just|about|around|\ue011|\ue010|by|in|on|at|both|"
    r"all)\b|\W*[\ue010\ue011\ue013]"
)
_PRONOUN = re.compile(
    r"\W*there (?:are|were|is|was|have been|had been)\b|\W*at [\ue011\ue010]|\W*[\ue011] (?:met|were|"
    r"are|was|is|had|have|took|made|make|live|lived|account|held|got|received|returned|remained|have "
    r"been|had been)\b|\W*(?:they|these|those|it|its|their|of (?:them|these|those)|(?:both|all|some|"
    r"most) of (?:them|these))\b"
)
_PLACEHOLDER = re.compile("[\ue010-\ue013]")


def read_passages(layout: Layout, masker: Masker, quantities: Sequence[Quantity]) -> list[Passage]:
    """Mask each sentence with a number and bind its numbers to metrics."""
    starts = [quantity.start for quantity in quantities]
    passages: list[Passage] = []
    earlier: Passage | None = None
    since = 0
    context, before = "", ""
    for number, sentence in enumerate(layout.sentences):
        if not within(starts, sentence.start, sentence.end):
            before, context = context, layout.lower[sentence.start : sentence.end]
            since += 1
            continue
        masked = masker.mask(sentence.lead, (sentence.start, sentence.end))
        _drop_footnote(masked)
        passage = Passage(sentence, masked, f"{before} {context}")
        row = read_row(masked)
        passage.bound = row if row is not None else _bind(masked, context, before=before)
        passage.is_row = row is not None
        if passage.is_row:
            _outside_columns(layout, passage, number)
            passage.above = tuple(
                (line.start, line.end) for line in reversed(layout.sentences[max(0, number - _TABLE) : number])
            )
        if row is None:
            near = earlier if earlier is not None and since <= _REACH and not _ends_list(earlier, sentence) else None
            other = near is not None and bool(passages) and _speaks_of_other(passages[-1], near, passage)
            near = None if other else near
            if since and _is_open(passage):
                inherit(passage, None)
                _by_topic(passage, context)
            inherit(passage, near)
            if not since and not other and _is_open(passage):
                _by_topic(passage, context)
                inherit(passage, None)
            _say_again(passage, passages[-_SAID_WITHIN:])
        _drop_shares(passage)
        _drop_parts_of_others(passage, passages)
        passages.append(passage)
        if passage.bound:
            earlier, since = passage, 0
        else:
            since += 1
        before, context = context, masked.text
    return passages


# "Of the 301:", which opens a list of parts
_OF_THE = re.compile(r"\W*of (?:the|these|those) \ue010(?: children| young people)?\W*\Z")


def _say_again(passage: Passage, before: Sequence[Passage]) -> None:
    """Bind a total that is only said again to what it was just said of: "301 children …. Of the 301:"."""
    masked = passage.masked
    if passage.bound or not masked.slots or not _OF_THE.match(masked.text, masked.own_start):
        return
    index = len(masked.slots) - 1
    slot = masked.slots[index]
    for one in reversed(before):
        for other, binding in one.in_order():
            if other.kind == slot.kind and other.quantity.value == slot.quantity.value:
                passage.bound[index] = Binding(binding.metric, f"{binding.metric}.said_again", _CARRIED)
                return


def _ends_list(earlier: Passage, sentence: Sentence) -> bool:
    """Whether a bullet stands outside the list that the passage before was an item of."""
    leads = earlier.sentence.lead
    return sentence.kind == "bullet" and bool(leads) and leads[-1] not in sentence.lead


# "The proportion with up-to-date dental checks was low at 77%": what follows goes on with that


# "60 children had a plan for adoption"
_COUNTED = re.compile(r"\s*(?:children|young people|adopters|families) (?:had|have|were|are|did|do)\b")
_HELD_AGAINST = re.compile(r"\b(?:than|compared|against)\b")


def _speaks_of_other(last: Passage, near: Passage, passage: Passage) -> bool:
    """Whether the last sentence with numbers states something else, or ends with a measure that has no code.

    What a later sentence refers back to is then that, and no number with a metric further up.
    """
    masked = last.masked
    kinds = {slot.kind for index, slot in enumerate(passage.masked.slots) if slot.own and index not in passage.bound}
    own = [index for index, slot in enumerate(masked.slots) if slot.own and not is_amount(masked, index)]
    own = [index for index in own if masked.slots[index].kind in kinds]
    if last is not near:
        counted = [index for index in own if masked.slots[index].kind != "N" or _COUNTED.match(masked.right(index))]
        return bool(counted) and not _HELD_AGAINST.search(masked.left(counted[0]))
    after = [index for index in own if index > max(last.bound, default=-1)]
    return len(after) > 1 and all(measures_other(masked, index, "") for index in after)


_SHARE_METRICS = frozenset(SHARE_OF_COUNT.values())


def _drop_shares(passage: Passage) -> None:
    """Drop a share that belongs to the count of another thing: "7 (2%) were placed in schools, all out of borough"."""
    masked, bound = passage.masked, passage.bound
    for index in sorted(bound):
        metric = bound[index].metric
        if metric not in _SHARE_METRICS or index == 0 or masked.left(index) != " (" or index - 1 not in bound:
            continue
        counted = bound[index - 1].metric
        if masked.slots[index - 1].kind == "N" and SHARE_OF_COUNT.get(counted) != metric and not passage.is_row:
            del bound[index]


_OF_THESE_BEFORE = re.compile(r"\bof (?:these|those|them|whom),? (?:only |just )?\Z")
_OF_THESE_AFTER = re.compile(r"(?: \(\ue011\))? of (?:these|those|them|whom)\b(?! \ue010)")
_OF_LOOKED_AFTER = frozenset(
    {"cla_childrens_homes", "cla_foster_families", "cla_with_parents", "cla_special_schools", "cla_ceased"}
)
_OTHERS = frozenset({"", "children_missing"})
_ADJACENT = 3  # code points between two sentences


def _drop_parts_of_others(passage: Passage, earlier: Sequence[Passage]) -> None:
    """Drop children who live somewhere, or left care, and are "of these" where these were no children in care.

    "45 young people went missing. Twenty-four of these young people were living in residential care."
    """
    masked, bound = passage.masked, passage.bound
    if passage.sentence.kind in ("bullet", "row"):
        return
    before = earlier[-1] if earlier and passage.sentence.start - earlier[-1].sentence.end <= _ADJACENT else None
    for index in sorted(bound):
        slot = masked.slots[index]
        if not slot.own or bound[index].metric not in _OF_LOOKED_AFTER:
            continue
        left = masked.text[masked.own_start : slot.at]
        if not (_OF_THESE_BEFORE.search(left) or _OF_THESE_AFTER.match(masked.text, slot.at + 1)):
            continue
        groups = _counted_before(passage, index) or (_counted_before(before, None) if before is not None else set())
        if groups and groups <= _OTHERS:
            del bound[index]


def _counted_before(passage: Passage, index: int | None) -> set[str]:
    """The metrics of the counts before ``index`` (of all where None); the empty word for one that has none."""
    slots, bound = passage.masked.slots, passage.bound
    own = [each for each, slot in enumerate(slots) if slot.own and slot.kind == "N" and (index is None or each < index)]
    return {bound[each].metric if each in bound else "" for each in own}


_OUTSIDE_HEADER = re.compile(r"outside|out of (?:the )?(?:area|city|county|borough|authority)|elsewhere|beyond")
_PLACED = ("cla_foster_families", "cla_childrens_homes", "cla_special_schools", "cla_with_parents")


def _outside_columns(layout: Layout, passage: Passage, number: int) -> None:
    """Read a column of those outside: "Foster families | 372 | 171" under "Number | Outside the city"."""
    masked = passage.masked
    own = [index for index, slot in enumerate(masked.slots) if slot.own]
    first = passage.bound.get(own[0]) if own else None
    if "|" not in masked.text or first is None or first.metric not in _PLACED:
        return
    for line in reversed(layout.sentences[max(0, number - _TABLE) : number]):
        cells = layout.lower[line.start : line.end].split("|")
        if len(cells) != len(own) + 1 or any(char.isdigit() for char in cells[1]):
            continue
        for place, index in enumerate(own, start=1):
            if _OUTSIDE_HEADER.search(cells[place]):
                kind = masked.slots[index].kind
                metric = (
                    "cla_group_outside_area_share" if kind == "P" or "%" in cells[place] else "cla_group_outside_area"
                )
                passage.bound[index] = Binding(metric, f"{metric}.column", first.weight)
        return


def _drop_footnote(masked: Masked) -> None:
    """A raised mark after the colon is no number: "Of this number:3"."""
    if not masked.slots:
        return
    last = masked.slots[-1]
    glued = masked.text[: last.at].endswith(":") and not masked.text[last.at + 1 :].strip(" .")
    if glued and last.quantity.value < _FOOTNOTES:
        masked.slots.pop()


def _is_open(passage: Passage) -> bool:
    return any(slot.own and index not in passage.bound for index, slot in enumerate(passage.masked.slots))


def _bind(masked: Masked, context: str, begin: int = 0, before: str = "") -> dict[int, Binding]:
    bound = bind(masked, f"{before} {context}", begin)
    for index, binding in bound.items():
        if binding.metric == "caseload":
            binding.metric = caseload_metric(masked, masked.slots[index].at, context)
    return bound


def _by_topic(passage: Passage, context: str) -> None:
    """Bind what is left with the words of the sentence before as lead-in."""
    masked = passage.masked
    own = masked.text[masked.own_start :]
    if not context or not _TOPIC.match(own):
        return
    words = _PLACEHOLDER.sub("", context)[-220:]
    _bind_with(passage, words)
    if _PLURAL.match(own) and _is_open(passage):
        subject = _SUBJECT_OF.match(context)
        if subject is not None:
            _bind_with(passage, _PLACEHOLDER.sub("", subject[1]))


# "Agency social workers are becoming a rarity …. They make up 8 per cent": they are what the sentence was about
_PLURAL = re.compile(r"\W*(?:they|these|those|there (?:are|were|had been))\b")
_SUBJECT_OF = re.compile(
    r"\W*(.{4,70}?) (?:is|are|was|were|has|have|had|will|can|may|do|did|make|made|remain|keep|"
    r"kept)\b"
)


def _bind_with(passage: Passage, words: str) -> None:
    masked = passage.masked
    own = masked.text[masked.own_start :]
    shift = len(words) + 2
    lead_speaks = bool(_PRONOUN.match(own))
    slots = [
        type(slot)(slot.at + shift, slot.kind, slot.quantity, slot.own and index not in passage.bound)
        for index, slot in enumerate(masked.slots)
    ]
    joined = Masked(f"{words}: {masked.text}", slots, masked.own_start + shift)
    for index, binding in _bind(joined, "", 0 if lead_speaks else shift).items():
        if index not in passage.bound:
            passage.bound[index] = Binding(binding.metric, f"{binding.rule}.topic", min(binding.weight, _CARRIED))
