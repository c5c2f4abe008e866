"""The forms in which a text tells a grade, and the words around one that make it no overall grade."""

from __future__ import annotations

import re

from transforms.events import words

Q = r"[\"']?"
JUDGED = (
    r"(?:judged|judges|judging|rated|rates|rating|graded|grades|re-?graded|found|finds|deemed|deems|declared|"
    r"declares|branded|brands|labelled|labels|classed|classified|ranked|described|describes|considered|assessed|"
    r"marked|adjudged|ruled|dubbed|pronounced|condemned|called|calls|came out|comes out|coming out|damned|"
    r"slated|written off|dismissed)"
)
GOT = (
    r"(?:given|gave|gives|awarded|awards|handed|hands|received|receives|receiving|got|gets|getting|achieved|achieves|"
    r"achieving|earned|earns|secured|secures|securing|gained|gains|scored|scores|won|wins|obtained|retained|retains|"
    r"maintained|maintains|kept|keeps|celebrated|celebrates|celebrating|slapped with|hit with|issued with|returned|"
    r"returns|landed|told it was)"
)
NOUN = r"(?:rating|judgement|judgment|grade|grading|verdict|mark|status|ranking|score|result)"
# what may stand right after a grade that is one, and no "good practice"
THEN = (
    rf"(?=[\"')\]]*(?: ?\Z|[,.;:)\]!?|]| [-–—(]| (?:by|in|for|at|after|following|overall|with|on|since|last|this|"
    rf"yesterday|today|across|and|but|when|while|whilst|from|twice|again|under|during|because|despite|as|or|both|"
    rf"until|just|only|less|more|nearly|almost|earlier|back|if|though|although|prompting|leading|due|amid|against|"
    rf"which|who|that|meaning|ofsted|children's|to|six|two|three|four|five|seven|eight|nine|ten|a|an|the|it|its|is|"
    rf"was|were|are|has|have|had|before|where|throughout|once|over|{NOUN}s?|per|within|so|than|rather|previously|"
    rf"on)\b))"
)
ADVERBS = (
    r"(?: (?:by|as|to be|to|be|being|overall|again|once|more|once again|still|now|only|just|officially|finally|"
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
    rf"previous)(?: overall| ofsted| first| second| new)?)"
    rf"(?P<object>) {Q}{words.GRADE}{Q}(?:[- ](?:ofsted|overall|inspection))* {NOUN}\b"
)
# "Good rating for", "'outstanding' Ofsted rating", "'good' in first inspection"
HEADLINE = re.compile(
    rf"(?P<verb>)(?P<object>)(?:\A|(?<=[\"'])){words.GRADE}[\"']?(?::? ofsted's? (?:verdict|rating)|: verdict| (?:in|"
    rf"after|following) (?:\w+ ){{0,3}}(?:inspection|ofsted)\b|"
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
RAISED_TO = re.compile(
    rf"\b(?P<verb>upgrades?|downgrades?|lifted|moved|marked|slump(?:ed|s)|plunge[ds]?|sunk|sank|fallen|fell|slipped|climbed|risen|"
    rf"upgraded|downgraded|promoted|moved up|raised|dropped|relegated|demoted|improved (?:its|their|"
    rf"the)(?: overall)?(?: ofsted)? (?:rating|grade|judgement))"
    rf"(?P<object>(?: [\w' ]{{0,40}}?)?),? to (?:an? )?{Q}{words.GRADE}{THEN}"
)
SUBJECT = (
    r"(?:children's (?:services|social care)(?: department)?|services for children|social services|(?:the |local "
    r")*(?:council|authority|county council|city council|borough council|borough|department|directorate|trust|"
    r"service|services)|overall effectiveness)(?: (?:in|at|for|provided by|run by) [\w'&., -]{1,45}?)?"
)
IS = re.compile(
    rf"\b(?P<verb>{SUBJECT})(?P<object>)(?: (?:is|are|was|were|remains?|remained|has been|have been|continues? to "
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
    rf" (?:from|by|of) {words.OFSTED})?)"
    rf"(?: (?:was|is|came back as|came back|came as|:)|,|:) {Q}{words.GRADE}{THEN}"
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
    rf"\b(?P<verb>with|holds?|has|have|enjoys?)(?P<object>) (?=(?:the|its) (?:highest|top|best|lowest|worst|bottom)\b)"
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
FAILINGS = (FAILING, FAILED, WERE_FAILING, WANTING, CONCLUDED)
FORMS = (
    ("moved", MOVED),
    ("raised_to", RAISED_TO),
    ("overall", OVERALL),
    ("passive", PASSIVE),
    ("given", GIVEN),
    ("active", ACTIVE),
    ("rating_of", RATING_OF),
    ("named", NAMED),
    ("headline", HEADLINE),
    ("told", TOLD),
    ("requires", REQUIRES),
    ("is", IS),
    ("said_after", SAID_AFTER),
    ("verdict", VERDICT),
    ("with_best", WITH_BEST),
    ("we_are", WE_ARE),
    ("from_bottom", FROM_BOTTOM),
    ("replaced", REPLACED),
    ("in_view", IN_VIEW),
)
FORMS_IN_REPORT = frozenset({"moved", "overall", "passive", "active", "requires", "is"})
NEEDS_OFSTED = frozenset({"is", "requires", "told", "said_after", "given", "verdict", "we_are"})
WEAK_VERBS = frozenset(
    {
        "found",
        "finds",
        "described",
        "describes",
        "considered",
        "assessed",
        "returned",
        "returns",
        "marked",
        "called",
        "calls",
        "came out",
    }
)
ANY = re.compile(words.GRADE)
OFSTED = re.compile(rf"\b(?:{words.OFSTED}|inspection|inspected|monitoring visit|rating|rated|judged|inspection)")
JUDGES = re.compile(rf"\b{JUDGED}\b")
NEGATED = re.compile(
    r"\b(?:not|never|neither|nor|no longer|longer|less than|than|isn't|wasn't|aren't|weren't|yet|barely)(?: "
    r"\w+){0,2} [\"']?\Z"
)
BREAK = re.compile(
    r"; |: | - | – | — |, which (?:was|took place) [^,]{3,40}, |, (?:but|while|whilst|whereas|although|though|and|"
    r"with|including|who)\b|\b(?:but|while|"
    r"whereas|although|because|after|since|when|if) |\. |[\"] "
)
AUXILIARY = re.compile(
    r"\b(?:was|were|is|are|be|been|being|has|have|had|also|then|again|all|both|now|previously|recently|once|later|"
    r"still|first|which|who|that|and|having|itself|themselves|to|not)\b|[,\"'() ]+"
)
NO_GRADE = re.compile(
    r"\A (?:at|for (?:children|families)|in parts|enough|or better|or outstanding|or above|or good)\b"
)
TO_GET = re.compile(
    r"\b(?:to|towards?|aspir\w+|road to|journey to|path to|chasing|deserve\w*|push for|drive for|get to|getting to|"
    r"becoming|become|on track for)(?: (?!after\b|following\b|since\b)\w+){0,3} \Z"
)
ENTITY = re.compile(
    r"\b(?:school|academy|nursery|college|hospital|care home|children's homes?|pre-school|fostering agency|adoption "
    r"agency|homes)\b"
)


FOR_AREA = re.compile(
    rf"[\"']?,? (?:for|in)(?! (?:\w+ ){{1,3}}(?:years?|months?|decades?|weeks?|inspections?)\b) (?:its |the )?(?:\w+ "
    rf")?{words.AREA.pattern}"
)
# a grade of so many of the areas, and one of councils at large
_COUNT = r"(?:one|two|three|four|five|six|\d)"
OF_PARTS = re.compile(
    rf"\b{_COUNT} (?:areas? |aspects? |categories |strands )?(?:out )?of (?:the |its |their |our )?(?:{_COUNT}\b|"
    rf"areas|aspects)"
)
OF_MANY = re.compile(
    r"\b(?:third|quarter|half|most|many|several|number|majority|\w+(?:th|fths?|ths)|per cent|percentage|proportion|%|"
    r"one in \w+|few|more|fewer)"
    r"(?: of)?(?: the| all)?(?: [\w'-]+)? (?:councils|authorities|departments)\b"
)
# "four years after being damned": no count of areas
TIMES = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|a|\d+) (?:more |straight |consecutive )?(?:years?|"
    r"months?|weeks?|days?|"
    r"times|inspections|decades?)\b"
)
PRONOUN = re.compile(r"\b(?:it|they|which|this)\b")
PUPILS = re.compile(r"\b(?:pupils?|schools?|academy|residents|beds|patients|nursery|unit|home)\b")
OF_SERVICES = re.compile(r"\b(?:services|social care|ofsted|inspect\w+|council|authority|department)\b")
AND_THEN = re.compile(
    rf"[\"']? in (?:\w+ )?\d{{4}},?(?: and| and then| then| but)?(?: as)? {Q}{words.GRADE}{Q}(?= in (?:\w+ "
    rf")?\d{{4}})"
)
BY_OFSTED = re.compile(rf"\b{words.OFSTED}(?: (?:had|have|has|also|then|again|now|last))* \Z")
LOST = re.compile(r"\b(?:los[et]|loses|losing|stripped of|shed|shook off|shaken off|threw off)(?: \w+)? \Z")
FORMER = re.compile(r"\b(?:from|after|since|despite|following|of)(?: an?| its| the)? [\"']\Z")
OF_OTHER = re.compile(rf"{words.AREA.pattern}'s? (?:\w+ )?\Z")
FIRST_TO = re.compile(r"\b(?:first|only|second|third|few|latest)(?: [\w'-]+){0,6} to (?:be )?\Z")
