"""Words that the metric rules share, as named regular-expression fragments.

Rules are matched against a masked sentence: lower case, plain quotes, expressions of time taken out, and each number
of interest replaced by one placeholder character by its kind. In a rule ``<N>``, ``<P>``, ``<M>`` and ``<R>`` stand
for the number that the rule binds (a count, a percentage, money, a rate), ``<n>``, ``<p>``, ``<m>``, ``<r>`` for
another one, ``<x>`` for any, ``<!>`` within brackets for one of the bound kind, ``<a>`` for the name of an authority,
``{start}`` for the beginning of a sentence or of a bullet after its lead-in, ``~`` for a stretch of the same clause
that holds no number of the bound kind, and ``_`` for up to four words of a noun phrase.
"""

from __future__ import annotations

COUNT, PERCENT, MONEY, RATE, AUTHORITY = "\ue010", "\ue011", "\ue012", "\ue013", "\ue014"
OWN = "\ue015"  # where the words of a bullet or row begin, after its lead-in
PLACEHOLDERS = {"N": COUNT, "P": PERCENT, "M": MONEY, "R": RATE}
ANY = f"[{COUNT}{PERCENT}{MONEY}{RATE}]"

_CHILDREN = (
    r"(?:children and young people|young people and children|children or young people|children|young "
    r"people|youngsters|young adults|children and teenagers|boys and girls)"
)
_ALL_CHILDREN = (
    r"(?:of (?:our|its|their|<a>'s|the (?:county|city|borough|town|council|island|area|authority)'s) "
    r"|<a>(?:'s)? )?(?:children and young people|children|young people|youngsters|child|young person|"
    r"youngster)"
)
_COUNCIL = (
    r"(?:(?:the |this )?(?:local authority|county council|city council|borough council|council|"
    r"authority|county|borough|city|town|trust|company|"
    r"service|district|metropolitan borough)|<a>|it|they|we)"
)

VOCABULARY: dict[str, str] = {
    "ch": _CHILDREN,
    "child": _ALL_CHILDREN,
    "council": _COUNCIL,
    "incare": (
        r"(?:in (?:the )?(?:(?:its|their|our|the) )?(?:(?:council|county|borough|city|company|trust|"
        r"local authority|authority|state|public|corporate|<a>)(?:'s|')? )?care\b"
        r"(?! (?:plan|proceeding|leaver|order|of (?:their|his|her|own)))|"
        r"looked[- ]after(?! children's)|in the care system|being looked after|in foster or residential care)"
    ),
    "cla": (
        r"(?:looked[- ]after (?:children and young people|children|young people|child|numbers)|"
        r"(?:children and young people|children|young people|child) (?:(?:who|that|whom|which) "
        r")?(?:(?:are|were|is|was|being|it|we|they|the (?:council|county|borough|city|trust|company|"
        r"authority)|<a>) )*looked[- ]after(?: by [^.;,]{2,30})?|"
        r"(?:children and young people|children|young people) (?:(?:that|whom) )?(?:it|we|they|the "
        r"(?:council|county|borough|"
        r"city|trust|authority)|<a>) (?:(?:has|have|had) to look|is looking|are looking|was looking|looks?) after|"
        r"(?:children and young people|children|young people|child) (?:(?:who|that) (?:are|were|is) )?in "
        r"(?:the )?(?:(?:its|their|our) )?(?:(?:council|county|borough|city|town|island|district|company|trust|local "
        r"authority|authority|state|public|<a>)(?:'s|')? )?care\b(?! (?:plan|proceeding|leaver|order))|"
        r"cared[- ]for (?:children and young people|children|young people)|care population|cla\b|lac\b)"
    ),
    "sw": (
        r"(?:social workers?|social work (?:staff|practitioners?|professionals?|workforce|establishment)|"
        r"children's social workers?)"
    ),
    "agency": r"(?:agency|agencies|locums?|temps|supply)",
    "agency_adj": r"(?:agency|locum|temporary|interim)",
    "iro": r"(?:iros?\b|independent reviewing officers?|reviewing officers?|independent reviewing service)",
    "pa": r"(?:personal advis[eo]rs?|leaving care (?:workers?|advis[eo]rs?)|\bpas\b)",
    "lvr": (
        r"(?:care[- ]leavers?|young people (?:who have |who had |who |that have )?(?:leaving|left) care|"
        r"former (?:looked[- ]after children|children in care)|care[- ]experienced (?:young people|"
        r"adults?))"
    ),
    "posts": r"(?:posts?|positions?|roles?|jobs?|places on the establishment)",
    "outside": (
        r"(?:over the (?:county|borough|city|council) (?:line|boundary|border)|across the (?:county |"
        r"borough )?(?:border|boundary)|(?:outside|out of|out-of|beyond|away from)[ -](?:of )?(?:the |"
        r"its |their |our )?(?:local |council's |authority's |home |own |<a>'s )?"
        r"(?:authority|area|county|borough|city|town|district|boundar(?:y|ies)|borders?|council|local "
        r"authority|<a>|region)|off (?:the island|<a>)|on the mainland|"
        r"across the water|somewhere "
        r"else|in other (?:parts of [\w ]{2,14}|councils' areas|authorities|counties|boroughs|towns|cities)|"
        r"elsewhere(?: in the county)?(?: or beyond)?)"
    ),
    "live": (
        r"(?:live|lives|lived|living|are|were|is|was|placed|are placed|were placed|have been placed|had "
        r"been placed|stay|reside|resided|housed|accommodated|have homes|had homes|with homes)"
    ),
    "ontime": (
        r"(?:on[- ]time|in time|timely|within (?:the )?(?:required |statutory |prescribed |expected |set "
        r"|target |recommended |agreed |correct |national )*(?:times?cales?|time ?limits?|time ?frames?|"
        r"deadlines?|timeframes?|target|limit|time|period)|"
        r"within (?:a |the )?[\w-]+(?: or [\w-]+)? (?:working |calendar )?(?:days?|weeks?)|within "
        r"(?:their |its |the )?deadline|inside [\w-]+ (?:working )?(?:days?|weeks?)|in [\w-]+ working "
        r"days|"
        r"inside (?:the |its |their )?(?:[\w-]+ )?(?:time ?limit|deadline|timescale|limit)|(?:met|meet|"
        r"meeting|hit|beat) (?:the|their|its) (?:[\w-]+ )?(?:limit|standard|target|deadline|rule|clock)|"
        r"punctual(?:ly)?|by (?:the |its |their )?due date|by the \w+ (?:working )?day|on schedule|met "
        r"the deadline|hit (?:the )?(?:deadline|target)|by (?:the|their) deadline|as required|when "
        r"(?:they )?(?:should|due)|in line with (?:statutory|the) [\w ]{0,20}|at the required "
        r"(?:frequency|intervals?)|to timescale|in timescales?|inside the (?:statutory |legal )?(?:limit|"
        r"deadline|timescale))"
    ),
    "late": (
        r"(?:late|overdue|out of time|outside (?:the )?(?:timescale|time limit|deadline)|missed|delayed|"
        r"not (?:held|done|made|completed|carried out) (?:on time|within|in time))"
    ),
    "done": (
        r"(?:completed|finished|done|carried out|undertaken|made|concluded|held|conducted|took place|"
        r"signed off|reviewed|seen|visited|offered)"
    ),
    "inspectors": (
        r"(?:inspectors?|ofsted|the inspection|the inspection team|the team|they|auditors?|reviewers?|"
        r"(?:the )?visit)"
    ),
    "looked_at": (
        r"(?:looked (?:at|through|into)|look at|read|reviewed|examined|sampled|considered|scrutinised|"
        r"tracked|audited|checked|evaluated|inspected|studied|went through|assessed|analysed|reading|"
        r"sampling|reviewing|dip[- ]sampled)"
    ),
    "files": r"(?:cases?(?! files)|case ?files?|files|records|case records)",
}
