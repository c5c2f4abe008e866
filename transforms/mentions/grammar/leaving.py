"""How texts state the ways out of care: adoptions, guardians, returns home, lives of their own."""

from __future__ import annotations

from transforms.mentions.grammar.rules import Spec

_SHARE = r"(?: ?\((?:or |i\.e\. |about |around )?<p>\))?"

SPECS: tuple[Spec, ...] = (
    Spec(
        metric="adoptions",
        kind="N",
        triggers=("adopt",),
        counted=(
            r"(?:[\w-]+ ){0,1}?adoptions\b",
            r"adoption orders?(?: (?:were|have been|had been|was))?(?: (?:made|granted))?",
        ),
        frames=(
            r"<N> {child} (?:(?:have|had|were|was|has|been|being|successfully|are) )*adopted",
            r"<N> (?:of (?:them|whom) )?(?:(?:have|had|were|was|has|been|successfully) )*adopted\b(?! (?:child|young|"
            r"adult|people))",
            r"(?:has|had|have) been <N> adoption(?= ?(?:\Z|[.,;:)]|in|during|since|and|this|last))",
            r"<N> {child} [^;|.<!>]{0,40}?(?:through|by|by way of) adoption\b",
            (
                r"<N> {child} (?:(?:had|have) )?(?:found|gained|got|joined|moved in with) (?:[\w-]+ "
                r"){0,3}(?:adoptive|adopters)"
            ),
            r"{start}adopted: <N>",
            r"{start}(?:children )?(?:adoptions|adopted)(?: orders)?[^|<!>]{0,20}[|:] ?<N>",
            (
                r"(?:number of|total of) (?:children adopted|adoptions)[^;|.]{0,50}? <N>(?= ?(?:\Z|[.,;:)]|in|at|"
                r"on|by|from|to|last|this|compared|and))"
            ),
        ),
        subjects=(r"adoptions",),
        forbids=(
            r"placed for adoption|awaiting adoption|waiting (?:to be adopted|for adopt)|plan (?:for|of|is) "
            r"adoption|adoption scorecard|regional adoption|approved (?:for adoption|adopters)|prospective "
            r"adopters|to be adopted"
        ),
        not_after=r"(?:[\w-]+ )?(?:adopters|adoptive|days|months|families|per cent|households|weeks)",
    ),
    Spec(
        metric="special_guardianship_orders",
        kind="N",
        triggers=("special guardian", "sgo"),
        frames=(
            (
                r"<N>\)? (?:(?:{child}|of (?:them|whom|these)|others|more) )?(?:[\w' <a>,-]{0,55}? )?(?:special "
                r"guardian(?:ship|s)?|sgos?\b)"
            ),
            (
                r"special guardianship(?: orders?)?(?: (?:made|granted))?[^;|.<!>]{0,70}?(?: to| was| were| of| "
                r"at|:|,) <N>(?= ?(?:\Z|[.,;:)\"|]|in|at|on|by|from|last|this|compared|and))"
            ),
            r"special guardianship(?: orders?)?(?: \([^)|]{1,20}\))? ?[|:] ?<N>",
            r"special guardianship orders? [^;|.<n>]{0,40}? (?:for|to) <N>(?= ?(?:\Z|[.,;]|children|and|of))",
        ),
        # "There are currently 18 special guardianship orders underway": not yet made
        forbids=(
            r"special guardianship (?:allowance|support|assess)|(?:orders?|sgos?\)?) (?:are |were )?(?:under ?way|"
            r"pending|in progress)"
        ),
        # "supports over 200 children and young people under SGOs": all who have one, ever
        not_before=r"(?:supports?|supporting)\s*",
        not_after=r"(?:days|weeks|carers|special guardians receiv)",
    ),
    Spec(
        metric="cla_ceased",
        kind="N",
        triggers=(
            "ceased",
            "back in care",
            "left care",
            "leave care",
            "left the care",
            "stopped being looked after",
            "leaving care",
            "no longer looked after",
            "exited",
        ),
        frames=(
            r"<p> of the <N> (?:(?:were|had|have|are) )?(?:back|returned|come back|came back|gone back|re-entered)",
            (
                r"<N> (?:[\w-]+ ){0,3}?(?:{child} )?(?:(?:have|had|has|were|who|also) )*(?:ceased to be|stopped "
                r"being|ceased being|were no longer|left)(?: being)? (?:looked[- ]after|in care|care\b|the care "
                r"system|the care of|(?:(?:its|our|their|the (?:council|county|city|borough|trust)'s|<a>'s) "
                r"care\b))(?!,? (?:and )?(?:moved|are|is|now|went))"
            ),
            r"{start}(?:children )?ceas\w+ (?:to be looked after|care)[^|<!>]{0,20}[|:] ?<N>",
            r"of the <N> (?:{child} )?(?:who )?(?:ceased|left|leaving|ceasing)",
        ),
        forbids=r"young people who left care at",
        not_before=r"of (?:whom|which|these|them) <p> \(",
        not_after=(
            r"(?:[\w ]{0,40} )?(?:and moved|and are now|and is now)|(?:[\w ]{0,60} )?(?:due to|through|by|via|under|on|"
            r"because of) (?:an? |being )?(?:special guardianship|adopt)|of (?:those|the children|the young "
            r"people) (?:who|that)\b"
        ),
    ),
    Spec(
        metric="cla_ceased_returned_share",
        kind="P",
        triggers=("return", "came back", "come back", "re-entered", "back in care", "back into care", "back with"),
        near=(
            (
                r"(?:(?:subsequently |since |later |then |had |have )*(?:returned|came back|come back|re-entered|"
                r"were back in care|were back with|went back))"
            ),
        ),
        needs=r"looked after|in(?:to)? care|ceased|left care|re-entered",
        wide=True,
        forbids=(
            r"return(?:ed)? (?:home|from (?:missing|being))|return (?:home )?interview|returned (?:to work|"
            r"their|the survey|forms?)"
        ),
        boost=0.4,
    ),
    Spec(
        metric="cla_ceased_returned",
        kind="N",
        triggers=("return", "came back", "come back", "re-entered"),
        frames=(
            (
                r"<N> (?:\(<p>\) )?(?:of (?:them|whom|these|those|the \w+) )?(?:\(<p>\) )?(?:{child} )?(?:who (?:had )?"
                r"(?:ceased to be looked after|left care|stopped being looked after) )?(?:(?:have|had|has|"
                r"were|subsequently|since|later|then|already) )*(?:returned|came back|come back|re-entered|gone "
                r"back)(?: to (?:be looked after|care|being looked after|the care)| into care| since| in(?:to)? "
                r"care)?(?! (?:home|to (?:their|live|school|work)))"
            ),
            # "of whom 3.8% (five) subsequently returned"
            (
                r"of (?:whom|which|these|them) <p> \(<N>(?: {child})?\) "
                r"(?:(?:have|had|has|were|subsequently|since|later) )*"
                r"(?:returned|came back|come back|re-entered)(?! home)"
            ),
        ),
        needs=r"looked after|in(?:to)? care|ceased|left care|re-entered|special guardianship",
        wide=True,
        forbids=r"return(?:ed)? home|return (?:home )?interview|survey",
    ),
    Spec(
        metric="cla_ceased_independent_living",
        kind="N",
        triggers=(
            "independent living",
            "live independently",
            "living independently",
            "independent accommodation",
            "homes of their own",
            "independent lives",
        ),
        frames=(
            r"<N> (?:[\w' -]{0,40}? )?in independent living",
            (
                r"<N> (?:{child} )?(?:of (?:them|whom|these) )?(?:[\w' ,-]{0,60}? )?(?:(?:moved|moving|gone|went|"
                r"move|living|live|lived|began)(?: on)?(?: from care| out of care)?(?: to| in| into)? "
                r")(?:independent living|independently|"
                r"independent accommodation|homes of their own)"
            ),
            r"independent living ?[|:] ?<N>",
        ),
        boost=0.5,
    ),
    Spec(
        metric="cla_ceased_hmo",
        kind="N",
        triggers=("multiple occup", "hmo", "multi-occup", "this type of", "such accommodation", "that accommodation"),
        frames=(
            r"<N>"
            + _SHARE
            + (
                r" (?:{child} |{lvr} )?(?:of (?:them|whom|these) )?(?:out of <n> )?(?:[\w' ()-]{0,80}? "
                r")?(?:hou?ses? (?:of|in|for) "
                r"multiple[- ]occup\w+|hmos?\b|multi-occup\w+)"
            ),
            r"(?:hou?ses? (?:of|in) multiple[- ]occup\w+|hmos?)(?: \([^)|]{1,20}\))? ?[|:] ?<N>",
            # "have lived in houses of multiple occupation. There are three young people living in this type of"
            r"<N> (?:{child} |{lvr} )?(?:who (?:are |were )?)?(?:live|lived|living) in (?:this|such|that) "
            r"(?:(?:type|kind|sort) of )?(?:accommodation|housing|property|properties|houses?)",
        ),
        needs=r"multiple[- ]occup|\bhmos?\b|multi-occup",
        wide=True,
        not_after=r"(?:(?:licensed|registered|private) )*(?:hou?ses?|hmos?)\b",
        boost=0.6,
    ),
)
