"""The words of inspections and visits: nouns, verbs, and what makes one told or another body's."""

from __future__ import annotations

import re

from transforms.events import words
from transforms.events.frames import frames
from transforms.events.verbs import past_forms

NOUN_CUES = ("visit", "inspect", "jtai", "ilacs", "trip", "check", "follow-up", "look", "call")
VERB_CUES = ("ofsted", "inspector", "hmi", "watchdog", "inspectorate", "regulator", "we ", "i ", "they ")
NOUN = re.compile(
    r"\b(?=[acfijlmrstv])(?P<noun>(?P<monitoring>monitoring (?:visit|inspection))|(?P<focused>(?:focus+ed "
    r")?assurance visit|"
    r"focus+ed visit)|(?P<visit>visit(?<!home visit)(?<!statutory visit)(?<!family visit)(?<!site visit)"
    r"(?<!social work visit)|trip(?:(?<=latest trip)|(?<=last trip)|(?<=recent trip)|(?<=second trip)|(?<=third "
    r"trip))|"
    r"(?:check|follow-up|spot check)(?= by (?:ofsted|inspectors|the watchdog))|(?P<look>look(?= at)|checks?|call))|"
    r"(?P<inspection>(?:re-?)?inspections?|jtai|ilacs)(?! (?:report|framework|team|regime|dates?|service|board|"
    r"handbook|"
    r"history|process|readiness|judgements?|outcomes?|letter|result|grade|rating|preparation|cycle|system|bod|"
    r"regimes?|activity|findings (?:was|were)? ?published|improvement)\b))(?P<plural>s)?\b"
)
OTHER_SERVICES = re.compile(
    r"\bspecial (?:educational )?needs\b|\bsend\b(?! in)|\bcqc\b|\bcare quality "
    r"commission\b"
)
ORDINAL = re.compile(
    rf"\b(?P<ordinal>{words.ORDINAL})(?: and (?:final|last|latest|most recent))?(?: in a series)?"
    r"(?: of (?:its|the|their|ofsted's|six|five|four|seven|eight|several|these|those|a series of))?"
    r"(?: (?:ofsted|quarterly|official|such|formal|post-inspection|full))* \Z"
)
OF_OTHERS = re.compile(
    r"\b(?:schools?|homes?|send|nursery|childcare|hospital|care quality|cqc|fire|police|prison|residential|health|"
    r"housing|youth offending|youth justice|yot|yos|"
    r"environmental|food|building|site|kitchen|vehicle|custody|secure|college|adult|probation|nhs|inspectorate of)\b"
)
INSPECTION_OF_OTHERS = re.compile(
    r"\A(?:'s)? (?:of|at|to|into) (?:[\w',-]+ ){0,5}?(?:youth offending|youth justice|homes?|schools?|nurser(?:y|"
    r"ies)|hospital|academy|college|centre|agency|service for|"
    r"hostel|unit|prison|police|providers?|send)\b"
)
BY_OTHERS = re.compile(
    r"\b(?:by|of) (?:hmi(?:c\w*)? |her majesty's inspectorate|his majesty's inspectorate|the "
    r"care quality|cqc|police|probation)"
)
# "the county's fire service had its first inspection", "police inspectors"
JOINT_INSPECTION = re.compile(r"\bjoint targeted area|\bjtai\b")
OTHER_BODY = re.compile(
    r"\b(?:fire(?: and rescue)? (?:service|station|brigade)|fire inspector\w*|police(?: service| force| "
    r"inspector\w*)?|"
    r"constabulary|hospital|nursery|ambulance|prison|academy|school|care quality)\b"
)
OUR_BODY = re.compile(r"\b(?:ofsted|children's services|social (?:care|work\w*)|council|child protection)\b")
# "has not improved since the last inspection in 2016": what is denied is not the inspection
PRESUPPOSED = re.compile(
    r"\b(?:since|following|after|at|during) (?:the|its|their|our|that|ofsted's) (?!next|forthcoming|coming|upcoming|"
    r"expected|planned)(?:[\w'-]+ ){0,4}\Z"
)
MADE = re.compile(
    r"\b(?:carried out|conducted|undertook|undertaken|completed|made|held|had|underwent|undergone|paid|hosted|faced|"
    r"received|told|failed|passed|published|welcomed)(?: [\w'’-]+){0,5} \Z"
)
FOUND = re.compile(
    r"\A[\"']?,?(?:(?: (?!and\b|but\b|that\b|when\b|if\b|for an? )[\w'’,()/&-]+){0,14}?) (?:has |have |had |also |"
    r"then |have also |has also )*(?:found|finds|revealed|reveals|praised|praises|highlighted|highlights|identified|"
    r"identifies|concluded|concludes|took place|takes place|was carried out|was conducted|was undertaken|was held|"
    r"was completed|judged|rated|uncovered|showed|shows|described|criticised|criticises|noted|notes|came|happened|"
    r"raised|led|resulted|exposed|confirmed|confirms|recognised|looked at|looked into|focused on|examined|was in|"
    r"were in|was (?:damning|critical|positive|glowing|scathing)|saw|sees|delivered|gave|followed|was the|was made|"
    r"acknowledged|reported|said|warned|rated)\b"
)
PRESENT_TOLD = re.compile(
    r"\b(?:following|after|in the wake of|as a result of|from|during|at|in|on|of|by|findings of|a|an|its|their|"
    r"(?:latest|recent|surprise|damning|unannounced|snap|critical|scathing|full|new))\b[\w' -]{0,40}\Z"
)
ARTICLE = re.compile(
    r"\b(?:an?(?: [\w'-]+){0,4}|(?:the|its|their|this|ofsted's?)(?: [\w'-]+){0,2}? (?:latest|recent|most recent|"
    r"surprise|damning|unannounced|snap|critical|scathing|new|two-day|three-day|week-long|two-week|follow-up|"
    r"full)(?: [\w'-]+){0,3}|ofsted|surprise|damning) \Z"
)
LETTER_ABOUT = re.compile(
    r"\b(?:report|letter|findings)(?: \w+)? (?:about|following|after|on|of|from) (?:its|the|an?|their|ofsted's) "
    r"(?:\w+ ){0,3}\Z"
)
# "Four were judged good or outstanding at their latest inspection" says how homes did
OF_HOMES = re.compile(
    r"\bgood or outstanding\b|\bchildren's homes?\b|\b(?:at|in) their (?:latest|most recent|"
    r"last)(?: ofsted)? inspections?\b"
)
IN_FIRST = re.compile(r"\b(?:in|after|following) (?:first|latest|recent|surprise|full|new)(?: full)?(?: ofsted)? \Z")
BARE_SINCE = re.compile(
    r"\b(?:since|before|prior to|at the time of|at the|for|each|every|per|between|under) (?:the|its|their|that|our)? "
    r"?(?:\w+ )?\Z"
)
OFSTED = re.compile(rf"\b(?:{words.OFSTED})")
TOOK_PLACE = re.compile(r" (?:took place|was carried out|was made)\b")
POSSESSIVE = re.compile(
    r"\b(?:their|its|his|her|the|this|that|a|ofsted's|inspectors'|latest|last|recent|ofsted)\b[\w ,'-]{0,30}\Z"
)
# what stands between the inspectors and what they did: "inspectors from Ofsted, who had then also"
_WHO = (
    r"(?:'s)?(?: (?:who|which|team|staff|officials|people|inspectors|monitoring team|monitors))?"
    r"(?: (?:from|led by) (?!\w+ to\b)[\w'-]+(?: [\w'-]+)?)?"
)
_ADVERBS = (
    r"(?:,? (?:had|have|has|last|first|then|also|again|recently|previously|since|later|now|who|which|formally|"
    r"most recently|finally|duly|only|already|next))*"
)
_INSPECTED = (
    r"(?P<inspected>(?:fully )?(?:inspects(?= the | [a-z' ]{3,30}services))|"
    rf"{past_forms(('inspect', 'reinspect', 're-inspect'))})"
)
_STAYED = (
    r"(?P<stayed>spent (?P<most>(?:most|much|part|the whole|all|the best part)(?= of ))|(?:put|had) "
    r"[^,.;]{3,40} under the microscope for (?P<under>[^,.;]{0,14}?(?:days?|weeks?|"
    r"fortnight))|spent (?P<stay>[^,.;]{0,24}?(?P<unit>days?|weeks?|fortnight)|(?=\d)))"
)
_RETURNED = (
    past_forms(
        ("visit", "revisit", "return", "come back", "go back", "come to", "come in", "go in", "come round", "come down")
    )
    + r"|(?:were|was|been) back|came (?=in |on |last |for )|went (?:to|back to)"
)
_DROPPED_IN = (
    past_forms(
        (
            "call in", "call at", "call on", "call by", "descend on", "arrive", "turn up", "pay", "drop in",
            "drop by",
            "look in", "look round", "check in", "check on", "check up", "check back", "check progress", "examine",
            "swoop", "walk in", "knock", "pop in", "stop by",
        )
    )
    + r"|called (?=last\b|unannounced|since|to|again|back|in\b)|"
    r"took a (?:close |second |fresh |long |hard |full )*look at|"
    r"(?:sent|sends) (?:in )?(?:an?|its|two|three|four|five|six|eight|the) (?:[\w-]+ ){0,2}?(?:team|inspectors)"
)  # fmt: skip
# "who were with us from", "was last in the county", "had been at Gateway Plaza"; no one "was in no doubt"
_WERE_THERE = (
    r"(?:were|was|been) (?:last |also |both |back )*(?:in|at|on[- ]site|here|there|with|among|inside)\b"
    r"(?! (?:no|any|doubt|charge|agreement|favour|touch|contact|little|line|place|force|pains|odds|least|first|risk|"
    r"fault|danger|breach|need|crisis|need|that|this|particular|part)\b)"
)
_READ_FILES = (
    past_forms(
        (
            "look at",
            "look again at",
            "look over",
            "look into",
            "watch",
            "observe",
            "sit in on",
            "shadow",
            "sample",
            "pull",
            "dip into",
            "go through",
        )
    )
    + r"|read (?=(?:\w+ )?\d)"
)
VERB = re.compile(
    rf"\b{words.OFSTED}{_WHO}{_ADVERBS} (?P<verb>{_INSPECTED}|{_STAYED}|"
    rf"(?P<came>{_RETURNED}|{_DROPPED_IN}|{_WERE_THERE}|{_READ_FILES}))\b"
)
# after a sentence on inspectors: "They had been with us for most of June"
THEY = re.compile(
    rf"(?:\A[\"']?|; )they{_ADVERBS} (?P<verb>{_INSPECTED}|{_STAYED}|"
    rf"(?P<came>{_RETURNED}|{_DROPPED_IN}|{_WERE_THERE}|{_READ_FILES}))\b"
)
# in a report or letter of theirs: "when we visited Sefton on 1 and 2 November"
WE = re.compile(
    rf"\b(?:we|i|{words.OFSTED}{_WHO}){_ADVERBS} (?P<verb>{_INSPECTED}|{_STAYED}|"
    rf"(?P<came>{_RETURNED}|{_DROPPED_IN}|{_WERE_THERE}|{_READ_FILES}))\b"
)
# "This was our second monitoring visit"
THIS_ONE_WAS = re.compile(r"[\"']?(?:this|it) was (?:[\w'-]+ ){0,4}\Z")
# "visits have been made: one in February 2019 and one in June 2021"
ONE_OF_THEM = re.compile(
    r"\b(?:one|another|a second|a third|a fourth|the (?:first|second|third|fourth|latest|last|other))(?: of "
    r"(?:these|them))?,? (?:was |came |took place |followed )?(?:in |on )?\Z"
)
WERE_THERE = re.compile(_WERE_THERE)
# these tell a stay only beside a time: "inspectors were in the north"
READ = re.compile(_READ_FILES)
TELLS_ALONE = re.compile(
    r"(?:re)?visited|returned|(?:came|went|were) back|(?:dropped|looked|called|popped) in\b|came to|came in|went in"
)
# "Two areas out of four were judged inadequate in May": an inspection whose overall grade the text leaves out
_COUNT = r"(?:one|two|three|four|five|six|\d)"
_AREAS = r"(?:areas?|aspects?|categories|strands|judgements|parts)"
PARTIAL = re.compile(
    rf"\b{_COUNT} (?:{_AREAS} )?(?:out )?of (?:the |its |their |our )?(?:{_COUNT}\b(?: {_AREAS})?|{_AREAS})"
    rf"[^;.]{{0,70}}?[\"' ](?:{words.PLAIN_GRADE})\b"
)
INSPECTORS = re.compile(rf"\b(?:{words.OFSTED}|inspected|inspection|judged|graded)\b")
# "Ofsted's third look at the council", "their latest call"
OF_INSPECTORS = re.compile(
    r"\b(?:ofsted's|inspectors'|inspectorate's|watchdog's|regulator's)(?: (?!the\b|a\b)[\w'-]+){0,3} \Z"
)
FULL = re.compile(r"\b(?:full|whole|thorough) \Z")
PASSIVE = re.compile(
    r"(?:\A[\"']?|, )(?:last |first )?(?P<opens>inspected) (?=in |on |by |from |between )|"
    rf"\b(?:was|were|been|being) (?:last |first |also |then |re-|previously |recently |next |"
    rf"fully )*(?P<verb>inspected|"
    rf"visited by (?:{words.OFSTED}))\b"
)
# "has not been inspected since June 2018" tells the inspection of that month
NOT_SINCE = re.compile(r"\b(?:not|never|n't) (?:been )?(?:fully |formally )?inspected since (?=\w* ?\d)")
ALARM = re.compile(
    rf"\b{words.OFSTED}(?: (?:had|have|has|first|also))* (?P<verb>(?:raised|sounded) (?:the|an?|serious|grave|"
    rf"major)? ?(?:alarm|concerns?|fears)|(?:found|identified|uncovered|exposed|discovered|highlighted|criticised|"
    rf"condemned)(?: [\w'-]+){{0,4}}? (?:failings?|failures?|weakness(?:es)?|shortcomings?|problems|serious "
    rf"concerns?|deficiencies|flaws))\b"
)
GRADED = re.compile(
    rf"\bfrom [\"']?(?:{words.PLAIN_GRADE})[\"']? to\b|\b(?:rated|judged|graded|rating|inadequate|overall)\b|"
    rf"\b(?:rate|judge)[sd]? [^.;]{{0,60}}{words.PLAIN_GRADE}"
)
# "to check on progress since the inadequate judgement of March 2022": a grade that was there before the visit
OF_BEFORE = re.compile(r"\b(?:since|after|following|in response to|to see what)\b")
# "the services were inadequate when Ofsted called"
GRADED_WHEN = re.compile(
    rf"\b(?:was|were|rated|judged|found|deemed) (?:to be )?[\"']?(?:{words.PLAIN_GRADE})[\"']? when \Z"
)
RATED = re.compile(rf"\b(?:rated|judged|graded) [\"']?(?:{words.PLAIN_GRADE})\b")
# in a report the inspection that it is of
OWN = re.compile(
    r"\b(?:during|throughout|at the (?:time|start|end|point) of|by the (?:time|end) of|prior to|before|for) "
    r"(?:the|this|our) \Z"
)
RIGHT_BY = re.compile(r",? (?:in|on|of|during)? ?")
OF_THEIRS = re.compile(r"\b(?:monitoring visit|focused visit|inspection)\b")
# "had been with us for most of June"
FOR_WEEKS = re.compile(
    r" (?:[\w'-]+ ){0,3}?(?:for|over|during) (?:(?:most|much|part|the whole|all) of |(?:two|three|four|several) "
    r"weeks)"
)
# "were last here, in 2019, the service was rated"
ASIDE = re.compile(r"\A(?: \w+)?,? (?:in|on|during) [\w ]{3,20}(?=, )")
PATIENT = re.compile(
    r" (?:the|an?|its|their) (?:lowest|highest|same|top|worst|best|verdict|grade|judgement)\b|"
    r" (?:(?:the|a|an|her|his|their|each|every|one|two|three|four|five|six|all|some|[\w'-]+'s) )?(?:[\w'-]+ ){0,2}?"
    r"(?:child(?!ren's (?:services|social))|mother|family(?! services)|families|(?:children's )?homes?|schools?|"
    r"patient|"
    r"nurser(?:y|ies)|prisons?|colleges?|hospitals?|academ(?:y|ies)|centres?|units?)\b(?! (?:services|service))"
)
# "for a fourth time", "their third since the failing grade", "the fifth of its kind"
TIMES = re.compile(
    rf"\A[^.;]{{0,70}}?(?:\bfor (?:the|a) (?P<time>{words.ORDINAL}) (?:and last )?time\b|"
    rf",? (?:its|their|the|ofsted's|the council's) (?P<such>{words.ORDINAL})(?:(?=,)| (?:since|so far|of its "
    rf"kind|such|in (?:a|the) "
    r"(?:series|year)|in \w+ (?:months|years)|of (?:the year|this kind)|visit)))"
)
# the whole of a service that inspectors looked at
WHOLE = re.compile(r"\A[^.;,]{0,12}\b(?:the (?:whole|entire)|all (?:of )?(?:the|its)|every part of)\b")
# between a noun and its time there is no other clause: "An inspection of safeguarding took place in March 2010"
OTHER_CLAUSE = re.compile(
    r"[;:%]|\d|\. |\b(?:but|that|when|which(?! (?:took place|was (?:carried|held|conducted|completed|in|on)\b|was \Z|"
    r"happened|came|"
    r"lasted))|who|found|(?:has|have|had)(?! been (?:\Z|held|carried|made))|said|says|is|are|since|before|than|"
    r"compared|if|while|published|and (?:it|they|he|she|the council|found|has|had|is|was|were|says|said))\b"
)
HELD = frames(
    transitive=("carry out", "conduct", "undertake", "complete", "make", "hold", "perform", "lead", "finish", "do"),
    intransitive=("take place", "happen", "begin", "start", "end", "finish", "come to an end"),
    gap=5,
)
UNANNOUNCED = re.compile(r"\b(?:unannounced|without (?:warning|notice)|on[- ]site)\b")
WEEKS = re.compile(r"\b(?:two|three|four|several) weeks|\b(?:a|one) (?:week|fortnight)\b")
# "This was the council's first inspection"
THIS_WAS = re.compile(r"\b(?:this|it) was (?:[\w'-]+ ){0,3}\Z")
# "the first visit took place in March and the second in July"
SECOND = re.compile(rf",? and (?:the |its |a )?(?P<ordinal>{words.ORDINAL})(?: one| visit)?(?= (?:in|on)\b)")
# "This was the fifth time that inspectors had called"
NTH_TIME = re.compile(
    rf"\b(?P<ordinal>{words.ORDINAL}) time (?:that )?{words.OFSTED} (?:has|have|had)? ?(?:called|visited|been|come|"
    rf"returned|"
    r"looked in|been back)\b"
)
# "has made four of its quarterly visits, the latest in October"
LATEST = re.compile(
    r"\b(?:monitoring |quarterly |follow-up |focused )*visits\b[^.;]{0,30}?,? (?:and )?(?:the|its) (?P<latest>latest|"
    r"last|most recent)"
    r"(?: one| of (?:them|these))?,? (?:was |being |came |took place )?(?=(?:in|on|last)\b)"
)
# "the most recent visit, on 19 July, was its fourth"
WAS_ITS = re.compile(
    rf"\A(?:,[^,.;]{{2,40}},|[^,.;]{{0,40}}?) was (?:the council's|its|their|the|ofsted's) "
    rf"(?P<ordinal>{words.ORDINAL})"
    r"(?=[.,;]|\Z| (?:since|such|so far|of|monitoring)\b)"
)
