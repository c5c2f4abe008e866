"""The authority that a number is about: its clause, its sentence, then what the text was speaking of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from transforms.authorities import binding
from transforms.authorities.context import is_listed
from transforms.authorities.index import AuthorityIndex
from transforms.authorities.mention import MEASURES, NAMED, AuthorityMention, Resolved
from transforms.authorities.subjects import (
    SELF,
    SENTENCE_END,
    TOGETHER,
    has_rival,
    speaking_after,
    subjects_of,
    suited,
)
from transforms.authorities.tables import cell_labels

_PRONOUN_OPENING = re.compile(
    r"\A[\s\"“'‘•(-]*(?:It|Its|There|They|Their|That|Each|These|Those"
    r"|The\s+(?:figure|rate|number|average|total|proportion|share)\s+there)\b"
)
_PARAGRAPH_END = re.compile(r"\n\s*\n")
_AND = re.compile(r"\s+(?:and|&)\s+(?:in\s+)?\Z")
# no sentence or paragraph is looked at further than this: a text without any is read in linear time
_SENTENCE_REACH = 700
_PARAGRAPH_REACH = 3000
_TOPIC_REACH = 60


class AuthorityResolver:
    """Resolves the numbers of one text. Build it once per text; ``resolve`` is cheap and may be called per number."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[AuthorityMention],
        document: str | None,
        index: AuthorityIndex,
        numbers: Sequence[tuple[int, int]] | None = None,
    ) -> None:
        """Take the text with its names (``index.find``), its authority (``document_authority``) and number spans.

        Without ``numbers`` a rough reading of digits and common number words tells which name stands next to which.
        """
        self._text = text
        self._document = document
        self._index = index
        self._numbers = None if numbers is None else sorted(span for span in numbers if not binding.is_time(text, span))
        self._single = document is not None and not has_rival(document, mentions)
        self._subjects = subjects_of(document, mentions)
        self._all = mentions
        self._mentions = [mention for mention in mentions if self._usable(mention)]
        self._starts = [mention.start for mention in self._mentions]
        self._tabled = "|" in text or "\t" in text

    def _usable(self, mention: AuthorityMention) -> bool:
        if mention.kind in MEASURES:
            return mention.aside is None
        if mention.gss is not None and mention.gss == self._document:
            return True
        if mention.aside == "placement":
            return False
        if mention.kind == "district" and mention.gss not in self._subjects and mention.form is None and self._single:
            return False
        return mention.aside is None or (mention.gss in self._subjects and not self._single)

    def _within(self, start: int, end: int) -> list[AuthorityMention]:
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _spoken(self, start: int, end: int) -> Sequence[AuthorityMention]:
        """All names in a stretch, those too that only help or visit elsewhere: "said the director of X"."""
        low = bisect_left(self._all, start, key=lambda mention: mention.start)
        return self._all[low : bisect_left(self._all, end, key=lambda mention: mention.start)]

    def _number_spans(self, start: int, end: int) -> list[tuple[int, int]]:
        if self._numbers is None:
            return binding.rough_numbers(self._text, start, end)
        low, high = bisect_left(self._numbers, (start, -1)), bisect_left(self._numbers, (end, -1))
        return [span for span in self._numbers[low:high] if span[1] <= end]

    def resolve(
        self, start: int, end: int, sentence: tuple[int, int], paragraph: tuple[int, int] | None = None
    ) -> Resolved:
        """The authority of the number at ``start``..``end``.

        Args:
            start: offset of the number.
            end: offset after it.
            sentence: bounds of its sentence (a table row or bullet counts as one).
            paragraph: bounds of its paragraph; the sentence where the caller knows none.
        """
        low, high = paragraph or sentence
        sentence = (max(sentence[0], start - _SENTENCE_REACH), min(sentence[1], end + _SENTENCE_REACH))
        paragraph = (max(low, start - _PARAGRAPH_REACH), min(high, end + _PARAGRAPH_REACH))
        numbers = self._number_spans(*sentence)
        anchors = self._within(*sentence)
        return (
            self._from_table(start)
            or self._after(end, sentence, anchors, numbers)
            or self._respectively(start, sentence, anchors, numbers)
            or self._before(start, sentence, anchors, numbers)
            or self._carried(start, sentence, paragraph)
        )

    def _result(self, mention: AuthorityMention, basis: str, sentence: tuple[int, int]) -> Resolved:
        if mention.kind in MEASURES:
            behind = self._document if self._single else self._topic(sentence).gss
            return Resolved(behind, basis, False, mention.kind)
        return self._named(self._code(mention), basis, mention.surface if mention.kind == "district" else None)

    def _code(self, mention: AuthorityMention) -> str | None:
        """The code of a name; in a text on one council a doubtful name that may be that council's is."""
        if mention.gss is None and self._single and self._document in mention.candidates:
            return self._document
        return mention.gss

    def _named(self, gss: str | None, basis: str, scope: str | None = None) -> Resolved:
        return Resolved(gss, basis, gss is not None and gss != self._document, "authority", scope)

    def _from_table(self, start: int) -> Resolved | None:
        for label in cell_labels(self._text, start) if self._tabled else ():
            for mention in self._within(*label):
                if mention.gss is not None or mention.kind in MEASURES:
                    return self._result(mention, "table", label)
        return None

    def _after(
        self,
        end: int,
        sentence: tuple[int, int],
        anchors: Sequence[AuthorityMention],
        numbers: Sequence[tuple[int, int]],
    ) -> Resolved | None:
        """A name that follows the number and owns it: "the 123 recorded in Blackpool"."""
        following = next((mention for mention in anchors if mention.start >= end), None)
        if following is None or any(end <= low < following.start for low, _ in numbers):
            return None
        return self._result(following, "after", sentence) if binding.follows(self._text, end, following) else None

    def _respectively(
        self,
        start: int,
        sentence: tuple[int, int],
        anchors: Sequence[AuthorityMention],
        numbers: Sequence[tuple[int, int]],
    ) -> Resolved | None:
        """Names in one list and as many numbers in another: "in A and B, 22 and 17 respectively"."""
        word = self._text.find("respectively", start, sentence[1])
        run: list[AuthorityMention] = []
        for mention in reversed([mention for mention in anchors if mention.end <= start] if word >= 0 else []):
            if run and not is_listed(self._text[mention.end : run[0].start]):
                break
            run.insert(0, mention)
        if len(run) < 2:
            return None
        values = [span for span in numbers if run[-1].end <= span[0] < word][-len(run) :]
        for mention, (low, high) in zip(run, values, strict=False):
            if low <= start < high:
                return self._result(mention, "respectively", sentence)
        return None

    def _before(
        self,
        start: int,
        sentence: tuple[int, int],
        anchors: Sequence[AuthorityMention],
        numbers: Sequence[tuple[int, int]],
    ) -> Resolved | None:
        """The nearest name before the number in its sentence that is free to own it."""
        ahead = [mention for mention in anchors if mention.end <= start]
        own = max(SELF.finditer(self._text, sentence[0], start), key=lambda match: match.start(), default=None)
        spent: AuthorityMention | None = None
        for position in range(len(ahead) - 1, -1, -1):
            mention = ahead[position]
            if own is not None and own.start() >= mention.end and not self._covers(mention, own, start, sentence):
                return self._self(own, sentence, ahead[: position + 1])
            if mention.kind in MEASURES:
                if binding.owns(self._text, mention, start, numbers):
                    return self._result(mention, "before", sentence)
            elif self._is_spent(mention, start, numbers):
                spent = spent or mention
            elif not (binding.is_contrast(self._text, mention) and (position or own)) and self._binds(mention):
                return self._maybe_several(mention, ahead[:position], sentence)
        if own is not None:
            return self._self(own, sentence, [])
        if spent is not None and not self._single:
            return self._result(spent, "before", sentence)
        return None

    def _covers(self, mention: AuthorityMention, own: re.Match[str], start: int, sentence: tuple[int, int]) -> bool:
        """Whether "the council" after a name is that name's: "In Wokingham, the council has"."""
        if mention.kind not in NAMED or not mention.gss or binding.is_contrast(self._text, mention):
            return False
        return binding.heads(self._text, mention, sentence[0]) or binding.encloses(
            self._text, mention, own.span(), start
        )

    def _is_spent(self, mention: AuthorityMention, start: int, numbers: Sequence[tuple[int, int]]) -> bool:
        """Whether the name belongs to an earlier number and does not go on to this one."""
        earlier = [span for span in numbers if span[1] <= mention.start]
        if not earlier or mention.gss == self._document or not binding.follows(self._text, earlier[-1][1], mention):
            return False
        return not binding.moves_on(self._text, mention, start)

    def _binds(self, mention: AuthorityMention) -> bool:
        return mention.gss == self._document or not self._single or binding.is_strong(self._text, mention)

    def _maybe_several(
        self, mention: AuthorityMention, ahead: Sequence[AuthorityMention], sentence: tuple[int, int]
    ) -> Resolved:
        """Two councils in one breath with one number are several: no single code is right."""
        other = ahead[-1] if ahead else None
        if (
            other is not None
            and other.kind == mention.kind == "authority"
            and other.gss != mention.gss
            and _AND.match(self._text, other.end, mention.start)
        ):
            both = (other.gss, mention.gss)
            return Resolved(self._document if self._document in both else None, "several")
        return self._result(mention, "before", sentence)

    def _self(self, match: re.Match[str], sentence: tuple[int, int], ahead: Sequence[AuthorityMention]) -> Resolved:
        """The council that "the council", "the borough" or "here" means: the document's, or the one spoken of last."""
        what = (match.group("what") or "").lower()
        other = suited((match.group("sort") or what).lower(), self._subjects, self._document, self._index.by_gss)
        if other is not None or self._single:
            return self._named(other or self._document, "self")
        free = [m.gss for m in ahead if m.kind in NAMED and m.gss and not binding.is_contrast(self._text, m)]
        if free:
            return self._named(free[-1], "self")
        if what in ("trust", "company"):
            last = bisect_left(self._starts, match.start())
            for mention in reversed(self._mentions[max(0, last - _TOPIC_REACH) : last]):
                if mention.kind == "trust":
                    return self._named(mention.gss, "self")
        return self._topic(sentence)

    def _topic(self, sentence: tuple[int, int]) -> Resolved:
        """What a text on several councils was speaking of before this sentence."""
        last = bisect_left(self._starts, sentence[0])
        earlier: set[str] = set()
        for mention in reversed(self._mentions[max(0, last - _TOPIC_REACH) : last]):
            if mention.gss not in self._subjects or mention.aside or self._is_passing(mention):
                continue
            gaps = len(
                _PARAGRAPH_END.findall(self._text, max(mention.end, sentence[0] - _PARAGRAPH_REACH), sentence[0])
            )
            if gaps == 0 or self._document is None or mention.gss == self._document:
                return self._named(mention.gss, "carried")
            if gaps > 1:
                break
            earlier.add(mention.gss)
        if len(earlier) == 1:
            return self._named(earlier.pop(), "carried")
        if self._document is not None:
            return self._named(self._document, "document")
        return Resolved(None, "none")

    def _is_passing(self, mention: AuthorityMention) -> bool:
        """Whether a name was only brought in to compare with: "That compares with 530 in Croydon"."""
        if binding.is_contrast(self._text, mention):
            return True
        numbers = self._number_spans(max(0, mention.start - 90), mention.start)
        if not numbers or not binding.follows(self._text, numbers[-1][1], mention):
            return False
        return bool(binding.COMPARED.search(self._text[max(0, numbers[-1][0] - 60) : numbers[-1][0]]))

    def _carried(self, start: int, sentence: tuple[int, int], paragraph: tuple[int, int]) -> Resolved:
        """The authority of a sentence that names none."""
        if not self._single:
            if TOGETHER.search(self._text, sentence[0], sentence[1]):
                return Resolved(None, "several")
            zone = speaking_after(self._text, start, *paragraph)
            for mention in self._spoken(*zone) if zone else ():
                if mention.kind in NAMED and mention.gss:
                    return self._named(mention.gss, "speaker")
            return self._topic(sentence)
        continued = self._continued(sentence, paragraph)
        return continued or self._named(self._document, "document")

    def _continued(self, sentence: tuple[int, int], paragraph: tuple[int, int]) -> Resolved | None:
        """The other council that the sentence before was about and that this one goes on with ("It was 50 before")."""
        before = self._within(paragraph[0], sentence[0])
        if not before or not _PRONOUN_OPENING.match(self._text[sentence[0] : sentence[0] + 60]):
            return None
        mention = before[-1]
        ends = len(SENTENCE_END.findall(self._text, mention.end, sentence[0] + 1))
        if mention.kind not in NAMED or not mention.gss or ends > 1 or not self._binds(mention):
            return None
        if self._is_spent(mention, sentence[0], self._number_spans(paragraph[0], sentence[0])):
            return None
        return self._named(mention.gss, "carried")
