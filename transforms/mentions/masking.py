"""A sentence as the grammar sees it: lower case, numbers as one character, expressions of time taken out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.mentions.grammar.vocabulary import AUTHORITY, COUNT, MONEY, OWN, PERCENT, RATE
from transforms.model import Quantity
from transforms.patterns import at_word

KIND_OF = {"count": "N", "percent": "P", "money": "M", "rate": "R"}
_PLACEHOLDER = {"N": COUNT, "P": PERCENT, "M": MONEY, "R": RATE}
_PREPOSITION = re.compile(
    r"(?:\b(?:as at|as of|as on|up to|back in|by|in|at|on|for|of|during|over|from|since|until|"
    r"between|within)\s+)\Z"
)
_LONGEST_PREPOSITION = len("between")
_OPENS = re.compile(r"(?:as|up|back|by|in|at|on|for|of|during|over|from|since|until|between|within)\b")
_NOISE = re.compile(
    r"\b(?:now|currently|still|only|also|just|already|today|presently|typically|altogether|instead|"
    r"actually|meanwhile|however)\b ?"
)
# numbers that belong to the name of a measure and state nothing: "per 10,000", "three or more placements"; and numbers
# that are names: "year 11 pupils", "post-16", "five A* to C grades", "the lack of clarity between the two".
# Matched where a number begins, which spares the rest of the text.
_TIMES = (
    r"(?: or more|\+| or over|-plus)? ?(?:different )?(?:times|placements?\b|placement moves|moves\b|"
    r"homes (?:within|in) (?:a|the|one) year|changes of (?:placement|home)|addresses|foster homes)(?: or more)?"
)
_HOMES = r"(?: or more|\+|-plus) (?:different )?(?:homes|places)\b"
_YEAR = r"(?:[1-9]|1[0-3])"
_IDIOM = re.compile(
    r"(?=10,?000\b)(?:(?<=\bper )|(?<=\bevery )|(?<=\bfor each ))"
    r"|(?=18s?\b(?! (?:cases|children|each|per)))(?<=\bunder[ -])"
    rf"|(?<!\w)(?:three|3|two|2){_TIMES}|(?<!\w)(?:three|3){_HOMES}"
    rf"|(?<=\byear\s){_YEAR}(?=\s(?:pupils?|students?|cohort|class|and\syear)\b)"
    r"|(?=1[6-9]\b)(?:(?<=\bpost[-\s])|(?<=\bpost[-\s]\s)|(?<=\bpre[-\s])|(?<=\bpre[-\s]\s))"
    r"|(?<!\w)(?:five|5)\s(?:or\smore\s)?(?:good\s)?(?:a\*|gcse)"
    r"|(?<=\bthe\s)two(?=\s*(?:[.,;:)]|\Z))"
)
# names that hold several: "in Years 12 and 13", "Key Stages 1 and 2"
_SEVERAL = (
    re.compile(at_word("years") + rf"\s{_YEAR}(?:,?\s(?:and|to|or)\s(?:year\s)?{_YEAR})+\b"),
    re.compile(at_word("key") + r"\sstages?\s[1-5](?:\s(?:and|or)\s[1-5])?\b"),
)
# "2012- 13"
_SCHOOL_YEAR = re.compile(at_word("20") + r"(\d\d) ?[-–/]\s{0,2}(\d\d)\b")
_NOUN_INSIDE = re.compile(
    r"(?:[\w' -]+? )??(?:\w+) (?!out\b|in\b|per\b|times\b)(?P<noun>[a-z][\w' -]{2,40}?) (?:in|out "
    r"of) (?:every )?\w+"
)
_SPACES = re.compile(r" {2,}")
# marks of footnotes: "120 (or 40%)3 live outside", "special schools, 2 four live"
_RAISED = re.compile(r"(?<=\))\d{1,2}(?= )|(?<=,) \d{1,2}(?= (?:\Z|(?:all|none|both|of) ))")


@dataclass(slots=True)
class Slot:
    """A number in a masked sentence. ``own`` is False for one that stands in the lead-in of a bullet."""

    at: int
    kind: str
    quantity: Quantity
    own: bool


@dataclass(slots=True)
class Masked:
    """A masked sentence with its numbers in order."""

    text: str
    slots: list[Slot] = field(default_factory=list)
    own_start: int = 0  # where the words of the sentence itself begin, after its lead-in
    parts: set[tuple[int, str]] = field(default_factory=set)  # slots that count some of the group of a metric

    def left(self, slot: int) -> str:
        """The words between the number before (or the beginning) and this number."""
        start = self.slots[slot - 1].at + 1 if slot else 0
        return self.text[start : self.slots[slot].at]

    def right(self, slot: int) -> str:
        """The words between this number and the next (or the end)."""
        end = self.slots[slot + 1].at if slot + 1 < len(self.slots) else len(self.text)
        return self.text[self.slots[slot].at + 1 : end]


def _overlaps(taken: Sequence[tuple[int, int]], span: tuple[int, int]) -> bool:
    place = bisect_left(taken, (span[1],)) - 1
    return place >= 0 and taken[place][1] > span[0]


def _begins_in(idioms: Sequence[tuple[int, int]], quantity: Quantity) -> bool:
    place = bisect_left(idioms, (quantity.number_start + 1,)) - 1
    return place >= 0 and idioms[place][0] <= quantity.number_start <= idioms[place][1]


def within(starts: Sequence[int], start: int, end: int) -> range:
    """Indices of the spans that begin in [start, end), given the sorted starts of all spans."""
    return range(bisect_left(starts, start), bisect_left(starts, end))


_RATE_WORDS = re.compile(
    rf"\brates?\b[^.;]*{RATE}|"
    r"respectively (?:for every|per|in every) 10,?000|\brates?\b[^.;]{0,60}\b(?:per|every|for each) "
    r"10,?000|\b(?:per|every) 10,?000[^.;]{0,40}\brates?\b|\A\W*(?:per|for every|in every) 10,?000\b"
)
_NO_NOUN = re.compile(
    r"\s*(?:\Z|[.,;:)\"|(]|in\b|for\b|at\b|against\b|compared\b|and\b|while\b|the\b|on\b|by\b|from\b|"
    r"to\b|as\b|where\b|nationally\b|up\b|down\b|or\b|respectively\b)"
)


def _as_rates(text: str, slots: list[Slot]) -> str:
    """Make rates of the bare numbers beside such words: "The rate per 10,000 under-18s is 70"."""
    if not _RATE_WORDS.search(text):
        return text
    for slot in slots:
        if slot.kind == "N" and _NO_NOUN.match(text, slot.at + 1) and "|" not in text:
            slot.kind = "R"
            text = f"{text[: slot.at]}{RATE}{text[slot.at + 1 :]}"
    return text


# "The rate of referrals increased by 8%, from 402 per 10,000 to 411, still below the rate of 558"
_RATE_SUBJECT = re.compile(
    rf"(?:\A|[\W{OWN}])(?:the |its |their |this )*(?:[\w'-]+ ){{0,3}}?rates?\b(?: (?:of|for|at) [\w' -]{{3,60}}?)? "
    rf"(?:ha[sd] |have |is |"
    r"was |were |are )*(?:r[io]sen?|rose|fall\w*|fell|increased|decreased|dropped|declined|reduced|gone|went|remain\w*|"
    r"stood|"
    r"grown?|grew|up|down|at|of)\b"
)
_COUNTS_AGAIN = re.compile(r"\b(?:numbers?|total|there (?:are|were|is|was)|children|referrals (?:were|rose|fell))\b")
_RATE_FOLLOWS = re.compile(
    r"\s*(?:\Z|[.,;:)]|in\b|for\b|at\b|against\b|compared\b|and\b|while\b|by\b|nationally\b|or\b|per\b)"
)


def _go_on_as_rates(text: str, slots: list[Slot]) -> str:
    """Make rates of the bare numbers that follow one where a rate is what the sentence is about."""
    first = text.index(RATE)
    if not _RATE_SUBJECT.search(text, 0, first):
        return text
    for slot in slots:
        if slot.kind != "N" or slot.at < first or not _RATE_FOLLOWS.match(text, slot.at + 1):
            continue
        if ";" in text[first : slot.at] or _COUNTS_AGAIN.search(text, first, slot.at):
            break
        slot.kind = "R"
        text = f"{text[: slot.at]}{RATE}{text[slot.at + 1 :]}"
    return text


# "agency rates of 17 and 28 per cent respectively": what stands behind the last of a series goes for all
_SERIES_GAP = re.compile(r"\s*(?:,|and|, and)\s*")


def _share_kind(text: str, slots: list[Slot]) -> str:
    for slot, following in zip(reversed(slots[:-1]), reversed(slots[1:]), strict=True):
        if slot.kind != "N" or following.kind not in "PR":
            continue
        if _SERIES_GAP.fullmatch(text, slot.at + 1, following.at):
            slot.kind = following.kind
            text = f"{text[: slot.at]}{_PLACEHOLDER[slot.kind]}{text[slot.at + 1 :]}"
    return text


def _idioms(lower: str, quantities: Sequence[Quantity]) -> list[tuple[int, int]]:
    """Return the spans of what holds a number and states none, in order."""
    found = [match.span() for each in quantities if (match := _IDIOM.match(lower, each.number_start))]
    found += [match.span() for pattern in _SEVERAL for match in pattern.finditer(lower)]
    found += [match.span() for match in _SCHOOL_YEAR.finditer(lower) if int(match[2]) == int(match[1]) + 1]
    return sorted(found)


class Masker:
    """Masks the sentences of one text."""

    def __init__(
        self,
        lower: str,
        quantities: Sequence[Quantity],
        removed: Sequence[tuple[int, int]],
        names: Sequence[tuple[int, int]],
    ) -> None:
        self._lower = lower
        idioms = _idioms(lower, quantities)
        self._quantities = [
            quantity for quantity in quantities if quantity.kind in KIND_OF and not _begins_in(idioms, quantity)
        ]
        self._quantity_starts = [quantity.start for quantity in self._quantities]
        taken = [(quantity.start, quantity.end) for quantity in self._quantities]
        self._removed = [span for span in removed if not _overlaps(taken, span)]  # "three quarters" is no time
        self._removed_starts = [start for start, _ in self._removed]
        self._names = list(names)
        self._name_starts = [start for start, _ in names]

    def mask(self, spans: Sequence[tuple[int, int]], own: tuple[int, int]) -> Masked:
        """Mask the lead-in spans and the sentence itself, joined by spaces."""
        pieces: list[str] = []
        slots: list[Slot] = []
        length = 0
        own_start = 0
        for span in (*spans, own):
            is_own = span is own
            if is_own:
                own_start = length
                if spans:
                    pieces.append(OWN)
                    length += 1
            length = self._piece(span, is_own, pieces, slots, length)
            pieces.append(" ")
            length += 1
        text = "".join(pieces)
        if "10,000" in text or "10000" in text:
            text = _as_rates(text, slots)
        if RATE in text:
            text = _go_on_as_rates(text, slots)
        if "respectively" in text:
            text = _share_kind(text, slots)
        return Masked(text, slots, own_start)

    def _piece(self, span: tuple[int, int], own: bool, pieces: list[str], slots: list[Slot], length: int) -> int:
        start, end = span
        marks: list[tuple[int, int, str, Quantity | None]] = []
        for index in within(self._quantity_starts, start, end):
            found = self._quantities[index]
            marks.append((found.start, found.end, KIND_OF[found.kind], found))
        for index in within(self._removed_starts, start, end):
            marks.append((*self._removed[index], "", None))
        for index in within(self._name_starts, start, end):
            marks.append((*self._names[index], "A", None))
        marks.sort(key=lambda mark: (mark[0], -mark[1]))
        position, opening = start, length
        for begin, stop, kind, quantity in marks:
            if begin < position:
                continue
            length += self._add(pieces, self._words(position, begin, removing=not kind))
            position = min(stop, end)
            if kind == "A":
                pieces.append(AUTHORITY)
                length += 1
            elif quantity is not None:
                slots.append(Slot(length, kind, quantity, own))
                pieces.append(_PLACEHOLDER[kind])
                length += 1
                length += self._add(pieces, self._inner_noun(quantity))
            elif length == opening and self._lower[position : position + 2] == ", ":
                position += 2  # "At 31 March 2014, 844 children": nothing is left before the comma
        return length + self._add(pieces, self._words(position, end, removing=False))

    @staticmethod
    def _add(pieces: list[str], words: str) -> int:
        """Add words to the pieces, with one space where both sides have one; returns the length added."""
        if words.startswith(" ") and (not pieces or pieces[-1].endswith(" ")):
            words = words[1:]
        if words:
            pieces.append(words)
        return len(words)

    def _inner_noun(self, quantity: Quantity) -> str:
        """What is counted and stands inside the number: "one primary pupil in seven"."""
        match = (
            _NOUN_INSIDE.fullmatch(self._lower, quantity.number_start, quantity.end)
            if quantity.kind == "percent"
            else None
        )
        return f" of {match['noun']}" if match else ""

    def _words(self, start: int, end: int, *, removing: bool) -> str:
        words = self._lower[start:end]
        if removing and not _OPENS.match(self._lower, end):
            found = _PREPOSITION.search(words, max(0, len(words.rstrip()) - _LONGEST_PREPOSITION))
            words = words[: found.start()] if found else words  # "were taken on in September" keeps its "on"
        words = _NOISE.sub("", words)
        if ")" in words or "," in words:
            words = _RAISED.sub("", words)
        return _SPACES.sub(" ", words) if "  " in words else words
