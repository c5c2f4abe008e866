"""Which two levels of a metric are the two ends of one movement."""

from __future__ import annotations

from itertools import pairwise

from transforms.changes import words
from transforms.changes.draft import Draft, same_part, same_place
from transforms.changes.earlier import order, sounds_earlier
from transforms.changes.lines import LEVEL_ROLES, Line, Page

_REACH = 2  # sentences to the one that a level may refer to
_MANY = 40  # levels of one metric in a sentence, from which on it is a list
_GAP = 70  # characters between two levels that one movement ties
_SHORT = 60  # characters before a level that opens its sentence: "Two years before it had been #"
# money is forecast: a forecast of this year beside an earlier level is a movement, a plan beside today's level is none
_FORECAST = frozenset({"overspend", "budget", "savings_required"})


def pair_levels(page: Page) -> list[tuple[Draft, int]]:
    """The movements whose two levels are printed, in the order of the text, each with the line of its first level."""
    pairs: list[tuple[int, int]] = []
    for line in page.mentioning():
        pairs.extend(_in_line(page, line))
    taken = {index for pair in pairs for index in pair}
    target_of = dict(pairs)
    for line in page.mentioning():
        for index in line.mentions:
            if index in taken or not _stands_earlier(page, line, index):
                continue
            other = _across(page, line, index, taken)
            if other is None:
                other = _with_sibling(page, line, index, target_of)
            if other is not None:
                pairs.append((index, other))
                target_of[index] = other
                taken.update((index, other))
    return [_draft(page, source, target) for source, target in sorted(pairs, key=lambda pair: (min(pair), max(pair)))]


def _stands_earlier(page: Page, line: Line, index: int) -> bool:
    """Whether a level alone in its line is an earlier one, by its role or by its words."""
    mention = page.mentions[index]
    if mention.role != "current":
        return mention.role == "previous"
    alone = [other for other in line.near(mention.char_start) if page.mentions[other].metric == mention.metric] == [
        index
    ]
    return alone and sounds_earlier(page, line, index) and bool(words.REFERENCE.search(line.before(mention.char_start)))


def _draft(page: Page, source: int, target: int) -> tuple[Draft, int]:
    first, last = page.line(min(source, target)), page.line(max(source, target))
    return Draft(page.mentions[target].metric, source, target, first.start, last.end), first.index


def _groups(page: Page, line: Line) -> list[list[int]]:
    """The levels of a line by metric and authority, each in the order of the text."""
    groups: list[list[int]] = []
    for index in line.mentions:
        mention = page.mentions[index]
        if mention.role not in LEVEL_ROLES:
            continue
        for group in groups:
            head = page.mentions[group[0]]
            if head.metric == mention.metric and head.authority == mention.authority:
                group.append(index)
                break
        else:
            groups.append([index])
    return groups


def _in_line(page: Page, line: Line) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    for group in _groups(page, line):
        if len(group) == 2:
            pairs.extend(_two(page, line, group))
        elif len(group) > 2:
            run = _run(page, line, group) if any(page.mentions[index].role == "previous" for index in group) else []
            pairs.extend(run or _told(page, line, group))
    return pairs


def _told(page: Page, line: Line, group: list[int]) -> list[tuple[int, int]]:
    """Levels that only the words of the movement tell apart: "from # to #", "#, up from #"."""
    for one, other in pairwise(group):
        first, second = page.mentions[one], page.mentions[other]
        if first.role != second.role or not same_part(first, second):
            continue
        left, gap = line.before(first.char_start), line.between(first.char_end, second.char_start)
        if len(gap) >= _GAP:
            continue
        if _moved(gap) and words.FROM.search(gap) and not words.RANGING.search(gap):
            return [(other, one)]
        if (
            _moved(left[-90:])
            and words.FROM.search(left)
            and not words.RANGING.search(left)
            and words.LEADS_TO.search(gap)
        ):
            return [(one, other)]
    return []


def _moved(text: str) -> bool:
    """Whether the words tell a movement that has happened."""
    found = words.UP.search(text) or words.DOWN.search(text) or words.MOVED.search(text)
    return found is not None and not words.HOPE.search(text[: found.start()])


def _is_target(page: Page, index: int) -> bool:
    mention = page.mentions[index]
    return mention.role == "current" or (mention.role == "projected" and mention.metric in _FORECAST)


def _two(page: Page, line: Line, group: list[int]) -> list[tuple[int, int]]:
    one, other = page.mentions[group[0]], page.mentions[group[1]]
    ordered = order(page, line, group[0], group[1])
    if ordered is None:
        if one.role == other.role == "previous" and _steps(page, line, group):  # "2,600 in February, sank to 1,700"
            return [(group[0], group[1])]
        return _told(page, line, group)
    source, target = ordered
    before = line.before(page.mentions[source].char_start)[-_GAP:]
    if source < target and words.FROM.search(before) and words.HOPE.search(before):
        return []  # "would go up from five to eight"
    if one.role != other.role and not _is_target(page, target) and page.mentions[target].role != "previous":
        return []
    if same_part(one, other) or (
        one.role != other.role and words.TIED.search(line.between(one.char_end, other.char_start))
    ):
        return [(source, target)]
    return []


def _steps(page: Page, line: Line, group: list[int]) -> bool:
    """Whether each level of a run is said to follow from the one before it."""
    stepped = False
    for one, other in pairwise(group):
        gap = line.between(page.mentions[one].char_end, page.mentions[other].char_start)
        moved = words.UP.search(gap) or words.DOWN.search(gap) or words.MOVED.search(gap)
        if (moved and words.LEADS_TO.search(gap)) or (words.LEADS_TO.search(gap) and words.STEP.search(gap)):
            stepped = True
        elif not (stepped and words.AND_ON.search(gap)):
            return False
    return stepped


def _run(page: Page, line: Line, group: list[int]) -> list[tuple[int, int]]:
    """Three levels and more: a chain, several earlier levels tied to one later, or a bare run (no movement)."""
    targets = [index for index in group if page.mentions[index].role != "previous"]
    sources = [index for index in group if page.mentions[index].role == "previous"]
    if len(group) > _MANY:
        return []
    if _steps(page, line, group):
        return [(one, other) for one, other in pairwise(group) if _goes_on(page, one, other)]
    if len(targets) == 1 and len(sources) > 1:
        if targets[0] == group[0] and all(_is_tied(page, line, group, index) for index in sources):
            return [(index, targets[0]) for index in sources]
        return []
    pairs: list[tuple[int, int]] = []
    free = [index for index in targets if _is_target(page, index)]
    for source in sources:
        fitting = [index for index in free if same_part(page.mentions[source], page.mentions[index])] or free
        if fitting:
            target = min(
                fitting, key=lambda index: (_scope_apart(page, source, index), index > source, abs(index - source))
            )
            pairs.append((source, target))
            free.remove(target)
    return pairs


def _goes_on(page: Page, one: int, other: int) -> bool:
    """Whether a chain goes on: not from the whole to "15 in the assessment teams"."""
    return page.mentions[other].scope is None or (
        same_part(page.mentions[one], page.mentions[other]) and page.mentions[one].scope is not None
    )


def _scope_apart(page: Page, one: int, other: int) -> bool:
    return page.mentions[one].scope != page.mentions[other].scope


def _is_tied(page: Page, line: Line, group: list[int], index: int) -> bool:
    place = group.index(index)
    gap = line.between(page.mentions[group[place - 1]].char_end, page.mentions[index].char_start)
    if words.TIED.search(gap):
        return True
    # "compared with 20 in 2013–14 and 10 in 2012–13": the words before the first reach the second
    return place > 1 and bool(words.AND_ON.search(gap)) and _is_tied(page, line, group, group[place - 1])


def _across(page: Page, line: Line, index: int, taken: set[int]) -> int | None:
    """The later level, in a sentence near by, of an earlier level that stands alone in its own."""
    if line.kind in ("heading", "row"):
        return None
    before = _nearest(page, line, index, -1, taken)
    after = _nearest(page, line, index, 1, taken)
    if before is None and after is not None and _is_run(page, line, index, after):
        return None
    if before is not None and after is not None:
        own = line.before(page.mentions[index].char_start)
        return before if words.REFERENCE.search(own) or words.REFERS.match(line.words) else after
    return before if before is not None else after


def _is_run(page: Page, line: Line, index: int, after: int) -> bool:
    """Whether a level is one of three and more that are only listed, a sentence each: July, August, September."""
    mention = page.mentions[index]
    earlier = page.lines[line.index - 1].mentions if line.index else []
    listed = any(
        page.mentions[other].metric == mention.metric
        and page.mentions[other].role == "previous"
        and same_place(page.mentions[other], mention)
        and same_part(page.mentions[other], mention)
        for other in earlier[-_MANY:]
    )
    return listed and not _refers(page.line(after), page, after)


def _with_sibling(page: Page, line: Line, index: int, pairs: dict[int, int]) -> int | None:
    """The later level of the earlier level right before: "this compares to 64% in May and 32% in June"."""
    mention = page.mentions[index]
    before = [
        other
        for other in line.near(mention.char_start)
        if other < index and other in pairs and page.mentions[other].metric == mention.metric
    ]
    if not before or not same_place(page.mentions[before[-1]], mention):
        return None
    gap = line.between(page.mentions[before[-1]].char_end, mention.char_start)
    return pairs[before[-1]] if words.TIED.search(gap) or words.AND_ON.search(gap) else None


def _nearest(page: Page, line: Line, index: int, step: int, taken: set[int]) -> int | None:
    mention = page.mentions[index]
    for distance in range(1, _REACH + 1):
        at = line.index + step * distance
        if not 0 <= at < len(page.starts):
            return None
        near = page.lines[at]
        if near.kind in ("heading", "row"):
            return None
        found = [
            other
            for other in (near.mentions[-_MANY:] if step < 0 else near.mentions[:_MANY])
            if page.mentions[other].metric == mention.metric
            and same_place(page.mentions[other], mention)
            and page.mentions[other].role in LEVEL_ROLES
        ]
        if found:
            fitting = [
                other
                for other in found
                if other not in taken and _is_target(page, other) and _same_person(page, near, other, line, index)
            ]
            return (fitting[-1] if step < 0 else fitting[0]) if fitting else None
        rise_from = words.REFERS.match(line.words) and words.FROM.search(line.before(mention.char_start))
        if step < 0 and rise_from and _has_other_level(near, mention.unit):
            return None  # "60 had a plan. This is an increase from 25": what it refers to is no level of ours
        if near.mentions and step < 0 and (line.mentions[0] != index or len(line.before(mention.char_start)) > _SHORT):
            return None
        later = line if step < 0 else page.lines[min(at + 1, len(page.starts) - 1)]
        if not _refers(later, page, index if step < 0 else None):
            return None  # what lies further off must be referred to
    return None


def _has_other_level(line: Line, unit: str) -> bool:
    """Whether a sentence holds a number of the unit that states no metric."""
    kind = "percent" if unit == "percent" else "count"
    return any(
        quantity.kind == kind and "#" not in line.between(quantity.start, quantity.end) for quantity in line.quantities
    )


def _refers(line: Line, page: Page, index: int | None) -> bool:
    words_before = line.words if index is None else line.before(page.mentions[index].char_start)
    return bool(
        words.REFERENCE.search(words_before) or words.REFERS.match(line.words) or words.NOW.search(words_before)
    )


def _same_person(page: Page, near: Line, other: int, line: Line, index: int) -> bool:
    """Whether neither or both levels are one worker's own cases."""
    one, two = page.mentions[other], page.mentions[index]
    if not same_part(one, two):
        return False
    mine = bool(words.FIRST_PERSON.search(line.before(two.char_start)))
    theirs = bool(words.FIRST_PERSON.search(near.before(one.char_start)))
    return mine == theirs or not two.metric.startswith("caseload")
