"""Finding names in a text.

Each capitalised word is looked up in a table of first words, and only where that hits are the names that begin with it
tried, longest first; so the time grows with the text alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from transforms.authorities import context, cues, names
from transforms.authorities.mention import AuthorityMention
from transforms.patterns import at_word

if TYPE_CHECKING:
    from transforms.authorities.index import AuthorityIndex, Name

_JOINED = re.compile(r"[A-Z][A-Za-z&]*\Z")
_LONGEST_JOINED = 40
_COUNCIL_AFTER = re.compile(
    r"(?P<form>(?:\s+(?:Metropolitan|Unitary))?(?:\s+(?:Borough|City|County|District))?(?:\s+(?:and|&)\s+District)?"
    r"\s+(?:Council(?:lors?)?|Corporation)|\s+(?:MBC|CBC|MDC|BC|DC|CC)|\s+(?:local\s+authority|LA))(?![A-Za-z])",
    re.IGNORECASE,
)
_COUNCIL_BEFORE = re.compile(
    r"\b(?:(?:London|Royal|Metropolitan)\s+)?(?:Borough|Council|County|City|Corporation)\s+of\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"\s*\(\s*(?:the\s+)?['‘’\"“”]?([A-Z][A-Z&]{1,6}|[A-Z][a-z]?[A-Z]{1,4})['‘’\"“”]?\s*\)")
_YEAR = re.compile(r"(?:19[89]|20[0-4])\d(?<!\w\d{4})\b")  # begins with a digit, which is found at once
_SMALL = frozenset(["and", "for", "upon", "on", "under", "with", "of", "the", "in", "le", "la"])
# years after its end in which an undated text may still call a council by its old name, or look ahead of itself
_PATIENCE = 3


def find_mentions(index: AuthorityIndex, text: str, on: date | None) -> list[AuthorityMention]:
    """All names in the text in order, with codes valid on ``on``."""
    reading = _Reading(index, text, on)
    mentions = _abbreviated(text, reading.named())
    mentions.extend(_measures(text, mentions))
    mentions.sort(key=lambda mention: (mention.start, -mention.end))
    return reading.settled(mentions)


class _Reading:
    """One text on one day."""

    def __init__(self, index: AuthorityIndex, text: str, on: date | None) -> None:
        self._index = index
        self._text = text
        self._on = on
        self._surnames: set[str] = set()
        self._doubted: dict[str, bool] = {}

    @cached_property
    def _latest_year(self) -> int | None:
        return max((int(match.group()) for match in _YEAR.finditer(self._text)), default=None)

    def _is_doubted(self, key: str) -> bool:
        """Whether this text has words that make a short form with a rival doubtful."""
        if key not in self._doubted:
            self._doubted[key] = any(word in self._text for word in names.RIVALS[key][0])
        return self._doubted[key]

    def named(self) -> list[AuthorityMention]:
        found: list[AuthorityMention] = []
        text, patterns = self._text, self._index.patterns
        position = 0
        for word in self._index.openings.finditer(text):
            start = word.start()
            if start < position or not _begins_word(text, start):
                continue
            pattern = patterns[word.group().casefold()]
            match = pattern.match(text, start)
            if match is None or not _capitalised(match.group()):
                continue
            mention = self._judge(start, match.end())
            if mention is None:
                continue
            position = mention.end
            last = found[-1] if found else None
            if last and last.aside and not mention.aside:
                between = text[last.end : mention.start]
                dealt = last.aside in ("placement", "living") and context.is_dealt_out(between)
                if dealt or context.is_listed(between):
                    mention = replace(mention, aside=last.aside)
            found.append(mention)
        return [mention for mention in found if not self._is_surname(mention)]

    def _judge(self, start: int, end: int) -> AuthorityMention | None:
        """The mention that a matched form makes, or None where the words beside it make it something else."""
        text = self._text
        name = self._index.name(text[start:end])
        before = text[max(0, start - context.WINDOW) : start]
        form = "official" if self._index.is_official(text[start:end]) else None
        if name.kind in ("authority", "district"):
            # "of" and "of the" alone can lead a name in: a cheap look spares most names the pattern
            lead = _COUNCIL_BEFORE.search(before) if before.rstrip()[-2:].lower() in ("of", "he") else None
            if lead:
                form, start, before = lead.group().strip(), start - len(lead.group()), before[: lead.start()]
            after = _COUNCIL_AFTER.match(text, end)
            if after:
                form, end = " ".join(after.group("form").split()), after.end()
        tail = text[end : end + context.WINDOW]
        council = form is not None or name.kind == "trust"
        if context.is_person(name.key, before, tail, council=council):
            self._surnames.add(name.key)
            return None
        doubtful = name.key in context.DOUBTFUL and not council
        if doubtful and name.kind == "district" and not context.has_place_cue(before):
            return None
        if context.is_other_body(name.key, before, tail, council=council):
            return None
        gss, candidates = self._code(name, text[start:end], form)
        sure = 0.99 if council else 0.8 if doubtful else 0.95
        return AuthorityMention(
            start=start,
            end=end,
            surface=text[start:end],
            gss=gss,
            kind=name.kind,
            candidates=candidates,
            form=form,
            confidence=sure if gss or name.kind == "region" else 0.5,
            aside=context.aside_of(before, tail),
        )

    def _code(self, name: Name, surface: str, form: str | None) -> tuple[str | None, tuple[str, ...]]:
        index, on = self._index, self._on
        if name.kind == "region":
            return None, ()
        if name.terms:
            served = [
                place
                for place, start, end in name.terms
                if on is None or ((start is None or start <= on) and (end is None or on <= end))
            ]
            return index.code_on(index.codes(served), on)
        exact = index.exact(name, surface) if form is not None else []
        if name.key in names.RIVALS:
            rival = names.RIVALS[name.key][1]
            also = index.codes([rival]) if self._is_doubted(name.key) else []
            return index.code_on(exact or [*name.codes, *also], on)
        return self._undated(exact) if on is None and exact else index.code_on(name.codes, on)

    def _undated(self, exact: Sequence[str]) -> tuple[str | None, tuple[str, ...]]:
        """The code that the official name alone tells, unless the years in the text lie well after its end."""
        rows = [self._index.by_gss[code] for code in exact]
        ends = [row.valid_to.year for row in rows if row.valid_to is not None]
        latest = self._latest_year
        if latest is not None and len(ends) == len(exact) and latest > max(ends) + _PATIENCE:
            return self._index.code_on(exact, date(latest, 12, 31))
        serving = [row.gss_code for row in rows if row.childrens_services]
        if serving:
            return (serving[0] if len(serving) == 1 else None), tuple(serving)
        return self._index.code_on(exact, None)

    def _is_surname(self, mention: AuthorityMention) -> bool:
        """A bare name that elsewhere in the text is a person's, and no place here."""
        if mention.form or mention.kind == "trust" or not self._surnames:
            return False
        if mention.surface.casefold() not in self._surnames:
            return False
        return not context.has_place_cue(self._text[max(0, mention.start - context.WINDOW) : mention.start])

    def settled(self, mentions: list[AuthorityMention]) -> list[AuthorityMention]:
        """Choose among candidates by what the same text says elsewhere: another form of the name, or its years."""
        if all(mention.gss or not mention.candidates for mention in mentions):
            return mentions
        told = {mention.gss for mention in mentions if mention.gss and mention.form}
        return [self._settle(mention, told) for mention in mentions]

    def _settle(self, mention: AuthorityMention, told: set[str]) -> AuthorityMention:
        if mention.gss or not mention.candidates or mention.kind == "trust":
            return mention
        chosen = [code for code in mention.candidates if code in told]
        if len(chosen) != 1 and self._on is None and self._latest_year is not None:
            days = (date(self._latest_year, 1, 1), date(self._latest_year, 12, 31))
            rows = [self._index.by_gss[code] for code in mention.candidates]
            chosen = [row.gss_code for row in rows if any(row.valid_on(day) for day in days)]
        if len(chosen) != 1:
            return mention
        return replace(mention, gss=chosen[0], confidence=0.9 if mention.form else 0.85)


def _begins_word(text: str, start: int) -> bool:
    """Whether a word that may begin a name is no part of a longer one: "McKent", "site/Kent", "B&Kent"."""
    before = text[start - 1 : start]
    if before == "&":
        return _JOINED.search(text, max(0, start - _LONGEST_JOINED), start) is None
    return not before.isalnum() and before not in ("_", "@", "/")


def _capitalised(surface: str) -> bool:
    return all(word[:1].isupper() or word in _SMALL for word in re.findall(r"[A-Za-z]{2,}", surface))


def _abbreviated(text: str, mentions: list[AuthorityMention]) -> list[AuthorityMention]:
    """Add the names that the text itself shortens: "North Northamptonshire Council (NNC)"."""
    short: dict[str, AuthorityMention] = {}
    for mention in mentions:
        if mention.kind in ("authority", "trust") and (mention.form or mention.kind == "trust"):
            match = _ABBREVIATION.match(text, mention.end)
            if match:
                short.setdefault(match.group(1), mention)
    if not short:
        return mentions
    pattern = re.compile("(?:" + "|".join(at_word(re.escape(form)) for form in sorted(short)) + r")\b")
    free = [match for match in pattern.finditer(text) if not _covered(match.start(), mentions)]
    extra = [
        replace(short[match.group()], start=match.start(), end=match.end(), surface=match.group(), aside=None)
        for match in free
    ]
    return sorted([*mentions, *extra], key=lambda mention: mention.start)


def _covered(start: int, mentions: Sequence[AuthorityMention]) -> bool:
    at = bisect_right(mentions, start, key=lambda mention: mention.start) - 1
    return at >= 0 and mentions[at].end > start


def _measures(text: str, mentions: Sequence[AuthorityMention]) -> list[AuthorityMention]:
    return [
        AuthorityMention(start, end, text[start:end], None, kind, confidence=0.95)
        for kind, start, end in cues.find_cues(text)
        if not _covered(start, mentions)
    ]
