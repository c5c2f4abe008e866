"""How texts state the children whom nobody sees: those who went missing, those without a worker."""

from __future__ import annotations

from transforms.mentions.grammar.rules import Spec

_WITHOUT = (
    r"(?:unallocated|not (?:been |yet )?(?:allocated|assigned)|without (?:an? |their own |any "
    r")?(?:(?:allocated|named|assigned|permanent|dedicated|designated|qualified|own|social) "
    r")*(?:social )?worker|"
    r"(?:did|do|does) not (?:yet )?have (?:an? )?(?:(?:allocated|named|own|permanent) )*(?:social "
    r")?worker|no (?:allocated|named|assigned|designated|dedicated) (?:social )?worker|no social "
    r"worker (?:allocated|assigned)|wait(?:ing|s|ed)? (?:to be (?:allocated|assigned|given)|for (?:a |an |"
    r"allocation|their own )(?:(?:named|allocated|social) )*(?:worker)?)|"
    r"(?:nobody|no[- ]one|no worker) (?:working on|assigned to|looking after) (?:it|them)\b|yet to "
    r"be (?:given|handed)(?: to)? (?:an? )?"
    r"(?:(?:named|allocated) )?(?:social )?worker|waiting list for (?:an? )?(?:social )?worker|"
    r"(?:didn't|don't|doesn't|did not|hadn't|haven't) (?:yet )?(?:have |got )?(?:an? "
    r")?(?:(?:allocated|named|own|permanent) )*(?:social )?worker|"
    r"not (?:been |yet )?given (?:an? )?(?:named |allocated )?(?:social )?worker|no one allocated|"
    r"nobody allocated|await(?:ing|ed)? (?:allocation|a social worker|an allocated)|yet to be "
    r"(?:allocated|assigned)|had nobody allocated|lack(?:ing|ed)? (?:an |a )(?:allocated |named "
    r")?(?:social )?worker|unassigned|had no social worker|have no social worker|with no "
    r"(?:allocated |named )?(?:social )?worker)"
)
_MISSING = (
    r"(?:(?:reported |recorded |went |gone |go |going |who went |were |was |had gone |have gone |"
    r"been |being |listed as )+(?:as )?missing|missing from (?:home|care|education|placement|their)|"
    r"missing children|missing episodes|ran away|absconded|run away)"
)

SPECS: tuple[Spec, ...] = (
    Spec(
        metric="children_missing",
        kind="N",
        triggers=("missing", "absconded", "ran away", "run away"),
        frames=(
            rf"<N> (?:different |individual )?{{child}} (?:[^;|.]{{0,50}}? )?{_MISSING}",
            (
                rf"(?:number of |total of )?{{child}} (?:[^;|.]{{0,30}}? )?(?:who )?{_MISSING}[^;|.]{{0,60}}? "
                rf"<N>(?= ?(?:\Z|[.,;:)\"]|in|at|on|by|from|to|last|this|compared|did so|and|over))"
            ),
            rf"<N> (?:of (?:them|whom|these) )?(?:had |have |were |was |are )*{_MISSING}",
            (
                rf"(?:number|total) (?:of (?:them|those|these) )?who (?:had |have |were )?{_MISSING}[^;|"
                rf".]{{0,60}}? <N>(?= ?(?:\Z|[.,;:)\"]|in|at|on|by|from|to|last|this|compared|and|over))"
            ),
            r"<N> did so\b",
            # "Four missing children events"
            r"<N> missing (?:{child})\b(?! (?:events?|episodes?|reports?|notifications?|cases|meetings?|panels?|"
            r"coordinators?))",
        ),
        subjects=(
            (
                r"{child} (?:reported |recorded )?(?:as )?missing(?: from (?:home|care|education|home or care|"
                r"care or home))*"
            ),
        ),
        forbids=(
            r"missing (?:out|important|information|data|from the report|teeth|link)|unaccompanied|return "
            r"(?:home )?interviews?[^;|.]{0,60}<n>"
        ),
        not_after=(
            r"(?:[\w, ]{0,45} )?notifications|"
            # "91 children who go missing or are at risk of child sexual exploitation": two groups in one number
            r"[\w ]{0,30}missing or (?:are |were |is |who are )?at risk|missing from (?:care|home) episodes|(?:times|"
            r"episodes|occasions|incidents|interviews|per cent|"
            r"missing episodes|(?:[\w-]+ )?episodes)"
        ),
    ),
    Spec(
        metric="unallocated_cases",
        kind="N",
        triggers=(
            "allocat",
            "social worker",
            "named worker",
            "assigned",
            "no worker",
            "without a worker",
            "nobody",
            "no one",
            "no-one",
        ),
        frames=(
            (
                rf"<N> (?:of (?:the |its |these |them|whom|those )(?:<n> )?)?(?:[\w'-]+ ){{0,5}}?(?:{{ch}}|cases|"
                rf"families|child|case|of them|referrals)?[^;|.<!>]{{0,30}}? ?(?:(?:were|was|are|is|had|have|has|"
                rf"with|left|still|remained?|sitting|been|being) )*{_WITHOUT}"
            ),
            (
                rf"{_WITHOUT}[^;|.<!>]{{0,60}}?(?: (?:is|was|were|are|stood at|stands at|to|at|of|from|down to|"
                rf"had been|had fallen to|fell to|reached|peaked at|has fallen to|rose to|numbered|:))? ?,? "
                rf"?(?:\| )?<N>(?= ?(?:\Z|[.,;:)\"|]|in|at|on|by|from|to|last|this|compared|and|a year|cases|"
                rf"children|was|were|when))"
            ),
            r"<N> unallocated\b",
        ),
        subjects=(r"(?:number of )?unallocated (?:cases|children|work|families)",),
        forbids=(
            r"unallocated (?:money|funding|budget|reserve)|allocated (?:funding|money|budget)|waiting "
            r"(?:list )?for (?:a )?(?:house|housing|camhs)|personal advis|\bpas?\b|mentor"
        ),
        # "137 contacts and referrals awaiting allocation to a referral and advice officer"
        not_after=(
            r"(?:contacts|[^;.<n>]{0,60}allocation to (?!an? (?:[\w-]+ )?social worker)|social workers|agency|weeks|"
            r"days|months|years|teams|hours|per cent|managers)"
        ),
        boost=0.2,
    ),
)
