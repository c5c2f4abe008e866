"""Movements of which one level is printed: "fell to 12", "from 38", "the same as at 31 March"."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.changes import words
from transforms.changes.amounts import last_cue, side_of
from transforms.changes.direction import side
from transforms.changes.draft import Book, Draft, same_part, same_place
from transforms.changes.lines import Line, Page
from transforms.changes.subjects import nearest_subject, spoken_of
from transforms.model import Mention

_REACH = 100
_BACK = 12  # sentences to the level that "has fallen further" goes on from
_STILL = ("but", "still", "remain", "although", "despite", "however")


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
    arrives = words.LEADS_TO.search(left) or (not tight and words.WITH.search(left))
    beyond = not tight and words.BEYOND.match(surface) and not words.FROM.search(left)
    cue = last_cue(left, 25 if tight else _REACH) if arrives or beyond else None
    if not arrives and not (beyond and cue is not None and len(left) - cue[0] < 14):
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
    """A level behind the sentence that tells its movement: "Caseloads have fallen. Each worker now has 16"."""
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
    if line.index + 1 < len(page.starts) and line.mentions[-1] == index:
        following = page.lines[line.index + 1]
        if following.mentions or not words.REFERS.match(following.words):
            return None
        match = words.UNCHANGED.search(following.words)
        if match is not None and match.start() < 30:
            draft = _single(line, mention, index, "unchanged")
            draft.end = following.end
            return draft
    return None


def _goes_on(page: Page, line: Line, index: int) -> Draft | None:
    """A level whose movement the next sentence tells: "There are 640. The number has been rising since 2015"."""
    if line.index + 1 >= len(page.starts) or line.kind in ("heading", "row"):
        return None
    after = page.lines[line.index + 1]
    if after.block != line.block or not words.GOES_ON.match(after.words) or spoken_of(page, after, after.end) != index:
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
