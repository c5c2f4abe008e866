"""Whose caseload a number is: a social worker's, a manager's, a reviewing officer's, a personal adviser's."""

from __future__ import annotations

import re

from transforms.mentions.masking import Masked

_HOLDER = re.compile(
    r"(?P<iro>\biros?\b|independent reviewing (?:officers?|service)|reviewing officers?)"
    r"|(?P<pa>personal advis[eo]rs?|leaving care (?:workers?|advis[eo]rs?)|\bpas\b)"
    r"|(?P<manager>(?:team |service |practice )?managers?\b(?!'s? (?:said|told)))"
    r"|(?P<worker>social workers?|practitioners?|\bworkers?\b|colleagues|newly[- ]qualified)"
)
_PRONOUN = re.compile(r"\W*(?:each|they|he|she|it|one|some|most)\b")
METRIC = {
    "iro": "caseload_per_iro",
    "pa": "caseload_per_personal_adviser",
    "manager": "caseload_per_manager",
    "worker": "caseload_per_social_worker",
}


def _last(text: str, start: int, end: int) -> str | None:
    holder = None
    for match in _HOLDER.finditer(text, start, end):
        if match.lastgroup == "manager" and re.match(r",? (?:said|says|told|added|admits|explained|who asked|with)", text[match.end() : match.end() + 12]):
            continue
        holder = match.lastgroup
    return holder


def caseload_metric(masked: Masked, at: int, context: str) -> str:
    """The metric of a caseload at ``at``: the holder named last before it, else first after it, else before."""
    text = masked.text
    stop = max(text.rfind("; ", 0, at), text.rfind(" | ", 0, at), 0)
    holder = _last(text, stop, at)
    if holder is None:
        clause = text[at : at + 90].split(";")[0]
        match = _HOLDER.search(clause)
        holder = match.lastgroup if match and not re.search(r", while|, but|, whereas", clause[: match.start()]) else None
    if holder is None and stop:
        holder = _last(text, 0, at)
    if holder is None:
        holder = _last(context, 0, len(context))
        if holder == "manager" and not _PRONOUN.match(text, masked.own_start):
            holder = None  # "Caseloads in these teams": the workers', whoever was spoken of
    return METRIC[holder or "worker"]
