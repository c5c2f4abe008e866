"""Which movement or level a stated size is of: "a fall of 11 per cent", "referrals rose by a fifth"."""

from __future__ import annotations

import re

from transforms.changes import words
from transforms.changes.amounts import Amount
from transforms.changes.direction import side
from transforms.changes.draft import Book, Draft
from transforms.changes.lines import Line, Page
from transforms.changes.subjects import nearest_subject, spoken_of, subject_after, subject_before
from transforms.model import Mention

_REACH = 100
_ACTED_ON = re.compile(r"[a-z]+ (?P<what>[a-z' -]{3,70}) by (?:[a-z]+ ){0,3}\Z")  # "cut agency staff by 40 per cent"
_FITTING = {"count": ("count", "cases", "per_10000"), "percentage_points": ("percent",), "gbp": ("gbp",)}


def fits_unit(mention: Mention, unit: str) -> bool:
    """Whether a stated size can be of this metric's levels."""
    return unit not in _FITTING or mention.unit in _FITTING[unit]


def attach_amount(page: Page, line: Line, amount: Amount, book: Book) -> None:
    """Give a stated size to the movement or level that it is of, and enter the movement that it makes."""
    pair = _pair_of(page, line, amount, book)
    if pair is not None:
        pair.amount, pair.amount_unit = amount.value, amount.unit
        return
    level = _level_of(page, line, amount, book)
    if level is None:
        draft = _of_subject(page, line, amount)
        if draft is not None:
            book.add(draft, line.index)
        return
    mention = page.mentions[level]
    draft = Draft(mention.metric, None, level, line.start, line.end)
    if mention.role == "previous":
        draft.source, draft.target = level, None
    draft.start, draft.end = min(draft.start, page.line(level).start), max(draft.end, page.line(level).end)
    draft.amount, draft.amount_unit, draft.told = amount.value, amount.unit, True
    draft.direction = side(amount.side, mention.metric)
    book.add(draft, page.line_of[level])


def _pair_of(page: Page, line: Line, amount: Amount, book: Book) -> Draft | None:
    begin, stop = _clause(line, amount)
    best: tuple[int, Draft] | None = None
    for index in line.near(amount.start):
        mention = page.mentions[index]
        if not fits_unit(mention, amount.unit) or not begin <= mention.char_start < stop:
            continue
        for draft in book.by_level.get(index, []):
            distance = abs(mention.char_start - amount.start)
            if draft.amount is None and (best is None or distance < best[0]):
                best = (distance, draft)
    if best is not None:
        return best[1]
    subject = _subject(line, amount)
    for near in (
        line.index - 1,
        line.index + 1,
    ):  # "Referrals fell by 12 per cent. There were 4,102, compared with 4,661"
        for draft in book.by_line.get(near, []):
            both = draft.source is not None and draft.target is not None
            if (
                subject is not None
                and draft.metric == subject
                and draft.amount is None
                and both
                and page.lines[near].block == line.block
            ):
                return draft
    return None


def _clause(line: Line, amount: Amount) -> tuple[int, int]:
    """The clause of a size; with the one before where it refers back: "; that is 50 fewer than"."""
    begin, stop = line.clause(amount.start)
    return (line.start if words.REFERS.match(line.between(begin, amount.start)) else begin), stop


def _level_of(page: Page, line: Line, amount: Amount, book: Book) -> int | None:
    begin, stop = _clause(line, amount)
    named = _subject(line, amount) if amount.noun else None
    best: tuple[int, int] | None = None
    for index in line.near(amount.start):
        mention = page.mentions[index]
        if index in book.by_level or mention.role not in ("current", "previous") or not fits_unit(mention, amount.unit):
            continue
        if not begin <= mention.char_start < stop or (named is not None and named != mention.metric):
            continue
        distance = _distance(line, amount, mention)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, index)
    if best is not None:
        return best[1]
    if amount.stock or amount.noun or not words.GOES_ON.match(line.words):
        return None
    level = spoken_of(page, line, amount.cue)
    return (
        level
        if level is not None and level not in book.by_level and fits_unit(page.mentions[level], amount.unit)
        else None
    )


def _distance(line: Line, amount: Amount, mention: Mention) -> int | None:
    """How far a size is from a level that it can be of; None where the words between forbid it."""
    if amount.stock and not mention.metric.startswith(("childrens_homes", "teams", "foster_households")):
        return None
    if mention.char_start >= amount.end:
        if mention.char_start - amount.end > 2 * _REACH:
            return None
        gap = line.between(amount.end, mention.char_start)
        if amount.stock:
            return len(gap) if words.RUNS.search(gap) else None
        leads = (
            words.LEADS_TO.search(gap) if mention.role == "current" else words.FROM.search(gap) or gap.endswith(" the ")
        )
        return len(gap) if leads and "#" not in gap and len(gap) < _REACH else None
    if mention.role != "current":
        return None
    if amount.cue - mention.char_end > 2 * _REACH:
        return None
    gap = line.between(mention.char_end, amount.cue)
    named = nearest_subject(gap, last=True)
    if len(gap) > _REACH or (named is not None and named != mention.metric and amount.verb):
        return None
    if amount.verb and (" and " in gap or ", with " in gap or "#" in gap):
        return None
    if amount.stock and not line.before(amount.end)[line.at(amount.cue) :].startswith(("having", "after")):
        return None  # "has 10 homes … has closed two" tells two things
    return len(gap)


def _subject(line: Line, amount: Amount) -> str | None:
    """The metric whose name the size belongs to: after it ("in"), before its verb, or between verb and "by"."""
    if amount.noun:
        return nearest_subject(amount.noun, last=False)
    begin, stop = line.clause(amount.start)
    after = line.between(amount.end, min(stop, amount.end + 70))
    inward = after.find(" in ") if not amount.verb else -1
    if 0 <= inward < 30:
        inner = subject_after(after[inward:])
        if inner is not None:
            return inner
    before = subject_before(line.between(max(begin, amount.cue - 70), amount.cue))
    if before is not None or not amount.verb or amount.start - amount.cue > _REACH:
        return before
    acted = _ACTED_ON.match(line.between(amount.cue, amount.start))
    return subject_after(acted["what"]) if acted else None


def _of_subject(page: Page, line: Line, amount: Amount) -> Draft | None:
    if amount.stock:
        return None
    metric = _subject(line, amount)
    if metric is None or any(page.mentions[index].metric == metric for index in line.near(amount.start)):
        return None
    draft = Draft(
        metric, None, None, line.start, line.end, side(amount.side, metric), amount.value, amount.unit, told=True
    )
    draft.authority = _authority_near(page, line, metric)
    return draft


def _authority_near(page: Page, line: Line, metric: str) -> str | None:
    """The authority of the level nearest to a movement that prints none, the metric's own levels first."""
    own = [mention for mention in page.mentions if mention.role not in ("national", "comparator")]
    near = [mention for mention in own if mention.metric == metric] or own
    if not near:
        return None
    return min(near, key=lambda mention: (abs(mention.char_start - line.start), mention.char_start)).authority
