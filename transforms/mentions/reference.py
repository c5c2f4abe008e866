"""Numbers that refer back to the sentence before: "Now there are around 600", "The target is 95"."""

from __future__ import annotations

import re
from math import inf, log

from transforms.mentions.binding import Binding
from transforms.mentions.grammar.vocabulary import AUTHORITY
from transforms.mentions.levels import RATE_OF, SHARE_OF_COUNT, kind_fits, may_be_level
from transforms.mentions.masking import Masked, Slot
from transforms.mentions.passage import Passage
from transforms.mentions.vetoes import is_amount

REFERRED, IN_ORDER = 1.0, 1.2
_OWN_WORDS = 2.0  # weight from which on a number's own words speak louder than the order of a series
_LONGEST = 110
_PARENTHESISED_PART = re.compile(r"\bof (?:these|those|them)[\w ]{0,20}\(\Z")
_REFERENCE = re.compile(
    rf"\A\W*(?:(?:ms|mr|mrs|cllr|councillor|dr|he|she|they|officers|managers|members|bosses|the [\w "
    rf"]{{3,24}}) [^,;.{AUTHORITY}]{{0,30}}?"
    r"(?:said|says|told|expects?|hopes?|hoped|expected) (?:that )?)?(?:(?:and|but|so|yet|by contrast|"
    r"in contrast|meanwhile|however|that said|overall|of "
    r"(?:these|them|those|this|this number)|back) ?,? ?)*"
    rf"(?:this|that|these|those|it|they|each|he|she|the|now|today|nationally|in|by|previously|before|"
    rf"formerly|at|a|an|one|two|three|last|next door|neighbouring|nearby|here|across|elsewhere|there|"
    rf"our|its|their|his|her|some|most|we|i|my|both|along|over|no|nobody|no-one|none|such|only|just|as recently|twelve|"
    rf"for|on|with|{AUTHORITY}|when|half|compared|england|previous|figures?|its|up|down|another|\W|<)"
)
_BACK_WORDS = re.compile(
    rf"{AUTHORITY}(?:'s)?(?:,[^,;.]{{2,60}},)? (?:has|had|reported|recorded|took|have|counted|"
    rf"received|saw|dealt with|completed)\b|"
    r"\b(?:we|they|i)(?:'ve got|'ve| have| had)\b|there to be|handbook|guidelines|\b(?:first|second|"
    r"latter) of (?:these|those)|"
    r"\b(?:there (?:had been|used to be)|both|this|that|it|they (?:were|had been|are)|totals?|both|do|did|"
    r"does|mean|standard|count|tally|the (?:figure|number|rate|average|total|proportion|percentage|"
    r"share|same|corresponding|equivalent|national|england|regional|target|range|aim|goal|highest|"
    r"lowest|limit|ambition|comparable|previous|ratio|county|borough|city|latter|former|wait|picture|"
    r"position|maximum|tally|norm|backlog)s?"
    r"|corresponding|equivalent|comparable|figures?|average|there (?:are|were|is|was)|target|range|"
    r"rate|proportion|recommended|statutory|guidance|compares|compared|did so|share|england|"
    r"national(?:ly)?|an increase|a decrease|a reduction|a rise|a fall|a drop|a decline|an "
    r"improvement|increase of|ongoing|used to|"
    r"in (?:19|20)\d\d|fewer than|more than|down|up|wants?|aims?|hopes?|goal|peaked|highest|"
    r"elsewhere|others?|some|none|all)\b"
)
_SHARE_WORDS = re.compile(r"\b(?:turnover|attendance|rates?|percentages?|proportions?|share)\b")
# after a caseload: "Nobody should have more than 20", "I had 27 at Easter", "council policy sets a ceiling of 20"
_CASELOAD_BACK = re.compile(
    r"\b(?:bosses|chiefs|council|i|he|she|we|they|workers?|advis[eo]rs?|officers?|managers?|nobody|"
    r"no[- ]one|none|policy|guidance|norm|ceiling|limit|one|some|others?|colleagues?|everyone|"
    r"average|teams?|me|us|them)\b[^;|]{0,70}\b(?:have|has|had|hold|holds|held|carry|carries|"
    r"carrying|average|averages|to|be|is|was|at|of|like|with)(?: (?:about|around|just|only|over|"
    r"above|under|a|an))?\s*[\"']?\s*\Z"
)
_IN_SERIES = re.compile(r"\s*(?:,|and|, and|per cent and|per cent,)?\s*(?:for \w+ and )?")
_CORRESPONDING = re.compile(r"corresponding|equivalent|same figures|figures (?:were|had been|are)")
_TOTALS = re.compile(r"\b(?:totals?|numbers?|they were|there were|figures?)\b")
_RATES = re.compile(r"\brates\b")

_FIRST_OF = re.compile(r"\b(?:first|former) of (?:these|those|the two)")
# "Portsmouth had 131 social workers, organised in 18 teams. Southampton had 144": what is nearest in size
_PARALLEL = re.compile(
    rf"\A\W*{AUTHORITY}(?:,[^,;.]{{2,60}},)? (?:has|had|employs|employed|received|saw|counted|"
    rf"reported|recorded|took)\s*\Z"
)

History = list[tuple[Slot, Binding]]


def _distinct_metrics(history: History, kind: str, words: str) -> list[str]:
    """The metrics of the earlier numbers of a kind, in order, each once; of the rates where the words say rates."""
    if _RATES.search(words) and any(slot.kind == "R" for slot, _ in history):
        kind = "R"
    return list(dict.fromkeys(binding.metric for slot, binding in history if slot.kind == kind))


def _series_before_respectively(masked: Masked) -> list[int]:
    end = masked.text.find("respectively")
    run = [index for index, slot in enumerate(masked.slots) if slot.own and slot.at < end]
    series = run[-1:]
    for index in reversed(run[:-1]):
        if masked.slots[index].kind not in (masked.slots[run[-1]].kind, "N"):
            break
        if not _IN_SERIES.fullmatch(masked.right(index)):
            break
        series.insert(0, index)
    return series


def bind_series(masked: Masked, bound: dict[int, Binding], earlier: Passage | None) -> None:
    """Bind the numbers before "respectively" to the metrics named in the same order before."""
    series = _series_before_respectively(masked)
    if len(series) < 2:
        return
    kind = masked.slots[series[-1]].kind
    here: History = [(masked.slots[index], bound[index]) for index in sorted(bound) if index < series[0]]
    metrics = list(dict.fromkeys(binding.metric for slot, binding in here if slot.kind == kind))
    spoken = any(index in bound and bound[index].weight >= _OWN_WORDS for index in series)
    if not metrics and earlier is not None and not spoken:
        metrics = _distinct_metrics(list(earlier.in_order()), kind, masked.text)
    if kind == "R" and len(metrics) != len(series):
        # "2,890 are in need and 375 on a plan; that is 273 and 35 in every 10,000 respectively"
        counts = here or (list(earlier.in_order()) if earlier is not None else [])
        metrics = list(dict.fromkeys(RATE_OF[binding.metric] for _, binding in counts if binding.metric in RATE_OF))
    if len(metrics) == len(series):
        for index, metric in zip(series, metrics, strict=True):
            bound[index] = Binding(metric, f"{metric}.respectively", IN_ORDER)


def refer_back(passage: Passage, earlier: Passage, own: list[int]) -> None:
    """Bind the first free number of a sentence that refers back to the metric of an earlier one."""
    masked, bound = passage.masked, passage.bound
    # "a reduction of 128 from 1,530": what refers back is the level, not the size of the change
    first = next((index for index in own if index not in bound and not is_amount(masked, index)), None)
    if first is None or (bound and min(bound) < first):
        return
    opens = all(is_amount(masked, index) for index in own if index < first)
    words = masked.text[masked.own_start : masked.slots[first].at] if opens else masked.left(first)[-160:]
    history: History = list(earlier.in_order())
    if not history or len(words) > _LONGEST or not _refers(masked, first, words, history):
        return
    begin = masked.text[masked.own_start :]
    if "respectively" in masked.text or _CORRESPONDING.search(begin):
        run = [index for index in own if index not in bound and masked.slots[index].kind == masked.slots[first].kind]
        metrics = _distinct_metrics(history, masked.slots[first].kind, begin)
        if len(run) == len(metrics) >= 2:
            for index, metric in zip(run, metrics, strict=True):
                bound[index] = Binding(metric, f"{metric}.corresponding", REFERRED)
            return
    found = _antecedent(masked, first, words, history)
    if found is not None:
        bound[first] = Binding(found, f"{found}.refers_back", REFERRED)


def _refers(masked: Masked, first: int, words: str, history: History) -> bool:
    part = _PARENTHESISED_PART.search(masked.text[: masked.slots[first].at])
    if not part and not _REFERENCE.match(masked.text[masked.own_start :]):
        return False
    if part and _PARENTHESISED_PART.search(words):
        return True
    if history[-1][1].metric.startswith("caseload") and _CASELOAD_BACK.search(words):
        return True
    return bool(_BACK_WORDS.search(f"{words} {masked.right(first)[:60]}"))


def _distance(slot: Slot, other: Slot) -> float:
    """How far two levels are from each other in size, as the logarithm of their ratio."""
    values = slot.quantity.value, other.quantity.value
    return abs(log(values[0] / values[1])) if min(values) > 0 else inf


def _is_nearer_count(slot: Slot, other: Slot, metric: str, history: History) -> bool:
    """Whether a number is nearer in size to the count that a rate or share prints in another way."""
    counts = [
        count
        for count, binding in history
        if count.kind == "N" and metric in (RATE_OF.get(binding.metric), SHARE_OF_COUNT.get(binding.metric))
    ]
    return bool(counts) and _distance(slot, counts[-1]) < _distance(slot, other)


def _antecedent(masked: Masked, first: int, words: str, history: History) -> str | None:
    """The metric of the last earlier number that this one can be a level of."""
    slot = masked.slots[first]
    if slot.kind == "N" and _TOTALS.search(words) and any(other.kind == "N" for other, _ in history):
        history = [(other, binding) for other, binding in history if other.kind == "N"]
    shares = [(other, binding) for other, binding in history if other.kind in "PR"]
    if slot.kind == "N" and shares and _SHARE_WORDS.search(words):
        history = shares  # "The rate for England is 22.4" after a share
    if _FIRST_OF.search(words):
        history = history[::-1]
    elif _PARALLEL.search(words):
        history.sort(key=lambda each: -_distance(slot, each[0]))
    for other, binding in reversed(history):
        metric = binding.metric
        if slot.kind == "N" and other.kind in "PR" and _is_nearer_count(slot, other, metric, history):
            continue  # "182 (42.6 per 10,000). This is an increase from 169": the count is meant
        if not may_be_level(masked, first, metric, words):
            continue
        if slot.kind == "R" and other.kind == "N" and metric in RATE_OF:
            return RATE_OF[metric]
        if kind_fits(masked, first, other):
            return metric
    return None
