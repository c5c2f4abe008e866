"""Movements of which one level is printed, or none: "fell to 12", "halved from 38", "referrals rose by a fifth"."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.changes import words
from transforms.changes.amounts import Amount, last_cue, side_of
from transforms.changes.direction import side
from transforms.changes.draft import Book, Draft, same_part, same_place
from transforms.changes.lines import Line, Page
from transforms.changes.subjects import nearest_subject
from transforms.model import Mention

_REACH = 100
_BACK = 12  # sentences to the level that "has fallen further" goes on from
_STILL = ("but", "still", "remain", "although", "despite", "however")
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
    level = _spoken_of(page, line, amount.cue)
    return (
        level
        if level is not None and level not in book.by_level and fits_unit(page.mentions[level], amount.unit)
        else None
    )


def _spoken_of(page: Page, line: Line, cue: int) -> int | None:
    """The level of the sentence before that a sentence without numbers goes on about: "The number has risen since"."""
    if line.index == 0 or line.mentions:
        return None
    before = page.lines[line.index - 1]
    levels = [index for index in before.mentions if page.mentions[index].role == "current"]
    named = nearest_subject(line.before(cue), last=True)
    if (
        before.kind in ("heading", "row")
        or not levels
        or (named is not None and named != page.mentions[levels[0]].metric)
    ):
        return None
    return levels[0] if len({page.mentions[index].metric for index in levels}) == 1 or named is not None else levels[-1]


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
    if amount.noun:
        return nearest_subject(amount.noun, last=False)
    begin, stop = line.clause(amount.start)
    after = line.between(amount.end, min(stop, amount.end + 70))
    inward = after.find(" in ") if not amount.verb else -1
    if 0 <= inward < 30:
        inner = nearest_subject(after[inward : inward + 55], last=False)
        if inner is not None:
            return inner
    return nearest_subject(line.between(max(begin, amount.cue - 60), amount.cue), last=True)


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


def single_levels(page: Page, book: Book) -> Iterator[tuple[Draft, int]]:
    """Movements that print one level only and no size, each with its line."""
    sources = {draft.source for draft in book.drafts}
    targets = {draft.target for draft in book.drafts}
    for index, mention in enumerate(page.mentions):
        if index not in page.line_of or mention.role not in ("current", "previous") or index in targets:
            continue
        line = page.line(index)
        if index not in sources and mention.role == "current":
            found = (
                _arrived(page, line, index)
                or _compared(page, line, index)
                or _unmoved(page, line, index)
                or _goes_on(page, line, index)
            )
        elif mention.role == "previous":
            found = _arrived(page, line, index, tight=True)
            if found is None and index not in sources:
                found = _left(page, line, index)
        else:
            found = None
        if found is not None:
            yield found, line.index


def _own_words(page: Page, line: Line, index: int) -> str:
    """The words before a level in its clause, from the number before it on."""
    mention = page.mentions[index]
    begin, _ = line.clause(mention.char_start)
    left = line.between(begin, mention.char_start)
    if left.lstrip().startswith(("current", "now", "the current")):
        left = line.before(mention.char_start)  # "is reducing; current rates at 17%"
    return left[max(left.rfind("#"), left.rfind("@")) + 1 :]


def _arrived(page: Page, line: Line, index: int, *, tight: bool = False) -> Draft | None:
    """A level at which a movement ends."""
    mention = page.mentions[index]
    left = _own_words(page, line, index)
    surface = page.layout.lower[mention.char_start : mention.char_end]
    passed = words.PASSED.search(left) or words.PASSED.match(f"{surface.split(' ')[0]} ")
    if passed and (
        line.kind == "heading" or passed["told"] or words.FIRST_TIME.search(line.after(mention.char_end)[:60])
    ):
        return _single(line, mention, index, "up")
    cue = last_cue(left, 25 if tight else _REACH)
    beyond = (
        cue is not None
        and not tight
        and len(left) - cue[0] < 14
        and words.BEYOND.match(surface)
        and not words.FROM.search(left)
    )
    reached = not tight and words.WITH.search(left)
    if not beyond and not reached and not words.LEADS_TO.search(left):
        return _after_topic(page, line, index) if not tight else None
    comparative = words.SMALLER.search(left)
    if cue is None and comparative is not None and not tight:
        cue = (comparative.start("word"), comparative["word"])
    if cue is None or words.HOPE.search(left[max(0, cue[0] - 60) : cue[0]]) or "peak" in left[cue[0] : cue[0] + 4]:
        return None
    between = left[cue[0] :]
    if words.NO_ARRIVAL.search(left) or any(word in between for word in _STILL):
        return None
    draft = _single(line, mention, index, side(cue[1], mention.metric))
    if not tight and words.FURTHER.search(left):
        draft.source = _level_before(page, index)
    return draft


def _after_topic(page: Page, line: Line, index: int) -> Draft | None:
    """ "Caseloads have fallen. Social workers now have 16 cases": a level behind the sentence that tells its movement."""
    mention = page.mentions[index]
    if line.index == 0 or line.mentions[0] != index or not words.NOW.search(line.before(mention.char_start)):
        return None
    before = page.lines[line.index - 1]
    if (
        before.block != line.block
        or before.mentions
        or before.quantities
        or nearest_subject(before.words, last=False) != mention.metric
    ):
        return None
    cue = last_cue(before.words, _REACH)
    if cue is None or words.HOPE.search(before.words) or not words.FINITE.search(before.words[max(0, cue[0] - 14) :]):
        return None
    draft = _single(line, mention, index, side(cue[1], mention.metric))
    draft.start = before.start
    return draft


def _level_before(page: Page, index: int) -> int | None:
    """The level that "has fallen further" goes on from: of the nearest sentence with one, its latest."""
    mention = page.mentions[index]
    found: list[int] = []
    for other in range(index - 1, -1, -1):
        if other not in page.line_of or page.line_of[index] - page.line_of[other] > _BACK:
            break
        if found and page.line_of[other] != page.line_of[found[0]]:
            break
        before = page.mentions[other]
        if (
            before.metric == mention.metric
            and before.role in ("current", "previous")
            and same_place(before, mention)
            and same_part(before, mention)
        ):
            found.append(other)
    return next((other for other in found if page.mentions[other].role == "current"), found[0] if found else None)


def _compared(page: Page, line: Line, index: int) -> Draft | None:
    """A level said to be up or down on an earlier one, or to be rising or falling."""
    mention = page.mentions[index]
    right = line.after(mention.char_end)
    match = words.AFTER.match(right)
    if (
        match is not None
        and "#" not in right[match.end() : match.end() + 30]
        and not words.ELSEWHERE.search(right[match.end() : match.end() + 50])
    ):
        return _single(line, mention, index, side(side_of(match["word"]), mention.metric))
    match = words.RELATED.match(right)
    if (
        match is not None
        and not words.HOPE.search(match["verb"])
        and not words.ELSEWHERE.search(right[: match.end() + 40])
    ):
        cue = last_cue(match["verb"], _REACH)
        if cue is not None and not words.UNCHANGED.search(match["verb"]):
            return _single(line, mention, index, side(cue[1], mention.metric))
    match = words.ONGOING.match(right)
    if match is not None:
        cue = last_cue(match["word"], len(match["word"]))
        return _single(line, mention, index, cue[1] if cue else None) if cue else None
    return None


def _unmoved(page: Page, line: Line, index: int) -> Draft | None:
    mention = page.mentions[index]
    begin, stop = line.clause(mention.char_start)
    near = line.between(max(begin, mention.char_start - 80), min(stop, mention.char_end + 110))
    match = words.UNCHANGED.search(near)
    if match is not None and not words.ELSEWHERE.search(near[match.end() : match.end() + 40]):
        return _single(line, mention, index, "unchanged")
    if line.index + 1 < len(page.lines) and line.mentions[-1] == index:
        following = page.lines[line.index + 1]
        match = words.UNCHANGED.search(following.words)
        if words.REFERS.match(following.words) and match is not None and match.start() < 30 and not following.mentions:
            draft = _single(line, mention, index, "unchanged")
            draft.end = following.end
            return draft
    return None


def _goes_on(page: Page, line: Line, index: int) -> Draft | None:
    """A level whose movement the next sentence tells: "There are 640. The number has been rising since 2015"."""
    if line.index + 1 >= len(page.lines) or line.kind in ("heading", "row"):
        return None
    after = page.lines[line.index + 1]
    if after.block != line.block or not words.GOES_ON.match(after.words) or _spoken_of(page, after, after.end) != index:
        return None
    cue = last_cue(after.words[:60], 60)
    if cue is None or (cue[1] not in ("up", "down") and words.PEOPLE.match(after.words)):
        return None
    if (
        words.HOPE.search(after.words[:60])
        or words.ELSEWHERE.search(after.words)
        or not words.FINITE.search(after.words[: cue[0] + 20])
    ):
        return None
    draft = _single(line, page.mentions[index], index, side(cue[1], page.mentions[index].metric))
    draft.end = after.end
    return draft


def _left(page: Page, line: Line, index: int) -> Draft | None:
    """A level that a movement begins at, with none that it ends at."""
    mention = page.mentions[index]
    left = _own_words(page, line, index)
    if not words.FROM.search(left):
        return None
    cue = last_cue(left, 60)
    if cue is None or words.HOPE.search(left[max(0, cue[0] - 60) : cue[0]]):
        return None
    draft = _single(line, mention, None, side(cue[1], mention.metric))
    draft.source = index
    return draft


def _single(line: Line, mention: Mention, target: int | None, direction: str | None) -> Draft:
    return Draft(mention.metric, None, target, line.start, line.end, direction, told=True)
