"""What one period takes from another: a year, the days of an anchor, the months of a list."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.periods import anaphora, context, days
from transforms.periods.context import Reference
from transforms.periods.days import Days
from transforms.periods.fragments import SMALL_NUMBER
from transforms.periods.kinds import DATED, RELATIVE
from transforms.periods.points import Point, number_of, parse_point, point_days
from transforms.periods.relative import resolve_relative
from transforms.periods.resolve import Reading
from transforms.periods.spans import span_points
from transforms.periods.steps import Step

LOOK_BACK = 8
_POINTING = frozenset({"points_back", "previous_one", "the_year"})
_SINCE = re.compile(r"\b[Ss]ince\b")
_THAT_POINT = re.compile(r"\bthat\s{1,3}point\b")
_PREVIOUS_MONTHS = re.compile(rf"^(?:previous|preceding)\s{{1,3}}({SMALL_NUMBER})[\s-]{{1,3}}months$")
_PREVIOUS_KINDS = {3: "previous_quarter", 6: "six_months_earlier", 12: "previous_year"}
_SKIPPED = frozenset({"duration", "duration_rate", "event", "to_date", "rolling", "week"})


def tie_years(text: str, steps: list[Step], reference: Reference) -> None:
    """Give a day or month without a year that of a date beside it which it runs on from or leads up to."""
    for index, step in enumerate(steps):
        if step.reading.kind == "span" and (bracketed := _bracketed_span(text, steps, index)) is not None:
            steps[index] = step.dated(bracketed)
        if (point := _yearless(step)) is not None:
            _tie(steps, index, point, _year_from_before(text, steps, index, point, reference))
    for index in range(len(steps) - 2, -1, -1):
        if (point := _yearless(steps[index])) is not None:
            _tie(steps, index, point, _year_from_after(text, steps, index, point))


def _yearless(step: Step) -> Point | None:
    point = step.reading.point
    if point is None or step.has_year or point.step is not None or point.weekday is not None:
        return None
    return point if step.small and step.found.form != "other_month" else None


def _tie(steps: list[Step], index: int, point: Point, year: int | None) -> None:
    if year is not None:
        steps[index] = replace(steps[index].dated(point_days(point, year)), tied=True)


def _bracketed_span(text: str, steps: list[Step], index: int) -> Days | None:
    """Months in brackets after a dated period lie inside it: "quarter 3 of 2018-19 (October to December)"."""
    anchor = steps[index - 1].reading.days if index else None
    if anchor is None or text[steps[index - 1].found.end : steps[index].found.start].strip() != "(":
        return None
    points = span_points(steps[index].found.body)
    if points is None or points[0].explicit or points[1].explicit:
        return None
    ends = [point_days(point, year) for point in points if (year := context.within(point, anchor)) is not None]
    if len(ends) != 2 or ends[0] is None or ends[1] is None or ends[0][0] > ends[1][1]:
        return None
    return ends[0][0], ends[1][1]


def _year_from_before(text: str, steps: list[Step], index: int, point: Point, reference: Reference) -> int | None:
    step, before = steps[index], steps[index - 1] if index else None
    if before is None or before.reading.days is None or before.place.sentence != step.place.sentence:
        return None
    if not before.has_year:
        return None
    if text[before.found.end : step.found.start].strip() == "(":
        return context.within(point, before.reading.days)
    if (
        before.small
        and not context.closes_clause(text, before.found.end)
        and context.tied(text, before.found.end, step.found.start)
    ):
        return _if_past(point, context.nearest(point, before.reading.days, after=True), reference)
    return None


def _year_from_after(text: str, steps: list[Step], index: int, point: Point) -> int | None:
    step, after = steps[index], steps[index + 1] if index + 1 < len(steps) else None
    if after is None or after.reading.days is None or after.place.sentence != step.place.sentence:
        return None
    between = text[step.found.end : after.found.start]
    if _SINCE.search(between) is not None:
        return None  # "visited in November to see what had changed since the judgement of March 2022"
    if after.has_year and after.small and context.tied(text, step.found.end, after.found.start):
        return context.nearest(point, after.reading.days, after=False)
    return None


def _if_past(point: Point, year: int | None, reference: Reference) -> int | None:
    found = point_days(point, year) if year is not None else None
    if found is None or (reference.published is not None and found[0] > reference.published):
        return None
    return year


def settle_from_others(text: str, steps: list[Step]) -> None:
    """Date the relative kinds, the bare quarter, "these months" and a month that stands for its day, in order."""
    quarter: Days | None = None
    for index, step in enumerate(steps):
        kind, settled = step.reading.kind, step.reading.days
        if kind == "quarter":
            steps[index] = step = _settle_quarter(step, quarter)
            quarter = step.reading.days or quarter
        elif kind in RELATIVE:
            anchor = _anchor(steps, index)
            steps[index] = step.dated(resolve_relative(kind, *anchor) if anchor else None)
        elif step.found.form in _POINTING:
            steps[index] = step.dated(_pointed_at(text, steps, index))
        elif step.found.form == "then" and (then := _that_point(text, steps, index)) is not None:
            steps[index] = replace(step, reading=Reading("same_time", then))
        elif kind == "rolling" and (before := _stretch_before(steps, index)) is not None:
            steps[index] = replace(step, reading=before)
        elif kind == "same_time":
            steps[index] = step.dated(_same_time(steps, index))
        elif step.found.form == "other_month":
            steps[index] = step.dated(_other_month(steps, index))
        elif kind == "year" and settled and (same := _same_date_of_other_year(text, steps, index)) is not None:
            steps[index] = step.dated(same)
        elif kind == "list_of_months":
            named = _listed_months(steps, index)
            steps[index] = step.dated(
                named or anaphora.settle_counted(step.found.body, _named_before(text, steps, index))
            )
        elif kind == "month" and settled and _stands_for_day(text, step):
            steps[index] = step.dated(_day_of_month(steps, index, settled))
        elif kind == "financial_year" and settled and _beside_school_year(steps, index):
            steps[index] = replace(
                step, reading=step.reading._replace(kind="school_year", days=days.school_year(settled[0].year))
            )


def _pointed_at(text: str, steps: list[Step], index: int) -> Days | None:
    named, found = _named_before(text, steps, index), steps[index].found
    if found.form == "previous_one":
        return anaphora.settle_previous_one(named)
    return anaphora.settle_the_year(named) if found.form == "the_year" else anaphora.settle_back(found.body, named)


def _named_before(text: str, steps: list[Step], index: int) -> list[Days]:
    """The days of the periods before, the nearest first and those of comparisons last."""
    near = [place for place in range(index - 1, max(-1, index - LOOK_BACK - 1), -1) if steps[place].reading.days]
    near.sort(key=lambda place: _is_compared(text, steps, place))
    return [named for place in near if (named := steps[place].reading.days) is not None]


def _is_compared(text: str, steps: list[Step], index: int) -> bool:
    """Whether a period is only what another is held against: "12% more than in 2019-20", "a year earlier"."""
    step, before = steps[index], steps[index - 1] if index else None
    if step.reading.kind in RELATIVE or step.found.form == "same_time":
        return True
    if before is None or before.place.sentence != step.place.sentence:
        return False
    return context.compared(text, before.found.end, step.found.start + len(step.found.lead))


def _that_point(text: str, steps: list[Step], index: int) -> Days | None:
    """The day named last, in the sentence or paragraph before: "by 31 December. At that point there were"."""
    if _THAT_POINT.search(steps[index].found.body) is None:
        return None
    before = next((place for place in range(index - 1, -1, -1) if steps[place].reading.days), None)
    if before is None or steps[index].place.paragraph - steps[before].place.paragraph > 1:
        return None
    named = steps[before].reading.days
    return named if named and named[0] == named[1] and not _is_compared(text, steps, before) else None


def _stretch_before(steps: list[Step], index: int) -> Reading | None:
    """As many months before the stretch named last: "between October and December. In the previous three months"."""
    words = _PREVIOUS_MONTHS.search(steps[index].found.body)
    anchor = _anchor(steps, index)
    count = number_of(words[1]) if words else None
    if not count or anchor is None or anchor != days.months_ending(anchor[1], count):
        return None
    kind = _PREVIOUS_KINDS.get(count)
    return Reading(kind, days.shift(anchor, -count)) if kind else None


def _settle_quarter(step: Step, known: Days | None) -> Step:
    """Give "in the quarter" the last that was named, and "quarter two" the financial year of the last."""
    if step.reading.days or known is None:
        return step
    point = step.reading.point
    if point is not None and point.number is not None and point.year is None and point.step is None:
        return step.dated(point_days(point, days.year_that_holds(known[0], days.FINANCIAL_YEAR_START)))
    words = f"{step.found.determiner} {step.found.body}".lower().split()
    return step.dated(known) if words[:2] in (["the", "quarter"], ["that", "quarter"]) else step


def _anchor(steps: list[Step], index: int) -> Days | None:
    """The nearest period before in the sentence, else the next dated in it, else the last of the sentence before."""
    here = steps[index].place.sentence
    earlier = [step for step in reversed(steps[max(0, index - LOOK_BACK) : index]) if step.reading.kind not in _SKIPPED]
    in_sentence = [step for step in earlier if step.place.sentence == here]
    if in_sentence:
        return in_sentence[0].reading.days
    for step in steps[index + 1 : index + 1 + LOOK_BACK]:
        if step.place.sentence == here and step.reading.kind in DATED:
            return step.reading.days
    before = [
        step
        for step in earlier
        if step.place.sentence == here - 1 and step.place.paragraph == steps[index].place.paragraph
    ]
    return before[0].reading.days if before else None


def _same_time(steps: list[Step], index: int) -> Days | None:
    point = parse_point(steps[index].found.body)
    anchor = _anchor(steps, index)
    if anchor is None and point is not None and point.year is not None and index:
        anchor = steps[index - 1].reading.days  # in a list under "Between April and September 2022:"
    if anchor is None:
        return None
    if point is None:
        return days.shift(anchor, -12)
    if point.year is None:
        return days.shift(anchor, -12) if point.step == -1 else None
    whole = point_days(point, point.year)
    return context.same_time_in(anchor, whole) if whole else None


def _other_month(steps: list[Step], index: int) -> Days | None:
    """Date "the following March" as the first after the anchor, "the previous March" as the last before it."""
    anchor, point = _anchor(steps, index), steps[index].reading.point
    if anchor is None or point is None:
        return None
    year = context.nearest(point, anchor, after="following" in steps[index].found.body.lower())
    return point_days(point, year) if year is not None else None


def _same_date_of_other_year(text: str, steps: list[Step], index: int) -> Days | None:
    """The second year of "at 31 March 2013 and 2014" is that day of 2014."""
    if not index or steps[index].found.lead:
        return None
    before, point = steps[index - 1], steps[index].reading.point
    joint = text[before.found.end : steps[index].found.start].strip()
    if not before.small or before.reading.point is None or point is None or point.year is None:
        return None
    return point_days(before.reading.point, point.year) if joint in ("and", "or", ",", "&") else None


def _listed_months(steps: list[Step], index: int) -> Days | None:
    """From the first to the last of the months that were listed just before."""
    listed: list[Days] = []
    for step in reversed(steps[max(0, index - 2 * LOOK_BACK) : index]):
        if (
            step.reading.kind != "month"
            or step.reading.days is None
            or step.place.paragraph != steps[index].place.paragraph
        ):
            break
        listed.append(step.reading.days)
    if len(listed) < 2:
        return None
    return min(days_[0] for days_ in listed), max(days_[1] for days_ in listed)


def _stands_for_day(text: str, step: Step) -> bool:
    follows = text[step.found.end : step.found.end + 12].lstrip()
    return step.found.lead == "" and follows.startswith(("figure", "number", "total", "rate"))


def _day_of_month(steps: list[Step], index: int, month: Days) -> Days:
    """Give the day to a month that stands for it: "the March 2014 figure" after "since 31 March 2014"."""
    for step in reversed(steps[max(0, index - LOOK_BACK) : index]):
        point = step.reading.point
        if point and point.grain == "day" and point.year and step.place.paragraph == steps[index].place.paragraph:
            found = point_days(point, point.year)
            if found and month[0] <= found[0] <= month[1]:
                return found
    return month


def _beside_school_year(steps: list[Step], index: int) -> bool:
    """Whether a school year stands before in the sentence: "in the 2017/18 school year, and in 2016/17"."""
    here = steps[index].place.sentence
    near = steps[max(0, index - 3) : index]
    return any(step.reading.kind == "school_year" and step.place.sentence == here for step in near)
