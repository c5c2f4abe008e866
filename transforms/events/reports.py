"""Reports and letters of inspections, visits, commissioners and reviews, told as published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.events import words
from transforms.events.draft import Draft
from transforms.events.factual import is_told
from transforms.events.frames import frames, tellings
from transforms.events.lines import Line
from transforms.events.page import Page
from transforms.events.placed import periods_by

_DOCUMENT = (
    r"(?:report|letter|findings|verdict|judgement|results? of which|results? of (?:the|its|an?) (?:\w+ "
    r")?inspection|outcome of "
    r"(?:the|its|an?) (?:\w+ )?inspection)"
)
_OUT = (
    r"(?:published|publishes|publish|released|releases|made public|issued|unveiled|comes? out|came out|(?<!carried "
    r")out (?:today|this|yesterday|last|on)|made (?:in|on|today|yesterday|last|this)|dated|printed|delivered|"
    r"appeared|landed|handed (?:over )?to|sent to|put online|(?:(?<=was )|(?<=is ))out|publication)"
)
_OF_INSPECTION = (
    r"(?:ofsted(?:'s)?|inspect(?:ion|ors?'?|orate)(?:'s)?|watchdog(?:'s)?|regulator(?:'s)?|monitoring "
    r"visit|focus+ed visit|commissioner'?s?|serious case review|peer review|practice review|independent "
    r"review|review)"
)
_NAMED = re.compile(
    rf"\b{_OF_INSPECTION} (?:[\w'-]+ ){{0,3}}?{_DOCUMENT}s?\b|\b(?:report|letter|findings|verdict) (?:(?:sent|"
    rf"written|issued|addressed)(?: [\w']+){{0,5}} )?(?:from|by|of|about|on|following|after|into|(?:which|that) "
    rf"followed)(?: "
    rf"[\w'’-]+){{0,5}}? {_OF_INSPECTION}"
)
_PUBLISHED = re.compile(rf"\b(?:report|letter|findings|verdict)s?\b(?P<gap>[^;.]{{0,75}}?)\b{_OUT}\b")
_PUBLISHES = re.compile(
    rf"\b{_OUT}(?: in full)? (?:its|their|the|an?|his|her)(?P<gap>(?: [\w'-]+){{0,5}}?) (?:report|letter|findings|"
    rf"verdict|results?|outcome)\b(?: of (?:its|the|an?) (?:[\w-]+ ){{0,3}}(?:inspection|visit))?"
)
_REPORT_OUT = re.compile(
    r"\b(?:inspection|monitoring visit|ofsted) (?:report|"
    r"letter)\b(?P<gap>[^;.:]{0,110}?)\b(?:was |were )?published\b"
)
_INSPECTION_OUT = re.compile(r"\binspections?\b(?P<gap>[^;.:]{3,110}?)\b(?:was |were )?published\b")
_NOUN = re.compile(r"\b(?:report|letter|findings|verdict|results?|outcome|conclusions|assessment)\b(?! of which)")
_OUT_BY = frames(
    transitive=(
        "publish", "release", "issue", "unveil", "make public", "print", "deliver", "disclose", "put online", "send",
        "circulate", "present", "submit", "publicise", "lay",
    ),
    intransitive=("come out", "appear", "land", "emerge"),
    nouns=("publication", "release", "appearance"),
    states=("out today", "out now", "published today"),
    through=("on", "with"),
    gap=6,
)  # fmt: skip
_FOLLOWS = re.compile(r"\b(?:the|their|its|this) (?:report|letter) (?:follows|followed|comes after|came after)\b")
_SAYS = re.compile(
    r"\A[\"']?,?(?:(?: (?!and\b(?! \d)|but\b)[\w'’,()/&-]+){0,10}?),? (?:has |have |had |also )*(?:found|finds|says|"
    r"said|states|stated|reveals|revealed|shows|showed|praises|praised|concludes|concluded|"
    r"highlights|highlighted|notes|noted|warns|warned|described|describes|rated|criticised|criticises|comes|came|"
    r"follows|followed|recognises|raised|identified|exposed|made|set out|sets out|lays bare|laid bare|told)\b"
)
_NEW = re.compile(
    r"\b(?:latest|recent|new|damning|critical|scathing|glowing|positive|highly critical|"
    r"encouraging)\b[^,;.]{0,40}\Z"
)
_LATEST = re.compile(
    r"\b(?:following|after|according to|in|about|from|of|to|by|welcomed|responding to|response to) (?:an?|the|their|"
    r"its|this|last \w+'s|ofsted's?)? ?(?:[\w'-]+ ){0,4}\Z"
)
_INTERNAL = re.compile(
    r"\b(?:annual|budget|finance|financial|performance|cabinet|committee|scrutiny|council(?:'s)?|officers?'?|"
    r"quarterly|self-assessment|own|progress|improvement board|school|cqc|auditors?'?|audit|"
    r"monthly|update|health|education|police|statistical|data|trust's|directors?'?s?|news|media|newspaper|hmic\w*|"
    r"coroner'?s?)(?: \w+){0,1} (?:report|letter|findings)|report to (?:the )?(?:councillors|cabinet|committee|"
    r"council|members|a meeting|scrutiny)"
)
# the reports of other inspectorates, and the yearly one on all schools
_OF_OTHERS = re.compile(
    r"\b(?:police|fire|constabulary|hmic\w*|prisons?|care quality commission|cqc|probation)\b[^.;]{0,40}?\b(?:report|"
    r"letter|"
    r"findings|verdict)|\bannual report\b|\breport on (?:schools|the force|prisons)\b"
)
# "A commissioner had reported on 17 December"
_REPORTED = re.compile(
    r"\bcommissioner (?:has |had |then |first |also )*reported (?=(?:back )?(?:in|on|last|yesterday|today)\b)"
)
# "Two serious case reviews were published", "one had been published"
_CASE_REVIEWS = re.compile(
    r"\b(?:(?:one|two|three|four|five|six|\d+) (?:\w+ )?(?:serious case|case|practice|safeguarding practice) "
    r"reviews?|"
    r"(?P<one>one|two|three)) (?:was|were|has been|have been|had been) published\b"
)
_CASE = re.compile(r"\b(?:serious case|practice) reviews?\b")
# "Writing to the director on 14 July, inspectors said"
_WRITING = re.compile(
    r"\b(?:writing to|wrote to|in a letter to) (?:the |its )?[\w' -]{3,40}?(?= (?:on|in|last|today|yesterday)\b)"
)
# "Inspectors gave the service a glowing report"
_GAVE = re.compile(
    rf"\b{words.OFSTED} (?:has |have |had )?(?:gave|given|handed|delivered|sent|wrote|"
    rf"issued) [^;.,]{{0,50}}?\b(?:report|letter)\b"
)
# "The 14-page report makes grim reading", "Their letter ran to four pages"
_SPOKEN = re.compile(
    r"(?:\A|[.;:,]|\b(?:that|and|but|while)) ?[\"']?(?:the|their|its|this|ofsted's)(?: [\w-]*page| \w+-page| full|"
    r" latest| same|"
    r" final)? (?:report|letter)(?: (?:also|itself|then|further|even))* (?:says|said|makes|made|paints|painted|"
    r"points|"
    r"pointed|runs|ran|gives|gave|contains|contained|calls|called|speaks|spoke|talks|goes on|went on|singles|ends|"
    r"ended|"
    r"adds|added|lists|listed|notes|noted|finds|found|praises|praised|describes|described|sets out|set out|warns|"
    r"warned|"
    r"concludes|concluded|highlights|highlighted|criticises|criticised|identifies|identified|reveals|revealed|shows|"
    r"showed|tells|told|states|stated|credits|credited|recognises|recognised|acknowledges|acknowledged|was critical|"
    r"was clear|is clear|is critical|leaves|left|raises|raised|pulls|reads)\b"
)
_SPOKEN_REACH = 3
_BY_INSPECTORS = re.compile(rf"\b(?:{words.OFSTED}|inspection|inspected|monitoring visit|focused visit)\b")
_BY_COUNCIL = re.compile(
    r"\b(?:report|paper|letter) (?:to|by|from) (?:the |its )?(?:\w+ )?(?:cabinet|committee|council\w*|director|"
    r"officers?|members|"
    r"auditors?|treasurer|chief)\b|\bconsidered a report\b|\breport of the\b|\bauditor|\bthink tank|\bunion|\bcharity"
)
_OFSTED = re.compile(
    rf"\b(?:{words.OFSTED}|inspection|monitoring visit|focused visit|commissioner|serious case review|peer review|"
    rf"judged|inspected)\b"
)


_GRADE = re.compile(words.GRADE)


def find_reports(line: Line, page: Page) -> Iterator[Draft]:
    """The report or letter that a sentence tells as published, at most one."""
    draft = next(_told(line, page), None)
    if draft is None and not page.in_report:
        draft = next(_spoken(line, page), None)
    if draft is not None:
        yield draft


def _told(line: Line, page: Page) -> Iterator[Draft]:
    if page.in_report:
        yield from _in_report(line, page)
        return
    if _OF_OTHERS.search(line.words):
        return
    yield from _by_others(line, page)
    internal = _INTERNAL.search(line.words)
    for rule, form in (("published", _PUBLISHED), ("publishes", _PUBLISHES)):
        for match in form.finditer(line.words):
            if internal and not _NAMED.search(line.words):
                continue
            if not _is_of_inspection(line, page, match) or not is_told(line, match.start(), match.end()):
                continue
            if words.UNREAL.search(match["gap"]):
                continue
            yield Draft("report_published", line, match.start(), match.end(), f"report_{rule}")
    for noun in _NOUN.finditer(line.words):
        for telling in tellings(_OUT_BY, line, *noun.span()):
            if internal and not _NAMED.search(line.words):
                continue
            if (_OFSTED.search(line.words) or _OFSTED.search(page.before(line, 2))) and is_told(
                line, telling.start, telling.end
            ):
                yield Draft("report_published", line, *telling.near, "report_published")
    for match in _FOLLOWS.finditer(line.words):
        if _is_of_inspection(line, page, match):
            yield Draft(
                "report_published", line, match.start(), match.end(), "report_follows", passing=True, confidence=0.8
            )
    for match in _NAMED.finditer(line.words):
        if not is_told(line, match.start(), match.end(), reach=40) or match[0].endswith("judgement"):
            continue
        before, after = line.words[max(0, match.start() - 60) : match.start()], line.words[match.end() :]
        told = _SAYS.match(after) or _LATEST.search(before) or _NEW.search(f"{before}{match[0]}")
        if "verdict" in match[0] and _GRADE.search(line.words):
            continue  # "Ofsted's verdict, when it came in May, was inadequate"
        if "report" not in match[0] and "letter" not in match[0]:
            told = None
        if told or _has_time(line, match, page):
            yield Draft(
                "report_published", line, match.start(), match.end(), "report_named", passing=True, confidence=0.8
            )


def _by_others(line: Line, page: Page) -> Iterator[Draft]:
    """What a commissioner reported, the case reviews that are out, and the letter that inspectors wrote."""
    for match in (
        _REPORTED.search(line.words),
        _CASE_REVIEWS.search(line.words),
        _WRITING.search(line.words),
        _GAVE.search(line.words),
    ):
        if match is None or not is_told(line, match.start(), match.end()):
            continue
        if match.re is _CASE_REVIEWS and match["one"] and not _CASE.search(page.before(line, 2) + line.words):
            continue
        if match.re is _CASE_REVIEWS and "have been" in match[0] and not _has_time(line, match, page):
            continue  # "two have been published" in all these years
        if match.re is _WRITING and not (_has_time(line, match, page) and _BY_INSPECTORS.search(line.words)):
            continue
        yield Draft("report_published", line, match.start(), match.end(), "report_told", confidence=0.8)


def _spoken(line: Line, page: Page) -> Iterator[Draft]:
    """The report that a text speaks of after it told the inspection: "The report makes grim reading"."""
    match = _SPOKEN.search(line.words)
    if match is None or _BY_COUNCIL.search(line.words):
        return
    before = page.before(line, _SPOKEN_REACH)
    if _BY_INSPECTORS.search(before) and not _BY_COUNCIL.search(before):
        yield Draft(
            "report_published", line, match.start(), match.end(), "report_spoken", passing=True, confidence=0.75,
            dated_by_words=False,
        )  # fmt: skip


def _in_report(line: Line, page: Page) -> Iterator[Draft]:
    """In a report, only the report of another inspection with its date."""
    if "published" not in line.words:
        return
    for form in (_REPORT_OUT, _INSPECTION_OUT):
        for match in form.finditer(line.words):
            if is_told(line, match.start(), match.end()) and _has_time(line, match, page):
                yield Draft("report_published", line, match.start(), match.end(), "report_published")


def _is_of_inspection(line: Line, page: Page, match: re.Match[str]) -> bool:
    """Whether a report is one of inspectors: they stand in its sentence or in the two before."""
    return bool(_OFSTED.search(line.words) or _OFSTED.search(page.before(line, 2)))


def _has_time(line: Line, match: re.Match[str], page: Page) -> bool:
    """Whether a time stands right after the words."""
    for low, _, period in periods_by(line, page.calendar):
        if match.start() <= low <= match.end() + 30 and period.kind != "since":
            return not re.search(r"[;.]|\b(?:and|but|visit|inspection)\b", line.words[match.end() : low])
    return False
