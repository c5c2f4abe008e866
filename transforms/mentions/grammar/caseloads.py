"""How texts state caseloads and teams: cases held, workers in a team, teams and their managers."""

from __future__ import annotations

from transforms.mentions.grammar.rules import Spec

_HOLD = (
    r"(?:hold(?:s|ing)?|held|ha(?:s|ve|d)|having|carr(?:y|ies|ied|ying)|juggl(?:e|es|ed|ing)|"
    r"manag(?:e|es|ed|ing)|responsible for|responsibility for|"
    r"deal(?:s|t|ing)? with|look(?:s|ed|ing)? after|overse(?:e|es|eing)|oversaw|oversight of|"
    r"work(?:s|ed|ing)? with|allocated|handl(?:e|es|ed|ing)|support(?:s|ed|ing)?|"
    r"supervis(?:e|es|ed|ing)|answer(?:s|ed|able)? for|in charge of|kept (?:an eye on|track of)|"
    r"cover(?:s|ed|ing)?|keep(?:s|"
    r"ing)? track of|take(?:s|n)? on|ran|run(?:s|ning)?|keep(?:s|ing)? an eye on|being asked to hold|"
    r"answering for|(?:begin|start)(?:s|ing|ed)? (?:off |out )?(?:on|with)|down to|up to|averag(?:e|"
    r"es|ed|ing)|given|juggled|accountable for|on (?:his|her|their) (?:books|caseload))"
)
_JUST = (
    r"(?:(?:an? average (?:caseload |workload )?of|on average|about|around|up to|just|only|between|"
    r"as many as|some|nearly|almost|typically|roughly|an? (?:average |typical |current )?(?:caseload|"
    r"workload)s? (?:of|averaging)|caseloads? of|the|at least|"
    r"a maximum of|a total of|anything up to|responsibility for|oversight of|of|for) )*"
)
_CASES = (
    r"(?:open |active |live |complex )?(?:cases|children|families|young people|care[- ]leavers|"
    r"youngsters|looked[- ]after children|children in care|people)"
)
_CASELOAD = r"(?:(?:average |individual |mean |typical |current )*(?:caseloads?|workloads?|case loads?))"

SPECS: tuple[Spec, ...] = (
    Spec(
        metric="caseload",  # which of the four caseload metrics: transforms.mentions.caseloads
        kind="N",
        triggers=(
            "case",
            "workload",
            "children",
            "young people",
            "families",
            "holds",
            "hold ",
            "held",
            "oversee",
            "per worker",
            "holding",
            "carrying",
            "carry",
            "care leaver",
            "advis",
            "reviewing officer",
            "iro",
            "apiece",
            "got ",
            "the average",
            "officer",
            "worker has",
            "worker had",
            "workers have",
            "youngsters",
            "i had",
            "i have",
            "more than \ue010",
            "manager",
            "works with",
            "worker",
        ),
        frames=(
            rf"<N> {_CASES} (?:each|apiece|per (?:full-time )?(?:social |case |frontline )?(?:worker|"
            rf"practitioner|manager|member of staff)|per {{iro}}|per {{pa}}|"
            r"for (?:each|every) (?:full-time )?(?:social )?(?:worker|practitioner|manager)|to each "
            r"(?:social )?(?:worker|practitioner)|on (?:the|their|his|her) books|on average|to (?:see|look "
            r"after|manage|visit)|to think about|on (?:their|his|her|my|our) (?:lists?|caseload)|at (?:a|any "
            r"one) time|per head|that each of (?:them|us) hold)",
            (
                rf"(?:{{sw}}|{{iro}}|{{pa}}|(?:team )?managers?|workers?|practitioners?|advis[eo]rs?|colleagues|"
                rf"staff|each(?: of them)?|<n> of (?:them|us|the \w+)|counterparts|no ?-?one(?: in <a>)?|nobody|"
                rf"everyone|some(?: of (?:them|us|our "
                rf"people))?|many|others|one|who|i|she|he|they|we|person)\b(?:'s)?(?:(?!, (?:where|while|but|"
                rf"against))[^;|.<!>]){{0,70}}? {_HOLD} "
                rf"{_JUST}<N>(?= ?(?:\Z|[.,;:!?)\"'-]|(?:{_CASES}|cases?|each|apiece|of them to|while|whereas|but|"
                rf"in|and|"
                rf"when|at|on (?:average|(?:his|her|their|my|our|the) (?:books?|lists?|caseloads?))|compared|"
                rf"rather|more|not|now|or|to|per|before|which|against|last|down|up|he|she|"
                rf"they|a)\b))"
            ),
            (
                rf"<N> {_CASES} (?:a|per|for each|for every|to a) (?:{{sw}}|{{iro}}|{{pa}}|worker|manager|"
                rf"practitioner|head|officer|advis[eo]r)"
            ),
            rf"(?:with|having) (?:a |an )?(?:average |current )*{_CASELOAD} (?:of|at|around) <N>",
            (
                r"(?:one|another|some|a few|others|a worker|two|three)(?: [\w-]+){0,3} (?:holding|hold|holds|"
                r"carrying|had|has|with|reported|reporting) <N>(?= ?(?:\Z|[.,;:\"')]|cases|children|and|or|but))"
            ),
            (
                r"(?:children|cases|young people|care leavers) per (?:{iro}|{sw}|{pa}|worker|manager|team "
                r"manager|advis[eo]r|officer)[^|;<]{0,20}(?:[:|]| was) ?<N>"
            ),
            r"(?:{iro}|{sw}|{pa}|managers|workers|my lot|team|colleagues)[^;|.]{0,40}? (?:are|is|were) in the <N>",
            r"looking after <N> each\b",
            rf"\b(?:i|she|he) (?:now )?(?:looks?|looked) after <N> {_CASES}",
            r"(?:{pa}|{sw}|worker|adviser)(?:'s| has| had)?(?: got)? <N> of us\b",
            rf"<N> {_CASES} (?:to|for) (?:<n>|each|a) (?:social )?worker",
            r"inherited <N> (?:cases|children|families|young people)",
            r"\b(?:i|she|he|we|you)(?:'ve| have|'s| has)? got <N>(?= ?(?:\Z|[.,;\"]|and|cases|children|on my|on our))",
            r"<N> (?:on|in) (?:my|his|her|their|our) (?:own )?(?:lists?|books|caseloads?|name)\b",
            r"{iro}[^;|.]{0,60}?\((?:with )?<N>(?: children| cases)?(?: each)?\)",
            (
                rf"(?:highest|lowest|largest|biggest|heaviest|smallest|maximum|top|peak)[^;|"
                rf".]{{0,50}}?(?:{_CASELOAD}|number|figure|cases|held|was|is|being|at)[^;|.]{{0,40}}? <N>"
            ),
        ),
        subjects=(_CASELOAD, r"the average(?: across (?:<a>|the [\w ]{2,20}?))?"),
        follows=rf"{_CASES}|cases?|child",
        wide=True,
        needs=(
            r"caseload|workload|case load|cases|\b(?:hold|holds|held|holding|carry|carries|carried|carrying|"
            r"juggl|oversee|oversaw|on (?:his|her|the|their) (?:books|lists?)|apiece|each\b|to (?:see|think "
            r"about|look after)\b|per (?:social )?(?:worker|adviser|officer)|per (?:iro|independent|"
            r"personal)|busiest|least stretched|on average|an average of|in the \ue010|inherited|\bi "
            r"(?:had|have|hold|held)\b|ke(?:eps?|pt) an eye|workers? (?:is|are|was|were) (?:\w+ "
            r")?responsible for|on (?:my|our) (?:lists?|books)|to (?:look out for|worry about)|"
            r"\b(?:i|she|he) (?:looks?|looked) after|advis[eo]rs?[^;|.]{0,30} <n>)"
        ),
        forbids=(
            r"adult social (?:care|work)|nurses\b|"
            r"one of only|minutes|\bof three\b|sibling|father of|mother of|"
            r"friends|foster|placements each|household|children placed|protection plans?|\bin care\b|health "
            r"visitor|school nurse|\bpolice officers?\b|teachers?\b.{0,20}hold|\bfamily support workers?\b|"
            r"\bheld (?:a|the) (?:meeting|event|inquest)|\bprobation\b|"
            r"\bcourt\b.{0,10}\bcases\b.{0,20}\bheard"
        ),
        not_after=(
            r"(?:in (?:a|one|two|\w+) (?:year|years|months|weeks)\b|social workers|teams?|managers|years?|"
            r"days|weeks|months|newly|posts|new\b|areas|councils|"
            r"authorities|visits|workers|agency|staff|times|hours|miles|of (?:the )?<n>|per cent|\(<p>\) "
            r"(?:had|were)|(?:of )?(?:its|their|our) |reviews|(?:full-time )?independent reviewing|"
            r"(?:mentors|carers|foster|households|homes|pupils|schools|beds|contacts|referrals|assessments|"
            r"conferences|trained|permanent|personal|practitioners|inspectors|files|records|apprentices|"
            r"councillors|members|unaccompanied|children'?s homes|children in need|children in care (?!each)|"
            r"special|unallocated))"
        ),
    ),
    Spec(
        metric="social_workers_per_team",
        kind="N",
        triggers=("team", "unit", "pod", "in each", "each has"),
        frames=(
            (
                r"<N> _{sw}[^;|.]{0,15}? (?:in|to|for|on|within|per) (?:(?:a|each|every|one|the|her|his|my|our|"
                r"their) )?(?:team|unit|"
                r"pod|squad|of them)\b"
            ),
            (
                r"(?:teams?|units?|pods?)\b(?:[^;|.<!>]{0,30}?)(?:of|with|each with|each made up of|each has|has|"
                r"have|having|made up of|comprising|comprise|comprises|consisting of|contain(?:s|ing)?|employing|"
                r"staffed by|containing) (?:between |about |around )?<N> _{sw}"
            ),
            (
                r"(?:each|every)(?: one| team| of them)? (?:with|has|have|having|made up of|comprising|comprises|"
                r"containing|staffed by|employing|of|contains) <N> _{sw}"
            ),
            r"<n> _teams of <N> _(?:{sw}|workers|practitioners)",
            r"(?:<n>|each|all|most|neither|any) of (?:them|these|the teams) (?:has|have|had|may have) <N> _{sw}",
            r"<n> teams of <N>(?= ?(?:\Z|[.,;]|each|apiece))",
            r"one of <N> (?:[\w-]+ )?in (?:a|her|his|my|the|our) (?:[\w-]+ )?team\b",
            r"<N> _{sw} (?:in each|each|apiece|to a team|a team)\b",
            r"teams?,? (?:each )?with <N> (?:people |workers |members )?(?:in each|apiece|each)",
            (
                r"teams? (?:[\w<a>' ]{0,25}? )?(?:of|made up of|comprise|comprising|consist of|have|has) <N> "
                r"(?:workers|practitioners|of (?:us|them))"
            ),
            r"manager (?:has|looks after|supervises) <N> of us",
            r"each (?:one |team )?(?:has|with)[^;|.<!>]{0,30}? <N> _{sw}",
            (
                r"<N> _{sw} and (?:a|one|their own) (?:team )?manager (?:in|to|per|for|on|make up|form|to a) "
                r"(?:each|every|a)"
            ),
        ),
        not_before=r"total of\s*",
        forbids=r"football|netball|rugby",
        boost=0.4,
    ),
    Spec(
        metric="team_managers",
        kind="N",
        triggers=("manager",),
        subjects=(r"number of (?:team |service |social work )?managers",),
        counted=(
            (
                r"(?:team |service |social work |first-line |practice |assistant team )?managers\b(?! (?:have |"
                r"has |had )?(?:left|quit|resigned|gone|moved|departed)| (?:posts|vacanc))"
            ),
        ),
        forbids=(
            r"ha(?:ving|d|ve) had|turnover of|different managers|spoke(?:n)? (?:to|with)|interview\w*|\bmet "
            r"with\b|managers? (?:have |had )?left|left the|\bmanagers? (?:spoken|who spoke)|recruit\w* "
            r"[^.]{0,20}managers|\bi(?:'ve)? had\b|head ?teachers|\bproject managers|case ?loads? of managers"
        ),
        not_before=r"(?:last|past|first|another|extra|recruit\w*|appoint\w*|lost|new)\s*",
    ),
    Spec(
        metric="teams",
        kind="N",
        triggers=("teams",),
        frames=(r"teams (?:number|numbered|total|totalled) <N>",),
        subjects=(r"number of (?:[\w-]+ ){0,3}teams",),
        counted=(
            (
                r"(?:(?:children in need|child in need) |(?:early years?'?|children with disabilities|care "
                r"leavers?'?) )?teams\b"
            ),
        ),
        forbids=(
            r"football|netball|rugby|cricket|league|quiz|sports? teams|teams (?:competed|entered|took part|"
            r"visited by)|multi-academy|visited [^.]{0,30}teams"
        ),
        not_before=(
            r"(?:(?<!organised )(?<!arranged )(?<!grouped )(?<!divided )(?<!split )(?<!, )(?<!workers "
            r")(?<!staff )(?<!\ue010 )in|at|(?<!gone )(?<!risen )(?<!grown )(?<!cut )(?<!up )(?<!down )from|"
            r"seen in|"
            r"spoke to|visited)\s*"
        ),
    ),
)
