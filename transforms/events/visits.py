"""Inspections, monitoring visits and focused visits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.events import visit_words, words
from transforms.events.draft import FAMILY, Draft
from transforms.events.factual import is_told
from transforms.events.frames import tellings
from transforms.events.lines import Line
from transforms.events.narrative import began
from transforms.events.page import Page
from transforms.events.placed import periods_by
from transforms.events.stays import find_stays, of_series, partly_graded, times_after

_SECOND_REACH = 80
_NEAR = 110


def find_visits(line: Line, page: Page) -> Iterator[Draft]:
    """The inspections and visits that a sentence tells as having taken place."""
    if visit_words.OTHER_SERVICES.search(line.words):
        return
    if (
        not page.in_report
        and visit_words.OTHER_BODY.search(line.words)
        and visit_words.OUR_BODY.search(line.words) is None
        and visit_words.JOINT_INSPECTION.search(line.words) is None
    ):
        return
    found = [*_nouns(line, page), *find_stays(line, page)]
    if not found and not page.in_report:
        found.extend(of_series(line))
    if not found and not page.in_report:
        found.extend(partly_graded(line, page))
    yield from _one_each(found)


def _nouns(line: Line, page: Page) -> Iterator[Draft]:
    if not any(cue in line.words for cue in visit_words.NOUN_CUES):
        return
    for match in visit_words.NOUN.finditer(line.words):
        start, end = match.span("noun")
        ordinal = visit_words.ORDINAL.search(line.words, max(0, start - 80), start)
        first = ordinal.start() if ordinal else start
        before = line.words[max(0, first - 45) : first]
        after = line.words[end:]
        if visit_words.INSPECTION_OF_OTHERS.match(after) or visit_words.OF_OTHERS.search(" ".join(before.split()[-3:])):
            continue
        if match["visit"] and not _is_of_ofsted(line, page, first, end):
            continue
        if match["look"] and visit_words.OF_INSPECTORS.search(line.words[:start]) is None:
            continue
        if visit_words.BY_OTHERS.search(after[:90]):
            continue
        if not visit_words.PRESUPPOSED.search(before) and not is_told(line, first, match.end()):
            continue
        kind, unnamed = _kind(match)
        if match["look"] and visit_words.FULL.search(before):
            kind, unnamed = "inspection", False
        draft = Draft(kind, line, first, end, f"{kind}_noun", unnamed=unnamed)
        if ordinal and kind != "inspection":
            draft.number = words.ORDINALS[ordinal["ordinal"]]
        counted = visit_words.WAS_ITS.match(after)
        if counted is not None and draft.number is None and kind != "inspection":
            draft.number = words.ORDINALS[counted["ordinal"]]
        if draft.number is None and kind != "inspection":
            draft.number = times_after(line, end)
        is_plural = (match["plural"] or match["noun"].endswith("s")) and not ordinal
        if is_plural:
            draft.end = match.end()
            yield from _plural(draft, page)
            continue
        if _is_dated(draft, page) or (visit_words.THIS_ONE_WAS.match(line.words[:first]) and _take_dates(draft, page)):
            yield draft
        elif draft.number is not None or (not page.in_report and _is_told_undated(line, match, before, after)):
            draft.passing = not visit_words.FOUND.match(after)
            yield draft
        if draft.number is not None:
            yield from _second(draft)


def _second(draft: Draft) -> Iterator[Draft]:
    """The visit that follows a numbered one: "the first took place in March and the second in July"."""
    match = visit_words.SECOND.search(draft.line.words, draft.end, draft.end + _SECOND_REACH)
    if match is not None and is_told(draft.line, match.start(), match.end()):
        yield Draft(
            draft.kind, draft.line, match.start("ordinal"), match.end(), f"{draft.kind}_second",
            number=words.ORDINALS[match["ordinal"]], confidence=0.8,
        )  # fmt: skip


def _take_dates(draft: Draft, page: Page) -> bool:
    """Give "This was our second monitoring visit" the days of the visit that the sentence before tells."""
    for told in page.told_before(draft.line):
        if told.kind in FAMILY and told.is_dated and (told.unnamed or told.kind == draft.kind) and told.number is None:
            draft.date_start, draft.date_end = told.date_start, told.date_end
            draft.has_time, draft.dated_by_words = True, False
            return True
    return False


def _kind(match: re.Match[str]) -> tuple[str, bool]:
    if match["monitoring"]:
        return "monitoring_visit", False
    if match["focused"]:
        return "focused_visit", False
    return ("inspection", False) if match["inspection"] else ("monitoring_visit", True)


def _is_of_ofsted(line: Line, page: Page, start: int, end: int) -> bool:
    """Whether a "visit" is one of inspectors."""
    if page.in_report or visit_words.TOOK_PLACE.match(line.words, end):
        return page.in_report or visit_words.OFSTED.search(page.layout.lower) is not None
    around = line.words[max(0, start - 120) : end + 60]
    if visit_words.OFSTED.search(around) or visit_words.RATED.search(around):
        return True
    return bool(
        visit_words.POSSESSIVE.search(line.words[max(0, start - 40) : start])
        and (visit_words.OFSTED.search(page.before(line, 1)) or visit_words.OF_THEIRS.search(page.before(line, 1)))
    )


def _is_dated(draft: Draft, page: Page) -> bool:
    """Whether a time stands right by the noun."""
    line = draft.line
    own = page.in_report and visit_words.OWN.search(line.words[: draft.start]) is not None
    for low, high, period in periods_by(draft.line, page.calendar):
        if low <= draft.start and draft.end <= high:
            return period.kind != "since" or began(period, page.facts) is not None
        if period.kind == "since" and 0 <= draft.start - high <= 1 and began(period, page.facts) is not None:
            return True  # "After the 2017 inspection"
        if period.kind == "since":
            continue
        if draft.start - 4 <= low and high <= draft.end + 1:
            return True
        gap = draft.line.words[high : draft.start] if high <= draft.start else draft.line.words[draft.end : low]
        if high <= draft.start and re.fullmatch(
            r"'?s?,? (?:when (?:they|it|\w+) )?"
            r"(?:(?!(?:after|following|since|before|by|from|to|about) )[\w'-]+ ){0,3}",
            gap,
        ):
            return True
        if own and (high <= draft.start or visit_words.RIGHT_BY.fullmatch(gap) is None):
            continue  # "during the inspection, with sign-off by September 2017"
        if low >= draft.end and len(gap) <= _NEAR and not visit_words.OTHER_CLAUSE.search(gap):
            return True
    return False


def _is_told_undated(line: Line, match: re.Match[str], before: str, after: str) -> bool:
    """Whether a noun without a time is told as having taken place, and not only spoken of."""
    if visit_words.OF_HOMES.search(line.words):
        return False
    if visit_words.FOUND.match(after) or any(
        True for _ in tellings(visit_words.HELD, line, match.start("noun"), match.end("noun"))
    ):
        return True
    if visit_words.THIS_WAS.search(before):
        return True
    if visit_words.BARE_SINCE.search(before):
        return False
    if match["inspection"] or match["visit"]:
        return bool(
            visit_words.MADE.search(before)
            or visit_words.IN_FIRST.search(line.words, 0, match.start("noun"))
            or visit_words.LETTER_ABOUT.search(before)
            or (visit_words.ARTICLE.search(before) and visit_words.PRESENT_TOLD.search(before))
        )
    return bool(
        visit_words.ARTICLE.search(before) or visit_words.MADE.search(before) or visit_words.PRESENT_TOLD.search(before)
    )


def _plural(draft: Draft, page: Page) -> Iterator[Draft]:
    """A plural with dates is as many: "Two focused visits in March 2019 and October 2019"."""
    line, end = draft.line, draft.end
    joined = re.compile(
        r"(?: in| on| during| took place(?: in| on)?| were in|,? and(?: in| on)?|,|, (?:first|one|the first) in)?,? "
        r"?(?:in |on )?"
    )
    for low, high, period in periods_by(line, page.calendar):
        if low < end:
            continue
        if visit_words.ONE_OF_THEM.search(line.words[:low]) and period.date_start is not None:
            yield Draft(
                draft.kind, line, draft.start, high, f"{draft.kind}_plural", unnamed=draft.unnamed,
                date_start=period.date_start, date_end=period.date_end, has_time=True, dated_by_words=False,
            )  # fmt: skip
            end = high
            continue
        if not joined.fullmatch(line.words[end:low]) or period.date_start is None or period.kind == "since":
            continue
        yield Draft(
            draft.kind, line, draft.start, high, f"{draft.kind}_plural", unnamed=draft.unnamed,
            date_start=period.date_start, date_end=period.date_end, has_time=True, dated_by_words=False,
        )  # fmt: skip
        end = high


def _one_each(found: list[Draft]) -> Iterator[Draft]:
    """Of a verb and a noun that tell one visit ("looked at 41 cases during their visit") the one that says more."""
    named = [draft for draft in found if not draft.unnamed]
    unnamed = [draft for draft in found if draft.unnamed]
    yield from (draft for draft in named if draft.rule != "inspection_alarm" or len(named) == 1)
    if not named and unnamed:
        yield max(unnamed, key=lambda draft: (draft.number is not None, draft.rule.endswith("noun"), draft.start))
