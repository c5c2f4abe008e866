"""Letters and reports without grades: of monitoring visits, focused visits and joint targeted area inspections."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from transforms.ofsted.dates import read_days
from transforms.ofsted.folding import fold
from transforms.ofsted.lines import printed_lines
from transforms.ofsted.people import lead_inspector

_HEAD_LENGTH = 2500
_INSPECTORS = ("nspector", "Ofsted", "HMI")
_SUBJECT = re.compile(
    r"(?:re: ?)?(?:ofsted )?(?:(?P<nth>[a-z0-9]+) )?"
    r"(?P<what>monitoring visit|focused visit|joint targeted area inspection|jtai)"
    r"(?: letter| report)?(?: (?:of|to|in|at|for) (?P<whom>.+)|:? (?P<alone>.+)|)",
    re.IGNORECASE,
)
_KINDS = {
    "monitoring visit": "monitoring_visit",
    "focused visit": "focused_visit",
    "joint targeted area inspection": "joint_targeted_inspection",
    "jtai": "joint_targeted_inspection",
}
# what only the document itself says: a salutation, its own summary, the label of a front page
_OWN_WORDS = re.compile(
    r"^[^\w\n]*dear\s+\S|\bthis\s+letter\s+(?:summarises|sets\s+out|outlines|contains|provides)|\bfollowing\s+my\s+visit\b|"
    r"^[^\w\n]*(?:inspection|visit)\s+dates?\b|\bI\s+write\s+on\s+behalf\b",
    re.IGNORECASE | re.MULTILINE,
)
_DATES = re.compile(
    r"^[^\w\n]*(?:(?:inspection|visit)\s+dates?|dates?\s+of\s+(?:the\s+)?(?:inspection|visit))\b", re.I | re.M
)
_ON = re.compile(
    r"\b(?:on|from|between|took\s+place(?:\s+on)?|during)\s+(?=(?:the\s+)?(?:[a-z]+day,?\s+)?\d)", re.IGNORECASE
)
_SAID_OF_VISIT = re.compile(r"\b(?:visit|inspect|undertook|carried\s+out|took\s+place)", re.IGNORECASE)
_SAID_OF_ELSE = re.compile(r"\b(?:judged|published|issued|dated|written)\b", re.IGNORECASE)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
             "twelfth")  # fmt: skip
_ORDINAL = rf"(?P<nth>{'|'.join(_ORDINALS)}|[1-9]\d?(?:st|nd|rd|th))"
_AND_SO_ON = r"(?:\s+(?:and\s+(?:final|last)|quarterly|full|such|Ofsted))*"
# "was the fourth monitoring visit", "findings of the third monitoring visit", "was the second since"
_NUMBERED = (
    re.compile(
        rf"\b(?:this|the|my|our)\s+(?:[\w’'-]+\s+){{0,3}}(?:is|was)\s+(?:[\w’']+\s+){{0,4}}?{_ORDINAL}\b{_AND_SO_ON}\s+"
        r"(?:(?:monitoring\s+|focused\s+)?visit|since)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bfindings\s+of\s+(?:[\w’']+\s+){{1,3}}?{_ORDINAL}\b{_AND_SO_ON}\s+(?:monitoring|focused)\s+visit", re.I
    ),
)
_ILACS = re.compile(r"\(ILACS\)|\bILACS\b|inspection\s+of\s+local\s+authority\s+children[’']s\s+services\s+framework")
_SIF = re.compile(r"single\s+inspection\s+framework", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says of its visit; ``subject`` is the line that names it, folded."""

    kind: str
    subject: str
    number: int | None
    first_day: date | None
    last_day: date | None
    framework: str | None
    lead_inspector: str | None


def read_letter(text: str) -> Letter | None:
    """Return the visit that the letter or report ``text`` is about, None where it is none of Ofsted's."""
    head = text[:_HEAD_LENGTH]
    if not any(who in head for who in _INSPECTORS):
        return None
    lower = head.lower()
    if not any(what in lower for what in _KINDS):
        return None
    subject = _subject(head)
    if subject is None or not _OWN_WORDS.search(head):
        return None
    match, line, end = subject
    kind = _KINDS[match["what"].lower()]
    days = _days(text, end)
    lead = lead_inspector(text, end, min(end + 1500, len(text)))
    return Letter(
        kind=kind,
        subject=line,
        number=_number(match["nth"], text, end),
        first_day=days[0] or days[1],
        last_day=days[1],
        framework=_framework(kind, text),
        lead_inspector=lead[0] if lead else None,
    )


def _subject(head: str) -> tuple[re.Match[str], str, int] | None:
    """Return the match, the folded words and the end of the line, or the two lines, that name the visit."""
    lines = list(printed_lines(head, 0, len(head)))
    for at, (first, last) in enumerate(lines):
        match = _SUBJECT.fullmatch(fold(head[first:last]))
        if match is None:
            continue
        named = fold(head[first:last])
        if named[0].islower() or named.endswith((".", "?", "!")) or len(named) > 160:
            continue
        if at + 1 < len(lines) and not (match["whom"] or match["alone"] or "").endswith("services"):
            last = lines[at + 1][1]
            named = fold(head[first:last])
        before = fold(head[lines[at - 1][0] : lines[at - 1][1]]) if at else ""
        return match, f"{before} \n{named}" if match["whom"] is None else named, last
    return None


def _days(text: str, start: int) -> tuple[date | None, date | None]:
    label = _DATES.search(text, 0, start + 1500)
    if label:
        return read_days(text, label.end())[0]
    for on in _ON.finditer(text, start, min(start + 900, len(text))):
        before = text[max(start, on.start() - 200) : on.start()]
        if _SAID_OF_VISIT.search(before + text[on.start() : on.end() + 250]) and not _SAID_OF_ELSE.search(before[-40:]):
            days, _ = read_days(text, on.end())
            if days[1] is not None:
                return days
    return None, None


def _number(named: str | None, text: str, start: int) -> int | None:
    told = [found["nth"] for pattern in _NUMBERED if (found := pattern.search(text, start, start + 1500))]
    for words in (named, *told):
        if words is None:
            continue
        if words.lower() in _ORDINALS:
            return _ORDINALS.index(words.lower()) + 1
        if words[0].isdigit():
            return int(re.sub(r"\D", "", words))
    return None


def _framework(kind: str, text: str) -> str | None:
    """Return the framework that the letter says the visit was made under."""
    if kind == "joint_targeted_inspection":
        return None
    if _ILACS.search(text):
        return "ILACS"
    return "SIF" if _SIF.search(text) else None
