"""The words around an expression of time that tell whether it is a number's own."""

from __future__ import annotations

import re

from transforms.mentions.grammar.vocabulary import AUTHORITY

SKIP = frozenset({"duration", "years"})
WEAK = frozenset({"vague_now", "duration_rate"})
OPENING_REACH = 45  # code points before the time that opens a sentence
OTHER_CLAUSE = re.compile(
    r"(?:\band|,) (?:has|have|is|are|spends|employs|must|will|now|expects|answers|runs|said|says|holds|which|who)\b"
    r"|\b(?:has|have) (?:paid|bought|funded)\b|\bpays? for\b|\bpaid for\b"
)
CLAUSE = re.compile(
    r"; |\. |, (?:but|while|whilst|whereas|although|and (?:the|it|they|a|an|now|we|he|she|those|these|that)\b)"
    r"| – | - "
)
CLAUSE_AFTER = re.compile(rf"{CLAUSE.pattern}| where |, (?:including|whose)\b|, and [A-Z]|, who was\b|, having been\b")
# "98 per cent in February, and nine in ten reviews are on time": the second says how things stand now
PRESENT = re.compile(r"\A[^,;.]{0,40}?\b(?:is|are|has|have|hold|holds|remains?|stands?)\b")
PAST_VERB = re.compile(r"\A[^,;.]{0,40}?\b(?:was|were|had|did|\w{3,}ed|took|left|went|met)\b")
JOINED = re.compile(r",? (?:and|but|while|whereas) ")
# "94%, an improvement on 2013-14 when it was 93%": the time is that of what it is held against
HELD_AGAINST = re.compile(
    r"\b(?:improvement|increase|rise|reduction|decrease|fall|drop|decline|deterioration|better|worse|higher|lower|fewer"
    r"|compared|up|down|same(?: \w+)? as)\b[^.;]{0,14}\Z"
)
# "16.0% (the national average in 2015 was 17.0%)": the time is that of the yardstick
YARDSTICK_ASIDE = re.compile(r"\([^()]*\b(?:average|national|england|english|target)\b[^()]*\Z", re.IGNORECASE)
# "In the last 12 months (between 1 September 2014 and 31 August 2015)": the days that are stated hold
PUT_INTO_DAYS = frozenset({"rolling", "vague_now", "previous_year"})
IN_BRACKETS = re.compile(r"[\s,]*\(\s*")
# "63% met it in the quarter, well adrift of the 77%": the time was the first number's
AGAINST = re.compile(
    r"\A\s*,.*\b(?:compared|against|than|short of|adrift of|above|below|ahead of|behind|better|worse|higher|lower"
    r"|target|being|having been)\b"
)
# "Of the 71 who left care in 2013-14, four have come back"
OF_THE = re.compile(r"\W*of (?:the|its|their|these|those) ", re.IGNORECASE)
WHEN_IT = re.compile(r"\A,? (?:when|in which|at which)\b")
OF_TOTAL = re.compile(r"\A of (?:the |its |their |our |these |those )*\Z|\A (?:out )?of (?:the |its |all )?\Z")
COORDINATED = re.compile(r"\A(?:,| and|, and| to| or)?\s*(?:for \w+ and |per cent and )?\Z")
# "Sheffield had 602 and York 197 on the same date"
AND_OTHER = re.compile(rf"\A,?(?: and)? {AUTHORITY} \Z")
# "92 per cent were in touch, 61 per cent were in work and": one item of a list
LISTED = re.compile(
    r"\A(?!.*\b(?:but|while|whereas|compared|against|than|from|up|down|to|now|is|are|has|have|target|average)\b)"
    r"[^;.:()|]{3,80}(?:,| and|, and) \Z"
)
# "at a cost last year of £11.9m": the time belongs to what comes
LEADS_AT_ONCE = re.compile(r"\A\s*(?:of|was|were|is|are|had been|stood at)\s*\Z")
# "councillors heard on Monday": when it was said is not when it was so
SAID = re.compile(
    r"\b(?:heard|told|said|says|agreed|voted|published|papers?|report(?:ed|s)?|meeting|committee|cabinet|council(?:lors)?"
    r"|announced|approved|revealed|honoured|backed|debated?|presented|statement|according)\b"
)
DAY_WORD = re.compile(r"day\b|\bnight\b|\bmorning\b|\bafternoon\b|\bevening\b|\bweek\b", re.IGNORECASE)
VISIT_REACH = 700  # code points back to where a visit may be told
TOLD_WORDS = 100  # before a time, that may say what it is the time of
VISIT = re.compile(
    r"\b(?:spent|visited|came to|returned to|arrived|were (?:with|at|in)|(?:monitoring|focused) visit|inspection of)\b"
    r"[^.;]*\Z|\b(?:an|the|its|their) (?:full |short |recent )?inspection \Z"
)
# "The March 2014 figure represents 37.9 per 10,000 at the time"
AT_THE_TIME = re.compile(r"\b(?:the|that) time\Z")
THIS_DAY = re.compile(r"this (?:morning|afternoon|evening)\b", re.IGNORECASE)
# "who had been referred in the previous 12 months": part of what a re-referral is
DEFINES = {"re_referral_rate": re.compile(r"\b(?:referr(?:ed|als?)|repeats?|repeated)\b[^.;]{0,40}\Z")}
DEFINING = frozenset({"rolling", "relative", "previous_year", "year_earlier", "duration_rate"})
# "a current personal education plan": the plan's, not the number's
A_CURRENT = re.compile(r"\ban? \Z")
# "took on 38, and it has created six more": the second is told of now
HAS_SINCE = re.compile(r",? (?:and|but) (?:it|they|we|he|she) (?:has|have) (?!been\b|had\b)[^,;]*\Z")
# "in May (target 90 per cent)"
TARGET_ASIDE = re.compile(r"\A\s*\((?:our |the |its )?(?:target|goal|aim|standard)\b")
# "a trust that took over in April 2018, had": the time of what its clause tells
_BEGAN = r"(?:took (?:over|charge|on|up)|began|started|opened|joined|launched|was (?:set up|formed|founded|created))"
IN_CLAUSE = re.compile(rf",? (?:which|who) {_BEGAN} [^,;]*\Z")
CLAUSE_ENDS = re.compile(r"\A[^,;]{0,50}, ")
# "a campaign that began in September has brought in"
BEGAN = re.compile(r"\b(?:that|which|who) (?:began|started|opened|launched|ran|closed|ended) \Z")
GOES_ON = re.compile(r"\A (?:has|have|had|is|are|was|were)\b")
# "rose by 8% last year to 4,415": the change and the level are of one time
BY_AMOUNT = re.compile(r"\bby (?:about |some |around |nearly |almost |over )?(?:an? )?[\w.,£%-]+(?: per cent)?\Z")
# "set up after the inspection in March 2012, was told:" the lead-in dates something else
OF_OTHER_THING = re.compile(
    r"(?:,? (?:which|who|whose|after|since|following) |\b(?:inspection|report|judged|judgement)\b)[^,;:]*\Z",
    re.IGNORECASE,
)
SPACES = re.compile(r" {2,}")
