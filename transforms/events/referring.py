"""Sentences that go on about what the one before told: "It was lifted in March", "The first was in May"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.events import words
from transforms.events.draft import Draft
from transforms.events.factual import is_told
from transforms.events.lines import Line
from transforms.events.page import Page

_IT = (
    r"\A[\"']?(?:(?:in|on) [\w ]{3,20},? )?(?:it|they|this|that|both|the (?:notice|direction|order|measures|"
    r"intervention))"
)
_LIFTED = re.compile(
    rf"{_IT} (?:was|were|has been|have been|had been) (?:\w+ly |later |then |eventually |since )?(?:lifted|revoked|"
    rf"withdrawn|removed|"
    r"rescinded|discharged|ended|cancelled|scrapped)\b"
)
_REVOKED = re.compile(
    r"\A[\"']?(?:they|he|she|it|ministers|the (?:government|minister|department|secretary of state))(?: (?:has|have|"
    r"had|then|"
    r"later|finally))* (?:lifted|revoked|withdrew|withdrawn|removed|rescinded|ended|discharged) (?:it|them|"
    r"the (?:notice|direction|"
    r"order|measures))\b"
)
_WOUND_UP = re.compile(
    r"\A[\"']?(?:it|the (?:trust|company|body)) (?:was|has been|had been|is being) (?:\w+ly |later |then |"
    r"eventually |since )?(?:wound up|"
    r"wound down|dissolved|abolished|scrapped|disbanded|axed|closed|brought back)\b"
)
_UNDER = frozenset({"improvement_notice", "direction"})
_VISITS = re.compile(
    rf"\b(?:(?P<monitoring>monitoring visits)|(?P<focused>focus+ed visits)|(?P<visits>visits (?:by|"
    rf"from) {words.OFSTED}|ofsted visits))\b"
)
_EACH = re.compile(
    rf"(?:\A[\"']?|,? (?:and|while|but|with) )(?:the |a |its )?(?P<ordinal>{words.ORDINAL})(?: one| visit| of these|"
    rf" of them)?,? "
    r"(?:(?:was|came|took place|followed|happened|being|had been|was held|was made) )?(?:in|on|last|at|during)\b"
)


def find_referred(line: Line, page: Page) -> Iterator[Draft]:
    """The end of what the sentence before told to have begun, and the visits it counted, one by one."""
    if page.in_report:
        return
    yield from _ended(line, page)
    yield from _each_visit(line, page)


def _ended(line: Line, page: Page) -> Iterator[Draft]:
    before = page.told_before(line)
    for forms, kinds, kind in (
        ((_LIFTED, _REVOKED), _UNDER, "intervention_ended"),
        ((_WOUND_UP,), frozenset({"trust_established"}), "trust_ended"),
    ):
        begun = next((draft for draft in before if draft.kind in kinds), None)
        match = next((found for found in (form.search(line.words) for form in forms) if found is not None), None)
        if begun is None or match is None or not is_told(line, match.start(), match.end()):
            continue
        draft = Draft(kind, line, match.start(), match.end(), f"{kind}_referring", confidence=0.8)
        draft.detail = begun.detail
        yield draft


def _each_visit(line: Line, page: Page) -> Iterator[Draft]:
    counted = _VISITS.search(page.before(line, 1))
    if counted is None:
        return
    kind = "focused_visit" if counted["focused"] else "monitoring_visit"
    for match in _EACH.finditer(line.words):
        start = match.start("ordinal")
        if is_told(line, start, match.end("ordinal")):
            yield Draft(
                kind, line, start, match.end("ordinal"), f"{kind}_referring", number=words.ORDINALS[match["ordinal"]],
                unnamed=counted["visits"] is not None, confidence=0.8,
            )  # fmt: skip
