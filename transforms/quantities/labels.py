"""Numbers that name a place in a document, a thing or a telephone, and footnote marks: no amounts."""

from __future__ import annotations

import re

from transforms.quantities.calendar import Label
from transforms.quantities.numbers import GAP
from transforms.quantities.units import SYMBOLS
from transforms.quantities.words import CAPITAL_REFERENCES, PLURAL_REFERENCES, REFERENCES, vocabulary

_PHONE = re.compile(r"(?:0[0-9]{2,5}(?:[ -][0-9]{3,6}){1,3}|0[0-9]{9,10})(?![0-9])")
_POSTCODE = re.compile(r"[0-9][0-9A-Z]?[ ][0-9][A-Z]{2}\b")
_CODE = re.compile(r"[0-9A-Za-z]*+(?:-[0-9]++|(?!-[0-9]))")
_LINE_NUMBER = re.compile(r"[0-9]{1,3}[ \t]*+(?:\r?\n|$)")
# "55. There are", "44.The", "33.5 10.5% of children", "09/19 Apologies".
_LIST_NUMBER = re.compile(
    r"[0-9]{1,3}\.(?=[ \t\n]+[^0-9\s]|[A-Z])"
    r"|[0-9]{1,2}\.[0-9]{1,2}\.?(?=[ \t]+[A-Z0-9(])"
    r"|[0-9]{1,3}/[0-9]{2}(?=[ \t]+[A-Z])"
)
# "2 These are residential special schools": the text of a footnote.
_FOOTNOTE_LINE = re.compile(
    r"[0-9]{1,2}[ \t]+(?:These|This|The|A|An|All|In|It|As|Data|Figures?|Source|See|For|Ofsted)\b"
)
_CONTENTS_SIZE = 3000
_DOTTED = re.compile(r"[0-9]++(?:\.[0-9]++){2,}(?!\.[0-9])")
_JOINED = re.compile(rf"(?:,?{GAP}?(?:and|or|to|&)?{GAP}?|[-–—])\(?[a-z]?\)?")
_SERVICE = re.compile(r"\+[ -](?:service|team|provision|offer|pathway|group|personal)s?\b")
_CAPITALS = re.compile(r"[A-Z]{1,3}+(?![A-Za-z])")
_SCALES = frozenset("KMB")
# "schools, 4 of whom 75%", "schools, 3 all of whom": a number before these counts nothing
_OF_WHOM = re.compile(
    rf"{GAP}(?:of{GAP}whom{GAP}(?:[0-9.]+%|none\b|all\b)|(?:all|none|both|each){GAP}of{GAP}wh(?:om|ich)\b)"
)


def read_phone(text: str, start: int) -> Label | None:
    """Read a British telephone number: "01634 555142", "0300 123 1231"."""
    found = _PHONE.match(text, start)
    return None if found is None else Label("phone", start, found.end(), 0.0)


def read_line_start(text: str, start: int, end: int, value: float) -> Label | None:
    """Read the number of a page, paragraph, list item or footnote that begins a line."""
    found = _LIST_NUMBER.match(text, start)
    if found is not None:
        return Label("reference", start, found.end(), float(int(value)))
    if _LINE_NUMBER.match(text, start) or _FOOTNOTE_LINE.match(text, start):
        return Label("reference", start, end, value)
    return None


def read_glued(text: str, start: int, end: int, value: float) -> Label | None:
    """Read digits that hang on what stands before them: "schools4", "area.3", "40%)3", "A49", "COVID-19", "47/11"."""
    left = text[start - 1]
    if left.isalpha():
        return _after_letter(text, start, end, value)
    if left.isdigit() or left == "%":
        return Label("footnote", start, end, value)
    before = text[start - 2 : start - 1]
    if left in ".,)’”:;" and (before.isalpha() or before in ")’”" or left + before == ")%") and before:
        if left == ":" or end - start > 2 or text[end : end + 1].isalnum() or "." in text[start:end]:
            return None
        return Label("footnote", start, end, value)
    if left in "/.#_" and before and not before.isspace():
        return Label("reference", start, end, value)
    if left in "-–" and before.isalpha():
        word = text[max(0, start - 24) : start - 1].split()[-1].lower().lstrip("([“‘\"'")
        if word in _OPEN_WORDS:
            return None
        return Label("identifier", start, _CODE.match(text, start).end(), value)  # type: ignore[union-attr]
    return None


_OPEN_WORDS = vocabulary("mid pre post under over sub non top age early late to")


def _after_letter(text: str, start: int, end: int, value: float) -> Label:
    word_start = start - 1
    while word_start > 0 and start - word_start < 24 and text[word_start - 1].isalpha():
        word_start -= 1
    word = text[word_start:start]
    postcode = _POSTCODE.match(text, start) if len(word) <= 2 and word.isupper() else None
    if postcode is not None:
        return Label("identifier", word_start, postcode.end(), value)
    if word[-1].islower() and len(word) > 2 and end - start <= 2 and not text[end : end + 1].isupper():
        return Label("footnote", start, end, value)
    if word in ("s", "ss", "para", "p", "pp") and end - start <= 3:
        return Label("reference", word_start, end, value)
    tail = _CODE.match(text, start)
    return Label("identifier", word_start, tail.end() if tail else end, value)


def read_label(text: str, start: int, end: int, lead: list[str], value: float) -> Label | None:
    """Read a number that is a label by the word before it: "section 47", "Year 11", "Children Act 1989"."""
    word = lead[-1].lstrip("([“‘\"'")
    lower = word.lower()
    if lower.rstrip(".") not in REFERENCES:
        return None
    if (
        lower.rstrip(".") in CAPITAL_REFERENCES
        and not word[0].isupper()
        and lower not in ("s.", "p.", "s", "p", "part")
    ):
        return None
    if lower == "quarter" and value > _QUARTERS:
        return None  # "During the quarter 61 children went missing"
    return Label("reference", start, end, value)


_QUARTERS = 4


def opens_list(lead: list[str]) -> bool:
    """Return whether the word before a number names several labels: "paragraphs"."""
    return bool(lead) and lead[-1].lower().lstrip("(") in PLURAL_REFERENCES


def continues_list(text: str, previous_end: int, start: int) -> bool:
    """Return whether a number goes on with the list that ended at ``previous_end``: "(paragraphs 33, 34)"."""
    between = text[previous_end:start]
    return len(between) <= 7 and _JOINED.fullmatch(between) is not None


def read_tail_label(text: str, start: int, end: int, value: float) -> Label | None:
    """Read digits that are a label by what follows: "18+ service", "3.5.2", "schools, 4 of whom 75%"."""
    following = text[end : end + 1]
    if following == "+":
        service = _SERVICE.match(text, end)
        return None if service is None else Label("identifier", start, service.end(), value)
    if "A" <= following <= "Z":
        code = _CAPITALS.match(text, end)
        if code is not None and code.group() not in SYMBOLS and code.group() not in _SCALES:
            return Label("identifier", start, code.end(), value)  # "5G", "2WD"
    if following == ".":
        dotted = _DOTTED.match(text, start)
        return None if dotted is None else Label("reference", start, dotted.end(), value)
    if following in (" ", "\n") and _OF_WHOM.match(text, end):
        return Label("footnote", start, end, value)
    return None


def read_contents(text: str, start: int, end: int, value: float) -> Label | None:
    """Read a page number in a table of contents: a heading, then lines that nearly all end with a number."""
    if not _LINE_NUMBER.match(text, start):
        return None
    heading = text.rfind("Contents", max(0, start - _CONTENTS_SIZE), start)
    if heading < 0:
        return None
    lines = [line.rstrip() for line in text[heading:start].splitlines()[1:]]
    numbered = sum(line[-1:].isdigit() for line in lines[:-1])
    is_listing = bool(lines) and 3 * numbered >= 2 * (len(lines) - 1)
    return Label("reference", start, end, value) if is_listing else None
