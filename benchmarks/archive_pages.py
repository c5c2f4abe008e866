"""Web pages of a general news archive, made up: one in so many is about children's services, the others about all else.

The pages are those of ``page_templates`` with articles of the length and with about as many figures as local papers
print, and with the state, pictures and identifiers that sites ship inside their pages, so that they weigh 200 KB on
average and pack about five to one, as a news crawl does. Apostrophes, dashes and spaces are written in the ways that
editorial systems write them. The same number gives the same page.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from random import Random

from benchmarks.page_templates import TEMPLATES, Story

PLACES = ("Ellenshire", "Port Averil")
RELEVANT = (
    "Inspectors found that children’s services in {place} had made progress since {year}, though not in every team.",
    "The number of looked-after children in {place} rose from {n} to {m} in a year.",
    "Social workers had an average caseload of {small} children, down from {teen}.",
    "“We know there is more to do, and we will not rest until it is done,” the cabinet member said after the meeting.",
    "Agency staff filled {p} per cent of social work posts last quarter.",
    "There were {n} children on child protection plans at the end of {month}.",
    "The council’s improvement board will meet again before the summer and hear from front-line staff.",
    "Ofsted rated the service inadequate in {year} and will return for a monitoring visit in the autumn.",
    "Foster carers told councillors that they felt listened to for the first time since the reorganisation.",
    "Almost £{small}m has been set aside for early help and family support.",
    "A spokesperson said that families would see the difference in the coming months, and asked for patience.",
    "The director of children’s services told a committee that morale had improved and that fewer people were leaving.",
    "Care leavers were asked what had helped them most, and their answers shaped the plan that went to the cabinet.",
    "Managers now look at every referral within a day, according to the letter that inspectors sent to the council.",
    "The commissioner who was sent in by ministers left at Easter, and a partner from the region took over.",
    "Opposition members asked why placements far from home were still so common, and where the promised homes were.",
    "The independent chair praised staff for their patience with a new record system that nobody had asked for.",
    "Parents said that calls were returned, that the same worker came twice and that meetings began on time.",
    "Health visitors, schools and the police now sit in one room, which has made decisions quicker and better.",
    "The report goes on to say that leaders know what they need to do, and that the pace of change has been too slow.",
    "A union official warned that newly qualified staff were given work that belonged with experienced colleagues.",
    "Some reports on children were late, and some plans did not say who was to do what, the letter went on.",
    "Young people in care described a worker who remembered their birthdays as the one who had made a difference.",
    "The scrutiny panel asked for figures by district, since what is true of the city is not true of the coast.",
    "Councillors heard that court work was of better quality, and that judges had said so without being asked.",
    "Money alone would not mend it, the leader said, but without money nothing would be mended at all.",
)
SUBJECTS: dict[str, tuple[str, ...]] = {
    "football": (
        "The visitors took the lead after {teen} minutes with a header from a corner.",
        "Their manager said the players had shown character on a heavy pitch.",
        "A crowd of {n}{teen} saw the goalkeeper save a penalty in stoppage time.",
        "The midfielder, left in care of the physio, is likely to miss {small} matches.",
    ),
    "court": (
        "A man of {p} was given a sentence of {small} years at the crown court.",
        "Officers were called to the car park shortly before {small} in the evening.",
        "The judge told the defendant that the damage had cost £{n}.",
        "Detectives are asking anyone with dashboard footage to come forward.",
    ),
    "roads": (
        "The bridge will be closed for {small} weekends while the deck is renewed.",
        "Traffic queued for {small} miles after a lorry shed its load near the junction.",
        "Drivers face a detour of {teen} minutes, the county council said.",
        "Resurfacing will cost £{n}000 and is paid for out of the pothole fund.",
    ),
    "business": (
        "The brewery wants to create {n} jobs at a site beside the canal.",
        "Sales rose by {p} per cent in the first half, the group told investors.",
        "Shoppers will find {teen} new units when the arcade opens again.",
        "A planning inspector is to decide on the warehouse after a hearing.",
    ),
    "schools": (
        "Ofsted said the primary school requires improvement, but praised its reading.",
        "The headteacher thanked pupils, {n} in all, for a year of hard work.",
        "Safeguarding is effective, the report says, and governors know the school well.",
        "Exam results at the academy went up by {p} per cent in {year}.",
    ),
    "hospital": (
        "Patients waited {small} hours for a bed on a ward, figures of the trust show.",
        "A new maternity unit with {teen} rooms is to open at the hospital.",
        "Nurses cared for {n} more people than in the winter of {year}.",
        "The ambulance service urged people to use pharmacies for minor ailments.",
    ),
    "older_people": (
        "The care home looks after {teen} residents, most of them with dementia.",
        "Adult social care takes up {p} per cent of what the authority spends.",
        "Inspectors of the Care Quality Commission rated the nursing home inadequate.",
        "Relatives raised £{n} for a garden with raised beds.",
    ),
    "weather": (
        "Rain will clear by noon and leave a bright afternoon with {teen} degrees.",
        "Flood alerts are in force on {small} stretches of the river.",
        "Gusts of {p} miles an hour brought down branches on the coast road.",
        "Farmers say the dry spring has cost them {p} per cent of the grass.",
    ),
    "television": (
        "The quiz returns on Saturday with {small} new contestants.",
        "Viewers raised £{small}m for Children in Need during the telethon.",
        "The actress said she had read the script {small} times before she agreed.",
        "The last episode drew {teen} million people in {year}.",
    ),
    "council": (
        "Bins will be emptied every {small} weeks from {month}, councillors agreed.",
        "Council tax is to rise by {small} per cent, which brings in £{teen}m.",
        "The leisure centre reopens with a pool of {p} metres and a climbing wall.",
        "Objectors handed in a petition with {n} names against the car park charges.",
    ),
}
PLAIN = ("football", "court", "roads", "business", "weather")
"""Subjects whose words stand in the state of every page."""
TEASERS = (
    "‘Inadequate’ children’s services to be run by a trust",
    "Number of children in care at a record high",
    "Foster carers wanted: could you open your door?",
)
TITLES = (
    "Row over plan for {place}",
    "{n} reasons to be hopeful in {place}",
    "What we know about the {month} decision",
)
MONTHS = ("January", "March", "May", "July", "September", "November")
# how editorial systems write the characters that are not on a keyboard
SPELLINGS: tuple[dict[str, str], ...] = (
    {},
    {},
    {"’": "&rsquo;", "‘": "&lsquo;", "“": "&ldquo;", "”": "&rdquo;", "£": "&pound;"},
    {"’": "&#8217;", "‘": "&#8216;", "“": "&#8220;", "”": "&#8221;"},
    {"’": "'", "‘": "'", "“": "&quot;", "”": "&quot;"},
    {"’": "&#39;", "‘": "&#39;", "“": '"', "”": '"', "£": "&#163;"},
    {"’": "&#x27;", "‘": "&#x27;", "“": "&quot;", "”": "&quot;"},
    {"’": "&apos;", "children ": "children&nbsp;", "social ": "social&nbsp;", "£": "&pound;"},
    {"’": "&rsquo;", "looked-after": "looked&#8209;after", " in care": "&nbsp;in care"},
    {"’": "’", "care ": "care\n                    ", "protection ": "protection\n        "},
)
TEASER_SHARE = 0.01
OLD_CHARSET_SHARE = 0.02
MEAN_STATE = 85_000
STATE_POOL = 4_000_000


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """A page of the archive: its address, its bytes, and whether it is about children's services."""

    url: str
    html: bytes
    relevant: bool


def make_page(number: int, one_in: int) -> ArchivedPage:
    """Return the page of this number; those that ``one_in`` divides are about children's services."""
    random = Random(number * 7919 + 17)
    relevant = number % one_in == 0
    spelling = random.choice(SPELLINGS)
    story = _story(number, random, spelling, relevant)
    template = random.choice(tuple(TEMPLATES))
    markup = TEMPLATES[template](story, random)
    extra = _state(random)
    if not relevant and random.random() < TEASER_SHARE:
        extra = f'<aside class="promo"><a href="/news/1">{random.choice(TEASERS)}</a></aside>{extra}'
    markup = markup.replace("</body>", f"{extra}</body>")
    old = random.random() < OLD_CHARSET_SHARE
    html = markup.encode("cp1252", "xmlcharrefreplace") if old else markup.encode()
    return ArchivedPage(f"https://www.{template.replace('_', '-')}.example/news/story-{number}", html, relevant)


def _story(number: int, random: Random, spelling: dict[str, str], relevant: bool) -> Story:
    published = datetime(2016, 1, 4, 6, tzinfo=UTC) + timedelta(minutes=random.randrange(4_500_000))
    sentences = RELEVANT if relevant else SUBJECTS[random.choice(tuple(SUBJECTS))]
    paragraphs = []
    for _ in range(random.randrange(10, 26)):
        text = " ".join(_filled(random.choice(sentences), random) for _ in range(random.choice((1, 1, 2))))
        for plain, written in spelling.items():
            text = text.replace(plain, written)
        paragraphs.append(text)
    title = _filled(random.choice(TITLES), random)
    return Story(f"{title} ({number})", tuple(paragraphs), published, published + timedelta(hours=40), number)


def _filled(sentence: str, random: Random) -> str:
    return sentence.format(
        place=random.choice(PLACES),
        year=random.randrange(2009, 2024),
        month=random.choice(MONTHS),
        n=random.randrange(300, 900),
        m=random.randrange(200, 999),
        p=random.randrange(5, 95),
        teen=random.randrange(11, 20),
        small=random.randrange(2, 10),
    )


def _state(random: Random) -> str:
    """Return what a page carries for its scripts: a piece of the pool, of a length that varies as pages do."""
    pool = _pool()
    length = int(min(random.lognormvariate(0.0, 0.7) / 1.28 * MEAN_STATE, 1_000_000))
    start = random.randrange(len(pool) - 1_000_000)
    return f'<script type="application/json" id="state">[{pool[start : start + length]}]</script>'


@lru_cache(maxsize=1)
def _pool() -> str:
    """Return text as the state of a page holds it: records with identifiers, addresses, times and short titles."""
    random = Random(1)
    words = sorted({word for subject in PLAIN for text in SUBJECTS[subject] for word in text.split()} - {"care"})
    plain = [word for word in words if word.isalpha()]
    rows = []
    size = 0
    while size < STATE_POOL:
        slug = "-".join(random.choices(plain, k=6))
        row = (
            f'{{"id":"{random.getrandbits(96):024x}","slug":"{slug}-{random.randrange(10**7)}",'
            f'"title":"{" ".join(random.choices(plain, k=8))}","image":"{random.getrandbits(160):040x}.jpg",'
            f'"published":{random.randrange(10**12, 2 * 10**12)},"score":{random.random():.6f}}},'
        )
        rows.append(row)
        size += len(row)
    return "".join(rows)
