"""How a rule of the metric grammar is written and compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.mentions.grammar.vocabulary import ANY, AUTHORITY, OWN, PLACEHOLDERS, VOCABULARY

FRAME, COUNTED, SUBJECT, FORWARD, BACKWARD = 3.0, 2.6, 2.2, 1.7, 1.4

# up to four words of a noun phrase: none that opens another phrase
_WORDS = (
    r"(?:(?!(?:in|the|at|on|for|with|to|by|from|of|were|was|are|is|have|has|had|a|an|who|that|which|"
    r"but|than|each|per|said|says|when|while|as|or|not|will)\b)"
    r"[\w'&/+-]+ ){0,4}?"
)
# words that may follow a number which closes a statement: "fell to 12 in March", "was 12, up from"
_FOLLOW = (
    r"(?=\s*(?:\Z|[.,;:!?)\]\"'|/–—•-]|\((?!<n>)|(?:in|at|on|for|by|and|or|but|when|while|whilst|"
    r"compared|against|down|up|from|to|than|this|last|the|a|an|"
    r"over|during|since|as|which|with|of|was|is|were|are|had|have|has|across|among|under|who|that|"
    r"respectively|before|after|until|because|"
    r"so|per|each|every|nationally|within|between|rather|not|some|now|then|yet|although|though|"
    r"following|prior|overall|higher|lower|more|fewer|"
    r"well|just|far|below|above|still|he|she|it|they|we|said|says|apiece|average|on average|ago|"
    r"earlier|later|plus|there|here|if|it's|making|giving|its|means?|meant|shows?|remains?|suggests?)\b{extra}))"
)
# "rose by 14% to 32,480": the size of a change may stand between
_LINK = rf"(?:(?:by {ANY}|[^;|{ANY[1:-1]}]){{0,90}}?[\s(\"':-])??"


@dataclass(frozen=True, slots=True)
class Spec:
    """The ways in which texts state one metric.

    Attributes:
        metric: code of the codelist.
        kind: N (count), P (percentage), M (money) or R (rate per 10,000) of the bound number.
        triggers: literal strings, one of which a sentence must hold.
        frames: whole patterns with the bound number in them.
        counted: what is counted, after the number ("12 agency social workers").
        subjects: what names the metric itself, before the number ("the vacancy rate was 12%").
        follows: nouns that may follow a subject's number ("caseloads of 16 children").
        near: what must stand in the same clause as the number, before or after it.
        needs: a pattern that the sentence with its context must hold.
        forbids: a pattern that the sentence must not hold.
        unless: a pattern that neither the sentence nor the two before it must hold.
        not_before, not_after: patterns that must not end right before, or begin right after, the number.
    """

    metric: str
    kind: str
    triggers: Sequence[str]
    frames: Sequence[str] = ()
    counted: Sequence[str] = ()
    subjects: Sequence[str] = ()
    follows: str = ""
    near: Sequence[str] = ()
    needs: str = ""
    forbids: str = ""
    unless: str = ""
    not_before: str = ""
    not_after: str = ""
    boost: float = 0.0
    least: float = 0.0  # below which a number is something else
    wide: bool = False  # whether ``needs`` may also be met by the sentence before


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled pattern that binds a number (group ``q``) to a metric."""

    name: str
    metric: str
    kind: str
    weight: float
    pattern: re.Pattern[str]
    triggers: tuple[str, ...]
    needs: re.Pattern[str] | None
    forbids: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    least: float = 0.0
    unless: re.Pattern[str] | None = None


def expand(pattern: str, kind: str) -> str:
    """Replace vocabulary names, placeholders, gaps and word runs of a rule by plain regular expression."""
    for _ in range(3):
        for name, fragment in VOCABULARY.items():
            pattern = pattern.replace("{" + name + "}", fragment)
    pattern = pattern.replace("{start}", f"(?:\\A|{OWN})")
    for letter, char in PLACEHOLDERS.items():
        pattern = pattern.replace(f"<{letter}>", f"(?P<q>{char})").replace(f"<{letter.lower()}>", char)
    pattern = pattern.replace("<x>", ANY).replace("<a>", AUTHORITY)
    same = PLACEHOLDERS[kind]
    pattern = pattern.replace("<!>", same)
    pattern = pattern.replace(" ~ ", f"(?: [^;|{same}]{{0,75}}?)?[ \\\"'(,:-]{{1,3}}")
    pattern = pattern.replace("~", f"[^;|{same}]{{0,75}}?")
    pattern = pattern.replace(" _ ", " " + _WORDS).replace("_", _WORDS)
    return pattern


def _compiled(pattern: str, kind: str) -> re.Pattern[str] | None:
    return re.compile(expand(pattern, kind)) if pattern else None


def _patterns(spec: Spec) -> Iterator[tuple[str, float, str]]:
    bound = f"<{spec.kind}>"
    same = PLACEHOLDERS[spec.kind]
    for number, frame in enumerate(spec.frames):
        yield f"frame{number}", FRAME, frame
    for number, counted in enumerate(spec.counted):
        yield f"counted{number}", COUNTED, f"{bound} (?:of )?(?:the |its |their |our )?_(?:{counted})"
    extra = f"|(?:{spec.follows})\\b" if spec.follows else ""
    follow = _FOLLOW.replace("{extra}", extra)
    for number, subject in enumerate(spec.subjects):
        yield f"subject{number}", SUBJECT, f"\\b(?:{subject})(?![\\w-]){_LINK}\\s*{bound}{follow}"
    for number, near in enumerate(spec.near):
        gap = f"[^;|{same}]{{0,140}}?"
        yield f"after{number}", FORWARD, f"{bound}{gap}\\b(?P<anchor>{near})"
        yield f"before{number}", BACKWARD, f"\\b(?P<anchor>{near}){gap}{bound}"


def compile_spec(spec: Spec) -> list[Rule]:
    """All rules of one spec, strongest kinds first."""
    needs, forbids = _compiled(spec.needs, spec.kind), _compiled(spec.forbids, spec.kind)
    before = _compiled(f"(?:{spec.not_before})\\s*\\Z" if spec.not_before else "", spec.kind)
    after = _compiled(f"\\s*(?:{spec.not_after})" if spec.not_after else "", spec.kind)
    return [
        Rule(
            name=f"{spec.metric}.{name}",
            metric=spec.metric,
            kind=spec.kind,
            weight=weight + spec.boost,
            pattern=re.compile(expand(pattern, spec.kind)),
            triggers=tuple(spec.triggers),
            needs=needs,
            forbids=forbids,
            not_before=before,
            not_after=after,
            least=spec.least,
            unless=_compiled(spec.unless, spec.kind),
        )
        for name, weight, pattern in _patterns(spec)
    ]
