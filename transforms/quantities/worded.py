"""Numbers that begin with a word: cardinals, halves and thirds, "none", "low seventies", "twice", "first"."""

from __future__ import annotations

import re

from transforms.model import Quantity
from transforms.quantities import labels, nouns, shares
from transforms.quantities.amounts import Amount, with_unit
from transforms.quantities.finish import finish, lead_words
from transforms.quantities.noun_words import NOUN_STOPS
from transforms.quantities.numbers import GAP, read_words
from transforms.quantities.scanner import PLURALS, WORD_CLASS
from transforms.quantities.words import DECADE_PARTS, DECADES, FACTORS, FOLDS, ORDINALS, SCALES, vocabulary

Step = tuple[Quantity | None, int]

_LEAD_IN = "([{\"'“‘"
_OWNERS = vocabulary("his her their my our your")
_NEXT = re.compile(rf"(?:{GAP}|-)(?P<word>[A-Za-z]+)")
_DOZEN = re.compile(rf"(?:(?:{GAP}|-)an?)?(?:{GAP}|-)(?P<what>dozen|million|billion|hour|day|year|century|century)\b")
_ORDINAL_TAIL = re.compile(r"[- ](?P<word>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b")
_OF_SCALE = re.compile(rf"{GAP}of{GAP}(?P<scale>thousand|million|billion)s\b")
_NEEDING = frozenset(("double", "treble", "triple", "quadruple"))
_MULTIPLIED = re.compile(rf"{GAP}(?:the|that|its|what|their|our|his|her|last|those|this|as)\b")
_PERCENT = re.compile(rf"{GAP}an?{GAP}(?:per{GAP}?cent(?P<one>age{GAP}point)?)\b")
_TIME = re.compile(rf"{GAP}(?:at{GAP}night\b|in{GAP}the{GAP}(?:morning|evening|afternoon)\b|o[’']clock\b)")
_SECOND_DECADE = re.compile(rf"{GAP}(?:or|and|to){GAP}(?:the{GAP})?(?P<word>[a-z]+ies)\b")
_EXISTS = vocabulary("was were is are be been has have had with")
_NO_IDIOMS = vocabulary(
    """
    longer doubt more less fewer later sooner one body matter other further means way such better worse
    """
)
_PRONOUN_LEADS = vocabulary("no any every each some this that which another the ones")
_PRONOUN_FOLLOWERS = vocabulary(
    """
    another can must should who which that thing ones is was has would will
    """
)
# "one of whom lives out of the area", "one is still in progress": counted, though it stands for its noun
_COUNTED_ONE = re.compile(
    rf"{GAP}of{GAP}wh(?:om|ich){GAP}(?:lives?|lived|is|was|has|had|subsequently|returned)\b"
    rf"|{GAP}(?:is|was){GAP}(?:judged|rated|graded)\b"
    rf"|{GAP}(?:is|was|remains){GAP}(?:(?:still|currently){GAP})?(?:ongoing|under{GAP}?way|in{GAP}progress)\b"
)
_PARTITIVE = re.compile(rf"{GAP}of{GAP}(?:the|these|those|them|its|our|their|my|his|her|whom|which|your|us|a|an|my)\b")
_HALF_OF = vocabulary("of the its their our his her those these all that")
_HALF_LEADS = vocabulary("first second other latter top bottom this last previous")


def read_word(text: str, start: int, word: str, *, wide: bool) -> Step:
    """Read the number that begins with ``word`` at ``start``; the step holds None where it is no number."""
    kind = WORD_CLASS[word]
    glued = start >= 2 and text[start - 1] in "-‐‑\x02’'" and text[start - 2].isalnum()
    if glued and kind != "decade":
        return None, start + len(word)  # "no-one"
    if kind == "number":
        return _read_number(text, start, wide=wide)
    if kind == "article":
        return _read_article(text, start)
    if kind == "half":
        return _read_half(text, start)
    if kind == "zero":
        return _read_zero(text, start, word)
    if kind == "ordinal":
        return _label(text, start, start + len(word), float(ORDINALS[word]), "ordinal")
    if kind == "decade":
        return _read_decade(text, start, word)
    if kind == "factor":
        if word in _NEEDING and not _MULTIPLIED.match(text, start + len(word)):
            return None, start + len(word)  # "double murder"
        return _read_factor(text, start, start + len(word), float({**FACTORS, **FOLDS}[word]))
    return _read_plural(text, start, word) if wide else (None, start + len(word))


def _label(text: str, start: int, end: int, value: float, kind: str) -> Step:
    return Quantity(start, end, start, end, value, value, value, "exact", kind), end


def _read_factor(text: str, start: int, end: int, value: float) -> Step:
    return _step(finish(text, Amount(start, end, end, value, "factor"), lead_words(text, start)))


def _step(quantity: Quantity) -> Step:
    return quantity, quantity.end


def _read_number(text: str, start: int, *, wide: bool) -> Step:
    number = read_words(text, start)
    if number is None:
        return None, start + 1
    lead = lead_words(text, start)
    if number.value == 1 and _is_pronoun(text, number.end, lead) and not (wide and _PARTITIVE.match(text, number.end)):
        return None, number.end
    if text[start].isupper() and lead and _is_named(text, number.end, lead[-1]):
        return _label(text, start, number.end, number.value, "identifier")
    if lead and (label := labels.read_label(text, start, number.end, lead, number.value)) is not None:
        return _label(text, start, label.end, number.value, label.kind)
    if _TIME.match(text, number.end):
        return _label(text, start, number.end, number.value, "time")
    ordinal = _ORDINAL_TAIL.match(text, number.end) if number.value >= 20 else None
    if ordinal is not None:
        value = number.value + ORDINALS[ordinal["word"]]
        return _label(text, start, ordinal.end(), value, "ordinal")
    amount = with_unit(text, Amount(start, number.end, number.end, number.value, worded=True))
    return _step(finish(text, amount, lead))


def _is_named(text: str, end: int, last: str) -> bool:
    """Return whether a capitalised number word inside a sentence begins a name: "15, One Angel Square"."""
    following = _NEXT.match(text, end)
    if following is None or not following["word"][0].isupper() or text[end] == "-":
        return False
    return (last[0].islower() and last[-1].isalpha()) or last[-1] == ","


def _is_pronoun(text: str, end: int, lead: list[str]) -> bool:
    following = _NEXT.match(text, end)
    word = following["word"].lower() if following is not None else ""
    last = lead[-1].lower().lstrip(_LEAD_IN) if lead else ""
    if word == "in" or (last.endswith((",", ".", "while", "and")) and _COUNTED_ONE.match(text, end)):
        return False
    if last == "number":
        return True
    if text.startswith(("-to-", "\x02to-"), end):
        return True
    if word == "day" and last not in ("than", "within", "least", "only"):
        return True
    if last in _PRONOUN_LEADS or word in _PRONOUN_FOLLOWERS or _PARTITIVE.match(text, end):
        return True
    is_bare = not word or word in NOUN_STOPS
    return is_bare and len(lead) > 1 and lead[-2].lower() in ("a", "an", "the", "this", "that")


def _read_article(text: str, start: int) -> Step:
    lead = lead_words(text, start)
    dozen = _DOZEN.match(text, start + 1)
    if dozen is not None and dozen["what"] == "dozen":
        return _step(finish(text, Amount(start, dozen.end(), dozen.end(), 12.0, worded=True), lead))
    number = read_words(text, start)
    if number is not None:
        return _step(
            finish(text, with_unit(text, Amount(start, number.end, number.end, number.value, worded=True)), lead)
        )
    share = shares.read_part(text, start + 1, 1.0)
    if share is None:
        return None, start + 1
    return _step(finish(text, Amount(start, share.end, share.end, share.value, "percent", "percent"), lead))


def _read_half(text: str, start: int) -> Step:
    end = start + 4
    lead = lead_words(text, start)
    percent = _PERCENT.match(text, end)
    if percent is not None:
        kind, unit = ("points", "percentage_point") if percent["one"] else ("percent", "percent")
        return _step(finish(text, Amount(start, percent.end(), percent.end(), 0.5, kind, unit), lead))
    what = _DOZEN.match(text, end)
    if what is not None:
        amount = Amount(start, what.end(), what.end(), 0.5, worded=True)
        multiple = {"dozen": 12, "million": 10**6, "billion": 10**9}.get(what["what"])
        if multiple is None:
            amount.kind, amount.unit = "duration", what["what"]
        else:
            amount.value = 0.5 * multiple
        return _step(finish(text, amount, lead))
    following = _NEXT.match(text, end)
    word = following["word"].lower() if following is not None and text[end] != "-" else ""
    last = lead[-1].lower() if lead else ""
    if last in _HALF_LEADS or text[end : end + 1] == "-" or (word and word not in NOUN_STOPS and word not in _HALF_OF):
        return None, end
    return _step(finish(text, Amount(start, end, end, 50.0, "percent", "percent"), lead))


def _read_zero(text: str, start: int, word: str) -> Step:
    end = start + len(word)
    following = _NEXT.match(text, end)
    if word != "no":
        if following is not None and following["word"] == "the":
            return None, end
        return _label(text, start, end, 0.0, "count")
    if following is None or text[end] == "-":
        return None, end if following is None else following.end()
    if following["word"].lower() in _NO_IDIOMS:
        return None, following.end() if following["word"].lower() == "one" else end
    noun = nouns.noun_after(text, end)
    if noun is None:
        return None, end
    lead = [piece.lower() for piece in lead_words(text, start)[-3:]]
    exists = "there" in lead and lead[-1] in _EXISTS
    if not exists and not any(nouns.is_plural(piece.lower()) for piece in noun.text.split()):
        return None, end
    return Quantity(start, end, start, end, 0.0, 0.0, 0.0, "exact", "count", None, *noun), end


def _read_decade(text: str, start: int, word: str) -> Step:
    first = last = DECADES[word]
    end = start + len(word)
    second = _SECOND_DECADE.match(text, end)
    if second is not None and DECADES.get(second["word"], 0) > first:
        last, end = DECADES[second["word"]], second.end()
    quantity = decade_quantity(text, start, end, (first, last), lead_words(text, start))
    return quantity, end


def decade_quantity(text: str, start: int, end: int, decades: tuple[int, int], lead: list[str]) -> Quantity:
    """Return "low seventies" or "in the 30s or 40s" as a range; "in her forties" is an age."""
    number_start, low, high = start, 0, 9
    part = lead[-1].lstrip(_LEAD_IN) if lead else ""
    offsets = DECADE_PARTS.get(part.rstrip("-").lower())
    if offsets is not None:
        low, high = offsets
        start = text.rindex(part, 0, start)
        lead = lead[:-1]
    ends = (float(decades[0] + low), float(decades[1] + high))
    kind = "age" if lead and lead[-1].lower() in _OWNERS else "count"
    return Quantity(start, end, number_start, end, sum(ends) / 2, *ends, "range", kind)


def _read_plural(text: str, start: int, word: str) -> Step:
    low, high = (float(end) for end in PLURALS[word])
    end = start + len(word)
    scaled = _OF_SCALE.match(text, end)
    if scaled is not None:
        scale = SCALES[scaled["scale"]]
        low, high, end = low * scale, high * scale, scaled.end()
    elif word == "tens":
        return None, end
    noun = nouns.noun_after(text, end)
    fields = noun if noun is not None else (None, None, None)
    return Quantity(start, end, start, end, (low + high) / 2, low, high, "range", "count", None, *fields), end
