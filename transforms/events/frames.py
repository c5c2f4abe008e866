"""How a verb and the noun of an event stand together, whatever the verb and the noun.

A verb has the noun as its object ("issued the council with a notice"), as the subject of its passive ("the notice,
which had been issued in May"), right before it as a participle ("a notice issued in May"), as its own subject ("the
notice lapsed"); or it is itself a noun ("the issuing of a notice", "the commissioner's appointment").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transforms.events.lines import Line
from transforms.events.verbs import alternation, finite_forms, participles, told_forms

_REACH_BEFORE = 100
_REACH_AFTER = 170
ADVERBS = (
    r"(?:,? (?:\w+ly|now|also|then|later|since|again|first|once|just|already|today|yesterday|at last|at length|duly|"
    r"soon|last|this|week|month|year|twice|in turn|now|both|all|itself|themselves))"
)
# words at which a phrase ends that is no clause
_STOP = (
    r"and|but|or|that|which|who|whose|when|where|while|whilst|as|because|if|unless|after|before|since|until|than|is|"
    r"are|was|were|be|been|being|has|have|had|will|would|could|should|may(?! \d)|might|can|must|did|does|do|"
    r"said|says|told|"
    r"not|no|never|without"
)
_WORD = r"[\w'’&£./-]+"
_BE = r"(?:is|are|was|were|been|being|be|gets?|got|getting)(?:n't| not| never)?(?: being)?"
_HAVE = r"(?:has|have|had|having)"
# what may follow a noun before its verb: phrases, or a clause of its own
_RELATIVE = r",? (?:(?:under|by|for|to|with|of|from) )?(?:which|that|who|whom|whose|where) [^;.:]{3,80}?"
_PHRASES = rf"(?: (?!(?:{_STOP})\b)[\w'’()&/-]+){{0,9}}?"
_BETWEEN = rf"(?:{_RELATIVE}|{_PHRASES},[^,;.:]{{3,60}},|{_PHRASES},?(?: (?:which|that|who))?)"


# a time that stands between: "passed in March 2019 to a trust"
_TIME = r"(?: (?:in|on|last) (?:[\w']+ ){0,2}[\w']+)?"


@dataclass(frozen=True, slots=True)
class Frames:
    """The patterns of one class of verbs: those that end where a noun begins, and those that begin where it ends."""

    before: re.Pattern[str]
    after: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Telling:
    """A verb with the noun: the span from one to the other, and whether the verb stands before the noun."""

    start: int
    end: int
    verb: str
    leads: bool
    relative: bool = (
        False  # told in a clause of its own, whatever the sentence hopes: "under a notice that they served"
    )

    @property
    def near(self) -> tuple[int, int]:
        """The words by which the time of it is found: of "the trust, which ..., was set up" the verb alone."""
        return (self.start, self.end) if self.leads else (self.end - len(self.verb), self.end)


def frames(
    *,
    transitive: Iterable[str] = (),
    intransitive: Iterable[str] = (),
    nouns: Iterable[str] = (),
    through: Iterable[str] = (),
    states: Iterable[str] = (),
    gap: int = 8,
) -> Frames:
    """The patterns of a class of verbs.

    Args:
        transitive: verbs that are done to the noun, by their bases.
        intransitive: verbs that the noun does.
        nouns: the same as nouns: "removal", "appointment".
        through: prepositions that may stand between a verb and the noun ("served *with* a notice").
        states: words that say the same after "is": "over", "at an end".
        gap: most words between a verb and the noun.
    """
    told, done = list(transitive), list(intransitive)
    free = {"of", "from", "about", "against", "at", "by", "to", "on", "under", "with", "into", "in", "for"} - {*through}
    stop = "|".join(sorted({*_STOP.split("|"), *free} - {*through}))
    filler = rf"(?: (?!(?:{stop})\b){_WORD}){{0,{gap}}}?"
    before, after = [], []
    if told:
        before.append(rf"(?P<verb>{told_forms(told)}){_TIME}(?: of)?{filler}")
        after.append(rf"{_BETWEEN}(?: {_HAVE})?{ADVERBS}{{0,2}} {_BE}{ADVERBS}{{0,3}} "
                     rf"(?P<passive>{participles(told)})")  # fmt: skip
        after.append(
            rf"{_BETWEEN} {_BE}[^;.:]{{3,60}}? and(?: was| were)?{ADVERBS}{{0,2}} (?P<joined>{participles(told)})"
        )
    if done:
        after.append(rf"{_BETWEEN}(?: {_HAVE})?{ADVERBS}{{0,3}} (?P<does>{finite_forms(done)})")
    if states:
        after.append(rf"{_BETWEEN}(?: {_HAVE} been| {_BE}){ADVERBS}{{0,3}} "
                     rf"(?P<state>{alternation(states)})")  # fmt: skip
    if nouns:
        named = alternation(nouns)
        before.append(rf"(?P<noun>{named}) (?:of|to|from|for)(?: (?!(?:{stop})\b){_WORD}){{0,5}}?")
        after.append(rf"(?:'s?)? (?P<named>{named})")
    if told:
        after.append(rf",? (?:which|that|whom) (?:[\w'-]+ ){{1,6}}?(?:{_HAVE} )?(?P<relative>{finite_forms(told)})")
        after.append(rf",?{ADVERBS}{{0,2}} (?P<participle>{participles(told)})")
    return Frames(
        re.compile(rf"(?:\A|(?<=[^\w-]))(?:{'|'.join(before)}) \Z") if before else _NEVER,
        re.compile(rf"(?:{'|'.join(after)})(?![\w-])") if after else _NEVER,
    )


_NEVER = re.compile(r"(?!)")


def tellings(known: Frames, line: Line, start: int, end: int) -> Iterator[Telling]:
    """The verbs of a class that stand with the noun at ``start``..``end`` of a line."""
    low = max(0, start - _REACH_BEFORE)
    match = known.before.search(line.words[low:start])
    if match is not None:
        yield Telling(low + match.start(), end, _verb(match), True)
    match = known.after.match(line.words, end, end + _REACH_AFTER)
    if match is not None:
        # of "issued in 2019 and lifted in 2021" the second verb has its own time
        joined = match.start("joined") if "joined" in match.re.groupindex and match["joined"] else start
        relative = "relative" in match.re.groupindex and match["relative"] is not None
        yield Telling(joined, match.end(), _verb(match), False, relative)


def _verb(match: re.Match[str]) -> str:
    return next(word for word in match.groupdict().values() if word is not None)
