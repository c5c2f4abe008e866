"""Whose caseload a number is: a social worker's, a manager's, a reviewing officer's, a personal adviser's."""

from __future__ import annotations

import re

from transforms.mentions.masking import Masked

_HOLDER = re.compile(
    r"(?P<iro>\b(?:iro|irm)s?\b|independent reviewing (?:officers?|managers?|service)|reviewing officers?|"
    r"(?:child protection|conference) chairs?|\b(?:each|every|an) officer\b)"
    r"|(?P<pa>personal advis[eo]rs?|(?<!improvement )(?<!legal )(?<!senior )(?<!government "
    r")\badvis[eo]rs?\b|leaving care (?:workers?|advis[eo]rs?)|\bpas\b)"
    r"|(?P<manager>(?:team |service |practice )?managers?\b(?!'s? (?:said|told)))"
    r"|(?P<worker>social workers?|practitioners?|\bworkers?\b|colleagues|newly[- ]qualified)"
)
_REACH = 400  # code points before a caseload within which its holder is named
_MANAGER_LEAST = 45  # cases overseen by a manager run to a hundred and more
_NEAR_MANAGER = re.compile(
    r"managers? (?:each |now |in [\w ]{2,20} )?(?:has|have|had|oversees?|oversaw|hold|holds|held|is|"
    r"are|was|were|looks?|supervis\w+)\b"
)
# "her manager, who runs a team of six social workers and oversees 105 cases"
_TEAM_OF = re.compile(r"teams? of [\ue010] (?:[\w-]+ ){0,2}social workers")
_REVIEWED_LEAST = 35  # children whose reviews an officer chairs: the statutory handbook says 50 to 70
_AND_MANAGERS = re.compile(r"\band (?:their |the )?(?:team )?managers?\b")  # "personal advisers and team managers"
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
        if match.lastgroup == "manager" and re.match(
            r",? (?:said|says|told|added|admits|explained|who asked|with)", text[match.end() : match.end() + 12]
        ):
            continue
        holder = match.lastgroup
    return holder


def caseload_metric(masked: Masked, at: int, context: str) -> str:
    """The metric of a caseload at ``at``: the holder named last before it, else first after it, else before."""
    text = _TEAM_OF.sub(lambda match: " " * len(match[0]), masked.text)
    value = masked_value(masked, at)
    stop = max(text.rfind("; ", 0, at), text.rfind(" | ", 0, at), at - _REACH, 0)
    holder = _last(text, stop, at)
    if holder is None:
        clause = text[at : at + 90].split(";")[0]
        match = _HOLDER.search(clause)
        holder = (
            match.lastgroup if match and not re.search(r", while|, but|, whereas", clause[: match.start()]) else None
        )
    if holder is None and stop:
        holder = _last(text, 0, at)
    if holder is None:
        holder = _last(_AND_MANAGERS.sub("", context), 0, len(context))
        if holder == "manager" and not _PRONOUN.match(text, masked.own_start):
            holder = None  # "Caseloads in these teams": the workers', whoever was spoken of
        if holder == "iro" and value is not None and value < _REVIEWED_LEAST:
            holder = None  # "what a caseload of 16.2 means", after a sentence on reviewing officers
    if (
        holder == "manager"
        and value is not None
        and value < _MANAGER_LEAST
        and not _NEAR_MANAGER.search(text, max(0, at - 45), at)
    ):
        holder = "worker"  # "Bosses have told managers that nobody should carry more than 20"
    return METRIC[holder or "worker"]


def masked_value(masked: Masked, at: int) -> float | None:
    """The value of the number at a place of the masked sentence."""
    return next((slot.quantity.value for slot in masked.slots if slot.at == at), None)
