"""How texts state money: investment, budget and spending, overspends, savings."""

from __future__ import annotations

from transforms.mentions.grammar.rules import Spec

_OTHER_SERVICES = (
    r"(?:road(?!show)|pothole|resurfac|highways|rebuild|secondary schools?|primary school|school "
    r"building|new school|council tax|bin\b|bins\b|waste|refuse|leisure|librar(?:y|ies)|parks?\b|"
    r"playground|"
    r"swimming|museum|theatre|town hall (?:refurb|roof)|bridge|car park|housing estate|street ?light|"
    r"flood|bus(?:es)?\b|stadium|regeneration|high street|town centre|assets|debts?\b|reserves of|"
    r"adult social care|care for older|nhs (?:foundation )?trust|academy trust|hospitals?\b|"
    r"youth employment|youth jobs|pension|salary|salaries|house price|raised by|charity|sponsored|"
    r"fine(?:d)?\b|\bnhs\b|dividend|bonus(?:es)?\b|schools? (?:budget|deficit)|compensation|energy "
    r"bill|sports? (?:centre|hall)|apprenticeship levy|wages? of|"
    r"special educational needs|send transport|cinema|festival|solar|broadband|pavilion|cycle)"
)
_PRICE = (
    r"(?:an? (?:hour|week|day|night|head|placement|place|child|month each)|per (?:hour|week|day|"
    r"night|place|placement|child|worker|head|person|session|social worker)|each(?! year)|a year "
    r"each|every week|hourly|weekly|for each (?:child|place)|a session)"
)
_GIVE = (
    r"\b(?:topp(?:ed|ing) up [\w ]{0,20}by|chipp(?:ed|ing) in|putting(?: in)?|invest(?:s|ed|ing|ment|"
    r"ments)?(?: of| in)?|inject(?:s|ed|ing|ion)?(?: of)?|put(?:s|ting)?(?: in| into| aside)?|"
    r"pump(?:s|ed|ing)?(?: in)?|commit(?:s|ted|ting|ment)?(?: of)?|pledg(?:e|es|ed|ing)|"
    r"promis(?:e|es|ed|ing)|allocat(?:e|es|ed|ing)|award(?:s|ed|ing)?|set(?:ting)? aside|grant(?:s|"
    r"ed)?(?: of)?|secur(?:e|es|ed|ing)|receiv(?:e|es|ed|ing)|given|gave|giving|"
    r"extra|additional|additional funding of|further|another|plough(?:s|ed|ing)?(?: in)?|pour(?:s|ed|"
    r"ing)?(?: in)?|stump(?:s|ed|ing)? up|c[oa]m(?:e|es|ing) up with|approv(?:e|es|ed|ing)|found|"
    r"handed|agreed|earmark(?:s|ed)?|boost(?:ed)? (?:of|"
    r"by)|funding of|package of|cash of|won|adding|added|add|bailout of|lifeline of|sum of|"
    r"contribut\w+|provid(?:e|es|ed|ing))"
)

SPECS: tuple[Spec, ...] = (
    Spec(
        metric="overspend",
        kind="M",
        triggers=(
            "overspen",
            "over budget",
            "over-spen",
            "deficit",
            "in the red",
            "blown",
            "overshoot",
            " over",
            "the red",
            "more than",
            "miss",
            "above what",
            "more than",
            "bust",
            "exceed",
            "over what",
        ),
        frames=(
            (
                r"<M> (?:[\w' -]{0,40}? )?(?:overspen[dt]\w*|over[- ]spen[dt]\w*|over (?:its |their |the "
                r")?budget|in the red|deficit)"
            ),
            (
                r"(?:overspen[dt]\w*|over[- ]spen[dt]\w*|over (?:its |their |the )?budget|deficit)(?:[^;|"
                r".<!>]{0,70}?)(?: by| of| at| is| was| to| reached|,| -| will be| nearly| and)* (?:between "
                r")?<M>"
            ),
            r"<M> (?:into|in) the red",
            r"(?:went|gone|go|finished|ended|ending|finish)[^;|.]{0,30}? <M> over\b(?! (?:the next|\w+ years))",
            r"<M> more than (?:it|they|planned|budgeted|expected|the (?:council|trust|company))",
            r"(?:went|go|goes|gone|going) <M> over\b",
            r"\bgo(?:es|ing|ne)? over by <M>",
            r"\bgo(?:es|ing)? over (?:again|its budget|the budget)[^;|.<!>]{0,60}? <M>",
            r"<M> (?:above|more than|over) (?:what|the (?:sum|amount|money)|its allocation|that budget|the budget)",
            (
                r"(?:miss(?:ed|es)?|overshoot|overshot|bust|exceed(?:ed|s)?) (?:that|it|its budget|the budget|"
                r"this)(?: \w+)? by <M>"
            ),
        ),
        near=(r"(?:overspen[dt]\w*|over[- ]spen[dt]\w*|over budget)",),
        forbids=r"schools are|schools' deficit|dedicated schools grant",
        boost=0.6,
    ),
    Spec(
        metric="savings_required",
        kind="M",
        triggers=("saving", "save", "cut", "gap", "shortfall", "black hole", "strip"),
        frames=(
            r"<M> (?:of |in |worth of )?(?:(?!and\b|or\b|but\b)[\w'-]+ ){0,3}?(?:savings|cuts)\b",
            r"(?:savings?|cuts)(?: [\w' ]{0,30}?)? (?:of|totalling|worth|amounting to|target of|to) <M>",
            r"(?:save|find|cut|trim|slash|shave|strip)(?: [\w' ]{0,25}?)? <M>",
            (
                r"(?:budget|funding|financial|cash)? ?(?:gap|shortfall|black hole)(?: [\w' ]{0,50}?)?(?: (?:of|"
                r"stood at|stands at|is|was|at|to|totalling|,))? <M>"
            ),
            r"<M> (?:[\w-]+ ){0,3}(?:gap|shortfall|black hole)",
        ),
        needs=r"saving|save|cuts?\b|gap|shortfall|black hole|strip",
        forbids=(
            r"sav(?:e|es|ed|ing) (?:the )?(?:council|taxpayers?|them|it|money) (?:[\w ]{0,15} )?<m> (?:a "
            r"year )?(?:in|by|on) (?:placement|agency|taxi)|gender pay gap|attainment gap"
        ),
        boost=0.5,
    ),
    Spec(
        metric="budget",
        kind="M",
        least=20_000,
        triggers=(
            "budget",
            "spend",
            "spent",
            "cost",
            "bill",
            "contract",
            "expenditure",
            "worth",
            "paid",
            "pay",
            "outlay",
            "services ha",
            "department ha",
            "trust ha",
            "swallow",
        ),
        frames=(
            (
                r"<M> (?:(?:annual|net|gross|children's services|yearly|total|overall|children's|social care) "
                r")*(?:budget|contract|bill|a year contract)\b"
            ),
            (
                r"(?:budget|contract|spending|expenditure|bill|outlay|spend)(?:[^;|.<!>]{0,70}?)(?: of| is| was| "
                r"at| worth| to| reached| reach| stands at| stood at| totalled| came to| comes to| will be| hit|"
                r",| from|:) (?:just |about |around |nearly )?<M>"
            ),
            (
                r"(?:spen(?:d|ds|t|ding)|budgeted|budgets|pays|paid|paying|swallow(?:s|ed)?|costs?|costing|cost "
                r"(?:of|it|the \w+)|shell(?:ed|ing) out|set aside)(?: [\w' <a>]{0,30}?)? <M>"
            ),
            (
                r"(?:children's services|department|service|trust|company)(?: [\w<a>' ]{0,20}?)? (?:had|have|has|"
                r"gets?|got) <M>(?= ?(?:in|this|to spend|for|a year|and|,|\Z|\.))"
            ),
            r"(?:at a cost of|at a total cost of|costing) <M>",
            r"<M> to spend\b",
            r"set aside <M>[^;|.]{0,40}? (?:spending|spent|spend)\b",
            (
                r"<M> (?:has |had )?(?:went|goes|gone|going|go) on (?:agency|locum|placements?|social|foster|"
                r"residential|children|staff|homes)"
            ),
            r"<M> (?:was|is|had been|has been|were|of that|of it)? ?(?:[\w-]+ )?(?:spent|budgeted)",
            r"{start}(?:[\w' ]{0,40} )?(?:budget|spend|expenditure|spending)[^|<!>]{0,20}[|:] <M>",
        ),
        not_after=r"towards?\b",  # "had earlier paid £1.8 million towards the cost of": a share, no budget
        boost=0.0,
    ),
    Spec(
        metric="investment",
        kind="M",
        least=10_000,
        forbids=r"set aside <m>[^;|.]{0,40} (?:spending|spent|spend)\b",
        triggers=(
            "invest",
            "inject",
            "put ",
            "puts",
            "putting",
            "topp",
            "chipp",
            "pump",
            "commit",
            "pledg",
            "promis",
            "allocat",
            "award",
            "set aside",
            "grant",
            "secur",
            "receiv",
            "given",
            "gave",
            "extra",
            "additional",
            "further",
            "another",
            "plough",
            "stump",
            "up with",
            "pour",
            "approv",
            "boost",
            "funding",
            "package",
            "growth",
            "found",
            "agreed",
            "earmark",
            "handed",
            "more",
            "bailout",
            "won",
            "add",
            "provid",
            "new money",
            "lifeline",
            "fund",
            "contribut",
            "cash",
        ),
        frames=(
            rf"{_GIVE} (?:[\w',\" -]{{0,45}}? )?<M>",
            (
                r"<M> (?:(?:of|in) )?(?:(?:extra|additional|new|more|further|emergency|government|annual|one-off|"
                r"recurring|growth|improvement|transformation|ring-fenced) )*(?:investment|funding|cash|growth "
                r"package|package|grant|boost|injection|fund|growth|money|support package|resources|improvement "
                r"(?:fund|programme|package|plan))\b"
            ),
            r"<M> (?:more|extra|on top|of new money|a year more)\b",
            r"<M> (?:[\w-]+ ){0,3}fund (?:agreed|set up|created|approved|announced)",
            r"<M> (?:[\w -]{0,40}? )?(?:have |has |had )?added to (?:the |its |their )?(?:[\w' -]{0,25} )?budget",
            (
                r"<M> (?:[\w' ]{0,25}? )?(?:has been |had been |have been |was |were |will be |is being |being |"
                r"is )(?:invested|injected|put (?:in|aside)|pumped|committed|pledged|promised|allocated|awarded|"
                r"set aside|granted|secured|given|ploughed|poured|approved|added|found|earmarked|made available|"
                r"handed)"
            ),
        ),
        boost=0.2,
    ),
)

# Money for other services, and the price of one thing, states no metric of children's services.
OTHER_SERVICES = _OTHER_SERVICES
PRICE = _PRICE
