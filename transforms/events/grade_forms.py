"""The forms in which a text tells a grade, and the words around one that make it no overall grade."""

from __future__ import annotations

import re

from transforms.events import words
from transforms.events.verbs import alternation, finite_forms, told_forms

Q = r"[\"']?"
JUDGED = alternation(
    (
        finite_forms(
            (
                "judge", "rate", "grade", "regrade", "re-grade", "find", "deem", "declare", "brand", "label", "class",
                "classify", "describe", "consider", "assess", "mark", "adjudge", "rule", "dub", "pronounce",
                "condemn",
                "call", "come out", "damn", "slate", "write off", "dismiss", "certify", "rank", "categorise",
            )
        ),
        "judging", "rating", "calling", "deeming", "branding", "labelling", "describing", "pronouncing", "classing",
        "grading", "coming out", "declaring", "finding it", "ranked",
    )
)  # fmt: skip
GOT = alternation(
    (
        finite_forms(
            (
                "give", "award", "hand", "receive", "get", "achieve", "earn", "secure", "gain", "score",
                "win", "obtain",
                "retain", "maintain", "keep", "celebrate", "return", "land", "collect", "pick up", "regain",
                "deliver",
                "attain", "clinch", "claim",
            )
        ),
        "receiving", "getting", "achieving", "securing", "celebrating", "earning", "slapped with", "hit with",
        "issued with", "told it was",
    )
)  # fmt: skip
NOUN = (
    r"(?:rating|judgement|judgment|grade|grading|verdict|mark|status|ranking|score|result|label|tag|category|badge|"
    r"bracket|band|tier|outcome|stamp|finding|conclusion)"
)
# what may stand right after a grade that is one, and no "good practice"
THEN = (
    rf"(?=[\"')\]]*(?: ?\Z|[,.;:)\]!?|]| [-–—(]| (?:by|in|for|at|after|following|overall|with|on|since|last|this|"
    rf"yesterday|today|across|and|but|when|while|whilst|from|twice|again|under|during|because|despite|as|or|both|"
    rf"until|just|only|less|more|nearly|almost|earlier|back|if|though|although|prompting|leading|due|amid|against|"
    rf"which|who|that|meaning|ofsted|children's|to|six|two|three|four|five|seven|eight|nine|ten|a|an|the|it|its|is|"
    rf"was|were|are|has|have|had|before|where|throughout|once|over|{NOUN}s?|per|within|so|than|rather|previously|"
    rf"on|at last|at long last)\b))"
)
ADVERBS = (
    r"(?: (?:our|my|your|by|as|to be|to|be|being|overall|again|once|more|once again|still|now|only|just|"
    r"officially|finally|"
    r"formally|services?|it|them|us|twice|previously|ofsted|inspectors|the (?:watchdog|regulator|inspectorate)|was|"
    r"were|is|are|that it|that they|as being|its|their|the|an?|of|first|second|third|ever|new|another|overall|"
    r"consecutive|successive|straight|damning|coveted|prestigious|highest|improved|lowly|dreaded|full|possible|"
    r"rating|grade|judgement|verdict|mark|status|children's services|unexpectedly|for the \w+(?: consecutive| "
    r"successive)? time))*"
)
PASSIVE = re.compile(rf"\b(?P<verb>{JUDGED})(?P<object>{ADVERBS}) {Q}{words.GRADE}{THEN}")
ACTIVE = re.compile(
    rf"\b(?P<verb>{JUDGED})(?P<object> [^;:|]{{2,120}}?) (?:as |to be |was |were |is |are )?{Q}{words.GRADE}{THEN}"
)
GIVEN = re.compile(
    rf"\b(?P<verb>{GOT})(?P<object>(?: (?:the )?(?:council|county council|authority|service|services|it|them|"
    rf"department|children's services|county|city|borough|town|island|[\w'-]+ council))?{ADVERBS}) "
    rf"{Q}{words.GRADE}{THEN}"
)
NAMED = re.compile(
    rf"\b(?P<verb>(?:an?|the|its|their|that|this|first|second|third|overall|consecutive|ofsted|another|current|"
    rf"previous|[\w-]+'s?)(?: overall| ofsted| first| second| new)?)"
    rf"(?P<object>) {Q}{words.GRADE}{Q}(?:[- ](?:ofsted|overall|inspection))* {NOUN}\b"
)
# "Good rating for", "'outstanding' Ofsted rating", "'good' in first inspection"
HEADLINE = re.compile(
    rf"(?P<verb>)(?P<object>)(?:\A|(?<=[\"'])){words.GRADE}[\"']?(?::? ofsted's? (?:verdict|rating)|: verdict| (?:in|"
    rf"after|following) (?:\w+ ){{0,3}}(?:inspection|ofsted)\b|"
    rf":? (?:that|this|it) (?:was|is) {words.OFSTED}(?:'s?)? (?:verdict|judgement|conclusion|view)|"
    rf"(?: ofsted| overall)* (?:rating|judgement|verdict|grade)\b)"
)
RATING_OF = re.compile(rf"\b(?P<verb>{NOUN})(?P<object>(?: for [\w' ]{{1,40}})?) of {Q}{words.GRADE}{THEN}")
OVERALL = re.compile(
    rf"\b(?P<verb>overall (?:effectiveness|judgement|grade|rating))(?P<object>[^;.]{{0,60}}?)(?: is| was| were| as| "
    rf"to be| that|:|,| -| –|\|| are)* ?{Q}{words.GRADE}{THEN}"
)
MOVED = re.compile(
    rf"\b(?P<verb>moved?|moves|moving|go|gone|goes|went|improv(?:ed|es|ing)|risen|rose|rises|climb(?:ed|s)|jump(?:ed|"
    rf"s)|upgraded|lifted|raised|leapt|turned|progressed|advanced|journey|transformation|turnaround|taken|took|"
    rf"dropped|drops|fell|fallen|slipped|slips|downgraded|plunged|slumped|plummeted|up|down|step(?:ped)? up|leap|"
    rf"rise|improvement|transformed|changed|switched|slides?|slid|sinks?|sank|tumbled|"
    rf"tumbles)(?P<object>[^;.]{{0,60}}?) (?:from|of) (?:an? )?(?:being "
    rf")?(?:rated |judged )?(?:overall )?(?:rating |grade )?(?:of )?{Q}{words.PLAIN_GRADE}{Q}(?: (?:rating|grade|"
    rf"judgement|status|overall))?(?: in (?:\w+ )?\d{{4}})?,?(?: straight| all the way| up| down)? to (?:an? "
    rf")?(?:being )?(?:rated |judged )?{Q}{words.GRADE}{THEN}"
)
_SHIFTS = (
    "upgrade", "downgrade", "lift", "move", "mark", "slump", "plunge", "sink", "fall", "slip", "climb", "rise",
    "promote", "raise", "drop", "relegate", "demote", "slide", "jump", "leap", "bump", "push", "return",
    "revert", "step",
    "haul", "tumble", "progress", "graduate", "advance", "dip",
)  # fmt: skip
RAISED_TO = re.compile(
    rf"\b(?P<verb>{told_forms(_SHIFTS)}|upgrades?|downgrades?|improved (?:its|their|"
    rf"the)(?: overall)?(?: ofsted)? (?:rating|grade|judgement))"
    rf"(?P<object>(?: [\w' ]{{0,40}}?)?),?(?: (?:back|up|down|straight))? to (?:an? )?(?:being "
    rf")?{Q}{words.GRADE}{THEN}"
)
# "its journey from 'inadequate' to 'good'", whatever the verb
FROM_TO = re.compile(
    rf"\b(?P<verb>from)(?P<object>) (?:an? )?(?:being )?(?:rated |judged )?{Q}{words.PLAIN_GRADE}{Q}"
    rf"(?: (?:rating|grade|judgement|status|overall))?(?: in (?:\w+ )?\d{{4}})?,?[^;:.]{{0,30}}? to (?:an? "
    rf")?(?:being )?"
    rf"(?:rated |judged )?{Q}{words.GRADE}{THEN}"
)
# "a second inadequate, in 2018": the grade as a noun
NOUNED = re.compile(
    rf"\b(?P<verb>an?|another|(?:a|its|their|our) (?:first|second|third)|our|its) {Q}(?P<object>){words.GRADE}"
    rf"(?={Q}(?:[,;]|\.?\Z| (?:from|by|in \w*\d|in (?:january|february|march|april|may|june|july|august|"
    rf"september|october|"
    r"november|december)|at the last|cost|meant|means|came|twice)\b))"
)
# "the services, inadequate since 2015"
SINCE = re.compile(rf"(?P<verb>)(?P<object>),? {Q}{words.GRADE}{Q}(?= since (?:\w+ )?\d{{4}})")
# "in its lowest category, inadequate"
APPOSED = re.compile(
    rf"\b(?P<verb>(?:lowest|highest|top|best|worst|bottom|second|next|third)[\w -]{{0,12}}? "
    rf"{NOUN}(?: of all| possible| available)?)(?P<object>)(?:,| -| –|:| of) {Q}{words.GRADE}{THEN}"
)
# inspectors are spoken of, and the grade stands in quotes: "the county came away with a 'good'"
QUOTED = re.compile(
    rf"\b(?P<verb>an?|another|its first|its second|that|this|as)(?P<object>) [\"']{words.GRADE}"
    rf"(?=[\"'](?:[.,;:]|\Z| (?:from|by|in|at|overall|for|after|last|this|on)\b))"
)
SUBJECT = (
    r"(?:children's (?:services|social care)(?: department)?|services for children|social services|(?:the |local "
    r")*(?:council|authority|county council|city council|borough council|borough|department|directorate|trust|"
    r"service|services)|overall effectiveness)(?: (?:in|at|for|provided by|run by) [\w'&., -]{1,45}?)?"
)
IS = re.compile(
    rf"\b(?P<verb>{SUBJECT})(?P<object>)(?:, [^,;.]{{3,40}},)?(?: (?:is|are|was|were|remains?|remained|has been|"
    rf"have been|continues? to "
    rf"be|had been|still|now|officially|overall|again|that))+ {Q}{words.GRADE}{THEN}"
)
REQUIRES = re.compile(
    rf"\b(?P<verb>{SUBJECT})(?P<object>)(?: still| overall)? {Q}(?P<requires_improvement>requires? improvement)\b"
)
SAID_AFTER = re.compile(
    rf"(?P<verb>)(?P<object>){Q}\b{words.GRADE}{Q},? (?:says?|said|rules?|ruled|finds?|found|declares?|according "
    rf"to|in the eyes of) {words.OFSTED}"
)
TOLD = re.compile(rf"\b(?P<verb>told)(?P<object>[^;.]{{0,70}}?) {Q}{words.GRADE}{THEN}")
# "Ofsted's verdict, when it came in May, was inadequate"
VERDICT = re.compile(
    rf"\b(?P<verb>(?:headline )?(?:verdict|grade|rating|judgement|outcome|result))(?P<object>(?:,[^.;,]{{3,40}},|"
    rf" (?:from|by|of) {words.OFSTED}| (?:on|for|of|about) [\w' ]{{2,60}}?)?)"
    rf"(?: (?:was|is|came back as|came back|came as|:)|,|:) {Q}{words.GRADE}{THEN}"
)
# "their verdict, when it came, was the one we feared: inadequate"
COLON = re.compile(
    rf"\b(?P<verb>verdict|judgement|judgment|rating|grade)\b(?P<object>[^;:]{{2,70}}?)(?::| [-–—]) (?:an? "
    rf")?{Q}{words.GRADE}{THEN}"
)
# "which Ofsted said were inadequate in 2016"
SAID = re.compile(
    rf"\b{words.OFSTED}(?: (?:had|has|also|then))* (?P<verb>said|ruled|concluded|decided|found|says|"
    rf"reported)(?: that)?"
    rf"(?P<object>(?: [\w'-]+){{0,10}}?) (?:was|were|is|are|remained) (?:now |still )?{Q}{words.GRADE}{THEN}"
)
# "The inspectors have gone, and we are 'good'"
WE_ARE = re.compile(
    rf"\b(?P<verb>we(?:'re| are| were| remain)(?: now| still| officially)?)(?P<object>) [\"']{words.GRADE}(?=[\"'])"
)
# "went from bottom of the class to 'good'"
FROM_BOTTOM = re.compile(
    rf"\b(?P<verb>from)(?P<object>) (?:the )?(?:bottom|foot|worst|depths|brink|"
    rf"rock bottom)(?: [\w'-]+){{0,4}} to (?:being )?"
    rf"{Q}{words.GRADE}{THEN}"
)
# "has been replaced by a good one"
REPLACED = re.compile(
    rf"\b(?P<verb>replaced (?:by|with))(?P<object>) (?:an?|one of) {Q}{words.GRADE}(?={Q} one\b|{Q}[.,;]|\Z)"
)
# "In the view of Ofsted, the work is inadequate"
IN_VIEW = re.compile(
    rf"\b(?P<verb>in the (?:view|eyes|opinion|judgement) of {words.OFSTED}),?(?P<object> [^;.]{{2,60}}?) (?:is|was|"
    rf"are|were) "
    rf"{Q}{words.GRADE}{THEN}"
)
# "one of only a few with the top Ofsted grade"
WITH_BEST = re.compile(
    rf"\b(?P<verb>with|holds?|has|have|enjoys?)(?P<object>) (?=(?:the|its) (?:highest|top|best|lowest|worst|"
    rf"bottom)\b)"
    rf"{words.GRADE}"
)
FAILING = re.compile(
    rf"\b(?:(?:{words.OFSTED})[^;.]{{0,50}}?(?:found|said|ruled|declared|concluded|warned|judged|told)[^;.]{{0,60}}? "
    rf"|told[^;.]{{0,60}}? |(?:rated|judged|branded|labelled|declared|deemed|found to be|classed as|described as) "
    rf")(?:was |were |is |are |to be |as |being )?{Q}(?P<failing>{words.FAILING})\b"
)
WERE_FAILING = re.compile(rf"\b{SUBJECT} (?:was|were) {Q}(?P<failing>failing){Q}(?=.*\b{words.OFSTED})")
FAILED = re.compile(
    rf"\b(?P<failing>failed (?:its|an?|their|the)(?: [\w'-]+){{0,3}} (?:inspection|ofsted)|"
    rf"was failed by {words.OFSTED}|(?:was|"
    rf"were) failed by {words.OFSTED}|"
    r"(?<=council )failed(?= in (?:\w+ )?\d{4})|(?<=authority )failed(?= in (?:\w+ )?\d{4})|"
    r"(?<=department )failed(?= in (?:\w+ )?\d{4})|(?<=ofsted )failed (?:the|it|its|them)\b(?! to\b)(?!'))"
)
# "inspectors found the service wanting", "an inspection concluded that the service was failing"
WANTING = re.compile(
    rf"\b(?:{words.OFSTED}|inspection) (?:had |has )?found (?:the |its |"
    rf"their )?(?:[\w'-]+ ){{1,4}}?(?P<failing>wanting)\b"
)
CONCLUDED = re.compile(
    r"\b(?:inspection|inspectors|ofsted)\b[^;.]{0,60}? (?:concluded|found|ruled|said|decided) that (?:the |its |"
    r"their )?"
    rf"(?:[\w'-]+ ){{1,4}}?(?:was|were|is|are) {Q}(?P<failing>failing)\b"
)
# "failing in 2011 and again in 2015"
AND_AGAIN = re.compile(r"[\"']? in (?:\w+ )?\d{4},? (?:and |and then |then )(?P<failing>again)(?= in (?:\w+ )?\d{4})")
# "Found wanting by Ofsted in 2013"
FOUND_WANTING = re.compile(rf"\bfound (?P<failing>wanting|failing|to be failing) by {words.OFSTED}\b")
FAILINGS = (FOUND_WANTING, FAILING, FAILED, WERE_FAILING, WANTING, CONCLUDED)
_JUDGED = (
    "judg", "rated", "rates", "rating", "grad", "found", "finds", "deem", "declar", "brand", "label", "class",
    "describ",
    "consider", "assess", "mark", "rule", "dub", "pronounc", "condemn", "call", "com", "came", "damn",
    "slate", "writ",
    "wrote", "dismiss", "certif", "rank", "categor",
)  # fmt: skip
_NOUNS = ("rating", "judg", "grad", "verdict", "mark", "status", "rank", "score", "result", "label", "tag",
"category",
          "badge", "outcome", "stamp", "finding", "conclusion")  # fmt: skip
# each form with what a sentence must hold for it: plain words, which are looked for faster than a pattern
FORMS = (
    ("moved", MOVED, (" from ", " of ")),
    ("moved", FROM_TO, ("from ",)),
    ("raised_to", RAISED_TO, (" to ",)),
    ("overall", OVERALL, ("overall",)),
    ("passive", PASSIVE, _JUDGED),
    ("given", GIVEN, ("",)),
    ("active", ACTIVE, _JUDGED),
    ("said", SAID, ("ofsted", "inspect", "watchdog", "regulator", "hmi")),
    ("rating_of", RATING_OF, (" of ",)),
    ("named", NAMED, _NOUNS),
    ("headline", HEADLINE, ("",)),
    ("told", TOLD, ("told",)),
    ("requires", REQUIRES, ("requir",)),
    ("is", IS, ("",)),
    ("said_after", SAID_AFTER, (" sa", "rule", "find", "found", "declare", "according", "eyes")),
    ("verdict", VERDICT, _NOUNS),
    ("with_best", WITH_BEST, ("est ", " top ", "bottom ")),
    ("we_are", WE_ARE, ("we",)),
    ("from_bottom", FROM_BOTTOM, ("from ",)),
    ("replaced", REPLACED, ("replaced",)),
    ("in_view", IN_VIEW, ("in the ",)),
    ("apposed", APPOSED, _NOUNS),
    ("quoted", QUOTED, ("'", '"')),
    ("verdict", COLON, _NOUNS),
    ("nouned", NOUNED, ("",)),
    ("since", SINCE, (" since ",)),
)
