"""The direction of a movement: that of the number, given where words of movement tell it."""

from __future__ import annotations

import re

from transforms.changes import words
from transforms.changes.draft import Draft
from transforms.changes.lines import REACH, Line, Page
from transforms.changes.subjects import nearest_subject, subject_before
from transforms.model import Mention

# metrics of which less is better (codelist, column ``better``): what "improved" means where one level is printed
LOWER_IS_BETTER = frozenset(
    {
        "caseload_per_social_worker",
        "caseload_per_manager",
        "caseload_per_iro",
        "caseload_per_personal_adviser",
        "agency_worker_rate",
        "agency_workers",
        "vacancy_rate",
        "vacancies",
        "turnover_rate",
        "re_referral_rate",
        "children_missing",
        "unallocated_cases",
        "cla_outside_area_share",
        "cla_ceased_returned",
        "cla_ceased_returned_share",
        "cla_ceased_hmo",
        "child_poverty_share",
        "placement_stability_share",
        "care_leavers_neet_share",
        "areas_judged_inadequate",
        "serious_case_reviews",
        "serious_incident_notifications",
        "overspend",
    }
)
_NEAR = 90  # characters from a level within which words speak of it
_CLOSE = 40  # characters from a level to the one that it is "up from"
_STEM = 6  # letters that "vacancies" and "vacancy_rate" share
_GOOD = re.compile(r"improv|better|recover|strengthen|progress|quick|fast|turned")
_BAD = re.compile(r"worse|deteriorat|weaken|slow")
_MORE = re.compile(
    r"\b(?:highest|higher|larger|bigger|greater|heavier|more|busier|stronger|longer|rebound\w*|recover\w*)\b"
)
_CHANGED = re.compile(r"chang|gone|went|go|moved|moving|swung|turned")


def side(word: str, metric: str) -> str | None:
    """Up or down of a movement word, by what is better for the metric where the word judges."""
    if word in ("up", "down"):
        return word
    lower = metric in LOWER_IS_BETTER
    if _GOOD.match(word):
        return "down" if lower else "up"
    if _BAD.match(word):
        return "up" if lower else "down"
    if _CHANGED.match(word):
        return None
    return "up" if _MORE.search(word) else "down"


def set_directions(page: Page, drafts: list[Draft]) -> None:
    """Give every movement with two levels its direction; a rate beside a count takes that of the count."""
    for draft in drafts:
        if draft.source is None or draft.target is None or draft.told:
            continue
        _set(page, draft)
    by_mention = {index: draft for draft in drafts for index in (draft.source, draft.target) if index is not None}
    for draft in drafts:
        if draft.direction is None and draft.source is not None and draft.target is not None:
            leading = by_mention.get(draft.target - 1)
            source = by_mention.get(draft.source - 1)
            beside = (
                leading is not None
                and leading is source
                and leading.direction is not None
                and leading.target == draft.target - 1
            )
            if leading is not None and beside and _is_beside(page, draft.target) and _is_beside(page, draft.source):
                draft.direction = _by_numbers(page, draft) or leading.direction


def _is_beside(page: Page, index: int) -> bool:
    """Whether a mention stands in brackets, or after "or", right behind another."""
    before, own = page.mentions[index - 1], page.mentions[index]
    gap = page.layout.lower[before.char_end : own.char_start]
    return gap.strip() == "and" or (len(gap) < 110 and bool(re.search(r"\(|, or\b|, a rate|\bor\b|[–-]", gap)))


def _middle(mention: Mention) -> float:
    ends = [end for end in (mention.value_low, mention.value_high) if end is not None]
    return sum(ends) / len(ends) if ends else mention.value


def _by_numbers(page: Page, draft: Draft) -> str | None:
    if draft.source is None or draft.target is None:
        return None
    before, after = _middle(page.mentions[draft.source]), _middle(page.mentions[draft.target])
    if before == after:
        return "unchanged"
    return "up" if after > before else "down"


def _set(page: Page, draft: Draft) -> None:
    ups, downs, others = _cues(page, draft)
    if not (ups or downs or others):
        return
    numbers = _by_numbers(page, draft)
    said = "up" if ups and not (downs or others) else "down" if downs and not (ups or others) else None
    if said is not None and numbers in ("up", "down") and said != numbers and _is_bound(page, draft):
        draft.direction, draft.words_disagree = said, True
    else:
        draft.direction = numbers


def _is_bound(page: Page, draft: Draft) -> bool:
    """Whether the words of movement tie the two levels: "rose from # to #", "#, up from #"."""
    if draft.source is None or draft.target is None or page.line(draft.source) is not page.line(draft.target):
        return False
    line, source, target = page.line(draft.source), page.mentions[draft.source], page.mentions[draft.target]
    left = line.before(source.char_start)
    if not words.FROM.search(left):
        return False
    if source.char_start < target.char_start:
        tied = words.LEADS_TO.search(line.between(source.char_end, target.char_start)) and "#" not in left[-40:]
    else:
        tied = source.char_start - target.char_end < _CLOSE
    near = left[-28:]
    return bool(tied and (words.UP.search(near) or words.DOWN.search(near)))


def _cues(page: Page, draft: Draft) -> tuple[list[str], list[str], list[str]]:
    """The movement words about the two levels: with side up, down, and those of another kind."""
    ups: list[str] = []
    downs: list[str] = []
    others: list[str] = []
    for text in _windows(page, draft):
        ups += _told(words.UP, text, draft.metric)
        downs += _told(words.DOWN, text, draft.metric)
        others += _told(words.MOVED, text, draft.metric)
        others += _told(words.COMPARATIVE, text, draft.metric)
        if not (ups or downs or others) and words.COMMENT.search(text[:_NEAR]):
            others.append("comment")  # "That is real progress"
    if draft.source is not None:
        left = page.line(draft.source).before(page.mentions[draft.source].char_start)
        others += [match.group() for match in words.THAN.finditer(left[-60:])]
        ranging = words.RANGING.search(left) or words.FAR_CRY.search(left)
        if not (ups or downs or ranging) and words.FROM.search(left):
            others.append("from")
    if draft.amount is not None:
        others.append("amount")
    return ups, downs, others


def _told(pattern: re.Pattern[str], text: str, metric: str) -> list[str]:
    """The words of a text that tell a movement of a metric: no hope, no comparison with another place."""
    return [match.group() for match in pattern.finditer(text) if not _is_beside_the_point(pattern, match, text, metric)]


def _is_beside_the_point(pattern: re.Pattern[str], match: re.Match[str], text: str, metric: str) -> bool:
    before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
    if words.HOPE.search(before[-40:]):
        return True
    if pattern is words.COMPARATIVE and words.ELSEWHERE.search(after[:60]):
        return True
    if "#" in text and "#" not in before and "#" not in after and "#" not in match.group():
        return True
    subject = subject_before(before[max(before.rfind("#"), before.rfind(";")) + 1 :])
    return subject is not None and not _moves_with(subject, metric)


def _moves_with(subject: str, metric: str) -> bool:
    """Whether the same words move both: posts and their rate, and the contacts that the press calls referrals."""
    return subject[:_STEM] in metric or {subject, metric} == {"contacts", "referrals"}


def _windows(page: Page, draft: Draft) -> list[str]:
    """The words about the two levels: their clauses, what stands between, and a topic sentence right before."""
    if draft.source is None or draft.target is None:
        return []
    first, last = sorted((draft.source, draft.target))
    one, other = page.line(first), page.line(last)
    left, _ = _bounds(page, one, first, draft)
    if one is other:
        _, right = _bounds(page, one, last, draft)
        texts = [one.between(left, min(right, left + 4 * REACH))]
    else:
        _, middle = _bounds(page, one, first, draft)
        begin, right = _bounds(page, other, last, draft)
        texts = [one.between(left, middle)]
        texts += [
            page.lines[index].words for index in range(one.index + 1, other.index) if not page.lines[index].mentions
        ]
        texts.append(other.between(begin, right))
    return [*texts, *(text for text in (_topic(page, one, first), _comment(page, other, last)) if text)]


def _topic(page: Page, line: Line, first: int) -> str | None:
    """The sentence before in the same paragraph, which has no number of its own or names the metric; else None."""
    if line.index == 0 or line.mentions[0] != first:
        return None
    before = page.lines[line.index - 1]
    if before.block != line.block:
        return None
    if before.mentions or before.quantities:
        same = nearest_subject(before.words, last=True) == page.mentions[first].metric
        return (
            before.words
            if same and not any(page.mentions[index].metric == page.mentions[first].metric for index in before.mentions)
            else None
        )
    return before.words


def _comment(page: Page, line: Line, last: int) -> str | None:
    """A sentence after that speaks of what the level before did: "That is a steep rise."."""
    if line.index + 1 >= len(page.starts) or line.mentions[-1] != last:
        return None
    after = page.lines[line.index + 1]
    if after.block != line.block or after.mentions or not words.COMMENT.match(after.words):
        return None
    return after.words


def _bounds(page: Page, line: Line, index: int, draft: Draft) -> tuple[int, int]:
    """The stretch of a line that speaks of one level: to the clause's ends, or the next numbers of other things."""
    mention = page.mentions[index]
    begin, stop = line.clause(mention.char_start)
    own = {draft.source, draft.target}
    for other in line.near(mention.char_start):
        if other in own or page.mentions[other].metric == draft.metric:
            continue
        if page.mentions[other].char_end <= mention.char_start:
            begin = max(begin, page.mentions[other].char_end)
        elif page.mentions[other].char_start >= mention.char_end:
            stop = min(stop, page.mentions[other].char_start)
    return begin, stop
