"""The page of figures: the same measurements give the same text, so that a test can tell when it is stale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from flows.accuracy.errors import commonest_errors
from flows.accuracy.floors import Measurement
from flows.accuracy.gold import GoldSet
from flows.accuracy.judgements import NAME as JUDGEMENTS
from flows.accuracy.measure import Measured
from flows.accuracy.newsquant import NAME as NEWSQUANT
from flows.accuracy.records import EVENT_ATTRIBUTES, LEVEL_ATTRIBUTES, MOVEMENT_ATTRIBUTES, Happening, Level, Row
from flows.accuracy.scoring import Figures, Pair, Score, found_figures, is_right, level_figures, share_right

Rated = TypeVar("Rated", Level, Happening)

OPENINGS = {
    NEWSQUANT: "The quantity layer alone, on a third of the public NewsQuant benchmark",
    JUDGEMENTS: "Grades, frameworks, days, inspectors and authorities of Ofsted's reports beside the project",
}
"""How the line of each benchmark begins."""
BANDS = (0.98, 0.95, 0.9, 0.85, 0.8, 0.0)
_COMMONEST = 15
_INTRO = """# Accuracy

Written by `python -m flows.accuracy --page`; do not edit. How the texts are annotated is in
[annotation.md](annotation.md); what the figures may not fall below is in `tests/accuracy/floors.json`.

A number counts as found where its metric and both its bounds are right (level 1), as right at level 2 where authority
and role are right too, and at level 3 where qualifier and period are. The annotation is exhaustive, so a number that
is read and not annotated is an error. P is the share of what was read that is right, R the share of what is annotated
that was read right, F1 their harmonic mean. Sets that lie beside the project are measured only where they are there.

A movement counts as found where its metric and the bounds of both its levels are right, an event where its kind and its
days are (its number or detail, where no days are annotated); as right where every attribute below is right too.
"""


@dataclass(slots=True)
class _Tally:
    """Counts for one metric or kind of event: annotated, of them found; read, of them right."""

    annotated: int = 0
    found: int = 0
    read: int = 0
    right: int = 0
    fully: int = 0


def render_page(sets: Sequence[Measured], others: Iterable[Measurement]) -> str:
    """Return the page of all sets and benchmarks that were measured."""
    parts = [_INTRO, "## At a glance\n", glance(sets), *map(benchmark_line, others)]
    return "\n".join([*parts, *(section(one) for one in sets)])


def glance(sets: Iterable[Measured]) -> str:
    """Return the table with a line per set."""
    numbers = ("Numbers", "Level 1", "Level 2", "Level 3")
    head = ("Set", "Texts", *numbers, "Movements", "found", "right", "Events", "found", "right")
    return _table(head, [_glance(one) for one in sets])


def glance_line(one: Measured) -> str:
    """Return the line of one set in that table."""
    return _line(_glance(one))


def _glance(one: Measured) -> tuple[str, ...]:
    # F1 of the numbers at each level, and of movements and events found and wholly right
    numbers = [level_figures(one.levels, level) for level in (1, 2, 3)]
    movements = [found_figures(one.movements, whole=whole) for whole in (False, True)]
    events = [found_figures(one.events, whole=whole) for whole in (False, True)]
    cells = [one.gold.title, str(len(one.kinds))]
    for scores, figures in ((one.levels, numbers), (one.movements, movements), (one.events, events)):
        cells.append(str(figures[0].annotated) if scores else "-")
        cells += [_share(each.f1) if scores else "-" for each in figures]
    return tuple(cells)


def benchmark_line(one: Measurement) -> str:
    """Return the sentence on a benchmark."""
    if one.name == JUDGEMENTS:
        return f"{OPENINGS[one.name]}: {_share(one.figures['judgement_cells'])} of the cells right.\n"
    value, unit, change = (_share(one.figures[name]) for name in ("value", "value_unit", "value_change"))
    said = f"value {value}, value and unit {unit}, value and change {change}"
    return f"{OPENINGS[one.name]} (F1, one-to-one matching): {said}.\n"


def section_head(gold: GoldSet) -> str:
    """Return the heading of the section of a set."""
    return f"## {gold.title}\n"


def section(one: Measured) -> str:
    """Return the section of one set."""
    parts = [section_head(one.gold), f"Digest of texts and annotations: `{one.digest[:16]}`.\n", _layers(one)]
    if one.levels:
        parts += ["Of the numbers found, the share with each attribute right:\n", _attributes(one)]
    if one.events:
        parts += ["Of the events found, the share with each attribute right:\n", _event_attributes(one.events)]
    if one.levels:
        parts += [
            "By kind of text (F1):\n",
            _kinds(one),
            "By confidence: of the rows read in each band, the share that is right at level 2:\n",
            _calibration(one.levels),
            "By metric (P and R at level 1, the last column R at level 2):\n",
            _metrics(one.levels),
        ]
    if one.events:
        parts += [
            "By kind of event (the last column is R with every attribute right):\n",
            _events(one.events),
            "By confidence of the event: of those read in each band, the share that is wholly right:\n",
            _event_calibration(one.events),
        ]
    if one.gold.held_out:
        parts.append("What is wrong here is not listed: the set is held out.\n")
    elif one.levels:
        parts += ["Commonest errors:\n", _errors(one.levels)]
    return "\n".join(parts)


def _layers(one: Measured) -> str:
    rows: list[tuple[str, Figures]] = []
    if one.levels:
        rows += [(f"Numbers, level {level}", level_figures(one.levels, level)) for level in (1, 2, 3)]
    if one.movements:
        rows += [
            ("Movements, found", found_figures(one.movements, whole=False)),
            ("Movements, wholly right", found_figures(one.movements, whole=True)),
        ]
    if one.events:
        rows += [
            ("Events, found", found_figures(one.events, whole=False)),
            ("Events, wholly right", found_figures(one.events, whole=True)),
        ]
    cells = [(name, str(each.annotated), str(each.read), *_prf(each)) for name, each in rows]
    return _table(("", "Annotated", "Read", "P", "R", "F1"), cells)


def _attributes(one: Measured) -> str:
    names = [*LEVEL_ATTRIBUTES, *(f"movement's {name}" for name in MOVEMENT_ATTRIBUTES)]
    counts = [share_right(one.levels, name) for name in LEVEL_ATTRIBUTES]
    counts += [share_right(one.movements, name) for name in MOVEMENT_ATTRIBUTES]
    return _table(names, [[_of(*count) for count in counts]])


def _event_attributes(scores: Sequence[Score[Happening]]) -> str:
    heads = [f"event's {name}" for name in EVENT_ATTRIBUTES]
    return _table(heads, [[_of(*share_right(scores, name)) for name in EVENT_ATTRIBUTES]])


def _kinds(one: Measured) -> str:
    rows = []
    for kind in sorted(set(one.kinds.values())):
        scores = [score for score in one.levels if one.kinds[score.doc] == kind]
        figures = [level_figures(scores, level) for level in (1, 2, 3)]
        rows.append(
            (kind, str(len(scores)), str(figures[0].annotated), str(figures[0].read), *(_f1(each) for each in figures))
        )
    return _table(("Kind", "Texts", "Annotated", "Read", "Level 1", "Level 2", "Level 3"), rows)


def _calibration(scores: Iterable[Score[Level]]) -> str:
    return _table(("Confidence", "Read", "Right"), _bands(scores, lambda pair: is_right(pair, 2)))


def _event_calibration(scores: Iterable[Score[Happening]]) -> str:
    return _table(("Event's confidence", "Read", "Right"), _bands(scores, lambda pair: all(pair.right.values())))


def _bands(scores: Iterable[Score[Rated]], fully: Callable[[Pair[Rated]], bool]) -> list[tuple[str, ...]]:
    """Lines with how much was read in each band of confidence, and how much of that is right."""
    right: Counter[float] = Counter()
    total: Counter[float] = Counter()
    for score in scores:
        for pair in score.pairs:
            band = _band(pair.read)
            total[band] += 1
            right[band] += fully(pair)
        for read in score.spurious:
            total[_band(read)] += 1
    names = [f"{low:.2f} and above" if low else f"below {BANDS[-2]:.2f}" for low in BANDS]
    return [(name, str(total[low]), _of(right[low], total[low])) for name, low in zip(names, BANDS, strict=True)]


def _band(read: Level | Happening) -> float:
    confidence = read.confidence or 0.0
    return next(low for low in BANDS if confidence >= low)


def _metrics(scores: Iterable[Score[Level]]) -> str:
    rows = _by_code(scores, lambda pair: is_right(pair, 2))
    return _table(("Metric", "Annotated", "Read", "P", "R", "R, level 2"), rows)


def _events(scores: Iterable[Score[Happening]]) -> str:
    rows = _by_code(scores, lambda pair: all(pair.right.values()))
    return _table(("Event", "Annotated", "Read", "P", "R", "R, wholly"), rows)


def _by_code(scores: Iterable[Score[Row]], fully: Callable[[Pair[Row]], bool]) -> list[tuple[str, ...]]:
    """Lines of counts and shares by metric or kind; an answer with another code that is right too counts for both."""
    tallies: dict[str, _Tally] = {}
    for score in scores:
        for pair in score.pairs:
            gold, read = (tallies.setdefault(row.code, _Tally()) for row in (pair.gold, pair.read))
            gold.annotated += 1
            gold.found += 1
            gold.fully += fully(pair)
            read.read += 1
            read.right += 1
        for missed in score.missed:
            tallies.setdefault(missed.code, _Tally()).annotated += 1
        for spurious in score.spurious:
            tallies.setdefault(spurious.code, _Tally()).read += 1
    return [
        (
            f"`{code}`",
            str(tally.annotated),
            str(tally.read),
            _ratio(tally.right, tally.read),
            _ratio(tally.found, tally.annotated),
            _ratio(tally.fully, tally.annotated),
        )
        for code, tally in sorted(tallies.items())
    ]


def _errors(scores: Iterable[Score[Level]]) -> str:
    return _table(("Error", "Times"), [(name, str(times)) for name, times in commonest_errors(scores, _COMMONEST)])


def _share(value: float) -> str:
    return f"{value:.3f}"


def _f1(figures: Figures) -> str:
    return _share(figures.f1) if figures.annotated or figures.read else "-"


def _prf(figures: Figures) -> tuple[str, str, str]:
    return (_share(figures.precision), _share(figures.recall), _share(figures.f1))


def _ratio(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


def _of(part: int, whole: int) -> str:
    return f"{part / whole:.3f} of {whole}" if whole else "-"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(_line(cells) for cells in (head, ["---"] * len(head), *rows)) + "\n"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
