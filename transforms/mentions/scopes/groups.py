"""Kinds of work, stages, narrower groups of children and parts of a budget."""

from __future__ import annotations

from transforms.mentions.scopes import group_words as words
from transforms.mentions.scopes.around import EARLIER, Around, Span
from transforms.mentions.scopes.service_words import COMPARED, WHOLE

_BACK = 3  # sentences that a reference may reach back


def placement_group(around: Around) -> Span | None:
    """Where those live of whom some are outside the area: "foster families"."""
    return around.nearest(words.GROUPS_OUTSIDE)


def kind_of_work(around: Around) -> Span | None:
    """The kind of assessments, reviews or visits; "In April we did 91pc" goes on with the kind named before."""
    pattern, named = words.WORK[around.metric], words.WORK_NAMED[around.metric]
    found = around.nearest(pattern)
    if found is not None or not around.refers or named.search(around.flat, *around.before):
        return found
    for sentence in around.earlier(_BACK):
        zone = (max(sentence.start, sentence.end - EARLIER), sentence.end)
        found = around.last(pattern, zone)
        if found is not None or named.search(around.flat, *zone):
            return found
    return None


def review_stage(around: Around) -> Span | None:
    """The stage of case reviews; "have been completed or were ongoing" are all of them."""
    match = words.CASE_REVIEW_STAGE.match(around.flat, *around.right)
    return None if match is None or match["more"] else match.span("scope")


def interview_stage(around: Around) -> Span | None:
    """Whether interviews were offered or done, where a text tells both."""
    if not words.BOTH_STAGES.search(around.flat, around.before[0], around.after[1]):
        return None
    after = around.follows(words.STAGE_AFTER, around.phrase)
    return after or around.last(words.OFFERED, around.left) or around.first(words.OFFERED, around.right)


def kind_of_home(around: Around) -> Span | None:
    """The sort of homes that children live in, where it is not the registered one: "unregistered children's homes"."""
    return around.first(words.KIND_OF_HOME, around.phrase)


def school_phase(around: Around) -> Span | None:
    """The schools, or pupils, whose attendance is told: "Attendance of secondary school pupils"."""
    return around.last(words.SCHOOL_PHASE, around.left) or around.direct(words.SCHOOL_PHASE)


def grade(around: Around) -> Span | None:
    """The grade of some homes: "three good and one outstanding"; "eight are good or outstanding" is of both."""
    if not around.has_twin:
        return None
    grades = list(words.GRADE.finditer(around.flat, *around.right))
    return grades[0].span("scope") if len(grades) == 1 else None


def posts_stage(around: Around) -> Span | None:
    """Whether posts were created or filled: "40 of the 45 posts created have been filled"."""
    return around.follows(words.POSTS_FILLED, around.after) or around.follows(words.POSTS_CREATED)


def missing_from(around: Around) -> Span | None:
    """Where children went missing from."""
    found = around.follows(words.FROM_ALONE) or around.nearest(words.MISSING_FROM)
    if found is None and around.refers:
        for sentence in around.earlier(1):
            return around.last(words.MISSING_FROM, (max(sentence.start, sentence.end - EARLIER), sentence.end))
    return found


def kind_of_children(around: Around) -> Span | None:
    """The group of the children that are counted: "16 looked after children had no allocated social worker"."""
    for pattern in (words.CHILDREN_COUNTED, words.CHILDREN_WHO_WERE, words.CHILDREN_SORTED):
        found = around.follows(pattern)
        if found is not None:
            return found
    return None


def sort_of_children(around: Around) -> Span | None:
    """A sort of children in care that a number of them is of: "300 of the asylum seekers"."""
    return around.follows(words.CHILDREN_SORTED)


def age_group(around: Around) -> Span | None:
    """The ages, or the time in care, of those that a measure is of; never of England's beside it."""
    found = around.follows(words.TIME_IN_CARE, around.phrase) or around.first(words.AGE_GROUP, around.right)
    if found is not None and found[0] >= around.phrase[1]:
        found = None
    if found is None and (found := around.last(words.AGE_GROUP, around.left)) is not None:
        between = (found[1], around.left[1])
        if COMPARED.search(around.flat, *between) or WHOLE.search(around.flat, *between):
            return None
    return None if found is None or words.AGE_WHOLE.search(around.flat, *found) else found


def part_of_budget(around: Around) -> Span | None:
    """What of the budget a sum is: "£2.6m on its edge of care teams", "the placements budget"."""
    flat = around.flat
    agency = words.AGENCY_COST.search(flat, *around.before)
    if agency:
        return agency.span("scope") if agency["scope"] else agency.span("other")
    match = words.NAMED_BUDGET.search(flat, *around.before) or words.SPENDING_ON.search(flat, *around.before)
    if match is None and words.BUDGETED.search(flat, *around.left):
        match = words.BUDGETED_FOR.match(flat, *around.right)
    if match is None and words.SPENDING.search(flat, *around.left):
        match = words.SPENT_ON.match(flat, *around.right)
    return None if match is None or words.WHOLE_BUDGET.match(match["scope"]) else match.span("scope")
