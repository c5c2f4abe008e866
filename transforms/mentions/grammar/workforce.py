"""How texts state the workforce: posts, recruits, agency staff, vacancies, turnover."""

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
_RECRUIT = (
    r"(?:sign(?:s|ed|ing)? up|recruit(?:s|ed|ing)?|hir(?:e|es|ed|ing)|appoint(?:s|ed|ing)?|tak(?:en|"
    r"ing|e) on|took on|br(?:ought|inging) in|creat(?:e|es|ed|ing)|"
    r"attract(?:s|ed|ing)?|welcom(?:e|es|ed|ing)|signed up|add(?:s|ed|ing)|fund(?:s|ed|ing)?|"
    r"recruitment of|appointment of|creation of|pay(?:s|ing)? for|paid for|arrival of)"
)
_STAFF = (
    r"(?:{sw}|(?:social )?workers|staff(?: members)?|practitioners|posts|recruits|people|employees|"
    r"starters|professionals|members of staff|"
    r"nqsws|newly[- ]qualified|graduates|managers|advanced practitioners|overseas social workers)"
)

SPECS: tuple[Spec, ...] = (
    Spec(
        metric="social_workers",
        kind="N",
        triggers=("social work",),
        frames=(
            (
                r"(?:there (?:are|were|is|was)|has|have|had|employ(?:s|ed|ing)?|with|workforce of|a total of|"
                r"total of|team of|establishment of|strength of|teams? with|and|contains|of|we have|number of|"
                r"only|to|made up of|consists of|comprises|for|requires|needs?|the) <N> (?:(?:full-time[- "
                r"]equivalent|fte|full-time|frontline|front-line|permanent|qualified|children's|registered|"
                r"case-holding|experienced|whole-time(?:-equivalent)?|and part-time) )*(?:social workers|"
                r"children's social workers|social work posts|social work staff)(?! (?:have (?:been )?(?:recruit|"
                r"left|join|appoint)|left|leaving|joined|joining|starting|recruited|who (?:left|joined)|from "
                r"agencies|have left))"
            ),
            (
                r"number of (?:[\w-]+ )*social workers(?: in post| employed| needed)?[^;|.]{0,60}? (?:is|was|to|"
                r"at|of|stood at|stands at|now|reached|from|being|has risen to|has grown to|rose to|fell to) <N>"
            ),
            r"how many social workers[^;|]{0,160}? <N>(?=[.,\"' ]*\Z)",
            r"<N>(?::| -|,) (?:the )?(?:number|total) of (?:[\w-]+ )*social workers",
            (
                r"<N> (?:full-time equivalent |fte )?social workers (?:are |were )?(?:in post|on the (?:payroll|"
                r"books)|employed)"
            ),
            r"<N> social workers and <n> (?:managers|team managers)",
            r"<n> (?:team )?managers and <N> social workers",
            r"of (?:the |its |our |their |(?:the )?<a>'s |the \w+'s )<N> (?:[\w-]+ ){0,2}?social workers",
            r"{start}<N> (?:[\w-]+ ){0,2}?social workers(?= ?(?:\Z|[.,;]|in post))",
            r"(?:total|combined) of <N> (?:[\w-]+ ){0,2}?social workers",
            r"(?:headcount|establishment) of <N> (?:[\w-]+ )*social work",
            r"\| ?social workers(?: in post)?[^|]{0,30}\| <N>",
            r"{start}social workers(?: in post| employed)?[^|<!>]{0,30}\| <N>",
        ),
        subjects=(r"social workers in post",),
        forbids=(
            r"adult social (?:care|work)|at the (?:meeting|event|conference)|"
            r"ha(?:ving|d|ve) had|'d had|spoke(?:n)? (?:to|with)|\bmet\b|interview\w*|talked (?:to|with)|attended|"
            r"\btold inspectors|took part|survey"
        ),
        not_before=(
            r"(?:(?:child(?:ren)?|young people|famil(?:y|ies))(?: (?:has|have|had))+|short of|lacks?|lacking|"
            r"recruit\w*|hir\w+|appoint\w*|joined by|taken on|took on|lost|loss of|losing|another|extra|"
            r"additional|new|more|further|train(?:ed|ing)?)\s*(?:of )?"
        ),
        not_after=(
            r"(?:[\w-]+ ){0,3}social workers (?:in|over|within|since|during) (?:[\w-]+ ){1,2}(?:months|years|"
            r"weeks|year|days)|(?:[\w-]+ ){0,3}(?:social workers|staff|posts) (?:(?:in|to|on|for|per) (?:a|"
            r"each|every|one)(?: \w+)? (?:team|unit|pod)|in each|each\b|apiece|(?:have |has |had )?(?:left|"
            r"joined|resigned|quit|been recruited|been appointed|were recruited|are from agencies)|vacan)"
        ),
    ),
    Spec(
        metric="staff_recruited",
        kind="N",
        triggers=(
            "recruit",
            "hire",
            "hiring",
            "appoint",
            "took on",
            "taken on",
            "new ",
            "extra",
            "additional",
            "creat",
            "joined",
            "posts",
            "starters",
            "brought in",
            "more ",
            "further",
            "sign",
            "joining",
        ),
        frames=(
            rf"{_RECRUIT} (?:[\w' -]{{0,45}}? )?<N> _{_STAFF}",
            rf"<N> (?:extra|additional|new|more|further|newly[- ](?:qualified|recruited)|fresh) _{_STAFF}",
            rf"(?:extra|additional|further|another) <N> _{_STAFF}(?! (?:are|is) (?:needed|required|vacant))",
            (
                rf"<N> _{_STAFF} (?:had |have |has |were |was )?(?:already |now |since |all )?(?:been "
                rf")?(?:recruited|hired|appointed|joined|joining|taken on|started|starting|created|brought in|"
                rf"signed up|arrived|arriving)"
            ),
            r"<N> (?:of (?:the |its |these )?<n> )?_posts? (?:have|had) (?:been )?(?:filled|recruited to)",
            (
                rf"<N> _{_STAFF} (?:are to |is to |to |will |would |were to |should )?be (?:recruited|hired|"
                rf"appointed|taken on)"
            ),
            r"<N> (?:new |more |extra )?(?:recruits|starters|newcomers|appointees)\b",
            r"<N> more (?:will|are to|are due to|should|would) (?:follow|start|join|begin|arrive)",
            r"<N> of (?:the |its |these )?<n> _posts? (?:created|funded|added|promised|advertised)",
            r"<n> of (?:the |its |these )?<N> _posts? (?:created|funded|added|promised|advertised)",
            (
                r"(?:recruited|hired|appointed|signed up|taken on|joined)[,:]? (?:a total of )?<N>(?= ?(?:[.,;)]|"
                r"since|in|so far|this|last|over|during))"
            ),
            r"<N> (?:of (?:them|whom|these) )?(?:have )?(?:started|joined|been appointed|been recruited)\b",
        ),
        needs=(
            r"sign(?:s|ed|ing)? up|joining|recruit|hir(?:e|ing)|appoint|took on|taken on|creat|joined|"
            r"starter|new |extra|additional|brought|more |further|add|fund|signed|fill|attract|welcom|"
            r"another|start|arriv|pay"
        ),
        forbids=(
            r"foster carers? (?:have |had |were )?(?:been )?recruit|recruit\w* (?:[\w-]+ ){0,4}(?:foster|"
            r"mentors|adopters|volunteers)|new (?:foster|homes?|houses|school|places)|police officers|"
            r"volunteers|mentors|headteachers|apprentices|governors|\bnurses\b|would (?:need|have to)|lead "
            r"inspector"
        ),
        not_after=(
            r"(?:[\w-]+ ){0,2}young people|(?:[\w-]+ ){0,3}(?:foster|mentors|volunteers|adopters|carers|"
            r"adoptive|homes|beds|places|teams|schools|children\b)|(?:more|fewer) (?:[\w-]+ ){1,4}than\b"
        ),
    ),
    Spec(
        metric="permanent_staff_share",
        kind="P",
        triggers=("permanent", "payroll", "directly employed", "'s books"),
        frames=(
            (
                r"permanent(?: [\w-]+){0,4}? (?:make|makes|made|making|account|accounts|accounted|accounting|"
                r"fill|fills|filled|filling|occup\w+|cover|covers|covered|represent\w*|constitut\w*|hold|held|"
                r"form|formed|compris\w+)(?: up| for)? (?:[\w ]{0,12})?<P>"
            ),
        ),
        near=(
            (
                r"(?:own payroll|directly employed|permanently employed|on the (?:council|trust|authority)'s "
                r"(?:own )?(?:payroll|books))"
            ),
            (
                r"permanent(?:ly)?(?: [\w-]+){0,3}? ?(?:staff|workers?|social workers|employ\w+|workforce|"
                r"contracts?|filled|basis|posts?|members|appointed|appointments|people|employees)?"
            ),
        ),
        forbids=r"permanen(?:ce|cy)|permanent exclu|permanently excluded|permanent (?:placement|home|famil|school)",
        boost=0.1,
    ),
    Spec(
        metric="agency_worker_rate",
        kind="P",
        triggers=("agenc", "locum", "temporary", "interim", "supply", "temps"),
        frames=(
            (
                r"<P> (?:[\w' ,-]{0,60}? )?(?:are|were|is|was|being|come|came|comes|employed|supplied|filled|"
                r"covered|held|work|working|staffed)(?: [\w-]+){0,4} (?:agency|agencies|an agency|locums?|"
                r"temporary|interim|agency staff)"
            ),
            (
                r"(?:agency|locum)(?: [\w-]+){0,4}? (?:make|made|making|account|accounts|accounted|accounting|"
                r"fill|fills|filled|filling|occup\w+|cover|covers|covered|covering|represent\w*|constitut\w*|"
                r"hold|held|form|formed|compris\w+)(?: up| for)? (?:[\w ]{0,12})?<P>"
            ),
        ),
        subjects=(
            (
                r"(?:agency|locum)(?: (?:worker|staff|social worker|workforce|staffing|use|usage))?(?: (?:rates?|"
                r"levels?|use|usage|share|proportion|workers?|staff|social workers))?"
            ),
            (
                r"(?:use of|reliance on|dependence on|dependency on|proportion of|share of|percentage of) "
                r"(?:agency|locum|temporary|interim)(?: [\w-]+){0,3}"
            ),
        ),
        near=(
            (
                r"(?:agency|(?:from|through|via|by|to|with) (?:\w+ )?agencies|locums?|temps|temporary (?:staff|"
                r"workers|social workers)|interim (?:staff|"
                r"workers|social workers))\b(?! (?:bill|cost|spend))"
            ),
        ),
        forbids=(
            r"agency (?:bill|costs?|spend\w*|budget)|multi-?agency|agencies other|other agencies|partner "
            r"agencies|agencies paying|employment agenc|interagency|adoption agenc|fostering agenc|average "
            r"stay of <p>"
        ),
    ),
    Spec(
        metric="agency_workers",
        kind="N",
        triggers=("agency", "locum", "temporary", "interim", "agencies"),
        counted=(
            (
                r"(?:{agency_adj}) (?:[\w-]+ ){0,3}(?:workers|staff|practitioners|posts|locums|managers|"
                r"employees|professionals)"
            ),
            r"locums\b",
            (
                r"(?:social )?workers (?:[\w-]+ ){0,3}(?:from|supplied by|employed through|through|provided by|"
                r"via) (?:an |employment |staffing )?agenc"
            ),
            (
                r"(?:posts|vacancies|positions|roles) (?:are |were |was |being |currently |being )*(?:covered|"
                r"filled|held|occupied|plugged) by (?:agency|locum|temporary|interim)"
            ),
        ),
        frames=(
            r"(?:agency|locum|temporary|interim) (?:[\w-]+ ){0,3}?(?:cover\w*|fill\w*|occup\w+|held|hold|plug\w*) <N>",
            (
                r"(?:number of|total of) (?:agency|locum) (?:[\w-]+ ){0,3}[^;|.]{0,40}? <N>(?= ?(?:\Z|[.,;:)]|in|"
                r"at|on|by|from|to|last|this|compared|and))"
            ),
            (
                r"<N> (?:of (?:them|whom|these|those|its [\w ]{3,20}|their [\w ]{3,20}|the [\w ]{3,20}) )?(?:are|"
                r"were|being|of whom are) (?:[\w-]+ ){0,2}(?:agency|locums?|temporary staff|from agenc|supplied "
                r"by agenc|employed (?:through|via) (?:an )?agenc)"
            ),
            (
                r"<N> (?:of (?:them|these|those|which|whom) )?(?:were |are |being )?(?:covered|filled|held|"
                r"occupied) by (?:[\w-]+ ){0,2}(?:agency|locum|"
                r"temporary|interim)"
            ),
            r"of whom <N> (?:are|were) (?:agency|locum)",
            (
                r"<N> of (?:the|its|our|their|<a>'s)[\w' -]{0,30}? <n> (?:[\w'-]+ ){0,3}?(?:{sw}|staff|workers|"
                r"practitioners|"
                r"posts) (?:are|were|was|is|being)(?: [\w-]+){0,3} (?:agency|locums?|temporary|temps|interim)"
            ),
            r"(?:by|with|on) <N> (?:agency|locum)",
            (
                r"<N> of (?:them|those|these|whom) (?:[\w-]+ ){0,2}?(?:(?:came|come|were|are|was|is) "
                r")?(?:through|from|via|supplied by|with|on the books of) (?:an? |employment |staffing )*agenc"
            ),
            r"<N> (?:(?:came|come|were|are) )(?:through|from|via|supplied by) (?:an? |employment |staffing )*agenc",
        ),
        subjects=(r"(?:(?:agency|locum) (?:social )?(?:workers|staff)(?: in post| employed| numbers)?|locums)",),
        forbids=r"multi-?agency|offered <n> of them permanent|adoption agenc|fostering agenc|permanent contracts",
        not_before=r"(?:offered|convert\w+|persuad\w+)\s*",
        not_after=(
            r"(?:of them permanent|social workers and|(?:have |has )?(?:become|becoming|became|converted|"
            r"moved)|years|days)"
        ),
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
