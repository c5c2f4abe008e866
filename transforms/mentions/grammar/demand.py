"""How texts state demand: contacts, referrals, assessments, children in need and on protection plans."""

from __future__ import annotations

from transforms.mentions.grammar.rules import Spec

_NUMBER = r"(?:(?:the |overall |total |actual )*(?:number|total|count|figure)s?(?: of| for)?(?: all)? )"
_MOVE = (
    r"(?:ha(?:s|ve|d) )?(?:been )?(?:r[io]sen?|fallen|fell|grown|grew|increased|decreased|dropped|"
    r"declined|climbed|reduced|peaked|risen|passed|topped|reached|hit|stood|stands|stand|numbered|"
    r"jumped|edged|crept|gone|went|come|came|doubled|doubling|soared|down|up|to)"
)
_PLAN = r"(?:(?:child|children) protection plans?|protection plans?|cp plans?|cpps?)"

# who receives contacts and referrals of their own
_OTHER_DOOR = (
    r"designated officer|\blado\b|channel panel|prevent (?:strategy|duty|agenda|programme)|\bmarac\b|female genital "
    r"mutilation|"
    r"\bfgm\b|modern slavery|national referral mechanism"
)

SPECS: tuple[Spec, ...] = (
    Spec(
        metric="contacts",
        kind="N",
        triggers=("contact",),
        counted=(r"(?:[\w-]+ ){0,2}?contacts\b(?! (?:details|centre|with (?:their|parents|famil)))",),
        frames=(
            (
                rf"{_NUMBER}(?:initial |new )?contacts[^;|.]{{0,60}}? <N>(?= ?(?:\Z|[.,;:)\"]|a|in|at|on|by|from|"
                rf"to|last|this|compared|and|per|during|over))"
            ),
            (
                rf"contacts(?: with [\w' ]{{3,40}})? {_MOVE}[^;|.]{{0,40}}? <N>(?= ?(?:\Z|[.,;:)\"]|a|in|at|on|by|"
                rf"from|to|last|this|compared|and|per|during|over))"
            ),
        ),
        subjects=(r"(?:initial |new |monthly |total )*contacts",),
        forbids=(
            r"contact (?:centre|details)|supervised contact|family contact|\bcontacts? (?:sessions|visits|"
            r"book)|\bcontact with (?:their|his|her)|contacts? seeking (?:advice|information)|"
            r"contacts (?:and referrals )?(?:awaiting|waiting|outstanding)"
        ),
        unless=_OTHER_DOOR,
        not_after=(
            r"(?:[\w-]+ ){0,3}(?:contacts (?:came |were |made )?(?:from|by) (?:the )?(?:police|schools?|"
            r"health|parents|gps|hospitals?|neighbours|members of the public)|from (?:the )?(?:police|"
            r"schools|health|nhs)|came from|were from|of (?:these|them|those) (?:came|were) from|social "
            r"workers|social work|agency)"
        ),
    ),
    Spec(
        metric="referrals",
        kind="N",
        triggers=("referral", "referred"),
        counted=(
            (
                r"(?:(?:new|formal|safeguarding|social care|children's social care|more|statutory|child "
                r"protection) )*referrals\b(?! (?:came|were made|made|had come|were) (?:from|by) (?:the "
                r")?(?:police|school|health))"
            ),
        ),
        frames=(
            (
                r"<N> (?:[\w ]{0,32}? )?(?:became|becoming|led to|resulted in|resulting in|progressed to|were "
                r"accepted as|turned into|converted (?:in)?to|were treated as|proceeded to|went on to (?:become|"
                r"be)|moved to|as) (?:[\w-]+ ){0,2}referrals?"
            ),
            (
                rf"{_NUMBER}(?:[\w-]+ ){{0,2}}?referrals[^;|.]{{0,60}}? <N>(?= ?(?:\Z|[.,;:)\"]|a|in|at|on|by|"
                rf"from|to|last|this|compared|and|per|during|over))"
            ),
            (
                rf"(?<!re-)(?<!re)\breferrals(?: to [\w' ]{{3,40}})? {_MOVE}[^;|.]{{0,40}}? <N>(?= ?(?:\Z|"
                rf"[.,;:)\"]|a|in|at|on|by|from|to|last|this|compared|and|per|during|over))"
            ),
            (
                r"<N> {child} (?:had been |have been |were |being )?referred to (?:children's )?(?:social "
                r"(?:care|services)|the (?:council|trust|company|service|authority|front door))"
            ),
        ),
        subjects=(
            (
                r"(?<!re-)(?:monthly |new |total |annual )*(?<!repeat )\breferrals(?: to (?:children's "
                r")?(?:social (?:care|services)|the (?:council|service|front door)|<a>))?"
            ),
        ),
        forbids=(
            r"\b(?:teachers|schools|police|gps|hospitals) (?:have |had )?(?:made|sent)|"
            r"referrals (?:are|were|came|come) from|domestic abuse|backlog|marac|camhs|\blado\b|early help "
            r"referr|referrals? (?:(?:were|are|was|have been|had been) )?(?:made |sent )?to (?:early help|the police|"
            r"camhs|marac|adult|family support|mental health)|"
            r"self-referrals|referral order|gp referral|referrals from <p>|<p> of referrals (?:are|were|come|came) from"
        ),
        unless=_OTHER_DOOR,
        not_after=(
            r"(?:[\w-]+ ){0,3}(?:came |were |made )?(?:from|by) (?:the )?(?:police|schools?|health|parents|"
            r"gps|hospitals?|neighbours|members of the public|nhs)\b|(?:re-?referrals|repeat referrals)|"
            r"(?:[\w-]+ )?referrals (?:of|for|about|relating|awaiting)\b|social worker|of (?:these|them|"
            r"those) (?:came|were) from|pages|working days|per cent|contacts"
        ),
        not_before=r"(?:pages?|within)\s*",
    ),
    Spec(
        metric="re_referral_rate",
        kind="P",
        triggers=("re-referr", "rereferr", "referral", "referred", " back", "been there", "repeat"),
        subjects=(
            (
                r"(?:re-?referrals?|repeat referrals?|repeat(?: referral)? rate|re-?referral rates?|children "
                r"(?:being )?(?:re-?referred|"
                r"referred (?:again|back)))(?: rates?| levels?)?(?: (?:within|in) [\w ]{2,20}months?)?"
            ),
        ),
        frames=(
            (
                r"<P> (?:of (?:which|them|these|whom) )?(?:was|were|being|are|is)? ?(?:an? )?repeats?(?: "
                r"referrals?| ones?)?\b"
            ),
            (
                r"<P> (?:of (?:which|them|these|those|whom|the (?:children|families|referrals)|children|families|"
                r"referrals)"
                r"(?: referred)? )?(?:(?:had|have|has|were|are|was|concerned|involved|about|children|families) )*"
                r"(?:already |previously )?(?:been referred\b|referred (?:again|back|before|a second|more than once)|"
                r"(?:coming|come|came|returning|returned|been|sent) (?:back|there before|before|through the door "
                r"before))"
            ),
        ),
        near=(
            r"(?:re-?referrals?|re-?referred|repeat referrals?)\b",
            (
                r"referrals? (?:[\w' -]{0,60}?)(?:within (?:12|twelve) months|within a year|earlier one|previous "
                r"(?:one|referral)|repeat|already known|second time|again)"
            ),
            (
                r"referr(?:ed|als?) (?:again|back|more than once|for a second time|at least once|before|"
                r"previously|already|in the (?:previous|preceding))"
            ),
            (
                r"(?:concerned|about|involved|related to) (?:a child|children|families|a family) (?:who|that) "
                r"(?:had|have|has) (?:already )?been referred"
            ),
            r"repeat (?:ones|contacts|cases)",
        ),
        needs=(
            r"re-?referr|repeat|within (?:12|twelve) months|within a year|earlier one|previous (?:one|"
            r"referral)|again|second time|more than once|referred back|at least once|referred before|been "
            r"referred|referr\w*.{0,120}\bback\b|referred.{0,30}been there"
        ),
        wide=True,
        forbids=r"marac|camhs|early help",
        # "15% of these children were re-referred": of those whose cases were closed
        not_after=r"of (?:these|those) (?:[\w-]+ )?(?:children|cases|families)",
    ),
    Spec(
        metric="assessments",
        kind="N",
        triggers=("assessment",),
        frames=(
            (
                r"<N> (?:(?:new|statutory|single|initial|core|children and family|child and family|children's|"
                r"family|social work|c&f) )*assessments(?: of [\w ]{3,25})? (?:(?:had|have|has|were|was|been|are|"
                r"being|that were|it) )*(?:completed|finished|carried out|done|undertaken|made|concluded|signed "
                r"off)"
            ),
            (
                r"(?:complet\w+|carried out|carrying out|undert\w+|finished|finishing|did|made|conduct\w+|signed "
                r"off|produced|authorised) (?:[\w ]{0,15}? )?<N> (?:(?:new|statutory|single|initial|core|"
                r"children and family|child and family|children's|family|social work|c&f) )*assessments"
            ),
            (
                rf"{_NUMBER}(?:(?:statutory|single|initial|core|children and family|child and family|social work) "
                rf")*assessments[^;|.]{{0,60}}? <N>(?= ?(?:\Z|[.,;:)\"]|in|at|on|by|from|to|last|this|compared|"
                rf"and|per|during|over))"
            ),
            (
                r"{start}(?:statutory |single |social work |children and family )*assessments (?:completed|"
                r"carried out)[^|<!>]{0,30}[|:] <N>"
            ),
            r"of the <N> (?:(?:statutory|single|initial|core|children and family|social work) )*assessments",
        ),
        forbids=(
            r"health assessments?|risk assessments|carers?' assessments|adoption assessments|foster\w* "
            r"assessments|age assessments|needs assessments|viability|parenting assess"
        ),
    ),
    Spec(
        metric="section_47_enquiries",
        kind="N",
        triggers=(
            "section 47",
            "s47",
            "child protection enquir",
            "child protection investigation",
            "section-47",
            "s.47",
        ),
        counted=(
            (
                r"(?:[\w-]+ ){0,2}?(?:section[ -]47|s\.?47)(?: (?:child protection|safeguarding))?(?: enquiries| "
                r"investigations| inquiries|s)?"
            ),
            r"child protection (?:enquiries|investigations|inquiries)",
        ),
        subjects=(
            (
                r"(?:(?:section[ -]47|s\.?47)(?: child protection)? (?:enquiries|investigations|inquiries)|child "
                r"protection (?:enquiries|investigations|inquiries))"
            ),
        ),
        forbids=r"(?:are|were|was) (?:completed|held|done) within",
    ),
    Spec(
        metric="children_in_need",
        kind="N",
        triggers=("in need",),
        frames=(
            (
                r"<N> {ch} (?:[^;|.]{0,60}? )?(?:formally |being |as |classed as |deemed |considered |assessed "
                r"as |recorded as |were |are )*\"?in need\b(?! of (?:help and|protection|a (?:home|foster)|care|"
                r"support))"
            ),
            (
                r"<N> {ch} (?:had been |were |have been )?identified(?: through assessment| by assessment)? as "
                r"(?:being )?(?:formally )?in need"
            ),
            r"(?:assessment|assessments) (?:had|have|has) identified <N> {ch} as (?:being )?(?:formally )?in need",
            r"<N> (?:[\w-]+ ){0,2}?(?:children|child)[ -]in[ -]need\b(?! (?:teams?|plans? (?:were|was|seen)|services))",
            (
                r"<N> {child} (?:(?:was|were|are|is|had|have|on|with|subject to|the subject of) )*(?:an? "
                r")?(?:child(?:ren)? in need|cin) plans?"
            ),
            (
                rf"{_NUMBER}(?:children|child)[ -]in[ -]need[^;|.]{{0,60}}? <N>(?= ?(?:\Z|[.,;:)\"]|in|at|on|by|"
                rf"from|to|last|this|compared|and|per|during|over|\())"
            ),
            r"{start}children in need[^|<!>]{0,30}[|:] <N>",
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
        triggers=("protection plan", "cp plan", "a plan", "on plans", "rate of plans"),
        frames=(
            (
                rf"<N> (?:{{child}} )?(?:[^;|.{{}}]{{0,50}}? )?(?:subjects? (?:of|to)|on|had|have|has|with|under|"
                rf"made|given|placed on|needed|need|needing|required)(?: (?:an?|the|its))? {_PLAN}(?! (?:for (?:a "
                rf"second|neglect|more than|over)|because|due))"
            ),
            (
                r"<N> {child} (?:(?:were|are|was|is|had|have|with) )*(?:on )?(?:an? )?plans?\b(?! (?:to|for "
                r"adoption|of))"
            ),
            (
                rf"<N> (?:of (?:them|whom|these|those) )?(?:had|have|has|were on|are on|is on|was on|on|with|"
                rf"under|were subject to|are subject to|(?:were|are) the subjects? of)(?: an?| the)? {_PLAN}"
            ),
            (
                r"<N> (?:current |open |active |live )*(?:child protection plans|cp plans|protection plans)(?! "
                r"(?:for|show|seen|reviewed|were reviewed|sampled))"
            ),
            (
                rf"(?:subjects? (?:of|to)|on)(?: an?| the)? {_PLAN}[^;|.]{{0,60}}? <N>(?= ?(?:\Z|[.,;:)\"]|in|at|"
                rf"on|by|from|to|last|this|compared|and|per|during|over|\(|children|a year))"
            ),
            rf"{{start}}(?:children )?(?:[\w ]{{0,20}} )?{_PLAN}[^|<!>]{{0,30}}[|:] <N>",
        ),
        subjects=(rf"(?:{_PLAN})",),
        follows=r"children|child|young people",
        needs=r"protection|\bcpp?s?\b",
        wide=True,
        forbids=(
            r"second (?:or subsequent )?(?:time|plan)|repeat plan|more than two years|over two years|for two "
            r"years or|category of abuse|reviewed? (?:on time|within)|category"
        ),
        not_after=(
            # "In 12 cases children had been on plans"; "48 children have become subject to a plan" is a flow
            r"cases,? (?:children|the child|they|young people)\b|{child} (?:have |had |has )?(?:become|became|"
            r"becoming)\b|"
            r"(?:[\w-]+ )?(?:days|weeks|months|years|per cent|social workers|reviews|initial child "
            r"protection conf)|(?:of )?(?:[\w' ]{0,15} )?(?:plans? (?:were )?(?:sampled|seen))"
        ),
    ),
    Spec(
        metric="child_protection_plans_rate",
        kind="R",
        triggers=("protection plan", "rate of plans", "plans"),
        near=(rf"(?:{_PLAN}|rate of plans|on a plan)",),
    ),
)
