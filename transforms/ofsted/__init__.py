"""Ofsted's reports and letters on local authorities' children's services: what was inspected, when, by whom, grades.

``read_report`` looks at the head of a text; only what opens as a report or letter is read further.
"""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.codelists import Codelists
from transforms.model import DocumentFacts, Inspection, InspectionReport, Reject
from transforms.ofsted.authority import inspected_authority
from transforms.ofsted.folding import fold
from transforms.ofsted.front import Front, lower_titles, read_front
from transforms.ofsted.judgements import Page, read_judgements
from transforms.ofsted.letters import Letter, read_letter
from transforms.ofsted.people import lead_inspector
from transforms.ofsted.vocabulary import (
    FRAMEWORKS,
    OTHER_TITLE,
    REINSPECTION,
    SAYS_REINSPECTION,
    SAYS_SHORT,
    SHORT_INSPECTION_DAYS,
    VISIT_TITLE,
    Framework,
)

__all__ = ["read_report"]

_TITLES = [(framework, re.compile(framework.title, re.IGNORECASE)) for framework in FRAMEWORKS]
_VISIT = re.compile(VISIT_TITLE, re.IGNORECASE)
_OTHER = re.compile(OTHER_TITLE, re.IGNORECASE)
_REINSPECTION = re.compile(REINSPECTION, re.IGNORECASE)
_SAYS_REINSPECTION = re.compile(SAYS_REINSPECTION, re.IGNORECASE)
_SAYS_SHORT = re.compile(SAYS_SHORT, re.IGNORECASE)
_OPENING = 1500
# places at which a report may name its team; more are no report
_MOST_TEAMS = 20
_TEAM_LENGTH = 400


def read_report(
    text: str, facts: DocumentFacts, codelists: Codelists, page_starts: tuple[int, ...] = ()
) -> InspectionReport | None:
    """Read the inspection and its judgements from a report or letter of Ofsted.

    Args:
        text: the stored normalised text.
        facts: what is known of the document besides its text; its authority counts where the title names none.
        codelists: the authorities.
        page_starts: offsets at which the pages of the document begin.

    Returns:
        None for a text that is no report or letter of Ofsted on a local authority's children's services. For one
        under a framework that is not known, no inspection and a reject. Else the inspection, its judgements, with
        ``text[char_start:char_end]`` the label and the grade, and a reject for each that could not be read.
    """
    front = read_front(text)
    if front is not None and (framework := _framework(front)):
        return _read(text, front, framework, facts, codelists, page_starts)
    if letter := read_letter(text):
        return InspectionReport(_of_letter(letter, facts, codelists))
    if front is None:
        return None
    for title in lower_titles(text):
        if framework := _framework(below := replace(front, title=title)):
            return _read(text, below, framework, facts, codelists, page_starts)
    return _unknown_framework(front, facts) if _OTHER.search(front.title) else None


def _framework(front: Front) -> Framework | None:
    """Return the framework that the title names and that was there on the day."""
    day = front.last_day or front.published_on
    if _VISIT.search(front.title):
        return None
    found = next((each for each, title in _TITLES if title.search(front.title)), None)
    return None if found is None or (day is not None and day < found.since) else found


def _read(
    text: str,
    front: Front,
    framework: Framework,
    facts: DocumentFacts,
    codelists: Codelists,
    page_starts: tuple[int, ...],
) -> InspectionReport:
    inspection = _inspection(text, front, framework, facts, codelists)
    page = Page(text, front, framework.code, page_starts, _name(facts))
    judgements, rejects = read_judgements(page)
    return InspectionReport(inspection, tuple(judgements), tuple(rejects))


def _inspection(
    text: str, front: Front, framework: Framework, facts: DocumentFacts, codelists: Codelists
) -> Inspection:
    lead = front.lead_inspector or _lead_of_team(text, front)
    day = front.first_day or front.last_day or front.published_on or facts.published_on
    return Inspection(
        framework=framework.code,
        kind=_kind(text, front, framework),
        number=None,
        inspection_start=front.first_day,
        inspection_end=front.last_day,
        lead_inspector=lead,
        published_on=front.published_on,
        authority=inspected_authority(front.title, facts, codelists, day),
    )


def _lead_of_team(text: str, front: Front) -> str | None:
    """Return the lead inspector from the list of the team, which stands in the body or near its end."""
    for word in ("Lead inspector", "Lead Inspector"):
        at = text.find(word, front.end)
        tries = 0
        while at >= 0 and tries < _MOST_TEAMS:
            line = text.rfind("\n", 0, at) + 1
            if at - line < len(word) and (found := lead_inspector(text, line, min(at + _TEAM_LENGTH, len(text)))):
                return found[0]
            at = text.find(word, at + 1)
            tries += 1
    return None


def _kind(text: str, front: Front, framework: Framework) -> str:
    if framework.code in ("SIF", "ILACS"):
        opening = fold(text[front.start : front.end + _OPENING])
        if _REINSPECTION.search(front.title) or _SAYS_REINSPECTION.search(opening):
            return "reinspection"
        if framework.code == "ILACS" and (_SAYS_SHORT.search(opening) or _is_short(front)):
            return "short_inspection"
    return framework.kind


def _is_short(front: Front) -> bool:
    if front.first_day is None or front.last_day is None:
        return False
    return (front.last_day - front.first_day).days < SHORT_INSPECTION_DAYS


def _of_letter(letter: Letter, facts: DocumentFacts, codelists: Codelists) -> Inspection:
    day = letter.first_day or facts.published_on
    return Inspection(
        framework=letter.framework,
        kind=letter.kind,
        number=letter.number,
        inspection_start=letter.first_day,
        inspection_end=letter.last_day,
        lead_inspector=letter.lead_inspector,
        published_on=None,
        authority=inspected_authority(letter.subject, facts, codelists, day),
    )


def _unknown_framework(front: Front, facts: DocumentFacts) -> InspectionReport:
    doc = _name(facts)
    message = (
        f"{doc}: the framework of {front.title[:120]!r} is not known: add its title to transforms/ofsted/vocabulary.py"
    )
    return InspectionReport(
        None, (), (Reject("extract", "unknown_framework", doc, "title", message, front.title[:300]),)
    )


def _name(facts: DocumentFacts) -> str:
    """Return what to call the document in a message; who stores the reject knows its path."""
    return facts.url or facts.title or "a report of Ofsted"
