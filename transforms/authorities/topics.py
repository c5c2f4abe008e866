"""What a text was speaking of before a sentence that names no council."""

from __future__ import annotations

import re

from transforms.authorities import binding
from transforms.authorities.mention import NAMED, AuthorityMention
from transforms.authorities.subjects import SENTENCE_END
from transforms.authorities.view import View

Span = tuple[int, int]

_PRONOUN_OPENING = re.compile(
    r"\A[\s\"“'‘•(-]*(?:It|Its|They|Their|That|Each|These|Those"
    r"|There(?!\s+(?:is|are|was|were|has|have|had|will)\b)"
    r"|The\s+(?:figure|rate|number|average|total|proportion|share)\s+there)\b"
)
# "social workers there have 20 cases": the place, and not "there are"
_THERE = re.compile(r"\bthere\b(?!['’]|\s+(?:is|are|was|were|has|have|had|will|would|may|should|must|being|used)\b)")
_PARAGRAPH_END = re.compile(r"\n\s*\n")
_PARAGRAPH_REACH = 3000
_TOPIC_REACH = 60
_HELD_AGAINST = re.compile(
    r"\b(?:than|against|below|above|versus|vs|beating|overtaking|behind|beats?|matching|outstrip\w*|as\s+(?:high|low|many|much|big|good|bad)"
    r"\s+as)\s+(?:(?:that|those|the\s+\w+)\s+(?:of|in|at|for)\s+|(?:in|at|for|of)\s+)?(?:(?:neighbouring|nearby|the)\s+){0,2}\Z"
    r"|\b(?:twice|double|half)\s+(?:that|those)\s+(?:of|in|at|for)\s+(?:(?:neighbouring|nearby|the)\s+){0,2}\Z",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\A\s*\([^()\n]{1,30}\)")
# "smaller than Doncaster's £81m or": the name after is held against too
_OR_AFTER_HELD = re.compile(
    r"\b(?:than|against|below|above|behind)\s[^.;:\n]{3,80}\bor\s+(?:in\s+|at\s+)?(?:the\s+)?\Z", re.IGNORECASE
)
_OPENED = re.compile(r"\([^()\n]{0,60}\Z")
_CLOSED = re.compile(r"\A[^()\n]{0,60}\)")


def topic(view: View, sentence: Span, subjects: frozenset[str], document: str | None) -> str | None:
    """The code of the council that a text on several was speaking of before this sentence; None where none is told."""
    last = view.count_before(sentence[0])
    earlier: set[str] = set()
    for mention in reversed(view.mentions[max(0, last - _TOPIC_REACH) : last]):
        if mention.gss not in subjects or mention.aside or _is_passing(view, mention):
            continue
        if view.is_sectioned and mention.is_heading(view.text):
            return mention.gss
        gaps = len(_PARAGRAPH_END.findall(view.text, max(mention.end, sentence[0] - _PARAGRAPH_REACH), sentence[0]))
        if gaps and view.is_sectioned:
            continue
        if gaps == 0 or document is None or mention.gss == document:
            return mention.gss
        if gaps > 1:
            break
        earlier.add(mention.gss)
    return earlier.pop() if len(earlier) == 1 else document


def _is_passing(view: View, mention: AuthorityMention) -> bool:
    known = view.passing.get(mention.start)
    if known is None:
        known = view.passing[mention.start] = _is_brought_in(view, mention)
    return known


def _is_brought_in(view: View, mention: AuthorityMention) -> bool:
    """Whether a name was only brought in to compare with: "That compares with 530 in Croydon", "(Walsall: 12)"."""
    text = view.text
    before = text[max(0, mention.start - 60) : mention.start]
    if binding.is_contrast(text, mention) or _HELD_AGAINST.search(before):
        return True
    if _OPENED.search(before) and _CLOSED.match(text[mention.end : mention.end + 62]):
        return True
    if _OR_AFTER_HELD.search(text[max(0, mention.start - 120) : mention.start]):
        return True
    numbers = view.number_spans(max(0, mention.start - 90), mention.start)
    if not numbers or not binding.follows(text, numbers[-1][1], mention):
        return False
    return bool(binding.COMPARED.search(text[max(0, numbers[-1][0] - 60) : numbers[-1][0]]))


def opens_with_pronoun(text: str, sentence: Span) -> bool:
    """Whether a sentence goes on with what the one before was about: "It", "Its", "They"."""
    return _PRONOUN_OPENING.match(text[sentence[0] : sentence[0] + 60]) is not None


def continued(view: View, start: int, sentence: Span, paragraph: Span, document: str | None) -> str | None:
    """In a text on one council, the other one that the sentence before was about and that this one goes on with.

    "It was 50 before"; "Social workers there have 20".
    """
    before = view.within(paragraph[0], sentence[0])
    if not before:
        return None
    opening = opens_with_pronoun(view.text, sentence)
    if not opening and not _THERE.search(view.text, sentence[0], start):
        return None
    mention = before[-1]
    ends = len(SENTENCE_END.findall(view.text, mention.end, sentence[0] + 1))
    if mention.kind not in NAMED or not mention.gss or ends > 1:
        return None
    if mention.gss != document and not binding.is_strong(view.text, mention):
        return None
    if opening and _is_told_beside(view, mention, before, paragraph[0], document):
        return None
    return None if is_spent(view, mention, sentence[0], paragraph[0], document) else mention.gss


def _is_told_beside(
    view: View, mention: AuthorityMention, before: list[AuthorityMention], low: int, document: str | None
) -> bool:
    """Whether the sentence of a name has another council before it: then "it" in the next means no last of a list."""
    begin = max([low, *(match.end() for match in SENTENCE_END.finditer(view.text, low, mention.start))])
    beside = [each for each in before if begin <= each.start < mention.start and each.kind in NAMED]
    return any(each.gss != mention.gss for each in beside)


def is_spent(view: View, mention: AuthorityMention, start: int, since: int, document: str | None) -> bool:
    """Whether the name belongs to a number before it (from ``since`` on) and does not go on to the one at ``start``."""
    if mention.gss == document:
        return False
    held = _HELD_AGAINST.search(view.text[max(0, mention.start - 60) : mention.start])
    bracket = _BRACKETED.match(view.text[mention.end : mention.end + 40])
    if held and bracket and mention.end + bracket.end() <= start:
        return True
    earlier = [span for span in view.number_spans(since, start) if span[1] <= mention.start]
    if not earlier or not binding.follows(view.text, earlier[-1][1], mention):
        return False
    return not binding.moves_on(view.text, mention, start)
