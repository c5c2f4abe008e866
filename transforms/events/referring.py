"""Sentences that go on about what the one before told: "It was lifted in March", "The first was in May"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.events import measure_words, words
from transforms.events.commissioners import APPOINTED
from transforms.events.draft import Draft
from transforms.events.factual import is_told
from transforms.events.frames import ADVERBS, tellings
from transforms.events.lines import Line
from transforms.events.page import Page
from transforms.events.trust_words import ESTABLISHED, WOUND_UP
from transforms.events.verbs import past_forms

# the pronoun or the short name by which a sentence goes on about a thing
_AGAIN = re.compile(
    r"(?:\A[\"']?(?:(?:in|on|by|from|since) [\w ]{3,25},? |later,? |eventually,? )?|; |, (?:and|but|though|"
    r"although) )"
    r"(?P<noun>the (?:first|second|third|former|latter|other|earlier one|previous one|last)(?: one)?|it|they|"
    r"both|these|this|that|(?:the|this|that) (?:notice|direction|order|measures|intervention|"
    r"trust|company|"
    r"body|organisation|arrangement|experiment|partnership|contract))(?=[ ,])"
)
_REVOKED = re.compile(
    rf"(?:\A[\"']?|; |, (?:and |but )?)(?:they|he|she|it|ministers|the (?:government|minister|department|"
    rf"secretary of state))"
    rf"(?: (?:has|have|had))?{ADVERBS}{{0,2}} "
    rf"{past_forms(('lift', 'revoke', 'withdraw', 'remove', 'rescind', 'end', 'discharge', 'cancel', 'drop'))} "
    rf"(?:it|them|"
    r"the (?:notice|direction|order|measures))\b"
)
_UNDER = frozenset({"improvement_notice", "direction", "intervention_ended"})
_TRUSTS = frozenset({"trust_established", "trust_ended"})
_VISITS = re.compile(
    rf"\b(?:(?P<monitoring>monitoring visits)|(?P<focused>focus+ed visits)|(?P<visits>visits (?:by|"
    rf"from) {words.OFSTED}|ofsted visits))\b"
)
_EACH = re.compile(
    rf"(?:\A[\"']?|; |,? (?:and|while|but|with) )(?:the |a |its )?(?P<ordinal>{words.ORDINAL})(?: one| visit| "
    rf"of these|"
    rf" of them)?,? "
    r"(?:(?:was|came|took place|followed|happened|being|had been|was held|was made) )?(?:in|on|last|at|during)\b"
)


def find_referred(line: Line, page: Page) -> Iterator[Draft]:
    """The end of what the sentence before told to have begun, and the visits it counted, one by one."""
    if page.in_report:
        return
    yield from _ended(line, page)
    yield from _appointed(line, page)
    yield from _each_visit(line, page)


def _ended(line: Line, page: Page) -> Iterator[Draft]:
    """What a sentence tells of the notice, direction or trust that the one before told, by a pronoun."""
    before = page.told_before(line)
    under = next((draft.kind for draft in before if draft.kind in _UNDER), None) or _spoken_of(page.before(line, 1))
    trust = next((draft for draft in before if draft.kind in _TRUSTS), None)
    revoked = _REVOKED.search(line.words)
    if revoked is not None and (under or measure_words.ANY.search(line.words, 0, revoked.start())):
        yield from _going_on("intervention_ended", line, revoked.start(), revoked.end(), revoked.start())
    for noun in _AGAIN.finditer(line.words):
        if under is not None:
            for telling in tellings(measure_words.LIFTED, line, *noun.span("noun")):
                yield from _going_on("intervention_ended", line, telling.start, telling.end, telling.near[0])
            for telling in tellings(measure_words.IMPOSED, line, *noun.span("noun")):
                if not telling.leads and telling.verb not in _OF_PEOPLE:
                    yield from _going_on(_begun(under, page, line), line, telling.start, telling.end, telling.near[0])
        if trust is not None:
            for kind, known in (("trust_ended", WOUND_UP), ("trust_established", ESTABLISHED)):
                for telling in tellings(known, line, *noun.span("noun")):
                    for draft in _going_on(kind, line, telling.start, telling.end, telling.near[0]):
                        draft.detail = trust.detail
                        yield draft


def _spoken_of(before: str) -> str | None:
    """The kind of the notice or direction that a sentence speaks of, whether or not it told the event."""
    if measure_words.NOTICE.search(before):
        return "improvement_notice"
    return "direction" if measure_words.A_DIRECTION.search(before) else None


def _appointed(line: Line, page: Page) -> Iterator[Draft]:
    """The appointment of the commissioner whom the sentence before speaks of: "She was appointed on 3 May"."""
    person = _PERSON.match(line.words)
    if person is None or "commissioner" not in page.before(line, 1):
        return
    for telling in tellings(APPOINTED, line, *person.span("noun")):
        if not telling.leads:
            yield from _going_on("commissioner_appointed", line, telling.start, telling.end, telling.near[0])


_PERSON = re.compile(r"[\"']?(?P<noun>she|he|they|dr \w+|ms \w+|mr \w+|mrs \w+)(?= )")
_OF_PEOPLE = frozenset({"came", "comes", "come", "began", "begins", "begun", "started", "starts", "put", "sent", "hit"})


def _begun(under: str, page: Page, line: Line) -> str:
    """What began with the thing that the sentence before speaks of: a notice, or a direction."""
    return under if under != "intervention_ended" else _spoken_of(page.before(line, 1)) or "direction"


def _going_on(kind: str, line: Line, start: int, end: int, near: int) -> Iterator[Draft]:
    if is_told(line, start, end):
        yield Draft(kind, line, near, end, f"{kind}_referring", confidence=0.8)


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
