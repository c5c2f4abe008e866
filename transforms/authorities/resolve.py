"""The authority that a number is about: its clause, its sentence, then what the text was speaking of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.authorities import binding, lists, topics
from transforms.authorities.index import AuthorityIndex
from transforms.authorities.introductions import Speakers
from transforms.authorities.mention import MEASURES, NAMED, AuthorityMention, Resolved
from transforms.authorities.nicknames import with_nicknames
from transforms.authorities.references import find_references
from transforms.authorities.subjects import SELF, TOGETHER, has_rival, subjects_of, suited
from transforms.authorities.tables import Tables
from transforms.authorities.view import View

_AND = re.compile(r"\s+(?:and|&)\s+(?:in\s+)?\Z")
# no sentence or paragraph is looked at further than this: a text without any is read in linear time
_SENTENCE_REACH = 700
_PARAGRAPH_REACH = 3000
_TRUST_REACH = 60


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
        mentions = with_nicknames(text, mentions, index.by_gss, document)
        self._text = text
        self._document = document
        self._index = index
        self._single = document is not None and not has_rival(text, document, mentions)
        self._subjects = subjects_of(document, mentions)
        usable = [mention for mention in mentions if self._usable(mention)]
        if not self._single:
            usable.extend(find_references(text, mentions, index.by_gss, self._subjects))
        self._view = View(text, usable, numbers)
        self._topics: dict[int, str | None] = {}
        self._known: dict[tuple[int, int, tuple[int, int], tuple[int, int] | None], Resolved] = {}
        self._tables = Tables(text)
        self._speakers = Speakers(text, () if self._single else mentions)

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
        key = (start, end, sentence, paragraph)
        if key not in self._known:
            self._known[key] = self._resolve(start, end, sentence, paragraph or sentence)
        return self._known[key]

    def _resolve(self, start: int, end: int, sentence: tuple[int, int], paragraph: tuple[int, int]) -> Resolved:
        low, high = paragraph
        sentence = (max(sentence[0], start - _SENTENCE_REACH), min(sentence[1], end + _SENTENCE_REACH))
        paragraph = (max(low, start - _PARAGRAPH_REACH), min(high, end + _PARAGRAPH_REACH))
        numbers = self._view.number_spans(*sentence)
        anchors = self._view.within(*sentence)
        run = lists.number_run(self._text, start, numbers)
        return (
            self._from_table(start)
            or self._listed(start, sentence, anchors, run)
            or self._after(end, sentence, anchors, numbers)
            or self._respectively(start, sentence, anchors, numbers)
            or self._before(start, sentence, paragraph, anchors, numbers, run)
            or self._later(end, sentence, anchors, numbers)
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
        for label in self._tables.labels(start):
            for mention in self._view.within(*label):
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

    def _listed(
        self, start: int, sentence: tuple[int, int], anchors: Sequence[AuthorityMention], run: Sequence[tuple[int, int]]
    ) -> Resolved | None:
        """Names in one list and as many numbers in another, in one sentence or in two."""
        if len(run) < 2:
            return None
        found = lists.in_sentence(self._text, start, sentence, anchors, run)
        if found is None and not any(mention.end <= run[0][0] and mention.kind in MEASURES for mention in anchors):
            earlier = lists.places(self._view.within(max(0, sentence[0] - _SENTENCE_REACH * 2), sentence[1]))
            found = lists.across_sentences(self._text, start, sentence, earlier, run, several=not self._single)
        return self._result(found, "respectively", sentence) if found else None

    def _respectively(
        self,
        start: int,
        sentence: tuple[int, int],
        anchors: Sequence[AuthorityMention],
        numbers: Sequence[tuple[int, int]],
    ) -> Resolved | None:
        found = lists.respectively(self._text, start, sentence[1], anchors, numbers)
        return self._result(found, "respectively", sentence) if found else None

    def _before(
        self,
        start: int,
        sentence: tuple[int, int],
        paragraph: tuple[int, int],
        anchors: Sequence[AuthorityMention],
        numbers: Sequence[tuple[int, int]],
        run: Sequence[tuple[int, int]],
    ) -> Resolved | None:
        """The nearest name before the number in its sentence that is free to own it."""
        ahead = [mention for mention in anchors if mention.end <= start]
        own = self._own_words(sentence[0], start, ahead)
        run = run or [(start, start)]
        spent: AuthorityMention | None = None
        for position in range(len(ahead) - 1, -1, -1):
            mention = ahead[position]
            if own is not None and own.start() >= mention.end and not self._covers(mention, own, start, sentence):
                return self._self(own, sentence, paragraph, ahead[: position + 1])
            if mention.kind in MEASURES:
                if binding.owns(self._text, mention, start, numbers) or (
                    run[0][0] != start
                    and mention.end <= run[0][0]
                    and binding.owns(self._text, mention, run[0][0], numbers)
                ):
                    return self._result(mention, "before", sentence)
            elif topics.is_spent(self._view, mention, start, sentence[0], self._document):
                spent = spent or mention
            elif binding.is_embedded(self._text, mention, sentence[0], start):
                continue
            elif mention.gss is None and mention.kind == "trust" and any(each.gss for each in ahead[:position]):
                continue  # "Kingston is paying AfC £24m"
            elif self._is_free(mention, start, alone=not (position or own or self._single)):
                return self._maybe_several(mention, ahead[:position], sentence)
        if own is not None:
            return self._self(own, sentence, paragraph, [])
        if spent is not None and not self._single:
            return self._result(spent, "before", sentence)
        return None

    def _is_free(self, mention: AuthorityMention, start: int, *, alone: bool) -> bool:
        """Whether a name may own the number at ``start``, and is not only what another is held against."""
        if binding.is_contrast(self._text, mention) and not alone:
            return binding.tells_itself(self._text, mention, start)
        return mention.gss == self._document or not self._single or binding.is_strong(self._text, mention)

    def _own_words(self, low: int, high: int, names: Sequence[AuthorityMention]) -> re.Match[str] | None:
        """The last words in a stretch for the council that is spoken of, where they are no settled reference."""
        found = None
        for match in SELF.finditer(self._text, low, high):
            if not any(each.start <= match.start() < each.end for each in names):
                found = match
        return found

    def _covers(self, mention: AuthorityMention, own: re.Match[str], start: int, sentence: tuple[int, int]) -> bool:
        """Whether "the council" after a name is that name's: "In Wokingham, the council has"."""
        if mention.kind not in NAMED or not mention.gss or binding.is_contrast(self._text, mention):
            return False
        return binding.heads(self._text, mention, sentence[0]) or binding.encloses(
            self._text, mention, own.span(), start
        )

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

    def _self(
        self,
        match: re.Match[str],
        sentence: tuple[int, int],
        paragraph: tuple[int, int],
        ahead: Sequence[AuthorityMention],
    ) -> Resolved:
        """The council that "the council", "the borough" or "here" means: the document's, or the one spoken of last."""
        what = (match.group("what") or "").lower()
        other = suited((match.group("sort") or what).lower(), self._subjects, self._document, self._index.by_gss)
        if other is not None or self._single:
            return self._named(other or self._document, "self")
        free = [m.gss for m in ahead if m.kind in NAMED and m.gss and not binding.is_contrast(self._text, m)]
        if free:
            return self._named(free[-1], "self")
        if what in ("trust", "company"):
            last = self._view.count_before(match.start())
            for mention in reversed(self._view.mentions[max(0, last - _TRUST_REACH) : last]):
                if mention.kind == "trust":
                    return self._named(mention.gss, "self")
        speaker = self._speakers.council(match.start(), paragraph)
        if speaker:
            return self._named(speaker, "speaker")
        return self._topic(sentence)

    def _topic(self, sentence: tuple[int, int]) -> Resolved:
        """What a text on several councils was speaking of before this sentence."""
        if sentence[0] not in self._topics:
            self._topics[sentence[0]] = topics.topic(self._view, sentence, self._subjects, self._document)
        found = self._topics[sentence[0]]
        if found is None:
            return Resolved(None, "none")
        return self._named(found, "document" if found == self._document else "carried")

    def _later(
        self,
        end: int,
        sentence: tuple[int, int],
        anchors: Sequence[AuthorityMention],
        numbers: Sequence[tuple[int, int]],
    ) -> Resolved | None:
        """In a text on several councils, the one that the rest of the clause names: "40 have left, Dudley says"."""
        following = next((mention for mention in anchors if mention.start >= end and mention.kind in NAMED), None)
        if self._single or following is None or following.gss is None or following.aside:
            return None
        if any(end <= low for low, _ in numbers) or topics.opens_with_pronoun(self._text, sentence):
            return None
        return self._result(following, "after", sentence) if binding.closes(self._text, end, following) else None

    def _carried(self, start: int, sentence: tuple[int, int], paragraph: tuple[int, int]) -> Resolved:
        """The authority of a sentence that names none."""
        if self._single:
            other = topics.continued(self._view, start, sentence, paragraph, self._document)
            return self._named(other, "carried") if other else self._named(self._document, "document")
        if TOGETHER.search(self._text, sentence[0], sentence[1]):
            return Resolved(None, "several")
        speaker = self._speakers.council(start, paragraph)
        return self._named(speaker, "speaker") if speaker else self._topic(sentence)
