"""The words of events as data: who inspects, who governs, the grades, what is judged, when a telling is no fact.

Every pattern is matched on a sentence in lower case with plain quotes and single spaces.
"""

from __future__ import annotations

import re
from types import MappingProxyType

OFSTED = (
    r"(?:ofsted|(?:(?!(?:if|no|when|unless|until|whether|before|should|that|and|but)\b)\w+ )?inspectors|"
    r"an? (?:\w+ )?inspector|the (?:schools |education |children's services |official "
    r")?(?:watchdog|inspectorate|regulator)|hmi|h[ei][rs] majesty's inspectors)"
)
GOVERNMENT = (
    r"(?:the )?(?:department for education|department for children, schools and families|dfe|dcsf|government|"
    r"(?:children's |education |then )?(?:minister|secretary)s?(?: of state)?|secretary of state|ministers|whitehall|"
    r"education secretary|children's minister|central government)"
)

ORDINALS = MappingProxyType(
    {
        word: number
        for number, names in enumerate(
            (
                ("first", "1st"), ("second", "2nd"), ("third", "3rd"), ("fourth", "4th"), ("fifth", "5th"),
                ("sixth", "6th"), ("seventh", "7th"), ("eighth", "8th"), ("ninth", "9th"), ("tenth", "10th"),
                ("eleventh", "11th"), ("twelfth", "12th"),
            ),
            1,
        )
        for word in names
    }
)  # fmt: skip
ORDINAL = rf"(?:{'|'.join(ORDINALS)})"

# longest first: "requires improvement to be good" is no "good"
GRADE_WORDS = MappingProxyType(
    {
        "requires_improvement": (
            r"requir(?:es|ed|ing|e) improvement(?:[\"']? to be [\"']?good)?|requires[- ]improvement|"
            r"in need of improvement|needs? improvement|needing improvement|needed improvement"
        ),
        "inadequate": r"inadequate",
        "outstanding": r"outstanding",
        "adequate": r"adequate",
        "good": r"good",
        # "its lowest mark", "the top Ofsted grade": a judgement without a word of its grade
        "unnamed": (
            r"(?:the|its|their) (?:highest|top|best|lowest|worst|bottom)(?: possible)?(?: ofsted)?"
            r" (?:rating|grade|judgement|mark|score|category)(?: possible)?|"
            r"the (?:highest|top|best|lowest|worst|bottom) of (?:its|their|the|ofsted's)(?: four)? "
            r"(?:ratings|grades|judgements|marks|categories)"
        ),
    }
)
GRADE = "(?:" + "|".join(f"(?P<{code}>{words})" for code, words in GRADE_WORDS.items()) + ")"
PLAIN_GRADE = "(?:" + "|".join(GRADE_WORDS.values()) + ")"
FAILING = r"(?:failing|a failure|failed|a failing (?:service|department|authority|council))"

# what a grade of its own has without being the whole: areas, boards, homes, schools and pieces of practice
AREA = re.compile(
    r"\b(?:help and protection|need of help|need help|(?:early|child) (?:help|protection)|adopt\w+|foster\w+|"
    r"leadership|impact of leaders|management|governance|care leavers|leavers|leaving care|care experienced|"
    r"care-experienced|(?:children|young people|those) in care|looked[- ]after|permanence|lscb|(?:safeguarding|"
    r"children) (?:children )?boards?|board|homes?|hostels?|schools?|academy|college|nurser(?:y|ies)|pre-?school|"
    r"childminders?|(?:children's )?centres?|units?|areas?|categor(?:y|ies)|aspects?|elements?|measures|strands?|"
    r"front door|(?:experience|outcome)s?(?: and progress)?|impact of|timeliness|quality|practice|plans?|planning|"
    r"assessments?|cases?|visits?|supervision|placements?|accommodation|capacity|partnership\w*|send|special "
    r"educational|youth offending|youth justice|agency|agencies|provision|provider|decision-making|responses?|"
    r"thresholds?|support|oversight|records?|recording|progress|work|progressing|staff|workers?|team|teams|one|two|"
    r"three|four|five|six|seven|eight|nine|ten|eleven|none|most|some|both|half|(?<!\d)\d{1,2}(?!\d)|hospital|"
    r"(?:police|fire|probation|health|learning|leisure|housing|sports?|hospital|library|bus) (?:service|force|trust)|"
    r"ambulance|nhs|housing|per cent|%|performance|"
    r"judgements?|residential|respite|short breaks)\b"
)
OVERALL = re.compile(r"\b(?:overall|overall effectiveness|across the board|as a whole)\b")

# before the words of an event: it has not happened, or is not said to have
UNREAL = re.compile(
    r"\b(?:not|never|nobody|no longer|no|without|nor|neither|avoid(?:ed|s|ing)?|escap(?:ed|es|ing)|instead of|"
    r"rather than|"
    r"will|would|could|might|can|shall|must|should|'ll|won't|wouldn't|couldn't|cannot|can't|didn't|doesn't|hasn't|"
    r"haven't|hadn't|isn't|wasn't|weren't|aren't|don't|(?:is|are|was|were|be|been|being) (?:due|set|expected|likely|"
    r"scheduled|planned|going|poised|about) (?:to|for|in)|to be|due to|about to|likely to|expect\w*|plan(?:s|ned|"
    r"ning)? (?:to|for)|hop(?:es?|ed|ing)|aim(?:s|ed|ing)? to|want(?:s|ed|ing)?|wish(?:es)?|intend\w*|propos\w+|"
    r"recommend\w*|consider(?:s|ed|ing)?|seek(?:s|ing)?|ahead of|prior to|before (?:an?|the|its|their|our|any)|until|"
    r"in advance of|in the run-up to|prepar\w* (?:for|to)|await\w*|pending|awaiting|ready for|in readiness "
    r"for|if|unless|whether|in the event|in case|in order to|so that|were to|should there|call(?:s|ed|ing)?(?: \w+)? "
    r"for|urg(?:es?|ed|ing)|demand(?:s|ed|ing)?|press(?:ed|ing) for|ask(?:s|ed|ing) for|threat\w*|risk\w*|possib\w+|"
    r"potential\w*|fear(?:s|ed|ing)?|warn(?:s|ed|ing)?|facing|faces?|next|upcoming|forthcoming|future|any|mock|"
    r"annual conversation|imminent|miss(?:ed|es)?|rul(?:e|ed|es|ing) out|reject(?:s|ed|ing)?|den(?:y|ies|ied)|"
    r"deni(?:es|ed)|oppos(?:e|es|ed)|fight(?:s|ing)?|bid(?:s|ding)? to|try(?:ing)? to|tries to|tried to|in the hope|"
    r"target(?:s|ing)?|ambition|imagine|suppose|on track (?:to|for)|(?:vot(?:e|ed|ing)|agreed?|decid(?:ed|es)|"
    r"opted|chose|resolved) "
    r"to|yet to|far from|short of)\b"
)
# within the words of an event: "a commissioner would be sent in", "the notice will not be lifted"
MODAL = re.compile(
    r"\b(?:would|could|might|should|will|won't|cannot|can't|must|never|not(?! for\b| only\b| just\b|-)|isn't|wasn't|"
    r"hasn't|may (?=be |have |not |yet |well |also |soon ))\b"
)
# after the words of an event: it is still to come
TO_COME = re.compile(
    r"\A,? (?:planned|scheduled|due|pencilled in|booked|expected|promised|postponed|cancelled|called off|shelved)\b|"
    r"\A[\"']?,?(?: (?!and\b|but\b|that\b|which\b|who\b|or\b|as\b|when\b)[\w'-]+){0,6}? (?:(?:is|are|was|were|"
    r"had been|has been) "
    r"(?:now )?(?:due|set|expected|likely|scheduled|planned|imminent|postponed|cancelled|delayed|suspended|"
    r"not|to|under ?way|ongoing|on-going|still to|yet to|being (?:planned|prepared|considered|arranged))|will|would|"
    r"could|might|may (?:be|take|come|happen|follow)|should|must|can|has (?:not|yet)|has been (?:delayed|postponed|"
    r"cancelled)|have not|later this|next (?:week|month|year|spring|summer|autumn|winter)|in the coming)\b"
)
# the joints of a sentence at which another thing begins to be told
JOINT = re.compile(
    r"; | - | – | — |: |, (?:when|but|while|whilst|whereas|although|though|yet|who|which|and (?:it|they|he|she|we|"
    r"the|a|"
    r"an|has|have|is|are|was|were|will)\b)|, (?=an? (?!\w+ly\b))|\b(?:but|while|whereas|although|because) |"
    r"\band that,? |\. "
)
