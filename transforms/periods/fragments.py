"""Regular-expression fragments for points in time, from which ``forms`` builds its expressions.

Every fragment is a string for ``re``, case-sensitive because "May" is a month and "may" is not; every repetition in
them is bounded. Capital letters of the first word of a sentence are written out.
"""

from __future__ import annotations

from collections.abc import Iterable

from transforms.periods.words import MONTHS, NUMBER_WORDS, SHORT_MONTHS, WEEKDAYS


def any_of(words: Iterable[str]) -> str:
    """Give one group of alternatives, the longest first."""
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


def either_case(words: Iterable[str]) -> str:
    """Give one group of alternatives whose first letter may be a capital."""
    return any_of(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words)


S = r"\s{1,3}"
DASH = r"[-‐‑‒–—−─]"
TO = rf"(?:{S}(?:to|until|till|through|up{S}to){S}|\s?{DASH}\s?)"
OF = rf"(?:{S}of)?{S}"

YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
# A footnote mark may be glued to the year: "31 March 20149".
DATED_YEAR = rf"{YEAR}(?=\d{{0,2}}(?!\d))(?!\d?[.,]\d)"
_NO_SUM = r"(?<![.,:/£$€#])"
# No year: "2,042", "£2014", "2014%", "0191 555 2014", the first half of "2013–14"; but one in a row of years is.
LONE_YEAR = (
    rf"{_NO_SUM}(?:(?<!\d\s)|(?<=(?:19|20)\d\d\s)){YEAR}"
    rf"(?!\d|[.,:]\d|\s?(?:%|per\b|pc\b|percent)|\s?{DASH}?[/\\]\d|{DASH}\d|[A-Za-z_])"
)
# "2013–14", "2013– 14" (a broken line), "2013/2014", "2013 to 2014"; never "2016 – 352 for every 10,000".
FISCAL = (
    rf"{_NO_SUM}{YEAR}(?:{DASH}\s{{0,2}}\d\d|/\d\d|\s?(?:{DASH}|/)\s?{YEAR}|{S}to{S}{YEAR})"
    r"(?=\d?(?!\d))(?!\d?\s?%|\d?[.,/]\d|-\d)"
)
ANY_YEAR = rf"(?:{FISCAL}|{LONE_YEAR})"
YEAR_KIND = rf"(?:financial|fiscal|municipal|business|school|academic|calendar){S}"
NAMED_YEAR = rf"(?:(?:(?:{YEAR_KIND})?year,?{OF})?{ANY_YEAR}(?:{S}{YEAR_KIND}year\b)?)"
RELATIVE_YEAR = rf"(?:last|this|next){S}(?:{YEAR_KIND})?year\b"

LONG_MONTH = any_of([*MONTHS, "Sept"])
MONTH = any_of([*MONTHS, *(name + r"\.?" for name in SHORT_MONTHS), *(name.upper() for name in MONTHS)])
# "March 2014", "Mar-14", "March ’14"
MONTH_YEAR = rf"{MONTH}(?:,?{OF}{DATED_YEAR}|(?:-|{S}[’'])\d\d(?![\d/-]))"
MONTH_ALONE = rf"{LONG_MONTH}(?![a-z])(?:{OF}{RELATIVE_YEAR})?"

WEEKDAY = any_of(WEEKDAYS)
_ON_WEEKDAY = rf"(?:{WEEKDAY},?{S})?"
DAY = r"(?<![\d.,£/])(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
DAY_MONTH = rf"{_ON_WEEKDAY}{DAY}{OF}{MONTH}(?![a-z])(?:,?{S}{DATED_YEAR}|{OF}{RELATIVE_YEAR})?"
MONTH_DAY_YEAR = rf"{_ON_WEEKDAY}{MONTH}{S}{DAY}(?:,{S}?|{S}){DATED_YEAR}"
MONTH_DAY = (
    rf"{_ON_WEEKDAY}{LONG_MONTH}{S}{DAY}(?:,?{S}{RELATIVE_YEAR})?"
    rf"(?!,?{S}{YEAR}\b|\d|[.,/:]\d|\s?%|\s?(?:per|pc|children|young|people|cases)\b)"
)
NUMERIC_DAY = (
    rf"(?<![\d/.])(?:\d{{1,2}}/\d{{1,2}}/(?:{YEAR}|\d\d)|\d{{1,2}}\.\d{{1,2}}\.{YEAR}|{YEAR}-\d\d-\d\d)"
    r"(?![\d/]|-\d|\.\d)"
)
DAY_POINT = rf"(?:{DAY_MONTH}|{MONTH_DAY_YEAR}|{NUMERIC_DAY})"
DAY_RANGE = (
    rf"{_ON_WEEKDAY}{DAY}(?:{S}(?:to|and|until|&){S}(?:the{S})?|\s?{DASH}\s?){_ON_WEEKDAY}{DAY}"
    rf"{OF}{MONTH}(?![a-z])(?:,?{S}{DATED_YEAR})?"
)

QUARTER_NAME = (
    r"(?:Q[1-4]\b|[Qq]uarter\s(?:[1-4]\b|one\b|two\b|three\b|four\b)"
    r"|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[Ll]ast|1st|2nd|3rd|4th)\squarter)"
)
# "quarter 3 of 2018-19", "Q1 (April to June) 2017/18"
QUARTER_OF = (
    rf"{QUARTER_NAME}(?:\s\([^()\d]{{3,40}}\))?,?{S}(?:(?:of|in|for){S})?(?:the{S})?(?:{NAMED_YEAR}|{RELATIVE_YEAR})"
)
EDGE = (
    rf"(?:(?:the{S})?(?:very{S})?(?:end|close|start|beginning|(?:first|last|final){S}day){S}of{S}(?:the{S})?"
    rf"(?:{QUARTER_OF}|{QUARTER_NAME}|{MONTH_YEAR}|{MONTH_ALONE}|{NAMED_YEAR}|{RELATIVE_YEAR}|last{S}month\b"
    rf"|(?:{YEAR_KIND})?(?:year|month|quarter)\b)|year[\s-]end,?{OF}{FISCAL})"
)
POINT = rf"(?:{EDGE}|{DAY_POINT}|{MONTH_YEAR}|{NAMED_YEAR}|{MONTH_ALONE})"
SMALL_POINT = rf"(?:{DAY_POINT}|{MONTH_YEAR}|{LONG_MONTH}(?![a-z]))"

COUNT = any_of(NUMBER_WORDS)
SMALL_NUMBER = rf"(?:\d{{1,2}}|{COUNT})"
VAGUE_NUMBER = rf"(?:\d{{1,2}}|{COUNT}|a{S}couple{S}of|a{S}few|few|several|many)"
LENGTH = rf"{SMALL_NUMBER}[\s-]{{1,3}}(?:months?|years?|quarters?|weeks?)"
MONTHS_OF = rf"{SMALL_NUMBER}[\s-]{{1,3}}months?"
