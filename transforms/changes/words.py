"""The words that tell a movement, as patterns over masked lower-case sentences.

A masked sentence holds ``#`` for every character of a mention (transforms.changes.lines), so a number that states a
metric is ``#+`` and any other number stands as printed. Patterns never begin with an open repetition, and every gap
is bounded, so that a search is linear in the sentence.
"""

from __future__ import annotations

import re

_MOTION = (
    r"(?:go|goes|going|gone|went|is|are|was|were|be|been|edg(?:e|ed|es|ing)|back|cr(?:ept|eep|eeping)|"
    r"mov(?:e|ed|es|ing)|push(?:ed|ing)?|driv(?:en|ing)|drove|shot|com(?:e|es|ing)|came|nudg(?:ed|ing)|"
    r"inch(?:ed|ing)|br(?:ing|ings|ought)|bringing|get(?:s|ting)?|got|tick(?:ed|ing)|head(?:ed|ing)|pull(?:ed)?|"
    r"dr(?:op|opped)|drift(?:ed|ing)?|further|again|now|slightly|sharply|steadily)"
)
_ADVERB = (
    r"(?:(?:slightly|sharply|steadily|markedly|significantly|further|again|only|just|a little|well|much|far|still|"
    r"even|also|rather|considerably|dramatically|by) ){0,2}"
)
_UP_VERB = (
    r"rises?|rose|risen|rising|increas(?:e|ed|es|ing)|gr(?:ew|own|ows|owth)|grow(?:ing)?|climb(?:ed|s|ing)?|"
    r"jump(?:ed|s|ing)?|soar(?:ed|s|ing)?|swell(?:ed|s|ing)?|swollen|surg(?:e|ed|es|ing)|doubl(?:ed?|es|ing)|"
    r"trebl(?:ed?|es|ing)|tripl(?:ed?|es|ing)|quadrupl(?:ed?|es|ing)|rebound(?:ed|s|ing)?|bounc(?:ed|ing) back|"
    r"leap(?:s|ed|t|ing)?|spik(?:ed|ing)|rocket(?:ed|ing)?|mount(?:ed|ing)|expan(?:d|ded|ds|ding|sion)|"
    r"balloon(?:ed|ing)?|escalat(?:ed|ing)|mushroom(?:ed)?|upturn|uplift|net gain|"
    r"(?:two|three|four|five|six|ten)-?fold"
)
_DOWN_VERB = (
    r"falls?|fell|fallen|falling|drop(?:s|ped|ping)?|reduc(?:e|ed|es|ing|tions?)|decreas(?:e|ed|es|ing)|"
    r"cut(?:s|ting)?|shr(?:ink|inks|ank|unk|inking)|halv(?:e|ed|es|ing)|lower(?:ed|ing)|plung(?:e|ed|es|ing)|"
    r"s[iau]nk(?:s|ing)?|slump(?:ed|s|ing)?|plummet(?:ed|s|ing)?|tumbl(?:ed?|es|ing)|dip(?:s|ped|ping)?|"
    r"dwindl(?:ed?|es|ing)|slash(?:ed|ing)?|trim(?:med|ming)?|whittl(?:ed|ing)|"
    r"eas(?:ed|ing) (?:back |off )?(?:from|to|by)|sl(?:id|iding)|slides? (?:from|to)|shed(?:ding)?|"
    r"peak(?:ed|ing)?|subsid(?:ed|ing)|net loss"
)
_FURTHER = (
    r"grow(?:s|n|ing)? up|gr(?:ew|ow) (?:our|their|its)|growth (?:package|fund|strategy)|"
    r"fall(?:s|ing)? (?:short|behind|outside|under|within|into)|cut(?:s|ting)? (?:off|short)|"
    r"reduced (?:risk|need)|mounting (?:concern|pressure)"
)
_DEGREE = r"(?:(?:just|only|about|around|almost|nearly|some|a|an|the|well|far) ){0,2}"
_NUMBER = rf"{_DEGREE}(?=[#\d£]|\Z)"

UP = re.compile(
    rf"\b(?:(?!{_FURTHER})(?:{_UP_VERB})|(?:rais|lift)(?:ed|ing) (?:to|from|by {_NUMBER})|been raised|"
    rf"{_MOTION} (?:back )?up\b(?! to (?:date|standard|scratch|speed|the)\b|-| and running| with\b)|"
    r"up (?:from|by|on|again|further|sharply|slightly|almost|nearly|about|around|a|an|some)\b|up (?=[£\d])|"
    r"upwards?(?! of)|on the (?:rise|up|increase|way up)|"
    rf"(?:pil|stack|pick|build)(?:ed|ing|es|s) up|built up|spiral\w*|widen\w*|boost\w*|multipl(?:y|ied)|"
    rf"{_ADVERB}ahead of|(?:passed|topped|exceeded|surpassed) {_NUMBER})(?:(?<=\W)|(?!\w))"
)
DOWN = re.compile(
    rf"\b(?:(?!{_FURTHER})(?:{_DOWN_VERB})|{_MOTION} (?:back )?down\b(?! to (?!{_NUMBER}))|"
    rf"down (?:from|by|on|again|further|sharply|slightly|almost|nearly|about|around|a|an|some)\b|down to {_NUMBER}|"
    rf"down (?=[£\d])|downwards?|"
    r"on the (?:wane|slide|way down)|thinn(?:ed|ing)(?: out)?|shav(?:ed|ing)|par(?:ed|ing) (?:back|down)|"
    r"melt(?:ed|ing)|evaporat\w+|vanish\w*|wip(?:ed|ing) out|tail(?:ed|ing) off|taper\w*|narrow(?:ed|ing)|"
    r"shorten\w*|lighten\w*)(?:(?<=\W)|(?!\w))"
)
# a movement without a side of its own: "an improvement on", "a decline from" (of NEET that is up), "changed from"
MOVED = re.compile(
    r"\b(?:improv(?:e|ed|es|ing|ements?)(?! (?:focus|quality|practice|support|access|services?|management|"
    r"oversight|recording|understanding|pathways|arrangements|capacity|process\w*|systems?|outcomes|plan|board|"
    r"notice|adviser|programme|journey|partner|team|work|commissioner|director|fund))|worsen\w*|"
    r"(?:got|gets?|getting|become|became|becoming|grown) (?:\w+ )?(?:better|worse)|deteriorat(?:e|ed|es|ing|ion)|"
    r"declin(?:e|ed|es|ing)(?! to (?:comment|say|answer|give))|downturn|recover(?:ed|s|ing)?|slipp(?:ed|ing)|"
    r"chang(?:e|ed|es|ing) from|(?:gone|went|go|goes|going|moved|moving|swung) from|"
    r"(?:moved|come|progressed) (?:\w+ )?furthest|turned (?:a|the) corner|turn(?:ed|ing) (?:a)?round|strengthened|"
    r"weakened|brighten\w*|(?:nudged|inched|edged|crept|ticked|drifted|shot|pushed) (?:to|from)|"
    r"eas(?:ed|ing)(?! (?:pressure|the))|sp(?:ed|eed|eeded|eeding) up|slow(?:ed|ing)|catch(?:ing)? up|caught up|"
    r"(?:gained|lost|losing|gaining) ground|revers(?:ed|ing)|(?:made|making) (?:\w+ )?progress|"
    r"(?:moved|moving|gone|going|went) (?:in )?(?:the )?(?:wrong|opposite|other) (?:way|direction))(?:(?<=\W)|"
    r"(?!\w))"
)
_COMPARATIVE = (
    r"(?:higher|lower|smaller|larger|bigger|greater|heavier|lighter|quicker|faster|slower|sooner|fuller|emptier|"
    r"shorter|busier|stronger|weaker|healthier|thinner|steeper|rarer|commoner|worse|better|fewer)"
)
# comparatives count unless they belong to a name ("higher education") or compare with another place ("@")
COMPARATIVE = re.compile(
    rf"\b(?:{_COMPARATIVE}(?! (?:education|income|risk|level|quality|outcomes|thresholds?|court|"
    rf"than #))(?! than[^#;.]{{0,60}}@)|"
    r"more (?=children|families|people|staff|posts|social workers|care leavers|young people|visits|reviews|"
    r"assessments|of (?:them|its|the|our|their|these|those))(?![^#;.]{0,60}@)|"
    r"(?:more|less) than (?=(?:in|at|on|last|it|they|a (?:year|month|quarter)|"
    r"the (?:year|previous|same|month|last)|two|three|when|before|ever|any)\b)|(?:more|less) (?:often|frequently)|"
    r"(?:is|are|gets?|getting|got|grown|become) (?:\w+ )?longer|wait(?:ing)? less|less(?= *[.,;])|"
    r"(?:lowest|highest|best|worst)(?: \w+)? (?:figure |level |rate |number |total )?(?:for|since|"
    r"in) (?:\w+ ){0,2}(?:years?|months?|decades?|records?|\d{4}))(?:(?<=\W)|(?!\w))"
)
# a comparative that stands right before the earlier level: "higher than the 41% of 2015", "just ahead of the #"
THAN = re.compile(
    rf"\b(?:{_COMPARATIVE}|(?<!with )(?<!to )(?<!from )(?<!against )(?:more|less)|longer) than (?:\w+ ){{0,3}}\Z|"
    r"\b(?:more|fewer|less) [a-z' -]{3,50} than (?:\w+ ){0,3}\Z|"
    r"\b(?:ahead of|above|below|beyond|behind|short of|exceed\w*|outstrip\w*|beat(?:s|ing|en)?|surpass\w*|topping|"
    r"improvement on|(?:up|down) on) (?:\w+ ){0,3}\Z"
)
FAR_CRY = re.compile(r"\b(?:cry|far|away|different|apart) from (?:\w+ ){0,2}\Z")
# what compares with another place, not another time
ELSEWHERE = re.compile(
    r"\b(?:england|english|national(?:ly)?|nationwide|statistical neighbours?|neighbour\w*|comparators?|"
    r"(?:similar|comparable|other|most|neighbouring) (?:local )?(?:authorit\w+|councils?|areas|places)|"
    r"regional(?:ly)?|region|average for|elsewhere)\b"
)
# hopes and plans: what is said after them has not happened
HOPE = re.compile(
    r"\b(?:aim(?:s|ed|ing)?|hop(?:e|es|ing|ed)|wants?|wanted|plans? to|planned|planning to|targets?|"
    r"expect(?:s|ed|ing)?|will|would|should|must|could|may (?=[a-z])|might|intend\w*|pledg\w+|promis\w+|"
    r"need(?:s|ed)? to|meant to|ought to|due to|set to|likely to|forecast|committed to|commitment to|"
    r"seek(?:s|ing)? to|ambition|working to(?:wards)?|so that|in order to|ensure|if)\b"
)

UNCHANGED = re.compile(
    r"\b(?:(?:the same(?: number| figure| rate| share| proportion| level)? as|identical to|on a par with|"
    r"level with|no different from|(?<!twice )(?<!times )(?<!not )(?<!half )as (?:many|few|much) as) (?:at|in|on|"
    r"last|a|the (?:year|previous|last|month|quarter)|it|two|three|\d)|unchanged|no change|"
    r"(?:has|have|had|was|were|is|are)(?: not|n't) (?:\w+ )?(?:changed|reduced|fallen|improved|risen|increased|"
    r"decreased|declined|moved|grown|dropped)|(?:has|have|had)(?: \w+)? (?:remained|stayed) (?:\w+ )?(?:at|"
    r"the same|static|steady|stable|flat|level)|(?:remain(?:s|ed)?|stay(?:s|ed)|stuck|static|steady|flat|"
    r"stable) (?:\w+ )?(?:at|the same)|held (?:steady|at))\b"
)
REFERS = re.compile(r"\W*(?:(?:and|but|so|yet) )?(?:this|that|these|it|they|both|which)\b")

COMMENT = re.compile(
    r"\W*(?:this|that|which|it)(?: is|'s| was| represents| marks| means| amounts to) (?:an? |the |"
    r"still )?(?:\w+ ){0,3}?(?:increase|rise|fall|drop|reduction|decrease|improvement|decline|jump|deterioration|"
    r"better|worse|up|down|progress)\b"
)

# a verb of movement that ends at a level: "has been raised to #", "reduction in the number of … to #"
LEADS_TO = re.compile(
    r"(?:\bto|\bat|\baverag(?:e|es|ed|ing)|\bpast|\babove|\bbelow|\breached|\breaching|"
    r"[;:,–-] (?:the )?(?:current|now|today)[\w ]{0,24}|\bnow (?:stands? at|numbers?|at)|"
    r"\band (?:is|are|stands?|stood) (?:now )?(?:at )?|\bnow|"
    r"[–:-]) (?:(?:an?|the) (?:\w+ ){0,2}(?:average|total|rate|level|low|high|record|peak|"
    r"figure) (?:\w+ )?(?:of )?|(?:just|only|about|around|some|almost|nearly|a|an|the|over|under|less than|"
    r"more than|as (?:many|few|high|low) as) ){0,2}\Z"
)
# "performance has improved, with 84% of visits on time"
WITH = re.compile(
    r"\b(?:performance|timeliness|rate|number|proportion|percentage|share)\b[^#;.]{0,70}\bwith (?:only |just |"
    r"now |some |about |around )?\Z"
)

# a level whose own words say which side of it the movement ended on: "has fallen below 300"
BEYOND = re.compile(r"(?:below|under|over|above|past|beyond|more than|less than|fewer than)\b")
RUNS = re.compile(
    r"\A[^#;.]{0,45}\b(?:now|it|which|council|trust|authority) (?:now )?(?:has|have|runs?|operates?) (?:just |only )?\Z"
)
# a sentence that goes on about the level before: "The number has risen by 12 per cent since 2015"
GOES_ON = re.compile(
    r"\W*(?:(?:and|but|yet|though) )?(?:this|that|these|it|they|"
    r"(?:the|its|their|that|those|overall) (?:\w+ )?(?:numbers?|figures?|totals?|rates?|proportions?|shares?|"
    r"averages?|percentages?|backlog|tally|caseloads?)|numbers|figures|rates)\b"
)

RETURNS = re.compile(
    r"\b(?:this|that|it|which|these|they|performance|the (?:figure|rate|number|proportion|percentage|share|total|"
    r"average)s?)\b|, (?:and|then|before) \w+ing\b|\band then\b"
)

# "they have improved", "this has improved" may speak of the people or the work, not of the number
PEOPLE = re.compile(
    r"\W*(?:(?:and|but|yet|though) )?(?:this|that|it|they|these|those|"
    r"both)\b(?! (?:figure|number|rate|total|percentage|proportion|share|average))"
)

# a movement that is said to have happened, not "reducing caseloads is key"
FINITE = re.compile(
    r"\b(?:has|have|had|is|are|was|were|continues? to|fell|rose|dropped|grew|climbed|declined|decreased|improved|"
    r"went|came|keeps?)\b"
)
NOW = re.compile(r"\b(?:now|currently|today|at present|average|these days|typically)\b")
# "led to 12", "linked to 12" move nothing to a level
NO_ARRIVAL = re.compile(
    r"\b(?:led|leads?|leading|due|thanks|according|linked|attributed|related|referred|contribut\w+|access|support|"
    r"response|addition|prior|close|relation|back) (?:directly )?to \Z"
)
# a comparative right before a dash: "the teams are smaller – #"
SMALLER = re.compile(
    r"\b(?:is|are|was|were|gets?|getting|become|becoming|now|also|much|far) (?P<word>higher|lower|smaller|larger|"
    r"bigger|heavier|lighter|fewer|worse|better|busier|quicker|faster|slower|rarer)(?: now| too)? ?[–:-] ?\Z"
)
# "…, although this figure has been reduced considerably"
RELATED = re.compile(
    r"\A[^#;.]{0,80}?[,;–-] (?:(?:although|but|and|though|while|whilst) )?(?:this|that|it|which|"
    r"(?:this|that|the) (?:figure|number|rate|percentage|total|proportion|share)) (?P<verb>(?:has|have|had|is|was|"
    r"continues)\b[^#;.,@]{0,60})"
)
PASSED = re.compile(
    r"\b(?P<told>(?:has|have|had) (?:now |just |already |recently )?)?(?:pass(?:ed|es)?|topp?(?:ed|s)?|"
    r"exceed(?:ed|s)?|surpass(?:ed|es)?|broken?|breaks?|breached|cross(?:ed|es)?|hits?|"
    r"reach(?:ed|es)?)(?: through)?(?: the| a record| a new high of| a high of)? \Z"
)
FIRST_TIME = re.compile(r"\b(?:for the )?first time\b")
FROM = re.compile(
    r"\bfrom (?:an? (?:\w+ )?(?:average|high|peak|low|total|rate|baseline|base) (?:\w+ )?(?:of )?|"
    r"(?:just|only|about|around|some|almost|nearly|a|an|the|over|under|less than|more than|"
    r"as (?:many|few|high|low) as) ){0,2}\Z"
)
ONGOING = re.compile(
    r"\A[^#;.]{0,40}?\b(?:and|but|is|are|which is|though) (?:\w+ )?(?P<word>rising|falling|growing|reducing|"
    r"increasing|decreasing|climbing|dropping|going up|going down|coming down)\b"
)
AFTER = re.compile(
    r"\A[^#;.(]{0,45}?(?:[,–-]|\bis|\bwas|\bof) (?:an? |the )?(?:\w+ )?(?P<word>up|down|increase|decrease|"
    r"reduction|rise|fall|drop|improvement|deterioration|decline|jump|higher|lower) (?:on|from|since|over|"
    r"than) (?=(?:the (?:year|previous|same|last|preceding|month|quarter|summer|figure|number|total|rate|position|"
    r"inspection)|previous|last|a (?:year|month|low base)|recent|in|at|on|it|two|three|five|ten|this time|when|"
    r"before|(?:19|20)\d\d|the\b.{0,30}inspection|[a-z]+ (?:19|20)\d\d)\b)"
)
FURTHER = re.compile(r"\b(?:further|since (?:then|the (?:year[- ]end|inspection|visit))|yet again|another)\b")
PERSONAL = re.compile(r"\b(?:i|me|my|one|some|he|she|worker|colleagues?|person|people|someone|others?)\b")
FIRST_PERSON = re.compile(r"\bi(?:'d)? (?:had|have|held|hold|was|carried|carry|am|'ve)\b[^#;.]{0,40}\Z")

# words that make a chain of levels: "fell to # and then rose to #"
STEP = re.compile(r"\b(?:to|then|before|reach\w*|until)\b")
AND_ON = re.compile(
    r"\band,? (?:(?:then|now|most recently|finally|to|by [a-z0-9 ]{3,20}),? ){0,2}(?:(?:just|only|about|around|"
    r"nearly|almost) )?\Z"
)
# what ties an earlier level to a later one printed before it: "since 2012, when there were #"
TIED = re.compile(r"\b(?:from|compared|against|than|since|when|on|versus|rather|instead|not|but)\b")
RANGING = re.compile(r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anything|anywhere|between)\b[^#]{0,25}\Z")
REFERENCE = re.compile(
    r"\b(?:it (?:was|is|had|has|used|stood|turned)|there (?:was|were|had|is|are)|had been|used to|"
    r"the (?:[a-z]+ )?(?:figures?|numbers?|total)|"  # "The Essex total has shrunk by a third from about 1,580"
    r"the (?:average|rate|share|proportion|tally|percentage|year|highest|lowest)|"
    r"this (?:is|was|compares|represents)|that (?:is|was|compares)|they (?:were|had|was)|earlier|previously|"
    r"before|ago|last year)\b"
)
