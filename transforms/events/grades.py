"""Judgements: the overall grade of a council's services for children."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.events import grade_context, grade_forms, words
from transforms.events.draft import Draft
from transforms.events.factual import is_unreal_before
from transforms.events.lines import Line
from transforms.events.page import Page


def find_judgements(line: Line, page: Page) -> Iterator[Draft]:
    """The overall grades that a sentence tells as given; each grade of a sentence once."""
    if not any(cue in line.words for cue in grade_context.CUES):
        return
    if grade_context.ANY.search(line.words) is None and "fail" not in line.words and "wanting" not in line.words:
        return
    taken: list[tuple[int, int]] = []
    for rule, form, cues in grade_forms.FORMS:
        if page.in_report and rule not in grade_context.FORMS_IN_REPORT:
            continue
        if not any(cue in line.words for cue in cues):
            continue
        for match in _matches(form, rule, line.words):
            grade, span = _grade(match)
            if any(low < span[1] and span[0] < high for low, high in taken):
                continue
            if rule == "moved":
                taken.append(match.span())  # the grade that it moved from is no judgement of its own
            if rule == "passive":
                taken.append(span)
            if not _holds(line, match, rule, page):
                continue
            taken.append(span)
            start = span[0] if rule in ("moved", "is") else match.start("verb")
            yield Draft(
                "judgement", line, min(start, span[0]), match.end() if rule == "headline" else span[1],
                f"judgement_{rule}", detail=_code(grade),
                confidence=0.75 if rule in ("is", "requires", "named", "headline") else 0.9, passing=rule == "named",
            )  # fmt: skip
            yield from _then(line, span[1])
    if not taken and not page.in_report:
        yield from _failing(line)


def _matches(form: re.Pattern[str], rule: str, told: str) -> Iterator[re.Match[str]]:
    """The matches of a form; those of the active from every verb: "found children at risk and rated the council"."""
    match = form.search(told)
    while match is not None:
        yield match
        match = form.search(told, match.start() + 1 if rule == "active" else match.end())


def _then(line: Line, place: int) -> Iterator[Draft]:
    """The grade of a second year: "inadequate in 2010 and adequate in 2012"."""
    match = grade_context.AND_THEN.match(line.words, place)
    if match is not None:
        grade, (low, high) = _grade(match)
        yield Draft("judgement", line, low, high, "judgement_second", detail=_code(grade), confidence=0.8)


def _code(grade: str) -> str | None:
    return None if grade == "unnamed" else grade


def _grade(match: re.Match[str]) -> tuple[str, tuple[int, int]]:
    for code in words.GRADE_WORDS:
        if code in match.re.groupindex and match[code] is not None:
            return code, match.span(code)
    raise ValueError(f"a pattern of judgements matched without a grade: {match[0]!r}; name its groups by grade")


def _holds(line: Line, match: re.Match[str], rule: str, page: Page) -> bool:
    """Whether a match is the overall grade of the services, told as a fact."""
    _, (low, high) = _grade(match)
    if not _is_fact(line, match, rule, low) or not _is_of_whole(line, match, rule, page):
        return False
    if page.in_report and grade_context.OF_AGENCY.search(page.before(line, 1)):
        return False  # "The previous inspection of the fostering service was in March. The authority was judged good."
    if grade_context.NO_GRADE.match(line.words[high:].lstrip("\"'")):
        return False
    if line.words.startswith(" overall", high):
        return True
    if (
        rule == "passive"
        and match["verb"] == "found"
        and grade_context.OF_SERVICES.search(_subject(line, match.start()))
    ):
        return True  # "the council was found inadequate in 2018"
    if rule in grade_context.PLAIN_ENOUGH and _grade(match)[0] in grade_context.OF_OFSTED_ALONE:
        return True
    if rule in grade_context.NEEDS_OFSTED or match["verb"] in grade_context.WEAK_VERBS:
        return _is_of_ofsted(line, page, rule, low)
    return True


def _is_fact(line: Line, match: re.Match[str], rule: str, low: int) -> bool:
    """Whether a grade is told as given: not denied, hoped for, lost, or the one that a move began with."""
    before = line.words[: match.start()]
    if is_unreal_before(line, match.start("verb") if match["verb"] else low):
        return False
    if grade_context.NEGATED.search(line.words[:low]):
        return False
    if grade_context.TO_GET.search(before) and not grade_context.FIRST_TO.search(before):
        return False
    if rule == "headline":
        return grade_context.FORMER.search(before) is None
    if rule == "named":
        return not grade_context.LOST.search(before) and not words.TO_COME.match(line.words[match.end() :])
    if rule == "active":
        told = match["object"]
        others = grade_context.JUDGES.search(told) or grade_context.ANY.search(told)
        return not others and re.fullmatch(grade_forms.ADVERBS, told) is None
    return True


def _is_of_ofsted(line: Line, page: Page, rule: str, low: int) -> bool:
    """Whether inspectors are spoken of, in the sentence or right before it, or the grade stands in quotes."""
    if rule in ("is", "given") and line.words[:low].endswith(("'", '"')) and not page.in_report:
        return True
    if page.in_report and rule in ("is", "requires"):
        return any(draft.is_dated for draft in page.told_before(line)) or line.sentence.start < 2500
    return bool(grade_context.OFSTED.search(line.words) or grade_context.OFSTED.search(page.before(line, 1)))


def _is_of_whole(line: Line, match: re.Match[str], rule: str, page: Page) -> bool:
    """Whether what is graded is the whole of the services, and no area, board, home or school."""
    _, (low, high) = _grade(match)
    told_of = line.words[max(0, low - 160) : low]
    if grade_context.OF_MANY.search(told_of) or (
        grade_context.OF_PARTS.search(told_of) and not words.OVERALL.search(told_of)
    ):
        return False
    if re.match(r"[\"']?,? (?:for|in) (?:its )?overall effectiveness|[\"']? overall\b", line.words[high:]):
        return True
    told = match["object"]
    if words.OVERALL.search(told) or rule == "overall":
        return not grade_context.ENTITY.search(told)
    if rule in ("active", "said") or (rule == "given" and told.strip()):
        if words.AREA.search(_without_adverbs(told)):
            return False
        if rule in ("active", "said"):
            return True
    if rule in ("named", "headline", "with_best", "from_bottom", "replaced"):
        return (
            not grade_context.OF_OTHER.search(line.words[: match.start()])
            and grade_context.FOR_AREA.match(line.words[match.end() :]) is None
        )
    place = match.start("verb") if match["verb"] else low
    if grade_context.BY_OFSTED.search(line.words[:place]):
        return grade_context.FOR_AREA.match(line.words[high:]) is None
    subject = _subject(line, place)
    if grade_context.PRONOUN.search(subject) and _is_of_home(line, page):
        return False
    if rule in ("is", "requires"):
        return not words.AREA.search(subject.rpartition(",")[2]) and not grade_context.ENTITY.search(line.words)
    if words.AREA.search(subject) and not words.OVERALL.search(subject):
        return False
    return grade_context.FOR_AREA.match(line.words[high:]) is None


def _is_of_home(line: Line, page: Page) -> bool:
    """Whether "it" is a home or school: "A member asked about the home. It had been graded inadequate"."""
    if grade_context.PUPILS.search(line.words):
        return True
    before = page.before(line, 1)
    return grade_context.PUPILS.search(before) is not None and grade_context.OF_SERVICES.search(before) is None


def _without_adverbs(told: str) -> str:
    return re.sub(r"\bperformance of\b", " ", told)


def _subject(line: Line, place: int) -> str:
    """The words before a verb that can be its subject: back to the joint of the sentence."""
    left = grade_context.TIMES.sub(" ", grade_context.DAYS.sub(" ", line.words[max(0, place - 140) : place]))
    chunks = grade_context.BREAK.split(left)
    for chunk in reversed(chunks):
        if len(grade_context.AUXILIARY.sub("", chunk)) > 2:
            return chunk
    return left


def _failing(line: Line) -> Iterator[Draft]:
    """Services told as failing, without a grade: "was told its services were failing"."""
    for form in grade_forms.FAILINGS:
        match = form.search(line.words)
        if match is None:
            continue
        subject = line.words[max(0, match.start() - 60) : match.end()]
        if (
            is_unreal_before(line, match.start("failing"), 40)
            or words.AREA.search(match[0])
            or grade_context.ENTITY.search(subject)
        ):
            continue
        yield Draft(
            "judgement", line, match.start("failing"), match.end("failing"), "judgement_failing", confidence=0.75
        )
        again = grade_forms.AND_AGAIN.match(line.words, match.end("failing"))
        if again is not None:
            yield Draft("judgement", line, *again.span("failing"), "judgement_failing", confidence=0.75)
        return
