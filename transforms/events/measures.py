"""What the government does to a council: improvement notices, directions, commissioners, and the end of them."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.events import measure_words
from transforms.events.draft import Draft
from transforms.events.factual import clause_before, is_told
from transforms.events.lines import Line
from transforms.events.page import Page


def find_measures(line: Line, page: Page) -> Iterator[Draft]:
    """Notices, directions, commissioners and ended interventions of a sentence, each kind once."""
    ended = list(_ended(line))
    yield from ended[:1]
    spans = [(draft.start, draft.end) for draft in ended]
    yield from _notices(line, spans)
    yield from _directions(line, spans)
    yield from _commissioners(line, page, ended)


def _ended(line: Line) -> Iterator[Draft]:
    if not any(cue in line.words for cue in measure_words.ENDED_CUES):
        return
    for form in measure_words.ENDED:
        for match in form.finditer(line.words):
            if measure_words.SCHOOLS.search(line.words) or measure_words.EARLY.search(
                line.words[max(0, match.start() - 30) : match.end()]
            ):
                continue
            if measure_words.TO_END.search(line.words[: match.start()]) or not is_told(
                line, match.start(), match.end()
            ):
                continue
            start = match.start("told") if "told" in match.re.groupindex else match.start()
            yield Draft("intervention_ended", line, start, match.end(), "intervention_ended")


def _notices(line: Line, ended: list[tuple[int, int]]) -> Iterator[Draft]:
    if "notice" not in line.words:
        return
    for match in measure_words.NOTICE.finditer(line.words):
        if match["plural"] or measure_words.SCHOOLS.search(clause_before(line, match.start())):
            continue
        if ended and measure_words.ISSUED.match(line.words[match.end() :]) is None:
            continue  # of one that was lifted the sentence tells the end alone, unless it says when it was issued
        if not ended and not is_told(line, match.start(), match.end()):
            continue
        yield Draft("improvement_notice", line, match.start(), match.end(), "improvement_notice")
        return


def _directions(line: Line, ended: list[tuple[int, int]]) -> Iterator[Draft]:
    if not any(cue in line.words for cue in measure_words.DIRECTION_CUES):
        return
    imposed = measure_words.IMPOSED_BEFORE.search(line.words) if ended else None
    if imposed is not None and measure_words.OF_DIRECTION.search(line.words):
        yield Draft(
            "direction", line, *imposed.span(), "direction", dated_by_words="in " in imposed[0], confidence=0.85
        )
        return
    for form in (measure_words.SPECIAL, *measure_words.DIRECTIONS):
        for match in form.finditer(line.words):
            if ended and form is measure_words.SPECIAL:
                continue
            since = form is measure_words.DIRECTIONS[-1]
            if not since and any(low < match.end() and match.start() < high for low, high in ended):
                continue
            if measure_words.SCHOOLS.search(clause_before(line, match.start())) or measure_words.EARLY.search(match[0]):
                continue
            if not is_told(line, match.start(), match.end()):
                continue
            if measure_words.ALL_BUT.match(line.words[match.end() :]) or _is_of_others(line):
                continue
            lasted = measure_words.LASTED.search(line.words, 0, match.start()) is not None
            rule = "special_measures" if form is measure_words.SPECIAL else "direction"
            yield Draft("direction", line, match.start(), match.end(), rule, dated_by_words=not lasted, confidence=0.85)
            return


def _is_of_others(line: Line) -> bool:
    """Whether a sentence speaks of schools or hospitals, and of no council."""
    return measure_words.SCHOOLS.search(line.words) is not None and measure_words.OURS.search(line.words) is None


def _commissioners(line: Line, page: Page, ended: list[Draft]) -> Iterator[Draft]:
    if "commissioner" not in line.words and measure_words.OVERSEER.search(line.words) is None:
        return
    for form in measure_words.APPOINTED:
        for match in form.finditer(line.words):
            if any(draft.start < match.end() and match.start() < draft.end for draft in ended):
                continue
            if measure_words.OTHER_OFFICE.search(line.words[max(0, match.start() - 40) : match.end() + 25]):
                continue
            if line.sentence.kind == "heading" and line.words[: match.start()].endswith(" to "):
                continue  # "Government to send in commissioner"
            if measure_words.REPORT_BY.match(line.words[match.end() :]) or not is_told(
                line, match.start(), match.end()
            ):
                continue
            if page.in_report and "appoint" not in match[0]:
                continue
            yield Draft("commissioner_appointed", line, match.start(), match.end(), "commissioner")
            return
