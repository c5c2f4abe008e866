"""Inspections, monitoring visits and focused visits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.events import visit_words, words
from transforms.events.draft import Draft
from transforms.events.factual import clause_before, is_told
from transforms.events.lines import Line
from transforms.events.page import Page
from transforms.events.times import began, periods_by

FAMILY = frozenset({"inspection", "monitoring_visit", "focused_visit"})


def find_visits(line: Line, page: Page) -> Iterator[Draft]:
    """The inspections and visits that a sentence tells as having taken place."""
    cues = visit_words.CUES if page.in_report else visit_words.CUES + visit_words.PARTIAL_CUES
    if not any(cue in line.words for cue in cues) or visit_words.OTHER_SERVICES.search(line.words):
        return
    if (
        not page.in_report
        and visit_words.OTHER_BODY.search(line.words)
        and visit_words.OUR_BODY.search(line.words) is None
    ):
        return
    found = [*_nouns(line, page), *_verbs(line, page)]
    if not found and not page.in_report:
        found.extend(_of_series(line))
    if not found and not page.in_report:
        found.extend(_partial(line, page))
    yield from _one_each(found)


def _nouns(line: Line, page: Page) -> Iterator[Draft]:
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
        if visit_words.BY_OTHERS.search(after[:90]):
            continue
        if not visit_words.PRESUPPOSED.search(before) and not is_told(line, first, match.end()):
            continue
        kind, unnamed = _kind(match)
        draft = Draft(kind, line, first, end, f"{kind}_noun", unnamed=unnamed)
        if ordinal and kind != "inspection":
            draft.number = words.ORDINALS[ordinal["ordinal"]]
        counted = visit_words.WAS_ITS.match(after)
        if counted is not None and draft.number is None and kind != "inspection":
            draft.number = words.ORDINALS[counted["ordinal"]]
        is_plural = (match["plural"] or match["noun"].endswith("s")) and not ordinal
        if is_plural:
            draft.end = match.end()
            yield from _plural(draft, page)
            continue
        if _is_dated(draft, page):
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
    if visit_words.OFSTED.search(around):
        return True
    return bool(
        visit_words.POSSESSIVE.search(line.words[max(0, start - 40) : start])
        and visit_words.OFSTED.search(page.before(line, 1))
    )


def _is_dated(draft: Draft, page: Page) -> bool:
    """Whether a time stands right by the noun."""
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
        if high <= draft.start and re.fullmatch(r"'?s?,? (?:when (?:they|it|\w+) )?(?:[\w'-]+ ){0,3}", gap):
            return True
        if low >= draft.end and len(gap) <= _NEAR and not visit_words.OTHER_CLAUSE.search(gap):
            return True
    return False


_WEEK_OF_WORK = 4  # days from the first to the last
_LONGEST_STAY = 27
_CALENDAR = frozenset({"month", "week", "quarter"})
_SECOND_REACH = 80
_NEAR = 110


def _is_told_undated(line: Line, match: re.Match[str], before: str, after: str) -> bool:
    """Whether a noun without a time is told as having taken place, and not only spoken of."""
    if visit_words.OF_HOMES.search(line.words):
        return False
    if visit_words.FOUND.match(after):
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
        if not joined.fullmatch(line.words[end:low]) or period.date_start is None or period.kind == "since":
            return
        yield Draft(
            draft.kind, line, draft.start, high, f"{draft.kind}_plural", unnamed=draft.unnamed,
            date_start=period.date_start, date_end=period.date_end, has_time=True, dated_by_words=False,
        )  # fmt: skip
        end = high


def _verbs(line: Line, page: Page) -> Iterator[Draft]:
    for match in visit_words.VERB.finditer(line.words):
        start, end = match.start(), match.end()
        if (match["came"] and visit_words.PATIENT.match(line.words, end)) or not is_told(line, start, end):
            continue
        kind, unnamed = "monitoring_visit", True
        if _is_inspection(line, match) or _lasts(line, page, start, end) or _gave_grade(line, match, page):
            kind, unnamed = "inspection", False
        draft = Draft(kind, line, start, end, f"{kind}_verb", unnamed=unnamed)
        if page.in_report and not _has_time(draft, page):
            continue
        if match["came"] and visit_words.NEEDS_TIME.match(match["came"]) and not _has_time(draft, page):
            continue
        yield draft
    for match in visit_words.PASSIVE.finditer(line.words):
        draft = Draft("inspection", line, match.start(), match.end(), "inspection_passive")
        if "visited" in match["verb"]:
            draft.kind, draft.unnamed = "monitoring_visit", True
        before = clause_before(line, match.start())
        if (
            not visit_words.OF_OTHERS.search(before)
            and (is_told(line, match.start(), match.end()) or visit_words.NOT_SINCE.search(line.words))
            and _has_time(draft, page)
        ):
            yield draft
    if page.in_report:
        return
    for match in visit_words.ALARM.finditer(line.words):
        draft = Draft("inspection", line, match.start(), match.end(), "inspection_alarm", confidence=0.7)
        if is_told(line, match.start(), match.end()) and _has_time(draft, page):
            yield draft


def _of_series(line: Line) -> Iterator[Draft]:
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


def _partial(line: Line, page: Page) -> Iterator[Draft]:
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
    return bool(
        match["inspected"]
        or "week" in (match["stayed"] or "")
        or "fortnight" in (match["stayed"] or "")
        or visit_words.WEEKS.search(rest[:50])
        or visit_words.UNANNOUNCED.search(line.words, match.start())
        or visit_words.GRADED.search(rest.partition(", ")[0])
        or (visit_words.GRADED.search(rest) and line.words[: match.start()].endswith("when "))
    )


def _has_time(draft: Draft, page: Page) -> bool:
    return any(
        (period.kind != "since" or visit_words.NOT_SINCE.search(draft.line.words))
        and low >= draft.start - 60
        and low <= draft.end + 110
        for low, _, period in periods_by(draft.line, page.calendar)
    )


def _one_each(found: list[Draft]) -> Iterator[Draft]:
    """Of a verb and a noun that tell one visit ("looked at 41 cases during their visit") the one that says more."""
    named = [draft for draft in found if not draft.unnamed]
    unnamed = [draft for draft in found if draft.unnamed]
    yield from (draft for draft in named if draft.rule != "inspection_alarm" or len(named) == 1)
    if not named and unnamed:
        yield max(unnamed, key=lambda draft: (draft.number is not None, draft.rule.endswith("noun"), draft.start))
