"""Who says a number: from quotation marks and words of saying.

Only holders of public offices are named; anyone else is given by role ("a social worker"), or not at all where the text
gives no role. Every look around is bounded, so that the time for one number does not depend on the length of the text.
"""

from __future__ import annotations

import re

from transforms.authorities.person_names import FIRST_NAMES

_PARAGRAPH_REACH = 3000
_LOOK_BACK = 6000
_LONGEST = 120

_TITLE = r"(?:Cllrs?|Coun|Councillor|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Judge|Rev|Mayor|Lord\s+Mayor|Alderman)\b\.?"
_WORD = r"(?:[A-Z][a-zà-ÿ]+(?:['’-][A-Z]?[a-zà-ÿ]+)*|[A-Z]['’][A-Z][a-zà-ÿ]+|Ma?c[A-Z][a-z]+|[A-Z]\.?)"
_NAME = rf"{_WORD}(?:\s+(?:{_WORD}|de|van|von|al|el|bin|ten|der)){{0,3}}"
_TITLED = re.compile(rf"\b(?P<title>{_TITLE})\s+(?P<name>{_NAME})")
_FULL_NAME = re.compile(rf"\b(?P<name>{_WORD}\s+{_NAME})")

# offices whose holders may be named; an assistant, deputy or service director holds none of them
_OFFICE = re.compile(
    r"\b(?:cabinet\s+(?:member|lead)|portfolio\s+holder|lead\s+member|(?:deputy\s+)?leader\s+of\s+(?:the\s+)?(?:[\w'’]+\s+){0,4}?(?:council|group|opposition)"
    r"|council\s+leader|(?:lord\s+|elected\s+|metro\s+)?mayor|minister|secretary\s+of\s+state|MP|(?:group\s+)?chief\s+executive"
    r"|(?<!assistant\s)(?<!deputy\s)(?<!service\s)(?:corporate\s+|executive\s+|strategic\s+|interim\s+|statutory\s+){0,2}director\s+"
    r"(?:of|for)\s+(?:the\s+)?(?:children|people|education)\b|lead\s+inspector|chief\s+inspector|(?:children['’]s\s+|DfE\s+|government\s+|independent\s+)?commissioner"
    r"|police\s+and\s+crime\s+commissioner|chair(?:man|woman)?\s+of\s+(?:the\s+)?(?:[\w'’]+\s+){0,5}?(?:committee|scrutiny\s+panel))\b",
    re.IGNORECASE,
)
_OFFICE_TITLE = re.compile(r"(?:Cllrs?|Coun|Councillor|Mayor|Lord\s+Mayor|Alderman)\b", re.IGNORECASE)
_NOT_OFFICE = re.compile(r"\b(?:assistant|former|ex-|deputy\s+director|service\s+director|spokes\w+\s+for)\b", re.IGNORECASE)

_ROLE_NOUN = (
    r"(?:social\s+workers?|support\s+workers?|youth\s+workers?|foster\s+(?:carers?|mother|father|parents?)|carers?|care\s+leavers?|team\s+managers?|managers?"
    r"|head\s+of\s+(?:the\s+)?[a-z'’]+(?:\s+[a-z'’]+){0,3}|Head\s+of\s+Service|directors?|chief\s+executive|chair(?:man|woman|person)?(?:\s+of\s+the\s+[a-z]+)?"
    r"|vice[- ]chair|spokes(?:man|woman|person)(?:\s+for\s+(?:the\s+)?[A-Za-z'’]+)?|inspectors?|officers?|advis[eo]rs?|practitioners?|whistleblower"
    r"|union\s+(?:official|rep|representative)|(?:branch|regional)\s+secretary|principal|head\s*teacher|teacher|solicitor|judge|mother|father|parents?|grandmother"
    r"|grandfather|teenager|young\s+(?:person|woman|man|people)|resident|boss|commissioner|councillor|leader|mayor|member|minister|independent\s+member|reviewing\s+officer)"
)
_ROLE = re.compile(
    rf"(?:\b(?:an?|the|one|another|his|her|its|their|[A-Z][\w-]+['’]s|[a-z]+['’]s)\s+)?(?:[\w-]+(?:['’]s)?\s+){{0,3}}?\b{_ROLE_NOUN}\b",
    re.IGNORECASE,
)
_VERB = (
    r"(?:said|says|say|added|adds|told|tells|explained|explains|insisted|insists|warned|warns|admitted|admits|claimed|claims|stated|states|replied"
    r"|asked|commented|continued|noted|reported|points?\s+out|pointed\s+out|went\s+on|recalls|recalled|laughs|confirmed|promised|argued|argues|revealed"
    r"|believes|suggested|wrote|responded|concluded|acknowledged|conceded|reckons|describes|described)"
)
_VERBS = re.compile(rf"\b{_VERB}\b")
_VERB_FIRST = re.compile(rf"\A[\s,]*(?:but|and)?,?\s*{_VERB}\s+(?P<who>[^.;:\"“”]{{2,160}})", re.IGNORECASE)
_ACCORDING = re.compile(r"\baccording\s+to\s+(?P<who>[^.;:\"“”]{2,120})", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:[Ss]he|[Hh]e|[Tt]hey)\b[^\w]*(?:also\s+|then\s+)?\Z")
_SURNAME_ONLY = re.compile(rf"\b(?P<title>{_TITLE})\s+(?P<name>{_WORD})\s*\Z")
_SENTENCE_END = re.compile(r"[.?!][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9£])")
_ABBREVIATED = re.compile(r"\b(?:Cllr|Coun|Mr|Mrs|Ms|Dr|Prof|Rev|St|[A-Z])\.?[\"'”’)]*\s+\Z")
_TAIL = re.compile(r"(?:,|\s+(?:who|whose|which|at|after|during|with|when|as|in\s+a|on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last|this|that|about|of\s+(?:his|her))\b).*\Z", re.DOTALL)
_OPEN_CLOSE = re.compile(r"[\"“”]")


def find_speaker(
    text: str, start: int, end: int, sentence: tuple[int, int], paragraph: tuple[int, int] | None = None
) -> str | None:
    """Who is said to state the number at ``start``..``end``: an office holder by name, anyone else by role, or None.

    Args:
        text: the document's text.
        start: offset of the number.
        end: offset after it.
        sentence: bounds of its sentence.
        paragraph: bounds of its paragraph, which holds the quotation; the sentence where the caller knows none.
    """
    low, high = paragraph or sentence
    low, high = max(low, start - _PARAGRAPH_REACH), min(high, end + _PARAGRAPH_REACH)
    quotes = _quotes(text, low, high)
    inside = next((span for span in quotes if span[0] <= start < span[1]), None)
    if inside is not None:
        who = _of_quotation(text, inside, quotes, low, high)
    else:
        who = _of_report(text, start, end, max(sentence[0], low), min(sentence[1], high), quotes)
    return _given(text, who) if who is not None else None


def _quotes(text: str, low: int, high: int) -> list[tuple[int, int]]:
    """Spans of quotations; one that is left open runs to the end of the paragraph."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for match in _OPEN_CLOSE.finditer(text, low, high):
        mark = match.group()
        if opened is None and mark != "”":
            opened = match.start()
        elif opened is not None and mark != "“":
            spans.append((opened, match.end()))
            opened = None
    if opened is not None:
        spans.append((opened, high))
    return spans


def _of_quotation(
    text: str, inside: tuple[int, int], quotes: list[tuple[int, int]], low: int, high: int
) -> tuple[int, int] | None:
    position = quotes.index(inside)
    following = quotes[position + 1][0] if position + 1 < len(quotes) else high
    found = _after_quote(text, inside[1], following)
    for number in range(position, -1, -1):
        if found is not None:
            return found
        begin = quotes[number - 1][1] if number else low
        found = _before_quote(text, begin, quotes[number][0])
        if found is None and number:
            found = _after_quote(text, begin, quotes[number][0])
    if found is None and text[low : inside[0]].strip() == "":
        found = _last_said(text, max(0, low - _LOOK_BACK // 3), low)
    return found


def _clip(text: str, low: int, high: int) -> int:
    """The end of the first sentence in a stretch, abbreviated titles passed over."""
    for match in _SENTENCE_END.finditer(text, low, high):
        if not _ABBREVIATED.search(text[max(low, match.start() - 12) : match.end()]):
            return match.start() + 1
    return high


def _after_quote(text: str, low: int, high: int) -> tuple[int, int] | None:
    """``," said X`` or ``," X said``."""
    stop = _clip(text, low, high)
    zone = text[low:stop]
    first = _VERB_FIRST.match(zone)
    if first:
        return low + first.start("who"), low + first.end("who")
    verb = _VERBS.search(zone)
    if verb and verb.start() <= 160 and zone[: verb.start()].strip(" ,."):
        return low, low + verb.start()
    return None


def _before_quote(text: str, low: int, high: int) -> tuple[int, int] | None:
    """``X said: "`` and ``X, who …, told councillors: "``."""
    zone = text[low:high]
    if not zone.rstrip().endswith((":", ",", "that", "as", "was")) and len(zone) > 4:
        return None
    return _last_said(text, max(low, high - 400), high)


def _last_said(text: str, low: int, high: int) -> tuple[int, int] | None:
    """Who spoke last in a stretch of text: the words before its last word of saying, or after it."""
    verbs = list(_VERBS.finditer(text, low, high))
    for verb in reversed(verbs):
        begin = low
        for match in _SENTENCE_END.finditer(text, low, verb.start()):
            if not _ABBREVIATED.search(text[max(low, match.start() - 12) : match.end()]):
                begin = match.end()
        begin = max(begin, text.rfind("\n", begin, verb.start()) + 1)
        lead = text[begin : verb.start()]
        closing = max(lead.rfind('"'), lead.rfind("”"))
        if closing >= 0:
            begin += closing + 1
            lead = text[begin : verb.start()]
        if lead.strip(" ,.:"):
            return begin, verb.start()
        after = _VERB_FIRST.match(text[verb.start() : min(high, verb.start() + 200)])
        if after:
            return verb.start() + after.start("who"), verb.start() + after.end("who")
    return None


def _of_report(
    text: str, start: int, end: int, low: int, high: int, quotes: list[tuple[int, int]]
) -> tuple[int, int] | None:
    """Indirect speech: ``X said that … 23`` and ``… 23, according to X`` or ``23, X said``."""
    for verb in _VERBS.finditer(text, low, start):
        if not any(first <= verb.start() < last for first, last in quotes):
            lead = text[low : verb.start()]
            if lead.strip(" ,"):
                return low, verb.start()
    according = _ACCORDING.search(text, end, high) or _ACCORDING.search(text, low, start)
    if according:
        return according.span("who")
    tail = text.rfind(", ", end, high)
    verb_at = _VERBS.search(text, end, high)
    if verb_at and 0 <= tail < verb_at.start() and verb_at.start() - tail < 120:
        return tail + 2, verb_at.start()
    return None


def _given(text: str, span: tuple[int, int], depth: int = 0) -> str | None:
    """The words for the one who stands in ``span``: name and office, role, or None."""
    phrase = text[span[0] : span[1]]
    if _PRONOUN.search(phrase):
        return _last_speaker(text, span[0], depth)
    titled = list(_TITLED.finditer(phrase))
    if titled:
        match = titled[-1]
        return _person(text, span, match.group("title"), match.group("name"), span[0] + match.start(), span[0] + match.end())
    for match in _FULL_NAME.finditer(phrase):
        if _is_person(match.group("name")):
            return _person(text, span, None, match.group("name"), span[0] + match.start(), span[0] + match.end())
    return _role(phrase)


def _last_speaker(text: str, before: int, depth: int) -> str | None:
    """Whom a pronoun means: the last one who was said to speak, else the last one with a title or office."""
    if depth > 2:
        return None
    low = max(0, before - _LOOK_BACK // 3)
    found = _last_said(text, low, before)
    while found is not None:
        given = _given(text, found, depth + 1) if not _PRONOUN.search(text[found[0] : found[1]]) else None
        if given is not None:
            return given
        low_end = found[0]
        found = _last_said(text, low, low_end) if low_end > low else None
    return None


def _is_person(name: str) -> bool:
    return name.split()[0].lower() in FIRST_NAMES


def _person(text: str, span: tuple[int, int], title: str | None, name: str, start: int, end: int) -> str | None:
    """A named person: by name where an office is told anywhere near, else by role."""
    surname = name.split()[-1].removesuffix("’s").removesuffix("'s")
    office = _apposition(text, start, end)
    full = (title, name)
    if len(name.split()) == 1 or office is None:
        told = _introduced(text, surname, start)
        if told is not None:
            begin, stop, told_title, told_name = told
            office = office or _apposition(text, begin, stop)
            if len(name.split()) == 1:
                full = (told_title or title, told_name)
    shown_title = " ".join(full[0].split()) if full[0] else None
    is_holder = bool(title and _OFFICE_TITLE.match(title)) or bool(shown_title and _OFFICE_TITLE.match(shown_title))
    if office is not None and _OFFICE.search(office) and not _NOT_OFFICE.search(office):
        is_holder = True
    if not is_holder:
        return _role(office) if office is not None else None
    shown = " ".join(part for part in (shown_title if shown_title and _OFFICE_TITLE.match(shown_title) else None, " ".join(full[1].split())) if part)
    if office is not None and _OFFICE.search(office):
        shown = f"{shown}, {_tidy(office)}"
    return shown[:_LONGEST].rstrip(" ,")


def _introduced(text: str, surname: str, before: int) -> tuple[int, int, str | None, str] | None:
    """Where the text first gives the person's full name, near before or shortly after."""
    low = max(0, before - _LOOK_BACK)
    pattern = re.compile(rf"\b(?:(?P<title>{_TITLE})\s+)?(?P<name>{_WORD}(?:\s+{_WORD}){{0,2}}\s+{re.escape(surname)})\b")
    for match in pattern.finditer(text, low, min(len(text), before + _LOOK_BACK // 3)):
        name = match.group("name")
        first = name.split()[0]
        if match.group("title") or _is_person(name) or first.lower() not in _OPENERS:
            return match.start(), match.end(), match.group("title"), name
    return None


_OPENERS = frozenset("the but and when while as in at for said added councillor director".split())


def _apposition(text: str, start: int, end: int) -> str | None:
    """The office or role beside a name: ", the cabinet member for children," or "assistant director Tina Russell"."""
    after = re.match(
        r",\s+(?:\d\d,\s+)?(?P<role>(?:the\s+|an?\s+|who\s+(?:is|was)\s+(?:the\s+)?)?[^.;:\"“”()\n]{3,110}?)"
        r"(?=,?\s+(?:said|says|told|added|adds|explained|who|which|points|warned|replied|at\s+a|has|had|is|was|have|heard|welcomed)\b|[.;:\"“”\n]|\Z)",
        text[end : end + 140],
    )
    if after and (_OFFICE.search(after.group("role")) or _ROLE.search(after.group("role"))):
        return re.sub(r"\A(?:who\s+(?:is|was)\s+)?(?:the|an?)\s+", "", after.group("role").strip(" ,"), flags=re.IGNORECASE)
    before = text[max(0, start - 70) : start]
    lead = re.search(r"(?:\A|[.,;:\"“”\n]\s*)(?P<role>[^.,;:\"“”\n]{3,70}?),?\s+\Z", before)
    if lead:
        role = lead.group("role").strip()
        tail = re.search(rf"(?:{_OFFICE.pattern}|\b{_ROLE_NOUN})(?:\s+for\s+[\w'’ ]{{3,40}})?\s*\Z", role, re.IGNORECASE)
        if tail:
            return re.sub(r"\A(?:the|an?)\s+", "", role, flags=re.IGNORECASE)
    return None


def _role(phrase: str | None) -> str | None:
    """The role in a phrase, cut before what follows it and stripped of names."""
    if phrase is None:
        return None
    match = _ROLE.search(phrase)
    if match is None:
        return None
    role = phrase[match.start() : match.end()]
    rest = re.match(r"\s+(?:of|for)\s+(?:the\s+|a\s+)?[\w'’]+(?:\s+(?:and\s+)?[\w'’]+){0,3}", phrase[match.end() :])
    if rest and not re.search(r"(?:of|for)\s+the\s+\w+\Z|for\s", role):
        role += _TAIL.sub("", rest.group())
    return strip_names(_tidy(role))


def _tidy(words: str) -> str:
    return " ".join(_strip_age(words).split()).strip(" ,.:;-–—")[:_LONGEST]


def _strip_age(words: str) -> str:
    return re.sub(r",?\s*\b\d\d,\s*", " ", words)


# words that make two capitalised words the name of a place, team or body and not of a person
_NO_PERSON = frozenset(
    "north south east west central northern southern eastern western upper lower great greater little new old inner outer mid city town"
    " county borough district council hall house centre center hub team service services unit office park road street school college"
    " hospital trust partnership family families child children youth young people early help front door contact referral assessment"
    " intervention safeguarding social work worker care leaving leavers looked after edge duty fostering adoption placement placements"
    " permanence court advice agency multi joint access response emergency first point support local authority area locality royal saint"
    " st and of the for in ofsted department education health mental england english wales british tower hamlets milton keynes isle"
    " forest valley heath bay vale hill green wood bridge barking riverside single quality assurance independent reviewing officer"
    " strategic director manager head chief level section plan plans board virtual academy primary secondary special resource regional".split()
)
_CAPITALISED = re.compile(rf"\b(?:(?P<title>{_TITLE})\s+)?(?P<words>{_WORD}(?:\s+{_WORD}){{0,3}})(?P<own>['’]s)?")
_LOOSE_END = re.compile(r"(?:\b(?:and|or|by|with|of|for|to|from|in|at|led|named|called|including|under|his|her|their|wife|husband|is|was)\s*)+\Z", re.IGNORECASE)


def strip_names(scope: str) -> str | None:
    """A scope without the names of people; None where nothing is left. Places, teams and bodies stay."""
    kept = _CAPITALISED.sub(_without_person, scope)
    if kept == scope:
        return scope.strip() or None
    kept = re.sub(r",?\s*\b\d\d,(?=\s|\Z)", "", kept)
    kept = re.sub(r"\s+([,.;])", r"\1", " ".join(kept.split())).strip(" ,.;:-–—'’\"")
    kept = _LOOSE_END.sub("", kept).strip(" ,.;:-–—'’\"")
    kept = re.sub(r"\A(?:and|or|of|by|with|,)\s+", "", kept)
    return kept if len(re.findall(r"[A-Za-z]{3,}", kept)) >= 1 else None


def _without_person(match: re.Match[str]) -> str:
    words = match.group("words").split()
    if match.group("title"):
        return ""
    for position, word in enumerate(words):
        plain = word.lower().removesuffix("’s").removesuffix("'s")
        if plain in FIRST_NAMES and not any(w.lower() in _NO_PERSON for w in words[position + 1 :]):
            return " ".join(words[:position])
    if len(words) in (2, 3) and not any(word.lower() in _NO_PERSON for word in words):
        return match.group() if _sounds_like_place(words) else ""
    return match.group()


def _sounds_like_place(words: list[str]) -> bool:
    last = words[-1].lower()
    return last.endswith(("shire", "side", "ton", "ham", "ford", "bury", "mouth", "chester", "wick", "port", "pool")) and len(words) == 1
