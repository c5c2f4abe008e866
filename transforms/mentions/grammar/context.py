"""How texts state the area: its children, poverty, school meals, languages."""

from __future__ import annotations

from transforms.mentions.grammar.rules import Spec

_MEALS = r"free meals?|free school meals?|\bfsm\b|free (?:school )?lunch(?:es)?"
_LANGUAGE = (
    r"other than english|additional language|first language|\beal\b|language other than english|"
    r"english is not|second language|mother tongue"
)
_PRIMARY = r"primar(?:y|ies)(?:[- ](?:schools?|age(?:d)?|pupils?|phase|children))?"
_SECONDARY = r"secondar(?:y|ies)(?:[- ](?:schools?|age(?:d)?|pupils?|phase|children))?"
# "in special schools 38% of pupils": the third item of a list of schools
_SPECIAL = r"special schools?(?:,? (?:this )?(?:is|was|are|were|it is))?"

SPECS: tuple[Spec, ...] = (
    Spec(
        metric="population_under_18",
        kind="N",
        least=1000,
        triggers=(
            "under 18",
            "under the age of 18",
            "under-18",
            "aged 0 to 17",
            "0-17",
            "aged up to 18",
            "younger than 18",
            "below the age of 18",
            "under eighteen",
            "children live in",
            "population",
            "aged 17 or under",
            "children and young people live",
            "children",
        ),
        frames=(
            r"<N> \(<p>\) (?:are|were) (?:aged )?under (?:the age of )?18",
            (
                r"<N> ?(?:\(<p>\) )?(?:{child}|people|residents|inhabitants|of (?:them|whom|these)|citizens)?,? ?"
                r"(?:are |were |who are |is )*(?:aged )?(?:under (?:the age of )?(?:18|eighteen)|under-18s?|"
                r"younger than 18|below (?:the age of )?18|(?:aged )?(?:0|up)(?: to |-)(?:17|18)|"
                r"aged 17 (?:or|and) under)"
            ),
            r"of (?:whom|which) <N>[^;|.<!>]{0,12}? (?:(?:are|were|will be) )?(?:aged )?(?:under|younger|children)",
            r"<N>,? of whom (?:are|were) (?:under|younger|children)",
            (
                r"<N> (?:{ch}|under-18s) (?:live|living|reside|who live|growing up|call) (?:in|here|within)(?! "
                r"(?:poverty|low|income|foster|residential|children's|a private|households|families|care|homes|"
                r"temporary|the care))"
            ),
            (
                r"(?:borough|county|city|town|island|district|area|authority|<a>) (?:has|had) <N> (?:{ch}|"
                r"under-18s)(?! (?:in (?:care|need|its|the)|looked|on|with|who|whose|under|subject|placed))"
            ),
            r"home to (?:some |about |around )?<N> (?:{ch}|under-18s)",
            r"(?:under-18|child) population (?:of|is|was|stands at) <N>",
            r"(?:population|number) of (?:children|under-18s)[^;|.<!>]{0,40}? (?:is|was|at|of) <N>",
        ),
        not_after=(
            r"{ch} (?:placed|in care|looked after|from (?:other|elsewhere))|{ch} (?:who )?(?:live|living|are|"
            r"were|grow\w*)[\w ]{0,12} in (?:poverty|low)|(?:{ch} "
            r")?(?:under (?:the age of )?18 )?(?:years )?(?:{incare})|square|years"
        ),
    ),
    Spec(
        metric="population_under_18_share",
        kind="P",
        triggers=(
            "population",
            "residents",
            "of all people",
            "people who live",
            "under 18",
            "under the age of 18",
            "everybody",
            "everyone",
        ),
        frames=(
            r"\(<P>\) (?:{child} )?(?:are |were )?(?:aged )?under (?:the age of )?18",
            (
                r"<P> of (?:them|whom|these|its people) (?:are |were |is )?(?:aged )?(?:under (?:the age of "
                r")?(?:18|eighteen)|under-18s?|children)"
            ),
            (
                r"<P> of (?:everybody|everyone|all (?:residents|people|those)|people|the people) (?:there|in|who "
                r"live|living|residents)?"
            ),
            (
                r"<P>(?:\)| \(<p>\))? of (?:the |its |our |<a>'s |the (?:borough|county|city|town|area)'s )?"
                r"(?:total |overall |whole |entire |local )?"
                r"(?:population|residents|inhabitants|people (?:who live|(?=\s*(?:\Z|[.,;]))))"
            ),
            (
                r"(?:under-18s|{ch}) (?:make up|account for|represent|form|comprise|constitute|are)(?: [\w "
                r"]{0,15})? <P> of (?:the |its |<a>'s )?(?:[\w' ]{0,15} )?(?:population|residents)"
            ),
        ),
        needs=r"under[- ](?:18|the age of 18)|children|young people|this (?:is|represents|equates to|makes up)",
        forbids=r"overall population|residents now account|minority ethnic|ethnic",
    ),
    Spec(
        metric="child_poverty_share",
        kind="P",
        triggers=(
            "poverty",
            "low income",
            "low-income",
            "income deprived",
            "income-deprived",
            "deprivation",
            "deprived",
            "poor families",
            "poorest",
            "is poor",
            "are poor",
            "up poor",
            "in poor",
        ),
        near=(
            (
                r"(?:in (?:\w+ )?poverty|child poverty(?: rates?)?|low[- ]income (?:famil|household|home)\w*|"
                r"(?:is|are|was|were|grow(?:s|ing)? up) poor\b|poor (?:households?|homes?|families)|income[- "
                r"]deprived(?: famil\w+| household\w*)?|poverty(?: rates?)?|below the poverty line)"
            ),
        ),
        forbids=r"poverty (?:strategy|action|commission)|fuel poverty",
        boost=0.2,
    ),
    Spec(
        metric="fsm_primary_share",
        kind="P",
        triggers=("free school meal", "free meals", "fsm", "free lunch", "free school lunch"),
        near=(_PRIMARY,),
        not_before=_SPECIAL,
        needs=_MEALS,
        boost=0.6,
    ),
    Spec(
        metric="fsm_secondary_share",
        kind="P",
        triggers=("free school meal", "free meals", "fsm", "free lunch", "free school lunch"),
        near=(_SECONDARY,),
        not_before=_SPECIAL,
        needs=_MEALS,
        boost=0.6,
    ),
    Spec(
        metric="eal_primary_share",
        kind="P",
        triggers=("language", "eal", "other than english"),
        near=(_PRIMARY,),
        not_before=_SPECIAL,
        needs=_LANGUAGE,
        boost=0.5,
    ),
    Spec(
        metric="eal_secondary_share",
        kind="P",
        triggers=("language", "eal", "other than english"),
        near=(_SECONDARY,),
        not_before=_SPECIAL,
        needs=_LANGUAGE,
        boost=0.5,
    ),
    Spec(
        metric="minority_ethnic_share",
        kind="P",
        triggers=("ethnic", "black and minority", "global majority", "bme", "bame"),
        near=(
            (
                r"(?:minority[- ]ethnic|ethnic minorit(?:y|ies)|black and minority|black, asian and|global "
                r"majority|minority ethnic groups?|bame|bme)\b"
            ),
        ),
        forbids=(
            r"largest minority|largest (?:ethnic|group)|(?:social workers|staff)(?: who)?(?: are| were| "
            r"come)? from|of the workforce|main "
            # "Black and minority ethnic adopters account for 13%": a share of some other group
            r"minority|adopt\w*|looked[- ]after|care leavers|foster carers|in care\b|referr"
        ),
        boost=0.2,
    ),
)
