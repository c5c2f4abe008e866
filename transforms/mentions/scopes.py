"""What a number is limited to besides its metric: a team, an area, a group, a stage, in the words of the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from transforms.mentions import scope_words as words
from transforms.mentions.layout import Layout, Sentence
from transforms.mentions.passage import Passage
from transforms.model import Quantity
from transforms.speakers import strip_names

Span = tuple[int, int]

LONGEST = 80
_BEFORE, _AFTER, _LEAD, _EARLIER = 400, 260, 200, 400
_DIRECT = 30  # how far after a number the words may stand that are its own
_SLOTS_BEFORE, _SLOTS_AFTER = 40, 12  # numbers of a sentence that are looked at
_LISTED = 20  # code points between two numbers of one list
_BACK = 3  # sentences that a reference may reach back
_REFERRING = (".beside", ".corresponding", ".refers_back", ".topic", ".from_to", ".respectively")
_FOOTNOTE = re.compile(r"\n\s*\d{1,3}\s*\n")  # "children subject 37 to child protection plans"
_ASIDE = re.compile(r"\s*\([^()]{0,40}\)")
_PHRASE = re.compile(r"[,;.(]")
_PAIR = re.compile(r"\s*(?:to|and|or)\s+(?:(?:about|around|nearly|almost)\s+)?")
_LIST = re.compile(r"(?:[\w-]+\s+){0,2}(?:and|or|,)\s+(?:an?\s+)?", re.IGNORECASE)
_CLAUSE = re.compile(r"[;.:]| – ")

_CASELOADS = frozenset(
    {"caseload_per_social_worker", "caseload_per_manager", "caseload_per_iro", "caseload_per_personal_adviser"}
)
_STAFF_SHARES = frozenset(
    {"permanent_staff_share", "agency_worker_rate", "vacancy_rate", "turnover_rate", "supervision_share"}
)
_TEAMED = (
    _CASELOADS
    | _STAFF_SHARES
    | {
        "social_workers",
        "social_workers_per_team",
        "team_managers",
        "agency_workers",
        "vacancies",
        "unallocated_cases",
        "teams",
    }
)
_BY_AGE = ("care_leavers", "child_poverty_share", "placement_stability_share", "personal_education_plans_share")
_NO_AREA = frozenset(
    {"areas_judged", "areas_judged_inadequate", "investment", "savings_required", "budget", "overspend"}
)
# every such worker is of that service
_OF_ITSELF = {
    "caseload_per_personal_adviser": re.compile(r"leaving care|after ?care|18\+", re.IGNORECASE),
    "caseload_per_iro": re.compile(r"review|conference", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class _Around:
    """A number with the stretches of text about it; all spans are bounded, so that a look costs the same anywhere."""

    layout: Layout
    passage: Passage
    index: int
    metric: str
    before: Span  # the sentence before the number
    left: Span  # what of it follows the last number that states a metric
    head: Span  # what of it stands before the first one
    right: Span  # after the number and an aside in brackets, up to the next that states a metric
    after: Span

    @property
    def flat(self) -> str:
        return self.layout.flat

    @property
    def clause(self) -> Span:
        """The rest of the number's clause, up to any other number."""
        low, high = self.right
        slots = self.passage.masked.slots
        if self.index + 1 < len(slots) and slots[self.index + 1].quantity.start >= low:
            high = min(high, slots[self.index + 1].quantity.start)
        stop = _CLAUSE.search(self.flat, low, high)
        return low, stop.start() if stop else high

    @property
    def refers(self) -> bool:
        """Whether the number took its metric from another one."""
        return self.passage.bound[self.index].rule.endswith(_REFERRING)


def scope_of(layout: Layout, passage: Passage, index: int, metric: str, resolved_scope: str | None) -> str | None:
    """The part of the service or the narrower group that a bound number is limited to.

    Args:
        layout: the text taken apart.
        passage: the number's sentence with its bound numbers.
        index: the number's slot, which must be bound.
        metric: its metric.
        resolved_scope: a district or town inside the authority that the number was found to be about.

    Returns:
        The words as printed, white space folded, 80 code points at most and without names of people; None where the
        number is about the whole.
    """
    around = _around(layout, passage, index, metric)
    found = next((span for rule in _rules(metric) if (span := rule(around)) is not None), None)
    own = _printed(layout, found)
    district = _district(around, resolved_scope) if resolved_scope else None
    if own is None or district is None:
        return own or district
    if district.lower() in own.lower():
        return own
    return _clipped(f"{own}, {district}")


def _district(around: _Around, name: str) -> str | None:
    """A district as printed, where it is no mere seat of what is spoken of."""
    place = around.flat.rfind(name, *around.before)
    if place >= 0 and words.SEAT.search(around.flat, max(around.before[0], place - 40), place):
        return None
    return " ".join(name.split())


def _printed(layout: Layout, span: Span | None) -> str | None:
    if span is None:
        return None
    text = _FOOTNOTE.sub(" ", layout.text[span[0] : span[1]]).replace("\x02", "-")
    text = " ".join(text.split()).strip(" ,;:.")
    return strip_names(_clipped(text)) if text else None


def _clipped(text: str) -> str:
    return (
        text
        if len(text) <= LONGEST
        else text[: text.rfind(" ", 0, LONGEST + 1)]
        if " " in text[:LONGEST]
        else text[:LONGEST]
    )


def _around(layout: Layout, passage: Passage, index: int, metric: str) -> _Around:
    slots, sentence = passage.masked.slots, passage.sentence
    quantity = slots[index].quantity
    start, end = quantity.start, quantity.end
    low, high = max(sentence.start, start - _BEFORE), min(sentence.end, end + _AFTER)
    near = range(max(0, index - _SLOTS_BEFORE), min(len(slots), index + _SLOTS_AFTER))
    bound = [slots[each].quantity for each in near if each in passage.bound and slots[each].own]
    firsts = [each.start for each in bound]
    left = _left(layout, low, start, bound)
    aside = _ASIDE.match(layout.flat, end, high)
    after = aside.end() if aside else end
    following = min((each for each in bound if each.start >= end), key=lambda each: each.start, default=None)
    if following is not None and _PAIR.fullmatch(layout.flat, after, following.start):
        # "from 63% to 66% of 16 to 25-year-old care leavers": what follows the second number is of both
        after = min(following.end, high)
    stop = min([high, *(each for each in firsts if each >= after)])
    head = min([start, *firsts])
    return _Around(
        layout, passage, index, metric, (low, start), (left, start), (low, max(low, head)), (after, stop), (end, high)
    )


def _left(layout: Layout, low: int, start: int, bound: list[Quantity]) -> int:
    """Where the words begin that follow the last number; "three managers and eight social workers" are one list."""
    reach = start
    for each in sorted((one for one in bound if low <= one.end <= start), key=lambda one: -one.end):
        if reach - each.end > _LISTED or not _LIST.fullmatch(layout.flat[each.end : reach].lstrip()):
            return each.end
        reach = each.start
    return low


def _rules(metric: str) -> Iterator[Callable[[_Around], Span | None]]:
    """The looks for one metric, the surest first."""
    if metric.startswith("cla_group_outside_area"):
        yield _placement_group
        return
    if metric in words.WORK:
        yield _kind_of_work
    if metric in _BY_STAGE:
        yield _BY_STAGE[metric]
    if metric in ("budget", "overspend"):
        yield _part_of_budget
    if metric in _CASELOADS:
        yield _worker
    if metric in _STAFF_SHARES or metric == "vacancies":
        yield _kind_of_staff
    if metric in ("teams", "social_workers_per_team"):
        yield _kind_of_teams
    if metric in ("unallocated_cases", "children_missing") or metric.startswith("cla_outside_area"):
        yield _children
    if metric.startswith(_BY_AGE):
        yield _age_group
    if metric not in _NO_AREA:
        yield _area
    if metric in _TEAMED:
        yield _team


def _scope(match: re.Match[str] | None) -> Span | None:
    return match.span("scope") if match else None


def _first(pattern: re.Pattern[str], around: _Around, zone: Span) -> Span | None:
    return _scope(pattern.search(around.flat, *zone))


def _last(pattern: re.Pattern[str], around: _Around, zone: Span) -> Span | None:
    found: Span | None = None
    for match in pattern.finditer(around.flat, *zone):
        found = match.span("scope")
    return found


def _direct(pattern: re.Pattern[str], around: _Around) -> Span | None:
    """Right after the number, in its own phrase: "96 of those with foster families"."""
    found = _first(pattern, around, (around.right[0], around.after[1]))
    if found is None or found[0] - around.right[0] > _DIRECT or _PHRASE.search(around.flat, around.right[0], found[0]):
        return None
    return found if found[0] < around.right[1] or not around.flat[around.right[0] : found[0]].strip() else None


def _nearest(pattern: re.Pattern[str], around: _Around) -> Span | None:
    """In the number's own phrase, else before it, else later in its clause, else in the words that lead a bullet in."""
    found = _direct(pattern, around) or _last(pattern, around, around.left) or _last(pattern, around, around.before)
    if found is not None:
        return found
    low, high = around.right
    clause = _CLAUSE.search(around.flat, low, high)
    found = _first(pattern, around, (low, clause.start() if clause else high))
    for start, end in reversed(around.passage.sentence.lead):
        found = found or _last(pattern, around, (max(start, end - _LEAD), end))
    return found


def _earlier(around: _Around, count: int) -> Iterator[Sentence]:
    """The sentences before, nearest first."""
    sentences = around.layout.sentences
    place = bisect_left(sentences, around.passage.sentence.start, key=lambda each: each.start)
    yield from reversed(sentences[max(0, place - count) : place])


def _placement_group(around: _Around) -> Span | None:
    return _nearest(words.GROUPS_OUTSIDE, around)


def _kind_of_work(around: _Around) -> Span | None:
    """ "initial health assessments", "visits to children on protection plans"; "In April we did 91pc" goes on."""
    pattern, named = words.WORK[around.metric], words.WORK_NAMED[around.metric]
    found = _nearest(pattern, around)
    if found is not None or not around.refers:
        return found
    if named.search(around.flat, *around.before):
        return None
    for sentence in _earlier(around, _BACK):
        zone = (max(sentence.start, sentence.end - _EARLIER), sentence.end)
        found = _last(pattern, around, zone)
        if found is not None or named.search(around.flat, *zone):
            return found
    return None


def _review_stage(around: _Around) -> Span | None:
    match = words.CASE_REVIEW_STAGE.match(around.flat, *around.right)
    # "have been completed or were ongoing": both stages together are the whole
    return None if match is None or match["more"] else match.span("scope")


def _interview_stage(around: _Around) -> Span | None:
    if not words.BOTH_STAGES.search(around.flat, around.before[0], around.after[1]):
        return None
    return _last(words.OFFERED, around, around.left) or _first(words.OFFERED, around, around.right)


def _grade(around: _Around) -> Span | None:
    """ "three were judged good and one outstanding" are two numbers; "eight are good or outstanding" is one."""
    bound = around.passage.bound
    if not any(
        each != around.index and each in bound and bound[each].metric == around.metric
        for each in range(around.index - 3, around.index + 4)
    ):
        return None
    grades = list(words.GRADE.finditer(around.flat, *around.right))
    return grades[0].span("scope") if len(grades) == 1 else None


def _posts_stage(around: _Around) -> Span | None:
    """ "40 of the 45 posts created have been filled"."""
    return _scope(words.POSTS_FILLED.match(around.flat, *around.after)) or _scope(
        words.POSTS_CREATED.match(around.flat, *around.right)
    )


_BY_STAGE: dict[str, Callable[[_Around], Span | None]] = {
    "serious_case_reviews": _review_stage,
    "return_home_interviews_share": _interview_stage,
    "childrens_homes_good": _grade,
    "staff_recruited": _posts_stage,
}


def _part_of_budget(around: _Around) -> Span | None:
    flat = around.flat
    agency = words.AGENCY_COST.search(flat, *around.before)
    if agency:
        return agency.span("scope") if agency["scope"] else agency.span("other")
    named = words.NAMED_BUDGET.search(flat, *around.before)
    if named:
        return named.span("scope")
    spending = words.SPENDING_ON.search(flat, *around.before)
    if spending:
        return None if words.WHOLE_BUDGET.match(spending["scope"]) else spending.span("scope")
    match = words.BUDGETED_FOR.match(flat, *around.right) if words.BUDGETED.search(flat, *around.left) else None
    if match is None and words.SPENDING.search(flat, *around.left):
        match = words.SPENT_ON.match(flat, *around.right)
    if match is None or words.WHOLE_BUDGET.match(match["scope"]):
        return None
    return match.span("scope")


def _worker(around: _Around) -> Span | None:
    """ "I had 27", "one worker in Keighley told us she had 33", "some staff", "the highest"."""
    for pattern in (words.FIRST_PERSON, words.ONE_ALONE, words.HIGHEST, words.SOME_WORKERS, words.NEWLY_QUALIFIED):
        found = _last(pattern, around, around.left)
        if found is not None:
            return found
    return _scope(words.NEWLY_QUALIFIED_AFTER.match(around.flat, *around.right))


def _kind_of_staff(around: _Around) -> Span | None:
    for pattern in (words.POSTS, words.NEWLY_QUALIFIED_AFTER, words.FRONTLINE):
        found = _scope(pattern.match(around.flat, *around.right))
        if found is not None:
            return found
    return _last(words.NEWLY_QUALIFIED, around, around.left)


def _kind_of_teams(around: _Around) -> Span | None:
    if around.metric == "teams":
        match = words.TEAMS_AFTER.match(around.flat, *around.right)
        if match is None:
            return _scope(words.TEAMS_WORK.match(around.flat, *around.right))
    else:
        slots = around.passage.masked.slots[max(0, around.index - 2) : around.index]
        low = max([around.before[0], *(slot.quantity.end for slot in slots if slot.own)])
        match = words.TEAMS_BEFORE.search(around.flat, low, around.before[1])
    if match is None or all(word in words.PLAIN_TEAMS or word.isdigit() for word in match["kind"].lower().split()):
        return None
    return match.span("scope")


def _children(around: _Around) -> Span | None:
    if around.metric == "children_missing":
        found = _nearest(words.MISSING_FROM, around)
        if found is None and around.refers:
            found = next(
                (
                    span
                    for each in _earlier(around, 1)
                    if (span := _last(words.MISSING_FROM, around, (each.start, each.end)))
                ),
                None,
            )
        if found is not None:
            return found
    # of those placed outside the area only a kind of child is a limit: all of them are looked after
    patterns = (
        [words.ASYLUM]
        if around.metric.startswith("cla_")
        else [words.CHILDREN_COUNTED, words.CHILDREN_WHO_WERE, words.ASYLUM]
    )
    return next((span for pattern in patterns if (span := _scope(pattern.match(around.flat, *around.right)))), None)


def _age_group(around: _Around) -> Span | None:
    low, high = around.right
    clause = _PHRASE.search(around.flat, low, high)
    zone = (low, clause.start() if clause else high)
    found = _scope(words.TIME_IN_CARE.match(around.flat, *zone)) or _first(words.AGE_GROUP, around, zone)
    if found is None and (found := _last(words.AGE_GROUP, around, around.left)):
        between = (found[1], around.left[1])
        if words.COMPARED.search(around.flat, *between) or words.WHOLE.search(around.flat, *between):
            return None
    return None if found is None or words.AGE_WHOLE.search(around.flat, *found) else found


def _area(around: _Around) -> Span | None:
    for pattern in (words.SOME_PART, words.AREA, words.OWN_OFFICE):
        found = _last(pattern, around, around.left) or _direct(pattern, around)
        if found is None and pattern is words.AREA:
            found = _first(pattern, around, around.clause)
        if found is None and not _is_of_whole(around):
            found = _last(pattern, around, around.head)
        if found is not None:
            return found
    return None


def _is_of_whole(around: _Around) -> bool:
    """Whether a number after the first is of the whole again or of another part: "against 17 across the service"."""
    flat, right = around.flat, around.right
    near = (right[0], min(right[1], right[0] + _DIRECT))
    return bool(
        words.WHOLE.search(flat, *around.left)
        or words.WHOLE.search(flat, *near)
        or words.PLACE_AFTER.match(flat, *right)
        or (around.left[0] > around.before[0] and words.OTHER_PART.search(flat, *around.left))
    )


def _team(around: _Around) -> Span | None:
    """ "in the court teams", "At the front door team …", and the sentence that goes on from it."""
    flat = around.flat
    found = _direct(words.VISITED, around)
    if not words.COMPARED.search(flat, *around.left):
        found = found or _last(words.VISITED, around, around.left)
    found = found or _scope(words.TEAM_AFTER.match(flat, *around.right)) or _named_team(around, around.left)
    if found is None and around.metric in _CASELOADS:
        found = _last(words.EVERY_TEAM, around, around.left)
    found = found or _last(words.BARE_PART, around, around.left)
    if found is None and not _is_of_whole(around):
        found = _named_team(around, around.head) or _last(words.BARE_PART, around, around.head) or _team_before(around)
    own = _OF_ITSELF.get(around.metric)
    return None if found is None or (own is not None and own.search(flat, *found)) else found


def _named_team(around: _Around, zone: Span) -> Span | None:
    found: Span | None = None
    for match in words.TEAM.finditer(around.flat, *zone):
        if not words.NOT_LIMITED.search(around.flat, max(zone[0], match.start() - 40), match.start()):
            found = match.span("scope")
    return found


def _team_before(around: _Around) -> Span | None:
    """The one team that the sentence before spoke of, where this one goes on with it."""
    sentence = around.passage.sentence
    if not words.GOES_ON.match(around.flat, sentence.start, sentence.end):
        return None
    for earlier in _earlier(around, 1):
        if earlier.block == sentence.block:
            return _named_team(around, (earlier.start, min(earlier.end, earlier.start + _EARLIER)))
    return None
