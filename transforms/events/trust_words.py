"""The words in which a trust or company is set up, takes a council's services over, gives them back, or ends."""

from __future__ import annotations

import re

from transforms.events.frames import frames
from transforms.events.verbs import finite_forms, participles, past_forms, told_forms

_BODY = (
    r"(?:(?:an?|the|its|new|independent|children's|not-for-profit|arm's[- ]length|council-owned|wholly owned|"
    r"voluntary|specialist|separate|standalone|charitable|social care|services|"
    r"community interest|first|own|dedicated|care) )*(?:trust|company|alternative delivery model)"
)
_SET_UP = (
    "set up", "establish", "create", "launch", "form", "found", "incorporate", "unveil", "stand up", "spin out",
    "bring into being",
)  # fmt: skip
_BEGAN = (
    "take over", "take on", "take charge", "take control", "take responsibility", "take the reins", "assume", "begin",
    "start", "open", "go live", "come into being", "come into existence", "come into force", "come into operation",
    "commence", "become operational", "launch", "inherit", "start work", "open its doors", "take up", "take the keys",
)  # fmt: skip
_RUNS = ("run", "deliver", "provide", "look after", "manage", "operate", "oversee", "be responsible")
_END = (
    "wind up", "wind down", "dissolve", "abolish", "scrap", "disband", "axe", "end", "terminate", "close",
    "close down",
    "liquidate", "bring back", "take back", "shut", "shut down", "break up", "mothball", "stand down",
)  # fmt: skip
_ENDED = (
    "cease", "close its doors", "shut its doors", "close their doors", "shut down", "close down", "fold",
    "come to an end", "switch off", "shut up shop", "hand back its services", "hand back the service",
)  # fmt: skip
ESTABLISHED = frames(
    transitive=_SET_UP,
    intransitive=_BEGAN,
    nouns=("creation", "establishment", "launch", "formation", "birth", "foundation", "inception", "setting-up",
           "arrival"),
    states=("up and running", "born"),
    through=("as",),
    gap=6,
)  # fmt: skip
WOUND_UP = frames(
    transitive=_END,
    intransitive=_ENDED,
    nouns=("dissolution", "closure", "end", "abolition", "demise", "winding-up", "winding up", "break-up"),
    gap=4,
)
_SERVICES = (
    r"(?:services?|social care|responsibilit(?:y|ies)|control|functions|staff|running|social workers|department|"
    r"keys|reins)"
)
_GIVEN = ("transfer", "hand", "hand over", "pass", "move", "outsource", "switch", "spin out", "hive off", "give",
          "take over", "strip", "shift", "sign over", "lose", "cede", "surrender")  # fmt: skip
_RETURNED = ("return", "revert", "move", "go", "come", "transfer", "pass", "hand", "give", "take", "bring", "shift")
_COUNCIL = (
    r"(?:direct )?(?:the )?(?:[\w'-]+ ){0,3}?(?:council|authority|town hall|county hall)(?:'s)?"
    r"(?: (?:control|hands|management|fold))?"
)
_HOME = rf"(?:in[- ]house|(?:to|under|into) {_COUNCIL})"
# what goes over to a body, and what comes back from one; <T> is the body
_ALL = (
    (
        "established",
        r"<T>,? (?:an?|the) (?:[\w'-]+ ){0,4}?(?:body|company|organisation|trust|provider),? (?:that was |which was "
        rf")?{participles(_SET_UP)}\b",
    ),
    (
        "ended",
        rf"<T> (?:has |had )?{finite_forms(('hand', 'pass', 'give', 'transfer', 'return'))} (?:[\w'-]+ ){{0,4}}?"
        rf"(?:services|control|responsibility|them|functions)(?: back)? to (?:[\w'-]+ ){{0,3}}?(?:council|authority)",
    ),
    (
        "ended",
        r"<T>[^;.]{3,80}? and(?: (?:then|finally|later))? (?:(?:came|went|returned|is|are|was brought|were "
        r"brought|moved) back|"
        r"(?:got|took|brought|won|gets|takes) (?:it|them|the service|services|control) back)\b",
    ),
    (
        "ended",
        rf"<T> (?:has |had )?{finite_forms(('hand', 'pass', 'give', 'transfer', 'return'))} [^;.]{{3,60}}? back "
        rf"to {_COUNCIL}",
    ),
    (
        "established",
        rf"<T>,?(?: (?:which|that|who|and))? ?(?:has|have) (?:{participles(_RUNS)}|been (?:running|delivering|"
        r"providing|looking after|managing|responsible|in charge|operating))\b(?=[^.;]{0,80}\bsince\b)",
    ),
    (
        "established",
        r"<T>,?(?: (?:which|that|who))?(?: (?:has|had|have))? (?:took|taken|takes) (?:it|them|[\w' ]{3,40}?) over\b",
    ),
    (
        "established",
        rf"\b(?:{told_forms(('transfer',))}|transfer|handover|move|switch|passage|loss|outsourcing) of "
        rf"[^;.]{{3,60}}? to "
        r"(?:[\w'-]+ ){0,4}?<T>",
    ),
    (
        "established",
        r"\A(?:ever )?since [^,.;]{3,40},? [^.;]{3,60}? (?:has|have) been (?:run|delivered|provided|managed) by "
        r"(?:[\w'-]+ ){0,4}?<T>",
    ),
    (
        "ended",
        rf"\b{told_forms(('end', 'terminate', 'cancel', 'tear up'))} (?:[\w'-]+ ){{0,3}}?(?:contract|agreement|"
        r"arrangement|partnership|deal) with (?:[\w'-]+ ){0,4}?<T>|\b(?:contract|agreement|arrangement|"
        r"partnership|deal) "
        rf"with (?:[\w'-]+ ){{0,4}}?<T>[^;.,]{{0,20}}? (?:was |were "
        rf")?{past_forms(('end', 'terminate', 'expire', 'lapse'))}\b",
    ),
    (
        "established",
        r"\bsince its (?:inception|launch|creation|formation|establishment|birth)(?= (?:in|on) )[^;.]{3,40}?<T>",
    ),
    (
        "established",
        rf"\A(?:ever )?since [^,.;]{{3,40}},? [^.;]{{0,20}}?<T>(?: \([^)]{{1,20}}\))?,? (?:has|have) "
        rf"(?:{participles(_RUNS)}|been (?:running|delivering|providing|managing|responsible|in charge|operating))\b",
    ),
    (
        "established",
        rf"\b{_SERVICES} (?:[\w',&-]+ ){{0,8}}?(?:were|was|have been|has been|had been|are|being)(?: \w+ly)? "
        rf"{participles(_GIVEN)} (?:[\w'-]+ ){{0,6}}?(?:to|into|by) (?:[\w'-]+ ){{0,4}}?<T>",
    ),
    (
        "established",
        rf"\b{told_forms(_GIVEN)} (?:[\w'-]+ ){{0,6}}?{_SERVICES} (?:[\w',&-]+ ){{0,6}}?(?:over )?to "
        r"(?:[\w'-]+ ){0,4}?<T>",
    ),
    (
        "established",
        r"\b(?:services?|social care|responsibilit(?:y|ies)|control|functions|running|keys|reins)(?: "
        r"[\w',&-]+){0,6}? "
        rf"{past_forms(('pass', 'transfer', 'move', 'switch', 'go', 'shift'))}"
        r"(?: (?:in|on) [\w ]{3,18})?(?: from (?:[\w'-]+ ){1,4}?)? ?(?:over )?(?:in)?to (?:[\w'-]+ ){0,4}?<T>",
    ),
    (
        "ended",
        rf"\b(?:{_SERVICES}|it|they|them|which)(?: [\w',&-]+){{0,8}}?(?: (?:were|was|have been|has been|had been|are|"
        rf"being|is))?(?: \w+ly| all)? {finite_forms(_RETURNED)}(?: over)?(?: back)?,? {_HOME}",
    ),
    (
        "ended",
        rf"\b(?:{_SERVICES}|it|they|which)(?: [\w',&-]+){{0,8}}? (?:were|was|have been|has been|had been|are|"
        rf"is) back "
        rf"{_HOME}",
    ),
    (
        "ended",
        rf"\b{told_forms(('bring', 'take', 'return', 'move'))} (?:[\w',&-]+ ){{0,6}}?(?:{_SERVICES}|them|it) "
        r"(?:[\w'-]+ ){0,6}?(?:back )?(?:in-house|in house|back from|under (?:direct )?council control|into "
        r"(?:the )?council)",
    ),
    ("ended", rf"\bback (?:in-house|under {_COUNCIL}|in council hands)\b|\breturned to (?:direct )?(?:the )?council\b"),
)
MASK = "\u00a4"
NOUN = re.compile(rf"{MASK}+|\b{_BODY}\b")
FORMS = tuple((kind, re.compile(form.replace("<T>", rf"(?:{MASK}+|{_BODY})"))) for kind, form in _ALL)
# a body that is called neither trust nor company, by what it took on
TAKES_OVER = re.compile(
    r"(?P<name>[A-Z][\w'&-]+(?: (?:for |of |and )?[A-Z][\w'&-]+){1,4}),? (?:which |that )?(?:has |had |formally )?"
    r"(?:took|taken|assumed|inherited) (?:on |over )?[^.;,]{0,40}?(?:children's (?:social care|services)|child "
    r"protection|"
    r"social work)[^.;,]{0,20}? from "
)
