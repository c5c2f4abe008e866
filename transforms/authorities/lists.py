"""Names in one list and as many numbers in another: "Leeds and York have 22 and 17", "are 22 and 17 respectively"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from transforms.authorities.context import is_listed
from transforms.authorities.mention import NAMED, AuthorityMention
from transforms.authorities.subjects import SENTENCE_END

Span = tuple[int, int]

_JOINT = re.compile(
    r"\A\s*(?:%{1,2}|per\s*cent|percent|pc|cases|children)?\s*(?:,|;|,?\s*and|,?\s*against)\s+"
    r"(?:(?:about|around|some|nearly|almost|just|only|over|under|roughly)\s+){0,2}\Z",
    re.IGNORECASE,
)
_NAME_THEN_NUMBERS = re.compile(r"\A(?:['’]s?)?(?:,[^,.;:]{3,60},)?(?:\s+(?!and\b|but\b|while\b)[\w'’-]+){1,8}?\s+\Z")
_NUMBERS_THEN_NAMES = re.compile(
    r"\A\s*(?:%|per\s*cent|pc)?(?:\s+(?!and\b|but\b|while\b)[\w'’-]+){0,6}?\s+(?:in|for|at|of|by)\s+(?:the\s+)?\Z"
)
# "The proportions in work are 72% and 66%": one word for the figures of all
_PLURAL_FIGURE = re.compile(
    r"\b(?:proportions|figures|rates|totals|numbers|shares|averages|percentages|budgets|caseloads)\b(?:\s+per\s+10,?000)?[^.;:\d]{0,90}"
    r"\b(?:are|were|stood\s+at|stand\s+at|had\s+been)\s+(?:(?:about|around|nearly|almost|just|now)\s+){0,2}\Z"
    r"|\b(?:that|which)\s+(?:is|makes|means|works\s+out\s+at|equates\s+to|comes\s+to)\s+\Z",
    re.IGNORECASE,
)
_PARTED_BY_TIME = re.compile(r"\b(?:19|20)\d\d\b|\b(?:years?|months?|quarters?|before|previous)\b", re.IGNORECASE)
_ALL_OF_THEM = re.compile(
    r"\b(?:the\s+(?:two|three|four|pair|trio)|both|their|they|those|these|that\s+is|respective)\b", re.IGNORECASE
)
_RESPECTIVELY = "respectively"
_LOOK_BACK = 900


def number_run(text: str, start: int, numbers: Sequence[Span]) -> list[Span]:
    """The numbers listed with the one at ``start``, itself included: "11%, 23% and 9%"."""
    at = next((i for i, (low, high) in enumerate(numbers) if low <= start < high), None)
    if at is None:
        return []
    first = last = at
    while first > 0 and _JOINT.match(text[numbers[first - 1][1] : numbers[first][0]]):
        first -= 1
    while last + 1 < len(numbers) and _JOINT.match(text[numbers[last][1] : numbers[last + 1][0]]):
        last += 1
    return list(numbers[first : last + 1])


def _name_run(text: str, names: Sequence[AuthorityMention], *, back: bool) -> list[AuthorityMention]:
    """The names listed together that end (or begin) a stretch of names."""
    run: list[AuthorityMention] = []
    for mention in reversed(names) if back else names:
        if run and not _listed(text, *((mention, run[0]) if back else (run[-1], mention))):
            break
        run.insert(0 if back else len(run), mention)
    return run


def _listed(text: str, one: AuthorityMention, two: AuthorityMention) -> bool:
    return is_listed(re.sub(r"\A['’]s?", "", text[one.end : two.start]))


def in_sentence(
    text: str, start: int, sentence: Span, names: Sequence[AuthorityMention], run: Sequence[Span]
) -> AuthorityMention | None:
    """The name that goes with the number at ``start`` where names and numbers are listed in one sentence."""
    place = next(i for i, (low, high) in enumerate(run) if low <= start < high)
    ahead = _name_run(text, [each for each in names if each.end <= run[0][0]], back=True)
    after = _name_run(text, [each for each in names if each.start >= run[-1][1]], back=False)
    told = text.find(_RESPECTIVELY, run[0][0], sentence[1]) >= 0
    if len(ahead) == len(run) == len({each.surface for each in ahead}) and (
        told or _NAME_THEN_NUMBERS.match(text[ahead[-1].end : run[0][0]])
    ):
        return ahead[place]
    pair = [each for each in names if each.end <= run[0][0]][-2:]
    if len(pair) == len(run) == 2 and _is_weighed(text, pair, run[0][0]):
        return pair[place]
    if len(after) == len(run) and _NUMBERS_THEN_NAMES.match(text[run[-1][1] : after[0].start]):
        return after[place]
    return None


def _is_weighed(text: str, pair: Sequence[AuthorityMention], start: int) -> bool:
    """Whether two numbers weigh two councils: "Wirral has more than Sefton: 820 against 600"."""
    held = re.search(r"\bthan\b", text[pair[0].end : pair[1].start])
    return held is not None and bool(re.fullmatch(r"(?:['’]s)?\s*[:,–—-]\s+", text[pair[1].end : start]))


def across_sentences(
    text: str,
    start: int,
    sentence: Span,
    names: Sequence[AuthorityMention],
    run: Sequence[Span],
    *,
    several: bool,
) -> AuthorityMention | None:
    """The name of an earlier sentence that goes with the number ("A has 40 and B 30. The rates are 9% and 7%").

    Args:
        text: the document's text.
        start: offset of the number.
        sentence: bounds of its sentence.
        names: the councils, towns and districts named up to the end of the sentence.
        run: the numbers listed with it.
        several: whether the text is about several councils; else only "respectively" is believed.
    """
    here = {each.gss for each in names if sentence[0] <= each.start < run[0][0]}
    told = text.find(_RESPECTIVELY, run[0][0], min(sentence[1], run[-1][1] + 60)) >= 0
    lead = text[sentence[0] : run[0][0]]
    if not told and (not several or here or not _PLURAL_FIGURE.search(lead) or _PARTED_BY_TIME.search(lead)):
        return None
    if told and here and not _ALL_OF_THEM.search(lead):
        return None
    order = _last_order(text, sentence[0], names, here, len(run))
    place = next(i for i, (low, high) in enumerate(run) if low <= start < high)
    return order[place] if order else None


def _last_order(
    text: str, end: int, names: Sequence[AuthorityMention], without: Iterable[str | None], wanted: int
) -> list[AuthorityMention]:
    """The names of the nearest earlier sentence, or else run of sentences, that holds as many as are wanted."""
    low = max(0, end - _LOOK_BACK)
    cuts = [low, *(match.end() for match in SENTENCE_END.finditer(text, low, end)), end]
    for begin in reversed(cuts[:-1]):
        found: dict[str, AuthorityMention] = {}
        for each in names:
            if begin <= each.start < end and each.gss and each.gss not in without and each.kind != "district":
                found.pop(each.gss, None)  # where a name stands last, it stands beside its figure
                found[each.gss] = each
        if len(found) >= wanted:
            return list(found.values()) if len(found) == wanted else []
    return []


def places(mentions: Iterable[AuthorityMention]) -> list[AuthorityMention]:
    """The mentions that name a council, its trust or a place in it and are not only said in passing."""
    return [each for each in mentions if each.kind in NAMED and each.gss and not each.aside]


def respectively(
    text: str, start: int, end: int, names: Sequence[AuthorityMention], numbers: Sequence[Span]
) -> AuthorityMention | None:
    """The name for a number before the word, whatever stands between the numbers ("22% (20%) and 17% respectively")."""
    word = text.find(_RESPECTIVELY, start, end)
    run = _name_run(text, [each for each in names if each.end <= start], back=True) if word >= 0 else []
    if len(run) < 2:
        return None
    values = [span for span in numbers if run[-1].end <= span[0] < word][-len(run) :]
    return next((each for each, (low, high) in zip(run, values, strict=False) if low <= start < high), None)
