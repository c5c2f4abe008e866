"""The role of a number: current, previous, national, comparator, target or projected."""

from __future__ import annotations

import re

from transforms.mentions.masking import Masked

# what ends the reach of a word over a number: "a third of cases, compared with", "81 (the national average is 19)"
_BREAK = re.compile(r"[;|(]| [–—-] |\bwhen\b|\band (?:the|an?|its)\b|, (?:but|while|whilst|whereas|although|compared|against|up|down|with|and|which|just|still|well|far|above|below|the same|ahead|more|worse|better|higher|lower)\b|\b(?:compared|against|than|above|below|exceed\w*|while|whereas|but)\b")
_NATIONAL = re.compile(
    r"\b(?:england(?:'s)?|english (?:average|rate|figure|norm|mean)s?|national(?:ly)?(?! (?:published|reported|agreed|recognised|prescribed))|nationwide|the nation(?:'s|al)?|across the country|in the country(?: as a whole)?|the whole country|countrywide|uk-wide|all-england)\b(?! (?:minimum )?(?:guidance|guidelines|minimum|standard|transfer|statutory|press|media|policy|lottery|news|insurance|audit))"
)
_NATIONAL_NOT = re.compile(r"north of england|england's (?:most|largest|biggest|worst|best|second|smallest)|social work england|in england(?:,| to| that| with)? (?:a|an|the) (?:most|first|only)|of any (?:local authority|council) in england|worst in england|highest in england|lowest in england|biggest in england")
_COMPARATOR = re.compile(
    r"\b(?:statistical neighbou?rs?|(?:similar|comparable|comparator|neighbouring|other|peer|nearby|like) (?:local )?(?:authorities|councils|areas|boroughs|counties)|similar (?:places|areas)|comparators?|regional(?:ly)?(?: average| figure| rate)?|"
    r"(?:the )?(?:london|south[- ]west|south[- ]east|north[- ]west|north[- ]east|west midlands|east midlands|yorkshire and the humber|east of england|eastern region|inner london|outer london)(?:'s)? (?:average|figure|rate|mean|norm|as a whole)|"
    r"(?:average|averages|rate|figure|mean|norm|that) (?:for|in|across) (?:the )?(?:london|south[- ]west|south[- ]east|north[- ]west|north[- ]east|west midlands|east midlands|region|capital|yorkshire)|comparable (?:local )?authorit\w+|across (?:the region|london|the capital)|in the region\b|(?:core cities|county councils|shire counties|unitaries|metropolitan boroughs)(?:' average)?)\b"
)
_TARGET = re.compile(
    r"\b(?:targets?|aim(?:s|ed|ing)? (?:to|for|is|at|of)|goals?|ambition|wants? (?:to|this|that|it|them|the|every|each|nobody|no ?one|caseloads|all|at least)|wants?(?=\s*\Z)|must (?:be|come|fall|get|have|not)|meant to|supposed to|want (?:this|that|it|them|the|every|each|nobody|no one|caseloads|to see|to have|to get)|wanted|should (?:be|not|have|hold|never|carry|look|get)|ought to|guidance|guidelines|recommend\w*|statutory (?:limit|minimum|maximum|range)|"
    r"(?:must|may|can|could|shall|is to|are to|will) (?:not|never) (?:hold|have|carry|exceed|be|go)|(?:no|any) (?:\w+ )?(?:worker|one|body|practitioner|adviser|officer|manager) (?:\w+ )?(?:may|should|must|can|is to|is allowed|is supposed|will be allowed)|nobody (?:may|should|must|can|is to|is allowed)|limit of|ceiling of|cap of|capped at|limit is|maximum(?: permitted| of| is|:)|minimum (?:is|of|:|permitted)|at full strength|needs? (?:to (?:be|have)|at full)|benchmark|"
    r"policy (?:sets|says|is|states)|rule (?:says|that|is)|required (?:level|standard)|desired|ideal(?:ly)?|pledg\w+ (?:to|that)|norm at|like (?:\w+ )?to (?:be|have|see|get)|plans? to (?:cut|bring|get|reduce)|standard (?:of|is|says)|expectation (?:of|is)|supposed to|intended (?:level|number)|safe limit|no more than (?:it should)|establishment of|i'd like|sets? (?:a|its) (?:limit|ceiling|cap|target|standard)|maximum)\b"
)
_PROJECTED = re.compile(
    r"\b(?:will (?!not|never)(?:\w+ )?(?:be|cost|spend|invest|reach|rise|fall|have|need|pay|receive|go|join|start|follow|recruit|overspend|add|put|take|see|grow|come|create|miss|get|hit|end|run|increase)|'ll (?:be|have|spend|need)|expects?|expected(?! (?:timescale|time|standard|level|number|frequency|period))|expecting|forecasts?|forecasting|project(?:ed|ion|ions|s)\b(?! manager)|predict\w*|set to|on course|on track|heading (?:for|towards)|bound for|likely to|"
    r"(?:could|would|might) (?:be|reach|rise|fall|hit|grow|climb|cost|go|have|need|total|top|end)|due to (?:be|rise|join|start|open|reach|follow|increase|fall)|estimated to (?:rise|reach|grow|fall)|anticipat\w+|plans? to (?:spend|invest|recruit|hire|put|add|create|appoint)|planned|hopes? to|hoping to|about to|are to (?:be|follow)|is to (?:be|follow|spend|receive|invest|get)|to be recruited|be recruited|going to|must (?:find|save|cut|make)|has to (?:find|save|cut|make|strip)|have to (?:find|save|cut|make)|proposed|proposes|intended that|by the end of next|believes? there (?:could|will)|next (?:year|financial year)'s)\b"
)
_FORMER = re.compile(
    r"\b(?:(?:up|down|rose|risen|rising|fell|fallen|falling|dropp\w+|cut|reduc\w+|increas\w+|improv\w+|declin\w+|decreas\w+|rise|fall|drop|jump\w*|climb\w*|chang\w+|moved?|moving|gone|went|gr[eo]w\w*|edged|crept|slipp\w+|soar\w+|doubl\w+|halv\w+|shrank|shrunk|tripl\w+|trebl\w+|slash\w+|came down|brought down|trimm\w+|leap\w*|swell\w*|swollen|coming down|getting|went up|gone up|go up|gone down) (?:\w+ ){0,6}?from|as (?:high|many|low|few) as(?=.{0,40}(?:ago|before|earlier))|used to(?= (?:be|have|hold|carry|number|take|run|look)\b|\s*\Z)|\bbefore (?:it|that|the|he|she|they|then|this)\b|previously|formerly|once|"
    r"(?:improvement|increase|reduction|rise|fall|drop|decline) (?:on|from|over) [\w' ]{0,24}(?:figures?|levels?|rates?|total|performance) of\s*\Z|had been(?= (?:an? |the |about |around )?\Z)|peak(?:ed|ing)? (?:at|of)|peaking\b|having been|at one (?:time|point|stage)|at its (?:peak|height|worst)|the previous|originally|"
    r"(?:improvement|increase|reduction|rise|fall|drop|decline|advance|jump|decrease|growth|cut) (?:on|from|over)|improved on|instead of|rather than|as opposed to|no longer|a high of|a low of|before that|back then|in the days)\b"
)
_COMPARED = re.compile(r"(?:compared (?:with|to)|in comparison (?:with|to)|against|versus|(?:double|treble|triple|twice|half|times)|(?:improvement|increase|reduction|rise|fall|drop|decline|advance|jump|decrease|growth) (?:on|from|over)[\w' ]{0,30}? (?:of|at|when it was)|\bthan|\bfrom|\bnot|rather than|instead of|ahead of|\bvs\.?|on)(?: (?:an average of|a|an|the|just|some|about|around|only|as many as|almost|nearly))*[\s\"'(]*\Z")
_UNLESS = re.compile(r"(?:compared (?:with|to)|against|versus|ahead of|above|below|better than|worse than|lower than|higher than|more than|less than)(?: (?:an|a|the))?[\s\"'(]*\Z")
_FORMER_AFTER = re.compile(r"\A[\s,)\"']*(?:(?:cases|children|each|families|young people|of them|teams|people|\(\w+\)) )*(?:that (?:they|it|we|there) used to|as it used to|it used to|they used to|(?:it|they|there) (?:had|was|were) (?:been )?(?:before|when)|when (?:the (?:company|trust|council|service) (?:took|was|began|started|opened)|he (?:came|took|joined|arrived)|she (?:came|took|joined|arrived)|it (?:was|took|began)|i (?:came|took|joined|arrived|started)|they (?:came|took)|we (?:came|took|started))|previously|beforehand|at the (?:last|previous|time of the last) (?:inspection|count)|the previous|at (?:its|the) (?:peak|height|worst)|before (?:the|it|that|ofsted|he|she|they))")
_SUPERSEDED = re.compile(r"(?:instead of|rather than|than|from|up on|down on|against) (?:the |a |an |its )?[\s(]*\Z")


# "58% in England and 74% in comparable authorities": what follows a number at once is the number's
_OF_BEFORE = re.compile(r"\A\s*(?:per cent )?(?:in|for|across|of|among|at) (?:the )?(?:england|country(?: as a whole)?|nation|statistical neighbours?|[\w ]{0,14}authorities|region|london)\b")


def _reach_left(words: str) -> str:
    """The words before a number that can speak of it: after the last break."""
    words = _OF_BEFORE.sub("", words)
    if words.rstrip().endswith("("):
        words = words.rstrip()[:-1]  # "lower than that for the South East (17%)"
    last = None
    for match in _BREAK.finditer(words):
        last = match
    return words[last.start() :] if last else words


def _reach_right(words: str) -> str:
    match = _BREAK.search(words)
    return words[: match.start()] if match else words


def role_of(masked: Masked, index: int, *, metric: str, named_kind: str, is_other: bool, past: bool, several: bool) -> str:
    """The role of a bound number by the words around it.

    Args:
        masked: the sentence.
        index: the number's slot.
        metric: its metric (savings still to be found are always projected).
        named_kind: the kind of the name that the number is bound to: authority, national, comparator, region.
        is_other: whether that authority is another than the document's.
        past: whether the number's own expression of time lies before another or is "two years ago", "once".
        several: whether the document is about several authorities (then another one is no comparator).
    """
    left, right = masked.left(index), masked.right(index)
    if masked.own_start and (index == 0 or not masked.slots[index - 1].own):
        left = masked.text[masked.own_start : masked.slots[index].at]  # a lead-in says nothing of the role
    near_left, near_right = _reach_left(left), _reach_right(right)
    paired = _paired(masked, index)
    if paired:
        return paired
    if _is_target(near_left[-45:]):
        return "target"
    if named_kind == "national" or _is_national(near_left, near_right):
        return "national"
    if named_kind in ("comparator", "region") or _COMPARATOR.search(near_left) or _COMPARATOR.search(near_right[:60]):
        return "comparator"
    clause_start = max(left.rfind(";"), left.rfind("|"))
    if _is_target(left[clause_start + 1 :][-110:]) or re.search(r"\A(?:(?!compared|against|than)[^,;.(]){0,70}(?:recommended|set out in|it (?:has )?set itself|target\b|in (?:statutory|national) guidance|is the target|at full strength|it (?:says it )?needs|that guidance)", right):
        return "target"
    if re.search(r"\bhad been (?:an? |the |about |around )?\Z", left) and metric != "savings_required":
        return "previous"
    if left.rstrip().endswith("from") and not _is_level(left) and re.search(r"\bto(?: an average of| a| about| around| the| current [\w ]{2,20} (?:of|in))?\s*\Z", right):
        return "previous"
    if _PROJECTED.search(_PROJECTED_BREAK.split(left[clause_start + 1 :])[-1]) or re.search(r"\A(?:(?! and\b)[^,;.|]){0,45}\b(?:forecast|projected|predicted|expected(?! (?:timescale|time|standard|level|number|frequency|period))|will (?:be|follow|join|start)|are to be|is to be|were? to be recruited|be recruited|is forecast|by the end of (?:next|the) )", right):
        if _SUPERSEDED.search(left) and re.search(r"forecast|predict|expect|project", masked.text):
            return "previous"
        return "projected"
    if metric == "savings_required":
        return "projected"
    if is_other and not several:
        return "comparator"
    if past or _FORMER.search(left[clause_start + 1 :][-90:]) or _FORMER_AFTER.match(right):
        return "previous"
    if _COMPARED.search(left) and not _is_level(left):
        return "previous"
    return "current"


_PROJECTED_BREAK = re.compile(r"\b(?:when|while|because|although|but|who|which|whereas)\b|, (?:on|from|out of|against|despite|compared)\b")
_TARGET_BREAK = re.compile(r"(?<!target)(?<!maximum)(?<!minimum)(?<!permitted)(?<!aim)(?<!goal): |, (?:are|is|but|which|while|and (?:the|it|they))\b")
_PAIRED = re.compile(
    r"\b(?P<one>regional|statistical neighbours?|comparator|london|south west|south east|north west|north east|similar authorities|national|england|english)(?:'s)? (?:average )?and (?:the )?(?P<two>national|england|english|regional|statistical neighbours?|comparator)\b"
)


def _is_target(words: str) -> bool:
    return bool(_TARGET.search(_TARGET_BREAK.split(words)[-1]))


def _paired(masked: Masked, index: int) -> str | None:
    """"below the regional and national rates of 40.3 and 42.1": the first is the region's, the second England's."""
    for offset in (0, 1):
        first = index - offset
        if first < 0 or not masked.slots[first].own or first + 1 >= len(masked.slots):
            continue
        match = _PAIRED.search(masked.left(first)[-90:])
        if match and re.match(r"[\w ]{0,14}(?:,|and|/)[\w ]{0,14}\Z", masked.right(first).strip() or "and"):
            word = match["one"] if offset == 0 else match["two"]
            return "national" if word.startswith(("national", "eng")) else "comparator"
    return None


def _is_level(left: str) -> bool:
    """"against a target", "not up to" and "more than" inside a quantity are no comparison with an earlier level."""
    return bool(re.search(r"\b(?:ranging|range[sd]?|varie[sd]|varying|suffer\w*|protect\w*|away) from\s*\Z|\b(?:is|are|was|were|be|does|do|did|has|have) not\s*\Z|\b(?:on|each on)\s*\Z", left))


def _is_national(left: str, right: str) -> bool:
    if _NATIONAL_NOT.search(left) or _NATIONAL_NOT.search(right):
        return False
    match = None
    for match in _NATIONAL.finditer(left):
        pass
    if match is not None and "." not in left[match.end() :] and len(left) - match.end() < 75:
        return True
    found = _NATIONAL.search(right)
    return bool(found and found.start() < 48 and not re.search(r"[.,:]", right[: found.start()]))
