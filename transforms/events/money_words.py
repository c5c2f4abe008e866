"""The words of funding: who puts money in, what makes it additional, and what is only hoped for, spent or lost."""

from __future__ import annotations

import re

# money that is only expected, asked for or thought of; what is promised or will be put in counts
EXPECTED = re.compile(
    r"\b(?:expect\w*|hop(?:es?|ed|ing)|could|would|might|should|(?:be|been|was|were|is|are|being) asked|ask(?:s|ed|"
    r"ing) (?:for|cabinet|councillors|whether)|bid(?:s|ding)?|appl(?:y|ied|ying)|seek\w*|"
    r"call(?:s|ed|ing)? for|need(?:s|ed|ing)?|wants?|wanted|request\w*|recommend\w*|propos\w+|if|unless|whether|"
    r"consider\w*|lobb(?:y|ied|ying)|urg\w+|plead\w*|likely|estimate[sd]?|"
    r"not|never|without|reject\w*|refus\w+|den(?:y|ied)|no longer|plans? to|planning to|risk\w*|saves?|saved|saving|"
    r"appeal\w* for|applications?|decision on|tender|demand\w*|los(?:e|es|t|ing)|cut(?:s|ting)?|nobody|no one|"
    r"yet to be)\b"
)
AGREED = re.compile(
    r"\b(?:signed off|approved|agreed|committed|announced|found|secured|allocated|pledged|earmarked|"
    r"promised|set aside)\b[^;.]*\Z"
)
EXTRA = re.compile(r"\b(?:extra|additional|further|more|new)\b")
ONLY_ASKED_AFTER = re.compile(
    r"\A[^;.]{0,60}? if \b|\A[^;.]{0,40}?\b(?:is|are|was|were) (?:being )?(?:needed|required|requested|sought|"
    r"proposed|recommended|overspent)\b|\A[^;.]{0,30}? (?:overspend|shortfall|deficit|savings?|underspend|cuts?|fine|"
    r"gap)\b|"
    r"\A (?:in|of) (?:savings|cuts|compensation|damages|fines)\b"
)
# a price, a fine or a budget that is overrun is no money put in: "were handed £64.7 million and will miss that"
SPENT = re.compile(
    r"\b(?:costs?|costing|priced? at|overspen[dt]\w*|over budget by|fined|compensation|damages|debts? of|"
    r"worth|bill of|deficit of|shortfall of|gap of|forecast\w*|predict\w*|paid out|savings? of)(?: [\w'-]+){0,4} \Z"
)
OVERRUN = re.compile(r"\A[^;.]{0,60}?\b(?:miss that|overshoot|overspend|overspent|overrun|exceed)\b")
# who gets it, where it is not children's services
OTHER_SERVICES = re.compile(
    r"\b(?:youth (?:clubs?|centres?|services?)|leisure|highways?|potholes?|roads?|librar(?:y|ies)|museums?|parks?|"
    r"(?:secondary|primary|academy|new) schools?|school (?:places|buildings|transport)|transport|buses|theatre|bins|"
    r"waste|flood\w*|street|adult (?:social )?care|older people|care of the elderly|police|fire|hospital|nhs|hospice|"
    r"swimming|sports?|(?<!supported )housing|homeless\w*|regeneration|town centre|climate|broadband|arts|culture|"
    r"tourism)\b"
)
OUR_SERVICES = re.compile(
    r"\bchild|\bfoster|\bsocial (?:care|work)|\bfamil|\bsafeguard|\bcare leavers|\bearly help|\badopt|\bthe trust\b|"
    r"\bthe service\b|\bthe department\b"
)
# who gives, in what words
_GIVES = (
    r"sign(?:ed|s) off|allocat(?:ed|es|ing)|approv(?:ed|es|ing)|agreed|commit(?:ted|s)|pledg(?:ed|es)|"
    r"promis(?:ed|es)|"
    r"earmark(?:ed|s)|set(?:s|ting)? aside|put(?:s|ting)? aside|ring-?fenced|found|plough(?:ed|s|ing)?|pump(?:ed|s|"
    r"ing)?|"
    r"pour(?:ed|s|ing)?|inject(?:ed|s|ing)?|invest(?:ed|s|ing)?|award(?:ed|s)?|hand(?:ed|s)?(?: over)?|gave|gives?|"
    r"given|"
    r"grant(?:ed|s)?|received|receives|won|wins|secured|secures|got|gets|wr(?:ote|ites|itten) (?:a|another) cheque|"
    r"releas(?:ed|"
    r"es)|add(?:ed|s)|contribut(?:ed|es)|chip(?:ped|s) in|diverted|find|put(?:s|ting)?|voted|backed|topped up|"
    r"accepted|"
    r"stump(?:ed|s) up|paid|pays|provid(?:ed|es)|spend(?:s|ing)?|spent|agreeing|approval (?:for|of)|agree|to pay"
)
_INJECTION = (
    r"(?:injection|boost|grant|cheque|package|funding|award|investment|contribution|increase|uplift|pot|fund) of"
)
GIVES = re.compile(rf"\b(?:{_GIVES}|{_INJECTION})\b(?P<gap>[^;.£]{{0,60}})\Z")
RAISED = re.compile(
    r"\b(?:budget|spending|funding|spend)\b[^;.£]{0,70}? (?:increased|raised|boosted|topped up|lifted|grown|"
    r"rise[ns]?|rose|"
    r"increases?|went up|going up|goes up) by \Z"
)
GIVEN_AFTER = re.compile(
    r"\A[^;.,]{0,50}? (?:that|which)? ?[^;.,]{0,50}?\b(?:was|were|has been|have been|had been|have|has|had|will be|"
    r"is being)"
    r" (?:\w+ly )?(?:added|put|agreed|given|invested|set aside|found|approved|allocated|pledged|earmarked|promised|"
    r"committed|awarded|signed off|released|ploughed|injected|secured|announced)\b|"
    r"\A[^;.,]{0,40}?,? (?:be (?:released|set aside|allocated|added|approved|put)|(?:found|agreed|approved|"
    r"announced|signed off|"
    r"set aside|awarded|pledged)\b(?= (?:in|on|by|last|this|at)\b))|"
    r"\A[^;.,]{0,40}? (?:went|goes|will go|is going|is to go) (?:in)?to(?:wards)?\b"
)
# "expects a quick fix from the £6.1m that councillors have added": what is hoped for is not the money
GIVEN_THAT = re.compile(
    r"\A (?:that|which) [^;.,]{0,50}?\b(?:have|has|had) (?:\w+ly )?(?:added|put|agreed|given|invested|set aside|"
    r"found)\b"
)
# without one of these a sum that is "given" or "spent" may be the whole budget
ADDED = re.compile(
    r"\b(?:extra|additional|further|more|another|new money|one-off|grants?|boost|injection|cheque|on top|invest\w*|"
    r"plough\w*|pump\w*|pour\w*|inject\w*|award\w*|earmark\w*|set aside|put aside|ring-?fenced|sign\w* off|pledg\w*|"
    r"promis\w*|"
    r"found|towards|won|secured|allocat\w*|handed over|released?|reserves|chipped in|stumped up|innovation|"
    r"package|fund|"
    r"funding|"
    r"from the (?:government|department for education|dfe|treasury|home office)|contribut\w*|fresh|emergency)\b"
)
OVER_BUDGET = re.compile(
    r"\b(?:budget|contract|contract sum|pay bill) (?:is|was|of|comes to|at|stands at) [^;.£]{0,12}\Z"
)
LEAST = 50_000  # pounds: smaller sums are bonuses, payments to a family and fines
# "That includes £13.4 million of new money": the year is that of the sentence before
INCLUDES = re.compile(
    r"\A(?:that|this|it|the figure|the sum|the total)(?: figure| sum| total| budget)? (?:includes|included|"
    r"takes in)\b"
)
