"""Whether the words between a name and a number bind the two. Pure tests on short stretches of text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.authorities.mention import NAMED, AuthorityMention

# a number, roughly, for a caller that gives no spans; the base of a rate ("per 10,000") and a bare year are none
_NUMBER = re.compile(
    r"(?<!per )(?<!every )(?<!per\n)[£€]?(?<![\d,.])\d+(?:,\d{3})*(?:\.\d+)?"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|dozen"
    r"|none|zero|(?:a|two)[ -](?:third|quarter|fifth)s?)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d\Z")

# spans that a caller may give as numbers and that no council owns: times and how long something took
_TIME = re.compile(
    r"(?:\b(?:19|20)\d\d(?:\s*[-–/]\s*\d{2,4})?\Z)|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
    r"|\b(?:days?|weeks?|months?|years?|hours?|minutes?)\b"
)

_UNIT = r"(?:\s*\(?(?:%{1,2}|per\s*cent|percent|pc|per\s+10,?000)\)?)?"
_NEIGHBOURING = r"(?:(?:neighbouring|nearby|next[ -]door|adjoining|the|rival|fellow)\s+){0,3}"
_NOT_OVER = r"(?!(?:and|but|while|whereas|with|from|to|by|than|or)\b)"
_AFTER = re.compile(
    rf"\A{_UNIT}(?:\s+{_NOT_OVER}[\w'’-]+){{0,7}}?\s+(?:in|for|at|across|throughout)\s+{_NEIGHBOURING}\Z", re.IGNORECASE
)
_DONE_BY = re.compile(
    rf"\A{_UNIT}(?:\s+{_NOT_OVER}[\w'’-]+){{0,5}}?\s+(?:employed|held|taken|run|recorded|reported|spent|paid|made|supported|set|managed"
    rf"|achieved|received|seen|counted|given|published|supported|looked\s+after|cared\s+for)\s+by\s+{_NEIGHBOURING}\Z",
    re.IGNORECASE,
)
_LEFT = re.compile(rf"\A{_UNIT}(?:\s+{_NOT_OVER}[\w'’-]+){{0,5}}?\s+(?:left|quit|joined)\s+\Z", re.IGNORECASE)
_IN_BRACKETS = re.compile(rf"\A{_UNIT}\s*\((?:in\s+|at\s+)?\Z", re.IGNORECASE)
_THAT = re.compile(rf"\A{_UNIT}(?:\s+{_NOT_OVER}[\w'’-]+){{1,5}}?\s+(?:that|which|whom)\s+\Z", re.IGNORECASE)
_SET_APART = re.compile(rf"\A{_UNIT},\s+(?:in|at|for)\s+{_NEIGHBOURING}\Z", re.IGNORECASE)
_PART_OF = re.compile(rf"\A{_UNIT}\s+of\s+\Z", re.IGNORECASE)
# "60 of them in Plymouth": where they live, not whose they are
_OF_THEM = re.compile(r"\bof\s+(?:them|whom|these)\b", re.IGNORECASE)
_AFTER_REGION = re.compile(rf"\A{_UNIT}\s+(?:in|for|across)\s+(?:the\s+)?\Z", re.IGNORECASE)
_AFTER_MEASURE = re.compile(
    rf"\A{_UNIT}(?:\s+(?!(?:and|but|while|whereas|with|from|to|than|was|were|is|are|had|has)\b)[\w'’-]+){{0,7}}?\s+(?:in|for|at|across|by|among|of|throughout)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_ATTRIBUTIVE = re.compile(rf"\A{_UNIT}\s+\Z", re.IGNORECASE)
_FIGURE = r"(?:averages?|rates?|figures?|means?|medians?|levels?|norms?|benchmarks?)"
_ENDS_IN_FIGURE = re.compile(rf"\b{_FIGURE}\Z", re.IGNORECASE)
_THEN_FIGURE = re.compile(r"\s+(?:averages?|rates?|figures?|medians?)\b", re.IGNORECASE)
_WITHOUT_PREPOSITION = re.compile(
    r"\A(?:in|across|throughout|nationally|nationwide|countrywide|regionally|for)\b", re.IGNORECASE
)
_BREAK = re.compile(r"[;:!?]|\.\s|,\s|\s[–—-]\s|\n\s*\n")
COMPARED = re.compile(
    r"\b(?:compar\w+|against|than|versus|vs|below|above|averages?|median|worse|better|higher|lower|same|similar|close)\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(r"\b(?:top|best|worst|bottom|highest|lowest|largest|one\s+of)\b[^.;,]*\Z", re.IGNORECASE)
_MOVED_ON = re.compile(
    r"\A,?\s*(?:\(|(?:up|down|a\s+(?:rise|fall|drop|increase|decrease|jump)|having\s+(?:risen|fallen)|rising|falling|itself|where|which|whose)\b)[^.;]{0,40}\Z",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"\b(?:[Uu]nlike|[Ll]ike|[Aa]s\s+(?:in|with|at)|[Ii]n\s+contrast\s+(?:to|with)|[Bb]y\s+contrast\s+with|[Cc]ompared\s+(?:with|to)"
    r"|[Aa]longside|[Aa]part\s+from|[Tt]ogether\s+with|[Ff]ollowing|[Aa]fter|[Bb]ehind|[Aa]head\s+of)\s+(?:(?:in|at|neighbouring|nearby|the)\s+){0,2}\Z"
)
_STRONG_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Ff]or|[Aa]cross|[Nn]eighbouring|[Nn]earby|[Dd]oor\s+in|[Ww]hile|[Ww]hereas|[Tt]han|[Ww]ith|[Aa]gainst|and|but|or)\s+"
    r"(?:(?:neighbouring|nearby|the|next-door)\s+){0,2}\Z|(?:\A|[.;:•\n–—|,-]\s*)\Z"
    r"|\b(?:[Bb]y\s+contrast|[Mm]eanwhile|[Ee]lsewhere|[Nn]ext[- ]door|[Oo]nly|[Tt]oday)\s+\Z"
)
_STRONG_AFTER = re.compile(
    r"\A(?:['’]s?\b|,\s+(?:where|which|whose|with|at)\b|\s*[:(|–—-]|\s+(?:on|at|with)\s+[\d£]|\s+(?:has|had|have|is|was|were|holds?|held|reported|reports|recorded"
    r"|records|received|took|spends?|spent|pays?|runs?|ran|employs?|employed|looks?|looked|saw|sees|said|says|cut|put|recruited|expects?"
    r"|plans?|stood|stands|manage[sd]?|achieved|reached|lost|gained|needs?|faces?|must|supports?|supported|completed|judged|now|also|then|still|gets?|got"
    r"|wants?|wanted|keeps?|kept|fills?|filled|counts?|operates?|owns?|owned|makes?|made|uses?|used|shows?|puts?|averages|would|could"
    r"|average[sd]?|council|children|rate|figure|social|teams?|workers?|\d))",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r"[\s\"“‘•(-]*(?:(?:But|And|While|Meanwhile|Over|Yet),?\s+)?(?:in|at|across|over\s+in)\s+"
    r"(?:(?:neighbouring|nearby|the|next[ -]door)\s+){0,2}\Z",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",\s+(?:which|who|whose|where|whom)\b[^.;:]*\Z")
_REGION_OWNS = re.compile(
    rf"\A(?:['’]s)?,?\s+(?:(?:where|as\s+a\s+whole|the|regional)\s*,?\s+){{0,3}}(?:{_FIGURE}|it\s+(?:is|was|stands|stood))\b",
    re.IGNORECASE,
)
_MEASURE_STOPS = re.compile(r";|\b(?:while|whereas|but|although)\b|\.\s")
# what stands between a measure and its number: "of", "(", "was about", "as a whole is"
_LEADS_IN = re.compile(
    r"(?:\b(?:of|at|is|are|was|were|being|to|reached|averag(?:e|es|ed|ing)|nationally|it['’]s|stood|with|also|say|be|manages?|managed|has|had|records|recorded|reports|reported|where|fills?|employs?"
    r"|spends?|pays?|takes?|holds?|keeps?|needs?|loses?)|[(:,–—=|-])\s*"
    r"(?:(?:around|about|some|roughly|approximately|nearly|almost|just|only|over|under|below|above|more|less|fewer|than|still|now|a|an"
    r"|up|to|between)\s+){0,4}\Z",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(r"(?:nationally|regionally|nationwide|countrywide|country|whole|region)\Z", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\s+\Z")
_WHICH = re.compile(r",\s+(?:which\s+(?:is|are|was|were|stands?|stood)|where)\b", re.IGNORECASE)
_PLURAL_MEASURE = re.compile(r"\b(?:averages|figures|rates|medians|levels)\b|respectively", re.IGNORECASE)


def rough_numbers(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of numbers in a stretch of text, without bare years: enough to tell which name stands next to which."""
    return [m.span() for m in _NUMBER.finditer(text, start, end) if not _YEAR.match(m.group())]


def is_time(text: str, span: tuple[int, int]) -> bool:
    """Whether a span is a year, a date or a duration."""
    return bool(_TIME.search(text[span[0] : span[1]]))


def follows(text: str, end: int, mention: AuthorityMention) -> bool:
    """Whether a name follows the number ending at ``end`` closely enough to own it: "the 123 recorded in Blackpool"."""
    between = text[end : mention.start]
    if mention.kind in NAMED and _SET_APART.match(between):
        return text[mention.end : mention.end + 1] in (".", ";")
    if len(between) > 90 or _BREAK.search(between):
        return False
    if mention.kind in NAMED:
        if _IN_BRACKETS.match(between):
            return text[mention.end : mention.end + 1] == ")"
        forms = (_AFTER, _PART_OF, _DONE_BY, _LEFT, _THAT)
        return not _OF_THEM.search(between) and any(form.match(between) for form in forms)
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
    if mention.kind == "national" and not _SUPERLATIVE.search(text[max(0, end - 40) : end]):
        return True
    return bool(COMPARED.search(text[max(0, end - 60) : mention.start]))


_CLOSES_NOT = re.compile(
    r"[;:(]|\b(?:and|but|while|whereas|although|though|than|unlike|like|as|compar\w+|against|below|above|versus|from|to|with|outside)\b",
    re.IGNORECASE,
)


def closes(text: str, end: int, mention: AuthorityMention) -> bool:
    """Whether the clause of the number ending at ``end`` goes on without a turn to the name ("40 left, York says")."""
    between = text[end : mention.start]
    return len(between) <= 120 and not _CLOSES_NOT.search(between) and not _OF_THEM.search(between)


def owns(text: str, mention: AuthorityMention, start: int, numbers: Sequence[tuple[int, int]]) -> bool:
    """Whether a measure before the number at ``start`` owns it: "the England rate of 70", "nationally it is 13%"."""
    between = text[mention.end : start]
    if len(between) > 140 or _MEASURE_STOPS.search(between):
        return False
    if mention.kind == "region" and not (
        _REGION_OWNS.match(between)
        or _POSSESSIVE.match(between)
        or _has_figure(text, mention)
        or (_LABELS.match(between) and _OPENS_LABEL.search(text[max(0, mention.start - 8) : mention.start]))
    ):
        return False
    if opens_nationally(text, mention) and not re.search(
        r"\bthe\s+(?:council|authority)\b|\b(?:its|our|locally)\b", between
    ):
        return True
    passed = [span for span in numbers if mention.end <= span[0] < start]
    if passed:
        near = text[max(0, mention.start - 12) : start + 60]
        joined = text[passed[-1][1] : start]
        return len(passed) == 1 and bool(_PLURAL_MEASURE.search(near)) and bool(re.search(r"\band\s+\Z", joined))
    if not between.strip() or _POSSESSIVE.match(between) or (between.strip() == "," and _has_figure(text, mention)):
        return True
    if not _LEADS_IN.search(between):
        return False
    opens = between.startswith(",") and bool(
        _WHICH.match(between)
        or _ADVERBIAL.search(mention.surface)
        or text[max(0, mention.start - 4) : mention.start].lower().endswith("in ")
    )
    return "," not in (between[1:] if opens else between) or bool(_REGION_OWNS.match(between))


# "(North West: 14%; England: 17%)"
_LABELS = re.compile(r"\A\s*[:=–-]?\s*\Z")
_OPENS_LABEL = re.compile(r"[(;\n]\s*(?:the\s+)?\Z", re.IGNORECASE)
_FIGURE_FOR = re.compile(
    rf"\b(?:{_FIGURE}|that|proportion|share)\s+(?:for|in|of|across)\s+(?:the\s+)?\Z", re.IGNORECASE
)
_OPENS_NATIONALLY = re.compile(
    r"(?:\A|[.?!][\"'”’)]*\s+|\n\s*(?:[•*-]\s*)?)[\"“]?(?:(?:In|Across|Throughout|For)\s+(?:the\s+whole\s+of\s+)?)?\Z"
)


def _has_figure(text: str, mention: AuthorityMention) -> bool:
    """Whether words before a region make it a figure's: "the rate for the South East", no "highest rate in"."""
    before = text[max(0, mention.start - 50) : mention.start]
    return bool(_FIGURE_FOR.search(before)) and not _SUPERLATIVE.search(before)


def opens_nationally(text: str, mention: AuthorityMention) -> bool:
    """Whether a sentence opens with the country and so speaks of it throughout: "Nationally, turnover is 15% and …"."""
    return mention.kind == "national" and bool(
        _OPENS_NATIONALLY.search(text[max(0, mention.start - 30) : mention.start])
    )


def moves_on(text: str, mention: AuthorityMention, start: int) -> bool:
    """Whether a name that owns an earlier number goes on to the one at ``start``: "58% in Wokingham, up from 50%"."""
    return bool(_MOVED_ON.match(text[mention.end : start]))


def is_contrast(text: str, mention: AuthorityMention) -> bool:
    """Whether a name is only what another is held against: "unlike Kirklees, the council …"."""
    return bool(_CONTRAST.search(text[max(0, mention.start - 50) : mention.start]))


_WHICH_HAS = re.compile(r"\A(?:,\s+(?:which|where|whose|with)\b[^,;:]*|\s+(?:on|at|with)\s+)\Z")


def tells_itself(text: str, mention: AuthorityMention, start: int) -> bool:
    """Whether the clause right after a name holds the number: "compared with Enfield, which has 400"."""
    return bool(_WHICH_HAS.match(text[mention.end : start]))


def heads(text: str, mention: AuthorityMention, sentence_start: int) -> bool:
    """Whether a name opens the sentence as its place: "In neighbouring Wokingham, the council …"."""
    return bool(_HEADS.match(text[sentence_start : mention.start]))


def encloses(text: str, mention: AuthorityMention, own: tuple[int, int], start: int) -> bool:
    """Whether words for the own council stand in a clause about the name ("Medway, which left the county, has")."""
    return bool(_RELATIVE.match(text[mention.end : own[0]])) and "," in text[own[1] : start]


_RELATIVE_OPEN = re.compile(r"[\w'’)],\s+(?:which|who|whose|where|whom)\b[^.;:]*\Z")
_RESUMES = re.compile(
    r"\A[^.;:]{0,80}?,\s+(?:(?:also|now|still|then|already)\s+)?(?:has|had|have|is|was|are|were|will|holds?|held|employs?|employed|spends?|spent"
    r"|pays?|paid|takes?|took|lost|loses|needs?|looks?|looked|runs?|ran|says?|said|reports?|reported|cut|saw|sees|expects?|wants?)\b"
    r"[^,;:]*\Z"
)


def is_embedded(text: str, mention: AuthorityMention, sentence_start: int, start: int) -> bool:
    """Whether a name stands in a clause that closes before the number: "the council, which works with Hackney, has"."""
    return bool(
        _RELATIVE_OPEN.search(text[max(sentence_start, mention.start - 160) : mention.start])
        and _RESUMES.match(text[mention.end : start])
    )


# "Trafford, judged outstanding, has"
_APPOSITION = re.compile(
    r"\A,\s[^,.;:\n]{3,60},\s+(?:has|had|is|was|were|holds?|reported|took|spends?|pays?|runs?|employs?|needs?)\b"
)


def is_strong(text: str, mention: AuthorityMention) -> bool:
    """Whether the words bind what follows to a council that the text is not about."""
    before = text[max(0, mention.start - 40) : mention.start]
    after = text[mention.end : mention.end + 90]
    return bool(_STRONG_BEFORE.search(before) or _STRONG_AFTER.match(after[:30]) or _APPOSITION.match(after))
