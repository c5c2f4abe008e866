"""Whether the words between a name and a number bind the two. Pure tests on short stretches of text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.authorities.mention import NAMED, AuthorityMention

# a number, roughly, for a caller that gives no spans; the base of a rate ("per 10,000") and a bare year are none
_NUMBER = re.compile(
    r"(?<!per )(?<!every )(?<!per\n)[£€]?(?<![\d,.])\d[\d,]*(?:\.\d+)?"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|dozen"
    r"|none|zero|(?:a|two)[ -](?:third|quarter|fifth)s?)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d\Z")

_UNIT = r"(?:\s*\(?(?:%{1,2}|per\s*cent|percent|pc|per\s+10,?000)\)?)?"
_NEIGHBOURING = r"(?:(?:neighbouring|nearby|next[ -]door|adjoining|the|rival|fellow)\s+){0,3}"
_NOT_OVER = r"(?!(?:and|but|while|whereas|with|from|to|by|than|or)\b)"
_AFTER = re.compile(
    rf"\A{_UNIT}(?:\s+{_NOT_OVER}[\w'’-]+){{0,7}}?\s+(?:in|for|at|across|throughout)\s+{_NEIGHBOURING}\Z", re.IGNORECASE
)
_AFTER_REGION = re.compile(rf"\A{_UNIT}\s+(?:in|for|across)\s+(?:the\s+)?\Z", re.IGNORECASE)
_AFTER_MEASURE = re.compile(
    rf"\A{_UNIT}(?:\s+(?!(?:and|but|while|whereas|with|from|to|than)\b)[\w'’-]+){{0,7}}?\s+(?:in|for|at|across|by|among|of|throughout)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_ATTRIBUTIVE = re.compile(rf"\A{_UNIT}\s+\Z", re.IGNORECASE)
_FIGURE = r"(?:averages?|rates?|figures?|means?|medians?|levels?|norms?|benchmarks?)"
_ENDS_IN_FIGURE = re.compile(rf"\b{_FIGURE}\Z", re.IGNORECASE)
_THEN_FIGURE = re.compile(rf"\s+{_FIGURE}\b", re.IGNORECASE)
_WITHOUT_PREPOSITION = re.compile(
    r"\A(?:in|across|throughout|nationally|nationwide|countrywide|regionally|for)\b", re.IGNORECASE
)
_BREAK = re.compile(r"[;:!?]|\.\s|,\s|\s[–—-]\s|\n\s*\n")
COMPARED = re.compile(
    r"\b(?:compar\w+|against|than|versus|vs|below|above|averages?|median|worse|better|higher|lower|same|similar|close)\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)
_MOVED_ON = re.compile(
    r"\A,?\s*(?:\(|(?:up|down|a\s+(?:rise|fall|drop|increase|decrease|jump)|having\s+(?:risen|fallen)|rising|falling|itself)\b)[^.;]{0,40}\Z",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"\b(?:[Uu]nlike|[Ll]ike|[Aa]s\s+(?:in|with|at)|[Ii]n\s+contrast\s+(?:to|with)|[Bb]y\s+contrast\s+with|[Cc]ompared\s+(?:with|to)"
    r"|[Aa]longside|[Aa]part\s+from|[Tt]ogether\s+with|[Ff]ollowing|[Aa]fter|[Bb]ehind|[Aa]head\s+of)\s+(?:(?:neighbouring|nearby|the)\s+){0,2}\Z"
)
_STRONG_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Ff]or|[Aa]cross|[Nn]eighbouring|[Nn]earby|[Dd]oor\s+in|[Ww]hile|[Ww]hereas|[Tt]han|[Ww]ith|[Aa]gainst|and|but)\s+"
    r"(?:(?:neighbouring|nearby|the|next-door)\s+){0,2}\Z|(?:\A|[.;:•\n–—|,-]\s*)\Z"
)
_STRONG_AFTER = re.compile(
    r"\A(?:['’]s?\b|,\s+(?:where|which|whose|with|at)\b|\s*[:(|–—-]|\s+(?:has|had|have|is|was|were|holds?|held|reported|reports|recorded"
    r"|records|received|took|spends?|spent|pays?|runs?|ran|employs?|employed|looks?|looked|saw|sees|said|says|cut|put|recruited|expects?"
    r"|plans?|stood|stands|managed|achieved|reached|lost|gained|needs?|faces?|must|supports?|supported|completed|judged|now|also|then|still"
    r"|average[sd]?|council|children|rate|figure|social|teams?|workers?|\d))",
    re.IGNORECASE,
)
_REGION_OWNS = re.compile(
    rf"\A(?:['’]s)?,?\s+(?:(?:where|as\s+a\s+whole|the|regional)\s*,?\s+){{0,3}}(?:{_FIGURE}|it\s+(?:is|was|stands|stood))\b",
    re.IGNORECASE,
)
_MEASURE_STOPS = re.compile(r";|\b(?:while|whereas|but|although)\b|\.\s")
_PLURAL_MEASURE = re.compile(r"\b(?:averages|figures|rates|medians|levels)\b|respectively", re.IGNORECASE)


def rough_numbers(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of numbers in a stretch of text, without bare years: enough to tell which name stands next to which."""
    return [m.span() for m in _NUMBER.finditer(text, start, end) if not _YEAR.match(m.group())]


def follows(text: str, end: int, mention: AuthorityMention) -> bool:
    """Whether a name follows the number that ends at ``end`` closely enough to own it: "the 123 recorded in Blackpool"."""
    between = text[end : mention.start]
    if len(between) > 90 or _BREAK.search(between):
        return False
    if mention.kind in NAMED:
        return bool(_AFTER.match(between))
    if _ATTRIBUTIVE.match(between):
        return bool(
            _ENDS_IN_FIGURE.search(mention.surface)
            or _THEN_FIGURE.match(text, mention.end)
            or _WITHOUT_PREPOSITION.match(mention.surface)
        )
    if mention.kind == "region":
        return bool(_AFTER_REGION.match(between))
    if _WITHOUT_PREPOSITION.match(mention.surface):
        between += " in "
    if not _AFTER_MEASURE.match(between):
        return False
    return mention.kind == "national" or bool(COMPARED.search(text[max(0, end - 60) : mention.start]))


def owns(text: str, mention: AuthorityMention, start: int, numbers: Sequence[tuple[int, int]]) -> bool:
    """Whether a measure before the number at ``start`` owns it: "the England rate of 70", "nationally it is 13% and 15%"."""
    between = text[mention.end : start]
    if len(between) > 140 or _MEASURE_STOPS.search(between):
        return False
    if mention.kind == "region" and not _REGION_OWNS.match(between) and not _ENDS_IN_FIGURE.search(mention.surface):
        return False
    passed = [span for span in numbers if mention.end <= span[0] < start]
    if passed:
        near = text[max(0, mention.start - 12) : start + 60]
        joined = text[passed[-1][1] : start]
        return len(passed) == 1 and bool(_PLURAL_MEASURE.search(near)) and bool(re.search(r"\band\s+\Z", joined))
    body = between[1:] if between.startswith(",") else between
    return "," not in body or bool(_REGION_OWNS.match(between))


def moves_on(text: str, mention: AuthorityMention, start: int) -> bool:
    """Whether a name that owns an earlier number goes on to the one at ``start``: "58% in Wokingham, up from 50%"."""
    return bool(_MOVED_ON.match(text[mention.end : start]))


def is_contrast(text: str, mention: AuthorityMention) -> bool:
    """Whether a name is only what another is held against: "unlike Kirklees, the council …"."""
    return bool(_CONTRAST.search(text[max(0, mention.start - 50) : mention.start]))


def is_strong(text: str, mention: AuthorityMention) -> bool:
    """Whether the words bind what follows to a council that the text is not about."""
    before = text[max(0, mention.start - 40) : mention.start]
    return bool(_STRONG_BEFORE.search(before) or _STRONG_AFTER.match(text[mention.end : mention.end + 30]))
