"""The words around a grade that make it one of the whole service, or none: others' grades, areas, hopes, losses."""

from __future__ import annotations

import re

from transforms.events import words
from transforms.events.grade_forms import JUDGED, Q

FORMS_IN_REPORT = frozenset({"moved", "overall", "passive", "active", "requires", "is"})
NEEDS_OFSTED = frozenset(
    {"quoted", "apposed", "nouned", "since", "is", "requires", "told", "said_after", "given", "verdict", "we_are"}
)
# what a service is told, or gets, in a word that is a grade and little else
PLAIN_ENOUGH = frozenset({"told", "verdict", "given"})
OF_OFSTED_ALONE = frozenset({"inadequate", "requires_improvement"})
WEAK_VERBS = frozenset(
    {
        "found",
        "finds",
        "described",
        "describes",
        "considered",
        "assessed",
        "returned",
        "returns",
        "marked",
        "called",
        "calls",
        "came out",
    }
)
# a word of each grade, which is found faster than the pattern
CUES = (
    "adequate", "good", "outstanding", "improvement", "fail", "wanting", "highest", "lowest", " top ",
    " best ", " worst ",
    " bottom ",
)  # fmt: skip
ANY = re.compile(words.GRADE)
OFSTED = re.compile(rf"\b(?:{words.OFSTED}|inspection|inspected|monitoring visit|rating|rated|judged|inspection)")
JUDGES = re.compile(rf"\b{JUDGED}\b")
NEGATED = re.compile(
    r"\b(?:not|never|neither|nor|no longer|longer|less than|than|isn't|wasn't|aren't|weren't|yet|barely)(?: "
    r"\w+){0,2} [\"']?\Z"
)
BREAK = re.compile(
    r"; |: | - | – | — |, which (?:was|took place) [^,]{3,40}, |, (?:but|while|whilst|whereas|although|though|and|"
    r"with|including|who)\b|\b(?:but|while|"
    r"whereas|although|because|after|since|when|if) |\. |[\"] "
)
AUXILIARY = re.compile(
    r"\b(?:was|were|is|are|be|been|being|has|have|had|also|then|again|all|both|now|previously|recently|once|later|"
    r"still|first|which|who|that|and|having|itself|themselves|to|not)\b|[,\"'() ]+"
)
NO_GRADE = re.compile(
    r"\A (?:at(?! last| the last| its last)|for (?:children|families)|in parts|enough|or better|or outstanding|"
    r"or above|or good)\b"
)
TO_GET = re.compile(
    r"\b(?:to|towards?|aspir\w+|road to|journey to|path to|chasing|deserve\w*|push for|drive for|get to|getting to|"
    r"becoming|become|on track for)(?: (?!after\b|following\b|since\b)\w+){0,3} \Z"
)
ENTITY = re.compile(
    r"\b(?:school|academy|nursery|college|hospital|care home|children's homes?|pre-school|fostering agency|adoption "
    r"agency|homes)\b"
)


FOR_AREA = re.compile(
    rf"[\"']?,? (?:for|in)(?! (?:\w+ ){{1,3}}(?:years?|months?|decades?|weeks?|inspections?)\b) (?:its |the )?(?:\w+ "
    rf")?{words.AREA.pattern}"
)
# a grade of so many of the areas, and one of councils at large
_COUNT = r"(?:one|two|three|four|five|six|\d)"
OF_PARTS = re.compile(
    rf"\b{_COUNT} (?:areas? |aspects? |categories |strands )?(?:out )?of (?:the |its |their |our )?(?:{_COUNT}\b|"
    rf"areas|aspects)"
)
OF_MANY = re.compile(
    r"\b(?:third|quarter|half|most|many|several|number|majority|\w+(?:th|fths?|ths)|per cent|percentage|proportion|%|"
    r"one in \w+|few|more|fewer)"
    r"(?: of)?(?: the| all)?(?: [\w'-]+)? (?:councils|authorities|departments)\b"
)
# "four years after being damned": no count of areas
TIMES = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|a|\d+) (?:more |straight |consecutive )?(?:years?|"
    r"months?|weeks?|days?|"
    r"times|inspections|decades?)\b"
)
# the number of a day is no count of areas: "on 14 March inspectors concluded that"
DAYS = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?(?: (?:and|to|-) \d{1,2})? (?=january|february|march|april|may|june|july|august|"
    r"september|"
    r"october|november|december)"
)
OF_AGENCY = re.compile(r"\binspection of [^.]{0,50}\b(?:adoption|fostering) (?:service|agency)")
PRONOUN = re.compile(r"\b(?:it|they|which|this)\b")
PUPILS = re.compile(r"\b(?:pupils?|schools?|academy|residents|beds|patients|nursery|unit|home)\b")
OF_SERVICES = re.compile(r"\b(?:services|social care|ofsted|inspect\w+|council|authority|department)\b")
AND_THEN = re.compile(
    rf"[\"']? in (?:\w+ )?\d{{4}},?(?: and| and then| then| but)?(?: as)? {Q}{words.GRADE}{Q}(?= in (?:\w+ "
    rf")?\d{{4}})"
)
BY_OFSTED = re.compile(rf"\b{words.OFSTED}(?: (?:had|have|has|also|then|again|now|last))* \Z")
LOST = re.compile(
    r"\bstrip\w*[\w' ]{0,40} of(?: its| their)? \Z|\b(?:los[et]|loses|losing|stripped of|shed|shook off|shaken "
    r"off|threw off)(?: \w+)? \Z"
)
FORMER = re.compile(r"\b(?:from|after|since|despite|following|of)(?: an?| its| the)? [\"']\Z")
OF_OTHER = re.compile(rf"{words.AREA.pattern}'s? (?:\w+ )?\Z")
FIRST_TO = re.compile(r"\b(?:first|only|second|third|few|latest)(?: [\w'-]+){0,6} to (?:be )?\Z")
