"""The command that compares what documents state with official statistics."""

from __future__ import annotations

from pathlib import Path

import click

from flows.options import output_option

FINDINGS = Path("docs/official_disagreements.csv")
PAGE = Path("docs/official.md")


@click.command()
@output_option
@click.option(
    "--findings",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=f"CSV file that says of each disagreement whose it is, as {FINDINGS}.",
)
@click.option("--page", "to_page", is_flag=True, help=f"Write {PAGE} with the findings of {FINDINGS}.")
def agreement(output: Path, findings: Path | None, to_page: bool) -> None:
    """Compare the figures of the latest release with the official ones for the same place, metric and time.

    Prints how many agree, per metric, and every disagreement with its sentence, page and official value.
    """
    from flows.agreement import read_comparisons, read_findings, vanished
    from flows.agreement_page import page, told
    from flows.errors import WrongUseError
    from flows.files import write_text
    from flows.layout import Layout
    from flows.release import current_folder

    folder = current_folder(Layout(output))
    if folder is None:
        raise WrongUseError(f"{output}: holds no release; run `turnaround run` first")
    comparisons = read_comparisons(folder / "turnaround.duckdb")
    source = findings or (FINDINGS if to_page else None)
    if source is not None and not source.is_file():
        raise WrongUseError(f"{source}: no such file; name the CSV file of findings with --findings")
    known = [] if source is None else read_findings(source.read_bytes(), str(source))
    click.echo(told(comparisons, known))
    gone = vanished(known, comparisons)
    if gone:
        raise WrongUseError(
            f"{source}: {', '.join(gone[0].key)} no longer disagrees; remove the line ({len(gone)} such)"
        )
    if to_page:
        write_text(PAGE, page(comparisons, known))
