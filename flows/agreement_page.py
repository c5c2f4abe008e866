"""The agreement with official statistics as a page of the documentation, and as text for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from flows.agreement import AGREEMENTS, CLASSES, Comparison, Finding, disagreements, tally
from transforms.statistics import DATASETS, Indicator

_HEADINGS = ("Metric", "Compared", "Same", "Within rounding", "Differs", "No official figure")
_TIMINGS = {
    "on_31_march": "31 March",
    "year_to_31_march": "year to 31 March",
    "on_30_september": "30 September",
    "year_to_30_september": "year to 30 September",
    "on_30_june_of_the_year_before": "30 June of the year before",
}

_INTRODUCTION = """\
# Official statistics

Written by `turnaround agreement --page`; do not edit.

The table `official_statistics` holds every cell of the Department for Education's open data files that a
source of the kind `statistics` names, one row per value and vintage, those without a metric of ours too. A
symbol in place of a number is its `status`: `c` confidential, `z` not applicable, `x` not available, `u`
unreliable, `low` and `k` so small that it rounds to zero; such a row has no value. The vintage is what the
meta file beside the data file says, else the newest time in the file. An authority is given by the code that
it had at the time, also where the department prints a later one for all years; a joint return of two
authorities is kept under both codes and belongs to neither.

The view `official_vs_reported` puts each reported figure of a whole service beside the official one for the
same place, metric and time. Same time means the same last day, and `same_period` says whether the first day
is the same too. Within rounding means no further apart than the coarser of the two is rounded: to a whole per
cent, to hundreds from a thousand on where the printed number ends in two noughts, to the nearest 5 as the
department did; or inside a stated range or bound. A figure without a stated time is compared with nothing;
the last official value before it stands beside it.
"""


def page(comparisons: Sequence[Comparison], findings: Sequence[Finding]) -> str:
    """Return the page: what is compared with what, how much of it agrees, and why some does not."""
    parts = [_INTRODUCTION, _datasets(), _agreement(comparisons), _disagreements(comparisons, findings)]
    return "\n".join(parts)


def _table(headings: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    names = list(headings)
    lines = [f"| {' | '.join(names)} |", f"|{' --- |' * len(names)}"]
    lines += [f"| {' | '.join(str(cell).replace('|', '/') for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def _datasets() -> str:
    rows = [_indicator(dataset.name, one) for dataset in DATASETS for one in dataset.indicators if one.metric]
    total = sum(len(dataset.indicators) for dataset in DATASETS)
    table = _table(("Metric", "Data set", "Column", "Unit", "Time", "What the department counts", "Mind"), rows)
    return (
        "## What is compared with what\n\n"
        f"{len(DATASETS)} data sets with {total} indicators are declared in `transforms/statistics`. Those that are a\n"
        f"metric of ours:\n\n"
        f"{table}"
    )


def _indicator(dataset: str, one: Indicator) -> tuple[str, ...]:
    column = f"`{one.column}`" + (f" ({', '.join(one.only)})" if one.only else "")
    time = _TIMINGS[one.timing]
    return (f"`{one.metric}`", f"`{dataset}`", column, one.unit, time, one.definition, one.difference or "")


def _agreement(comparisons: Sequence[Comparison]) -> str:
    docs = len({one.doc for one in comparisons})
    compared = [one for one in comparisons if one.agreement != "no_official_figure"]
    agreeing = [one for one in compared if one.agreement != "differs"]
    far = sum(one.out_of_scale for one in comparisons)
    table = _table(_HEADINGS, tally_rows(comparisons))
    return (
        "## Agreement over the reports beside the project\n\n"
        f"Of {len(comparisons)} figures that {docs} reports state of these metrics, {len(compared)} have an official\n"
        f"figure for the same time in the data files; {len(agreeing)} of them agree.\n\n{table}\n"
        f"Of those without an official figure for their own time {far} are out of scale: less than half, or more\n"
        "than twice, of what the department has for the place in any year. Most of them are true of a part of the\n"
        "service and were read as if of all of it; the command lists them.\n"
    )


def tally_rows(comparisons: Sequence[Comparison]) -> list[tuple[object, ...]]:
    """Return a row per metric and one of all: label, figures compared, and how many agree how."""
    counts = tally(comparisons)
    total: Counter[str] = Counter()
    for count in counts.values():
        total.update(count)
    rows = [*counts.items(), ("All", total)]
    return [
        (label, count.total() - count["no_official_figure"], *(count[name] for name in AGREEMENTS))
        for label, count in rows
    ]


def _disagreements(comparisons: Sequence[Comparison], findings: Sequence[Finding]) -> str:
    known = {finding.key: finding for finding in findings}
    found = disagreements(comparisons)
    sorts = Counter(known[one.key].kind for one in found if one.key in known)
    unsorted = len(found) - sorts.total()
    counts = [(CLASSES[kind], sorts[kind]) for kind in CLASSES]
    rows = [_disagreement(one, known) for one in found]
    headings = ("Document", "Page", "Metric", "Printed", "Official", "On", "Class", "Reason")
    return (
        "## Disagreements\n\n"
        "Each was looked up in the document; `docs/official_disagreements.csv` has the findings. A line there whose\n"
        "disagreement has vanished stops the command. With one vintage of each data file at hand,\n"
        "`revised` is the likeliest reason where figures lie close together, and no proof.\n\n"
        f"{_table(('Class', 'Figures'), [*counts, *([('not sorted yet', unsorted)] if unsorted else [])])}\n"
        f"{_table(headings, rows)}"
    )


def _disagreement(one: Comparison, known: Mapping[tuple[str, str, str], Finding]) -> tuple[object, ...]:
    finding = known.get(one.key)
    kind, reason = ("", "") if finding is None else (finding.kind, finding.reason)
    official = "" if one.official_value is None else f"{one.official_value:,.10g}"
    page_number = "" if one.page is None else one.page
    day = one.official_period_end or ""
    return (one.doc or "", page_number, one.metric_label, one.surface or "", official, day, kind, reason)


def told(comparisons: Sequence[Comparison], findings: Sequence[Finding]) -> str:
    """Return the figures and each disagreement with its sentence, for the terminal."""
    known = {finding.key: finding for finding in findings}
    width = max([len(_HEADINGS[0]), *(len(one.metric_label) for one in comparisons)])
    lines = [f"{_HEADINGS[0]:<{width}}  " + "  ".join(_HEADINGS[1:])]
    for label, *numbers in tally_rows(comparisons):
        cells = (f"{number:>{len(name)}}" for number, name in zip(numbers, _HEADINGS[1:], strict=True))
        lines.append(f"{label:<{width}}  " + "  ".join(cells))
    for one in disagreements(comparisons):
        _, place, _, surface, official, day, kind, reason = _disagreement(one, known)
        lines += [
            "",
            f"{one.doc}, page {place or '-'}: {one.metric_label}, {one.role}: {surface}; official {official} ({day}, "
            f"vintage {one.vintage})",
            f"  {one.quote}",
            f"  {kind}: {reason}" if kind else "  not sorted yet",
        ]
    far = [one for one in comparisons if one.out_of_scale]
    lines += ["", f"{len(far)} figures without an official one for their time are out of scale for the place:"]
    for one in far:
        scale = f"{one.lowest:,.10g} to {one.highest:,.10g}"
        place = f"{one.doc}, page {one.page or '-'}"
        lines += [
            "",
            f"{place}: {one.metric_label}, {one.role}: {one.surface or ''}; official {scale}",
            f"  {one.quote}",
        ]
    return "\n".join(lines)
