"""Which days an expression of time means: one row per phrase, grouped by the class of the expression."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.model import DocumentFacts, Period
from transforms.periods import find_periods

OPEN = (None, None)


def days(text: str | None) -> tuple[date | None, date | None]:
    """Read "2014-03-31" or "2014-04-01/2014-09-30"; None is two nulls."""
    if text is None:
        return OPEN
    first, _, last = text.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last or first)


def read(text: str, published: str | None = None, inspection: str | None = None) -> list[Period]:
    """The periods of a text that was published on a day, or with none."""
    facts = DocumentFacts(published_on=date.fromisoformat(published) if published else None)
    dates = days(inspection)
    known = (dates[0], dates[1]) if dates[0] is not None and dates[1] is not None else None
    return find_periods(text, facts, known)


EXPLICIT = [
    ("At 31 March 2014 the team had 12 cases.", "At 31 March 2014", "day", "2014-03-31"),
    ("As at 7 May 2015, 12 were open.", "As at 7 May 2015", "day", "2015-05-07"),
    ("It stood at 40 as of 31st March 2014.", "as of 31st March 2014", "day", "2014-03-31"),
    ("On March 31, 2014 there were 9.", "On March 31, 2014", "day", "2014-03-31"),
    ("On Thursday, 11th May 2023 it was 9.", "On Thursday, 11th May 2023", "day", "2023-05-11"),
    ("the 1st of April 2019 count", "the 1st of April 2019", "day", "2019-04-01"),
    ("March 31, 2014: 12 open", "March 31, 2014", "day", "2014-03-31"),
    ("Updated 31/03/2014.", "31/03/2014", "day", "2014-03-31"),
    ("Updated 31/3/14.", "31/3/14", "day", "2014-03-31"),
    ("Updated 31.03.2014.", "31.03.2014", "day", "2014-03-31"),
    ("Updated 2014-03-31.", "2014-03-31", "day", "2014-03-31"),
    ("Caseloads (31 March 2016) were 18.", "31 March 2016", "day", "2016-03-31"),
    ("At 31 March 20149 it had 50.", "At 31 March 2014", "day", "2014-03-31"),
    ("At 31 June 2014 it had 50.", "At 31 June 2014", "day", None),
    ("There were 12 in July 2021.", "in July 2021", "month", "2021-07-01/2021-07-31"),
    ("At January 2018 there were 12.", "At January 2018", "month", "2018-01-01/2018-01-31"),
    ("In February of 2020 it was 9.", "In February of 2020", "month", "2020-02-01/2020-02-29"),
    ("Census, Jan 2013: 14", "Jan 2013", "month", "2013-01-01/2013-01-31"),
    ("In Sept. 2013 it was 14.", "In Sept. 2013", "month", "2013-09-01/2013-09-30"),
    ("MARCH 2014 FIGURES", "MARCH 2014", "month", "2014-03-01/2014-03-31"),
    ("In 2019 it had 12 teams.", "In 2019", "year", "2019-01-01/2019-12-31"),
    ("The 2011 average was 12.", "The 2011", "year", "2011-01-01/2011-12-31"),
    ("Fewer than in 2016.", "in 2016", "year", "2016-01-01/2016-12-31"),
    ("In 2013–14 it was 84%.", "In 2013–14", "financial_year", "2013-04-01/2014-03-31"),
    ("In 2013-14 it was 84%.", "In 2013-14", "financial_year", "2013-04-01/2014-03-31"),
    ("In 2013/14 it was 84%.", "In 2013/14", "financial_year", "2013-04-01/2014-03-31"),
    ("In 2013/2014 it was 84%.", "In 2013/2014", "financial_year", "2013-04-01/2014-03-31"),
    ("In 2013− 14 it was 84%.", "In 2013− 14", "financial_year", "2013-04-01/2014-03-31"),
    ("In 2015─16 it was 84%.", "In 2015─16", "financial_year", "2015-04-01/2016-03-31"),
    ("In 1999–2000 it was 84%.", "In 1999–2000", "financial_year", "1999-04-01/2000-03-31"),
    ("In 1999-00 it was 84%.", "In 1999-00", "financial_year", "1999-04-01/2000-03-31"),
    ("for the 2013 to 2014 return", "for the 2013 to 2014", "financial_year", "2013-04-01/2014-03-31"),
    ("In financial year 2016/17 it was 9.", "In financial year 2016/17", "financial_year", "2016-04-01/2017-03-31"),
    ("in its 2020-21 budget", "in its 2020-21", "financial_year", "2020-04-01/2021-03-31"),
    ("across the 2017/18 school year", "the 2017/18 school year", "school_year", "2017-09-01/2018-08-31"),
    ("in academic year 2014/15", "in academic year 2014/15", "school_year", "2014-09-01/2015-08-31"),
    ("The scorecard for 2011–14 shows 500.", "for 2011–14", "years", None),
    ("at the end of August 2014", "at the end of August 2014", "end_of_month", "2014-08-31"),
    ("on the last day of August 2014", "on the last day of August 2014", "end_of_month", "2014-08-31"),
    ("on the first day of 2016-17", "on the first day of 2016-17", "start_of_period", "2016-04-01"),
    ("at the end of 2016", "at the end of 2016", "end_of_period", "2016-12-31"),
    ("at the end of 2016-17", "at the end of 2016-17", "end_of_period", "2017-03-31"),
    ("at the beginning of 2016", "at the beginning of 2016", "start_of_period", "2016-01-01"),
    ("at the start of April 2016", "at the start of April 2016", "start_of_period", "2016-04-01"),
    ("at the end of quarter two, 2014–15", "at the end of quarter two, 2014–15", "end_of_period", "2014-09-30"),
    ("in the first quarter of 2015–16", "in the first quarter of 2015–16", "quarter", "2015-04-01/2015-06-30"),
    ("in Q3 2018/19", "in Q3 2018/19", "quarter", "2018-10-01/2018-12-31"),
    ("quarter 4 of 2018-19", "quarter 4 of 2018-19", "quarter", "2019-01-01/2019-03-31"),
    ("in the third quarter of 2016", "in the third quarter of 2016", "years", None),
]

PARTS = [
    ("in early 2018", "in early 2018", "part_of_year", "2018-01-01/2018-04-30"),
    ("in mid-2018", "in mid-2018", "part_of_year", "2018-05-01/2018-08-31"),
    ("in mid 2018", "in mid 2018", "part_of_year", "2018-05-01/2018-08-31"),
    ("in late 2018", "in late 2018", "part_of_year", "2018-09-01/2018-12-31"),
    ("late in 2018", "late in 2018", "part_of_year", "2018-09-01/2018-12-31"),
    ("the first half of 2016", "the first half of 2016", "part_of_year", "2016-01-01/2016-06-30"),
    ("the second half of 2015-16", "the second half of 2015-16", "part_of_year", "2015-10-01/2016-03-31"),
    (
        "in the last three months of 2014–15",
        "in the last three months of 2014–15",
        "part_of_year",
        "2015-01-01/2015-03-31",
    ),
    ("in the first five months of 2014", "in the first five months of 2014", "part_of_year", "2014-01-01/2014-05-31"),
    ("in early November 2014", "in early November 2014", "part_of_year", None),
    ("earlier in 2014", "earlier in 2014", "part_of_year", None),
]

SPANS = [
    ("between April and September 2022", "between April and September 2022", "span", "2022-04-01/2022-09-30"),
    ("from October 2014 to March 2016", "from October 2014 to March 2016", "span", "2014-10-01/2016-03-31"),
    ("from December to June 2015", "from December to June 2015", "span", "2014-12-01/2015-06-30"),
    ("between 1 April 2015 and 5 July 2015", "between 1 April 2015 and 5 July 2015", "span", "2015-04-01/2015-07-05"),
    ("between April to December 2014", "between April to December 2014", "span", "2014-04-01/2014-12-31"),
    ("in April-May 2014", "in April-May 2014", "span", "2014-04-01/2014-05-31"),
    ("in August to October of 2014", "in August to October of 2014", "span", "2014-08-01/2014-10-31"),
    ("in September and October 2014", "in September and October 2014", "span", "2014-09-01/2014-10-31"),
    ("3 to 14 October 2022", "3 to 14 October 2022", "span", "2022-10-03/2022-10-14"),
    ("8 – 12 July 2013", "8 – 12 July 2013", "span", "2013-07-08/2013-07-12"),
    ("on 16 and 17 October 2018", "on 16 and 17 October 2018", "span", "2018-10-16/2018-10-17"),
    ("28 March to 1 April 2022", "28 March to 1 April 2022", "span", "2022-03-28/2022-04-01"),
    ("26 February 2018–22 March 2018", "26 February 2018–22 March 2018", "span", "2018-02-26/2018-03-22"),
    ("between 2012 and 2015", "between 2012 and 2015", "span", "2012-01-01/2015-12-31"),
    ("between 2016/17 and 2017/18", "between 2016/17 and 2017/18", "span", "2016-04-01/2018-03-31"),
    (
        "from 1 April 2014 to the end of June 2015",
        "from 1 April 2014 to the end of June 2015",
        "span",
        "2014-04-01/2015-06-30",
    ),
    ("in the year to March 2012", "in the year to March 2012", "year_ending", "2011-04-01/2012-03-31"),
    ("in the year to 30 September 2022", "in the year to 30 September 2022", "year_ending", "2021-10-01/2022-09-30"),
    ("the year ending 31 March 2012", "the year ending 31 March 2012", "year_ending", "2011-04-01/2012-03-31"),
    ("the year ended March 2012", "the year ended March 2012", "year_ending", "2011-04-01/2012-03-31"),
    ("in the 12 months to 31 March 2013", "in the 12 months to 31 March 2013", "year_ending", "2012-04-01/2013-03-31"),
    (
        "in the twelve months ending June 2015",
        "in the twelve months ending June 2015",
        "year_ending",
        "2014-07-01/2015-06-30",
    ),
    (
        "in the last three months to July 2015",
        "in the last three months to July 2015",
        "year_ending",
        "2015-05-01/2015-07-31",
    ),
    (
        "the rolling 12-month figure to the end of June 2015",
        "the rolling 12-month figure to the end of June 2015",
        "year_ending",
        "2014-07-01/2015-06-30",
    ),
]

UNSETTLED = [
    ("Teams now hold 12.", "now", "vague_now"),
    ("It currently holds 12.", "currently", "vague_now"),
    ("Today it is 12.", "Today", "vague_now"),
    ("It supports 450 at any one time.", "at any one time", "vague_now"),
    ("Previously it held 12.", "Previously", "vague_past"),
    ("Managers used to have 250.", "used to have", "vague_past"),
    ("It held 12 two years ago.", "two years ago", "vague_past"),
    ("It held 12 just eighteen months ago.", "eighteen months ago", "vague_past"),
    ("Staff who once filled half", "once", "vague_past"),
    ("It was 34 then and is 7.", "then", "vague_past"),
    ("It held 12 in the summer of 2019.", "in the summer of 2019", "season"),
    ("It held 12 in autumn 2019.", "in autumn 2019", "season"),
    ("below 15 by Christmas", "by Christmas", "season"),
    ("about 25 by next spring", "by next spring", "season"),
    ("At the time of the inspection it held 12.", "At the time of the inspection", "event"),
    ("Since the last inspection, three", "Since the last inspection", "event"),
    ("in the teams seen during the visit", "during the visit", "event"),
    ("It was 23 when the trust took over.", "when the trust took over", "event"),
    ("in the six months before the inspection", "in the six months before the inspection", "rolling"),
    ("in the two years prior to this inspection", "in the two years prior to this inspection", "rolling"),
    ("in the last quarter", "in the last quarter", "quarter"),
    ("over the next three years", "over the next three years", "rolling"),
    ("in recent months", "in recent months", "rolling"),
    ("in the last 12 months", "in the last 12 months", "rolling"),
    ("in the year to date", "in the year to date", "to_date"),
    ("so far in 2016–17", "so far in 2016–17", "to_date"),
    ("£6m over two years", "over two years", "duration"),
    ("from 538 to 415 in eighteen months", "in eighteen months", "duration"),
    ("around 600 a month", "a month", "duration_rate"),
    ("2,000 per year", "per year", "duration_rate"),
    ("has put in £9.8m since 2016", "since 2016", "since"),
    ("since April it has fallen", "since April", "since"),
    ("it was stable until July 2015", "until July 2015", "until"),
    ("must save £88m by 2014", "by 2014", "deadline"),
    ("in February", "in February", "month"),
    ("last month", "last month", "month"),
    ("at the end of September", "at the end of September", "end_of_month"),
    ("on 31 December", "on 31 December", "day"),
    ("last year", "last year", "calendar_year_relative"),
    ("this financial year", "this financial year", "financial_year"),
    ("a year earlier", "a year earlier", "year_earlier"),
]

# phrase, kind, day of publication, days
FROM_PUBLICATION = [
    ("in July", "month", "2021-12-02", "2021-07-01/2021-07-31"),
    ("in December", "month", "2020-01-23", "2019-12-01/2019-12-31"),
    ("in November", "month", "2022-11-28", "2022-11-01/2022-11-30"),
    ("in May", "month", "2018-06-21", "2018-05-01/2018-05-31"),
    ("on June 30", "day", "2019-08-15", "2019-06-30"),
    ("on 31 December", "day", "2019-02-20", "2018-12-31"),
    ("at the end of October", "end_of_month", "2019-02-20", "2018-10-31"),
    ("at the end of September", "end_of_month", "2019-10-02", "2019-09-30"),
    ("at the end of September", "end_of_month", "2019-09-30", "2019-09-30"),
    ("at the end of September", "end_of_month", "2019-08-15", "2018-09-30"),
    ("on Thursday, September 5", "day", "2019-08-15", "2019-09-05"),
    ("on Friday 10 May", "day", "2019-08-15", "2019-05-10"),
    ("at the end of February", "end_of_month", "2020-03-17", "2020-02-29"),
    ("last month", "month", "2022-03-17", "2022-02-01/2022-02-28"),
    ("last month", "month", "2022-01-17", "2021-12-01/2021-12-31"),
    ("this month", "month", "2022-01-17", "2022-01-01/2022-01-31"),
    ("last year", "calendar_year_relative", "2018-10-04", "2017-01-01/2017-12-31"),
    ("next year", "calendar_year_relative", "2018-10-04", "2019-01-01/2019-12-31"),
    ("this financial year", "financial_year", "2023-05-11", "2023-04-01/2024-03-31"),
    ("this financial year", "financial_year", "2021-02-02", "2020-04-01/2021-03-31"),
    ("in the last financial year", "financial_year", "2023-05-11", "2022-04-01/2023-03-31"),
    ("next financial year", "financial_year", "2023-02-11", "2023-04-01/2024-03-31"),
    ("last school year", "school_year", "2018-10-04", "2017-09-01/2018-08-31"),
    ("in the last academic year", "school_year", "2018-07-04", "2016-09-01/2017-08-31"),
    ("at the end of last year", "end_of_period", "2018-10-04", "2017-12-31"),
    ("at the end of the last financial year", "end_of_period", "2018-10-04", "2018-03-31"),
    ("last week", "week", "2022-03-17", "2022-03-07/2022-03-13"),
    ("yesterday", "day", "2022-03-01", "2022-02-28"),
    ("on Tuesday", "day", "2021-12-02", "2021-11-30"),
    ("last March", "month", "2022-02-10", "2021-03-01/2021-03-31"),
    ("last January", "month", "2022-02-10", "2022-01-01/2022-01-31"),
    ("next April", "month", "2022-02-10", "2022-04-01/2022-04-30"),
    ("in April this year", "month", "2019-12-19", "2019-04-01/2019-04-30"),
    ("in March last year", "month", "2019-12-19", "2018-03-01/2018-03-31"),
    ("between April and June this year", "span", "2019-12-19", "2019-04-01/2019-06-30"),
    ("from October to December", "span", "2020-02-01", "2019-10-01/2019-12-31"),
    ("from November to January", "span", "2020-02-01", "2019-11-01/2020-01-31"),
    ("in the year to March", "year_ending", "2014-06-01", "2013-04-01/2014-03-31"),
    ("in the first half of last year", "part_of_year", "2014-06-01", "2013-01-01/2013-06-30"),
]


@pytest.mark.parametrize(("text", "words", "kind", "expected"), EXPLICIT + PARTS + SPANS)
def test_explicit_expression(text: str, words: str, kind: str, expected: str | None) -> None:
    found = [(period.text, period.kind, (period.date_start, period.date_end)) for period in read(text)]
    assert found == [(words, kind, days(expected))]


@pytest.mark.parametrize(("text", "words", "kind"), UNSETTLED)
def test_unsettled_expression_stays_null(text: str, words: str, kind: str) -> None:
    found = read(text)
    assert (words, kind, *OPEN) in [(p.text, p.kind, p.date_start, p.date_end) for p in found]
    assert all((period.date_start, period.date_end) == OPEN for period in found)


@pytest.mark.parametrize(("phrase", "kind", "published", "expected"), FROM_PUBLICATION)
def test_resolved_from_the_day_of_publication(phrase: str, kind: str, published: str, expected: str) -> None:
    (period,) = read(f"There were 12 of them {phrase}.", published)
    assert (period.text, period.kind, (period.date_start, period.date_end)) == (phrase, kind, days(expected))


# phrase, kind, days: read with the text published on 21 June 2018
MORE = [
    ("in the three years to March 2015", "year_ending", "2012-04-01/2015-03-31"),
    ("in the quarter to June 2014", "year_ending", "2014-04-01/2014-06-30"),
    ("in the week ending 14 March 2014", "year_ending", "2014-03-08/2014-03-14"),
    ("in the month to 31 May", "year_ending", "2018-05-01/2018-05-31"),
    ("in the six months to September", "year_ending", "2017-04-01/2017-09-30"),
    ("in the six-month period to the end of September 2017", "year_ending", "2017-04-01/2017-09-30"),
    ("in the year ending March 31", "year_ending", "2017-04-01/2018-03-31"),
    ("this time last year", "vague_past", None),
    ("in the last calendar year", "calendar_year_relative", "2017-01-01/2017-12-31"),
    ("Mar-14", "month", "2014-03-01/2014-03-31"),
    ("in March ’14", "month", "2014-03-01/2014-03-31"),
    ("in the first week of May 2014", "part_of_year", None),
    ("from the 3rd to the 14th of October 2017", "span", "2017-10-03/2017-10-14"),
    ("at year end 2016/17", "end_of_period", "2017-03-31"),
    ("Q1 (April to June) 2017/18", "quarter", "2017-04-01/2017-06-30"),
    ("in the final quarter of 2017-18", "quarter", "2018-01-01/2018-03-31"),
    ("in the first quarter of this financial year", "quarter", "2018-04-01/2018-06-30"),
    ("compared with March", "month", "2018-03-01/2018-03-31"),
    ("on 31st December last year", "day", "2017-12-31"),
    ("Sept 2017 - March 2018", "span", "2017-09-01/2018-03-31"),
    ("before the pandemic", "event", None),
    ("on 2 July", "day", None),
    ("at the end of June", "end_of_month", None),
    ("on Saturday 1 May", "day", None),
    ("at the end of the financial year", "end_of_period", None),
    ("earlier this month", "part_of_year", None),
    ("so far this year", "to_date", None),
    ("by 31 March next year", "deadline", None),
    ("From next April", "since", None),
    ("up to March 2018", "until", None),
]

ROWS_OF_YEARS = [
    ("2012 2013 2014", ["2012-01-01/2012-12-31", "2013-01-01/2013-12-31", "2014-01-01/2014-12-31"]),
    ("2012/13 | 2013/14", ["2012-04-01/2013-03-31", "2013-04-01/2014-03-31"]),
    ("in 2015-16, 2016-17 and 2017-18", ["2015-04-01/2016-03-31", "2016-04-01/2017-03-31", "2017-04-01/2018-03-31"]),
    ("at 31 March 2013 and 2014", ["2013-03-31", "2014-03-31"]),
    ("in March 2013 and 2014", ["2013-03-01/2013-03-31", "2014-03-01/2014-03-31"]),
    (
        "12 in April 2017, 13 in May and 15 in June",
        ["2017-04-01/2017-04-30", "2017-05-01/2017-05-31", "2017-06-01/2017-06-30"],
    ),
    ("19 January, 16 March and 18 May 2023", ["2023-01-19", "2023-03-16", "2023-05-18"]),
    ("In June 2016, 9; by the following March, 12", ["2016-06-01/2016-06-30", "2017-03-01/2017-03-31"]),
]


@pytest.mark.parametrize(("phrase", "kind", "expected"), MORE)
def test_less_common_expression(phrase: str, kind: str, expected: str | None) -> None:
    (period,) = read(phrase, "2018-06-21")
    assert (period.text, period.kind, (period.date_start, period.date_end)) == (phrase, kind, days(expected))


@pytest.mark.parametrize(("text", "expected"), ROWS_OF_YEARS)
def test_every_date_of_a_row(text: str, expected: list[str]) -> None:
    assert [(p.date_start, p.date_end) for p in read(text, "2018-06-21")] == [days(one) for one in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They came in November to see what had changed since the judgement of March 2017.", "2017-11-01/2017-11-30"),
        ("It rose between November and March 2017.", "2016-11-01/2017-03-31"),
        ("There were 12 in November and 14 in March 2017.", "2016-11-01/2016-11-30"),
    ],
)
def test_a_month_takes_the_year_of_the_next_unless_that_is_when_something_began(text: str, expected: str) -> None:
    first = read(text, "2018-06-21")[0]
    assert (first.date_start, first.date_end) == days(expected)
