"""Nouns that name a metric where a movement prints no level: "a 20% increase in social workers"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.changes.lines import Line, Page

_CHILDREN = r"(?:children|young people|youngsters)"
# the order settles: the narrower name comes first
_SUBJECTS: tuple[tuple[str, str], ...] = (
    (
        "budget",
        r"(?:spending|spend|expenditure) on (?:agency|locum|children|"
        r"placement)\w*(?: (?:social workers|staff|workers|services))?|agency (?:spend(?:ing)?|bill)|"
        r"children's (?:services|social care) (?:budget|spending)|placements? budget",
    ),
    (
        "caseload_per_iro",
        r"(?:iros?'?|reviewing officers?'?)'? caseloads?|caseloads? (?:of|for|held by) (?:iros?|independent reviewing)",
    ),
    ("caseload_per_personal_adviser", r"(?:personal )?advis[eo]rs?'?s? caseloads?"),
    ("caseload_per_manager", r"managers?'?s? caseloads?"),
    ("caseload_per_social_worker", r"caseloads?|workloads? of social workers"),
    ("re_referral_rate", r"re-?referrals?(?: rates?)?|repeat referrals"),
    (
        "agency_worker_rate",
        r"(?:reliance|dependence|dependency) on (?:agency|locum)\w*(?: \w+)?|"
        r"(?:proportion|share|percentage|rate|use) of (?:agency|locum)s?(?: (?:social )?(?:workers|staff))?|"
        r"agency rates?",
    ),
    ("agency_workers", r"agency (?:social )?(?:workers|staff)|locums?"),
    ("vacancy_rate", r"vacancy rates?"),
    ("vacancies", r"vacancies|vacant posts|unfilled posts"),
    ("turnover_rate", r"(?:staff )?turnover(?: rates?)?"),
    ("team_managers", r"team managers"),
    ("social_workers", r"(?:qualified |permanent |frontline |full-time )*social workers|social work (?:posts|staff)"),
    ("section_47_enquiries", r"(?:section 47|s47|child protection) (?:enquir|inquir|investigation)\w*"),
    (
        "unallocated_cases",
        r"unallocated (?:cases|children|work)|(?:cases|children) (?:waiting for|without) (?:a|an|an allocated|"
        r"a named) (?:social )?worker",
    ),
    ("care_leavers_neet_share", r"neets?(?: rate)?"),
    ("unaccompanied_asylum_seeking_children", rf"unaccompanied (?:asylum[- ]seek\w+ )?{_CHILDREN}"),
    (
        "child_protection_plans",
        rf"{_CHILDREN} (?:on|subject to|with|who are subject to) (?:a )?(?:child )?protection plans?|"
        rf"child protection plans?",
    ),
    (
        "children_looked_after",
        rf"{_CHILDREN} (?:looked after|in care|in (?:the council's|its|our|local authority) care)|"
        rf"looked[- ]after {_CHILDREN}|number in care|care population",
    ),
    ("children_in_need", rf"{_CHILDREN} in need"),
    ("foster_households", r"foster(?:ing)? (?:households|carers|families)"),
    ("special_guardianship_orders", r"special guardianship orders?"),
    ("adoptions", r"adoptions|children adopted"),
    ("assessments", r"assessments"),
    ("contacts", r"contacts"),
    ("referrals", r"referrals"),
    ("overspend", r"overspend"),
)
# between a subject and its verb: "contacts to the hub have", but neither a comma nor another noun
_GOES_TO_VERB = re.compile(
    r"(?:'? (?:has|have|had|is|are|was|were|been|being|also|now|then|all|just|numbers?|rates?|levels?|more|than|"
    r"nearly|almost|sharply|steadily|again|further|there|overall|already|did|waiting|this year|last year|"
    r"to the [a-z]+|in (?:the )?[a-z]+|across (?:the )?[a-z]+|at the [a-z]+|over (?:the )?[a-z]+ [a-z]+))*'? ?"
)
# what stands before a subject that is only part of another: "pay for social workers", "complaints and referrals"
_PART = re.compile(
    r"\b(?:of|for|to|about|with|among|on|by|from|at|in|after|against|between|and|"
    r"or) (?:(?:the|its|their|our) )?(?:[a-z-]+ )?\Z"
)
_NUMBER_OF = re.compile(
    r"\b(?:numbers?|proportion|share|percentage|rates?|levels?|use|total|volume|increase|rise|fall|drop|reduction|"
    r"decrease|cut) (?:of|for|in) (?:(?:the|its|their|our) )?(?:(?:number|proportion|rate|"
    r"use) of )?(?:[a-z-]+ )?\Z"
)
_GOES_TO_NOUN = re.compile(
    r" ?(?:in )?(?:the |its |their |our )?(?:(?:overall|average|total) )?(?:(?:numbers?|proportion|share|"
    r"percentage|rates?|levels?|use|total|volume) (?:of|for) )?(?:[a-z'-]+ )?"
)
_NAMES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (metric, re.compile(rf"\b(?:{names})\b")) for metric, names in _SUBJECTS
)

# most stretches of words name none of them: one search tells
_ANY_NAME = re.compile(rf"\b(?:{'|'.join(names for _, names in _SUBJECTS)})\b")


def nearest_subject(words: str, *, last: bool) -> str | None:
    """The metric that the words name: the last one named (before a verb) or the first (after "in"); None for none."""
    found = _find(words, last=last)
    return found[0] if found else None


def subject_before(words: str) -> str | None:
    """The metric that is the subject of a verb right after the words: none once other things are named between."""
    found = _find(words, last=True)
    if found is None or not _GOES_TO_VERB.fullmatch(words[found[2] :]):
        return None
    lead = words[: found[1]]
    return None if _PART.search(lead) and not _NUMBER_OF.search(lead) else found[0]


def subject_after(words: str) -> str | None:
    """The metric that the words begin with: "in the number of …", "cut the number of …"."""
    found = _find(words, last=False)
    return found[0] if found and _GOES_TO_NOUN.fullmatch(words[: found[1]]) else None


def _find(words: str, *, last: bool) -> tuple[str, int, int] | None:
    if _ANY_NAME.search(words) is None:
        return None
    best: tuple[str, int, int] | None = None
    taken: list[tuple[int, int]] = []
    for metric, pattern in _NAMES:
        for match in pattern.finditer(words):
            if _covered(match.span(), taken):
                continue
            taken.append(match.span())
            if best is None or (match.end() > best[2] if last else match.start() < best[1]):
                best = (metric, *match.span())
    return best


def _covered(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)


def spoken_of(page: Page, line: Line, cue: int) -> int | None:
    """The level of the sentence before that a sentence without numbers goes on about: "The number has risen since"."""
    if line.index == 0 or line.mentions:
        return None
    before = page.lines[line.index - 1]
    levels = [index for index in before.mentions if page.mentions[index].role == "current"]
    named = nearest_subject(line.before(cue), last=True)
    if (
        before.kind in ("heading", "row")
        or not levels
        or (named is not None and named != page.mentions[levels[0]].metric)
    ):
        return None
    return levels[0] if len({page.mentions[index].metric for index in levels}) == 1 or named is not None else levels[-1]
