"""How texts state the children's homes and foster households of a council."""

from __future__ import annotations

from transforms.mentions.grammar.rules import Spec

SPECS: tuple[Spec, ...] = (
    Spec(
        metric="childrens_homes_operated",
        kind="N",
        triggers=("home", "in all", "in total"),
        frames=(
            (
                r"(?:operat(?:e|es|ed|ing)|run(?:s|ning)?|ran|has|have|had|manag(?:e|es|ed|ing)|own(?:s|ed)?|"
                r"maintain(?:s|ed)?|provid(?:e|es|ed)|keep(?:s)?|with|and|left with|leaving it with|includ(?:es|"
                r"ing)) (?:only |just )?<N> (?:(?:small|local authority|residential|registered|council-run|"
                r"in-house|own|of its own|mainstream|council|short-break|open|internal) )*(?:children's "
                r"(?:residential )?homes?|residential (?:children's )?homes?|homes for children)(?! (?:place|bed|"
                r"staff))"
            ),
            (
                r"<N> (?:of its own |council-run |council-owned |in-house |local authority |authority-run "
                r")(?:[\w-]+ ){0,2}?(?:children's |residential )+homes?"
            ),
            (
                r"<N> (?:(?:small|residential) )*(?:children's|residential) homes? (?:of its own|(?:it|the "
                r"council|the county|<a>|the trust|the authority) (?:runs|operates|ran|owns|has)|(?:run|operated|"
                r"owned|managed) by)"
            ),
            r"(?:run|runs|operate|operates|have|has) <N> in (?:all|total)",
            (
                r"<N> (?:[\w'-]+ ){0,2}?homes (?:it|they|we|the (?:council|trust|county|authority)|<a>) (?:runs?|"
                r"operates?|owns?|manages?)"
            ),
            r"(?:runs|operates|run|operate|owns|owned) <N>(?: homes\b|(?= ?(?:[.,;]|\Z|and)))",
            r"total (?:run|operated) by [\w' ]{3,30} to <N>",
            r"of (?:its|the|their|our|the council's|<a>'s) <N> (?:[\w-]+ ){0,2}?(?:children's|residential) homes?",
            r"(?:the [\w]+|<a>)'s (?:own )?<N> (?:[\w-]+ ){0,2}?(?:children's|residential) homes?",
            r"children's homes (?:operated|run)[^|<!>]{0,20}[|:] ?<N>",
        ),
        needs=r"homes?\b",
        wide=True,
        forbids=(
            r"private (?:children's )?homes|homes in the county run by private|live in|living in residential|"
            r"care homes for older"
        ),
        not_after=(
            r"(?:children (?:living|placed|in)|(?:[\w-]+ ){0,2}children (?:live|living))|"
            # "two in-house residential children's homes, due to open in 2018"
            r"[^;.<n>]{0,60}\b(?:due|planned|expected|set|about|going|scheduled|will|to be)(?: to| be)* open"
        ),
    ),
    Spec(
        metric="childrens_homes_good",
        kind="N",
        triggers=("good", "outstanding"),
        frames=(
            (
                r"<N> (?:of (?:them|which|these|those|the (?:<n>|\w+)(?: homes)?|(?:its|their|our|the|<a>'s) "
                r"(?:<n> )?(?:[\w'-]+ ){0,3}?homes) )?(?:(?:homes|were|was|are|is|"
                r"being|been|have|had|has|currently|now|most recently) )*(?:judged|rated|graded|found|assessed|"
                r"classed|deemed|considered|ranked|hold|holds|held|were|are|is|was)(?: (?:to be|as|by ofsted|by "
                r"inspectors|by the inspectorate|a|at least|either))* \"?(?:good|outstanding)"
            ),
            (
                r"(?:judges|rates|grades|judged|rated|graded|calls|called|considers) <N> (?:of (?:them|these|the "
                r"homes|its homes|our "
                r"(?:[\w']+ )?homes|(?:its|their) (?:[\w']+ )?homes|the \w+) )?(?:(?:to be|as) )?\"?(?:good|"
                r"outstanding)"
            ),
            (
                r"<N> (?:were |was |is |are )?\"?(?:good|outstanding)\"?(?: or (?:better|outstanding|good))?(?= "
                r"?(?:\Z|[.,;:)]|and|by|at|in|with|while))"
            ),
            (
                r"<n> (?:was |were |are |is )?(?:judged |rated |graded )?(?:to be )?\"?good\"?,? (?:and|while|"
                r"with) <N> (?:(?:was|were|is|are|judged|rated) )*\"?outstanding"
            ),
        ),
        needs=r"homes?\b",
        wide=True,
        forbids=(
            r"schools|nurser|care (?:experienced|provided|given)|adult|care homes for older|parks|in their "
            r"own homes"
        ),
        not_before=r"<n> of (?:the|its|their|our|these)\s*",
        not_after=r"(?:cases|plans|per cent|assessments|files|local authorities|councils|areas|inspections|judgements)",
    ),
    Spec(
        metric="foster_households",
        kind="N",
        triggers=("foster",),
        frames=(
            (
                r"number of (?:households|families|carers|homes) (?:that|who|which) foster[^;|.<!>]{0,60}? "
                r"<N>(?= ?(?:\Z|[.,;:)]|in|at|from|this|last))"
            ),
            (
                r"<N> (?:(?:approved|mainstream|local authority|in-house|active|council|current|registered|"
                r"existing|of its own|local|connected|council's|<a>|general|different|the authority's) "
                r")*(?:foster(?:ing)? (?:carers?|carer households|households|families|homes)|foster-carer "
                r"households|fostering and kinship households|carer households|carers' households|households who "
                r"foster)(?! (?:were|had been|have been) (?:approved|recruited)|(?:did|had left|left|have left|"
                r"resigned|to be|who left|recruited|a year|are needed|"
                r"need))"
            ),
            (
                r"(?:number of|pool of|total of|tally of) (?:(?:approved|fostering|foster|mainstream|in-house|"
                r"carer) )+(?:carers|households|families|homes)[^;|.]{0,60}? <N>(?= ?(?:\Z|[.,;:)\"]|in|at|on|by|"
                r"from|to|last|this|compared|and))"
            ),
            r"<N> (?:[\w-]+ )?(?:households|families|carers|homes) foster(?:ed|ing)? (?:for|on behalf of)\b",
            (
                r"leaving (?:it |us |the council |a total of |the (?:pool|total) at )*<N>(?= ?(?:\Z|[.,;:)]|"
                r"households|carers|fostering|at|in|on))"
            ),
            (
                r"{start}(?:approved |mainstream )*foster(?:ing)? (?:households|carers|carer households)[^|"
                r"<]{0,30}[|:] <N>"
            ),
            (
                r"foster(?:ing)? (?:households|carers|families) (?:stood at|stands at|numbered|rose to|fell to|"
                r"has (?:risen|fallen|grown) to|is|was|are|were) <N>"
            ),
        ),
        subjects=(r"(?:approved )?(?:fostering households|foster carer households|foster carers)",),
        needs=r"foster|pool of carers",
        wide=True,
        forbids=(
            r"remain(?:ed|ing|s)? with|staying put|reach|live with|living with|placed with|annual reviews?|"
            r"spoke (?:to|with)|training (?:sessions|events)|attended"
        ),
        not_before=(
            r"(?:another|further|recruit\w*|lost|approve|approved|extra|additional|new|hopes to (?:approve|"
            r"recruit)|(?:live|lived|living) with|attract\w*|gain\w*|need\w*)\s*"
        ),
        not_after=(
            r"(?:new|more|extra|additional|further|children|years|fewer|reviews|per cent|\(<p>\) (?:live|"
            r"were placed))"
        ),
    ),
)
