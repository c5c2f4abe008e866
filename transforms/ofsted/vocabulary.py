"""What Ofsted's reports on local authorities' children's services print: frameworks, areas, grades. Data only.

Patterns are matched without regard to case against text whose white space is single and whose apostrophes and dashes
are the plain ones (``folding.fold``). Each is as the reports of its years word it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Framework:
    """A framework of inspection, the title by which its reports are known, and from when there can be any."""

    code: str
    kind: str
    title: str
    since: date


@dataclass(frozen=True, slots=True)
class Area:
    """An area of judgement: ``label`` is how the table of the front page names it."""

    code: str
    label: str


_CHILDREN = r"child(?:ren)?(?:'s|s')?"

# The first whose title fits holds: a single inspection's title also names the review of the board.
FRAMEWORKS = (
    Framework(
        "SIF",
        "single_inspection",
        r"inspection of (?:local authority )?services for children (?:in need of|who need) help and protection",
        date(2013, 9, 1),
    ),
    Framework(
        "LAC_2013",
        "looked_after_inspection",
        rf"inspection of (?:services for )?(?:looked[ -]after {_CHILDREN}|{_CHILDREN} looked[ -]after)",
        date(2012, 9, 1),
    ),
    Framework(
        "LSCB_review",
        "safeguarding_board_review",
        rf"review of the effectiveness of the (?:\S+ ){{0,6}}safeguarding {_CHILDREN} board",
        date(2013, 9, 1),
    ),
    Framework(
        "ILACS",
        "standard_inspection",
        rf"(?<!area )inspection of (?:(?!safeguarding|looked|arrangements|protection)\S+ ){{0,12}}?{_CHILDREN} "
        r"(?:social (?:care|work) )?services\b",
        date(2017, 6, 1),
    ),
)

# Titles that Ofsted has given, or may give, to reports about a council's work with children under other frameworks.
OTHER_TITLE = (
    r"\b(?:re-?)?inspection of (?:[^.]{0,160}\b)?(?:safeguarding|(?:protection|care) of children|"
    rf"{_CHILDREN} (?:social )?(?:care|services)|(?:services|arrangements|provision) for (?:\S+ ){{0,4}}{_CHILDREN})"
)
VISIT_TITLE = r"\b(?:monitoring|focused|assurance) visit\b|\bjoint (?:targeted )?area\b"
REINSPECTION = r"\bre-? ?inspection\b"
# "This is a re-inspection of …" where the title has the plain word
SAYS_REINSPECTION = r"\bthis is a re-? ?inspection of\b"
SAYS_SHORT = r"\bthis (?:is a |was a )?short inspection\b"

# An ILACS short inspection has one week on site, a standard one two (Ofsted's handbook for the framework).
SHORT_INSPECTION_DAYS = 7
# From then on the reports give no overall effectiveness.
ILACS_WITHOUT_OVERALL = date(2026, 4, 1)
# From then on children in care and care leavers are judged apart.
ILACS_SEPARATE_CARE = date(2023, 1, 1)

_EXPERIENCES = r"(?:the )?experiences? and progress(?:es)? of "
_IN_CARE = r"(?:children|children and young people) (?:in (?:our )?care|looked[ -]after)|looked[ -]after children"
_LEAVERS = (
    r"(?:care[ -]leavers|care[ -]experienced (?:young people|adults|young adults)|(?:young people|those) leaving care)"
)
_NEEDING = r"(?:children|those|children and young people|children and families) (?:who need|in need of|needing)"

AREAS: dict[str, tuple[Area, ...]] = {
    "ILACS": (
        Area("impact_of_leaders", r"(?:the )?impact of (?:leaders|leadership)(?: (?!the\b|overall\b)[a-z,'-]+){0,12}"),
        Area("help_and_protection", rf"(?:{_EXPERIENCES})?{_NEEDING} help(?:,? (?:and|or))? protection"),
        Area("in_care_and_care_leavers", rf"(?:{_EXPERIENCES})?(?:{_IN_CARE}),? and {_LEAVERS}"),
        Area("in_care", rf"(?:{_EXPERIENCES})?(?:{_IN_CARE})"),
        Area("care_leavers", rf"(?:{_EXPERIENCES})?{_LEAVERS}"),
        Area("overall_effectiveness", r"(?:the )?overall (?:effectiveness|judge?ment)"
             rf"(?: of (?:the )?(?:local authority )?{_CHILDREN} services)?"),
    ),
    "SIF": (
        Area("help_and_protection", rf"(?:{_EXPERIENCES})?{_NEEDING} help(?:,? (?:and|or))? protection"),
        Area("in_care", rf"(?:{_EXPERIENCES})?(?:{_IN_CARE})(?:,? (?:and|or) achieving permanen(?:ce|cy))?"),
        Area("adoption", r"(?:the )?adoption(?: performance)?(?: of adoption)?|performance (?:of|in|for) adoption"),
        Area("care_leavers", rf"(?:{_EXPERIENCES})?{_LEAVERS}"),
        Area("leadership_management_governance",
             r"leadership,? (?:management,? (?:and|&) governance|governance,? (?:and|&) management)"),
        Area("overall_effectiveness", r"(?:the )?overall effectiveness"),
    ),
    "LSCB_review": (),
    "LAC_2013": (
        Area("overall_effectiveness", r"(?:the )?overall effectiveness(?: of (?:the )?services for looked[ -]after "
             r"children(?: and young people)?)?"),
        Area("capacity_to_improve", r"(?:the )?capacity (?:to improve|for improvement)"),
        Area("outcomes_for_looked_after_children", r"(?:the )?outcomes for (?:looked[ -]after )?children(?: looked"
             r"[ -]after)?(?: and (?:young people|care[ -]leavers))?"),
        Area("quality_of_provision", r"(?:the )?quality of (?:the )?(?:provision|services?)"),
        Area("leadership_and_management", r"leadership (?:and|&) management"),
    ),
}  # fmt: skip

# What every report of a framework judges; the areas of care depend on the date, the board on the title.
EXPECTED: dict[str, tuple[str, ...]] = {
    "ILACS": ("impact_of_leaders", "help_and_protection"),
    "SIF": ("overall_effectiveness", "help_and_protection", "in_care", "adoption", "care_leavers",
            "leadership_management_governance"),
    "LSCB_review": ("lscb",),
    "LAC_2013": tuple(area.code for area in AREAS["LAC_2013"]),
}  # fmt: skip

# Printed words of a grade, in lower case, and its code.
GRADES: dict[str, str] = {
    "outstanding": "outstanding",
    "good": "good",
    "requires improvement": "requires_improvement",
    "requires improvement to be good": "requires_improvement",
    "require improvement": "requires_improvement",
    "require improvement to be good": "requires_improvement",
    "inadequate": "inadequate",
    "not judged": "not_judged",
}
# Inspections of services for looked after children print the grade's number too ("Grade 4 (inadequate)").
GRADES_2013: dict[str, str] = {
    "outstanding": "outstanding",
    "good": "good",
    "adequate": "adequate",
    "inadequate": "inadequate",
    "not judged": "not_judged",
    "grade 1 outstanding": "outstanding",
    "grade 2 good": "good",
    "grade 3 adequate": "adequate",
    "grade 4 inadequate": "inadequate",
}
GRADES_OF: dict[str, dict[str, str]] = {
    "ILACS": GRADES,
    "SIF": GRADES,
    "LSCB_review": GRADES,
    "LAC_2013": GRADES_2013,
}

# Headings of the parts of a report that give the grade of their area again: "… help and protection: good".
_VERB = r"(?: (?:is|are)(?: that (?:it|they))?(?: (?:is|are))?)?"
_GRADED = r"the graded judge?ments? (?:for|about|of|on) (?:the )?"
HEADING_END = rf"{_VERB} ?[:-]?"
HEADINGS: dict[str, tuple[Area, ...]] = {
    "ILACS": tuple(
        Area(area.code, area.label.replace(f"(?:{_EXPERIENCES})?", _EXPERIENCES))
        for area in AREAS["ILACS"]
        if area.code != "overall_effectiveness"
    ),
    "SIF": (
        Area("help_and_protection", rf"(?:key judge?ment )?{_EXPERIENCES}{_NEEDING} help and protection"),
        Area("in_care", rf"(?:key judge?ment )?{_EXPERIENCES}(?:{_IN_CARE}) and achieving permanence"),
        Area("adoption", rf"{_GRADED}(?:adoption performance|performance of adoption)"),
        Area("care_leavers", rf"{_GRADED}{_EXPERIENCES}{_LEAVERS}"),
        Area("leadership_management_governance", r"(?:key judge?ment )?leadership, management and governance"),
    ),
    "LSCB_review": (),
    "LAC_2013": AREAS["LAC_2013"],
}

# Sentences that give the grade of a whole inspection, and of a board; ``{grade}`` stands at the end of the line.
OVERALL_OPENINGS = (
    r"(?:the )?overall,? (?:the )?(?:judge?ment|effectiveness|grade|grading)\b|"
    rf"(?:the )?{_CHILDREN} (?:social (?:care|work) )?services\b|"
    rf"services for (?:{_CHILDREN}|looked[ -]after children)\b|this local authority\b",
    # less sure of itself, so tried where the first finds nothing
    rf"(?:\S+ ){{1,9}}?{_CHILDREN} (?:social (?:care|work) )?services (?=(?:is|are|requires?)\b)|"
    r"(?:the )?(?:(?!and |that |who )\S+ ){0,8}?(?:judge?ment|effectiveness|authority|council)\b(?=.* (?:is|are) )",
)
BOARD_NAME = rf"(?:safeguarding {_CHILDREN}(?: board)?(?: ?\([a-z]{{2,6}}\))?|lscb)"
BOARD_OPENING = (
    r"(?:section \w+:? ?)?(?:the )?(?:overall )?(?:judge?ments? )?(?:for |on |of |about )?(?:the )?"
    r"(?:overall )?(?:effectiveness of )?(?:the )?(?:arrangements (?:for|of|in place for) )?(?:the )?"
    rf"(?:(?!is |are |an? |that |if |which )[\w'&,.-]+ ){{0,7}}?{BOARD_NAME}"
    r"(?: (?:for|in|of)(?: (?!is\b|are\b|that\b)[\w'&,.-]+){1,7}?)?"
)
BOARD_VERB = (
    r"(?:(?: overall)? (?:is|are)(?: (?:that )?(?:it|they)(?: is| are)?)?"
    r"(?: (?:judged|graded|found|deemed))?(?: (?:to|as))?(?: be)?)? ?[:-]? ?"
)
# The sentence below the heading of the board's part.
BOARD_ARRANGEMENTS = "arrangements in place to evaluate"
BOARD_ARRANGEMENTS_SENTENCE = (
    rf"the {BOARD_ARRANGEMENTS} the effectiveness of what is done by the (?:local )?authority and (?:the )?board "
    r"partners to safeguard and promote the welfare of children(?: is| are)? "
)
# "are not yet good", "are no longer inadequate", "were judged inadequate in 2014"
UNMEANT = r"\b(?:not|no longer|never|cannot|were|was|had|previous(?:ly)?|last|from|if|when|until|less|than|become)\b"
