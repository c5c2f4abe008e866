"""How texts state what inspectors counted: cases, areas judged, reviews, notifications."""

from __future__ import annotations

from transforms.mentions.grammar.rules import Spec

_FILES = (
    r"(?:(?:individual |children's |closed |open |recent |different |complex |sample |referral |care "
    r"|child protection )*(?:cases|case files|case records|files|records|children's cases|children's "
    r"files|children's records|families' files|audits|case studies))"
)
_BAD = (
    r"(?:inadequate|failing|fail|poor|\"inadequate|not good enough|unsatisfactory|below standard|the "
    r"lowest (?:grade|rating|mark))"
)

SPECS: tuple[Spec, ...] = (
    Spec(
        metric="cases_inspected",
        kind="N",
        triggers=("case", "file", "records", "looked at", "read", "sampled", "examined", "tracked", "audit"),
        frames=(
            rf"{{looked_at}} (?:[\w' ]{{0,25}}? )?<N> (?:[\w'-]+ ){{0,3}}?{_FILES}",
            (
                r"{looked_at} (?:[\w' ]{0,20}? )?(?:files|records|cases|case files|case records|experiences)(?: "
                r"and plans)? (?:of|on|for|relating to|about|involving|concerning|belonging to) (?:a sample of "
                r")?<N> (?:[\w-]+ ){0,2}?(?:{child}|families|cases)"
            ),
            (
                r"of the <N> (?:[\w'-]+ ){0,2}?(?:cases|files|records) [^;|.<n>]{0,40}?(?:audited|looked at|"
                r"reviewed|sampled|examined|read)\b"
            ),
            r"(?:files|records|cases|experiences) of <N> (?:[\w-]+ ){0,2}?(?:{child}|families)",
            # "An audit of 40 missing children"
            r"\baudits? of (?:the )?<N> (?:[\w-]+ ){0,2}?(?:{child}|families)\b",
            rf"(?:sample|total) of <N> (?:[\w'-]+ ){{0,3}}?{_FILES}",
            (
                rf"<N> (?:[\w'-]+ ){{0,3}}?{_FILES} (?:(?:were|was|had been|have been|that were|which were|being) "
                rf")*(?:looked at|read|reviewed|examined|sampled|considered|scrutinised|tracked|audited|checked|"
                rf"seen|inspected|dip[- ]sampled|evaluated)"
            ),
            rf"(?:pulled|picked|drew|took|called for) (?:out )?<N> (?:[\w'-]+ ){{0,2}}?{_FILES}",
            (
                r"(?:files|records|cases)[^;|.<!>]{0,40}? <N> (?:were|was|had been|have been) (?:audited|sampled|"
                r"checked|looked at|read|examined|reviewed)"
            ),
            r"{looked_at} (?:at )?<N>(?= ?(?:\Z|[.,;:)]))",
            (
                r"<N> (?:{child}|families) whose (?:files|cases|records) (?:were|they) (?:looked at|read|"
                r"reviewed|examined|sampled|checked)?"
            ),
        ),
        wide=True,
        needs=r"inspect|ofsted|visit|audit|commissioner|peer|reviewers?|improvement adviser|dip[- ]sampl|sampl|they",
        not_before=r"\bin (?:about |all |the )?",
        forbids=(
            r"mash (?:receives|looked)|complaints? (?:were )?(?:looked|reviewed)|each (?:social )?worker|"
            r"responsible for|court cases"
        ),
        not_after=(
            r"(?:[\w-]+ ){0,2}(?:social workers|reports|pages|days|years|cvs|foster|homes|complaints|cases "
            r"(?:each|per|apiece))"
        ),
        boost=0.4,
    ),
    Spec(
        metric="areas_judged_inadequate",
        kind="N",
        triggers=("area", "categories", "judgement", "strands", "headings", "aspects", "inadequate"),
        frames=(
            (
                rf"<N> (?:out )?of (?:the |its |all )?<n> (?:[\w' -]{{0,60}}? )?(?:areas?|categories|judgements|"
                rf"aspects|strands|headings|measures|criteria|services)?[^;|.<!>]{{0,60}}?{_BAD}"
            ),
            (
                rf"of (?:the |its |all )?<n> (?:areas|categories|judgements|aspects|strands|headings|criteria)[^;|"
                rf".]{{0,70}}? <N> (?:were|was|are|is|had been) (?:(?:judged|rated|graded|deemed|found|to be) "
                rf")*{_BAD}"
            ),
            rf"{_BAD}\"? (?:in|for|on|against) <N> (?:out )?of (?:the |its )?<n>",
            (
                r"fail(?:s|ed|ing|ings)? (?:in|on) <N> (?:out )?of (?:the |its )?<n> (?:areas|categories|"
                r"judgements|aspects|headings)"
            ),
            (
                rf"<N> (?:[\w-]+ ){{0,2}}?(?:areas|categories|judgements|aspects|strands|headings)(?: of (?:the|"
                rf"its) (?:work|service|services))? (?:(?:were|was|being|had been|to be|judged|rated|graded|"
                rf"deemed|found|as) )*{_BAD}"
            ),
            (
                rf"(?:judged|rated|graded|found|declared) <N> (?:(?:out )?of (?:the |its )?<n> )?(?:[\w' "
                rf"-]{{0,40}}? )?(?:areas|categories|judgements|aspects|headings)?[^;|.<!>]{{0,40}}?{_BAD}"
            ),
        ),
        needs=r"area|categor|judgement|aspect|strand|heading",
        wide=True,
        forbids=r"children's homes|schools|indicators",
        not_before=r"\bof (?:the |its |all )*",
        boost=0.5,
    ),
    Spec(
        metric="areas_judged",
        kind="N",
        triggers=("area", "categories", "judgement", "strands", "headings", "aspects"),
        frames=(
            (
                r"<n> (?:out )?of (?:the |its |all )?<N> (?:[\w' -]{0,60}? )?(?:areas?|categories|judgements|"
                r"aspects|strands|headings|criteria)[^;|.]{0,80}?(?:inadequate|judged|rated|graded|failing|"
                r"good|require)"
            ),
            (
                r"fail(?:s|ed|ing|ings)? (?:in|on) <n> (?:out )?of (?:the |its )?<N> (?:areas|categories|"
                r"judgements|aspects|headings)"
            ),
            (
                r"of (?:the |its |all )?<N> (?:areas|categories|judgements|aspects|strands|headings|criteria)[^;|"
                r".]{0,70}? <n> (?:were|was|are|is|had been) "
            ),
            (
                r"(?:judged|rated|graded|scored|marked|assessed|inadequate\"?|grades|good\"?)[^;|.]{0,60}? <n> "
                r"(?:out )?of (?:the |its |all )?<N>(?: [\w' -]{0,40}?)?(?: (?:areas|categories|judgements|"
                r"aspects|headings|criteria))"
            ),
            (
                r"(?:graded|rated|judged|marked|inspected) <N> (?:aspects|areas|categories|headings)\b(?! (?:as |"
                r"to be )?\"?(?:inadequate|good|outstanding))"
            ),
            r"(?:each|all|none|both|any) of the <N> (?:areas|categories|headings|aspects|judgements)",
            (
                r"(?:judged|rated|graded|assessed|inspected|marked) (?:the (?:council|service|authority) )?(?:on|"
                r"in|across|against|under) <N> (?:[\w-]+ ){0,2}?(?:areas|categories|headings|judgements)"
            ),
            (
                r"<N> (?:[\w-]+ ){0,2}?(?:areas|categories|headings|judgements)(?: of (?:the|its) (?:work|"
                r"service|services))? (?:were |was |that were )?(?:judged|rated|graded|inspected|assessed)(?! "
                r"(?:to be |as )?\"?(?:inadequate|good|outstanding))"
            ),
        ),
        needs=r"area|categor|judgement|aspect|strand|heading",
        wide=True,
        # "Each of the three areas in the authority provides": parts of its territory
        forbids=(
            r"children's homes|schools|indicators|priority area|areas (?:in|of|within|across) (?:the )?"
            r"(?:authority|county|city|borough|local authority|district|town)"
        ),
        boost=0.5,
    ),
    Spec(
        metric="serious_case_reviews",
        kind="N",
        triggers=("serious case review", "scr", "practice review", "ongoing", "underway", "under way", "in progress"),
        frames=(
            r"<N> (?:[\w-]+ ){0,2}?(?:serious case reviews?|scrs?\b|(?:local )?child safeguarding practice reviews?)",
            (
                r"<N> (?:more )?(?:(?:of (?:them|these|which) )?(?:were|was|are|is|remain) )(?:ongoing|under "
                r"?way|in progress|still running|yet to be published)"
            ),
            r"(?:a further|another) <N> (?:still )?(?:ongoing|under ?way|in progress)",
            (
                r"(?:serious case reviews?|scrs?)[^;|.<!>]{0,40}? (?:is|are|was|were|to|stood at|of|:) <N>(?= "
                r"?(?:\Z|[.,;:)]|in|since|and))"
            ),
        ),
        needs=r"serious case review|\bscrs?\b|practice review",
        wide=True,
        forbids=r"recommendations|findings|after (?:a|the) serious case review|actions",
        boost=0.3,
    ),
    Spec(
        metric="serious_incident_notifications",
        kind="N",
        triggers=("serious incident", "notification"),
        frames=(
            (
                r"<N> (?:[\w-]+ ){0,2}?(?:serious[- ]incident(?: notification)?s?|notifications? (?:of|about) "
                r"serious incidents?|serious incidents? (?:were |was |had been |have been )?(?:notified|"
                r"reported)|notifications? (?:to ofsted|of serious))"
            ),
            r"(?:notified|told|alerted|informed) ofsted (?:of|about) <N> (?:serious )?incidents?",
            (
                r"serious incident notifications[^;|.<!>]{0,40}? (?:is|are|was|were|to|stood at|of|:) <N>(?= "
                r"?(?:\Z|[.,;:)]|in|since|and))"
            ),
        ),
        not_before=r"(?:saw|witnessed|observed|attended)\s*",  # "Inspectors saw two serious incidents in one day"
        boost=0.3,
    ),
)
