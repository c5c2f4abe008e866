"""How texts state demand: contacts, referrals, assessments, children in need, protected, looked after, missing."""

from __future__ import annotations

from transforms.mentions.grammar.rules import Spec

_NUMBER = r"(?:(?:the |overall |total |actual )*(?:number|total|count|figure)s?(?: of| for)?(?: all)? )"
_SUBGROUP = (
    r"(?: and young people)? (?:(?:who (?:are|were) )?(?:aged|under the age|over the age|under five|less than|under one|of school age|aged under)|from (?:minority|black|asian|white)|"
    r"with (?:a )?(?:disabilit|special educational|eh?c)|of (?:asian|black|white|mixed))"
)
_MOVE = r"(?:ha(?:s|ve|d) )?(?:been )?(?:r[io]sen?|fallen|fell|grown|grew|increased|decreased|dropped|declined|climbed|reduced|peaked|risen|passed|topped|reached|hit|stood|stands|stand|numbered|jumped|edged|crept|gone|went|come|came|doubled|doubling|soared|down|up|to)"
_PLAN = r"(?:(?:child|children) protection plans?|protection plans?|cp plans?|cpps?)"
_WITHOUT = (
    r"(?:unallocated|not (?:been |yet )?(?:allocated|assigned)|without (?:an? |their own |any )?(?:(?:allocated|named|assigned|permanent|dedicated|designated|qualified|own|social) )*(?:social )?worker|"
    r"(?:did|do|does) not (?:yet )?have (?:an? )?(?:(?:allocated|named|own|permanent) )*(?:social )?worker|no (?:allocated|named|assigned|designated|dedicated) (?:social )?worker|no social worker (?:allocated|assigned)|wait(?:ing|s|ed)? (?:to be (?:allocated|assigned)|for (?:a |an |allocation|their own )(?:(?:named|allocated|social) )*(?:worker)?)|"
    r"not (?:been |yet )?given (?:an? )?(?:named |allocated )?(?:social )?worker|no one allocated|nobody allocated|await(?:ing|ed)? (?:allocation|a social worker|an allocated)|yet to be (?:allocated|assigned)|had nobody allocated|lack(?:ing|ed)? (?:an |a )(?:allocated |named )?(?:social )?worker|unassigned|had no social worker|have no social worker|with no (?:allocated |named )?(?:social )?worker)"
)
_MISSING = (
    r"(?:(?:reported |recorded |went |gone |go |going |who went |were |was |had gone |have gone |been |being |listed as )+(?:as )?missing|missing from (?:home|care|education|placement|their)|missing children|missing episodes|ran away|absconded|run away)"
)

SPECS: tuple[Spec, ...] = (
    Spec(
        metric="contacts",
        kind="N",
        triggers=("contact",),
        counted=(r"(?:[\w-]+ ){0,2}?contacts\b(?! (?:details|centre|with (?:their|parents|famil)))",),
        frames=(
            rf"{_NUMBER}(?:initial |new )?contacts[^;|.]{{0,60}}? <N>(?= ?(?:\Z|[.,;:)\"]|a|in|at|on|by|from|to|last|this|compared|and|per|during|over))",
            rf"contacts(?: with [\w' ]{{3,40}})? {_MOVE}[^;|.]{{0,40}}? <N>(?= ?(?:\Z|[.,;:)\"]|a|in|at|on|by|from|to|last|this|compared|and|per|during|over))",
        ),
        subjects=(r"(?:initial |new |monthly |total )*contacts",),
        forbids=r"contact (?:centre|details)|supervised contact|family contact|\bcontacts? (?:sessions|visits|book)|\bcontact with (?:their|his|her)",
        not_after=r"(?:[\w-]+ ){0,3}(?:contacts (?:came |were |made )?(?:from|by) (?:the )?(?:police|schools?|health|parents|gps|hospitals?|neighbours|members of the public)|from (?:the )?(?:police|schools|health|nhs)|came from|were from|of (?:these|them|those) (?:came|were) from|social workers|social work|agency)",
    ),
    Spec(
        metric="referrals",
        kind="N",
        triggers=("referral", "referred"),
        counted=(r"(?:(?:new|formal|safeguarding|social care|children's social care|more|statutory|child protection) )*referrals\b(?! (?:came|were made|made|had come|were) (?:from|by) (?:the )?(?:police|school|health))",),
        frames=(
            r"<N> (?:[\w ]{0,32}? )?(?:became|becoming|led to|resulted in|resulting in|progressed to|were accepted as|turned into|converted (?:in)?to|were treated as|proceeded to|went on to (?:become|be)|moved to|as) (?:[\w-]+ ){0,2}referrals?",
            rf"{_NUMBER}(?:[\w-]+ ){{0,2}}?referrals[^;|.]{{0,60}}? <N>(?= ?(?:\Z|[.,;:)\"]|a|in|at|on|by|from|to|last|this|compared|and|per|during|over))",
            rf"(?<!re-)(?<!re)\breferrals(?: to [\w' ]{{3,40}})? {_MOVE}[^;|.]{{0,40}}? <N>(?= ?(?:\Z|[.,;:)\"]|a|in|at|on|by|from|to|last|this|compared|and|per|during|over))",
            r"<N> {child} (?:had been |have been |were |being )?referred to (?:children's )?(?:social (?:care|services)|the (?:council|trust|company|service|authority|front door))",
        ),
        subjects=(r"(?<!re-)(?:monthly |new |total |annual )*(?<!repeat )\breferrals(?: to (?:children's )?(?:social (?:care|services)|the (?:council|service|front door)|<a>))?",),
        forbids=r"referrals (?:are|were|came|come) from|domestic abuse|backlog|marac|camhs|\blado\b|early help referr|referrals? to (?:early help|the police|camhs|marac|adult|family support|mental health)|self-referrals|referral order|gp referral",
        not_after=r"(?:[\w-]+ ){0,3}(?:came |were |made )?(?:from|by) (?:the )?(?:police|schools?|health|parents|gps|hospitals?|neighbours|members of the public|nhs)\b|(?:re-?referrals|repeat referrals)|(?:[\w-]+ )?referrals (?:of|for|about|relating|awaiting)\b|social worker|of (?:these|them|those) (?:came|were) from|pages|working days|per cent|contacts",
        not_before=r"(?:pages?|within)\s*",
    ),
    Spec(
        metric="re_referral_rate",
        kind="P",
        triggers=("re-referr", "rereferr", "referral", "referred"),
        subjects=(r"(?:re-?referrals?|repeat referrals?|re-?referral rates?|children (?:being )?(?:re-?referred|referred (?:again|back)))(?: rates?| levels?)?(?: (?:within|in) [\w ]{2,20}months?)?",),
        near=(
            r"(?:re-?referrals?|re-?referred|repeat referrals?)\b",
            r"referrals? (?:[\w' -]{0,60}?)(?:within (?:12|twelve) months|within a year|earlier one|previous (?:one|referral)|repeat|already known|second time|again)",
            r"referr(?:ed|als?) (?:again|back|more than once|for a second time|at least once|before|previously|already|in the (?:previous|preceding))",
            r"(?:concerned|about|involved|related to) (?:a child|children|families|a family) (?:who|that) (?:had|have|has) (?:already )?been referred",
            r"repeat (?:ones|contacts|cases)",
        ),
        needs=r"re-?referr|repeat|within (?:12|twelve) months|within a year|earlier one|previous (?:one|referral)|again|second time|more than once|referred back|at least once|referred before|been referred",
        wide=True,
        forbids=r"marac|camhs|early help",
    ),
    Spec(
        metric="assessments",
        kind="N",
        triggers=("assessment",),
        frames=(
            r"<N> (?:(?:new|statutory|single|initial|core|children and family|child and family|children's|family|social work|c&f) )*assessments(?: of [\w ]{3,25})? (?:(?:had|have|has|were|was|been|are|being|that were|it) )*(?:completed|finished|carried out|done|undertaken|made|concluded|signed off)",
            r"(?:complet\w+|carried out|carrying out|undert\w+|finished|finishing|did|made|conduct\w+|signed off|produced|authorised) (?:[\w ]{0,15}? )?<N> (?:(?:new|statutory|single|initial|core|children and family|child and family|children's|family|social work|c&f) )*assessments",
            rf"{_NUMBER}(?:(?:statutory|single|initial|core|children and family|child and family|social work) )*assessments[^;|.]{{0,60}}? <N>(?= ?(?:\Z|[.,;:)\"]|in|at|on|by|from|to|last|this|compared|and|per|during|over))",
            r"{start}(?:statutory |single |social work |children and family )*assessments (?:completed|carried out)[^|<]{0,30}[|:] <N>",
            r"of the <N> (?:(?:statutory|single|initial|core|children and family|social work) )*assessments",
        ),
        forbids=r"health assessments?|risk assessments|carers?' assessments|adoption assessments|foster\w* assessments|age assessments|needs assessments|viability|parenting assess",
    ),
    Spec(
        metric="section_47_enquiries",
        kind="N",
        triggers=("section 47", "s47", "child protection enquir", "child protection investigation", "section-47", "s.47"),
        counted=(r"(?:[\w-]+ ){0,2}?(?:section[ -]47|s\.?47)(?: (?:child protection|safeguarding))?(?: enquiries| investigations| inquiries|s)?", r"child protection (?:enquiries|investigations|inquiries)"),
        subjects=(r"(?:(?:section[ -]47|s\.?47)(?: child protection)? (?:enquiries|investigations|inquiries)|child protection (?:enquiries|investigations|inquiries))",),
        forbids=r"(?:are|were|was) (?:completed|held|done) within",
    ),
    Spec(
        metric="children_in_need",
        kind="N",
        triggers=("in need",),
        frames=(
            r"<N> {ch} (?:[^;|.]{0,60}? )?(?:formally |being |as |classed as |deemed |considered |assessed as |recorded as |were |are )*\"?in need\b(?! of (?:help and|protection|a (?:home|foster)|care|support))",
            r"<N> {ch} (?:had been |were |have been )?identified(?: through assessment| by assessment)? as (?:being )?(?:formally )?in need",
            r"(?:assessment|assessments) (?:had|have|has) identified <N> {ch} as (?:being )?(?:formally )?in need",
            r"<N> (?:[\w-]+ ){0,2}?(?:children|child)[ -]in[ -]need\b(?! (?:teams?|plans? (?:were|was|seen)|services))",
            r"<N> {child} (?:(?:was|were|are|is|had|have|on|with|subject to|the subject of) )*(?:an? )?(?:child(?:ren)? in need|cin) plans?",
            rf"{_NUMBER}(?:children|child)[ -]in[ -]need[^;|.]{{0,60}}? <N>(?= ?(?:\Z|[.,;:)\"]|in|at|on|by|from|to|last|this|compared|and|per|during|over|\())",
            r"{start}children in need[^|<]{0,30}[|:] <N>",
            r"<N> (?:were |are )?(?:classed |recorded |assessed )?as (?:being )?(?:children )?in need",
        ),
        subjects=(r"(?:children[ -]in[ -]need)(?: numbers| cases| total)?(?!(?: \w+)? (?:of help|teams?|services))",),
        forbids=r"in need of help and protection[^.]{0,20}\Z|children in need teams?",
        not_after=r"(?:[\w-]+ ){0,3}teams?\b|social workers",
    ),
    Spec(
        metric="children_in_need_rate",
        kind="R",
        triggers=("in need",),
        near=(r"in need\b(?! of help)",),
        forbids=r"protection plan",
    ),
    Spec(
        metric="child_protection_plans",
        kind="N",
        triggers=("protection plan", "cp plan", "on a plan", "on plans", "rate of plans"),
        frames=(
            rf"<N> (?:{{child}} )?(?:[^;|.{{}}]{{0,50}}? )?(?:subjects? (?:of|to)|on|had|have|has|with|under|made|given|placed on|needed|need|needing|required)(?: (?:an?|the|its))? {_PLAN}(?! (?:for (?:a second|neglect|more than|over)|because|due))",
            rf"<N> (?:of (?:them|whom|these|those) )?(?:had|have|has|were on|are on|is on|was on|on|with|under|were subject to|are subject to|(?:were|are) the subjects? of)(?: an?| the)? {_PLAN}",
            rf"<N> (?:current |open |active |live )*(?:child protection plans|cp plans|protection plans)(?! (?:for|show|seen|reviewed|were reviewed|sampled))",
            rf"(?:subjects? (?:of|to)|on)(?: an?| the)? {_PLAN}[^;|.]{{0,60}}? <N>(?= ?(?:\Z|[.,;:)\"]|in|at|on|by|from|to|last|this|compared|and|per|during|over|\(|children|a year))",
            rf"{{start}}(?:children )?(?:[\w ]{{0,20}} )?{_PLAN}[^|<]{{0,30}}[|:] <N>",
        ),
        subjects=(rf"(?:{_PLAN})",),
        follows=r"children|child|young people",
        forbids=r"second (?:or subsequent )?(?:time|plan)|repeat plan|more than two years|over two years|for two years or|category of abuse|reviewed? (?:on time|within)|category",
        not_after=r"(?:[\w-]+ )?(?:days|weeks|months|years|per cent|social workers|reviews|initial child protection conf)|(?:of )?(?:[\w' ]{0,15} )?(?:plans? (?:were )?(?:sampled|seen))",
    ),
    Spec(
        metric="child_protection_plans_rate",
        kind="R",
        triggers=("protection plan", "rate of plans", "plans"),
        near=(rf"(?:{_PLAN}|rate of plans|on a plan)",),
    ),
    Spec(
        metric="children_looked_after",
        kind="N",
        triggers=("looked after", "looked-after", "care", "look after", "looks after", "looking after", "cla", "lac"),
        frames=(
            r"<N> {cla}(?!" + _SUBGROUP + r")(?! (?:(?:who )?(?:live|lived|living|placed|went|had (?:an?|no|been missing)|have (?:an?|no)|waiting|wait|awaiting|without|whose|have been|had been (?:adopted|missing|placed))))(?! [^.;]{0,40}(?:outside|missing|no allocated|without|unaccompanied|foster (?:famil|carer)|residential|health assessment|education plan|had a |(?:were|was|been) adopted))",
            r"<N> (?:are|were) (?:now )?in (?:the )?(?:care of (?:the )?(?:council|county|city|borough|trust|authority|company|<a>)|(?:council|local authority) care|care)\b(?! (?:plan|home))",
            r"(?:trust|council|authority|company|county|borough|city|<a>) looks after <N>(?= ?(?:\Z|[.,;:)]|and|or|children))",
            r"<N> in (?:(?:its|their|our|council|local authority) )?care(?= ?(?:[,.;]|\Z))",
            r"number (?:being )?looked after [^;|.]{0,60}? <N>(?= ?(?:\Z|[.,;:)]|in|at|on|by|from|and))",
            r"<N> (?:[\w'-]+ |<a> )?children in (?:local authority |council |<a>'s )?care\b(?! (?:plan|had|have|live|lived|were|placed|missed|moved))",
            r"<N> (?:of (?:its|their|our|<a>'s) )?{child} (?:(?:who|are|were|is|was|being|currently|now|be|have been|had been|the|that) )*(?:{incare})(?! (?:plan|leaver))(?! [^.;]{0,25}(?:outside|missing|for (?:more|over|at least)))",
            r"(?:look|looks|looked|looking)[- ]after(?: a total of)? <N> {child}(?! (?:each|apiece))",
            r"(?:look|looks|looked|looking)[- ]after(?: a total of)? <N>(?= ?(?:\Z|[.,;:)]|at|on|in|and|compared|\())",
            r"(?:number of|total of|total number of) {cla}[^;|.]{0,60}? <N>(?= ?(?:\Z|[.,;:)\"]|in|at|on|by|from|to|last|this|compared|and|per|during|over|for|\(|a year|children))",
            r"of (?:the|its|their|<a>'s|our) <N> {child} (?:it|they|the (?:council|company|trust|county)|<a>|{incare}|(?:currently |being |who are )*looked)",
            r"of (?:the|its|their|<a>'s|our) <N> (?:[\w-]+ )?{cla}",
            r"(?:has|have|had|with|for|responsib\w+ for|corporate parent (?:to|of|for)|care (?:for|of)|parent (?:to|of)) <N> {child} (?:{incare})",
            r"(?:care (?:for|of)|caring for|cares for|cared for|corporate parent(?:s)? (?:to|of|for)) <N> {child}(?! (?:each|with|from|who (?:are|were) not|over the years))",
            r"{start}(?:children )?(?:looked[- ]after|in care)(?: children)?[^|<]{0,30}[|:] <N>",
            r"(?:care population|{cla}) {MOVE}[^;|.]{0,40}? <N>(?= ?(?:\Z|[.,;:)\"]|in|at|on|by|from|to|last|this|compared|and|for|\())".replace("{MOVE}", _MOVE),
        ),
        subjects=(r"(?:number of |numbers of |total of )?(?:{cla})(?: numbers| population| total)?",),
        follows=r"children",
        forbids=r"have placed|boroughs? and others|other (?:councils|local authorities) (?:have )?place|placed (?:in|by) [^.]{0,30}by other|fostered for|have fostered|has fostered|in foster(?:ing)? for|care order applications|left care|health assessment|personal education plan|no allocated|without an?\b|missing from care|ceased to be",
        not_after=r"(?:{child} )?(?:less than|under|over|aged|of school age|of (?:primary|secondary))\b|of (?:them|these|those|whom) (?:are|were|have|had)|(?:[\w-]+ )?(?:unaccompanied|care leavers|foster|independent reviewing|reviews|health|per cent|years|days|social workers|adoptions|placements|homes|households|cases each|children each|(?:children )?(?:per|for each|for every)|young people (?:supported|receiving)|of (?:them|these|whom) )|(?:\(<p>\) )?(?:{child} )?(?:live|lived|living|placed|were placed|are placed)\b",
        not_before=r"(?:another|further|within|aged|over the years)\s*",
    ),
    Spec(
        metric="children_looked_after_rate",
        kind="R",
        triggers=("looked after", "looked-after", "care", "look after", "looks after", "placements"),
        near=(r"(?:{cla}|looked[- ]after|in care|{incare}|look(?:s|ed|ing)? after)",),
        forbids=r"protection plan|children \"?in need\b(?! of)",
    ),
    Spec(
        metric="privately_fostered",
        kind="N",
        triggers=("private",),
        near=(r"(?:private(?:ly)?[ -](?:arranged )?foster\w*|private fostering|fostered privately)",),
        forbids=r"independent fostering|per cent of privately",
        not_after=r"(?:days|weeks|years|months|visits)",
        boost=0.6,
    ),
    Spec(
        metric="unaccompanied_asylum_seeking_children",
        kind="N",
        triggers=("unaccompanied", "asylum", "uasc", "lone ", "alone", "on their own"),
        frames=(
            r"<N> (?:\(<p>\) )?(?:{child} )?(?:(?:of (?:them|whom|these|those) )?(?:are|were|is|was|who (?:are|were|arrived as)|arrived as|classed as) )?(?:an? )?(?:[\w-]+ ){0,2}(?:lone (?:child|young)|unaccompanied|uasc\b|(?:child(?:ren)? )?asylum[- ]seek)",
            r"<N> (?:of (?:whom|them|these|those|<a>'s|the) )?[^;|.<n>]{0,50}?(?:came|come|arrived|reached|entered)(?! ashore)[^;|.<n>]{0,30}? (?:alone|on their own|by themselves)",
            r"(?:unaccompanied|uasc|asylum[- ]seek)[\w' -]{0,60}?(?: \([^)]{2,12}\))?(?: (?:stood at|is|was|were|are|to|at|reached|of|rose to|now|from|has risen to|numbered))? ?[:|]? ?<N>(?= ?(?:\Z|[.,;:)\"|]|in|at|on|by|from|to|last|this|compared|and|(?:are|were) unaccompanied))",
        ),
        near=(r"unaccompanied(?: asylum)?",),
        forbids=r"care leavers|whereabouts|missing unaccompanied|national transfer|formerly unaccompanied|former unaccompanied",
        not_after=r"(?:care leavers|years|foster|miles|per cent|days|of (?:the|these))",
        boost=0.5,
    ),
    Spec(
        metric="care_leavers",
        kind="N",
        triggers=("leaver", "leaving care", "leaving-care", "left care", "aftercare", "care leaving", "after-care", "care experienced", "care-experienced"),
        frames=(
            r"(?:support(?:s|ed|ing)?|help(?:s|ed|ing)?|work(?:s|ed|ing)? with|responsib\w+ for|there (?:are|were)|has|have|had|serv(?:es|ed|ing)|of (?:the|its|our|their)|out of (?:the|its)|total of|number of|in touch with|from|to|care for|look(?:s|ing)? after|to its|to our|duty to|for|advis(?:e|es|ing)) (?:a total of )?<N> (?:[\w-]+ ){0,2}?{lvr}(?! (?:(?:in|at|who|with|were|are|have|had|started|live|lived|is) (?:a(?:n)? )?(?!total|all|support|receiv|known|eligible|the service)))",
            r"<N> (?:[\w-]+ ){0,2}?{lvr} (?:(?:were|are|being|who are|currently) )*(?:in total|known to|supported|receiving (?:support|help|a service)|on (?:its|the) (?:books|caseload)|open to|eligible|entitled|allocated)",
            r"<N> (?:young adults|young people|{ch})[^;.|]{0,30}? who (?:(?:have|had|has) left|left (?:its|their|the council's)) (?:its |their |the council's |local authority )?care",
            r"\bof <N> care[- ]leavers,",
            r"<N> young people (?:who (?:are|were) )?(?:being )?(?:helped|supported) by [^;|.]{0,60}?(?:leaving[- ]care|care leavers|aftercare)",
            r"<N> {child} (?:[\w' ]{0,40}? )?(?:receiving|getting|given) (?:support|help|services) as care[- ]leavers",
            r"(?:leaving[- ]care|care[- ]leaving|aftercare|after-care|care leavers'?)(?: (?:team|service))?(?: [\w-]+){0,3}? (?:support\w*|work\w* with|help\w*|has|had|looks after|serves|served|serving|responsible for|in touch with) (?:a total of )?<N> (?:{child}|care[- ]leavers|people)",
            r"number of care[- ]leavers[^;|.]{0,60}? <N>(?= ?(?:\Z|[.,;:)\"]|in|at|on|by|from|to|last|this|compared|and|per|during|over))",
            r"{start}care[- ]leavers(?: supported| aged [\w -]+)?[^|<]{0,20}[|:] <N>",
            r"<N> (?:[\w-]+ ){0,2}?care[- ]leavers(?= ?(?:\Z|[.;]))",
        ),
        subjects=(r"(?:number of )?care[- ]leavers (?:supported|receiving support)",),
        forbids=r"apprentice|university|courses?\b|employed|in addition|custody|higher education|staying put|bed and breakfast|asylum|spoke to|met with|houses? of multiple|hmos?\b|starting (?:a|work)",
        not_before=r"advis[eo]rs?\b[^;.]{0,60}|\badvis[eo]r supports|caseloads? of",
        not_after=r"(?:years|days|cases)|(?:[\w-]+ ){0,2}care[- ]leavers? (?:who arrived|each|per)",
    ),
    Spec(
        metric="children_missing",
        kind="N",
        triggers=("missing", "absconded", "ran away", "run away"),
        frames=(
            rf"<N> (?:different |individual )?{{child}} (?:[^;|.]{{0,50}}? )?{_MISSING}",
            rf"(?:number of |total of )?{{child}} (?:[^;|.]{{0,30}}? )?(?:who )?{_MISSING}[^;|.]{{0,60}}? <N>(?= ?(?:\Z|[.,;:)\"]|in|at|on|by|from|to|last|this|compared|did so|and|over))",
            rf"<N> (?:of (?:them|whom|these) )?(?:had |have |were |was |are )*{_MISSING}",
            r"<N> did so\b",
            r"<N> missing (?:{child})",
        ),
        subjects=(r"{child} (?:reported |recorded )?(?:as )?missing(?: from (?:home|care|education|home or care|care or home))*",),
        forbids=r"missing (?:out|important|information|data|from the report|teeth|link)|unaccompanied|return (?:home )?interview",
        not_after=r"(?:[\w, ]{0,45} )?notifications|(?:times|episodes|occasions|incidents|interviews|per cent|missing episodes|(?:[\w-]+ )?episodes)",
    ),
    Spec(
        metric="unallocated_cases",
        kind="N",
        triggers=("allocat", "social worker", "named worker", "assigned", "no worker", "without a worker"),
        frames=(
            rf"<N> (?:of (?:the |its |these |them|whom|those )(?:<n> )?)?(?:[\w'-]+ ){{0,5}}?(?:{{ch}}|cases|families|child|case|of them|referrals)?[^;|.<!>]{{0,30}}? ?(?:(?:were|was|are|is|had|have|has|with|left|still|remained?|sitting|been|being) )*{_WITHOUT}",
            rf"{_WITHOUT}[^;|.<!>]{{0,60}}?(?: (?:is|was|were|are|stood at|stands at|to|at|of|from|down to|had been|had fallen to|fell to|reached|peaked at|has fallen to|rose to|numbered|:))? ?,? ?(?:\| )?<N>(?= ?(?:\Z|[.,;:)\"|]|in|at|on|by|from|to|last|this|compared|and|a year|cases|children|was|were|when))",
            r"<N> unallocated\b",
        ),
        subjects=(r"(?:number of )?unallocated (?:cases|children|work|families)",),
        forbids=r"unallocated (?:money|funding|budget|reserve)|allocated (?:funding|money|budget)|waiting (?:list )?for (?:a )?(?:house|housing|camhs)|personal advis|\bpas?\b|mentor",
        not_after=r"(?:social workers|agency|weeks|days|months|years|teams|hours|per cent|managers)",
        boost=0.2,
    ),
)
