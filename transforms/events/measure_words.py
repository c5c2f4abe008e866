"""The words of what a government does to a council: notices, directions, commissioners, and the end of them."""

from __future__ import annotations

import re

from transforms.events import words

NOTICE = re.compile(
    r"\b(?:(?:statutory |formal |government |dfe |ofsted )*improvement notice|notice to improve|(?:served|serves|"
    r"gave) notice on [^;.]{3,70}? to improve)(?P<plural>s)?\b"
)
SCHOOLS = re.compile(
    r"\b(?:schools?|hospitals?|academy|nhs|ambulance|care home|prison|college|nursery|police|trust's hospitals?)\b"
)
SPECIAL = re.compile(r"\bspecial measures\b")
_HAS = r"(?: (?:has|had|have|then|also|formally|later|first|was forced to))*"
_STATUTORY = r"(?:statutory|government|ministerial|formal|legal|dfe|department for education)"
_RECEIVED = (
    r"(?:issu\w+|served?|serving|handed|given|gave|made|received|imposed|subject to|under|with|by|after|following|"
    r"through|slapped with)"
)
# forms of a direction: who receives it, who makes it, that it was made, what it does, and its effect
DIRECTIONS = (
    re.compile(
        r"\b(?:forced|ordered|obliged|instructed|compelled|made) (?:the council |it )?to (?:hand|give|surrender|"
        r"give up|pass|transfer) "
        r"(?:over )?(?:control of |responsibility for )?(?:its |the )?(?:children's|child|social)"
    ),
    re.compile(rf"\bunder (?:the |an? )?(?:\w+ )?direction (?:of|from) {words.GOVERNMENT}"),
    re.compile(
        rf"\b{_RECEIVED} (?:\w+ )?(?:an?|the|its|another|second|further|new)? ?(?:\w+ ){{0,2}}?{_STATUTORY} direction\b"
    ),
    re.compile(
        rf"\b{words.GOVERNMENT}{_HAS} (?:issu\w+|served|made|gave|imposed|signed) (?:\w+ ){{0,6}}?(?:an? |the )?"
        r"(?:\w+ ){0,2}direction\b"
    ),
    re.compile(
        r"\b(?:an? |the )?(?:statutory |formal |new |revised |second |legal )+direction (?:was |has been |had been )?"
        r"(?:issued|made|given|served|imposed|signed|followed|came)\b"
    ),
    re.compile(r"\ba direction (?:was|has been|had been) (?:issued|made|given|served|imposed|signed)\b"),
    re.compile(
        r"\b(?:statutory |government |ministerial )direction (?:\w+ )?(?:obliged|obliges|required|requires|ordered|"
        r"orders|"
        r"forced|forces|told|tells|took|takes|stripped|handed|compelled|compels|bound)\b"
    ),
    re.compile(rf"\bdirection (?:from|by|issued by|given by|made by) {words.GOVERNMENT}"),
    re.compile(
        rf"\b{words.GOVERNMENT}{_HAS} (?:directed|ordered|instructed) (?:the |its )?[\w' -]{{0,40}}?"
        r"(?:council|authority|it|them|trust)?"
    ),
    re.compile(
        rf"\b(?:was|were|been) (?:formally )?(?:directed|ordered|instructed) (?:by|to) (?:{words.GOVERNMENT}|hand|"
        r"transfer|improve|work with)"
    ),
    re.compile(rf"\b{words.GOVERNMENT} to issue an? (?:\w+ )?direction\b"),
    re.compile(
        r"\b(?:placed|put|taken|moved|plunged|went) (?:in|into|under) (?:\w+ ){0,3}?(?:intervention|government "
        r"(?:supervision|control|oversight))\b"
    ),
    re.compile(
        r"\bunder (?:government|statutory|dfe|ministerial|department for education) (?:intervention|supervision|"
        r"control|oversight)\b"
    ),
    re.compile(r"\bin (?:statutory|government) intervention\b"),
    re.compile(
        rf"\b{words.GOVERNMENT}{_HAS} (?:intervened|stepped in|intervenes|steps in|took (?:over|control)|"
        rf"took charge of (?:the |its )?(?:service|department|council|children's)|"
        r"seized control|stripped)\b"
    ),
    # "the direction under which the service has been run since October 2014"
    re.compile(r"\bdirection (?:under which|that) [^;.,]{3,60}? (?=since\b)"),
)
DIRECTION_CUES = (
    "special measures", "direct", "interven", "stepped in", "steps in", "ordered", "instructed", "control",
    "supervision", "oversight", "took ", "stripped", "told to ", "forced", "obliged", "compelled",
)  # fmt: skip
STATE = (
    r"(?:special measures|(?:(?:government|statutory|dfe|ministerial|formal|department for education|whitehall|"
    r"ofsted) )+(?:intervention|control|oversight|supervision|direction|monitoring|measures)|"
    r"(?<!early )intervention|(?:\w+ )?improvement notice|(?:the |its )notice)"
)
_LIFTED = r"(?:lifted|removed|ended|revoked|withdrawn|rescinded|discharged|terminated|scrapped|dropped)"
ENDED = (
    re.compile(rf"\b(?:calls?|called) time on (?:[\w'-]+ ){{0,3}}?{STATE}"),
    # "handed control back to the council", "released the council from its direction"
    re.compile(
        rf"\b{words.GOVERNMENT}(?: (?:has|have|had|formally|also|finally))* (?:handed|handed back|gave|given|"
        rf"returned|hands) (?:\w+ ){{0,2}}?(?:control|"
        r"responsibility|the reins|the keys|power)\b[^;.]{0,50}? (?:back )?to (?:the )?(?:[\w'-]+ ){0,2}?(?:council|"
        r"authority|town hall|county hall)"
    ),
    re.compile(
        rf"\b{words.GOVERNMENT}(?: (?:has|have|had|formally|also|finally))* (?:released|releases|freed|frees|"
        rf"let) (?:the )?[\w' -]{{2,40}}? "
        rf"(?:from|out of) (?:its|the|their) (?:\w+ )?(?:direction|notice|intervention|control|supervision|oversight)\b"
    ),
    re.compile(
        rf"\b{words.GOVERNMENT}(?: (?:has|have|had|formally|also|finally))* (?:stood down|withdrew|withdrawn|"
        rf"recalled|removed) "
        r"(?:the|its|their) commissioners?\b"
    ),
    re.compile(
        rf"\b(?:{words.GOVERNMENT} |government |ministerial |statutory )(?:supervision|intervention|oversight|"
        rf"control)[^;.]{{0,50}}? "
        r"(?P<told>(?:was|were|has been|is) (?:called off|wound up|stood down|over|at an end|brought to an end))\b"
    ),
    re.compile(
        r"\b(?:sheds?|shook off|shaken off|threw off|escaped from|put behind (?:it|them)) (?:its |their |"
        r"the )?(?:[\w-]+ )?"
        rf"{STATE}"
    ),
    re.compile(
        r"\b(?:improvement notice|notice to improve|notice|direction)\b[^;.]{0,30}? (?P<told>fell away|lapsed|"
        r"expired|ran out|came off|ceased)\b"
    ),
    re.compile(
        r"\b(?:the |its |a )(?:statutory |government )?(?P<told>(?:direction|notice) (?:withdrawn|lifted|revoked|"
        r"removed))\b"
    ),
    # "the direction under which the service has been run since 2014 was withdrawn"
    re.compile(
        rf"\b(?:notice|direction),? (?:under which|that|which|imposed|issued|made|given|it|"
        rf"placed)\b[^;.]{{3,80}}? (?P<told>(?:was|has been|had "
        rf"been|is being) (?:now |finally |\w+ly )?{_LIFTED})\b"
    ),
    re.compile(
        rf"\b{words.GOVERNMENT}(?: (?:has|have|had|formally|today|now|also|finally))* (?:ended|ends|ending|relaxed|"
        rf"lifted) (?:its|"
        rf"their|the) (?:\w+ )?(?:oversight|supervision|control|grip|intervention)\b"
    ),
    re.compile(
        r"\b(?:notice|direction)\b[^;.]{0,60}? and (?:was )?(?:later |then |finally )?(?P<told>lifted|revoked|"
        r"withdrawn|removed)\b"
    ),
    re.compile(
        rf"\b(?:lifted|removed|taken|brought|came|come|comes|coming|moved|moves|emerged|emerges|exited|exits|got|"
        rf"freed|released|stepped (?:down|up)|out|free|left)(?: [\w'-]+){{0,5}}? (?:out of|from|of|down from) (?:the "
        rf"|its )?(?:[\w-]+ ){{0,3}}?{STATE}"
    ),
    re.compile(rf"\b(?:exited|exits|left|leaves) (?:the |its )?(?:[\w-]+ ){{0,2}}?{STATE}"),
    re.compile(
        r"\b(?:out of|free of|free from) (?:the )?(?:[\w-]+ ){0,2}?(?:special measures|(?:government|statutory|"
        r"dfe|ministerial) (?:intervention|control|oversight|supervision))"
    ),
    re.compile(
        r"\b(?:improvement notice|notice to improve|notice|(?:statutory |government )*(?:direction|intervention(?! "
        r"by| with| from)|supervision|oversight)|special measures)(?: (?!was|were|has|had)[\w'()-]+){0,9}?,? "
        r"(?P<told>(?:was|were|has been|have been|had been|is|are|is now|being|was being|is being) (?:\w+ly |now |"
        r"also |then |later "
        r")*(?:lifted|removed|ended|revoked|withdrawn|rescinded|discharged|closed|over|terminated|scrapped|dropped)|"
        r"(?:has |had |have )?(?:ended|came to an end|come to an end|expired|lifted))\b"
    ),
    re.compile(
        rf"\bno longer (?:[\w-]+ ){{0,3}}?(?:in|under|subject to|needs?|requires?|faces?) (?:an? |the )?(?:[\w'-]+ "
        rf"){{0,4}}?{STATE}"
    ),
    re.compile(
        rf"\b{words.GOVERNMENT}(?: (?:has|have|had|formally|today|now|also|finally))* (?:lifted|lifts|ended|ends|"
        rf"ending|withdrawn|withdrew|removed|removes|revoked|revokes|discharged) (?:its |the |their |an? "
        rf")?(?:[\w'-]+ ){{0,4}}?(?:{STATE}|(?:direction|notice)\b)"
    ),
    re.compile(
        rf"\b(?:lifted|lifting|lifts|ended|ending|removed|revoked|withdrew|withdrawn|discharged|the end of|an end to|"
        rf"end of|ends) (?:its |the |their |an? )?(?:[\w'-]+ ){{0,3}}?{STATE}"
    ),
    re.compile(
        r"\bcommissioner,? (?:has |had |was |has been |was |have )*(?:withdrawn|stood down|stepped down|removed|left|"
        r"departed|stood aside)\b"
    ),
)
EARLY = re.compile(
    r"\b(?:early|family|social work|crisis|therapeutic|edge of care|targeted|social care) (?:[\w-]+ )?\Z|\b(?:early|"
    r"targeted|therapeutic) (?:help|intervention)"
)
TO_END = re.compile(
    r"\b(?:to|for|towards?|seek\w*|before|until|on|call\w* for|when|once|toward) (?:be |get |getting |being |have |"
    r"see )?\Z"
)
OFFICE = (
    r"(?:(?:dfe|government|department|whitehall|ministerially)(?:-| )?(?:appointed )?|independent |children's "
    r"services |improvement |new |first |non-executive |expert |external |special |interim |children's social "
    r"care )*"
)
COMMISSIONER = rf"{OFFICE}commissioners?\b(?! (?:for england|of police|services))"
APPOINT = (
    r"(?:appoint(?:ed|s|ment|ing)?|nam(?:ed|es)|installed|sent in|sends in|brings in|drafts in|brought in|drafted in|"
    r"parachuted in|called "
    r"in|put in|despatched|dispatched|sent|brought|drafted|assigned|selected|confirmed|chosen)"
)
APPOINTED = (
    # "The government appointed Alan Reed to run the council's children's services"
    re.compile(
        rf"\b{words.GOVERNMENT}(?: (?:has|had|have|then|also))* (?:appointed|named|installed|"
        rf"sent)(?P<gap>) [^;.]{{3,60}}? to (?:run|oversee|"
        r"supervise|take charge of|take over|direct) (?:the |its )?[\w' ]{0,30}?(?:children's|department|improvement|"
        r"services|turnaround)"
    ),
    re.compile(
        rf"\b{COMMISSIONER},?(?P<gap>) (?:arrived|moved in|started work|took up (?:her|his|the) (?:post|role|job)|"
        rf"came in)\b"
    ),
    re.compile(rf"\b(?:has|have|had)(?: had)? (?:an?|the|its own)(?P<gap>) {COMMISSIONER}(?= since\b)"),
    re.compile(rf"\b{APPOINT}\b(?P<gap>[^;.]{{0,90}}?)\b{COMMISSIONER}"),
    re.compile(rf"\b{COMMISSIONER}(?P<gap>[^;.]{{0,60}}?)\b(?:{APPOINT})\b"),
    re.compile(
        r"\b(?:send|bring|draft|put|parachute|call) in (?P<gap>(?:an? |the |its )?(?:[\w-]+ ){0,4}?)commissioner"
    ),
    re.compile(
        rf"\bunder (?:the )?(?:guidance|supervision|oversight|leadership|eye|control|watch|direction|watchful eye|"
        rf"gaze|scrutiny)(?P<gap>) of (?:an? |the |its )?{COMMISSIONER}"
    ),
    re.compile(
        rf"\b(?:overseen|supervised|guided|run|monitored|supported|advised|led|held to account|watched "
        rf"over)(?P<gap>) by (?:an? |the |its )?{COMMISSIONER}"
    ),
    re.compile(
        rf"\b{COMMISSIONER}(?P<gap>[^;.]{{0,40}}?),? (?:who |which |to )?(?:(?:has been |was |is |have been "
        rf")?(?:oversees|overseeing|oversee|overseen|guiding|guides|guided|supervising|supervises|"
        r"running|runs|ran|took charge|in charge|works? with|working with|worked with|in place|is in post|put in "
        r"place))\b"
    ),
    re.compile(
        r"\b(?:dfe|government|department|ministerially|department for education)(?:'s)?[- ](?P<gap>)(?:appointed "
        r")?(?:children's (?:services )?)?commissioner\b"
    ),
    re.compile(
        r"\b(?:an?|its|a new|first) (?P<gap>)(?:children's services|improvement|children's social care|independent|"
        r"government|non-executive|dfe) commissioner\b(?! of\b)"
    ),
)
OTHER_OFFICE = re.compile(
    r"\b(?:police(?: and| &) crime|crime|information|electoral|victims'?|traffic|responsive|lead|joint|health|ccg|"
    r"nhs|service|placement|strategic|european|boundary|charity|domestic abuse|high|police|fire|met|metropolitan "
    r"police|england's children's|the children's) commissioner|\bcommissioner (?:for|of) (?:england|standards|public|"
    r"london|police|wales|victims|children\b(?!'s services))|\bcommissioners? (?:and|of|for) (?:provid|services)"
)
REPORT_BY = re.compile(
    r"\A'?s?'? (?:\w+ ){0,2}(?:report|review|recommendations?|findings|letter|conclusions?|verdict)\b"
)
# "lifted the notice, which was issued in 2013"
ISSUED = re.compile(
    r",? (?:which was |that was |first |(?:which |that )?it (?:was|had been) )?(?:issued|served|imposed|given|"
    r"put under)\b|"
    r",? (?:which|that) (?:had|has) (?:hung|been|stood|lain) [^,;.]{0,40}?since "
)
# "special measures were lifted, three years after they were imposed" tells both
IMPOSED_BEFORE = re.compile(
    r"\b(?:years?|months?|weeks?) (?:after|since) (?:they|it|the \w+) (?:was|were|had been) (?:first )?(?:imposed|"
    r"issued|put in|made|"
    r"introduced|placed|served)\b|\b(?:they|it) (?:was|were) (?:first )?(?:imposed|placed|issued|introduced) (?:in|on) "
)
OF_DIRECTION = re.compile(r"\b(?:special measures|direction|intervention|oversight|control)\b")
ENDED_CUES = (
    "special measures", "interven", "notice", "direction", "control", "oversight", "supervision", "commissioner",
    "monitoring",
)  # fmt: skip
# "After nine years in special measures the department was": the time that follows is another thing's
LASTED = re.compile(r"\b(?:years?|months?|spell|time|period) (?:in|of|under|on) \Z")
ALL_BUT = re.compile(r"\A[\"']? (?:in all but name|by another name|in disguise)\b")
OURS = re.compile(
    r"\b(?:children's (?:services|social care|department)|council|authority|borough|county|social (?:services|care|"
    r"work\w*))\b"
)
OVERSEER = re.compile(r"\b(?:appointed|named|installed|sent)\b.* to (?:run|oversee|supervise|take|direct)\b")
