"""How texts state the workforce metrics: caseloads, teams, posts, agency staff, vacancies, turnover."""

from __future__ import annotations

from transforms.mentions.grammar.rules import Spec

_HOLD = (
    r"(?:hold(?:s|ing)?|held|ha(?:s|ve|d)|having|carr(?:y|ies|ied|ying)|juggl(?:e|es|ed|ing)|manag(?:e|es|ed|ing)|responsible for|responsibility for|"
    r"deal(?:s|t|ing)? with|look(?:s|ed|ing)? after|overse(?:e|es|eing)|oversaw|oversight of|work(?:s|ed|ing)? with|allocated|handl(?:e|es|ed|ing)|support(?:s|ed|ing)?|"
    r"supervis(?:e|es|ed|ing)|answer(?:s|ed|able)? for|in charge of|cover(?:s|ed|ing)?|keep(?:s|ing)? track of|take(?:s|n)? on|ran|run(?:s|ning)?|keep(?:s|ing)? an eye on|being asked to hold|"
    r"down to|up to|averag(?:e|es|ed|ing)|given|juggled|accountable for|on (?:his|her|their) (?:books|caseload))"
)
_JUST = (
    r"(?:(?:an? average (?:caseload |workload )?of|on average|about|around|up to|just|only|between|as many as|some|nearly|almost|typically|roughly|an? (?:average |typical |current )?(?:caseload|workload)s? (?:of|averaging)|caseloads? of|the|at least|"
    r"a maximum of|a total of|anything up to|responsibility for|oversight of|of|for) )*"
)
_CASES = r"(?:open |active |live |complex )?(?:cases|children|families|young people|care[- ]leavers|youngsters|looked[- ]after children|children in care|people)"
_CASELOAD = r"(?:(?:average |individual |mean |typical |current )*(?:caseloads?|workloads?|case loads?))"
_LEAVING = r"(?:left|leav(?:e|es|ing)|quit|quits|resign\w*|depart\w*|not (?:stay|last|remain)|walk(?:ed|ing)? (?:away|out)|moved on|gone|churn\w*|hand(?:ed|ing)? in (?:his|her|their) notice)"
_EMPTY = r"(?:going begging|(?:has|have|had|with) (?:nobody|no[- ]one|no permanent (?:holder|occupant|postholder|worker))(?: in (?:it|them|post))?|vacant|unfilled|empty|waiting to be filled|without a (?:permanent )?(?:postholder|post-holder|occupant)|yet to be filled|not filled|still to be filled|to fill)"
_RECRUIT = (
    r"(?:sign(?:s|ed|ing)? up|recruit(?:s|ed|ing)?|hir(?:e|es|ed|ing)|appoint(?:s|ed|ing)?|tak(?:en|ing|e) on|took on|br(?:ought|inging) in|creat(?:e|es|ed|ing)|"
    r"attract(?:s|ed|ing)?|welcom(?:e|es|ed|ing)|signed up|add(?:s|ed|ing)|fund(?:s|ed|ing)?|recruitment of|appointment of|creation of|pay(?:s|ing)? for|paid for|arrival of)"
)
_STAFF = (
    r"(?:{sw}|(?:social )?workers|staff(?: members)?|practitioners|posts|recruits|people|employees|starters|professionals|members of staff|"
    r"nqsws|newly[- ]qualified|graduates|managers|advanced practitioners|overseas social workers)"
)

SPECS: tuple[Spec, ...] = (
    Spec(
        metric="caseload",  # which of the four caseload metrics: transforms.mentions.caseloads
        kind="N",
        triggers=("case", "workload", "children", "young people", "families", "holds", "hold ", "held", "holding", "carrying", "carry", "care leaver", "advis", "reviewing officer", "iro", "apiece", "got ", "the average", "officer", "worker has", "worker had", "workers have", "youngsters", "i had", "i have", "more than \ue010", "worker"),
        frames=(
            rf"<N> {_CASES} (?:each|apiece|per (?:full-time )?(?:social |case |frontline )?(?:worker|practitioner|manager|member of staff)|per {{iro}}|per {{pa}}|"
            r"for (?:each|every) (?:full-time )?(?:social )?(?:worker|practitioner|manager)|to each (?:social )?(?:worker|practitioner)|on (?:the|their|his|her) books|on average|to (?:see|look after|manage|visit)|to think about|on (?:their|his|her|my|our) (?:lists?|caseload)|at (?:a|any one) time|per head|that each of (?:them|us) hold)",
            rf"(?:{{sw}}|{{iro}}|{{pa}}|(?:team )?managers?|workers?|practitioners?|advis[eo]rs?|colleagues|staff|each(?: of them)?|no ?-?one(?: in <a>)?|nobody|everyone|some(?: of (?:them|us|our people))?|many|others|one|who|i|she|he|they|we|person)\b(?:'s)?[^;|.<!>]{{0,70}}? {_HOLD} {_JUST}<N>(?= ?(?:\Z|[.,;:!?)\"'-]|(?:{_CASES}|cases?|each|apiece|while|whereas|but|in|and|when|at|on|compared|rather|more|not|now|or|to|per|before|which|against|last|down|up|he|she|they|a)\b))",
            rf"<N> {_CASES} (?:a|per|for each|for every|to a) (?:{{sw}}|{{iro}}|{{pa}}|worker|manager|practitioner|head|officer|advis[eo]r)",
            rf"(?:with|having) (?:a |an )?(?:average |current )*{_CASELOAD} (?:of|at|around) <N>",
            r"(?:one|another|some|a few|others|a worker|two|three)(?: [\w-]+){0,3} (?:holding|hold|holds|carrying|had|has|with|reported|reporting) <N>(?= ?(?:\Z|[.,;:\"')]|cases|children|and|or|but))",
            r"(?:children|cases|young people|care leavers) per (?:{iro}|{sw}|{pa}|worker|manager|team manager|advis[eo]r|officer)[^|;<]{0,20}(?:[:|]| was) ?<N>",
            r"(?:{iro}|{sw}|{pa}|managers|workers|my lot|team|colleagues)[^;|.]{0,40}? (?:are|is|were) in the <N>",
            r"looking after <N> each\b",
            r"inherited <N> (?:cases|children|families|young people)",
            r"\b(?:i|she|he|we|you)(?:'ve| have|'s| has)? got <N>(?= ?(?:\Z|[.,;\"]|and|cases|children))",
            rf"{{iro}}[^;|.]{{0,60}}?\((?:with )?<N>(?: children| cases)?(?: each)?\)",
            rf"(?:highest|lowest|largest|biggest|heaviest|smallest|maximum|top|peak)[^;|.]{{0,50}}?(?:{_CASELOAD}|number|figure|cases|held|was|is|being|at)[^;|.]{{0,40}}? <N>",
        ),
        subjects=(_CASELOAD, r"the average(?: across (?:<a>|the [\w ]{2,20}?))?"),
        follows=rf"{_CASES}|cases?|child",
        wide=True,
        needs=r"caseload|workload|case load|cases|\b(?:hold|holds|held|holding|carry|carries|carried|carrying|juggl|oversee|oversaw|on (?:his|her|the|their) (?:books|lists?)|apiece|each\b|to (?:see|think about|look after)\b|per (?:social )?(?:worker|adviser|officer)|per (?:iro|independent|personal)|busiest|least stretched|on average|an average of|in the \ue010|inherited|got|\bi (?:had|have|hold|held)\b|keeps? an eye)",
        forbids=r"foster mum|foster dad|one of only|i qualified|minutes|\bof three\b|sibling|father of|mother of|friends|foster|placements each|household|children placed|protection plans?|\bin care\b|health visitor|school nurse|\bpolice officers?\b|teachers?\b.{0,20}hold|\bfamily support workers?\b|\bheld (?:a|the) (?:meeting|event|inquest)|\bprobation\b|\bcourt\b.{0,10}\bcases\b.{0,20}\bheard",
        not_after=r"(?:social workers|teams?|managers|years?|days|weeks|months|newly|posts|new\b|areas|councils|authorities|visits|workers|agency|staff|times|hours|miles|of (?:the )?<n>|per cent|\(<p>\) (?:had|were)|(?:of )?(?:its|their|our) |reviews|(?:full-time )?independent reviewing|(?:mentors|carers|foster|households|homes|pupils|schools|beds|contacts|referrals|assessments|conferences|trained|permanent|personal|practitioners|inspectors|files|records|apprentices|councillors|members|unaccompanied|children'?s homes|children in need|children in care (?!each)|special|unallocated))",
    ),
    Spec(
        metric="social_workers_per_team",
        kind="N",
        triggers=("team", "unit", "pod", "in each"),
        frames=(
            r"<N> _{sw}[^;|.]{0,15}? (?:in|to|for|on|within|per) (?:(?:a|each|every|one|the) )?(?:team|unit|pod|squad|of them)\b",
            r"(?:teams?|units?|pods?)\b(?:[^;|.<!>]{0,30}?)(?:of|with|each with|each made up of|each has|has|have|having|made up of|comprising|comprise|comprises|consisting of|contain(?:s|ing)?|employing|staffed by|containing) (?:between |about |around )?<N> _{sw}",
            r"(?:each|every)(?: one| team| of them)? (?:with|has|have|having|made up of|comprising|comprises|containing|staffed by|employing|of|contains) <N> _{sw}",
            r"<n> _teams of <N> _(?:{sw}|workers|practitioners)",
            r"<n> teams of <N>(?= ?(?:\Z|[.,;]))",
            r"<N> _{sw} (?:in each|each|apiece|to a team|a team)\b",
            r"teams?,? (?:each )?with <N> (?:people |workers |members )?(?:in each|apiece|each)",
            r"teams? (?:[\w<a>' ]{0,25}? )?(?:of|made up of|comprise|comprising|consist of|have|has) <N> (?:workers|practitioners|of (?:us|them))",
            r"manager (?:has|looks after|supervises) <N> of us",
            r"each (?:one |team )?(?:has|with)[^;|.<!>]{0,30}? <N> _{sw}",
            r"<N> _{sw} and (?:a|one|their own) (?:team )?manager (?:in|to|per|for|on|make up|form|to a) (?:each|every|a)",
        ),
        not_before=r"total of\s*",
        forbids=r"football|netball|rugby",
        boost=0.4,
    ),
    Spec(
        metric="social_workers",
        kind="N",
        triggers=("social work",),
        frames=(
            r"(?:there (?:are|were|is|was)|has|have|had|employ(?:s|ed|ing)?|with|workforce of|a total of|total of|team of|establishment of|strength of|teams? with|and|contains|of|we have|number of|only|to|made up of|consists of|comprises|for|requires|needs?|the) <N> (?:(?:full-time[- ]equivalent|fte|full-time|frontline|front-line|permanent|qualified|children's|registered|case-holding|experienced|whole-time(?:-equivalent)?|and part-time) )*(?:social workers|children's social workers|social work posts|social work staff)(?! (?:have (?:been )?(?:recruit|left|join|appoint)|left|leaving|joined|recruited|who (?:left|joined)|from agencies|have left))",
            r"number of (?:[\w-]+ )*social workers(?: in post| employed| needed)?[^;|.]{0,60}? (?:is|was|to|at|of|stood at|stands at|now|reached|from|being|has risen to|has grown to|rose to|fell to) <N>" ,
            r"how many social workers[^;|]{0,160}? <N>(?=[.,\"' ]*\Z)",
            r"<N>(?::| -|,) (?:the )?(?:number|total) of (?:[\w-]+ )*social workers",
            r"<N> (?:full-time equivalent |fte )?social workers (?:are |were )?(?:in post|on the (?:payroll|books)|employed)",
            r"<N> social workers and <n> (?:managers|team managers)",
            r"<n> (?:team )?managers and <N> social workers",
            r"of (?:the |its |<a>'s |the \w+'s )<N> (?:[\w-]+ ){0,2}?social workers",
            r"{start}<N> (?:[\w-]+ ){0,2}?social workers(?= ?(?:\Z|[.,;]|in post))",
            r"(?:total|combined) of <N> (?:[\w-]+ ){0,2}?social workers",
            r"(?:headcount|establishment) of <N> (?:[\w-]+ )*social work",
            r"\| ?social workers(?: in post)?[^|]{0,30}\| <N>",
            r"{start}social workers(?: in post| employed)?[^|<]{0,30}\| <N>",
        ),
        subjects=(r"social workers in post",),
        forbids=r"ha(?:ving|d|ve) had|spoke(?:n)? (?:to|with)|\bmet\b|interview\w*|talked (?:to|with)|attended|\btold inspectors|took part|survey",
        not_before=r"(?:recruit\w*|hir\w+|appoint\w*|joined by|taken on|took on|lost|loss of|losing|another|extra|additional|new|more|further|train(?:ed|ing)?)\s*(?:of )?",
        not_after=r"(?:[\w-]+ ){0,3}social workers (?:in|over|within|since|during) (?:[\w-]+ ){1,2}(?:months|years|weeks|year|days)|(?:[\w-]+ ){0,3}(?:social workers|staff|posts) (?:(?:in|to|on|for|per) (?:a|each|every|one)(?: \w+)? (?:team|unit|pod)|in each|each\b|apiece|(?:have |has |had )?(?:left|joined|resigned|quit|been recruited|been appointed|were recruited|are from agencies)|vacan)",
    ),
    Spec(
        metric="team_managers",
        kind="N",
        triggers=("manager",),
        subjects=(r"number of (?:team |service |social work )?managers",),
        counted=(r"(?:team |service |social work |first-line |practice |assistant team )?managers\b(?! (?:have |has |had )?(?:left|quit|resigned|gone|moved|departed)| (?:posts|vacanc))",),
        forbids=r"ha(?:ving|d|ve) had|turnover of|different managers|spoke(?:n)? (?:to|with)|interview\w*|\bmet with\b|managers? (?:have |had )?left|left the|\bmanagers? (?:spoken|who spoke)|recruit\w* [^.]{0,20}managers|head ?teachers|\bproject managers|case ?loads? of managers",
        not_before=r"(?:last|past|first|another|extra|recruit\w*|appoint\w*|lost|new)\s*",
    ),
    Spec(
        metric="teams",
        kind="N",
        triggers=("teams",),
        frames=(r"teams (?:number|numbered|total|totalled) <N>",),
        counted=(r"(?:(?:children in need|child in need) |(?:early years?'?|children with disabilities|care leavers?'?) )?teams\b",),
        forbids=r"football|netball|rugby|cricket|league|quiz|sports? teams|teams (?:competed|entered|took part|visited by)|multi-academy|visited [^.]{0,30}teams",
        not_before=r"(?:(?<!organised )(?<!arranged )(?<!grouped )(?<!divided )(?<!split )(?<!, )in|at|from|seen in|spoke to|visited)\s*",
    ),
    Spec(
        metric="staff_recruited",
        kind="N",
        triggers=("recruit", "hire", "hiring", "appoint", "took on", "taken on", "new ", "extra", "additional", "creat", "joined", "posts", "starters", "brought in", "more ", "further", "sign", "joining"),
        frames=(
            rf"{_RECRUIT} (?:[\w' -]{{0,45}}? )?<N> _{_STAFF}",
            rf"<N> (?:extra|additional|new|more|further|newly[- ](?:qualified|recruited)|fresh) _{_STAFF}",
            rf"(?:extra|additional|further|another) <N> _{_STAFF}(?! (?:are|is) (?:needed|required|vacant))",
            rf"<N> _{_STAFF} (?:had |have |has |were |was )?(?:already |now |since |all )?(?:been )?(?:recruited|hired|appointed|joined|joining|taken on|started|starting|created|brought in|signed up|arrived|arriving)",
            rf"<N> (?:of (?:the |its |these )?<n> )?_posts? (?:have|had) (?:been )?(?:filled|recruited to)",
            rf"<N> _{_STAFF} (?:are to |is to |to |will |would |were to |should )?be (?:recruited|hired|appointed|taken on)",
            r"<N> (?:new |more |extra )?(?:recruits|starters|newcomers|appointees)\b",
            r"<N> more (?:will|are to|are due to|should|would) (?:follow|start|join|begin|arrive)",
            rf"<N> of (?:the |its |these )?<n> _posts? (?:created|funded|added|promised|advertised)",
            rf"<n> of (?:the |its |these )?<N> _posts? (?:created|funded|added|promised|advertised)",
            r"(?:recruited|hired|appointed|signed up|taken on|joined)[,:]? (?:a total of )?<N>(?= ?(?:[.,;)]|since|in|so far|this|last|over|during))",
            r"<N> (?:of (?:them|whom|these) )?(?:have )?(?:started|joined|been appointed|been recruited)\b",
        ),
        needs=r"sign(?:s|ed|ing)? up|joining|recruit|hir(?:e|ing)|appoint|took on|taken on|creat|joined|starter|new |extra|additional|brought|more |further|add|fund|signed|fill|attract|welcom|another|start|arriv|pay",
        forbids=r"foster carers? (?:have |had |were )?(?:been )?recruit|recruit\w* (?:[\w-]+ ){0,4}(?:foster|mentors|adopters|volunteers)|new (?:foster|homes?|houses|school|places)|police officers|volunteers|mentors|headteachers|apprentices|governors|\bnurses\b|would (?:need|have to)|lead inspector",
        not_after=r"(?:[\w-]+ ){0,2}young people|(?:[\w-]+ ){0,3}(?:foster|mentors|volunteers|adopters|carers|adoptive|homes|beds|places|teams|schools|children\b)",
    ),
    Spec(
        metric="permanent_staff_share",
        kind="P",
        triggers=("permanent", "payroll", "directly employed", "'s books"),
        frames=(
            r"permanent(?: [\w-]+){0,4}? (?:make|makes|made|making|account|accounts|accounted|accounting|fill|fills|filled|filling|occup\w+|cover|covers|covered|represent\w*|constitut\w*|hold|held|form|formed|compris\w+)(?: up| for)? (?:[\w ]{0,12})?<P>",
        ),
        near=(
            r"(?:own payroll|directly employed|permanently employed|on the (?:council|trust|authority)'s (?:own )?(?:payroll|books))",
            r"permanent(?:ly)?(?: [\w-]+){0,3}? ?(?:staff|workers?|social workers|employ\w+|workforce|contracts?|filled|basis|posts?|members|appointed|appointments|people|employees)?",
        ),
        forbids=r"permanen(?:ce|cy)|permanent exclu|permanently excluded|permanent (?:placement|home|famil|school)",
        boost=0.1,
    ),
    Spec(
        metric="agency_worker_rate",
        kind="P",
        triggers=("agenc", "locum", "temporary", "interim", "supply", "temps"),
        frames=(
            r"<P> (?:[\w' ,-]{0,60}? )?(?:are|were|is|was|being|come|came|comes|employed|supplied|filled|covered|held|work|working|staffed)(?: [\w-]+){0,4} (?:agency|agencies|an agency|locums?|temporary|interim|agency staff)",
            r"(?:agency|locum)(?: [\w-]+){0,4}? (?:make|made|making|account|accounts|accounted|accounting|fill|fills|filled|filling|occup\w+|cover|covers|covered|covering|represent\w*|constitut\w*|hold|held|form|formed|compris\w+)(?: up| for)? (?:[\w ]{0,12})?<P>",
        ),
        subjects=(
            r"(?:agency|locum)(?: (?:worker|staff|social worker|workforce|staffing|use|usage))?(?: (?:rates?|levels?|use|usage|share|proportion|workers?|staff|social workers))?",
            r"(?:use of|reliance on|dependence on|dependency on|proportion of|share of|percentage of) (?:agency|locum|temporary|interim)(?: [\w-]+){0,3}",
        ),
        near=(r"(?:agency|agencies|locums?|temps|temporary (?:staff|workers|social workers)|interim (?:staff|workers|social workers))\b(?! (?:bill|cost|spend))",),
        forbids=r"agency (?:bill|costs?|spend\w*|budget)|multi-?agency|agencies other|other agencies|partner agencies|agencies paying|employment agenc|interagency|adoption agenc|fostering agenc|average stay of <p>",
    ),
    Spec(
        metric="agency_workers",
        kind="N",
        triggers=("agency", "locum", "temporary", "interim", "agencies"),
        counted=(
            r"(?:{agency_adj}) (?:[\w-]+ ){0,3}(?:workers|staff|practitioners|posts|locums|managers|employees|professionals)",
            r"locums\b",
            r"(?:social )?workers (?:[\w-]+ ){0,3}(?:from|supplied by|employed through|through|provided by|via) (?:an |employment |staffing )?agenc",
            r"(?:posts|vacancies|positions|roles) (?:are |were |was |being |currently |being )*(?:covered|filled|held|occupied|plugged) by (?:agency|locum|temporary|interim)",
        ),
        frames=(
            r"(?:agency|locum|temporary|interim) (?:[\w-]+ ){0,3}?(?:cover\w*|fill\w*|occup\w+|held|hold|plug\w*) <N>",
            r"(?:number of|total of) (?:agency|locum) (?:[\w-]+ ){0,3}[^;|.]{0,40}? <N>(?= ?(?:\Z|[.,;:)]|in|at|on|by|from|to|last|this|compared|and))",
            r"<N> (?:of (?:them|whom|these|those|its [\w ]{3,20}|their [\w ]{3,20}|the [\w ]{3,20}) )?(?:are|were|being|of whom are) (?:[\w-]+ ){0,2}(?:agency|locums?|temporary staff|from agenc|supplied by agenc|employed (?:through|via) (?:an )?agenc)",
            r"<N> (?:were |are |being )?(?:covered|filled|held|occupied) by (?:[\w-]+ ){0,2}(?:agency|locum|temporary|interim)",
            r"of whom <N> (?:are|were) (?:agency|locum)",
            r"(?:by|with|on) <N> (?:agency|locum)",
            r"<N> of (?:them|those|these|whom) (?:[\w-]+ ){0,2}?(?:(?:came|come|were|are|was|is) )?(?:through|from|via|supplied by|with|on the books of) (?:an? |employment |staffing )*agenc",
            r"<N> (?:(?:came|come|were|are) )(?:through|from|via|supplied by) (?:an? |employment |staffing )*agenc",
        ),
        subjects=(r"(?:(?:agency|locum) (?:social )?(?:workers|staff)(?: in post| employed| numbers)?|locums)",),
        forbids=r"multi-?agency|offered <n> of them permanent|adoption agenc|fostering agenc|permanent contracts",
        not_before=r"(?:offered|convert\w+|persuad\w+)\s*",
        not_after=r"(?:of them permanent|social workers and|have (?:become|converted|moved)|years|days)",
    ),
    Spec(
        metric="vacancy_rate",
        kind="P",
        triggers=("vacan", "unfilled", "empty", "not filled", "yet to be filled", "without a permanent"),
        frames=(
            r"<P> (?:social worker |staff |staffing |worker |current )?vacanc(?:y|ies)(?: rate| level)?",
            r"for vacancies <P>",
            r"<P> for vacancies",
            rf"<P> (?:of )?(?:[\w' ,-]{{0,60}}? )?(?:{{posts}}|establishment|jobs)(?: [\w'<a>-]+){{0,9}}? {_EMPTY}",
            rf"{_EMPTY} (?:[\w' -]{{0,30}}? )?<P>",
        ),
        subjects=(r"(?:(?:social worker|social work|staff|staffing|average|current|overall|the|worker) )*vacanc(?:y|ies)(?: (?:rates?|levels?|factor))?(?: (?:for|among|of|across) [\w' -]{3,40}?)?",),
        forbids=r"covering vacancies|covered? [^.]{0,20}vacancies|foster|school places|placement vacanc|vacancies (?:are |were )?(?:covered|filled)",
    ),
    Spec(
        metric="turnover_rate",
        kind="P",
        triggers=("turnover", "left", "leav", "quit", "resign", "stay", "depart", "walked", "moved on", "churn", "notice"),
        frames=(
            rf"<P> (?:of )?(?:[\w' ,-]{{0,60}}? )?(?:{{sw}}|workforce|staff|workers|them|those|practitioners|starters|recruits|nqsws|colleagues)(?: [\w' -]{{0,30}}?)? (?:who )?(?:does |do |did |had |have |has |will )?{_LEAVING}",
            rf"<P> (?:had |have |has |who )?{_LEAVING}(?: \w+){{0,3}} (?:within|in|during|over|last|before|since|after|the (?:service|council|authority|organisation|trust)|every|each|their (?:posts|jobs))",
            r"(?:lost|losing|loses|lose) <P> of (?:[\w' ,-]{0,40}? )?(?:{sw}|workforce|staff|workers|them)",
            rf"<P> (?:of (?:[\w' -]{{0,40}} )?)?(?:had |have |has |who )?(?:left|quit|resigned|hand(?:ed|ing)? in (?:his|her|their) notice|walked (?:out|away))\b(?! (?:care|school|home|behind|without))",
            r"<P> for turnover",
            r"<P> (?:staff |social worker |annual )?turnover",
        ),
        subjects=(r"(?:(?:staff|social worker|social work|workforce|annual|the|annualised|rolling|worker) )*turnover(?: rates?| levels?)?(?: (?:for|among|of|across) [\w' -]{3,40}?)?",),
        needs=r"social work|staff|workforce|workers?\b|turnover|practitioner|nqsw|newly qualified|recruits|colleagues|\bthem\b",
        wide=True,
        forbids=r"turnover of (?:£|<m>)|care[- ]leavers? (?:who )?(?:leave|left)|left care|leav(?:e|ing) care|left school|left (?:behind|without|at risk)|foster carers",
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
            rf"<N> (?:remain|remained|are|were|is|was|stay|stood|stand|had been|have been|of (?:them|those|these) (?:are|were|remain)|posts)(?: [\w-]+){{0,3}}? (?:{_EMPTY}|vacancies)",
            rf"(?:{{posts}}|vacancies) (?:[\w' ,-]{{0,30}}? )?(?:vacant|unfilled|empty)(?:[\w' ,-]{{0,25}}?)(?: is| was| were| are| stood at| at| to|:) <N>",
            r"\b(?:carrying|carries|carried|has|had|have|with) <N> (?:[\w-]+ ){0,3}vacancies",
            r"(?:number of|total of) (?:[\w-]+ ){0,3}(?:vacancies|vacant posts|unfilled posts|empty posts|(?:vacant|unfilled|empty) [\w ]{3,25}(?:posts|jobs))[^;|.]{0,50}? <N>(?= ?(?:\Z|[.,;:)]|in|at|on|by|from|to|last|this|compared|and|a year))",
        ),
        subjects=(r"(?:social work(?:er)? |staff |unfilled )?(?:vacancies|vacant posts|unfilled posts|empty posts)",),
        forbids=r"foster|school places|empty (?:homes|beds|properties)|vacant (?:homes|beds|propert)|placement vacanc|governor vacanc|bed vacanc",
        not_before=r"(?:cover\w*|filled|filling|covering)\s*",
        not_after=r"of (?:the |its |these |those )(?:[\w-]+ ){0,2}vacancies|(?:[\w-]+ ){0,3}(?:agency|locum)",
    ),
)
