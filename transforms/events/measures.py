"""What the government does to a council: improvement notices and directions, and the end of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.events import measure_words as known
from transforms.events.draft import Draft
from transforms.events.factual import REACH, clause_before, is_told
from transforms.events.frames import tellings
from transforms.events.lines import Line
from transforms.events.page import Page

_AFTER = 45
Span = tuple[int, int]


def find_measures(line: Line, page: Page) -> Iterator[Draft]:
    """Notices, directions and ended interventions of a sentence, each kind once."""
    spans: list[Span] = []
    for draft, span in _ended(line, page):
        yield draft
        spans.append(span)
        break
    yield from _notices(line, page, spans)
    yield from _directions(line, spans)


def _ended(line: Line, page: Page) -> Iterator[tuple[Draft, Span]]:
    """The end of a notice, a direction or the rule of the department, with all the words that tell it."""
    for start, end, told in (*_lifted(line, page), *_let_go(line)):
        around = line.words[max(0, start - 30) : end]
        if known.SCHOOLS.search(line.words) or known.EARLY.search(around):
            continue
        if known.TO_END.search(line.words[:start]) or not is_told(line, start, end):
            continue
        yield Draft("intervention_ended", line, told, end, "intervention_ended"), (start, end)


def _lifted(line: Line, page: Page) -> Iterator[tuple[int, int, int]]:
    for noun in _nouns_of_rule(line, page):
        start, end = noun.span()
        if known.EARLY.search(line.words[max(0, start - 30) : start]):
            continue
        out = known.OUT_OF.search(line.words[max(0, start - 110) : start])
        if out is not None:
            low = max(0, start - 110) + out.start()
            yield low, end, low
        for telling in tellings(known.LIFTED, line, start, end):
            # of "the notice imposed in 2011 has been lifted" the verb tells the end
            yield telling.start, telling.end, telling.near[0]


def _nouns_of_rule(line: Line, page: Page) -> Iterator[re.Match[str]]:
    taken: list[Span] = []
    for form in (known.NOTICE, known.RULE, known.DIRECTION, known.BARE_DIRECTION, known.BARE_NOTICE):
        if form is known.BARE_NOTICE and not (
            page.has_told("improvement_notice", line) or known.BY_GOVERNMENT.search(line.words)
        ):
            continue
        for match in form.finditer(line.words):
            if not any(low < match.end() and match.start() < high for low, high in taken):
                taken.append(match.span())
                yield match


def _let_go(line: Line) -> Iterator[tuple[int, int, int]]:
    if not any(cue in line.words for cue in known.GOVERNORS):
        return
    for form in known.LETS_GO:
        for match in form.finditer(line.words):
            yield match.start(), match.end(), match.start("told")


def _notices(line: Line, page: Page, ended: list[Span]) -> Iterator[Draft]:
    if "notice" not in line.words:
        return
    for match in _named_notices(line, page):
        if match[0].endswith("notices") or known.SCHOOLS.search(_clause(line, *match.span())):
            continue
        if ended and known.ISSUED.match(line.words[match.end() :]) is None:
            continue  # of one that was lifted the sentence tells the end alone, unless it says when it was issued
        if not ended and not is_told(line, match.start(), match.end()):
            continue
        yield Draft("improvement_notice", line, match.start(), match.end(), "improvement_notice")
        return


def _clause(line: Line, start: int, end: int) -> str:
    """The clause around some words: what they are of stands before or right after them."""
    return clause_before(line, start) + known.JOINT_AFTER.split(line.words[end : end + _AFTER])[0]


def _named_notices(line: Line, page: Page) -> Iterator[re.Match[str]]:
    yield from known.NOTICE.finditer(line.words)
    is_known = page.has_told("improvement_notice", line)
    for match in known.BARE_NOTICE.finditer(line.words):
        for telling in tellings(known.IMPOSED, line, *match.span()):
            if is_known or (telling.verb in known.SERVED and known.BY_GOVERNMENT.search(line.words)):
                yield match


def _directions(line: Line, ended: list[Span]) -> Iterator[Draft]:
    imposed = known.IMPOSED_BEFORE.search(line.words) if ended else None
    if imposed is not None and known.OF_DIRECTION.search(line.words):
        yield Draft(
            "direction", line, *imposed.span(), "direction", dated_by_words="in " in imposed[0], confidence=0.85
        )
        return
    for start, end, rule in (*_special(line), *_named(line), *_directed(line)):
        reach = 0 if known.CLAUSE.match(line.words, start) else REACH
        if ended and rule == "special_measures":
            continue
        if rule != "direction_since" and any(low < end and start < high for low, high in ended):
            continue
        if known.SCHOOLS.search(_clause(line, start, end)) or known.EARLY.search(line.words[start:end]):
            continue
        if not is_told(line, start, end, reach=reach) or known.ALL_BUT.match(line.words[end:]) or _is_of_others(line):
            continue
        lasted = known.LASTED.search(line.words, 0, start) is not None
        yield Draft("direction", line, start, end, rule, dated_by_words=not lasted, confidence=0.85)
        return


def _special(line: Line) -> Iterator[tuple[int, int, str]]:
    for match in known.SPECIAL.finditer(line.words):
        yield *match.span(), "special_measures"


def _named(line: Line) -> Iterator[tuple[int, int, str]]:
    """Directions by their name or their verb, and the rule that a service was put under."""
    for match in known.DIRECTION.finditer(line.words):
        telling = next(tellings(known.IMPOSED, line, *match.span()), None)
        yield *(telling.near if telling else match.span()), "direction"
    for match in known.BARE_DIRECTION.finditer(line.words):
        for telling in tellings(known.IMPOSED, line, *match.span()):
            if telling.verb == "given" and known.BY_GOVERNMENT.search(line.words) is None:
                continue
            if telling.verb not in known.OF_ANY_DIRECTION:
                yield *((match.end(), telling.end) if telling.relative else telling.near), "direction"
        if known.UNDER.search(line.words[: match.start()]) and match[0].startswith("a"):
            yield *match.span(), "direction"
    for match in known.RULE.finditer(line.words):
        if match[0] == "special measures":
            continue
        low = max(0, match.start() - 90)
        into = known.INTO.search(line.words[low : match.start()])
        if into is not None:
            yield low + into.start(), match.end(), "direction"
        elif known.UNDER.search(line.words[: match.start()]) and (
            " " in match[0] or (known.LASTING.match(line.words, match.end()) and known.OURS.search(line.words))
        ):
            yield *match.span(), "direction"
        for telling in tellings(known.IMPOSED, line, *match.span()):
            if (
                not telling.leads
                and telling.verb in known.BEGAN
                and not known.ENDING.search(line.words, 0, match.start())
            ):
                yield *telling.near, "direction"
    for match in known.RUN_UNDER.finditer(line.words):
        yield *match.span(), "direction_since"


def _directed(line: Line) -> Iterator[tuple[int, int, str]]:
    if not any(cue in line.words for cue in known.GOVERNORS):
        return
    for form in (*known.DIRECTED, known.TAKEN_AWAY):
        for match in form.finditer(line.words):
            yield *match.span(), "direction"


def _is_of_others(line: Line) -> bool:
    """Whether a sentence speaks of schools or hospitals, and of no council."""
    return known.SCHOOLS.search(line.words) is not None and known.OURS.search(line.words) is None
