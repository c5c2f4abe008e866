"""The sentences of the tables in ``cases`` and the events that they tell, in short."""

from __future__ import annotations

import calendar
import re
import tomllib
from datetime import date
from pathlib import Path

from flows.codelists import load_codelists
from transforms.extraction import extract
from transforms.model import DocumentFacts, Event

PUBLISHED = date(2022, 11, 24)
FOLDER = Path(__file__).parent / "cases"
_SPEC = re.compile(r"(?P<kind>[a-z_]+)(?: (?P<days>\d{4}\S*))?(?: #(?P<number>\d+))?(?: (?P<detail>.+))?")


def read_cases(name: str) -> list[tuple[str, list[str]]]:
    """The sentences of a table with what they tell."""
    with (FOLDER / f"{name}.toml").open("rb") as handle:
        table = tomllib.load(handle)
    if "case" in table:
        return [(case["text"], case["events"]) for case in table["case"]]
    return list(table.items())


def events_of(text: str, **facts: object) -> list[Event]:
    """The events of a text, read as ``extract`` reads it."""
    known = DocumentFacts(**{"published_on": PUBLISHED, **facts})  # type: ignore[arg-type]
    return list(extract(text, known, load_codelists()).events)


def in_short(event: Event) -> tuple[str, date | None, date | None, int | None, str | None]:
    """The scored fields of an event, without its authority."""
    return event.kind, event.date_start, event.date_end, event.number, event.detail


def expected(spec: str) -> tuple[str, date | None, date | None, int | None, str | None]:
    """The same from "kind days #number detail".

    Days are 2018, 2018-05, 2018-05-03 or two of these with two dots between; the detail is a grade, a sum (£6000000)
    or the name of a trust.
    """
    match = _SPEC.fullmatch(spec)
    if match is None:
        raise ValueError(f"cannot read {spec!r}: write kind, days, #number, detail")
    start, end = _days(match["days"]) if match["days"] else (None, None)
    detail = match["detail"].removeprefix("£") if match["detail"] else None
    return match["kind"], start, end, int(match["number"]) if match["number"] else None, detail


def _days(words: str) -> tuple[date, date]:
    first, _, last = words.partition("..")
    return _day(first, last=False), _day(last or first, last=True)


def _day(words: str, *, last: bool) -> date:
    parts = [int(part) for part in words.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else (12 if last else 1)
    day = parts[2] if len(parts) > 2 else (calendar.monthrange(year, month)[1] if last else 1)
    return date(year, month, day)
