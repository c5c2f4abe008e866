"""Parts of the service: teams, offices, areas, single workers."""

from __future__ import annotations

import re

from transforms.mentions.scopes import service_words as words
from transforms.mentions.scopes.around import EARLIER, Around, Span, scope

CASELOADS = frozenset(
    {
        "caseload_per_social_worker",
        "caseload_per_manager",
        "caseload_per_iro",
        "caseload_per_personal_adviser",
    }
)
# every such worker is of that service: "personal advisers in the leaving care team"
_OF_ITSELF = {
    "caseload_per_personal_adviser": re.compile(r"leaving care|after ?care|18\+", re.IGNORECASE),
    "caseload_per_iro": re.compile(r"review|conference", re.IGNORECASE),
}


def worker(around: Around) -> Span | None:
    """Workers that are told apart: "I had 27", "one worker in Keighley", "some staff", "the highest"."""
    for pattern in (words.FIRST_PERSON, words.ONE_ALONE, words.HIGHEST, words.SOME_WORKERS, words.NEWLY_QUALIFIED):
        found = around.last(pattern, around.left)
        if found is not None:
            return found
    return around.follows(words.NEWLY_QUALIFIED_AFTER)


def kind_of_worker(around: Around) -> Span | None:
    """Workers that are counted by kind: "12 newly qualified social workers"."""
    return around.follows(words.KIND_OF_WORKER)


def kind_of_staff(around: Around) -> Span | None:
    """Posts or staff that a share or a count of vacancies is of: "5% of team manager posts"."""
    for pattern in (words.POSTS, words.NEWLY_QUALIFIED_AFTER, words.FRONTLINE):
        found = around.follows(pattern)
        if found is not None:
            return found
    return around.last(words.NEWLY_QUALIFIED, around.left)


def kind_of_teams(around: Around) -> Span | None:
    """The kind of the teams that are counted, or of those whose workers are: "two new teams of seven"."""
    if around.metric == "teams":
        match = words.TEAMS_AFTER.match(around.flat, *around.right)
        if match is None:
            return around.follows(words.TEAMS_WORK)
    else:
        match = words.TEAMS_BEFORE.search(around.flat, *around.after_any_number())
    if match is None or all(word in words.PLAIN_TEAMS or word.isdigit() for word in match["kind"].lower().split()):
        return None
    return match.span("scope")


def area(around: Around) -> Span | None:
    """A part of the authority's area that is named by its place in it: "the west of the county", "one office"."""
    for pattern in (words.SOME_PART, words.AREA, words.OWN_OFFICE):
        found = around.last(pattern, around.left) or around.direct(pattern)
        if found is None and pattern is words.AREA:
            found = around.first(pattern, around.clause)
        if found is None and not _is_of_whole(around):
            found = around.last(pattern, around.head)
        if found is not None:
            return found
    return None


def team(around: Around) -> Span | None:
    """A named team or service: "in the court teams", "At the front door team …", and what goes on from it."""
    found = around.direct(words.VISITED)
    if found is None and not words.COMPARED.search(around.flat, *around.left):
        found = around.last(words.VISITED, around.left)
    found = found or around.follows(words.TEAM_AFTER) or _named(around, around.left)
    if found is None and around.metric in CASELOADS:
        found = around.last(words.EVERY_TEAM, around.left)
    found = found or around.last(words.BARE_PART, around.left) or around.direct(words.BARE_PART)
    if found is None and not _is_of_whole(around):
        found = _named(around, around.head) or around.last(words.BARE_PART, around.head) or _of_earlier(around)
    own = _OF_ITSELF.get(around.metric)
    return None if found is None or (own is not None and own.search(around.flat, *found)) else found


def _named(around: Around, zone: Span) -> Span | None:
    """The last team named in a zone whose head, or visitor, is not what is spoken of."""
    found: Span | None = None
    for match in words.TEAM.finditer(around.flat, *zone):
        if not words.NOT_LIMITED.search(around.flat, max(zone[0], match.start() - 40), match.start()):
            found = scope(match)
    return found


def _is_of_whole(around: Around) -> bool:
    """Whether a number is of the whole again or of another part: "against 17 across the service"."""
    flat = around.flat
    return bool(
        words.WHOLE.search(flat, *around.left)
        or words.WHOLE.search(flat, *around.near)
        or words.PLACE_AFTER.match(flat, *around.right)
        or (around.left[0] > around.before[0] and words.OTHER_PART.search(flat, *around.left))
    )


def _of_earlier(around: Around) -> Span | None:
    """The team that the sentence before spoke of, where this one goes on with it."""
    sentence = around.passage.sentence
    if words.GOES_ON.match(around.flat, sentence.start, sentence.end):
        for earlier in around.earlier(1):
            if earlier.block == sentence.block:
                return _named(around, (earlier.start, min(earlier.end, earlier.start + EARLIER)))
    return None
