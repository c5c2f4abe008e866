"""How texts state work done on time, and the outcomes of children in care and care leavers."""

from __future__ import annotations

from transforms.mentions.grammar.rules import Spec

_LATE = r"{late}"
_REVIEWS = (
    r"(?:(?:(?:looked[- ]after|child protection|statutory|care|cla|lac|children's|independent|iro|"
    r"{cla}(?:'s|')?|review|of|for) )*reviews?(?! (?:of|by) (?:the )?(?:service|council|action))|"
    r"review (?:child protection )?conferences?|case reviews|review meetings)"
)
_VISITS = r"(?:statutory visits?|visits?|visited|(?:were|been|being|was|are) seen|visiting)"
_EET = (
    r"(?:(?:in |into )?(?:education,? (?:or |and )?(?:employment|training|work)(?:,? (?:or|and) "
    r"(?:training|employment|work|education))?|(?:employment|training|work|study),? (?:education|"
    r"training|employment|study)(?:,? (?:or|and) (?:training|education|employment|work))?|"
    r"education,? training (?:or|and) (?:employment|work)|education, work or training|(?:work|jobs?|"
    r"employment),? (?:training|education|study) or (?:education|training|study)|(?:in )?work or "
    r"(?:study|education|training)|(?:working|studying|training|learning),? (?:studying|training|"
    r"working|learning|or in training)?,? ?(?:or|and) (?:training|studying|working|learning|in work|"
    r"in (?:a )?jobs?|in employment|in education|"
    r"in training)|(?<![a-z])eet\b|(?:ha(?:s|ve|d)|with) (?:a )?(?:job|work|place at college|college "
    r"place)[\w ,]{0,40}(?:course|training|apprenticeship|college|education|study)|in education, "
    r"employment and training))"
)
_NEET = (
    rf"(?:neets?\b|(?:not|n't|without|out of|outside|neither|nor|no longer|no)(?: currently| yet)? "
    rf"(?:engaged )?(?:in |into )?(?:any )?(?:form of )?(?:{_EET}|education|work))"
)
_SUITABLE = (
    r"(?:(?:suitable|appropriate|good-quality) (?:accommodation|housing|homes?|places? to live)|"
    r"suitably (?:housed|accommodated)|(?:homes?|housing|places) (?:deemed|judged|considered|"
    r"thought) suitable|accommodation (?:that is |which is |was |is |deemed |judged |considered |"
    r"assessed as )*suitable|somewhere suitable)"
)
_TOUCH = (
    r"(?:contact (?:was|is|has been|had been) (?:being )?(?:maintained|kept|made) with|(?:in|"
    r"keep(?:s|ing)?|kept|stay(?:s|ed|ing)?|remain(?:s|ed)?)(?: \w+)? (?:regular )?(?:touch|contact) "
    r"with|in touch|contact with (?:its|their|our) care[- ]leavers|in (?:regular )?contact with)"
)
_PLACEMENTS = (
    r"(?:(?:three|3) (?:or more|\+|plus|or over) (?:different )?(?:placements?|placement moves|moves|"
    r"homes|places|addresses|changes of placement|foster homes)|(?:three|3) or more (?:times|"
    r"placement)|(?:moved|moving|move|moves|changed|changing) (?:home |house |placements? )?(?:at "
    r"least )?(?:three|3)(?: times)?(?: or more)?(?: times)?|(?:at least|more than) (?:three|two) "
    r"(?:placements|moves|homes|placement moves|different homes)|(?<!long-term )(?<!long term "
    r")placement stability|short-term "
    r"(?:placement )?stability|(?:three|3)-plus placements|3\+ placements|(?:three|3)\+ "
    r"(?:placements|moves))"
)
_PEP = r"(?:personal education plans?|\bpeps?\b|education plans?)"
_HEALTH = (
    r"(?:(?:initial |review |annual |statutory |up-to-date |yearly )*health (?:assessments?|checks?|"
    r"reviews?)|ihas?\b|rhas?\b|medicals?\b)"
)
_INTERVIEW = (
    r"(?:(?:independent )?return(?:[- ]home)? (?:interviews?|conversations?|discussions?)|"
    r"return-from-missing interviews|interviews? (?:on|after) (?:their )?return|rhis?\b)"
)

SPECS: tuple[Spec, ...] = (
    Spec(
        metric="initial_assessments_timely_share",
        kind="P",
        triggers=("initial assessment", "initial ones"),
        near=(r"initial (?:assessments?|ones)",),
        needs=r"{ontime}|within|inside|complet|timel|finish|done|made|deadline",
        forbids=r"health|quality of initial|judged|audited",
        boost=0.5,
    ),
    Spec(
        metric="core_assessments_timely_share",
        kind="P",
        triggers=("core assessment", "core ones"),
        near=(r"(?:core assessments?|core ones)",),
        needs=r"{ontime}|within|inside|complet|timel|finish|done|made|deadline|on time",
        forbids=r"health|quality of core|judged|audited",
        boost=0.5,
    ),
    Spec(
        metric="assessments_timely_share",
        kind="P",
        triggers=("assessment", "assessed"),
        near=(
            r"(?<!health )(?<!risk )(?<!needs )(?<!initial )(?<!core )(?<!health-)\bassessments?\b",
            r"of them (?:within|on time|inside|in under)",
            r"assessed within",
        ),
        needs=r"{ontime}|within|inside|deadline|timel|on time|45",
        forbids=(
            r"health assess|{HEALTH}|initial assessments? (?:were|was|are|made)|core assessments? (?:were|"
            r"was|are)|strategy|fostering|adopt|kinship|connected person|risk assessments|age assessments|"
            r"initial health|section 47[^;|,]{0,40}<p>|<p>[^;|,]{0,40}section 47|pathway"
        ).replace("{HEALTH}", _HEALTH),
        # "assessments of … prospective adopters. … two fifths of assessments were completed within six months"
        unless=(
            r"prospective (?:adopters|foster carers)|assessments? of (?:[\w-]+ ){0,3}(?:adopters|foster carers|"
            r"connected persons)"
        ),
    ),
    Spec(
        metric="icpc_timely_share",
        kind="P",
        triggers=("conference", "icpc"),
        near=(
            (
                r"(?:(?:initial|first) (?:child protection )?(?:case )?conferences?|icpcs?\b|child protection "
                r"conferences?|initial conferences?|\bconferences? (?:were|was|being|are|is|had been) "
                r"(?:convened|held|called)|(?:hold|held|holding|conven\w+) (?:an? |the )?(?:initial "
                r")?conferences?|(?:such|these|those) conferences)"
            ),
        ),
        needs=r"{ontime}|within|inside|held|timel|15|fifteen|deadline|on time",
        forbids=r"attend|quorate|of reviews?\b|review conference|participat|reports? (?:were |was )?shared|parents",
        boost=0.5,
    ),
    Spec(
        metric="reviews_timely_share",
        kind="P",
        triggers=("review",),
        near=(_REVIEWS,),
        needs=r"{ontime}|within|timel|on time|held|deadline|timescale|schedule|due",
        forbids=(
            r"health|serious case|peer review|foster carers?(?:'| )? ?(?:annual )?reviews?|annual reviews?|"
            r"reviewed their|case review|review of|reviewing officers? (?:saw|spoke)|attend|particip|took "
            r"part|contribut|\bviews\b|chaired|spending review|pathway plans? (?:were |was )?review|return|"
            r"pep reviews"
        ),
        not_after=r"(?:of [\w' ]{0,40})?(?:reviews? )?(?:were |was |are )?(?:late|overdue|not held|out of time|missed)",
    ),
    Spec(
        metric="visits_timely_share",
        kind="P",
        triggers=("visit", "seen"),
        near=(_VISITS,),
        needs=(
            r"{ontime}|within|timel|on time|required|statutory visits?|in accordance|standard|schedule|when "
            r"they should|as often as|frequency|every (?:\w+ )?(?:days|weeks)|deadline|due"
        ),
        forbids=(
            r"health visitor|monitoring visit|inspectors? visit|visit(?:ed|s)? by inspectors|ofsted(?:'s)? "
            r"(?:\w+ ){0,2}visit|focused visit|return interview|visitors|contact visits|dent"
        ),
        not_after=r"(?:of [\w' ]{0,40})?(?:visits? )?(?:were |was |are )?(?:late|overdue|not made|missed)",
        unless=r"private(?:ly)? foster(?!.*\bstatutory visits)",
    ),
    Spec(
        metric="health_assessments_timely_share",
        kind="P",
        triggers=("health", "medical", "iha", "rha"),
        near=(_HEALTH, r"up[- ]to[- ]date assessments?"),
        needs=r"health|medical",
        wide=True,
        forbids=(
            r"dental|dentist|immunis|mental health assess|strengths and difficulties|developmental checks|"
            r"health check carried|social work health check"
        ),
        boost=0.4,
    ),
    Spec(
        metric="return_home_interviews_share",
        kind="P",
        triggers=("interview", "return conversation", "return discussion", "return-home", "rhi"),
        near=(
            _INTERVIEW,
            r"(?:offered|had|given|received|accepted) (?:an?|one)? ?(?:independent )?(?:return )?interviews?",
            r"interviewed (?:on|after|upon|following|within|when|about) ",
            r"offered (?:one|(?:the|a) chance|the opportunity)\b",
        ),
        needs=r"return|missing",
        forbids=r"job interview|exit interview",
        boost=0.4,
    ),
    Spec(
        metric="supervision_share",
        kind="P",
        triggers=("supervis",),
        near=(r"(?:supervision(?: sessions| records| meetings)?|supervised|supervisions)",),
        forbids=(
            r"supervision orders?|supervised contact|supervising social workers?|supervision of (?:the "
            r")?(?:child|contact)|supervised (?:access|by police)"
        ),
        boost=0.3,
    ),
    Spec(
        metric="personal_education_plans_share",
        kind="P",
        triggers=("education plan", "pep"),
        near=(_PEP,),
        forbids=(
            r"(?:good|high)[- ]quality|health and care plan|ehc|health care plan|judged|rated|insufficiently "
            r"detailed"
        ),
        boost=0.4,
    ),
    Spec(
        metric="placement_stability_share",
        kind="P",
        triggers=("three", "placement", "3 or more", "3+", "moved", "stability", "at least", "moves"),
        near=(_PLACEMENTS,),
        forbids=(
            r"continuous placement|same placement|for (?:more than|over|at least) two years|long-term "
            r"stability|social workers? (?:three|in)|three or more social workers|changes of social worker"
        ),
        boost=0.3,
    ),
    Spec(
        metric="care_leavers_in_touch_share",
        kind="P",
        triggers=("touch", "contact"),
        near=(_TOUCH,),
        needs=r"leaver|left care|young people|\bthem\b|leaving care|young adults|those|adviser",
        wide=True,
        forbids=(
            r"not in touch|out of touch|lost (?:touch|contact)|no contact|contact with (?:their )?(?:birth "
            r")?(?:famil|parents|siblings)|contacts? with the (?:front door|mash)|not in contact|lost track|"
            r"pathway plan"
        ),
        boost=0.3,
    ),
    Spec(
        metric="care_leavers_neet_share",
        kind="P",
        triggers=(
            "neet",
            "not in",
            "not been",
            "n't in",
            "without",
            "out of work",
            "neither",
            "were not",
            "are not",
            "was not",
            "no education",
            "outside education",
            "not engaged",
            "nor",
        ),
        frames=(
            r"<P> (?:are|were|is|was) not(?= ?(?:\Z|[.,;:()]|and|in education|in employment|in training))",
            (
                r"<P> (?:[\w' ,()-]{0,60}? )?(?:(?:are|were|is|was) )?(?:not|neither) (?:currently |yet )?(?:in|"
                r"engaged in) (?:any )?(?:education|employment|training|work)"
            ),
        ),
        near=(_NEET,),
        needs=r"neet|education|employment|training|\beet\b|work\b",
        wide=True,
        forbids=r"accommodation[^.]{0,20}were not|in touch[^;]{0,15}were not",
        boost=0.9,
    ),
    Spec(
        metric="care_leavers_eet_share",
        kind="P",
        triggers=("education", "employment", "training", "eet", "work", "studying", "study", "a job"),
        near=(rf"(?<!not )(?<!not in )(?<!nor )(?:{_EET})",),
        forbids=(
            r"personal education|higher education\b(?!.{0,60}(?:employment|training))|education plan|staff "
            r"training|neet\b(?!.{0,80}<x>)"
        ),
        needs=(
            r"leaver|left care|leaving care|young people|young adults|\bthem\b|year[- ]olds|aged|eet\b|"
            r"care[- ]experienced|<a>|<p>"
        ),
        not_after=r"(?:[\w' ]{0,40} )?(?:were|are|was|is) not\b|\(?neet|[^.;]{0,90}\b(?:any|no|without) qualifications",
    ),
    Spec(
        metric="care_leavers_suitable_accommodation_share",
        kind="P",
        triggers=("suitable", "suitably", "appropriate"),
        near=(_SUITABLE,),
        forbids=r"not (?:in |living in |be in |considered )?(?:\w+ )?suitabl|unsuitabl|not suitable",
        boost=0.4,
    ),
    Spec(
        metric="school_attendance_share",
        kind="P",
        triggers=("attend",),
        subjects=(
            (
                r"(?:school |overall |average |their |pupil |the )*attendance(?: rates?| levels?| figures?)?(?: "
                r"(?:of|for|among|at) [\w' -]{3,50}?)?"
            ),
        ),
        near=(r"(?:school attendance|attendance(?: at school)?|attended (?:school|lessons|classes)|attend school)\b",),
        forbids=(
            r"police|\bthe (?:school|academy|college)'s attendance|attendance at the (?:school|academy|"
            r"college)\b|attendance (?:at|by) [\w ]{0,40}(?:conference|meeting|review|panel|training)|"
            r"attend(?:ed|ance)? (?:at )?(?:the )?(?:conference|meeting|review|training|core group|panel|"
            r"court)|parents attend|persistent(?:ly)? absen|missed|absence|"
            # "inconsistent attendance by clinicians meant that a third of meetings were cancelled"
            r"attendance (?:by|of|from) (?:[\w-]+ ){0,2}(?:clinicians?|professionals?|agenc\w+|police|partners?|social "
            r"workers?|gps?|"
            r"members|staff|health)|<p> of (?:the )?(?:[\w-]+ )?(?:meetings|conferences|sessions|panels)"
        ),
        not_before=r"for achieving",  # "awards for achieving 100% attendance"
    ),
)
