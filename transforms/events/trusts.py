"""Children's services trusts and companies: set up, or ended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from transforms.events import trust_words
from transforms.events.draft import Draft
from transforms.events.factual import is_told
from transforms.events.frames import tellings
from transforms.events.lines import Line
from transforms.events.page import Page
from transforms.events.placed import periods_by
from transforms.events.verbs import forms

_CUES = (
    "trust",
    "company",
    "alternative delivery",
    "in-house",
    "in house",
    "council control",
    "council hands",
    "to the council",
    "to council",
    "authority control",
    "into council",
    "took on",
    "took over",
    "taken on",
    " back to ",
)
_OTHER_BODIES = re.compile(
    r"\b(?:nhs|hospitals?|foundation|academy|multi-academy|housing|wildlife|national|charity|charitable trust|youth "
    r"trust|sports?|leisure|education|schools?|college|energy|water|bus|bridge|"
    r"health|ambulance|mental health|security|software|construction|recruitment|care provider|family|trust fund|"
    r"parish) (?:\w+ )?(?:trust|company)|trust in\b"
)
_DIGIT = re.compile(r"\d")
_NEAR = 30  # code points to a time of their own
_TO_DO = re.compile(r"\bto (?:bring|take|return|move|hand|transfer|wind)\b[^.;]*\Z")
# a trust begins, and it begins many things: "the trust started a campaign"
_OF_ANYTHING = frozenset(
    form
    for verb in ("take on", "begin", "start", "open", "launch", "take up", "commence", "assume", "inherit")
    for form in (forms(verb).third, forms(verb).past, forms(verb).participle)
)
_OF_ITSELF = re.compile(
    r"\Z|[,.;:)\"]|'|,? (?:on|in|at|last|this|from|as|after|when|and|but|two|three|four|five|operat\w+|"
    r"work(?:ing)?\b|"
    r"trading|life|running|its life|the service|services|responsib\w+|control|charge|children's|child|the (?:council|"
    r"county|city|borough|department)|\d)"
)
# "called four times since the trust began"
_SINCE = re.compile(r"\b(?:since|before|until|once) (?:the )?\Z")
_IN_HOUSE = re.compile(
    r"\bin[- ]house|council control|council hands|to the council|into (?:the )?council|back (?:from|to|under|into)"
)
_CHILDREN = re.compile(r"\bchild|\btrust\b|\bsocial (?:care|work)|\bfamil")
_OTHER_SERVICE = re.compile(
    r"\b(?:fostering|housing|leisure|waste|bins?|agency|recruitment|legal|it services|cleaning|catering|repairs|"
    r"placements?|homes?|advocacy|adoption|visits|training|assessments|contact)\b"
)
_CAPITALS = re.compile(
    r"(?:[A-Z][\w'&-]*\s+(?:(?:and|for|of|in|&|with|by)\s+)?){1,6}(?:Children's (?:Services )?Trust|Children's "
    r"Company|Children First|Trust|Children and Families Trust)\b|"
    r"(?:Together for Children|Achieving for Children|Brighter Futures for Children|[A-Z]\w+ Children First)"
)
_ONCE_CALLED = re.compile(r"\b(?:previously|formerly|once|originally|then) (?:called|known|named|the|\u00a4)")
# "The trust, Bright Steps, was set up"
_APPOSED = re.compile(
    r"\b(?:[Tt]rust|[Cc]ompany),? (?:called |known as |named )?(?P<name>[A-Z][\w'-]+(?: "
    r"(?:[A-Z][\w'-]+|for|and|of))*),"
)
_THE = re.compile(r"\A(?:The|A|An|In|And|When|Since|After|New|But|At|From|On)\s+")


def find_trusts(line: Line, page: Page) -> Iterator[Draft]:
    """The trust or company that a sentence tells as set up or ended."""
    if page.in_report and not page.trusts and "trust" not in line.words and "Children" not in line.raw:
        return
    low, high = line.sentence.start, line.sentence.end
    if not any(cue in line.words for cue in _CUES) and not any(low <= name.start < high for name in page.trusts):
        return
    if page.in_report and not (_has_time(line, page) and _named_in(line, page)):
        return
    if not _CHILDREN.search(line.words) and not _named_in(line, page) and "children" not in page.before(line, 1):
        return
    kinds: set[str] = set()
    for kind, start, end, near in _told(line, page):
        if kind in kinds:
            continue
        words = line.words[start:end]
        if _OTHER_BODIES.search(line.words[max(0, start - 20) : end]):
            continue
        if re.search(r",? (?:which|that|who) ", line.words[start:near]):
            start = near  # "to hand its services to a trust, which went live in May"
        if not is_told(line, start, end):
            continue
        if (
            line.words[:start].endswith(" to ")
            or _is_mere_date(line, page, start, end)
            or (kind == "ended" and _TO_DO.search(line.words[:start]))
        ):
            continue
        if kind == "ended" and _IN_HOUSE.search(words) and _OTHER_SERVICE.search(words):
            continue
        name = name_of_trust(line, page)
        yield Draft(f"trust_{kind}", line, near, end, f"trust_{kind}", detail=name, confidence=0.9 if name else 0.75)
        kinds.add(kind)


def _has_time(line: Line, page: Page) -> bool:
    return any(period.date_start or period.kind == "since" for _, _, period in periods_by(line, page.calendar))


def _is_mere_date(line: Line, page: Page, start: int, end: int) -> bool:
    """Whether the words only date another thing, and say no time themselves: "since the trust began"."""
    if _SINCE.search(line.words[:start]) is None:
        return False
    return not any(
        low <= end + _NEAR and high >= start and _DIGIT.search(period.text)
        for low, high, period in periods_by(line, page.calendar)
    )


def _told(line: Line, page: Page) -> Iterator[tuple[str, int, int, int]]:
    """Where the words of a line set a body up or end it: by a verb of it, or by what goes over to it or comes back."""
    masked = replace(line, words=_masked(line, page))
    for kind, known in (("established", trust_words.ESTABLISHED), ("ended", trust_words.WOUND_UP)):
        for noun in trust_words.NOUN.finditer(masked.words):
            for telling in tellings(known, masked, *noun.span()):
                if telling.verb in _OF_ANYTHING and not _OF_ITSELF.match(line.words, telling.end):
                    continue
                yield kind, telling.start, telling.end, telling.near[0]
    for kind, form in trust_words.FORMS:
        for match in form.finditer(masked.words):
            yield kind, *match.span(), match.start()
    for match in trust_words.TAKES_OVER.finditer(line.raw):
        yield "established", *match.span(), match.start()


def _named_in(line: Line, page: Page) -> list[str]:
    low, high = line.sentence.start, line.sentence.end
    named = [each.surface for each in page.trusts if low <= each.start < high]
    return (
        [" ".join(each.replace("\u2019", "'").split()) for each in named]
        or [each["name"] for each in _APPOSED.finditer(line.raw)]
        or [each["name"] for each in trust_words.TAKES_OVER.finditer(line.raw)]
        or [
            _THE.sub("", match[0])
            for match in _CAPITALS.finditer(line.raw)
            if not _OTHER_BODIES.search(match[0].lower())
        ]
    )


def _masked(line: Line, page: Page) -> str:
    """The words of a line with the names of trusts as runs of one sign, of the same length."""
    told = line.words
    for name in sorted({each.lower() for each in _named_in(line, page)}, key=lambda name: (-len(name), name)):
        told = told.replace(name, trust_words.MASK * len(name))
    return told


def name_of_trust(line: Line, page: Page) -> str | None:
    """The name of the trust that a sentence speaks of: its own, else the only one of the text."""
    named = [_plain(name) for name in _named_in(line, page)]
    full = [name for name in named if " " in name]
    if full and _ONCE_CALLED.search(line.words):
        return full[0]
    if full:
        return max(full, key=len)
    everywhere = {_plain(" ".join(each.surface.split())) for each in page.trusts}
    known = {name for name in everywhere if " " in name}
    if named:  # "NCT", which the text gives in full elsewhere
        known = {name for name in known if _initials(name).startswith(named[0].lower())} or set(named[:1])
    return next(iter(known)) if len(known) == 1 else None


def name_fits(surface: str, name: str) -> bool:
    """Whether a printed name of a trust is the one given in full as ``name``, or its initials ("AfC")."""
    plain = _plain(" ".join(surface.split()))
    return plain == name or (" " not in plain and _initials(name).startswith(plain.lower()))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()).lower()


def _plain(name: str) -> str:
    return (
        re.sub(r"'s?\Z", "", name.replace("\u2019", "'"))
        if name.endswith(("'", "\u2019"))
        else name.replace("\u2019", "'")
    )
