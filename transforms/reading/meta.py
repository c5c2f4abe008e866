"""The file ``NAME.meta.json`` beside a document: what is known of it from outside its text.

A bad meta file refuses its document alone, and says which file and key: a wrong date or authority would go to print.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from expectations.codes import DOC_TYPES
from transforms.dates import FIRST_YEAR
from transforms.model import DocumentFacts, Reject
from transforms.reading.normalise import normalise
from transforms.reading.refuse import refuse

KEYS = ("url", "title", "publisher", "published_on", "doc_type", "authority")
MAX_LENGTHS = {"url": 2000, "title": 500, "publisher": 200}
MAX_CODE = 40
_SURROGATE = re.compile("[\ud800-\udfff]")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a value is not allowed: the reason's code and what is wrong with it."""

    reason: str
    message: str


def parse_meta(data: bytes, doc: str, as_of: date, authorities: Container[str]) -> DocumentFacts | Reject:
    """Return the facts that a meta file states of ``doc``, or the reject that names the file and the key.

    Every key may be missing or null. ``published_on`` may not lie after ``as_of``, the day that the release is for;
    ``authority`` must be a GSS code in ``authorities``, ``doc_type`` a code of its code list, ``url`` an http address.
    """
    name = meta_name(doc)
    stated = load_object(data)
    if isinstance(stated, str):
        return refuse("bad_meta", doc, f"{name} {stated}: mend or remove it")
    unknown = next((key[:60] for key in stated if key not in KEYS), None)
    if unknown is not None:
        message = f"{name} has the unknown key {unknown!a}: the keys are {', '.join(KEYS)}"
        return refuse("meta_key", doc, message, place=ascii(unknown)[1:-1])
    for key, value in stated.items():
        problem = None if value is None else _problem(key, value, as_of, authorities)
        if problem is not None:
            return refuse(problem.reason, doc, f"{name}, key {key!r}: {problem.message}", place=key)
    texts = {key: " ".join(normalise(value).split()) for key, value in stated.items() if isinstance(value, str)}
    published_on = texts.pop("published_on", None)
    return DocumentFacts(published_on=None if published_on is None else date.fromisoformat(published_on), **texts)


def meta_name(doc: str) -> str:
    """Return the name of the meta file of ``doc``: "a/b.pdf" has "a/b.meta.json"."""
    folder, slash, base = doc.rpartition("/")
    return f"{folder}{slash}{base.rpartition('.')[0] or base}.meta.json"


def load_object(data: bytes) -> dict[str, object] | str:
    """Return the object in the file, or what is wrong with the file as a whole."""
    try:
        stated = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_unique)
    except UnicodeDecodeError:
        return "is not UTF-8"
    except (ValueError, RecursionError) as error:
        return f"is not JSON ({error})"
    return stated if isinstance(stated, dict) else "holds no JSON object"


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return the object of ``pairs``; raises ValueError where a key stands twice (json would keep the last)."""
    stated: dict[str, object] = {}
    for key, value in pairs:
        if key in stated:
            raise ValueError(f"the key {key[:60]!r} stands twice")
        stated[key] = value
    return stated


def _problem(key: str, value: object, as_of: date, authorities: Container[str]) -> Problem | None:
    """Return what is wrong with the value of a known key, or None."""
    if not isinstance(value, str):
        return Problem("meta_value", f"a string or null is expected, not {type(value).__name__}")
    if _SURROGATE.search(value) or not normalise(value).strip():
        return Problem("meta_value", f"{value[:60]!a} is no text: state it or write null")
    if len(value) > MAX_LENGTHS.get(key, MAX_CODE):
        return Problem("meta_value", f"{len(value)} characters are more than {MAX_LENGTHS.get(key, MAX_CODE)}")
    if key == "published_on":
        return date_problem(value, as_of)
    if key == "doc_type" and value not in DOC_TYPES:
        return Problem("unknown_code", f"{value!r} is none of {', '.join(DOC_TYPES)}")
    if key == "authority" and value not in authorities:
        return Problem("unknown_code", f"{value!r} is no GSS code of the authorities' code list")
    if key == "url" and not is_web_address(value):
        return Problem("meta_value", f"{value!r} is no address that begins with http:// or https://")
    return None


def date_problem(value: str, as_of: date) -> Problem | None:
    """Return what is wrong with a date of publication, or None."""
    if not _ISO_DATE.fullmatch(value):
        return Problem("meta_value", f"{value!r} is no date as in 2024-03-31")
    try:
        stated = date.fromisoformat(value)
    except ValueError:
        return Problem("meta_value", f"{value!r} is no day of the calendar")
    if stated.year < FIRST_YEAR:
        return Problem("meta_value", f"{value!r} is before {FIRST_YEAR}")
    return Problem("future_date", f"{value!r} is after {as_of}, the release's day") if stated > as_of else None


def is_web_address(value: str) -> bool:
    """Return whether ``value`` is an absolute http or https address without white space."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not any(map(str.isspace, value))
