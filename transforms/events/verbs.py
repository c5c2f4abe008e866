"""Verbs with all their forms, made from the base of each: a new verb is one word in one list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

# base: past, participle where these are not made with -ed
_IRREGULAR = MappingProxyType(
    {
        "become": ("became", "become"), "begin": ("began", "begun"), "break": ("broke", "broken"),
        "bring": ("brought", "brought"), "build": ("built", "built"), "come": ("came", "come"),
        "cut": ("cut", "cut"), "draw": ("drew", "drawn"), "fall": ("fell", "fallen"), "find": ("found", "found"),
        "get": ("got", "got"), "give": ("gave", "given"), "go": ("went", "gone"), "grow": ("grew", "grown"),
        "hand": ("handed", "handed"), "hit": ("hit", "hit"), "hold": ("held", "held"), "keep": ("kept", "kept"),
        "lay": ("laid", "laid"), "lead": ("led", "led"), "leave": ("left", "left"), "let": ("let", "let"),
        "lose": ("lost", "lost"), "make": ("made", "made"), "meet": ("met", "met"), "oversee": ("oversaw",
        "overseen"), "pay": ("paid", "paid"),
        "put": ("put", "put"), "rise": ("rose", "risen"), "run": ("ran", "run"), "say": ("said", "said"),
        "see": ("saw", "seen"), "send": ("sent", "sent"), "set": ("set", "set"), "shake": ("shook", "shaken"),
        "shed": ("shed", "shed"), "sink": ("sank", "sunk"), "slide": ("slid", "slid"), "spend": ("spent", "spent"),
        "spin": ("spun", "spun"), "stand": ("stood", "stood"), "take": ("took", "taken"), "throw": ("threw",
        "thrown"),
        "undergo": ("underwent", "undergone"), "undertake": ("undertook", "undertaken"), "win": ("won", "won"),
        "wind": ("wound", "wound"), "withdraw": ("withdrew", "withdrawn"), "write": ("wrote", "written"),
        "bear": ("bore", "born"), "shut": ("shut", "shut"), "tell": ("told", "told"), "leap": ("leapt", "leapt"),
        "deal": ("dealt", "dealt"), "read": ("read", "read"), "have": ("had", "had"), "fight": ("fought", "fought"),
    }
)  # fmt: skip
# those that double their last letter: "dropped"
_DOUBLING = frozenset(
    {"drop", "step", "scrap", "plan", "rip", "slip", "strip", "stop", "transfer", "refer", "label", "cancel", "signal"}
)
_DOUBLED_GERUND = _DOUBLING | {"cut", "get", "put", "set", "let", "hit", "run", "win", "shed", "begin", "shut", "spin"}
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one verb; a particle ("set up") stands in each."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


def forms(verb: str) -> Forms:
    """The forms of a verb that is given by its base, with its particle if it has one."""
    base, _, particle = verb.partition(" ")
    past, participle = _IRREGULAR.get(base) or (_past(base),) * 2
    made = (base, _third(base), past, participle, _gerund(base))
    return Forms(*(f"{form} {particle}" if particle else form for form in made))


def _third(base: str) -> str:
    if base == "have":
        return "has"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{base}s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ied"
    return f"{base}{base[-1]}ed" if base in _DOUBLING else f"{base}ed"


def _gerund(base: str) -> str:
    if base.endswith("e") and not base.endswith("ee"):
        return f"{base[:-1]}ing"
    return f"{base}{base[-1]}ing" if base in _DOUBLED_GERUND else f"{base}ing"


def alternation(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, longest first, each once."""
    return "(?:" + "|".join(sorted(set(words), key=lambda word: (-len(word), word))) + ")"


def told_forms(verbs: Iterable[str]) -> str:
    """The forms in which a verb tells what is done: finite, participle and gerund."""
    return alternation(
        form for made in map(forms, verbs) for form in (made.third, made.past, made.participle, made.gerund)
    )


def finite_forms(verbs: Iterable[str]) -> str:
    """The forms that stand after a subject, or after "has" and "had"."""
    return alternation(form for made in map(forms, verbs) for form in (made.third, made.past, made.participle))


def past_forms(verbs: Iterable[str]) -> str:
    """The forms that tell what is over: past, and the participle after "has" and "had"."""
    return alternation(form for made in map(forms, verbs) for form in (made.past, made.participle))


def participles(verbs: Iterable[str]) -> str:
    """The forms of the passive."""
    return alternation(forms(verb).participle for verb in verbs)
