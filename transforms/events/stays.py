"""The stays of inspectors, told by what they did: "Ofsted visited", "they spent a fortnight with us"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.events import visit_words, words
from transforms.events.draft import FAMILY, Draft
from transforms.events.factual import clause_before, is_told
from transforms.events.lines import Line
from transforms.events.page import Page
from transforms.events.placed import periods_by

_WEEK_OF_WORK = 4  # days from the first to the last
_LONGEST_STAY = 27
_CALENDAR = frozenset({"month", "week", "quarter"})
_NEAR = 110


def times_after(line: Line, place: int) -> int | None:
    """The number that a visit has after its words: "for a fourth time", "their third since the failing grade"."""
    match = visit_words.TIMES.match(line.words[place:])
    return words.ORDINALS[match["time"] or match["such"]] if match is not None else None


def find_stays(line: Line, page: Page) -> Iterator[Draft]:
    """The inspections and visits that a sentence tells by a verb, active or passive."""
    yield from _active(line, page)
    yield from _passive(line, page)
    if page.in_report:
        return
    for match in visit_words.ALARM.finditer(line.words):
        draft = Draft("inspection", line, match.start(), match.end(), "inspection_alarm", confidence=0.7)
        if is_told(line, match.start(), match.end()) and _has_time(draft, page):
            yield draft


def _form(line: Line, page: Page) -> re.Pattern[str]:
    """The form for those who speak: inspectors in their own report, "they" after a sentence on them, else Ofsted."""
    if page.in_report:
        return visit_words.WE
    if visit_words.THEY.match(line.words) and visit_words.OFSTED.search(page.before(line, 1)):
        return visit_words.THEY
    return visit_words.VERB


def _active(line: Line, page: Page) -> Iterator[Draft]:
    if not any(cue in line.words for cue in visit_words.VERB_CUES):
        return
    for match in _form(line, page).finditer(line.words):
        start, end = match.start(), match.end()
        if visit_words.PATIENT.match(line.words, end) or not is_told(line, start, end):
            continue
        kind, unnamed = "monitoring_visit", True
        if _is_inspection(line, match) or _lasts(line, page, start, end) or _gave_grade(line, match, page):
            kind, unnamed = "inspection", False
        draft = Draft(kind, line, start, end, f"{kind}_verb", unnamed=unnamed)
        if unnamed:
            draft.number = times_after(line, end)
        needs_time = page.in_report or (match["came"] and not visit_words.TELLS_ALONE.match(match["came"]))
        if visit_words.READ.match(match["came"] or ""):
            if any(told.kind in FAMILY for told in page.told_before(line, 2)):
                continue  # what inspectors read in the visit that was told
            if "inspection" in page.layout.lower and "visit" not in page.layout.lower:
                draft.kind, draft.rule, draft.unnamed = "inspection", "inspection_verb", False
        if not needs_time or _has_time(draft, page):
            yield draft


def _passive(line: Line, page: Page) -> Iterator[Draft]:
    for match in visit_words.PASSIVE.finditer(line.words):
        draft = Draft("inspection", line, match.start(), match.end(), "inspection_passive")
        if match["verb"] and "visited" in match["verb"]:
            draft.kind, draft.unnamed = "monitoring_visit", True
        before = clause_before(line, match.start())
        if (
            not visit_words.OF_OTHERS.search(before)
            and (is_told(line, match.start(), match.end()) or visit_words.NOT_SINCE.search(line.words))
            and _has_time(draft, page)
        ):
            yield draft


def of_series(line: Line) -> Iterator[Draft]:
    """A visit told as one of several: "the fifth time that inspectors had called", "the latest in October"."""
    nth = visit_words.NTH_TIME.search(line.words)
    if nth is not None and is_told(line, nth.start(), nth.end()):
        yield Draft(
            "monitoring_visit", line, nth.start(), nth.end(), "monitoring_visit_series", unnamed=True,
            number=words.ORDINALS[nth["ordinal"]], confidence=0.8,
        )  # fmt: skip
    latest = visit_words.LATEST.search(line.words)
    if latest is not None and visit_words.OFSTED.search(line.words) and is_told(line, latest.start(), latest.end()):
        kind = "focused_visit" if "focused" in latest[0] else "monitoring_visit"
        yield Draft(
            kind, line, latest.start("latest"), latest.end("latest"), f"{kind}_series",
            unnamed="monitoring" not in latest[0], confidence=0.8,
        )  # fmt: skip


def partly_graded(line: Line, page: Page) -> Iterator[Draft]:
    """An inspection told by the grades of some of its areas, at a time: "two of the three areas were inadequate"."""
    match = visit_words.PARTIAL.search(line.words)
    if match is None or visit_words.INSPECTORS.search(line.words) is None:
        return
    draft = Draft("inspection", line, match.start(), match.end(), "inspection_partial", confidence=0.8)
    if is_told(line, match.start(), match.end()) and (_has_time(draft, page) or _follows_time(draft, page)):
        yield draft


def _follows_time(draft: Draft, page: Page) -> bool:
    """Whether a time stands before the words: "since 2017, when three of the five areas judged"."""
    return any(0 <= draft.start - high < _NEAR for _, high, _ in periods_by(draft.line, page.calendar))


def _gave_grade(line: Line, match: re.Match[str], page: Page) -> bool:
    """Whether a bare stay ("who had been at County Hall in November") follows the sentence with its judgement."""
    return bool(
        visit_words.WERE_THERE.search(match["verb"])
        and any(draft.kind == "judgement" for draft in page.told_before(line))
    )


def _lasts(line: Line, page: Page, start: int, end: int) -> bool:
    """Whether the time of a stay is a working week or more: "who were with us from 27 June to 1 July"."""
    for low, _, period in periods_by(line, page.calendar):
        if not start <= low <= end + _NEAR or period.date_start is None or period.date_end is None:
            continue
        days = (period.date_end - period.date_start).days
        return period.kind not in _CALENDAR and _WEEK_OF_WORK <= days <= _LONGEST_STAY
    return False


def _is_inspection(line: Line, match: re.Match[str]) -> bool:
    """Whether a stay of inspectors is an inspection: one of weeks, unannounced, or one that gave a grade."""
    rest = visit_words.ASIDE.sub("", line.words[match.end() :], count=1).removeprefix(", ")
    rest = visit_words.OF_BEFORE.split(rest)[0]
    return bool(
        match["inspected"]
        or "week" in (match["stayed"] or "")
        or "fortnight" in (match["stayed"] or "")
        or match["most"]
        or visit_words.FOR_WEEKS.match(line.words[match.end() :])
        or visit_words.WEEKS.search(rest[:50])
        or visit_words.UNANNOUNCED.search(line.words, match.start())
        or visit_words.WHOLE.match(line.words[match.end() :])
        or visit_words.GRADED.search(rest.partition(", ")[0])
        or (visit_words.GRADED.search(rest) and line.words[: match.start()].endswith("when "))
        or visit_words.GRADED_WHEN.search(line.words, 0, match.start())
    )


def _has_time(draft: Draft, page: Page) -> bool:
    return any(
        (period.kind != "since" or visit_words.NOT_SINCE.search(draft.line.words))
        and low >= draft.start - 60
        and low <= draft.end + 110
        for low, _, period in periods_by(draft.line, page.calendar)
    )
