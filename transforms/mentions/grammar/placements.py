"""How texts state where children in care live."""

from __future__ import annotations

from transforms.mentions.grammar.rules import Spec

_SHARE = r"(?: ?\((?:or |i\.e\. |about |around )?<p>\))?"
_FOSTER = (
    r"(?:(?:with|in|to|by) (?:[\w'-]+ ){0,2}?foster(?:ing)? (?:famil(?:y|ies)|carers?|care|homes?|"
    r"placements?|households?)|(?:are|were|being) fostered|foster(?:ing)? placements?)"
)
_HOMES = (
    r"(?:(?:in|within|to) (?:[\w'-]+ ){0,2}?(?:residential )?(?:children's )?(?:residential "
    r")?(?:homes?|residential care|residential homes?|residential placements?))"
)
_PARENTS = (
    r"(?:(?:with|by|to) (?:(?:their|his|her|a|birth|own|one|the) )*(?:parents?|mum or dad|mum and "
    r"dad|mothers? or fathers?)\b|at home with (?:a |their )?parents?|placed with parents|at home on "
    r"care orders?)"
)
_SCHOOLS = r"(?:residential (?:special )?schools?|residential homes? with a residential school)"
_GROUP = rf"(?:{_FOSTER}|{_HOMES}|{_PARENTS}|(?:in|at) {_SCHOOLS})"
_CHILD_SUBJECT = r"(?:(?:{child}|of (?:them|whom|these|those)|of the children|of (?:its|our|their) children|more) )?"
_STAY = (
    r"(?:(?:now |currently |were |was |are |is |being |who |that )*(?:live|lives|lived|living|placed|"
    r"looked after|were|was|are|is|stay\w*|reside\w*|cared for|accommodated|had homes|(?:had )?been "
    r"placed) )"
)

_OUTSIDE = (
    "outside",
    "out of",
    "beyond",
    "away from",
    "out-of",
    "over the ",
    "across the ",
    "in other ",
    "elsewhere",
    "somewhere else",
    "off ",
    "mainland",
)

SPECS: tuple[Spec, ...] = (
    Spec(
        metric="cla_group_outside_area_share",
        kind="P",
        triggers=_OUTSIDE,
        frames=(
            r"of (?:whom|which|these|them),? <P> (?:\(<n>\) )?(?:of (?:them|these) )?{live}[^;|.<!>]{0,20}? ?{outside}",
            (
                r"(?:foster (?:famil(?:y|ies)|carers?|care)|homes?|parents|special schools?)[,;]? (?:\(|<n> \()?<P>\)? "
                r"of (?:whom|which|them|these) (?:(?:are|were|live|lived|placed) )*(?:{outside}|elsewhere)"
            ),
            # "24 live in children's homes, with 58% living out of the area"
            rf"<n>{_SHARE} (?:{{child}} )?(?:{_STAY})?{_GROUP},? with <P> (?:of (?:them|these) )?{{live}} "
            r"[^;|.<!>]{0,20}?{outside}",
            (
                r"<n> of (?:those|these) (?:children)?,? ?(?:or |\()<P>[,)]? (?:are|were|live|lived) (?:with "
                r"carers |in homes |living )?{outside}"
            ),
            (
                rf"of (?:the )?<n> (?:{{child}} )?(?:{_STAY})?{_GROUP},? (?:only |just )?<P> (?:are|were|live|"
                rf"lived|living) {{outside}}"
            ),
            r"including <n> \(<P>\) of (?:those|the|them)",
            rf"<P> of (?:those|them|these|children|the children) (?:who (?:are|were|live) )?(?:living |placed "
            rf")?(?:{_GROUP}|fostered)"
            r"[^;|.<!>]{0,40}? {outside}",
            (
                r"of (?:whom|which|these|them) <P> \(<n> (?:child|children)\) (?:is |are |was |were )?(?:lives? |"
                r"lived |placed )?[^;|.<!>]{0,20}?{outside}"
            ),
            (
                rf"{_GROUP}[;,] (?:and |only |just )?<n> of (?:these|them|those|whom) \((?:or )?<P>\) (?:were |"
                rf"are |live |lived |placed |also )*(?:{{outside}})"
            ),
            (
                rf"{{outside}}[^;|.<!>]{{0,30}}? <P> of (?:those|them|these) (?:who (?:are|were|live|lived) "
                rf")?(?:living |placed )?{_GROUP}"
            ),
            (
                rf"{{outside}},? (?:and|but|as (?:do|are|were)) <P> of (?:those|them|these) (?:who (?:are|were|"
                rf"live|lived) )?(?:living |placed )?{_GROUP}"
            ),
            r"<n> \(<P>\) of (?:those|them) (?:with|in|living)",
            r"of (?:whom|which|these) <n> \((?:or )?<P>\) {live}[^;|.<!>]{0,20}? ?{outside}",
        ),
        needs=r"foster|children's homes?|residential|parents|special schools?",
        boost=0.8,
    ),
    Spec(
        metric="cla_group_outside_area",
        kind="N",
        triggers=_OUTSIDE,
        frames=(
            (
                rf"of (?:the )?<n> {{child}} (?:{_STAY})?{_GROUP},? (?:only |just )?<N> (?:are|were|live|lived) "
                rf"{{outside}}"
            ),
            (
                r"of (?:whom|which|these|them),? <N> (?:\((?:or )?<p>\) )?(?:of (?:them|these) )?{live}[^;|"
                r".<!>]{0,20}? ?{outside}"
            ),
            (
                r"(?:foster (?:famil(?:y|ies)|carers?|care)|homes?|parents|special schools?)[,;]? "
                r"\(?(?:all |both )?<N> (?:\(<p>\) )?of (?:whom|which|them|these) "
                r"(?:(?:are|were|is|was|lives?|lived|placed) )*(?:{outside}|elsewhere)"
            ),
            (
                r"of (?:whom|which|these|them) <p> \(<N>(?: child| children)?\) (?:is |are |was |were )?(?:lives? |"
                r"lived |placed )?[^;|.<!>]{0,20}?{outside}"
            ),
            (
                rf"{_GROUP}[;,] (?:and |only |just )?<N> of (?:these|them|those|whom){_SHARE} (?:were |are |live |"
                rf"lived |placed |also )*(?:{{outside}})"
            ),
            # "seven live in special schools, four live out of the area": a part of the seven
            rf"<n>{_SHARE} (?:{{child}} )?(?:{_STAY})?{_GROUP}[,;] <N>{_SHARE} {{live}} [^;|.<!>]{{0,20}}?{{outside}}",
            rf"including <N>{_SHARE} of (?:those|the|them) (?:living |placed )?{_GROUP}",
            rf"<N>{_SHARE} of (?:those|them) (?:living |placed )?{_GROUP}",
            (
                r"<N> of (?:those|these) (?:children)?,? ?(?:or <p>,? |\(<p>\) )?(?:are|were|live|lived) (?:with "
                r"carers |in homes |living )?{outside}"
            ),
        ),
        needs=r"foster|children's homes?|residential|parents|special schools?",
        wide=True,
        boost=0.8,
    ),
    Spec(
        metric="cla_outside_area_share",
        kind="P",
        triggers=_OUTSIDE,
        frames=(
            r"<n>,? ?\((?:or |about |around )?<P>\) (?:[\w' -]{0,40}? )?{live} [^;|.<!>]{0,25}?{outside}",
            (
                r"<n>,? (?:or|about|some|which is|equivalent to|that is),? <P>,? (?:[\w' -]{0,40}? )?{live} [^;|"
                r".<!>]{0,25}?{outside}"
            ),
            r"<P> (?:of (?:[\w' -]{0,60}? )?)?(?:<n> )?(?:{child} )?[^;|.<!>]{0,50}?{live}[^;|.<!>]{0,30}? {outside}",
            r"{live} [^;|.<!>]{0,20}?{outside}[^;|.<!>]{0,40}?(?: (?:is|was|at|to|stood at|stands at|of|,))? ?\(?<P>",
        ),
        near=(
            (
                r"(?:{live} [\w' ,-]{0,20}?{outside}|out[- ]of[- ](?:area|county|borough|city|authority) "
                r"placements?|{outside} (?:boundar|limits))"
            ),
        ),
        # "25% indicate that performance is not worse than elsewhere", "placed in schools outside the authority"
        forbids=r"miles (?:or more )?(?:away|from)|\bborn\b|\w+ than (?:in |for )?elsewhere|schools? outside",
        not_before=r"of (?:whom|which|these),?\s*",
    ),
    Spec(
        metric="cla_outside_area",
        kind="N",
        triggers=_OUTSIDE,
        frames=(
            rf"<N>{_SHARE} {_CHILD_SUBJECT}(?:[\w' -]{{0,45}}? )?(?:\(<p>\) )?{{live}} [^;|.<!>]{{0,25}}?{{outside}}",
            r"<N> in (?:[\w-]+ )?placements? {outside}",
            r"<N> (?:of (?:them|whom|these) )?(?:\(<p>\) )?{outside}(?: boundary| border)?(?= ?(?:\Z|[.,;]))",
            r"<N> {child},? and (?:in )?[\w<a>' ]{2,24} <n>,? {live} [^;|.]{0,25}?{outside}",
            r"<n> {child},? and (?:in )?[\w<a>' ]{2,24} <N>,? {live} [^;|.]{0,25}?{outside}",
            r"<N> of the total (?:{live}) [^;|.<!>]{0,25}?{outside}",
            (
                r"<N> (?:<a> )?{child},? (?:or|about) (?:just |about |a little |nearly |almost )?(?:over |under "
                r")?<p>,? {live} [^;|.<!>]{0,25}?{outside}"
            ),
            rf"<N>,? (?:or|about|which is),? <p>,? {_CHILD_SUBJECT}{{live}} [^;|.<!>]{{0,25}}?{{outside}}",
            (
                r"<N> (?:{child} )?(?:placed |living )?(?:in )?out[- ]of[- ](?:area|county|borough|city|"
                r"authority) placements?"
            ),
        ),
        forbids=(
            r"foster carers? (?:who )?live outside|staff live|social workers (?:who )?live|\bborn\b|"
            r"of (?:the |its |our )?(?:social workers|staff|managers|foster carers|parents)\b"
        ),
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
        forbids=(
            r"operates|runs <n>|rated|judged|open (?:a|its|new)|own homes|good or outstanding|mothers?|care "
            r"homes for (?:older|the elderly)|family homes?"
        ),
        not_after=r"(?:of (?:the |its |these )?<n>|beds?|places|staff|[\w-]+ staff)",
    ),
    Spec(
        metric="cla_special_schools",
        kind="N",
        triggers=("special school", "residential school"),
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
            (
                rf"<N>{_SHARE} (?:{{child}} )?(?:(?:were|are|live|lived) )?(?:with|in) (?:[\w-]+ )?foster "
                rf"(?:famil(?:y|ies)|carers?|care|placements?|homes?)(?!ing)"
            ),
            (
                r"{start}(?:with |in )?foster(?:ing)? (?:families|carers|care|placements|homes)(?: "
                r"\([^)|]{1,20}\))? ?[|:] ?<N>"
            ),
            r"<N>{SHARE} (?:{child} )?(?:were |are )?(?:being )?fostered\b(?! by the| for)".replace("{SHARE}", _SHARE),
        ),
        forbids=(
            r"private(?:ly)?|approved|recruit|years as|after (?:the age of )?(?:18|eighteen|<n>)|continu\w+ "
            r"to live|staying put|have fostered|has fostered|siblings|independent "
            r"fostering agenc"
        ),
        not_after=(
            r"(?:(?!live|lived|living|placed|are|were|of|with|in)[\w-]+ ){0,3}(?:foster carers|households|foster "
            r"families)\b|of those"
        ),
        not_before=r"including\s*",
        boost=0.2,
    ),
    Spec(
        metric="cla_with_parents",
        kind="N",
        triggers=("parent", "at home", "mum "),
        frames=(
            rf"<N>{_SHARE} {_CHILD_SUBJECT}(?:[\w' -]{{0,20}}? )?{_STAY}{_PARENTS}",
            (
                rf"<N>{_SHARE} (?:{{child}} )?(?:(?:were|are) )?(?:with|placed with|at home with) (?:(?:their|own|"
                rf"birth|a) )*(?:parents?|mum (?:or|and) dad)\b"
            ),
            (
                rf"<N>{_SHARE} who (?:are|were|live|have been placed)(?: back| living| placed| at home)* with "
                rf"(?:(?:their|own|birth|a) )*parents?\b"
            ),
            r"{start}(?:placed |living )?with (?:their |own |birth )*parents(?: \([^)|]{1,20}\))? ?[|:] ?<N>",
        ),
        forbids=(
            r"prospective parents|parents attend|spoke (?:to|with)|foster parents|"
            r"for (?:a number of|several|many|some) years"  # "living with their parents for a number of years"
        ),
        not_before=r"including\s*",
    ),
)
