"""The file ``NAME.meta.json`` beside a data file: which issue of its data set it is."""

from __future__ import annotations

from datetime import date

from transforms.model import Reject
from transforms.reading.meta import Problem, date_problem, is_web_address, load_object, meta_name
from transforms.reading.refuse import refuse
from transforms.statistics.model import Issue

KEYS = ("vintage", "published_on", "url")
MAX_LENGTH = 2000


def parse_issue(data: bytes, doc: str, as_of: date) -> Issue | Reject:
    """Return what the meta file of the data file ``doc`` states, or the reject that names the file and the key.

    Every key may be missing or null. ``vintage`` names the issue ("2024", "2024 revised"), ``published_on`` is a day
    not after ``as_of``, ``url`` an http address.
    """
    name = meta_name(doc)
    stated = load_object(data)
    if isinstance(stated, str):
        return refuse("bad_meta", doc, f"{name} {stated}: mend or remove it")
    texts: dict[str, str] = {}
    for key, value in stated.items():
        if key not in KEYS:
            shown = ascii(key[:60])
            return refuse("meta_key", doc, f"{name} has the unknown key {shown}: the keys are {', '.join(KEYS)}")
        if value is None:
            continue
        problem = _problem(key, value, as_of)
        if problem is not None:
            return refuse(problem.reason, doc, f"{name}, key {key!r}: {problem.message}", place=key)
        texts[key] = str(value).strip()
    day = texts.get("published_on")
    return Issue(texts.get("vintage"), None if day is None else date.fromisoformat(day), texts.get("url"))


def _problem(key: str, value: object, as_of: date) -> Problem | None:
    if not isinstance(value, str) or not value.strip() or len(value) > MAX_LENGTH or not value.isprintable():
        return Problem("meta_value", f"{str(value)[:60]!a} is no text of at most {MAX_LENGTH} characters")
    if key == "published_on":
        return date_problem(value, as_of)
    if key == "url" and not is_web_address(value):
        return Problem("meta_value", f"{value[:60]!a} is no address that begins with http:// or https://")
    return None
