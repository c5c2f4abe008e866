"""The forms of time: a name and a pattern for each, and how a reader of ``resolve`` is found by the name.

The order matters: of two forms that begin at one place the first wins, so the longer stand above the shorter.
"""

from __future__ import annotations

from transforms.periods.anaphora import POINTS_BACK, PREVIOUS_ONE, THE_YEAR
from transforms.periods.fragments import (
    ANY_YEAR,
    COUNT,
    DASH,
    DAY_POINT,
    DAY_RANGE,
    EDGE,
    FISCAL,
    LENGTH,
    LONE_YEAR,
    LONG_MONTH,
    MONTH,
    MONTH_ALONE,
    MONTH_DAY,
    MONTH_YEAR,
    MONTHS_OF,
    NAMED_YEAR,
    OF,
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
from transforms.periods.words import COUNTED, NAME_MONTHS

Form = tuple[str, str]

_VISIT = r"(?:[Ii]nspections?|[Vv]isits?|[Rr]eviews?|[Cc]ensus|[Ss]urvey|pandemic|lockdown)\b"
_SEASON = rf"(?:(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|Christmas|Easter)\b|New{S}Year\b)"
_LAST = r"(?:[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious|[Cc]urrent|[Cc]oming|[Pp]ast)"
_UNITS = r"(?:years?|months?|weeks?|days?|quarters?|decades?)\b"
_LEADING = rf"(?:[a-z’'-]{{1,14}}{S}){{0,2}}"
# "the year before the inspection" is an event; "the year before it had been 40" is not
_NOT_AN_EVENT = (
    rf"(?!{S}(?:the|this|that{S}(?={_LEADING}{_VISIT})|our|its|their|inspectors?|Ofsted|we|they|he|she"
    rf"|it{S}(?!(?:had{S}been|was|were|stood){S}(?:at{S})?(?:[\d£]|{SMALL_NUMBER}\b)))\b)"
)
_NAMES = "|".join(NAME_MONTHS)
_FIRST = r"(?:[Ff]irst|[Ss]econd|[Ll]atter|[Ll]ast|[Ff]inal)"
_NAMED_OR_RELATIVE = rf"(?:{NAMED_YEAR}|{RELATIVE_YEAR})"
_SOME = either_case(
    ("a", "an", "one", "two", "three", "four", "five", "six", "ten", "twelve", "eighteen", "few", "several", "many")
)

# "the year to March 2012", "12 months ending September 2014", "last 12 months (to 18 November)"
_YEAR_ENDING = (
    rf"(?:(?:financial|calendar|full|whole|rolling|reporting){S})?(?:(?:last|past|previous|preceding|first){S})?"
    rf"(?:year|quarter|month|week|half-year|(?:rolling{S})?{LENGTH})"
    rf"(?:{S}(?:period|figure|average|total|rate))?,?{S}\(?(?:up{S}to|to|ending|(?:(?:that|which){S})?ended|until)(?:{S}(?:on|in))?{S}(?:the{S})?"
    rf"(?:{EDGE}|{DAY_POINT}|{MONTH_YEAR}|{MONTH_DAY}|{MONTH_ALONE})"
)
_SPAN = (
    rf"(?:[Bb]etween{S}|[Ff]rom{S})?(?:the{S})?{DAY_RANGE}|{SMALL_POINT}{TO}(?:the{S})?{SMALL_POINT}|{MONTH}\s?{DASH}\s?{MONTH_YEAR}"
    rf"|{LONG_MONTH}(?:{S}and{S}|/){LONG_MONTH}(?![a-z])(?:{OF}(?:{LONE_YEAR}|{RELATIVE_YEAR}))?"
)
# "early 2018", "first half of 2016", "last three months of 2014–15", "earlier this year", "the first week of May"
_PART = (
    rf"(?:[Ee]arly|[Mm]id|[Ll]ate)[\s-]{{1,3}}(?:in{S}|part{S}of{S})?"
    rf"(?:{NAMED_YEAR}|{MONTH_YEAR}|{LONG_MONTH}(?![a-z])|{RELATIVE_YEAR})"
    rf"|(?:[Ee]arlier|[Ll]ater){S}(?:in{S})?(?:the{S}year\b|that{S}year\b|{_NAMED_OR_RELATIVE}|this{S}(?:month|week)\b)"
    rf"|{_FIRST}{S}(?:half|{MONTHS_OF}){S}of{S}(?:the{S})?(?:{_NAMED_OR_RELATIVE}|(?:{YEAR_KIND})?year\b)"
    rf"|{_FIRST}{S}(?:{COUNT}{S})?(?:weeks?|days|fortnight){S}of{S}(?:{MONTH_YEAR}|{LONG_MONTH}(?![a-z])|{NAMED_YEAR})"
)
_SCHOOL_YEAR = (
    rf"{FISCAL}{S}(?:school|academic){S}year\b|(?:school|academic){S}year,?{OF}{FISCAL}"
    rf"|{_LAST}{S}(?:school|academic){S}year\b"
)
# "in the same month of 2018", "at the same time last year"
_SAME_TIME = (
    rf"same{S}(?:day|date|time|point|month|months|quarter|period|{MONTHS_OF})(?:{S}(?:of|in|for))?{S}(?:the{S})?"
    rf"(?:{ANY_YEAR}|(?:last|previous|preceding|following){S}year\b"
    rf"|year{S}before\b|a?{S}?year{S}(?:earlier|before|previously)\b)"
)
# "a year earlier", "the year before", "two years later", "the previous month"
_RELATIVE = (
    rf"(?:a|A|an|one|One|{SMALL_NUMBER}|Two|Three|Six|Twelve){S}(?:years?|months?|quarters?|twelvemonth){S}"
    rf"(?:(?:earlier|previously|later)\b|before\b{_NOT_AN_EVENT})"
    rf"|(?:year|month|twelvemonth){S}(?:earlier\b|before\b{_NOT_AN_EVENT})"
    rf"|(?:previous|preceding|prior|following){S}(?:{YEAR_KIND})?(?:year|month|quarter)\b(?!-)"
)
_SEASON_OF = (
    rf"(?:(?:[Ee]arly|[Mm]id|[Ll]ate|[Ll]ast|[Tt]his|[Nn]ext|[Tt]he)[\s-]{{1,3}}){{0,2}}{_SEASON}"
    rf"(?:{S}(?:and|to|or){S}{_SEASON})?(?:{S}(?:term|break|holidays?))?"
    rf"(?:{OF}(?:{ANY_YEAR}|{RELATIVE_YEAR}|next{S}year\b))?"
    rf"|(?:the{S})?turn{S}of{S}(?:the{S})?(?:{NAMED_YEAR}|year\b)"
)
_FINANCIAL_YEAR = (
    rf"(?:(?:financial|fiscal|municipal|business){S}year,?{OF})?{FISCAL}"
    rf"(?:{S}(?:financial|fiscal|municipal){S}year\b)?|{_LAST}{S}(?:financial|fiscal|municipal){S}year\b"
)
_AGO = (
    rf"(?:{_SOME}(?:{S}(?:few|couple{S}of))?|{SMALL_NUMBER}){S}(?:(?:and{S})?a{S}half{S})?{_UNITS}"
    rf"(?:{S}and{S}a{S}half)?{S}ago\b|[Tt]his{S}time{S}(?:last{S}year|a{S}year{S}ago)\b"
)
# "in the six months before the inspection", "in the two years prior to this inspection"
_BEFORE_VISIT = (
    rf"(?:{VAGUE_NUMBER}[\s-]{{1,3}})?(?:years?|months?|weeks?){S}"
    rf"(?:before|prior{S}to|preceding|leading{S}up{S}to|up{S}to){S}(?:(?:the|this|our|its|that){S})?"
    rf"(?:[a-z]{{1,12}}{S})?{_VISIT}"
)
_TO_DATE = (
    rf"(?:(?:financial{S})?year[\s-]{{1,3}}to[\s-]{{1,3}}date|(?<![Uu]p\s)(?<!-)[Tt]o{S}date"
    rf"|[Ss]o{S}far(?:{S}(?:in{S})?(?:{RELATIVE_YEAR}|{ANY_YEAR}))?)\b"
)
_THESE_MONTHS = (
    rf"(?:[Ee]ach|[Aa]ll){S}of{S}(?:these|those)(?:{S}{COUNT})?{S}months\b"
    rf"|(?:[Tt]hese|[Tt]hose){S}(?:{COUNT}{S})?months\b"
)
_CALENDAR_WORD = (
    rf"{_LAST}{S}(?:calendar{S})?(?:year|month|week)\b(?!-|{S}(?:of{S}life|to{S}year))"
    rf"|[Yy]esterday\b|[Tt]omorrow\b|[Ll]ast{S}night\b|[Tt]his{S}(?:morning|afternoon|evening)\b"
)
_THE_QUARTER = (
    rf"(?:the|this|that|The|This|[Ll]ast|latest|previous){S}quarter\b(?!{S}of\b)|(?<=the\s)quarter\b(?!{S}of\b)"
)
# "in the last 12 months", "over the next three years", "in recent months"
_ROLLING = (
    rf"(?:[Ll]ast|[Pp]ast|[Pp]revious|[Pp]receding|[Nn]ext|[Cc]oming|[Ff]orthcoming|[Ff]ollowing){S}"
    rf"(?:(?:{VAGUE_NUMBER}|12-month)[\s-]{{1,3}})?(?:{YEAR_KIND})?{_UNITS}"
    rf"|(?:[Rr]ecent|[Pp]revious){S}(?:years|months|weeks)\b"
)
# No year of a law or an imprint: "Children Act 1989", "Regulations 2013"; no count: "2016 children".
_YEAR_ALONE = (
    r"(?<!Act\s)(?<!Acts\s)(?<!Regulations\s)(?<!Order\s)(?<!copyright\s)(?<!©\s)(?<!page\s)(?<!Rules\s)"
    rf"(?:(?:calendar{S})?year{S})?{LONE_YEAR}(?!{S}(?:{'|'.join(COUNTED)})\b)"
)

FORMS: tuple[Form, ...] = (
    ("year_ending", _YEAR_ENDING),
    ("span", _SPAN),
    ("edge", EDGE),
    ("part", _PART),
    ("quarter", rf"{QUARTER_OF}|{QUARTER_NAME}\b"),
    ("school_year", _SCHOOL_YEAR),
    ("same_time", _SAME_TIME),
    ("points_back", POINTS_BACK),
    ("previous_one", PREVIOUS_ONE),
    ("the_year", THE_YEAR),
    ("relative", _RELATIVE),
    ("other_month", rf"(?:following|previous|preceding){S}{LONG_MONTH}(?![a-z])"),
    ("season", _SEASON_OF),
    ("financial_year", _FINANCIAL_YEAR),
    ("day", DAY_POINT),
    ("ago", _AGO),
    ("before_visit", _BEFORE_VISIT),
    ("to_date", _TO_DATE),
    ("these_months", _THESE_MONTHS),
    ("month", MONTH_YEAR),
    ("calendar_word", _CALENDAR_WORD),
    ("weekday", rf"(?:[Ll]ast|[Tt]his|[Nn]ext){S}{WEEKDAY}(?![a-z])"),
    ("the_quarter", _THE_QUARTER),
    ("rolling", _ROLLING),
    ("year", _YEAR_ALONE),
    ("month", rf"(?:[Ll]ast|[Tt]his|[Nn]ext){S}{LONG_MONTH}(?![a-z])"),
)

# Only after a word of time ("in", "by", "over"). A month that is a name too needs more than that.
LED_FORMS: tuple[Form, ...] = (
    ("weekday", rf"(?<=[Oo]n\s){WEEKDAY}(?![a-z])"),
    ("month", rf"(?!(?:{_NAMES}){S}[A-Z][a-z]){MONTH_ALONE}|(?<=[Ii]n\s)(?:{_NAMES})(?![a-z])"),
    (
        "duration",
        rf"(?<!thin\s)(?:{VAGUE_NUMBER}|a){S}(?:years?|months?|weeks?|decades?)\b"
        rf"(?!{S}(?:old|of{S}age|ago|earlier|before)|-)",
    ),
)

# Without a word of time a month needs the shape of a list, a table or a noun of measure: "July 84%, August 81%".
UNLED_FORMS: tuple[Form, ...] = (
    (
        "month",
        rf"(?<![^\s(|,;:/–-]){LONG_MONTH}"
        rf"(?=\s?[(|:]|,?{S}\d|{S}and{S}{LONG_MONTH}\b|,{S}{LONG_MONTH}\b|\s?\n)"
        rf"|{LONG_MONTH}(?=(?:[’']s)?{S}(?:figures?|data|totals?|rates?|averages?|snapshot|census)\b)"
        rf"|(?!(?:{_NAMES})\b){LONG_MONTH}(?={S}(?:was|saw|had|is|were)\b)",
    ),
    (
        "rate",
        rf"(?:[Aa]|[Ee]ach|[Ee]very|[Pp]er){S}(?:calendar{S})?(?:year|month|week|quarter)\b"
        rf"(?!-|{S}(?:ago|earlier|before|later|old|or|on(?=[,.]|{S}from))\b)|[Pp]er{S}annum\b",
    ),
)

# Expressions that stand for themselves and hold no date.
ADVERBS: tuple[Form, ...] = (
    # "at the time of the inspection", "since the last inspection", "during the visit"
    (
        "event",
        rf"(?:[Aa]t|[Dd]uring|[Ss]ince|[Ii]n(?={S}[a-z]{{3,5}}{S}(?:most|last|latest|previous|recent))|[Bb]y|[Aa]fter"
        rf"|[Bb]efore|[Ff]ollowing|[Pp]rior{S}to){S}(?:the{S}(?:time|point){S}of{S})?"
        rf"(?:(?:the|this|that|our|its|their|his|her|Ofsted[’']s){S}(?:(?:[a-z][a-z’'-]{{1,14}}|Ofsted){S}){{0,4}}{_VISIT}"
        r"|inspection\b)",
    ),
    # "when the company took over"
    (
        "event",
        rf"[Ww]hen{S}(?:[A-Za-z’'-]{{1,16}}{S}){{1,5}}"
        rf"(?:took{S}(?:over|charge)|arrived|began|started|joined|opened|launched|came{S}in(?!{S}(?:early|mid|late|the|{LONG_MONTH}|\d)))\b",
    ),
    (
        "now",
        r"(?:[Nn]ow|[Cc]urrently|[Cc]urrent|[Tt]oday|[Pp]resently|[Nn]owadays|[Ss]till)\b"
        rf"|(?:[Aa]t{S}present|[Tt]hese{S}days)\b"
        rf"|(?:[Aa]t|[Uu]p{S}to){S}(?:the{S}present{S}time|this{S}(?:time|moment|point|stage)|the{S}moment"
        rf"|any{S}(?:one{S})?time)\b",
    ),
    (
        "then",
        rf"(?:[Pp]reviously|[Ff]ormerly|[Hh]istorically|[Oo]riginally|[Ii]nitially|[Uu]sed{S}to(?:{S}(?:be|have))?"
        rf"|[Ii]n{S}the{S}past\b(?!{S}(?:{VAGUE_NUMBER}|year|month|week|decade))"
        rf"|(?:[Bb]ack|[Bb]y|[Ss]ince|[Uu]ntil){S}then|[Uu]ntil{S}(?:now|recently)"
        rf"|[Aa]t{S}one{S}(?:time|point|stage))\b"
        rf"|[Aa]t{S}(?:the|that){S}(?:time|point)\b(?!{S}(?:of|when|that|where)\b)"
        rf"|[Tt]hen(?=[.,;:]?{S}(?:and|but|while){S}|[.;!?])"
        r"|(?:(?<=who\s)|(?<=which\s)|(?<=that\s)|(?<=had\s)|(?<=were\s)|(?<=was\s))once\b"
        rf"|[Oo]nce(?={S}(?:had|held|filled|made|stood)\b)",
    ),
)
