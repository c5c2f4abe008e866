"""Days of an inspection as printed."""

from __future__ import annotations

from datetime import date

import pytest

from transforms.ofsted.dates import read_days


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("3 to 14 October 2022", "2022-10-03", "2022-10-14"),
        (": 8 – 12 July 2013", "2013-07-08", "2013-07-12"),
        ("18 March 2014 – 09 April 2014", "2014-03-18", "2014-04-09"),
        ("26 February 2018–22 March 2018", "2018-02-26", "2018-03-22"),
        ("3 December to 14 January 2020", "2019-12-03", "2020-01-14"),
        ("3 December 2019 to 14 January", "2019-12-03", "2020-01-14"),
        ("Monday 5 June to Friday 16 June 2023", "2023-06-05", "2023-06-16"),
        ("5th and 6th June 2023", "2023-06-05", "2023-06-06"),
        ("from 5 June until the 16th of June 2023", "2023-06-05", "2023-06-16"),
        ("20 to 24 May and 3 to 7 June 2019", "2019-05-20", "2019-06-07"),
        ("9 to 13 March 2020 and 6 to 10 July 2020", "2020-03-09", "2020-07-10"),
        ("9 to 13 March 2020\nand 6 to 10 July 2020", "2020-03-09", "2020-07-10"),
        ("15 June to\n26 June 2020", "2020-06-15", "2020-06-26"),
        ("03/06/2019 - 14/06/2019", "2019-06-03", "2019-06-14"),
        ("6 July 2015 30 July 2015", "2015-07-06", "2015-07-30"),
        ("8 12 July 2013", "2013-07-08", "2013-07-12"),
        ("10 to 21 Febuary2020", "2020-02-10", "2020-02-21"),
        ("6 July 2015 – 30 July 20151", "2015-07-06", "2015-07-30"),
        ("(s): 3 to 14 October 2022", "2022-10-03", "2022-10-14"),
        (" (on site): 3 to 14 October 2022", "2022-10-03", "2022-10-14"),
        ("14 October 2022", None, "2022-10-14"),
        ("14 October 2022\n3 visits were made", None, "2022-10-14"),
        ("3 to 14 October", None, None),
        ("30 to 31 February 2022", None, None),
        ("14 to 3 October 2022", None, None),
        ("3 October 2021 to 14 October 2022", None, None),
        ("to be agreed", None, None),
        ("", None, None),
    ],
)
def test_read_days(printed: str, first: str | None, last: str | None) -> None:
    assert read_days(printed, 0)[0] == (day(first), day(last))


def test_end_of_the_days() -> None:
    text = "Inspection dates: 3 to 14 October 2022\nLead inspector"
    _, end = read_days(text, text.index(":"))
    assert text[end:] == "\nLead inspector"
