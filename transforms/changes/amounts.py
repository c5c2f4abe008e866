"""Stated sizes of movements: "a fall of 11 per cent", "21 fewer than in 2016", "more than doubled"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from transforms.changes import words
from transforms.changes.lines import Line, Page
from transforms.model import Quantity

_FACTORS: tuple[tuple[float, re.Pattern[str]], ...] = tuple(
    (factor, re.compile(rf"\b(?:{pattern})"))
    for factor, pattern in (
        (
            2.0,
            r"doubl(?:ed|es|ing)\b|double (?=the|what|last|that of|those|its)|"
            r"twice (?=the #|as many|as much|what it|the (?:number|figure|rate|level))|two-?fold",
        ),
        (
            3.0,
            r"trebl(?:ed|es|ing)\b|tripl(?:ed|es|ing)\b|(?:treble|triple) (?=the|what|last)|"
            r"three times (?=the #|as many|what it)|three-?fold",
        ),
        (4.0, r"quadrupl(?:ed|es|ing)\b|quadruple (?=the|what|last)|four times (?=the #|as many|what it)|four-?fold"),
        (5.0, r"five times (?=the #|as many|what it)|five-?fold"),
        (10.0, r"ten times (?=the #|as many|what it)|ten-?fold"),
        (
            0.5,
            r"halv(?:ed|es|ing)\b|half (?=the #+ |what it (?:was|had))|"
            r"(?:(?<=by )|(?<=by about )|(?<=by almost )|(?<=by nearly )|(?<=by over )|"
            r"(?<=by more than ))(?:a )?half\b|(?<=in )half\b",
        ),
    )
)
_NOUN = (
    r"increase|rise|fall|drop|reduction|cut|decrease|improvement|jump|growth|decline|surge|uplift|hike|"
    r"deterioration|dip|leap|gain|loss"
)
_BY = re.compile(
    r"\b(?P<word>by|of) (?:(?:a further|another|about|around|nearly|almost|some|more than|over|just|roughly|"
    r"approximately|as much as|well over|a|an|no less than) ){0,2}\Z"
)
# "a rise of", "an increase in referrals of", but not "reduced from a peak of"
_NOUN_OF = re.compile(
    rf"\b(?:{_NOUN})s?(?: in (?!(?:a|an|the) (?:total|rate))[a-z' -]{{3,30}}?)? of (?:[a-z]+ ){{0,4}}\Z"
)
_DIRECT = re.compile(
    r"\b(?<!make )(?<!made )(?<!makes )(?<!making )(?<!set )(?<!take )(?<!taken )(?P<word>up|down|rose|risen|fell|"
    r"fallen|dropped|grew|grown|jumped|climbed|increased|decreased|slipped|improved|gained|soared|surged|plunged|"
    r"shrank) (?:(?:a further|another|about|around|nearly|almost|some|more than|over|just|roughly|approximately|"
    r"by) ){0,2}\Z"
)
_THEN = (
    r"(?:in |at |on |last|a (?:year|month|quarter|decade)|"
    r"the (?:year|previous|same|month|figure|number|total|council|#|\d)|it |they |when |before|previously|there |"
    r"(?:\w+ ){1,2}(?:years?|months?|weeks?|quarters?|summers?|decades?) (?:ago|earlier|before|previously|back)\b)"
)
_MORE = re.compile(
    r"\A[ -]*(?:(?:percentage )?points? |pc )?(?:or so )?(?:[a-z-]+ ){0,2}?(?P<word>more|fewer|less|higher|lower|"
    r"up|down|better|worse|above|below|smaller|larger|bigger)"
    rf"(?: than (?={_THEN})| (?:on|from|since|year[- ]on[- ]year|in (?:a|one) year|over the|compared|"
    r"the (?=figure|number|total|previous|year|same)|last year|a year|what it)|(?<=fewer)(?= *(?:[.,;)]|\Z))|"
    r"(?<=lower)(?= *(?:[.,;)]|\Z))|(?<=higher)(?= *(?:[.,;)]|\Z)))"
)
# "50 fewer children in care than a year ago"
_MORE_OF = re.compile(rf"\A (?P<word>more|fewer|less) (?P<noun>[a-z' -]{{3,50}}?) than (?={_THEN})")
_GAIN = re.compile(
    r"\b(?:a|an) (?:\w+ )?(?P<word>gain|loss) of (?:(?:about|around|nearly|almost|some|more than|over|just) )?\Z"
)
_NET = re.compile(
    rf"\A[ -]*(?:percentage[- ]points?|-?point)? ?(?:net |overall |further |"
    rf"year[- ]on[- ]year )?(?P<word>{_NOUN})\b(?! (?:package|fund|plan|strategy|deal))"
)
_NEAR = 48  # characters before a number in which its words end: "increased by no less than approximately "
_MARKED = re.compile(r"[#@]")
_POINTS = re.compile(r"\A[ -]*(?:percentage[- ])?points?\b")
# "having recently closed two establishments"
_STOCK = re.compile(
    r"\b(?:having|after|has|have) (?:\w+ ){0,3}(?P<word>clos(?:ed|ing)|open(?:ed|ing)|lost|losing|gain(?:ed|ing)|"
    r"add(?:ed|ing)) (?:another |a further )?\Z"
)
_STOCKS = {"closed": "down", "closing": "down", "lost": "down", "losing": "down"}
_UPWARD = frozenset(
    {
        "more",
        "higher",
        "larger",
        "bigger",
        "up",
        "above",
        "increase",
        "rise",
        "jump",
        "growth",
        "surge",
        "uplift",
        "hike",
        "leap",
    }
)
_DOWNWARD = frozenset(
    {"fewer", "less", "lower", "smaller", "down", "below", "fall", "drop", "reduction", "cut", "decrease", "dip"}
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A stated size. ``cue`` is where the words that make it one begin; ``side`` up, down or the evaluative word."""

    start: int
    end: int
    cue: int
    value: float
    unit: str
    side: str
    verb: bool = False
    stock: bool = False
    noun: str = ""  # what the size itself says is counted


def find_amounts(line: Line) -> list[Amount]:
    """The stated sizes of one sentence, in its order."""
    factors: list[Amount] = []
    if _FACTOR_WORDS.search(line.words):
        factors = [amount for amount in _factors(line) if not _is_foreign(line, amount)]
    ends = {amount.end for amount in factors}  # "more than half" is a share, "cut by more than half" a factor
    sizes = [amount for amount in _from_quantities(line) if amount.end not in ends and not _is_foreign(line, amount)]
    found = sorted((*factors, *sizes), key=lambda amount: (amount.start, amount.end))
    return [amount for at, amount in enumerate(found) if at == 0 or amount.start >= found[at - 1].end]


def _from_quantities(line: Line) -> Iterator[Amount]:
    for quantity in line.quantities:
        if _MARKED.search(line.between(quantity.start, quantity.end)) or quantity.kind == "factor":
            continue
        amount = _read(line, quantity)
        if amount is not None:
            yield amount


def _unit(quantity: Quantity, right: str) -> str:
    if quantity.kind == "points" or _POINTS.match(right):
        return "percentage_points"
    return {"percent": "percent", "money": "gbp"}.get(quantity.kind, "count")


def _read(line: Line, quantity: Quantity) -> Amount | None:
    left, right = line.before(quantity.start), line.after(quantity.end)
    unit = _unit(quantity, right)

    def amount(cue: int, side: str, *, verb: bool = False, stock: bool = False) -> Amount:
        return Amount(quantity.start, quantity.end, cue, quantity.value, unit, side, verb, stock)

    after = _MORE.match(right) or _NET.match(right) or _MORE_OF.match(right)
    if after is not None:
        noun = after.groupdict().get("noun") or ""
        return Amount(
            quantity.start, quantity.end, quantity.start, quantity.value, unit, side_of(after["word"]), noun=noun
        )
    if not left.endswith(" "):
        return None  # what follows ends with a space: a number in brackets is spared the patterns
    near = max(0, len(left) - _NEAR)
    of = _GAIN.search(left) if left.find("of ", near) >= 0 else None
    if of is not None:
        return amount(line.back(quantity.start, left, of.start()), "up" if of["word"] == "gain" else "down")
    before = _BY.search(left, near)
    if before is not None:
        cue = last_cue(left, 45)
        noun = before["word"] == "by" or _NOUN_OF.search(left)
        if cue is not None and noun and not _MARKED.search(left[cue[0] :]):
            return amount(line.back(quantity.start, left, cue[0]), cue[1], verb=before["word"] == "by")
    direct = _DIRECT.search(left, near)
    if direct is not None:
        adverb = direct["word"] in ("up", "down")
        cue = (direct.start(), direct["word"]) if adverb else last_cue(left, 30)
        if cue is not None and (adverb or unit != "count"):
            return amount(line.back(quantity.start, left, direct.start()), cue[1], verb=not adverb)
    stock = _STOCK.search(left) if unit == "count" else None
    if stock is not None:
        return amount(line.back(quantity.start, left, stock.start()), _STOCKS.get(stock["word"], "up"), stock=True)
    return None


def side_of(word: str) -> str:
    """Up or down for a word with a side, else the word itself ("improvement")."""
    if word in _UPWARD:
        return "up"
    return "down" if word in _DOWNWARD else word


def last_cue(left: str, reach: int) -> tuple[int, str] | None:
    """The last movement word within reach of the end: where it begins, and up, down or the evaluative word."""
    best: tuple[int, str] | None = None
    floor = max(0, len(left) - reach)
    for side, pattern in (("up", words.UP), ("down", words.DOWN), ("", words.MOVED)):
        for match in pattern.finditer(left, floor):
            if best is None or match.start() > best[0]:
                best = (match.start(), side or match.group())
    return best


# most sentences hold no such word and are spared the patterns; each begins with a letter, which is looked for at once
_FACTOR_WORDS = re.compile(
    r"doubl|t(?:wice|wo-?fold|rebl|ripl|hree(?: times|-?fold)|en(?: times|-?fold))|quadrupl|"
    r"f(?:our|ive)(?: times|-?fold)|hal[fv]"
)


def factor_lines(page: Page) -> set[int]:
    """Indices of the lines that hold a word for a factor, in one search of the whole text."""
    found = _FACTOR_WORDS.finditer(page.layout.lower)
    return {bisect_right(page.starts, match.start()) - 1 for match in found} - {-1}


def _factors(line: Line) -> Iterator[Amount]:
    for factor, pattern in _FACTORS:
        for match in pattern.finditer(line.words):
            start, end = line.offsets[match.start()], line.offsets[match.end()]
            cue = match.start()
            if match.group() in ("half", "a half"):
                left = line.before(start)
                moved = last_cue(left, 80)
                if moved is None:
                    continue
                cue = match.start() - len(left) + moved[0]
            yield Amount(start, end, line.offsets[cue], factor, "factor", "down" if factor < 1 else "up", verb=True)


def _is_foreign(line: Line, amount: Amount) -> bool:
    """Whether the size is of a hope, or of a difference to another place."""
    left = line.before(amount.cue)[-45:]
    if words.HOPE.search(left):
        return True
    following = line.after(amount.end)[:60].split("#")[0]
    return "@" in following[:30] or bool(words.ELSEWHERE.search(following))
