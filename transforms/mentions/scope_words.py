"""Words that limit a number to a part of the service or a narrower group, as patterns over the flat text.

In each pattern the group ``scope`` is what is reported. Patterns look at a few hundred code points at most.
"""

from __future__ import annotations

import re


_TOKEN = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]| \??")


def _gap(token: re.Match[str]) -> str:
    return {" ": " {1,3}", " ?": " {0,3}"}.get(token.group(), token.group())


def _words(pattern: str) -> re.Pattern[str]:
    """Compile a pattern in which one space stands for up to three, as a wrapped line leaves them."""
    return re.compile(_TOKEN.sub(_gap, pattern), re.IGNORECASE)


# --- teams, offices, areas -----------------------------------------------------------------------------------------
# kinds of work that tell one team or service from another; "social work team" or "the service" tell nothing
_KEY = (
    r"(?:assessment|duty|intake|courts?|front[- ]door|contact and referral|referral|contact|mash|multi-agency safeguarding"
    r"|safeguarding|child protection|child(?:ren)? in need|looked[- ]after(?: children)?|children in care|leaving care|after ?care"
    r"|long[- ]term|through ?care|fostering|adoption|kinship|children with (?:complex )?(?:disabilit(?:y|ies)|needs)|disabilit(?:y|ies)|disabled|early help|early years|edge of care|permanence"
    r"|corporate parenting|localit(?:y|ies)|district|asylum|out[- ]of[- ]hours|care planning|family support"
    r"|intervention|exploitation|missing|youth|residential|placement|private fostering|conference|18\+|16\+)"
)
_STOP = (
    r"(?:the|a|an|and|or|in|at|on|of|by|to|for|from|with|is|are|was|were|has|have|had|that|which|who|each|per|average|averages"
    r"|caseloads?|workloads?|hold|holds|held|where|when|than|its|their|our|but|said|says|visited|visit|also|this|these|total|across|within|under|into|between|through|as|while|because|takes?|works?|working|provid\w+|supports?|needs?|offers?|deliver\w*|receiv\w+|include\w*)"
)
_FREE = rf"(?:(?!{_STOP}\b)[\w'+&/-]+ )"
_JOINED = rf"(?:{_FREE}|(?:and|of|with|&) )"
_UNIT = r"(?:teams?|units?|hubs?|offices?|services?|pods?)"
_COMPASS = r"(?:north|south|east|west|centre|north[- ]?east|north[- ]?west|south[- ]?east|south[- ]?west)"
_WHERE = rf"(?:the )?(?:far )?{_COMPASS} of (?:the |our |its )?(?:county|borough|city|district|island|town|area|(?-i:[A-Z])\w+)"
_PLACE_TEAM = rf"(?-i:(?<=[a-z,]\s)(?!Ofsted|Children|Social|Council|Senior|Corporate|The|Our|Its)[A-Z][a-z]+ (?:{_FREE}{{0,2}})(?:teams?|offices?))"
# "child protection services" are often the whole of children's services
_NAMED = rf"(?:(?!(?:child protection|safeguarding) services)(?:{_FREE}{{0,2}}?\b{_KEY}(?: {_JOINED}{{0,4}}?| ){_UNIT})|{_PLACE_TEAM})"

TEAM = _words(rf"\b(?P<scope>{_NAMED})\b(?! (?:manager|leader|head|director)s?\b)")
TEAM_AFTER = _words(
    r"[^,;.:]{0,40}?\b(?:in|within|across|at|among|for|of) (?:the |its |our |their )?"
    rf"(?P<scope>{_NAMED})\b(?! (?:manager|leader|head|director)s?\b)"
)
# "in the teams seen during the visit"
VISITED = _words(
    r"\b(?P<scope>teams (?:which |that )?(?:were )?(?:seen|visited|inspected|sampled)(?: by (?:the )?inspectors)?(?: (?:during|on|at) (?:the|this|their) (?:visit|inspection))?)"
)
# "in one office this was only 38%", "in one team in the north of the county", "In two of our wards"
SOME_PART = _words(
    rf"\b(?:in|across|within) (?P<scope>(?:one|two|three|some|several|a few|another) (?:of (?:our|its|the|their) )?(?:(?!{_STOP}\b)[\w-]+ )?"
    rf"(?:wards?|offices?|localit(?:y|ies)|teams?|neighbourhoods?)(?: in {_WHERE})?|the (?-i:[A-Z])[\w-]+ (?:ward|estate|neighbourhood|locality))\b(?! (?:member|manager))"
)
EVERY_TEAM = _words(r"\b(?P<scope>(?:every|any one|no) (?:single )?team)\b")
AREA = _words(rf"\b(?:in|across|within|for|from) (?P<scope>{_WHERE}|rural (?:areas|parts) of [\w ]{{3,20}})\b")
OWN_OFFICE = _words(r"\b(?:my|our) (?P<scope>(?:office|team) in (?-i:[A-Z])[\w-]+)")
# "a contact and referral … with three managers": parts of a service that are known by these words alone
BARE_PART = _words(
    r"\b(?:in|at|a|an|the) (?P<scope>contact and referral|mash|multi-agency safeguarding hub|edge of care|emergency duty)\b"
)
# who leads or visits a team is not its number: "the head of the assessment service said"
NOT_LIMITED = _words(
    r"\b(?:head|managers?|director|leader|chair|boss) (?:of|for) [\w ]{0,14}\Z|\b(?:visit(?:ed|s|ing)?|runs?|leads?|led|praised?|toured?)\b[\w ]{0,14}\Z"
)
# the whole service again: "against 17 across the service"
WHOLE = _words(
    r"\bover the whole\b|\b(?:across|over|for|in) (?:the |its |our )?(?:whole|entire|service|council|authority|county|borough|city|department|board|company|trust)\b(?! of)"
    r"|\b(?:overall|service-wide|council-wide|as a whole|england|national(?:ly)?|recommend\w*|guidance|statutory|statistical neighbours?|similar (?:local )?authorities|elsewhere)\b"
)
# another part than the one named before: "those in the long-term team", "against 16 in Cleethorpes"
OTHER_PART = _words(r"\b(?:in|at|across|within|for) (?:the |its |their )?(?:[\w-]+ ){0,3}?(?:teams?|offices?|services?)\b|\b(?:others|the rest|elsewhere)\b")
PLACE_AFTER = _words(r"\s*(?:cases |children |each )?(?:in|at|for|across) (?:the )?(?-i:[A-Z])")
# a seat is no limit: "its front door in Exeter"
SEAT = _words(r"\b(?:front[- ]door|headquarters|hq|hall|meeting|based) in (?:the )?\Z")
# another level or body: "compared with an average of almost 30 during the last full inspection"
COMPARED = _words(r"\b(?:compared (?:with|to)|against|than|versus|whereas|while)\b")
# "This means that one manager now has", "There are now six teams": goes on with the team spoken of before
GOES_ON = _words(r"[\"'\s]*(?:this means|there (?:are|is|were) now|there used to|they|these|it|each of them|now)\b")

# --- one worker or some ----------------------------------------------------------------------------------------------
_HOLD = r"(?:have|has|had|having|hold|holds|holding|held|carry|carries|carried|carrying|juggl\w+|manag\w+|look\w* after|report\w*|cit\w+|respons\w+|with|were|was|are|is|said|told|working|dealing|tell|say|complain\w*)"
FIRST_PERSON = _words(
    r"(?:\A|(?<![\w']))(?-i:(?P<scope>I)(?:'ve| have| had| hold| held| carry| carried| was carrying| was holding| am holding))"
    r"(?: (?:now|got|only|currently|still|once|a caseload of|had|about|around|just))*\s*\Z"
)
SOME_WORKERS = _words(
    rf"\b(?P<scope>(?:some|many|several|a few|a handful of|a small number of|a minority of|one|two|three|four) (?:of (?:my|our|its|the|their|his|her) )?(?:(?!{_STOP}\b)[\w-]+ ){{0,2}}"
    rf"(?:workers?|staff|colleagues|people|practitioners?|advis[eo]rs?|iros?|officers?|employees|team members)(?: in (?:the |our )?[\w' -]{{3,40}}?)?)(?=,? (?:including [^,;.]{{3,50}}, )?{_HOLD}\b)"
)
ONE_ALONE = _words(
    r"(?:\b(?:with|and|while|though|but) |[\"'] ?|(?<=[.;,]\s))(?P<scope>one|some|a few|several|others)(?: of them)? (?:holding|having|carrying|on|had|held|has|have)(?: (?:up to|as many as|over|more than))?\s*\Z"
)
HIGHEST = _words(
    r"\b(?P<scope>(?:highest|lowest|heaviest|largest|biggest)(?: (?:individual |single )?(?:caseload|case ?load|one|number))?)(?: (?:seen|recorded|held|found)(?: by [\w ]{3,20}?)?)?,? (?:was|is|being|at|of|stood at|had been)(?: \w+)?\s*\Z"
)
NEWLY_QUALIFIED = _words(
    r"\b(?P<scope>newly[- ]qualified(?: (?:social )?(?:workers?|staff|practitioners?))?|nqsws?)(?:'s?)?(?: (?!reduc|cut|lower|help|allow|mean)[\w']+){0,6}\s*\Z"
)
NEWLY_QUALIFIED_AFTER = _words(
    r"[^,;.]{0,30}\b(?:of|for|among) (?:our |its |the |their )?(?P<scope>newly[- ]qualified(?: (?:social )?(?:workers?|staff|practitioners?))?|nqsws?)\b"
)
FRONTLINE = _words(r"\s*of (?:its |our |the |their )?(?P<scope>front-?line|senior|experienced)\b")
POSTS = _words(
    r"[\s\w]{0,4}?(?:of )?(?:the |its |our )?(?P<scope>(?:team manager|practice manager|manager|management|iro|independent reviewing officer|personal advis[eo]r|senior social work(?:er)?|senior practitioner|front-?line|family support)(?:'s)? (?:posts?|vacancies|jobs|roles))\b"
)

KIND_OF_WORKER = _words(
    r"\s*(?P<scope>(?:newly[- ]qualified|senior|front-?line|experienced|advanced) (?:social )?(?:workers|practitioners))\b"
)

# --- kinds of teams --------------------------------------------------------------------------------------------------
TEAMS_AFTER = _words(
    rf"\s*(?P<scope>(?P<kind>(?:(?!(?:is|are|was|were|has|have|had|who|that|which|than|said|the|each|per|social workers?)\b)[\w'+&/-]+ ){{1,5}}?)teams?)\b"
)
TEAMS_BEFORE = _words(
    r"(?<![\w'])(?P<scope>(?P<kind>(?:(?!(?:is|are|was|were|has|have|had|into|in|the|of|for|its|our|their)\b)[\w'+&/-]+ ){1,3})teams),? (?:of|each (?:with|of)|with)\s*\Z"
)
TEAMS_WORK = _words(
    r"\s*(?:more |of them |others )?(?:work|specialis\w+|deal|cover) (?:in|on|with) (?:the )?(?P<scope>[\w' -]{3,40}?)(?=[.,;)]|\Z| and\b)"
)
PLAIN_TEAMS = frozenset(
    "social work worker workers children's childrens children small smaller large larger separate different own main such multiple whole of and"
    " service council family families care practice".split()
)

# --- kinds of work ---------------------------------------------------------------------------------------------------
GROUPS_OUTSIDE = _words(
    r"\b(?P<scope>residential (?:special schools?|schools?|children's homes?|homes?|care|settings|placements?)|(?:secure )?children's homes?|special schools?|foster (?:families|carers|care|homes|placements)"
    r"|fostering placements|parents|semi-independent \w+|supported (?:accommodation|lodgings)|kinship carers|friends and family)(?![a-z])"
)
_PLAN = r"(?:(?:(?:a|the|their) )?(?:child )?protection plans?|(?:a )?plan|(?:child(?:ren)? )?in need plans?)"
_KIDS = r"(?:children and young people|children|young people|youngsters|those)"
_IN_CARE = r"(?:looked[- ]after (?:children|young people)|(?:children|young people|youngsters) (?:who are )?(?:looked[- ]after|in (?:the council's )?care))"
_ON_PLAN = rf"{_KIDS} (?:who are )?(?:on|with|subject(?: \d+)? (?:to|of)|(?:who are )?the subject of) {_PLAN}"
GROUP_OF_CHILDREN = rf"{_IN_CARE}|{_ON_PLAN}|{_KIDS} in need|care[- ]leavers"
WORK = {
    "health_assessments_timely_share": _words(
        r"\b(?P<scope>(?:initial|first|annual|review|yearly)(?: and (?:annual|review))? (?:health|medical) (?:assessments?|checks?|reviews?)|newly looked[- ]after(?: children)?)\b"
    ),
    "reviews_timely_share": _words(
        rf"\b(?P<scope>looked[- ]after (?:children's )?reviews?|children(?:'s)? (?:in care|looked[- ]after) reviews?|child protection (?:plan )?(?:reviews?|conference reviews?|review conferences?)|review (?:child protection )?conferences|children's reviews?|{_IN_CARE}|{_ON_PLAN})(?:\b|')"
    ),
    "visits_timely_share": _words(
        rf"\b(?P<scope>child protection visits?|child(?:ren)? in need visits?|looked[- ]after (?:children's? )?visits?|{GROUP_OF_CHILDREN})\b"
    ),
}
# a sentence that names the work itself says its kind or means all of it
WORK_NAMED = {
    "health_assessments_timely_share": _words(r"\bhealth (?:assessment|check|review)s?"),
    "reviews_timely_share": _words(r"\breview(?:s|ed)?\b"),
    "visits_timely_share": _words(r"\bvisit(?:s|ed)?\b"),
}
OFFERED = _words(r"\b(?P<scope>offered|accepted|completed|taken up|carried out|took place|declined)\b")
# "had been offered to 94 per cent … but we completed only three in five": two stages of one thing
BOTH_STAGES = _words(
    r"\boffered\b.*\b(?:accepted|completed|taken up|took up|carried out|took place)\b|\b(?:accepted|completed)\b.*\boffered\b"
)
CASE_REVIEW_STAGE = _words(
    r"[^.;,]{0,50}?\b(?P<scope>completed|published|concluded|on-?going|under ?way|in progress|commissioned|in other (?:local )?(?:authorities|areas))\b(?P<more> (?:or|and) (?:were|was|are|is|have|had|been|on-?going|under ?way|in progress|published|completed)\b)?"
)
GRADE = _words(r"\b(?P<scope>good|outstanding)\b")
POSTS_CREATED = _words(
    r"\s*(?P<scope>(?:(?:new|extra|additional) )?posts (?:that (?:were|have been) )?(?:created|funded|promised))\b"
)
POSTS_FILLED = _words(
    r"\s*of (?:the |its |these |those )?(?:new )?\w[\w-]* (?:new )?posts (?:created|funded|promised)(?:[^;.]|\.(?=\d)){0,120}\b(?P<scope>filled)\b"
)
MISSING_FROM = _words(
    r"\b(?P<scope>missing from (?:care|home|education|school))\b(?! ?(?:or|and|/) ?(?:from )?(?:care|home|education|school))"
)
CHILDREN_COUNTED = _words(
    rf"\s*(?:of (?:the |these |its |our )?)?(?P<scope>{GROUP_OF_CHILDREN})\b(?= (?:had|have|has|were|are|was|is|did|do|without|with|wait\w*|went|who|remain\w*|still|lack\w*|that|go|going|reported)\b)"
)
CHILDREN_WHO_WERE = _words(rf"\s*(?:of (?:these|them|whom) )?(?:were|are|being) (?P<scope>{GROUP_OF_CHILDREN})\b")
ASYLUM = _words(
    r"\s*of (?:the |these |its |our )?(?P<scope>(?:unaccompanied )?(?:young )?asylum[- ]seek(?:ers|ing children)|teenagers|under-fives|babies)\b"
)

# --- groups by age or time in care -------------------------------------------------------------------------------------
_AGE = r"(?:\d{1,2}|sixteen|seventeen|eighteen|nineteen|twenty(?:-one|-five)?)"
_TO = r"(?:-? ?(?:to|and|or|–|-) ?)"
AGE_GROUP = _words(
    rf"\b(?P<scope>aged (?:under |over |between |from )?{_AGE}(?:{_TO}{_AGE})?(?: years)?(?: (?:and|or) (?:over|above|older|under))?"
    rf"|(?:over|under|above|below) the age of {_AGE}|{_AGE}(?:{_TO}{_AGE})[- ]year[- ]olds?|{_AGE}[- ]year[- ]olds|{_AGE}\+(?: (?:service|team|group))?"
    r"|(?:over|under)-{_AGE}s|school-aged?(?: (?:children|pupils)(?: in care)?)?|teenagers)"
)
# the whole that the measure is of by itself: "children aged under 18"
AGE_WHOLE = _words(r"aged (?:under |0\D{1,5}1)(?:7|8|18|19)|(?:under|below) the age of 18|0\D{1,5}1[789]")
TIME_IN_CARE = _words(
    r"[^,;.]{0,40}\b(?:have|had|has) been (?P<scope>looked after for (?:more than |over |at least )?[\w-]+ (?:months|years?|weeks)(?: or more)?)"
)

# --- parts of a budget -------------------------------------------------------------------------------------------------
_AGENCY = r"(?:agency (?:staff|workers|social workers|cover|placements)|agencies|locums?|temporary (?:staff|workers)|interim staff)"
_THING = r"(?:(?!(?:this|last|next|in|by|over|a|per|each|compared|against|up|down|during|since|which|who|that|but|while|to|from|was|is|and will)\b)[\w'\"-]+ ?){1,7}"
# "£2.6m on its edge of care teams", "£11.3m a year on independent fostering and residential providers"
SPENT_ON = _words(
    rf"(?: (?:a|per|each|every) year| annually| (?:last|this) (?:financial )?year| in \S+)? on (?:its |their |our |the )?(?P<scope>{_THING})"
)
SPENDING_ON = _words(
    r"\b(?:spending|spend|expenditure|costs?|bill) (?:on|of|for) (?:its |their |our |the )?(?P<scope>(?:(?!(?:was|is|were|are|has|had|will|rose|fell|reached|by|in|to|from|a|an|the)\b)[\w'\"-]+ ){1,6}?)"
    r"(?=(?:was|is|were|are|has|had|will|rose|fell|reached|came|hit|grew|climbed|went|stood|in)\b)(?:[^.;]|\.(?=\d)){0,60}\Z"
)
BUDGETED_FOR = _words(rf" for (?:its |their |our |the )?(?P<scope>{_THING})")
SPENDING = _words(r"\b(?:spen[dt]\w*|budget\w*|pa(?:id|ys|ying)|cost\w*|set aside|allocated)\b[^;.]{0,40}\Z")
BUDGETED = _words(r"\bbudgeted\s*\Z|\bset aside\s*\Z")
_SPENT_KEY = r"(?:agency|locum|staffing|placements?|fostering|adoption|residential|legal|transport|early help|leaving care|looked[- ]after|training|commissioning|external|independent|high[- ]cost|disabled|disabilit(?:y|ies)|youth|prevention|workforce)"
# "the placements budget, £24.9m", "the agency bill alone will reach £7m"
NAMED_BUDGET = _words(
    rf"\b(?P<scope>(?:(?!(?:the|its|their|our|a|an|council's|trust's|overall|total|annual|of|on|for)\b)[a-z-]+ ){{0,2}}?{_SPENT_KEY}(?: (?!budget|bill)[a-z-]+){{0,2}}?(?= budget| bill)(?: bill)?)"
    r"(?: budgets?)?\b(?:[^.;]|\.(?=\d)){0,80}\Z"
)
AGENCY_COST = _words(
    rf"(?P<scope>{_AGENCY})\b[^.;]{{0,90}}?\b(?:cost|costs|costing|swallow\w*|bill|spend\w*|spent|paid)\b[^.;]{{0,40}}\Z|(?:cost|bill|spending|spend|spent) (?:of|for|on) (?P<other>{_AGENCY})\b[^.;]{{0,60}}\Z"
)
WHOLE_BUDGET = _words(
    r"(?:all )?(?:children(?:'s)?(?: and (?:young people|families|families'|education)(?:'s)?)?(?: (?:social care|services?|department|care))?|(?:the |this )?(?:service|services|department|it|them)|(?:services|support|help|care) for (?:the |its |most |vulnerable )*(?:children|young|youngsters|families)\b.*|(?:vulnerable |its )?(?:children|youngsters)|protecting .*|social care|children's social (?:care|work)(?: services)?|the young|improvement\w*|improving .*|(?:an? )?(?:placement|place|bed|child|worker))\s*\Z"
)
