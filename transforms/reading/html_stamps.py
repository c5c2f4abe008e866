"""Time stamps in the spellings that markup carries them in, and dates as a page prints them beside a time of day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from transforms.dates import FIRST_YEAR, LAST_YEAR, parse_printed_date, parse_stamp

CLOCK = r"(?:\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]m)(?:\s*(?:GMT|BST|UTC))?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
BEFORE_DATE = re.compile(rf"^(?:(?:{CLOCK}|{_WEEKDAY}|on|at)\b[\s,|•·-]*){{0,4}}", re.IGNORECASE)
_ISO_START = re.compile(r"\d{4}-\d{2}-\d{2}|\d{8}(?:T|$)")
_SLASHED = re.compile(r"^(\d{4})/(\d{2})/(\d{2})")
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?")
_STAMP_LENGTH = 120


def read_stamp(value: object) -> date | None:
    """Return the day in London of a time stamp as markup carries it, or None.

    Reads ISO 8601 in its usual spellings, seconds and milliseconds since 1970, the form of e-mail headers, and printed
    dates in British order.
    """
    if isinstance(value, list):
        return next((day for each in value[:3] if (day := read_stamp(each))), None)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    stamp = " ".join(str(value)[:_STAMP_LENGTH].split())
    if _EPOCH.fullmatch(stamp):
        seconds = int(stamp[:10])
        return parse_stamp(datetime.fromtimestamp(seconds, UTC).isoformat())
    stamp = _SLASHED.sub(r"\1-\2-\3", stamp)
    if _ISO_START.match(stamp):
        return parse_stamp(re.sub(r"z$", "Z", stamp))
    return _mail_stamp(stamp) or printed_day(stamp)


def _mail_stamp(stamp: str) -> date | None:
    """Return the day of a stamp such as "Wed, 30 Aug 2023 23:30:00 GMT"; None where it names no time zone."""
    if ":" not in stamp:
        return None
    try:
        moment = parsedate_to_datetime(stamp)
    except (ValueError, IndexError, TypeError):
        return None
    in_range = moment.tzinfo is not None and FIRST_YEAR <= moment.year <= LAST_YEAR
    return parse_stamp(moment.isoformat()) if in_range else None


def printed_day(text: str) -> date | None:
    """Return the date that ``text`` begins with, behind a time of day or a weekday."""
    text = text[:_STAMP_LENGTH]
    return parse_printed_date(BEFORE_DATE.sub("", text))
