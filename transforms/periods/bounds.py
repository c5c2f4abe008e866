"""What the word before a date makes of it.

"Since 2020" opens a time, "by March" sets it an end, and an event gives way to the date that stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from transforms.periods.context import Reference, fixed_by_when, names_source, sentence_is_future, since_before
from transforms.periods.kinds import DATED
from transforms.periods.resolve import Reading
from transforms.periods.steps import Step
from transforms.periods.words import CLOSING_LEADS, OPENING_LEADS

_EVENT_BOUNDS = ("since", "after", "following", "before", "prior")


def bounded(text: str, steps: list[Step], reference: Reference) -> Iterable[Step]:
    """The steps with those that only bound a time made so, and events joined with the date that stands beside them."""
    result: list[Step] = []
    for step in steps:
        step = _bound(text, step, reference, result[-1].found.end if result else 0)
        if result and result[-1].reading.kind == "event" and _beside(text, result[-1], step):
            event = result.pop()
            if event.found.body.lower().startswith(_EVENT_BOUNDS):
                step = _joined(event, step)
        result.append(step)
    return result


def _bound(text: str, step: Step, reference: Reference, floor: int) -> Step:
    found, kind = step.found, step.reading.kind
    if kind not in DATED:
        return step
    if found.lead in OPENING_LEADS | CLOSING_LEADS and not _dates_itself(text, step):
        return _undated(step, "since" if found.lead in OPENING_LEADS else "until")
    if found.lead == "between" and kind != "span":
        return _undated(step, "since")  # "between the start of 2012 and the time of the inspection"
    if found.lead == "by":
        return _undated(step, "deadline") if _to_come(text, step, reference) else step
    start = since_before(text, found.start) if found.lead in ("in", "on", "at") else None
    if start is not None and start >= floor and not fixed_by_when(text, found.end):
        return _undated(replace(step, found=found._replace(start=start)), "since")
    return step


def _dates_itself(text: str, step: Step) -> bool:
    """Whether the lead opens nothing: "since 2012, when it had 282", "data from March 2012", "from 3 to 9 May"."""
    found = step.found
    if fixed_by_when(text, found.end):
        return True
    return found.lead == "from" and (step.reading.kind == "span" or names_source(text, found.start))


_MOVE = re.compile(r"\bfrom [^.;]{1,60}\bto\b[^.;]{0,40}\Z")
_MOVE_REACH = 110


def _to_come(text: str, step: Step, reference: Reference) -> bool:
    settled = step.reading.days
    past = settled is not None and reference.published is not None and settled[1] < reference.published
    if past and _MOVE.search(text, max(0, step.found.start - _MOVE_REACH), step.found.start):
        return False  # "from 13 to 15 by June 2015", told in November
    if settled is None or sentence_is_future(text, step.found):
        return True
    return reference.published is not None and settled[0] > reference.published


def _undated(step: Step, kind: str) -> Step:
    return replace(step, reading=Reading(kind, None, step.reading.point))


def _beside(text: str, event: Step, step: Step) -> bool:
    """Whether a date says when the event was: "during the last full inspection in early 2018"."""
    between = text[event.found.end : step.found.start]
    return step.reading.days is not None and len(between) <= 3 and not between.strip(" ,\n(")


def _joined(event: Step, step: Step) -> Step:
    """One step of an event and its date, open at one end: "since the last inspection in 2015"."""
    return replace(
        step, found=step.found._replace(start=event.found.start), reading=Reading("since", None, step.reading.point)
    )
