"""``python -m flows.accuracy``: measure, hold against the floors, raise them, write the page."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from flows import files
from flows.accuracy.errors import error_lines
from flows.accuracy.floors import Measurement, load_floors, raised, save_floors, shortfalls, table
from flows.accuracy.gold import GoldSet, gold_sets
from flows.accuracy.judgements import Judgements
from flows.accuracy.measure import Measured, measure
from flows.accuracy.newsquant import NewsQuant
from flows.accuracy.page import OPENINGS, render_page, section_head
from flows.errors import TurnaroundError, WrongUseError

FLOORS = Path("tests") / "accuracy" / "floors.json"
PAGE = Path("docs") / "accuracy.md"
_BELOW = 1


@click.command(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--root", type=click.Path(path_type=Path), default=".", show_default=True, metavar="DIR", help="The project."
)
@click.option(
    "--shared", type=click.Path(path_type=Path), metavar="DIR", help="Annotated sets beside it; ROOT/../shared."
)
@click.option("--raise", "raising", is_flag=True, help="Raise the floors to what is measured.")
@click.option("--allow-lower", metavar="REASON", help="With --raise: let floors fall, and note why.")
@click.option("--only", metavar="SET", multiple=True, help="Hold and raise these sets alone; may be given again.")
@click.option("--page", is_flag=True, help=f"Write {PAGE.as_posix()}.")
@click.option("--misses", metavar="SET", help="Print every wrong row of a set (of a held-out one none).")
def main(
    root: Path,
    shared: Path | None,
    raising: bool,
    allow_lower: str | None,
    only: tuple[str, ...],
    page: bool,
    misses: str | None,
) -> None:
    """Measure how right the reading is on the annotated texts, and hold the figures against their floors.

    Prints set, figure, measured, floor and difference; exit code 1 where a figure is below its floor or the gold is
    another than the floors were taken on, 2 on wrong use.
    """
    beside = shared or root / ".." / "shared"
    try:
        if allow_lower is not None and not raising:
            raise WrongUseError("--allow-lower goes with --raise")
        if misses is not None:
            _print_misses(misses, gold_sets(root, beside), benchmarks(beside))
            return
        sets, others = measure_all(root, beside)
        below = _hold(root / FLOORS, _chosen(measurements(sets, others), only), raising, allow_lower)
        if page:
            _write_page(root / PAGE, gold_sets(root, beside), sets, others)
    except TurnaroundError as error:
        click.echo(f"accuracy: {error}", err=True)
        sys.exit(error.exit_code)
    sys.exit(_BELOW if below else 0)


def benchmarks(shared: Path) -> tuple[NewsQuant, Judgements]:
    """What is measured besides the annotated sets, and may lie in ``shared``."""
    reports = Judgements(shared / "gold" / "judgements_dev.csv", shared / "corpus" / "ofsted")
    return NewsQuant(shared / "benchmarks"), reports


def measure_all(root: Path, shared: Path) -> tuple[list[Measured], list[Measurement]]:
    """Measure every set that is there, and every benchmark that is."""
    sets = [measure(gold) for gold in gold_sets(root, shared) if gold.is_there]
    others = [Measurement(one.name, one.digest(), one.figures()) for one in benchmarks(shared) if one.is_there]
    return sets, others


def measurements(sets: Sequence[Measured], others: Sequence[Measurement]) -> list[Measurement]:
    """Return the figures that have floors."""
    return [*(Measurement(one.gold.name, one.digest, one.figures()) for one in sets), *others]


def _chosen(measured: Sequence[Measurement], only: Sequence[str]) -> list[Measurement]:
    names = [one.name for one in measured]
    unknown = [name for name in only if name not in names]
    if unknown:
        raise WrongUseError(f"there is no set {', '.join(unknown)}; name any of {', '.join(names)}")
    return [one for one in measured if not only or one.name in only]


def _hold(path: Path, measured: Sequence[Measurement], raising: bool, reason: str | None) -> bool:
    """Print the figures beside their floors, raise these if asked; whether anything is below its floor."""
    floors = load_floors(path)
    if not measured:
        raise WrongUseError(f"{path.parent.parent / 'golden'}: no annotated set is there; take it back from git")
    rows = [("set", "figure", "measured", "floor", "difference"), *table(floors, measured)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    if raising:
        save_floors(path, raised(floors, measured, reason))
        click.echo(f"{path} written", err=True)
        return False
    below = shortfalls(floors, measured)
    for line in below:
        click.echo(f"accuracy: {line}", err=True)
    return bool(below)


def _write_page(path: Path, known: Sequence[GoldSet], sets: Sequence[Measured], others: Sequence[Measurement]) -> None:
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    measured = {one.name for one in others}
    lost = [gold.title for gold in known if not gold.is_there and section_head(gold) in before]
    lost += [name for name, opening in OPENINGS.items() if name not in measured and opening in before]
    if lost:
        raise WrongUseError(f"{path} would lose what is not there: {', '.join(lost)}; say where with --shared")
    files.write_text(path, render_page(sets, others))
    click.echo(f"{path} written", err=True)


def _print_misses(name: str, sets: Sequence[GoldSet], others: Sequence[NewsQuant | Judgements]) -> None:
    for benchmark in others:
        if benchmark.name == name and benchmark.is_there:
            click.echo(benchmark.errors(), nl=False)
            return
    named = {gold.name: gold for gold in sets if gold.is_there}
    if name not in named:
        raise WrongUseError(f"there is no set {name}; name one of {', '.join(named)}")
    if named[name].held_out:
        raise WrongUseError(
            f"{name} is held out: rules that were made to fit its errors would make its figures worthless"
        )
    measured = measure(named[name])
    lines = [line for score in measured.levels for line in error_lines(score)]
    lines += [line for score in measured.movements for line in error_lines(score)]
    lines += [line for score in measured.events for line in error_lines(score)]
    for line in lines:
        click.echo(line)


if __name__ == "__main__":
    main()
