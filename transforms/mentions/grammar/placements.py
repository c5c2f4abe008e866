"""How texts state where children in care live, and how they leave care."""

from __future__ import annotations

from transforms.mentions.grammar.rules import Spec

_SHARE = r"(?: ?\((?:or |i\.e\. |about |around )?<p>\))?"
_FOSTER = r"(?:(?:with|in|to|by) (?:[\w'-]+ ){0,2}?foster(?:ing)? (?:famil(?:y|ies)|carers?|care|homes?|placements?|households?)|(?:are|were|being) fostered|foster(?:ing)? placements?)"
_HOMES = r"(?:(?:in|within|to) (?:[\w'-]+ ){0,2}?(?:residential )?(?:children's )?(?:residential )?(?:homes?|residential care|residential homes?|residential placements?))"
_PARENTS = r"(?:(?:with|by|to) (?:(?:their|his|her|a|birth|own|one|the) )*(?:parents?|mum or dad|mum and dad|mothers? or fathers?)\b|at home with (?:a |their )?parents?|placed with parents|at home on care orders?)"
_SCHOOLS = r"residential special schools?"
_GROUP = rf"(?:{_FOSTER}|{_HOMES}|{_PARENTS}|(?:in|at) {_SCHOOLS})"
_CHILD_SUBJECT = r"(?:(?:{child}|of (?:them|whom|these|those)|of the children|of (?:its|our|their) children|more) )?"
_STAY = r"(?:(?:now |currently |were |was |are |is |being |who |that )*(?:live|lives|lived|living|placed|looked after|were|was|are|is|stay\w*|reside\w*|cared for|accommodated|had homes|(?:had )?been placed) )"

SPECS: tuple[Spec, ...] = (
    Spec(
        metric="cla_group_outside_area_share",
        kind="P",
        triggers=("outside", "out of", "beyond", "away from", "out-of", "over the ", "across the ", "elsewhere", "off the island", "mainland"),
        frames=(
            r"of (?:whom|which|these|them) <P> (?:\(<n>\) )?(?:of (?:them|these) )?{live}[^;|.<!>]{0,20}? ?{outside}",
            r"(?:foster (?:famil(?:y|ies)|carers?|care)|homes?|parents|special schools?),? <P> of (?:whom|which|them|these) (?:(?:are|were|live|lived|placed) )*(?:{outside}|elsewhere)",
            r"including <n> \(<P>\) of (?:those|the|them)",
            r"<n> \(<P>\) of (?:those|them) (?:with|in|living)",
            r"of (?:whom|which|these) <n> \((?:or )?<P>\) {live}[^;|.<!>]{0,20}? ?{outside}",
        ),
        needs=r"foster|children's homes?|residential|parents|special schools?",
        boost=0.8,
    ),
    Spec(
        metric="cla_group_outside_area",
        kind="N",
        triggers=("outside", "out of", "beyond", "away from", "out-of", "over the ", "across the ", "elsewhere", "off the island", "mainland"),
        frames=(
            rf"of (?:the )?<n> {{child}} (?:{_STAY})?{_GROUP},? (?:only |just )?<N> (?:are|were|live|lived) {{outside}}",
            r"of (?:whom|which|these|them),? <N> (?:\((?:or )?<p>\) )?(?:of (?:them|these) )?{live}[^;|.<!>]{0,20}? ?{outside}",
            r"(?:foster (?:famil(?:y|ies)|carers?|care)|homes?|parents|special schools?),? <N> of (?:whom|which|them|these) (?:(?:are|were|live|lived|placed) )*(?:{outside}|elsewhere)",
            rf"including <N>{_SHARE} of (?:those|the|them) (?:living |placed )?{_GROUP}",
            rf"<N>{_SHARE} of (?:those|them) (?:living |placed )?{_GROUP}",
        ),
        needs=r"foster|children's homes?|residential|parents|special schools?",
        boost=0.8,
    ),
    Spec(
        metric="cla_outside_area_share",
        kind="P",
        triggers=("outside", "out of", "beyond", "away from", "out-of", "over the ", "across the ", "elsewhere", "off the island", "mainland"),
        frames=(
            r"<n>,? ?\((?:or |about |around )?<P>\) (?:[\w' -]{0,40}? )?{live} [^;|.<!>]{0,25}?{outside}",
            r"<n>,? (?:or|about|some|which is|equivalent to|that is),? <P>,? (?:[\w' -]{0,40}? )?{live} [^;|.<!>]{0,25}?{outside}",
            r"<P> (?:of (?:[\w' -]{0,60}? )?)?(?:<n> )?(?:{child} )?[^;|.<!>]{0,50}?{live}[^;|.<!>]{0,30}? {outside}",
            r"{live} [^;|.<!>]{0,20}?{outside}[^;|.<!>]{0,40}?(?: (?:is|was|at|to|stood at|stands at|of|,))? ?\(?<P>",
        ),
        near=(r"(?:{live} [\w' ,-]{0,20}?{outside}|out[- ]of[- ](?:area|county|borough|city|authority) placements?|{outside} (?:boundar|limits))",),
        forbids=r"miles (?:or more )?(?:away|from)",
        not_before=r"of (?:whom|which|these),?\s*",
    ),
    Spec(
        metric="cla_outside_area",
        kind="N",
        triggers=("outside", "out of", "beyond", "away from", "out-of", "over the ", "across the ", "elsewhere", "off the island", "mainland"),
        frames=(
            rf"<N>{_SHARE} {_CHILD_SUBJECT}(?:[\w' -]{{0,45}}? )?(?:\(<p>\) )?{{live}} [^;|.<!>]{{0,25}}?{{outside}}",
            r"<N> in (?:[\w-]+ )?placements? {outside}",
            rf"<N>,? (?:or|about|which is),? <p>,? {_CHILD_SUBJECT}{{live}} [^;|.<!>]{{0,25}}?{{outside}}",
            r"<N> (?:{child} )?(?:placed |living )?(?:in )?out[- ]of[- ](?:area|county|borough|city|authority) placements?",
        ),
        forbids=r"foster carers? (?:who )?live outside|staff live|social workers (?:who )?live",
        not_before=r"(?:of (?:whom|which|these),?|including)\s*",
    ),
    Spec(
        metric="cla_childrens_homes",
        kind="N",
        triggers=("home", "residential"),
        frames=(
            rf"<N>{_SHARE} {_CHILD_SUBJECT}(?:[\w' -]{{0,20}}? )?{_STAY}{_HOMES}(?! (?:with|rather than))",
            rf"<N> {{child}} (?:{_STAY})?(?:in|placed in) (?:residential|children's) (?:children's )?(?:homes?|care)",
            rf"<N>{_SHARE} (?:(?:were|are|live|lived) )?in (?:residential )?children's homes",
            r"{start}(?:in )?(?:residential )?(?:children's )?(?:residential )?homes?(?: \([^)|]{1,20}\))? ?[|:] ?<N>",
            r"<N> in (?:residential )?(?:children's )?homes?\b(?= ?(?:\Z|[.,;]|and|with))",
        ),
        needs=r"live|living|lived|placed|placement|residential|children's homes|looked after|in care",
        not_before=r"homes,?\s*",
        forbids=r"operates|runs <n>|rated|judged|open (?:a|its|new)|own homes|good or outstanding|mothers?|care homes for (?:older|the elderly)|family homes?",
        not_after=r"(?:of (?:the |its |these )?<n>|beds?|places|staff|[\w-]+ staff)",
    ),
    Spec(
        metric="cla_special_schools",
        kind="N",
        triggers=("special school",),
        frames=(
            rf"<N>{_SHARE} [^;|.<!>]{{0,60}}?{_SCHOOLS}",
            rf"{_SCHOOLS}(?: \([^)|]{{1,20}}\))? ?[|:] ?<N>",
        ),
        boost=0.3,
    ),
    Spec(
        metric="cla_foster_families",
        kind="N",
        triggers=("foster",),
        frames=(
            rf"<N>{_SHARE} {_CHILD_SUBJECT}(?:[\w' -]{{0,20}}? )?{_STAY}{_FOSTER}",
            rf"<N>{_SHARE} (?:{{child}} )?(?:(?:were|are|live|lived) )?(?:with|in) (?:[\w-]+ )?foster (?:famil(?:y|ies)|carers?|care|placements?|homes?)(?!ing)",
            r"{start}(?:with |in )?foster(?:ing)? (?:families|carers|care|placements|homes|households)(?: \([^)|]{1,20}\))? ?[|:] ?<N>",
            r"<N>{SHARE} (?:{child} )?(?:were |are )?(?:being )?fostered\b(?! by the| for)".replace("{SHARE}", _SHARE),
        ),
        forbids=r"private(?:ly)?|approved|recruit|years as|have fostered|has fostered|siblings|independent fostering agenc",
        not_after=r"(?:(?!live|lived|living|placed|are|were|of)[\w-]+ ){0,3}(?:foster carers|households|foster families)\b|of those",
        not_before=r"including\s*",
        boost=0.2,
    ),
    Spec(
        metric="cla_with_parents",
        kind="N",
        triggers=("parent", "at home", "mum "),
        frames=(
            rf"<N>{_SHARE} {_CHILD_SUBJECT}(?:[\w' -]{{0,20}}? )?{_STAY}{_PARENTS}",
            rf"<N>{_SHARE} (?:{{child}} )?(?:(?:were|are) )?(?:with|placed with) (?:(?:their|own|birth|a) )*parents?\b",
            r"{start}(?:placed |living )?with (?:their |own |birth )*parents(?: \([^)|]{1,20}\))? ?[|:] ?<N>",
        ),
        forbids=r"prospective parents|parents attend|spoke (?:to|with)|foster parents",
        not_before=r"including\s*",
    ),
    Spec(
        metric="adoptions",
        kind="N",
        triggers=("adopt",),
        counted=(r"(?:[\w-]+ ){0,1}?adoptions\b", r"adoption orders?(?: (?:were|have been|had been|was))?(?: (?:made|granted))?"),
        frames=(
            r"<N> {child} (?:(?:have|had|were|was|has|been|being|successfully|are) )+adopted",
            r"<N> (?:of (?:them|whom) )?(?:(?:have|had|were|was|has|been|successfully) )*adopted\b",
            r"<N> {child} (?:(?:had|have) )?(?:found|gained|got|joined|moved in with) (?:[\w-]+ ){0,3}(?:adoptive|adopters)",
            r"{start}adopted: <N>",
            r"{start}(?:children )?(?:adoptions|adopted)(?: orders)?[^|<]{0,20}[|:] ?<N>",
            r"(?:number of|total of) (?:children adopted|adoptions)[^;|.]{0,50}? <N>(?= ?(?:\Z|[.,;:)]|in|at|on|by|from|to|last|this|compared|and))",
        ),
        subjects=(r"adoptions",),
        forbids=r"placed for adoption|awaiting adoption|waiting (?:to be adopted|for adopt)|plan (?:for|of|is) adoption|adoption scorecard|regional adoption|approved (?:for adoption|adopters)|prospective adopters|to be adopted",
        not_after=r"(?:[\w-]+ )?(?:adopters|adoptive|days|months|families|per cent|households|weeks)",
    ),
    Spec(
        metric="special_guardianship_orders",
        kind="N",
        triggers=("special guardian", "sgo"),
        frames=(
            r"<N> (?:(?:{child}|of (?:them|whom|these)|others|more) )?(?:[\w' <a>,-]{0,55}? )?(?:special guardian(?:ship|s)?|sgos?\b)",
            r"special guardianship(?: orders?)?(?: (?:made|granted))?[^;|.<!>]{0,40}?(?: to| was| were| of| at|:|,) <N>(?= ?(?:\Z|[.,;:)\"|]|in|at|on|by|from|last|this|compared|and))",
            r"special guardianship(?: orders?)?(?: \([^)|]{1,20}\))? ?[|:] ?<N>",
            r"special guardianship orders? [^;|.<n>]{0,40}? (?:for|to) <N>(?= ?(?:\Z|[.,;]|children|and|of))",
        ),
        forbids=r"special guardianship (?:allowance|support|assess)",
        not_after=r"(?:days|weeks|carers|special guardians receiv)",
    ),
    Spec(
        metric="cla_ceased",
        kind="N",
        triggers=("ceased", "back in care", "left care", "leave care", "left the care", "stopped being looked after", "leaving care", "no longer looked after", "exited"),
        frames=(
            r"<p> of the <N> (?:(?:were|had|have|are) )?(?:back|returned|come back|came back|gone back|re-entered)",
            r"<N> (?:[\w-]+ ){0,3}?(?:{child} )?(?:(?:have|had|has|were|who|also) )*(?:ceased to be|stopped being|ceased being|were no longer|left)(?: being)? (?:looked[- ]after|in care|care\b|the care system|the care of)(?! and (?:moved|are|is|now|went))",
            r"{start}(?:children )?ceas\w+ (?:to be looked after|care)[^|<]{0,20}[|:] ?<N>",
            r"of the <N> (?:{child} )?(?:who )?(?:ceased|left|leaving|ceasing)",
        ),
        forbids=r"young people who left care at",
        not_after=r"(?:[\w ]{0,40} )?(?:and moved|and are now|and is now)",
    ),
    Spec(
        metric="cla_ceased_returned_share",
        kind="P",
        triggers=("return", "came back", "come back", "re-entered", "back in care", "back into care", "back with"),
        near=(r"(?:(?:subsequently |since |later |then |had |have )*(?:returned|came back|come back|re-entered|were back in care|were back with|went back))",),
        needs=r"looked after|in(?:to)? care|ceased|left care|re-entered",
        wide=True,
        forbids=r"return(?:ed)? (?:home|from (?:missing|being))|return (?:home )?interview|returned (?:to work|their|the survey|forms?)",
        boost=0.4,
    ),
    Spec(
        metric="cla_ceased_returned",
        kind="N",
        triggers=("return", "came back", "come back", "re-entered"),
        frames=(
            r"<N> (?:\(<p>\) )?(?:of (?:them|whom|these|those|the \w+) )?(?:{child} )?(?:(?:have|had|has|were|subsequently|since|later|then|already) )*(?:returned|came back|come back|re-entered|gone back)(?: to (?:be looked after|care|being looked after|the care)| into care| since| in(?:to)? care)?(?! (?:home|to (?:their|live|school|work)))",
        ),
        needs=r"looked after|in(?:to)? care|ceased|left care|re-entered|special guardianship",
        wide=True,
        forbids=r"return(?:ed)? home|return (?:home )?interview|survey",
    ),
    Spec(
        metric="cla_ceased_independent_living",
        kind="N",
        triggers=("independent living", "live independently", "living independently", "independent accommodation", "homes of their own", "independent lives"),
        frames=(
            r"<N> (?:[\w' -]{0,40}? )?in independent living",
            r"<N> (?:{child} )?(?:of (?:them|whom|these) )?(?:[\w' -]{0,60}? )?(?:(?:moved|moving|gone|went|move|living|live|lived|began)(?: on)?(?: to| in| into)? )(?:independent living|independently|independent accommodation|homes of their own)",
            r"independent living ?[|:] ?<N>",
        ),
        boost=0.5,
    ),
    Spec(
        metric="cla_ceased_hmo",
        kind="N",
        triggers=("multiple occup", "hmo", "multi-occup"),
        frames=(
            r"<N>" + _SHARE + r" (?:{child} |{lvr} )?(?:of (?:them|whom|these) )?(?:[\w' -]{0,80}? )?(?:hou?ses? (?:of|in|for) multiple[- ]occup\w+|hmos?\b|multi-occup\w+)",
            r"(?:hou?ses? (?:of|in) multiple[- ]occup\w+|hmos?)(?: \([^)|]{1,20}\))? ?[|:] ?<N>",
        ),
        boost=0.6,
    ),
    Spec(
        metric="childrens_homes_operated",
        kind="N",
        triggers=("home", "in all", "in total"),
        frames=(
            r"(?:operat(?:e|es|ed|ing)|run(?:s|ning)?|ran|has|have|had|manag(?:e|es|ed|ing)|own(?:s|ed)?|maintain(?:s|ed)?|provid(?:e|es|ed)|keep(?:s)?|with|and|left with|leaving it with|includ(?:es|ing)) (?:only |just )?<N> (?:(?:small|local authority|residential|registered|council-run|in-house|own|of its own|mainstream|council|short-break|open|internal) )*(?:children's (?:residential )?homes?|residential (?:children's )?homes?|homes for children)(?! (?:place|bed|staff))",
            r"<N> (?:of its own |council-run |council-owned |in-house |local authority |authority-run )(?:[\w-]+ ){0,2}?(?:children's |residential )+homes?",
            r"<N> (?:(?:small|residential) )*(?:children's|residential) homes? (?:of its own|(?:it|the council|the county|<a>|the trust|the authority) (?:runs|operates|ran|owns|has)|(?:run|operated|owned|managed) by)",
            r"(?:run|runs|operate|operates|have|has) <N> in (?:all|total)",
            r"(?:runs|operates|run|operate) <N>(?: homes\b|(?= ?(?:[.,;]|\Z|and)))",
            r"total (?:run|operated) by [\w' ]{3,30} to <N>",
            r"of (?:its|the|their|our|the council's|<a>'s) <N> (?:[\w-]+ ){0,2}?(?:children's|residential) homes?",
            r"children's homes (?:operated|run)[^|<]{0,20}[|:] ?<N>",
        ),
        needs=r"homes?\b",
        wide=True,
        forbids=r"private (?:children's )?homes|homes in the county run by private|live in|living in residential|care homes for older",
        not_after=r"(?:children (?:living|placed|in)|(?:[\w-]+ ){0,2}children (?:live|living))",
    ),
    Spec(
        metric="childrens_homes_good",
        kind="N",
        triggers=("good", "outstanding"),
        frames=(
            r"<N> (?:of (?:them|which|these|those|the (?:<n>|\w+)(?: homes)?) )?(?:(?:homes|were|was|are|is|being|been|have|had|has|currently|now|most recently) )*(?:judged|rated|graded|found|assessed|classed|deemed|considered|ranked|hold|holds|held|were|are|is|was)(?: (?:to be|as|by ofsted|by inspectors|by the inspectorate|a|at least|either))* \"?(?:good|outstanding)",
            r"(?:judges|rates|grades|judged|rated|graded) <N> (?:of (?:them|these|the homes|its homes|our (?:[\w']+ )?homes|(?:its|their) (?:[\w']+ )?homes|the \w+) )?(?:(?:to be|as) )?\"?(?:good|outstanding)",
            r"<N> (?:were |was |is |are )?\"?(?:good|outstanding)\"?(?: or (?:better|outstanding|good))?(?= ?(?:\Z|[.,;:)]|and|by|at|in|with|while))",
            r"<n> (?:was |were |are |is )?(?:judged |rated |graded )?(?:to be )?\"?good\"?,? (?:and|while|with) <N> (?:(?:was|were|is|are|judged|rated) )*\"?outstanding",
        ),
        needs=r"homes?\b",
        wide=True,
        forbids=r"schools|nurser|care (?:experienced|provided|given)|adult|care homes for older|parks|in their own homes",
        not_after=r"(?:cases|plans|per cent|assessments|files|local authorities|councils|areas|inspections|judgements)",
    ),
    Spec(
        metric="foster_households",
        kind="N",
        triggers=("foster",),
        frames=(
            r"<N> (?:(?:approved|mainstream|local authority|in-house|active|council|current|registered|existing|of its own|local|connected|council's|<a>|general|different|the authority's) )*(?:foster(?:ing)? (?:carers?|carer households|households|families|homes)|foster-carer households|fostering and kinship households|carer households|carers' households|households who foster)(?! (?:did|had left|left|have left|resigned|to be|who left|recruited|a year|are needed|need))",
            r"(?:number of|pool of|total of|tally of) (?:(?:approved|fostering|foster|mainstream|in-house|carer) )+(?:carers|households|families|homes)[^;|.]{0,60}? <N>(?= ?(?:\Z|[.,;:)\"]|in|at|on|by|from|to|last|this|compared|and))",
            r"leaving (?:it |us |the council |a total of |the (?:pool|total) at )*<N>(?= ?(?:\Z|[.,;:)]|households|carers|fostering|at|in|on))",
            r"{start}(?:approved |mainstream )*foster(?:ing)? (?:households|carers|carer households)[^|<]{0,30}[|:] <N>",
            r"foster(?:ing)? (?:households|carers|families) (?:stood at|stands at|numbered|rose to|fell to|has (?:risen|fallen|grown) to|is|was|are|were) <N>",
        ),
        subjects=(r"(?:approved )?(?:fostering households|foster carer households|foster carers)",),
        needs=r"foster|pool of carers",
        wide=True,
        forbids=r"remain(?:ed|ing|s)? with|staying put|reach|live with|living with|placed with|annual reviews?|spoke (?:to|with)|training (?:sessions|events)|attended",
        not_before=r"(?:another|further|recruit\w*|lost|approve|approved|extra|additional|new|hopes to (?:approve|recruit)|(?:live|lived|living) with|attract\w*|gain\w*|need\w*)\s*",
        not_after=r"(?:new|more|extra|additional|further|children|years|fewer|reviews|per cent|\(<p>\) (?:live|were placed))",
    ),
)
