"""Words for kinds of work, stages, narrower groups of children and parts of a budget."""

from __future__ import annotations

from transforms.mentions.scopes.patterns import compiled

GROUPS_OUTSIDE = compiled(
    r"\b(?P<scope>residential (?:special schools?|schools?|children's homes?|homes?|care|settings|placements?)|"
    r"(?:secure )?children's homes?|special schools?|foster (?:families|carers|care|homes|placements)"
    r"|fostering placements|parents|semi-independent \w+|supported (?:accommodation|lodgings)|kinship carers"
    r"|friends and family)(?![a-z])"
)
_PLAN = r"(?:(?:(?:a|the|their) )?(?:child )?protection plans?|(?:a )?plan|(?:child(?:ren)? )?in need plans?)"
_KIDS = r"(?:children and young people|children|young people|youngsters|those)"
_IN_CARE = (
    r"(?:looked[- ]after (?:children|young people)|(?:children|young people|youngsters) (?:who are )?"
    r"(?:looked[- ]after|in (?:the council's )?care))"
)
_ON_PLAN = rf"{_KIDS} (?:who are )?(?:on|with|subject(?: \d+)? (?:to|of)|(?:who are )?the subject of) {_PLAN}"
GROUP_OF_CHILDREN = rf"{_IN_CARE}|{_ON_PLAN}|{_KIDS} in need|care[- ]leavers"
WORK = {
    "health_assessments_timely_share": compiled(
        r"\b(?P<scope>(?:initial|first|annual|review|yearly)(?: and (?:annual|review))? (?:health |medical )?"
        r"(?:assessments?|checks?|reviews?)|newly looked[- ]after(?: children)?)\b"
    ),
    "reviews_timely_share": compiled(
        r"\b(?P<scope>looked[- ]after (?:children's )?reviews?|children(?:'s)? (?:in care|looked[- ]after) reviews?"
        r"|child protection (?:plan )?(?:reviews?|conference reviews?|review conferences?)|review "
        rf"(?:child protection )?conferences|children's reviews?|{_IN_CARE}|{_ON_PLAN})(?:\b|')"
    ),
    "visits_timely_share": compiled(
        r"\b(?P<scope>child protection visits?|child(?:ren)? in need visits?|looked[- ]after "
        rf"(?:children's? )?visits?|{GROUP_OF_CHILDREN})\b"
    ),
}
# a sentence that names the work itself says its kind or means all of it
WORK_NAMED = {
    "health_assessments_timely_share": compiled(r"\bhealth (?:assessment|check|review)s?"),
    "reviews_timely_share": compiled(r"\breview(?:s|ed)?\b"),
    "visits_timely_share": compiled(r"\bvisit(?:s|ed)?\b"),
}
OFFERED = compiled(r"\b(?P<scope>offered|accepted|completed|taken up|carried out|took place|declined)\b")
# "offered in all cases and in 61% of cases took place": the stage told right after a number is its own
STAGE_AFTER = compiled(
    r"\s*(?:of (?:cases|them|these|those|interviews|children|young people) )?(?:(?:were|had been|was) )?"
    r"(?P<scope>accepted|completed|taken up|carried out|took place|declined|offered)\b"
)
# "had been offered to 94 per cent … but we completed only three in five": two stages of one thing
BOTH_STAGES = compiled(
    r"\boffered\b.*\b(?:accepted|completed|taken up|took up|carried out|took place)\b|\b(?:accepted"
    r"|completed)\b.*\boffered\b"
)
CASE_REVIEW_STAGE = compiled(
    r"[^.;,]{0,50}?\b(?P<scope>completed|published|concluded|on-?going|under ?way|in progress|commissioned|in other "
    r"(?:local )?(?:authorities|areas))\b(?P<more> (?:or|and) (?:were|was|are|is|have|had|been|on-?going|under ?way"
    r"|in progress|published|completed)\b)?"
)
GRADE = compiled(r"\b(?P<scope>good|outstanding)\b")
POSTS_CREATED = compiled(
    r"\s*(?P<scope>(?:(?:new|extra|additional) )?posts (?:that (?:were|have been) )?(?:created|funded|promised))\b"
)
POSTS_FILLED = compiled(
    r"\s*of (?:the |its |these |those )?(?:new )?\w[\w-]* (?:new )?posts (?:created|funded|promised)(?:[^;.]|\."
    r"(?=\d)){0,120}\b(?P<scope>filled)\b"
)
# "eleven were missing from care and four from home"
FROM_ALONE = compiled(r"\s*(?:more )?(?P<scope>from (?:care|home|education|school))\b")
MISSING_FROM = compiled(
    r"\b(?P<scope>missing (?:from )?education|missing from (?:care|home|school))\b(?! ?(?:or|and|/) ?(?:from )?(?:care|"
    r"home|education"
    r"|school))"
)
# "no children living in unregistered children's homes"
KIND_OF_HOME = compiled(
    r"\b(?P<scope>(?:unregistered|unregulated|unlicensed|illegal|secure) (?:residential )?(?:children's )?(?:homes?|"
    r"placements?"
    r"|settings?|accommodation))\b"
)
# "Attendance of secondary school pupils at 86%"
SCHOOL_PHASE = compiled(
    r"\b(?P<scope>(?:primary|secondary|special)(?:[- ]aged?)?(?: schools?)?(?: (?:pupils|children|age))?(?<!primary)"
    r"(?<!secondary)(?<!special))\b"
)
CHILDREN_COUNTED = compiled(
    rf"\s*(?:of (?:the |these |its |our )?)?(?P<scope>{GROUP_OF_CHILDREN})\b(?= (?:had|have|has|were|are|was|is|did"
    r"|do|without|with|wait\w*|went|who|remain\w*|still|lack\w*|that|go|going|reported)\b)"
)
CHILDREN_WHO_WERE = compiled(rf"\s*(?:of (?:these|them|whom) )?(?:were|are|being) (?P<scope>{GROUP_OF_CHILDREN})\b")
CHILDREN_SORTED = compiled(
    r"\s*of (?:the |these |its |our )?(?P<scope>(?:unaccompanied )?(?:young )?asylum[- ]seek(?:ers|ing children)"
    r"|teenagers|under-fives|babies)\b"
)

_AGE = r"(?:\d{1,2}|sixteen|seventeen|eighteen|nineteen|twenty(?:-one|-five)?)"
_TO = r"(?:-? ?(?:to|and|or|–|-) ?)"
AGE_GROUP = compiled(
    rf"\b(?P<scope>aged (?:under |over |between |from )?{_AGE}(?:, {_AGE})?(?:{_TO}{_AGE})?(?: years)?(?: (?:and"
    r"|or) (?:over"
    r"|above|older|under))?"
    rf"|(?:over|under|above|below) the age of {_AGE}|{_AGE}(?:{_TO}{_AGE})[- ]year[- ]olds?|{_AGE}[- ]year[- ]olds"
    rf"|{_AGE}\+(?: (?:service|team|group))?"
    r"|(?:over|under)-{_AGE}s|school-aged?(?: (?:children|pupils)(?: in care)?)?|teenagers)"
)
# the whole that the measure is of by itself: "children aged under 18"
AGE_WHOLE = compiled(r"aged (?:under |0\D{1,5}1)(?:7|8|18|19)|(?:under|below) the age of 18|0\D{1,5}1[789]")
TIME_IN_CARE = compiled(
    r"[^,;.]{0,40}\b(?:have|had|has) been (?P<scope>looked after for (?:more than |over |at least )?[\w-]+ (?:months"
    r"|years?|weeks)(?: or more)?)"
)

_AGENCY = (
    r"(?:agency (?:staff|workers|social workers|cover|placements)|agencies|locums?|temporary (?:staff|workers)"
    r"|interim staff)"
)
_THING = (
    r"(?:(?!(?:this|last|next|in|by|over|a|per|each|compared|against|up|down|during|since|which|who|that|but|while"
    r"|alone|only"
    r"|to|from|was|is|and will)\b)[\w'\"-]+ ?){1,7}"
)
# "£2.6m on its edge of care teams", "£11.3m a year on independent"
SPENT_ON = compiled(
    r"(?: (?:a|per|each|every) year| annually| (?:last|this) (?:financial )?year| in \S+)? on (?:its |their |our "
    rf"|the )?(?P<scope>{_THING})"
)
SPENDING_ON = compiled(
    r"\b(?:spending|spend|expenditure|costs?|bill) (?:on|of|for) (?:its |their |our |the )?(?P<scope>(?:(?!(?:was|is"
    r"|were|are|has|had|will|rose|fell|reached|by|in|to|from|a|an|the)\b)[\w'\"-]+ ){1,6}?)"
    r"(?=(?:was|is|were|are|has|had|will|rose|fell|reached|came|hit|grew|climbed|went|stood|in)\b)(?:[^.;]|\."
    r"(?=\d)){0,60}\Z"
)
BUDGETED_FOR = compiled(rf" for (?:its |their |our |the )?(?P<scope>{_THING})")
SPENDING = compiled(r"\b(?:spen[dt]\w*|budget\w*|pa(?:id|ys|ying)|cost\w*|set aside|allocated)\b[^;.]{0,40}\Z")
BUDGETED = compiled(r"\bbudgeted\s*\Z|\bset aside\s*\Z")
_SPENT_KEY = (
    r"(?:agency|locum|staffing|placements?|fostering|adoption|residential|legal|transport|early help|leaving care"
    r"|looked[- ]after|training|commissioning|external|independent|high[- ]cost|disabled|disabilit(?:y|ies)|youth"
    r"|prevention|workforce)"
)
# "the placements budget, £24.9m", "the agency bill alone will reach £7m"
NAMED_BUDGET = compiled(
    r"\b(?P<scope>(?:(?!(?:the|its|their|our|a|an|council's|trust's|overall|total|annual|of|on"
    rf"|for)\b)[a-z-]+ ){{0,2}}?{_SPENT_KEY}(?: (?!budget|bill)[a-z-]+){{0,2}}?(?= budget| bill)(?: bill)?)"
    r"(?: budgets?)?\b(?:[^.;]|\.(?=\d)){0,80}\Z"
)
AGENCY_COST = compiled(
    rf"(?P<scope>{_AGENCY})\b[^.;]{{0,90}}?\b(?:cost|costs|costing|swallow\w*|bill|spend\w*|spent"
    rf"|paid)\b[^.;]{{0,40}}\Z|(?:cost|bill|spending|spend|spent) (?:of|for|on) (?P<other>{_AGENCY})\b[^.;]{{0,60}}\Z"
)
WHOLE_BUDGET = compiled(
    r"(?:all )?(?:children(?:'s)?(?: and (?:young people|families|families'|education)(?:'s)?)?(?: (?:social care"
    r"|services?|department|care))?|(?:the |this )?(?:service|services|department|it|them)|(?:services|support|help"
    r"|care) for (?:the |its |most |vulnerable )*(?:children|young|youngsters|families)\b.*|(?:vulnerable |its )?"
    r"(?:children|youngsters)|protecting .*|social care|children's social (?:care|work)(?: services)?|the young"
    r"|improvement\w*|improving .*|(?:an? )?(?:placement|place|bed|child|worker))\s*\Z"
)
