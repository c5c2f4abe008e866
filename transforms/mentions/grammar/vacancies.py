"""How texts state empty posts and those who leave them: vacancies and turnover."""

from __future__ import annotations

from transforms.mentions.grammar.rules import Spec

_LEAVING = (
    r"(?:left|leav(?:e|es|ing)|quit|quits|resign\w*|depart\w*|not (?:stay|last|remain)|walk(?:ed|"
    r"ing)? (?:away|out)|moved on|gone|churn\w*|hand(?:ed|ing)? in (?:his|her|their) notice)"
)
_EMPTY = (
    r"(?:going begging|(?:has|have|had|with) (?:nobody|no[- ]one|no permanent (?:holder|occupant|"
    r"postholder|worker))(?: in (?:it|them|post))?|vacant|unfilled|empty|waiting to be filled|"
    r"without a (?:permanent )?(?:postholder|post-holder|occupant)|yet to be filled|not filled|still "
    r"to be filled|to fill)"
)

SPECS: tuple[Spec, ...] = (
    Spec(
        metric="vacancy_rate",
        kind="P",
        triggers=("vacan", "unfilled", "empty", "not filled", "yet to be filled", "without a permanent"),
        frames=(
            r"<P> (?:social worker |staff |staffing |worker |current )?vacanc(?:y|ies)(?: rate| level)?",
            r"for vacancies <P>",
            r"<P> for vacancies",
            rf"<P> (?:of )?(?:[\w' ,-]{{0,60}}? )?(?:{{posts}}|establishment|jobs)(?: [\w'<a>-]+){{0,9}}? {_EMPTY}",
            rf"{_EMPTY} (?:(?!and\b|but\b|while\b)[\w'-]+ ){{0,6}}?<P>",
        ),
        subjects=(
            (
                r"(?:(?:social worker|social work|staff|staffing|average|current|overall|the|worker) "
                r")*vacanc(?:y|ies)(?: (?:rates?|levels?|factor))?(?: (?:for|among|of|across) [\w' -]{3,40}?)?"
            ),
        ),
        forbids=(
            r"teach(?:er|ing)s?\b|\bnurs(?:e|es|ing)\b|hospitals?\b|head ?teachers?|police officers?|"
            r"covering vacancies|covered? [^.]{0,20}vacancies|foster|school places|placement vacanc|"
            r"vacancies (?:are |were )?(?:covered|filled)"
        ),
    ),
    Spec(
        metric="turnover_rate",
        kind="P",
        triggers=(
            "turnover",
            "churn",
            "lost",
            "losing",
            "left",
            "leav",
            "quit",
            "resign",
            "stay",
            "depart",
            "walked",
            "moved on",
            "churn",
            "notice",
        ),
        frames=(
            (
                rf"<P> (?:of )?(?:[\w' ,-]{{0,60}}? )?(?:{{sw}}|workforce|staff|workers|them|those|practitioners|"
                rf"starters|recruits|nqsws|colleagues)(?: [\w' -]{{0,30}}?)? (?:who )?(?:does |do |did |had |have "
                rf"|has |will )?{_LEAVING}"
            ),
            (
                rf"<P> (?:had |have |has |who )?{_LEAVING}(?: \w+){{0,3}} (?:within|in|during|over|last|before|"
                rf"since|after|the (?:service|council|authority|organisation|trust)|every|each|their (?:posts|"
                rf"jobs))"
            ),
            r"(?:lost|losing|loses|lose) <P> of (?:[\w' ,-]{0,40}? )?(?:{sw}|workforce|staff|workers|them)",
            (
                r"<P> (?:of (?:[\w' -]{0,40} )?)?(?:had |have |has |who )?(?:left|quit|resigned|hand(?:ed|"
                r"ing)? in (?:his|her|their) notice|walked (?:out|away))\b(?! (?:care|school|home|behind|"
                r"without))"
            ),
            r"<P> for turnover",
            r"<P> (?:staff |social worker |annual )?turnover",
        ),
        subjects=(
            (
                r"(?:(?:staff|social worker|social work|workforce|annual|the|annualised|rolling|worker) "
                r")*(?:turnover|churn)(?: (?:in|among|of) (?:social work(?:er)?s?|staff|the workforce)[\w "
                r"]{0,14})?(?: rates?| levels?)?(?: (?:for|among|of|across) [\w' -]{3,40}?)?"
            ),
        ),
        needs=(
            r"social work|staff|workforce|workers?\b|turnover|practitioner|nqsw|newly qualified|recruits|"
            r"colleagues|\bthem\b"
        ),
        wide=True,
        forbids=(
            r"teach(?:er|ing)s?\b|\bnurs(?:e|es|ing)\b|hospitals?\b|head ?teachers?|police officers?|"
            r"turnover of (?:£|<m>)|care[- ]leavers? (?:who )?(?:leave|left)|left care|leav(?:e|ing) care|"
            r"left school|left (?:behind|without|at risk)|foster carers"
        ),
    ),
    Spec(
        metric="vacancies",
        kind="N",
        triggers=("vacan", "unfilled", "empty", "to fill", "to be filled", "not filled"),
        counted=(
            r"(?:[\w-]+ ){0,3}?vacancies",
            r"(?:vacant|unfilled|empty) (?:[\w'-]+ ){0,4}(?:{posts}|jobs)",
            rf"(?:{{posts}}|jobs|vacant)(?: [\w'<a>-]+){{0,9}}? {_EMPTY}",
        ),
        frames=(
            (
                rf"<N> (?:remain|remained|are|were|is|was|stay|stood|stand|had been|have been|of (?:them|those|"
                rf"these) (?:are|were|remain)|posts)(?: [\w-]+){{0,3}}? (?:{_EMPTY}|vacancies)"
            ),
            (
                r"(?:{posts}|vacancies) (?:[\w' ,-]{0,30}? )?(?:vacant|unfilled|empty)(?:[\w' "
                r",-]{0,25}?)(?: is| was| were| are| stood at| at| to| number| numbered| total| totalled|:) <N>"
            ),
            r"\b(?:carrying|carries|carried|has|had|have|with) <N> (?:[\w-]+ ){0,3}vacancies",
            (
                r"\b(?:needs?|needed|has|have|had|trying|struggl\w+|yet|still|want\w*|hop\w+) to fill <N> "
                r"(?:[\w-]+ ){0,4}(?:{posts}|jobs)"
            ),
            (
                r"(?:number of|total of) (?:[\w-]+ ){0,3}(?:vacancies|vacant posts|unfilled posts|empty posts|"
                r"(?:vacant|unfilled|empty) [\w ]{3,25}(?:posts|jobs))[^;|.]{0,50}? <N>(?= ?(?:\Z|[.,;:)]|in|at|"
                r"on|by|from|to|last|this|compared|and|a year))"
            ),
        ),
        subjects=(r"(?:social work(?:er)? |staff |unfilled )?(?:vacancies|vacant posts|unfilled posts|empty posts)",),
        forbids=(
            r"teach(?:er|ing)s?\b|\bnurs(?:e|es|ing)\b|hospitals?\b|head ?teachers?|police officers?|"
            r"foster|school places|empty (?:homes|beds|properties)|vacant (?:homes|beds|propert)|placement "
            r"vacanc|governor vacanc|bed vacanc"
        ),
        not_before=r"(?:cover\w*|filled|filling|covering)\s*",
        not_after=r"of (?:the |its |these |those )(?:[\w-]+ ){0,2}vacancies|(?:[\w-]+ ){0,3}(?:agency|locum)",
    ),
)
