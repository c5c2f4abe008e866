"""The words that make a number a national figure, a comparator, a target, a forecast or an earlier level."""

from __future__ import annotations

import re

from transforms.mentions.grammar.vocabulary import COUNT

_REGION = (
    r"(?:london|south[- ]west|south[- ]east|north[- ]west|north[- ]east|west midlands|east midlands"
    r"|yorkshire and the humber|east of england|eastern region|inner london|outer london)"
)
_PLACES = r"(?:authorities|councils|areas|boroughs|counties|cities|districts|towns|unitaries)"
_CAME = (
    r"(?:were (?:last )?(?:in|here)|came|arrived|started|began|joined|took (?:over|charge|the job)|walked in|moved here"
    r"|got here)"
)

# "under the old structure he could be", "In a normal April it would be": no forecast
ONCE_SET = re.compile(r"\b(?:under the (?:old|previous|former)|in a normal|before (?:covid|the pandemic|lockdown))\b")
# "the seven homes it runs will become nine"; "an overspend of £3m will be followed by one of £5m"
STARTS_MOVE = re.compile(r"\A (?:[\w' ]{0,30} )?will become\b")
FOLLOWED = re.compile(r"\A (?:[\w' ]{0,30} )?will be (?:followed|replaced) by\b")
# "54% and 39% respectively in England": the place is that of both
RESPECTIVELY = re.compile(r"\A(?: per cent)? respectively\b")
# what ends the reach of a word over a number: "a third of cases, compared with", "81 (the national average is 19)"
BREAK = re.compile(
    r"[;|(]| [–—-] |\bwhen\b|\band (?:the|an?|its)\b|\band now\b"
    r"|\band (?:for|in|across) (?=england\b|the country\b|the region\b)|\band (?:is|are|has|have|was|were) \b"
    r"|, (?:but|while|whilst|whereas|although|compared|against|up|down|with|and|which|just|still|well|far|above|below"
    r"|the same|ahead|more|worse|better|higher|lower)\b"
    r"|\bin line with\b|\b(?:similar|comparable|equal|close) to\b|\bon a par with\b"  # "is in line with comparators"
    r"|\b(?:compared|against|than|above|below|exceed\w*|beats?|while|whereas|but)\b"
)
# "with a rule that none of them oversees more than 120"
RULE = re.compile(rf"\brules? (?:(?:says|is) )?that {COUNT}(?: of (?:them|us|its \w+))?[^,;.{COUNT}]{{0,40}}\Z")
# "58% in England and 74% in comparable authorities": what follows a number at once is the number's
OF_BEFORE = re.compile(
    r"\A\s*(?:per cent )?(?:in|for|across|of|among|at) (?:the )?(?:whole of )?(?:the )?(?:england(?: as a whole)?"
    r"|country(?: as a whole)?|nation|statistical neighbours?|[\w ]{0,14}authorities|region|london)\b"
    r"|\A\s*(?:nationally|regionally)\b"
)

NATIONAL = re.compile(
    r"\b(?:england(?:'s)?|english (?:average|rate|figure|norm|mean)s?"
    r"|national(?:ly)?(?! (?:published|reported|agreed|recognised|prescribed))|nationwide|the nation(?:'s|al)?"
    r"|across the country|in the country(?: as a whole)?|the whole country|countrywide|uk-wide|all-england)\b"
    r"(?! (?:minimum )?(?:guidance|guidelines|minimum|standard|transfer|statutory|press|media|policy|lottery|news"
    r"|insurance|audit))"
)
# "a higher percentage than the national average had … (13% compared with 11%)": the first is the place's own
THAN_AVERAGE = re.compile(
    r"\bthan (?:the )?(?P<whose>national|england|english|statistical neighbours?|similar|comparable|"
    r"regional)[\w' ]{0,24}? "
    r"(?:had|have|has|were|was|are|is|do|did|experienced|live|lived)\b[^;.]*\Z"
)
NATIONAL_NOT = re.compile(
    r"north of england|england's (?:most|largest|biggest|worst|best|second|smallest)|social work england"
    r"|in england(?:,| to| that| with)? (?:a|an|the) (?:most|first|only)|of any (?:local authority|council) in england"
    r"|(?:worst|highest|lowest|biggest) in england"
)
# "Nationally, statistics show turnover of 15% and a vacancy rate of 17%"
NATIONAL_OPENS = re.compile(r"\A\W*(?:nationally|across (?:england|the country)|in england(?: as a whole)?)\b")
COMPARATOR = re.compile(
    r"\b(?:statistical neighbou?rs?"
    rf"|(?:similar|comparable|comparator|neighbouring|other|peer|nearby|like) (?:local )?{_PLACES}"
    r"|similar (?:places|areas)|comparators?|regional(?:ly)?(?: average| figure| rate)?"
    rf"|(?:the )?{_REGION}(?:'s)? (?:average|figure|rate|mean|norm|as a whole)"
    r"|(?:average|averages|rate|figure|mean|norm|that) (?:for|in|across) (?:the )?"
    r"(?:london|south[- ]west|south[- ]east|north[- ]west|north[- ]east|west midlands|east midlands|region|capital"
    r"|yorkshire)|comparable (?:local )?authorit\w+|across (?:the region|london|the capital)|in the region\b"
    r"|(?:core cities|county councils|shire counties|unitaries|metropolitan boroughs)(?:' average)?"
    rf"|average (?:for|of|among|across) (?:\w+ )?{_PLACES}|{_PLACES} (?:like|such as) (?:ours|it|this|us|theirs))\b"
)

TARGET = re.compile(
    r"\b(?:targets?|aim(?:s|ed|ing)? (?:to|for|is|at|of)|goals?|ambition"
    r"|wants? (?:to|this|that|it|them|the|every|each|nobody|no ?one|caseloads|all|at least|none)|wants?(?=\s*\Z)"
    r"|must (?:be|come|fall|get|have|not|reach|rise|improve|hit|meet|drop|stay)|meant to|supposed to"
    r"|want (?:this|that|it|them|the|every|each|nobody|no one|caseloads|to see|to have|to get)|wanted"
    r"|should (?:be|not|have(?!\s*(?:[,.]|in\b|been\b|and\b))|hold|never|carry|look|get)|ought to"
    r"|guidance|guidelines|handbook (?:says|sets|puts)|recommend\w*|statutory (?:limit|minimum|maximum|range)"
    r"|(?:must|may|can|could|shall|is to|are to|will) (?:not|never) (?:hold|have|carry|exceed|be|go)"
    r"|(?:no|any) (?:\w+ )?(?:worker|one|body|practitioner|adviser|officer|manager) (?:\w+ )?"
    r"(?:may|should|must|can|is to|is allowed|is supposed|will be allowed)"
    r"|nobody (?:may|should|must|can|is to|is allowed)|limit of|ceiling of|cap of|capped at|limit is"
    r"|maximum(?: permitted| of| is|:)|minimum (?:is|of|:|permitted)|at full strength"
    r"|needs? (?:to (?:be|have)|at full)|benchmark|policy (?:sets|says|is|states)|rules? (?:says?|that|is)"
    r"|required (?:level|standard)|desired|ideal(?:ly)?|pledg\w+ (?:to|that)|sets? the norm at"
    r"|hopes? to (?:bring|get|cut|reduce)|wish(?:es|ed)? [\w' ]{2,30} to be|(?:is|are|was|were) determined (?:that|to)"
    r"|(?:nobody|no ?one) would (?:be asked|have|be expected|need) to|(?:do|does|did) not let|won't have"
    r"|(?:reckons?|thinks?|believes?|says?) (?:that )?(?:it|they|we) needs?(?=\s*\Z)"
    r"|like (?:\w+ )?to (?:be|have|see|get)|plans? to (?:cut|bring|get|reduce)|standard (?:of|is|says)"
    r"|expectation (?:of|is)|supposed to|intended (?:level|number)|safe limit|no more than (?:it should)"
    r"|establishment of|i'd like|sets? (?:a|its) (?:limit|ceiling|cap|target|standard)|maximum"
    r"|(?:the )?money for|could do with|room for|give us|disappointed if)\b"
)
# "14.6 (maximum permitted: 18)"
TARGET_SAID = re.compile(r"\b(?:maximum|minimum|permitted|target|limit)\b")
TARGET_AFTER = re.compile(
    r"\A(?:(?!compared|against|than)[^,;.(]){0,70}(?:recommended|set out in|it (?:has )?set itself|target\b"
    r"|in (?:statutory|national) guidance|is the target|at full strength|it (?:says it )?needs|that guidance)"
)
TARGET_BREAK = re.compile(
    r"(?<!target)(?<!maximum)(?<!minimum)(?<!permitted)(?<!aim)(?<!goal): "
    r"|, (?:are|is|but|which|while|and (?:the|it|they))\b"
)
# "one in ten by next summer", said of what was promised
PROMISED = re.compile(r"\b(?:want\w*|said|say|promis\w+|pledg\w+|agreed|aim\w*|hop\w+)\b")

PROJECTED = re.compile(
    r"\b(?:(?:will|'ll) (?!not|never|be (?:told|asked|shown|urged|given)\b)"
    r"(?:\w+ )?(?:be|cost|spend|invest|reach|rise|fall|have|need|pay|receive|go|join"
    r"|start|follow|recruit|overspend|add|put|set|take|see|grow|come|create|miss|get|hit|end|run|increase|finish|overshoot|exceed"
    r"|total|leave|close|drop|climb|hire|employ|appoint|find|save|lose|give|bring|make)"
    r"|(?<!nobody )(?<!no one )expects?|expected(?! (?:timescale|time|standard|level|number|frequency|period))"
    r"|expecting|forecasts?|forecasting|project(?:ed|ion|ions|s)\b(?! manager)|predict\w*|set to|on course|on track"
    r"|heading(?: for| towards)?|bound for|likely to"
    r"|(?:could|would|might) (?:be|reach|rise|fall|hit|grow|climb|cost|go|have|need|total|top|end|increase|drop)"
    r"|due to (?:be|rise|join|start|open|reach|follow|increase|fall)|estimated to (?:rise|reach|grow|fall)|anticipat\w+"
    r"|plans? to (?:spend|invest|recruit|hire|put|add|create|appoint)|planned|hopes? to|hoping to|about to"
    r"|are to (?:be|follow)|is to (?:be|follow|spend|receive|invest|get|hire|recruit)|to be recruited|be recruited"
    r"|going to|must (?:find|save|cut|make)|has to (?:find|save|cut|make|strip)|have to (?:find|save|cut|make)"
    r"|proposed|proposes|intended that|by the end of next|believes? there (?:could|will)"
    r"|next (?:year|financial year)'s)(?!\w)"
)
PROJECTED_AFTER = re.compile(
    r"\A(?:(?! and\b)[^,;.|]){0,45}\b(?:forecast|projected|predicted"
    r"|expected(?! (?:timescale|time|standard|level|number|frequency|period))|will (?:be|follow|join|start)|are to be"
    r"|is to be|were? to be recruited|be recruited|is forecast|by the end of (?:next|the) |looms\b|to be hired)"
)
PROJECTED_BREAK = re.compile(
    r"\b(?:when|while|because|although|but|who|which|whereas)\b|, (?:on|from|out of|against|despite|compared)\b"
)
# "would go up from five to eight": the first is how it is, the second what it will be
MOVES_TO_COME = re.compile(
    r"\b(?:will|would|could|might|is to|are to|set to|due to|going to|expected to|forecast to|likely to|plans? to)"
    r" (?:\w+ ){0,3}?(?:from|up|down)?\s*(?:from)?\s*\Z"
)
SUPERSEDED = re.compile(r"(?:instead of|rather than|than|from|up on|down on|against) (?:the |a |an |its )?[\s(]*\Z")
# "The previous forecast for the year, made in August, was"
FORMER_FORECAST = re.compile(
    r"\b(?:previous|earlier|last|original|initial|first) (?:forecast|projection|estimate|prediction)\b"
)
FORECAST = re.compile(r"forecast|predict|expect|project")

_MOVED = (
    r"(?:up|down|rose|risen|rising|fell|fallen|falling|dropp\w+|cut|reduc\w+|increas\w+|improv\w+|declin\w+|decreas\w+"
    r"|rise|fall|drop|jump\w*|climb\w*|chang\w+|moved?|moving|gone(?! missing)|went(?! missing)|gr[eo]w\w*|edged|crept"
    r"|slipp\w+|soar\w+|doubl\w+|halv\w+|shrank|shrunk|tripl\w+|trebl\w+|slash\w+|came down|brought down|trimm\w+"
    r"|leap\w*|swell\w*|swollen|coming down|getting|went up|gone up|go up|gone down|deteriorat\w+|worsen\w*)"
)
_GAIN = r"(?:improvement|increase|reduction|rise|fall|drop|decline|advance|jump|decrease|growth|cut)"
FORMER = re.compile(
    rf"\b(?:{_MOVED} (?:\w+ ){{0,6}}?from|as (?:high|many|low|few) as(?=.{{0,40}}(?:ago|before|earlier))"
    r"|used to(?= (?:be|have|hold|carry|number|take|run|look)\b|\s*\Z)"
    r"|\b(?<!went )(?<!goes )(?<!go )(?<!put )(?<!papers )before (?:it|that|the(?! [\w' ]{0,40}"
    r"(?:committee|cabinet|board|panel|councillors))|he|she|they|then|this)\b|previously|formerly|once"
    r"|(?:improvement|increase|reduction|rise|fall|drop|decline) (?:on |from |over |'s ?)[\w' ]{0,24}"
    r"(?:figures?|levels?|rates?|total|performance) of(?=\s*\Z)|had been(?= (?:an? |the |about |around )?\Z)"
    r"|peak(?:ed|ing)? (?:at|of)|peaking\b|having been|at one (?:time|point|stage)|at its (?:peak|height|worst)"
    r"|the previous(?! (?:inspection|visit|report|full|ofsted))|originally"
    rf"|{_GAIN} (?:on|from|over)|improved on|instead of|rather than|as opposed to"
    r"|no longer|my first (?:year|month|week|day)|a high of|a low of|before that|back then|in the days)\b"
)
COMPARED = re.compile(
    r"(?:compared (?:with|to)|in comparison (?:with|to)|against|versus|(?:double|treble|triple|twice|half|times)"
    r"|(?:improvement|increase|reduction|rise|fall|drop|decline|advance|jump|decrease|growth) (?:on|from|over)"
    r"[\w' ]{0,30}? (?:of|at|when it was)|\bthan|\bfrom|\bnot|rather than|instead of|ahead of|\bvs\.?|\bon)"
    r"(?: (?:an average of|a|an|the|just|some|about|around|only|as many as|almost|nearly))*[\s\"'(]*\Z"
)
COMPARED_WITH = re.compile(r"\s*,? ?(?:as )?(?:compared (?:with|to)|against|versus)\s*")
# of the comparisons, those that name an earlier level outright
FROM_NOW = re.compile(r"\b(?:not|from|than|instead of|rather than)(?: (?:the|some|about|around|just))?\s*\Z")
FORMER_AFTER = re.compile(
    r"\A[\s,)\"']*(?:(?:cases|children|each|families|young people|of them|teams|people|\(\w+\)) )*"
    r"(?:that (?:they|it|we|there) used to|as it used to|it used to|they used to"
    r"|(?:it|they|there) (?:had|was|were) (?:been )?(?:before|when)"
    r"|when (?:the (?:company|trust|council|service) (?:took|was|began|started|opened)|he (?:came|took|joined|arrived)"
    r"|she (?:came|took|joined|arrived)|it (?:was|took|began)|i (?:came|took|joined|arrived|started)"
    r"|they (?:came|took)|we (?:came|took|started))|previously|beforehand"
    r"|at the (?:last|previous|time of the last) (?:inspection|count)|the previous|at (?:its|the) (?:peak|height|worst)"
    r"|before (?:the|it|that|ofsted|he|she|they))"
)
# "When he arrived, two fifths of posts were vacant", "when I started I inherited 34 children"
WHEN_CAME = re.compile(
    rf"\bwhen (?:he|she|i|we|they|the [\w ]{{3,30}}?|[\w' ]{{3,30}}?) {_CAME}\b[^;.]{{0,60}}?"
    r"(?:,|\b(?:i|we|he|she|they|there)\b)(?!.*\b(?:now|is|are)\b)"
)
# "I had 34 families": a worker tells how it was
I_HAD = re.compile(
    r"(?:\A|[\"'(,;:]|\band|\bbut)\s*(?:i|we) (?:had|inherited|was holding|were holding|held|carried)\s*\Z"
)
# "There are now six teams … and there was also a unit with three managers"
THERE_WAS = re.compile(r"\bthere (?:is|are)\b.*\bthere (?:was|were|had been)\b(?!.*\b(?:is|are)\b)")
# "In response to the poor report, which rated 13 areas inadequate"
IN_RESPONSE = re.compile(r"\A\W*in response to [^,;.]{0,40}report,? which (?:rated|judged|found|graded)\b[^,]*\Z")
NOT_EARLIER = re.compile(
    r"\b(?:ranging|range[sd]?|varie[sd]|varying|suffer\w*|protect\w*|away|fix|benefit\w*|money|funding)"
    r" from(?: the)?\s*\Z"
    r"|\b(?:is|are|was|were|be|does|do|did|has|have) not\s*\Z|\b(?:on|each on)\s*\Z"
)
PAIRED = re.compile(
    r"\b(?P<one>regional|statistical neighbours?|comparator|london|south west|south east|north west|north east"
    r"|similar authorities|national|england|english)(?:'s)? (?:average )?and (?:the )?"
    r"(?P<two>national|england|english|regional|statistical neighbours?|comparator)\b"
)
