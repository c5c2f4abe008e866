"""What stands beside a name: whether it names an authority at all, and whether the sentence is about it.

Patterns only look at a short window, so that the time they take does not grow with the text.
"""

from __future__ import annotations

import re

from transforms.authorities.person_names import FIRST_NAMES

WINDOW = 70

# first names that are also everyday words: "In June Bradford had", "Will Kirklees follow"
_ALSO_WORDS = """
april june will rose grant max dawn daisy ivy holly amber grace joy pearl ruby violet iris olive india georgia chelsea
florence victoria
"""
_WORDS_TOO = frozenset(_ALSO_WORDS.split())
_SURNAME_CUES = FIRST_NAMES - _WORDS_TOO

_TITLE_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Baron|Cllrs?|Couns?|Councillors?|Judge|Justice"
    r"|Rev|Reverend|Father|Inspector|Sergeant|Sgt|Constable|Superintendent|Captain)\.?\s+"
    r"(?:(?:[A-Z]\.?|[A-Z][a-z'’-]+)\s+){0,2}\Z"
)
_PERSON_BEFORE = re.compile(r"(?:\A|[^\w])([A-Z][a-z]+)(?:\s+[A-Z]\.?)?\s+\Z")
_BODY_BEFORE = re.compile(
    r"(?:\b(?:[Uu]niversity|[Cc]ollege|[Dd]iocese|[Bb]ishop|[Aa]rchbishop|[Dd]uke|[Dd]uchess|[Ee]arl|[Cc]ountess|MPs?\s+for|Bank|Battle"
    r"|Port|[Cc]onstituency\s+of|HMP|HMS|RAF|HMYOI|YOI)\s+(?:of\s+)?|\b[Pp]an(?:[-‐‑\ufffe\x02]|\s+)|@)\Z"
)
_SPORT_BEFORE = re.compile(r"\b(?:beat|drew with|lost to|won at|thrashed|at home to|away (?:to|at))\s+\Z")

_VENUES = (
    "Road|Street|Lane|Avenue|Drive|Close|Crescent|Terrace|Gardens|Square|Place|Park|House|Court|Way|Bridge|Arms|Arena|"
    "Stadium|Theatre|Museum|Cathedral|Castle|Racecourse|Airport|Station|Hospital|Infirmary|Prison|Jail|Gaol|Market|"
    "Marathon|Festival|Show|Library|Academy|School|Grammar|High\\s+School|Primary\\s+School|Coroner|Crown|Magistrates"
)
_BODIES = (
    "Police|Constabulary|Universit(?:y|ies)|Uni|College|NHS|CCG|Clinical|ICB|PCT|Primary\\s+Care|Fire|Ambulance|"
    "Building\\s+Society|Bank|Water|Trust|Hospitals?|Healthcare|Trent\\s+University|Metropolitan\\s+University|"
    "Brookes|Analytica|Economics|Diocese|Combined\\s+Authority|Community\\s+Health|Mental\\s+Health|Teaching|Royal|"
    "Women['’]s|Children['’]s\\s+Hospital|Hallam|Beckett|Chamber|Law\\s+Society|Housing|Homes\\s+Ltd"
)
_CLUBS = (
    "FC|AFC|RFC|CCC|Cricket|Rugby|Football|United|Wanderers|Rovers|Athletic|Albion|Argyle|Wednesday|Rhinos|Bulls|Giants|"
    "Trinity|Warriors|North\\s+End|Orient|Dons|Saints|Forest\\b(?!\\s+council)|Town(?!\\s+(?:Council|Hall|centre|Centre))|Hotspur|"
    "Wildcats|Vikings|Tigers|Falcons|KR\\b|[Dd]ay\\b|Stags|Spire"
)
_PAPERS = (
    "Post|Mercury|Telegraph|Echo|Gazette|Chronicle|Observer|Mail|Herald|News|Times|Star|Standard|Courier|Messenger|"
    "Advertiser|Journal|Express|Argus|Sentinel|Live|Examiner|Guardian|Press|Globe|Independent|Evening|Daily|Weekly|Today|"
    "Online|World|Citizen|Recorder|Reporter|Review|Chron|Voice|Leader(?=\\s+newspaper)"
)
_OTHER_BODY_AFTER = re.compile(
    rf"(?:['’]s)?\s+(?:(?:&|and)\s+[A-Z][a-z]+\s+)?(?:North\s+|South\s+|East\s+|West\s+|Central\s+|Evening\s+|General\s+|Royal\s+|City\s+)?"
    rf"(?:{_VENUES}|{_BODIES}|{_CLUBS}|{_PAPERS})\b"
)
_NOT_OTHER_BODY = re.compile(
    r"(?:['’]s)?\s+(?:House\s+of|Way\s+Forward|Trust\s+Board|Live\s+in|News\s+in|Housing\s+(?:and|department)|Fire\s+and\s+forget)"
)
_JOINED_AFTER = re.compile(r"(?:[-‐‑](?:on|upon|under|in|le|by|super|next)[-‐‑]|\.(?:gov|co|org|com)\b|/[A-Za-z]|@)")
_PLAIN_AFTER = re.compile(r"\s+(?:on|upon|St|Saint|under)[ -](?:Avon|Edmunds|Thames|Trent|Lyme|Spa|Sea)\b")
_ADDRESS_AFTER = re.compile(r",?\s+(?:[A-Z][a-z]+,?\s+)?[A-Z]{1,2}\d{1,2}[A-Z]?\s+\d[A-Z]{2}\b")
_CASE_AFTER = re.compile(r"['’]?\s*(?:judge?ment|ruling|scandal|abuse\s+scandal|grooming)\b")
_CASE_BEFORE = re.compile(
    r"\b(?:(?:report|inquiry|findings)\s+\(?(?:on|into)\s+(?:\w+\s+){0,4}(?:in|at)|CSE\s+in|exploitation\s+in|scandals?\s+in"
    r"|practices\s+in|Jay\s+report\s+on)\s+\Z",
    re.IGNORECASE,
)
_SURNAME_AFTER = re.compile(r"(?:,\s+\d\d,|\s+(?:Jr|QC|KC|OBE|MBE|CBE)\b)")
_COUNTY_CLUB_AFTER = re.compile(
    r"\s+County\b(?!\s+(?:Council|council|Hall|Cllr|Councillor|officials|officers|Court|Lines|lines|bosses))"
)
_CITY_AFTER = re.compile(r"\s+City\b(?!\s+(?:Council|council|Hall|Region|Centre|of))")
_SPORT_NEAR = re.compile(
    r"\b(?:match|goals?|fans?|striker|midfielder|league|cup|scored?|beat|win|wins|won|lost|defeat|kick|season|promotion|\d[-–]\d)\b",
    re.IGNORECASE,
)

# names that are words too, and what must not stand beside them then
_WORD_AFTER = {
    "reading": re.compile(
        r",?\s+(?:and\s+)?(?:[Ww]riting|[Mm]aths|[Mm]athematics|[Aa]rithmetic|[Cc]omprehension|[Rr]ecovery|[Aa]ges?|[Aa]gency"
        r"|[Rr]oom|[Ww]eek|[Ss]cores?|[Ss]kills?|[Ll]evels?|[Ll]ists?|[Bb]ooks?|[Tt]ests?|[Ss]cheme|[Ff]luency|aloud|material)\b"
    ),
    "slough": re.compile(r"\s+(?:off)\b"),
    "brent": re.compile(r"\s+(?:crude|oil|goose|geese|price)\b"),
    "derby": re.compile(r"\s+(?:day|match|winner|win|defeat|clash|game|fixture|horse|hopes)\b"),
    "kent": re.compile(r"\s+(?:State|Brantly)\b"),
    "hart": re.compile(r"(?:,|['’]s|\s+(?:said|says|told|added|who|and|has|was|is))"),
    "eden": re.compile(r"\s+(?:said|says|Project|Hazard)\b"),
    "rugby": re.compile(
        r"(?:\s+(?:club|union|league|player|team|match|tackle|shirt|School|World|pitch|coach)\b|,?\s+(?:football|cricket|tennis|hockey))"
    ),
    "boston": re.compile(r"\s+(?:Consulting|Globe|Tea|Massachusetts|Marathon)\b"),
    "bath": re.compile(r"\s+(?:time|and\s+(?:bed|body)|tub|mat)\b"),
    "trafford": re.compile(r"\s+Centre\b"),
    "lancaster": re.compile(r"\s+(?:bomber|House)\b"),
    "westminster": re.compile(
        r"\s+(?:politics|politicians|bubble|government|Government|Hall|Abbey|School|insiders|village)\b"
    ),
    "north east": re.compile(
        r"\s+(?:teams?|area|locality|quadrant|office|district|of\s+the\s+(?:county|city|borough))\b"
    ),
}
_WORD_AFTER.update({f"{way}": _WORD_AFTER["north east"] for way in ("north west", "south east", "south west")})
# the same where no preposition leads them in: "Reading to a child", but not "in Reading to"
_VERB_AFTER = {
    "reading": re.compile(
        r"\s+(?:for|to|with|through|the|this|that|his|her|their|my|our|a|an|it|about|between|from|is\s+(?:a|the|key|important))\b"
        r"|\s+\d+\s*(?:%|per)"
    ),
    "bury": re.compile(r"\s+(?:the|your|his|her|their|it|a|an|our|bad|good)\b"),
    "barking": re.compile(r"\s+(?:mad|dogs?|at|up|orders)\b"),
}
# first names too: "Preston X, who"
_FORENAMES = frozenset(
    ["brent", "preston", "dudley", "chester", "lincoln", "kent", "stafford", "warwick", "selby", "kendal"]
)
_SURNAME_NEXT = re.compile(r"\s+[A-Z][a-z]+(?:,\s+(?:\d\d|who|a|the)\b|\s+(?:said|says|told|added)\b)")
_WORD_BEFORE = {
    "york": re.compile(r"\bNew\s+\Z"),
    "hampshire": re.compile(r"\bNew\s+\Z"),
    "westminster": re.compile(r"\b(?:politicians|government|ministers|MPs|debate|committee|power)\s+(?:in|at)\s+\Z"),
    "reading": re.compile(r"\b(?:[Ww]riting|[Mm]aths|[Ss]pelling)(?:,|\s+and)\s+\Z"),
    "trafford": re.compile(r"\bOld\s+\Z"),
}
# surnames and words: bare districts and towns that need a preposition before them
_SURNAMES_TOO = """
hart eden rugby boston stafford lincoln preston warwick wells arun craven melton rother swale wyre corby selby lewes
ashford stroud waverley chesterfield winchester crawley worthing dover ely newark barrow andover hinckley shipley
buxton dorchester windsor richmond kingston redcar halifax spalding huntingdon salisbury hertford chester rochford
maldon blyth ripon brixton newbury sudbury oldbury leyland morpeth whitby kendal bath
"""
DOUBTFUL = frozenset(_SURNAMES_TOO.split())
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|of|across|for|near|around|from|to|and|or|than|within|outside|the|neighbouring|with|by)\s+\Z",
    re.IGNORECASE,
)


_CASE_OR_GAME = frozenset(["in", "at", "on", "beat", "with", "to"])


def is_person(key: str, before: str, after: str, *, council: bool) -> bool:
    """Whether a name is a person's here: "Councillor Kent", "Ms Derby", "Sarah Bolton", "Hart, 54,"."""
    if council:
        return False
    if key in _FORENAMES and _SURNAME_NEXT.match(after):
        return True
    if _SURNAME_AFTER.match(after) and not has_place_cue(before):
        return True
    word = _last_word(before)
    if not word[:1].isupper():
        return False
    if _TITLE_BEFORE.search(before):
        return True
    found = _PERSON_BEFORE.search(before)
    return bool(found and found.group(1).lower() in _SURNAME_CUES)


def is_other_body(key: str, before: str, after: str, *, council: bool) -> bool:
    """Whether the name is something else's: police, university, club, ground, paper, street, address, case law."""
    if _JOINED_AFTER.match(after) or _BODY_BEFORE.search(before[-32:]):
        return True
    if council:
        return False
    return _names_body(after) or _names_case_or_game(before, after) or _is_word(key, before, after)


def _names_body(after: str) -> bool:
    if _OTHER_BODY_AFTER.match(after) and not _NOT_OTHER_BODY.match(after):
        return True
    return any(rule.match(after) for rule in (_ADDRESS_AFTER, _CASE_AFTER, _COUNTY_CLUB_AFTER, _PLAIN_AFTER))


def _names_case_or_game(before: str, after: str) -> bool:
    if _last_word(before) in _CASE_OR_GAME and (_CASE_BEFORE.search(before) or _SPORT_BEFORE.search(before)):
        return True
    return bool(_CITY_AFTER.match(after) and _SPORT_NEAR.search(before + after))


def _is_word(key: str, before: str, after: str) -> bool:
    if key in _WORD_AFTER and _WORD_AFTER[key].match(after):
        return True
    if key in _VERB_AFTER and _VERB_AFTER[key].match(after) and not has_place_cue(before):
        return True
    return key in _WORD_BEFORE and bool(_WORD_BEFORE[key].search(before))


def _last_word(before: str) -> str:
    words = before[-24:].split()
    return words[-1] if words else ""


def has_place_cue(before: str) -> bool:
    """Whether a preposition or a listing word leads the name in."""
    return bool(_PLACE_BEFORE.search(before))


_NEXT_DOOR = re.compile(r"\bnext[ -]door\s+in\s+\Z", re.IGNORECASE)
_PLACEMENT = re.compile(
    r"\b(?:plac(?:ed?|ing|ements?)|sent|rehoused|relocated|accommodated)(?:\s+[\w'’-]+){0,6}?\s+(?:in|to|at|near|into|as)\s+"
    r"(?:[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2},?\s+(?:and\s+)?){0,3}\Z"
    r"|\b(?:as\s+far\s+(?:away|afield)\s+as|I\s+was\s+in|moved\s+(?:\w+\s+)?to|ran\s+away\s+to)\s+\Z"
)
_LIVING = re.compile(
    r"\b(?:lived?|living|stay(?:ed|ing)?|homes?|carers?|units?|hostels?|schools?|flats?|beds?|families)\s+(?:were\s+|are\s+)?"
    r"(?:in|at|near|outside)\s+\Z",
    re.IGNORECASE,
)
_HELPER = re.compile(
    r"\b(?:team|support|help|advice|colleagues|staff|officers|experts?|practitioners|leaders|managers|peers|inspectors|secondees?"
    r"|learn(?:ed|t|ing)?|mentor(?:ed|ing)?|paired|twinned|partner(?:ship|ed|s)?|work(?:ing|ed)?|shared?|formerly|previously"
    r"|joined|comes?|came|moved|recruited|seconded|veteran|boss|head|review(?:ed)?|advised|conjunction|collaboration)"
    r"(?:\s+[\w'’-]+){0,2}\s+(?:from|at|of|with|by)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_LEADER = re.compile(
    r"(?:\b(?:[Dd]irector|[Cc]hief\s+[Ee]xecutive|[Cc]ommissioner|DCS|[Aa]dviser)\b[^.;:]{0,45}?\s(?:at|of|for|in|from)"
    r"|\bwho\s+(?:has\s+|had\s+)?(?:led|leads|ran|runs|headed|heads|turned\s+(?:round|around))(?:\s+[\w'’-]+){0,4}?(?:\s+(?:at|of|in))?)"
    r"\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_LEADERS = ("director", "chief", "commissioner", "dcs", "adviser", "who")  # without one of them no leader is told
_FORMER = re.compile(r"\b(?:former|one-time|ex|then)[ -]\Z", re.IGNORECASE)
_HELPER_AFTER = re.compile(
    r"(?:['’]s)?\s+(?:(?:has|have|had)\s+been\s+(?:working\s+with|supporting|helping|advising|mentoring)|(?:is|are|was|were)\s+"
    r"(?:supporting|helping|advising|mentoring|brought\s+in|paired)|,?\s+(?:its|their|the\s+council['’]s|our)\s+(?:improvement\s+)?partner)"
)
# "came from Kirklees, where she cut caseloads": what follows is told of it
_WHERE_AFTER = re.compile(r",\s+where\b")
_VENUE = re.compile(
    r"\b(?:conference|fair|events?|summit|awards?|ceremony|seminar|rally|protest|demonstration|hearing|trial|court|exhibition|match|game"
    r"|concert|born|grew\s+up|commut\w+|train|road|motorway|bus|based|headquarters|offices?|hotel|firm|company|charity|provider|grandparents|relatives)(?:\s+\w+){0,2}\s+(?:in|at|to|from|near|outside)\s+\Z"
    r"|\b(?:miles?|north|south|east|west|minutes)\s+(?:of|from|to)\s+\Z"
)
_LIST_BETWEEN = re.compile(r"\s*(?:\([^()]{1,12}\))?\s*(?:,|and|or|&|,\s*and)\s*(?:in\s+|the\s+|of\s+){0,2}\Z")


# the last words before a name without which no aside is told: most names are spared the longer patterns
_ASIDE_WORDS = """
in to at near into as from of with by for outside between across led leads ran runs headed heads round around the and
former one-time ex then
"""
_ASIDE_LAST = frozenset(_ASIDE_WORDS.split())
_PLACEMENT_LAST = frozenset(["in", "to", "at", "near", "into", "as", "and"])
_LIVING_LAST = frozenset(["in", "at", "near", "outside"])
_HELPER_LAST = frozenset(["from", "at", "of", "with", "by", "the"])
_VENUE_LAST = frozenset(["in", "at", "to", "from", "near", "outside", "of"])


def aside_of(before: str, after: str) -> str | None:
    """Why the sentence may not be about the authority.

    ``placement``: children are placed there; ``living``, ``helper``, ``venue``: it may still be a subject of the text
    if another sentence says so. None: nothing speaks against it.
    """
    word = _last_word(before)
    if word in _ASIDE_LAST or word.endswith(","):
        if word == "in" and _NEXT_DOOR.search(before[-30:]):
            return None
        if (word in _PLACEMENT_LAST or word.endswith(",")) and _PLACEMENT.search(before):
            return "placement"
        if word in _LIVING_LAST and _LIVING.search(before[-40:]):
            return "living"
        if _tells_helper(word, before) and not _WHERE_AFTER.match(after):
            return "helper"
        if word in _VENUE_LAST and _VENUE.search(before):
            return "venue"
    return "helper" if _HELPER_AFTER.match(after) else None


def _tells_helper(word: str, before: str) -> bool:
    if (word in _HELPER_LAST and _HELPER.search(before)) or _FORMER.search(before[-12:]):
        return True
    lower = before.lower()
    return any(leader in lower for leader in _LEADERS) and _LEADER.search(before) is not None


_DEALT_OUT = re.compile(r"\A,?\s*(?:and\s+)?[\w-]{1,14}\s+in\s+\Z")


def is_dealt_out(between: str) -> bool:
    """Whether a list of places goes on with a number for each: "31 living in Blackpool, 40 in Salford"."""
    return len(between) <= 30 and bool(_DEALT_OUT.match(between))


def is_listed(between: str) -> bool:
    """Whether two names stand in one list: "Suffolk (86), Lincolnshire (39) and Cambridgeshire"."""
    return len(between) <= 30 and bool(_LIST_BETWEEN.match(between))
