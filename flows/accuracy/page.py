"""The page of figures: the same measurements give the same text, so that a test can tell when it is stale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flows.accuracy.errors import commonest_errors
from flows.accuracy.gold import GoldSet
from flows.accuracy.measure import Measured
from flows.accuracy.records import Level
from flows.accuracy.scoring import (
    LEVEL_ATTRIBUTES,
    MOVEMENT_ATTRIBUTES,
    Figures,
    Score,
    is_right,
    level_figures,
    movement_figures,
    share_right,
)

BENCHMARK = "The quantity layer alone, on a third of the public NewsQuant benchmark"
BANDS = (0.98, 0.95, 0.9, 0.85, 0.8, 0.0)
_COMMONEST = 15
_INTRO = """# Accuracy

Written by `python -m flows.accuracy --page`; do not edit. How the texts are annotated is in
[annotation.md](annotation.md); what the figures may not fall below is in `tests/accuracy/floors.json`.

A number counts as found where its metric and both its bounds are right (level 1), as right at level 2 where authority
and role are right too, and at level 3 where qualifier and period are. The annotation is exhaustive, so a number that
is read and not annotated is an error. P is the share of what was read that is right, R the share of what is annotated
that was read right, F1 their harmonic mean. Sets that lie beside the project are measured only where they are there.
"""


@dataclass(slots=True)
class _Tally:
    """Counts for one metric: annotated, of them found; read, of them right."""

    annotated: int = 0
    found: int = 0
    read: int = 0
    right: int = 0
    fully: int = 0


def render_page(sets: Sequence[Measured], newsquant: Mapping[str, float] | None) -> str:
    """Return the page of all sets that were measured, and of the benchmark where it was."""
    parts = [_INTRO, "## At a glance\n", glance(sets)]
    if newsquant is not None:
        parts.append(newsquant_line(newsquant))
    return "\n".join([*parts, *(section(one) for one in sets)])


def glance(sets: Iterable[Measured]) -> str:
    """Return the table with a line per set."""
    head = ("Set", "Texts", "Numbers", "Level 1", "Level 2", "Level 3", "Movements", "found", "right")
    return _table(head, [_glance(one) for one in sets])


def glance_line(one: Measured) -> str:
    """Return the line of one set in that table."""
    return _line(_glance(one))


def _glance(one: Measured) -> tuple[str, ...]:
    # F1 at each level, and of the movements found and wholly right
    levels = [level_figures(one.levels, level) for level in (1, 2, 3)]
    moved = [movement_figures(one.movements, whole=whole) for whole in (False, True)]
    return (
        one.gold.title,
        str(len(one.levels)),
        str(levels[0].annotated),
        *(_share(figures.f1) for figures in levels),
        str(moved[0].annotated),
        *(_share(figures.f1) for figures in moved),
    )


def newsquant_line(figures: Mapping[str, float]) -> str:
    """Return the sentence on the benchmark of the quantity layer."""
    value, unit, change = (_share(figures[name]) for name in ("value", "value_unit", "value_change"))
    return f"{BENCHMARK} (F1, one-to-one matching): value {value}, value and unit {unit}, value and change {change}.\n"


def section_head(gold: GoldSet) -> str:
    """Return the heading of the section of a set."""
    return f"## {gold.title}\n"


def section(one: Measured) -> str:
    """Return the section of one set."""
    parts = [
        section_head(one.gold),
        f"Digest of texts and annotations: `{one.digest[:16]}`.\n",
        _levels(one),
        "Of the numbers found, the share with each attribute right:\n",
        _attributes(one),
        "By kind of text (F1):\n",
        _kinds(one),
        "By confidence: of the rows read in each band, the share that is right at level 2:\n",
        _calibration(one),
        "By metric (P and R at level 1, the last column R at level 2):\n",
        _metrics(one.levels),
    ]
    if one.gold.held_out:
        parts.append("What is wrong here is not listed: the set is held out.\n")
    else:
        parts += ["Commonest errors:\n", _errors(one.levels)]
    return "\n".join(parts)


def _levels(one: Measured) -> str:
    rows = [(f"Numbers, level {level}", level_figures(one.levels, level)) for level in (1, 2, 3)]
    rows += [
        ("Movements, found", movement_figures(one.movements, whole=False)),
        ("Movements, wholly right", movement_figures(one.movements, whole=True)),
    ]
    cells = [(name, str(each.annotated), str(each.read), *_prf(each)) for name, each in rows]
    return _table(("", "Annotated", "Read", "P", "R", "F1"), cells)


def _attributes(one: Measured) -> str:
    names = [*LEVEL_ATTRIBUTES, *(f"movement's {name}" for name in MOVEMENT_ATTRIBUTES)]
    counts = [share_right(one.levels, name) for name in LEVEL_ATTRIBUTES]
    counts += [share_right(one.movements, name) for name in MOVEMENT_ATTRIBUTES]
    return _table(names, [[_of(*count) for count in counts]])


def _kinds(one: Measured) -> str:
    rows = []
    for kind in sorted(set(one.kinds.values())):
        scores = [score for score in one.levels if one.kinds[score.doc] == kind]
        figures = [level_figures(scores, level) for level in (1, 2, 3)]
        rows.append(
            (kind, str(len(scores)), str(figures[0].annotated), str(figures[0].read), *(_f1(each) for each in figures))
        )
    return _table(("Kind", "Texts", "Annotated", "Read", "Level 1", "Level 2", "Level 3"), rows)


def _calibration(one: Measured) -> str:
    right: Counter[float] = Counter()
    total: Counter[float] = Counter()
    for score in one.levels:
        for pair in score.pairs:
            band = _band(pair.read)
            total[band] += 1
            right[band] += is_right(pair, 2)
        for read in score.spurious:
            total[_band(read)] += 1
    names = [f"{low:.2f} and above" if low else f"below {BANDS[-2]:.2f}" for low in BANDS]
    rows = [(name, str(total[low]), _of(right[low], total[low])) for name, low in zip(names, BANDS, strict=True)]
    return _table(("Confidence", "Read", "Right"), rows)


def _band(read: Level) -> float:
    confidence = read.confidence or 0.0
    return next(low for low in BANDS if confidence >= low)


def _metrics(scores: Iterable[Score[Level]]) -> str:
    tallies: dict[str, _Tally] = {}
    for score in scores:
        for pair in score.pairs:
            gold, read = (tallies.setdefault(row.metric, _Tally()) for row in (pair.gold, pair.read))
            gold.annotated += 1
            gold.found += 1
            gold.fully += is_right(pair, 2)
            read.read += 1
            read.right += 1
        for missed in score.missed:
            tallies.setdefault(missed.metric, _Tally()).annotated += 1
        for spurious in score.spurious:
            tallies.setdefault(spurious.metric, _Tally()).read += 1
    rows = [
        (
            f"`{metric}`",
            str(tally.annotated),
            str(tally.read),
            _ratio(tally.right, tally.read),
            _ratio(tally.found, tally.annotated),
            _ratio(tally.fully, tally.annotated),
        )
        for metric, tally in sorted(tallies.items())
    ]
    return _table(("Metric", "Annotated", "Read", "P", "R", "R, level 2"), rows)


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
