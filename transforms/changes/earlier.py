"""Which of two levels came first, by their roles, else by the words about them, else by their dates."""

from __future__ import annotations

import re

from transforms.changes import words
from transforms.changes.lines import Line, Page

_COUNTED = r"(?:a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|\d{1,2}|several|some)"
_SPAN = r"(?:days?|weeks?|months?|twelvemonth|quarters?|years?|summers?|winters?|decades?)"
_AGO = rf"{_COUNTED} {_SPAN} (?:ago|earlier|before|previously|back)"
_FORMERLY = re.compile(
    rf"\b(?:{_AGO}|the (?:year|month|quarter|week|summer|winter) before|at one time|back then|in those days|"
    r"as recently as|when (?:i|he|she|they|we) (?:arrived|joined|left|qualified|started|began|came|took over|"
    r"got)[\w' ]{0,30}|(?:(?:in (?:\w+ )?(?:19|20)\d\d(?:[-/]\d\d)?|"
    r"(?:last|the previous|the preceding) (?:year|month|quarter|summer)),? (?:it|there|that|they|the \w+)|"
    r"the (?:figures?|numbers?|rate|total) in (?:19|20)\d\d) (?:was|were|had|stood))\b[^#;.]{0,45}\Z|"
    r"\A\W*(?:previously|formerly)\b[^#;.]{0,60}\Z|\b(?:(?:it|there|that|which|figures?|numbers?|total|average|"
    r"rate|share|they) (?:had been|used to)|having been|once)\b[^#;.]{0,15}\Z"
)
_FORMERLY_AFTER = re.compile(
    rf"\A[^#;.,]{{0,30}}\b(?:{_AGO}|the (?:year|month|quarter) before|"
    rf"when (?:i|we|inspectors|ofsted) (?:arrived|joined|left|came|called|visited|inspected|took))"
)
_COMPARED = re.compile(
    r"(?:compared (?:with|to)|in comparison (?:with|to)|against|versus|rather than|instead of|not|having been|"
    r"(?:up|down) (?:on|from)|(?:improvement|increase|reduction|rise|fall|drop|decline|decrease) (?:on|from)|"
    r"(?:double|treble|triple|twice|half|times)|ahead of|"
    r"than)(?: (?:an? |the )?(?:average|figure|total|rate|previous|last year's(?: figure)?)(?: of)?| the| an?|"
    r" just| only| about| around| some| as many as){0,2} \Z"
)


def sounds_earlier(page: Page, line: Line, index: int) -> bool:
    """Whether the words about a level say that it is past: "a year ago it was #", "# when inspectors called"."""
    mention = page.mentions[index]
    begin, stop = line.clause(mention.char_start)
    left = line.between(begin, mention.char_start)
    left = left[left.rfind("#") + 1 :]
    return bool(_FORMERLY.search(left[-110:]) or _FORMERLY_AFTER.match(line.between(mention.char_end, stop)))


def order(page: Page, line: Line, one: int, other: int) -> tuple[int, int] | None:
    """The earlier and the later of two levels in one line (``one`` printed first); None where nothing tells."""
    first, second = page.mentions[one], page.mentions[other]
    dated = first.period_end is not None and second.period_end is not None and first.period_end != second.period_end
    if first.role != second.role and "previous" in (first.role, second.role):
        pair = (one, other) if first.role == "previous" else (other, one)
        if dated and _is_later(page, *pair):
            return pair[1], pair[0]  # the dates hold: "1,764 in March 2021, was 1,602 a year later"
        return pair
    gap = line.between(first.char_end, second.char_start)
    if (first.role, second.role) == ("projected", "current") and _COMPARED.search(gap):
        return other, one  # "will cost £40m, up from £36m"
    if first.role != second.role or first.role not in ("current", "previous"):
        return None
    if _COMPARED.search(gap):
        return other, one
    if _has_risen_to(line, gap):
        return one, other
    if first.role == "previous":
        return None
    mine, theirs = sounds_earlier(page, line, one), sounds_earlier(page, line, other)
    if mine != theirs:
        return (one, other) if mine else (other, one)
    return None


def _is_later(page: Page, one: int, other: int) -> bool:
    mine, theirs = page.mentions[one].period_end, page.mentions[other].period_end
    return mine is not None and theirs is not None and mine > theirs


def _has_risen_to(line: Line, gap: str) -> bool:
    """Whether the words between two levels take the first to the second: "# and this has increased to #"."""
    if not words.LEADS_TO.search(gap) or words.HOPE.search(gap):
        return False
    moved = words.UP.search(gap) or words.DOWN.search(gap) or words.MOVED.search(gap)
    return bool(moved and len(gap) < 130 and words.RETURNS.search(gap))
