"""The words of what a government does to a council: notices and directions, the state they put it in, and their end."""

from __future__ import annotations

import re

from transforms.events import words
from transforms.events.frames import ADVERBS, frames
from transforms.events.verbs import finite_forms, participles, told_forms

NOTICE = re.compile(
    r"\b(?:(?:statutory |formal |government |dfe |ofsted )*improvement notice|(?:statutory )?notice to improve|"
    rf"{told_forms(('serve', 'give'))} notice on [^;.]{{3,70}}? to improve)s?\b"
)
# "the notice" alone, where the text has told of one by its name
BARE_NOTICE = re.compile(
    r"\b(?:the|its|their|that|this|a|an|[\w-]+'s?)(?: (?:first|second|formal|statutory|earlier|previous|old|"
    r"last|legal))? notice\b"
)
SCHOOLS = re.compile(
    r"\b(?:adult (?:social )?(?:care|services)|schools?|hospitals?|academy|nhs|ambulance|care home|prison|"
    r"college|nursery|"
    r"police|trust's hospitals?|fire (?:and rescue )?(?:service|authority|brigade)|landlord|health and safety|"
    r"environmental health|food hygiene|kitchens?|care quality commission|cqc|housing (?:association|department|"
    r"regulator)|"
    r"restaurant|takeaway|probation)\b"
)
SPECIAL = re.compile(r"\bspecial measures\b")
_STATUTORY = r"(?:statutory|government|ministerial|formal|legal|dfe|department for education)"
# a direction by its name, and one that its verb makes out ("a direction was served", no "direction of travel")
DIRECTION = re.compile(rf"\b(?:{_STATUTORY} )+direction\b(?! of travel)")
BARE_DIRECTION = re.compile(
    r"\b(?:a|an|the|its|that|this|another|new|second|third|further|revised|fresh) direction\b(?! of\b(?! \d))"
)
# the rule of the department over a service
_RULE = r"(?:intervention|control|oversight|supervision|direction|monitoring|measures)"
RULE = re.compile(
    r"\b(?:special measures|(?:(?:government(?:'s)?|statutory|dfe|ministerial|formal|department for education|"
    rf"department's|ministers'|whitehall|central) )+{_RULE}|intervention(?! program| team| work| with| from| by "
    rf"(?!the (?:gov|dep|dfe)|min|dfe|gov)| for)|"
    rf"(?:oversight|supervision|control|monitoring)(?= (?:by|from) {words.GOVERNMENT}))\b"
)

IMPOSED = frames(
    transitive=(
        "issue", "serve", "impose", "give", "hand", "make", "sign", "slap", "receive", "place", "deliver",
        "hit", "send",
        "introduce", "present", "put", "apply", "slap",
    ),
    intransitive=("follow", "come", "arrive", "land", "take effect", "come into force", "begin", "start"),
    nouns=("issuing", "issue", "serving", "imposition", "making", "arrival", "signing"),
    through=("with", "under", "on", "to"),
)  # fmt: skip
LIFTED = frames(
    transitive=(
        "lift", "remove", "end", "revoke", "withdraw", "rescind", "discharge", "close", "terminate", "scrap", "drop",
        "cancel", "call off", "wind up", "stand down", "bring to an end", "relax", "quash", "tear up", "shed", "exit",
        "shake off", "throw off", "leave", "conclude", "wind down", "cast off", "take off", "take away",
    ),
    intransitive=(
        "end", "lapse", "expire", "cease", "fall away", "run out", "come to an end", "come off", "conclude", "finish",
        "draw to a close", "run its course",
    ),
    nouns=(
        "lifting", "removal", "end", "ending", "revocation", "withdrawal", "discharge", "conclusion", "termination",
        "expiry", "cancellation", "release", "exit", "escape", "departure", "emergence",
    ),
    states=("no longer required", "no longer needed", "no longer necessary", "no longer in place", "over",
    "at an end", "no more", "history", "no longer in force", "behind it"),
)  # fmt: skip
_MOVES = (
    "come", "emerge", "move", "step", "climb", "get", "break", "take", "lift", "free", "release", "bring", "graduate",
    "pull", "go", "rise", "crawl", "exit", "escape", "remove", "let", "walk", "pass",
)  # fmt: skip
# "came out of special measures", "was freed in May from its direction", "no longer subject to"
OUT_OF = re.compile(
    rf"\b(?:(?:{told_forms(_MOVES)})(?: [\w'-]+){{0,6}}? (?:out of|from|free of|clear of|down from|off)|"
    r"(?:now )?(?:out of|free of|free from|clear of)|no longer (?:[\w-]+ ){0,3}?(?:in|under|subject to|needs?|"
    r"requires?|faces?)|(?:calls?|called|calling) time on|puts? behind (?:it|them))"
    r"(?: (?!(?:and|but|that|which|who|when|is|are|was|were|has|have|had|to|by)\b)[\w'-]+){0,4} \Z"
)
INTO = re.compile(
    rf"\b{told_forms(('place', 'put', 'take', 'move', 'plunge', 'go', 'fall', 'bring', 'sink', 'slide', 'send'))}"
    r"(?: (?!out\b|from\b)[\w'-]+){0,6}? (?:in|into|under|to)(?: (?:the|a|an|its|formal|direct|what|full)){0,2} \Z"
)
UNDER = re.compile(r"\b(?:under|in|subject to|into|enter(?:ed|s|ing)?)(?: (?:a|an|the|formal|its)){0,2} \Z")
_AFTER_GOVERNMENT = rf"(?: (?:has|have|had))?{ADVERBS}{{0,3}}"
COMMISSIONER_GONE = re.compile(
    rf"\b(?P<told>{finite_forms(('stand down', 'withdraw', 'recall', 'remove'))} (?:the|its|their) commissioners?|"
    rf"commissioner,?(?: (?:was|has|had|been|have|is)){{0,2}} (?:{participles(('withdraw', 'recall', 'remove'))}|"
    rf"{finite_forms(('stand down', 'step down', 'depart', 'stand aside', 'leave', 'bow out'))}))\b"
)
# the government that lets go: "stepped back", "handed control back to the council", "stood down its commissioner"
LETS_GO = (
    re.compile(
        rf"\b{words.GOVERNMENT}{_AFTER_GOVERNMENT} (?P<told>"
        rf"{finite_forms(('step back', 'stand back', 'pull out', 'pull back', 'walk away', 'bow out', 'let go'))})\b"
    ),
    re.compile(
        rf"\b{words.GOVERNMENT}{_AFTER_GOVERNMENT} (?P<told>{finite_forms(('hand', 'give', 'return', 'pass'))}) "
        r"(?:back )?(?:\w+ ){0,2}?(?:control|responsibility|the reins|the keys|power)\b[^;.]{0,50}? "
        r"(?:back )?to (?:the )?(?:[\w'-]+ ){0,2}?(?:council|authority|town hall|county hall)"
    ),
    re.compile(
        r"\b(?P<told>(?:handing|giving|returning|passing) (?:[\w'-]+ ){0,3}?(?:control|responsibility|reins|"
        r"keys|power|"
        r"services?)(?: [\w'-]+){0,4}? back to (?:the )?(?:[\w'-]+ ){0,2}?(?:council|authority|town hall|county "
        r"hall))"
        rf"[^;.]{{0,40}}?, {words.GOVERNMENT}\b"
    ),
    re.compile(
        rf"\b{words.GOVERNMENT}{_AFTER_GOVERNMENT} (?P<told>{finite_forms(('release', 'free', 'let'))}) "
        rf"(?:the )?[\w' -]{{2,40}}? (?:from|out of) (?:its|the|their) (?:\w+ )?(?:{_RULE}|notice)\b"
    ),
    COMMISSIONER_GONE,
    re.compile(
        rf"\b(?P<told>{told_forms(('bring',))}) (?:the |its |their )?[\w' ]{{0,25}}?(?:direction|notice|"
        rf"intervention|oversight|"
        r"supervision|special measures) to (?:an end|a close)\b"
    ),
    re.compile(
        r"\b(?:special measures|intervention|direction|notice)\b[^;.]{2,60}?\b(?:it|they|the council) (?:was|were) "
        r"(?P<told>(?:finally |then )?(?:released|freed|let go|let out))\b"
    ),
    re.compile(
        rf"\b{words.GOVERNMENT}{_AFTER_GOVERNMENT} (?P<told>{finite_forms(('end', 'relax', 'lift', 'loosen'))} "
        rf"(?:its|their|the) (?:\w+ )?(?:grip|hold|{_RULE}))\b"
    ),
)
_ORDERS = finite_forms(("direct", "order", "instruct", "compel", "oblige"))
# what the government makes a council do
DIRECTED = (
    re.compile(
        r"\b(?:forced|ordered|obliged|instructed|compelled|made) (?:the council |it )?to (?:hand|give|surrender|"
        r"give up|pass|transfer) (?:over )?(?:control of |responsibility for )?(?:its |the )?(?:children's|"
        r"child|social)"
    ),
    re.compile(rf"\bunder (?:the |an? )?(?:\w+ )?direction (?:of|from) {words.GOVERNMENT}"),
    re.compile(rf"\bdirection (?:from|by|issued by|given by|made by) {words.GOVERNMENT}"),
    re.compile(rf"\b{words.GOVERNMENT}{_AFTER_GOVERNMENT} {_ORDERS} (?:the |its )?[\w' -]{{0,40}}?"),
    re.compile(
        rf"\b(?:was|were|been) (?:formally )?{participles(('direct', 'order', 'instruct'))} "
        rf"(?:(?:in|on) [\w ]{{3,18}} )?(?:by|to) (?:{words.GOVERNMENT}|hand|transfer|improve|work with)"
    ),
    re.compile(
        rf"\b{words.GOVERNMENT}{_AFTER_GOVERNMENT} (?:{finite_forms(('intervene', 'step in'))}|"
        rf"{finite_forms(('take', 'seize', 'assume'))} (?:over|control|charge of (?:the |its )?(?:service|department|"
        r"council|children's))|stripped)\b"
    ),
)
# "control of the service was taken away from councillors"
TAKEN_AWAY = re.compile(
    rf"\b(?:control|responsibility|running)\b[^;.]{{0,60}}? (?:is|was|were|has been|had been|being) "
    rf"{participles(('take', 'remove', 'strip', 'wrest'))}(?: away)? "
    r"from (?:the |its |local |elected )?(?:\w+ )?(?:council\w*|authority|town hall|county hall)\b"
)
# "the direction under which the service has been run since October 2014"
RUN_UNDER = re.compile(r"\bdirection (?:under which|that) [^;.,]{3,60}? (?=since\b)")
EARLY = re.compile(
    r"\b(?:early|family|social work|crisis|therapeutic|edge of care|targeted|social care) (?:[\w-]+ )?\Z|\b(?:early|"
    r"targeted|therapeutic) (?:help|intervention)"
)
TO_END = re.compile(
    r"\b(?:to|for|towards?|seek\w*|before|until|on|call\w* for|when|once|toward) (?:be |get |getting |being |have |"
    r"see )?(?:the |an |its )?\Z"
)
# "lifted the notice, which was issued in 2013"
ISSUED = re.compile(
    r",? (?:which was |that was |first |(?:which |that )?it (?:was|had been) )?(?:issued|served|imposed|given|"
    r"put under)\b|"
    r",? (?:which|that) (?:it|they|[\w' ]{3,30}?) (?:had |has )?(?:served|issued|imposed|given|made)\b|"
    r",? (?:which|that) (?:had|has) (?:hung|been|stood|lain) [^,;.]{0,40}?since "
)
# "special measures were lifted, three years after they were imposed" tells both
JOINT_AFTER = re.compile(r"[.,;:]|\b(?:and|but|while|after|when|which|that)\b")
# "the end of intervention came in March"
ENDING = re.compile(r"\b(?:end|ending|lifting|removal|exit|release|withdrawal) (?:of|to|from) (?:the |its )?\Z")
# what is also done with a direction that is none of the law: "gave the service a clear direction"
OF_ANY_DIRECTION = frozenset(
    {"give", "gives", "gave", "giving", "sent", "send", "sends", "put", "came", "comes", "hand"}
)
# a clause of its own tells a fact, whatever stands before it: "stay under a direction that ministers issued"
CLAUSE = re.compile(r",? (?:which|that|whom) ")
# without one of these no government acts and nothing is taken out of a council's hands
GOVERNORS = (
    "government", "minister", "secretar", "department", "dfe", "dcsf", "whitehall", "commissioner", "ordered to",
    "obliged to", "forced to", "instructed to", "compelled to", "made to", "the council to", "control", "responsib",
    "directed", "running", "to an end", "to a close", "released", "freed", "let go", "let out",
)  # fmt: skip
LASTING = re.compile(r"[.,;]|\Z| (?:since|for|from|after|until|in)\b")
BEGAN = frozenset({"began", "begun", "started", "came", "followed"})
SERVED = frozenset({"served", "issued", "serving", "issuing", "serves", "issues"})
BY_GOVERNMENT = re.compile(rf"\b(?:{words.GOVERNMENT}|the department)\b")
IMPOSED_BEFORE = re.compile(
    r"\b(?:years?|months?|weeks?) (?:after|since) (?:they|it|the \w+) (?:was|were|had been) (?:first )?(?:imposed|"
    r"issued|put in|made|"
    r"introduced|placed|served)\b|\b(?:they|it) (?:was|were) (?:first )?(?:imposed|placed|issued|introduced) "
    r"(?:in|on) "
)
OF_DIRECTION = re.compile(r"\b(?:special measures|direction|intervention|oversight|control)\b")
# "After nine years in special measures the department was": the time that follows is another thing's
LASTED = re.compile(r"\b(?:years?|months?|spell|time|period) (?:in|of|under|on) \Z")
ALL_BUT = re.compile(r"\A[\"']? (?:in all but name|by another name|in disguise)\b")
A_DIRECTION = re.compile(
    r"\b(?:statutory|government|ministerial|formal|legal|new|second|third|first|a|the council's) direction\b(?! "
    r"of\b)|"
    r"\bspecial measures\b"
)
ANY = re.compile(r"\b(?:notice|direction|special measures|intervention)\b")
OURS = re.compile(
    r"\b(?:children's (?:services|social care|department)|council|authority|borough|county|social (?:services|care|"
    r"work\w*))\b"
)
