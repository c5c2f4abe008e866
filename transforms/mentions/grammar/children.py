"""How texts state the children whom a council looks after, and the young people who have left its care."""

from __future__ import annotations

from transforms.mentions.grammar.rules import Spec

_SUBGROUP = (
    r"(?: and young people)? (?:<n>|(?:who (?:are|were) )?(?:aged|under the age|over the age|under five|"
    r"less than|under one|of school age|aged under)|from (?:minority|black|asian|white)|"
    r"with (?:a )?(?:disabilit|special educational|eh?c)|of (?:asian|black|white|mixed))"
)
_MOVE = (
    r"(?:ha(?:s|ve|d) )?(?:been )?(?:r[io]sen?|fallen|fell|grown|grew|increased|decreased|dropped|"
    r"declined|climbed|reduced|peaked|risen|passed|topped|reached|hit|stood|stands|stand|numbered|"
    r"jumped|edged|crept|gone|went|come|came|doubled|doubling|soared|down|up|to)"
)

SPECS: tuple[Spec, ...] = (
    Spec(
        metric="children_looked_after",
        kind="N",
        triggers=(
            "looked after",
            "looked-after",
            "care",
            "look after",
            "looks after",
            "looking after",
            "cla",
            "lac",
            "corporate parent",
        ),
        frames=(
            r"<N> {cla}\b(?!"
            + _SUBGROUP
            + (
                r")(?! (?:(?:who )?(?:live|lived|living|placed|went|had (?:an?|no|been missing)|have (?:an?|no)|"
                r"waiting|wait|awaiting|without|whose|have been|had been (?:adopted|missing|placed))))(?! "
                r"[^.;]{0,40}(?:outside|missing|no allocated|without|unaccompanied|foster (?:famil|carer)|"
                r"residential|health assessment|education plan|had a |(?:were|was|been) adopted))"
            ),
            (
                r"<N> (?:are|were) (?:now )?in (?:the )?(?:care of (?:the )?(?:council|county|city|borough|trust|"
                r"authority|company|<a>)|(?:council|local authority) care|care)\b(?! (?:plan|home))"
            ),
            (
                r"(?:trust|council|authority|company|county|borough|city|<a>) looks after <N>(?= ?(?:\Z|[.,;:)]|"
                r"and|or|children))"
            ),
            r"<N> in (?:(?:its|their|our|council|local authority) )?care(?= ?(?:[,.;]|\Z))",
            (
                r"{start}of the <N>,? (?:<n> |about |some )(?:\(<p>\) )?(?:are |were |is |was |live |lived "
                r")?(?:living |placed |looked after )?"
                r"(?:with|in|by) (?:[\w'-]+ ){0,2}?(?:foster|parents?\b|children's homes?|residential)"
            ),
            r"number (?:being )?looked after [^;|.]{0,60}? <N>(?= ?(?:\Z|[.,;:)]|in|at|on|by|from|and))",
            (
                r"<N> (?:[\w'-]+ |<a> )?children in (?:local authority |council |<a>'s )?care\b(?! (?:plan|had|"
                r"have|live|lived|were|placed|missed|moved))"
            ),
            (
                r"<N> (?:of (?:its|their|our|<a>'s) )?{child} (?:(?:who|are|were|is|was|being|currently|now|be|"
                r"have been|had been|the|that) )*(?:{incare})(?! (?:plan|leaver))(?! [^.;]{0,25}(?:outside|"
                r"{outside}|missing|for (?:more|over|at least)))"
            ),
            r"(?:look|looks|looked|looking)[- ]after(?: a total of)? <N> {child}(?! (?:each|apiece))",
            r"(?:look|looks|looked|looking)[- ]after(?: a total of)? <N>(?= ?(?:\Z|[.,;:)]|at|on|in|and|compared|\())",
            (
                r"(?:number of|total of|total number of) {cla}[^;|.]{0,60}? <N>(?= ?(?:\Z|[.,;:)\"]|in|at|on|by|"
                r"from|to|last|this|compared|and|per|during|over|for|\(|a year|children))"
            ),
            (
                r"of (?:the|its|their|<a>'s|our) <N> {child} (?:it|they|the (?:council|company|trust|county)|<a>|"
                r"{incare}|(?:currently |being |who are )*looked)"
            ),
            r"of (?:the|its|their|<a>'s|our) <N> (?:[\w-]+ )?{cla}",
            (
                r"(?:has|have|had|with|for|responsib\w+ for|corporate parent (?:to|of|for)|care (?:for|of)|"
                r"parent (?:to|of)) <N> {child} (?:{incare})"
            ),
            (
                r"(?:care (?:for|of)|caring for|cares for|cared for|corporate parent(?:s)? (?:to|of|for)) <N> "
                r"{child}(?! (?:each|with|from|who (?:are|were) not|over the years))"
            ),
            r"{start}(?:children )?(?:looked[- ]after|in care)(?: children)?[^|<!>]{0,30}[|:] <N>",
            (
                r"(?:care population|{cla}) {MOVE}[^;|.]{0,40}? <N>(?= ?(?:\Z|[.,;:)\"]|in|at|on|by|from|to|last|"
                r"this|compared|and|for|\())"
            ).replace("{MOVE}", _MOVE),
        ),
        subjects=(r"(?:number of |numbers of |total of )?(?:{cla})(?: numbers| population| total)?",),
        follows=r"children|of (?:them|these|those)(?= ?(?:\Z|[.,;]|in|at|on|and))",
        forbids=(
            r"\b(?:i|she|he) (?:looks?|looked) after|\b(?:charity|nursery|nurseries|childminders?|"
            r"hospital)\b|looked[- ]after by (?:other|another|neighbouring)|have placed|boroughs? and others|other "
            r"(?:councils|local authorities) (?:have "
            r")?place|placed "
            r"(?:in|by) [^.]{0,30}by other|fostered for|have fostered|has fostered|in foster(?:ing)? for|"
            r"care order applications|left care|health assessment|personal education plan|no allocated|"
            r"without an?\b|missing from care|ceased to be|"
            # "75 care leavers are parents, caring for 83 children"
            r"(?:parents?|carers?|households|families),? (?:who are )?caring for"
        ),
        not_after=(
            # "78 children looked after have responded to the consultation": some of them
            r"(?:[\w-]+ )?{cla} (?:(?:have|had|has|were|was|are|who|that) )*(?:(?:not|also|recently|already|"
            r"been|being|now) )*"
            r"(?:responded|excluded|permanently|attend\w*|achiev\w*|particip\w*|complet\w*|returned|took|taken|moved|"
            r"experienc\w*|offend\w*|convict\w*|benefit\w*|contribut\w*|interview\w*|spoke|told|said|gained|"
            r"obtained|passed|"
            r"sat|interviewed|sampled|tracked|reviewed|surveyed|consulted|nominated)\b|"
            r"(?:{cla}|{child} {incare}) (?:who )?(?:achieved|passed|sat|gained|attended|took part|spoke|told|met|"
            r"said|replied|(?:were|was|had been) (?:abused|harmed|interviewed|excluded|invited|asked|arrested))|"
            r"(?:{child} )?(?:less than|under|over|aged|of school age|of (?:primary|secondary))\b|of (?:them|"
            r"these|those|whom) (?:are|were|have|had)|(?:[\w-]+ )?(?:unaccompanied|care leavers|foster|"
            r"independent reviewing|reviews|health|per cent|years|days|social workers|adoptions|placements|"
            r"homes|households|cases each|children each|(?:children )?(?:per|for each|for every)|young "
            r"people (?:supported|receiving)|of (?:them|these|whom) )|(?:\(<p>\) )?(?:{child} )?(?:live|"
            r"lived|living|placed|were placed|are placed)\b"
        ),
        not_before=(
            r"(?:another|further|within|aged|over the years|previous|last|past|(?:they|he|she) (?:are|is|"
            r"turns?|turned))\s*"
        ),
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
        frames=(r"<N> (?:{child} )?[^;|.<!>]{0,40}?(?:privately (?:arranged )?foster|private fostering)",),
        near=(r"(?:private(?:ly)?[ -](?:arranged )?foster\w*|private fostering|fostered privately)",),
        forbids=r"independent fostering|per cent of privately",
        not_after=(
            r"(?:(?:new )?notifications|days|weeks|years|months|visits|teenagers|students|pupils|visitors|adults)"
        ),
        boost=0.6,
    ),
    Spec(
        metric="unaccompanied_asylum_seeking_children",
        kind="N",
        triggers=("unaccompanied", "asylum", "uasc", "lone ", "alone", "on their own"),
        frames=(
            (
                r"<N> (?:\(<p>\) )?(?:{child} )?(?:(?:of (?:them|whom|these|those) )?(?:are|were|is|was|who "
                r"(?:are|were|arrived as)|arrived as|classed as) )?(?:an? )?(?:[\w-]+ ){0,2}(?:lone (?:child|"
                r"young)|unaccompanied|uasc\b|(?:child(?:ren)? )?asylum[- ]seek)"
            ),
            (
                r"<N> (?:of (?:whom|them|these|those|<a>'s|the) )?[^;|.<n>]{0,50}?(?:came|come|arrived|reached|"
                r"entered)(?! ashore)[^;|.<n>]{0,30}? (?:alone|on their own|by themselves)"
            ),
            (
                r"(?:unaccompanied|uasc|asylum[- ]seek)[\w' -]{0,60}?(?: \([^)]{2,12}\))?(?: (?:stood at|is|was|"
                r"were|are|to|at|reached|of|rose to|now|from|has risen to|numbered))? ?[:|]? ?<N>(?= ?(?:\Z|"
                r"[.,;:)\"|]|in|at|on|by|from|to|last|this|compared|and|(?:are|were) unaccompanied))"
            ),
        ),
        near=(r"unaccompanied(?: asylum)?",),
        forbids=(
            r"care leavers|whereabouts|missing unaccompanied|national transfer|formerly unaccompanied|former "
            r"unaccompanied"
        ),
        not_after=r"(?:care leavers|years|foster|miles|per cent|days|of (?:the|these) (?:<n>|unaccompanied))",
        boost=0.5,
    ),
    Spec(
        metric="care_leavers",
        kind="N",
        triggers=(
            "leaver",
            "leaving care",
            "leaving-care",
            "left care",
            "aftercare",
            "care leaving",
            "after-care",
            "care experienced",
            "care-experienced",
            "left its",
            "left their",
            "left our",
            "out of care",
        ),
        frames=(
            (
                r"<N> (?:young people|young adults|{ch})[^;.|<!>]{0,30}? (?:gets?|got|getting|receiv(?:es?|ed|"
                r"ing)) (?:help|support) from (?:the|its|our) (?:leaving[- ]care|care leavers'?|after-?care)"
            ),
            r"<N> [^;|.<!>]{0,60}?supported as care[- ]leavers",
            (
                r"<N> (?:young people|young adults|{ch}),? (?:whom|who|that) [^;|.<!>]{0,40}?(?:supports?|helps?|"
                r"supported|helped)[^;|.<!>]{0,40}? out of care"
            ),
            (
                r"(?:support(?:s|ed|ing)?|help(?:s|ed|ing)?|work(?:s|ed|ing)? with|responsib\w+ for|there (?:are|"
                r"were)|has|have|had|serv(?:es|ed|ing)|of (?:the|its|our|their)|out of (?:the|its)|total of|"
                r"number of|in touch with|from|to|care for|look(?:s|ing)? after|to its|to our|duty to|for|"
                r"advis(?:e|es|ing)) (?:a total of )?<N> (?:[\w-]+ ){0,2}?{lvr}\b(?! (?:(?:in|at|with|"
                r"started|live|lived) (?:a(?:n)? )?(?!total|all|support|receiv|known|eligible|the "
                r"service)))"
            ),
            (
                r"<N> (?:[\w-]+ ){0,2}?{lvr} (?:(?:were|are|being|who are|currently) )*(?:in total|known to|"
                r"supported|receiving (?:support|help|a service)|on (?:its|the) (?:books|caseload)|open to|"
                r"eligible|entitled|allocated)"
            ),
            (
                r"<N> (?:young adults|young people|{ch})[^;.|]{0,30}? who (?:(?:have|had|has) )?left (?:its |our |"
                r"their |the council's |local authority )?care"
            ),
            r"\bof <N> care[- ]leavers,",
            r"\bone of (?:the )?<N> care[- ]leavers\b",
            (
                r"<N> young people (?:who (?:are|were) )?(?:being )?(?:helped|supported) by [^;|"
                r".]{0,60}?(?:leaving[- ]care|care leavers|aftercare)"
            ),
            r"<N> {child} (?:[\w' ]{0,40}? )?(?:receiving|getting|given) (?:support|help|services) as care[- ]leavers",
            (
                r"(?:leaving[- ]care|care[- ]leaving|aftercare|after-care|care leavers'?)(?: (?:team|"
                r"service))?(?: [\w-]+){0,3}? (?:support\w*|work\w* with|help\w*|has|had|looks after|serves|"
                r"served|serving|responsible for|in touch with) (?:a total of )?<N> (?:{child}|care[- ]leavers|"
                r"people)"
            ),
            (
                r"number of care[- ]leavers[^;|.]{0,60}? <N>(?= ?(?:\Z|[.,;:)\"]|in|at|on|by|from|to|last|this|"
                r"compared|and|per|during|over))"
            ),
            r"{start}care[- ]leavers(?: supported| aged [\w -]+)?[^|<!>]{0,20}[|:] <N>",
            r"<N> (?:[\w-]+ ){0,2}?care[- ]leavers(?= ?(?:\Z|[.;]))",
        ),
        subjects=(r"(?:number of )?care[- ]leavers (?:supported|receiving support)",),
        forbids=(
            r"charit(?:y|ies)|"
            r"apprentice|university|courses?\b|employed|in addition|custody|higher education|staying put|bed "
            r"and breakfast|asylum|spoke to|met with|houses? of multiple|hmos?\b|starting (?:a|work)"
        ),
        not_before=r"advis[eo]rs?\b[^;.]{0,60}|\badvis[eo]r supports|caseloads? of",
        not_after=r"(?:years|days|cases)|(?:[\w-]+ ){0,2}care[- ]leavers? (?:who arrived|each|per)",
    ),
)
