"""Words for the parts of a service: teams, offices, areas, and those who work there."""

from __future__ import annotations

from transforms.mentions.scopes.patterns import compiled

# kinds of work that tell one team or service from another; "social work team" or "the service" tell nothing
_KEY = (
    r"(?:assessment|duty|intake|courts?|front[- ]door|contact and referral|referral|contact|mash"
    r"|multi-agency safeguarding"
    r"|safeguarding|child protection|child(?:ren)? in need|looked[- ]after(?: children)?|child(?:ren)? in care|care "
    r"leavers'?|response"
    r"|leaving care|after ?care"
    r"|long[- ]term|through ?care|fostering|adoption|kinship|children with (?:complex )?(?:disabilit(?:y|ies)|needs)"
    r"|disabilit(?:y|ies)|disabled|early help|early years|edge of care|permanence"
    r"|corporate parenting|localit(?:y|ies)|district|asylum|out[- ]of[- ]hours|care planning|family support"
    r"|intervention|exploitation|missing|youth|residential|placement|private fostering|conference|18\+|16\+)"
)
_STOP = (
    r"(?:the|a|an|and|or|in|at|on|of|by|to|for|from|with|is|are|was|were|has|have|had|that|which|who|each|per"
    r"|average|averages"
    r"|caseloads?|workloads?|hold|holds|held|where|when|than|its|their|our|but|said|says|visited|visit|also|this"
    r"|these|total|across|within|under|into|between|through|as|while|because|takes?|works?|working|provid\w+"
    r"|supports?|needs?|offers?|deliver\w*|receiv\w+|include\w*)"
)
_FREE = rf"(?:(?!{_STOP}\b)[\w'+&/-]+ )"
_JOINED = rf"(?:{_FREE}|(?:and|of|with|&) )"
_UNIT = r"(?:teams?|units?|hubs?|offices?|services?|pods?)"
_COMPASS = r"(?:north|south|east|west|centre|north[- ]?east|north[- ]?west|south[- ]?east|south[- ]?west)"
_WHERE = (
    rf"(?:the )?(?:far )?{_COMPASS} of (?:the |our |its )?(?:county|borough|city|district|island|town|area"
    r"|(?-i:[A-Z])\w+)"
)
_PLACE_TEAM = (
    r"(?-i:(?<=[a-z,]\s)(?!Ofsted|Children|Social|Council|Senior|Corporate|The|Our|Its)[A-Z][a-z]+"
    r"(?:(?:, | and )[A-Z][a-z]+){0,2} "
    rf"(?:{_FREE}{{0,2}})(?:teams?|offices?))"
)
# "child protection services" are often the whole of children's services
_NAMED = (
    rf"(?:(?!(?:child protection|safeguarding) services)(?:{_FREE}{{0,2}}?\b{_KEY}(?: {_JOINED}{{0,4}}?| ){_UNIT})"
    rf"|{_PLACE_TEAM})"
)

TEAM = compiled(rf"\b(?P<scope>{_NAMED})\b(?! (?:manager|leader|head|director)s?\b)")
TEAM_AFTER = compiled(
    r"(?:(?!\b(?:and|but|while|whereas|against|compared)\b)[^,;.:]){0,40}?\b(?:in|within|across|at|among|for|of) "
    r"(?:the |its |our |their )?"
    rf"(?P<scope>{_NAMED})\b(?! (?:manager|leader|head|director)s?\b)"
)
# "in the teams seen during the visit"
VISITED = compiled(
    r"\b(?P<scope>teams (?:which |that )?(?:were )?(?:seen|visited|inspected|sampled)(?: by (?:the )?inspectors)?"
    r"(?: (?:during|on|at) (?:the|this|their) (?:visit|inspection))?)"
)
# "in one office this was only 38%", "in one team in the north of the county", "In two of our wards"
SOME_PART = compiled(
    r"\b(?:in|across|within) (?P<scope>(?:(?:one|another) |(?:one|two|three|four|five|some|several|a few) of (?:our"
    r"|its|the|their) )"
    rf"(?:(?!{_STOP}\b)[\w-]+ )?"
    rf"(?:wards?|offices?|localit(?:y|ies)|teams?|neighbourhoods?)(?: in {_WHERE})?|the (?-i:[A-Z])[\w-]+ (?:ward"
    r"|estate|neighbourhood|locality))\b(?! (?:member|manager))"
)
EVERY_TEAM = compiled(r"\b(?P<scope>(?:every|any one|no) (?:single )?team|(?:some|several|other|a few) teams)\b")
AREA = compiled(rf"\b(?:in|across|within|for|from) (?P<scope>{_WHERE}|rural (?:areas|parts) of [\w ]{{3,20}})\b")
OWN_OFFICE = compiled(r"\b(?:my|our) (?P<scope>(?:office|team) in (?-i:[A-Z])[\w-]+)")
# "a contact and referral … with three managers": parts of a service that are known by these words alone
BARE_PART = compiled(
    r"\b(?:in|at|a|an|the) (?P<scope>contact and referral|mash|multi-agency safeguarding hub|edge of care"
    r"|emergency duty)\b"
)
# who leads or visits a team is not its number: "the head of the assessment service said"
NOT_LIMITED = compiled(
    r"\b(?:head|managers?|director|leader|chair|boss) (?:of|for) [\w ]{0,14}\Z|\b(?:visit(?:ed|s|ing)?|runs?|leads?"
    r"|led|praised?|toured?)\b[\w ]{0,14}\Z"
)
# the whole service again: "against 17 across the service"
WHOLE = compiled(
    r"\bover the whole\b|\b(?:across|over|for|in) (?:the |its |our )?(?:whole|entire|service|council|authority"
    r"|county|borough|city|department|board|company|trust)\b(?! of)"
    r"|\b(?:overall|service-wide|council-wide|as a whole|england|national(?:ly)?|recommend\w*|guidance|statutory"
    r"|statistical neighbours?|similar (?:local )?authorities|elsewhere)\b"
)
# another part than the one named before: "those in the long-term team", "against 16 in Cleethorpes"
OTHER_PART = compiled(
    r"\b(?:in|at|across|within|for) (?:the |its |their )?(?:[\w-]+ ){0,3}?(?:teams?|offices?|services?)\b|\b"
    r"(?:others|the rest|elsewhere)\b"
)
PLACE_AFTER = compiled(r"\s*(?:cases |children |each )?(?:in|at|for|across) (?:the )?(?-i:[A-Z])")
# a seat is no limit: "its front door in Exeter"
SEAT = compiled(r"\b(?:front[- ]door|headquarters|hq|hall|meeting|based) in (?:the )?\Z")
# another level or body: "compared with an average of almost 30"
COMPARED = compiled(r"\b(?:compared (?:with|to)|against|than|versus|whereas|while)\b")
# "This means that one manager now has", "There are now six teams": goes on with the team spoken of before
GOES_ON = compiled(
    r"[\"'\s]*(?:(?:average )?caseloads (?:in|of|for|across) (?:these|those|both) teams|this means|there (?:are|is|"
    r"were) now|there used to|they|these|it|each of them|now)\b"
)

_HOLD = (
    r"(?:have|has|had|having|hold|holds|holding|held|carry|carries|carried|carrying|juggl\w+|manag\w+|look\w* after"
    r"|report\w*|cit\w+|responsib\w+|with|were|was|are|is|said|told|working|dealing|tell|say|complain\w*)"
)
FIRST_PERSON = compiled(
    r"(?:\A|(?<![\w']))(?-i:(?P<scope>I)(?:'ve| have| had| hold| held| carry| carried| was carrying| was holding"
    r"| am holding))"
    r"(?: (?:now|got|only|currently|still|once|a caseload of|had|about|around|just))*\s*\Z"
)
SOME_WORKERS = compiled(
    r"\b(?P<scope>(?:some|many|several|a few|a handful of|a small number of|a minority of|a (?:third|quarter|fifth) of|"
    r"one|two|three|four) "
    rf"(?:of (?:my|our|its|the|their|his|her) )?(?:(?!{_STOP}\b)[\w-]+ ){{0,2}}"
    r"(?:workers?|staff|colleagues|people|practitioners?|advis[eo]rs?|iros?|officers?|employees|team members)"
    rf"(?: in (?:the |our )?[\w' -]{{3,40}}?)?)(?=,? (?:including [^,;.]{{3,50}}, )?{_HOLD}\b)"
)
ONE_ALONE = compiled(
    r"(?:\b(?:with|and|while|though|but) |[\"'] ?|(?<=[.;,]\s))(?P<scope>one|some|a few|several|others)"
    r"(?: of them)? (?:holding|having|carrying|on|had|held|has|have)(?: (?:up to|as many as|over|more than))?\s*\Z"
)
HIGHEST = compiled(
    r"\b(?P<scope>(?:highest|lowest|heaviest|largest|biggest)(?: (?:individual |single )?(?:caseload|case ?load|one"
    r"|number))?)(?: (?:seen|recorded|held|found)(?: by [\w ]{3,20}?)?)?,? (?:was|is|being|at|of|stood at|had been)"
    r"(?: \w+)?\s*\Z"
)
NEWLY_QUALIFIED = compiled(
    r"\b(?P<scope>newly[- ]qualified(?: (?:social )?(?:workers?|staff|practitioners?))?|nqsws?)(?:'s?)?(?: (?!reduc"
    r"|cut|lower|help|allow|mean)[\w']+){0,6}\s*\Z"
)
NEWLY_QUALIFIED_AFTER = compiled(
    r"[^,;.]{0,30}\b(?:of|for|among) (?:our |its |the |their )?(?P<scope>newly[- ]qualified(?: (?:social )?"
    r"(?:workers?|staff|practitioners?))?|nqsws?)\b"
)
FRONTLINE = compiled(r"\s*of (?:its |our |the |their )?(?P<scope>front-?line|senior|experienced)\b")
POSTS = compiled(
    r"[\s\w]{0,4}?(?:of )?(?:the |its |our )?(?P<scope>(?:team manager|practice manager|manager|management|iro"
    r"|independent reviewing officer|personal advis[eo]r|senior social work(?:er)?|senior practitioner|front-?line"
    r"|family support)(?:'s)? (?:posts?|vacancies|jobs|roles))\b"
)

KIND_OF_WORKER = compiled(
    r"\s*(?P<scope>(?:newly[- ]qualified|senior|front-?line|experienced|advanced) (?:social )?(?:workers"
    r"|practitioners))\b"
)

TEAMS_AFTER = compiled(
    r"\s*(?P<scope>(?P<kind>(?:(?!(?:is|are|was|were|has|have|had|who|that|which|than|said|the|each|per"
    r"|social workers?)\b)[\w'+&/-]+ ){1,5}?)teams?)\b"
)
TEAMS_BEFORE = compiled(
    r"(?<![\w'])(?P<scope>(?P<kind>(?:(?!(?:is|are|was|were|has|have|had|into|in|the|of|for|its|our"
    r"|their)\b)[\w'+&/-]+ ){1,3})teams),? (?:of|each (?:with|of)|with)\s*\Z"
)
TEAMS_WORK = compiled(
    r"\s*(?:more |of them |others )?(?:work|specialis\w+|deal|cover) (?:in|on|with) (?:the )?"
    r"(?P<scope>[\w' -]{3,40}?)(?=[.,;)]|\Z| and\b)"
)
# words that tell no kind of team: "24 small social work teams"
PLAIN_TEAMS = frozenset(
    {"social", "work", "worker", "workers", "children's", "childrens", "children", "small", "smaller", "large"}
    | {"larger", "separate", "different", "own", "main", "such", "multiple", "whole", "of", "and", "service"}
    | {"council", "family", "families", "care", "practice"}
)
