"""The grammar of time: where expressions of time stand in a text, and of which form each is.

``TRIGGER`` finds the few places worth a look; ``MASTER`` is run only in the windows around them, so the scan takes
time linear in the text. ``resolve`` reads which days a form means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge
from typing import NamedTuple

from transforms.periods.fragments import (
    ANY_YEAR,
    COUNT,
    DAY_POINT,
    DAY_RANGE,
    EDGE,
    FISCAL,
    LONE_YEAR,
    LONG_MONTH,
    MONTH_ALONE,
    MONTH_DAY,
    MONTH_YEAR,
    MONTHS_OF,
    NAMED_YEAR,
    POINT,
    QUARTER_NAME,
    QUARTER_OF,
    RELATIVE_YEAR,
    SMALL_NUMBER,
    SMALL_POINT,
    TO,
    VAGUE_NUMBER,
    WEEKDAY,
    YEAR_KIND,
    S,
    either_case,
)
from transforms.periods.words import COUNTED, LEADS, NAME_MONTHS

WINDOW_BEFORE, WINDOW_AFTER = 40, 52


class Found(NamedTuple):
    """A form of time in a text: span, name of the form, the word that leads it ("by") and the expression after it."""

    start: int
    end: int
    form: str
    lead: str
    determiner: str
    body: str


_VISIT = r"(?:[Ii]nspections?|[Vv]isits?|[Rr]eviews?|[Cc]ensus|[Ss]urvey)\b"
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|Christmas|Easter)\b"
_LAST = r"(?:[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious|[Cc]urrent|[Cc]oming|[Pp]ast)"
_NOT_AN_EVENT = rf"(?!{S}(?:the|this|that|our|its|their|inspectors?|Ofsted|we|they|he|she)\b)"
_NAMES = "|".join(NAME_MONTHS)

# The order matters: of two forms that begin at one place the first wins, so the longer stand above the shorter.
_FORMS: tuple[tuple[str, str], ...] = (
    # "the year to March 2012", "12 months ending September 2014", "last 12 months (to 18 November)"
    (
        "year_ending",
        rf"(?:(?:financial|calendar|full|whole|rolling|reporting){S})?(?:(?:last|past|previous|preceding|first){S})?"
        rf"(?:year|(?:rolling{S})?{MONTHS_OF})(?:{S}(?:period|figure|average|total|rate))?,?{S}\(?"
        rf"(?:up{S}to|to|ending|ended|until)(?:{S}on)?{S}(?:the{S})?"
        rf"(?:{EDGE}|{DAY_POINT}|{MONTH_YEAR}|(?:{MONTH_DAY})|{MONTH_ALONE})",
    ),
    (
        "span",
        rf"(?:[Bb]etween{S}|[Ff]rom{S})?{DAY_RANGE}|{SMALL_POINT}{TO}(?:the{S})?{SMALL_POINT}"
        rf"|{LONG_MONTH}(?:{S}and{S}|/){LONG_MONTH}(?![a-z])(?:{S}(?:of{S})?(?:{LONE_YEAR}|{RELATIVE_YEAR}))?",
    ),
    ("edge", EDGE),
    # "early 2018", "the first half of 2016", "the last three months of 2014–15", "earlier this year"
    (
        "part",
        rf"(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-]{{1,3}}(?:in{S}|part{S}of{S})?"
        rf"(?:{NAMED_YEAR}|{MONTH_YEAR}|{LONG_MONTH}(?![a-z])|{RELATIVE_YEAR})"
        rf"|(?:[Ee]arlier|[Ll]ater){S}(?:in{S})?(?:the{S}year\b|that{S}year\b|{NAMED_YEAR}|{RELATIVE_YEAR}|this{S}(?:month|week)\b)"
        rf"|(?:[Ff]irst|[Ss]econd|[Ll]atter|[Ll]ast|[Ff]inal){S}(?:half|{MONTHS_OF}){S}of{S}(?:the{S})?"
        rf"(?:{NAMED_YEAR}|{RELATIVE_YEAR}|(?:{YEAR_KIND})?year\b)",
    ),
    ("quarter", rf"{QUARTER_OF}|{QUARTER_NAME}\b"),
    (
        "school_year",
        rf"{FISCAL}{S}(?:school|academic){S}year\b|(?:school|academic){S}year,?{S}(?:of{S})?{FISCAL}"
        rf"|{_LAST}{S}(?:school|academic){S}year\b",
    ),
    # "in the same month of 2018", "at the same time last year"
    (
        "same_time",
        rf"same{S}(?:day|date|time|point|month|quarter|period|{MONTHS_OF})(?:{S}(?:of|in|for))?{S}(?:the{S})?(?:{ANY_YEAR}"
        rf"|(?:last|previous|preceding|following){S}year\b|year{S}before\b|a?{S}?year{S}(?:earlier|before|previously)\b)",
    ),
    # "a year earlier", "the year before", "the previous month"
    (
        "relative",
        rf"(?:(?:a|A|an|one|One|{SMALL_NUMBER}|Two|Three|Six|Twelve){S}(?:years?|months?|quarters?){S}"
        rf"(?:earlier|before|previously)\b"
        rf"|(?:year|month){S}(?:before|earlier)\b){_NOT_AN_EVENT}"
        rf"|(?:previous|preceding|prior|following){S}(?:{YEAR_KIND})?(?:year|month|quarter)\b(?!-)",
    ),
    (
        "season",
        rf"(?:(?:[Ee]arly|[Mm]id|[Ll]ate|[Ll]ast|[Tt]his|[Nn]ext|[Tt]he)[\s-]{{1,3}}){{0,2}}{_SEASON}(?:{S}(?:and|to|or){S}{_SEASON})?"
        rf"(?:{S}(?:term|break|holidays?))?(?:{S}(?:of{S})?(?:{ANY_YEAR}|{RELATIVE_YEAR}|next{S}year\b))?",
    ),
    (
        "financial_year",
        rf"(?:(?:financial|fiscal|municipal|business){S}year,?{S}(?:of{S})?)?{FISCAL}"
        rf"(?:{S}(?:financial|fiscal|municipal){S}year\b)?|{_LAST}{S}(?:financial|fiscal|municipal){S}year\b",
    ),
    ("day", DAY_POINT),
    (
        "ago",
        rf"(?:{either_case(['a', 'an'])}|{SMALL_NUMBER}|{either_case(['one', 'two', 'three', 'four', 'five', 'six', 'ten', 'twelve', 'eighteen', 'few', 'several', 'many', 'a couple of', 'a few'])})"
        rf"{S}(?:(?:and{S})?a{S}half{S})?(?:years?|months?|weeks?|days?|decades?)(?:{S}and{S}a{S}half)?{S}ago\b",
    ),
    # "in the six months before the inspection", "in the two years prior to this inspection"
    (
        "before_visit",
        rf"(?:{VAGUE_NUMBER}[\s-]{{1,3}})?(?:years?|months?|weeks?){S}(?:before|prior{S}to|preceding|leading{S}up{S}to|up{S}to)"
        rf"{S}(?:the{S}|this{S}|our{S}|its{S}|that{S})?(?:[a-z]{{1,12}}{S})?{_VISIT}",
    ),
    ("to_date", rf"(?:(?:financial{S})?year[\s-]{{1,3}}to[\s-]{{1,3}}date|(?<![Uu]p\s)(?<!-)[Tt]o{S}date|[Ss]o{S}far(?:{S}(?:in{S})?(?:{RELATIVE_YEAR}|{ANY_YEAR}))?)\b"),
    ("these_months", rf"(?:[Ee]ach|[Aa]ll){S}of{S}(?:these|those)(?:{S}{COUNT})?{S}months\b|(?:[Tt]hese|[Tt]hose){S}(?:{COUNT}{S})?months\b"),
    ("month", MONTH_YEAR),
    (
        "calendar_word",
        rf"{_LAST}{S}(?:calendar{S})?(?:year|month|week)\b(?!-|{S}(?:of{S}life|to{S}year))"
        rf"|[Yy]esterday\b|[Tt]omorrow\b|[Ll]ast{S}night\b|[Tt]his{S}(?:morning|afternoon|evening)\b",
    ),
    ("weekday", rf"(?:[Ll]ast|[Tt]his|[Nn]ext){S}{WEEKDAY}(?![a-z])"),
    ("the_quarter", rf"(?:the|this|that|The|This|[Ll]ast|latest|previous){S}quarter\b(?!{S}of\b)|(?<=the\s)quarter\b(?!{S}of\b)"),
    # "in the last 12 months", "over the next three years", "in recent months"
    (
        "rolling",
        rf"(?:[Ll]ast|[Pp]ast|[Pp]revious|[Pp]receding|[Nn]ext|[Cc]oming|[Ff]orthcoming|[Ff]ollowing){S}(?:(?:{VAGUE_NUMBER}|12-month)[\s-]{{1,3}})?"
        rf"(?:{YEAR_KIND})?(?:years?|months?|weeks?|days?|quarters?|decade)\b(?![’'])|(?:[Rr]ecent|[Pp]revious){S}(?:years|months|weeks)\b",
    ),
    (
        "year",
        rf"(?<!Act\s)(?<!Acts\s)(?<!Regulations\s)(?<!Order\s)(?<!copyright\s)(?<!©\s)(?<!page\s)(?<!Rules\s)"
        rf"(?:(?:calendar{S})?year{S})?{LONE_YEAR}(?!{S}(?:{'|'.join(COUNTED)})\b)",
    ),
    ("month", rf"(?:[Ll]ast|[Tt]his|[Nn]ext){S}{LONG_MONTH}(?![a-z])"),
)  # fmt: skip

_LED_FORMS: tuple[tuple[str, str], ...] = (
    ("weekday", rf"(?<=[Oo]n\s){WEEKDAY}(?![a-z])"),
    ("month", rf"(?!(?:{_NAMES}){S}[A-Z][a-z]){MONTH_ALONE}|(?<=[Ii]n\s)(?:{_NAMES})(?![a-z])"),
    ("duration", rf"(?<!thin\s)(?:{VAGUE_NUMBER}|a){S}(?:years?|months?|weeks?|decades?)\b(?!{S}(?:old|of{S}age|ago|earlier|before)|-)"),
)  # fmt: skip

# Without a word of time before it a month needs the shape of a list, a table or a noun of measure.
_UNLED_FORMS: tuple[tuple[str, str], ...] = (
    (
        "month",
        rf"(?<![^\s(|,;:/–-]){LONG_MONTH}(?=\s?[(|:]|,?{S}\d|{S}and{S}{LONG_MONTH}\b|,{S}{LONG_MONTH}\b|\s?\n)"
        rf"|{LONG_MONTH}(?=(?:[’']s)?{S}(?:figures?|data|totals?|rates?|averages?|snapshot|census)\b)"
        rf"|(?!(?:{_NAMES})\b){LONG_MONTH}(?={S}(?:was|saw|had|is|were)\b)",
    ),
    ("rate", rf"(?:[Aa]|[Ee]ach|[Ee]very|[Pp]er){S}(?:calendar{S})?(?:year|month|week|quarter)\b(?!-|{S}(?:ago|earlier|before|later|old|or|on(?=[,.]|{S}from))\b)"),
)  # fmt: skip

# Expressions that stand for themselves and hold no date.
_ADVERBS: tuple[tuple[str, str], ...] = (
    # "at the time of the inspection", "since the last inspection", "during the visit"
    (
        "event",
        rf"(?:[Aa]t|[Dd]uring|[Ss]ince|[Ii]n(?={S}[a-z]{{3,5}}{S}(?:most|last|latest|previous|recent))|[Bb]y|[Aa]fter|[Bb]efore|[Ff]ollowing|[Pp]rior{S}to){S}"
        rf"(?:the{S}(?:time|point){S}of{S})?(?:(?:the|this|that|our|its|their|his|her|Ofsted[’']s){S}(?:(?:[a-z][a-z’'-]{{1,14}}|Ofsted){S}){{0,4}}{_VISIT}|inspection\b)",
    ),
    # "when the company took over"
    (
        "event",
        rf"[Ww]hen{S}(?:[A-Za-z’'-]{{1,16}}{S}){{1,5}}(?:took{S}(?:over|charge)|arrived|began|started|joined|opened|launched|came{S}in)\b",
    ),
    (
        "now",
        rf"(?:[Nn]ow|[Cc]urrently|[Cc]urrent|[Tt]oday|[Pp]resently|[Aa]t{S}present|[Nn]owadays|[Tt]hese{S}days|[Ss]till)\b"
        rf"|(?:[Aa]t|[Uu]p{S}to){S}(?:the{S}present{S}time|this{S}(?:time|moment|point|stage)|the{S}moment|any{S}(?:one{S})?time)\b",
    ),
    (
        "then",
        rf"(?:[Pp]reviously|[Ff]ormerly|[Hh]istorically|[Ii]n{S}the{S}past\b(?!{S}(?:{VAGUE_NUMBER}|year|month|week|decade))|[Uu]sed{S}to(?:{S}(?:be|have))?"
        rf"|(?:[Bb]ack|[Bb]y|[Ss]ince|[Uu]ntil){S}then|[Uu]ntil{S}(?:now|recently)|[Aa]t{S}one{S}(?:time|point|stage)|[Oo]riginally|[Ii]nitially)\b"
        rf"|[Aa]t{S}(?:the|that){S}(?:time|point)\b(?!{S}(?:of|when|that|where)\b)"
        rf"|[Tt]hen(?=[.,;:]?{S}(?:and|but|while){S}|[.;!?])"
        rf"|(?:(?<=who\s)|(?<=which\s)|(?<=that\s)|(?<=had\s)|(?<=were\s)|(?<=was\s))once\b|[Oo]nce(?={S}(?:had|held|filled|made|stood)\b)",
    ),
)  # fmt: skip

_LEAD = either_case(lead.replace(" ", S) for lead in LEADS)
_DETERMINER = rf"(?:(?:the|its|their|his|her|our|that|this|a){S})?"
_THE = rf"(?:the{S})?"
_BETWEEN = (
    rf"(?:[Bb]etween|[Ff]rom|(?:[Ff]or|[Dd]uring|[Oo]ver|[Ii]n){S}the{S}period(?:{S}from|{S}between)?){S}"
    rf"{_THE}{POINT}(?:,?{S}and{S}|{TO}){_THE}{POINT}"
)
_DATED_LEAD = r"(?:[Aa]s{S})?(?:[Oo]n|[Aa]t|[Bb]y|[Ss]ince|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter|[Oo]f|[Tt]o)".replace("{S}", S)


def _alternatives(forms: tuple[tuple[str, str], ...], first: int) -> str:
    """Named groups for the forms, numbered because a form may stand more than once in one expression."""
    return "|".join(f"(?P<{form}__{number}>{pattern})" for number, (form, pattern) in enumerate(forms, first))


# What an expression can begin with after its lead; saves trying every form at every word.
_START = (
    r"(?=[\dQ]|[JFMASONDTWCEL][a-zA-Z]|(?:end|close|start|beginning|very|early|earlier|mid|late|later|latter|last|this|that|these|those|the"
    r"|first|second|third|fourth|final|previous|preceding|prior|following|next|coming|forthcoming|current|past|recent|same"
    r"|financial|fiscal|municipal|business|school|academic|calendar|full|whole|rolling|reporting|year|month|week|quarter"
    rf"|spring|summer|autumn|winter|each|every|per|all|an?|{COUNT}|few|several|many)s?\b|(?:to|so)\s|yester|tomor)"
)

MASTER = re.compile(
    rf"(?<![\w£$€])(?:(?P<between__0>{_BETWEEN})"
    rf"|(?P<lead_0>{_DATED_LEAD}){S}(?P<day__0>{MONTH_DAY})"
    rf"|(?P<lead_1>{_LEAD}){S}(?P<determiner_0>{_DETERMINER}){_START}(?:{_alternatives((*_FORMS, *_LED_FORMS), 100)})"
    rf"|(?P<determiner_1>(?:[Tt]he{S}|[Ii]ts{S}|[Tt]hat{S})?){_START}(?:{_alternatives((*_FORMS, *_UNLED_FORMS), 300)}))"
)
ADVERBS = re.compile(rf"(?<!\w)(?:{_alternatives(_ADVERBS, 0)})")

_GAP = "[\\s(\\[\"'“‘’•–—/|,;:.-]"
# Where a date may stand: a year, a month, a word that measures time.
TRIGGER = re.compile(
    r"(?:19|20)\d\d|\d/\d\d?/\d\d(?![\d]?/)|[JFMASOND](?:anu|ebr|arch|pril|ay\b|une|uly|ugus|ept|ctob|ovem|ecem|[a-u][a-v]\b|[A-U][A-V][A-Z])"
)
# Grouped by first letters: an engine without a DFA is twice as fast so.
WORD_TRIGGER = re.compile(
    rf"{_GAP}(?:[ymwq](?:ear|onth|eek|uarter)|decade|[SAWsaw](?:pring|ummer|utumn|inter)\b"
    r"|[MTWFS](?:on|ues|ednes|hurs|ri|atur|un)day|[CE](?:hristmas|aster)|[YyTt](?:ester|omor)|last\snight"
    r"|this\s(?:morn|aft|even)|[QS](?:uarter|[1-4]\b|o\sfar)|so\sfar|[Tt]o\sdate\b|days\sago)"
)
ADVERB_TRIGGER = re.compile(
    rf"{_GAP}(?:[Nn]ow|[CcPpFfOo](?:urrent|revious|resent|ormer|riginal|nce\b)|[Tt](?:oday|hen\b|hese\sdays)|[Ss](?:ince|till)\s"
    r"|[HhIi](?:istoric|nitial|n\s{1,3}(?:the|its|their|our|this|that)\s{1,3}(?:past|most|last|latest|previous|recent))|[Uu]sed\s{1,3}to|[Ww]hen\s|[Nn]owadays"
    r"|[AaUu](?:t|p\sto|ntil|fter)\s{1,3}(?:th|one|any|present|now|recent|insp|o|i)|[BbDd](?:y|efore|uring|ack)\s{1,3}(?:th|o|i)|[Ff]ollowing\sth|[Pp]rior\s{1,3}to)"
)


def scan(text: str) -> Iterator[Found]:
    """Give the forms of time in ``text`` in order, not overlapping."""
    end = 0
    for found in merge(_dated(text), _adverbs(text), key=lambda item: (item.start, -item.end)):
        if found.start >= end:
            yield found
            end = found.end


def _dated(text: str) -> Iterator[Found]:
    for start, end in _windows(text):
        for match in MASTER.finditer(text, start, end):
            yield _found(match)


def _adverbs(text: str) -> Iterator[Found]:
    if match := ADVERBS.match(text):
        yield _found(match)
    for trigger in ADVERB_TRIGGER.finditer(text):
        if match := ADVERBS.match(text, trigger.start() + 1):
            yield _found(match)


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Stretches around the triggers, merged where they touch, that begin and end between words."""
    start = end = 0
    triggers = merge((match.span() for match in TRIGGER.finditer(text)), (match.span() for match in WORD_TRIGGER.finditer(text)))
    for first, last in triggers:
        if first - WINDOW_BEFORE > end:
            if end:
                yield start, end
            start = _between_words(text, first - WINDOW_BEFORE)
        end = _between_words(text, max(end, last + WINDOW_AFTER))
    if end:
        yield start, end


def _between_words(text: str, position: int) -> int:
    """The nearest place at or before ``position`` where no word is cut, looking back at most 24 characters."""
    if position >= len(text):
        return len(text)
    floor = max(0, position - 24)
    while position > floor and not text[position - 1].isspace():
        position -= 1
    return max(0, position)


def _found(match: re.Match[str]) -> Found:
    form = match.lastgroup or ""
    groups = match.groupdict()
    lead = groups.get("lead_0") or groups.get("lead_1") or ""
    determiner = groups.get("determiner_0") or groups.get("determiner_1") or ""
    return Found(
        match.start(), match.end(), form.partition("__")[0], " ".join(lead.lower().split()), determiner.strip().lower(), match[form]
    )
