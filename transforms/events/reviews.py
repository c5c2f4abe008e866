"""Reviews of a service by others: peer, independent and case reviews."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.events import words
from transforms.events.draft import FAMILY, Draft
from transforms.events.factual import is_told
from transforms.events.lines import Line
from transforms.events.page import Page
from transforms.events.placed import periods_by
from transforms.events.verbs import past_forms

_CUES = (
    "review", "inquiry", "peer", "scr", "lga", "local government association", "latest", "last", "recent", "first",
    "second", "third", "fourth", "fifth", "sixth", "final",
)  # fmt: skip
# "Peers from three councils spent four days", "a team from the Local Government Association looked at"
_PEERS = re.compile(
    r"\b(?:peers (?:from|at|led|drawn)|peer (?:review )?team|(?:team|colleagues|officers|experts|"
    r"managers) (?:of \w+ )?from (?:the "
    r"local government association|the lga|another council|other councils|neighbouring councils|\w+ other "
    r"(?:councils|"
    r"authorities)|other authorities))[^.;]{0,80}? (?:spent|visited|looked at|came|were in|was in|examined|reviewed|"
    r"found)\b"
)
_LORDS = re.compile(r"\b(?:house of lords|lords|peerage|baron\w*)\b")
# "The review, published yesterday," after a sentence on it
_THE_REVIEW = re.compile(
    r"\b(?:the|this|his|her|their|its) (?:\d+-page |[\w-]+-page |full |final )?review,? (?:which (?:was|is) |"
    r"was |is )?"
    r"(?P<out>published|released|out|made public)\b"
)
_TURNED_DOWN = re.compile(
    r"\b(?:turned down|voted (?:down|against)|rejected|refused|ruled out|resisted|blocked) (?:an?|the) (?:\w+ "
    r"){0,3}\Z"
)
_NOUN = re.compile(
    r"\b(?:(?P<case>(?:serious case|(?:local |national )?(?:child )?safeguarding practice|child practice|"
    r"(?:(?<=\ba )|(?<=the )|(?<=this ))practice|domestic "
    r"homicide|learning lessons|case) reviews?|scr\b)|(?P<peer>peer (?:review|challenge|inspection)s?|corporate peer "
    r"challenge|lga (?:review|challenge))|(?P<independent>(?:independent|external|diagnostic|government|"
    r"government-commissioned|dfe|performance|improvement|ministerial|rapid improvement|stocktake|commissioner's|"
    r"six-month|progress|post-inspection) (?:\w+ )?(?:reviews?\b(?: meetings?| visit)?|inquiry)\b)|"
    r"(?P<by>reviews?(?: (?:of|into)(?: [\w'-]+){1,7}?)?,? (?:was |were )?(?:carried out |conducted |led |undertaken "
    r"|completed |published |written |commissioned )?by (?:an? )?(?!the council|the authority|its|the service|the "
    r"director|officers|councillors|council)[\w]))(?! (?:officer|service|process|group|sub|panel|conference|team|"
    r"board|date|cycle|arrangement|system|timescale|form|hub))"
)
_FOUND = re.compile(
    r"\A[\"']?,?(?:(?: (?!and\b|but\b|that\b|is\b|are\b)[\w'’,()/&-]+){0,14}?),? (?:has |have |had |also |then )*"
    r"(?:found|finds|revealed|reveals|concluded|concludes|published|publishes|took place|takes place|was carried out|"
    r"was conducted|were carried out|was held|was completed|"
    r"highlighted|highlights|identified|identifies|criticised|criticises|said|says|into|showed|shows|uncovered|"
    r"described|exposed|recommended|made \w+ recommendations|started|began|praised|"
    r"confirmed|noted|warned|reported|raised|blamed|led to|was (?:damning|critical|scathing|published|positive))\b"
)
_CASE_FINDINGS = re.compile(
    r"\b(?:findings?|recommendations?|conclusions?|publication|lessons|results?|outcome)(?: \w+){0,2} (?:of|from|by) "
    r"(?:the |a |an |last year's )?(?:\w+ ){0,2}\Z"
)
_CASE_SAID = re.compile(
    r"\A[\"']?,?(?:(?: (?!and\b|but\b)[\w'’,()/&-]+){0,18}?),? (?:has |have |had |also )*(?:found|finds|revealed|"
    r"reveals|concluded|concludes|published|highlighted|identified|"
    r"criticised|said|says|showed|shows|described|exposed|recommended|made|blamed|uncovered|warned|out (?:today|this "
    r"week)|released)\b"
)
_HELD = (
    "complete", "conduct", "carry out", "undertake", "host", "undergo", "have", "hold", "welcome", "invite", "lead",
)  # fmt: skip
_BEFORE = re.compile(
    r"\b(?:following|after|in the wake of|findings of|results? of|according to|outcome of|recommendations of|"
    rf"{past_forms(_HELD)}|"
    r"took part in|taken part in)"
    r" (?:an?|the|its|their|last \w+'s)? ?(?:[\w-]+ ){0,3}\Z"
)
_OWN = re.compile(
    r"\b(?:council|authority|it|they|board|we|he|she|who|a|as|chief executive|director|leaders?|managers|trust|"
    r"service|cabinet|councillors|has|have|had|was|been|be|panel|lscb|partnership)(?: [\w']+){0,4} (?:commission|"
    r"order|launch|ask|request|start|establish|announc|invit|undertak|propos)\w*"
    r"(?: for| that)? (?:an?|the|its|their|two|three|a further)? ?(?:[\w-]+ ){0,3}\Z"
)
_UNFINISHED = re.compile(
    r"\A[\"']?(?: [\w'-]+){0,8}? (?:(?:is|are|was|were|remains?) (?:now |still |currently )?(?:under ?way|ongoing|"
    r"on-going|being|in progress|pending|to be|commissioned|ordered|launched|announced|due)|"
    r"has been (?:commissioned|ordered|launched|announced|started)|have been (?:commissioned|launched)|to (?:examine|"
    r"look|establish))\b"
)
_SERIES = re.compile(
    r"\A[\"']?(?:and )?(?:the |its |their )(?P<which>latest|last|most recent|first|second|third|fourth|fifth|sixth|"
    r"final)(?: (?:one|such|of these|of them|of those))?,?"
    r"(?: (?:took place|was held|was|happened|came|was carried out))"
)


def find_reviews(line: Line, page: Page) -> Iterator[Draft]:
    """The reviews that a sentence tells as made; a case review needs its findings, others that they took place."""
    if not any(cue in line.words for cue in _CUES):
        return
    for match in _NOUN.finditer(line.words):
        draft = Draft("review", line, match.start(), match.end(), "review", confidence=0.8)
        if _is_held(draft, match, page):
            yield draft
            return
    yield from _held_by_peers(line, page)
    yield from _published(line, page)
    yield from _next_of_series(line, page)


def _held_by_peers(line: Line, page: Page) -> Iterator[Draft]:
    """A review told by the stay of those who made it, at a time."""
    match = _PEERS.search(line.words)
    if match is None or _LORDS.search(line.words) or not is_told(line, match.start(), match.end()):
        return
    draft = Draft("review", line, match.start(), match.end(), "review_peers", confidence=0.8)
    if _has_date(draft, page):
        yield draft


def _published(line: Line, page: Page) -> Iterator[Draft]:
    """The day on which the review of the sentence before came out."""
    match = _THE_REVIEW.search(line.words)
    if match is None or not any(draft.kind == "review" for draft in page.told_before(line, 2)):
        return
    draft = Draft("review", line, match.start(), match.end(), "review_published", confidence=0.8)
    if is_told(line, match.start(), match.end()) and _has_date(draft, page):
        yield draft


def _is_held(draft: Draft, match: re.Match[str], page: Page) -> bool:
    line = draft.line
    before, after = line.words[max(0, match.start() - 70) : match.start()], line.words[match.end() :]
    if (
        not is_told(line, match.start(), match.end())
        or _UNFINISHED.match(after)
        or _OWN.search(before)
        or _TURNED_DOWN.search(before)
    ):
        return False
    is_plural = (
        re.search(
            r"(?:reviews|meetings|challenges|inspections)\Z",
            match[0],
        )
        is not None
        or match[0].startswith("reviews")
        or before.endswith("reviews (")
    )
    is_dated = _has_date(draft, page)
    if match["case"]:
        said = _CASE_FINDINGS.search(before) or _CASE_SAID.match(after)
        return bool(said and not page.in_report and not is_plural) or (is_dated and not is_plural)
    if is_plural:
        return is_dated and _FOUND.match(after) is not None
    if page.in_report:
        return is_dated
    return is_dated or bool(_FOUND.match(after) or _BEFORE.search(before) or match["by"])


def _has_date(draft: Draft, page: Page) -> bool:
    """Whether a settled time stands by the noun."""
    for low, high, period in periods_by(draft.line, page.calendar):
        if period.date_start is None or period.kind == "since":
            continue
        if draft.start <= low and high <= draft.end:
            return True
        if (
            low >= draft.end
            and low - draft.end < 90
            and not re.search(
                r"[;.]|\b(?:and|but|than|between)\b|\bthat\b(?! (?:the council|it|they|leaders) (?:invited|hosted|"
                r"had|held|asked))",
                draft.line.words[draft.end : low],
            )
        ):
            return True
        if (
            high <= draft.start
            and draft.start - high < 70
            and not re.search(r"[;.]|\b(?:but|than)\b", draft.line.words[high : draft.start])
        ):
            return True
    return False


def _next_of_series(line: Line, page: Page) -> Iterator[Draft]:
    """One of a series that the sentences before tell: "The latest took place in November 2016"."""
    match = _SERIES.match(line.words)
    if match is None or not any(period.date_start for _, _, period in periods_by(line, page.calendar)):
        return
    earlier = next(
        (draft for draft in page.told_before(line, 2) if draft.kind == "review" or draft.kind in FAMILY), None
    )
    if earlier is None or not is_told(line, match.start(), match.end()):
        return
    number = words.ORDINALS.get(match["which"]) if earlier.kind in FAMILY else None
    yield Draft(earlier.kind, line, 0, match.end(), f"{earlier.kind}_series", number=number, confidence=0.8)
