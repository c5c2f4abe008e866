"""Offices whose holders may be named, and roles by which anyone else is given. Words and two small readers."""

from __future__ import annotations

import re

from transforms.authorities.persons import strip_names

LONGEST = 120

_CHILDREN = r"(?:of|for)\s+(?:the\s+)?(?:children|people|education)"
OFFICE = re.compile(
    r"\b(?:cabinet\s+(?:member|lead)|portfolio\s+holder|lead\s+member|council\s+leader"
    r"|(?:deputy\s+)?leader\s+of\s+(?:the\s+)?(?:[\w'’]+\s+){0,4}?(?:council|group|opposition)"
    r"|(?:lord\s+|elected\s+|metro\s+)?mayor|minister|secretary\s+of\s+state|MP|(?:group\s+)?chief\s+executive"
    r"|(?<!assistant\s)(?<!deputy\s)(?<!service\s)(?:corporate\s+|executive\s+|strategic\s+|interim\s+|statutory\s+){0,2}"
    rf"director\s+{_CHILDREN}\b|lead\s+inspector|chief\s+inspector"
    r"|(?:children['’]s\s+|DfE\s+|government\s+|independent\s+)?commissioner|police\s+and\s+crime\s+commissioner"
    r"|chair(?:man|woman)?\s+of\s+(?:the\s+)?(?:[\w'’]+\s+){0,5}?(?:committee|scrutiny\s+panel))\b",
    re.IGNORECASE,
)
OFFICE_TITLE = re.compile(r"(?:Cllrs?|Coun|Councillor|Mayor|Lord\s+Mayor|Alderman)\b", re.IGNORECASE)
_NO_OFFICE = re.compile(r"\b(?:assistant|former|ex|(?:deputy|service)\s+director|spokes\w+\s+for)\b", re.IGNORECASE)

# those who are spoken of as somebody's: never with the name of whose they are
_KIN = (
    r"mother|father|parents?|grandmother|grandfather|teenager|young\s+(?:person|woman|man)|resident|foster\s+(?:mother"
    r"|father|parents?)|care\s+leaver"
)
_OFFICER = (
    r"social\s+worker|support\s+worker|youth\s+worker|foster\s+carer|carer|team\s+manager|manager|director"
    r"|head\s+of\s+(?:the\s+)?[A-Za-z'’]+(?:\s+[a-z'’]+){0,2}|chief\s+executive"
    r"|chair(?:man|woman|person)?(?:\s+of\s+the\s+[a-z]+)?|vice[- ]chair"
    r"|spokes(?:man|woman|person)(?:\s+for\s+(?:the\s+)?[A-Za-z'’]+)?|inspectors?|officer|advis[eo]r|practitioner"
    r"|whistleblower|union\s+(?:official|rep|representative)|(?:branch|regional)\s+secretary|principal|head\s*teacher"
    r"|teacher|solicitor|judge|boss|commissioner|councillor|leader|mayor|member|minister"
)
ROLE_NOUN = rf"(?:{_OFFICER}|{_KIN})"
_ROLE = re.compile(
    r"(?:\b(?:(?P<whose>[A-Z][\w-]+['’]s)|an?|the|one|another|his|her|its|their|[a-z]+['’]s)\s+)?"
    rf"(?P<lead>(?:[A-Za-z][\w-]*(?:['’]s)?\s+){{0,3}}?)\b(?:(?P<kin>{_KIN})|{_OFFICER})\b",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(r"\s+(?:of|for)\s+(?:the\s+|a\s+)?[\w'’]+(?:\s+(?:and\s+)?[\w'’]+){0,3}")
_NO_LEAD = re.compile(
    r"\b(?:had|has|have|was|were|is|are|be|been|of|with|by|from|to|and|or|that|while|whereas|but|when|if|as|because"
    r"|said|says|for|all|more|most|many|some|agency|permanent|in|on|at)\s",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"(?:,|\s+(?:who|whose|which|at|after|during|with|when|as|in\s+a|on\s+\w+day|last|this|that|about|of\s+(?:his|her))"
    r"\b)"
)
_AGE = re.compile(r",?\s*\b\d\d,\s*")
_LOWERED = re.compile(r"\A(?:The|An?|One|Her|His|Their|Director|Inspectors?|Manager|Chair|Leader)\b")
_ARTICLE = re.compile(r"\A(?:who\s+(?:is|was)\s+)?(?:the|an?)\s+", re.IGNORECASE)


def tidy(words: str) -> str:
    """Words on one line, without an age, loose marks or the article in front, and no longer than 120 characters."""
    return _ARTICLE.sub("", " ".join(_AGE.sub(" ", words).split())).strip(" ,.:;-–—")[:LONGEST]


def holds_office(office: str | None) -> bool:
    """Whether the words beside a name are an office whose holder may be named."""
    return office is not None and bool(OFFICE.search(office)) and not _NO_OFFICE.search(office)


def role_in(phrase: str | None) -> str | None:
    """The role that a phrase gives ("a social worker", "Rotherham's deputy director"), never with a person's name."""
    for match in _ROLE.finditer(phrase or ""):
        if _NO_LEAD.search(match.group("lead")):
            continue
        role = match.group()
        if match.group("whose") and match.group("kin"):
            role = role[len(match.group("whose")) :]
        rest = _OF_WHAT.match(match.string, match.end())
        if rest and not re.search(r"s\Z|\s(?:of|for)\s", role):
            role += _CUT.split(rest.group(), maxsplit=1)[0]
        return strip_names(_LOWERED.sub(lambda first: first.group().lower(), " ".join(role.split()))[:LONGEST])
    return None
