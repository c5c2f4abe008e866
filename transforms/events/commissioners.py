"""Commissioners: said to be appointed to a council's services, or to guide them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.events import words
from transforms.events.draft import Draft
from transforms.events.factual import is_told
from transforms.events.frames import frames, tellings
from transforms.events.lines import Line
from transforms.events.measure_words import COMMISSIONER_GONE
from transforms.events.page import Page
from transforms.events.verbs import finite_forms, participles

_OFFICE = (
    r"(?:(?:dfe|government|department|whitehall|ministerially)(?:-| )?(?:appointed )?|independent |children's "
    r"services |improvement |new |first |non-executive |expert |external |special |interim |children's social "
    r"care )*"
)
_NOUN = re.compile(rf"\b{_OFFICE}commissioners?\b(?! (?:for england|of police|services))")
APPOINTED = frames(
    transitive=(
        "appoint", "name", "install", "send", "send in", "bring", "bring in", "draft", "draft in", "call in", "put",
        "put in", "parachute in", "dispatch", "despatch", "assign", "select", "confirm", "choose", "impose", "deploy",
        "place", "order in", "usher in", "nominate", "send for", "settle for",
    ),
    intransitive=("arrive", "move in", "start", "start work", "take up", "come in", "begin work", "begin", "walk in"),
    nouns=("appointment", "arrival", "naming", "installation", "dispatch", "imposition"),
    through=("in", "as"),
    gap=12,
)  # fmt: skip
_GUIDES = frames(
    transitive=("put in place",),
    intransitive=(
        "oversee", "guide", "supervise", "run", "take charge", "work with", "take over", "monitor", "direct",
        "spend", "lead", "advise",
    ),
    states=("looking", "watching", "in place", "in charge", "in post", "overseeing", "guiding", "supervising",
    "running", "working with"),
)  # fmt: skip
_GUIDED = re.compile(
    rf"\b(?:under (?:the )?(?:\w+ )?(?:guidance|supervision|oversight|leadership|eye|control|watch|direction|gaze|"
    rf"scrutiny) of|{participles(('oversee', 'supervise', 'guide', 'run', 'monitor', 'support', 'advise', 'lead'))} by|"
    r"(?:held to account|watched over) by|(?<!to )(?:work|works|worked|working) with|"
    r"(?:has|have|had)(?: had)?)(?: (?:an?|the|its|its own))? \Z"
)
_NAMED = re.compile(
    r"\b(?:dfe|government|department|ministerially|department for education)(?:'s)?[- ](?:appointed )?"
    r"(?:children's (?:services )?)?commissioner\b|"
    r"\b(?:an?|its|a new|first) (?:children's services|improvement|children's social care|independent|"
    r"government|non-executive|dfe) commissioner\b(?! of\b)|"
    r"\b(?:job|post|role|task) of (?:\w+ )?commissioner (?:went|was given|was handed|fell|passed|has gone|was "
    r"offered) to\b"
)
# "The government appointed a former director to run the council's children's services"
_OVERSEER = re.compile(
    rf"\b{words.GOVERNMENT}(?: (?:has|had|have|then|also))* {finite_forms(('appoint', 'name', 'install', 'send'))} "
    r"[^;.]{3,60}? to (?:run|oversee|supervise|take charge of|take over|direct) (?:the |its )?[\w' ]{0,30}?"
    r"(?:children's|department|improvement|services|turnaround)"
)
_OTHER_OFFICE = re.compile(
    r"\b(?:police(?: and| &) crime|crime|information|electoral|victims'?|traffic|responsive|lead|joint|health|ccg|"
    r"nhs|service|placement|strategic|european|boundary|charity|domestic abuse|high|police|fire|met|metropolitan "
    r"police|england's children's|the children's) commissioner|\bcommissioner (?:for|of) (?:england|standards|public|"
    r"london|police|wales|victims|children\b(?!'s services))|\bcommissioners? (?:and|of|for) (?:provid|services)"
)
_REPORT_BY = re.compile(
    r"\A'?s?'? (?:\w+ ){0,2}(?:report|review|recommendations?|findings|letter|conclusions?|verdict)\b"
)
_REPORT_OF = re.compile(
    r"\b(?:report|letter|review|findings|advice|recommendations?) (?:of|by|from) (?:the |its |a )?\Z"
)
# "extending the commissioner's appointment"
_PROLONGED = re.compile(r"\b(?:extend|renew|prolong|confirm)\w* (?:the |its |a )?\Z")
_SINCE = re.compile(r" since\b")


def find_commissioners(line: Line, page: Page) -> Iterator[Draft]:
    """The commissioner whom a sentence tells as appointed or guiding the service, at most one."""
    gone = [match.span() for match in COMMISSIONER_GONE.finditer(line.words)]
    for start, end in _told(line):
        if _OTHER_OFFICE.search(line.words[max(0, start - 40) : end + 25]):
            continue
        if line.sentence.kind == "heading" and line.words[:start].endswith(" to "):
            continue  # "Government to send in commissioner"
        if _REPORT_BY.match(line.words[end:]) or not is_told(line, start, end):
            continue
        if _REPORT_OF.search(line.words, max(0, start - 40), start) or _PROLONGED.search(
            line.words, max(0, start - 40), start
        ):
            continue
        if any(low < end and start < high for low, high in gone):
            continue
        if page.in_report and "appoint" not in line.words[start:end]:
            continue
        yield Draft("commissioner_appointed", line, start, end, "commissioner")
        return


def _told(line: Line) -> Iterator[tuple[int, int]]:
    for match in _NOUN.finditer(line.words):
        for known in (APPOINTED, _GUIDES):
            for telling in tellings(known, line, *match.span()):
                yield telling.start, telling.end
        guided = _GUIDED.search(line.words[max(0, match.start() - 60) : match.start()])
        # "has had a commissioner since May": who merely has one is not told to have got it
        if guided is not None and (not guided[0].startswith("ha") or _SINCE.match(line.words, match.end())):
            yield max(0, match.start() - 60) + guided.start(), match.end()
    for form in (_NAMED, _OVERSEER):
        for match in form.finditer(line.words):
            yield match.span()
