"""How texts state the workforce: social workers in post, and those who are recruited."""

from __future__ import annotations

from transforms.mentions.grammar.rules import Spec

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
            r"(?:(?:spoke|talked|listened) (?:to|with) [^;.]{0,30} and|(?:child(?:ren)?|young people|"
            r"famil(?:y|ies))(?: (?:has|have|had))+|short of|lacks?|lacking|"
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
            "started",
            "taken on",
            "arriv",
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
            r"foster carers? (?:have |had |were )?(?:been )?recruit|\badopters\b|recruit\w* (?:[\w-]+ ){0,4}(?:foster|"
            r"mentors|adopters|volunteers)|new (?:foster|homes?|houses|school|places)|police officers|"
            r"volunteers|mentors|headteachers|apprentices|governors|\bnurses\b|would (?:need|have to)|lead "
            r"inspector"
        ),
        not_after=(
            r"(?:[\w-]+ ){0,2}young people|(?:[\w-]+ ){0,3}(?:foster|mentors|volunteers|adopters|carers|"
            r"adoptive|homes|beds|places|teams|schools|children\b)|(?:more|fewer) (?:[\w-]+ ){1,4}than\b"
        ),
    ),
)
