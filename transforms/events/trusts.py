"""Children's services trusts and companies: set up, or ended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.events.draft import Draft
from transforms.events.factual import is_told
from transforms.events.lines import Line
from transforms.events.page import Page

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
)
_BODY = (
    r"(?:(?:an?|the|its|new|independent|children's|not-for-profit|arm's[- ]length|council-owned|wholly owned|"
    r"voluntary|specialist|separate|standalone|charitable|social care|services|"
    r"community interest|first|own|dedicated|care) )*(?:trust|company|alternative delivery model)"
)
_SET_UP = r"(?:set up|established|created|launched|formed|founded|incorporated|born|unveiled)"
_OTHER_BODIES = re.compile(
    r"\b(?:nhs|hospitals?|foundation|academy|multi-academy|housing|wildlife|national|charity|charitable trust|youth "
    r"trust|sports?|leisure|education|schools?|college|energy|water|bus|bridge|"
    r"health|ambulance|mental health|security|software|construction|recruitment|care provider|family|trust fund|"
    r"parish) (?:\w+ )?(?:trust|company)|trust in\b"
)
_FORMS = (
    (
        "established",
        r"<T>,? (?:an?|the) (?:[\w'-]+ ){0,4}?(?:body|company|organisation|trust|provider),? (?:that was |which was "
        r")?" + _SET_UP + r"\b",
    ),
    (
        "ended",
        r"<T> (?:has |had )?(?:handed|passed|gave|transferred|returned) (?:[\w'-]+ ){0,4}?(?:services|control|"
        r"responsibility|them|functions) (?:back )?to (?:[\w'-]+ ){0,3}?(?:council|authority)",
    ),
    (
        "established",
        r"<T>(?:,? (?:which|that))?(?: \([^)]{1,20}\))?,?(?: (?:was|has been|had been|were|is))(?: \w+ly)? "
        + _SET_UP
        + r"\b",
    ),
    (
        "established",
        _SET_UP + r"(?: (?:by|in|as|at|a|an|the|its|new|independent|children's|called|known|with)){0,6}? <T>",
    ),
    (
        "established",
        r"\b(?:setting up|establishing|creating|launching|forming|creation of|establishment of|launch of|sets up|"
        r"launches|creates) (?:[\w'-]+ ){0,4}?<T>",
    ),
    (
        "established",
        r"<T>(?:,? (?:which|that|who))?(?: \([^)]{1,20}\))?,?(?: (?:has|had|formally|officially|then|first|also|"
        r"finally))* (?:took (?:over|(?:it|them|services|children's services|the service|the department) over|on|"
        r"charge|control|responsibility)|takes over|taken (?:over|on|charge|control)|assumed|began|started|opened|"
        r"opens|went live|goes live|came into (?:being|existence|force|operation)|commenced|became operational|"
        r"launched|was up "
        r"and running|took the reins|inherited)\b",
    ),
    (
        "established",
        r"<T>,?(?: (?:which|that|who|and))? ?(?:has|have) (?:run|been running|delivered|been delivering|provided|"
        r"been providing|looked after|been looking after|managed|been managing|been responsible|operated|"
        r"been in charge|overseen|been "
        r"operating)\b(?=[^.;]{0,80}\bsince\b)",
    ),
    (
        "established",
        r"\b(?:services?|responsibilit(?:y|ies)|control|functions|staff|running|social workers|department|keys|reins) "
        r"(?:[\w',&-]+ ){0,8}?(?:were|was|have been|has been|had been|are|being) (?:\w+ly )?(?:transferred|handed(?: "
        r"over)?|passed|moved|outsourced|switched|spun out|hived off|given|taken over|stripped) (?:[\w'-]+ "
        r"){0,6}?(?:to|into|by) (?:[\w'-]+ ){0,4}?<T>",
    ),
    (
        "established",
        r"\b(?:handed|transferred|passed|outsourced|moved|handing|gave) (?:[\w'-]+ ){0,6}?(?:services|control|"
        r"responsibility|functions) (?:[\w',&-]+ ){0,6}?(?:over )?to (?:[\w'-]+ ){0,4}?<T>",
    ),
    (
        "established",
        r"\b(?:services?|responsibilit(?:y|ies)|control|running)(?: [\w',&-]+){0,6}? (?:passed|"
        r"transferred|moved|switched|went)(?: from (?:[\w'-]+ ){1,4}?)? ?(?:over )?to (?:[\w'-]+ ){0,4}?<T>",
    ),
    (
        "ended",
        r"\b(?:services?|social care|control|functions|it|they)(?: [\w',&-]+){0,4}? (?:returned|reverted|moved|"
        r"went|came|transferred)(?: back)? (?:to|under|into) (?:direct )?(?:the )?(?:[\w-]+ )?(?:council|local "
        r"authority)(?:'s)?(?: control| management| hands)",
    ),
    (
        "ended",
        r"<T>(?:,? (?:which|that))?(?: \([^)]{1,20}\))?,?(?: (?:was|were|has been|had been|have been|is being|"
        r"is))(?: \w+ly)? (?:wound up|wound down|dissolved|abolished|scrapped|disbanded|axed|ended|terminated|"
        r"closed(?: down)?|liquidated|brought back|taken back)\b",
    ),
    (
        "ended",
        r"<T>(?:,? (?:which|that))?,? (?:has |had |finally )*(?:ceased (?:to exist|trading|operating)|closed (?:its|"
        r"their) doors|"
        r"shut (?:its|their) doors|shut down|closed down|folded|came to an end|switched off)\b",
    ),
    (
        "ended",
        r"\b(?:winding up|wound up|dissolved|abolished|scrapped|disbanded|axed|dissolution of|closure of|end of|"
        r"liquidated) (?:[\w'-]+ ){0,3}?<T>",
    ),
    (
        "ended",
        r"\b(?:services?|functions|responsibilit(?:y|ies)|control|staff|they|it|which|department|social workers) "
        r"(?:[\w',&-]+ ){0,8}?(?:were|was|have been|has been|had been|returned|came|moved|are|went|transferred|"
        r"reverted|being|is)(?: \w+ly| all)?(?: (?:brought|taken|handed|transferred|moved|returned|given|passed|come|"
        r"reverted))?(?: back)?,? (?:in-house|in house|back (?:in-house|to (?:the )?(?:[\w'-]+ ){0,3}?(?:council|"
        r"authority)|(?:under|into) (?:the )?(?:direct )?(?:[\w'-]+ )?(?:council|local authority)(?:'s)?(?: control| "
        r"hands)?)|(?:to|under) (?:direct )?(?:council|local authority) (?:control|management|hands))",
    ),
    (
        "ended",
        r"\b(?:brought|took|brings|bringing|taken|taking|returned|returning) (?:[\w',&-]+ ){0,6}?(?:services|social "
        r"care|functions|them|it|control|service|responsibility|social workers|staff|department) (?:[\w'-]+ "
        r"){0,6}?(?:back )?(?:in-house|in house|back from|under (?:direct )?council control|into (?:the )?council)",
    ),
    (
        "ended",
        r"\b(?:back under (?:direct )?council control|back in-house|back in council hands|returned to (?:direct "
        r")?council control|returned to the council)\b",
    ),
)
_MASK = "\u00a4"
_COMPILED = tuple((kind, re.compile(form.replace("<T>", rf"(?:{_MASK}+|{_BODY})"))) for kind, form in _FORMS)
_TO_DO = re.compile(r"\bto (?:bring|take|return|move|hand|transfer|wind)\b[^.;]*\Z")
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
    if page.in_report and not _named_in(line, page):
        return
    if not _CHILDREN.search(line.words) and not _named_in(line, page) and "children" not in page.before(line, 1):
        return
    told = _masked(line, page)
    for kind, form in _COMPILED:
        for match in form.finditer(told):
            if _OTHER_BODIES.search(line.words[max(0, match.start() - 20) : match.end()]) or not is_told(
                line, match.start(), match.end()
            ):
                continue
            if line.words[: match.start()].endswith(" to "):
                continue
            if kind == "ended" and _TO_DO.search(line.words[: match.start()]):
                continue
            if kind == "ended" and _IN_HOUSE.search(match[0]) and _OTHER_SERVICE.search(match[0]):
                continue
            name = name_of_trust(line, page)
            yield Draft(
                f"trust_{kind}", line, match.start(), match.end(), f"trust_{kind}", detail=name,
                confidence=0.9 if name else 0.75,
            )  # fmt: skip
            return


def _named_in(line: Line, page: Page) -> list[str]:
    low, high = line.sentence.start, line.sentence.end
    named = [each.surface for each in page.trusts if low <= each.start < high]
    return (
        [" ".join(each.replace("\u2019", "'").split()) for each in named]
        or [each["name"] for each in _APPOSED.finditer(line.raw)]
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
        told = told.replace(name, _MASK * len(name))
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
